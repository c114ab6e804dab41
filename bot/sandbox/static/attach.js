// The attach menu.
import { act } from "./api.js";
import { ask, closeMenus } from "./dialogs.js";
import { el } from "./dom.js";
import { word } from "./words.js";

function pickFiles(personId, action, accept, several) {
  const input = el("input", { type: "file", accept, multiple: several, hidden: true, "data-role": `${action}-file` });
  input.addEventListener("change", () => {
    const form = new FormData();
    [...input.files].forEach((file, index) => form.append(`file${index}`, file));
    input.remove();
    act(personId, action, form);
  });
  input.addEventListener("cancel", () => input.remove());
  document.body.append(input);
  input.click();
}

function askPlace(personId) {
  closeMenus();
  const options = [...Object.entries(word("places")), ["", `${word("latitude")} / ${word("longitude")} ↓`]];
  ask(word("locationTitle"), [
    { name: "place", label: word("location"), options },
    { name: "latitude", label: word("latitude"), placeholder: "3.5952" },
    { name: "longitude", label: word("longitude"), placeholder: "98.6722" },
  ], word("send"), (values) => act(personId, "location", values.latitude && values.longitude ? { ...values, place: "" } : values));
}

export function attachItems(personId) {
  return [
    { icon: "photo", label: word("samplePhoto"), data: "sample-photo", run: () => act(personId, "photo", { sample: Date.now() % 3 }) },
    { icon: "photo", label: word("photo"), data: "photo", run: () => pickFiles(personId, "photo", "image/*", true) },
    { icon: "album", label: word("sampleAlbum"), data: "sample-album", run: () => act(personId, "album", { count: 3 }) },
    { icon: "file", label: word("document"), data: "document", run: () => pickFiles(personId, "document", "", false) },
    { icon: "pin", label: word("location"), data: "location", run: () => askPlace(personId) },
    { icon: "mic", label: word("voice"), data: "voice", run: () => act(personId, "voice") },
    { icon: "mic", label: word("voiceFile"), data: "voice-file", run: () => pickFiles(personId, "voice", ".ogg,.oga,.opus,audio/ogg", false) },
    { icon: "smile", label: word("sticker"), data: "sticker", run: () => act(personId, "sticker") },
    { icon: "card", label: word("contact"), data: "contact", run: () => act(personId, "contact") },
  ];
}
