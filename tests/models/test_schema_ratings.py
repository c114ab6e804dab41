"""Ratings of an older version are carried over: sums, what changed them, what was said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine, make_url, text
from sqlmodel import select

from models import schema
from models.database import Database, Transaction, writing_engine
from models.ratings import sums
from models.ratings.tables import FormerComment, Rating, RatingCorrection, RatingSum

MONDAY = "2026-11-16 03:00:00"
FILL = (
    "INSERT INTO offices (id, name, zone, seasons) VALUES (1, 'Dukcapil', 'Asia/Jakarta', '[]')",
    "INSERT INTO units (id, office_id, name, zone) VALUES (1, 1, 'KTP', 'Asia/Jakarta')",
    "INSERT INTO officers (id, nip, name, position) VALUES (1, '198001012005011001', 'Sari', '')",
    *(
        "INSERT INTO ratings (id, rater, unit_id, day, score, asked, at, comment, commented_at, "
        f"reading) VALUES ({n}, 'p{n}', 1, '2026-11-16', {score}, '{asked}', '{MONDAY}', {said})"
        for n, score, asked, said in (
            (1, 4, "counter", "NULL, NULL, NULL"),
            (2, 2, "counter", "NULL, NULL, NULL"),
            (
                3,
                1,
                "unit",
                f"'antre lama', '{MONDAY}', "
                """'{"sentiment": {"label": "negative"}, "aspects": [{"key": "waktu"}]}'""",
            ),
        )
    ),
    "INSERT INTO rating_sums (unit_id, day, n1, n2, n3, n4) VALUES (1, '2026-11-16', 1, 1, 0, 1)",
    "INSERT INTO evidence (officer_id, period, kind, source, unit_id, rating_id, at) "
    f"VALUES (1, '2026-Q4', 'rating', 'rating:1', 1, 1, '{MONDAY}')",
    *(
        "INSERT INTO journal (at, kind, unit_id, rating_id, data) "
        f"VALUES ('{MONDAY}', '{kind}', 1, {rating}, '{data}')"
        for kind, rating, data in (
            ("rating.changed", 2, '{"old": 3, "new": 2}'),
            ("rating.commented", 3, '{"sentiment": "positive", "aspects": ["biaya", "biaya"]}'),
            ("rating.commented", 3, '{"sentiment": "negative", "aspects": ["waktu"]}'),
            ("rating.commented", 1, '{"sentiment": null, "aspects": []}'),
        )
    ),
)


@pytest.fixture(params=["sqlite", "postgresql"])
def old_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'old.db'}"
        return
    server = make_url(request.getfixturevalue("postgresql_server"))
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE DATABASE old"))
    yield server.set(database="old").render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text("DROP DATABASE old WITH (FORCE)"))
    engine.dispose()


@pytest.fixture
def migrated(old_url: str) -> Iterator[Database]:
    engine = writing_engine(old_url)
    _fill(engine)
    schema.migrate(engine)
    engine.dispose()
    database = Database(old_url)
    yield database
    database.close()


def _fill(engine: Engine) -> None:
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(schema.HERE))
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
    with engine.begin() as connection:
        for statement in FILL:
            connection.exec_driver_sql(statement)


def rows(tx: Transaction, model: type[Any]) -> list[Any]:
    return list(tx.session.exec(select(model)).all())


def test_nothing_is_lost_and_the_sums_are_those_of_the_rows(migrated: Database) -> None:
    with migrated.reading() as tx:
        ratings = {row.id: row for row in rows(tx, Rating)}
        slices = {row.slice for row in rows(tx, RatingSum)}
        found = sums.by_slice(tx, None, date(2026, 11, 1), date(2026, 11, 30))
        evidence = tx.execute(text("SELECT rating_id FROM evidence")).scalars().all()
    assert [row.score for _, row in sorted(ratings.items())] == [4, 2, 1]
    assert {row.standing for row in ratings.values()} == {"counted"}
    assert slices == {"", "counter", "unit"}
    assert {name: one.counts for name, one in found.items()} == {
        "": (1, 1, 0, 1),
        "counter": (0, 1, 0, 1),
        "unit": (1, 0, 0, 0),
    }
    assert evidence == [1]


def test_what_was_changed_and_said_is_known_by_its_codes(migrated: Database) -> None:
    with migrated.reading() as tx:
        (changed,) = rows(tx, RatingCorrection)
        said = {row.id: (row.sentiment, row.aspects) for row in rows(tx, Rating)}
        former = [(row.rating_id, row.sentiment, row.aspects) for row in rows(tx, FormerComment)]
    assert (changed.rating_id, changed.was, changed.now, changed.asked) == (
        2,
        "n3",
        "n2",
        "counter",
    )
    assert changed.day == date(2026, 11, 16)
    assert said == {1: (None, ""), 2: (None, ""), 3: ("negative", ",waktu,")}
    assert sorted(former, key=str) == [(1, None, ""), (3, "positive", ",biaya,")]


async def test_a_rating_may_be_given_once_a_day_and_keys_still_hold(migrated: Database) -> None:
    again = "INSERT INTO ratings (rater, unit_id, day, score, asked, standing, aspects, at) VALUES "
    for wrong in (
        f"('p1', 1, '2026-11-16', 4, 'unit', 'counted', '', '{MONDAY}')",
        f"('p9', 7, '2026-11-16', 4, 'unit', 'counted', '', '{MONDAY}')",
    ):
        with pytest.raises(Exception, match=r"(?i)unique|foreign key"):
            await migrated.writer.run(lambda tx, row=wrong: tx.execute(text(again + row)))
