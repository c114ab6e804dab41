// Small helpers for building elements. Text only ever enters as text, never as markup.
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else if (value === true) node.setAttribute(name, "");
    else node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export const iconButton = (name, label, onclick, extra = {}) =>
  el("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...extra }, icon(name));

const COLOURS = ["#8a4b2a", "#0b6b66", "#5b4a8a", "#9a3b52", "#2f6690", "#4f6b1f", "#7a5a12", "#94406f"];

export function avatar(name, id, size = "") {
  const initials = name.split(/\s+/).slice(0, 2).map((part) => part[0] ?? "").join("").toUpperCase();
  const node = el("span", { class: `avatar ${size}`, "aria-hidden": "true" }, initials);
  node.style.background = COLOURS[id % COLOURS.length];
  return node;
}
