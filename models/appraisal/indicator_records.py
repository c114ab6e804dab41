"""What a figure is computed from, and the figure, as they are frozen: values and their JSON.

Pure. What is written is read back to the last digit, and nothing odd is read at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Any

from models.appraisal.strict_json import Shape, dump, load, number, true, whole
from models.statistics import HIGHEST, LOWEST

UNIT = 60  # the score of a survey answer is in sixtieths of a point


class RecordKind(StrEnum):
    VISIT = "visit"
    CASE = "case"
    RATING = "rating"
    ANSWER = "answer"  # a survey answer; id of the response


@dataclass(frozen=True, slots=True)
class Record:
    """One visit, case, rating or survey answer; None where it says nothing for the indicator.

    score: of a visit or case 0 (not reached) to 1, between them where lateness is shared out by the
    time held; of a rating 1 to 4; of a survey answer the element's score in sixtieths, 60 to 240.
    minutes: working minutes. running: it still runs, and has taken `minutes` so far.
    *_without: the same with the time of external causes left out; None: there were none.
    set_aside: a contest of it was accepted.
    """

    kind: RecordKind
    id: int
    score: float | None = None
    minutes: float | None = None
    running: bool = False
    score_without: float | None = None
    minutes_without: float | None = None
    set_aside: bool = False


@dataclass(frozen=True, slots=True)
class Others:
    """The unit without this officer. officers: how many others have the minimum of records.

    spread: the variance of their scores, as a part (0 to 1) of the largest that their mean allows.
    """

    n: int = 0
    value: float | None = None
    officers: int = 0
    spread: float | None = None
    without: Others | None = None  # with causes and contests left out; None: there were none

    def to_json(self) -> dict[str, Any]:
        return _written(self, _OTHERS)

    @classmethod
    def from_json(cls, data: object) -> Others:
        """ValueError if it is not what `to_json` makes."""
        return load(cls, _OTHERS, data)


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a figure is computed from."""

    records: tuple[Record, ...] = ()
    others: Others = Others()

    def to_json(self) -> dict[str, Any]:
        ordered = sorted(self.records, key=attrgetter("kind", "id"))
        return {
            "records": [dump(record, _RECORD) for record in ordered],
            "others": self.others.to_json(),
        }

    @classmethod
    def from_json(cls, data: object) -> Inputs:
        """ValueError if it is not what `to_json` makes, or a record stands in it twice."""
        return load(cls, {"records": _records, "others": Others.from_json}, data)


@dataclass(frozen=True, slots=True)
class Result:
    """A figure of n records; a value of None: not enough data. The ends are of a 95 % interval: a
    count has neither, and a length without `high` is open upwards. at_least: it would rise with
    what still runs.

    unit_*: the unit's others. shrunk: the value drawn towards theirs. spread: of scores, as the
    interval took it (`Others.spread`, drawn likewise); None: it is not known of the others.
    without: the figure with external causes and accepted contests left out; None: none were.
    """

    n: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    at_least: bool = False
    shrunk: float | None = None
    p90: float | None = None
    p90_low: float | None = None
    p90_high: float | None = None
    p90_at_least: bool = False
    spread: float | None = None
    unit_n: int = 0
    unit_value: float | None = None
    without: Result | None = None

    def to_json(self) -> dict[str, Any]:
        return _written(self, _RESULT)

    @classmethod
    def from_json(cls, data: object) -> Result:
        """ValueError if it is not what `to_json` makes."""
        return load(cls, _RESULT, data)


# ---- JSON


def _written(one: Others | Result, shape: Shape) -> dict[str, Any]:
    found = dump(one, shape)
    return found if one.without is None else {**found, "without": one.without.to_json()}


def _records(data: object) -> tuple[Record, ...]:
    if not isinstance(data, list):
        raise ValueError(f"not a list: {data!r:.80}")
    records = tuple(map(_record, data))
    if len({(record.kind, record.id) for record in records}) < len(records):
        raise ValueError("a record stands there twice")
    return records


def _record(data: object) -> Record:
    record = load(Record, _RECORD, data)
    low, high = _SCORED[record.kind]
    for score in (record.score, record.score_without):
        if score is not None and not low <= score <= high:
            raise ValueError(f"score of a {record.kind} outside {low} to {high}: {score!r}")
    for minutes in (record.minutes, record.minutes_without):
        if minutes is not None and minutes < 0:
            raise ValueError(f"a length below 0: {minutes!r}")
    return record


_KINDS = {kind.value: kind for kind in RecordKind}
_NEARLY = 1e-9  # parts of a lateness add up to one but for the last digit
_SCORED = {
    RecordKind.VISIT: (-_NEARLY, 1 + _NEARLY),
    RecordKind.CASE: (-_NEARLY, 1 + _NEARLY),
    RecordKind.RATING: (LOWEST, HIGHEST),
    RecordKind.ANSWER: (LOWEST * UNIT, HIGHEST * UNIT),
}


def _kind(value: object) -> RecordKind:
    if not isinstance(value, str) or value not in _KINDS:
        raise ValueError(f"no kind of record: {value!r:.80}")
    return _KINDS[value]


_RECORD: Shape = {
    "kind": _kind,
    "id": whole,
    "score": number,
    "minutes": number,
    "running": true,
    "score_without": number,
    "minutes_without": number,
    "set_aside": true,
}
_OTHERS: Shape = {
    "n": whole,
    "value": number,
    "officers": whole,
    "spread": number,
    "without": Others.from_json,
}
_RESULT: Shape = {
    "n": whole,
    "value": number,
    "low": number,
    "high": number,
    "at_least": true,
    "shrunk": number,
    "p90": number,
    "p90_low": number,
    "p90_high": number,
    "p90_at_least": true,
    "spread": number,
    "unit_n": whole,
    "unit_value": number,
    "without": Result.from_json,
}
