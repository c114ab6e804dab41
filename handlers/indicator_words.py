"""What an indicator means, in plain words: for the chat, pages and files alike."""

from __future__ import annotations

from handlers.message import Lines, Text
from models.appraisal.indicators import CATALOGUE


def explained(key: str) -> Lines:
    """Name, unit, meaning, what the officer controls, what changes it, how it is counted."""
    known = CATALOGUE[key]
    text = Text(
        "indicator-explained",
        {
            "name": Text(f"indicator-{key}"),
            "unit": Text(f"indicator-unit-{known.measure}"),
            "means": Text(f"indicator-{key}-means"),
            "controls": Text(f"indicator-{key}-controls"),
            "change": Text(f"indicator-{key}-change"),
            "counted": Text(f"indicator-{key}-counted"),
            "better": Text(f"indicator-better-{known.better}"),
            "minimum": Text("indicator-minimum", {"least": known.minimum}),
            "formula": Text("indicator-formula", {"version": known.formula}),
        },
    )
    return Lines([text] if known.controlled else [text, Text("indicator-context")])
