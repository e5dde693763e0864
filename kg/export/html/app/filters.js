// What may be seen: types, relations, event groups, statuses, outlets, confidence, period.

const passing = { events: [], facts: [], any: false };

const seesOutlet = (outlets) => outlets.length === 0 || outlets.some((outlet) => !state.off.outlets.has(outlet));
const inPeriod = (first, last) => {
  if (!state.since && !state.until) return true;
  if (!first) return state.undated;
  return (!state.until || first <= state.until) && (!state.since || last >= state.since);
};
const filtered = () => state.confidence > 0 || state.since !== "" || state.until !== ""
  || Object.values(state.off).some((set) => set.size > 0);

const applyFilters = () => {
  const { off, confidence } = state;
  passing.events = EVENTS.map((event) => !off.groups.has(GROUP_OF[event.type]) && !off.statuses.has(event.status)
    && event.confidence >= confidence && seesOutlet(event.outlets) && inPeriod(event.first, event.last));
  const dated = state.since !== "" || state.until !== "";
  passing.facts = FACTS.map((fact) => !off.relations.has(fact.type) && fact.confidence >= confidence
    && seesOutlet(fact.outlets) && (!dated || state.undated));
  passing.any = filtered();
};

const countBy = (items, key) => {
  const counts = new Map();
  for (const item of items) for (const value of [key(item)].flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

const drawFilters = (changed) => {
  const box = byId("filters");
  const toggle = (section, key, text, count, colour) => el("label", {},
    el("input", {
      type: "checkbox", checked: !state.off[section].has(key),
      onchange: (event) => { state.off[section][event.target.checked ? "delete" : "add"](key); changed(); },
    }),
    colour ? el("span.dot", { background: colour }) : null, name(text), el("span.n", {}, number(count)));
  const section = (title, rows, long) => (rows.length > 1 || title === "types"
    ? [el("h2", {}, word(title)), el(long ? "div.long" : "div", {}, rows)] : []);
  const outlets = countBy([...EVENTS, ...FACTS], (item) => item.outlets);
  const types = countBy(THINGS, (thing) => thing.type);
  const groups = countBy(EVENTS, (event) => GROUP_OF[event.type]);
  const statuses = countBy(EVENTS, (event) => event.status);
  const relations = countBy(FACTS, (fact) => fact.type);
  const radio = (value, text) => el("label", {}, el("input", {
    type: "radio", name: "colour", checked: state.colour === value, onchange: () => { state.colour = value; changed(); },
  }), word(text));
  const shownConfidence = el("span.n", {}, word("at_least", { value: state.confidence }));
  box.replaceChildren(
    el("div.buttons", {},
      el("button", { type: "button", onclick: () => { clearFilters(); drawFilters(changed); changed(); } }, word("clear_filters")),
      state.hidden.size ? el("button", { type: "button", onclick: () => { state.hidden.clear(); drawFilters(changed); changed(); } },
        `${word("unhide")} (${number(state.hidden.size)})`) : null),
    ...section("types", Object.keys(SCHEMA.types).filter((key) => types.has(key))
      .map((key) => toggle("types", key, labelOf("types", key), types.get(key), SCHEMA.types[key].colour))),
    ...section("groups", Object.keys(SCHEMA.groups).filter((key) => groups.has(key))
      .map((key) => toggle("groups", key, labelOf("groups", key), groups.get(key), SCHEMA.groups[key].colour))),
    ...section("statuses", Object.keys(SCHEMA.statuses).filter((key) => statuses.has(key))
      .map((key) => toggle("statuses", key, labelOf("statuses", key), statuses.get(key)))),
    ...section("relations", Object.keys(SCHEMA.relations).filter((key) => relations.has(key))
      .map((key) => toggle("relations", key, labelOf("relations", key), relations.get(key))), true),
    ...section("outlets", [...outlets.keys()].sort((a, b) => outlets.get(b) - outlets.get(a) || a - b)
      .map((key) => toggle("outlets", key, MODEL.outlets[key] || word("no_outlet"), outlets.get(key))), true),
    el("h2", {}, word("confidence")),
    el("label", {}, el("input", {
      type: "range", min: 0, max: 1, step: 0.05, value: state.confidence, "aria-label": word("confidence"),
      oninput: (event) => {
        state.confidence = Number(event.target.value);
        shownConfidence.textContent = word("at_least", { value: state.confidence });
        changed();
      },
    }), shownConfidence),
    el("h2", {}, word("colours")), radio("type", "by_type"), radio("community", "by_community"),
    el("label", {}, el("input", {
      type: "checkbox", checked: state.allLinks, onchange: (event) => { state.allLinks = event.target.checked; changed(); },
    }), word("all_links")),
  );
};

const clearFilters = () => {
  for (const set of Object.values(state.off)) set.clear();
  Object.assign(state, { confidence: 0, since: "", until: "", undated: false });
};
