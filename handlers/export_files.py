"""The export of complaints as a workbook and as CSV, made when the message is sent.

Text is written as text: what begins with '=' stays words and never becomes a formula. Nothing in it
tells who complained.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO, TextIOWrapper
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import xlsxwriter
from sqlmodel import col, select

from handlers import texts
from handlers.durations import duration_text
from handlers.export_columns import CASES, EVENTS, Column
from handlers.files import MadeFile, file_name
from handlers.message import Number, Text, said
from handlers.summary_sheets import check_row
from models.calendars import CalendarVersion
from models.complaints.causes import CAP, CAP_SOURCE, Causes
from models.complaints.limit_rules import LimitRule
from models.complaints.limits import DEFAULTS, CaseClass, Step
from models.complaints.tables import Category
from models.database import Transaction
from models.reports.complaint_export import Asked, CaseRow, EventRow, Export, Official
from models.reports.scope import Scope
from models.worktime import Duration

Row = Sequence[Any]
T = TypeVar("T", CaseRow, EventRow)
# Rows go to the disk as they come: a year of a province would not fit in memory.
SAFE = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
MOST_ROWS = 1_000_000  # in one sheet; Excel ends at 1,048,576
CELL_LIMIT = 32_000  # characters; Excel ends at 32,767
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
SEPARATORS = {"id": ";", "en": ","}


def workbook(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """XLSX: a row a case, a row an event, causes, small numbers, the check, definitions."""
    export = Export(tx, asked(arguments))
    return MadeFile(_name(language, export, "", "xlsx"), _Book(tx, export, language).made())


def cases_csv(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """A row a case."""
    export = Export(tx, asked(arguments))
    rows = (row for cases, _ in export.batches() for row in cases)
    return MadeFile(_name(language, export, "cases", "csv"), _csv(language, CASES, rows))


def events_csv(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """A row an event."""
    export = Export(tx, asked(arguments))
    rows = (row for _, events in export.batches() for row in events)
    return MadeFile(_name(language, export, "events", "csv"), _csv(language, EVENTS, rows))


def asked(arguments: dict[str, Any]) -> Asked:
    return Asked(
        Scope.of(arguments["scope"]),
        date.fromisoformat(arguments["first"]),
        date.fromisoformat(arguments["last"]),
        datetime.fromisoformat(arguments["at"]),
    )


def _name(language: str, export: Export, part: str, ending: str) -> str:
    word = _said(language, "export-file-name")
    where = export.place.name or _said(language, "summary-all")
    days = (export.asked.first.isoformat(), export.asked.last.isoformat())
    return file_name(word, where, *days, _said(language, f"export-sheet-{part}") if part else "",
                     ending=ending)  # fmt: skip


def _said(language: str, key: str, **values: Any) -> str:
    return texts.render(language, key, values, escape=False)


def _speaker(language: str) -> Callable[[Text], str]:
    """Says a text; the same few stand in a hundred thousand cells, so each is rendered once."""
    known: dict[str, str] = {}

    def shown(value: Text) -> str:
        if value.values:
            return said(language, value)
        if value.key not in known:
            known[value.key] = said(language, value)
        return known[value.key]

    return shown


_YES_NO = {True: Text("value-yes"), False: Text("value-no")}


# --- CSV


def _csv(language: str, columns: Sequence[Column[Any]], rows: Iterable[Any]) -> bytes:
    """UTF-8 with its mark, so that Excel knows; separated as Excel in the language expects."""
    stream, shown = BytesIO(), _speaker(language)
    with TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True) as text:
        writer = csv.writer(text, delimiter=SEPARATORS[language])
        writer.writerow([_said(language, f"export-column-{column.name}") for column in columns])
        for row in rows:
            writer.writerow(
                [_plain(language, shown, row.zone, column.get(row)) for column in columns]
            )
        text.flush()
        return stream.getvalue()


def _plain(language: str, shown: Callable[[Text], str], zone: str, value: Any) -> str:
    """A value as a cell of CSV."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return shown(_YES_NO[value])
    if isinstance(value, datetime):
        return value.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, float):
        return f"{value:.1f}".replace(".", "," if language == "id" else ".")
    if isinstance(value, int):
        return str(value)
    return harmless(shown(value) if isinstance(value, Text) else str(value))


def harmless(text: str) -> str:
    """Words that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    risky = text.lstrip(" ").startswith(FORMULA_SIGNS)
    return f"'{text}" if risky else text


# --- XLSX


@dataclass
class _Sheets:
    """Rows of one kind, in as many sheets as they need."""

    start: Callable[[str], Any]
    name: str
    sheet: Any = None
    rows: int = 0
    number: int = 0

    def next(self) -> tuple[Any, int]:
        """The sheet and the place for one more row."""
        if self.sheet is None or self.rows > MOST_ROWS:
            self.number += 1
            self.sheet = self.start(f"{self.name} {self.number}" if self.number > 1 else self.name)
            self.rows = 1  # below the heading
        self.rows += 1
        return self.sheet, self.rows - 1


@dataclass
class _Book:
    """The workbook in one language."""

    tx: Transaction
    export: Export
    language: str
    stream: BytesIO = field(default_factory=BytesIO)

    def __post_init__(self) -> None:
        self.file = xlsxwriter.Workbook(self.stream, SAFE)
        self.bold = self.file.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.instant = self.file.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        self.decimal = self.file.add_format({"num_format": "0.0"})
        self.zones: dict[str, ZoneInfo] = {}
        self.shown = _speaker(self.language)

    def made(self) -> bytes:
        cases, events = self._sheets("cases", CASES), self._sheets("events", EVENTS)
        for batch in self.export.batches():
            self._rows(cases, CASES, batch[0])
            self._rows(events, EVENTS, batch[1])
        for sheets in (cases, events):
            if sheets.sheet is None:
                sheets.next()
        self._table("causes", _CAUSE_COLUMNS, _causes(self.export))
        self._table("anonymous", *_anonymous(self))
        self._table("check", _CHECK_COLUMNS, _check(self.export))
        self._table("definitions", _MEANING_COLUMNS, _definitions(self.tx, self.export))
        self.file.close()
        return self.stream.getvalue()

    def _rows(self, sheets: _Sheets, columns: Sequence[Column[T]], rows: Iterable[T]) -> None:
        for row in rows:
            zone = row.zone
            self._write(*sheets.next(), (column.get(row) for column in columns), zone)

    def _sheets(self, name: str, columns: Sequence[Column[Any]]) -> _Sheets:
        headings = [Text(f"export-column-{column.name}") for column in columns]
        widths = [column.width for column in columns]
        title = self.said(f"export-sheet-{name}")
        return _Sheets(lambda name: self._sheet(name, headings, widths), title)

    def _table(self, name: str, headings: Row, rows: Iterable[Row]) -> None:
        sheet = self._sheet(self.said(f"export-sheet-{name}"), headings, [40] * len(headings))
        for number, row in enumerate(rows, 1):
            self._write(sheet, number, row, self.export.place.zone)

    def _sheet(self, title: str, headings: Row, widths: Sequence[int]) -> Any:
        made = self.file.add_worksheet(title)
        for place, width in enumerate(widths):
            made.set_column(place, place, width)
        made.freeze_panes(1, 0)
        for place, heading in enumerate(headings):
            made.write_string(0, place, self.words(heading), self.bold)
        return made

    def _write(self, sheet: Any, number: int, row: Iterable[Any], zone: str) -> None:
        for place, value in enumerate(row):
            self._cell(sheet, number, place, value, zone)

    def _cell(self, sheet: Any, row: int, place: int, value: Any, zone: str) -> None:
        if value is None:
            return
        if isinstance(value, bool):
            value = _YES_NO[value]
        if isinstance(value, datetime):
            local = value.astimezone(self._zone(zone)).replace(tzinfo=None)
            sheet.write_datetime(row, place, local, self.instant)
        elif isinstance(value, float):
            sheet.write_number(row, place, value, self.decimal)
        elif isinstance(value, int):
            sheet.write_number(row, place, value)
        else:
            sheet.write_string(row, place, self.words(value)[:CELL_LIMIT])

    def _zone(self, name: str) -> ZoneInfo:
        if name not in self.zones:
            self.zones[name] = ZoneInfo(name)
        return self.zones[name]

    def words(self, value: Any) -> str:
        return self.shown(value) if isinstance(value, Text) else str(value)

    def said(self, key: str, **values: Any) -> str:
        return _said(self.language, key, **values)


# --- the sheets beside the rows

_CAUSE_COLUMNS = tuple(
    Text(f"export-column-{name}")
    for name in (
        "who",
        "nip",
        "cases",
        "cases-caused",
        "minutes",
        "minutes-caused",
        "share",
        "flag",
    )
)
_CHECK_COLUMNS = (Text("column-figure"), Text("column-value"), Text("column-note"))
_MEANING_COLUMNS = (Text("column-figure"), Text("column-note"), Text("export-column-source"))


def _causes(export: Export) -> Iterator[Row]:
    """What part is laid to external causes, by unit and by officer; in no order but the name's."""
    for unit, causes in sorted(export.units.items()):
        yield _cause_row(unit, None, causes)
    for official, causes in sorted(export.officials.items(), key=lambda item: item[0].name):
        yield _cause_row(official.name, official, causes)


def _cause_row(name: str, official: Official | None, found: Causes) -> Row:
    flag = Text("note-flagged", {"cap": Number(CAP * 100)}) if found.flagged else None
    return (
        name,
        official.nip if official else None,
        found.of_cases,
        found.cases,
        float(found.of_minutes),
        float(found.minutes),
        found.time_share * 100,
        flag,
    )


def _anonymous(book: _Book) -> tuple[Row, list[Row]]:
    """Anonymous complaints by unit and category: small numbers, and what would give them back, are
    not told."""
    told, few = book.export.anonymous, Text("export-few")
    hidden = Text("export-hidden")
    columns = [category.value for category in Category if category.value in told.columns]
    headings = [Text("export-column-unit"), *(Text(f"category-{name}") for name in columns)]
    rows: list[Row] = [
        (
            book.export.unit_name(unit_id),
            *(few if cells[name] is None else cells[name] for name in columns),
            hidden if told.rows[unit_id] is None else told.rows[unit_id],
        )
        for unit_id, cells in told.cells.items()
    ]
    sums = [hidden if told.columns[name] is None else told.columns[name] for name in columns]
    total = hidden if told.total is None else told.total
    rows.append((Text("column-total"), *sums, total))
    return [*headings, Text("column-total")], rows


def _check(export: Export) -> Iterator[Row]:
    term, line, *_, verdict = check_row(export.check)
    yield term, line, verdict
    check = export.check
    yield Text("term-received"), check.received, None
    for how, n in export.results.items():
        yield Text(f"result-{how}".replace("_", "-")), n, None
    if check.supervisory is not None:
        yield Text("result-supervisory"), check.supervisory, Text("export-number-only")


def _definitions(tx: Transaction, export: Export) -> Iterator[Row]:
    """Every column, then the limits and the calendars by which the figures were counted."""
    yield Text("export-made-at"), export.asked.at, None
    for name in dict.fromkeys([*(one.name for one in CASES), *(one.name for one in EVENTS)]):
        yield Text(f"export-column-{name}"), Text(f"export-meaning-{name}"), None
    yield Text("export-column-flag"), Text("export-meaning-flag", _cap()), CAP_SOURCE
    for (step, case_class), limit in DEFAULTS.items():
        yield _limit(step, case_class), duration_text(str(limit.duration)), limit.source
    yield from _own_limits(tx, export)
    for number in sorted(export.calendars):
        version = tx.session.get_one(CalendarVersion, number)
        told = {
            "number": str(number),
            "unit": export.unit_name(version.unit_id),
            "zone": version.calendar["zone"],
            "digest": version.digest[:12],
        }
        yield Text("export-calendar", told), version.valid_from, None


def _cap() -> dict[str, Any]:
    return {"cap": Number(CAP * 100)}


def _limit(step: Step, case_class: CaseClass | None) -> Text:
    if case_class is not None:
        shown = Text(f"class-{case_class}".replace("_", "-"))
        return Text("limit-of-class", {"class": shown})
    return Text(f"limit-{step}".replace("_", "-"))


def _own_limits(tx: Transaction, export: Export) -> Iterator[Row]:
    """The rules of offices and units that were valid by then, with their date."""
    rules = tx.session.exec(
        select(LimitRule)
        .where(LimitRule.valid_from <= export.asked.at)
        .order_by(col(LimitRule.valid_from), col(LimitRule.id))
    )
    for rule in rules:
        case_class = CaseClass(rule.case_class) if rule.case_class else None
        told = {
            "what": _limit(Step(rule.step), case_class),
            "where": export.unit_name(rule.unit_id) if rule.unit_id else Text("export-rule-wide"),
            "since": rule.valid_from.astimezone(ZoneInfo(export.place.zone)).strftime("%Y-%m-%d"),
        }
        length = str(Duration(rule.value, rule.unit)) if rule.value else ""
        yield Text("export-rule", told), duration_text(length), rule.source
