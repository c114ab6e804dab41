"""Ratings one by one, and the figures that a rating or a case feeds.

Ratings are told by whole weeks, and without their ids: an address says nothing of when one came.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.web.pages.asked import Asked, Route, Shown
from bot.web.pages.evidence import Opened, opened, told
from handlers import figure_words
from handlers.message import Text
from models.appraisal.evidence import contests, freezing, trail
from models.appraisal.evidence.figures import Computed
from models.appraisal.evidence.trail import Given, Weeks
from models.appraisal.indicator_records import UNIT, Record, RecordKind
from models.appraisal.indicators import CATALOGUE, Measure
from models.database import Transaction
from models.errors import Refused
from models.small_numbers import SMALLEST


@dataclass(frozen=True, slots=True)
class Voice:
    """A rating, without its id. number: its place in the list."""

    number: int
    given: Given
    first: Any
    last: Any


def voices(tx: Transaction, asked: Asked) -> Shown:
    """Every rating behind the figure, by whole weeks, from five on."""
    read = opened(tx, asked)
    dated = _dated(tx, asked, read)
    given = {one.rating_id: one for one in trail.given(tx, [id_ for id_, _ in dated])}
    listed = [
        Voice(number, given[id_], weeks.first, weeks.last)
        for number, (id_, weeks) in enumerate(dated, 1)
        if id_ in given
    ]
    return Shown("voices", {**read.values, "voices": listed, "least": SMALLEST})


def _dated(tx: Transaction, asked: Asked, read: Opened) -> list[tuple[int, Weeks]]:
    """Ratings with the weeks they are told by, newest first; none where there are too few."""
    one = trail.figure(tx, read.officer.id, read.period, "satisfaction", asked.at)
    weeks = trail.weekly(tx, one.inputs.records)
    return [(record.id, each) for each in reversed(weeks) for record in each.records]


def voice(tx: Transaction, asked: Asked) -> Shown:
    """The figures that one rating feeds; by its place in the list."""
    read, number = opened(tx, asked), asked.number(2)
    dated = _dated(tx, asked, read)
    if number > len(dated):
        raise Refused("not-for-you")
    rating_id, weeks = dated[number - 1]
    (given,) = trail.given(tx, [rating_id])
    shown = Voice(number, given, weeks.first, weeks.last)
    return _fed(tx, asked, read, RecordKind.RATING, rating_id, {"voice": shown, "case": None})


def case(tx: Transaction, asked: Asked) -> Shown:
    """The figures that one case feeds."""
    read, case_id = opened(tx, asked), asked.number(2)
    known = trail.tickets(tx, [Record(RecordKind.CASE, case_id)])
    if case_id not in known:
        raise Refused("not-for-you")
    shown = {"voice": None, "case": known[case_id]}
    return _fed(tx, asked, read, RecordKind.CASE, case_id, shown)


def _fed(
    tx: Transaction,
    asked: Asked,
    read: Opened,
    kind: RecordKind,
    id_: int,
    shown: dict[str, Any],
) -> Shown:
    fed = trail.fed(tx, read.officer.id, read.period, kind, id_, asked.at)
    if not fed:
        raise Refused("not-for-you")
    kept = freezing.figures(tx, read.snapshot.id or 0) if read.snapshot else {}
    contest = contests.of_fact(tx, read.officer.id, kind, id_)
    rows = [(one.key, _of_record(one, record), kept.get(one.key)) for one, record in fed]
    return Shown("fed", {**read.values, **shown, "fed": rows, "contest": contest})


def _of_record(one: Computed, record: Record) -> Text:
    """What a rating or case is in a figure."""
    known = CATALOGUE[one.key]
    if record.set_aside:
        return Text("pages-case-aside")
    if record.kind is RecordKind.ANSWER:
        return figure_words.amount(Measure.SCORE, (record.score or 0) / UNIT)
    return told(known.measure, record.score, record.minutes, record.running)


ROUTES = (
    Route("/record/{}/{}/voices", voices),
    Route("/record/{}/{}/voices/{}", voice),
    Route("/record/{}/{}/case/{}", case),
)
