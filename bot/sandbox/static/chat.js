// One chat: header, messages, keyboards, composer.
import { act, get } from "./api.js";
import { attachItems } from "./attach.js";
import { bubble } from "./bubble.js";
import { ask, closeMenus, menu } from "./dialogs.js";
import { avatar, el, icon, iconButton } from "./dom.js";
import { dayKey, dayOf, told, word } from "./words.js";

const NEAR_END = 80;
const BUSY_MOST = 8000;

export class Chat {
  constructor(person, app) {
    this.id = person.id;
    this.app = app;
    this.nodes = new Map();
    this.busy = new Map();
    this.answeredEarly = new Set();
    this.editing = null;
    this.element = el("section", { class: "chat", role: "region", "data-person": this.id, "data-menu-holder": true, tabindex: "-1" });
    this.element.addEventListener("pointerdown", () => app.focus(this.id));
    this.element.addEventListener("focusin", () => app.focus(this.id));
    this.build(person);
  }

  build(person) {
    this.nodes.clear();
    this.head = el("header", { class: "chat-head" });
    this.list = el("div", { class: "messages", role: "log", "aria-live": "polite", "data-role": "messages", tabindex: "0" });
    this.list.addEventListener("scroll", () => this.atEnd() && this.jump.setAttribute("hidden", ""));
    this.jump = el("button", { type: "button", class: "jump", hidden: true, "aria-label": word("newMessages"), onclick: () => this.toEnd() }, icon("down"));
    this.typing = el("div", { class: "typing", hidden: true, "aria-hidden": "true" }, el("i"), el("i"), el("i"));
    this.keys = el("div", { class: "reply-keys", role: "group", "data-role": "reply-keyboard" });
    this.foot = el("footer", { class: "composer" });
    this.told = el("div", { class: "told", role: "status", "aria-live": "polite" });
    this.element.replaceChildren(this.head, this.list, this.told, this.typing, this.jump, this.keys, this.foot);
    this.mode = "";
    this.showHead(person);
  }

  showHead(person) {
    this.person = person;
    this.element.setAttribute("aria-label", `${word("chat")} ${person.name}`);
    this.element.dataset.name = person.name;
    this.badge = el("span", { class: "badge", hidden: true });
    this.head.replaceChildren(
      el("button", { type: "button", class: "icon-button back", "aria-label": word("back"), "data-role": "back", onclick: () => this.app.back() }, icon("back"), this.badge),
      avatar(person.name, person.id),
      el("div", { class: "who" }, el("h2", {}, person.name), el("p", {}, this.subtitle())),
      iconButton("more", word("more"), (event) => this.showMore(event.currentTarget), { "data-role": "more", "aria-haspopup": "menu" }),
      iconButton("close", word("close"), () => this.app.close(this.id), { "data-role": "close", class: "icon-button close-chat" }));
    this.showOthers();
  }

  subtitle() {
    const parts = [told(this.person.role) || word("citizen"), told(this.person.about)].filter(Boolean);
    return this.person.blocked ? `${parts[0]} · ${word("blockedLabel")}` : parts.join(" · ");
  }

  showOthers() {
    const waiting = this.app.unreadElsewhere(this.id);
    this.badge.hidden = !waiting;
    this.badge.textContent = waiting;
  }

  async refresh() {
    if (this.loading) { this.again = true; return; }
    this.loading = true;
    try {
      do {
        this.again = false;
        this.show(await get(`/people/${this.id}/chat`));
      } while (this.again);
    } finally {
      this.loading = false;
    }
  }

  show(chat) {
    this.chat = chat;
    this.showHead(chat.person);
    this.showMessages(chat);
    this.showKeys(chat);
    this.showComposer(chat);
    this.markRead();
  }

  markRead() {
    if (this.chat?.person.unread && !document.hidden && this.app.isShown(this.id)) act(this.id, "read");
  }

  // -- messages --------------------------------------------------------------------------

  showMessages(chat) {
    const stay = this.atEnd() || !this.nodes.size;
    const wanted = units(chat.messages);
    const keys = new Set(wanted.map((unit) => unit.key));
    for (const [key, kept] of this.nodes) if (!keys.has(key)) { kept.node.remove(); this.nodes.delete(key); }
    let before = this.list.firstChild;
    let fresh = false;
    for (const unit of wanted) {
      const kept = this.nodes.get(unit.key);
      if (kept?.print === unit.print) {
        if (kept.node === before) before = before.nextSibling;
        else this.list.insertBefore(kept.node, before);
        continue;
      }
      const node = unit.day ? el("div", { class: "day" }, el("span", {}, dayOf(unit.day))) : bubble(unit.messages, this.actions());
      if (kept) {
        if (kept.node === before) before = before.nextSibling;
        kept.node.replaceWith(node);
      } else {
        this.list.insertBefore(node, before);
        fresh = true;
      }
      this.nodes.set(unit.key, { node, print: unit.print });
    }
    if (!chat.messages.length) this.showEmpty(chat);
    else this.list.querySelector(".empty")?.remove();
    if (fresh) this.typing.hidden = true;
    if (stay) this.toEnd();
    else if (fresh) this.jump.hidden = false;
  }

  showEmpty(chat) {
    if (this.list.querySelector(".empty")) return;
    this.list.append(el("div", { class: "empty" }, avatar(this.app.bot.name, 1, "large"),
      el("strong", {}, this.app.bot.name), el("p", {}, chat.description || `@${this.app.bot.username}`)));
  }

  atEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR_END;
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
    for (const picture of this.list.querySelectorAll("img")) {
      if (!picture.complete) picture.addEventListener("load", () => { this.list.scrollTop = this.list.scrollHeight; }, { once: true });
    }
    this.jump.hidden = true;
  }

  actions() {
    return {
      bot: this.app.bot.username,
      command: (text) => act(this.id, "send", { text }),
      open: (link) => act(this.id, "open", { link }),
      scan: (link, anchor) => this.app.scan(link, anchor),
      tap: (message, button, node) => this.tap(message, button, node),
    };
  }

  async tap(message, button, node) {
    node.classList.add("busy");
    const release = () => node.classList.remove("busy");
    setTimeout(release, BUSY_MOST);
    try {
      const { query } = await act(this.id, "tap", { message: message.id, data: button.data, label: button.text });
      // The bot's answer may come before the page knows which query it was.
      if (query && !this.answeredEarly.delete(query)) this.busy.set(query, release);
      else release();
    } catch {
      release();
    }
  }

  answered(query) {
    if (!this.busy.has(query)) this.answeredEarly.add(query);
    this.busy.get(query)?.();
    this.busy.delete(query);
  }

  showTyping() {
    this.typing.hidden = false;
    clearTimeout(this.typingEnds);
    this.typingEnds = setTimeout(() => { this.typing.hidden = true; }, 5000);
  }

  // -- what one can do -------------------------------------------------------------------

  showKeys(chat) {
    this.keys.replaceChildren(...chat.keyboard.map((row) => el("div", { class: "key-row" }, ...row.map((label) =>
      el("button", { type: "button", class: "key", "data-button": "reply", onclick: () => act(this.id, "tap", { label }) }, label)))));
    this.keys.hidden = !chat.keyboard.length || chat.person.blocked;
  }

  showComposer(chat) {
    const mode = chat.person.blocked ? "blocked" : chat.person.started ? "write" : "start";
    if (this.mode !== mode) {
      this.mode = mode;
      this.foot.replaceChildren(...{ blocked: () => this.blockedBar(), start: () => this.startBar(), write: () => this.writeBar() }[mode]());
    }
    if (this.input && mode === "write") this.input.placeholder = chat.placeholder || word("writeHere");
  }

  startBar() {
    return [el("button", { type: "button", class: "primary wide", "data-role": "start", onclick: () => act(this.id, "open", {}) }, word("start")),
      iconButton("link", word("openLink"), () => this.askLink(), { "data-role": "open-link" })];
  }

  blockedBar() {
    return [el("span", { class: "blocked-words" }, word("blockedBar")),
      el("button", { type: "button", class: "primary", "data-role": "unblock", onclick: () => act(this.id, "unblock") }, word("unblock"))];
  }

  writeBar() {
    this.input = el("textarea", { rows: "1", "aria-label": word("message"), placeholder: word("writeHere"), "data-role": "input" });
    this.input.addEventListener("input", () => this.grow());
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.editBar = el("div", { class: "editing", hidden: true }, icon("pencil"), el("span", {}, word("editing")),
      iconButton("close", word("cancel"), () => this.stopEditing()));
    return [this.editBar,
      iconButton("menu", word("menu"), (event) => this.showCommands(event.currentTarget), { "data-role": "commands", "aria-haspopup": "menu", class: "icon-button commands" }),
      iconButton("clip", word("attach"), (event) => menu(event.currentTarget, attachItems(this.id), { label: word("attach") }), { "data-role": "attach", "aria-haspopup": "menu" }),
      this.input,
      iconButton("send", word("send"), () => this.submit(), { "data-role": "send", class: "icon-button send" })];
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 140)}px`;
    if (this.input.value === "/") this.showCommands(this.input);
  }

  onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); this.submit(); }
    if (event.key === "ArrowUp" && !this.input.value) { event.preventDefault(); this.editLast(); }
    if (event.key === "Escape") { closeMenus(); this.stopEditing(); }
  }

  async submit() {
    const text = this.input.value.trim();
    if (!text) return;
    closeMenus();
    const editing = this.editing;
    this.input.value = "";
    this.grow();
    this.stopEditing(false);
    this.toEnd();
    await (editing ? act(this.id, "edit", { message: editing, text }) : act(this.id, "send", { text }))
      .catch(() => { this.input.value = text; });
    this.input.focus();
  }

  lastOwn() {
    return this.chat?.messages.findLast((message) => !message.from_bot && message.text);
  }

  editLast() {
    const own = this.lastOwn();
    if (!own || this.mode !== "write") return;
    this.editing = own.id;
    this.input.value = own.text;
    this.editBar.hidden = false;
    this.grow();
    this.input.focus();
  }

  stopEditing(wipe = true) {
    if (!this.editing) return;
    this.editing = null;
    this.editBar.hidden = true;
    if (wipe) this.input.value = "";
    this.grow();
  }

  showCommands(anchor) {
    const items = this.chat.menu.map((item) => ({
      label: `/${item.command}`, note: item.description, data: item.command,
      run: () => { this.input.value = ""; this.grow(); act(this.id, "send", { text: `/${item.command}` }); },
    }));
    menu(anchor, items.length ? items : [{ label: word("noCommands"), run: () => {} }], { label: word("menu") });
  }

  showMore(anchor) {
    const blocked = this.person.blocked;
    const items = [
      !blocked && { icon: "link", label: word("openLink"), data: "open-link", run: () => this.askLink() },
      !blocked && this.lastOwn() && { icon: "pencil", label: word("edit"), data: "edit", run: () => this.editLast() },
      { icon: "stop", label: blocked ? word("unblock") : word("block"), data: blocked ? "unblock" : "block", run: () => act(this.id, blocked ? "unblock" : "block") },
      { icon: "sliders", label: word("panel"), data: "panel", run: () => this.app.togglePanel(true) },
    ];
    menu(anchor, items.filter(Boolean), { label: word("more") });
  }

  askLink() {
    const field = { name: "link", label: word("openLinkHint"), placeholder: `https://t.me/${this.app.bot.username}?start=…`, required: true };
    ask(word("openLink"), [field], word("open"), (values) => act(this.id, "open", values));
  }
}

// Messages in the order shown: days, albums and single messages, each with a key and a print.
function units(messages) {
  const found = [];
  let day = "";
  for (const message of messages) {
    if (dayKey(message.date) !== day) {
      day = dayKey(message.date);
      found.push({ key: `day-${day}`, print: day, day: message.date });
    }
    const last = found[found.length - 1];
    if (message.album && last.album === message.album) last.messages.push(message);
    else found.push({ key: `m-${message.id}`, album: message.album, messages: [message] });
  }
  for (const unit of found) unit.print ??= JSON.stringify(unit.messages);
  return found;
}
