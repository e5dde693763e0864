// Which nodes and edges are drawn: the part worth seeing, everything, or what was asked for.

const SMALL = window.innerWidth < 760 ? 0.4 : 1; // a telephone opens on less
const SHOWN_PEOPLE = Math.ceil(MODEL.core.people.length * SMALL) || 1;
const STEP = 48; // what "show more" adds

// How much a tie weighs under the filters, as kg/export/network.py reckons it: deeds and relations 1 for each source,
// divided among the other parties, words a third.
const eventWeights = EVENTS.map((event) => Math.max(event.sources, 1) / Math.max(new Set(event.roles.map((role) => role[1])).size - 1, 1)
  / (GROUP_OF[event.type] === "Statement" ? 3 : 1));
const eventWeight = (index) => eventWeights[index];
const tieWeight = (tie) => {
  let weight = 0;
  for (const index of tie.events) if (passing.events[index]) weight += eventWeight(index);
  for (const index of tie.facts) if (passing.facts[index]) weight += FACTS[index].sources;
  return weight;
};

let weights = [];
const reweigh = () => { weights = TIES.map(tieWeight); };

const mayShow = (index) => !state.off.types.has(THINGS[index].type) && !state.hidden.has(index);

const thingWeight = () => {
  if (!passing.any) return THINGS.map((thing) => thing.centrality);
  const sums = THINGS.map(() => 0);
  TIES.forEach((tie, index) => { sums[tie.a] += weights[index]; sums[tie.b] += weights[index]; });
  return sums;
};

const ranked = (count) => {
  const worth = thingWeight();
  return THINGS.map((_, index) => index).filter((index) => mayShow(index) && worth[index] > 0)
    .sort((a, b) => worth[b] - worth[a] || a - b).slice(0, count);
};

// The nodes that the state asks for, as numbers.
const wantedNodes = () => {
  if (state.mode === "set") {
    return [...state.set].filter((node) => (isEvent(node)
      ? state.view === "events" && passing.events[node - THING_COUNT] && !state.hidden.has(node) : mayShow(node)));
  }
  if (state.view === "people") {
    if (state.mode === "all") {
      const tied = new Set();
      TIES.forEach((tie, index) => { if (weights[index] > 0) { tied.add(tie.a); tied.add(tie.b); } });
      return THINGS.map((_, index) => index).filter((index) => mayShow(index) && (!passing.any || tied.has(index)));
    }
    return withNeighbours(SHOWN_PEOPLE + (state.budget - 1) * STEP);
  }
  if (state.mode === "all") {
    const events = EVENTS.map((_, index) => index).filter((index) => passing.events[index]);
    const used = new Set(events.flatMap((index) => EVENTS[index].roles.map((role) => role[1])));
    return [
      ...THINGS.map((_, index) => index).filter((index) => mayShow(index) && (!passing.any || used.has(index))),
      ...events.map(eventNode).filter((node) => !state.hidden.has(node)),
    ];
  }
  if (SMALL === 1 && !passing.any && state.budget === 1 && state.hidden.size === 0) return MODEL.core.events.map((row) => row[0]);
  return eventCore(null, Math.ceil(24 * SMALL) * state.budget);
};

// As kg/export/html/core.py: the most central, each with the two it is most tied to.
const withNeighbours = (count) => {
  const chosen = new Set();
  for (const node of ranked(THING_COUNT)) {
    for (const each of [node, ...strongest(node).slice(0, 2)]) if (chosen.size < count) chosen.add(each);
    if (chosen.size >= count) break;
  }
  return [...chosen];
};

// The events that most matter, and of each the four most central parties; `among` narrows to events that join two of
// these things (one, where there are no more).
const eventCore = (among, count) => {
  const parties = EVENTS.map((event) => [...new Set(event.roles.map((role) => role[1]))].filter((thing) => mayShow(thing) && (!among || among.has(thing))));
  const least = among && among.size > 2 ? 2 : 1;
  const rankOf = (index) => (GROUP_OF[EVENTS[index].type] === "Statement" ? 2 : 0) + (parties[index].length < 2 ? 1 : 0);
  const events = EVENTS.map((_, index) => index)
    .filter((index) => parties[index].length >= least && passing.events[index] && !state.hidden.has(eventNode(index)))
    .sort((a, b) => rankOf(a) - rankOf(b) || EVENTS[b].rank - EVENTS[a].rank || a - b).slice(0, count);
  const things = events.flatMap((index) => parties[index].sort((a, b) => THINGS[b].centrality - THINGS[a].centrality || a - b).slice(0, 4));
  return [...new Set(things), ...events.map(eventNode)];
};

// {nodes, edges, left}: edges are {id, from, to, tie | role | fact}; `left` counts those too weak to be drawn.
const visible = () => {
  const nodes = wantedNodes();
  const shown = new Set(nodes);
  if (state.view === "people") {
    const all = [];
    for (const node of nodes) {
      for (const index of tiesOf[node]) {
        const tie = TIES[index];
        if (tie.a === node && weights[index] > 0 && shown.has(tie.b)) all.push(index);
      }
    }
    const kept = state.allLinks || state.path ? all : backbone(all, nodes.length);
    return { nodes, edges: kept.map((index) => ({ id: index, from: TIES[index].a, to: TIES[index].b, tie: index })), left: all.length - kept.length };
  }
  const edges = [];
  for (const node of nodes) {
    if (!isEvent(node)) continue;
    eventOf(node).roles.forEach(([role, thing], index) => {
      if (shown.has(thing)) edges.push({ id: `r${node}-${index}`, from: node, to: thing, role });
    });
  }
  FACTS.forEach((fact, index) => {
    if (passing.facts[index] && shown.has(fact.subject) && shown.has(fact.object) && fact.subject !== fact.object) {
      edges.push({ id: `f${index}`, from: fact.subject, to: fact.object, fact: index });
    }
  });
  return { nodes, edges, left: 0 };
};

// As kg/export/html/core.py: the three strongest of each, and the strongest of all up to twice as many as nodes.
const backbone = (indexes, count) => {
  const byWeight = [...indexes].sort((x, y) => weights[y] - weights[x] || x - y);
  const kept = new Set(byWeight.slice(0, 2 * count));
  const of = new Map();
  for (const index of byWeight) {
    const { a, b } = TIES[index];
    if (Math.min(of.get(a) ?? 0, of.get(b) ?? 0) < 3) kept.add(index);
    of.set(a, (of.get(a) ?? 0) + 1);
    of.set(b, (of.get(b) ?? 0) + 1);
  }
  return [...kept].sort((x, y) => x - y);
};

// The things that a thing is tied to, the strongest first.
const strongest = (node) => tiesOf[node].filter((index) => weights[index] > 0)
  .sort((x, y) => weights[y] - weights[x] || x - y)
  .map((index) => (TIES[index].a === node ? TIES[index].b : TIES[index].a)).filter(mayShow);

// The strongest neighbours of a node: things by their ties, and in the events view the events and who is in them.
const neighbours = (node, most = 24) => {
  if (isEvent(node)) return eventOf(node).roles.map((role) => role[1]).filter(mayShow);
  const things = strongest(node);
  if (state.view === "people") return things.slice(0, most);
  const events = eventsOf[node].filter((index) => passing.events[index])
    .sort((x, y) => EVENTS[y].rank - EVENTS[x].rank || x - y).slice(0, most);
  return [...events.map(eventNode), ...new Set(events.flatMap((index) => EVENTS[index].roles.map((role) => role[1])).filter(mayShow))];
};

// The fewest steps between two things over ties that pass, the stronger first; null where there is none.
const shortestPath = (from, to) => {
  const before = new Map([[from, null]]);
  let edge = [from];
  while (edge.length && !before.has(to)) {
    const next = [];
    for (const node of edge) {
      for (const index of [...tiesOf[node]].sort((x, y) => weights[y] - weights[x] || x - y)) {
        const other = TIES[index].a === node ? TIES[index].b : TIES[index].a;
        if (weights[index] > 0 && !before.has(other) && mayShow(other)) { before.set(other, { node, tie: index }); next.push(other); }
      }
    }
    edge = next;
  }
  if (!before.has(to)) return null;
  const nodes = [to];
  const ties = [];
  for (let step = before.get(to); step; step = before.get(step.node)) { nodes.unshift(step.node); ties.unshift(step.tie); }
  return { nodes, ties };
};
