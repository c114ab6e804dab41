"""What an indicator means, in plain words: for the chat, pages and files alike."""

from __future__ import annotations

from handlers.message import Lines, Text
from models.appraisal.indicators import CATALOGUE


def explained(key: str) -> Lines:
    """Meaning, what the officer controls, how it is counted, in what, from how many on. What would
    change it stands beside the figure itself."""
    known = CATALOGUE[key]
    text = Text(
        "indicator-explained",
        {
            "unit": Text(f"indicator-unit-{known.measure}"),
            "means": Text(f"indicator-{key}-means"),
            "controls": Text(f"indicator-{key}-controls"),
            "counted": Text(f"indicator-{key}-counted"),
            "better": Text(f"indicator-better-{known.better}"),
            "minimum": Text("indicator-minimum", {"least": known.minimum}),
            "formula": Text("indicator-formula", {"version": known.formula}),
        },
    )
    return Lines([text] if known.controlled else [text, Text("indicator-context")])
