"""The Bot API over aiohttp: PTB's Bot with a transport that is several times cheaper than httpx,
and never logs an address (the token stands in it)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import aiohttp
from telegram import Bot, BotCommandScopeChat, InputFile
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.rendering import Call
from handlers.files import MadeFile

READ_TIMEOUT = 20.0  # seconds, for everything but long polling


class AiohttpRequest(BaseRequest):
    """PTB's transport on one aiohttp session."""

    def __init__(self, connections: int = 64) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return READ_TIMEOUT

    async def initialize(self) -> None:
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections)
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise RuntimeError("the request was not initialised")
        wait = read_timeout if isinstance(read_timeout, (int, float)) else READ_TIMEOUT
        try:
            async with self._session.request(
                method,
                url,
                data=_form(request_data),
                headers=_headers(request_data),
                timeout=aiohttp.ClientTimeout(total=wait),
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            # not the error's own words: they may hold the address, and with it the token
            raise NetworkError(type(error).__name__) from None


def _headers(request_data: RequestData | None) -> dict[str, str] | None:
    if request_data is None or request_data.contains_files:
        return None
    return {"Content-Type": "application/x-www-form-urlencoded"}


def _form(request_data: RequestData | None) -> Any:
    if request_data is None:
        return None
    if not request_data.contains_files:
        # encoded here: aiohttp's own form prepares for files first, at twice the price
        return request_data.url_encoded_parameters().encode()
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return form


def new_bot(token: str, base_url: str, request: BaseRequest | None = None) -> Bot:
    return Bot(
        token,
        base_url=f"{base_url}/bot",
        base_file_url=f"{base_url}/file/bot",
        request=request or AiohttpRequest(),
        get_updates_request=request or AiohttpRequest(connections=2),
    )


async def perform(bot: Bot, call: Call, made: MadeFile | None = None) -> None:
    """Make the call; raises PTB's errors."""
    await _METHODS[call.method](bot, dict(call.parameters), made)


async def _send_message(bot: Bot, p: dict[str, Any], _made: MadeFile | None) -> None:
    await bot.send_message(p.pop("chat_id"), p.pop("text"), api_kwargs=p)


async def _edit_message(bot: Bot, p: dict[str, Any], _made: MadeFile | None) -> None:
    await bot.edit_message_text(
        p.pop("text"), chat_id=p.pop("chat_id"), message_id=p.pop("message_id"), api_kwargs=p
    )


async def _send_photo(bot: Bot, p: dict[str, Any], made: MadeFile | None) -> None:
    photo = _upload(made) if made else p.pop("photo")
    await bot.send_photo(p.pop("chat_id"), photo, api_kwargs=p)


async def _send_document(bot: Bot, p: dict[str, Any], made: MadeFile | None) -> None:
    document = _upload(made) if made else p.pop("document")
    await bot.send_document(p.pop("chat_id"), document, api_kwargs=p)


async def _send_location(bot: Bot, p: dict[str, Any], _made: MadeFile | None) -> None:
    place = (p.pop("chat_id"), p.pop("latitude"), p.pop("longitude"))
    await bot.send_location(*place, api_kwargs=p)


async def _set_my_commands(bot: Bot, p: dict[str, Any], _made: MadeFile | None) -> None:
    await bot.set_my_commands(p["commands"], scope=BotCommandScopeChat(p["scope"]["chat_id"]))


_METHODS = {
    "setMyCommands": _set_my_commands,
    "sendMessage": _send_message,
    "editMessageText": _edit_message,
    "sendPhoto": _send_photo,
    "sendDocument": _send_document,
    "sendLocation": _send_location,
}


def _upload(made: MadeFile) -> InputFile:
    return InputFile(made.content, filename=made.name)


def seconds(wait: int | float | timedelta) -> float:
    """PTB gives retry_after as a number or as a timedelta, depending on its settings."""
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def later(at: datetime, wait: float) -> datetime:
    return at + timedelta(seconds=wait)
