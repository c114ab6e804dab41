// Toasts, modal dialogs, the enlarged photo, and popover menus.
import { el, icon } from "./dom.js";
import { word } from "./words.js";

export function toast(text, kind = "note", place = document.getElementById("toasts")) {
  const node = el("div", { class: `toast ${kind}`, "data-role": "toast" }, text);
  place.append(node);
  setTimeout(() => node.remove(), 4500);
}

function show(dialog) {
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export function alertBox(name, text) {
  const dialog = el("dialog", { class: "dialog", "data-role": "alert", "aria-label": word("alertTitle") },
    el("p", { class: "dialog-for" }, name), el("p", { class: "dialog-text" }, text),
    el("form", { method: "dialog", class: "dialog-buttons" }, el("button", { class: "primary" }, word("ok"))));
  show(dialog);
}

export function enlarge(source, caption) {
  const dialog = el("dialog", { class: "lightbox", "aria-label": word("photoAlt") },
    el("form", { method: "dialog" },
      el("button", { class: "icon-button light", "aria-label": word("cancel") }, icon("close"))),
    el("img", { src: source, alt: caption || word("photoAlt") }),
    caption ? el("p", {}, caption) : null);
  show(dialog);
}

// fields: [{name, label, type, value, options, placeholder, required}]; calls done(values).
export function ask(title, fields, button, done) {
  const form = el("form", { method: "dialog" }, el("h2", {}, title));
  for (const field of fields) form.append(labelled(field));
  form.append(el("div", { class: "dialog-buttons" },
    el("button", { type: "button", class: "plain", onclick: () => dialog.close() }, word("cancel")),
    el("button", { class: "primary", type: "submit" }, button)));
  const dialog = el("dialog", { class: "dialog", "aria-label": title }, form);
  form.addEventListener("submit", () => done(Object.fromEntries(new FormData(form))));
  show(dialog);
  form.querySelector("input, select")?.focus();
}

function labelled(field) {
  const shared = { name: field.name, required: field.required };
  const input = field.options
    ? el("select", shared, ...field.options.map(([value, text]) => el("option", { value }, text)))
    : el("input", { ...shared, type: "text", value: field.value ?? "", placeholder: field.placeholder, autocomplete: "off" });
  return el("label", { class: "field" }, el("span", {}, field.label), input);
}

// A menu beside its button. items: [{icon, label, note, run, data}]
export function menu(anchor, items, { label = "" } = {}) {
  closeMenus();
  const list = el("div", { class: "popover", role: "menu", "aria-label": label },
    ...items.map((item) => menuItem(item)));
  const holder = anchor.closest("[data-menu-holder]") ?? document.body;
  holder.append(list);
  place(list, anchor, holder);
  anchor.setAttribute("aria-expanded", "true");
  list.querySelector("button")?.focus();
  const leave = (event) => {
    const inside = list.contains(event.target);
    if (event.type === "keydown" ? event.key !== "Escape" : inside) return;
    closeMenus();
    if (event.type === "keydown") anchor.focus();
  };
  list.leave = () => {
    anchor.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", leave, true);
    document.removeEventListener("keydown", leave, true);
  };
  list.addEventListener("keydown", walk);
  setTimeout(() => {
    document.addEventListener("pointerdown", leave, true);
    document.addEventListener("keydown", leave, true);
  });
}

function menuItem(item) {
  return el("button", {
    type: "button", role: "menuitem", class: "menu-item", "data-item": item.data,
    onclick: () => { closeMenus(); item.run(); },
  }, item.icon ? icon(item.icon) : null,
  el("span", { class: "menu-words" }, el("span", {}, item.label), item.note ? el("small", {}, item.note) : null));
}

function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll("button")];
  items[(items.indexOf(document.activeElement) + step + items.length) % items.length]?.focus();
}

function place(list, anchor, holder) {
  const box = anchor.getBoundingClientRect();
  const frame = holder === document.body ? { left: 0, top: 0, right: innerWidth, bottom: innerHeight, width: innerWidth } : holder.getBoundingClientRect();
  const above = frame.bottom - box.bottom < Math.min(list.offsetHeight + 16, box.top - frame.top);
  const left = Math.min(box.left - frame.left, frame.width - list.offsetWidth - 8);
  list.style.left = `${Math.max(8, left)}px`;
  if (above) list.style.bottom = `${frame.bottom - box.top + 6}px`;
  else list.style.top = `${box.bottom - frame.top + 6}px`;
  const room = above ? box.top - frame.top : frame.bottom - box.bottom;
  list.style.maxHeight = `${Math.max(160, room - 16)}px`;
}

export function closeMenus() {
  for (const open of document.querySelectorAll(".popover")) {
    open.leave?.();
    open.remove();
  }
}
