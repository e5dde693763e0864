// The data of the page, as kg/export/html/model.py writes it, with names for its columns and the way from a node to
// what is tied to it.

const parsed = (id) => JSON.parse(document.getElementById(id).textContent);

const NODES = parsed("nodes-data");
const EDGES = parsed("edges-data");
const OPTIONS = parsed("options-data");
const WORDS = parsed("words-data");
const MODEL = parsed("model-data");
const SCHEMA = MODEL.schema;

const named = (columns) => (row) => {
  const item = {};
  columns.forEach((column, index) => { item[column] = row[index]; });
  return item;
};
const THINGS = MODEL.things.map(named(
  ["key", "type", "subtype", "name", "nameEn", "names", "links", "confidence", "centrality", "community"]));
const EVENTS = MODEL.events.map(named(
  ["key", "type", "status", "date", "inferred", "first", "last", "roles", "count", "labelAr", "labelEn", "confidence",
    "sources", "asserted", "outlets", "rank"]));
const FACTS = MODEL.facts.map(named(
  ["type", "subject", "object", "title", "former", "asserted", "confidence", "sources", "outlets"]));
const TIES = EDGES.map((edge, index) => ({
  a: edge.from, b: edge.to, events: MODEL.behind[index][0], facts: MODEL.behind[index][1],
}));
const THING_COUNT = THINGS.length;

const GROUP_OF = {};
for (const [group, entry] of Object.entries(SCHEMA.groups)) {
  for (const leaf of entry.leaves) GROUP_OF[leaf] = group;
}

const isEvent = (node) => node >= THING_COUNT;
const eventOf = (node) => EVENTS[node - THING_COUNT];
const eventNode = (index) => index + THING_COUNT;

const tiesOf = THINGS.map(() => []);
TIES.forEach((tie, index) => { tiesOf[tie.a].push(index); tiesOf[tie.b].push(index); });
const eventsOf = THINGS.map(() => []);
EVENTS.forEach((event, index) => {
  for (const thing of new Set(event.roles.map((role) => role[1]))) eventsOf[thing].push(index);
});
const factsOf = THINGS.map(() => []);
FACTS.forEach((fact, index) => {
  if (fact.subject >= 0) factsOf[fact.subject].push(index);
  if (fact.object >= 0 && fact.object !== fact.subject) factsOf[fact.object].push(index);
});
const nodeOfKey = new Map();
THINGS.forEach((thing, index) => nodeOfKey.set(`t:${thing.key}`, index));
EVENTS.forEach((event, index) => nodeOfKey.set(`e:${event.key}`, eventNode(index)));
const keyOfNode = (node) => (isEvent(node) ? `e:${eventOf(node).key}` : `t:${THINGS[node].key}`);

// What the person looking at it has chosen. `mode` is "core", "all" or "set" (the nodes of `set`).
const state = {
  language: "ar", view: "people", mode: "core", budget: 1, set: new Set(), hidden: new Set(), pinned: new Map(),
  selected: null, colour: "type", allLinks: false, path: null, choosing: null,
  off: { types: new Set(), relations: new Set(), groups: new Set(), statuses: new Set(), outlets: new Set() },
  confidence: 0, since: "", until: "", undated: false,
};

const word = (name, values = {}) => {
  let text = WORDS[state.language][name] ?? name;
  for (const [key, value] of Object.entries(values)) text = text.replaceAll(`{${key}}`, value);
  return text;
};
const labelOf = (section, key) => (SCHEMA[section][key] ?? {})[state.language] ?? key;
const number = (value) => value.toLocaleString(state.language === "ar" ? "ar-u-nu-latn" : "en");

// The same form in which kg compares words: kg.text.normalize.fold, by the same table.
const fold = (text) => {
  let folded = "";
  for (const char of text) folded += MODEL.fold[char] ?? char;
  return folded.toLowerCase();
};

const thingName = (index) => {
  const thing = THINGS[index];
  return (state.language === "en" && thing.nameEn) || thing.name;
};
// In English the kind of event with the English names of who is in it: a label made before does not know them all.
const eventName = (event) => {
  if (state.language === "ar") return event.labelAr;
  const parties = [...new Set(event.roles.map((role) => role[1]))].slice(0, 3)
    .map((thing) => `\u2068${thingName(thing)}\u2069`);
  return parties.length ? `${labelOf("events", event.type)}: ${parties.join(", ")}` : labelOf("events", event.type);
};
const nodeName = (node) => (isEvent(node) ? eventName(eventOf(node)) : thingName(node));
const thingColour = (index) => {
  const thing = THINGS[index];
  if (state.colour === "community") return SCHEMA.communities[thing.community] ?? SCHEMA.unknown;
  return (SCHEMA.types[thing.type] ?? {}).colour ?? SCHEMA.unknown;
};
const groupColour = (leaf) => (SCHEMA.groups[GROUP_OF[leaf]] ?? {}).colour ?? SCHEMA.unknown;

// An EDTF value for people.
const dateText = (edtf) => {
  if (!edtf) return "";
  const locale = state.language === "ar" ? "ar-u-nu-latn-ca-gregory" : "en-GB";
  const one = (value) => {
    const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d:\d\d))?.*?([~?%]?)$/.exec(value);
    if (!match || value.includes("X") || (match[2] && Number(match[2]) > 12)) return `\u2066${value}\u2069`;
    const options = { year: "numeric", timeZone: "UTC" };
    if (match[2]) options.month = "long";
    if (match[3]) options.day = "numeric";
    const day = new Date(Date.UTC(Number(match[1]), Number(match[2] ?? 1) - 1, Number(match[3] ?? 1)));
    const shown = new Intl.DateTimeFormat(locale, options).format(day) + (match[4] ? ` ${match[4]}` : "");
    return match[5] ? `${word("about_date")} ${shown}` : shown;
  };
  return edtf.split("/").filter((part) => part && part !== "..").map(one).join(" – ");
};
