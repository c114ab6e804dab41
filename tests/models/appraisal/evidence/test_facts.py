"""Facts of a unit, each with who served or held it then; and figures of persons, made of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from math import fsum
from typing import TypeVar

import pytest
from sqlmodel import select

from models import people
from models.appraisal import terms
from models.appraisal.evidence import contests, facts, figures
from models.appraisal.evidence.facts import UnitFacts
from models.appraisal.evidence.figures import Computed, Pool
from models.appraisal.evidence.tables import ContestKind
from models.appraisal.indicators import CATALOGUE, Inputs, Record, RecordKind, compute
from models.appraisal.terms_tables import AppraisalPeriod
from models.complaints import cause_claims, handover
from models.complaints import operations as complaints
from models.complaints.cause_claims import Claim
from models.complaints.causes import CauseKind
from models.complaints.tables import Case
from models.database import Database
from models.offices import Counter, RosterEntry, Service, Unit
from models.people import Officer, Role
from models.ratings import corrections, surveys
from models.ratings import operations as ratings
from models.ratings.periods import Period
from models.visits import operations as visits
from models.visits.tables import Outcome
from tests.models.reported_town import LONG_AGO, ReportedTown, reading, wib

T = TypeVar("T")
LATER = wib("2026-12-07 09:00")
AFTER = wib("2027-01-04 09:00")  # the quarter has ended, so that every voice counts
FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)
ANSWERED = ("first_answer", "answered_in_a_day")


async def playing(database: Database, story: Callable[[ReportedTown], T]) -> T:
    return await database.writer.run(lambda tx: story(ReportedTown.build(tx)))


def quarter(town: ReportedTown, code: str = "2026-Q4", office: int = 0) -> AppraisalPeriod:
    return terms.of_kind(town.tx, office or town.office, Period.of(code), LONG_AGO)


def of(
    town: ReportedTown, officer: int = 0, now: datetime = LATER, code: str = "2026-Q4"
) -> dict[str, Computed]:
    period = quarter(town, code)
    return figures.computed(town.tx, officer or town.officer, period, now)


def n(found: dict[str, Computed], key: str) -> int:
    return found[key].result.n


def scores(found: dict[str, Computed], key: str) -> list[float | None]:
    return [record.score for record in found[key].inputs.records]


def unit(town: ReportedTown, now: datetime = LATER) -> UnitFacts:
    home = town.tx.session.get_one(Unit, town.unit)
    return facts.of_unit(town.tx, home, FIRST, LAST, now)


# --- ratings


async def test_a_rating_is_of_whoever_served_then(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        town.rates(0, 4, "2026-11-18 10:00", counter=True)
        successor, _ = town.staff("198001012005011002", town.unit)
        for entry in town.tx.session.exec(select(RosterEntry)):
            entry.until_at = wib("2026-11-18 12:00")
        town.tx.session.add(
            RosterEntry(
                counter_id=town.counter, officer_id=successor, from_at=wib("2026-11-18 13:00")
            )
        )
        town.rates(1, 1, "2026-11-18 12:30", counter=True)  # nobody was on the roster
        town.rates(2, 2, "2026-11-18 14:00", counter=True)
        assert scores(of(town, now=AFTER), "satisfaction") == [4]
        assert scores(of(town, successor, AFTER), "satisfaction") == [2]

    await playing(sqlite_database, story)


async def test_only_what_counts_counts_and_as_it_stands(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        given = [town.rates(c, 4, "2026-11-18 10:00", counter=True) for c in range(6)]
        corrections.withdraw(town.tx, "p100", given[0], wib("2026-11-18 11:00"), None)
        corrections.exclude(town.tx, given[1], wib("2026-11-19 11:00"), None, "other")
        ratings.rerate(town.tx, "p105", given[5], 2, wib("2026-11-18 11:00"), None)
        found = of(town, now=AFTER)["satisfaction"]
        assert [record.score for record in found.inputs.records] == [4, 4, 4, 2]
        assert found.result.value is None  # four are too few for a figure

    await playing(sqlite_database, story)


async def test_mood_moves_no_figure_about_a_person(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        given = [town.rates(c, 3, "2026-11-18 10:00", counter=True) for c in range(6)]
        calm = of(town)
        for citizen, rating in enumerate(given):
            town.says(citizen, rating, "2026-11-18 10:05", reading("negative", "perilaku"))
        assert of(town) == calm

    await playing(sqlite_database, story)


async def test_the_survey_gives_the_elements_of_who_served(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        for citizen in range(5):
            rating = town.rates(citizen, 4, "2026-11-18 10:00", counter=True)
            begun = surveys.begin(town.tx, rating, f"p{100 + citizen}", LATER)
            for question, score in {"perilaku": 3, "waktu": 2, "sarana": 1}.items():
                surveys.answer(town.tx, begun.id, f"p{100 + citizen}", question, score, LATER)
        corrections.withdraw(town.tx, "p104", rating, wib("2026-11-18 12:00"), None)
        found = of(town, now=AFTER)
        assert scores(found, "satisfaction_conduct") == [180] * 4
        assert scores(found, "satisfaction_time") == [120] * 4
        assert scores(found, "satisfaction_competence") == []

    await playing(sqlite_database, story)


async def test_a_day_is_of_the_units_own_clock(sqlite_database: Database) -> None:
    """23.30 in Jakarta is tomorrow, and another quarter, in Wanggar."""

    def story(town: ReportedTown) -> None:
        counter = town._put(Counter(unit_id=town.far, name="Loket"))
        officer, _ = town.staff("198001012005011009", town.far)
        town._put(RosterEntry(counter_id=counter, officer_id=officer, from_at=LONG_AGO))
        night = wib("2026-12-31 23:30")
        ratings.give(town.tx, "p100", town.far, 3, night, asked="counter", counter_id=counter)
        for code, expected in (("2026-Q4", 0), ("2027-Q1", 1)):
            period = quarter(town, code, town.far_office)
            found = figures.computed(town.tx, officer, period, wib("2027-04-05 09:00"))
            assert n(found, "satisfaction") == expected

    await playing(sqlite_database, story)


async def test_what_was_done_in_another_office_stands_in_the_record_of_that_one(
    sqlite_database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        counter = town._put(Counter(unit_id=town.far, name="Loket"))
        appointed = town.tx.session.get_one(Officer, town.officer)
        people.appoint(town.tx, appointed, Role.OFFICER, LONG_AGO, unit_id=town.far)
        town._put(RosterEntry(counter_id=counter, officer_id=town.officer, from_at=LONG_AGO))
        town.rates(0, 4, "2026-11-18 10:00", counter=True)
        for citizen in (1, 2):
            ratings.give(
                town.tx,
                f"p{100 + citizen}",
                town.far,
                2,
                wib("2026-11-18 10:00"),
                asked="counter",
                counter_id=counter,
            )
        for office, expected in ((town.office, 1), (town.far_office, 2)):
            period = quarter(town, "2026-Q4", office)
            found = figures.computed(town.tx, town.officer, period, AFTER)
            assert n(found, "satisfaction") == expected

    await playing(sqlite_database, story)


# --- visits


async def test_visits_are_of_who_served_and_measured_in_working_time(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        slow = town._put(Service(unit_id=town.unit, name="Cetak KTP-el", duration="24 hours"))
        quick = town._put(Service(unit_id=town.unit, name="Biodata", duration="10 minutes"))
        visit = started(town, slow, "2026-11-16 15:00")
        visits.pause(town.tx, visit, wib("2026-11-16 15:30"), town.officer_person)
        visits.resume(town.tx, visit, wib("2026-11-16 17:00"), town.officer_person)
        ended(town, visit, "2026-11-17 09:00")
        ended(town, started(town, quick, "2026-11-18 09:00"), "2026-11-18 09:20")
        undone = started(town, quick, "2026-11-18 10:00")
        visits.undo(town.tx, undone, wib("2026-11-18 10:01"), town.officer_person)
        found = of(town)
        assert n(found, "visits_served") == 2
        assert scores(found, "visits_within") == [1, 0]
        taken = [record.minutes for record in found["visit_time"].inputs.records]
        assert taken == [120, 20]  # not the sixteen and a half hours of the promise's own clock

    await playing(database, story)


def started(town: ReportedTown, service: int, at: str) -> int:
    by = town.officer_person
    visit = visits.start(town.tx, town.officer, service, town.counter, wib(at), by)
    return visit.id or 0


def ended(town: ReportedTown, visit: int, at: str) -> None:
    visits.finish(town.tx, visit, Outcome.DONE, wib(at), town.officer_person)


# --- cases


async def test_answers_are_timed_by_the_own_time(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        for citizen in range(5):
            case = town.complains(citizen, "2026-11-17 08:00")
            town.takes(case, "2026-11-17 09:00")
            town.answers(case, f"2026-11-17 {9 + citizen // 2:02}:30")
            if citizen == 0:
                town.confirms(case, 0, "2026-11-17 14:00")
        found = of(town)
        result = found["first_answer"].result
        assert (result.n, result.value) == (5, 90)  # from 9.00 to 10.30
        assert scores(found, "answered_in_a_day") == [1] * 5
        assert (n(found, "confirmed"), n(found, "solved_on_time")) == (1, 1)
        held = unit(town).cases[0].first_answer
        assert held is not None
        assert {part.officer_id: part.minutes for part in held.parts}[None] == 60

    await playing(sqlite_database, story)


async def test_a_case_handed_to_another_unit_keeps_both_parts(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        other, person = town.staff("198001012005011002", town.sibling)
        case = town.complains(0, "2026-11-02 09:00")
        town.takes(case, "2026-11-02 09:00")
        handover.forward(town.tx, case, town.officer_person, town.sibling, wib("2026-11-02 15:00"))
        town.answers(case, "2026-11-04 15:00", person)
        own, theirs = of(town), of(town, other)
        (mine,) = scores(own, "answered_in_a_day")
        assert mine is not None
        assert mine == pytest.approx(1 - 300 / 1200)  # five hours of two days and five hours
        assert scores(theirs, "answered_in_a_day") == [1]  # it lay there, taken by nobody
        (case_fact,) = unit(town).cases
        assert case_fact.in_a_day is not None
        assert fsum(part.late for part in case_fact.in_a_day.parts) == pytest.approx(1)

    await playing(sqlite_database, story)


async def test_open_and_late_counts_without_any_evidence_and_stays_so(
    sqlite_database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        case = town.complains(0, "2026-11-02 09:00")
        town.takes(case, "2026-11-02 10:00")
        town.complains(1, "2026-11-02 09:00")  # nobody's
        assert n(of(town, now=wib("2026-11-03 09:00")), "answered_in_a_day") == 0
        late = of(town, now=wib("2026-11-12 09:00"))
        assert n(late, "answered_in_a_day") == n(late, "first_answer") == 1
        (record,) = late["first_answer"].inputs.records
        assert record.running
        town.answers(case, "2026-11-16 09:00")
        (record,) = of(town)["first_answer"].inputs.records
        assert not record.running
        assert of(town, now=wib("2026-11-12 09:00")) == late  # a past instant stays as it was

    await playing(sqlite_database, story)


async def test_what_lies_after_its_holder_left_is_the_units(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        case = town.complains(0, "2026-11-02 09:00")
        town.takes(case, "2026-11-02 10:00")
        for held in people.appointments_of(town.tx, town.officer, wib("2026-11-03 09:00")):
            people.dismiss(town.tx, held.id or 0, wib("2026-11-03 09:00"), None)
        (score,) = scores(of(town), "answered_in_a_day")
        assert score is not None
        assert score > 0.95  # a day of five weeks

    await playing(sqlite_database, story)


async def test_what_is_given_away_after_the_quarter_was_late_in_it(
    sqlite_database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        _, head = town.staff("198001012005011003", town.unit, Role.HEAD)
        other, _ = town.staff("198001012005011002", town.unit)
        case = town.complains(0, "2026-12-01 09:00")
        handover.assign(town.tx, case, head, town.officer, wib("2026-12-01 10:00"))
        january = wib("2027-01-04 09:00")
        before = of(town, now=january)
        assert n(before, "answered_in_a_day") == 1
        handover.assign(town.tx, case, head, other, january)
        assert of(town, now=wib("2027-01-05 09:00")) == before
        assert n(of(town, other, now=wib("2027-01-05 09:00")), "answered_in_a_day") == 0

    await playing(sqlite_database, story)


async def test_supervisory_cases_are_in_no_figure(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        case = town.complains(0, "2026-11-02 09:00")
        town.takes(case, "2026-11-02 10:00")
        town.tx.session.get_one(Case, case).supervisory = True
        assert unit(town).cases == ()
        assert n(of(town), "answered_in_a_day") == 0

    await playing(sqlite_database, story)


async def test_a_citizen_who_does_not_accept_and_one_who_confirms(
    sqlite_database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        case = town.complains(0, "2026-11-02 09:00")
        town.answers(case, "2026-11-02 10:00")
        complaints.reopen(
            town.tx, case, town.citizens[0], "Belum juga selesai.", wib("2026-11-03 09:00")
        )
        found = of(town)
        assert scores(found, "reopened") == [1]
        assert scores(found, "confirmed") == [0]
        town.answers(case, "2026-11-03 10:00")
        town.confirms(case, 0, "2026-11-03 11:00")
        found = of(town)
        assert scores(found, "reopened") == [1]
        assert scores(found, "confirmed") == [1]

    await playing(sqlite_database, story)


# --- figures


async def test_a_unit_is_its_people_and_what_nobody_held(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        _, head = town.staff("198001012005011003", town.unit, Role.HEAD)
        other, person = town.staff("198001012005011002", town.unit)
        for citizen in range(8):
            case = town.complains(citizen, f"2026-11-0{2 + citizen % 3} 09:00")
            if citizen % 4 == 3:
                continue  # nobody takes it
            town.takes(case, "2026-11-05 10:00")
            if citizen % 2:
                handover.assign(town.tx, case, head, other, wib("2026-11-09 13:00"))
                town.answers(case, "2026-11-10 15:00", person)
            elif citizen:
                town.answers(case, "2026-11-09 15:00")
        found = unit(town)
        records = figures.records_of(Pool.of([found]))
        for key, name in zip(ANSWERED, ("first_answer", "in_a_day"), strict=True):
            timed = [one for case in found.cases if (one := getattr(case, name)) is not None]
            together = [record for held in records[key].values() for record in held]
            if key == "first_answer":
                minutes = fsum(record.minutes or 0 for record in together)
                assert minutes == pytest.approx(fsum(one.elapsed for one in timed))
            else:
                late = fsum(1 - (record.score or 0) for record in together)
                assert late == pytest.approx(sum(one.late for one in timed))
        own = [
            of(town, officer)["first_answer"].inputs.records for officer in (town.officer, other)
        ]
        assert own == [tuple(records["first_answer"][who]) for who in (town.officer, other)]
        assert records["first_answer"][None]

    await playing(sqlite_database, story)


async def test_the_units_others_stand_beside_and_never_the_officer(
    sqlite_database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        for number in (2, 3):
            officer, _ = town.staff(f"19800101200501100{number}", town.unit)
            counter = town._put(Counter(unit_id=town.unit, name=f"Loket {number}"))
            town._put(RosterEntry(counter_id=counter, officer_id=officer, from_at=LONG_AGO))
            for citizen in range(6):
                rater, at = f"p{100 + 10 * number + citizen}", wib("2026-11-18 10:00")
                ratings.give(town.tx, rater, town.unit, 2, at, asked="counter", counter_id=counter)
        for citizen in range(5):
            town.rates(citizen, 4, "2026-11-18 10:00", counter=True)
        found = of(town)["satisfaction"]
        assert (found.inputs.others.n, found.inputs.others.value) == (12, 2)
        assert (found.result.value, found.result.unit_value) == (4, 2)
        assert found.result.shrunk == pytest.approx((5 * 4 + 10 * 2) / 15)

    await playing(sqlite_database, story)


async def test_the_index_of_the_unit_is_nobodys_own(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        for citizen in range(5):
            rating = town.rates(citizen, 4, "2026-11-18 10:00")
            begun = surveys.begin(town.tx, rating, f"p{100 + citizen}", LATER)
            for question in begun.form.questions:
                surveys.answer(town.tx, begun.id, f"p{100 + citizen}", question.key, 3, LATER)
        found = of(town)["unit_index"]
        assert found.inputs.records == ()
        assert (found.result.value, found.result.unit_value, found.result.unit_n) == (None, 3, 5)

    await playing(sqlite_database, story)


async def test_causes_and_accepted_contests_give_a_second_figure(sqlite_database: Database) -> None:
    def story(town: ReportedTown) -> None:
        _, admin = town.staff("198001012005011004", None, Role.ADMIN)
        case = town.complains(0, "2026-11-02 09:00")
        town.takes(case, "2026-11-02 09:00")
        claim = Claim(
            kind=CauseKind.POWER,
            start=wib("2026-11-02 10:00"),
            end=wib("2026-11-04 10:00"),
            reason="Listrik seluruh kecamatan padam.",
            proof="Surat PLN 12/2026",
        )
        view = cause_claims.claim(
            town.tx, case, town.officer_person, claim, wib("2026-11-04 11:00")
        )
        town.answers(case, "2026-11-04 12:00")
        assert of(town)["answered_in_a_day"].inputs.records[0].score_without is None
        cause_claims.accept(town.tx, view.cause_id, admin, wib("2026-11-05 09:00"))
        (record,) = of(town)["answered_in_a_day"].inputs.records
        assert (record.score, record.score_without) == (0, 1)
        bad = town.rates(0, 1, "2026-11-18 10:00", counter=True)
        for citizen in range(1, 6):
            town.rates(citizen, 4, "2026-11-18 10:00", counter=True)
        contests.contest(
            town.tx,
            town.officer_person,
            RecordKind.RATING,
            bad,
            ContestKind.INSULT,
            "Hanya umpatan, bukan layanan.",
            LATER,
        )
        before = of(town)["satisfaction"].result
        assert before.without is None  # it counts until it is decided
        (raised,) = contests.of_officer(town.tx, town.officer)
        contests.decide(
            town.tx, raised.id or 0, admin, True, "Memang bukan tentang layanan.", LATER
        )
        after = of(town)["satisfaction"].result
        assert (after.value, after.n) == (3.5, 6)
        assert after.without is not None
        assert (after.without.value, after.without.n) == (4, 5)

    await playing(sqlite_database, story)


async def test_an_officer_without_facts_has_a_record_without_figures(
    sqlite_database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        found = of(town, now=LONG_AGO, code="2026-Q1")
        assert list(found) == list(CATALOGUE)
        assert all(one.result.n == 0 and one.result.value is None for one in found.values())

    await playing(sqlite_database, story)


async def test_a_figure_is_computed_again_from_its_inputs_and_names_its_sources(
    sqlite_database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        case = town.complains(0, "2026-11-02 09:00")
        town.takes(case, "2026-11-02 10:00")
        town.answers(case, "2026-11-04 09:20")
        given = town.rates(0, 4, "2026-11-18 10:00", counter=True)
        for key, one in of(town, now=AFTER).items():
            read = Inputs.from_json(one.inputs.to_json())
            assert compute(key, one.formula, read) == one.result
        found = of(town, now=AFTER)
        assert figures.sources(found["first_answer"].inputs) == {RecordKind.CASE: (case,)}
        assert figures.sources(found["satisfaction"].inputs) == {RecordKind.RATING: (given,)}
        assert found["satisfaction"].inputs.records == (
            Record(RecordKind.RATING, given, score=4.0),
        )

    await playing(sqlite_database, story)
