"""Whatever is changed by hand in a rating, a case, the journal or a frozen record, the audit names
the row; left alone, everything is computed again and sound.

The columns are read from the tables, so that one that is added later is tried too.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, text
from sqlmodel import SQLModel

from models import journal, journal_audit
from models.appraisal.evidence import checking, figures, freezing
from models.appraisal.terms_tables import AppraisalPeriod
from models.complaints import following, operations
from models.database import Database, Transaction, writing_engine
from models.ratings import corrections
from models.ratings import operations as ratings
from tests.models.reported_town import ReportedTown, reading, wib

TABLES = ("ratings", "cases", "journal", "snapshots", "figures")
FROZEN_AT, AMENDED_AT = wib("2027-01-08 00:05"), wib("2027-02-01 09:00")

Findings = list[tuple[str, int]]
Row = dict[str, Any]


# --- a town with something of everything, all of it sealed


def settle(tx: Transaction) -> None:
    """Ratings and cases of a quarter, its record frozen, and amended after something came late."""
    town = ReportedTown.build(tx)
    for citizen in range(6):
        rating = town.rates(citizen, 1 + citizen % 4, "2026-11-18 10:00", counter=True)
    town.says(5, rating, "2026-11-18 10:05", reading("negative", "waktu", clause="lama"))
    ratings.explain(tx, "p105", rating, "waktu", wib("2026-11-18 10:06"), town.citizens[5])
    cases = [town.complains(citizen, "2026-11-18 10:00") for citizen in range(3)]
    for case in cases[:2]:
        town.takes(case, "2026-11-18 13:00")
        town.answers(case, "2026-11-19 09:00")
    town.confirms(cases[0], 0, "2026-11-19 10:00")
    operations.rate_handling(tx, cases[0], town.citizens[0], 4, wib("2026-11-19 10:01"))
    following.follow(tx, cases[2], town.citizens[9], wib("2026-11-20 10:00"))
    period = AppraisalPeriod(
        office_id=town.office,
        kind="quarter",
        first_day=date(2026, 10, 1),
        last_day=date(2026, 12, 31),
        made_at=FROZEN_AT,
    )
    tx.session.add(period)
    tx.session.flush()
    found = figures.computed(tx, town.officer, period, FROZEN_AT)
    freezing.freeze(tx, town.officer, period, {"words": "Melayani."}, found, FROZEN_AT)
    corrections.exclude(tx, rating, wib("2027-01-20 10:00"), None, "burst")
    head, _ = town.staff("197501012000011003", town.unit)
    found = figures.computed(tx, town.officer, period, AMENDED_AT)
    freezing.freeze(tx, town.officer, period, {}, found, AMENDED_AT, by=head, reason="Dikecualikan")
    while journal.seal(tx):
        pass


async def build(url: str) -> None:
    database = Database(url)
    await database.writer.run(settle)
    database.close()


# --- somebody with the database's password


@dataclass
class Intruder:
    """Changes the database by hand; whatever it does is undone afterwards."""

    connection: Connection

    def rows(self, table: str) -> list[Row]:
        found = self.connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1")
        return [dict(row._mapping) for row in found]

    def audit(self) -> Findings:
        tx = Transaction(self.connection)
        found = [
            *journal_audit.audit(tx, journal_audit.Counts()),
            *checking.audit(tx, checking.Counts()),
        ]
        return [(one.table, one.row) for one in found]

    def after(self, statement: str, **values: Any) -> Findings:
        """What the audit says after a statement."""
        part = self.connection.begin_nested()
        self.connection.execute(text(statement), values)
        found = self.audit()
        part.rollback()
        return found


@contextmanager
def intruding(url: str) -> Iterator[Intruder]:
    engine = writing_engine(url)
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            cursor = connection.connection.cursor()
            for rule in ("foreign_keys=OFF", "ignore_check_constraints=ON"):
                cursor.execute(f"PRAGMA {rule}")
            triggers = connection.execute(
                text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            )
            for (name,) in triggers.all():
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(text("SET session_replication_role = replica"))
        yield Intruder(connection)
    engine.dispose()


def changed(value: Any, kind: str) -> Iterator[Any]:
    """The value with one byte or one step of difference, in several places."""
    if value is None:
        yield {"INTEGER": 1, "BOOLEAN": 1, "FLOAT": 0.5, "JSON": "{}"}.get(kind, "x")
    elif isinstance(value, int):
        yield from (value + 1000, value - 1000) if kind == "INTEGER" else (1 - value, 2)
    elif isinstance(value, float):
        yield math.nextafter(value, math.inf)
    elif not value:
        yield "x"
    else:
        for place in {len(value) // 2, len(value) - 1}:
            yield value[:place] + chr(ord(value[place]) ^ 0x40) + value[place + 1 :]


def columns(table: str) -> dict[str, str]:
    return {one.name: str(one.type) for one in SQLModel.metadata.tables[table].columns}


# --- the proof


@pytest.fixture
async def intruder(sqlite_url: str) -> Any:
    await build(sqlite_url)
    with intruding(sqlite_url) as one:
        yield one


def test_left_alone_everything_is_computed_again_and_sound(intruder: Intruder) -> None:
    counts, frozen, tx = (
        journal_audit.Counts(),
        checking.Counts(),
        Transaction(intruder.connection),
    )
    assert [*journal_audit.audit(tx, counts), *checking.audit(tx, frozen)] == []
    there = {table: len(intruder.rows(table)) for table in TABLES}
    assert counts.rows == {name: there[name] for name in ("ratings", "cases")}
    assert (counts.sealed, counts.unsealed) == (there["journal"], 0)
    assert (frozen.snapshots, frozen.figures) == (2, there["figures"])
    assert min(there.values()) > 0


@pytest.mark.parametrize("table", TABLES)
def test_a_change_of_any_column_is_named(intruder: Intruder, table: str) -> None:
    rows = intruder.rows(table)
    tried = 0
    for row in (rows[0], rows[-1]):
        for column, kind in columns(table).items():
            for other in changed(row[column], kind):
                assert other != row[column]
                found = intruder.after(
                    f'UPDATE {table} SET "{column}" = :other WHERE id = :id',
                    other=other,
                    id=row["id"],
                )
                assert (table, row["id"]) in found, (column, row[column], other, found)
                tried += 1
    assert tried >= 2 * len(columns(table))
    assert intruder.audit() == []


@pytest.mark.parametrize("table", TABLES)
def test_a_row_that_was_taken_out_is_named(intruder: Intruder, table: str) -> None:
    for row in intruder.rows(table):
        found = intruder.after(f"DELETE FROM {table} WHERE id = :id", id=row["id"])
        assert (table, row["id"]) in found, found


UNIQUE = {
    "ratings": {"rater": "nobody", "visit_id": None},
    "cases": {"ticket": "SW-26-999999-K"},
    "journal": {},
    "snapshots": {"version": 9},
    "figures": {"indicator": "visits_served"},
}


@pytest.mark.parametrize("table", TABLES)
def test_a_row_that_was_put_in_is_named(intruder: Intruder, table: str) -> None:
    row = intruder.rows(table)[0] | {"id": 900_000} | UNIQUE[table]
    if table == "figures":
        row["snapshot_id"] = 900_001
    names = ", ".join(f'"{name}"' for name in row)
    values = ", ".join(f":{name}" for name in row)
    found = intruder.after(f"INSERT INTO {table} ({names}) VALUES ({values})", **row)
    assert (table, 900_000) in found, found


def test_an_officer_s_records_do_not_vanish_unseen(intruder: Intruder) -> None:
    snapshots, made = intruder.rows("snapshots"), intruder.rows("figures")
    part = intruder.connection.begin_nested()
    for table in ("figures", "snapshots"):
        intruder.connection.execute(text(f"DELETE FROM {table}"))
    found = intruder.audit()
    part.rollback()
    assert set(found) == {
        *(("snapshots", row["id"]) for row in snapshots),
        *(("figures", row["id"]) for row in made),
    }


def test_a_figure_with_a_fitting_hash_is_still_computed_again(intruder: Intruder) -> None:
    """Somebody changes the last figure's result, and the hashes over it as the service would."""
    last = intruder.rows("figures")[-1]
    result = json.loads(last["result"]) | {"n": 77}
    forged = {**last, "inputs": json.loads(last["inputs"]), "result": result}
    found = intruder.after(
        "UPDATE figures SET result = :result, hash = :hash WHERE id = :id",
        result=json.dumps(result),
        hash=checking.chain.digest(checking.chain.figure_row(forged)),
        id=last["id"],
    )
    assert ("figures", last["id"]) in found


# --- what happens by itself is no tampering, and a sample on PostgreSQL


async def test_what_the_service_changes_is_sound_at_every_moment(database: Database) -> None:
    """Between two seals a row waits for the next one; it is never called wrong."""

    def act(tx: Transaction) -> None:
        at = AMENDED_AT + timedelta(days=1)
        given = ratings.give(tx, "p100", 1, 2, at, asked="unit", actor_id=3)
        ratings.rerate(tx, "p100", given.rating_id, 4, at + timedelta(minutes=10), 3)

    def look(tx: Transaction) -> tuple[list[str], dict[str, int]]:
        counts = journal_audit.Counts()
        return [str(one) for one in journal_audit.audit(tx, counts)], counts.waiting

    await database.writer.run(settle)
    assert database.read_now(look) == ([], {})
    await database.writer.run(act)
    assert database.read_now(look) == ([], {"ratings": 1})
    await database.writer.run(journal.seal)
    assert database.read_now(look) == ([], {})


SAMPLE: tuple[tuple[str, tuple[str, int]], ...] = (
    ("UPDATE ratings SET score = 4 WHERE id = 1", ("ratings", 1)),
    ("UPDATE ratings SET at = at + interval '1 microsecond' WHERE id = 2", ("ratings", 2)),
    ("UPDATE ratings SET reading = '{}' WHERE id = 6", ("ratings", 6)),
    ("UPDATE cases SET supervisory = NOT supervisory WHERE id = 1", ("cases", 1)),
    ("UPDATE cases SET latitude = 0.5 WHERE id = 2", ("cases", 2)),
    ("UPDATE cases SET wake_at = wake_at + interval '1 day' WHERE id = 3", ("cases", 3)),
    ("DELETE FROM cases WHERE id = 3", ("cases", 3)),
    ("UPDATE journal SET at = at + interval '1 microsecond' WHERE id = 4", ("journal", 4)),
    ('UPDATE snapshots SET content = \'{"words":"Melayani."}\' WHERE id = 1', ("snapshots", 1)),
    ("UPDATE snapshots SET reason = 'x' WHERE id = 2", ("snapshots", 2)),
    ("UPDATE figures SET formula = 2 WHERE id = 3", ("figures", 3)),
    ("DELETE FROM figures WHERE id = 5", ("figures", 5)),
)


async def test_on_postgresql_too(postgresql_url: str) -> None:
    await build(postgresql_url)
    with intruding(postgresql_url) as intruder:
        assert intruder.audit() == []
        missed = {
            statement: found
            for statement, named in SAMPLE
            if named not in (found := intruder.after(statement))
        }
        assert missed == {}
