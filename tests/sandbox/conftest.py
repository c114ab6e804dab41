"""One world per test, with a clock that stands still until it is moved."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot.sandbox.methods import call
from bot.sandbox.server import Sandbox
from bot.sandbox.webhooks import Deliverer
from bot.sandbox.world import World

TOKEN = "123456:sandbox-token"
MONDAY = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)


class HandClock:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        return self.now

    def move(self, **delta: float) -> None:
        self.now += timedelta(**delta)


class Caller:
    """Calls the Bot API as a bot would, without HTTP: `await api("sendMessage", …)`."""

    def __init__(self, world: World) -> None:
        self.world = world

    async def __call__(self, method: str, **values: Any) -> Any:
        answer = await call(self.world, TOKEN, method, values)
        assert answer.status == 200, answer
        return answer.body["result"]

    async def refused(self, method: str, **values: Any) -> tuple[int, str]:
        """The code and the words of a refusal; `token` is tried instead of the right one."""
        token = values.pop("token", TOKEN)
        answer = await call(self.world, token, method, values)
        assert answer.status != 200, answer
        return answer.status, str(answer.body["description"])


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def world(clock: HandClock) -> World:
    return World(TOKEN, clock=clock)


@pytest.fixture
def api(world: World) -> Caller:
    return Caller(world)


@pytest.fixture
async def sandbox(world: World, clock: HandClock) -> AsyncIterator[Sandbox]:
    async def move(delta: timedelta) -> None:
        clock.now += delta

    quick = Deliverer(world, retry_first=0.01, retry_most=0.05)
    box = Sandbox(world, move_clock=move, deliverer=quick)
    await box.start()
    yield box
    await box.stop()


@pytest.fixture
async def http(sandbox: Sandbox) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(f"{sandbox.url}/bot{TOKEN}/") as session:
        yield session
