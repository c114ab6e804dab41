"""What others may read: personal data and insults never survive, ordinary words always do."""

from __future__ import annotations

import re
import timeit
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nlp import mask
from nlp.insults import insults
from nlp.masking import HIDDEN, Found
from nlp.redaction import PLACEHOLDERS, redact

# --- insults: each is masked

INSULTS = [
    # plain
    "Petugas goblok",
    "Pegawainya goblog semua",
    "Kalian memang tolol",
    "Dasar bego, KTP saja tidak jadi",
    "Bangsat, sudah tiga jam menunggu",
    "Petugas brengsek itu menutup loket",
    "Bajingan semua di kantor ini",
    "Kampret, antre lagi",
    "Keparat kalian",
    "Petugas idiot",
    "Bacot doang, tidak ada hasil",
    "Muka lonte",
    "Jawabannya kontol",
    "Ngentot lah pelayanan begini",
    "Gobloknya petugas loket 3",
    "Kegoblokan apa lagi ini",
    "Anak haram kalian",
    "Mampus kau",
    "Otak udang semua",
    # animals and things, hurled or cried out
    "Anjing!",
    "Anjing!!! lama banget",
    "Dasar anjing",
    "Dasar babi kau",
    "Petugas anjing",
    "Petugas babi itu marah-marah",
    "Anjing kau",
    "Anjing lu semua",
    "Babi kalian semua",
    "lama banget anjing",
    "ribet amat babi.",
    "Anjing, lama banget pelayanannya",
    "Antre dari subuh belum dipanggil juga, anjing!",
    "Antre dari subuh belum dipanggil juga, anjing.",
    "anjing babi monyet",
    "Otak monyet",
    "Tai!",
    "dasar tai",
    "Woi setan!",
    "Monyet kalian",
    "Setan kau",
    "Dasar pelacur",
    "Camat monyet",
    # mild, beside the person
    "Petugas bodoh",
    "Kalian bodoh",
    "Bodoh kalian semua",
    "Dasar gila",
    "Gila lu",
    "Dasar budek",
    # chat spelling and disguise
    "gblk semua",
    "bgst",
    "g0bl0k",
    "anj1ng kerjanya lambat",
    "4njing",
    "b4b1 semua",
    "tolooool",
    "gobloooook",
    "BANGSAAAT",
    "ajg lama",
    "anjg",
    "gobloklu",
    "anjinglu",
    "b a b i",
    "g o b l o k",
    "g.o.b.l.o.k",
    "a-n-j-i-n-g kau",
    "k*o*n*t*o*l",
    "b4ngs4t",
    # Javanese, Sundanese, Medan, Minang, Palembang, Makassar, Manado
    "jancok suwe tenan",
    "Jancuk!",
    "asu!",
    "Asu kowe",
    "raimu",
    "gathel",
    "goblog sia",
    "Anying lila pisan",
    "kehed",
    "Pukimak kau",
    "kimak",
    "Bodat kau",
    "paok kali petugasnya",
    "pantek",
    "kampang",
    "telaso",
    "cukimai",
    # English
    "Fuck this office",
    "fucking slow",
    "bullshit answers",
    "You idiots",
    "stupid officer",
    "you stupid",
    "Bastards",
    "what an asshole",
    "you pig",
]

# --- ordinary words: none is masked

ORDINARY = [
    "Ada anjing liar di jalan depan sekolah",
    "Anjing liar! Mohon ditertibkan!",
    "Anjing tetangga menggigit anak saya",
    "Banyak sekali anjing",
    "Banyak sekali anjing di pasar.",
    "Galak banget anjing",
    "Anjing, kucing, dan ayam berkeliaran di puskesmas",
    "Kucing, anjing!",
    "Hewan liar: anjing, babi, monyet.",
    "Anjing gila menggigit warga",
    "Tolong vaksin rabies untuk anjing",
    "Petugas anjing pelacak datang terlambat",
    "Anjing, mohon ditertibkan",
    "bawa pulang anjing kalian!",
    "Anak anjing dibuang di selokan",
    "Anjing saya mati diracun",
    "Digigit anjing!",
    "Peternakan babi di belakang rumah sangat bau",
    "Kandang babi dekat sungai",
    "Babi hutan merusak kebun",
    "Daging babi dijual tanpa tanda",
    "BAB I Pasal 3",
    "bab1 halaman 2",
    "B A B I Ketentuan Umum",
    "Monyet turun ke kampung",
    "Monyet, babi, dan ular masuk permukiman",
    "Kambing dan kerbau masuk halaman kantor",
    "Petugas sampah tidak datang",
    "Dasar hukumnya apa?",
    "Sampah menumpuk di pantai",
    "Rantai sepeda saya putus",
    "Mohon disertai surat",
    "Lantai dua kotor sekali",
    "Petani tidak dapat pupuk",
    "Toilet penuh tai kucing",
    "Tahi lalat tercatat sebagai ciri",
    "Tai ayam dari kandang tetangga",
    "Orang gila mengganggu di pasar",
    "Orang gila berkeliaran, mohon Dinas Sosial",
    "Harga gila di parkiran",
    "Rumah sakit jiwa untuk orang sinting",
    "Pertanyaan bodoh: apa syaratnya?",
    "Saya memang bodoh soal komputer",
    "Jangan bodohi kami",
    "Bodo amat katanya",
    "Saya dibilang goblok oleh petugas",
    "Saya dikatai tolol di depan umum",
    'Petugas berkata "goblok kamu" kepada ibu saya',
    "'Goblok', kata petugas itu",
    "Petugas itu teriak: anjing!",
    "Ibu saya dipanggil monyet oleh satpam",
    "The officer called me an idiot",
    "He said stupid people should wait",
    "Kata-kata bego tidak pantas diucapkan petugas",
    "Setan apa yang ditakuti anak-anak",
    "Pelacur mangkal di pinggir jalan",
    "Banci mengamen di lampu merah",
    "Stray dogs and pigs near the school",
    "A guinea pig farm smells",
    "The stupid form asks twice",
    "Cok Ratih dari Bali",
    "Cuk colokan rusak",
    "Ibu Asih tinggal di Matamuara",
    "Analisis dampak lalu lintas",
    "Assalamualaikum, selamat pagi",
    "Kasur rumah sakit banyak kutu bangsat",
    "Ternak: kambing, kerbau, babi",
    "Sungai Asuhan meluap",
    "Kecamatan Babakan, Desa Taiwang",
    "Jalan Tolo rusak",
    "Pasar Bagongan",
    "Kelurahan Anjingan",
    "Batang Kapas, Titik nol",
    "Scunthorpe, Essex, and Peniston",
    "Class assessment passed",
    "Kami menunggu lama sekali.",
    "Petugas jutek, lambat, dan tidak ramah",
    "Petugas minta uang rokok, ini pungli",
    "Maling motor di parkiran kantor",
    "Pelayanannya busuk dan memalukan",
    "Tidak punya otak",
    "Bakteri e. coli di sumur kami",
    "Bau bangke tikus di ruang tunggu",
    "Pentil ban saya dicabut juru parkir",
    "Nomor saya belum juga dipanggil",
    "C a t a t a n",
    "R A P A T",
    "Loket A-B-C-D tutup",
]


@pytest.mark.parametrize("text", INSULTS)
def test_an_insult_is_masked(text: str) -> None:
    masked = mask(text)
    assert {found.kind for found in masked.found} == {"insult"}
    assert "***" in masked.text


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_word_stays(text: str) -> None:
    assert mask(text).text == text


def test_the_first_letter_stays_and_the_sentence_reads_on() -> None:
    masked = mask("Petugas loket 3 goblok, sudah 2 jam. Dasar Anjing!")
    assert masked.text == "Petugas loket 3 g***, sudah 2 jam. Dasar A***!"
    assert masked.found == (Found("insult", 16, 22), Found("insult", 43, 49))


def test_what_was_said_to_the_citizen_is_evidence() -> None:
    text = "Saya dibilang tolol oleh petugas itu. Memang tolol petugas itu."
    assert mask(text).text == "Saya dibilang tolol oleh petugas itu. Memang t*** petugas itu."


def test_an_insult_after_the_call_of_a_number_is_none_of_the_officers_words() -> None:
    assert mask("Belum dipanggil, goblok semua").text == "Belum dipanggil, g*** semua"


# --- personal data

DATA = [
    ("hp 0812-3456-7890 ya", "phone"),
    ("hp +62 812 3456 7890 ya", "phone"),
    ("hp 08 1 2 3 4 5 6 7 8 9 0 ya", "phone"),
    ("hp 0 8 1 2 3 4 5 6 7 8 9 0 ya", "phone"),
    ("hp 0812 - 3456 - 7890 ya", "phone"),
    ("hp 0812.3456.7890 ya", "phone"),
    ("hp O812 3456 7890 ya", "phone"),
    ("hp 0812\u200b3456\u200b7890 ya", "phone"),
    ("hp nol delapan satu dua tiga empat lima enam tujuh delapan ya", "phone"),
    ("wa 081234567890", "phone"),
    ("wa: (021) 555 1234", "phone"),
    ("transfer ke BRI 0123-01-012345-50-1 ya", "phone"),
    ("NIK 3201010101900001", "nik"),
    ("No. KK 3201 0101 0190 0001", "nik"),
    ("NIP 198501012010011001", "nip"),
    ("NIP 19850101 201001 1 001", "nip"),
    ("NPWP 09.254.294.3-407.000", "npwp"),
    ("surel budi.s@mail.co.id", "email"),
    ("hubungi @budi_99", "handle"),
    ("https://t.me/budi_99", "handle"),
    ("wa.me/budi99", "handle"),
    ("instagram.com/budi.99", "handle"),
    ("motor B 1234 XYZ", "plate"),
    ("rek BCA 1234567890", "account"),
    ("no rekening saya: 123 456 7890", "account"),
    ("paspor A1234567", "account"),
    ("BPJS 0001234567890", "long"),
    ("rumah saya di Jl. Merpati No. 12", "address"),
    ("Alamat saya: Gg. Mawar, no 5B", "address"),
    ("My house is in Merpati Street no. 7", "address"),
]


@pytest.mark.parametrize(("text", "kind"), DATA)
def test_personal_data_is_masked_and_redacted(text: str, kind: str) -> None:
    masked = mask(text)
    assert [found.kind for found in masked.found] == [kind]
    assert masked.text.count(HIDDEN) == 1
    assert not re.search(r"\d", masked.text)
    assert redact(text) == masked.text.replace(HIDDEN, PLACEHOLDERS[kind])


@pytest.mark.parametrize(
    "text",
    [
        "Lampu jalan mati di Jl. Merpati No. 12",
        "Saya tinggal di jalan Kenanga, lampu di nomor 12 mati",
        "Surat No. 470/123/2026 tanggal 17-08-2026",
        "nomor antrian 1234567, nomor berkas 1234567890",
        "dana 5000000 untuk desa, dana 10.000.000 untuk jalan",
        "bayar Rp 150.000, kembali 50rb",
        "tiket SW-26-000123-K, loket B 12",
        "jam 08.00-12.00, tanggal 17/08/2026",
        "dua tiga hari, empat lima kali, enam tujuh orang",
        "beli 5 buah @5000",
        "SK Walikota nomor 12 tahun 2026",
        "Pasal 12 ayat 3 nomor 4",
    ],
)
def test_ordinary_numbers_stay(text: str) -> None:
    assert mask(text).text == text


# --- who the sender is


def test_what_the_sender_is_known_by_is_masked() -> None:
    text = (
        "Saya Budi Santoso (BUDI_99, id 123456789). Santoso, budinya, Budi123; rambutan, budidaya."
    )
    masked = mask(text, ["Budi Santoso", "@budi_99", "123456789"])
    assert masked.text == ("Saya ••• (•••, id •••). •••, •••nya, •••123; rambutan, budidaya.")
    assert {found.kind for found in masked.found} == {"name"}


def test_titles_in_a_name_and_short_parts_stay() -> None:
    assert mask("Ibu di loket, pak, tidak ada di sana", ["Ibu Siti Di"]).text == (
        "Ibu di loket, pak, tidak ada di sana"
    )


def test_a_name_in_other_letters_is_found() -> None:
    assert mask("kata budi dan 李明", ["𝓑𝓾𝓭𝓲", "李明"]).text == "kata ••• dan •••"


def test_the_names_of_others_stay() -> None:
    assert mask("Petugas Sari di loket 3", ["Budi"]).text == "Petugas Sari di loket 3"


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=4))
def test_any_name_and_any_text_are_taken(text: str, names: list[str]) -> None:
    once = mask(text, names)
    assert len(once.text) <= 2 * len(text)


@given(
    st.sampled_from(["Zulkarnaen", "Nyimas Ratu", "Wéléla"]),
    st.sampled_from([str.lower, str.upper, str.title]),
    st.text("ab ,.!?\n-(", max_size=20),
    st.text("ab ,.!?\n-(", max_size=20),
)
def test_no_name_survives(name: str, write: object, before: str, after: str) -> None:
    assert callable(write)
    text = f"{before} {write(name)} {after}"
    assert name.lower() not in mask(text, [name]).text.lower()


# --- for any text

DIGITS = "0123456789"
PIECES = """anjing babi tai goblok kontol kau lu kalian dasar petugas banget lama , . ! ? " :
    bilang dibilang kucing liar juga Budi 081234567890 3201010101900001 B1234XY 0812 3456 7890 No. 5
    rumah saya Jl. rek 1234567890 @budi_99 a@b.co _ b a i g o anak haram otak udang nol satu"""
SOME = st.tuples(
    st.sampled_from([" ", "", "-"]), st.lists(st.sampled_from(PIECES.split()), max_size=14)
).map(lambda drawn: drawn[0].join(drawn[1]))


@given(st.one_of(SOME, st.text(max_size=80), st.text("0123456789 -.+@()aboABK*•", max_size=60)))
@example("0812345678B1234XY goblok")
@example("goblok, anjing, babi!")
@example("kucing, anjing, babi kau")
def test_masking_twice_is_the_same_as_once(text: str) -> None:
    once = mask(text, ["Budi"])
    again = mask(once.text, ["Budi"])
    assert again.text == once.text
    assert again.found == ()


@given(st.one_of(SOME, st.text(max_size=80)))
def test_what_is_found_tells_the_whole_change(text: str) -> None:
    masked = mask(text, ["Budi"])
    assert len(masked.text) <= 2 * len(text)
    rest, done = [], 0
    for found in masked.found:
        assert done <= found.start < found.end <= len(text)
        shown = text[found.start] + "***" if found.kind == "insult" else HIDDEN
        rest += [text[done : found.start], shown]
        done = found.end
    assert "".join(rest) + text[done:] == masked.text


@given(st.text(st.characters(exclude_categories=["L", "Nd"], exclude_characters="@"), max_size=80))
def test_a_text_without_letters_and_digits_is_unchanged(text: str) -> None:
    assert mask(text, ["Budi"]).text == text


@given(
    st.sampled_from(["", "NIK ", "hp:", "saya goblok ", "\n", "(", "No. "]),
    st.text(DIGITS, min_size=16, max_size=16),
    st.sampled_from(["", ".", " ya", ", makasih", ")", "!"]),
)
def test_no_nik_survives(before: str, nik: str, after: str) -> None:
    assert not re.search(r"\d{3}", mask(before + nik + after).text)


@given(
    st.sampled_from(["0", "62", "+62", "+62 ", "(+62) ", "0062"]),
    st.integers(100_000_000, 9_999_999_999).map(str),
    st.sampled_from(["", " ", "-", ".", " - ", " . "]),
    st.sampled_from(["", "wa ", "hp: ", "hubungi"]),
)
def test_no_phone_number_survives(prefix: str, rest: str, gap: str, before: str) -> None:
    number = f"{prefix}8{rest[:2]}{gap}{rest[2:6]}{gap}{rest[6:]}"
    assert not re.search(r"\d{3}", mask(f"{before}{number} ya").text)


STRANGE = ["", "\ud800", "\0", "İİİ goblok", "a" * 4096, "g" * 4096, "a@" * 2048]
LONG = ["anjing ", "b a b i ", "0 8 1 ", "g.o.b.", "anjing, ", "rumah saya jalan no 1 "]


@pytest.mark.parametrize("text", [*STRANGE, *(part * 700 for part in LONG)])
def test_strange_and_long_texts_are_masked(text: str) -> None:
    masked = mask(text[:4096], ["a" * 64])
    assert mask(masked.text, ["a" * 64]).text == masked.text


@pytest.mark.parametrize("part", ["anjing ", "anjing, ", "0812 ", "g o b ", "a@b", "nol ", "no 1 "])
def test_the_time_grows_with_the_length(part: str) -> None:
    """Ten times the text takes about ten times as long: far from the hundred of a square."""

    def time(length: int) -> float:
        text = (part * length)[: 8 * length]
        return min(timeit.repeat(lambda: mask(text), timer=process_time, number=1, repeat=3))

    mask(part)
    assert time(5000) < 40 * time(500)


def test_insults_are_found_from_left_to_right() -> None:
    assert list(insults("goblok b a b i tolol")) == [(0, 6), (7, 14), (15, 20)]
