// Elements are made here and nowhere else, and text only ever as text: no name from an article is read as HTML.

const byId = (id) => document.getElementById(id);

// el("button.go", { onclick }, "text", child, …); an attribute that is null or false is left out.
const el = (what, attributes = {}, ...children) => {
  const [tag, ...classes] = what.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "colour") element.style.setProperty("--colour", value);
    else if (name === "background") element.style.background = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
};

const svg = (tag, attributes = {}, ...children) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

// A name keeps its own direction whatever stands around it.
const name = (text) => el("bdi", {}, text);

const SHAPES = {
  dot: () => svg("circle", { cx: 8, cy: 8, r: 6 }),
  square: () => svg("rect", { x: 2.5, y: 2.5, width: 11, height: 11 }),
  triangle: () => svg("path", { d: "M8 1.5 14.5 13.5H1.5Z" }),
  star: () => svg("path", { d: "M8 1l2 4.6 5 .5-3.8 3.3 1.1 4.9L8 11.7l-4.3 2.6 1.1-4.9L1 6.1l5-.5Z" }),
  diamond: () => svg("path", { d: "M8 1.2 14.8 8 8 14.8 1.2 8Z" }),
};

const swatch = (shape, fill, stroke = "none", dash = "") => {
  const drawn = SHAPES[shape]();
  for (const [key, value] of Object.entries({ fill, stroke, "stroke-width": 1.8, "stroke-dasharray": dash })) {
    drawn.setAttribute(key, value);
  }
  return svg("svg", { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" }, drawn);
};

// How an event that did not simply happen is drawn: dashes of its line, fill, mark before its name.
const STATUS = {
  actual: { dash: null, fill: 1, mark: "" },
  planned: { dash: [7, 4], fill: 0.18, mark: "◷ " },
  possible: { dash: [2, 4], fill: 0.08, mark: "? " },
  negated: { dash: [9, 3, 2, 3], fill: 0, mark: "✕ ", colour: "#b3261e" },
  demanded: { dash: [4, 4], fill: 0.12, mark: "! " },
  cancelled: { dash: [3, 3], fill: 0.05, mark: "⊘ ", colour: "#5b6470" },
};
const statusStyle = (status) => STATUS[status] ?? STATUS.actual;

// A colour over white: strength 1 is the colour itself, 0 is white.
const paler = (colour, strength) => {
  const part = (at) => Math.round(255 - (255 - parseInt(colour.slice(at, at + 2), 16)) * strength);
  return `rgb(${part(1)}, ${part(3)}, ${part(5)})`;
};
