"""What can go wrong at Telegram, switched on by a test or by the page's panel."""

import math
import random
from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from bot.sandbox.errors import ApiError, Json, too_many_requests

Outage = Literal["", "bad_gateway", "drop", "timeout"]
OUTAGES: tuple[Outage, ...] = ("", "bad_gateway", "drop", "timeout")

OVERALL_PER_SECOND = 30
CHAT_BURST = 3
"""Telegram tolerates short bursts above one message per second in a chat."""


@dataclass
class Flood:
    """A 429 that stands: for the next `calls` calls, or until a moment; for one chat or all."""

    retry_after: int
    calls: int | None = None
    until: datetime | None = None
    chat_id: int | None = None

    def hits(self, chat_id: int | None, now: datetime) -> int:
        """Seconds to wait (0: this call passes); counts a call it refuses."""
        if self.chat_id is not None and self.chat_id != chat_id:
            return 0
        if self.until is not None:
            return max(0, math.ceil((self.until - now).total_seconds()))
        if not self.calls:
            return 0
        self.calls -= 1
        return self.retry_after

    def over(self, now: datetime) -> bool:
        return now >= self.until if self.until is not None else not self.calls


class RateLimits:
    """Telegram's published limits: 30 sends a second overall, about 1 a second in a chat."""

    def __init__(self) -> None:
        self._all: deque[datetime] = deque()
        self._chats: dict[int, deque[datetime]] = defaultdict(deque)

    def wait(self, chat_id: int, now: datetime) -> int:
        """Seconds a sender has to wait before `chat_id` may get a message; 0 counts it."""
        chat = self._chats[chat_id]
        _forget(self._all, now - timedelta(seconds=1))
        _forget(chat, now - timedelta(seconds=CHAT_BURST))
        if len(self._all) >= OVERALL_PER_SECOND or len(chat) >= CHAT_BURST:
            return 1
        self._all.append(now)
        chat.append(now)
        return 0


def _forget(times: deque[datetime], before: datetime) -> None:
    while times and times[0] <= before:
        times.popleft()


@dataclass
class Faults:
    """The switches. All are off at first; `clear` turns them off again."""

    random: random.Random
    outage: Outage = ""
    duplicates: bool = False
    reorder: bool = False
    rate_limits: bool = False
    bad_gateways: int = 0
    performed_but_lost: int = 0
    failing_downloads: int = 0  # of the file itself, after getFile told where it is
    floods: list[Flood] = field(default_factory=list)
    errors: list[tuple[str, ApiError]] = field(default_factory=list)
    limits: RateLimits = field(default_factory=RateLimits)

    def too_many_requests(
        self, calls: int = 1, *, retry_after: int = 3, chat_id: int | None = None
    ) -> None:
        """Answer the next `calls` sends (to `chat_id`, or to anyone) with 429."""
        self.floods.append(Flood(retry_after, calls=calls, chat_id=chat_id))

    def flood_until(self, until: datetime, *, chat_id: int | None = None) -> None:
        """Answer every send with 429 until that moment, saying the seconds left."""
        self.floods.append(Flood(0, until=until, chat_id=chat_id))

    def refuse(self, method: str, error: ApiError, *, times: int = 1) -> None:
        """Answer the next `times` calls of one method with `error`."""
        self.errors += [(method.lower(), error)] * times

    def check(self, method: str, chat_id: int | None, now: datetime) -> None:
        """Raise what this call has to suffer, if anything."""
        if self.bad_gateways and method != "getupdates":
            self.bad_gateways -= 1
            raise ApiError(502, "Bad Gateway")
        for index, (name, error) in enumerate(self.errors):
            if name == method:
                del self.errors[index]
                raise error
        if sends(method):
            self._check_sending(chat_id, now)

    def _check_sending(self, chat_id: int | None, now: datetime) -> None:
        self.floods = [flood for flood in self.floods if not flood.over(now)]
        for flood in self.floods:
            if seconds := flood.hits(chat_id, now):
                raise too_many_requests(seconds)
        limited = self.rate_limits and chat_id is not None
        if limited and (seconds := self.limits.wait(chat_id or 0, now)):
            raise too_many_requests(seconds)

    def fail_download(self) -> bool:
        """Whether this download fails; counts it."""
        fails = self.failing_downloads > 0
        self.failing_downloads -= fails
        return fails

    def lose_answer(self, method: str) -> bool:
        """Whether this call, already performed, loses its answer on the way back."""
        if not self.performed_but_lost or not sends(method):
            return False
        self.performed_but_lost -= 1
        return True

    def clear(self) -> None:
        """Everything works again."""
        self.outage = ""
        self.duplicates = self.reorder = self.rate_limits = False
        self.bad_gateways = self.performed_but_lost = self.failing_downloads = 0
        self.floods.clear()
        self.errors.clear()

    def view(self, now: datetime) -> Json:
        """The switches as the page shows them."""
        seconds = [f.hits(f.chat_id, now) for f in self.floods if f.until is not None]
        return {
            "outage": self.outage,
            "duplicates": self.duplicates,
            "reorder": self.reorder,
            "rate_limits": self.rate_limits,
            "flood_seconds": max(seconds, default=0),
        }


def sends(method: str) -> bool:
    """Whether a method (lower case) counts against the sending limits."""
    if method == "sendchataction":
        return False
    return method.startswith(("send", "edit", "copy", "forward"))
