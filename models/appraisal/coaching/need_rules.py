"""When a frozen figure is clearly below its target. Pure.

By the interval, never by the figure alone; and where external causes or accepted contests are left
out, without them: what an officer could not change is no reason for a training.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.appraisal.comparing import flagged
from models.appraisal.indicators import CATALOGUE, Against, Better, Result, against

DIRECTIONS = {Better.HIGHER: "at_least", Better.LOWER: "at_most"}


@dataclass(frozen=True, slots=True)
class Target:
    """What was planned, in the figure's measure. of_unit: nothing was; it is what the unit's others
    reached."""

    value: float
    direction: str
    of_unit: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure below its target in one period, as the officer and the head see it."""

    period_id: int
    n: int
    value: float
    low: float | None
    high: float | None
    target: float
    of_unit: bool
    figure_id: int

    def to_json(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Fact:
        return cls(**data)


def target(key: str, result: Result, planned: Mapping[str, Target]) -> Target | None:
    """The planned one; else what the unit's others reached, where enough of them are known."""
    if key in planned:
        return planned[key]
    told = _fair(result)
    if told.unit_value is None:
        return None
    return Target(told.unit_value, DIRECTIONS[CATALOGUE[key].better], of_unit=True)


def fact(
    key: str, result: Result, planned: Mapping[str, Target], period_id: int, figure_id: int
) -> Fact | None:
    """The figure, if it is clearly below its target; None if it is not, or nobody can tell."""
    wanted, told = target(key, result, planned), _fair(result)
    if wanted is None or told.value is None:
        return None
    if not _below(key, told, wanted):
        return None
    return Fact(
        period_id,
        told.n,
        told.value,
        told.low,
        told.high,
        wanted.value,
        wanted.of_unit,
        figure_id,
    )


def _below(key: str, told: Result, wanted: Target) -> bool:
    if wanted.of_unit:
        return flagged(key, told)
    return against(told, wanted.value, wanted.direction) is Against.SHORT


def _fair(result: Result) -> Result:
    return result.without if result.without is not None else result
