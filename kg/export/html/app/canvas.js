// The picture: vis-network with our places, colours and names.

let network = null;
let drawn = { nodes: [], edges: [], left: 0 };
const MOST_LABELS = 45; // of edges: more cover each other
const nodeSet = new vis.DataSet();
const edgeSet = new vis.DataSet();

// Each name between isolates, so that its own direction rules it; two short lines rather than a long one.
const drawnLabel = (text) => {
  const most = LINE;
  const words = text.split(" ");
  const lines = [""];
  for (const each of words) {
    const line = lines[lines.length - 1];
    if (line && line.length + each.length + 1 > most) lines.push(each);
    else lines[lines.length - 1] = line ? `${line} ${each}` : each;
  }
  const cut = lines.slice(0, 2).map((line) => (line.length > most + 12 ? `${line.slice(0, most + 11)}…` : line));
  if (lines.length > 2) cut[1] += "…";
  return cut.map((line) => `\u2068${line}\u2069`).join("\n");
};

const fontSize = (node, count) => {
  const rank = isEvent(node) ? eventOf(node).rank * 0.5 : THINGS[node].centrality;
  if (count <= MANY) return Math.round(15 + 9 * rank ** 0.7);
  return afar.greatest.has(node) ? Math.round(13 / afar.scale) : Math.round(9 + 26 * rank ** 0.5);
};

// Seen from afar, nodes are drawn larger and the names of the greatest so that they can be read.
const MANY = 400;
const afar = { scale: 1, greatest: new Set() };
const lookFromAfar = (nodes) => {
  if (nodes.length <= MANY) return;
  const side = (of) => { const all = nodes.map((node) => places.get(node)[of]); return all.reduce((most, at) => Math.max(most, Math.abs(at)), 1) * 2; };
  const box = byId("network").getBoundingClientRect();
  afar.scale = Math.min(box.width / side("x"), box.height / side("y"));
  afar.greatest = new Set();
  const taken = [];
  const byWorth = nodes.filter((node) => !isEvent(node)).sort((a, b) => THINGS[b].centrality - THINGS[a].centrality || a - b);
  for (const node of byWorth.slice(0, 120)) {
    const [x, y] = [places.get(node).x * afar.scale, places.get(node).y * afar.scale];
    const half = Math.min(nodeName(node).length, LINE) * 4 + 4;
    if (taken.some((other) => Math.abs(other.x - x) < other.half + half && Math.abs(other.y - y) < 38)) continue;
    taken.push({ x, y, half });
    afar.greatest.add(node);
    if (taken.length === 30) return;
  }
};
const magnified = (count) => (count > MANY ? Math.min(5, Math.sqrt(count / 250)) : 1);

const drawnNode = (node, count) => {
  const base = { id: node, x: places.get(node).x, y: places.get(node).y, size: NODES[node].size, group: NODES[node].group };
  base.font = { size: fontSize(node, count) };
  if (afar.greatest.has(node) && count > MANY) base.font.strokeWidth = 4 / afar.scale;
  if (count > MANY) { base.size *= magnified(count) / 1.4; base.borderWidth = 0; }
  if (state.pinned.has(node)) base.fixed = true;
  if (!isEvent(node)) {
    const colour = thingColour(node);
    base.label = drawnLabel(thingName(node));
    if (state.colour !== "type") base.color = filled(colour, "#ffffff");
    return base;
  }
  const event = eventOf(node);
  const style = statusStyle(event.status);
  const colour = style.colour ?? groupColour(event.type);
  base.label = style.mark + drawnLabel(eventName(event));
  base.font.color = event.status === "actual" ? "#3a4654" : colour;
  base.color = filled(paler(colour, style.fill), event.status === "actual" ? "#ffffff" : colour);
  if (style.dash) { base.shapeProperties = { borderDashes: style.dash }; base.borderWidth = 2 * magnified(count); }
  return base;
};

const filled = (background, border) => ({
  background, border, highlight: { background, border: "#1d2733" }, hover: { background, border: "#1d2733" },
});

// What most joins two things: the group of most of their events, else their relation.
const tieLook = (tie) => {
  const groups = new Map();
  let status = null;
  for (const index of tie.events) {
    if (!passing.events[index]) continue;
    const event = EVENTS[index];
    groups.set(event.type, (groups.get(event.type) ?? 0) + eventWeight(index));
    status = status === null || status === event.status ? event.status : "actual";
  }
  const facts = tie.facts.filter((index) => passing.facts[index]);
  if (facts.length) status = "actual";
  const leaf = [...groups.keys()].sort((x, y) => groups.get(y) - groups.get(x) || (x < y ? -1 : 1))[0];
  if (leaf && (!facts.length || groups.get(leaf) > facts.length)) {
    return { colour: groupColour(leaf), status, label: labelOf("events", leaf) };
  }
  const fact = FACTS[facts[0]];
  return { colour: "#8d99a8", status: "actual", label: fact.title || labelOf("relations", fact.type) };
};

// Is there room for a word on the line between the two?
const isLong = (edge) => {
  const [a, b] = [places.get(edge.from), places.get(edge.to)];
  return Math.hypot(a.x - b.x, a.y - b.y) > 160;
};

const drawnEdge = (edge, labelled) => {
  const base = { id: edge.id, from: edge.from, to: edge.to };
  if (edge.tie !== undefined) {
    const look = tieLook(TIES[edge.tie]);
    const many = drawn.edges.length > MANY;
    base.width = Math.min(7, 0.9 + Math.log2(1 + weights[edge.tie]) * 0.9) * (many ? 0.6 : 1);
    base.color = { color: paler(look.colour, many ? 0.3 : 0.5), highlight: look.colour, hover: look.colour };
    base.dashes = statusStyle(look.status).dash ?? false;
    if (labelled && isLong(edge)) base.label = drawnLabel(look.label);
    return base;
  }
  if (edge.role !== undefined) {
    const event = eventOf(edge.from);
    const colour = statusStyle(event.status).colour ?? groupColour(event.type);
    base.color = { color: paler(colour, drawn.edges.length > MANY ? 0.3 : 0.45), highlight: colour, hover: colour };
    base.dashes = statusStyle(event.status).dash ?? false;
    if (labelled && isLong(edge)) base.label = drawnLabel(labelOf("roles", edge.role));
    return base;
  }
  const fact = FACTS[edge.fact];
  base.color = { color: "#b9c3cf", highlight: "#66758a", hover: "#66758a" };
  base.arrows = { to: { enabled: true, scaleFactor: 0.5 } };
  base.dashes = fact.former ? [2, 5] : false;
  if (labelled && isLong(edge)) base.label = drawnLabel(fact.title || labelOf("relations", fact.type));
  return base;
};

// Draws what the state asks for. `fit` brings it all into view.
const draw = ({ fit = true } = {}) => {
  applyFilters();
  reweigh();
  drawn = visible();
  placeNodes(drawn);
  lookFromAfar(drawn.nodes);
  const labelled = drawn.edges.length <= MOST_LABELS;
  const nodes = drawn.nodes.map((node) => drawnNode(node, drawn.nodes.length));
  const edges = drawn.edges.map((edge) => drawnEdge(edge, labelled));
  edgeSet.clear();
  nodeSet.clear();
  nodeSet.add(nodes);
  edgeSet.add(edges);
  network ??= new vis.Network(byId("network"), { nodes: nodeSet, edges: edgeSet }, OPTIONS);
  if (fit) network.fit({ maxZoomLevel: 1.15, animation: false });
  if (state.selected && state.selected.node !== undefined && nodeSet.get(state.selected.node)) highlight(state.selected.node);
  showStatus();
};

// Only what is tied to the selected node keeps its strength; null gives all of it back.
const highlight = (node) => {
  if (node === null) network.unselectAll(); else network.selectNodes([node]);
  if (drawn.nodes.length > 1500) return;
  const near = new Set([node]);
  for (const edge of drawn.edges) {
    if (edge.from === node) near.add(edge.to);
    if (edge.to === node) near.add(edge.from);
  }
  // vis-network takes an update for the whole of an item's colours, so each is drawn anew.
  nodeSet.update(drawn.nodes.map((each) => {
    const look = drawnNode(each, drawn.nodes.length);
    const strong = node === null || near.has(each);
    return { ...look, opacity: strong ? 1 : 0.22, font: { ...look.font, color: strong ? look.font.color ?? "#1d2733" : "#1d273344" } };
  }));
  const labelled = drawn.edges.length <= MOST_LABELS;
  edgeSet.update(drawn.edges.map((edge) => {
    const touches = node === null || edge.from === node || edge.to === node;
    const look = drawnEdge(edge, labelled || (node !== null && touches && near.size <= 30));
    const colour = node === null ? look.color.color : touches ? look.color.highlight : "#edf0f3";
    return { ...look, label: touches ? look.label ?? " " : " ", color: { ...look.color, color: colour } };
  }));
};

const showStatus = () => {
  const total = state.view === "people" ? THING_COUNT : THING_COUNT + EVENTS.length;
  const box = byId("status");
  box.replaceChildren(drawn.nodes.length === 0 ? word("nothing_passes")
    : word("showing", { nodes: number(drawn.nodes.length), total: number(total), edges: number(drawn.edges.length) }));
  if (drawn.left) {
    box.append(" · ", word("weaker", { count: number(drawn.left) }), el("button", {
      type: "button", onclick: () => { state.allLinks = true; draw({ fit: false }); remember(); },
    }, word("all_links")));
  }
  byId("more").disabled = byId("all").disabled = drawn.nodes.length >= total;
};
