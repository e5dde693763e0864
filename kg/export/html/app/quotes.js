// Evidence: sentences with the trigger and the names marked in them, with article, outlet and date.

let loaded = null;
const evidence = () => { loaded ??= parsed("evidence-data"); return loaded; };

// The sentence as a <blockquote>: `marks` are {start, end, kind} of kind "mark" (the trigger) or "said" (what is
// reported); names come with the sentence and can be clicked.
const quotation = (sentence, marks) => {
  const [, text, names] = evidence().sentences[sentence];
  const cuts = new Set([0, text.length]);
  for (const { start, end } of marks) { cuts.add(start); cuts.add(end); }
  for (const [start, end] of names) { cuts.add(start); cuts.add(end); }
  const ordered = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b);
  const quote = el("blockquote", { dir: "auto", lang: "ar" });
  for (let index = 0; index + 1 < ordered.length; index += 1) {
    const [start, end] = [ordered[index], ordered[index + 1]];
    const inside = (mark) => mark.start <= start && end <= mark.end;
    let piece = document.createTextNode(text.slice(start, end));
    const of = names.find((mark) => mark[0] <= start && end <= mark[1]);
    if (of) {
      // No button: it would stand as a block in the line and break the joining of letters around it.
      piece = el("span.who", {
        role: "link", tabindex: 0, colour: thingColour(of[2]), onclick: () => choose(of[2]),
        onkeydown: (event) => { if (event.key === "Enter") choose(of[2]); },
      }, piece);
    }
    if (marks.some((mark) => mark.kind === "mark" && inside(mark))) piece = el("mark", {}, piece);
    if (marks.some((mark) => mark.kind === "said" && inside(mark))) piece = el("span.said", {}, piece);
    quote.append(piece);
  }
  return quote;
};

const source = (article, ...more) => {
  const [id, title, published, outlet, url, copy] = evidence().articles[article];
  const shown = title || id;
  return el("div.from", {}, outlet ? name(outlet) : null, published ? el("span", {}, dateText(published)) : null,
    url ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, name(shown)) : name(shown),
    copy ? el("span", {}, word("copy")) : null, ...more);
};

const eventTelling = (telling, of) => {
  const [sentence, start, end, said, saidEnd, direct, type, status, date, count] = telling;
  if (sentence < 0) return null;
  const marks = [{ start, end, kind: "mark" }];
  if (said >= 0) marks.push({ start: said, end: saidEnd, kind: "said" });
  const differs = [
    type !== of.type ? labelOf("events", type) : null, status !== of.status ? labelOf("statuses", status) : null,
    date && date !== of.date ? dateText(date) : null, count && count !== of.count ? number(count) : null,
    direct ? word("quoted") : null,
  ].filter(Boolean);
  return el("div.quote", {}, quotation(sentence, marks),
    source(evidence().sentences[sentence][0], ...differs.map((text) => el("span.badge", {}, text))));
};

const factTelling = ([sentence, start, end, said]) => (sentence < 0 ? null
  : el("div.quote", {}, quotation(sentence, end - start < 0.7 * evidence().sentences[sentence][1].length ? [{ start, end, kind: "mark" }] : []),
    source(evidence().sentences[sentence][0]),
    said >= 0 ? el("div.line", {}, el("span.soft", {}, word("said_in")), goEvent(said)) : null));

// A list that shows `most` and gives the rest on demand.
const longList = (items, make, most = 12) => {
  const box = el("div");
  const show = (from) => {
    items.slice(from, from + most).forEach((item) => { const made = make(item); if (made) box.append(made); });
    const left = items.length - from - most;
    if (left > 0) {
      const button = el("button", { type: "button", onclick: () => { button.remove(); show(from + most); } }, word("show_more", { count: number(left) }));
      box.append(button);
    }
  };
  show(0);
  return box;
};
