"""The evidence: every figure of a period, and what stands behind one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum
from typing import Any

from bot.web.pages import marks, places
from bot.web.pages.asked import Asked, Route, Shown
from bot.web.pages.marks import Line
from bot.web.pages.places import Subject
from handlers import figure_words
from handlers.message import Text
from handlers.record import GROUPS
from models.appraisal.coaching import recognition
from models.appraisal.evidence import freezing, trail
from models.appraisal.evidence.figures import Computed
from models.appraisal.evidence.tables import Figure, Snapshot
from models.appraisal.evidence.trail import OwnRecord, Weeks
from models.appraisal.indicator_records import UNIT, Record, RecordKind
from models.appraisal.indicators import (
    CATALOGUE,
    Against,
    Indicator,
    Measure,
    against,
    in_measure,
)
from models.appraisal.skp import plans
from models.appraisal.skp import plans as skp
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction
from models.errors import Refused
from models.small_numbers import SMALLEST


@dataclass(frozen=True, slots=True)
class Aim:
    """A planned indicator that a figure realises. against: None without a figure."""

    text: str
    target: float
    measure: str
    direction: str
    against: Against


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in the list. line: None without a value, and of the unit's own figures."""

    key: str
    known: Indicator
    words: Text
    result: Any
    line: Line | None
    aims: tuple[Aim, ...]

    @property
    def empty(self) -> bool:
        """There is nothing of it, and nothing was planned."""
        return self.result.n == 0 and self.result.unit_value is None and not self.aims


@dataclass(frozen=True, slots=True)
class Opened:
    """A period of an officer, opened by an address."""

    officer: Subject
    period: AppraisalPeriod
    snapshot: Snapshot | None

    @property
    def values(self) -> dict[str, Any]:
        return {
            "officer": self.officer,
            "period": places.named(self.period),
            "frozen": self.snapshot,
            "address": f"/record/{self.officer.id}/{self.period.id}",
            "plan_address": f"/plan/{self.officer.id}/{self.period.last_day.year}",
            "sheet_address": f"/sheet/{self.officer.id}/{self.period.id}",
        }


def opened(tx: Transaction, asked: Asked) -> Opened:
    officer = places.subject(tx, asked, asked.number(0), trail.READERS)
    period = places.period(tx, officer, asked.number(1))
    return Opened(officer, period, freezing.latest(tx, officer.id, period.id or 0))


# --- all figures


def show(tx: Transaction, asked: Asked) -> Shown:
    read = opened(tx, asked)
    where = trail.place(tx, read.officer.id, asked.at)
    found = trail.record(tx, read.officer.id, read.period, where, asked.at)
    aims = _aims(tx, asked, read)
    return Shown(
        "record",
        {
            **read.values,
            "until": found.until,
            "groups": [(name, _rows(found, keys, aims)) for name, keys in GROUPS],
            "periods": places.periods(tx, read.officer, asked.at),
            "recognised": recognition.of_officer(tx, read.officer.id, read.period.id or 0),
        },
    )


Aims = Mapping[str, list[skp.Indicator]]


def _aims(tx: Transaction, asked: Asked, read: Opened) -> Aims:
    """The planned indicators of the system by key: of the plan that was frozen, or that holds."""
    plan = None
    if read.snapshot is not None:
        plan = plans.plan(tx, read.snapshot.plan_id) if read.snapshot.plan_id else None
    else:
        year = read.period.last_day.year
        plan = plans.agreed(tx, read.officer.id, year, asked.at)
    found: dict[str, list[skp.Indicator]] = {}
    for one in plan.indicators if plan else ():
        if one.indicator:
            found.setdefault(one.indicator, []).append(one)
    return found


def _rows(found: OwnRecord, keys: tuple[str, ...], aims: Aims) -> list[Row]:
    return [_row(found.figures[key], aims) for key in keys if key in found.figures]


def _row(one: Computed, aims: Aims) -> Row:
    known, planned = CATALOGUE[one.key], aims.get(one.key, [])
    target = in_measure(one.key, planned[0].target) if planned else None
    return Row(
        key=one.key,
        known=known,
        words=_words(one),
        result=one.result,
        line=None if known.of_unit else marks.line(known.measure, one.result, target),
        aims=tuple(_aim(one, each) for each in planned),
    )


def _words(one: Computed) -> Text:
    known, unit = CATALOGUE[one.key], one.result.unit_value
    if known.of_unit and unit is not None:
        values = {"value": figure_words.amount(known.measure, unit), "n": one.result.unit_n}
        return Text("pages-figure-of-unit", values)
    return figure_words.figure(one.key, one.result)


def _aim(one: Computed, planned: skp.Indicator) -> Aim:
    target = in_measure(one.key, planned.target)
    verdict = against(one.result, target, planned.direction.value)
    return Aim(planned.text, planned.target, planned.measure, planned.direction.value, verdict)


# --- behind one


def figure(tx: Transaction, asked: Asked) -> Shown:
    read, key = opened(tx, asked), asked.words[2]
    if key not in CATALOGUE:
        raise Refused("not-for-you")
    one = trail.figure(tx, read.officer.id, read.period, key, asked.at)
    return Shown(
        "figure",
        {
            **read.values,
            "row": _row(one, _aims(tx, asked, read)),
            "beside": figure_words.beside(key, one.result),
            "formula": one.formula,
            "kept": _kept(tx, read, key),
            "weeks": _weeks(tx, one),
            "cases": _cases(tx, one),
            "least": SMALLEST,
            "set_aside": sum(record.set_aside for record in one.inputs.records),
            "caused": sum(_caused(record) for record in one.inputs.records),
            "records": len(one.inputs.records),
        },
    )


def _kept(tx: Transaction, read: Opened, key: str) -> Figure | None:
    """The frozen figure, with its hash."""
    return freezing.figures(tx, read.snapshot.id or 0).get(key) if read.snapshot else None


def _caused(record: Record) -> bool:
    return (record.score_without, record.minutes_without) != (None, None)


@dataclass(frozen=True, slots=True)
class Week:
    """Whole weeks, and what was given in them. mean: of scores, or of minutes; None: neither."""

    first: Any
    last: Any
    n: int
    mean: float | None
    scores: tuple[tuple[int, int], ...]  # of ratings: score and how many, best first


def _weeks(tx: Transaction, one: Computed) -> list[Week]:
    """Of everything but cases, newest first."""
    kind = CATALOGUE[one.key].kind
    if kind is RecordKind.CASE or not one.inputs.records:
        return []
    least = 1 if kind is RecordKind.VISIT else SMALLEST
    return [_week(kind, each) for each in reversed(trail.weekly(tx, one.inputs.records, least))]


def _week(kind: RecordKind, weeks: Weeks) -> Week:
    values = [one.score for one in weeks.records if one.score is not None]
    minutes = [one.minutes for one in weeks.records if one.minutes is not None]
    scale = UNIT if kind is RecordKind.ANSWER else 1
    known = values or minutes
    scores = sorted(weeks.scores.items(), reverse=True) if kind is RecordKind.RATING else []
    return Week(
        weeks.first,
        weeks.last,
        weeks.n,
        fsum(known) / len(known) / scale if known else None,
        tuple((int(score), n) for score, n in scores),
    )


@dataclass(frozen=True, slots=True)
class CaseRow:
    case_id: int
    ticket: str
    category: str
    words: Text
    without: Text | None
    set_aside: bool


def _cases(tx: Transaction, one: Computed) -> list[CaseRow]:
    """Each case behind a figure, by its ticket, newest first."""
    if CATALOGUE[one.key].kind is not RecordKind.CASE:
        return []
    known = trail.tickets(tx, one.inputs.records)
    return [
        CaseRow(
            record.id,
            *known[record.id],
            words=told(CATALOGUE[one.key].measure, record.score, record.minutes, record.running),
            without=_without(CATALOGUE[one.key].measure, record),
            set_aside=record.set_aside,
        )
        for record in reversed(one.inputs.records)
        if record.id in known
    ]


def _without(measure: Measure, record: Record) -> Text | None:
    if not _caused(record):
        return None
    return told(measure, record.score_without, record.minutes_without, record.running)


def told(measure: Measure, score: float | None, minutes: float | None, running: bool) -> Text:
    """What a case is in a figure."""
    if minutes is not None:
        value = {"value": figure_words.amount(Measure.MINUTES, minutes)}
        return Text("pages-case-running" if running else "pages-case-took", value)
    if score is None:
        return Text("pages-case-silent")
    return figure_words.amount(measure, score)


ROUTES = (Route("/record/{}/{}", show), Route("/figure/{}/{}/{word}", figure))
