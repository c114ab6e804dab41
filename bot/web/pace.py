"""How many requests one key may make: a bucket of tokens for each, in this process."""

from __future__ import annotations

import math
from collections.abc import Callable

BURST = 60  # requests at once
PER_SECOND = 1.0  # requests, on and on


class Pace:
    """`clock` gives seconds that never run backwards."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._buckets: dict[int, tuple[float, float]] = {}  # key -> tokens, and when

    def wait(self, key: int) -> int:
        """Take a token: 0, or the whole seconds after which there is one."""
        now = self._clock()
        tokens, since = self._buckets.get(key, (float(BURST), now))
        tokens = min(float(BURST), tokens + (now - since) * PER_SECOND)
        if tokens < 1:
            return math.ceil((1 - tokens) / PER_SECOND)
        self._buckets[key] = tokens - 1, now
        return 0
