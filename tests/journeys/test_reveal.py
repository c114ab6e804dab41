"""Who sent an anonymous complaint, asked by the head and decided by an admin, in the chat."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from models.outbox import OutboxMessage
from models.people import Role
from tests.journeys.test_complaints import complains, said
from tests.town import Actor, Town

REASON = "Pelapor menulis akan membakar kantor, kami perlu melapor ke polisi."


def shown(person: Actor) -> str:
    return "\n".join([*said(person), *(alert.text for alert in person.person.alerts)])


async def asked(town: Town) -> tuple[Actor, Actor, Actor, Actor, str]:
    """Officer, head, admin and citizen, when the head has asked."""
    unit = await town.unit()
    officer, head = await town.officer(unit, "Sari"), await town.head(unit, "Hadi")
    admin, citizen = await town.admin("Ani"), await town.consenting("Budi")
    ticket = await complains(town, citizen, unit, "Kalau tidak selesai juga, awas kalian semua.")
    await head.sends(f"/cari {ticket}")
    await head.taps("Lainnya…")
    await head.taps("Minta identitas")
    await head.sends("ingin tahu")
    assert head.sees("paling sedikit 20 huruf")
    await head.sends(REASON)
    assert head.sees("sudah dikirim kepada orang kedua")
    return officer, head, admin, citizen, ticket


async def test_the_head_alone_is_told_and_the_citizen_learns_why(town: Town) -> None:
    officer, head, admin, citizen, ticket = await asked(town)
    assert admin.sees("Permintaan membuka identitas")
    assert REASON in shown(admin)
    await admin.taps("Putuskan")
    await admin.taps("Setuju, buka")
    assert head.sees(f"Pelapor {ticket}: akun Telegram ini")
    assert str(citizen.id) in shown(head)
    for other in (officer, admin):
        assert str(citizen.id) not in shown(other)
    kept = town.read(lambda tx: [str(row.body) for row in tx.session.exec(select(OutboxMessage))])
    assert str(citizen.id) not in " ".join(kept)  # shown once, and not kept
    assert citizen.sees("Identitas Anda dibuka")
    assert REASON in shown(citizen)
    assert "Hadi (Loket KTP)" in shown(citizen)


async def test_a_refusal_leaves_the_citizen_unknown_and_informed(sqlite_town: Town) -> None:
    _, head, admin, citizen, ticket = await asked(sqlite_town)
    await admin.taps("Putuskan")
    await admin.taps("Tolak")
    assert head.sees(f"Permintaan identitas pelapor {ticket} ditolak")
    assert str(citizen.id) not in shown(head)
    assert citizen.sees("Identitas Anda tetap tertutup")


async def test_without_a_decision_it_lapses(sqlite_town: Town) -> None:
    _, head, admin, citizen, ticket = await asked(sqlite_town)
    await sqlite_town.passes(timedelta(days=4), timedelta(hours=8))
    assert head.sees(f"Permintaan identitas pelapor {ticket} gugur")
    await admin.sends("/start")
    message = next(m for m in admin.person.messages if "Permintaan membuka identitas" in m.text)
    await admin.taps("Putuskan", message)
    assert "sudah gugur" in shown(admin)
    assert str(citizen.id) not in shown(head)


async def test_officers_are_not_offered_it_and_admins_decide_only(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    officer, citizen = await town.officer(unit, "Sari"), await town.consenting("Budi")
    head = await town.head(unit, "Hadi")
    ticket = await complains(town, citizen, unit)
    await officer.taps("Lihat pengaduan")
    await officer.taps("Lainnya…")
    labels = [label for row in officer.last.buttons for label in row]
    assert "Minta identitas" not in labels
    await head.sends(f"/cari {ticket}")
    await head.taps("Lainnya…")
    await head.taps("Minta identitas")
    assert "Tidak ada orang kedua" in shown(head)


async def test_the_same_in_english(sqlite_town: Town) -> None:
    town = sqlite_town
    unit = await town.unit()
    asker = await town.staff(Role.INSPECTOR, "Ira", language="en")
    second = await town.staff(Role.INSPECTOR, "Umar", language="en")
    citizen = await town.consenting("Budi")
    ticket = await complains(town, citizen, unit, "Petugas meminta uang 50 ribu kepada saya.")
    await asker.sends(f"/inspection {ticket}")
    await asker.taps("To work on it")
    await asker.taps("More…")
    await asker.taps("Ask who sent it")
    await asker.sends("A witness is needed for the hearing on Monday.")
    assert second.sees("A request to reveal a reporter")
    assert "Loket KTP" not in shown(second)
    await second.taps("Decide")
    await second.taps("Agree, reveal")
    assert asker.sees(f"The reporter of {ticket}: this Telegram account")
    assert citizen.sees("Inspektorat")
