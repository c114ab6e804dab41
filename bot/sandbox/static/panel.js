// Faults and clock.
import { act, get, post } from "./api.js";
import { el, iconButton } from "./dom.js";
import { momentOf, word } from "./words.js";

const SECONDS = { hour: 3600, day: 86400, week: 604800 };
const SWITCHES = ["duplicates", "reorder", "rate_limits"];
const LOOK_EVERY = 10000;

export class Panel {
  constructor(element, toggles) {
    this.element = element;
    this.toggles = toggles;
    setInterval(() => this.element.hidden || this.lookAtClock(), LOOK_EVERY);
  }

  toggle(open = this.element.hidden) {
    this.element.hidden = !open;
    for (const button of this.toggles) button.setAttribute("aria-expanded", String(open));
    document.body.classList.toggle("panel-open", open);
    if (open) this.element.querySelector("button")?.focus();
  }

  async lookAtClock() {
    const { now } = await get("/clock");
    const shown = this.element.querySelector("[data-role=now]");
    if (shown) shown.textContent = momentOf(now);
  }

  show(state) {
    const held = document.activeElement?.dataset?.switch;
    const { faults, clock, people, pending } = state;
    this.element.replaceChildren(
      el("header", { class: "panel-head" }, el("h2", { id: "panel-title" }, word("panel")),
        iconButton("close", word("cancel"), () => this.toggle(false), { "data-switch": "close" })),
      this.clockPart(clock), this.faultPart(faults, pending), this.blockedPart(people));
    if (held) this.element.querySelector(`[data-switch="${held}"]`)?.focus();
  }

  clockPart(clock) {
    const move = (values) => async () => {
      this.element.classList.add("working");
      await post("/clock", values).finally(() => this.element.classList.remove("working"));
    };
    const buttons = [...Object.entries(SECONDS).map(([name, seconds]) => [name, { seconds }]), ["monday", { to: "monday" }]];
    return el("section", {}, el("h3", {}, word("clock")),
      el("p", { class: "now" }, el("small", {}, word("now")), el("strong", { "data-role": "now" }, momentOf(clock.now))),
      clock.movable
        ? el("div", { class: "grid" }, ...buttons.map(([name, values]) =>
          el("button", { type: "button", class: "plain", "data-switch": name, onclick: move(values) }, word(name))))
        : el("p", { class: "hint" }, word("fixedClock")));
  }

  faultPart(faults, pending) {
    const set = (values) => post("/faults", values);
    return el("section", {}, el("h3", {}, word("faults")),
      this.switchRow("outage", Boolean(faults.outage), (on) => set({ outage: on ? "bad_gateway" : "" })),
      ...SWITCHES.map((name) => this.switchRow(name, faults[name], (on) => set({ [name]: on }))),
      el("div", { class: "grid" }, ...[10, 60].map((n) => el("button", {
        type: "button", class: "plain", "data-switch": `flood-${n}`, onclick: () => set({ flood_seconds: n }),
      }, word("flood", { n })))),
      faults.flood_seconds ? el("p", { class: "warning" }, word("floodOn", { n: faults.flood_seconds })) : null,
      el("p", { class: "hint", "data-role": "pending" }, word("pending", { n: pending })),
      el("button", { type: "button", class: "plain wide", "data-switch": "clear", onclick: () => set({ clear: true }) }, word("clear")));
  }

  switchRow(name, on, change) {
    return el("button", {
      type: "button", role: "switch", class: "switch", "aria-checked": String(on), "data-switch": name, onclick: () => change(!on),
    }, el("span", {}, word(name)), el("i", { "aria-hidden": "true" }));
  }

  blockedPart(people) {
    const rows = people.filter((person) => person.started).map((person) => el("button", {
      type: "button", role: "switch", class: "switch", "aria-checked": String(person.blocked), "data-switch": `blocked-${person.id}`,
      onclick: () => act(person.id, person.blocked ? "unblock" : "block"),
    }, el("span", {}, person.name), el("i", { "aria-hidden": "true" })));
    return el("section", {}, el("h3", {}, word("blockedPeople")), ...rows);
  }
}
