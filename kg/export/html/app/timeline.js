// A histogram of the events by day, week, month or year; dragging over it chooses a period.

const DAY = 86400000;
const dayNumber = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
const isoDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);

const timeline = { bins: [], first: 0, last: 0, width: 1 };

const startOf = (day, unit) => {
  const date = new Date(day * DAY);
  if (unit === "day") return day;
  if (unit === "week") return day - ((date.getUTCDay() + 1) % 7); // weeks begin on Saturday
  return Math.round(Date.UTC(date.getUTCFullYear(), unit === "month" ? date.getUTCMonth() : 0, 1) / DAY);
};
const nextOf = (start, unit) => {
  const date = new Date(start * DAY);
  if (unit === "day") return start + 1;
  if (unit === "week") return start + 7;
  return Math.round((unit === "month" ? Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
    : Date.UTC(date.getUTCFullYear() + 1, 0, 1)) / DAY);
};

// Bins of one unit, such that there are not more than about 120. An event of a vague date counts in its first bin; the
// few events of long ago do not stretch the axis: it begins where 5 in 100 are left out.
const makeBins = () => {
  const days = EVENTS.filter((event) => event.first).map((event) => [dayNumber(event.first), dayNumber(event.last)]);
  if (days.length === 0) return;
  const starts = days.map((pair) => pair[0]).sort((a, b) => a - b);
  const span = starts[starts.length - 1] - starts[0];
  const low = span > 3650 ? starts[Math.floor(starts.length * 0.05)] : starts[0];
  const high = span > 3650 ? starts[Math.ceil(starts.length * 0.99) - 1] : starts[starts.length - 1];
  const length = high - low + 1;
  const unit = length <= 120 ? "day" : length <= 800 ? "week" : length <= 3660 ? "month" : "year";
  timeline.unit = unit;
  timeline.first = startOf(low, unit);
  timeline.last = nextOf(startOf(high, unit), unit);
  timeline.bins = [];
  for (let start = timeline.first; start < timeline.last; start = nextOf(start, unit)) timeline.bins.push({ start, end: nextOf(start, unit) });
};

const drawTimeline = (changed) => {
  const box = byId("timeline");
  if (!timeline.bins.length) makeBins();
  box.hidden = timeline.bins.length === 0;
  if (box.hidden) return;
  for (const bin of timeline.bins) { bin.count = 0; }
  const starts = timeline.bins.map((bin) => bin.start);
  EVENTS.forEach((event) => {
    if (!event.first || state.off.groups.has(GROUP_OF[event.type]) || state.off.statuses.has(event.status)
      || event.confidence < state.confidence || !seesOutlet(event.outlets)) return;
    const day = dayNumber(event.first);
    let low = 0;
    let high = starts.length;
    while (low < high) { const mid = (low + high) >> 1; if (starts[mid] <= day) low = mid + 1; else high = mid; }
    if (low > 0 && day < timeline.last) timeline.bins[low - 1].count += 1;
  });
  const date = (value, part) => el("input", {
    type: "date", value, "aria-label": word(part), onchange: (event) => { state[part === "from" ? "since" : "until"] = event.target.value; changed(); },
  });
  const chosen = state.since || state.until;
  const count = EVENTS.filter((event) => event.first && inPeriod(event.first, event.last)).length;
  box.replaceChildren(
    el("div.head", {},
      el("strong", {}, word("timeline")),
      chosen ? el("span", {}, word("events_count", { count: number(count) })) : el("span.help", {}, word("timeline_help")),
      el("label.grow", {}, `${word("from")} `, date(state.since, "from")), el("label", {}, `${word("to")} `, date(state.until, "to")),
      el("label", {}, el("input", { type: "checkbox", checked: state.undated, onchange: (event) => { state.undated = event.target.checked; changed(); } }), ` ${word("undated")}`),
      chosen ? el("button", { type: "button", onclick: () => { state.since = state.until = ""; changed(); } }, word("whole_time")) : null),
    histogram(changed),
  );
};

// Time runs as the language is read.
const histogram = (changed) => {
  const width = Math.max(320, byId("timeline").clientWidth - 28);
  const height = 58;
  const base = height - 15;
  const across = timeline.last - timeline.first;
  const turned = state.language === "ar";
  const x = (day) => { const at = ((day - timeline.first) / across) * width; return turned ? width - at : at; };
  const day = (at) => timeline.first + ((turned ? width - at : at) / width) * across;
  const most = Math.max(1, ...timeline.bins.map((bin) => bin.count));
  const root = svg("svg", { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", role: "img", "aria-label": word("timeline") });
  const since = state.since ? dayNumber(state.since) : timeline.first;
  const until = state.until ? dayNumber(state.until) + 1 : timeline.last;
  for (const bin of timeline.bins) {
    if (!bin.count) continue;
    const tall = Math.max(2, Math.sqrt(bin.count / most) * (base - 4));
    const left = Math.min(x(bin.start), x(bin.end));
    const bar = svg("rect", {
      x: left + 0.5, y: base - tall, width: Math.max(1, Math.abs(x(bin.end) - x(bin.start)) - 1), height: tall, rx: 1,
      class: (state.since || state.until) && bin.start < until && bin.end > since ? "bar in" : "bar",
    });
    bar.append(svg("title", {}, `${dateText(isoDay(bin.start))}: ${word("events_count", { count: number(bin.count) })}`));
    root.append(bar);
  }
  const labels = Math.min(timeline.bins.length, Math.max(2, Math.floor(width / 150)));
  for (let index = 0; index < labels; index += 1) {
    const bin = timeline.bins[Math.floor((index * (timeline.bins.length - 1)) / Math.max(labels - 1, 1))];
    const iso = isoDay(bin.start);
    const text = timeline.unit === "year" ? iso.slice(0, 4) : timeline.unit === "month" ? iso.slice(0, 7) : iso;
    const anchor = index === 0 ? (turned ? "end" : "start") : index === labels - 1 ? (turned ? "start" : "end") : "middle";
    root.append(svg("text", { x: index === 0 ? x(timeline.first) : index === labels - 1 ? x(timeline.last) : x((bin.start + bin.end) / 2), y: height - 3, "text-anchor": anchor },
      `\u2068${dateText(text)}\u2069`));
  }
  const frame = svg("rect", { class: "window", y: 0, height: base, x: 0, width: 0 });
  const showWindow = (from, to) => {
    frame.setAttribute("x", Math.min(from, to));
    frame.setAttribute("width", Math.abs(to - from));
  };
  if (state.since || state.until) showWindow(x(Math.max(since, timeline.first)), x(Math.min(until, timeline.last)));
  root.append(frame);
  let start = null;
  const at = (event) => {
    const rect = root.getBoundingClientRect();
    return Math.min(width, Math.max(0, ((event.clientX - rect.left) / rect.width) * width));
  };
  root.addEventListener("pointerdown", (event) => { start = at(event); root.setPointerCapture(event.pointerId); });
  root.addEventListener("pointermove", (event) => { if (start !== null) showWindow(start, at(event)); });
  root.addEventListener("pointerup", (event) => {
    if (start === null) return;
    let ends = [day(start), day(at(event))].sort((a, b) => a - b);
    if (Math.abs(start - at(event)) < 4) { // a click chooses the bar under it
      const bin = timeline.bins.find((each) => each.start <= ends[0] && ends[0] < each.end) ?? timeline.bins[0];
      ends = [bin.start, bin.end - 1];
    }
    start = null;
    state.since = isoDay(Math.floor(ends[0]));
    state.until = isoDay(Math.floor(ends[1]));
    changed();
  });
  return root;
};
