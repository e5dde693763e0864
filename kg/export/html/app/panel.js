// The side panel: everything about what was clicked, each with its words.

const go = (node) => el("button.go", { type: "button", onclick: () => choose(node) }, name(nodeName(node)));
const goEvent = (index) => go(eventNode(index));
const heading = (text, count) => el("h3", {}, word(text), count === undefined ? null : el("span.n", {}, number(count)));
const stateBadge = (status) => (status === "actual" ? null : el(`span.state.${status}`, {}, labelOf("statuses", status)));
const inOrder = (a, b) => (EVENTS[a].first || "9999").localeCompare(EVENTS[b].first || "9999") || a - b;

// What a statement reports, cut short: "said: …" alone would tell nothing in a list.
const reported = (index) => {
  const telling = evidence().events[index].find((each) => each[0] >= 0 && each[3] >= 0);
  if (!telling) return null;
  const text = evidence().sentences[telling[0]][1].slice(telling[3], telling[4]);
  return el("span.reported", {}, name(text.length > 120 ? `${text.slice(0, 118)}…` : text));
};
const outletNames = (event) => event.outlets.map((outlet) => MODEL.outlets[outlet]).filter(Boolean).slice(0, 2).map((outlet) => `\u2068${outlet}\u2069`).join(", ");

const eventItem = (index, open = false) => {
  const event = EVENTS[index];
  const item = el("details.item", { open, colour: groupColour(event.type) },
    el("summary", {}, el("span", {}, name(eventName(event)), " ", stateBadge(event.status)),
      GROUP_OF[event.type] === "Statement" ? reported(index) : null,
      el("span.when", {}, [labelOf("events", event.type), dateText(event.date) || word("no_date"),
        event.sources > 1 ? word("sources", { count: number(event.sources) }) : outletNames(event)].filter(Boolean).join(" · "))));
  if (event.status !== "actual") item.classList.add("not-actual");
  const fill = () => {
    if (item.dataset.full) return;
    item.dataset.full = "1";
    item.append(el("div.line", {}, ...event.roles.map(([role, thing]) => el("span.line", {}, el("span.soft", {}, `${labelOf("roles", role)}:`), go(thing)))),
      longList(evidence().events[index], (telling) => eventTelling(telling, event), 4),
      el("button.go", { type: "button", onclick: () => choose(eventNode(index)) }, `${word("event_one")} ←`));
  };
  item.addEventListener("toggle", () => { if (item.open) fill(); });
  if (open) fill();
  return item;
};

const factItem = (index, of) => {
  const fact = FACTS[index];
  const other = fact.subject === of ? fact.object : fact.subject;
  const item = el("details.item", { colour: "#8d99a8" }, el("summary", {},
    el("span", {}, name(fact.title || labelOf("relations", fact.type)), other >= 0 && of !== undefined ? [" — ", name(thingName(other))] : null,
      fact.former ? el("span.soft", {}, ` (${word("former")})`) : null),
    el("span.when", {}, [fact.title ? labelOf("relations", fact.type) : "", word("sources", { count: number(fact.sources) }),
      fact.asserted ? "" : word("reported_only")].filter(Boolean).join(" · "))));
  item.addEventListener("toggle", () => {
    if (!item.open || item.dataset.full) return;
    item.dataset.full = "1";
    if (fact.subject >= 0 && fact.object >= 0) item.append(el("div.line", {}, go(fact.subject), "←", go(fact.object)));
    item.append(longList(evidence().facts[index], factTelling, 4));
  });
  return item;
};

const closeButton = () => el("button.close", { type: "button", "aria-label": word("close"), onclick: () => choose(null) }, "×");

const nodeButtons = (node) => {
  const act = (text, does) => el("button", { type: "button", onclick: does }, word(text));
  return el("div.buttons", {},
    act("expand", () => expand(node)), act("neighbourhood", () => surroundings(node)),
    isEvent(node) ? null : act("path_from", () => { state.choosing = node; byId("notice").hidden = false; byId("notice").textContent = word("path_choose"); byId("query").focus(); }),
    act(state.pinned.has(node) ? "unpin" : "pin", () => pin(node)), act("hide", () => hide(node)));
};

const thingPanel = (index) => {
  const thing = THINGS[index];
  const facts = factsOf[index];
  const positions = facts.filter((fact) => FACTS[fact].type === "position" && FACTS[fact].subject === index);
  const others = facts.filter((fact) => !positions.includes(fact));
  const events = [...eventsOf[index]].sort(inOrder);
  const isSaid = (event) => GROUP_OF[EVENTS[event].type] === "Statement";
  const by = events.filter((event) => isSaid(event) && EVENTS[event].roles.some(([role, of]) => role === "speaker" && of === index));
  const about = events.filter((event) => isSaid(event) && !by.includes(event));
  const deeds = events.filter((event) => !isSaid(event));
  const ties = tiesOf[index].filter((tie) => weights[tie] > 0).sort((a, b) => weights[b] - weights[a] || a - b).slice(0, 60);
  const mentions = evidence().mentions[index];
  const shownEnglish = thing.nameEn && (state.language === "ar" ? thing.nameEn : thing.name);
  const part = (title, items, make, most) => (items.length ? [heading(title, items.length), longList(items, make, most)] : []);
  return [
    el("div.top", {}, el("h2", {}, name(thingName(index))), closeButton()),
    shownEnglish ? el("div.english", {}, name(shownEnglish)) : null,
    el("div.badges", {}, el("span.badge.fill", { background: (SCHEMA.types[thing.type] ?? {}).colour }, labelOf("types", thing.type)),
      thing.subtype ? el("span.badge", {}, labelOf("subtypes", thing.subtype)) : null),
    nodeButtons(index),
    thing.names.length ? [heading("spellings", thing.names.length), el("div.names", {}, thing.names.slice(0, 40).map(([text, count]) => el("span", {}, name(text), " ", el("span.n", {}, number(count)))))] : null,
    thing.links.length ? [heading("links"), thing.links.map(([uri, sure]) => el("div.line", {}, el("a", { href: uri, target: "_blank", rel: "noopener noreferrer", dir: "ltr" }, uri.replace(/^https?:\/\/(www\.)?/, "")), sure ? null : el("span.soft", {}, word("possible_link"))))] : null,
    part("positions", positions, (fact) => factItem(fact, index)),
    part("relations", others, (fact) => factItem(fact, index)),
    part("ties", ties, (tie) => {
      const other = TIES[tie].a === index ? TIES[tie].b : TIES[tie].a;
      const count = TIES[tie].events.length + TIES[tie].facts.length;
      return el("div.line", {}, el("span.dot", { background: thingColour(other) }), go(other),
        el("button.go", { type: "button", onclick: () => chooseTie(tie) }, el("span.soft", {}, `${tieLook(TIES[tie]).label} · ${number(count)}`)));
    }, 8),
    part("events_of", deeds, (event) => eventItem(event)),
    part("said_by", by, (event) => eventItem(event)),
    part("said_about", about, (event) => eventItem(event)),
    part("articles", mentions, (article) => source(article), 8),
  ];
};

const comparison = (index) => (evidence().disagreements[index] ?? []).map(([aspect, values, chosen, why]) => {
  const title = WORDS[state.language][`aspect_${aspect}`] ?? (SCHEMA.roles[aspect] ? labelOf("roles", aspect) : aspect);
  const shown = (value) => (aspect === "time" ? dateText(value) : aspect === "status" ? labelOf("statuses", value) : aspect === "type" ? labelOf("events", value)
    : nodeOfKey.has(`t:${value.split("/").pop()}`) ? thingName(nodeOfKey.get(`t:${value.split("/").pop()}`)) : value);
  return [el("div.soft", {}, title), el("div.compare", {}, values.map(([value, articles]) => el(value === chosen ? "div.taken" : "div", {},
    el("b", {}, name(shown(value))), ...articles.slice(0, 6).map((article) => source(article)),
    value === chosen ? el("span.soft", {}, [word("chosen"), why].filter(Boolean).join(": ")) : null)))];
});

const eventPanel = (node) => {
  const index = node - THING_COUNT;
  const event = EVENTS[index];
  const differing = comparison(index);
  const said = evidence().saidIn[index] ?? [];
  return [
    el("div.top", {}, el("h2", {}, name(eventName(event))), closeButton()),
    el("div.badges", {}, el("span.badge.fill", { background: groupColour(event.type) }, labelOf("events", event.type)),
      el("span.badge", {}, labelOf("groups", GROUP_OF[event.type])), stateBadge(event.status),
      event.asserted ? null : el("span.badge", {}, word("reported_only"))),
    nodeButtons(node),
    el("div.line", {}, el("span.soft", {}, `${word("date")}:`), dateText(event.date) || word("no_date"), event.inferred ? el("span.soft", {}, word("inferred")) : null),
    event.count ? el("div.line", {}, el("span.soft", {}, `${word("count")}:`), number(event.count)) : null,
    event.roles.length ? [heading("roles"), event.roles.map(([role, thing, sources]) => el("div.line", {}, el("span.soft", {}, `${labelOf("roles", role)}:`), el("span.dot", { background: thingColour(thing) }), go(thing), sources > 1 ? el("span.soft", {}, word("sources", { count: number(sources) })) : null))] : null,
    said.length ? [heading("said_in"), said.map((of) => el("div.line", {}, goEvent(of)))] : null,
    differing.length ? [heading("disagreements", differing.length), differing.flat()] : null,
    heading("tellings", evidence().events[index].length),
    longList(evidence().events[index], (telling) => eventTelling(telling, event), 8),
  ];
};

const tiePanel = (index) => {
  const tie = TIES[index];
  const events = tie.events.filter((event) => passing.events[event]).sort(inOrder);
  const facts = tie.facts.filter((fact) => passing.facts[fact]);
  return [
    el("div.top", {}, el("h2", {}, word("between")), closeButton()),
    el("div.line", {}, el("span.dot", { background: thingColour(tie.a) }), go(tie.a)),
    el("div.line", {}, el("span.dot", { background: thingColour(tie.b) }), go(tie.b)),
    facts.length ? [heading("relations", facts.length), facts.map((fact) => factItem(fact))] : null,
    events.length ? [heading("events_of", events.length), longList(events, (event) => eventItem(event, events.length <= 3))] : null,
  ];
};

const pathPanel = (found, from, to) => [
  el("div.top", {}, el("h2", {}, word("path")), closeButton()),
  found ? found.nodes.map((node, at) => [el("div.line", {}, el("span.dot", { background: thingColour(node) }), go(node)),
    at < found.ties.length ? el("div.quote", {}, el("button.go", { type: "button", onclick: () => chooseTie(found.ties[at]) }, `${tieLook(TIES[found.ties[at]]).label}`),
      ...TIES[found.ties[at]].events.filter((event) => passing.events[event]).slice(0, 2).map((event) => eventItem(event)),
      ...TIES[found.ties[at]].facts.filter((fact) => passing.facts[fact]).slice(0, 2).map((fact) => factItem(fact, node))) : null])
    : [el("p", {}, word("no_path")), el("div.line", {}, go(from)), el("div.line", {}, go(to))],
];

const overviewPanel = () => {
  const central = ranked(12);
  // What happened on a day or in a month that is told: "2030" or "the nineties" would stand before all that is new.
  const isNews = (event) => event.first && event.status === "actual" && event.roles.length
    && dayNumber(event.last) - dayNumber(event.first) <= 31 && GROUP_OF[event.type] !== "Statement";
  const newest = EVENTS.map((_, index) => index).filter((index) => passing.events[index] && isNews(EVENTS[index]))
    .sort((a, b) => EVENTS[b].first.localeCompare(EVENTS[a].first) || EVENTS[b].rank - EVENTS[a].rank || a - b);
  const differing = EVENTS.map((_, index) => index).filter((index) => passing.events[index] && evidence().disagreements[index]);
  const { counts } = MODEL;
  return [
    el("div.top", {}, el("h2", {}, word("overview"))),
    el("p", {}, word("overview_counts", { things: number(counts.things), events: number(counts.events), articles: number(counts.articles) })),
    el("p.soft", {}, word("how")),
    heading("most_central"), central.map((node) => el("div.line", {}, el("span.dot", { background: thingColour(node) }), go(node), el("span.soft", {}, labelOf("types", THINGS[node].type)))),
    newest.length ? [heading("newest_events", newest.length), longList(newest, (index) => eventItem(index), 8)] : null,
    differing.length ? [heading("disagreements", differing.length), longList(differing, (index) => el("div.line", {}, goEvent(index)), 6)] : null,
  ];
};

const showPanel = (content, focus) => {
  const panel = byId("panel");
  panel.replaceChildren(...content.flat(4).filter(Boolean));
  panel.scrollTop = 0;
  panel.classList.toggle("tall", state.selected !== null);
  if (focus) panel.focus({ preventScroll: true });
};
