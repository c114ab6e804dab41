"""The composition root: the only place that builds things."""

from __future__ import annotations

import asyncio
import contextlib
import gc
from dataclasses import dataclass

import structlog
from aiohttp import web
from telegram import Bot
from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.request import BaseRequest

from bot import menus, tables
from bot.clock import Clock, SystemClock
from bot.dispatcher import Dispatcher
from bot.files.keeper import Keeper
from bot.files.storage import Storage, opened
from bot.router import Router
from bot.scheduler import Scheduler
from bot.settings import BadSetting, Settings
from bot.telegram_api import new_bot
from bot.transport import Intake, Polling
from bot.updates import ALLOWED
from bot.web import server
from models import offices, schema
from models.database import TRANSIENT, Database
from models.flood import Limits

log = structlog.get_logger()

GC_OBJECTS = 20_000  # made and not yet freed, before the collector looks at the young ones

REFUSED = "TELEGRAM_TOKEN is refused by Telegram: copy it again from @BotFather into .env"
AWAY = 5.0  # seconds before Telegram is asked again at the start


@dataclass
class App:
    """The running service, put together."""

    settings: Settings
    clock: Clock
    database: Database
    bot: Bot
    router: Router
    dispatcher: Dispatcher
    intake: Intake
    scheduler: Scheduler
    storage: Storage
    keeper: Keeper

    async def start(self) -> None:
        """Introduce ourselves to Telegram: who are we, which commands are there."""
        await self._introduce()
        self.router.bot_name = self.bot.username
        with contextlib.suppress(TelegramError):  # the menu is a comfort, not a condition
            await menus.publish(self.bot)

    async def _introduce(self) -> None:
        """A wrong token is for people to mend; an absent network mends itself, so we wait."""
        while True:
            try:
                await self.bot.initialize()
                return
            except InvalidToken:
                raise BadSetting(REFUSED) from None
            except NetworkError as error:
                log.error(
                    "TELEGRAM_API_BASE_URL cannot be reached; trying again",
                    address=self.settings.telegram_api_base_url,
                    error=type(error).__name__,
                )
            await asyncio.sleep(AWAY)

    async def close(self) -> None:
        self.scheduler.stop()
        with contextlib.suppress(TelegramError):
            await self.bot.shutdown()
        self.database.close()


def build(
    settings: Settings, clock: Clock | None = None, request: BaseRequest | None = None
) -> App:
    """Put the service together. Raises BadSetting when the database is away or not migrated."""
    clock = clock or SystemClock()
    database = open_database(settings)
    bot = new_bot(
        settings.telegram_token.get_secret_value(), settings.telegram_api_base_url, request
    )
    router = Router(
        database.writer,
        clock,
        tables,
        key=settings.pseudonym_key.get_secret_value(),
        public_url=settings.public_address,
        limits=Limits(
            settings.flood_slow_after, settings.flood_stop_after, settings.flood_staff_factor
        ),
    )
    storage = opened(settings)
    dispatcher = Dispatcher(
        database,
        bot,
        clock,
        tables.FILES,
        storage=storage,
        rate=settings.send_rate,
        chat_pause=settings.chat_pause,
    )
    intake = Intake(bot, database, router, dispatcher)
    scheduler = Scheduler(
        database, clock, dispatcher, key=settings.pseudonym_key.get_secret_value()
    )
    keeper = Keeper(
        database,
        bot,
        clock,
        storage,
        leading=lambda: dispatcher.leading,
        ready=dispatcher.files_ready,
    )
    return App(
        settings, clock, database, bot, router, dispatcher, intake, scheduler, storage, keeper
    )


def open_database(settings: Settings) -> Database:
    """The migrated database; BadSetting says what is wrong with it."""
    file = settings.sqlite_file
    if file is not None and not file.exists():
        raise BadSetting(f"DATABASE_URL: there is no file {file} yet: run python -m bot migrate")
    database = Database(settings.database_url)
    try:
        behind = schema.is_behind(database.engine)
    except TRANSIENT as error:
        database.close()
        raise BadSetting(
            f"DATABASE_URL cannot be reached ({type(error).__name__}): "
            "start the database or correct the address in .env"
        ) from None
    if behind:
        database.close()
        raise BadSetting("DATABASE_URL is not migrated: run python -m bot migrate")
    return database


async def run(app: App) -> None:
    """Serve until cancelled: by webhook when WEBHOOK_URL is set, else by polling."""
    settings = app.settings
    try:
        await app.start()
        runner = await _serve(app)
        try:
            app.scheduler.start()
            sending = asyncio.create_task(app.dispatcher.run())
            keeping = asyncio.create_task(app.keeper.run())
            by = "webhook" if settings.webhook_url else "polling"
            offices.learn_holidays()
            settle_memory()
            log.info(
                "ready",
                bot=app.bot.username,
                by=by,
                gc=gc.get_threshold(),
                frozen=gc.get_freeze_count(),
            )
            try:
                await _receive(app)
            finally:
                keeping.cancel()
                sending.cancel()
                await asyncio.gather(keeping, sending, return_exceptions=True)
        finally:
            await runner.cleanup()
    except InvalidToken:  # revoked while we ran
        raise BadSetting(REFUSED) from None
    finally:
        await app.close()


def settle_memory() -> None:
    """Everything built so far stays: the garbage collector need not walk through it again, nor
    start after each 700 objects, which is about one update."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(GC_OBJECTS, 20, 20)


async def _receive(app: App) -> None:
    settings = app.settings
    if settings.webhook_url:
        await app.bot.set_webhook(
            settings.webhook_url + server.PATH,
            secret_token=settings.webhook_secret,
            allowed_updates=ALLOWED,
            max_connections=40,
        )
        await asyncio.Event().wait()
    await app.bot.delete_webhook()
    await Polling(app.bot, app.intake, settings.poll_timeout).run()


async def _serve(app: App) -> web.AppRunner:
    settings = app.settings
    site = server.application(
        intake=app.intake,
        secret=settings.webhook_secret,
        database=app.database,
        dispatcher=app.dispatcher,
        clock=app.clock,
        signing=settings.pseudonym_key.get_secret_value(),
        bot_name=app.bot.username,
        public_url=settings.public_address,
    )
    runner = web.AppRunner(site, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, settings.web_host, settings.web_port).start()
    except OSError as error:
        await runner.cleanup()
        raise BadSetting(
            f"WEB_PORT {settings.web_port} on {settings.web_host} cannot be used "
            f"({error.strerror or error}): choose another in .env"
        ) from None
    return runner
