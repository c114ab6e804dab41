"""What a template says: texts by key, numbers, days and lengths of time in one language."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from babel.dates import format_date

from handlers import texts
from handlers.durations import duration_text
from handlers.message import encode
from models.worktime import WORKING_UNITS, Duration, Unit

OTHER = {"id": "en", "en": "id"}


class Words:
    """Every value is plain: the template escapes it."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.other = OTHER[language]

    def t(self, key: str, **values: Any) -> str:
        """A text; numbers, durations and texts in it as `handlers.message` has them."""
        if not values:
            return _plain(self.language, key)
        return texts.render(self.language, key, encode(values), escape=False)

    def number(self, value: Any, decimals: int = 0) -> str:
        """'1.234,50' in Indonesian."""
        return _number(self.language, value, decimals)

    def percent(self, share: float) -> str:
        """A share from 0 to 1: '87 %'; never 0 % or 100 % where something is left."""
        shown = min(99, max(1, round(share * 100))) if 0 < share < 1 else round(share * 100)
        return f"{shown}\N{NO-BREAK SPACE}%" if self.language == "id" else f"{shown}%"

    def day(self, day: date | datetime) -> str:
        """'23 Nov 2026'."""
        return str(format_date(day, "d MMM y", locale=self.language))

    def minutes(self, length: float) -> str:
        return texts.minutes(self.language, length)

    def promise(self, stored: str) -> str:
        """'2 jam kerja'; nothing for none."""
        promised = duration_text(stored)
        return texts.label(self.language, encode(promised)) if promised else ""

    def working(self, stored: str) -> bool:
        """Whether a time is told as working time: as the promise is, so minutes are minutes."""
        return not stored or Duration.parse(stored).unit in WORKING_UNITS - {Unit.MINUTES}


@lru_cache(maxsize=1024)
def _plain(language: str, key: str) -> str:
    return texts.render(language, key, {}, escape=False)


@lru_cache(maxsize=4096)
def _number(language: str, value: Any, decimals: int) -> str:
    return texts.number(language, value, decimals)
