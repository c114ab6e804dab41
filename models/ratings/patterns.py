"""Patterns in which ratings may not be what they seem: a doubt for people to look at, no verdict.

Pure: records in, doubts out. **Low and high scores are treated alike**: no detector looks at what
a score is, only, as a number for who reviews, at how many different ones there are. Each threshold
stands in `Thresholds` with its reason; docs/fairness.md says what becomes of a doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from models.ratings.periods import Period, PeriodKind
from models.ratings.wording import like

K = TypeVar("K", bound=Hashable)
NOBODY = 0  # in the place of an officer's id: who served is not known


class Reason(StrEnum):
    """Why somebody should look at a rating."""

    BURST = "burst"  # more in a short time than could have been served
    SAME_WORDS = "same_words"  # of several people
    NEW_ACCOUNTS = "new_accounts"  # several, first seen minutes before, and for nothing else
    IN_TURNS = "in_turns"  # one or a few people who rate one officer again and again
    PERIOD_END = "period_end"  # a jump just before a quarter ends
    STAFF = "staff"  # by somebody who serves in the unit
    QUICK = "quick"  # of a visit of seconds
    BY_HAND = "by_hand"  # a person raised it; no detector


@dataclass(frozen=True, slots=True)
class Rated:
    """What a detector may know of a rating."""

    id: int
    rater: str  # the pseudonym; it leaves this module in no form
    unit_id: int
    officer_id: int | None
    visit_id: int | None
    invited: bool  # the bot asked: answers come when it asks
    score: int
    at: datetime
    day: date  # local to the unit
    words: str = ""  # `wording.own_words` of the comment
    first_seen: datetime | None = None  # of the rater
    nothing_else: bool = False  # all the rater has ever done here is to rate this unit
    staff: bool = False  # the rater served in this unit then
    served: timedelta | None = None  # length of the visit that was brought to its end


@dataclass(frozen=True, slots=True)
class Usual:
    """How the unit goes otherwise. None or 0: not known."""

    counters: int = 1
    busiest_day: int = 0  # ratings without a visit on the busiest of the last days
    busiest_visits: int = 0  # visits on the busiest of the last days
    per_day: float | None = None  # ratings without a visit on a day of this quarter, its end apart
    ended: tuple[datetime, ...] = ()  # the ends of the latest visits
    visits: Mapping[date, int] = field(default_factory=dict)  # by day, of a quarter's last days


@dataclass(frozen=True, slots=True)
class Scene:
    """One unit at one moment: what the detectors look at."""

    recent: tuple[Rated, ...] = ()  # of the last hours
    worded: tuple[Rated, ...] = ()  # with words of their own, of the last days
    fresh_words: frozenset[int] = frozenset()  # ids of those whose words are of the last hours
    of_officers: tuple[Rated, ...] = ()  # of visits, of the last weeks, by people who come often
    served: Mapping[int, int] = field(default_factory=dict)  # by officer (`NOBODY`), all of then
    closing: tuple[Rated, ...] = ()  # of one of the last days of a quarter
    usual: Usual = field(default_factory=Usual)


@dataclass(frozen=True, slots=True)
class Found:
    """One pattern: its name, the ratings in it, and the numbers that led to it."""

    reason: Reason
    pattern: str
    rating_ids: tuple[int, ...]
    numbers: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on it is worth a look. All are of this service, none is of a law."""

    burst_within: timedelta = timedelta(minutes=30)
    """Long enough for a queue to show: serving takes minutes for each, tapping does not."""
    burst_least: int = 15
    """One in two minutes at one counter, half an hour long: the shortest promise known (a letter in
    ten minutes) is five times as long. For ratings without a visit it counts for each counter."""
    burst_share: float = 0.5
    """More in half an hour than in half of the busiest day of the last four weeks: what is usual
    for a large unit is no burst there."""
    visits_before: timedelta = timedelta(hours=1)
    """A rating follows its visit within the hour: as many ratings as visits are never too many."""

    words_alike: float = 90.0
    """Of 100, for the words that are a comment's own: a word misspelt or exchanged, no more."""
    words_raters: int = 3
    """A couple may agree on a sentence; a third person with the same one was given it."""

    new_within: timedelta = timedelta(minutes=10)
    new_least: int = 6
    """For each counter. At a poster nearly everybody is new, so being new says nothing: six in ten
    minutes are faster than a counter serves, and more than a family of five."""
    new_since: timedelta = timedelta(minutes=15)
    """Long enough to read the notice, agree and find the unit."""

    turns_each: int = 3
    """Two visits are an errand and its collection; the third to one officer begins to count."""
    turns_raters: int = 6
    """More people than this who come often are the neighbourhood, not a group."""
    turns_least: int = 8
    turns_share: float = 0.25
    """They give a quarter of what the officer is rated in these weeks; a clerk who brings
    papers for others, once a week, among two hundred visitors, does not."""

    closing_days: int = 5
    closing_least: int = 20
    closing_factor: float = 3.0
    """Three times as many as on a day of the same quarter. What visits explain is left out: a rush
    before a deadline is a rush of visits."""
    closing_spread: float = 4.0
    """And four times the spread that chance gives a number of this size (its square root)."""

    quick: timedelta = timedelta(seconds=30)
    """From *mulai* to *selesai*, both tapped by the officer: nothing is asked, looked up and handed
    over in less."""


USUAL_THRESHOLDS = Thresholds()
Detector = Callable[[Scene, Thresholds], list[Found]]


def find(scene: Scene, limits: Thresholds = USUAL_THRESHOLDS) -> list[Found]:
    """Every pattern in the scene; the order of its ratings does not matter."""
    return [found for detector in DETECTORS for found in detector(scene, limits)]


# --- many at once


def burst(scene: Scene, limits: Thresholds) -> list[Found]:
    """Many ratings of the unit without a visit, or with visits to one officer, in a short time."""
    usual = scene.usual
    loose = [one for one in scene.recent if one.visit_id is None and not one.invited]
    tied = _by(scene.recent, lambda one: _server(one) if one.visit_id is not None else None)
    found = _bursts(loose, usual.busiest_day, usual.counters, scene, limits)
    for ratings in tied.values():
        found += _bursts(ratings, usual.busiest_visits, 1, scene, limits)
    return found


def _bursts(
    ratings: Sequence[Rated], busiest: int, counters: int, scene: Scene, limits: Thresholds
) -> list[Found]:
    least = limits.burst_least * max(1, counters)
    tied = bool(ratings) and ratings[0].visit_id is not None

    def too_many(window: Sequence[Rated]) -> bool:
        served = 0 if tied else _visits(window, scene.usual, limits)
        return len(window) > max(least - 1, limits.burst_share * busiest, served)

    return [
        _found(
            Reason.BURST,
            crowd,
            f"{crowd[0].unit_id}:{crowd[0].id}",
            minutes=_minutes(crowd),
            busiest=busiest,
            visits=_visits(crowd, scene.usual, limits),
        )
        for crowd in _crowds(ratings, limits.burst_within, least, too_many)
    ]


def new_accounts(scene: Scene, limits: Thresholds) -> list[Found]:
    """Several people first seen minutes before, who rate this unit without a visit, and do nothing
    else, one right after the other."""
    least = limits.new_least * max(1, scene.usual.counters)
    new = [one for one in scene.recent if _is_new(one, limits)]

    def too_many(window: Sequence[Rated]) -> bool:
        return len(window) > max(least - 1, _visits(window, scene.usual, limits))

    return [
        _found(
            Reason.NEW_ACCOUNTS, crowd, f"{crowd[0].unit_id}:{crowd[0].id}", minutes=_minutes(crowd)
        )
        for crowd in _crowds(new, limits.new_within, least, too_many)
    ]


def _is_new(one: Rated, limits: Thresholds) -> bool:
    if one.first_seen is None or one.visit_id is not None or one.invited:
        return False
    return one.nothing_else and one.at - one.first_seen <= limits.new_since


def _crowds(
    ratings: Iterable[Rated],
    within: timedelta,
    least: int,
    too_many: Callable[[Sequence[Rated]], bool],
) -> list[Sequence[Rated]]:
    """Runs of ratings each of which lies in a stretch of time that holds too many."""
    ordered = sorted(ratings, key=lambda one: (one.at, one.id))
    runs: list[tuple[int, int]] = []
    first = 0
    for last, one in enumerate(ordered):
        while one.at - ordered[first].at > within:
            first += 1
        if last - first + 1 >= least and too_many(ordered[first : last + 1]):
            joined = runs.pop()[0] if runs and first <= runs[-1][1] else first
            runs.append((joined, last))
    return [ordered[first : last + 1] for first, last in runs]


def _visits(window: Sequence[Rated], usual: Usual, limits: Thresholds) -> int:
    """Visits that may have led to these ratings."""
    since, until = window[0].at - limits.visits_before, window[-1].at
    return sum(since <= ended <= until for ended in usual.ended)


def _minutes(crowd: Sequence[Rated]) -> int:
    """From the first to the last, rounded up."""
    return -int(-(crowd[-1].at - crowd[0].at).total_seconds() // 60)


# --- the same words


def same_words(scene: Scene, limits: Thresholds) -> list[Found]:
    """Nearly the same words of their own by several people about the unit."""
    ordered = sorted((one for one in scene.worded if one.words), key=lambda one: one.id)
    texts = [one.words for one in ordered]
    left = {place for place, one in enumerate(ordered) if one.id in scene.fresh_words}
    found: list[Found] = []
    while left:
        group = _alike(min(left), texts, limits)
        left -= group
        chosen = [ordered[place] for place in sorted(group)]
        if len({one.rater for one in chosen}) >= limits.words_raters:
            found.append(_found(Reason.SAME_WORDS, chosen, f"{chosen[0].unit_id}:{chosen[0].id}"))
    return found


def _alike(start: int, texts: Sequence[str], limits: Thresholds) -> set[int]:
    """Places of the texts like the one at `start`, of those like these, and so on."""
    group, waiting = {start}, [start]
    while waiting:
        fresh = set(like(texts[waiting.pop()], texts, limits.words_alike)) - group
        group |= fresh
        waiting += fresh
    return group


# --- the same people


def in_turns(scene: Scene, limits: Thresholds) -> list[Found]:
    """One or a few people who give a large part of what one officer is rated through visits."""
    found = []
    for officer_id, ratings in _by(scene.of_officers, _server).items():
        raters = _by(ratings, lambda one: one.rater)
        often = [given for given in raters.values() if len(given) >= limits.turns_each]
        group = sorted((one for given in often for one in given), key=lambda one: (one.at, one.id))
        total = scene.served.get(officer_id, len(ratings))
        enough = len(group) >= max(limits.turns_least, limits.turns_share * total)
        if often and len(often) <= limits.turns_raters and enough:
            found.append(_found(Reason.IN_TURNS, group, f"{officer_id}:{group[0].id}", of=total))
    return found


def staff(scene: Scene, limits: Thresholds) -> list[Found]:
    """Ratings of a unit by who serves in it."""
    days = _by(scene.recent, lambda one: one.day if one.staff else None)
    return [
        _found(Reason.STAFF, ratings, f"{ratings[0].unit_id}:{day.isoformat()}")
        for day, ratings in days.items()
    ]


# --- the time


def period_end(scene: Scene, limits: Thresholds) -> list[Found]:
    """Far more ratings without a visit on one of the last days of a quarter than on its others."""
    usual = scene.usual.per_day
    if usual is None:
        return []
    jump = max(limits.closing_factor * usual, usual + limits.closing_spread * usual**0.5)
    loose = [one for one in scene.closing if one.visit_id is None and not one.invited]
    found = []
    for day, ratings in _by(loose, lambda one: one.day).items():
        visits = scene.usual.visits.get(day, 0)
        enough = len(ratings) >= limits.closing_least and len(ratings) > max(jump, visits)
        if closing(day, limits) and enough:
            name = f"{ratings[0].unit_id}:{day.isoformat()}"
            numbers = {"per_day": round(usual), "visits": visits}
            found.append(_found(Reason.PERIOD_END, ratings, name, **numbers))
    return found


def closing(day: date, limits: Thresholds = USUAL_THRESHOLDS) -> bool:
    """Whether the day is one of the last of a quarter; half-years and years end with one."""
    end = Period.containing(day, PeriodKind.QUARTER).last
    return (end - day).days < limits.closing_days


def quick(scene: Scene, limits: Thresholds) -> list[Found]:
    """Ratings of visits that were over in seconds."""
    short = [one for one in scene.recent if _length(one) < limits.quick]
    return [
        _found(
            Reason.QUICK,
            ratings,
            f"{ratings[0].unit_id}:{officer_id or 0}:{day.isoformat()}",
            seconds=max(int(_length(one).total_seconds()) for one in ratings),
        )
        for (officer_id, day), ratings in _by(short, lambda one: (one.officer_id, one.day)).items()
    ]


def _length(one: Rated) -> timedelta:
    return timedelta.max if one.served is None else one.served


DETECTORS: tuple[Detector, ...] = (
    burst,
    same_words,
    new_accounts,
    in_turns,
    period_end,
    staff,
    quick,
)


# --- beneath


def _server(one: Rated) -> int:
    """Who served. Visits of which that is not known are one group: a queue system may send visits
    at no counter, and nobody may hide in them."""
    return NOBODY if one.officer_id is None else one.officer_id


def _by(ratings: Iterable[Rated], key: Callable[[Rated], K | None]) -> dict[K, list[Rated]]:
    """In groups, each in order of time; those whose key is None are left out."""
    groups: dict[K, list[Rated]] = defaultdict(list)
    for one in sorted(ratings, key=lambda one: (one.at, one.id)):
        name = key(one)
        if name is not None:
            groups[name].append(one)
    return groups


def _found(reason: Reason, ratings: Collection[Rated], name: str, **numbers: int) -> Found:
    """What is told with every pattern: how many, by how many people, how many different scores."""
    told = {
        "n": len(ratings),
        "raters": len({one.rater for one in ratings}),
        "scores": len({one.score for one in ratings}),
    }
    ids = tuple(one.id for one in ratings)
    return Found(reason, f"{reason}:{name}", ids, told | numbers)
