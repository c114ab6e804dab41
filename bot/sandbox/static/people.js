// The list of people.
import { post } from "./api.js";
import { ask } from "./dialogs.js";
import { avatar, el } from "./dom.js";
import { told, whenOf, word } from "./words.js";

export function showPeople(list, people, openIds, choose, now) {
  const groups = [[word("citizens"), people.filter((person) => !person.role)], [word("staff"), people.filter((person) => person.role)]];
  const filled = groups.filter(([, members]) => members.length);
  const focused = document.activeElement?.dataset?.personRow;
  list.replaceChildren(...(filled.length ? filled.flatMap(([title, members]) => [
    el("li", { class: "group", role: "presentation" }, title),
    ...members.map((person) => el("li", {}, row(person, openIds.includes(person.id), choose, now))),
  ]) : [el("li", { class: "nobody" }, word("nobody"))]));
  if (focused) list.querySelector(`[data-person-row="${focused}"]`)?.focus();
}

function row(person, open, choose, now) {
  const label = [person.name, told(person.role), person.unread ? `${person.unread} ${word("newMessages")}` : ""].filter(Boolean).join(", ");
  return el("button", {
    type: "button", class: `person ${open ? "open" : ""}`, "data-person-row": person.id,
    "aria-label": label, "aria-current": open ? "true" : null, onclick: () => choose(person.id),
  }, avatar(person.name, person.id),
  el("span", { class: "person-words" },
    el("span", { class: "person-top" }, el("strong", {}, person.name), person.last ? el("time", {}, whenOf(person.last.date, now)) : null),
    person.role ? el("span", { class: "role" }, told(person.role)) : null,
    el("span", { class: "person-bottom" }, el("span", { class: "preview" }, preview(person)),
      person.unread ? el("span", { class: "badge", "data-role": "unread" }, String(person.unread)) : null)));
}

function preview(person) {
  if (person.blocked) return word("blockedLabel");
  if (!person.last) return told(person.about) || word("newChat");
  const words = [word(`kinds.${person.last.kind}`), person.last.text].filter(Boolean).join(" · ");
  return (person.last.from_bot ? "" : word("you")) + words;
}

export function askCitizen(done) {
  const fields = [
    { name: "first_name", label: word("name"), required: true },
    { name: "language_code", label: word("language"), options: [["id", "Indonesia"], ["en", "English"]] },
  ];
  ask(word("addTitle"), fields, word("add"), async (values) => done((await post("/people", values)).person));
}
