"""An office asks the public; what they answer goes to the plan, and they see that it did."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from models.forum.tables import ForumAnswer
from tests.town import Actor, Town

DAY = timedelta(days=1)
QUESTION = "Jam berapa loket sebaiknya dibuka?"


async def asks(head: Actor, kind: str, question: str, *rest: str) -> None:
    await head.sends("/forum")
    if head.sees("Setuju"):
        await head.taps("Setuju")
    await head.taps("Pertanyaan kantor saya")
    await head.taps("Pertanyaan baru")
    await head.taps("Loket KTP")
    await head.taps(kind)
    await head.sends(question)
    for words in rest:
        await head.sends(words)


async def test_from_the_question_to_the_plan(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    head = await town.head(unit)
    await town.officer(unit, "Sari")
    await asks(head, "Memilih salah satu", QUESTION, "07.00\n08.00", "When should we open?\n7\n8")
    await head.taps("Buka 7 hari")
    assert head.sees("Yang sudah menjawab: 0")
    assert head.sees("?start=f1")
    await head.taps("Kode QR")
    assert head.last.photo

    citizen = town.citizen("Budi")
    await citizen.opens("f1")
    await citizen.taps("Setuju")  # and then on to the question
    assert citizen.sees(QUESTION)
    await citizen.taps("08.00")
    assert citizen.sees("Jawaban Anda: 08.00")
    await citizen.taps("07.00")
    assert citizen.sees("Jawaban Anda: 07.00")
    for name in ("Cici", "Dodi", "Eka", "Feri", "Gina"):
        another = await town.consenting(name)
        await another.sends("/start")
        await another.taps("Forum warga (1)")
        await another.taps(QUESTION)
        await another.taps("07.00")
    jane = await town.consenting("Jane", language="en")
    await jane.sends("/forum")
    await jane.taps("When should we open?")
    await jane.taps("8")
    await jane.taps("Delete my answer")
    assert jane.sees("Choose one. Your name is not recorded.")

    await town.passes(8 * DAY)  # Tuesday, at nine
    assert head.sees("Pertanyaan kepada warga sudah ditutup")
    await head.taps("Lihat hasil")
    assert head.sees("Yang menjawab: 6 orang")
    assert head.sees("07.00: 6")
    await head.taps("Jadikan rencana tindak lanjut")
    await head.taps("Waktu Penyelesaian")
    await head.sends("Membuka loket pukul 07.00 setiap Senin")
    await head.taps("Sari")
    await head.taps("Triwulan IV 2026")
    await head.taps("Simpan rencana")
    assert head.sees("Membuka loket pukul 07.00")

    await citizen.opens("f1")
    assert citizen.sees("07.00: 6")
    assert citizen.sees("Dari hasil ini dibuat rencana tindak lanjut")
    await citizen.sends("/forum")
    await citizen.taps(f"Hasil: {QUESTION}")
    assert citizen.sees("Yang menjawab: 6 orang")
    await citizen.sends("/start")
    assert not citizen.sees("Forum warga (1)")


async def test_own_words_are_masked_and_for_the_staff(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    head = await town.head(unit)
    await asks(head, "Menjawab dengan kata sendiri", "Apa yang perlu kami perbaiki?")
    await head.taps("Lewati")
    await head.sends("2")
    assert head.sees("Lamanya 3 sampai 60 hari")
    await head.sends("5")
    assert head.sees("Yang sudah menjawab: 0")
    for number in range(5):
        citizen = await town.consenting(f"Warga{number}")
        await citizen.sends("/forum")
        await citizen.taps("Apa yang perlu kami perbaiki?")
        await citizen.taps("Tulis jawaban")
        await citizen.sends(f"Kursi kurang {number}, hubungi 081234567890")
        assert citizen.sees(f"Jawaban Anda: Kursi kurang {number}")
    kept = town.read(lambda tx: [one.text for one in tx.session.exec(select(ForumAnswer))])
    assert not any("0812" in str(words) for words in kept)

    await head.taps("Kembali")
    await head.taps("Apa yang perlu kami perbaiki? (dibuka)")
    assert head.sees("Yang sudah menjawab: 5")
    await head.taps("Akhiri sekarang")
    await head.taps("Ya, akhiri")
    assert head.sees("Kursi kurang 3")
    await citizen.taps("Ubah jawaban")
    await citizen.sends("Terlambat sudah")
    assert citizen.sees("Pertanyaan ini sudah ditutup")
    await citizen.sends("/forum")
    await citizen.taps("Hasil: Apa yang perlu kami perbaiki?")
    assert "Kursi" not in citizen.last.text
    assert citizen.sees("Yang menjawab: 5 orang")
