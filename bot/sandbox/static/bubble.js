// One message, or one album, as an element.
import { fileUrl } from "./api.js";
import { enlarge } from "./dialogs.js";
import { el, icon } from "./dom.js";
import { formatted } from "./text.js";
import { timeOf, word } from "./words.js";

export function bubble(messages, actions) {
  const first = messages[0];
  const words = messages.find((message) => message.text) ?? first;
  const node = el("article", {
    class: `message ${first.from_bot ? "theirs" : "own"}`,
    "data-message": first.id, "data-from": first.from_bot ? "bot" : "person",
  });
  const body = el("div", { class: "bubble" });
  if (first.reply_to) body.append(el("div", { class: "quote" }, first.reply_to));
  body.append(...media(messages, words));
  if (words.text) body.append(el("div", { class: "text" }, formatted(words.text, words.entities, actions)));
  body.append(stamp(messages));
  node.append(body);
  if (first.buttons.length) node.append(keyboard(first, actions));
  const linked = messages.find((message) => message.link);
  if (linked && first.from_bot) node.append(scan(linked, actions));
  return node;
}

function stamp(messages) {
  const last = messages[messages.length - 1];
  const edited = messages.some((message) => message.edited);
  const silent = messages.every((message) => message.silent);
  const bell = silent ? el("span", { title: word("silent") }, "🔕 ") : "";
  return el("span", { class: "stamp" }, bell, edited ? `${word("edited")} ` : "", el("time", {}, timeOf(last.date)));
}

function media(messages, words) {
  const photos = messages.filter((message) => message.photo);
  const parts = [];
  if (photos.length > 1) parts.push(el("div", { class: `album of-${Math.min(photos.length, 4)}` }, ...photos.map((m) => photo(m, words.text))));
  else if (photos.length) parts.push(photo(photos[0], words.text));
  for (const message of messages) {
    if (message.document) parts.push(documentCard(message.document));
    if (message.location) parts.push(place(message.location));
    if (message.voice) parts.push(voice(message.voice));
    if (message.sticker) parts.push(el("img", { class: "sticker", src: fileUrl(message.sticker.file_id), alt: word("sticker"), width: 128, height: 128 }));
    if (message.contact) parts.push(contact(message.contact));
  }
  return parts;
}

function photo(message, caption) {
  const size = message.photo[message.photo.length - 1];
  const source = fileUrl(size.file_id);
  const picture = el("img", { src: source, alt: caption || word("photoAlt"), width: size.width, height: size.height });
  return el("button", { type: "button", class: "photo", "aria-label": word("enlarge"), onclick: () => enlarge(source, caption) }, picture);
}

function sizeOf(bytes) {
  return bytes >= 1048576 ? `${(bytes / 1048576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

function documentCard(file) {
  return el("a", { class: "card", href: fileUrl(file.file_id), download: file.file_name ?? "", "data-role": "document" },
    el("span", { class: "card-icon" }, icon("save")),
    el("span", { class: "card-words" }, el("strong", {}, file.file_name ?? word("document")),
      el("small", {}, `${sizeOf(file.file_size)} · ${word("download")}`)));
}

function place(spot) {
  const shown = `${spot.latitude.toFixed(5)}, ${spot.longitude.toFixed(5)}`;
  return el("div", { class: "place", role: "img", "aria-label": `${word("location")} ${shown}` },
    el("div", { class: "map" }, icon("pin")), el("div", { class: "place-words" }, el("strong", {}, word("location")), el("span", {}, shown)));
}

function voice(note) {
  const sound = new Audio();
  const play = el("button", { type: "button", class: "card-icon", "aria-label": word("play"), "data-role": "play",
    onclick: () => {
      sound.src ||= fileUrl(note.file_id);
      if (sound.paused) sound.play(); else sound.pause();
    } }, icon("mic"));
  const bars = Array.from({ length: 22 }, (_, n) => {
    const bar = el("i");
    bar.style.height = `${6 + ((n * 7919) % 17)}px`;
    return bar;
  });
  return el("div", { class: "voice", "data-role": "voice" }, play, el("span", { class: "wave" }, ...bars),
    el("small", {}, `${Math.floor(note.duration / 60)}:${String(note.duration % 60).padStart(2, "0")}`));
}

function contact(person) {
  return el("div", { class: "card" }, el("span", { class: "card-icon" }, icon("card")),
    el("span", { class: "card-words" }, el("strong", {}, person.first_name), el("small", {}, person.phone_number)));
}

function keyboard(message, actions) {
  const rows = message.buttons.map((row) => el("div", { class: "key-row" }, ...row.map((button) => key(message, button, actions))));
  return el("div", { class: "inline-keys", role: "group" }, ...rows);
}

function key(message, button, actions) {
  const outside = button.url && !button.ours;
  const node = el("button", { type: "button", class: "key", "data-button": "inline", "data-data": button.data || null },
    button.text, button.url ? icon("link") : null);
  node.addEventListener("click", () => {
    if (outside) window.open(button.url, "_blank", "noopener");
    else actions.tap(message, button, node);
  });
  return node;
}

function scan(message, actions) {
  const label = message.photo || message.document ? word("scanAs") : word("openAs");
  return el("button", {
    type: "button", class: "scan", "data-role": "scan",
    onclick: (event) => actions.scan(message.link, event.currentTarget),
  }, icon("scan"), label);
}
