"""Promises: in order, each once, with what became of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import pytest
from sqlmodel import col, select

from models import dialogs, outbox
from models.database import Database, Transaction
from models.outbox import KEEP_SENT, Due, OutboxMessage, Outgoing, Urgency

AT = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
T = TypeVar("T")


class Post:
    """An outbox with two people."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def run(self, work: Callable[[Transaction], T]) -> T:
        return await self.database.writer.run(work)

    async def enter(self) -> None:
        def work(tx: Transaction) -> None:
            for number in (1, 2):
                dialogs.enter(tx, 700 + number, f"p{number}", "id", AT)

        await self.run(work)

    async def put(
        self,
        name: str,
        person: int = 1,
        urgency: Urgency = Urgency.NOTICE,
        update_id: int | None = None,
        rides: bool = False,
        unit_id: int | None = None,
        case_id: int | None = None,
    ) -> None:
        message = Outgoing(person, {"key": name, "values": {}}, urgency, unit_id, case_id)
        await self.run(lambda tx: outbox.put(tx, message, AT, update_id=update_id, rides=rides))

    def waiting(self, limit: int = 100) -> list[Due]:
        return self.database.read_now(lambda tx: outbox.waiting(tx, limit))

    def names(self) -> list[str]:
        return [due.body["key"] for due in self.waiting()]

    def row(self, number: int) -> OutboxMessage:
        return self.database.read_now(lambda tx: tx.session.get_one(OutboxMessage, number))


@pytest.fixture
async def post(database: Database) -> Post:
    made = Post(database)
    await made.enter()
    return made


async def test_replies_first_then_the_oldest(post: Post) -> None:
    await post.put("bulk", urgency=Urgency.BULK)
    await post.put("first")
    await post.put("reply", urgency=Urgency.REPLY)
    await post.put("second")
    assert post.names() == ["reply", "first", "second", "bulk"]


async def test_what_is_sent_or_given_up_waits_no_more(post: Post) -> None:
    for name in ("a", "b", "c"):
        await post.put(name)
    await post.run(lambda tx: outbox.mark_sent(tx, [1], AT))
    await post.run(lambda tx: outbox.mark_failed(tx, 2, AT, "400: chat not found"))
    assert post.names() == ["c"]
    assert (post.row(1).sent_at, post.row(1).attempts) == (AT, 1)
    assert (post.row(2).failed_at, post.row(2).reason) == (AT, "400: chat not found")


async def test_a_retry_keeps_its_place_and_says_why(post: Post) -> None:
    await post.put("a")
    await post.put("b")
    await post.run(lambda tx: outbox.mark_retry(tx, 1, AT + HOUR, "502"))
    assert post.names() == ["a", "b"]  # a later one to the same chat must not overtake
    due = post.waiting()[0]
    assert (due.attempts, due.next_try_at) == (1, AT + HOUR)
    assert post.row(1).reason == "502"


async def test_parts_that_went_out_are_remembered(post: Post) -> None:
    await post.put("long")
    await post.run(lambda tx: outbox.mark_part(tx, 1, 2))
    assert post.waiting()[0].parts_sent == 2


async def test_who_blocked_the_bot_waits_for_nothing(post: Post) -> None:
    await post.put("a", unit_id=3, case_id=9)
    await post.put("b")
    await post.put("other", person=2)
    lost = await post.run(lambda tx: outbox.fail_all_to(tx, 1, AT, "403"))
    assert sorted((one.id, one.unit_id, one.case_id) for one in lost) == [
        (1, 3, 9),
        (2, None, None),
    ]
    assert post.names() == ["other"]


async def test_a_reply_that_rides_is_kept_for_the_same_update_again(post: Post) -> None:
    await post.put("ridden", update_id=55, rides=True)
    assert post.names() == []
    found = await post.run(lambda tx: outbox.rode(tx, 55))
    assert found is not None
    message, telegram_id, language = found
    assert (message["key"], telegram_id, language) == ("ridden", 701, "id")
    assert await post.run(lambda tx: outbox.rode(tx, 56)) is None


async def test_an_outdated_reply_edits_nothing(post: Post) -> None:
    message = Outgoing(1, {"key": "asked", "values": {}, "edit": 12})
    await post.run(lambda tx: outbox.put(tx, message, AT, update_id=5, rides=True))

    async def edits() -> bool:
        found = await post.run(lambda tx: outbox.rode(tx, 5))
        assert found is not None
        return "edit" in found[0]

    await post.put("to somebody else", person=2)
    assert await edits()
    await post.put("later")
    assert not await edits()


async def test_the_backlog_counts_what_waits_and_since_when(post: Post) -> None:
    assert await post.run(outbox.backlog) == (0, None)
    await post.put("a")
    await post.put("b")
    assert await post.run(outbox.backlog) == (2, AT)


async def test_the_week_counts_what_was_given_up_in_it(post: Post) -> None:
    for unit in (1, 1, 2, None):
        await post.put("x", unit_id=unit)
    for row, at in ((1, AT), (2, AT + HOUR), (3, AT), (4, AT)):
        await post.run(lambda tx, row=row, at=at: outbox.mark_failed(tx, row, at, "x"))

    async def lost(units: list[int] | None) -> int:
        return await post.run(lambda tx: outbox.undelivered(tx, AT, AT + HOUR, units))

    assert [await lost(None), await lost([1]), await lost([2]), await lost([])] == [3, 1, 1, 0]


async def test_what_was_delivered_long_ago_is_forgotten_the_rest_is_not(post: Post) -> None:
    for name in ("old", "failed", "waiting"):
        await post.put(name)
    await post.run(lambda tx: outbox.mark_sent(tx, [1], AT))
    await post.run(lambda tx: outbox.mark_failed(tx, 2, AT, "x"))
    await post.run(lambda tx: outbox.forget(tx, AT + KEEP_SENT + HOUR))
    left = await post.run(
        lambda tx: [
            row.body
            for row in tx.session.exec(select(OutboxMessage).order_by(col(OutboxMessage.id)))
        ]
    )
    assert left == [{}, {"key": "waiting", "values": {}}]  # of the failed one its words are gone
