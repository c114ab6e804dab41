"""A quarter ends: its records are frozen, the head rates, the officer objects, the superior
decides. All in the chat."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import select

from models import people
from models.appraisal.deciding.tables import Appraisal
from models.appraisal.evidence.tables import Snapshot
from models.database import Transaction
from models.offices import Counter, RosterEntry, Unit
from models.people import Officer, Role
from models.ratings import corrections
from models.ratings import operations as ratings
from tests.architecture.test_roles import presses as pressed
from tests.models.appraisal.deciding.bureau import falls_short
from tests.town import Actor, Town

DAY = timedelta(days=1)
WORK_NOTE = "Pengaduan dijawab lebih cepat sejak Oktober."
BEHAVIOUR_NOTE = "Warga dan rekan menyebutnya ramah dan sabar."
OBJECTION = "Bulan Desember saya cuti dua minggu."
EXPLANATION = "Cuti sudah dikeluarkan dari hitungan waktu."
DECISION = "Bukti dan kedua penjelasan sudah saya baca."


@dataclass
class Office:
    town: Town
    sari: Actor
    hadi: Actor  # leads the unit
    kadis: Actor  # leads the office
    ani: Actor  # its admin

    @classmethod
    async def founded(cls, town: Town) -> Office:
        unit = await town.unit()
        office = {"office_id": unit.office_id}
        return cls(
            town,
            await town.officer(unit, "Sari"),
            await town.head(unit, "Hadi"),
            await town.staff(Role.HEAD, "Kadis", **office),
            await town.staff(Role.ADMIN, "Ani", **office),
        )

    async def quarter_ends(self) -> None:
        """From 23 November 2026 past 7 January 2027, then to an ordinary morning."""
        await self.town.passes(DAY)
        await self.town.passes(50 * DAY, step=5 * DAY)

    async def opens(self, who: Actor, label: str) -> None:
        await who.sends("/penilaian")
        await who.taps(label)

    async def rates(self, work: str, behaviour: str) -> None:
        await self.opens(self.hadi, SARI)
        await self.hadi.taps("Beri kedua rating")
        await self.hadi.taps(work)
        await self.hadi.sends(WORK_NOTE)
        await self.hadi.taps(behaviour)
        await self.hadi.sends(BEHAVIOUR_NOTE)


SARI = "Sari, Triwulan IV 2026 (belum dinilai)"
AS_EXPECTED, ABOVE = "Sesuai ekspektasi", "Di atas ekspektasi"


def labels(actor: Actor) -> list[str]:
    return [label for row in actor.last.buttons for label in row]


async def test_from_the_end_of_a_quarter_to_a_decided_objection(sqlite_town: Town) -> None:
    office = await Office.founded(sqlite_town)
    sari, hadi, kadis = office.sari, office.hadi, office.kadis
    await office.ani.sends("/periode")
    # what is done often stands before what is set once; there is no other office to go back to
    assert office.ani.last.buttons[0] == ["Atasan setiap pegawai"]
    assert "‹ Kembali" not in labels(office.ani)
    await office.ani.taps("Jangan nilai setahun penuh terpisah")
    await office.quarter_ends()
    assert hadi.sees("Triwulan IV 2026: 1 pegawai")

    await office.opens(hadi, SARI)
    assert hadi.sees("Menunggu kedua rating dari pejabat penilai")
    await hadi.taps("Bukti dan umpan balik")
    assert hadi.sees("Bagian 1 dari")
    await hadi.taps("‹ Kembali")
    await hadi.taps("Beri kedua rating")
    # three equal buttons, lowest first, each in a row of its own; nothing marked
    assert hadi.last.buttons[:3] == [["Di bawah ekspektasi"], [AS_EXPECTED], [ABOVE]]
    assert hadi.sees("tidak mengusulkan jawaban")
    await hadi.sends("Sesuai")
    assert hadi.sees("Maaf, di sini tulisan belum diperlukan")
    await hadi.taps(AS_EXPECTED)
    await hadi.sends("Baik")
    assert hadi.sees("Mohon tuliskan sedikit lebih lengkap, paling sedikit 20 huruf.")
    await hadi.sends(WORK_NOTE)
    await hadi.taps(ABOVE)
    await hadi.sends(BEHAVIOUR_NOTE)
    assert hadi.sees("Kedua rating tersimpan, dan belum disampaikan")
    assert hadi.sees("kedua rating ini disebut Baik")
    await office.opens(sari, "Penilaian saya, Triwulan IV 2026 (belum dikonfirmasi)")
    assert sari.sees("Belum ada rating yang dikonfirmasi")
    assert not sari.sees(WORK_NOTE)
    assert labels(hadi).index("Konfirmasi") < labels(hadi).index("Ubah kedua rating")

    await hadi.taps("Konfirmasi")
    assert sari.sees("Penilaian kinerja Anda sudah ada")
    await sari.sends("/penilaian")
    assert sari.sees("Menunggu tanggapan Anda: 1.")
    await sari.taps("Penilaian saya, Triwulan IV 2026 (menunggu tanggapan Anda)")
    assert sari.sees("Silakan baca, lalu setujui atau ajukan keberatan sampai")
    assert sari.sees(f"Hasil kerja: {AS_EXPECTED}. {WORK_NOTE}")
    assert sari.sees("Predikat: Baik, dikonfirmasi oleh Hadi")
    await sari.taps("Ajukan keberatan")
    await sari.sends(OBJECTION)
    assert sari.sees("Keberatan Anda sudah disampaikan")

    assert kadis.sees("Keberatan untuk Anda putuskan")
    await kadis.taps("Buka penilaian")
    assert "Putuskan keberatan" not in labels(kadis)  # the appraiser is heard first
    await hadi.taps("Buka penilaian")
    await hadi.taps("Beri penjelasan")
    await hadi.sends(EXPLANATION)
    await kadis.taps("Buka penilaian")
    await kadis.taps("Putuskan keberatan")
    assert kadis.sees(OBJECTION)
    assert kadis.sees(EXPLANATION)
    await kadis.taps("Rating diubah")
    await kadis.taps(ABOVE)
    await kadis.taps(ABOVE)
    await kadis.sends(DECISION)
    assert kadis.sees("Predikat: Sangat Baik")
    await kadis.taps("Putuskan")
    assert sari.sees("sudah diputuskan. Keputusan itu final")

    await sari.taps("Buka penilaian")
    assert sari.sees("Predikat: Sangat Baik, dikonfirmasi oleh Kadis")
    await sari.taps("Semua langkah")
    for words in (WORK_NOTE, OBJECTION):
        assert sari.sees(words)
    await sari.taps("Berikutnya ›")
    for words in (EXPLANATION, DECISION):
        assert sari.sees(words)


async def test_nobody_else_opens_an_appraisal(sqlite_town: Town) -> None:
    office = await Office.founded(sqlite_town)
    other = await sqlite_town.unit("Loket Akta")
    stranger = await sqlite_town.officer(other, "Tuti")
    await office.quarter_ends()
    await office.rates(AS_EXPECTED, AS_EXPECTED)
    for actor in (stranger, office.ani, await sqlite_town.consenting("Budi")):
        message = next(m for m in reversed(actor.person.messages) if m.from_bot)
        for button in ("appraisal:1", "appraisal-part:1:0", "appraisal-file:1:0"):
            await presses(actor, message, button)
            assert "bukan untuk Anda" in actor.person.alerts[-1].text, button
        assert not actor.sees(WORK_NOTE)


async def presses(actor: Actor, message: object, data: str) -> None:
    query = actor.town.world.new_query(actor.id)
    content = {
        "id": query.id,
        "from": actor.person.record.user(),
        "message": message.raw,
        "chat_instance": "1",
        "data": data,
    }
    actor.town.world.enqueue("callback_query", actor.id, content)
    await actor.town.settle()


async def test_the_appraiser_has_the_form_although_the_officer_moved_on(sqlite_town: Town) -> None:
    office = await Office.founded(sqlite_town)
    await office.quarter_ends()
    elsewhere = await sqlite_town.unit("Loket Akta")
    other = await sqlite_town.head(elsewhere, "Lina")
    stranger = await sqlite_town.officer(elsewhere, "Tono")

    def moves(tx: Transaction) -> None:
        sari = tx.session.exec(select(Officer).where(Officer.name == "Sari")).one()
        at = sqlite_town.clock.now()
        for held in people.appointments_of(tx, sari.id or 0, at):
            people.dismiss(tx, held.id or 0, at, None)
        people.appoint(tx, sari, Role.OFFICER, at, unit_id=elsewhere.id)

    await sqlite_town.write(moves)
    await sqlite_town.passes(timedelta(hours=1))
    await office.opens(office.hadi, SARI)
    await office.hadi.taps("Formulir (PDF)")
    assert office.hadi.sees("SKP dan evaluasi kinerja (PDF)")
    found = sqlite_town.read(lambda tx: tx.session.exec(select(Appraisal)).first())
    await stranger.sends("/start")
    message = next(m for m in reversed(stranger.person.messages) if m.from_bot)
    await presses(stranger, message, f"form-pdf:{found.officer_id}:{found.period_id}")
    assert "bukan untuk Anda" in stranger.person.alerts[-1].text
    assert not other.sees("SKP dan evaluasi kinerja (PDF)")


async def test_silence_makes_it_final(sqlite_town: Town) -> None:
    office = await Office.founded(sqlite_town)
    await office.quarter_ends()
    await office.rates(AS_EXPECTED, AS_EXPECTED)
    await office.hadi.taps("Konfirmasi")
    await sqlite_town.passes(16 * DAY, step=DAY)
    assert office.sari.sees("Masa keberatan atas penilaian Anda untuk Triwulan IV 2026 berakhir")
    assert office.sari.sees("Penilaian itu sekarang final")
    found = sqlite_town.read(
        lambda tx: [
            (one.state, one.predicate)
            for one in tx.session.exec(select(Appraisal).order_by(Appraisal.id))
            if one.predicate
        ]
    )
    assert found == [("final", "baik")]


async def test_a_rating_against_the_evidence_asks_for_a_reason(sqlite_town: Town) -> None:
    office = await Office.founded(sqlite_town)
    hadi = office.hadi
    await office.quarter_ends()

    def short(tx: Transaction) -> None:
        for one in tx.session.exec(select(Appraisal)):
            falls_short(tx, one, sqlite_town.clock.now())

    await sqlite_town.write(short)
    await office.opens(hadi, SARI)
    await hadi.taps("Bukti dan umpan balik")
    assert hadi.sees("Target: paling sedikit 90 %")
    assert hadi.sees("(target belum tercapai)")
    await office.rates(ABOVE, AS_EXPECTED)
    assert hadi.sees("Rating berlawanan dengan bukti")
    assert hadi.sees("1 dari 1 indikator yang sudah pasti belum mencapai target")
    await hadi.sends("Loket pindah dua kali, jadi targetnya tidak adil.")
    await hadi.taps("Konfirmasi")
    await office.sari.taps("Buka penilaian")
    assert office.sari.sees("rating berlawanan dengan bukti: Loket pindah dua kali")


async def test_late_facts_and_a_reason_are_shown_to_the_officer(sqlite_town: Town) -> None:
    office = await Office.founded(sqlite_town)
    await office.quarter_ends()
    await office.rates(AS_EXPECTED, AS_EXPECTED)
    await office.hadi.taps("Konfirmasi")
    await office.hadi.taps("Catat perubahan bukti")
    await office.hadi.sends("Dua kasus baru dimasukkan dari buku loket.")
    assert office.hadi.sees("beri kedua rating lagi")
    await office.sari.taps("Buka penilaian")
    assert office.sari.sees("Perubahan setelah dibekukan: Dua kasus baru")
    await office.sari.taps("Saya setuju")
    assert office.sari.sees("Penilaian ini sudah final")


async def test_an_admin_is_told_of_late_facts_sees_them_and_amends(sqlite_town: Town) -> None:
    office = await Office.founded(sqlite_town)
    await office.ani.sends("/periode")
    await office.ani.taps("Jangan nilai setahun penuh terpisah")
    rated = await sqlite_town.write(lambda tx: rated_by_six(tx, sqlite_town.clock.now()))
    await office.quarter_ends()
    now = sqlite_town.clock.now()
    await sqlite_town.write(lambda tx: corrections.exclude(tx, rated, now, None, "burst"))
    await sqlite_town.passes(DAY)
    for actor in (office.ani, office.hadi):
        assert actor.sees("Bukti Sari untuk Triwulan IV 2026 berubah setelah dibekukan")
        await actor.taps("Lihat yang berubah")
        assert actor.sees("Kepuasan secara umum")
    assert office.hadi.sees("Kepuasan secara umum (data yang berubah: 1)")
    assert office.hadi.sees("dulu: 3,50 (kisaran 2,16 sampai 4,00; n = 6)")
    assert office.hadi.sees("kini: 4,00 (kisaran 2,96 sampai 4,00; n = 5)")
    assert "dulu" not in office.ani.last.text  # an admin reads no figure of anybody
    assert "3,50" not in office.ani.last.text
    await office.ani.taps("Catat perubahan dengan alasan")
    await office.ani.sends("singkat")
    assert office.ani.sees("paling sedikit 20 huruf")
    await office.ani.sends("Satu penilaian dikeluarkan setelah diperiksa dua orang.")
    assert office.ani.sees("Perubahan dicatat sebagai versi 2")
    await office.hadi.taps("Buka penilaian")
    assert office.hadi.sees("Satu penilaian dikeluarkan setelah diperiksa")
    number = sqlite_town.read(lambda tx: tx.session.exec(select(Officer)).first()).id
    period = sqlite_town.read(lambda tx: tx.session.exec(select(Snapshot)).first()).period_id
    for data in (f"record-late:{number}:{period}", f"record-late-amend:{number}:{period}"):
        assert "bukan untuk Anda" in await pressed(office.sari, data)


def rated_by_six(tx: Transaction, at: datetime) -> int:
    """Six ratings at Sari's counter, the last of them the worst; its id."""
    sari = tx.session.exec(select(Officer).where(Officer.name == "Sari")).one()
    unit = tx.session.exec(select(Unit)).one().id or 0
    counter = Counter(unit_id=unit, name="Loket 1")
    tx.session.add(counter)
    tx.session.flush()
    here = counter.id or 0
    tx.session.add(RosterEntry(counter_id=here, officer_id=sari.id or 0, from_at=at - DAY))
    tx.session.flush()
    given = [
        ratings.give(tx, f"p{n}", unit, score, at, asked="counter", counter_id=here)
        for n, score in enumerate((4, 4, 4, 4, 4, 1))
    ]
    return given[-1].rating_id


async def test_an_admin_sets_terms_leaders_and_the_organisations_predicate(
    sqlite_town: Town,
) -> None:
    office = await Office.founded(sqlite_town)
    await sqlite_town.passes(DAY)
    ani = office.ani
    await ani.sends("/periode")
    assert ani.sees("Periode: setiap triwulan. Setahun penuh juga dinilai")
    assert ani.sees("Masa keberatan: 14 hari kalender (sumber: PermenPANRB 6/2022; PP 30/2019)")
    await ani.taps("Masa keberatan: 14 hari")
    await ani.sends("200")
    assert ani.sees("dari 1 sampai 90")
    await ani.sends("10")
    await ani.sends("Peraturan Bupati 5/2026")
    await ani.taps("Hitung keberatan dalam hari kerja")
    await ani.sends("Peraturan Bupati 6/2026")
    assert ani.sees("Masa keberatan: 10 hari kerja (sumber: Peraturan Bupati 6/2026)")
    await ani.taps("Ganti jenis periode")
    await ani.taps("setiap semester")
    assert ani.sees("Semester II 2026")
    await ani.taps("Tambah periode sendiri")
    await ani.sends("1/12/2026 - 31/12/2026")
    await ani.sends("Masa percobaan")
    assert ani.sees("Masa percobaan (1 Des 2026 sampai 31 Des 2026)")
    await ani.taps("Atasan setiap pegawai")
    await ani.taps("Sari → Hadi")
    await ani.taps("Kadis")
    assert ani.sees("Atasan Sari sekarang: Kadis")
    await ani.taps("‹ Kembali")
    await ani.taps("‹ Kembali")
    await ani.taps("Predikat organisasi")
    await ani.taps("Semester II 2026")
    assert "Istimewa" in labels(ani)
    await ani.taps("Istimewa")
    await ani.sends("Keputusan Wali Kota 12/2027")
    assert ani.sees("Predikat organisasi tersimpan")


async def test_in_english(sqlite_town: Town) -> None:
    unit = await sqlite_town.unit()
    head = await sqlite_town.head(unit, "Hadi", language="en")
    await sqlite_town.officer(unit, "Sari")
    await sqlite_town.passes(DAY)
    await sqlite_town.passes(50 * DAY, step=25 * DAY)
    assert head.sees("1 officer.")
    await head.sends("/appraisal")
    await head.taps("Sari, 4th quarter of 2026 (not rated)")
    await head.taps("Give both ratings")
    assert [row[0] for row in head.last.buttons[:3]] == [
        "Below expectation",
        "As expected",
        "Above expectation",
    ]
