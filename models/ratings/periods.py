"""Periods of the survey: a month, a quarter (triwulan), a half-year (semester), a year.

Pure: standard library only. The regulation asks for a survey at least once a year (PermenPANRB
14/2017); units commonly do one each quarter or semester. Days are local to the unit.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self


class PeriodKind(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}
_CODES = {
    PeriodKind.MONTH: "{year:04}-{number:02}",
    PeriodKind.QUARTER: "{year:04}-Q{number}",
    PeriodKind.HALF: "{year:04}-S{number}",
    PeriodKind.YEAR: "{year:04}",
}
_CODE = re.compile(r"([1-9]\d{3})(?:-(?:(\d\d)|Q(\d)|S(\d)))?", re.ASCII)
_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Period:
    """The `number`-th of its kind in a year, from 1: the fourth quarter of 2026."""

    kind: PeriodKind
    year: int
    number: int = 1

    def __post_init__(self) -> None:
        if not (1000 <= self.year <= 9999 and 1 <= self.number <= 12 // MONTHS[self.kind]):
            raise ValueError(f"no such period: {self.kind} {self.number} of {self.year}")

    @property
    def code(self) -> str:
        """2026-11, 2026-Q4, 2026-S2, 2026; stands in buttons and in the database."""
        return _CODES[self.kind].format(year=self.year, number=self.number)

    @classmethod
    def of(cls, code: str) -> Self:
        """The inverse of `code`; ValueError on anything else."""
        found = _CODE.fullmatch(code)
        if found is None:
            raise ValueError(f"not a period: {code!r}")
        year, *parts = found.groups()
        kinds = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF)
        for kind, number in zip(kinds, parts, strict=True):
            if number is not None:
                return cls(kind, int(year), int(number))
        return cls(PeriodKind.YEAR, int(year))

    @property
    def first(self) -> date:
        return date(self.year, (self.number - 1) * MONTHS[self.kind] + 1, 1)

    @property
    def last(self) -> date:
        """The last day, which belongs to the period."""
        month = self.number * MONTHS[self.kind]
        return date(self.year, month, monthrange(self.year, month)[1])

    def before(self) -> Self:
        """The one of the same kind just before."""
        return self.containing(self.first - timedelta(days=1), self.kind)

    def after(self) -> Self:
        """The one of the same kind that follows."""
        return self.containing(self.last + timedelta(days=1), self.kind)

    @classmethod
    def containing(cls, day: date, kind: PeriodKind) -> Self:
        return cls(kind, day.year, (day.month - 1) // MONTHS[kind] + 1)

    @property
    def label(self) -> tuple[str, dict[str, str | int]]:
        """Key and values of the text that names it: 'Triwulan IV 2026'."""
        roman = _ROMAN[self.number - 1] if self.kind is not PeriodKind.MONTH else ""
        values: dict[str, str | int] = {
            "number": self.number,
            "roman": roman,
            "year": str(self.year),
        }
        return f"period-{self.kind}", values


def latest(period: Period, n: int) -> tuple[Period, ...]:
    """The n periods up to this one, oldest first."""
    return tuple(reversed(list(_backwards(period, n))))


def _backwards(period: Period, n: int) -> Iterator[Period]:
    for _ in range(n):
        yield period
        period = period.before()
