"""The weekly summary as a picture and as a workbook: the same figures as in the text.

Both are made when the message is sent, from the scope, the week and the instant of the text.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from handlers import texts
from handlers.files import MadeFile, file_name
from models.database import Transaction
from models.reports.scope import Scope
from models.reports.weekly import WeeklySummary, weekly


def chart(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """PNG for a phone: scores of the week, means and complaints of the last eight weeks."""
    from handlers.summary_chart import draw  # matplotlib takes a second: only when one is wanted

    summary = _summary(tx, arguments)
    return MadeFile(_name(language, summary, "png"), draw(summary, language))


def workbook(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """XLSX: summary, ratings by day, complaints without their senders, definitions."""
    from handlers.summary_sheets import write

    summary = _summary(tx, arguments)
    return MadeFile(_name(language, summary, "xlsx"), write(tx, summary, language))


def _summary(tx: Transaction, arguments: dict[str, Any]) -> WeeklySummary:
    return weekly(
        tx,
        Scope.of(arguments["scope"]),
        date.fromisoformat(arguments["week"]),
        datetime.fromisoformat(arguments["at"]),
        admin=arguments.get("admin", False),
    )


def _name(language: str, summary: WeeklySummary, ending: str) -> str:
    word = texts.render(language, "summary-file-name", {}, escape=False)
    where = summary.place.name or texts.render(language, "summary-all", {}, escape=False)
    return file_name(word, where, summary.week.isoformat(), ending=ending)
