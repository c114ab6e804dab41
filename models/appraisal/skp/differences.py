"""What differs between two contents of a plan: shown before a file is taken over, and to who is
asked to agree on a new version. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from models.appraisal.skp.content import Content, IndicatorContent, ResultContent
from models.appraisal.values import Value


class What(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """Of a result, or of one of its indicators (`was` or `now` is there)."""

    what: What
    result: ResultContent  # as it is now; a removed one as it was
    was: IndicatorContent | None = None
    now: IndicatorContent | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """Of what the leader expects of a behaviour. words: as they are now, or last were."""

    what: What
    value: Value
    words: str


def differences(before: Content, after: Content) -> list[Difference | Expected]:
    """What was added and changed in the order of the later one, then what was removed; results
    first, then what is expected of behaviours."""
    known = {one.text.casefold(): one for one in before.results}
    now = {one.text.casefold() for one in after.results}
    found = [each for one in after.results for each in _result(known.get(one.text.casefold()), one)]
    gone = [one for one in before.results if one.text.casefold() not in now]
    removed = (Difference(What.REMOVED, one) for one in gone)
    return [*found, *removed, *_expected(before.expectations, after.expectations)]


def _expected(before: Mapping[Value, str], after: Mapping[Value, str]) -> Iterator[Expected]:
    for value in Value:
        was, now = before.get(value, ""), after.get(value, "")
        if was == now:
            continue
        what = What.CHANGED if was and now else What.ADDED if now else What.REMOVED
        yield Expected(what, value, now or was)


def _result(was: ResultContent | None, now: ResultContent) -> Iterator[Difference]:
    if was is None:
        yield Difference(What.ADDED, now)
        return
    if (was.block, was.leader_result, was.text) != (now.block, now.leader_result, now.text):
        yield Difference(What.CHANGED, now)
    yield from _indicators(now, was.indicators, now.indicators)


def _indicators(
    result: ResultContent, before: Sequence[IndicatorContent], after: Sequence[IndicatorContent]
) -> Iterator[Difference]:
    known = {one.text.casefold(): one for one in before}
    for one in after:
        was = known.pop(one.text.casefold(), None)
        if was is None:
            yield Difference(What.ADDED, result, None, one)
        elif was != one:
            yield Difference(What.CHANGED, result, was, one)
    for gone in known.values():
        yield Difference(What.REMOVED, result, gone, None)
