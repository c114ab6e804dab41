"""The weekly summary of a unit, an office or all. Reads the parts, writes nothing.

A week that is over gives the same figures whenever it is asked for: every part is read as it stood
at the end of the week. The running week is read as it stands now. Two things may still change a
past week, and must: the words (never the figures) of somebody who had their data erased, and
working hours or days off that were entered for days that are past. Visits and questionnaires are
told as they are known when asked: a questionnaire may be finished days later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from models import outbox
from models.complaints.sla import Happened
from models.database import Transaction
from models.ratings import comments, invitations, sums, survey_sums
from models.ratings import queries as ratings
from models.ratings.comments import Said
from models.ratings.sums import Received
from models.ratings.tables import Asked
from models.reports import voices
from models.reports.attention import Attention, attention
from models.reports.cases import (
    Complaints,
    Span,
    came_in,
    complaints,
    first_answered,
    supervisory,
)
from models.reports.scope import WEEK, Place, Scope, bounds, place
from models.reports.serving import Serving, serving
from models.reports.standing import events_of, standing
from models.reports.voices import AspectNamed
from models.statistics import Change, Counts, Mean, change, mean_of, mean_of_moments

HISTORY = 8  # weeks in the chart, the summary's own included
TREND = HISTORY // 2  # weeks on each side of the trend


@dataclass(frozen=True, slots=True)
class Mood:
    """Comments by what the reader found in them. Figures of a unit, never of a person."""

    positive: int = 0
    neutral: int = 0
    negative: int = 0
    unclear: int = 0  # the reader abstained

    @property
    def n(self) -> int:
        return self.positive + self.neutral + self.negative + self.unclear


@dataclass(frozen=True, slots=True)
class WeekPoint:
    """One week in the chart's history."""

    week: date
    counts: Counts
    mean: Mean | None
    received: int
    answered: int


@dataclass(frozen=True, slots=True)
class WeeklySummary:
    """Everything the summary says, for text, chart and spreadsheet alike."""

    place: Place
    week: date  # its Monday
    start: datetime
    end: datetime  # of the week
    until: datetime  # not part of it; before `end` if the week still runs
    counts: Counts
    received: Received  # = counted + excluded + withdrawn
    invited: tuple[int, int]  # how many were invited, and how many of them answered
    by_visit: int  # ratings of a visit's code: a share of the visits that ended
    asked: tuple[tuple[str, int], ...]  # how the citizens came to the question
    mean: Mean | None
    last: Mean | None  # of the week before
    change: Change | None
    mood: Mood
    complaints: Complaints
    aspects: tuple[AspectNamed, ...]
    undelivered: int
    history: tuple[WeekPoint, ...]  # oldest first, this week at the end
    trend: Change | None  # the last four weeks against the four before
    elements: tuple[tuple[str, Mean], ...]  # of the survey, the lowest first
    serving: Serving
    attention: tuple[Attention, ...]

    @property
    def n(self) -> int:
        """Number of ratings."""
        return sum(self.counts)

    @property
    def running(self) -> bool:
        return self.until < self.end

    @property
    def as_of(self) -> datetime:
        """Asked for with this instant as `now`, the week gives just these figures."""
        return self.until - timedelta.resolution


def weekly(
    tx: Transaction, scope: Scope, week: date, now: datetime, *, admin: bool = False
) -> WeeklySummary:
    """The week from this Monday, in the zone of the scope; ValueError if it is no Monday.

    admin: of the scope; then the number of supervisory complaints of an office, or of all, is told.
    """
    where = place(tx, scope)
    start, end = bounds(week, where.zone)
    until = max(start, min(end, now + timedelta.resolution))  # what happens at `now` counts
    span = _span(where, start, until, supervisory=admin and scope.unit_id is None)
    days = (week, week + WEEK - timedelta(days=1))
    asked = ratings.asked_between(tx, start, until, where.unit_ids)
    said = comments.said_between(tx, start, until, where.unit_ids)
    stood = standing(tx, span)
    told = complaints(stood, span)
    history = _history(tx, where, week, until)
    this, before = history[-1], history[-2]
    return WeeklySummary(
        place=where,
        week=week,
        start=start,
        end=end,
        until=until,
        counts=this.counts,
        received=sums.total(asked.values()),
        invited=invitations.response(tx, where.unit_ids, *days),
        by_visit=asked[Asked.VISIT].counted if Asked.VISIT in asked else 0,
        asked=_asked(asked),
        mean=this.mean,
        last=before.mean,
        change=change(before.counts, this.counts),
        mood=_mood(said),
        complaints=told,
        aspects=voices.named(
            said.aspects,
            voices.complaints(tx, stood, span),
            lambda key: comments.quotes(tx, start, until, where.unit_ids, key),
        ),
        undelivered=_undelivered(tx, where, start, until),
        history=history,
        trend=change(_together(history[:TREND]), _together(history[TREND:])),
        elements=_elements(tx, where, days),
        serving=serving(tx, where.unit_ids, days, start, until),
        attention=attention(stood, told, span),
    )


def _span(where: Place, start: datetime, end: datetime, *, supervisory: bool = False) -> Span:
    unit_ids = None if where.unit_ids is None else frozenset(where.unit_ids)
    return Span(start, end, unit_ids, supervisory)


def _history(tx: Transaction, where: Place, week: date, until: datetime) -> tuple[WeekPoint, ...]:
    """The last weeks, each as it stood at its own end."""
    weeks = [week - WEEK * back for back in reversed(range(HISTORY))]
    first, _ = bounds(weeks[0], where.zone)
    known = events_of(tx, _span(where, first, until))
    starts = [bounds(monday, where.zone)[0] for monday in weeks]
    rated = ratings.received_in_each(tx, [*starts, until], where.unit_ids)
    return tuple(
        _point(where, monday, until, known, received.counts)
        for monday, received in zip(weeks, rated, strict=True)
    )


def _point(
    where: Place, week: date, until: datetime, known: Sequence[Sequence[Happened]], counts: Counts
) -> WeekPoint:
    start, end = bounds(week, where.zone)
    span = _span(where, start, max(start, min(end, until)))
    ordinary = [past for events in known if (past := _ordinary(events, span.end))]
    received = sum(came_in(events, span) for events in ordinary)
    answered = sum(first_answered(events, span) for events in ordinary)
    return WeekPoint(week, counts, mean_of(counts), received, answered)


def _ordinary(events: Sequence[Happened], end: datetime) -> list[Happened]:
    """What happened before the end; nothing of a case that was the inspectorate's then."""
    past = [one for one in events if one.at < end]
    return past if past and not supervisory(past) else []


def _together(points: Iterable[WeekPoint]) -> Counts:
    one, two, three, four = (
        sum(scores) for scores in zip(*(p.counts for p in points), strict=True)
    )
    return one, two, three, four


def _elements(
    tx: Transaction, where: Place, days: tuple[date, date]
) -> tuple[tuple[str, Mean], ...]:
    """Those that enough questionnaires of the week answered."""
    found = survey_sums.elements(tx, where.unit_ids, *days)
    means = {key: mean_of_moments(one) for key, one in found.items()}
    told = [(key, mean) for key, mean in means.items() if mean is not None]
    return tuple(sorted(told, key=lambda item: (item[1].mean, item[0])))


def _asked(found: Mapping[str, Received]) -> tuple[tuple[str, int], ...]:
    numbers = {name: received.counted for name, received in found.items() if received.counted}
    return tuple(sorted(numbers.items(), key=lambda item: (-item[1], item[0])))


def _mood(said: Said) -> Mood:
    positive, neutral, negative, unclear = (
        said.moods.get(label, 0) for label in ("positive", "neutral", "negative", None)
    )
    return Mood(positive, neutral, negative, unclear)


def _undelivered(tx: Transaction, where: Place, start: datetime, until: datetime) -> int:
    ids = None if where.unit_ids is None else list(where.unit_ids)
    return outbox.undelivered(tx, start, until, ids)
