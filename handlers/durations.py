"""A promised duration in the reader's words: '2 jam kerja'."""

from __future__ import annotations

from handlers.message import Text
from models.worktime import Duration


def duration_text(stored: str) -> Text | None:
    """The text of a service's duration as it is stored; None when none is promised."""
    if not stored:
        return None
    duration = Duration.parse(stored)
    return Text(f"duration-{duration.unit.value.replace('_', '-')}", {"n": duration.value})
