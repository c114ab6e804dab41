"""A citizen rates: from the poster to the stored score."""

from __future__ import annotations

from datetime import date, timedelta

from sqlmodel import col, select

from models.journal import JournalEntry, Kind
from models.outbox import OutboxMessage
from models.ratings.sums import ALL
from models.ratings.tables import Rating, RatingSum
from tests.town import Town


async def test_from_the_poster_to_the_stored_rating_in_three_steps(town: Town) -> None:
    unit = await town.unit()
    citizen = town.citizen()
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Setuju")
    assert citizen.last.buttons == [["Tidak baik"], ["Kurang baik"], ["Baik"], ["Sangat baik"]]
    await citizen.taps("Baik")
    rating = town.read(lambda tx: tx.session.exec(select(Rating)).one())
    assert (rating.score, rating.unit_id, rating.asked) == (3, unit.id, "unit")
    await citizen.sends("Petugasnya ramah dan cepat")
    assert citizen.sees("Terima kasih")
    rating = town.read(lambda tx: tx.session.exec(select(Rating)).one())
    assert rating.comment == "Petugasnya ramah dan cepat"
    assert rating.reading is not None
    assert rating.reading["sentiment"]["label"] == "positive"


async def test_a_second_visit_goes_straight_to_the_question(town: Town) -> None:
    unit = await town.unit()
    citizen = await town.consenting()
    await citizen.opens(f"u{unit.id}")
    assert "Bagaimana layanan" in citizen.last.text


async def test_a_score_can_be_changed_for_a_day_and_the_change_is_journalled(town: Town) -> None:
    unit = await town.unit()
    citizen = await town.consenting()
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Tidak baik")
    await citizen.taps("Ubah nilai")
    await citizen.taps("Sangat baik")
    assert "diganti dari Tidak baik menjadi Sangat baik" in citizen.last.text
    rating = town.read(lambda tx: tx.session.exec(select(Rating)).one())
    assert rating.score == 4
    sums = town.read(
        lambda tx: tx.session.exec(select(RatingSum).where(RatingSum.slice == ALL)).one()
    )
    assert (sums.n1, sums.n2, sums.n3, sums.n4) == (0, 0, 0, 1)
    changed = town.read(
        lambda tx: tx.session.exec(
            select(JournalEntry).where(JournalEntry.kind == Kind.RATING_CHANGED)
        ).one()
    )
    assert changed.data == {"old": 1, "new": 4}
    await town.passes(timedelta(hours=25))
    await citizen.taps("Ubah nilai")
    await citizen.taps("Tidak baik")
    assert citizen.person.alerts[-1].text == "Maaf, nilai hanya dapat diubah selama 24 jam."
    rating = town.read(lambda tx: tx.session.exec(select(Rating)).one())
    assert rating.score == 4


async def test_a_changed_score_keeps_the_comment(sqlite_town: Town) -> None:
    unit = await sqlite_town.unit()
    citizen = await sqlite_town.consenting()
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Kurang baik")
    await citizen.sends("Petugasnya ramah dan cepat")
    await citizen.taps("Lewati")
    await citizen.taps("Ubah nilai")
    await citizen.taps("Sangat baik")
    assert "Nilai dan komentar Anda" in citizen.last.text
    rating = sqlite_town.read(lambda tx: tx.session.exec(select(Rating)).one())
    assert (rating.score, rating.comment) == (4, "Petugasnya ramah dan cepat")


async def test_what_is_written_days_later_is_no_comment_any_more(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    citizen = await town.consenting()
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Baik")
    await town.passes(timedelta(hours=25))
    await citizen.sends("Petugas di loket kasar dan antreannya lama sekali.")
    last = select(OutboxMessage).order_by(col(OutboxMessage.id).desc()).limit(1)
    assert town.read(lambda tx: tx.session.exec(last).one()).body["key"] == "looks-like-complaint"
    assert town.read(lambda tx: tx.session.exec(select(Rating)).one()).comment is None


async def test_a_rating_of_the_evening_is_changed_after_midnight(town: Town) -> None:
    unit = await town.unit()
    citizen = await town.consenting()
    await town.passes(timedelta(hours=14, minutes=59))  # 23.59
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Baik")
    await town.passes(timedelta(minutes=2))
    await citizen.taps("Ubah nilai")
    await citizen.taps("Tidak baik")
    rating = town.read(lambda tx: tx.session.exec(select(Rating)).one())
    assert (rating.score, rating.day) == (1, date(2026, 11, 23))
    sums = town.read(
        lambda tx: tx.session.exec(select(RatingSum).where(RatingSum.slice == ALL)).one()
    )
    assert (sums.day, sums.n1, sums.n3) == (rating.day, 1, 0)


async def test_one_rating_per_person_unit_and_day(town: Town) -> None:
    unit = await town.unit()
    citizen = await town.consenting()
    for score in ("Baik", "Kurang baik"):
        await citizen.opens(f"u{unit.id}")
        await citizen.taps(score)
    assert town.read(lambda tx: tx.session.exec(select(Rating)).one()).score == 2
    await town.passes(timedelta(days=1))
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Baik")
    assert len(town.read(lambda tx: tx.session.exec(select(Rating)).all())) == 2


async def test_who_declines_may_still_read_the_figures(sqlite_town: Town) -> None:
    await sqlite_town.unit()
    citizen = sqlite_town.citizen()
    await citizen.sends("/start")
    await citizen.taps("Tidak setuju")
    await citizen.taps("Lihat angka layanan")
    await citizen.sends("ktpp")
    assert citizen.sees("Baru 0 penilaian")
    await citizen.taps("Nilai layanan")
    assert "setujui" in citizen.person.alerts[-1].text


async def test_the_figures_for_everybody_end_with_a_week_that_is_over(sqlite_town: Town) -> None:
    """Or who looks before and after one citizen rates would know the score."""
    unit = await sqlite_town.unit()
    citizen = await sqlite_town.consenting()
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Baik")
    reader = sqlite_town.citizen()
    await reader.sends("/start")
    await reader.taps("Tidak setuju")
    await reader.taps("Lihat angka layanan")
    await reader.sends("ktpp")
    assert "13 minggu, sampai Minggu 22 Nov 2026" in reader.last.text
    assert reader.sees("Baru 0 penilaian")
    for days, said in ((6, "Baru 0 penilaian"), (1, "Baru 1 penilaian")):
        await sqlite_town.passes(timedelta(days=days))
        await reader.taps("Cari layanan lain")
        await reader.sends("ktpp")
        assert said in reader.last.text
    assert "sampai Minggu 29 Nov 2026" in reader.last.text


async def test_the_conversation_in_english(sqlite_town: Town) -> None:
    unit = await sqlite_town.unit()
    citizen = await sqlite_town.consenting("Mary", "en")
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Very good")
    await citizen.taps("Skip")
    assert "Your score for Loket KTP: Very good" in citizen.last.text


async def test_an_old_button_answers_politely(sqlite_town: Town) -> None:
    unit = await sqlite_town.unit()
    citizen = await sqlite_town.consenting()
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Baik")
    earlier = citizen.last
    await citizen.opens(f"u{unit.id}")
    await citizen.taps("Kurang baik")
    await citizen.taps("Lewati", earlier)
    assert "tidak berlaku" in citizen.person.alerts[-1].text


async def test_words_before_a_score_are_no_search_any_more(sqlite_town: Town) -> None:
    await sqlite_town.unit()
    citizen = await sqlite_town.consenting()
    await citizen.sends("/nilai")
    await citizen.sends("loket ktp")
    assert "Bagaimana layanan" in citizen.last.text
    await citizen.sends("Petugasnya ramah sekali, terima kasih")
    assert "pujian" in citizen.last.text


async def test_what_was_written_first_becomes_the_comment(sqlite_town: Town) -> None:
    await sqlite_town.unit()
    citizen = await sqlite_town.consenting()
    await citizen.sends("Petugasnya ramah sekali, terima kasih")
    await citizen.taps("Jadikan nilai dan komentar")
    await citizen.sends("loket ktp")
    await citizen.taps("Sangat baik")
    rating = sqlite_town.read(lambda tx: tx.session.exec(select(Rating)).one())
    assert (rating.score, rating.comment) == (4, "Petugasnya ramah sekali, terima kasih")


async def test_an_empty_chat_says_what_the_bot_is_for(sqlite_town: Town) -> None:
    shown = sqlite_town.world.descriptions
    assert "pengaduan" in shown["description/"]
    assert "complaint" in shown["description/en"]
