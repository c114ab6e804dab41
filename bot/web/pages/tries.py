"""How many links that are no good one address may try: a bucket for each, in this process.

A token has 256 bits, so nobody guesses one at any speed. What is limited is the work that guessing
makes; a link that is good is never refused, so nobody can keep others out.
"""

from __future__ import annotations

import math
from collections.abc import Callable

BURST = 20  # tries at once
EACH = 6.0  # seconds for one more
ADDRESSES = 10_000  # that are remembered; then all are forgotten


class Tries:
    """clock gives seconds that never run backwards."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._free: dict[str, float] = {}  # address -> when its bucket is full again

    def wait(self, address: str) -> int:
        """Count a try: 0, or the seconds after which there is another."""
        now = self._clock()
        full = max(now, self._free.get(address, now)) + EACH
        over = full - now - BURST * EACH
        if over > 0:
            return math.ceil(over)
        if len(self._free) >= ADDRESSES:
            self._free.clear()
        self._free[address] = full
        return 0
