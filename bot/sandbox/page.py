"""The chat page."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from aiohttp import web

from bot.sandbox.world import World


class Page:
    def __init__(
        self,
        world: World,
        clock: Callable[[], datetime],
        move_clock: Callable[[timedelta], Awaitable[None]] | None,
    ) -> None:
        self.world = world

    def add_to(self, app: web.Application) -> None: ...

    def close(self) -> None: ...
