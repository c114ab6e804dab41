"""The own record in the chat: figures, what they are made of, contests, and who may look."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col, select

from models.offices import Counter, Unit
from models.people import Officer, Role
from models.ratings.tables import Rating
from tests.journeys.test_complaints import complains, ticket_of
from tests.town import Actor, Town

PERIOD = "Triwulan IV 2026"
NEXT_WEEK = datetime.fromisoformat("2026-11-30T09:00+07:00")  # by then this week's voices count


async def served(town: Town, *scores: str) -> tuple[Unit, Actor]:
    """Ratings at a counter with an officer on its roster."""
    unit = await town.unit()
    counter, officer = await town.counter(unit), await town.officer(unit)
    await town.serves(officer, counter)
    await rated(town, counter, *scores)
    return unit, officer


async def rated(town: Town, counter: Counter, *scores: str) -> None:
    for number, score in enumerate(scores):
        citizen = await town.consenting(f"Warga {number}")
        await citizen.opens(f"c{counter.id}")
        await citizen.taps(score)
        if score == "Tidak baik":
            await citizen.sends("Petugas kasar sekali, dasar pemalas.")


def labels(actor: Actor) -> list[str]:
    return [button["text"] for row in actor.last.rows for button in row]


async def presses(town: Town, person: Actor, data: str) -> None:
    """A forged button: any callback data on the person's last message."""
    person.person._tap_inline({"text": "?", "callback_data": data}, person.last)
    await town.settle()


async def until(town: Town, at: datetime) -> None:
    await town.passes(at - town.clock.now())


async def test_an_officer_reads_figures_with_n_and_what_is_behind_them(town: Town) -> None:
    unit, officer = await served(town, "Baik", "Baik", "Baik", "Sangat baik", "Sangat baik")
    citizen = await town.consenting("Citra")
    await complains(town, citizen, unit)
    ticket = ticket_of(citizen)
    await officer.taps("Jawab")
    await officer.sends("KTP Anda sudah dicetak.")
    await officer.taps("Kirim")
    await officer.sends("/kinerja")
    assert "Kepuasan" not in officer.last.text  # what was said today might tell who it was
    await until(town, NEXT_WEEK)
    await officer.sends("/kinerja")
    told = officer.last.text
    assert told.startswith(f"Kinerja Sari\n{PERIOD} · berjalan, sampai Sen 30 Nov 09.00 WIB; suara")
    assert "• Kepuasan secara umum: 3,40 (kisaran " in told
    assert "Dijawab dalam satu hari kerja (1 dari 5)" in told
    assert "Kunjungan\n" not in told  # there were none
    assert "Ini bukti, bukan penilaian kinerja." in told
    assert len(told) < 4096

    await officer.taps("Kepuasan secara umum")
    assert "• 23 Nov sampai 29 Nov: Sangat baik 2, Baik 3" in officer.last.text
    assert "Nada komentar tidak pernah masuk." in officer.last.text
    await officer.taps("Satu per satu")
    assert officer.last.text.count("Baik (23 Nov sampai 29 Nov)") == 3
    await officer.taps("1")
    assert "• Kepuasan secara umum: 3,00" in officer.last.text

    await officer.taps("‹ Kembali ke kinerja")
    await officer.taps("Dijawab dalam satu hari kerja")
    assert "Data baru 1, perlu 5: masih kurang 4." in officer.last.text
    await officer.taps(f"{ticket} · 100 %")
    assert f"{ticket}, Keterlambatan" in officer.last.text
    assert "• Waktu jawaban pertama: 0 menit" in officer.last.text
    await officer.taps("Lihat pengaduan")
    assert ticket in officer.last.text


async def test_an_open_complaint_past_its_limit_says_what_would_change_it(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit, officer = await served(town)
    citizen = await town.consenting("Citra")
    await complains(town, citizen, unit)
    await officer.taps("Ambil")
    await until(town, town.clock.now() + timedelta(days=10))
    await officer.sends("/kinerja")
    await officer.taps("Dijawab dalam satu hari kerja")
    assert "Pengaduan terbuka yang melewati batas pada Anda: 1." in officer.last.text
    assert any(label.endswith(" · 0 %") for label in labels(officer))


async def test_too_few_ratings_are_not_told_one_by_one(sqlite_town: Town) -> None:
    town = sqlite_town
    _, officer = await served(town, "Tidak baik", "Baik")
    await until(town, datetime.fromisoformat("2027-01-04T09:00+07:00"))
    await officer.sends("/kinerja")
    await officer.taps(PERIOD)
    assert "• Belum cukup data: Kepuasan secara umum (2 dari 5)" in officer.last.text
    await officer.taps("Kepuasan secara umum")
    assert "Penilaian ditampilkan mulai 5" in officer.last.text
    for said in ("Artinya", "Yang Anda kendalikan", "Cara menghitung", "Satuan: nilai 1 sampai 4."):
        assert said in officer.last.text
    assert "Ditampilkan mulai 5 data." in officer.last.text
    assert "Satu per satu" not in labels(officer)


async def test_earlier_periods_and_the_year(sqlite_town: Town) -> None:
    town = sqlite_town
    _, officer = await served(town, "Baik", "Baik", "Baik", "Baik", "Baik")
    await until(town, datetime.fromisoformat("2027-01-04T09:00+07:00"))
    await officer.sends("/kinerja")
    assert "Triwulan I 2027" in officer.last.text
    assert "Belum ada kunjungan, pengaduan, atau penilaian" in officer.last.text
    await officer.taps(PERIOD)
    assert f"{PERIOD} · berjalan, sampai Kam 31 Des 24.00 WIB" in officer.last.text
    assert "n = 5" in officer.last.text
    await officer.taps("Tahun 2027")
    assert "Tahun 2027" in officer.last.text
    await officer.taps("Cara menghitung")
    assert "Tidak ada peringkat antarpetugas." in officer.last.text


async def test_a_head_reads_the_records_of_the_own_people_and_nobody_elses(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit, _ = await served(town, "Baik", "Baik", "Baik", "Baik", "Baik")
    head, peer = await town.head(unit), await town.officer(unit, "Tono")
    other = await town.head(await town.unit("Loket Akta"), "Lina")
    citizen = await town.consenting()
    await until(town, NEXT_WEEK)
    await head.sends("/kinerja")
    await head.taps("Pegawai yang Anda pimpin")
    assert labels(head) == ["Sari", "Tono", "‹ Kinerja saya"]
    await head.taps("Sari")
    assert head.last.text.startswith("Kinerja Sari")
    await head.taps("Kepuasan secara umum")
    assert "Sari (teks di bawah ditujukan kepadanya)" in head.last.text
    await head.taps("Satu per satu")
    await head.taps("1")
    assert "Sanggah" not in labels(head)
    rating_id = town.read(lambda tx: tx.session.exec(select(Rating.id)).first())
    number = town.read(
        lambda tx: tx.session.exec(select(Officer.id).order_by(col(Officer.id))).first()
    )
    for nobody in (peer, other, citizen):
        await nobody.sends("/start")
        for action in ("record", "record-one", "record-ratings", "record-how", "record-team"):
            await presses(town, nobody, f"{action}:{number}:2026-Q4:satisfaction")
            assert nobody.person.alerts[-1].text.startswith("Maaf, bagian ini bukan untuk Anda.")
    await presses(town, head, f"contest-new:r:{rating_id}")
    assert head.person.alerts[-1].text.startswith("Penilaian atau pengaduan itu bukan bagian")


async def test_an_insult_is_contested_and_another_head_decides(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, officer = await served(town, "Tidak baik", "Baik", "Baik", "Baik", "Baik", "Baik")
    head = await town.head(unit)
    other = await town.head(await town.unit("Loket Akta"), "Lina")
    await until(town, NEXT_WEEK)
    await officer.sends("/kinerja")
    await officer.taps("Kepuasan secara umum")
    await officer.taps("Satu per satu")
    assert "1. Tidak baik" in officer.last.text
    await officer.taps("1")
    await officer.taps("Sanggah")
    await officer.taps("makian, bukan tentang layanan")
    await officer.sends("pendek")
    assert "10" in officer.last.text
    await officer.sends("Hanya umpatan, tidak menyebut layanan apa pun.")
    assert "Sanggahan tercatat." in officer.last.text
    assert other.sees("Sari menyanggah penilaian")
    assert not head.sees("Sari menyanggah")  # appraises, and so does not decide

    await other.taps("Lihat sanggahan")
    screen = other.last.text
    assert "Penilaian: Tidak baik, 23 Nov sampai 29 Nov" in screen
    assert "Hanya umpatan" in screen
    assert "Warga" not in screen
    await other.taps("Terima")
    await other.sends("Memang bukan tentang layanan.")
    assert officer.sees("Sanggahan Anda diterima")
    await officer.sends("/kinerja")
    assert "tanpa hambatan luar dan sanggahan yang diterima: 3,00 (n = 5)" in officer.last.text
    await officer.sends("/sanggah")
    assert "penilaian, makian, bukan tentang layanan: diterima" in officer.last.text
    await officer.taps("Kinerja saya")
    assert "Kinerja Sari" in officer.last.text


async def test_a_contest_tells_no_more_of_a_rating_than_the_record_does(sqlite_town: Town) -> None:
    """Neither by a forged button, while there are too few, nor by a narrower time."""
    town = sqlite_town
    _, officer = await served(town, "Tidak baik", "Baik")
    counter = town.read(lambda tx: tx.session.exec(select(Counter)).one())
    other = await town.head(await town.unit("Loket Akta"), "Lina")
    await until(town, NEXT_WEEK)
    await officer.sends("/kinerja")
    rating_id = town.read(lambda tx: tx.session.exec(select(Rating.id)).first())
    await presses(town, officer, f"contest-new:r:{rating_id}")
    assert officer.person.alerts[-1].text.startswith("Penilaian atau pengaduan itu bukan bagian")

    await rated(town, counter, "Baik", "Baik", "Baik")  # by other citizens, a week later
    await until(town, NEXT_WEEK + timedelta(days=7))
    await officer.sends("/kinerja")
    await presses(town, officer, f"contest-new:r:{rating_id}")
    await officer.taps("makian, bukan tentang layanan")
    await officer.sends("Hanya umpatan, tidak menyebut layanan apa pun.")
    await officer.taps("Sanggahan")
    await officer.taps("Sanggahan Anda: penilaian, makian, bukan tentang layanan")
    await other.taps("Lihat sanggahan")
    for reader in (officer, other):
        assert "23 Nov sampai 6 Des" in reader.last.text, reader.last.text


async def test_the_record_is_for_officers_only(sqlite_town: Town) -> None:
    citizen = await sqlite_town.consenting()
    await citizen.sends("/kinerja")
    assert citizen.sees("bukan untuk Anda")
    inspector = await sqlite_town.staff(Role.INSPECTOR, "Ira")
    await inspector.sends("/kinerja")
    assert inspector.sees("bukan untuk Anda")
