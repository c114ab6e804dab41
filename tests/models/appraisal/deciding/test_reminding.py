"""Before each term a reminder, once; after it a step, and no rating."""

from __future__ import annotations

from datetime import timedelta

from models.appraisal.deciding import acting, opening, reminding
from models.appraisal.deciding.tables import Appraisal, AppraisalState
from models.database import Database, Transaction
from models.people import Role
from tests.models.appraisal.deciding.bureau import BELOW, Bureau, officer, playing


def days(bureau: Bureau, number: int) -> None:
    """The clock goes on day by day and does what is due, twice."""
    for _ in range(number):
        bureau.passes(days=1)
        for _ in range(2):
            opening.run(bureau.tx, bureau.at)
            while reminding.run(bureau.tx, bureau.at, limit=2):
                pass


async def test_the_appraiser_is_reminded_once_and_the_superior_when_it_is_late(
    database: Database,
) -> None:
    def story(bureau: Bureau) -> None:
        days(bureau, 60)
        told = bureau.told("hadi")
        assert told.count("appraisal-told-rate-soon") == 2  # of Sari and of Tuti
        assert told.count("appraisal-told-rate-late") == 2
        assert bureau.told("kadis").count("appraisal-told-rate-late-superior") == 2
        found = bureau.now
        assert (found.state, found.work, found.predicate) == (AppraisalState.OPEN, None, None)

    await playing(database, story)


async def test_silence_makes_it_final_and_writes_nothing_else(database: Database) -> None:
    def story(bureau: Bureau) -> None:
        bureau.rate(BELOW, BELOW)
        bureau.confirm()
        before = {name: getattr(bureau.now, name) for name in Appraisal.model_fields}
        days(bureau, 20)
        after = {name: getattr(bureau.now, name) for name in Appraisal.model_fields}
        changed = {name for name in after if after[name] != before[name]}
        assert changed == {"state", "final_at"}
        assert after["state"] == AppraisalState.FINAL
        assert bureau.file == bureau.journal == ["opened", "rated", "confirmed", "term_passed"]
        assert bureau.told("sari").count("appraisal-told-object-soon") == 1
        assert bureau.told("sari")[-1] == "appraisal-told-final"

    await playing(database, story)


async def test_the_officers_reminder_comes_three_days_before(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        bureau.delivered()
        until = bureau.now.objection_until
        assert until is not None
        reminding.run(bureau.tx, until - reminding.BEFORE - timedelta(seconds=1))
        assert "appraisal-told-object-soon" not in bureau.told("sari")
        reminding.run(bureau.tx, until - reminding.BEFORE)
        assert "appraisal-told-object-soon" in bureau.told("sari")
        reminding.run(bureau.tx, until)
        assert bureau.now.state == AppraisalState.DELIVERED  # the last moment is still within
        reminding.run(bureau.tx, until + timedelta(seconds=1))
        assert bureau.now.state == AppraisalState.FINAL

    await playing(sqlite, story)


async def test_no_term_runs_for_who_has_no_chat(sqlite: Database) -> None:
    """Somebody entered beforehand, who joins after months."""

    def story(bureau: Bureau) -> None:
        sari = officer(bureau, "sari")
        sari.person_id = None
        bureau.tx.session.flush()
        bureau.delivered()
        days(bureau, 40)
        assert (bureau.now.state, bureau.now.objection_until) == (AppraisalState.DELIVERED, None)
        officer(bureau, "sari").person_id = bureau.person["sari"]
        bureau.tx.session.flush()
        reminding.run(bureau.tx, bureau.at)
        until = bureau.now.objection_until
        assert until is not None
        assert until - bureau.at > timedelta(days=14)
        assert bureau.told("sari") == ["appraisal-told-delivered"]

    await playing(sqlite, story)


async def test_an_objection_reminds_both_sides(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        bureau.delivered()
        bureau.objects()
        days(bureau, 40)
        assert bureau.told("hadi").count("appraisal-told-explain-soon") == 1
        assert bureau.told("kadis").count("appraisal-told-unheard") == 1
        assert bureau.told("kadis").count("appraisal-told-decide-soon") == 1
        assert bureau.file[-2:] == ["objected", "explanation_passed"]
        assert bureau.now.state == AppraisalState.OBJECTED  # only a person decides
        bureau.uphold()

    await playing(sqlite, story)


async def test_an_explained_objection_reminds_the_superior_alone(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        bureau.delivered()
        bureau.objects()
        bureau.explain()
        days(bureau, 40)
        assert bureau.told("hadi").count("appraisal-told-explain-soon") == 0
        assert bureau.told("kadis").count("appraisal-told-heard") == 1
        assert bureau.told("kadis").count("appraisal-told-decide-soon") == 1
        assert "explanation_passed" not in bureau.file

    await playing(sqlite, story)


async def test_an_objection_passes_to_the_next_superior(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        bureau.delivered()
        bureau.objects()
        bureau.leaves("kadis")
        bureau.joins("kaban", Role.HEAD, office_id=bureau.office)
        days(bureau, 30)
        objection = acting.objection_of(bureau.tx, bureau.appraisal)
        assert objection is not None
        assert objection.superior_id == bureau.officer["kaban"]

    await playing(sqlite, story)


async def test_nothing_is_due_in_an_empty_office(empty: Database) -> None:
    def work(tx: Transaction) -> bool:
        return reminding.run(tx, Bureau.build(tx).at)

    assert await empty.writer.run(work) is False


async def test_an_appraiser_who_leaves_after_every_reminder_is_followed_too(
    database: Database,
) -> None:
    def story(bureau: Bureau) -> None:
        days(bureau, 40)
        assert bureau.told("hadi").count("appraisal-told-rate-late") == 2
        bureau.leaves("hadi")
        days(bureau, 2)  # whoever leads the officer then: the head of the office
        assert bureau.now.appraiser_id == bureau.officer["kadis"]
        assert bureau.told("kadis").count("appraisal-told-yours") == 2
        days(bureau, 14)
        assert bureau.told("kadis").count("appraisal-told-rate-soon") == 3  # and of Hadi's own
        assert "appraiser_changed" in bureau.file

    await playing(database, story)
