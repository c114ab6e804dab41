"""The files of the survey's report, made when they are sent: PDF, workbook, and the rows as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO, TextIOWrapper
from itertools import chain
from typing import Any

from handlers import skm_rows, skm_words, texts
from handlers.export_files import SEPARATORS, harmless
from handlers.files import MadeFile, file_name
from handlers.message import Text, said
from handlers.skm_rows import Row
from models.database import Transaction
from models.ratings.periods import Period
from models.reports import rating_export, skm
from models.reports.skm_figures import SkmReport


def pdf(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """The report on A4."""
    from handlers.skm_pdf import make  # fpdf2 and matplotlib take a second

    report = report_of(tx, arguments)
    return MadeFile(_name(language, "pdf", report, "pdf"), make(report, language))


def workbook(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """XLSX with the figures and the questionnaires."""
    from handlers.skm_sheets import write

    report = report_of(tx, arguments)
    return MadeFile(_name(language, "xlsx", report, "xlsx"), write(tx, report, language))


def questionnaires(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """CSV: every questionnaire, also those that do not count."""
    report = report_of(tx, arguments)
    asked = rating_export.questions(tx, report.unit_id, report.period)
    rows = rating_export.questionnaires(tx, report.unit_id, report.period)
    made = _csv(
        language,
        skm_rows.questionnaire_columns(asked),
        (skm_rows.questionnaire_row(row, asked) for row in rows),
    )
    return MadeFile(_name(language, "csv", report, "csv"), made)


def ratings(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """CSV: every one-tap rating, also those that do not count."""
    report = report_of(tx, arguments)
    services = rating_export.services(tx, report.unit_id)
    rows = rating_export.ratings(tx, report.unit_id, report.period)
    made = _csv(
        language, skm_rows.rating_columns(), (skm_rows.rating_row(row, services) for row in rows)
    )
    return MadeFile(_name(language, "ratings-csv", report, "csv"), made)


def report_of(tx: Transaction, arguments: dict[str, Any]) -> SkmReport:
    """arguments: unit, period, at (the instant of asking)."""
    period = Period.of(arguments["period"])
    return skm.report(tx, arguments["unit"], period, datetime.fromisoformat(arguments["at"]))


def _name(language: str, what: str, report: SkmReport, ending: str) -> str:
    word = texts.render(language, f"skm-{what}-name", {}, escape=False)
    period = said(language, skm_words.period(report.period))
    return file_name(word, report.unit, period, ending=ending)


def _csv(language: str, columns: Sequence[Text | str], rows: Iterable[Row]) -> bytes:
    """UTF-8 with its mark, so that Excel knows; separated as Excel in the language expects."""
    stream, known = BytesIO(), dict[str, str]()
    with TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True) as text:
        writer = csv.writer(text, delimiter=SEPARATORS[language])
        for row in chain([columns], rows):
            writer.writerow([_cell(language, value, known) for value in row])
        text.flush()
        return stream.getvalue()


def _cell(language: str, value: Any, known: dict[str, str]) -> str:
    """known: the same few texts stand in many cells, so each is rendered once."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Text):
        if value.key not in known:
            known[value.key] = said(language, value)
        return known[value.key]
    return str(value) if isinstance(value, int) else harmless(value)
