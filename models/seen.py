"""What people had before them when they agreed: an old screen agrees to nothing new. Pure."""

from __future__ import annotations

from datetime import datetime

from models.errors import Refused


def mark(at: datetime) -> int:
    """Stands in the button of a screen for when what it shows was last changed; milliseconds."""
    return round(at.timestamp() * 1000)


def refuse_changed(seen: int | None, at: datetime | None, key: str) -> None:
    """Refused where it was changed since; seen: the mark of the screen, None is not known."""
    if seen is not None and (at is None or seen != mark(at)):
        raise Refused(key)
