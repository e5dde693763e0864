// Places for what is drawn. The opening picture and the whole have theirs from the build; any other choice is laid out
// here, always the same way for the same choice.

const places = new Map(); // node -> {x, y}, where it was last drawn
const NARROW = window.innerWidth < 760; // a telephone shows fewer, one above the other
const WIDE = NARROW ? 0.85 : 1.7;
const LINE = 20; // letters in a line of a name

const given = (rows) => new Map(rows.map(([node, x, y]) => [node, { x, y }]));
const CORE_PLACES = { people: given(MODEL.core.people), events: given(MODEL.core.events) };

const placeNodes = (shown) => {
  const { nodes, edges } = shown;
  const core = CORE_PLACES[state.view];
  const opening = !NARROW && state.mode === "core" && nodes.every((node) => core.has(node));
  if (state.path && nodes.length > 1) nodes.forEach((node, index) => places.set(node, { x: (state.language === "ar" ? -1 : 1) * index * 190, y: (index % 2) * 60 }));
  else if (opening) nodes.forEach((node) => places.set(node, core.get(node)));
  else if (nodes.length > 450) nodes.forEach((node) => places.set(node, { x: NODES[node].x, y: NODES[node].y }));
  else relax(nodes, edges);
  for (const [node, place] of state.pinned) places.set(node, place);
};

// As kg/export/layout.py: Fruchterman-Reingold with a pull to the middle, from a sunflower, then names moved apart.
const relax = (nodes, edges) => {
  const count = nodes.length;
  if (!count) return;
  const at = new Map(nodes.map((node, index) => [node, index]));
  const links = edges.map((edge) => [at.get(edge.from), at.get(edge.to)]);
  const spacing = 70 + 3 * Math.max(0, 24 - count); // few have room
  const radius = (spacing * Math.sqrt(count)) / 1.8;
  const middle = 0.25 * Math.sqrt(count);
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  nodes.forEach((node, index) => {
    const angle = index * 2.399963;
    const far = radius * Math.sqrt((index + 0.5) / count);
    xs[index] = far * Math.cos(angle);
    ys[index] = far * Math.sin(angle);
  });
  const steps = count < 150 ? 400 : 160;
  const moveX = new Float64Array(count);
  const moveY = new Float64Array(count);
  for (let step = 0; step < steps; step += 1) {
    const heat = (radius / 3) * (1 - step / steps) ** 2 + 0.5;
    for (let i = 0; i < count; i += 1) { moveX[i] = -xs[i] * middle; moveY[i] = -ys[i] * middle; }
    for (let i = 0; i < count; i += 1) {
      for (let j = i + 1; j < count; j += 1) {
        const dx = xs[i] - xs[j];
        const dy = ys[i] - ys[j];
        const push = (spacing * spacing) / Math.max(dx * dx + dy * dy, 1);
        moveX[i] += dx * push; moveY[i] += dy * push;
        moveX[j] -= dx * push; moveY[j] -= dy * push;
      }
    }
    for (const [i, j] of links) {
      const dx = xs[i] - xs[j];
      const dy = ys[i] - ys[j];
      const pull = Math.hypot(dx, dy) / spacing;
      moveX[i] -= dx * pull; moveY[i] -= dy * pull;
      moveX[j] += dx * pull; moveY[j] += dy * pull;
    }
    for (let i = 0; i < count; i += 1) {
      const length = Math.max(Math.hypot(moveX[i], moveY[i]), 1e-9);
      const move = Math.min(length, heat) / length;
      xs[i] += moveX[i] * move;
      ys[i] += moveY[i] * move;
    }
  }
  for (let i = 0; i < count; i += 1) xs[i] *= WIDE;
  moveApart(xs, ys, nodes.map(boxOf));
  nodes.forEach((node, index) => places.set(node, { x: Math.round(xs[index]), y: Math.round(ys[index]) }));
};

// The room that a node and its name take: half its width, above the centre, below it.
const boxOf = (node) => {
  const rank = isEvent(node) ? eventOf(node).rank / 2 : THINGS[node].centrality;
  const size = 7 + 23 * rank ** 0.6;
  const font = 15 + 9 * rank ** 0.7;
  const { length } = nodeName(node);
  const lines = length <= LINE ? 1 : 2;
  return [Math.max(size, Math.min(length, LINE + 2) * font * 0.27) + 10, size + 6, size + 8 + lines * font * 1.3];
};

const moveApart = (xs, ys, boxes) => {
  const half = boxes.map((box) => box[0]);
  const tall = boxes.map((box) => (box[1] + box[2]) / 2);
  const down = boxes.map((box) => (box[2] - box[1]) / 2);
  for (let round = 0; round < 200; round += 1) {
    let touching = false;
    for (let i = 0; i < xs.length; i += 1) {
      for (let j = i + 1; j < xs.length; j += 1) {
        const dx = xs[i] - xs[j];
        const overX = half[i] + half[j] - Math.abs(dx);
        if (overX <= 0) continue;
        const dy = ys[i] + down[i] - ys[j] - down[j];
        const overY = tall[i] + tall[j] - Math.abs(dy);
        if (overY <= 0) continue;
        touching = true;
        const step = (Math.min(overX, overY) / 2) * 0.6 + 0.5;
        if (overX < overY) { xs[i] += dx < 0 ? -step : step; xs[j] -= dx < 0 ? -step : step; } else { ys[i] += dy < 0 ? -step : step; ys[j] -= dy < 0 ? -step : step; }
      }
    }
    if (!touching) return;
  }
};
