"""aiogram's webhook echo bot, as its documentation builds it, on its own request handler.

`python -m tests.bench.echo VARIANT PORT API_URL SECRET`; it stores nothing.
"""

from __future__ import annotations

import gc
import json
import sys
from typing import Any

from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import SendMessage
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from tests.bench.settings import TOKEN


async def sending(message: Message) -> None:
    """`message.answer`: a call of the Bot API."""
    await message.answer(message.text or "")


async def riding(message: Message) -> SendMessage:
    """The method returned: it travels in the webhook's response."""
    return message.answer(message.text or "")


# variant: handler, `handle_in_background` (True is aiogram's default: it answers Telegram before
# the update is handled), and whether the collector is set as ours is
VARIANTS: dict[str, tuple[Any, bool, bool]] = {
    "waiting": (sending, False, False),
    "background": (sending, True, False),
    "collector": (sending, False, True),
    "riding": (riding, False, False),
}


async def _health(_request: web.Request) -> web.Response:
    settings = {"gc_threshold": gc.get_threshold(), "gc_frozen": gc.get_freeze_count()}
    return web.Response(text=json.dumps(settings))


def application(variant: str, api_url: str, secret: str) -> web.Application:
    handler, background, as_ours = VARIANTS[variant]
    router = Router()
    router.message()(handler)
    dispatcher = Dispatcher()
    dispatcher.include_router(router)
    session = AiohttpSession(api=TelegramAPIServer.from_base(api_url))
    app = web.Application()
    SimpleRequestHandler(
        dispatcher,
        Bot(TOKEN, session=session),
        handle_in_background=background,
        secret_token=secret,
    ).register(app, path="/telegram")
    app.router.add_get("/health", _health)
    if as_ours:
        from bot.app import settle_memory  # only here: it would weigh on the other variants

        settle_memory()
    return app


if __name__ == "__main__":
    web.run_app(
        application(sys.argv[1], sys.argv[3], sys.argv[4]),
        host="127.0.0.1",
        port=int(sys.argv[2]),
        print=None,
        access_log=None,
    )
