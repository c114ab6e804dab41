"""Indonesia's official days off: national holidays and cuti bersama, from the package `holidays`.

The only place that knows the package, which is loaded at the first question, not on import.
It has no regional days, and for a year not decreed yet no cuti bersama: admins add those by file.
Islamic, Buddhist and Chinese dates that it computed rather than read from a decree carry
"(perkiraan)" in their name. They are days off all the same: leaving them out is the worse guess.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

PUBLIC = "public"
COLLECTIVE_LEAVE = "government"  # the package's name for cuti bersama


def official_days(years: Iterable[int]) -> dict[date, str]:
    """Every day off of the years with its Indonesian name, by date; two on one day are joined."""
    return {day: name for year in sorted(set(years)) for day, name in _year(year)}


def decreed(year: int) -> bool:
    """Whether the year's days off are decreed, which is known by its cuti bersama."""
    return bool(_days(year, COLLECTIVE_LEAVE))


def decreed_until(year: int) -> int:
    """The last year of the unbroken run of decreed years from `year`; `year - 1` if none."""
    while decreed(year):
        year += 1
    return year - 1


@cache
def _year(year: int) -> tuple[tuple[date, str], ...]:
    return tuple(sorted(_days(year, PUBLIC, COLLECTIVE_LEAVE).items()))


@cache
def _days(year: int, *categories: str) -> dict[date, str]:
    from holidays import country_holidays

    found = country_holidays("ID", years=year, categories=categories, language="id")
    return dict(found.items())
