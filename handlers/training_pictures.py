"""The picture of what a training did, made when the message is sent."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from handlers.files import MadeFile
from models.appraisal.coaching import effects
from models.database import Transaction


def make(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """PNG of the effect of an event, as far as `by` may read it."""
    from handlers.training_chart import draw  # matplotlib takes a second: only when one is wanted

    at = datetime.fromisoformat(arguments["at"])
    found = effects.of(tx, arguments["event"], at, arguments["by"])
    return MadeFile("pelatihan.png", draw(found, language))
