"""The world survives a restart, and a crash."""

import asyncio
from pathlib import Path

import pytest

from bot.sandbox import samples
from bot.sandbox.server import Sandbox
from bot.sandbox.store import GAP, Store, snapshot
from bot.sandbox.world import World
from tests.sandbox.conftest import TOKEN, Caller, HandClock

KEYS = {"inline_keyboard": [[{"text": "Ya", "callback_data": "y"}]]}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "sandbox.db"


async def lived(world: World, api: Caller) -> None:
    sari = world.person("Sari", role="Warga", username="sari")
    sari.opens("u_1")
    sari.sends_photo(samples.photo())
    await api("setMyCommands", commands=[{"command": "start", "description": "Mulai"}])
    await api("sendMessage", chat_id=sari.id, text="<b>?</b>", parse_mode="HTML", reply_markup=KEYS)
    tap = sari.taps("Ya")
    assert tap is not None
    await api("answerCallbackQuery", callback_query_id=tap["callback_query"]["id"], text="ok")
    sari.blocks()


async def test_everything_comes_back(
    world: World, api: Caller, clock: HandClock, path: Path
) -> None:
    await lived(world, api)
    Store(world, path).save(clean=True)
    again = World(TOKEN, clock=clock, seed=9)
    assert Store(again, path).load()
    assert snapshot(again, clean=True) == snapshot(world, clean=True)
    (sari,) = again.people
    assert sari.messages[1].data == samples.photo()
    assert sari.alerts == world.people[0].alerts


async def test_numbers_are_not_used_twice_after_a_crash(
    world: World, api: Caller, clock: HandClock, path: Path
) -> None:
    await lived(world, api)
    Store(world, path).save()
    again = World(TOKEN, clock=clock)
    Store(again, path).load()
    assert again.next_update == world.next_update + GAP


async def test_nothing_to_load(world: World, path: Path) -> None:
    assert not Store(world, path).load()


async def test_the_server_keeps_the_world(
    world: World, api: Caller, clock: HandClock, path: Path
) -> None:
    first = Sandbox(world, store=path, page=False)
    await first.start()
    await lived(world, api)
    await first.stop()
    again = World(TOKEN, clock=clock)
    second = Sandbox(again, store=path, page=False)
    await second.start()
    assert len(again.people[0].messages) == 3
    await second.stop()


async def test_changes_are_saved_without_stopping(
    world: World, clock: HandClock, path: Path
) -> None:
    saved = asyncio.Event()

    class Watched(Store):
        def save(self, *, clean: bool = False) -> None:
            super().save(clean=clean)
            saved.set()

    store = Watched(world, path)
    store.start()
    world.person("Sari").sends("halo")
    await asyncio.wait_for(saved.wait(), 5)
    again = World(TOKEN, clock=clock)
    Store(again, path).load()
    assert again.people[0].last.text == "halo"
    await store.stop()
