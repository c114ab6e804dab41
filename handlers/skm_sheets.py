"""The report of the survey as a workbook: figures as numbers, words as words, never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import xlsxwriter

from handlers import skm_words as words
from handlers.message import Text, said
from handlers.skm_rows import questionnaire_columns, questionnaire_row
from models.database import Transaction
from models.ratings.tables import SCORES
from models.reports import rating_export
from models.reports.skm_figures import Channel, ElementLine, IndexLine, Received, SkmReport
from models.small_numbers import SMALLEST
from models.statistics import MINIMUM, Change, Mean, Part

Row = Sequence[Any]
SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


@dataclass
class _Book:
    """A workbook in one language; instants are shown in the zone of the unit."""

    language: str
    zone: str
    stream: BytesIO = field(default_factory=BytesIO)

    def __post_init__(self) -> None:
        self.file = xlsxwriter.Workbook(self.stream, SAFE)
        self.bold = self.file.add_format({"bold": True, "bottom": 1, "text_wrap": True})
        self.wrap = self.file.add_format({"text_wrap": True, "valign": "top"})
        self.day = self.file.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})
        self.instant = self.file.add_format({"num_format": "yyyy-mm-dd hh:mm", "valign": "top"})
        self.two = self.file.add_format({"num_format": "0.00", "valign": "top"})
        self.exact = self.file.add_format({"num_format": "0.0000", "valign": "top"})
        self.whole = self.file.add_format({"num_format": "#,##0", "valign": "top"})

    def sheet(self, name: str, columns: Row, rows: Iterable[Row], widths: Sequence[int]) -> None:
        made = self.file.add_worksheet(said(self.language, Text(f"skm-sheet-{name}")))
        for place, column in enumerate(columns):
            width = widths[min(place, len(widths) - 1)]
            made.set_column(place, place, width)
            made.write_string(0, place, self._words(column), self.bold)
        made.freeze_panes(1, 0)
        for number, row in enumerate(rows, 1):
            for place, value in enumerate(row):
                self._cell(made, number, place, value)

    def _words(self, value: Any) -> str:
        return value if isinstance(value, str) else said(self.language, value)

    def _cell(self, sheet: Any, row: int, column: int, value: Any) -> None:
        if value is None:
            return
        if isinstance(value, datetime):
            local = value.astimezone(ZoneInfo(self.zone)).replace(tzinfo=None)
            sheet.write_datetime(row, column, local, self.instant)
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, self.day)
        elif isinstance(value, bool):
            sheet.write_string(row, column, self._words(_YES_NO[value]), self.wrap)
        elif isinstance(value, int):
            sheet.write_number(row, column, value, self.whole)
        elif isinstance(value, Decimal):
            sheet.write_number(row, column, float(value), self.two)
        elif isinstance(value, (float, Fraction)):
            sheet.write_number(row, column, float(value), self.exact)
        else:
            sheet.write_string(row, column, self._words(value), self.wrap)

    def finish(self) -> bytes:
        self.file.close()
        return self.stream.getvalue()


_YES_NO = {True: Text("value-yes"), False: Text("value-no")}


def write(tx: Transaction, report: SkmReport, language: str) -> bytes:
    """The XLSX file: figures, elements, respondents, trend, what was left out, rows, notes."""
    book = _Book(language, report.zone)
    figure = _columns("figure", "value", "low", "high", "n", "note")
    book.sheet("summary", figure, _summary(report), (60, 40, 14, 14, 10, 60))
    book.sheet("elements", _ELEMENTS, (_element(one) for one in report.elements), (8, 44, 14))
    columns = _columns("figure", "group", "respondents", "share")
    book.sheet("respondents", columns, _respondents(report), (26, 34, 14))
    columns = _columns("period", "questionnaires", "ikm", "letter", "low", "high")
    book.sheet("trend", columns, _trend(report), (24, 14))
    columns = _columns("what", "standing", "reason", "id")
    book.sheet("left-out", columns, _left_out(report), (24, 20, 44, 14))
    questions = rating_export.questions(tx, report.unit_id, report.period)
    rows = rating_export.questionnaires(tx, report.unit_id, report.period)
    data = (questionnaire_row(row, questions) for row in rows)
    book.sheet("data", questionnaire_columns(questions), data, (12, 12, 12, 24, 12, 16, 30, 12))
    book.sheet("notes", _columns("note"), _notes(report), (130,))
    return book.finish()


def _columns(*names: str) -> list[Text]:
    return [Text(f"skm-column-{name}") for name in names]


# --- the first sheet


def _summary(report: SkmReport) -> Iterator[Row]:
    """Figure, value, lower and upper bound, n, note."""
    sample, index = report.sample, report.index
    yield _figure("office"), report.office
    yield _figure("unit"), report.unit
    yield _figure("period"), words.period(report.period)
    yield _figure("first"), report.first
    yield _figure("last"), report.last
    yield _figure("made"), report.at, None, None, None, _note("zone", zone=report.zone)
    yield _figure("running"), report.running
    yield from _index(report, index)
    yield _figure("change"), *_change(report.change), None, _verdict(report.change)
    yield _figure("complete"), report.complete
    yield _figure("partial"), report.partial
    yield _figure("sample"), sample.n, None, None, None, words.sample(sample)
    yield _figure("population"), sample.population
    yield _figure("needed"), sample.needed
    yield from _check("questionnaires", report.questionnaires)
    yield from _check("ratings", report.ratings)
    yield from _channels(report.channels)
    yield _figure("visits"), *_part(report.rates.visits)
    yield _figure("invited"), *_part(report.rates.invited)


def _figure(name: str) -> Text:
    return Text(f"skm-figure-{name}")


def _note(name: str, **values: Any) -> Text:
    return Text(f"skm-note-{name}", values)


def _index(report: SkmReport, index: IndexLine | None) -> Iterator[Row]:
    counted = report.questionnaires.counted
    if index is None:
        few = next(iter(words.index_lines(report)))
        yield _figure("ikm"), None, None, None, counted, few
        return
    yield _figure("ikm"), index.ikm, index.low, index.high, counted, words.index_range(index)
    yield _figure("letter"), index.quality.name, None, None, None, words.meaning(index)
    yield _figure("index"), index.index
    weighting = Text(words.WEIGHTINGS[report.method.weighting])
    yield _figure("weight"), index.weight, None, None, None, weighting


def _change(moved: Change | None) -> Row:
    return (None, None, None) if moved is None else (moved.by, moved.low, moved.high)


def _verdict(moved: Change | None) -> Text | None:
    return None if moved is None else words.verdict(moved)


def _check(name: str, found: Received) -> Iterator[Row]:
    what = Text(f"skm-what-{name}")
    yield _of(what, Text("skm-column-received")), found.received
    yield _of(what, Text("skm-column-counted")), found.counted
    for one in found.excluded:
        yield _of(what, words.reason(one.reason)), one.n
    yield _of(what, Text("skm-column-withdrawn")), found.withdrawn
    adds_up = Text("skm-check-true" if found.adds_up else "skm-check-false")
    sentence = words.check(f"skm-check-{name}", found)
    yield _figure("check"), adds_up, None, None, None, sentence


def _of(figure: Text, part: Text) -> Text:
    """Two figures of one name are told apart in their own cell, where a filter looks."""
    return Text("skm-figure-of", {"figure": figure, "part": part})


def _channels(channels: Iterable[Channel]) -> Iterator[Row]:
    for one in channels:
        name = Text(f"skm-channel-{one.key}")
        note = None if one.mean else Text("skm-ratings-few", {"n": one.n, "least": MINIMUM})
        yield _of(_figure("ratings-mean"), name), *_mean(one.mean), one.n, note
        if one.counts is None:
            continue
        for score, n in zip(SCORES, one.counts, strict=True):
            yield _of(Text(f"score-{score}"), name), n, None, None, one.n


def _mean(mean: Mean | None) -> Row:
    return (None, None, None) if mean is None else (mean.mean, mean.low, mean.high)


def _part(found: Part | None) -> Row:
    """Number, bounds of the share, of how many."""
    if found is None:
        return (None,)
    return found.k, found.low, found.high, found.n


# --- the other sheets

_ELEMENTS = _columns(
    "number", "element", "total", "n", "nrr", "weighted", "low", "high", "before", "change",
    "change-low", "change-high",
)  # fmt: skip


def _element(line: ElementLine) -> Row:
    mean = _mean(line.mean)[1:]
    name = words.element(line.key)
    return (
        f"U{line.number}", name, line.total, line.n, line.nrr, line.weighted, *mean, line.before,
        *_change(line.change),
    )  # fmt: skip


def _respondents(report: SkmReport) -> Iterator[Row]:
    whole = report.questionnaires.counted
    for profile in report.profiles:
        name = Text(f"skm-profile-{profile.name}")
        for one in profile.groups:
            share = None if one.n is None or not whole else Fraction(one.n, whole)
            n = Text("skm-hidden") if one.n is None else one.n
            yield name, words.group(profile.name, one), n, share


def _trend(report: SkmReport) -> Iterator[Row]:
    for point in report.trend:
        index = point.index
        figures = (index.ikm, index.quality.name, index.low, index.high) if index else ()
        yield words.period(point.period), point.n, *figures


def _left_out(report: SkmReport) -> Iterator[Row]:
    parts = (("questionnaires", report.questionnaires), ("ratings", report.ratings))
    for name, found in parts:
        what = Text(f"skm-what-{name}")
        for one in found.excluded:
            for id_ in one.ids:
                yield what, Text("skm-standing-excluded"), words.reason(one.reason), str(id_)
        for id_ in found.withdrawn_ids:
            yield what, Text("skm-standing-withdrawn"), None, str(id_)


def _notes(report: SkmReport) -> Iterator[Row]:
    if report.running:
        yield (Text("skm-running"),)
    yield (Text("skm-elements-foot", {"least": MINIMUM}),)
    yield (Text("skm-profile-foot", {"mark": Text("skm-hidden"), "least": SMALLEST}),)
    yield (_note("data"),)
    yield (_note("columns"),)
    for paragraph in words.how():
        yield (paragraph,)
