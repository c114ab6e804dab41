"""The weekly summary as a picture and as a workbook: the same figures as in the text.

Both are made when the message is sent, from the scope, the week and the instant of the text.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from handlers import texts
from handlers.files import MadeFile
from handlers.message import encode
from models.database import Transaction
from models.reports.scope import Scope
from models.reports.weekly import WeeklySummary, weekly


def chart(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """PNG for a phone: scores of the week, means and complaints of the last eight weeks."""
    from handlers.summary_chart import draw  # matplotlib takes a second: only when one is wanted

    summary = _summary(tx, arguments)
    return MadeFile(f"{_name(language, summary)}.png", draw(summary, language))


def workbook(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """XLSX: summary, ratings by day, complaints without their senders, definitions."""
    from handlers.summary_sheets import write

    summary = _summary(tx, arguments)
    return MadeFile(f"{_name(language, summary)}.xlsx", write(tx, summary, language))


def said(language: str, value: Any) -> str:
    """A text or plain words in the language, without markup."""
    return texts.label(language, encode(value))


def _summary(tx: Transaction, arguments: dict[str, Any]) -> WeeklySummary:
    return weekly(
        tx,
        Scope.of(arguments["scope"]),
        date.fromisoformat(arguments["week"]),
        datetime.fromisoformat(arguments["at"]),
    )


def _name(language: str, summary: WeeklySummary) -> str:
    """Without the place's name, which may hold anything."""
    word = texts.render(language, "summary-file-name", {}, escape=False)
    return f"{word}-{summary.place.scope.code}-{summary.week.isoformat()}"
