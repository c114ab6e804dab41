"""A town with many ratings: a year of 200 units, written by SQL, with the sums the service keeps.

Every second rating is of a visit's code; one in ten has a comment; one in a
hundred was changed; one questionnaire for four ratings. Answers question by question are written
for one unit only (`UNIT`), for the comparison without sums: for all it would be twenty million
rows that no report reads.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import Connection

from models.database import Transaction, writing_engine
from models.ratings import sums
from models.ratings.ikm import ELEMENTS
from tests.bench import case_town
from tests.bench.case_town import NOW, WRITTEN, CaseTown

DAYS = 364
LAST = date(2026, 11, 22)  # Sunday, the day before NOW
FIRST = LAST - timedelta(days=DAYS - 1)
UNIT = 7
SERVICES = 4  # of each unit
PROFILE = (
    *(f"sex:{one}" for one in ("female", "male")),
    *(f"education:{one}" for one in ("SD", "SMP", "SMA", "D3", "S1")),
    *(f"occupation:{one}" for one in ("PNS", "swasta", "wirausaha", "lainnya")),
    *(f"age:{one}" for one in ("17-25", "26-35", "36-45")),
)
READING = json.dumps(
    {
        "sentiment": {"label": "negative"},
        "aspects": [{"key": "waktu", "clause": "antre lama"}],
        "redacted": "antre lama sekali",
    }
)
MIX = "(i * 2654435761 % 1000003)"  # spreads i evenly, the same each time
ASKED = f"CASE WHEN i % 2 = 0 THEN 'visit' WHEN {MIX} % 5 = 0 THEN 'invited' ELSE 'counter' END"
SCORE = f"CASE WHEN {MIX} % 100 < 4 THEN 1 WHEN {MIX} % 100 < 14 THEN 2 " \
        f"WHEN {MIX} % 100 < 64 THEN 3 ELSE 4 END"  # fmt: skip
AT = f"datetime(day, '+1 hours', '+' || ({MIX} % 25200) || ' seconds') || '.000000'"


def make(file: Path, ratings: int, cases: int = WRITTEN) -> CaseTown:
    """Write the file anew, with this many ratings and cases (a multiple of `WRITTEN`)."""
    town = case_town.make(file, cases)
    engine = writing_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        indexes = _without_indexes(connection)
        _services(connection)
        _ratings(connection, ratings)
        for index in indexes:
            connection.exec_driver_sql(index)
    with engine.begin() as connection:
        sums.rebuild(Transaction(connection))
        _visit_sums(connection)
        _surveys(connection)
    with engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    engine.dispose()
    return town


def _without_indexes(connection: Connection) -> list[str]:
    """Dropped, to be made anew at the end, which is much faster than keeping them."""
    found = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
        "AND tbl_name = 'ratings'"
    ).all()
    for index in found:
        connection.exec_driver_sql(f"DROP INDEX {index.name}")
    return [index.sql for index in found]


def _services(connection: Connection) -> None:
    connection.exec_driver_sql(
        "WITH RECURSIVE k(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < ?) "
        "INSERT INTO services (unit_id, name, duration, requirements, fee) "
        "SELECT units.id, 'Layanan ' || n, '30 minutes', '', '' FROM units, k "
        "ORDER BY units.id, n",
        (SERVICES,),
    )


def _ratings(connection: Connection, ratings: int) -> None:
    service = f"(i % 200) * {SERVICES} + ({MIX} % {SERVICES}) + 1"
    connection.exec_driver_sql(
        "WITH RECURSIVE "
        f"n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {ratings - 1}), d AS "
        f"(SELECT i, date('{FIRST}', '+' || (i * {DAYS} / {ratings}) || ' days') AS day FROM n) "
        "INSERT INTO ratings (rater, unit_id, day, service_id, score, asked, standing, at, "
        "comment, commented_at, reading, sentiment, aspects) "
        f"SELECT 'r' || i, i % 200 + 1, day, CASE WHEN i % 2 = 0 THEN {service} END, {SCORE}, "
        f"{ASKED}, CASE WHEN i % 500 = 1 THEN 'excluded' ELSE 'counted' END, {AT}, "
        f"CASE WHEN {MIX} % 10 = 0 THEN 'antre lama sekali' END, "
        f"CASE WHEN {MIX} % 10 = 0 THEN {AT} END, "
        f"CASE WHEN {MIX} % 10 = 0 THEN '{READING}' END, "
        f"CASE WHEN {MIX} % 10 = 0 THEN 'negative' END, "
        f"CASE WHEN {MIX} % 10 = 0 THEN ',waktu,' ELSE '' END FROM d"
    )
    connection.exec_driver_sql(
        "INSERT INTO rating_corrections "
        "(rating_id, unit_id, day, asked, service_id, given_at, at, was, now) "
        "SELECT id, unit_id, day, asked, service_id, at, "
        "datetime(at, '+1 hours') || '.000000', 'n2', 'n' || score "
        "FROM ratings WHERE id % 100 = 0 AND standing = 'counted' AND score <> 2"
    )


def _visit_sums(connection: Connection) -> None:
    connection.exec_driver_sql(
        "INSERT INTO visit_sums (unit_id, service_id, day, visits, done, minutes, promised, "
        "within, waits, waited) SELECT unit_id, CAST(substr(slice, 9) AS INTEGER), day, "
        "2 * (n1 + n2 + n3 + n4), 2 * (n1 + n2 + n3 + n4), 40 * (n1 + n2 + n3 + n4), "
        "2 * (n1 + n2 + n3 + n4), n3 + n4, n3 + n4, 12 * (n3 + n4) "
        "FROM rating_sums WHERE slice LIKE 'service:%'"
    )


def _surveys(connection: Connection) -> None:
    """Daily sums of every unit; single questionnaires of one."""
    day = "SELECT unit_id, day, (n1 + n2 + n3 + n4) / 4 AS n FROM rating_sums WHERE slice = ''"
    for place, key in enumerate(("received", "complete", "medium:chat", *PROFILE)):
        share = 1 if place < 3 else 4
        _sum(connection, day, key, f"n / {share}", "0", "0")
    for place, element in enumerate(ELEMENTS):
        mean = f"{180 + 5 * place}"
        _sum(connection, day, element, "n", f"n * {mean}", f"n * ({mean} * {mean} + 1600)")
    _sum(connection, day, "index", "n", "n * 11520", "n * (11520 * 11520 + 2000000)")
    connection.exec_driver_sql(
        "INSERT INTO survey_responses (unit_id, day, medium, rating_id, standing, started_at, "
        f"finished_at) SELECT unit_id, day, 'chat', id, standing, at, at FROM ratings "
        f"WHERE unit_id = {UNIT} AND id % 4 = 3"
    )
    for element in ELEMENTS:
        connection.exec_driver_sql(
            "INSERT INTO survey_answers (response_id, question, score) "
            f"SELECT id, '{element}', 3 + id % 2 FROM survey_responses"
        )


def _sum(connection: Connection, day: str, key: str, n: str, total: str, squares: str) -> None:
    connection.exec_driver_sql(
        "INSERT INTO survey_sums (unit_id, key, day, n, total, squares) "
        f"SELECT unit_id, '{key}', day, {n}, {total}, {squares} FROM ({day})"
    )


__all__ = ["DAYS", "FIRST", "LAST", "NOW", "UNIT", "make"]
