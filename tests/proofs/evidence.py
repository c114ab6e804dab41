"""What the database and the sandbox hold afterwards, held against what people did."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import col, select

from bot import rendering
from bot.sandbox.world import World
from models.database import Database, Transaction
from models.intake import LedgerEntry, ParkedUpdate
from models.journal import JournalEntry, Kind
from models.offices import Counter as Desk
from models.offices import Office, Unit
from models.outbox import OutboxMessage
from models.people import Person, pseudonym
from models.ratings.sums import ALL
from models.ratings.tables import Rating, RatingSum
from tests.proofs.citizens import Done, Place
from tests.proofs.processes import KEY


async def places(database: Database, units: int) -> list[Place]:
    """Units to rate; every other one by the poster of its counter."""

    def work(tx: Transaction) -> list[Place]:
        office = Office(name="Dinas Dukcapil")
        tx.session.add(office)
        tx.session.flush()
        made = []
        for number in range(1, units + 1):
            unit = Unit(office_id=office.id or 0, name=f"Unit-{number:02d}")
            tx.session.add(unit)
            tx.session.flush()
            desk = Desk(unit_id=unit.id or 0, name="Loket")
            tx.session.add(desk)
            tx.session.flush()
            link = f"u{unit.id}" if number % 2 else f"c{desk.id}"
            made.append(Place(link, unit.name, unit.id or 0))
        return made

    return await database.writer.run(work)


@dataclass(frozen=True)
class Count:
    """The three numbers of the proof."""

    updates: int
    lost: int
    doubled: int
    sent_twice: int


def check(database: Database, world: World, first_update: int, done: Done) -> Count:
    """Assert that effects and dialogues agree; count what was lost, doubled, sent twice."""
    with database.reading() as tx:
        _ratings(tx, done)
        _sums(tx)
        _journal(tx, done)
        lost, doubled = _ledger(tx, range(first_update, world.next_update))
        return Count(world.next_update - first_update, lost, doubled, _outbox(tx, world))


def _ratings(tx: Transaction, done: Done) -> None:
    stored = {(r.rater, r.unit_id): r for r in tx.session.exec(select(Rating))}
    implied = {(pseudonym(KEY, who), unit): s for (who, unit), s in done.ratings.items()}
    assert {key: r.score for key, r in stored.items()} == implied
    comments = {(pseudonym(KEY, who), unit): words for (who, unit), words in done.comments.items()}
    assert {key: r.comment for key, r in stored.items() if r.comment} == comments


def _sums(tx: Transaction) -> None:
    counted = Counter((r.unit_id, r.day, r.score) for r in tx.session.exec(select(Rating)))
    kept = Counter(
        {
            (row.unit_id, row.day, score): getattr(row, f"n{score}")
            for row in tx.session.exec(select(RatingSum).where(RatingSum.slice == ALL))
            for score in (1, 2, 3, 4)
        }
    )
    assert +kept == counted


def _journal(tx: Transaction, done: Done) -> None:
    """One entry for each effect, no more and no less."""
    found = tx.session.exec(select(JournalEntry.kind, func.count()).group_by(JournalEntry.kind))
    people = {who for who, _ in done.ratings}
    assert dict(found.all()) == {
        Kind.CONSENT_GIVEN: len(people),
        Kind.RATED: len(done.ratings),
        Kind.RATING_CHANGED: done.changes,
        Kind.RATING_COMMENTED: len(done.comments),
    }


def _ledger(tx: Transaction, delivered: range) -> tuple[int, int]:
    """Updates lost, and effects without an update of their own."""
    entered = Counter(tx.session.exec(select(LedgerEntry.update_id)))
    assert tx.session.exec(select(ParkedUpdate)).all() == []
    replies = Counter(
        tx.session.exec(
            select(OutboxMessage.update_id).where(col(OutboxMessage.update_id).is_not(None))
        )
    )
    lost = len(set(delivered) - entered.keys())
    doubled = sum(number - 1 for number in replies.values()) + len(entered.keys() - set(delivered))
    return lost, doubled


def _outbox(tx: Transaction, world: World) -> int:
    """Every promise was kept at the sandbox; returns how many were kept more than once."""
    promised: Counter[tuple[int, str]] = Counter()
    rows = tx.session.exec(
        select(OutboxMessage, Person).join(Person, col(Person.id) == OutboxMessage.person_id)
    )
    for row, person in rows:
        assert row.sent_at or row.failed_at, f"row {row.id} was not sent"
        assert not row.failed_at, f"row {row.id} failed: {row.reason}"
        for call in rendering.calls(row.body, person.telegram_id, person.language):
            promised[person.telegram_id, call.parameters["text"]] += 1
    arrived = Counter(
        (call.chat_id or 0, str(call.params["text"]))
        for call in world.calls
        if call.method in ("sendMessage", "editMessageText")
        and (call.status == 200 or "not modified" in call.description)
    )
    missing = promised - arrived
    assert not missing, f"promised and never delivered: {missing}"
    return (arrived - promised).total()
