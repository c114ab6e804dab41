"""The chat page: its routes, its live events, the panel's switches."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, select_autoescape

from bot.sandbox import views
from bot.sandbox.errors import Json
from bot.sandbox.faults import OUTAGES
from bot.sandbox.page_api import act, problem, read_deed
from bot.sandbox.world import World

HERE = Path(__file__).parent
BEAT = 15.0
"""Seconds between signs of life on an idle event stream."""
SWITCHES = ("duplicates", "reorder", "rate_limits")
CLOCK_MOST = timedelta(days=400)
SAFE_TYPES = ("image/jpeg", "image/png", "image/webp", "image/gif")


class Page:
    """Serves `/` and `/sandbox/…` for one world."""

    def __init__(
        self,
        world: World,
        clock: Callable[[], datetime],
        move_clock: Callable[[timedelta], Awaitable[None]] | None,
        pages: str = "",
    ) -> None:
        self.world = world
        self.clock = clock
        self.move_clock = move_clock
        self.pages = pages
        self._streams: set[asyncio.Queue[Json | None]] = set()
        loader = FileSystemLoader(HERE / "templates")
        self._templates = Environment(loader=loader, autoescape=select_autoescape())

    def add_to(self, app: web.Application) -> None:
        api = "/sandbox/api"
        app.router.add_get("/", self.index)
        app.router.add_static("/sandbox/static", HERE / "static")
        app.router.add_get(f"{api}/state", self.state)
        app.router.add_get(f"{api}/events", self.events)
        app.router.add_post(f"{api}/people", self.add_person)
        app.router.add_get(f"{api}/people/{{id:\\d+}}/chat", self.chat)
        app.router.add_post(f"{api}/people/{{id:\\d+}}/{{action}}", self.act)
        app.router.add_get(f"{api}/files/{{id}}", self.file)
        app.router.add_post(f"{api}/faults", self.set_faults)
        app.router.add_get(f"{api}/clock", self.show_clock)
        app.router.add_post(f"{api}/clock", self.set_clock)
        app.middlewares.append(same_origin)

    def close(self) -> None:
        """End the event streams, so that the server can stop."""
        for stream in self._streams:
            stream.put_nowait(None)

    async def index(self, request: web.Request) -> web.Response:
        html = self._templates.get_template("index.html").render(
            bot_name=self.world.bot_name,
            bot_username=self.world.bot_username,
            pages=self.pages,
        )
        return web.Response(text=html, content_type="text/html")

    async def state(self, request: web.Request) -> web.Response:
        return web.json_response(views.state(self.world, self.clock(), bool(self.move_clock)))

    async def chat(self, request: web.Request) -> web.Response:
        person_id = int(request.match_info["id"])
        if person_id not in self.world.records:
            return problem(404, "no such person")
        return web.json_response(views.chat(self.world.find(person_id)))

    async def add_person(self, request: web.Request) -> web.Response:
        deed = await read_deed(request)
        name = deed.text("first_name")[:64]
        if not name:
            return problem(400, "a name is needed")
        language = deed.text("language_code") or "id"
        person = self.world.person(name, language_code=language[:8], role=deed.text("role")[:80])
        return web.json_response({"ok": True, "person": views.summary(person)})

    async def act(self, request: web.Request) -> web.Response:
        person_id = int(request.match_info["id"])
        if person_id not in self.world.records:
            return problem(404, "no such person")
        deed = await read_deed(request)
        return act(self.world.find(person_id), request.match_info["action"], deed)

    async def file(self, request: web.Request) -> web.Response:
        """A file of a chat; anything but a plain picture is for saving only."""
        file = self.world.files.files.get(request.match_info["id"])
        if file is None:
            return problem(404, "no such file")
        headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, max-age=86400"}
        if file.mime not in SAFE_TYPES:
            headers["Content-Disposition"] = "attachment"
        return web.Response(body=file.data, content_type=file.mime, headers=headers)

    async def set_faults(self, request: web.Request) -> web.Response:
        values = (await read_deed(request)).values
        faults = self.world.faults
        if values.get("outage", "") not in OUTAGES:
            return problem(400, f"outage is one of {OUTAGES}")
        faults.outage = values.get("outage", faults.outage)
        for name in SWITCHES:
            setattr(faults, name, bool(values.get(name, getattr(faults, name))))
        if seconds := min(_whole(values.get("flood_seconds")), 3600):
            faults.flood_until(self.world.clock() + timedelta(seconds=seconds))
        if values.get("clear"):
            faults.clear()
        self.world.notify("faults")
        return web.json_response({"ok": True, "faults": faults.view(self.world.clock())})

    async def show_clock(self, request: web.Request) -> web.Response:
        return web.json_response(views.clock(self.clock(), bool(self.move_clock)))

    async def set_clock(self, request: web.Request) -> web.Response:
        if self.move_clock is None:
            return problem(409, "this clock cannot be moved")
        values = (await read_deed(request)).values
        delta = timedelta(seconds=_whole(values.get("seconds")))
        if values.get("to") == "monday":
            delta = views.next_monday(self.clock())
        if not timedelta(0) < delta <= CLOCK_MOST:
            return problem(400, "the clock moves forward, 400 days at most")
        await self.move_clock(delta)
        self.world.notify("clock")
        return web.json_response({"ok": True, **views.clock(self.clock(), True)})

    async def events(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: one JSON object for each thing that happened."""
        headers = {"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        stream: asyncio.Queue[Json | None] = asyncio.Queue()
        unsubscribe = self.world.subscribe(stream.put_nowait)
        self._streams.add(stream)
        try:
            await _pump(stream, response)
        finally:
            unsubscribe()
            self._streams.discard(stream)
        return response


def _whole(value: object) -> int:
    """A whole number of seconds; 0 for anything else."""
    return value if isinstance(value, int) else 0


async def _pump(stream: asyncio.Queue[Json | None], response: web.StreamResponse) -> None:
    """Write events until the stream ends or the browser goes."""
    with suppress(ConnectionError):
        await response.write(b"retry: 1000\n\n")
        while True:
            try:
                async with asyncio.timeout(BEAT):
                    event = await stream.get()
            except TimeoutError:
                await response.write(b": still here\n\n")
                continue
            if event is None:
                return
            await response.write(b"data: " + json.dumps(event).encode() + b"\n\n")


@web.middleware
async def same_origin(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Only the page itself may act: another site's script must not reach a local sandbox."""
    origin = request.headers.get("Origin")
    if request.method == "POST" and origin and urlsplit(origin).netloc != request.host:
        return problem(403, "another site may not act here")
    return await handler(request)
