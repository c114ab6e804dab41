"""Frozen figures held against what they are made of: what the rules change later is sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, update
from sqlmodel import col, select

from models import journal, journal_audit
from models.appraisal import indicators
from models.appraisal.evidence import checking, freezing
from models.appraisal.evidence.figures import Computed
from models.appraisal.evidence.inputs_audit import MEANWHILE
from models.appraisal.indicators import Inputs, Record, RecordKind
from models.appraisal.tables import Evidence
from models.database import Database, Transaction
from models.journal import JournalEntry, Kind, Seal
from models.offices import Service
from models.ratings import corrections
from models.ratings.survey_tables import SurveyAnswer, SurveyResponse
from models.ratings.tables import Rating
from models.row_digests import RowSalt
from models.visits.tables import Visit
from tests.models.appraisal.evidence.test_freezing import FROZEN_AT, quarter
from tests.models.reported_town import ReportedTown, wib

RATED_AT = wib("2026-12-30 10:00")
HOUR = timedelta(hours=1)


@pytest.fixture
def town(sqlite_url: str) -> Iterator[ReportedTown]:
    """What rows say does not depend on the database."""
    database = Database(sqlite_url)
    with database.engine.begin() as connection:
        tx = Transaction(connection)
        yield ReportedTown.build(tx)
        tx.close()
    database.close()


def frozen(town: ReportedTown, key: str, record: Record) -> None:
    inputs = Inputs((record,))
    made = {key: Computed(key, 1, inputs, indicators.compute(key, 1, inputs))}
    freezing.freeze(town.tx, town.officer, quarter(town.tx, town.office), {}, made, FROZEN_AT)


def wrong(town: ReportedTown) -> list[str]:
    town.tx.session.flush()
    return [str(one) for one in checking.audit(town.tx, checking.Counts())]


def otherwise(record: Record) -> list[str]:
    return [f"figures 1: {record.kind} {record.id} says otherwise than when it was frozen"]


# --- ratings


def rated(town: ReportedTown, score: int = 3) -> Record:
    given = town.rates(0, score, "2026-12-30 10:00", counter=True)
    return Record(RecordKind.RATING, given, float(score))


def rescored(town: ReportedTown, record: Record, at: Any = FROZEN_AT + HOUR) -> None:
    found = town.tx.session.get_one(Rating, record.id)
    corrections.rescored(town.tx, found, 1, at, None)
    town.tx.session.expire(found)


def excluded(town: ReportedTown, record: Record) -> None:
    corrections.exclude(town.tx, record.id, FROZEN_AT + HOUR, None, "burst")


def withdrawn(town: ReportedTown, record: Record) -> None:
    corrections.withdraw(town.tx, "p100", record.id, FROZEN_AT + HOUR, None)


LATER: tuple[Callable[[ReportedTown, Record], None], ...] = (rescored, excluded, withdrawn)


@pytest.mark.parametrize("change", LATER)
def test_a_rating_that_changed_later_is_held_against_what_it_was(
    town: ReportedTown, change: Callable[[ReportedTown, Record], None]
) -> None:
    record = rated(town)
    frozen(town, "satisfaction", record)
    assert wrong(town) == []
    change(town, record)
    assert wrong(town) == []


@pytest.mark.parametrize("change", LATER)
def test_another_score_than_it_had_then_is_told(
    town: ReportedTown, change: Callable[[ReportedTown, Record], None]
) -> None:
    record = Record(RecordKind.RATING, rated(town).id, 4.0)
    frozen(town, "satisfaction", record)
    change(town, record)
    assert wrong(town) == otherwise(record)


@pytest.mark.parametrize(("apart", "sound"), [(MEANWHILE, True), (2 * MEANWHILE, False)])
def test_a_change_of_the_same_minutes_may_have_been_seen(
    town: ReportedTown, apart: timedelta, sound: bool
) -> None:
    record = Record(RecordKind.RATING, rated(town).id, 1.0)
    frozen(town, "satisfaction", record)
    rescored(town, record, FROZEN_AT + apart)
    assert wrong(town) == ([] if sound else otherwise(record))


def test_a_rating_of_somebody_else_is_told(town: ReportedTown) -> None:
    record = rated(town)
    frozen(town, "satisfaction", record)
    colleague, _ = town.staff("198001012005011002", town.unit)
    town.tx.execute(update(Rating).values(officer_id=colleague))
    assert wrong(town) == otherwise(record)


@pytest.mark.parametrize(
    ("key", "kind", "score"),
    [
        ("satisfaction", RecordKind.RATING, 1.0),
        ("visits_served", RecordKind.VISIT, None),
        ("reopened", RecordKind.CASE, 1.0),
        ("satisfaction_conduct", RecordKind.ANSWER, 60.0),
    ],
)
def test_a_record_that_is_not_there_is_told(
    town: ReportedTown, key: str, kind: RecordKind, score: float | None
) -> None:
    frozen(town, key, Record(kind, 99, score))
    assert wrong(town) == [f"figures 1: {kind} 99, which it is made of, is missing"]


# --- visits


def visited(town: ReportedTown, **other: Any) -> int:
    service = town._put(Service(unit_id=town.unit, name="KTP"))
    place = {"unit_id": town.unit, "service_id": service, "officer_id": town.officer}
    times = {"day": RATED_AT.date(), "started_at": RATED_AT, "ended_at": RATED_AT + HOUR}
    how = {"outcome": "done", "source": "api", "minutes": 12.5, "within": True}
    return town._put(Visit(**(place | times | how | other)))


@pytest.mark.parametrize(
    ("values", "other", "sound"),
    [
        ({"minutes": 12.5}, {}, True),
        ({"minutes": 12.25}, {}, False),
        ({"minutes": 12.25}, {"promised": "2 hours"}, True),  # in another kind of time
        ({"score": 1.0}, {}, True),
        ({"score": 0.0}, {}, False),
        ({"score": 0.0}, {"within": None}, False),
        ({}, {"minutes": None, "within": None}, True),
    ],
)
def test_a_visit_says_how_long_it_took_and_whether_in_time(
    town: ReportedTown, values: dict[str, float], other: dict[str, Any], sound: bool
) -> None:
    record = Record(RecordKind.VISIT, visited(town, **other), **values)
    frozen(town, "visits_within" if "score" in values else "visit_time", record)
    assert wrong(town) == ([] if sound else otherwise(record))


# --- the questionnaire


def answered(town: ReportedTown, **other: Any) -> int:
    rating = rated(town).id
    times = {"started_at": RATED_AT, "finished_at": RATED_AT}
    place = {"unit_id": town.unit, "day": RATED_AT.date(), "medium": "chat", "rating_id": rating}
    number = town._put(SurveyResponse(**(place | times | other)))
    town.tx.session.add(SurveyAnswer(response_id=number, question="perilaku", score=4))
    town.tx.session.add(SurveyAnswer(response_id=number, question="waktu", score=2))
    town.tx.session.flush()
    return number


@pytest.mark.parametrize(
    ("score", "other", "sound"),
    [
        (240.0, {}, True),
        (120.0, {}, False),  # of another element
        (120.0, {"finished_at": None}, True),  # it may have changed since
        (120.0, {"standing": "withdrawn"}, True),
    ],
)
def test_a_finished_questionnaire_says_what_it_said(
    town: ReportedTown, score: float, other: dict[str, Any], sound: bool
) -> None:
    record = Record(RecordKind.ANSWER, answered(town, **other), score)
    frozen(town, "satisfaction_conduct", record)
    assert wrong(town) == ([] if sound else otherwise(record))


# --- rows that were sealed before there were digests


def test_what_was_sealed_without_a_digest_is_counted_and_not_blamed(town: ReportedTown) -> None:
    rated(town)
    case = town.complains(1, "2026-11-18 10:00")
    entries = town.tx.session.exec(select(JournalEntry).order_by(col(JournalEntry.id))).all()
    chained = journal.GENESIS
    for number, entry in enumerate(entries, 1):  # as an older version did
        chained = journal.chain(chained, journal.body(entry), None)
        town.tx.session.add(Seal(number=number, entry_id=entry.id or 0, hash=chained))
    town.tx.session.flush()
    assert looked(town) == ([], {"ratings": 1, "cases": 1}, {})
    town.takes(case, "2026-11-18 13:00")
    while journal.seal(town.tx):
        pass
    assert looked(town) == ([], {"ratings": 1}, {"cases": 1})
    town.tx.execute(delete(Evidence))
    town.tx.execute(delete(Rating))
    assert looked(town)[0] == ["ratings 1: it is missing; the journal has 2 entries"]


def test_what_was_erased_cannot_be_tried_out_on_older_digests(town: ReportedTown) -> None:
    """The same row has another digest each time, and what the former was made with is gone."""
    record = rated(town)
    journal.seal(town.tx)
    salts = [town.tx.session.exec(select(RowSalt.salt)).all()]
    journal.write(town.tx, Kind.RATING_FLAGGED, RATED_AT, rating_id=record.id)
    journal.seal(town.tx)
    salts.append(town.tx.session.exec(select(RowSalt.salt)).all())
    assert [len(found) for found in salts] == [1, 1]
    assert salts[0] != salts[1]
    assert len(set(town.tx.session.exec(select(Seal.digest)).all())) == 2
    assert looked(town)[0] == []


def looked(town: ReportedTown) -> tuple[list[str], dict[str, int], dict[str, int]]:
    counts = journal_audit.Counts()
    found = [str(one) for one in journal_audit.audit(town.tx, counts)]
    return found, counts.older, counts.rows
