// A message's text from its entities: offsets are UTF-16 units, as JavaScript's strings are.
import { el } from "./dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

export function formatted(text, entities, actions) {
  const box = document.createDocumentFragment();
  fill(box, text, 0, text.length, [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length), actions);
  return box;
}

function fill(parent, text, start, end, entities, actions) {
  let at = start;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const stop = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at || entity.offset >= end) continue;
    parent.append(text.slice(at, entity.offset));
    const node = make(entity, text.slice(entity.offset, stop), actions);
    const inner = entities.slice(index + 1).filter((other) => other.offset < stop);
    fill(node, text, entity.offset, stop, inner, actions);
    parent.append(node);
    at = stop;
  }
  parent.append(text.slice(at, end));
}

function make(entity, content, actions) {
  switch (entity.type) {
    case "text_link": return link(entity.url, actions);
    case "url": return link(content.includes("://") ? content : `https://${content}`, actions);
    case "email": return el("a", { href: `mailto:${content}` });
    case "bot_command":
      return el("button", { type: "button", class: "command", onclick: () => actions.command(content) });
    case "spoiler": {
      const node = el("button", { type: "button", class: "spoiler", "aria-label": "spoiler" });
      node.addEventListener("click", () => node.classList.add("shown"));
      return node;
    }
    default: return el(TAGS[entity.type] ?? "span");
  }
}

export const isOurLink = (url, bot) =>
  new RegExp(`^(https?://)?(www\\.)?(t|telegram)\\.me/${bot}(\\?|/|$)`, "i").test(url) ||
  new RegExp(`^tg://resolve\\?.*domain=${bot}\\b`, "i").test(url);

function link(url, actions) {
  if (isOurLink(url, actions.bot)) {
    return el("a", { href: url, "data-deep-link": url, onclick: (event) => { event.preventDefault(); actions.open(url); } });
  }
  const safe = /^(https?|tg|mailto):/i.test(url) ? url : "#";
  return el("a", { href: safe, target: "_blank", rel: "noopener noreferrer" });
}
