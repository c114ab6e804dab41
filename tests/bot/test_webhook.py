"""The webhook's door: who may come in, and with what."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.web import server
from models.intake import LedgerEntry
from tests.town import Town

SECRET = "a-secret"
UPDATE = {
    "update_id": 7,
    "message": {
        "message_id": 1,
        "date": 0,
        "chat": {"id": 5, "type": "private", "first_name": "Budi"},
        "from": {"id": 5, "is_bot": False, "first_name": "Budi"},
        "text": "/bantuan",
    },
}


def site(town: Town) -> web.Application:
    app = town.app
    return server.application(
        intake=app.intake,
        secret=SECRET,
        database=app.database,
        dispatcher=app.dispatcher,
        clock=town.clock,
        signing=app.settings.pseudonym_key.get_secret_value(),
        bot_name=app.bot.username,
    )


async def answered(town: Town, secret: str | None, **content: Any) -> int:
    """The status that a delivery with this secret gets."""
    headers = {} if secret is None else {server.SECRET_HEADER: secret}
    async with TestClient(TestServer(site(town))) as client:
        response = await client.post(server.PATH, headers=headers, **content)
        return response.status


def taken_in(town: Town) -> bool:
    return town.read(lambda tx: tx.session.get(LedgerEntry, UPDATE["update_id"])) is not None


async def test_with_the_secret_an_update_is_taken_in(sqlite_town: Town) -> None:
    assert await answered(sqlite_town, SECRET, json=UPDATE) == 200
    assert taken_in(sqlite_town)


@pytest.mark.parametrize("secret", [None, "", "another", SECRET + "x"])
async def test_without_it_nothing_is(sqlite_town: Town, secret: str | None) -> None:
    assert await answered(sqlite_town, secret, json=UPDATE) == 403
    assert not taken_in(sqlite_town)


async def test_a_secret_that_is_no_text_is_wrong_too(sqlite_town: Town) -> None:
    """A client of aiohttp sends text only, so these bytes are sent by hand."""
    head = f"POST {server.PATH} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n"
    async with TestServer(site(sqlite_town)) as door:
        reader, writer = await asyncio.open_connection(door.host, door.port)
        writer.write(f"{head}{server.SECRET_HEADER}: ".encode() + b"\xff\r\n\r\n")
        assert await reader.readline() == b"HTTP/1.1 403 Forbidden\r\n"
        writer.close()


@pytest.mark.parametrize(
    ("content", "status"),
    [
        ({"data": b"{"}, 400),
        ({"data": b"\xff"}, 400),
        ({"json": []}, 400),
        ({"data": b" " * (server.BODY_LIMIT + 1)}, 413),
    ],
)
async def test_what_is_no_update_is_refused(
    sqlite_town: Town, content: dict[str, Any], status: int
) -> None:
    assert await answered(sqlite_town, SECRET, **content) == status
