"use strict";
// The query page: the library at the side, an editor, results right to left. Nothing is loaded from elsewhere, and
// everything that comes from the graph is set as text, never as markup.
const $ = (id) => document.getElementById(id);
let prefixes = {}, chosen = null, trail = [];

function element(tag, text, attributes = {}) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function shorten(iri) {
  let best = null;
  for (const [name, space] of Object.entries(prefixes)) {
    if (iri.startsWith(space) && iri.length > space.length && (!best || space.length > best[1].length)) best = [name, space];
  }
  const local = best ? iri.slice(best[1].length) : "";
  return best && /^[\w.%-]+$/.test(local) ? `${best[0]}:${local}` : iri;
}

function showLibrary(queries) {
  const wanted = $("filter").value.trim().toLowerCase(), list = $("library");
  list.replaceChildren();
  let theme = "";
  for (const query of queries) {
    if (wanted && !`${query.name} ${query.ar} ${query.en}`.toLowerCase().includes(wanted)) continue;
    const [its] = query.name.split("/");
    if (its !== theme) { theme = its; list.append(element("li", theme, { class: "theme", dir: "ltr" })); }
    const item = element("li"), button = element("button", query.ar, { type: "button", title: query.description });
    button.append(element("small", query.en));
    button.addEventListener("click", () => choose(query));
    item.append(button);
    list.append(item);
  }
}

async function choose(query) {
  chosen = query;
  const form = $("parameters");
  form.replaceChildren(element("h2", query.ar));
  for (const parameter of query.parameters) {
    const label = element("label", `${parameter.name} · ${parameter.about}`);
    const input = element("input", undefined, { name: parameter.name, placeholder: parameter.default ?? parameter.type, dir: "auto" });
    if (parameter.default === null) input.required = true;
    input.addEventListener("change", bind);
    label.append(input);
    form.append(label);
  }
  form.hidden = false;
  const ready = await bind();
  if (ready) run();
}

async function bind() {
  if (!chosen) return false;
  const asked = new URLSearchParams({ query: chosen.name });
  for (const input of $("parameters").querySelectorAll("input")) if (input.value.trim()) asked.set(input.name, input.value);
  const answer = await (await fetch(`bind?${asked}`)).json();
  if (answer.error) { fail(answer.error); return false; }
  $("query").value = answer.sparql.trim();
  fail("");
  return true;
}

function fail(message) { $("error").hidden = !message; $("error").textContent = message; }

async function ask(text, accept) {
  return fetch("sparql", { method: "POST", body: new URLSearchParams({ query: text }), headers: { Accept: accept } });
}

async function run() {
  fail("");
  $("note").textContent = "…";
  const began = performance.now(), text = $("query").value;
  let answer;
  try {
    answer = await ask(text, "application/sparql-results+json, text/turtle;q=0.9");
  } catch (error) {
    $("note").textContent = "";
    return fail(`الخادم لا يجيب · the server does not answer (${error.message})`);
  }
  const body = await answer.text(), took = `${Math.round(performance.now() - began)} ms`;
  $("result").replaceChildren();
  if (!answer.ok) { $("note").textContent = ""; return fail(body); }
  if (!(answer.headers.get("Content-Type") || "").includes("json")) {
    $("note").textContent = took;
    return $("result").append(element("pre", body, { dir: "ltr" }));
  }
  const data = JSON.parse(body);
  if ("boolean" in data) { $("note").textContent = took; return $("result").append(element("p", data.boolean ? "نعم · true" : "لا · false")); }
  const limit = Number(answer.headers.get("X-Row-Limit")), count = data.results.bindings.length;
  $("note").textContent = `${count} صفًا · rows · ${took}${count && count >= limit ? " · الحد الأقصى · row limit reached" : ""}`;
  $("result").append(table(data.head.vars, data.results.bindings));
}

function table(columns, rows) {
  const shown = columns.filter((name) => !(name.endsWith("Label") && columns.includes(name.slice(0, -5))));
  const node = element("table"), head = element("tr");
  for (const name of shown) head.append(element("th", name));
  node.append(element("thead"), element("tbody"));
  node.firstChild.append(head);
  for (const row of rows) {
    const line = element("tr");
    for (const name of shown) line.append(cell(row[name], row[`${name}Label`]));
    node.lastChild.append(line);
  }
  return node;
}

function cell(term, label) {
  const node = element("td", undefined, { dir: "auto" });
  if (!term) { if (label) node.textContent = label.value; return node; }
  const text = label ? label.value : term.type === "uri" ? shorten(term.value) : term.value;
  if (term.type !== "uri") {
    const isLink = (term.datatype || "").endsWith("#anyURI") && /^https?:/.test(term.value);
    node.append(isLink ? element("a", text, { href: term.value, rel: "noopener noreferrer", target: "_blank" }) : document.createTextNode(text));
    return node;
  }
  const link = element("a", text, { href: `?entity=${encodeURIComponent(term.value)}`, title: term.value });
  link.addEventListener("click", (event) => { event.preventDefault(); explain(term.value); });
  node.append(link);
  return node;
}

// Everything about one node: what it says, what points at it, and the quotations behind it.
function explain(iri) {
  if (/[<>"{}|^`\\\s]/.test(iri)) return fail(`not an address: ${iri}`);
  trail.push($("query").value);
  $("back").hidden = false;
  chosen = null;
  const form = $("parameters");
  form.replaceChildren(element("h2", shorten(iri)), element("a", "في الشبكة · in the network", { href: `view#at=${encodeURIComponent(`t:${iri.split("/").pop()},e:${iri.split("/").pop()}`)}` }));
  form.hidden = false;
  $("query").value = `SELECT ?property ?value ?valueLabel ?quote ?article ?articleLabel WHERE {
  { <${iri}> ?property ?value }
  UNION { ?value ?back <${iri}> . FILTER(?back NOT IN (kg:role)) BIND(?back AS ?property) }
  OPTIONAL { ?value kg:name ?valueLabel }
  OPTIONAL { ?value kg:evidence ?shown }
  BIND(COALESCE(?shown, ?value) AS ?telling)
  OPTIONAL { ?telling kg:quote ?quote ; kg:article ?article . ?article kg:name ?articleLabel }
} ORDER BY ?property ?valueLabel ?value LIMIT 1000`;
  run();
}

async function download(accept, name) {
  const answer = await ask($("query").value, accept);
  if (!answer.ok) return fail(await answer.text());
  const link = element("a", undefined, { download: name, href: URL.createObjectURL(await answer.blob()) });
  link.click();
  URL.revokeObjectURL(link.href);
}

async function start() {
  const data = await (await fetch("library.json")).json();
  prefixes = data.prefixes;
  showLibrary(data.queries);
  $("filter").addEventListener("input", () => showLibrary(data.queries));
  $("run").addEventListener("click", run);
  $("csv").addEventListener("click", () => download("text/csv", "kg.csv"));
  $("json").addEventListener("click", () => download("application/sparql-results+json", "kg.json"));
  $("back").addEventListener("click", () => { $("query").value = trail.pop() || ""; $("back").hidden = !trail.length; $("parameters").hidden = true; run(); });
  $("parameters").addEventListener("submit", async (event) => { event.preventDefault(); if (await bind()) run(); });
  document.addEventListener("keydown", (event) => { if (event.ctrlKey && event.key === "Enter") run(); });
  $("query").value = "SELECT ?event ?eventLabel ?date WHERE {\n  ?event a kg:Meet ; kg:status kg:actual ; kg:name ?eventLabel .\n  OPTIONAL { ?event kg:date ?date }\n}\nORDER BY ?date\nLIMIT 100";
  const entity = new URLSearchParams(location.search).get("entity");
  if (entity) explain(entity); else run();
}
start();
