"""Keys of queue systems: made by an admin of the unit, shown once, kept as a hash."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from models import office_admin
from models.database import Database
from models.journal import JournalEntry, Kind
from models.visits import api_keys
from models.visits.tables import ApiKey
from tests.models.town_hall import NOW, TownHall, admin_of, built

LATER = NOW + timedelta(hours=1)


@pytest.fixture
async def hall(database: Database) -> TownHall:
    return await built(database)


async def made(hall: TownHall, name: str = "Mesin antrean", **named: object) -> tuple[int, str]:
    key, secret = await hall.does(
        api_keys.make, hall.unit, name, **({"at": NOW, "by": hall.office_admin} | named)
    )
    return key.id or 0, secret


async def test_a_key_opens_its_unit_and_is_kept_as_a_hash_only(hall: TownHall) -> None:
    key_id, secret = await made(hall)
    assert secret.startswith("sw_")
    assert len(secret) == 3 + 43
    caller = hall.read(lambda tx: api_keys.caller(tx, secret))
    assert (caller.key_id, caller.unit_id, caller.unit) == (key_id, hall.unit, "Loket KTP")
    row = hall.read(lambda tx: tx.session.get_one(ApiKey, key_id))
    assert secret not in repr(row)
    assert row.hint == secret[-4:]


async def test_two_keys_differ(hall: TownHall) -> None:
    _, first = await made(hall, "Lantai 1")
    _, second = await made(hall, "Lantai 2")
    assert first != second


async def test_the_use_is_noted_to_the_minute(hall: TownHall) -> None:
    key_id, _ = await made(hall)

    def used() -> object:
        return hall.read(lambda tx: tx.session.get_one(ApiKey, key_id)).used_at

    assert used() is None
    await hall.does(api_keys.use, key_id, NOW)
    await hall.does(api_keys.use, key_id, NOW + timedelta(seconds=59))
    assert used() == NOW
    await hall.does(api_keys.use, key_id, LATER)
    assert used() == LATER


async def test_a_revoked_key_opens_nothing_and_is_not_listed(hall: TownHall) -> None:
    key_id, secret = await made(hall)
    await hall.does(api_keys.revoke, key_id, at=LATER, by=hall.admin)
    assert (await hall.is_refused(api_keys.caller, secret)).key == "api-key-revoked"
    assert (await hall.is_refused(api_keys.use, key_id, LATER)).key == "api-key-revoked"
    again = await hall.is_refused(api_keys.revoke, key_id, at=LATER, by=hall.admin)
    assert again.key == "api-key-gone"
    assert await hall.does(api_keys.of_unit, hall.unit, at=LATER, by=hall.admin) == []


@pytest.mark.parametrize(
    "shown", ["", "sw_", "sw_" + "A" * 43, "sw_" + "A" * 44, "Ä" * 46, "sw_" + "\x00" * 43]
)
async def test_what_is_no_key_opens_nothing(hall: TownHall, shown: str) -> None:
    await made(hall)
    assert (await hall.is_refused(api_keys.caller, shown)).key == "api-key-unknown"


async def test_the_key_of_a_closed_unit_opens_nothing(hall: TownHall) -> None:
    _, secret = await made(hall)
    await hall.does(office_admin.close_unit, hall.unit, at=NOW, by=None)
    assert (await hall.is_refused(api_keys.caller, secret)).key == "unit-unknown"


async def test_only_an_admin_of_the_unit_makes_sees_and_revokes(hall: TownHall) -> None:
    key_id, _ = await made(hall)
    stranger = await hall.does(admin_of, hall.other_office)
    for person in (hall.officer, hall.citizen, stranger):
        who = {"at": NOW, "by": person}
        for refused in (
            await hall.is_refused(api_keys.make, hall.unit, "Mesin", **who),
            await hall.is_refused(api_keys.of_unit, hall.unit, **who),
            await hall.is_refused(api_keys.one, key_id, **who),
            await hall.is_refused(api_keys.revoke, key_id, **who),
        ):
            assert refused.key == "not-for-you"


async def test_a_name_is_taken_once_and_ten_keys_are_enough(hall: TownHall) -> None:
    await made(hall, "Mesin 0")
    who = {"at": NOW, "by": hall.admin}
    assert (await hall.is_refused(api_keys.make, hall.unit, "mesin 0", **who)).key == "name-taken"
    for number in range(1, api_keys.KEYS_LIMIT):
        await made(hall, f"Mesin {number}")
    refused = await hall.is_refused(api_keys.make, hall.unit, "Satu lagi", **who)
    assert (refused.key, refused.values) == ("api-keys-too-many", {"limit": 10})


async def test_making_and_revoking_stand_in_the_journal(hall: TownHall) -> None:
    key_id, secret = await made(hall)
    await hall.does(api_keys.revoke, key_id, at=LATER, by=hall.admin)
    entries = hall.read(
        lambda tx: [
            (one.kind, one.actor_id, one.unit_id, one.data)
            for one in tx.session.exec(select(JournalEntry))
            if one.kind in (Kind.API_KEY_MADE, Kind.API_KEY_REVOKED)
        ]
    )
    assert entries == [
        ("api_key.made", hall.office_admin, hall.unit, {"key": key_id}),
        ("api_key.revoked", hall.admin, hall.unit, {"key": key_id}),
    ]
    assert secret not in repr(entries)
