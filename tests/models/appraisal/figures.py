"""Records and inputs of figures, with defaults."""

from __future__ import annotations

from collections.abc import Iterable

from models.appraisal.indicators import CATALOGUE, Inputs, Measure, Others, Record, RecordKind

UNIT = Others(n=500, value=3.3, officers=10, spread=0.4)


def records(key: str, values: Iterable[float]) -> tuple[Record, ...]:
    """One for each value: a share's 0 to 1, minutes, points of a rating or survey answer."""
    known = CATALOGUE[key]
    return tuple(_record(known.measure, known.kind, i, v) for i, v in enumerate(values, 1))


def _record(measure: Measure, kind: RecordKind, id: int, value: float) -> Record:
    if measure is Measure.MINUTES:
        return Record(kind, id, minutes=value)
    return Record(kind, id, score=value * 60 if kind is RecordKind.ANSWER else value)


def inputs(key: str, values: Iterable[float], others: Others | None = None) -> Inputs:
    return Inputs(records(key, values), others or Others())
