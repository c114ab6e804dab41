"""Every address of the web, asked for by somebody who has nothing to show: it answers as the table
of rights says."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.rights import ANYBODY, WEB, address_of
from bot.web import server
from tests.town import Town

PLACES = re.compile(r"\{(\w+)(?::[^{}]*(?:\{[^{}]*\})?[^{}]*)?\}")
REACHED = (200, 301, 303, 404)  # shown, led on, or there is no such unit
Client = TestClient[web.Request, web.Application]


@pytest.fixture
async def client(sqlite_town: Town) -> AsyncIterator[Client]:
    app = sqlite_town.app
    site = server.application(
        intake=app.intake,
        secret="a-secret",
        database=app.database,
        dispatcher=app.dispatcher,
        clock=sqlite_town.clock,
        signing="k" * 32,
        bot_name="suara",
    )
    async with TestClient(TestServer(site)) as found:
        yield found


def addresses(client: Client) -> list[tuple[str, str]]:
    """Method and path of all that the application answers."""
    router = client.app.router
    return [
        (route.method, route.resource.canonical)
        for route in router.routes()
        if route.resource is not None and route.method != "HEAD"
    ]


def filled(path: str) -> str:
    return PLACES.sub("1", path.replace("{token}", "t" * 43))


async def test_every_address_has_a_row_and_every_row_an_address(client: Client) -> None:
    found = {address_of(path) for _, path in addresses(client)}
    assert found == set(WEB)


async def test_who_has_nothing_to_show_is_answered_as_the_table_says(client: Client) -> None:
    wrong = []
    for method, path in addresses(client):
        row, asked = address_of(path), "GET" if method == "*" else method
        answer = await client.request(asked, filled(path), allow_redirects=False)
        expected = REACHED if row.status == 200 else (row.status, *FORM[method])
        if answer.status not in expected:
            wrong.append((method, path, answer.status))
    assert wrong == []


# A form is refused before it is asked who sends it: it did not come from a page of ours.
FORM = {"GET": (), "POST": (403, 415), "*": ()}


async def test_a_wrong_key_opens_nothing(client: Client) -> None:
    for header in ("Bearer ", "Bearer wrong", "Bearer sw_" + "a" * 40, "Basic eDp5"):
        for method, path in (("GET", "/api/v1/services"), ("POST", "/api/v1/visits")):
            headers = {"Authorization": header, "Idempotency-Key": "a" * 20}
            answer = await client.request(method, path, headers=headers, json={})
            assert answer.status == 401, (header, path)


async def test_what_is_open_to_anybody_sets_no_cookie(client: Client) -> None:
    for method, path in addresses(client):
        if address_of(path).who == ANYBODY and method == "GET":
            answer = await client.get(filled(path))
            assert "Set-Cookie" not in answer.headers, path
