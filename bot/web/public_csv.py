"""The figures of a unit's page as CSV: a row a figure, the same names in both languages.

Text is written as text: no spreadsheet takes a name for a formula. An empty value is not enough
data, never zero.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from io import StringIO

from bot.web import public_view
from bot.web.page_words import Words
from handlers.export_files import harmless
from models.reports.public import Figures, Promise, Ratings, Reached
from models.reports.skm_figures import Channel, IndexLine, SkmReport
from models.statistics import MINIMUM, Mean, Part

Number = int | float | str | None


@dataclass(frozen=True, slots=True)
class Row:
    section: str
    item: str
    period: str
    measure: str
    value: Number = None
    low: Number = None
    high: Number = None
    n: int | None = None
    note: str = ""


def made(language: str, page: Figures) -> bytes:
    """UTF-8 with its mark, so that Excel knows; separated by commas, decimals with a point."""
    stream, words = StringIO(newline=""), Words(language)
    writer = csv.writer(stream)
    writer.writerow(column.name for column in fields(Row))
    for row in rows(page, words):
        writer.writerow(_cell(value) for value in astuple(row))
    return stream.getvalue().encode("utf-8-sig")


def rows(page: Figures, words: Words) -> Iterator[Row]:
    days = f"{page.days.first}/{page.days.last}"
    yield Row("unit", page.unit.name, "", "office", page.unit.office)
    yield from _survey(page.survey, words)
    yield from _ratings(page.ratings, days)
    yield from _complaints(page, days)
    for service in page.services:
        yield from _service(service, days)
    yield from _balance(page, days)


# --- the survey


def _survey(survey: SkmReport, words: Words) -> Iterator[Row]:
    for point in survey.trend:
        if point.n:
            yield _index(point.period.code, point.n, point.index)
    code = survey.period.code
    sample = survey.sample
    short = "below the minimum sample" if sample.enough is False else ""
    yield Row("survey", "sample", code, "needed", sample.needed, n=sample.n, note=short)
    yield Row("survey", "sample", code, "population", sample.population, note=sample.source)
    for line in survey.elements:
        nrr = _decimal(float(line.nrr)) if line.nrr is not None else None
        low, high = _range(line.mean)
        name = words.t("element-" + line.key)
        yield Row("survey", line.key, code, "nrr", nrr, low, high, line.n, name)


def _index(code: str, n: int, index: IndexLine | None) -> Row:
    if index is None:
        return Row("survey", "ikm", code, "ikm", n=n)
    low, high = (None if one is None else _decimal(one, 2) for one in (index.low, index.high))
    return Row("survey", "ikm", code, "ikm", str(index.ikm), low, high, n, index.quality.name)


# --- ratings


def _ratings(found: Ratings, days: str) -> Iterator[Row]:
    yield _mean(found.every, days)
    for score, n in enumerate(found.every.counts or () if found.every.n else (), 1):
        yield Row("ratings", f"score {score}", days, "number", n, n=found.every.n)
    for one in found.by_channel:
        yield _mean(one, days)
    yield _part("ratings", "visits rated", days, found.visited)
    yield _part("ratings", "invitations answered", days, found.answered)


def _mean(found: Channel, days: str) -> Row:
    low, high = _range(found.mean)
    value = _decimal(found.mean.mean) if found.mean else None
    note = f"withheld: would tell of fewer than {MINIMUM}" if found.withheld else ""
    return Row("ratings", found.key, days, "mean of 1 to 4", value, low, high, found.n, note)


# --- complaints and services


def _complaints(page: Figures, days: str) -> Iterator[Row]:
    found = page.complaints
    for item, reached in (
        ("first answer", found.first_answer),
        ("solved", found.solved),
        ("first answer without external causes", found.first_answer_without),
        ("solved without external causes", found.solved_without),
    ):
        if reached is not None:
            yield from _reached(item, reached, days)


def _reached(item: str, found: Reached, days: str) -> Iterator[Row]:
    for measure, quantile in (("median", found.lengths.median), ("p90", found.lengths.p90)):
        value = _decimal(quantile.minutes, 1) if quantile else None
        note = "or more" if quantile and quantile.at_least else ""
        name = f"{measure}, working minutes"
        yield Row("complaints", item, days, name, value, n=found.lengths.n, note=note)
    yield _part("complaints", item, days, found.in_time, "in time, share")


def _service(found: Promise, days: str) -> Iterator[Row]:
    took = found.took
    for measure, minutes in (
        ("median, minutes", took.median if took else None),
        ("p90, minutes", took.p90 if took else None),
    ):
        value = None if minutes is None else _decimal(minutes, 1)
        promised = f"promised: {found.promised}" if found.promised else ""
        yield Row("services", found.name, days, measure, value, n=found.n, note=promised)
    if found.within is not None:
        yield _part("services", found.name, days, found.within, "promise kept, share")


def _part(section: str, item: str, days: str, found: Part, measure: str = "share") -> Row:
    value, low, high = (
        None if one is None else _decimal(one) for one in (found.share, found.low, found.high)
    )
    return Row(section, item, days, measure, value, low, high, found.n)


# --- received = counted + excluded + withdrawn


def _balance(page: Figures, days: str) -> Iterator[Row]:
    for line in public_view.balance(page):
        if not line.told:
            continue
        period = page.survey.period.code if line.name == "questionnaires" else days
        for measure in ("received", "counted", "excluded", "withdrawn"):
            yield Row("received", line.name, period, measure, getattr(line, measure))
        for reason, _, n in line.reasons:
            yield Row("received", line.name, period, f"excluded: {reason}", n)


def _range(mean: Mean | None) -> tuple[str | None, str | None]:
    return (_decimal(mean.low), _decimal(mean.high)) if mean else (None, None)


def _decimal(value: float, places: int = 4) -> str:
    return f"{value:.{places}f}"


def _cell(value: Number) -> str | int | float:
    if value is None:
        return ""
    return harmless(value) if isinstance(value, str) else value
