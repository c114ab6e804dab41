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


async def test_the_towns_name_in_every_office_does_not_drown_the_unit(sqlite_town: Town) -> None:
    office = "Dinas Dukcapil Sungai Rambai"
    for name in ("Gerai Layanan Pasar Lama", "Loket Akta", "Loket KTP"):
        await sqlite_town.unit(name, office)
    await sqlite_town.unit("Puskesmas Rambai Hulu", "Dinas Kesehatan Sungai Rambai")
    found = sqlite_town.read(lambda tx: search(tx, "puskemas rambai"))
    assert found[0].name == "Puskesmas Rambai Hulu"
    whole = sqlite_town.read(lambda tx: search(tx, "dukcapil"))
    assert {unit.name for unit in whole} >= {"Gerai Layanan Pasar Lama", "Loket Akta", "Loket KTP"}


async def test_what_is_not_found_is_answered_with_the_offices(sqlite_town: Town) -> None:
    await sqlite_town.unit()
    citizen = await sqlite_town.consenting()
    await citizen.sends("/nilai")
    await citizen.sends("zzzqqq")
    assert citizen.last.buttons == [["Dinas Dukcapil"]]


async def test_an_office_of_many_units_is_turned_by_pages(sqlite_town: Town) -> None:
    """Telegram refuses a keyboard of more than a hundred buttons."""
    for number in range(1, 12):
        await sqlite_town.unit(f"Desa {number:02}", office="Kecamatan Pauh")
    citizen = await sqlite_town.consenting()
    await citizen.sends("/nilai")
    await citizen.taps("Kecamatan Pauh")
    assert citizen.sees("Desa 08")
    assert not citizen.sees("Desa 09")
    await citizen.taps("Berikutnya ›")
    await citizen.taps("Desa 11")
    assert "Desa 11" in citizen.last.text
