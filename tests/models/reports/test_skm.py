"""The report of the survey: figures of worked cases, what is told of few, what adds up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from time import process_time

import pytest

from models.database import Database, Transaction
from models.errors import Refused
from models.offices import Unit
from models.people import Officer
from models.ratings import instruments, survey_settings
from models.ratings.ikm import ELEMENTS, Numbering, Weighting
from models.ratings.instruments import Element, Wording
from models.ratings.periods import Period
from models.ratings.survey_settings import Setting
from models.ratings.survey_tables import FollowUpPlan, PlanState
from models.ratings.tables import Asked, RatingInvitation
from models.reports import skm
from models.reports.skm_figures import SkmReport
from models.visits.tables import VisitSum
from tests.models.reports.surveyed_unit import NOW, RESPONDENTS, SurveyedUnit, wib

QUARTER = Period.of("2026-Q4")
Story = Callable[[SurveyedUnit], object]


async def told(
    database: Database, story: Story, period: Period = QUARTER, at: datetime = NOW
) -> SkmReport:
    def work(tx: Transaction) -> int:
        made = SurveyedUnit.build(tx)
        story(made)
        return made.unit

    unit_id = await database.writer.run(work)
    return database.read_now(lambda tx: skm.report(tx, unit_id, period, at))


# --- the index


@pytest.mark.parametrize(
    ("weighting", "ikm"),
    [(Weighting.EXACT, "78.74"), (Weighting.THREE, "78.66"), (Weighting.TWO, "77.95")],
)
async def test_the_worked_case_in_every_weight(
    database: Database, weighting: Weighting, ikm: str
) -> None:
    def story(unit: SurveyedUnit) -> None:
        unit.everybody()
        survey_settings.choose(unit.tx, unit.unit, Setting(weighting), NOW, None)

    report = await told(database, story)
    assert report.index is not None
    assert (str(report.index.ikm), report.index.quality.name) == (ikm, "B")
    assert report.index.low is not None
    assert report.index.low < report.index.ikm < (report.index.high or 0)
    waktu = report.element("waktu")
    assert waktu is not None
    assert (waktu.n, waktu.total, waktu.nrr) == (RESPONDENTS, 150, Fraction(150, 49))
    assert [line.key for line in report.lowest] == ["persyaratan", "prosedur", "sarana"]


async def test_numbers_are_printed_as_the_unit_chose(sqlite_database: Database) -> None:
    def story(unit: SurveyedUnit) -> None:
        unit.everybody(people=5, totals=dict.fromkeys(ELEMENTS, 15))
        chosen = Setting(numbering=Numbering.REPORT)
        survey_settings.choose(unit.tx, unit.unit, chosen, NOW, None)

    report = await told(sqlite_database, story)
    assert [(line.number, line.key) for line in report.elements][-2:] == [
        (8, "pengaduan"),
        (9, "sarana"),
    ]


async def test_no_figure_of_four_and_one_of_five(sqlite_database: Database) -> None:
    def four(unit: SurveyedUnit) -> None:
        unit.everybody(people=4, totals=dict.fromkeys(ELEMENTS, 12))

    def fifth(tx: Transaction) -> None:
        SurveyedUnit(tx, unit=1, raters=4).answers(dict.fromkeys(ELEMENTS, 3))

    report = await told(sqlite_database, four)
    assert report.index is None
    assert {line.n for line in report.elements} == {4}
    assert not any(line.told or line.mean or line.total for line in report.elements)
    assert report.lowest == ()
    assert [channel.counts for channel in report.channels if channel.n] == [None, None]

    await sqlite_database.writer.run(fifth)
    report = sqlite_database.read_now(lambda tx: skm.report(tx, 1, QUARTER, NOW))
    assert report.index is not None
    assert report.index.ikm == Decimal("75.00")


async def test_an_element_that_was_always_asked_and_hardly_answered_leaves_no_index(
    sqlite_database: Database,
) -> None:
    def story(unit: SurveyedUnit) -> None:
        for place in range(10):
            keys = ELEMENTS if place < 4 else ELEMENTS[:-1]
            unit.answers(dict.fromkeys(keys, 3))

    report = await told(sqlite_database, story)
    assert report.index is None
    assert [line.key for line in report.untold] == ["pengaduan"]
    assert (report.complete, report.partial) == (4, 6)


async def test_an_element_that_came_within_the_period_waits_until_five_have_answered(
    sqlite_database: Database,
) -> None:
    def story(unit: SurveyedUnit) -> None:
        first = [Element("waktu"), Element("biaya", (Wording(), Wording("Apakah mahal?", "Dear?")))]
        instruments.set(unit.tx, unit.unit, first, wib("2026-09-01 08:00"), None)
        for _ in range(6):
            unit.answers({"waktu": 4, "biaya": 2, "biaya.2": 3}, wib("2026-10-05 10:00"))
        more = [*first, Element("produk")]
        instruments.set(unit.tx, unit.unit, more, wib("2026-11-01 08:00"), None)
        unit.answers({"waktu": 4, "biaya": 2, "biaya.2": 3, "produk": 1})

    report = await told(sqlite_database, story)
    assert report.index is not None
    assert report.index.elements == ("waktu", "biaya")
    assert report.index.index == Fraction(4 + Fraction(5, 2), 2)
    assert [one.version for one in report.method.versions] == [1, 2]
    assert report.method.versions[0].elements == (("waktu", 1), ("biaya", 2))
    assert [line.key for line in report.untold] == ["produk"]


async def test_the_change_has_an_interval_and_the_trend_its_gaps(
    sqlite_database: Database,
) -> None:
    def story(unit: SurveyedUnit) -> None:
        unit.everybody(dict.fromkeys(ELEMENTS, 20), 10, wib("2026-08-03 10:00"))
        unit.everybody(dict.fromkeys(ELEMENTS, 35), 10)

    report = await told(sqlite_database, story)
    assert report.change is not None
    assert report.change.by == pytest.approx(37.5)
    assert report.change.low < 37.5 < report.change.high
    assert not report.change.within_chance
    waktu = report.element("waktu")
    assert waktu is not None
    assert waktu.before == 2
    assert waktu.change is not None
    assert waktu.change.by == pytest.approx(1.5)
    assert [point.index is not None for point in report.trend] == [False] * 6 + [True] * 2
    assert [point.n for point in report.trend][-3:] == [0, 10, 10]


async def test_other_elements_are_not_compared(sqlite_database: Database) -> None:
    def story(unit: SurveyedUnit) -> None:
        at = wib("2026-08-03 10:00")
        unit.everybody(dict.fromkeys(ELEMENTS, 20), 10, at)
        fewer = [Element("waktu"), Element("biaya")]
        instruments.set(unit.tx, unit.unit, fewer, wib("2026-09-30 23:59"), None)
        unit.everybody({"waktu": 35, "biaya": 35}, 10)

    report = await told(sqlite_database, story)
    assert report.index is not None
    assert report.index_before is not None
    assert report.change is None


async def test_a_former_period_keeps_its_index_when_more_is_asked_now(
    sqlite_database: Database,
) -> None:
    def story(unit: SurveyedUnit) -> None:
        fewer = [Element("waktu"), Element("biaya")]
        instruments.set(unit.tx, unit.unit, fewer, wib("2026-06-01 08:00"), None)
        unit.everybody({"waktu": 35, "biaya": 25}, 10, wib("2026-08-03 10:00"))
        every = [Element(key) for key in ELEMENTS]
        instruments.set(unit.tx, unit.unit, every, wib("2026-09-30 23:59"), None)
        unit.everybody(dict.fromkeys(ELEMENTS, 30), 10)

    report = await told(sqlite_database, story)
    former, this = report.trend[-2].index, report.trend[-1].index
    assert former is not None
    assert this is not None
    assert (str(former.ikm), former.elements) == ("75.00", ("waktu", "biaya"))
    assert (str(this.ikm), len(this.elements)) == ("75.00", 9)


# --- what was received


async def test_received_is_counted_excluded_by_reason_and_withdrawn(database: Database) -> None:
    ids: list[int] = []

    def story(unit: SurveyedUnit) -> None:
        ids.extend(unit.answers(dict.fromkeys(ELEMENTS, 1)) for _ in range(8))
        ids.append(unit.rates(4))
        unit.excludes(ids[0], "burst")
        unit.excludes(ids[1], "wording")
        unit.excludes(ids[8], "burst")
        unit.withdraws(ids[2])

    report = await told(database, story)
    assert report.ratings.adds_up
    assert report.questionnaires.adds_up
    assert (report.ratings.received, report.ratings.counted) == (9, 5)
    assert [(one.reason, one.ids) for one in report.ratings.excluded] == [
        ("burst", (ids[0], ids[8])),
        ("wording", (ids[1],)),
    ]
    assert report.ratings.withdrawn_ids == (ids[2],)
    assert (report.questionnaires.received, report.questionnaires.counted) == (8, 5)
    assert [(one.reason, one.n) for one in report.questionnaires.excluded] == [
        ("burst", 1),
        ("wording", 1),
    ]
    assert len(report.questionnaires.withdrawn_ids) == 1


async def test_channels_and_response_rates(sqlite_database: Database) -> None:
    def story(unit: SurveyedUnit) -> None:
        for asked, n in ((Asked.UNIT, 7), (Asked.COUNTER, 6), (Asked.INVITED, 3)):
            for _ in range(n):
                unit.rates(4 if asked is Asked.INVITED else 2, asked=asked)
        invitations(unit, 12, answered=3)
        visits(unit, 40)

    report = await told(sqlite_database, story)
    assert [(one.key, one.n) for one in report.channels] == [
        ("all", 16),
        ("visit", 0),
        ("invited", 3),
        ("self", 13),
    ]
    assert report.channels[0].mean is not None
    # three are too few; and all without the other channel would give them back
    assert [one.counts for one in report.channels][2:] == [None, None]
    assert report.rates.invited is not None
    assert (report.rates.invited.k, report.rates.invited.n) == (3, 12)
    assert report.rates.visits is not None
    assert (report.rates.visits.k, report.rates.visits.n) == (0, 40)


def invitations(unit: SurveyedUnit, n: int, answered: int) -> None:
    for place in range(n):
        person = unit.person()
        unit.put(
            RatingInvitation(
                person_id=person, unit_id=unit.unit, day=date(2026, 11, 20), sent_at=NOW,
                rating_id=1 if place < answered else None,
            )
        )  # fmt: skip


def visits(unit: SurveyedUnit, n: int) -> None:
    day = date(2026, 11, 20)
    unit.put(VisitSum(unit_id=unit.unit, service_id=unit.services[0], day=day, visits=n, done=n))


async def test_without_visits_and_invitations_no_rate_is_made_up(
    sqlite_database: Database,
) -> None:
    report = await told(sqlite_database, lambda unit: unit.rates(3))
    assert (report.rates.visits, report.rates.invited) == (None, None)
    assert report.sample.source == "unknown"


# --- sample


@pytest.mark.parametrize(
    ("visited", "entered", "source", "population", "needed", "enough"),
    [
        (0, 50, "entered", 50, 44, True),
        (0, 500, "entered", 500, 217, False),
        (100, 50, "visits", 100, 80, False),  # never the smaller number, which flatters
        (0, 20, "too-small", None, None, None),
    ],
)
async def test_the_sample_is_measured_by_the_larger_population(
    sqlite_database: Database, visited: int, entered: int, source: str, population: int | None,
    needed: int | None, enough: bool | None,
) -> None:  # fmt: skip
    def story(unit: SurveyedUnit) -> None:
        unit.everybody(dict.fromkeys(ELEMENTS, 135), 45)
        visits(unit, visited)
        survey_settings.enter_population(unit.tx, unit.unit, QUARTER, entered, NOW, None)

    sample = (await told(sqlite_database, story)).sample
    assert (sample.n, sample.source, sample.population) == (45, source, population)
    assert (sample.needed, sample.enough) == (needed, enough)


async def test_a_population_is_taken_back_with_nothing(sqlite_database: Database) -> None:
    def story(unit: SurveyedUnit) -> None:
        for served in (500, 0, 0):
            survey_settings.enter_population(unit.tx, unit.unit, QUARTER, served, NOW, None)

    assert (await told(sqlite_database, story)).sample.source == "unknown"


async def test_a_stranger_changes_nothing(sqlite_database: Database) -> None:
    def story(unit: SurveyedUnit) -> None:
        stranger = unit.person()
        with pytest.raises(Refused):
            survey_settings.enter_population(unit.tx, unit.unit, QUARTER, 9, NOW, stranger)
        with pytest.raises(Refused):
            survey_settings.choose(unit.tx, unit.unit, Setting(Weighting.TWO), NOW, stranger)

    assert (await told(sqlite_database, story)).method.weighting is Weighting.EXACT


# --- profiles


async def test_profiles_count_those_who_gave_no_answer(sqlite_database: Database) -> None:
    def story(unit: SurveyedUnit) -> None:
        for place in range(20):
            profile = {"sex": "female" if place < 12 else "male"} if place < 20 - 1 else {}
            unit.answers({"waktu": 3}, **profile)

    report = await told(sqlite_database, story)
    groups = {profile.name: profile.groups for profile in report.profiles}
    assert [(one.key, one.n) for one in groups["sex"]] == [
        ("female", 12),
        ("male", None),  # with the one who did not answer, lest the sum of all tell
        ("", None),
    ]
    assert [(one.key, one.n) for one in groups["education"] if one.n] == [("", 20)]


# --- plans


async def test_former_plans_show_whether_their_element_rose(sqlite_database: Database) -> None:
    def story(unit: SurveyedUnit) -> None:
        unit.everybody(dict.fromkeys(ELEMENTS, 20), 10, wib("2026-08-03 10:00"))
        unit.everybody(dict.fromkeys(ELEMENTS, 35), 10)
        owner = unit.put(Officer(nip="198001012005011001", name="Sari"))
        common = {"unit_id": unit.unit, "owner_id": owner, "created_at": NOW, "due": "2026-Q4"}
        unit.put(FollowUpPlan(period="2026-Q3", element="waktu", programme="Loket baru", **common))
        unit.put(FollowUpPlan(period="2026-Q4", element="biaya", programme="Papan tarif", **common))
        closed = {"state": PlanState.DONE, "closed_at": wib("2026-09-01 10:00")}
        unit.put(
            FollowUpPlan(period="2026-Q2", element="sarana", programme="Kursi", **common, **closed)
        )

    report = await told(sqlite_database, story)
    assert [(plan.element, plan.owner) for plan in report.plans] == [("biaya", "Sari")]
    (former,) = report.earlier_plans
    assert (former.element, former.programme) == ("waktu", "Loket baru")
    assert former.change is not None
    assert former.change.by == pytest.approx(1.5)
    assert not former.change.within_chance


# --- time


async def test_a_period_runs_until_its_last_local_day_is_over(sqlite_database: Database) -> None:
    def story(unit: SurveyedUnit) -> None:
        unit.tx.session.get_one(Unit, unit.unit).zone = "Asia/Jayapura"
        unit.everybody(dict.fromkeys(ELEMENTS, 15), 5, datetime(2026, 12, 31, 14, 59, tzinfo=UTC))

    last = datetime(2026, 12, 31, 14, 59, tzinfo=UTC)
    over = datetime(2026, 12, 31, 15, 0, tzinfo=UTC)
    assert (await told(sqlite_database, story, at=last)).running
    report = sqlite_database.read_now(lambda tx: skm.report(tx, 1, QUARTER, over))
    assert not report.running
    assert report.questionnaires.counted == 5


async def test_the_report_reads_sums_and_costs_little(sqlite_database: Database) -> None:
    def story(unit: SurveyedUnit) -> None:
        for month in range(1, 12):
            unit.everybody(dict.fromkeys(ELEMENTS, 15), 5, wib(f"2026-{month:02}-03 10:00"))

    await told(sqlite_database, story)

    def cost(tx: Transaction) -> float:
        before = process_time()
        skm.report(tx, 1, Period.of("2026"), NOW)
        return process_time() - before

    assert min(sqlite_database.read_now(cost) for _ in range(5)) < 0.05
