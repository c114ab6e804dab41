"""The aiohttp application: `/telegram`, `/health`, `/metrics`, `/api/v1`, the public pages, and
those of officers under `/s`."""

from __future__ import annotations

import hmac
import json

import structlog
from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from bot import metrics
from bot.clock import Clock
from bot.dispatcher import Dispatcher
from bot.rendering import dump
from bot.transport import Intake
from bot.updates import Malformed
from bot.web.api import Api
from bot.web.pages.site import Pages
from bot.web.problems import BODY_LIMIT
from bot.web.public import Public
from models import outbox
from models.complaints import files
from models.database import TRANSIENT, Database

log = structlog.get_logger()

PATH = "/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
JSON = {"Content-Type": "application/json"}


def application(
    *,
    intake: Intake,
    secret: str,
    database: Database,
    dispatcher: Dispatcher,
    clock: Clock,
    signing: str,
    bot_name: str,
    public_url: str = "",
) -> web.Application:
    """signing: the service's secret, which signs the codes of visits and the cookies of pages;
    bot_name: whose deep links they stand in; public_url: of the web side as citizens see it, or
    empty."""
    app = web.Application(client_max_size=BODY_LIMIT)
    health = Health(database, dispatcher, clock)
    app.router.add_post(PATH, Webhook(intake, secret).handle)
    app.router.add_get("/health", health.show)
    app.router.add_get("/metrics", health.metrics)
    Api(database, clock, signing=signing, bot_name=bot_name).add_to(app)
    Public(database, clock, bot_name=bot_name, base=public_url).add_to(app)
    Pages(database, clock, signing=signing, base=public_url, wake=dispatcher.wake).add_to(app)
    return app


class Webhook:
    """Telegram's updates. 200 only after the commit; anything else makes Telegram come again."""

    def __init__(self, intake: Intake, secret: str) -> None:
        self._intake = intake
        self._secret = secret

    async def handle(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, self._secret.encode()):
            return web.Response(status=403)
        try:
            update = json.loads(await request.read())
            response = await self._intake.receive(update, can_ride=True)
        except (json.JSONDecodeError, UnicodeDecodeError, Malformed):
            return web.Response(status=400)
        except TRANSIENT as error:
            log.error("the database is away", error=type(error).__name__)
            return web.Response(status=503)
        if response is None:
            return web.Response()
        return web.Response(body=dump(response), headers=JSON)


class Health:
    """For the load balancer and Prometheus."""

    def __init__(self, database: Database, dispatcher: Dispatcher, clock: Clock) -> None:
        self._database = database
        self._dispatcher = dispatcher
        self._clock = clock

    async def show(self, _request: web.Request) -> web.Response:
        """200 while the database answers; says how much waits and who sends."""
        try:
            waiting, age = await self._backlog()
        except TRANSIENT as error:
            return web.json_response({"database": type(error).__name__}, status=503)
        return web.json_response(
            {
                "database": "ok",
                "waiting": waiting,
                "oldest_seconds": round(age),
                "sender": self._dispatcher.leading,
            }
        )

    async def metrics(self, _request: web.Request) -> web.Response:
        try:
            waiting, age = await self._backlog()
        except TRANSIENT:
            return web.Response(status=503)
        metrics.WAITING.set(waiting)
        metrics.FILES_WAITING.set(await self._database.read(files.backlog))
        metrics.OLDEST.set(age)
        metrics.LEADING.set(self._dispatcher.leading)
        metrics.COMMITS.set(self._database.writer.commits)
        metrics.PIECES.set(self._database.writer.pieces)
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def _backlog(self) -> tuple[int, float]:
        waiting, since = await self._database.read(outbox.backlog)
        age = (self._clock.now() - since).total_seconds() if since else 0.0
        return waiting, max(0.0, age)
