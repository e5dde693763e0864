// What a click, a key or a choice does.

const changed = () => { draw(); drawTimeline(changed); refreshPanel(); drawLegend(); remember(); };

const refreshPanel = (focus = false) => {
  const { selected, path } = state;
  if (path) showPanel(pathPanel(shortestPath(...path), ...path), focus);
  else if (!selected) showPanel(overviewPanel(), focus);
  else if (selected.tie !== undefined) showPanel(tiePanel(selected.tie), focus);
  else showPanel(isEvent(selected.node) ? eventPanel(selected.node) : thingPanel(selected.node), focus);
};

const showNotice = () => {
  const { counts } = MODEL;
  const total = counts.allThings + counts.allEvents;
  const shown = counts.things + counts.events;
  byId("notice").hidden = shown === total;
  if (shown < total) byId("notice").textContent = word("part", { shown: number(shown), total: number(total) });
};

// Selects a node, bringing it into the picture if it is not there; null selects nothing.
const choose = (node) => {
  if (state.choosing !== null && node !== null && !isEvent(node) && node !== state.choosing) { findPath(state.choosing, node); return; }
  state.choosing = null;
  showNotice();
  if (node === null) {
    const redraw = state.path !== null;
    state.selected = null;
    state.path = null;
    if (redraw) { state.mode = "core"; draw(); } else highlight(null);
  } else {
    state.path = null;
    state.selected = { node };
    state.hidden.delete(node);
    if (!nodeSet.get(node)) bringIn(node);
    if (nodeSet.get(node)) {
      highlight(node);
      const view = network.getViewPosition();
      const place = places.get(node);
      const far = Math.hypot(view.x - place.x, view.y - place.y) * network.getScale();
      if (far > 260) network.focus(node, { scale: Math.max(0.7, network.getScale()), animation: false });
    }
  }
  refreshPanel(node !== null);
  remember();
};

const bringIn = (node) => {
  if (isEvent(node) && state.view === "people") return; // its panel opens, the picture stays
  state.set = new Set([node, ...neighbours(node, 16), ...(state.mode === "all" ? [] : drawn.nodes.slice(0, 0))]);
  state.mode = "set";
  draw();
};

const chooseTie = (tie) => { state.selected = { tie }; state.path = null; refreshPanel(true); remember(); };

const expand = (node) => {
  state.set = new Set([...drawn.nodes, node, ...neighbours(node)]);
  state.mode = "set";
  state.path = null;
  state.selected = { node };
  draw();
  refreshPanel();
  remember();
};

const surroundings = (node) => {
  state.set = new Set([node, ...neighbours(node, 40)]);
  state.mode = "set";
  state.path = null;
  state.selected = { node };
  draw();
  refreshPanel();
  remember();
};

const hide = (node) => { state.hidden.add(node); state.set.delete(node); state.selected = null; drawFilters(changed); changed(); };
const pin = (node) => {
  if (state.pinned.has(node)) state.pinned.delete(node);
  else if (nodeSet.get(node)) state.pinned.set(node, network.getPosition(node));
  nodeSet.update({ id: node, fixed: state.pinned.has(node) });
  refreshPanel();
};

const findPath = (from, to) => {
  state.choosing = null;
  state.path = [from, to];
  state.selected = null;
  showNotice();
  showPathPicture();
  refreshPanel(true);
  remember();
};
const showPathPicture = () => {
  state.view = "people";
  applyFilters();
  reweigh();
  const found = shortestPath(...state.path);
  state.set = new Set(found ? found.nodes : state.path);
  state.mode = "set";
  showView();
  draw();
};

const startOver = () => {
  clearFilters();
  state.hidden.clear();
  state.pinned.clear();
  Object.assign(state, { mode: "core", budget: 1, selected: null, path: null, choosing: null, allLinks: false });
  state.set.clear();
  drawFilters(changed);
  changed();
};

const showView = () => {
  byId("people").setAttribute("aria-pressed", String(state.view === "people"));
  byId("events").setAttribute("aria-pressed", String(state.view === "events"));
};
const setView = (view) => {
  state.view = view;
  state.path = null;
  if (state.mode === "set") {
    const things = [...state.set].filter((node) => !isEvent(node));
    state.set = new Set(view === "people" ? things : eventCore(new Set(things), 60));
    if (state.selected?.node !== undefined && !state.set.has(state.selected.node)) state.set.add(state.selected.node);
    if (!state.set.size) state.mode = "core";
  }
  showView();
  changed();
};

const drawLegend = () => {
  const row = (picture, text) => el("div.row", {}, picture, el("span", {}, text));
  const line = (colour, dash) => svg("svg", { width: 26, height: 10, viewBox: "0 0 26 10", "aria-hidden": "true" },
    svg("line", { x1: 1, y1: 5, x2: 25, y2: 5, stroke: colour, "stroke-width": 2.5, "stroke-dasharray": dash }));
  const used = new Set(EVENTS.map((event) => GROUP_OF[event.type]));
  const types = new Set(THINGS.map((thing) => thing.type));
  const statuses = new Set(EVENTS.map((event) => event.status));
  const byType = state.colour === "type";
  const set = (...rows) => el("div.set", {}, rows.flat());
  byId("legend-body").replaceChildren(
    set(Object.entries(SCHEMA.types).filter(([key]) => types.has(key))
      .map(([key, entry]) => row(swatch(entry.shape, byType ? entry.colour : SCHEMA.unknown), labelOf("types", key))),
    el("span.soft", {}, `${word("size_is")}${byType ? "" : ` · ${word("colours")} ${word("by_community")}`}`)),
    set(Object.entries(SCHEMA.groups).filter(([key]) => used.has(key)).map(([key, entry]) => row(
      state.view === "events" ? swatch("diamond", entry.colour) : line(paler(entry.colour, 0.7), ""), labelOf("groups", key))),
    state.view === "people" && FACTS.length ? row(line("#8d99a8", ""), word("relations")) : null),
    set(Object.keys(SCHEMA.statuses).filter((key) => statuses.has(key)).map((key) => {
      const style = statusStyle(key);
      const colour = style.colour ?? "#0e7fa8";
      const picture = state.view === "events" ? swatch("diamond", paler(colour, style.fill), colour, (style.dash ?? []).map((part) => part / 3).join(" "))
        : line(colour, (style.dash ?? []).join(" "));
      return row(picture, style.mark + labelOf("statuses", key));
    })),
  );
};

const setLanguage = (language) => {
  state.language = language;
  document.documentElement.lang = language;
  document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  document.title = word("title");
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-aria]")) element.setAttribute("aria-label", word(element.dataset.aria));
  for (const element of document.querySelectorAll("[data-placeholder]")) element.placeholder = word(element.dataset.placeholder);
  byId("language").lang = language === "ar" ? "en" : "ar";
};

const showTip = (node, event) => {
  const tip = byId("tip");
  tip.hidden = node === null;
  if (node === null) return;
  const kind = isEvent(node) ? [labelOf("events", eventOf(node).type), labelOf("statuses", eventOf(node).status), dateText(eventOf(node).date)]
    : [labelOf("types", THINGS[node].type), number(eventsOf[node].length) + " " + word("events_view")];
  tip.replaceChildren(name(nodeName(node)), el("div", {}, kind.filter(Boolean).join(" · ")));
  const box = byId("middle").getBoundingClientRect();
  tip.style.left = `${Math.min(event.clientX - box.left + 14, box.width - 200)}px`;
  tip.style.top = `${event.clientY - box.top + 16}px`;
};

const listen = () => {
  network.on("click", ({ nodes, edges }) => {
    if (nodes.length) choose(nodes[0]);
    else if (edges.length) {
      const edge = drawn.edges.find((each) => each.id === edges[0]);
      if (edge?.tie !== undefined) chooseTie(edge.tie);
      else if (edge?.role !== undefined) choose(edge.from);
      else if (edge) { const tie = tiesOf[edge.from].find((index) => TIES[index].a === edge.to || TIES[index].b === edge.to); if (tie !== undefined) chooseTie(tie); }
    } else if (state.selected && !state.path) choose(null);
  });
  network.on("doubleClick", ({ nodes }) => { if (nodes.length) expand(nodes[0]); });
  network.on("hoverNode", ({ node, event }) => showTip(node, event));
  network.on("blurNode", () => showTip(null));
  network.on("dragStart", () => showTip(null));
  network.on("dragEnd", ({ nodes }) => nodes.forEach((node) => places.set(node, network.getPosition(node))));
};

const keys = (event) => {
  if (event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
  const move = (x, y) => network.moveTo({ position: { x: network.getViewPosition().x + x / network.getScale(), y: network.getViewPosition().y + y / network.getScale() } });
  const zoom = (by) => network.moveTo({ scale: network.getScale() * by });
  const onPicture = document.activeElement === byId("network") || document.activeElement === document.body;
  const does = {
    "/": () => byId("query").focus(), Escape: () => choose(null), "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: () => network.fit(),
    ...(onPicture ? { ArrowLeft: () => move(-80, 0), ArrowRight: () => move(80, 0), ArrowUp: () => move(0, -80), ArrowDown: () => move(0, 80) } : {}),
  }[event.key];
  if (does) { event.preventDefault(); does(); }
};

const wire = () => {
  byId("people").onclick = () => setView("people");
  byId("events").onclick = () => setView("events");
  byId("more").onclick = () => {
    if (state.mode === "set") { const most = Math.max(4, Math.ceil(200 / drawn.nodes.length)); state.set = new Set(drawn.nodes.flatMap((node) => [node, ...neighbours(node, most)])); } else state.budget += 1;
    changed();
  };
  byId("all").onclick = () => { state.mode = "all"; changed(); };
  byId("home").onclick = startOver;
  byId("zoom-in").onclick = () => network.moveTo({ scale: network.getScale() * 1.25 });
  byId("zoom-out").onclick = () => network.moveTo({ scale: network.getScale() * 0.8 });
  byId("fit").onclick = () => network.fit();
  byId("filters-button").onclick = (event) => {
    const open = byId("filters").classList.toggle("open");
    event.target.setAttribute("aria-expanded", String(open));
  };
  byId("save-png").onclick = savePicture;
  byId("save-svg").onclick = () => download(new Blob([drawingText()], { type: "image/svg+xml" }), "network.svg");
  byId("save-csv").onclick = () => download(new Blob([tableText()], { type: "text/csv" }), "network.csv");
  byId("copy-link").onclick = copyLink;
  byId("print").onclick = () => window.print();
  byId("language").onclick = () => { setLanguage(state.language === "ar" ? "en" : "ar"); drawFilters(changed); changed(); };
  document.querySelector(".skip").onclick = (event) => { event.preventDefault(); byId("panel").focus(); };
  document.addEventListener("keydown", keys);
  document.addEventListener("click", (event) => { if (!byId("save").contains(event.target)) byId("save").open = false; });
  window.addEventListener("resize", () => drawTimeline(changed));
  window.addEventListener("hashchange", () => location.reload());
};

const showEmpty = () => {
  for (const id of ["filters", "panel", "tools", "legend", "timeline", "search", "filters-button", "save"]) byId(id).hidden = true;
  byId("network").replaceChildren(el("div.hero", {}, el("h2", {}, word("empty")), el("p", {}, word("empty_why")), el("code", { dir: "ltr" }, "kg build articles/ -o exports/")));
  document.querySelector(".switch").hidden = true;
  byId("language").onclick = () => { setLanguage(state.language === "ar" ? "en" : "ar"); showEmpty(); };
  document.documentElement.dataset.ready = "all";
};

const start = () => {
  recall();
  setLanguage(state.language);
  if (THING_COUNT + EVENTS.length === 0) { showEmpty(); return; }
  if (window.innerWidth < 760) byId("legend").open = false;
  showView();
  drawTimeline(changed);
  if (state.path) showPathPicture(); else draw();
  listen();
  wire();
  setUpSearch(choose);
  drawLegend();
  showNotice();
  document.documentElement.dataset.ready = "picture"; // what the tests wait for
  setTimeout(() => { drawFilters(changed); refreshPanel(); document.documentElement.dataset.ready = "all"; }, 0);
};

start();
