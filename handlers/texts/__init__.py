"""Texts by key: Project Fluent files, one per part and language, and the renderer.

The renderer escapes every value, so that what a person wrote can never become markup. Numbers,
dates and durations are written as people of the language write them.
"""

from __future__ import annotations

import html
import re
from datetime import datetime, time, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("id", "en")
DEFAULT = "id"
HERE = Path(__file__).parent
ABBREVIATIONS = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
PATTERNS = {
    "full": "EEEE d MMM y HH.mm",
    "day": "EEEE d MMM y",
    "date": "d MMM y",
    "short-date": "d MMM",
    "time": "HH.mm",
    "short": "EEE d MMM HH.mm",
    "clock": "HH.mm",
    "weekday": "EEE",
    "weekday-clock": "EEE HH.mm",
    "short-day": "EEE d MMM",
    "short-day-clock": "EEE d MMM HH.mm",
    "long-day": "EEE d MMM y",
    "long-day-clock": "EEE d MMM y HH.mm",
}
_ZONED = frozenset({"full", "time", "short"})
_ENDS = "-end"  # a style of this ending tells midnight as 24.00 of the day that it ends
_TIMES = {"id": "HH.mm", "en": "HH:mm"}
_MIDNIGHT = {"id": "'24.00'", "en": "'24:00'"}
LONG = 2000  # characters; Fluent refuses a value of more than 2,500, so long ones are put in after
_HELD = re.compile("\ue000([A-Za-z_0-9-]+)\ue001")


class MissingTextError(LookupError):
    """A key or variable the language files do not know: a defect, guarded by a test."""


@lru_cache(maxsize=len(LANGUAGES))
def bundle(language: str) -> FluentBundle:
    made = FluentBundle([language], use_isolating=False)
    for file in sorted((HERE / language).glob("*.ftl")):
        made.add_resource(FluentResource(file.read_text(encoding="utf8")))
    return made


def render(language: str, key: str, values: dict[str, Any], *, escape: bool = True) -> str:
    """The text in `language`, as Telegram HTML (or plain, for a button or a file)."""
    texts = bundle(language if language in LANGUAGES else DEFAULT)
    try:
        pattern = texts.get_message(key).value
    except LookupError:
        raise MissingTextError(f"{language}: no text {key!r}") from None
    if pattern is None:
        raise MissingTextError(f"{language}: no text {key!r}")
    shown = {name: _show(language, value, escape) for name, value in values.items()}
    held = {name: value for name, value in shown.items() if len(str(value)) > LONG}
    short = shown | {name: f"\ue000{name}\ue001" for name in held}
    rendered, errors = texts.format_pattern(pattern, short)
    if errors:
        raise MissingTextError(f"{language}: {key}: {errors[0]}")
    return _HELD.sub(lambda held_back: str(held.get(held_back[1], "")), str(rendered))


def known(key: str) -> bool:
    """Whether there is a text of this key."""
    return bool(bundle(DEFAULT).has_message(key))


def label(language: str, value: Any) -> str:
    """The words on a button, in a file or on the command line: any value, not escaped."""
    return str(_show(language, value, escape=False))


def _show(language: str, value: Any, escape: bool) -> str | int | float:
    if isinstance(value, str):
        return html.escape(value, quote=False) if escape else value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return value
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(str(_show(language, item, escape)) for item in value)
    for kind, show in _SHOWS.items():
        if kind in value:
            return show(language, value, escape)
    raise MissingTextError(f"a value that cannot be shown: {sorted(value)}")


def _show_text(language: str, value: dict[str, Any], escape: bool) -> str:
    return render(language, value["text"], value["values"], escape=escape)


def _show_lines(language: str, value: dict[str, Any], escape: bool) -> str:
    return "\n".join(_show_text(language, line, escape) for line in value["lines"])


def _show_listed(language: str, value: dict[str, Any], escape: bool) -> str:
    shown = (str(_show(language, item, escape)) for item in value["listed"])
    return str(value["between"]).join(shown)


def _show_when(language: str, value: dict[str, Any], _escape: bool) -> str:
    style = value.get("style", "full")
    return when(language, datetime.fromisoformat(value["at"]), value["zone"], style)


def when(language: str, at: datetime, zone: str, style: str = "full") -> str:
    """'Senin 23 Nov 2026 14.30 WIB', in English 'Monday 23 Nov 2026 14:30 WIB'."""
    local = at.astimezone(ZoneInfo(zone))
    form, clock = style.removesuffix(_ENDS), _TIMES[language]
    if style.endswith(_ENDS) and local.time() == time():
        local, clock = local - timedelta(days=1), _MIDNIGHT[language]
    words = format_datetime(local, PATTERNS[form].replace("HH.mm", clock), locale=language)
    if form not in _ZONED:
        return words
    return f"{words} {ABBREVIATIONS.get(zone, local.strftime('%Z'))}"


def _show_minutes(language: str, value: dict[str, Any], _escape: bool) -> str:
    return minutes(language, value["minutes"])


def minutes(language: str, length: float) -> str:
    """'2 jam 10 menit'; under a minute counts as one, nothing stays nothing."""
    whole = max(1, round(length)) if length > 0 else 0
    hours, left = divmod(whole, 60)
    parts = []
    if hours:
        parts.append(render(language, "unit-hours", {"n": hours}))
    if left or not hours:
        parts.append(render(language, "unit-minutes", {"n": left}))
    return " ".join(parts)


def _show_number(language: str, value: dict[str, Any], _escape: bool) -> str:
    return number(language, value["number"], value["decimals"])


def number(language: str, value: float, decimals: int = 0) -> str:
    """'1.234,5' in Indonesian, '1,234.5' in English."""
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return format_decimal(value, pattern, locale=language)


_SHOWS = {
    "text": _show_text,
    "lines": _show_lines,
    "listed": _show_listed,
    "at": _show_when,
    "minutes": _show_minutes,
    "number": _show_number,
}
