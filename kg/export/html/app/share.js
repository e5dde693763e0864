// Taking it along: a picture, a drawing, a table, and the address that opens this very view.

// The address keeps what was chosen, by keys that survive another build.
const remember = () => {
  const entries = new URLSearchParams();
  if (state.language !== "ar") entries.set("lang", state.language);
  if (state.view !== "people") entries.set("view", state.view);
  if (state.mode === "all") entries.set("show", "all");
  if (state.mode === "core" && state.budget > 1) entries.set("show", String(state.budget));
  if (state.mode === "set") entries.set("nodes", [...state.set].slice(0, 300).map(keyOfNode).join(","));
  if (state.hidden.size) entries.set("hidden", [...state.hidden].slice(0, 100).map(keyOfNode).join(","));
  if (state.selected?.node !== undefined) entries.set("at", keyOfNode(state.selected.node));
  if (state.path) entries.set("path", state.path.map(keyOfNode).join(","));
  if (state.colour !== "type") entries.set("colour", state.colour);
  if (state.allLinks) entries.set("links", "all");
  for (const [section, off] of Object.entries(state.off)) {
    const values = [...off].map((value) => (section === "outlets" ? MODEL.outlets[value] : value));
    if (values.length) entries.set(`no-${section}`, JSON.stringify(values));
  }
  if (state.confidence) entries.set("confidence", String(state.confidence));
  for (const side of ["since", "until"]) if (state[side]) entries.set(side, state[side]);
  if (state.undated) entries.set("undated", "1");
  const hash = entries.toString();
  history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
};

const recall = () => {
  const entries = new URLSearchParams(location.hash.slice(1));
  const nodesOf = (text) => (text ?? "").split(",").map((key) => nodeOfKey.get(key)).filter((node) => node !== undefined);
  if (entries.get("lang") === "en") state.language = "en";
  if (entries.get("view") === "events") state.view = "events";
  if (entries.get("show") === "all") state.mode = "all";
  else if (Number(entries.get("show")) > 1) state.budget = Math.min(50, Math.floor(Number(entries.get("show"))));
  const nodes = nodesOf(entries.get("nodes"));
  if (nodes.length) { state.mode = "set"; state.set = new Set(nodes); }
  state.hidden = new Set(nodesOf(entries.get("hidden")));
  const [at] = nodesOf(entries.get("at"));
  if (at !== undefined) state.selected = { node: at };
  const path = nodesOf(entries.get("path"));
  if (path.length === 2 && !path.some(isEvent)) state.path = path;
  if (entries.get("colour") === "community") state.colour = "community";
  state.allLinks = entries.get("links") === "all";
  for (const [section, off] of Object.entries(state.off)) {
    let values = [];
    try { values = JSON.parse(entries.get(`no-${section}`) ?? "[]"); } catch { values = []; } // an address mangled on its way
    if (!Array.isArray(values)) continue;
    for (const value of values) {
      const known = section === "outlets" ? MODEL.outlets.indexOf(value) : value;
      if (known !== -1) off.add(known);
    }
  }
  const confidence = Number(entries.get("confidence"));
  if (confidence > 0 && confidence <= 1) state.confidence = confidence;
  for (const side of ["since", "until"]) if (/^\d{4}-\d\d-\d\d$/.test(entries.get(side) ?? "")) state[side] = entries.get(side);
  state.undated = entries.get("undated") === "1";
};

const download = (blob, file) => {
  const link = el("a", { href: URL.createObjectURL(blob), download: file });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};

const savePicture = () => {
  const canvas = byId("network").querySelector("canvas");
  const copy = el("canvas", { width: canvas.width, height: canvas.height });
  const context = copy.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  copy.toBlob((blob) => download(blob, "network.png"), "image/png");
};

const drawingText = () => {
  const xs = drawn.nodes.map((node) => places.get(node).x);
  const ys = drawn.nodes.map((node) => places.get(node).y);
  const low = [Math.min(...xs) - 120, Math.min(...ys) - 80];
  const size = [Math.max(...xs) + 120 - low[0], Math.max(...ys) + 80 - low[1]];
  const root = svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: [...low, ...size].join(" "), width: size[0], height: size[1], "font-family": "Noto Sans Arabic, Tahoma, sans-serif" });
  root.append(svg("rect", { x: low[0], y: low[1], width: size[0], height: size[1], fill: "#ffffff" }));
  for (const edge of drawn.edges) {
    const look = drawnEdge(edge, false);
    const [a, b] = [places.get(edge.from), places.get(edge.to)];
    root.append(svg("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: (look.color ?? {}).color ?? "#b9c3cf", "stroke-width": look.width ?? 1, ...(look.dashes ? { "stroke-dasharray": look.dashes.join(" ") } : {}) }));
  }
  for (const node of drawn.nodes) {
    const { x, y } = places.get(node);
    const look = drawnNode(node, drawn.nodes.length);
    const fill = isEvent(node) ? look.color.background : thingColour(node);
    const shape = SHAPES[isEvent(node) ? "diamond" : (SCHEMA.types[THINGS[node].type] ?? {}).shape ?? "dot"]();
    const scale = NODES[node].size / 7;
    for (const [key, value] of Object.entries({ fill, stroke: isEvent(node) ? look.color.border : "#ffffff", "stroke-width": 1.5 / scale, transform: `translate(${x - 8 * scale} ${y - 8 * scale}) scale(${scale})` })) shape.setAttribute(key, value);
    root.append(shape);
    look.label.split("\n").forEach((line, at) => root.append(svg("text", { x, y: y + NODES[node].size + look.font.size * (1.1 + at * 1.2), "text-anchor": "middle", "font-size": look.font.size, fill: "#1d2733", stroke: "#ffffff", "stroke-width": 3, "paint-order": "stroke" }, line)));
  }
  return new XMLSerializer().serializeToString(root);
};

// As kg/export/tables.py: no cell is a formula.
const cell = (value) => {
  const text = String(value ?? "");
  const safe = /^ *[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) && typeof value !== "number" ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const tableText = () => {
  const rows = [["from", "from_type", "link", "status", "date", "to", "to_type", "article", "outlet", "sentence"]];
  const shownType = (node) => (isEvent(node) ? eventOf(node).type : THINGS[node].type);
  const words = (telling) => {
    const [sentence] = telling ?? [-1];
    if (sentence < 0) return ["", "", ""];
    const [article, text] = evidence().sentences[sentence];
    return [evidence().articles[article][0], evidence().articles[article][3], text];
  };
  const push = (from, link, status, date, to, telling) => rows.push([nodeName(from), shownType(from), link, status, date, nodeName(to), shownType(to), ...words(telling)]);
  for (const edge of drawn.edges) {
    if (edge.tie !== undefined) {
      const tie = TIES[edge.tie];
      for (const index of tie.events) if (passing.events[index]) push(tie.a, EVENTS[index].type, EVENTS[index].status, EVENTS[index].date || "", tie.b, evidence().events[index][0]);
      for (const index of tie.facts) if (passing.facts[index]) push(FACTS[index].subject, FACTS[index].title || FACTS[index].type, FACTS[index].former ? "former" : "", "", FACTS[index].object, evidence().facts[index][0]);
    } else if (edge.role !== undefined) {
      push(edge.from, edge.role, eventOf(edge.from).status, eventOf(edge.from).date || "", edge.to, evidence().events[edge.from - THING_COUNT][0]);
    } else push(edge.from, FACTS[edge.fact].title || FACTS[edge.fact].type, FACTS[edge.fact].former ? "former" : "", "", edge.to, evidence().facts[edge.fact][0]);
  }
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
};

const copyLink = async () => {
  remember();
  const box = byId("notice");
  box.hidden = false;
  try {
    await navigator.clipboard.writeText(location.href);
    box.textContent = word("copied");
  } catch { // a page from a file may not write to the clipboard: show it to be copied by hand
    box.replaceChildren(el("bdi", { dir: "ltr" }, location.href));
  }
  setTimeout(() => { box.hidden = true; showNotice(); }, 6000);
};
