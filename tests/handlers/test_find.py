"""Typing the name of a service: errors do no harm, and noise stays out."""

from __future__ import annotations

import pytest

from handlers.find import search
from tests.town import Town


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ktp", ["Loket KTP"]),
        ("KPT", ["Loket KTP"]),
        ("puskesmass", ["Puskesmas Rambai"]),
        ("akte kelahiran", ["Loket Akta Kelahiran"]),
        ("zzzzqqq", []),
    ],
)
async def test_search_forgives_typing_errors(
    sqlite_town: Town, query: str, found: list[str]
) -> None:
    for name in ("Loket KTP", "Puskesmas Rambai", "Loket Akta Kelahiran"):
        await sqlite_town.unit(name, office=f"Kantor {name}")
    names = [unit.name for unit in sqlite_town.read(lambda tx: search(tx, query))]
    assert names[: len(found)] == found
    assert bool(names) == bool(found)


async def test_a_clear_match_leaves_the_noise_out(sqlite_town: Town) -> None:
    for name in ("Loket KTP-el dan KK", "Puskesmas Rambai Hulu"):
        await sqlite_town.unit(name)
    found = sqlite_town.read(lambda tx: search(tx, "Puskesmas"))
    assert [unit.name for unit in found] == ["Puskesmas Rambai Hulu"]
