"""What a job tells the scheduler about its run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ran:
    """again: there is more to do, in a transaction of its own. failed: what was left out, and why;
    it is tried again later."""

    again: bool = False
    failed: Mapping[str, Exception] = field(default_factory=dict)
