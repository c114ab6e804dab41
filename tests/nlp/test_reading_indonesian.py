"""Messages as citizens write them at a counter: their mood, aspects and kind."""

import pytest

from nlp import read


def moods(text: str) -> str | None:
    return read(text).sentiment.label


@pytest.mark.parametrize(
    "text",
    [
        "KTP saya antri lama sekali, sudah 3 jam belum dipanggil",
        "gak ramah bgt petugasnya",
        "pelayanannya lelettt bgt",
        "Petugas tidak ramah dan tidak sopan",
        "petugas kurang ramah",
        "Toilet kotor dan bau",
        "Saya kecewa, berkas dipersulit terus",
        "Petugasnya main HP terus, warga dibiarkan menunggu",
        "Akta lahir belum selesai, molor terus",
        "pelayanan blm memuaskan",
    ],
)
def test_a_bad_experience_is_negative_and_a_complaint(text: str) -> None:
    reading = read(text)
    assert (reading.sentiment.label, reading.kind, reading.language) == (
        "negative",
        "complaint",
        "id",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Petugasnya ramah dan cepat, terima kasih",
        "Pelayanan sangat memuaskan",
        "mantabbb, KTP jadi cepet banget",
        "Alhamdulillah urusan lancar, ibu di loket 3 sabar sekali",
        "Tidak hanya cepat tetapi juga ramah",
        "pelayanannya oke bangettt 👍👍",
        "Terima kasih banyak atas bantuannya",
    ],
)
def test_a_good_experience_is_positive_and_praise(text: str) -> None:
    reading = read(text)
    assert (reading.sentiment.label, reading.kind) == ("positive", "praise")


@pytest.mark.parametrize(
    "text",
    [
        "tidak ada keluhan",
        "Tidak ada masalah, pelayanan lancar",
        "tanpa kendala",
        "sama sekali tidak mengecewakan",
        "belum pernah kecewa di sini",
        "Tidak ada yang marah-marah",
        "tidak perlu antri lama",
    ],
)
def test_denying_something_bad_is_not_a_complaint(text: str) -> None:
    assert (moods(text), read(text).kind) == ("positive", "praise")


def test_a_negation_turns_only_its_own_clause() -> None:
    assert moods("tidak, petugasnya ramah") == "positive"
    assert moods("petugas tidak ramah") == "negative"


def test_a_negation_reaches_over_and() -> None:
    both = read("petugas tidak sopan dan ramah").sentiment
    one = read("petugas tidak sopan").sentiment
    assert both.label == "negative"
    assert both.negative > one.negative


def test_strong_words_weigh_more_than_weak_ones() -> None:
    weak, plain, strong = (
        read(text).sentiment.polarity for text in ("agak ramah", "ramah", "sangat ramah")
    )
    assert 0 < weak < plain < strong


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("ok tapi lama", "negative"),
        ("Petugas ramah, tapi antrinya lama", "negative"),
        ("Antri lama, tapi petugasnya ramah", "positive"),
        ("Meskipun antri lama, petugasnya ramah dan sabar", "positive"),
        ("Tempatnya bersih namun petugasnya ketus", "negative"),
    ],
)
def test_what_follows_a_contrast_counts_more(text: str, label: str) -> None:
    assert moods(text) == label


def test_each_clause_has_its_own_polarity() -> None:
    aspects = {aspect.key: aspect for aspect in read("Petugas ramah, tapi antrinya lama").aspects}
    assert aspects["perilaku"].polarity > 0.5
    assert aspects["waktu"].polarity < -0.5
    assert aspects["perilaku"].clause == "Petugas ramah"
    assert aspects["waktu"].clause == "tapi antrinya lama"


@pytest.mark.parametrize(
    "text",
    [
        "Apa syarat membuat KTP baru?",
        "Jam berapa kantor buka hari Senin",
        "Kapan KTP saya selesai?",
        "Saya ingin bertanya apakah bisa diwakilkan",
        "KTP saya hilang, bagaimana cara mengurusnya?",
        "Berapa lama proses akta lahir?",
        "mau tanya, brp biaya SKCK? apakah Rp 30.000?",
    ],
)
def test_a_question_is_a_neutral_question(text: str) -> None:
    reading = read(text)
    assert (reading.sentiment.label, reading.kind) == ("neutral", "question")


@pytest.mark.parametrize(
    "text",
    ["Kenapa lama sekali? sudah 2 minggu belum selesai", "Kok petugasnya galak ya?"],
)
def test_a_reproach_with_a_question_mark_is_a_complaint(text: str) -> None:
    assert read(text).kind == "complaint"


@pytest.mark.parametrize(
    "text", ["Saya mau ambil akta besok", "asdf qwer", "Rabu", "12345", "Pelayanan biasa saja"]
)
def test_it_abstains_when_it_knows_too_little(text: str) -> None:
    reading = read(text)
    assert reading.sentiment.label is None
    assert reading.sentiment.words == ()
    assert reading.kind == "other"


def test_good_and_bad_in_balance_is_not_forced_into_a_side() -> None:
    assert moods("ramah. lama.") not in ("positive", "negative")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Syarat dan berkas saya ditolak", {"persyaratan"}),
        ("Prosedurnya berbelit, saya bolak-balik", {"prosedur"}),
        ("Nunggu 4 jam", {"waktu"}),
        ("tarifnya mahal", {"biaya"}),
        ("Di akta ada salah ketik", {"produk"}),
        ("Petugas tidak paham aturan", {"kompetensi"}),
        ("Ibu di loket jutek", {"perilaku"}),
        ("Kursi di ruang tunggu patah", {"sarana"}),
        ("Laporan saya belum ditanggapi", {"pengaduan"}),
        ("Ada pungutan liar", {"pungli"}),
        ("KK sudah 3 minggu belum jadi", {"keterlambatan"}),
        ("Tidak ada papan informasi", {"informasi"}),
        ("Saya warga Marelan", set()),
    ],
)
def test_the_aspects_named(text: str, keys: set[str]) -> None:
    assert {aspect.key for aspect in read(text).aspects} == keys


def test_the_words_that_decided_are_the_citizens_own() -> None:
    reading = read("Petugasnya GAK RAMAH, antriny lama bgt")
    assert reading.sentiment.words == ("gak ramah", "lama")
    assert reading.aspects[0].words == ("ramah",)


def test_chat_spelling_reads_like_ordinary_spelling() -> None:
    chat = read("plynn gk ramah, antrinya lamaaa bgt, sy kcewa").sentiment
    plain = read("pelayanan tidak ramah, antrinya lama sekali, saya kecewa").sentiment
    assert (chat.label, chat.polarity) == (plain.label, plain.polarity)


def test_probabilities_sum_to_one() -> None:
    for text in ("ramah", "lama sekali", "apa syaratnya?", "Rabu", "the staff was rude"):
        mood = read(text).sentiment
        assert mood.positive + mood.neutral + mood.negative == pytest.approx(1, abs=0.001)
        assert mood.confidence == max(mood.positive, mood.neutral, mood.negative)
