"""What a complaint of the town is made of. Data only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Step = tuple[Any, ...]
"""Working hours of the unit since the step before, what happened (a method of `Story`), words."""


@dataclass(frozen=True, slots=True)
class CaseSpec:
    """`age`: working days since it was sent; 0 is a short while ago. `who`: "" is offstage."""

    unit: str
    category: str
    age: int
    text: str
    steps: tuple[Step, ...] = ()
    who: str = ""
    files: tuple[str, ...] = ()  # names of samples (`town_files.KINDS`)
    place: tuple[float, float] | None = None
    named: bool = False
    confidential: bool = False
    crew: int = 0  # which of the unit's officers takes it
    key: str = ""  # by which other stories name this one
    previous: str = ""  # key of the citizen's own case that this one goes on from
