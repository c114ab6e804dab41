"""The report of the survey as a workbook: figures as numbers, words as words, never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from handlers import skm_words as words
from handlers.message import Text
from handlers.skm_rows import questionnaire_columns, questionnaire_row
from handlers.workbook import Book, Row
from models.database import Transaction
from models.ratings.tables import SCORES
from models.reports import rating_export
from models.reports.skm_figures import Channel, ElementLine, IndexLine, Received, SkmReport
from models.small_numbers import SMALLEST
from models.statistics import MINIMUM, Change, Mean, Part

DECIMALS = 4  # of shares, weights and means


def write(tx: Transaction, report: SkmReport, language: str) -> bytes:
    """The XLSX file: figures, elements, respondents, trend, what was left out, rows, notes."""
    book = Book(language, report.zone, DECIMALS)
    figure = _columns("figure", "value", "low", "high", "n", "note")
    book.sheet(Text("skm-sheet-summary"), figure, _summary(report), (60, 40, 14, 14, 10, 60))
    book.sheet(
        Text("skm-sheet-elements"),
        _ELEMENTS,
        (_element(one) for one in report.elements),
        (8, 44, 14),
    )
    columns = _columns("figure", "group", "respondents", "share")
    book.sheet(Text("skm-sheet-respondents"), columns, _respondents(report), (26, 34, 14))
    columns = _columns("period", "questionnaires", "ikm", "letter", "low", "high")
    book.sheet(Text("skm-sheet-trend"), columns, _trend(report), (24, 14))
    columns = _columns("what", "standing", "reason", "id")
    book.sheet(Text("skm-sheet-left-out"), columns, _left_out(report), (24, 20, 44, 14))
    questions = rating_export.questions(tx, report.unit_id, report.period)
    rows = rating_export.questionnaires(tx, report.unit_id, report.period)
    data = (questionnaire_row(row, questions) for row in rows)
    book.sheet(
        Text("skm-sheet-data"),
        questionnaire_columns(questions),
        data,
        (12, 12, 12, 24, 12, 16, 30, 12),
    )
    book.sheet(Text("skm-sheet-notes"), _columns("note"), _notes(report), (130,))
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
