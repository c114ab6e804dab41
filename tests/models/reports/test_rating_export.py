"""The rows behind the figures: everything received, in order, and nothing that tells who."""

from __future__ import annotations

from dataclasses import fields

from handlers import skm_words, texts
from models.database import Database, Transaction
from models.ratings.ikm import ELEMENTS
from models.ratings.patterns import Reason
from models.ratings.periods import Period
from models.ratings.tables import Asked, Rating
from models.reports import rating_export, skm
from models.reports.rating_export import QuestionnaireRow, RatingRow
from tests.models.reports.surveyed_unit import NOW, SurveyedUnit, wib

QUARTER = Period.of("2026-Q4")
PERSONAL = {"rater", "sex", "age", "education", "occupation", "at", "person_id", "officer"}


async def test_the_rows_are_what_the_report_counts(database: Database) -> None:
    def work(tx: Transaction) -> None:
        unit = SurveyedUnit.build(tx)
        unit.answers({"waktu": 4}, wib("2026-09-30 23:59"))  # another quarter
        given = [unit.answers(dict.fromkeys(ELEMENTS, 3), asked=Asked.INVITED) for _ in range(7)]
        unit.answers({"biaya": 2, "waktu": 1})
        unit.rates(1)
        unit.excludes(given[0], "quick")
        unit.withdraws(given[1])

    await database.writer.run(work)

    def read(tx: Transaction) -> tuple[list[QuestionnaireRow], list[RatingRow]]:
        assert rating_export.questions(tx, 1, QUARTER) == ELEMENTS
        found = rating_export.questionnaires(tx, 1, QUARTER)
        return list(found), list(rating_export.ratings(tx, 1, QUARTER))

    answers, ratings = database.read_now(read)
    report = database.read_now(lambda tx: skm.report(tx, 1, QUARTER, NOW))
    assert (len(answers), len(ratings)) == (8, 9)
    assert (report.questionnaires.received, report.ratings.received) == (8, 9)
    first, second, third, *_, last = answers
    assert (first.standing, first.reason, len(first.scores)) == ("excluded", "quick", 9)
    assert (second.standing, second.reason, second.scores) == ("withdrawn", "", {})
    assert (third.channel, third.complete) == ("invited", True)
    assert (last.channel, last.complete, last.scores) == ("unit", False, {"biaya": 2, "waktu": 1})
    assert [row.score for row in ratings] == [3, None, *[3] * 6, 1]
    assert [row.id for row in ratings] == sorted(row.id for row in ratings)


async def test_words_of_bribes_and_of_what_does_not_count_are_not_quoted(
    sqlite_database: Database,
) -> None:
    def work(tx: Transaction) -> None:
        unit = SurveyedUnit.build(tx)
        readings = [{"redacted": "cepat"}, {"redacted": "minta uang", "corruption": True},
                    {"redacted": "kasar", "abuse": True}, {"redacted": "lagi"}]  # fmt: skip
        for reading in readings:
            tx.session.get_one(Rating, unit.rates(2)).reading = reading
        tx.session.flush()
        unit.excludes(4)

    await sqlite_database.writer.run(work)
    rows = sqlite_database.read_now(lambda tx: list(rating_export.ratings(tx, 1, QUARTER)))
    assert [row.comment for row in rows] == ["cepat", "", "", ""]


def test_no_column_tells_who_it_was() -> None:
    for row in (QuestionnaireRow, RatingRow):
        assert not PERSONAL & {field.name for field in fields(row)}


def test_every_reason_to_exclude_has_words() -> None:
    for reason in ("", *Reason):
        assert texts.known(skm_words.reason(reason).key)
