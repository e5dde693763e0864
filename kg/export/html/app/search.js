// Search over every spelling, Arabic or Latin, folded; suggestions as a list that the keyboard walks.

let searchable = null;

const buildSearch = () => {
  searchable = [];
  THINGS.forEach((thing, node) => {
    const forms = new Set([thing.name, ...(thing.nameEn ? [thing.nameEn] : []), ...thing.names.map((form) => form[0])]);
    searchable.push({ node, worth: 1 + thing.centrality, forms: [...forms].map((form) => ({ text: form, folded: fold(form) })) });
  });
  EVENTS.forEach((event, index) => {
    const forms = [event.labelAr, event.labelEn].filter(Boolean).map((form) => ({ text: form, folded: fold(form) }));
    searchable.push({ node: eventNode(index), worth: event.rank, forms });
  });
};

// The best `most` nodes: the whole name, its beginning, the beginning of a word in it, anywhere; then by centrality.
const search = (query, most = 12) => {
  if (!searchable) buildSearch();
  const wanted = fold(query.trim());
  if (!wanted) return [];
  const parts = wanted.split(/\s+/);
  const found = [];
  for (const entry of searchable) {
    let best = null;
    for (const form of entry.forms) {
      const at = form.folded.indexOf(wanted);
      let score = 0;
      if (form.folded === wanted) score = 5;
      else if (at === 0) score = 4;
      else if (at > 0) score = form.folded[at - 1] === " " ? 3 : 1.5;
      else if (parts.length > 1 && parts.every((part) => form.folded.includes(part))) score = 2;
      if (score && (!best || score > best.score)) best = { score, text: form.text };
    }
    if (best) found.push({ node: entry.node, text: best.text, score: best.score + entry.worth - (isEvent(entry.node) ? 1 : 0) });
  }
  // Nothing is spelled so: other letters for the same foreign sounds.
  if (!found.some((each) => each.score >= 3) && wanted.length > 2) {
    const known = new Set(found.map((each) => each.node));
    for (const entry of searchable) {
      if (isEvent(entry.node) || known.has(entry.node)) continue;
      const form = entry.forms.find((each) => soundsLike(wanted, each.folded));
      if (form) found.push({ node: entry.node, text: form.text, score: 2.5 + entry.worth });
    }
  }
  return found.sort((a, b) => b.score - a.score || a.node - b.node).slice(0, most);
};

const setUpSearch = (choose) => {
  const input = byId("query");
  const list = byId("suggestions");
  let results = [];
  let current = -1;
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); current = -1; };
  const mark = (index) => {
    current = index;
    [...list.children].forEach((row, at) => row.setAttribute("aria-selected", String(at === index)));
    if (index >= 0) { input.setAttribute("aria-activedescendant", `option-${index}`); list.children[index].scrollIntoView({ block: "nearest" }); }
  };
  const take = (index) => {
    const result = results[index];
    if (!result) return;
    close();
    input.value = "";
    choose(result.node);
  };
  const show = () => {
    results = search(input.value);
    list.replaceChildren(...results.map((result, index) => {
      const shown = nodeName(result.node);
      return el("li", { role: "option", id: `option-${index}`, "aria-selected": "false", onpointerdown: (event) => { event.preventDefault(); take(index); } },
        name(shown), result.text !== shown ? el("span.also", {}, name(result.text)) : null,
        el("span.kind", {}, isEvent(result.node) ? labelOf("events", eventOf(result.node).type) : labelOf("types", THINGS[result.node].type)));
    }));
    if (!results.length && input.value.trim()) list.append(el("li.also", {}, word("no_result")));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(results.length ? 0 : -1);
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", () => { if (input.value) show(); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (results.length) mark((current + (event.key === "ArrowDown" ? 1 : results.length - 1)) % results.length);
    } else if (event.key === "Enter") { event.preventDefault(); take(current); } else if (event.key === "Escape") { input.value = ""; close(); byId("network").focus(); }
  });
};
