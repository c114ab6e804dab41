// The page as a whole: who is shown, and what the events change.
import { act, get, listen } from "./api.js";
import { Chat } from "./chat.js";
import { alertBox, menu, toast } from "./dialogs.js";
import { Panel } from "./panel.js";
import { askCitizen, showPeople } from "./people.js";
import { currentLanguage, fillWords, setLanguage, told, word } from "./words.js";

const COLUMN = 280;
const COLUMNS_MOST = 3;
const WIDE = window.matchMedia("(min-width: 1000px)");
const PHONE = window.matchMedia("(max-width: 699px)");

class App {
  constructor() {
    this.bot = { name: document.body.dataset.botName, username: document.body.dataset.botUsername };
    this.columns = document.getElementById("columns");
    this.list = document.getElementById("people-list");
    this.welcome = document.getElementById("welcome");
    const toggles = document.querySelectorAll("[data-role=panel-toggle]");
    this.panel = new Panel(document.getElementById("panel"), toggles);
    this.chats = new Map();
    this.order = [];
    this.state = { people: [] };
    for (const toggle of toggles) toggle.addEventListener("click", () => this.panel.toggle());
    document.querySelector("[data-role=add-person]").addEventListener("click", () => askCitizen((person) => this.added(person)));
    for (const button of document.querySelectorAll("[data-language]")) button.addEventListener("click", () => this.speak(button.dataset.language));
    addEventListener("resize", () => this.fit());
    addEventListener("hashchange", () => this.fromAddress());
    document.addEventListener("visibilitychange", () => this.chats.forEach((chat) => chat.markRead()));
  }

  async start() {
    this.speak(currentLanguage());
    await this.refresh();
    this.fromAddress();
    listen((event) => this.onEvent(event), (connected) => this.onConnection(connected));
    document.body.dataset.ready = "yes";
  }

  // -- events ----------------------------------------------------------------------------

  onEvent(event) {
    const chat = this.chats.get(event.person);
    if (event.kind === "typing") chat?.showTyping();
    else if (event.kind === "answered") chat?.answered(event.query);
    else if (event.kind === "alert") this.onAlert(event);
    else if (event.kind !== "call") this.soon(event);
  }

  onAlert(event) {
    const person = this.state.people.find(({ id }) => id === event.person);
    if (!person || !this.isShown(event.person)) return;
    if (event.show_alert) alertBox(person.name, event.text);
    else if (event.text) toast(event.text, "note", this.chats.get(event.person).told);
  }

  onConnection(connected) {
    if (connected) {
      if (this.lost) { this.refresh(); this.chats.forEach((chat) => chat.refresh()); }
    } else if (!this.lost) toast(word("offline"), "error");
    this.lost = !connected;
  }

  // Events come in bursts: one look at the state and at each chat concerned is enough.
  soon(event) {
    this.touched ??= new Set();
    if (["chat", "people", "menu"].includes(event.kind)) {
      if (event.person) this.touched.add(event.person);
      else this.chats.forEach((_, id) => this.touched.add(id));
    }
    this.timer ??= setTimeout(() => {
      const touched = this.touched;
      this.timer = this.touched = undefined;
      for (const id of touched) this.chats.get(id)?.refresh();
      this.refresh();
    }, 40);
  }

  async refresh() {
    if (this.asking) { this.askAgain = true; return; }
    this.asking = true;
    try {
      do {
        this.askAgain = false;
        this.state = await get("/state");
        this.showState();
      } while (this.askAgain);
    } finally {
      this.asking = false;
    }
  }

  showState() {
    const { people, faults } = this.state;
    showPeople(this.list, people, this.order, (id) => this.open(id), this.state.clock.now);
    this.panel.show(this.state);
    const troubled = faults.outage || faults.duplicates || faults.reorder || faults.rate_limits || faults.flood_seconds || people.some((p) => p.blocked);
    document.querySelector("[data-role=fault-dot]").hidden = !troubled;
    this.chats.forEach((chat) => chat.showOthers());
    const waiting = people.reduce((sum, person) => sum + person.unread, 0);
    document.title = `${waiting ? `(${waiting}) ` : ""}${this.bot.name} · ${word("chat").toLowerCase()}`;
  }

  unreadElsewhere(id) {
    return this.state.people.filter((person) => person.id !== id).reduce((sum, person) => sum + person.unread, 0);
  }

  // -- columns ---------------------------------------------------------------------------

  room() {
    if (!WIDE.matches) return 1;
    return Math.max(1, Math.min(COLUMNS_MOST, Math.floor(this.columns.clientWidth / COLUMN)));
  }

  isShown(id) {
    return this.order.includes(id) && (!PHONE.matches || document.body.classList.contains("chatting"));
  }

  open(id) {
    if (!this.order.includes(id)) {
      while (this.order.length >= this.room()) this.remove(this.oldest());
      this.order.push(id);
    }
    this.focus(id);
    document.body.classList.add("chatting");
    this.arrange();
    this.chats.get(id)?.element.focus({ preventScroll: true });
    this.chats.get(id)?.markRead();
  }

  oldest() {
    const used = (id) => this.chats.get(id)?.used ?? 0;
    return [...this.order].sort((a, b) => used(a) - used(b))[0];
  }

  focus(id) {
    this.uses = (this.uses ?? 0) + 1;
    const chat = this.chats.get(id);
    if (chat) chat.used = this.uses;
  }

  remove(id) {
    this.order = this.order.filter((other) => other !== id);
    this.chats.get(id)?.element.remove();
    this.chats.delete(id);
  }

  close(id) {
    this.remove(id);
    if (!this.order.length) document.body.classList.remove("chatting");
    this.arrange();
  }

  back() {
    document.body.classList.remove("chatting");
    this.list.querySelector(`[data-person-row="${this.order[0]}"]`)?.focus();
  }

  fit() {
    while (this.order.length > this.room()) this.remove(this.oldest());
    this.arrange();
  }

  arrange() {
    for (const id of this.order) {
      if (this.chats.has(id)) continue;
      const person = this.state.people.find((other) => other.id === id);
      if (!person) { this.order = this.order.filter((other) => other !== id); continue; }
      const chat = new Chat(person, this);
      this.chats.set(id, chat);
      this.focus(id);
      this.columns.append(chat.element);
      chat.refresh();
    }
    this.welcome.hidden = this.order.length > 0;
    history.replaceState(null, "", this.order.length ? `#${this.order.join(",")}` : " ");
    this.showState();
  }

  fromAddress() {
    const ids = location.hash.slice(1).split(",").map(Number).filter(Boolean);
    if (!ids.length) return;
    this.order.filter((id) => !ids.includes(id)).forEach((id) => this.remove(id));
    this.order = ids.slice(0, this.room());
    document.body.classList.add("chatting");
    this.arrange();
  }

  // -- the rest --------------------------------------------------------------------------

  async added(person) {
    await this.refresh();
    this.open(person.id);
  }

  scan(link, anchor) {
    const items = this.state.people.filter((person) => !person.blocked).map((person) => ({
      label: person.name, note: told(person.role) || word("citizen"), data: `scan-${person.id}`,
      run: async () => { await act(person.id, "open", { link }); this.open(person.id); },
    }));
    menu(anchor, items, { label: word("scanAs") });
  }

  togglePanel(open) {
    this.panel.toggle(open);
  }

  speak(language) {
    setLanguage(language);
    fillWords();
    for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === language));
    if (this.state.clock) this.showState();
    this.chats.forEach((chat) => { chat.build(chat.person); chat.refresh(); });
  }
}

new App().start();
