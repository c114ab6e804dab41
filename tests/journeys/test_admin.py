"""An admin builds an office in the chat: people, units, hours, days, files, posters."""

from __future__ import annotations

import io
import re
from datetime import date, timedelta

from PIL import Image
from sqlmodel import select

from models import offices, staffing
from models.intake import ParkedUpdate
from models.offices import Counter, Office, Unit
from models.opening_hours import WITH_SATURDAY
from models.people import Role
from tests.town import Actor, Town

NIP = "19850315 201001 2 001"


def link_in(actor: Actor) -> str:
    """The payload of the invitation the actor was given last."""
    found = re.findall(r"https://t\.me/\w+\?start=(\S+)", "\n".join(actor.texts))
    return str(found[-1])


def unit_named(town: Town, name: str) -> Unit:
    return town.read(lambda tx: tx.session.exec(select(Unit).where(Unit.name == name)).one())


async def joins(town: Town, payload: str, name: str = "Sari Dewi", nip: str = NIP) -> Actor:
    """A newcomer opens an invitation and answers its questions."""
    person = town.citizen(name)
    await person.opens(payload)
    for answer in (nip, name, "Pengadministrasi"):
        await person.sends(answer)
    await person.taps("Ya, gabung")
    return person


# --- inviting and joining


async def test_an_officer_is_invited_and_joins(town: Town) -> None:
    unit = await town.unit()
    admin = await town.admin()
    await admin.sends("/undang")
    await admin.taps("petugas")
    await admin.taps("Loket KTP")
    assert admin.sees("sampai Senin 30 Nov 2026 09.00 WIB")
    person = town.citizen("Sari")
    await person.opens(link_in(admin))
    assert person.sees("Anda diundang sebagai petugas di Loket KTP, Dinas Dukcapil")
    await person.sends("1985 0315")
    assert person.sees("NIP terdiri dari 18 angka, yang ini 8.")
    await person.sends(NIP)
    await person.sends("Sari Dewi")
    await person.sends("Pengadministrasi Umum")
    assert person.sees("NIP: 198503152010012001")
    await person.taps("Ya, gabung")
    assert person.sees("Selamat bekerja, Sari Dewi")
    assert not person.sees("Setuju")
    found = town.read(
        lambda tx: staffing.candidates(tx, tx.session.get_one(Unit, unit.id), town.clock.now())
    )
    assert [officer.name for officer in found] == ["Sari Dewi"]
    await person.sends("/saya")
    assert person.sees("petugas, Loket KTP, Dinas Dukcapil")


async def test_the_command_menu_follows_joining_and_leaving(sqlite_town: Town) -> None:
    town = sqlite_town
    await town.unit()
    admin = await town.admin()
    await admin.sends("/undang")
    for label in ("petugas", "Loket KTP"):
        await admin.taps(label)
    officer = await joins(town, link_in(admin))
    assert "tugas" in menu_of(town, officer)
    await admin.sends("/orang")
    for label in ("Dinas Dukcapil", "Sari Dewi – petugas, Loket KTP", "Akhiri peran ini"):
        await admin.taps(label)
    await admin.taps("Ya, akhiri")
    assert "tugas" not in menu_of(town, officer)
    assert "lapor" in menu_of(town, officer)


def menu_of(town: Town, person: Actor) -> list[str]:
    """The commands that were last put into somebody's menu."""
    calls = town.world.calls_to("setMyCommands")
    own = [call.params for call in calls if str(person.id) in str(call.params.get("scope"))]
    return re.findall(r"command['\"]: ?['\"](\w+)", str(own[-1]["commands"]))


async def test_what_was_typed_wrong_can_be_typed_again(sqlite_town: Town) -> None:
    town = sqlite_town
    await town.unit()
    admin = await town.admin()
    await admin.sends("/undang")
    for label in ("kepala unit", "Loket KTP"):
        await admin.taps(label)
    person = town.citizen("Hadi")
    await person.opens(link_in(admin))
    for answer in (NIP, "Hadi Saputro", "Kepala Seksi"):
        await person.sends(answer)
    await person.taps("Ada yang salah")
    for answer in (NIP, "Hadi Saputra", "Kepala Seksi"):
        await person.sends(answer)
    await person.taps("Ya, gabung")
    assert person.sees("Selamat bekerja, Hadi Saputra. Anda sekarang kepala unit")


async def test_a_used_or_declined_invitation(sqlite_town: Town) -> None:
    town = sqlite_town
    await town.unit()
    admin = await town.admin()
    await admin.sends("/undang")
    for label in ("petugas", "Loket KTP"):
        await admin.taps(label)
    payload = link_in(admin)
    doubtful = town.citizen("Ragu")
    await doubtful.opens(payload)
    for answer in (NIP, "Ragu", "Staf"):
        await doubtful.sends(answer)
    await doubtful.taps("Batal")
    assert doubtful.sees("Tautan undangan masih berlaku")
    await joins(town, payload)
    late = town.citizen("Terlambat")
    await late.opens(payload)
    assert late.sees("sudah dipakai")


async def test_a_further_role_needs_no_nip(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    admin = await town.admin()
    officer = await town.officer(unit)
    await admin.sends("/undang")
    for label in ("kepala unit", "Loket KTP"):
        await admin.taps(label)
    await officer.opens(link_in(admin))
    await officer.taps("Ya, gabung")
    await officer.sends("/saya")
    assert officer.sees("petugas, Loket KTP")
    assert officer.sees("kepala unit, Loket KTP")


async def test_a_dismissed_officer_is_told_and_can_do_nothing_more(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    admin = await town.admin()
    officer = await town.officer(unit)
    await admin.sends("/orang")
    for label in ("Dinas Dukcapil", "Sari – petugas, Loket KTP", "Akhiri peran ini", "Ya, akhiri"):
        await admin.taps(label)
    assert admin.sees("sudah berakhir")
    assert officer.sees("Peran Anda sebagai petugas di Loket KTP, Dinas Dukcapil sudah berakhir")
    await officer.sends("/saya")
    assert officer.sees("sebagai warga")


# --- offices and units


async def test_an_office_grows_in_dialogue(town: Town) -> None:
    admin = await town.admin()
    await admin.sends("/kantor")
    await admin.taps("+ Tambah kantor")
    await admin.sends("Distrik Wanggar")
    await admin.taps("WIT (Jayapura)")
    await admin.taps("Unit layanan")
    await admin.taps("+ Tambah unit")
    await admin.sends("Loket Surat")
    await admin.taps("Kantor biasa dan Sabtu 08.00–12.00")
    assert "Sabtu: 08.00–12.00" in admin.last.text
    await admin.taps("Layanan")
    await admin.taps("+ Tambah layanan")
    await admin.sends("Surat pengantar")
    await admin.sends("secepatnya")
    assert admin.sees("tidak terbaca sebagai lama layanan")
    await admin.sends("30 menit")
    assert "Lama layanan: 30 menit" in admin.last.text
    await admin.taps("Biaya")
    await admin.sends("Gratis")
    assert "Biaya: Gratis" in admin.last.text
    made = unit_named(town, "Loket Surat")
    assert made.zone == "Asia/Jayapura"
    calendar = town.read(lambda tx: offices.calendar_of(tx, tx.session.get_one(Unit, made.id)))
    assert calendar.hours(date(2026, 11, 28)) == WITH_SATURDAY[5]


async def test_hours_are_typed_and_mistakes_explained(sqlite_town: Town) -> None:
    town = sqlite_town
    await town.unit()
    admin = await town.admin()
    await admin.sends("/kantor")
    for label in ("Dinas Dukcapil", "Unit layanan", "Loket KTP", "Jam buka", "Tulis sendiri"):
        await admin.taps(label)
    await admin.sends("Sen-Kam 07.30-12.00; Snin 8-10")
    assert admin.sees("Hari “snin” tidak dikenal")
    await admin.sends("Sen-Kam 07.30-12.00; Jum 08.00-10.00")
    assert "Senin–Kamis: 07.30–12.00\nJumat: 08.00–10.00" in admin.last.text


async def test_an_officer_is_put_at_a_counter(town: Town) -> None:
    unit = await town.unit()
    counter = await town.counter(unit)
    await town.officer(unit)
    admin = await town.admin()
    await admin.sends("/kantor")
    for label in ("Dinas Dukcapil", "Unit layanan", "Loket KTP", "Loket", "Loket 1"):
        await admin.taps(label)
    assert "Petugas sekarang: belum ada" in admin.last.text
    await admin.taps("Ganti petugas")
    await admin.taps("Sari")
    assert "Petugas sekarang: Sari" in admin.last.text
    now = town.clock.now()
    assert town.read(lambda tx: offices.serving(tx, counter.id or 0, now)) is not None


async def test_a_special_day_is_added_and_removed(town: Town) -> None:
    unit = await town.unit()
    admin = await town.admin()
    await admin.sends("/kantor")
    for label in ("Dinas Dukcapil", "Hari khusus", "+ Tambah hari"):
        await admin.taps(label)
    await admin.sends("31/11/2026")
    assert admin.sees("Tanggal “31/11/2026” tidak ada")
    await admin.sends("30/11/2026")
    await admin.sends("Hari jadi")
    await admin.taps("Tanpa keputusan")
    await admin.sends("07.30-10.00")
    assert "Jam: 07.30–10.00" in admin.last.text

    def monday() -> object:
        found = tx_calendar(town, unit)
        return found.hours(date(2026, 11, 30))

    assert monday() == ((450, 600),)
    await admin.taps("‹ Kembali")
    await admin.taps("30 Nov 2026 – Hari jadi")
    await admin.taps("Hapus hari khusus ini")
    assert monday() == ((450, 720), (780, 960))


def tx_calendar(town: Town, unit: Unit) -> offices.Calendar:
    return town.read(lambda tx: offices.calendar_of(tx, tx.session.get_one(Unit, unit.id)))


async def test_ramadan_is_set_in_one_line(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    admin = await town.admin()
    await admin.sends("/kantor")
    for label in ("Dinas Dukcapil", "Hari khusus", "Atur Ramadan"):
        await admin.taps(label)
    await admin.sends("8/2/2027")
    assert admin.sees("Tulis dua tanggal")
    await admin.sends("8/2/2027 s.d. 9/3/2027")
    assert admin.sees("Tersimpan.")
    assert tx_calendar(town, unit).hours(date(2027, 2, 10)) == ((480, 720), (750, 900))


async def test_a_unit_is_closed_after_a_second_question(sqlite_town: Town) -> None:
    town = sqlite_town
    await town.unit()
    admin = await town.admin()
    await admin.sends("/kantor")
    for label in ("Dinas Dukcapil", "Unit layanan", "Loket KTP", "Tutup", "Ya, tutup"):
        await admin.taps(label)
    assert unit_named(town, "Loket KTP").closed_at == town.clock.now()


async def test_a_long_list_is_turned_by_pages(sqlite_town: Town) -> None:
    town = sqlite_town
    for number in range(11):
        await town.unit(f"Unit {number:02}")
    admin = await town.admin()
    await admin.sends("/kantor")
    await admin.taps("Dinas Dukcapil")
    await admin.taps("Unit layanan")
    assert [row[0] for row in admin.last.buttons][:8] == [f"Unit {n:02}" for n in range(8)]
    await admin.taps("Berikutnya ›")
    assert [row[0] for row in admin.last.buttons][:4] == [
        "Unit 08",
        "Unit 09",
        "Unit 10",
        "‹ Sebelumnya",
    ]


# --- files


async def test_people_come_from_a_csv_and_join_by_their_links(town: Town) -> None:
    await town.unit()
    admin = await town.admin()
    await admin.sends("/kantor")
    await admin.taps("Dinas Dukcapil")
    await admin.taps("Impor CSV")
    content = (
        "nip;nama;jabatan;peran;unit\r\n"
        f"{NIP};Sari Dewi;Pengadministrasi;petugas;Loket KTP\r\n"
        "123;Budi Santoso;Staf;petugas;Loket KTP\r\n"
    ).encode("utf-8-sig")
    await admin.does("sends_document", "petugas.csv", content)
    assert admin.sees("Baru: 1")
    assert admin.sees("Baris 3, kolom “nip”: NIP terdiri dari 18 angka, yang ini 3.")
    person = town.citizen("Sari")
    await person.opens(link_in(admin))
    await person.sends(NIP)
    assert person.sees("Nama: Sari Dewi")
    await person.taps("Ya, gabung")
    assert person.sees("Selamat bekerja, Sari Dewi")


async def test_many_links_come_in_a_file(sqlite_town: Town) -> None:
    town = sqlite_town
    await town.unit()
    admin = await town.admin()
    await admin.sends("/kantor")
    await admin.taps("Dinas Dukcapil")
    await admin.taps("Impor CSV")
    rows = [f"1985031520100120{n:02},Pegawai {n},Staf,petugas,Loket KTP" for n in range(10, 20)]
    content = "\n".join(["nip,nama,jabatan,peran,unit", *rows]).encode()
    await admin.does("sends_document", "petugas.csv", content)
    assert "10 tautan undangan pribadi" in admin.last.text
    table = admin.last.data.decode("utf-8-sig").splitlines()
    assert table[0] == "nama;unit;tautan"
    assert re.fullmatch(r"Pegawai 10;Loket KTP;https://t\.me/\w+\?start=i\S{22}", table[1])


async def test_the_example_can_be_sent_back_as_it_is(sqlite_town: Town) -> None:
    town = sqlite_town
    await town.unit("Loket KTP-el")
    admin = await town.admin()
    await admin.sends("/kantor")
    await admin.taps("Dinas Dukcapil")
    await admin.taps("Impor CSV")
    for label in ("Unit", "Layanan", "Loket", "Petugas", "Hari khusus"):
        await admin.taps(label)
        example = admin.last
        await admin.does("sends_document", "contoh.csv", example.data)
        assert admin.sees(f"Hasil impor: {label}")
        assert not admin.sees("perlu diperbaiki")
        await admin.taps("Kirim berkas lain")


async def test_what_is_no_csv_is_answered_and_asked_again(sqlite_town: Town) -> None:
    town = sqlite_town
    await town.unit()
    admin = await town.admin()
    await admin.sends("/kantor")
    await admin.taps("Dinas Dukcapil")
    await admin.taps("Impor CSV")
    await admin.does("sends_document", "petugas.xlsx", b"PK\x03\x04")
    assert admin.sees("“petugas.xlsx” bukan berkas .csv")
    await admin.does("sends_document", "besar.csv", b"unit\n", size=2_000_000)
    assert admin.sees("Berkas terlalu besar")
    await admin.does("sends_document", "benar.csv", b"unit\nLoket KK\n")
    assert admin.sees("Baru: 1")


# --- posters


async def test_the_poster_of_a_counter_is_printable(town: Town) -> None:
    unit = await town.unit()
    counter = await town.counter(unit)
    admin = await town.admin()
    await admin.sends("/qr")
    await admin.taps("Loket 1")
    poster, code = admin.person.messages[-2:]
    link = f"https://t.me/{town.world.bot_username}?start=c{counter.id}"
    assert link in poster.text
    assert link in code.text
    assert poster.document is not None
    assert poster.data.startswith(b"%PDF-")
    picture = Image.open(io.BytesIO(code.data))
    assert picture.width == picture.height >= 600
    assert {value for _, value in picture.convert("L").getcolors() or []} == {0, 255}


async def test_a_head_gets_the_posters_of_the_own_unit_only(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    await town.unit("Loket KK")
    head = await town.head(unit)
    await head.sends("/qr")
    assert head.sees(f"start=u{unit.id}")
    officer = await town.officer(unit)
    await officer.sends("/qr")
    assert officer.sees("bukan untuk Anda")


# --- who may, and no dead ends


async def test_an_admin_of_one_office_sees_that_one_only(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    await town.unit("Loket Surat", office="Distrik Wanggar")
    admin = await town.admin(office_id=unit.office_id)
    await admin.sends("/kantor")
    assert "Dinas Dukcapil" in admin.last.text
    await admin.taps("Unit layanan")
    assert not admin.sees("Loket Surat")
    await admin.sends("/orang")
    assert "Dinas Dukcapil" in admin.last.text
    await admin.sends("/undang")
    await admin.taps("admin")
    assert admin.sees("Undangan admin untuk Dinas Dukcapil sudah jadi")


async def test_buttons_of_a_role_that_ended_do_nothing(sqlite_town: Town) -> None:
    town = sqlite_town
    await town.unit()
    first = await town.admin("Ani")
    second = await town.admin("Beni")
    await second.sends("/kantor")
    await second.taps("Dinas Dukcapil")
    await second.taps("Ubah nama")
    await first.sends("/orang")
    for label in (
        "Admin dan inspektorat semua kantor",
        "Beni – admin",
        "Akhiri peran ini",
        "Ya, akhiri",
    ):
        await first.taps(label)
    await second.sends("Dinas Palsu")
    assert second.sees("bukan untuk Anda")
    await second.taps("Unit layanan")
    assert second.person.alerts[-1].text.startswith("Maaf, bagian ini bukan untuk Anda")
    names = town.read(lambda tx: [office.name for office in tx.session.exec(select(Office))])
    assert names == ["Dinas Dukcapil"]


COMMANDS = ("/kantor", "/orang", "/undang", "/qr")
IRREVERSIBLE = ("close-yes", "dismiss-yes", "menu", "=")  # and what is not ours to test
REACHED = """
    offices office-admin units unit-admin services service-admin counters counter-admin write close
    hours hours-set zone zone-set days day day-new day-remove import example invite invite-role
    invite-office invite-office-head invite-to invite-make people person relink dismiss
    roster roster-set
    qr qr-unit qr-make ladder ladder-rung limits limit recalculate
    instrument invited-share invited-set api-keys api-key-new
    causes
"""


async def test_every_button_leads_somewhere(sqlite_town: Town) -> None:
    """Walk to every button that can be reached from the admin's commands, and press it."""
    town = sqlite_town
    admin = await grown(town)
    ways: list[tuple[str, ...]] = [(command,) for command in COMMANDS]
    seen: set[str] = set()
    for way in ways:  # grows while it is walked
        await admin.sends(way[0])
        for data in way[1:]:
            await admin.taps(data)
        assert ends_well(admin), way
        found = [data for data in offered(admin) if data not in seen]
        seen.update(found)
        ways += [(*way, data) for data in found]
    assert set(REACHED.split()) == {data.partition(":")[0] for data in seen}
    assert town.read(lambda tx: tx.session.exec(select(ParkedUpdate)).all()) == []


async def grown(town: Town) -> Actor:
    """An admin of a town with one of everything, and somebody who has not joined."""
    unit = await town.unit()
    await town.counter(unit)
    await town.officer(unit)
    admin = await town.admin()
    await admin.sends("/kantor")
    await admin.taps("Dinas Dukcapil")
    for content in (f"nip,nama,peran,unit\n{NIP},Tini,petugas,Loket KTP\n", DAY):
        await admin.taps(f"import:{unit.office_id}")
        await admin.does("sends_document", "data.csv", content.encode())
        await admin.sends("/kantor")
        await admin.taps("Dinas Dukcapil")
    return admin


DAY = "tanggal,nama\n1/12/2026,Pawai\n"


def offered(admin: Actor) -> list[str]:
    """Data of the buttons under the newest message."""
    found = [str(button.get("callback_data", "")) for row in admin.last.rows for button in row]
    return [data for data in found if not data.startswith(IRREVERSIBLE)]


def ends_well(admin: Actor) -> bool:
    """Buttons to go on, or a link or file that was asked for."""
    return bool(admin.last.buttons or admin.last.document or "start=" in admin.last.text)


async def test_english_too(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    await town.counter(unit)
    admin = await town.admin(language="en")
    await admin.sends("/offices")
    for label in ("Dinas Dukcapil", "Units", "Loket KTP"):
        await admin.taps(label)
    assert "Monday–Thursday: 07.30–12.00, 13.00–16.00" in admin.last.text
    await admin.sends("/me")
    assert admin.sees("admin, all offices")


async def test_an_invitation_that_ran_out_while_joining(sqlite_town: Town) -> None:
    town = sqlite_town
    await town.unit()
    admin = await town.admin()
    await admin.sends("/undang")
    for label in ("petugas", "Loket KTP"):
        await admin.taps(label)
    person = town.citizen("Sari")
    await person.opens(link_in(admin))
    town.clock.move(timedelta(days=8))
    await person.sends(NIP)
    assert person.sees("Masa tautan undangan ini sudah habis")
    assert town.read(lambda tx: len(tx.session.exec(select(Counter)).all())) == 0
    assert Role.OFFICER not in {
        m.role for m in town.read(lambda tx: staffing.staff(tx, town.clock.now()))
    }


async def test_a_limit_of_a_unit_is_changed_with_its_source(sqlite_town: Town) -> None:
    town = sqlite_town
    await town.unit()
    admin = await town.admin()
    await admin.sends("/kantor")
    for label in ("Dinas Dukcapil", "Unit layanan", "Loket KTP", "Batas waktu"):
        await admin.taps(label)
    assert "Nomor 2, 8, 9, 10, 11: praktik SP4N-LAPOR!" in admin.last.text
    await admin.taps("2")
    await admin.sends("3 hari kerja")
    await admin.sends("SK Kepala Dinas 12/2026")
    assert "Batas waktu Loket KTP sudah disimpan" in admin.last.text
    await admin.taps("Batas waktu")
    assert "2. Jawaban pertama: 3 hari kerja – ketentuan unit ini" in admin.last.text
    assert "Nomor 2: SK Kepala Dinas 12/2026" in admin.last.text
    await admin.taps("2")
    await admin.taps("Pakai ketentuan umum")
    await admin.taps("Batas waktu")
    assert "ketentuan unit ini" not in admin.last.text
