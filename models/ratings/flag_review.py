"""Doubts as reviewers see them.

A reviewer sees scores, times, redacted words and the numbers that led to a doubt. Raters are A, B,
C within a pattern: no pseudonym leaves this module. Ratings about the reviewer are not shown, and
nowhere stands what a figure would be without a rating: nobody is to decide by the effect.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from string import ascii_uppercase
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, or_, select
from sqlmodel import col
from sqlmodel import select as pick

from models import offices, people
from models.database import Transaction, table
from models.errors import Refused
from models.offices import Unit
from models.people import Officer
from models.ratings import flags
from models.ratings.patterns import Reason
from models.ratings.tables import Decision, Rating, RatingFlag, Standing
from models.statistics import MINIMUM

LATEST = timedelta(days=30)  # ratings of which one can be doubted by hand

UNITS = table(Unit)
_flags, _ratings, _officers = table(RatingFlag), table(Rating), table(Officer)
OPEN = (_flags.c.decided_at.is_(None), _ratings.c.standing == Standing.COUNTED.value)


@dataclass(frozen=True, slots=True)
class Pattern:
    """Doubts of one unit that belong together. flag_id: of the first, names them in a button."""

    flag_id: int
    unit_id: int
    unit_name: str
    zone: str
    reason: Reason
    n: int  # ratings
    first: datetime  # when the first was given
    last: datetime
    proposed: int = 0  # how many of them somebody wants excluded
    excluded: int = 0


@dataclass(frozen=True, slots=True)
class Doubted:
    """One rating of a pattern."""

    flag_id: int
    rating_id: int
    rater: str  # A, B, C …
    at: datetime
    score: int
    asked: str
    words: str  # redacted
    standing: Standing
    proposed_by: str | None  # name
    proposal: str
    decision: Decision | None
    decided_by: str | None
    because: str
    can_keep: bool  # this reviewer may say that it stays counted
    can_propose: bool
    can_decide: bool  # this reviewer may be the second person
    can_restore: bool


@dataclass(frozen=True, slots=True)
class Look:
    """A pattern with its ratings, as one reviewer sees it."""

    pattern: Pattern
    found: Mapping[str, Any]  # numbers that led to it; by hand: "words"
    raised_by: str | None  # name of who raised it by hand
    ratings: tuple[Doubted, ...]
    hidden: int  # ratings about the reviewer, or their own


@dataclass(frozen=True, slots=True)
class Latest:
    """A rating that can be doubted by hand: its day, not the minute."""

    rating_id: int
    unit_id: int
    at: datetime
    zone: str
    score: int
    words: str


# --- the lists


def open_patterns(
    tx: Transaction, person_id: int, at: datetime, limit: int, offset: int = 0
) -> list[Pattern]:
    """Patterns with something undecided that this person may look at, the oldest first."""
    latest = func.min(_flags.c.raised_at), func.min(_flags.c.id)
    return _patterns(tx, person_id, at, OPEN, latest, limit, offset)


def decided_patterns(
    tx: Transaction, person_id: int, at: datetime, limit: int, offset: int = 0
) -> list[Pattern]:
    """Patterns with something decided, the last decision first."""
    newest = func.max(_flags.c.decided_at).desc(), func.min(_flags.c.id)
    decided = (_flags.c.decided_at.is_not(None),)
    return _patterns(tx, person_id, at, decided, newest, limit, offset)


def _patterns(
    tx: Transaction,
    person_id: int,
    at: datetime,
    which: Iterable[ColumnElement[bool]],
    order: Iterable[Any],
    limit: int,
    offset: int,
) -> list[Pattern]:
    statement = (
        _grouped()
        .where(*which, *say(tx, person_id, at))
        .order_by(*order)
        .limit(limit)
        .offset(offset)
    )
    return [_pattern(row) for row in tx.execute(statement)]


def _grouped() -> Select[Any]:
    keys = (_flags.c.unit_id, UNITS.c.name, UNITS.c.zone, _flags.c.reason, _flags.c.pattern)
    excluded = _flags.c.decision == Decision.EXCLUDED.value
    return (
        joined(
            *keys,
            func.min(_flags.c.id).label("flag_id"),
            func.count().label("n"),
            func.min(_ratings.c.at).label("first"),
            func.max(_ratings.c.at).label("last"),
            func.count(_flags.c.proposed_at).label("proposed"),
            func.count().filter(excluded).label("excluded"),
        )
        .join(UNITS, UNITS.c.id == _flags.c.unit_id)
        .group_by(*keys)
    )


def joined(*columns: Any) -> Select[Any]:
    return select(*columns).join_from(_flags, _ratings, _ratings.c.id == _flags.c.rating_id)


def _pattern(row: Row[Any]) -> Pattern:
    return Pattern(
        flag_id=row.flag_id,
        unit_id=row.unit_id,
        unit_name=row.name,
        zone=row.zone,
        reason=Reason(row.reason),
        n=row.n,
        first=row.first,
        last=row.last,
        proposed=row.proposed,
        excluded=row.excluded,
    )


# --- one pattern


def look(tx: Transaction, flag_id: int, person_id: int, at: datetime) -> Look:
    """The pattern of a doubt with all its ratings, decided ones too; only for who reviews it."""
    asked = tx.session.get(RatingFlag, flag_id)
    if asked is None:
        raise Refused("flag-unknown")
    officer = flags.reviewer(tx, asked.unit_id, person_id, at)
    pseudonym = flags.pseudonym_of(tx, person_id)
    rows = _rows(tx, asked)
    letters = _letters(rating.rater for _, rating in rows)
    names = _names(tx, [flag for flag, _ in rows])
    shown = [pair for pair in rows if flags.concerned(pair[1], officer, pseudonym) is None]
    if not shown:
        raise Refused("flag-about-you")
    ratings = [_doubted(flag, r, officer, letters[r.rater], names) for flag, r in shown]
    return Look(
        pattern=_of_rows(tx, shown),
        found=asked.found,
        raised_by=names.get(asked.raised_by or 0),
        ratings=tuple(ratings),
        hidden=len(rows) - len(shown),
    )


_Rows = Sequence[tuple[RatingFlag, Rating]]


def _rows(tx: Transaction, asked: RatingFlag) -> _Rows:
    rows = tx.session.exec(
        pick(RatingFlag, Rating)
        .join(Rating, col(Rating.id) == RatingFlag.rating_id)
        .where(
            RatingFlag.unit_id == asked.unit_id,
            RatingFlag.reason == asked.reason,
            RatingFlag.pattern == asked.pattern,
        )
        .order_by(col(Rating.at), col(Rating.id))
    )
    return list(rows.all())


def _of_rows(tx: Transaction, rows: _Rows) -> Pattern:
    flag, rating = rows[0]
    unit = tx.session.get_one(Unit, flag.unit_id)
    return Pattern(
        flag_id=min(flag.id or 0 for flag, _ in rows),
        unit_id=flag.unit_id,
        unit_name=unit.name,
        zone=unit.zone,
        reason=Reason(flag.reason),
        n=len(rows),
        first=rating.at,
        last=rows[-1][1].at,
        proposed=sum(flag.proposed_by is not None for flag, _ in rows),
        excluded=sum(flag.decision == Decision.EXCLUDED for flag, _ in rows),
    )


def _letters(raters: Iterable[str]) -> dict[str, str]:
    """A to Z, then AA, AB …, in order of appearance."""
    letters: dict[str, str] = {}
    for rater in raters:
        if rater not in letters:
            more, last = divmod(len(letters), len(ascii_uppercase))
            before = ascii_uppercase[(more - 1) % len(ascii_uppercase)] if more else ""
            letters[rater] = before + ascii_uppercase[last]
    return letters


def _names(tx: Transaction, found: Iterable[RatingFlag]) -> dict[int, str]:
    ids = {id_ for flag in found for id_ in (flag.raised_by, flag.proposed_by, flag.decided_by)}
    named = select(_officers.c.id, _officers.c.name).where(_officers.c.id.in_(ids - {None}))
    return {row.id: row.name for row in tx.execute(named)}


def _doubted(
    flag: RatingFlag, rating: Rating, officer: Officer, letter: str, names: Mapping[int, str]
) -> Doubted:
    is_open = flag.decided_at is None and rating.standing == Standing.COUNTED
    unproposed = flag.proposed_by is None
    return Doubted(
        flag_id=flag.id or 0,
        rating_id=rating.id or 0,
        rater=letter,
        at=rating.at,
        score=rating.score,
        asked=rating.asked,
        words=redacted(rating.reading),
        standing=Standing(rating.standing),
        proposed_by=names.get(flag.proposed_by or 0),
        proposal=flag.proposal,
        decision=Decision(flag.decision) if flag.decision else None,
        decided_by=names.get(flag.decided_by or 0),
        because=flag.because,
        can_keep=is_open and flag.proposed_by in (None, officer.id),
        can_propose=is_open and unproposed,
        can_decide=is_open and flags.second(flag, officer) is None,
        can_restore=flag.decision == Decision.EXCLUDED and rating.standing == Standing.EXCLUDED,
    )


def redacted(reading: Mapping[str, Any] | None) -> str:
    """The words of a comment as others may read them; none of who tells of a bribe or abuse: that
    is for the inspectorate alone."""
    known = reading or {}
    if known.get("corruption") or known.get("abuse"):
        return ""
    return str(known.get("redacted", ""))


# --- ratings that can be doubted by hand


def latest(
    tx: Transaction, person_id: int, unit_id: int, at: datetime, limit: int, offset: int = 0
) -> list[Latest]:
    """The unit's counted ratings of the last 30 days, the newest first, for who reviews it.

    Fewer than `MINIMUM` are not listed: the day alone might tell who it was.
    """
    officer = flags.reviewer(tx, unit_id, person_id, at)
    theirs = _not_theirs(officer, flags.pseudonym_of(tx, person_id))
    return _latest(tx, [unit_id], [*theirs], at, limit, offset)


def _latest(
    tx: Transaction,
    unit_ids: Collection[int],
    which: Sequence[ColumnElement[bool]],
    at: datetime,
    limit: int,
    offset: int,
) -> list[Latest]:
    within = (
        _ratings.c.unit_id.in_(list(unit_ids)),
        _ratings.c.day >= (at - LATEST).date(),
        _ratings.c.standing == Standing.COUNTED.value,
        *which,
    )
    if tx.execute(select(func.count()).where(*within)).scalar_one() < MINIMUM:
        raise Refused("flag-few", least=MINIMUM)
    columns = (_ratings.c[name] for name in ("id", "unit_id", "at", "score", "reading"))
    rows = tx.execute(
        select(*columns, UNITS.c.zone)
        .join(UNITS, UNITS.c.id == _ratings.c.unit_id)
        .where(*within)
        .order_by(_ratings.c.day.desc(), _ratings.c.id.desc())
        .limit(limit)
        .offset(offset)
    )
    return [
        Latest(row.id, row.unit_id, row.at, row.zone, row.score, redacted(row.reading))
        for row in rows
    ]


# --- beneath


def units_reviewed(tx: Transaction, person_id: int, at: datetime) -> list[Unit]:
    """Open units this person leads or administers, by name."""
    authority = people.known_authority(tx, person_id, at)
    return [
        unit
        for unit in offices.units(tx)
        if any(authority.over_unit(role, unit.id or 0, unit.office_id) for role in flags.REVIEWERS)
    ]


def say(tx: Transaction, person_id: int, at: datetime) -> list[ColumnElement[bool]]:
    """Conditions on `joined` flags with their `UNITS`: the units where this person reviews, without
    what is about them or theirs."""
    authority = people.known_authority(tx, person_id, at)
    held = [one for one in authority.appointments if one.role in flags.REVIEWERS]
    if authority.officer is None or not held:
        raise Refused("not-for-you")
    theirs = _not_theirs(authority.officer, flags.pseudonym_of(tx, person_id))
    if any(one.unit_id is None and one.office_id is None for one in held):
        return theirs
    places = [
        _flags.c.unit_id == one.unit_id
        if one.unit_id is not None
        else UNITS.c.office_id == one.office_id
        for one in held
    ]
    return [or_(*places), *theirs]


def _not_theirs(officer: Officer, pseudonym: str) -> list[ColumnElement[bool]]:
    return [_ratings.c.officer_id.is_distinct_from(officer.id), _ratings.c.rater != pseudonym]
