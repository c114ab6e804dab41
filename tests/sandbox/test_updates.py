"""Updates: offsets, the long poll, conflicts, duplicates, order, what is wanted, what expires."""

import asyncio

import pytest

from bot.sandbox.driver import Person
from bot.sandbox.world import World
from tests.sandbox.conftest import Caller, HandClock


@pytest.fixture
def sari(world: World) -> Person:
    return world.person("Sari")


async def ids(api: Caller, **values: object) -> list[int]:
    return [update["update_id"] for update in await api("getUpdates", **values)]


async def test_an_offset_confirms_what_is_below(api: Caller, world: World, sari: Person) -> None:
    for number in range(3):
        sari.sends(str(number))
    first = await ids(api)
    assert first == list(range(first[0], first[0] + 3))
    assert await ids(api) == first
    assert await ids(api, offset=first[0] + 1) == first[1:]
    assert world.pending == 2
    assert await ids(api, offset=first[-1] + 1) == []
    assert world.pending == 0


async def test_a_negative_offset_keeps_the_newest(api: Caller, sari: Person) -> None:
    for number in range(5):
        sari.sends(str(number))
    every = await ids(api, offset=-2)
    assert len(every) == 2
    assert await ids(api) == every


async def test_a_limit(api: Caller, sari: Person) -> None:
    for number in range(120):
        sari.sends(str(number))
    assert len(await ids(api)) == 100
    assert len(await ids(api, limit=3)) == 3


async def test_the_long_poll_ends_with_news(api: Caller, world: World, sari: Person) -> None:
    poll = asyncio.create_task(ids(api, timeout=30))
    await world.until(lambda: world.poller)
    sari.sends("halo")
    assert len(await asyncio.wait_for(poll, 1)) == 1


async def test_a_second_poller_ends_the_first(api: Caller, world: World) -> None:
    first = asyncio.create_task(api.refused("getUpdates", timeout=30))
    await world.until(lambda: world.poller)
    assert await ids(api) == []
    code, words = await asyncio.wait_for(first, 1)
    assert code == 409
    assert words.startswith("Conflict: terminated by other getUpdates request")


async def test_a_webhook_forbids_polling(api: Caller, world: World) -> None:
    waiting = asyncio.create_task(api.refused("getUpdates", timeout=30))
    await world.until(lambda: world.poller)
    await api("setWebhook", url="http://127.0.0.1:9/x")
    terminated = (409, "Conflict: terminated by setWebhook request")
    assert await asyncio.wait_for(waiting, 1) == terminated
    code, words = await api.refused("getUpdates")
    assert code == 409
    assert words.startswith("Conflict: can't use getUpdates method while webhook is active")
    await api("deleteWebhook")
    assert await ids(api) == []


async def test_webhook_settings(api: Caller, world: World, sari: Person) -> None:
    sari.sends("lama")
    hook = {"url": "https://a.id/x", "max_connections": 7, "allowed_updates": ["message"]}
    await api("setWebhook", **hook, drop_pending_updates=True)
    sari.sends("baru")
    info = await api("getWebhookInfo")
    assert (info["url"], info["max_connections"]) == ("https://a.id/x", 7)
    assert (info["pending_update_count"], info["allowed_updates"]) == (1, ["message"])
    assert (await api.refused("setWebhook", url="kantor"))[0] == 400
    assert (await api.refused("setWebhook", url="https://a.id", secret_token="a b"))[0] == 400


async def test_only_wanted_kinds_are_queued(api: Caller, world: World, sari: Person) -> None:
    await api("getUpdates", allowed_updates=["edited_message"])
    message = sari.sends("salah")
    sari.edits(message, "benar")
    (update,) = world.take_updates()
    assert update["edited_message"]["text"] == "benar"


async def test_duplicates_carry_the_same_number(api: Caller, world: World, sari: Person) -> None:
    world.faults.duplicates = True
    sari.sends("halo")
    first, second = await ids(api)
    assert first == second
    await ids(api, offset=first + 1)
    assert world.pending == 0


async def test_shuffled_batches_lose_nothing(api: Caller, world: World, sari: Person) -> None:
    world.faults.reorder = True
    for number in range(150):
        sari.sends(str(number))
    batch = await ids(api)
    assert batch != sorted(batch)
    rest = await ids(api, offset=max(batch) + 1)
    assert sorted(batch + rest) == list(range(min(batch), min(batch) + 150))


async def test_updates_wait_a_day(
    api: Caller, world: World, sari: Person, clock: HandClock
) -> None:
    sari.sends("kemarin")
    clock.move(hours=23)
    sari.sends("hari ini")
    clock.move(hours=2)
    assert [u["message"]["text"] for u in await api("getUpdates")] == ["hari ini"]


async def test_an_outage_ends_the_long_poll(api: Caller, world: World) -> None:
    poll = asyncio.create_task(api.refused("getUpdates", timeout=30))
    await world.until(lambda: world.poller)
    world.faults.outage = "bad_gateway"
    world.notify("faults")
    assert await asyncio.wait_for(poll, 1) == (502, "Bad Gateway")


async def test_taking_updates_in_process(world: World, sari: Person) -> None:
    sari.sends("a")
    sari.sends("b")
    assert [u["message"]["text"] for u in world.take_updates()] == ["a", "b"]
    assert world.take_updates() == []


async def test_waiting_gives_up(world: World) -> None:
    with pytest.raises(TimeoutError):
        await world.until(lambda: False, 0.01)
