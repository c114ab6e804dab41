"""What is still to happen in the town, in the order of time."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

Act = Callable[[], object]


@dataclass
class Agenda:
    """What happens may add to it; what would come after `until` is left out."""

    until: datetime
    _entries: list[tuple[datetime, int, Act]] = field(default_factory=list)
    _count: int = 0

    def add(self, at: datetime, act: Act) -> None:
        if at <= self.until:
            self._count += 1
            heapq.heappush(self._entries, (at, self._count, act))

    def run(self) -> None:
        while self._entries:
            heapq.heappop(self._entries)[2]()
