"""Targets and figures as people write them: "90 %", "paling lama 30 menit", "≥ 1.250 orang".

Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.appraisal.skp.tables import Direction
from models.errors import Refused

_SIGNS = {
    Direction.AT_LEAST: (
        ">=",
        "≥",
        ">",
        "paling sedikit",
        "paling rendah",
        "paling kurang",
        "sedikitnya",
        "sekurang-kurangnya",
        "minimal",
        "minimum",
        "min",
        "at least",
    ),
    Direction.AT_MOST: (
        "<=",
        "≤",
        "<",
        "paling banyak",
        "paling lama",
        "paling tinggi",
        "paling lambat",
        "sebanyak-banyaknya",
        "selambat-lambatnya",
        "maksimal",
        "maksimum",
        "maks",
        "max",
        "at most",
    ),
}
SIGNS = {sign: direction for direction, signs in _SIGNS.items() for sign in signs}
_PERCENT = ("persen", "percent")
_SIGN = "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?P<sign>{_SIGN})?\.?\s*(?P<number>\d[\d.,]*)(?![\d.,])\s*(?P<measure>(?![-–+\d]).*)",
    re.I | re.S,
)
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d{1,2})?")
_PLAIN = re.compile(r"\d+(?:[.,]\d{1,2})?")


@dataclass(frozen=True, slots=True)
class Amount:
    value: float
    measure: str  # what follows the number; may be empty
    direction: Direction | None  # None: not said


def amount(text: str) -> Amount:
    """A number with what it is measured in and which way it goes, both if they are said."""
    found = _AMOUNT.fullmatch(" ".join(text.split()))
    if found is None:
        raise Refused("skp-amount-unreadable", text=text.strip()[:40])
    sign = (found["sign"] or "").casefold()
    measure = found["measure"].strip()
    percent = measure.casefold() in _PERCENT
    return Amount(number(found["number"]), "%" if percent else measure, SIGNS.get(sign))


def direction(text: str) -> Direction:
    """A direction alone, in the words of the form."""
    found = SIGNS.get(" ".join(text.split()).casefold())
    if found is None:
        raise Refused("skp-direction-unknown", text=text.strip()[:40])
    return found


def number(text: str) -> float:
    """1.250 and 1,250 are a thousand and more; 2,5 and 2.5 two and a half: three digits after a
    sign are a group, one or two are decimals."""
    clean = text.strip().rstrip(".,")
    grouped = _GROUPED.fullmatch(clean)
    if grouped is not None:
        clean = clean.replace(grouped[1], "")
    elif _PLAIN.fullmatch(clean) is None:
        raise Refused("skp-amount-unreadable", text=text.strip()[:40])
    return float(clean.replace(",", "."))
