"""Ticket numbers that survive the telephone: `SW-26-000123-K`.

Year, number within the year, and a check letter: the digits weighted by powers of two, modulo 23
(the construction of ISO 7064's pure systems, with the 23 letters that are not misread as 0, 1 or
each other). 23 is a prime above 10 and the weights differ, so a single wrong character and two
digits that changed places are always noticed.
"""

from __future__ import annotations

import re

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"  # 23, without I, O and Q
MODULUS = len(LETTERS)
_READ_AS = str.maketrans("OIL", "011")  # in the place of a digit
_FORM = re.compile(r"(?:SW)?([0-9OIL]{2})([0-9OIL]{6,8})([A-Z])")


def ticket(year: int, number: int) -> str:
    """The ticket of the `number`th case (1 to 99,999,999) of a year (2000 to 2099)."""
    if not (2000 <= year <= 2099 and 1 <= number <= 99_999_999):
        raise ValueError(f"no ticket for case {number} of {year}")
    short, serial = f"{year % 100:02}", f"{number:06}"
    return f"SW-{short}-{serial}-{check(short + serial)}"


def check(digits: str) -> str:
    """The check letter of a row of digits."""
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2 % MODULUS
    return LETTERS[total]


def parse(typed: str) -> str | None:
    """The ticket a person meant, or None if it cannot be one.

    Forgives case, spaces, dashes in the wrong place or missing, the missing prefix, and O for 0 or
    I and L for 1.
    """
    match = _FORM.fullmatch(re.sub(r"[\s\-–—._/]", "", typed.upper()))
    if match is None:
        return None
    short, serial = match[1].translate(_READ_AS), match[2].translate(_READ_AS)
    if len(serial) > 6 and serial.startswith("0"):
        return None
    return f"SW-{short}-{serial}-{match[3]}" if check(short + serial) == match[3] else None
