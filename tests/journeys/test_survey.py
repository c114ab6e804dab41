"""A citizen fills in the survey after a rating; an admin sets it up."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from models.database import Transaction
from models.offices import Service, Unit
from models.ratings import instruments
from models.ratings.survey_tables import SurveyAnswer, SurveyResponse
from models.ratings.tables import Rating
from tests.town import Actor, Town

LABEL = "Survei 9 pertanyaan (± 1 menit)"
ANSWERS = (
    "Sesuai",
    "Sangat mudah",
    "Kurang cepat",
    "Gratis",
    "Sesuai",
    "Kompeten",
    "Sangat sopan dan ramah",
    "Cukup",
    "Ada tetapi tidak berfungsi",
)


async def rated(town: Town, unit: Unit, score: str = "Baik") -> Actor:
    citizen = await town.consenting()
    await citizen.opens(f"u{unit.id}")
    await citizen.taps(score)
    await citizen.taps("Lewati")
    return citizen


def response(town: Town) -> SurveyResponse:
    return town.read(lambda tx: tx.session.exec(select(SurveyResponse)).one())


def answers(town: Town) -> dict[str, int]:
    rows = town.read(lambda tx: tx.session.exec(select(SurveyAnswer)).all())
    return {row.question: row.score for row in rows}


def labels(citizen: Actor) -> list[str]:
    return [label for row in citizen.last.buttons for label in row]


async def test_nine_taps_in_one_message_then_a_few_words_on_oneself(town: Town) -> None:
    unit = await town.unit()
    citizen = await rated(town, unit)
    await citizen.taps(LABEL)
    message = citizen.last.id
    assert "1 dari 9  ●○○○○○○○○" in citizen.last.text
    assert citizen.last.buttons[:4] == [
        ["Tidak sesuai"],
        ["Kurang sesuai"],
        ["Sesuai"],
        ["Sangat sesuai"],
    ]
    for answer in ANSWERS:
        await citizen.taps(answer)
    assert citizen.sees("Nama dan NIK tidak diminta")
    for answer in ("Perempuan", "30–39", "SMA"):
        await citizen.taps(answer)
    await citizen.taps("Lewati")
    assert citizen.sees("Indeks Kepuasan Masyarakat")
    assert citizen.last.id == message
    assert answers(town) == {
        "persyaratan": 3,
        "prosedur": 4,
        "waktu": 2,
        "biaya": 4,
        "produk": 3,
        "kompetensi": 3,
        "perilaku": 4,
        "sarana": 2,
        "pengaduan": 2,
    }
    stored = response(town)
    assert (stored.sex, stored.age, stored.education, stored.occupation) == (
        "female",
        "30-39",
        "SMA",
        None,
    )
    assert stored.finished_at is not None
    assert stored.rater is None


async def test_it_is_left_and_taken_up_again_after_days(sqlite_town: Town) -> None:
    town = sqlite_town
    citizen = await rated(town, await town.unit())
    await citizen.taps(LABEL)
    await citizen.taps("Sesuai")
    await citizen.taps("Mudah")
    question = citizen.last
    await citizen.taps("‹ Kembali")
    assert "Jawaban Anda: Mudah" in citizen.last.text
    await citizen.taps("Sangat mudah")
    await citizen.taps("Nanti saja")
    assert "2 dari 9 jawaban sudah tersimpan" in citizen.last.text
    await town.passes(timedelta(days=20))
    await citizen.sends("/start")
    await citizen.taps("Lanjutkan survei: Loket KTP")
    assert "3 dari 9" in citizen.last.text
    await citizen.taps("Lanjutkan survei", question)  # the old message leads there too
    assert answers(town) == {"persyaratan": 3, "prosedur": 4}
    await town.passes(timedelta(days=11))
    await citizen.sends("/start")
    assert "Lanjutkan survei: Loket KTP" not in labels(citizen)
    await citizen.taps("Cepat", question)
    assert "30 hari" in citizen.person.alerts[-1].text


async def test_who_skips_everything_has_given_no_answer(sqlite_town: Town) -> None:
    town = sqlite_town
    citizen = await rated(town, await town.unit())
    await citizen.taps(LABEL)
    for _ in range(9):
        await citizen.taps("Lewati")
    assert "Belum ada jawaban" in citizen.last.text
    assert response(town).finished_at is None
    await citizen.taps("Lanjutkan survei")
    assert "1 dari 9" in citizen.last.text


async def test_the_service_is_asked_where_there_are_several(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()

    def another(tx: Transaction) -> int:
        made = Service(unit_id=unit.id or 0, name="Akta kelahiran", duration="")
        tx.session.add(made)
        tx.session.flush()
        return made.id or 0

    service = await town.write(another)
    citizen = await rated(town, unit)
    await citizen.taps(LABEL)
    for answer in ANSWERS:
        await citizen.taps(answer)
    assert "1 dari 5" in citizen.last.text
    await citizen.taps("Akta kelahiran")
    await citizen.taps("Lewati semua, selesai")
    assert response(town).service_id == service


async def test_a_low_score_is_asked_for_its_reason_and_leads_to_a_complaint(town: Town) -> None:
    citizen = await town.consenting()
    unit = await town.unit()
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Kurang baik")
    await citizen.sends("Ruang tunggu kotor dan toiletnya rusak")
    assert labels(citizen)[0] == "Ruang dan sarana"
    assert len(labels(citizen)) == 8
    await citizen.taps("Ruang dan sarana")
    assert "sampaikan pengaduan" in citizen.last.text
    assert town.read(lambda tx: tx.session.exec(select(Rating)).one()).why == "sarana"
    assert labels(citizen)[:2] == ["Sampaikan pengaduan", LABEL]  # an answer before questions
    await citizen.taps("Sampaikan pengaduan")
    assert citizen.sees("Loket KTP")


async def test_a_high_score_clears_the_reason_of_a_low_one(sqlite_town: Town) -> None:
    town = sqlite_town
    citizen = await rated(town, await town.unit(), "Tidak baik")
    await citizen.taps("Waktu layanan")
    await citizen.taps("Ubah nilai")
    await citizen.taps("Sangat baik")
    await citizen.taps("Lewati")
    assert "Sangat baik" in citizen.last.text
    assert town.read(lambda tx: tx.session.exec(select(Rating)).one()).why is None


async def test_a_rating_is_taken_back_with_its_survey(sqlite_town: Town) -> None:
    town = sqlite_town
    citizen = await rated(town, await town.unit())
    thanks = citizen.last
    await citizen.taps(LABEL)
    await citizen.taps("Sesuai")
    question = citizen.last
    await citizen.taps("Nanti saja")
    await citizen.sends("/start")
    await citizen.opens("u1")
    await citizen.taps("Baik")
    await citizen.taps("Lewati")
    await citizen.taps("Tarik penilaian")
    await citizen.taps("Tidak jadi")
    await citizen.taps("Tarik penilaian")
    await citizen.taps("Ya, tarik")
    assert "tidak dihitung lagi" in citizen.last.text
    assert response(town).standing == "withdrawn"
    await citizen.taps("Lanjutkan survei", question)
    assert "sudah Anda tarik" in citizen.person.alerts[-1].text
    assert thanks.id == question.id  # one message was edited all the way


async def test_nobody_else_may_answer(sqlite_town: Town) -> None:
    town = sqlite_town
    owner = await rated(town, await town.unit())
    await owner.taps(LABEL)
    citizen = await town.consenting("Tuti")
    for forged in ("survey:1", "survey-answer:1:waktu:1", "rated:1", "rating-withdraw-yes:1"):
        citizen.person._tap_inline({"text": "?", "callback_data": forged}, citizen.last)
        await town.settle()
        assert "bukan untuk Anda" in citizen.person.alerts[-1].text
    assert answers(town) == {}


async def test_in_english(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    citizen = await town.consenting("Mary", "en")
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Good")
    await citizen.taps("Skip")
    await citizen.taps("Survey: 9 questions (about 1 min)")
    assert "how well the requirements fit" in citizen.last.text
    await citizen.taps("Fit very well")
    assert answers(town) == {"persyaratan": 4}


async def test_an_admin_leaves_out_an_element_and_adds_a_question(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    admin = await town.admin()
    await admin.sends("/kantor")
    await admin.taps("Dinas Dukcapil")
    await admin.taps("Unit layanan")
    await admin.taps("Loket KTP")
    await admin.taps("Survei")
    assert "Versi bawaan" in admin.last.text
    await admin.taps("✓ Biaya")
    await admin.taps("Pertanyaan (1)")  # of the first element
    await admin.taps("+ Tambah pertanyaan")
    await admin.sends("Apa?")
    assert "paling sedikit 8 huruf" in admin.last.text
    await admin.sends("Apakah daftar syarat mudah ditemukan?")
    await admin.sends("Is the list of requirements easy to find?")
    assert "2. Apakah daftar syarat mudah ditemukan?" in admin.last.text
    await admin.taps("‹ Kembali")
    assert "Belum disimpan" in admin.last.text
    assert admin.last.buttons[0] == ["✓ Persyaratan", "Pertanyaan (2)"]
    assert admin.last.buttons[-1] == ["‹ Kembali tanpa menyimpan"]
    await admin.taps("Simpan sebagai versi baru")
    form = town.read(lambda tx: instruments.current(tx, unit.id or 0, town.clock.now()))
    assert form.version == 1
    assert "biaya" not in form.keys
    citizen = await town.consenting()
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Baik")
    await citizen.taps("Lewati")
    await citizen.taps(LABEL)
    await citizen.taps("Sesuai")
    assert "Apakah daftar syarat mudah ditemukan?" in citizen.last.text
    await citizen.taps("Baik")
    assert answers(town) == {"persyaratan": 3, "persyaratan.2": 3}
