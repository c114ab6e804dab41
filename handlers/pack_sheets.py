"""The meeting pack of a unit as a workbook: figures as numbers, words as words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from handlers import figure_words
from handlers.message import Text
from handlers.workbook import Book, Row
from models.appraisal.indicators import CATALOGUE, Measure, Result
from models.appraisal.pack import Pack, Part
from models.appraisal.skp.tables import Source

PLAN = (
    "officer",
    "nip",
    "block",
    "leader-result",
    "result",
    "aspect",
    "indicator",
    "target",
    "measure",
    "value",
    "low",
    "high",
    "n",
    "reported",
    "words",
)
FIGURES = (
    "officer",
    "nip",
    "figure",
    "measure",
    "period",
    "value",
    "low",
    "high",
    "n",
    "without",
    "others",
)
PROMISES = ("officer", "words", "due", "kept", "outcome")
DECIMALS = 4


def make(pack: Pack, language: str) -> bytes:
    """XLSX: plan, figures over the periods, own words, promises."""
    book = Book(language, pack.zone, DECIMALS)
    heading = [Text("pack-title"), pack.unit, Text(*pack.period)]
    widths = (28, 22, 12, 30, 34, 12, 34, 10)
    book.sheet(Text("pack-sheet-plan"), _columns(PLAN), _each(pack, _plan), widths, heading)
    book.sheet(
        Text("pack-sheet-figures"), _columns(FIGURES), _each(pack, _figures), (28, 22, 40, 14, 22)
    )
    words = ((*_who(part), part.sheet.record.own_words) for part in pack.parts)
    book.sheet(Text("pack-sheet-words"), _columns(("officer", "nip", "words")), words, (28, 22, 90))
    columns = _columns(PROMISES)
    book.sheet(Text("pack-sheet-promises"), columns, _promises(pack), (28, 70, 14, 12, 60))
    return book.finish()


def _columns(names: Iterable[str]) -> list[Text]:
    return [Text(f"pack-column-{name}") for name in names]


def _each(pack: Pack, rows: Any) -> Iterable[Row]:
    for part in pack.parts:
        for row in rows(part):
            yield (*_who(part), *row)


def _who(part: Part) -> tuple[str, str]:
    officer = part.sheet.record.officer
    return officer.name, officer.nip


def _plan(part: Part) -> Iterable[Row]:
    for result in part.sheet.record.results:
        for line in result.indicators:
            counted = line.source is Source.SYSTEM
            yield (
                Text(f"form-block-{result.block}"),
                result.leader_result,
                result.text,
                Text(f"form-aspect-{line.aspect}"),
                line.text,
                line.target,
                line.measure,
                *(_numbers(line.indicator, line.result) if counted else (None,) * 4),
                line.reported,
                line.words,
            )


def _figures(part: Part) -> Iterable[Row]:
    for trend in part.trends:
        measure = Text(f"pack-measure-{CATALOGUE[trend.key].measure}")
        for period, result in trend.points:
            without = result.without.value if result and result.without else None
            others = result.unit_value if result else None
            yield (
                figure_words.name(trend.key),
                measure,
                Text(*period),
                *_numbers(trend.key, result),
                _shown(trend.key, without),
                _shown(trend.key, others),
            )


def _numbers(key: str | None, result: Result | None) -> tuple[float | int | None, ...]:
    """Value, low, high, n; empty where there is nothing: missing is not zero."""
    if result is None or key is None:
        return (None,) * 4
    shown = (_shown(key, one) for one in (result.value, result.low, result.high))
    return *shown, result.n


def _shown(key: str, value: float | None) -> float | None:
    """In the measure of its target: a share in percent."""
    if value is None or CATALOGUE[key].measure is not Measure.SHARE:
        return value
    return value * 100


def _promises(pack: Pack) -> Iterable[Row]:
    for one in (*pack.promised, *(one for part in pack.parts for one in part.promised)):
        yield one.officer or one.unit, one.words, one.due, one.kept, one.outcome
