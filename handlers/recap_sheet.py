"""The recap of an office's appraisals as XLSX, in the layout of e-Kinerja: three lines of heading,
an empty one, and a row for each civil servant. The NIP is text."""

from __future__ import annotations

from typing import Any

from handlers.files import MadeFile, file_name
from handlers.message import Text, said
from handlers.period_words import period_text
from handlers.skm_words import day
from models.appraisal import terms
from models.appraisal.deciding import recap
from models.appraisal.deciding.recap import Recap, RecapLine
from models.database import Transaction

COLUMNS = ("no", "nip", "name", "position", "work", "behaviour", "predicate")
WIDTHS = (6, 24, 36, 36, 26, 26, 26)


def make(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """arguments: period, the id of an `AppraisalPeriod`."""
    from handlers.workbook import Book  # xlsxwriter takes a while

    found = recap.made(tx, terms.period(tx, arguments["period"]))
    book = Book(language, found.zone)
    book.sheet(
        Text("recap-sheet"),
        [Text(f"recap-column-{name}") for name in COLUMNS],
        [_row(number, line) for number, line in enumerate(found.lines, 1)],
        WIDTHS,
        above=_heading(found),
    )
    words = (
        said(language, Text("recap-sheet")),
        found.office,
        said(language, period_text(found.period)),
    )
    return MadeFile(file_name(*words, ending="xlsx"), book.finish())


def _heading(found: Recap) -> list[Text | str]:
    days = {
        "first": day(found.period.first_day, found.zone),
        "last": day(found.period.last_day, found.zone),
    }
    period = Text("recap-period", {"period": period_text(found.period), **days})
    return [Text("recap-title"), found.office, period]


def _row(number: int, line: RecapLine) -> list[Any]:
    return [
        number,
        line.nip,
        line.name,
        line.position,
        Text(f"expectation-{line.work}") if line.work else None,
        Text(f"expectation-{line.behaviour}") if line.behaviour else None,
        Text(f"predicate-{line.predicate}") if line.predicate else None,
    ]
