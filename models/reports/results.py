"""How a case stands at an instant, in a word; and the check that every case received is told of.

Each case received has exactly one result. What is counted enters the figures, whatever its result:
turning a complaint down makes no figure better. What is excluded is told by its reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.complaints.history import CaseAt
from models.complaints.states import Event, State


class Result(StrEnum):
    OPEN = "open"
    CONFIRMED = "confirmed"  # solved, says the citizen
    SILENT = "silent"  # the citizen said nothing after an answer: never counted as satisfied
    REJECTED = "rejected"
    ARCHIVED = "archived"
    NO_REPLY = "no_reply"  # archived, since the citizen did not answer a question
    MERGED = "merged"  # counted with the case it goes on as
    ELSEWHERE = "elsewhere"  # handed over to a unit that is not in the report
    WITHDRAWN = "withdrawn"
    SUPERVISORY = "supervisory"  # of the inspectorate: a number only


COUNTED = frozenset(
    {
        Result.OPEN,
        Result.CONFIRMED,
        Result.SILENT,
        Result.REJECTED,
        Result.ARCHIVED,
        Result.NO_REPLY,
    }
)
EXCLUDED = (Result.MERGED, Result.ELSEWHERE)
SOLVED = frozenset({Result.CONFIRMED, Result.SILENT})
_BY_STATE = {
    State.REJECTED: Result.REJECTED,
    State.MERGED: Result.MERGED,
    State.WITHDRAWN: Result.WITHDRAWN,
}


def result(case: CaseAt, *, here: bool) -> Result:
    """here: it is with one of the units of the report."""
    if case.supervisory:
        return Result.SUPERVISORY
    if not here:
        return Result.ELSEWHERE
    if case.state is State.SOLVED:
        return Result.CONFIRMED if case.confirmed else Result.SILENT
    if case.state is State.ARCHIVED:
        return Result.NO_REPLY if _ended_by(case) is Event.CLOSED_BY_SILENCE else Result.ARCHIVED
    return _BY_STATE.get(case.state, Result.OPEN)


def reason(case: CaseAt) -> str:
    """Why it was rejected or archived, as `operations.Reason`; empty for anything else."""
    if case.state not in (State.REJECTED, State.ARCHIVED):
        return ""
    return next((one.outcome for one in reversed(case.events) if one.event in _ENDS), "")


_ENDS = frozenset({Event.REJECTED, Event.ARCHIVED, Event.CLOSED_BY_SILENCE})


def _ended_by(case: CaseAt) -> Event | None:
    return next((one.event for one in reversed(case.events) if one.event in _ENDS), None)


@dataclass(frozen=True, slots=True)
class Check:
    """received = counted + excluded by reason + withdrawn + supervisory (a number only).

    supervisory None: not among the received, since who reads this may not know of them.
    """

    received: int
    counted: int
    excluded: tuple[tuple[Result, int], ...]
    withdrawn: int
    supervisory: int | None

    @property
    def told(self) -> int:
        """The right side of the equation."""
        excluded = sum(n for _, n in self.excluded)
        return self.counted + excluded + self.withdrawn + (self.supervisory or 0)

    @property
    def adds_up(self) -> bool:
        return self.received == self.told


def check(received: int, results: Iterable[Result], *, supervisory: bool) -> Check:
    """received: counted by another way than the results, so that the check can fail."""
    return checked(received, Counter(results), supervisory=supervisory)


def checked(received: int, numbers: Mapping[Result, int], *, supervisory: bool) -> Check:
    """The same from how many cases have each result."""
    return Check(
        received=received,
        counted=sum(numbers.get(one, 0) for one in COUNTED),
        excluded=tuple((one, numbers.get(one, 0)) for one in EXCLUDED),
        withdrawn=numbers.get(Result.WITHDRAWN, 0),
        supervisory=numbers.get(Result.SUPERVISORY, 0) if supervisory else None,
    )
