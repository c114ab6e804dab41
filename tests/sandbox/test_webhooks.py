"""The webhook: its secret, retries, parallel posts, and the method in the answer."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.driver import Person
from bot.sandbox.server import Sandbox
from bot.sandbox.world import World
from tests.sandbox.conftest import Caller


class Receiver:
    """A bot's webhook that answers as told: `answers` are (status, body), then 200."""

    def __init__(self) -> None:
        self.updates: list[dict[str, Any]] = []
        self.secrets: list[str] = []
        self.answers: list[tuple[int, str]] = []
        self.open = asyncio.Event()
        self.open.set()
        self.inside = self.most_inside = 0
        self.full = asyncio.Event()

    async def handle(self, request: web.Request) -> web.Response:
        self.inside += 1
        self.most_inside = max(self.most_inside, self.inside)
        self.updates.append(await request.json())
        if self.inside == 3:
            self.full.set()
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""))
        await self.open.wait()
        self.inside -= 1
        status, body = self.answers.pop(0) if self.answers else (200, "")
        return web.Response(status=status, text=body)

    @property
    def numbers(self) -> list[int]:
        return [update["update_id"] for update in self.updates]


@pytest.fixture
def receiver() -> Receiver:
    return Receiver()


@pytest.fixture
async def hook(receiver: Receiver) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/hook", receiver.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    receiver.open.set()
    await runner.cleanup()


@pytest.fixture
def sari(world: World) -> Person:
    return world.person("Sari")


async def test_updates_come_with_the_secret(
    sandbox: Sandbox, world: World, api: Caller, sari: Person, receiver: Receiver, hook: str
) -> None:
    sari.sends("sebelum")
    await api("setWebhook", url=hook, secret_token="rahasia_1")
    sari.sends("sesudah")
    await world.until(lambda: not world.pending)
    assert [u["message"]["text"] for u in receiver.updates] == ["sebelum", "sesudah"]
    assert receiver.secrets == ["rahasia_1"] * 2


async def test_a_failure_is_tried_again(
    sandbox: Sandbox, world: World, api: Caller, sari: Person, receiver: Receiver, hook: str
) -> None:
    receiver.answers = [(500, ""), (403, ""), (200, "")]
    await api("setWebhook", url=hook)
    sari.sends("halo")
    await world.until(lambda: world.webhook.last_error_message)
    info = await api("getWebhookInfo")
    assert info["pending_update_count"] == 1
    assert info["last_error_message"].startswith("Wrong response from the webhook: 500")
    await world.until(lambda: not world.pending)
    assert len(receiver.updates) == 3
    assert len(set(receiver.numbers)) == 1


async def test_a_closed_port_keeps_the_update(
    sandbox: Sandbox, world: World, api: Caller, sari: Person, receiver: Receiver, hook: str
) -> None:
    await api("setWebhook", url="http://127.0.0.1:9/nobody")
    sari.sends("halo")
    await world.until(lambda: world.webhook.last_error_message == "Connection refused")
    assert world.pending == 1
    await api("setWebhook", url=hook)
    await world.until(lambda: not world.pending)
    assert len(receiver.updates) == 1


async def test_the_answer_may_carry_a_method(
    sandbox: Sandbox, world: World, api: Caller, sari: Person, receiver: Receiver, hook: str
) -> None:
    reply = {"method": "sendMessage", "chat_id": sari.id, "text": "Langsung"}
    receiver.answers = [(200, json.dumps(reply))]
    await api("setWebhook", url=hook)
    sari.sends("halo")
    await world.until(lambda: sari.sees("Langsung"))
    assert [(c.method, c.status) for c in world.calls_to("sendMessage")] == [("sendMessage", 200)]


async def test_connections_are_used_in_parallel_but_no_more_than_allowed(
    sandbox: Sandbox, world: World, api: Caller, receiver: Receiver, hook: str
) -> None:
    receiver.open.clear()
    await api("setWebhook", url=hook, max_connections=3)
    crowd = [world.person(f"Warga {n}") for n in range(6)]
    for person in crowd:
        person.sends("halo")
        person.sends("lagi")
    async with asyncio.timeout(5):
        await receiver.full.wait()
    assert {u["message"]["text"] for u in receiver.updates} == {"halo"}
    receiver.open.set()
    await world.until(lambda: not world.pending)
    assert receiver.most_inside == 3
    assert len(receiver.updates) == 12


async def test_duplicates_arrive_twice(
    sandbox: Sandbox, world: World, api: Caller, sari: Person, receiver: Receiver, hook: str
) -> None:
    await api("setWebhook", url=hook)
    world.faults.duplicates = True
    sari.sends("halo")
    await world.until(lambda: not world.pending)
    first, second = receiver.numbers
    assert first == second


async def test_an_outage_holds_updates_back(
    sandbox: Sandbox, world: World, api: Caller, sari: Person, receiver: Receiver, hook: str
) -> None:
    await api("setWebhook", url=hook)
    world.faults.outage = "drop"
    sari.sends("halo")
    with pytest.raises(TimeoutError):
        await world.until(lambda: receiver.updates, 0.05)
    world.faults.outage = ""
    world.notify("faults")
    await world.until(lambda: not world.pending)
    assert len(receiver.updates) == 1
