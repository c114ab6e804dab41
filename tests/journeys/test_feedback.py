"""A head asks colleagues about an officer; they answer in the chat; nobody learns who said what."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from models.appraisal.feedback.tables import FeedbackAnswer, FeedbackDraft
from models.dialogs import Dialog
from models.offices import Unit
from models.outbox import OutboxMessage
from models.people import Role
from tests.town import Actor, Town

EXAMPLE = "Menyapa warga lebih dulu, juga saat antrean panjang"
DAY = timedelta(days=1)


async def staffed(town: Town) -> tuple[Unit, dict[str, Actor]]:
    unit = await town.unit()
    people = {"Hadi": await town.head(unit, "Hadi")}
    for name in ("Sari", "Rina", "Dewi", "Budi", "Tono"):
        people[name] = await town.officer(unit, name)
    return unit, people


async def opens(head: Actor, *names: str) -> None:
    await head.sends("/masukan")
    await head.taps("Pegawai yang saya pimpin")
    await head.taps("Sari: belum diminta")
    await head.taps("Minta umpan balik: Triwulan IV 2026")
    for name in names:
        await head.taps(f"{name} (rekan)")
    await head.taps("Lanjut")
    await head.taps("Buka selama 14 hari")


async def answers(giver: Actor, *levels: str) -> None:
    await giver.taps("Mulai menjawab")
    await giver.taps("Mulai menjawab")
    for level in levels:
        await giver.taps(level)


def buttons(actor: Actor) -> list[str]:
    return [label for row in actor.last.buttons for label in row]


async def test_three_peers_answer_and_the_officer_reads_what_not_who(sqlite_town: Town) -> None:
    town = sqlite_town
    _, people = await staffed(town)
    head, sari = people["Hadi"], people["Sari"]
    await opens(head, "Rina", "Tono")
    assert head.sees("Kurang dari 3: jawabannya tidak akan ditampilkan") is False
    assert sari.sees("Umpan balik tentang Sari dibuka")
    await sari.taps("Ubah pilihan (satu kali)")
    await sari.taps("Ubah pilihan (satu kali)")
    assert sari.sees("Dipilih sebagai rekan: 2. Kurang dari 3")
    for name in ("✓ Tono", "Dewi", "Budi"):
        await sari.taps(f"{name} (rekan)")
    assert sari.sees("Dipilih sebagai rekan: 3")
    await sari.taps("Lanjut")
    await sari.sends("Dewi dan Budi bekerja di loket saya setiap hari")
    assert head.sees("Alasannya: Dewi dan Budi bekerja di loket saya setiap hari")
    assert people["Tono"].sees("Anda tidak perlu lagi memberi umpan balik tentang Sari")
    await head.taps("Siapa yang sudah menjawab")
    assert head.sees("Pilihan sudah diubah satu kali oleh pegawai")

    rina = people["Rina"]
    await answers(rina, "Sering tampak", "Sering tampak")
    assert rina.sees("3 dari 7: Kompeten")
    await rina.taps("Berhenti dulu")
    assert rina.sees("Tersimpan: 2 dari 7")
    await rina.sends("/tugas")
    await rina.sends("/masukan")
    assert rina.sees("Menunggu jawaban Anda: 1")
    await rina.taps(buttons(rina)[0])
    await rina.taps("Lanjutkan (2 dari 7)")
    for level in ("Tidak mengamati", *["Kadang tampak"] * 4):
        await rina.taps(level)
    assert rina.sees("Satu contoh nyata?")
    await rina.taps("Berorientasi Pelayanan")
    await rina.sends(f"{EXAMPLE}, Rina 081234567890")
    assert rina.sees("tidak dapat diubah atau ditarik")
    assert rina.sees(EXAMPLE)
    assert not rina.sees(f"{EXAMPLE}, Rina 081234567890")
    await rina.taps("Kirim")
    assert rina.sees("Terima kasih")

    for name in ("Dewi", "Budi"):
        await answers(people[name], *["Selalu tampak"] * 7)
        await people[name].taps("Lewati, tanpa contoh")
        await people[name].taps("Kirim")
    await sari.sends("/masukan")
    await sari.taps("Masukan untuk saya")
    await sari.taps("Sedang berjalan: Triwulan IV 2026")  # and nothing of what was said
    assert not sari.sees(EXAMPLE)

    await head.sends("/masukan")
    await head.taps(buttons(head)[0])
    await head.taps("Mulai menjawab")
    assert head.sees("1 dari 7")
    await town.passes(12 * DAY)  # a Saturday: the unit opens on Monday
    assert not head.sees("menunggu Anda")
    await town.passes(2 * DAY)
    assert head.sees("Umpan balik tentang Sari menunggu Anda")
    assert sum("menunggu Anda" in text for text in head.texts) == 1
    assert not rina.sees("menunggu Anda")
    await town.passes(2 * DAY)
    assert sari.sees("Umpan balik untuk Anda sudah lengkap")
    assert head.sees("Umpan balik tentang Sari sudah lengkap")

    await sari.taps("Lihat hasil")
    assert sari.sees("rekan: 0 · 0 · 1 · 2")  # service
    assert sari.sees("rekan: belum cukup jawaban")  # competent: two observed it
    assert sari.sees("atasan: tidak ada jawaban")
    await sari.taps("Contoh: Berorientasi Pelayanan")
    assert sari.sees(f"(rekan) {EXAMPLE}, ••• •••")
    for name in ("Rina", "Dewi", "Budi"):
        assert name not in sari.last.text
    await _nothing_is_left_with_the_giver(town)


async def _nothing_is_left_with_the_giver(town: Town) -> None:
    """Neither in the dialogue nor in the messages that were kept."""
    assert town.read(lambda tx: tx.session.exec(select(FeedbackDraft)).all()) == []
    assert len(town.read(lambda tx: tx.session.exec(select(FeedbackAnswer)).all())) == 21
    dialogs = town.read(lambda tx: [str(one.data) for one in tx.session.exec(select(Dialog))])
    told = town.read(
        lambda tx: [
            str(one.body)
            for one in tx.session.exec(select(OutboxMessage))
            if one.body.get("key") not in ("feedback-words", "feedback-result")
        ]
    )
    for kept in (*dialogs, *told):
        assert EXAMPLE not in kept
        assert "feedback-preview" not in kept


async def test_a_head_opens_for_all_and_an_officer_declines(sqlite_town: Town) -> None:
    town = sqlite_town
    _, people = await staffed(town)
    head = people["Hadi"]
    await head.sends("/masukan")
    await head.taps("Pegawai yang saya pimpin")
    await head.taps("Buka untuk semua dengan undian")
    await head.taps("Ya, buka untuk semua")
    assert head.sees("Dibuka untuk 5 pegawai")
    tono = people["Tono"]
    await tono.sends("/masukan")
    assert tono.sees("Menunggu jawaban Anda: 4")
    await tono.taps(next(one for one in buttons(tono) if one.startswith("Sari (sampai")))
    await tono.taps("Saya tidak menjawab")
    await tono.taps("Ya, tidak menjawab")
    assert tono.sees("Anda tidak akan diingatkan lagi tentang Sari")
    await head.taps("Kembali")
    await head.taps("Sari: 1 dari 5")
    await head.taps("Sedang berjalan: Triwulan IV 2026")
    assert head.sees("Tono (rekan): tidak menjawab")
    assert head.sees("Rina (rekan): belum")


async def test_choosing_by_chance_is_proposed_and_may_be_edited(sqlite_town: Town) -> None:
    town = sqlite_town
    _, people = await staffed(town)
    head = people["Hadi"]
    await head.sends("/masukan")
    await head.taps("Pegawai yang saya pimpin")
    await head.taps("Sari: belum diminta")
    await head.taps("Minta umpan balik: Triwulan IV 2026")
    assert head.sees("Dipilih sebagai rekan: 0. Kurang dari 3")
    await head.taps("Pilih otomatis")
    assert head.sees("Dipilih sebagai rekan: 4")
    await head.taps("✓ Tono (rekan)")
    assert head.sees("Dipilih sebagai rekan: 3")
    await head.taps("Lanjut")
    await head.taps("Buka selama 7 hari")
    assert head.sees("Semua yang diminta sudah diberi tahu")
    assert not people["Tono"].sees("Mohon umpan balik tentang Sari")
    assert people["Rina"].sees("Mohon umpan balik tentang Sari")


async def test_praise_bears_a_name_and_can_be_taken_back_for_a_day(sqlite_town: Town) -> None:
    town = sqlite_town
    _, people = await staffed(town)
    rina, sari = people["Rina"], people["Sari"]
    await rina.sends("/masukan")
    await rina.taps("Beri pujian atau saran")
    await rina.taps("Sari")
    await rina.taps("Pujian")
    await rina.sends("bagus")
    assert rina.sees("paling sedikit 10 huruf")
    await rina.sends("Antrean Senin pagi beres karena loket dibuka lebih awal")
    await rina.taps("Tentang salah satu nilai")
    await rina.taps("Adaptif")
    assert rina.sees("Tentang: Adaptif")
    await rina.taps("Kirim")
    assert sari.sees("Pujian dari Rina")
    await sari.taps("Pujian dan saran")
    assert sari.sees("Pujian, Rina (rekan), 23 Nov 2026")
    assert sari.sees("Adaptif: “Antrean Senin pagi beres")
    await rina.taps("Tarik kembali")
    assert rina.sees("Sudah ditarik")
    await sari.taps("Kembali")
    await sari.taps("Masukan untuk saya")
    await sari.taps("Pujian dan saran")
    assert sari.sees("Belum ada.")
    stranger = await town.staff(Role.ADMIN, "Ani")
    await stranger.sends("/masukan")
    assert stranger.sees("bukan untuk Anda")


async def test_english_is_complete(sqlite_town: Town) -> None:
    town = sqlite_town
    unit, people = await staffed(town)
    jane = await town.officer(unit, "Jane", language="en")
    await opens(people["Hadi"], "Jane")
    await jane.taps("Begin to answer")
    await jane.taps("Begin to answer")
    assert jane.sees("Understands and meets the needs of the public")
    for _ in range(7):
        await jane.taps("Not observed")
    assert jane.sees("Once sent, it can be neither changed nor taken back")
    await jane.taps("Change, or add an example")
    await jane.taps("Loyal")
    await jane.sends("She keeps the files of citizens locked away")
    assert jane.sees("Choose what you saw first")
    await jane.taps("Seen often")
    await jane.taps("Send")
    assert jane.sees("Your answer about Sari has been received")
