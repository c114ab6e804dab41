"""Faults: what they hit, how long, and that they end."""

from datetime import timedelta

import pytest

from bot.sandbox.driver import Person
from bot.sandbox.errors import bad_request
from bot.sandbox.faults import Outage
from bot.sandbox.methods import call
from bot.sandbox.world import World
from tests.sandbox.conftest import TOKEN, Caller, HandClock


@pytest.fixture
def pair(world: World) -> tuple[Person, Person]:
    people = world.person("Sari"), world.person("Budi")
    for person in people:
        person.opens()
    return people


async def status(world: World, person: Person, method: str = "sendMessage") -> int:
    return (await call(world, TOKEN, method, {"chat_id": person.id, "text": "a"})).status


async def test_429_for_a_number_of_calls(
    api: Caller, world: World, pair: tuple[Person, Person]
) -> None:
    sari, budi = pair
    world.faults.too_many_requests(2, retry_after=5, chat_id=sari.id)
    answer = await call(world, TOKEN, "sendMessage", {"chat_id": sari.id, "text": "a"})
    assert answer.body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 5",
        "parameters": {"retry_after": 5},
    }
    assert await status(world, budi) == 200
    assert (await api("getMe"))["is_bot"]
    assert [await status(world, sari) for _ in range(2)] == [429, 200]


async def test_429_until_a_moment(
    world: World, clock: HandClock, pair: tuple[Person, Person]
) -> None:
    world.faults.flood_until(clock() + timedelta(seconds=10))
    clock.move(seconds=4)
    answer = await call(world, TOKEN, "sendMessage", {"chat_id": pair[0].id, "text": "a"})
    assert answer.body["parameters"] == {"retry_after": 6}
    clock.move(seconds=6)
    assert await status(world, pair[0]) == 200


async def test_honest_limits_per_chat(
    world: World, clock: HandClock, pair: tuple[Person, Person]
) -> None:
    assert [await status(world, pair[0]) for _ in range(5)] == [200] * 5
    world.faults.rate_limits = True
    assert [await status(world, pair[0]) for _ in range(4)] == [200, 200, 200, 429]
    assert await status(world, pair[1]) == 200
    clock.move(seconds=3)
    for _ in range(10):
        assert await status(world, pair[0]) == 200
        clock.move(seconds=1)


async def test_honest_limits_overall(world: World, clock: HandClock) -> None:
    crowd = [world.person(f"Warga {n}") for n in range(31)]
    for person in crowd:
        person.opens()
    world.faults.rate_limits = True
    assert [await status(world, person) for person in crowd] == [200] * 30 + [429]
    clock.move(seconds=1)
    assert await status(world, crowd[-1]) == 200


@pytest.mark.parametrize(("outage", "fate"), [("drop", "dropped"), ("timeout", "timeout")])
async def test_an_outage_performs_nothing(
    world: World, pair: tuple[Person, Person], outage: Outage, fate: str
) -> None:
    world.faults.outage = outage
    answer = await call(world, TOKEN, "sendMessage", {"chat_id": pair[0].id, "text": "a"})
    assert answer.fate == fate
    assert not pair[0].sees("a")


async def test_bad_gateway_for_some_calls(world: World, pair: tuple[Person, Person]) -> None:
    world.faults.bad_gateways = 2
    assert [await status(world, pair[0]) for _ in range(3)] == [502, 502, 200]


async def test_one_method_refused(world: World, pair: tuple[Person, Person]) -> None:
    world.faults.refuse("sendMessage", bad_request("TEST"), times=1)
    assert await status(world, pair[0], "sendChatAction") == 400  # no action given
    assert [await status(world, pair[0]) for _ in range(2)] == [400, 200]


async def test_a_lost_answer_is_performed_once(world: World, pair: tuple[Person, Person]) -> None:
    world.faults.performed_but_lost = 1
    fates = [
        (await call(world, TOKEN, "sendMessage", {"chat_id": pair[0].id, "text": t})).fate
        for t in "ab"
    ]
    assert fates == ["dropped", "answered"]
    assert [m.text for m in pair[0].messages if m.from_bot] == ["a", "b"]


async def test_clearing_ends_everything(world: World, pair: tuple[Person, Person]) -> None:
    world.faults.outage = "bad_gateway"
    world.faults.too_many_requests(100)
    world.faults.bad_gateways = world.faults.performed_but_lost = 9
    world.faults.refuse("sendMessage", bad_request("TEST"), times=9)
    world.faults.clear()
    assert await status(world, pair[0]) == 200


async def test_every_call_is_logged(world: World, pair: tuple[Person, Person]) -> None:
    world.faults.too_many_requests(1)
    await status(world, pair[0])
    await status(world, pair[0])
    assert [(c.status, c.chat_id) for c in world.calls_to("sendMessage")] == [
        (429, pair[0].id),
        (200, pair[0].id),
    ]
