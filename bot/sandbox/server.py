"""The sandbox as a server: the Bot API, the webhook deliverer, and the chat page."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path

from aiohttp import web

from bot.sandbox.http_api import BODY_MOST, BotApi
from bot.sandbox.page import Page
from bot.sandbox.store import Store
from bot.sandbox.webhooks import Deliverer
from bot.sandbox.world import World

MoveClock = Callable[[timedelta], Awaitable[None]]


class Sandbox:
    """Serves one world. `move_clock` moves the clock that the bot and the world share.

    `clock` defaults to the world's own; without `move_clock` the page shows the time only.
    `pages` is the address of the bot's own web pages, to link to.
    `store` is a file in which the world survives a restart.
    """

    def __init__(
        self,
        world: World,
        *,
        clock: Callable[[], datetime] | None = None,
        move_clock: MoveClock | None = None,
        page: bool = True,
        pages: str = "",
        store: Path | None = None,
        deliverer: Deliverer | None = None,
    ) -> None:
        self.world = world
        self.store = Store(world, store) if store else None
        self.deliverer = deliverer or Deliverer(world)
        self.page = Page(world, clock or world.clock, move_clock, pages) if page else None
        self.url = ""
        self._runner: web.AppRunner | None = None

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Load what was kept, listen (port 0: a free one) and return the address.

        OSError when the port is taken.
        """
        if self.store is not None:
            self.store.load()
        app = web.Application(client_max_size=BODY_MOST)
        BotApi(self.world).add_to(app)
        if self.page is not None:
            self.page.add_to(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        try:
            site = web.TCPSite(self._runner, host, port)
            await site.start()
        except OSError:
            await self._runner.cleanup()
            raise
        self.url = f"http://{host}:{self._runner.addresses[0][1]}"
        await self.deliverer.start()
        if self.store is not None:
            self.store.start()
        return self.url

    async def stop(self) -> None:
        """Stop delivering and listening, and save."""
        await self.deliverer.stop()
        if self.page is not None:
            self.page.close()
        if self._runner is not None:
            await self._runner.cleanup()
        if self.store is not None:
            await self.store.stop()

    @property
    def base_url(self) -> str:
        """What python-telegram-bot calls `base_url`: the token follows it."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot calls `base_file_url`."""
        return f"{self.url}/file/bot"
