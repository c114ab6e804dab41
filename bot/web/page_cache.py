"""Pages as they are kept and answered: compressed once, told apart by their content."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from datetime import datetime, timedelta

FRESH = timedelta(minutes=1)  # how long a page is answered again as it is
MOST = 256  # pages kept, those asked for last
AT_ONCE = 2  # pages made at the same time: the rest of the readers is for the bot


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it goes out. tag: of its content, the same for both encodings."""

    body: bytes
    zipped: bytes
    tag: str

    @classmethod
    def of(cls, body: bytes) -> Kept:
        tag = hashlib.sha256(body).hexdigest()[:20]
        return cls(body, gzip.compress(body, 6, mtime=0), tag)


Make = Callable[[], Awaitable[bytes | None]]
"""Makes a page; None: there is none."""


class PageCache:
    """The pages asked for last. Who asks for a page that is being made waits for that one."""

    def __init__(self, now: Callable[[], datetime], most: int = MOST) -> None:
        self._now = now
        self._most = most
        self._kept: OrderedDict[Hashable, tuple[datetime, Kept]] = OrderedDict()
        self._making: dict[Hashable, asyncio.Task[Kept | None]] = {}
        self._places = asyncio.Semaphore(AT_ONCE)

    def __len__(self) -> int:
        return len(self._kept)

    async def get(self, key: Hashable, make: Make) -> Kept | None:
        """The page, made anew where none is fresh; None is never kept."""
        if found := self._fresh(key):
            return found
        if key not in self._making:
            task = asyncio.create_task(self._make(key, make))
            self._making[key] = task
            task.add_done_callback(lambda _: self._making.pop(key, None))
        return await asyncio.shield(self._making[key])

    def _fresh(self, key: Hashable) -> Kept | None:
        """A clock that was moved back makes nothing fresh."""
        if key not in self._kept:
            return None
        made_at, kept = self._kept[key]
        if not timedelta(0) <= self._now() - made_at < FRESH:
            return None
        self._kept.move_to_end(key)
        return kept

    async def _make(self, key: Hashable, make: Make) -> Kept | None:
        async with self._places:
            at, body = self._now(), await make()
        if body is None:
            return None
        self._kept[key] = at, Kept.of(body)
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return self._kept[key][1]
