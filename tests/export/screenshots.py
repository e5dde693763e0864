"""Pictures of graph.html at several sizes, in both languages, wide and narrow, to be looked at; and how soon they come.

    python tests/export/screenshots.py FOLDER [RECORDS.jsonl]

Without records a made-up world is drawn. Needs Chromium, chromedriver and selenium.
"""

from __future__ import annotations

import shutil
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import sample

from kg.export.html import write_html
from kg.knowledge import Knowledge

WIDE, NARROW = (1400, 900), (390, 800)
# name of the picture, its size, what stands in the address
VIEWS = (
    ("people-ar", WIDE, ""),
    ("events-ar", WIDE, "view=events"),
    ("people-en", WIDE, "lang=en"),
    ("events-en", WIDE, "lang=en&view=events"),
    ("all-ar", WIDE, "show=all&view=events"),
    ("communities-ar", WIDE, "colour=community"),
    ("narrow-ar", NARROW, ""),
    ("narrow-en", NARROW, "lang=en&view=events"),
)


def main(folder: Path, records: str | None = None) -> None:
    """Makes the pages and their pictures in ``folder``; prints size and seconds for each."""
    folder.mkdir(parents=True, exist_ok=True)
    driver = _browser()
    try:
        for name, knowledge in _worlds(records):
            page = folder / f"{name}.html"
            started = time.perf_counter()
            write_html(knowledge, page)
            nodes = len(knowledge.things) + len(knowledge.events)
            print(
                f"{name}: {nodes} nodes, written in {time.perf_counter() - started:.2f} s, {page.stat().st_size:,} bytes"
            )
            for view, size, address in VIEWS:
                seconds, redraw = _picture(driver, page, folder / f"{name}-{view}.png", size, address)
                print(f"  {view:16} first picture {seconds:.2f} s, redraw {redraw:.0f} ms")
    finally:
        driver.quit()


def _worlds(records: str | None) -> list[tuple[str, Knowledge]]:
    if records:
        from kg.record import read_jsonl
        from kg.resolve import resolve

        return [("records", resolve(list(read_jsonl(records))))]
    return [(f"{nodes:05}", sample.synthetic(nodes * 2 // 5)) for nodes in (50, 500, 2_000, 5_000, 10_000)]


def _browser() -> Any:
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    options = Options()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(argument)
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver") or ""))


def _picture(driver: Any, page: Path, picture: Path, size: tuple[int, int], address: str) -> tuple[float, float]:
    """Seconds to the first picture since the page was asked for, and milliseconds of one redraw."""
    metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size[0] < 700}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    driver.get("about:blank")
    started = time.perf_counter()
    driver.get(f"{page.resolve().as_uri()}#{address}")
    while not driver.execute_script("return document.documentElement.dataset.ready"):
        time.sleep(0.01)
    # The canvas is painted in the frame after.
    driver.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
    seconds = time.perf_counter() - started
    while driver.execute_script("return document.documentElement.dataset.ready") != "all":
        time.sleep(0.01)
    redraw = driver.execute_async_script(
        "const done = arguments[0]; const from = performance.now(); document.getElementById('zoom-in').click();"
        "requestAnimationFrame(() => requestAnimationFrame(() => done((performance.now() - from) / 2)))"
    )
    driver.execute_script("document.getElementById('fit').click()")
    time.sleep(0.3)
    driver.save_screenshot(str(picture))
    return seconds, redraw


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(Path(sys.argv[1]), *sys.argv[2:])
