// The page's own words. The bot's words come from the bot.
const WORDS = {
  id: {
    tagline: "Kotak pasir Telegram",
    addCitizen: "Tambah warga",
    panel: "Gangguan & waktu",
    publicPages: "Halaman publik unit",
    welcomeTitle: "Pilih seseorang untuk mulai",
    welcomeText: "Coba begini: sampaikan pengaduan sebagai warga, jawab sebagai petugas unit itu, lalu buka /ringkasan sebagai admin. Atau lihat yang sudah terjadi enam minggu ini: /papan sebagai kepala, /pengawasan sebagai inspektorat, /status sebagai warga. Obrolan tampil berdampingan di layar lebar. Jam dan gangguan diatur lewat Gangguan & waktu.",
    citizens: "Warga", citizen: "Warga", staff: "Petugas & pengelola", nobody: "Belum ada siapa pun.",
    newChat: "Belum ada pesan", blockedLabel: "diblokir",
    back: "Kembali ke daftar", close: "Tutup obrolan", more: "Pilihan lain",
    message: "Pesan", writeHere: "Tulis pesan…", send: "Kirim", attach: "Lampirkan", menu: "Menu perintah",
    start: "MULAI", blockedBar: "Bot diblokir oleh orang ini.", unblock: "Buka blokir", block: "Blokir bot",
    openLink: "Buka tautan", openLinkHint: "Tempel tautan t.me atau kode setelah ?start=", open: "Buka", cancel: "Batal",
    scanAs: "Pindai sebagai…", openAs: "Buka sebagai…", edited: "diedit", silent: "tanpa suara", edit: "Ubah pesan terakhir", editing: "Mengubah pesan",
    photo: "Foto dari berkas", samplePhoto: "Foto contoh", sampleAlbum: "Album contoh (3 foto)", document: "Dokumen",
    location: "Lokasi", voice: "Pesan suara", voiceFile: "Rekaman dari berkas (.ogg)", play: "Putar", sticker: "Stiker", contact: "Kontak",
    locationTitle: "Kirim lokasi", latitude: "Lintang", longitude: "Bujur",
    places: { kantor: "Kantor wali kota, Medan", pasar: "Pasar Marelan", nabire: "Nabire, Papua Tengah" },
    name: "Nama", language: "Bahasa", add: "Tambah", addTitle: "Tambah warga", chat: "Obrolan",
    typing: "sedang mengetik…", bot: "bot", newMessages: "Pesan baru", ok: "Mengerti",
    photoAlt: "Foto", enlarge: "Perbesar foto", download: "Unduh", today: "Hari ini", noCommands: "Bot belum memasang perintah.",
    faults: "Gangguan", clock: "Waktu", flood: "429 selama {n} detik", outage: "Telegram tidak terjangkau",
    duplicates: "Pesan masuk dikirim dua kali", reorder: "Urutan pesan masuk diacak", rate_limits: "Batas kirim seperti Telegram",
    blockedPeople: "Diblokir oleh", clear: "Pulihkan semua", floodOn: "429 aktif: {n} detik lagi", pending: "Menunggu diambil bot: {n}",
    hour: "+1 jam", day: "+1 hari", week: "+1 minggu", monday: "Senin 07.00", fixedClock: "Waktu ini tidak dapat digeser.",
    now: "Waktu kotak pasir", failed: "Tidak berhasil: {why}", offline: "Sambungan terputus, mencoba lagi…",
    kinds: { photo: "Foto", document: "Dokumen", location: "Lokasi", voice: "Pesan suara", sticker: "Stiker", contact: "Kontak", text: "" },
    you: "Anda: ", alertTitle: "Pemberitahuan", moving: "Waktu sedang digeser…", about: {},
  },
  en: {
    tagline: "Telegram sandbox",
    addCitizen: "Add a citizen",
    panel: "Faults & clock",
    publicPages: "Public pages of the units",
    welcomeTitle: "Choose somebody to begin",
    welcomeText: "Try this: complain as a citizen, answer as an officer of that unit, then open /summary as the admin (/ringkasan in Indonesian). Or look at what six weeks have brought: /papan as a head, /pengawasan as the inspectorate, /status as a citizen. On a wide screen chats stand side by side. The clock and faults are under Faults & clock.",
    citizens: "Citizens", citizen: "Citizen", staff: "Officers & managers", nobody: "Nobody yet.",
    newChat: "No messages yet", blockedLabel: "blocked",
    back: "Back to the list", close: "Close chat", more: "More",
    message: "Message", writeHere: "Write a message…", send: "Send", attach: "Attach", menu: "Command menu",
    start: "START", blockedBar: "This person has blocked the bot.", unblock: "Unblock", block: "Block the bot",
    openLink: "Open link", openLinkHint: "Paste a t.me link or the code after ?start=", open: "Open", cancel: "Cancel",
    scanAs: "Scan as…", openAs: "Open as…", edited: "edited", silent: "without a sound", edit: "Edit last message", editing: "Editing message",
    photo: "Photo from file", samplePhoto: "Sample photo", sampleAlbum: "Sample album (3 photos)", document: "Document",
    location: "Location", voice: "Voice message", voiceFile: "Recording from file (.ogg)", play: "Play", sticker: "Sticker", contact: "Contact",
    locationTitle: "Send a location", latitude: "Latitude", longitude: "Longitude",
    places: { kantor: "Mayor's office, Medan", pasar: "Marelan market", nabire: "Nabire, Central Papua" },
    name: "Name", language: "Language", add: "Add", addTitle: "Add a citizen", chat: "Chat",
    typing: "typing…", bot: "bot", newMessages: "New messages", ok: "OK",
    photoAlt: "Photo", enlarge: "Enlarge photo", download: "Download", today: "Today", noCommands: "The bot has set no commands.",
    faults: "Faults", clock: "Clock", flood: "429 for {n} seconds", outage: "Telegram unreachable",
    duplicates: "Deliver updates twice", reorder: "Shuffle the order of updates", rate_limits: "Telegram's own rate limits",
    blockedPeople: "Blocked by", clear: "Clear all", floodOn: "429 active: {n} s left", pending: "Waiting for the bot: {n}",
    hour: "+1 hour", day: "+1 day", week: "+1 week", monday: "Monday 07:00", fixedClock: "This clock cannot be moved.",
    now: "Sandbox time", failed: "That did not work: {why}", offline: "Connection lost, trying again…",
    kinds: { photo: "Photo", document: "Document", location: "Location", voice: "Voice message", sticker: "Sticker", contact: "Contact", text: "" },
    you: "You: ", alertTitle: "Notice", moving: "Moving the clock…",
    about: {
      Petugas: "Officer", Kepala: "Head", Admin: "Admin", "semua kantor": "all offices",
      "Puskesmas dan Izin": "Puskesmas and permits", "Belum pernah memakai bot ini": "Has never used this bot",
      "Mengurus KTP dan KK": "Needs an ID card and a family card", "Ibu dua anak, pasien Puskesmas": "Mother of two, patient at the Puskesmas",
      "Pemilik warung di Pasar Lama": "Has a stall at Pasar Lama", "Warga perantau di Teluk Damai": "Away from home, in Teluk Damai",
    },
  },
};

let language = localStorage.getItem("sandbox-language") === "en" ? "en" : "id";

export const currentLanguage = () => language;

export function word(key, values = {}) {
  let text = key.split(".").reduce((part, name) => part?.[name], WORDS[language]) ?? key;
  for (const [name, value] of Object.entries(values)) text = text.replace(`{${name}}`, value);
  return text;
}

// Who somebody is, as the town tells it ("Petugas · Loket Akta"), in the page's language.
export const told = (about) => about.split(" · ").map((part) => WORDS[language].about[part] ?? part).join(" · ");

export function setLanguage(next) {
  language = next;
  localStorage.setItem("sandbox-language", next);
}

export function fillWords(root = document) {
  document.documentElement.lang = language;
  for (const node of root.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
}

const ZONE = "Asia/Jakarta";
const locale = () => (language === "en" ? "en-GB" : "id-ID");
const format = (date, options) => new Intl.DateTimeFormat(locale(), { timeZone: ZONE, ...options }).format(date);

export const timeOf = (seconds) => format(new Date(seconds * 1000), { hour: "2-digit", minute: "2-digit" });
export const dayKey = (seconds) => new Date(seconds * 1000).toLocaleDateString("sv-SE", { timeZone: ZONE });
export const dayOf = (seconds) =>
  format(new Date(seconds * 1000), { weekday: "long", day: "numeric", month: "short", year: "numeric" });
// In a list: the time of today, the date of another day.
export const whenOf = (seconds, now) =>
  dayKey(seconds) === dayKey(new Date(now) / 1000) ? timeOf(seconds) : format(new Date(seconds * 1000), { day: "numeric", month: "short" });
export const momentOf = (iso) =>
  `${format(new Date(iso), { weekday: "long", day: "numeric", month: "short", year: "numeric" })} · ${format(new Date(iso), { hour: "2-digit", minute: "2-digit" })} WIB`;
