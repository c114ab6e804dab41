"""A supervisory complaint as the citizen, the inspector, the unit and the admin live it."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from models.complaints import filing
from models.complaints.filing import Complaint
from models.database import Transaction
from models.offices import Unit
from models.people import Person, Role
from tests.journeys.test_complaints import complains, said
from tests.town import Actor, Town

SECRET = "Pak Rahmat di loket 3 menampar saya karena bertanya."
SUMMARY = "Antrean loket 3 tidak teratur sehingga terjadi salah paham. Mohon diatur."


async def secretly(town: Town, citizen: Actor, unit: Unit, words: str = SECRET) -> str:
    """The reader finds the slap: whatever the category, it goes to the inspectorate."""
    return await complains(town, citizen, unit, words)


async def files(town: Town, citizen: Actor, unit: Unit, hours: int) -> None:
    """One more, some hours later, past the dialogue."""
    complaint = Complaint(unit_id=unit.id or 0, category="pungli", text=SECRET)
    at = town.clock.now() + timedelta(hours=hours)

    def work(tx: Transaction) -> None:
        person = tx.session.exec(select(Person).where(Person.telegram_id == citizen.id)).one()
        filing.submit(tx, person.id or 0, complaint, at)

    await town.write(work)


def shown(person: Actor) -> str:
    return "\n".join([*said(person), *(alert.text for alert in person.person.alerts)])


def labels(person: Actor) -> list[str]:
    return [label for row in person.last.buttons for label in row]


async def opens_case(inspector: Actor, ticket: str, reason: str = "Memeriksa isinya") -> None:
    await inspector.sends(f"/pengawasan {ticket}")
    await inspector.taps(reason)


async def test_only_the_inspector_learns_of_it_and_reads_it_for_a_reason(town: Town) -> None:
    unit = await town.unit()
    officer, head = await town.officer(unit, "Sari"), await town.head(unit, "Hadi")
    admin, inspector = await town.admin("Ani"), await town.staff(Role.INSPECTOR, "Ira")
    citizen = await town.consenting("Budi")
    ticket = await secretly(town, citizen, unit)

    assert inspector.sees("Pengaduan berkadar pengawasan")
    assert "Rahmat" not in shown(inspector)
    await inspector.taps("Lihat pengaduan")
    assert inspector.sees(f"Untuk apa Anda membuka {ticket}?")
    assert "Rahmat" not in shown(inspector)
    await inspector.taps("Memeriksa isinya")
    assert SECRET in inspector.last.text

    await inspector.taps("Jawab")
    await inspector.sends("Kami periksa. Terima kasih sudah melapor.")
    await inspector.taps("Kirim")
    assert "Jawaban dari Inspektorat" in citizen.last.text
    await citizen.taps("Belum")
    await citizen.sends("Pak Rahmat masih di loket itu.")
    assert inspector.sees("Pelapor membuka kembali pengaduan berkadar pengawasan")
    assert "masih di loket itu" not in shown(inspector)

    for person in (officer, head, admin):
        await person.sends("/tugas")
        await person.sends("/ringkasan")
        assert ticket not in shown(person)
        await person.sends("/cari menampar")
        assert "Tidak ditemukan" in person.last.text
        await person.sends(f"/cari {ticket}")
        assert "tidak ada di antara pengaduan unit Anda" in person.last.text
        await person.sends(f"/pengawasan {ticket}")
        assert "bukan untuk Anda" in person.last.text
        assert "Rahmat" not in shown(person)


async def test_after_half_an_hour_the_reason_is_asked_again_and_all_are_logged(
    sqlite_town: Town,
) -> None:
    town = sqlite_town
    unit = await town.unit()
    inspector, citizen = await town.staff(Role.INSPECTOR, "Ira"), await town.consenting()
    ticket = await secretly(town, citizen, unit)
    await opens_case(inspector, ticket)
    assert SECRET in inspector.last.text
    await inspector.sends(f"/pengawasan {ticket}")
    assert SECRET in inspector.last.text
    await town.passes(timedelta(minutes=31))
    await inspector.sends(f"/pengawasan {ticket}")
    assert SECRET not in inspector.last.text
    await inspector.taps("Alasan lain")
    await inspector.sends("rapat")
    assert inspector.sees("paling sedikit 10 huruf")
    await inspector.sends("Diminta Inspektur untuk rapat hari ini")
    assert SECRET in inspector.last.text
    await inspector.taps("Lainnya…")
    await inspector.taps("Siapa yang membaca")
    assert "Dibuka 2 kali" in inspector.last.text
    assert "Ira: Memeriksa isinya" in inspector.last.text
    assert "Ira: Diminta Inspektur untuk rapat hari ini" in inspector.last.text


async def test_the_list_leads_to_each_case_and_through_its_pages(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    inspector, citizen = await town.staff(Role.INSPECTOR, "Ira"), await town.consenting()
    await inspector.sends("/pengawasan")
    assert "Tidak ada." in inspector.last.text
    first = await secretly(town, citizen, unit)
    for hour in range(1, 9):
        await files(town, citizen, unit, hour)
    await inspector.sends("/pengawasan")
    assert "Terbuka: 9" in inspector.last.text
    assert first in inspector.last.text
    await inspector.taps("Berikutnya ›")
    assert len([one for one in labels(inspector) if one.startswith("SW-")]) == 1
    await inspector.taps("Yang sudah berakhir")
    assert "Sudah berakhir: 0" in inspector.last.text
    await inspector.taps("Yang terbuka")
    await inspector.taps(first)
    assert inspector.sees(f"Untuk apa Anda membuka {first}?")


async def test_without_an_inspector_the_admin_invites_one_who_finds_what_waits(
    town: Town,
) -> None:
    unit = await town.unit()
    await town.officer(unit, "Sari")
    admin, citizen = await town.admin("Ani"), await town.consenting()
    ticket = await secretly(town, citizen, unit)
    assert admin.sees("Diperlukan petugas inspektorat")
    assert ticket not in shown(admin)
    assert "Loket KTP" not in shown(admin)
    await town.passes(timedelta(days=1))
    assert shown(admin).count("Diperlukan petugas inspektorat") == 2

    await admin.taps("Undang")
    await admin.taps("Petugas inspektorat")
    await admin.taps("Semua kantor")
    link = next(word for word in admin.last.text.split() if "?start=i" in word)
    newcomer = town.citizen("Ira")
    await newcomer.opens(link.split("start=")[1])
    await newcomer.sends("198001012005011234")
    await newcomer.sends("Ira Inspektur")
    await newcomer.sends("Auditor")
    await newcomer.taps("Ya, gabung")
    assert newcomer.sees("Anda sekarang petugas inspektorat")
    assert newcomer.sees("Ada 1 pengaduan berkadar pengawasan yang menunggu Anda")
    await newcomer.taps("Pengaduan berkadar pengawasan")
    await newcomer.taps(ticket)
    await newcomer.taps("Menanganinya")
    assert SECRET in newcomer.last.text
    told = shown(admin)
    await town.passes(timedelta(days=1))
    assert shown(admin) == told


async def test_an_admin_does_not_become_inspector_of_the_own_office(sqlite_town: Town) -> None:
    town = sqlite_town
    await town.unit()
    admin, other = await town.admin("Ani"), await town.admin("Agus")
    await admin.sends("/undang")
    await admin.taps("Petugas inspektorat")
    await admin.taps("Dinas Dukcapil")
    link = next(word for word in admin.last.text.split() if "?start=i" in word)
    await other.opens(link.split("start=")[1])
    await other.taps("Ya, gabung")
    assert "Admin tidak dapat sekaligus menjadi petugas inspektorat" in shown(other)


async def test_an_officer_finds_it_and_the_inspector_gives_it_back(town: Town) -> None:
    unit = await town.unit()
    officer, inspector = await town.officer(unit), await town.staff(Role.INSPECTOR, "Ira")
    citizen = await town.consenting("Budi")
    ticket = await complains(town, citizen, unit, "Ada yang tidak beres di loket 3, mohon dicek.")
    await officer.taps("Lihat pengaduan")
    await officer.taps("Verifikasi")
    await officer.taps("Berkadar pengawasan → inspektorat")
    assert "serahkan kepada inspektorat?" in officer.last.text
    await officer.taps("Ya, serahkan")
    assert officer.sees("Unit Anda tidak melihatnya lagi")
    assert citizen.sees("sekarang diperiksa inspektorat")
    assert citizen.sees("Loket KTP tidak dapat melihatnya lagi")
    notice = next(m for m in officer.person.messages if "Pengaduan baru" in m.text)
    await officer.taps("Lihat pengaduan", notice)
    assert "tidak ditemukan" in shown(officer)

    await citizen.sends(f"/status {ticket}")
    await citizen.taps("Balas")
    await citizen.sends("Yang menampar saya Pak Rahmat.")
    await opens_case(inspector, ticket)
    assert "Pak Rahmat" in inspector.last.text
    await inspector.taps("Lainnya…")
    await inspector.taps("Kembalikan ke unit")
    await inspector.sends("Ya")
    assert inspector.sees("paling sedikit")
    await inspector.sends("Draf yang salah tulis.")
    await inspector.taps("Tulis lagi")
    await inspector.sends(SUMMARY)
    await inspector.taps("Kembalikan sekarang")
    assert inspector.sees("Unit hanya membaca ringkasan Anda")

    assert citizen.sees("bukan pelanggaran yang harus diperiksa tertutup")
    assert citizen.sees(SUMMARY)
    assert officer.sees("Pengaduan dari inspektorat")
    assert officer.sees(SUMMARY)
    await officer.taps("Ambil")
    await officer.taps("Lainnya…")
    await officer.taps("Baca lengkap")
    assert "Rahmat" not in shown(officer)
    await citizen.sends(f"/status {ticket}")
    assert "Ada yang tidak beres" in citizen.last.text


async def test_the_same_in_english(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    inspector = await town.staff(Role.INSPECTOR, "Ira", language="en")
    citizen = await town.consenting("Budi")
    ticket = await secretly(town, citizen, unit)
    await inspector.sends("/inspection")
    assert "Open: 1" in inspector.last.text
    await inspector.taps(ticket)
    assert inspector.sees("This reading is logged with your name")
    await inspector.taps("To work on it")
    assert SECRET in inspector.last.text
