"""graph.html in Chromium, with no network: what a person sees, clicks and types."""

from __future__ import annotations

import csv
import io
import shutil
import time

import pytest
import sample
from lxml import etree

from kg.export.html import write_html
from kg.text.normalize import fold

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed: the page is not tried in a browser"),
    pytest.mark.skipif(not DRIVER, reason="chromedriver is not installed: the page is not tried in a browser"),
]


@pytest.fixture(scope="module")
def browser():
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    options = Options()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1300,850"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    driver.execute_cdp_cmd("Network.enable", {})
    driver.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0},
    )
    yield driver
    driver.quit()


def opened(browser, path, hash_=""):
    browser.get("about:blank")
    browser.get_log("browser")
    browser.get_log("performance")
    browser.get(f"{path.as_uri()}{hash_}")
    for _ in range(400):
        if browser.execute_script("return document.documentElement.dataset.ready") == "all":
            return browser
        time.sleep(0.025)
    raise AssertionError(f"the page is not ready: {browser.get_log('browser')}")


def text(browser, selector):
    return browser.execute_script("return document.querySelector(arguments[0]).innerText", selector)


def click(browser, selector):
    browser.execute_script("document.querySelector(arguments[0]).click()", selector)


def type_query(browser, query):
    browser.execute_script(
        "const box = document.getElementById('query'); box.value = arguments[0]; box.dispatchEvent(new Event('input'))",
        query,
    )
    return browser.execute_script(
        "return [...document.querySelectorAll('#suggestions [role=option] bdi:first-child')].map((e) => e.textContent)"
    )


def pick(browser):
    browser.execute_script(
        "document.getElementById('query').dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', bubbles: true}))"
    )


@pytest.fixture(scope="module")
def page(small, tmp_path_factory):
    path = tmp_path_factory.mktemp("html") / "graph.html"
    write_html(small, path)
    return path


def test_draws_without_errors_and_asks_for_nothing(browser, page):
    opened(browser, page)
    asked = [
        entry["message"]
        for entry in browser.get_log("performance")
        if '"Network.requestWillBeSent"' in entry["message"]
    ]
    assert asked and not [message for message in asked if '"url":"http' in message]
    assert browser.get_log("browser") == []
    assert browser.execute_script("return document.querySelectorAll('#network canvas').length") == 1
    assert text(browser, "#status").startswith("يظهر 8 من 10")


def test_search_folds_spellings_and_opens_the_panel(browser, page):
    opened(browser, page)
    assert type_query(browser, "غالانت")[0] == "يوآف غالانت"
    assert type_query(browser, "جالانت")[0] == "يوآف غالانت"
    assert type_query(browser, "قالانت")[0] == "يوآف غالانت"  # so spelled nowhere
    assert type_query(browser, "yoav")[0] == "يوآف غالانت"
    assert type_query(browser, "اسرائيل")[0] == "إسرائيل"
    type_query(browser, "lloyd")
    pick(browser)
    panel = text(browser, "#panel")
    for expected in ("لويد أوستن", "Lloyd Austin", "رسوم الاسم", "wikidata.org/entity/Q941013", "ما قاله"):
        assert expected in panel


def test_a_click_shows_the_words_with_trigger_and_names_marked(browser, page):
    opened(browser, page, "#at=e:00000")
    marked = browser.execute_script("return [...document.querySelectorAll('#panel mark')].map((e) => e.textContent)")
    assert marked == ["التقى", "اجتمع"]
    names = browser.execute_script(
        "return [...document.querySelectorAll('#panel blockquote .who')].map((e) => e.textContent)"
    )
    assert "يوآف غالانت" in names and "جالانت" in names
    panel = text(browser, "#panel")
    assert "صحيفة الخليج" in panel and "27 مارس 2024" in panel
    compared = browser.execute_script("return [...document.querySelectorAll('.compare b')].map((e) => e.textContent)")
    assert compared == ["واشنطن", "البنتاغون"]


def test_what_did_not_simply_happen_is_told_apart(browser, page):
    opened(browser, page, "#at=t:washington")
    assert "ملغى" in browser.execute_script("return document.querySelector('#panel .state.cancelled').textContent")
    legend = text(browser, "#legend-body")
    assert all(word in legend for word in ("مخطط", "محتمل", "ملغى"))


def test_views_languages_and_the_address(browser, page):
    opened(browser, page)
    click(browser, "#events")
    assert "view=events" in browser.current_url
    click(browser, "#language")
    assert browser.execute_script("return [document.documentElement.lang, document.documentElement.dir]") == [
        "en",
        "ltr",
    ]
    assert "Overview" in text(browser, "#panel")
    address = browser.current_url
    opened(browser, page, "#" + address.split("#")[1])
    assert text(browser, "#events") == "Events"
    assert browser.execute_script("return document.getElementById('events').getAttribute('aria-pressed')") == "true"


def test_filters_and_period(browser, page):
    opened(browser, page, "#view=events")
    click(browser, "#filters-button")
    click(browser, "#filters label:first-of-type input")
    assert "no-types" in browser.current_url
    opened(browser, page, "#view=events&since=2024-04-01&until=2024-04-30&show=all")
    assert text(browser, "#status").startswith("يظهر 3 ")  # the planned visit, its visitor and its destination


def test_dragging_over_the_timeline_chooses_a_period(browser, page):
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By

    opened(browser, page)
    bars = browser.find_element(By.CSS_SELECTOR, "#timeline svg")
    ActionChains(browser).move_to_element_with_offset(bars, 100, 0).click_and_hold().move_by_offset(
        -200, 0
    ).release().perform()
    assert "since=2024-03-" in browser.current_url and "until=2024-03-" in browser.current_url


def test_shortest_path(browser, page):
    opened(browser, page, "#path=t:netanyahu,t:austin")
    assert "لا طريق" in text(browser, "#panel") or "بنيامين نتنياهو" in text(browser, "#panel")
    opened(browser, page, "#path=t:rafah,t:austin")
    panel = text(browser, "#panel")
    assert [name for name in ("رفح", "إسرائيل", "يوآف غالانت", "لويد أوستن") if name in panel] == [
        "رفح",
        "إسرائيل",
        "يوآف غالانت",
        "لويد أوستن",
    ]
    assert text(browser, "#status").startswith("يظهر 4 ")


def test_the_page_folds_as_kg_does(browser, page, small):
    """The search finds each name by its folded form, so the page and kg fold alike."""
    opened(browser, page)
    for thing in small.things:
        assert thing.name in type_query(browser, fold(thing.name))


def test_hostile_names_run_nothing(browser, hostile, tmp_path):
    path = tmp_path / "graph.html"
    write_html(hostile, path)
    for hash_ in ("", "#at=t:h00", "#at=e:00001&view=events", "#lang=en&show=all"):
        opened(browser, path, hash_)
        assert browser.execute_script("return window.hacked") is None
        assert browser.get_log("browser") == []
        assert (
            browser.execute_script(
                "return document.querySelectorAll('#panel script, #panel img, a[href^=javascript]').length"
            )
            == 0
        )
    type_query(browser, "<script>")
    assert browser.execute_script("return document.querySelectorAll('#suggestions script').length") == 0


def saved(browser, button):
    """What a button of the menu would save, as text."""
    browser.execute_script(
        "URL.createObjectURL = (blob) => { window.kept = blob; return 'blob:kept'; };"
        "HTMLAnchorElement.prototype.click = () => {}; document.querySelector(arguments[0]).click()", button
    )  # fmt: skip
    for _ in range(100):
        if browser.execute_script("return Boolean(window.kept)"):
            break
        time.sleep(0.02)
    return browser.execute_async_script("window.kept.text().then(arguments[0])")


def test_what_is_shown_can_be_saved(browser, page, hostile, tmp_path):
    opened(browser, page, "#show=all")
    rows = list(csv.reader(saved(browser, "#save-csv").lstrip("\ufeff").splitlines()))
    assert ["لويد أوستن", "Person", "Meet", "actual", "2024-03-26", "يوآف غالانت", "Person"] in [
        row[:7] for row in rows
    ]
    opened(browser, page, "#view=events")
    drawing = etree.fromstring(saved(browser, "#save-svg").encode())
    assert any("لويد" in text for text in drawing.itertext())
    opened(browser, page)
    assert saved(browser, "#save-png")[1:4] == "PNG"
    path = tmp_path / "graph.html"
    write_html(hostile, path)
    opened(browser, path, "#show=all")
    for row in csv.reader(io.StringIO(saved(browser, "#save-csv").lstrip("\ufeff"))):
        assert not any(value.startswith(("=", "+", "-", "@")) for value in row)
    opened(browser, path, "#show=all")
    assert not etree.fromstring(saved(browser, "#save-svg").encode()).xpath("//*[local-name()='script']")


def test_keyboard(browser, page):
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    opened(browser, page, "#at=t:austin")
    body = browser.find_element(By.TAG_NAME, "body")
    body.send_keys("/")
    assert browser.execute_script("return document.activeElement.id") == "query"
    browser.switch_to.active_element.send_keys("رفح", Keys.ENTER)
    assert "رفح" in text(browser, "#panel h2")
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert "نظرة عامة" in text(browser, "#panel h2")
    click(browser, ".skip")
    assert browser.execute_script("return document.activeElement.id") == "panel"


def test_an_empty_graph_says_so(browser, empty, tmp_path):
    write_html(empty, tmp_path / "graph.html")
    opened(browser, tmp_path / "graph.html")
    assert "لا شيء في هذا الرسم بعد" in text(browser, "#network")


def test_ten_thousand_nodes(browser, tmp_path):
    """The first picture comes soon, and it is a part that can be read; the time allowed is generous for a busy machine."""
    path = tmp_path / "graph.html"
    write_html(sample.synthetic(4000), path)
    started = time.perf_counter()
    opened(browser, path)
    assert time.perf_counter() - started < 10
    assert text(browser, "#status").startswith("يظهر 48 من 4,000")


def test_narrow(browser, page):
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride", {"width": 390, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    )
    try:
        opened(browser, page)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 390
        assert browser.execute_script("return document.getElementById('network').clientHeight") > 300
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
