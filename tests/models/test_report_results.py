"""What the summary says of each way a complaint can end, and of the faults of other systems."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

import pytest
from sqlmodel import select

from handlers import summary_text, texts
from handlers.message import encode
from models.appraisal import terms
from models.appraisal.evidence import figures
from models.appraisal.indicators import Inputs
from models.appraisal.tables import Evidence
from models.complaints import cause_claims, following
from models.complaints import operations as complaints
from models.complaints.cause_claims import Claim
from models.complaints.causes import CauseKind
from models.database import Database, Transaction
from models.people import Role
from models.ratings.periods import Period
from models.reports.results import Result
from models.reports.scope import Scope
from models.reports.weekly import WeeklySummary, weekly
from models.statistics import MINIMUM, part
from tests.models.complaints.offices_and_people import end_silence
from tests.models.reported_town import ReportedTown, wib

T = TypeVar("T")
WEEK = date(2026, 11, 16)
LATER = wib("2026-12-28 09:00")
NEXT = WEEK + timedelta(days=7)


async def playing(database: Database, story: Callable[[ReportedTown], T]) -> T:
    return await database.writer.run(lambda tx: story(ReportedTown.build(tx)))


def week(tx: Transaction, unit: int, monday: date = WEEK, **more: bool) -> WeeklySummary:
    return weekly(tx, Scope(unit_id=unit), monday, LATER, **more)


def answered(town: ReportedTown, citizen: int, at: str = "2026-11-17 09:00") -> int:
    """Answered after an hour."""
    case = town.complains(citizen, at)
    town.takes(case, at)
    town.answers(case, at.replace("09:00", "10:00"))
    return case


def inputs(town: ReportedTown, key: str) -> Inputs:
    """What the officer's figure of the quarter is made of."""
    period = terms.of_kind(town.tx, town.office, Period.of("2026-Q4"), LATER)
    return figures.computed(town.tx, town.officer, period, LATER)[key].inputs


# --- stories of faults


async def test_fixmystreet_ranked_a_town_first_because_it_had_solved_one_case_in_four_minutes(
    database: Database,
) -> None:
    """One case in four minutes is one case: no percentage, no 90th percentile, nobody first. Ten
    of ten have a range that reaches down to 72 %."""

    def story(town: ReportedTown) -> None:
        case = town.complains(0, "2026-11-17 09:00", unit=town.sibling)
        _, quick = town.staff("198001012005011002", town.sibling)
        complaints.answer(town.tx, case, quick, "Sudah.", wib("2026-11-17 09:04"))
        town.confirms(case, 0, "2026-11-17 09:05")
        for citizen in range(10):
            town.confirms(answered(town, citizen), citizen, "2026-11-17 11:00")
        one, ten = week(town.tx, town.sibling).complaints, week(town.tx, town.unit).complaints
        assert (one.times.answered.k, one.times.answered.n) == (1, 1)
        assert one.times.answered.share is None
        assert one.times.resolution.p90 is None
        assert ten.times.answered.share == 1
        assert ten.times.answered.low == pytest.approx(0.722, abs=0.001)
        office = weekly(town.tx, Scope(office_id=town.office), WEEK, LATER)
        told = texts.render("id", "summary", encode(summary_text.values(office)))
        assert "Loket Akta" not in told  # no unit stands against another anywhere
        alone = encode(summary_text.values(week(town.tx, town.sibling)))
        assert "dijawab tepat waktu: 1 dari 1" in texts.render("id", "summary", alone)

    await playing(database, story)


async def test_silence_is_never_counted_as_satisfied(database: Database) -> None:
    """Neither as the citizen's word, nor as evidence for the officer."""

    def story(town: ReportedTown) -> None:
        said, silent = answered(town, 0), answered(town, 1)
        town.confirms(said, 0, "2026-11-18 09:00")
        assert end_silence(town.tx, silent, wib("2026-12-02 09:00")) is not None
        assert week(town.tx, town.unit).complaints.ends(Result.CONFIRMED) == 1
        later = week(town.tx, town.unit, WEEK + timedelta(days=14)).complaints
        assert (later.ends(Result.SILENT), later.ends(Result.CONFIRMED)) == (1, 0)
        assert later.handling_n == 0
        sources = [one.source for one in town.tx.session.exec(select(Evidence))]
        assert sources == [f"answer:{said}:1", f"answer:{silent}:1", f"resolution:{said}:1"]
        assert len(inputs(town, "first_answer").records) == 2
        scores = {one.id: one.score for one in inputs(town, "confirmed").records}
        assert scores == {said: 1, silent: None}

    await playing(database, story)


async def test_turning_down_late_makes_no_figure_better(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        late = town.complains(0, "2026-11-06 09:00")
        complaints.reject(
            town.tx, late, town.officer_person, "abusive", "Isinya hanya makian kasar.",
            wib("2026-11-18 09:00"),
        )  # fmt: skip
        found = week(town.tx, town.unit).complaints
        assert found.times.late == 1
        assert (found.times.answered.k, found.times.answered.n) == (0, 1)
        assert (found.ends(Result.ARCHIVED), dict(found.reasons)) == (1, {"abusive": 1})
        assert found.solved == 0

    await playing(database, story)


# --- the ways a case ends


async def test_each_end_is_told_apart(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        me = town.officer_person
        asked = town.complains(0, "2026-11-02 09:00")
        complaints.ask_back(town.tx, asked, me, "Tanggal berapa?", wib("2026-11-02 10:00"))
        end_silence(town.tx, asked, wib("2026-11-17 09:00"))
        twin, into = (town.complains(c, "2026-11-17 09:00", category="sarana") for c in (1, 2))
        following.merge(town.tx, twin, into, me, wib("2026-11-17 10:00"))
        gone = town.complains(3, "2026-11-17 09:00")
        complaints.withdraw(town.tx, gone, town.citizens[3], wib("2026-11-17 10:00"))
        found = week(town.tx, town.unit).complaints
        assert dict(found.ended) == {
            Result.NO_REPLY: 1,
            Result.MERGED: 1,
            Result.WITHDRAWN: 1,
        }
        assert (found.check.received, found.check.counted, found.check.withdrawn) == (3, 1, 1)
        assert dict(found.check.excluded)[Result.MERGED] == 1
        assert found.check.adds_up

    await playing(database, story)


async def test_reopened_and_how_the_handling_was_rated(database: Database) -> None:
    def story(town: ReportedTown) -> None:
        for citizen in range(6):
            case = answered(town, citizen)
            if citizen == 5:
                person, at = town.citizens[5], wib("2026-11-18 09:00")
                complaints.reopen(town.tx, case, person, "Belum selesai.", at)
                continue
            town.confirms(case, citizen, "2026-11-18 09:00")
            person, at = town.citizens[citizen], wib("2026-11-18 09:05")
            complaints.rate_handling(town.tx, case, person, 4 if citizen else 2, at)
        found = week(town.tx, town.unit).complaints
        assert (found.reopened.k, found.reopened.n) == (1, 6)
        assert found.reopened.share == pytest.approx(1 / 6)
        assert found.handling is not None
        assert (found.handling.n, found.handling.mean) == (5, 3.6)
        assert found.handling.low < 3.6 < found.handling.high
        assert week(town.tx, town.unit, NEXT).complaints.handling_n == 0

    await playing(database, story)


# --- the inspectorate's


async def test_of_supervisory_cases_the_number_and_only_for_the_admin_of_a_whole_place(
    database: Database,
) -> None:
    def story(town: ReportedTown) -> None:
        town.staff("198001012005011006", None, Role.INSPECTOR)
        town.complains(0, "2026-11-17 09:00")
        for citizen in (1, 2):
            town.complains(citizen, "2026-11-17 09:00", category="pungli")
        for scope in (Scope(office_id=town.office), Scope()):
            admin = weekly(town.tx, scope, WEEK, LATER, admin=True).complaints
            assert (admin.received, admin.check.supervisory, admin.open) == (3, 2, 1)
            assert len(admin.lines) == 1
            other = weekly(town.tx, scope, WEEK, LATER).complaints
            assert (other.received, other.check.supervisory) == (1, None)
        unit = week(town.tx, town.unit, admin=True)
        assert (unit.complaints.received, unit.complaints.check.supervisory) == (1, None)
        assert unit.history[-1].received == 1
        assert "pungli" not in {aspect.key for aspect in unit.aspects}

    await playing(database, story)


# --- external causes


async def test_both_figures_in_the_week_and_in_the_record(database: Database) -> None:
    """Answered an hour late with a power cut of two hours: late in the one figure, in time in the
    other; and so much that it is flagged."""

    def story(town: ReportedTown) -> None:
        _, admin = town.staff("198001012005011005", None, Role.ADMIN)
        case = town.complains(0, "2026-11-09 09:00")  # answer due Monday 16 Nov 16.00
        town.takes(case, "2026-11-09 10:00")
        town.answers(case, "2026-11-17 08:30")
        cut = wib("2026-11-13 09:00"), wib("2026-11-13 11:00")
        claim = Claim(CauseKind.POWER, *cut, "Listrik padam di seluruh gedung.", "Surat 1")
        at = wib("2026-11-17 09:00")
        before = week(town.tx, town.unit)
        view = cause_claims.claim(town.tx, case, town.officer_person, claim, at)
        cause_claims.accept(town.tx, view.cause_id, admin, wib("2026-11-18 09:00"))
        found = week(town.tx, town.unit).complaints
        assert (found.times.late, found.without_causes.late) == (1, 0)
        assert (found.times.answered.k, found.without_causes.answered.k) == (0, 1)
        plain, less = found.times.first_answer.median, found.without_causes.first_answer.median
        assert plain is not None
        assert less is not None
        assert plain.minutes - less.minutes == 120
        assert found.causes.cases == 1
        assert found.causes.flagged
        assert before.complaints.times == found.times  # the promised deadline stays
        last = week(town.tx, town.unit, WEEK - timedelta(days=7)).complaints
        assert last.causes.cases == 0  # decided later: that week stays as it was
        (fact,) = inputs(town, "first_answer").records
        assert fact.minutes is not None
        assert fact.minutes_without is not None
        assert fact.minutes - fact.minutes_without == 120

    await playing(database, story)


# --- shares


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_wilsons_interval_as_published(k: int, n: int, low: float, high: float) -> None:
    """The last: Newcombe, Statistics in Medicine 17 (1998), table I, method 3."""
    found = part(k, n)
    assert found.share == pytest.approx(k / n)
    assert (found.low, found.high) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


def test_below_the_minimum_there_is_no_share() -> None:
    assert part(4, MINIMUM - 1).share is None
    assert part(0, 0).share is None
