"""An admin makes, looks at and revokes the key of a queue system."""

from __future__ import annotations

import re

from sqlmodel import select

from models.outbox import OutboxMessage
from models.visits import api_keys
from models.visits.tables import ApiKey
from tests.town import Actor, Town


async def at_the_keys(town: Town) -> Actor:
    await town.unit()
    admin = await town.admin()
    await admin.sends("/kantor")
    for label in ("Dinas Dukcapil", "Unit layanan", "Loket KTP", "Kunci API"):
        await admin.taps(label)
    return admin


def shown(admin: Actor) -> str:
    found = re.search(r"sw_[\w-]{43}", admin.last.text)
    assert found is not None
    return found[0]


async def test_a_key_is_made_shown_once_and_opens_the_unit(sqlite_town: Town) -> None:
    admin = await at_the_keys(sqlite_town)
    assert admin.sees("Belum ada kunci")
    await admin.taps("+ Buat kunci")
    await admin.sends("x")
    assert admin.sees("terlalu pendek")
    await admin.sends("Mesin antrean lantai 1")
    secret = shown(admin)
    assert sqlite_town.read(lambda tx: api_keys.caller(tx, secret)).unit == "Loket KTP"
    await admin.taps("‹ Kembali")
    await admin.taps(f"Mesin antrean lantai 1 (…{secret[-4:]})")
    assert admin.sees("Terakhir dipakai: belum pernah")
    assert secret not in admin.last.text


async def test_what_was_shown_is_kept_nowhere(sqlite_town: Town) -> None:
    admin = await at_the_keys(sqlite_town)
    await admin.taps("+ Buat kunci")
    await admin.sends("Mesin antrean")
    secret = shown(admin)
    kept = sqlite_town.read(
        lambda tx: repr(
            [
                dict(row)
                for table in (OutboxMessage, ApiKey)
                for row in tx.session.exec(select(table))
            ]
        )
    )
    assert "Mesin antrean" in kept
    assert secret not in kept


async def test_a_key_is_revoked_after_a_second_question(sqlite_town: Town) -> None:
    admin = await at_the_keys(sqlite_town)
    await admin.taps("+ Buat kunci")
    await admin.sends("Mesin antrean")
    secret = shown(admin)
    await admin.taps("‹ Kembali")
    await admin.taps(f"Mesin antrean (…{secret[-4:]})")
    await admin.taps("Cabut kunci")
    assert admin.sees("langsung berhenti mengirim")
    await admin.taps("Tidak, biarkan")
    await admin.taps("Cabut kunci")
    await admin.taps("Ya, cabut")
    assert admin.sees("Kunci “Mesin antrean” sudah dicabut")
    assert sqlite_town.read(lambda tx: tx.session.exec(select(ApiKey)).one()).revoked_at
