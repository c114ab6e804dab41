"""The demo's town is sound: made by the bot's own operations, it must satisfy its own rules."""

from __future__ import annotations

import itertools
import sqlite3
from collections import Counter
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import URL, func, make_url, select

from bot import tables
from bot.sandbox import town, town_history
from bot.sandbox.town_cases import CASES
from bot.sandbox.town_comments import SHORT_BAD, SHORT_GOOD
from bot.sandbox.town_counters import COUNTERS
from bot.sandbox.town_places import CITIZENS, STAFF, UNITS, WIB, WIT
from handlers import skm_files
from models import journal_audit, leaves, offices, outbox, people, worktime
from models.appraisal import leaders, terms
from models.appraisal.evidence import checking, freezing
from models.appraisal.evidence.figures import Figures, sources
from models.appraisal.indicators import RecordKind
from models.appraisal.tables import Evidence
from models.complaints import pseudonyms, queries, tracking
from models.complaints.causes import ExternalCause
from models.complaints.ladder import Rung
from models.complaints.limit_rules import LimitRule
from models.complaints.states import OPEN, State
from models.complaints.tables import Attachment, Case, FileKind, Reminder
from models.complaints.templates import AnswerTemplate
from models.complaints.tracking import Above
from models.database import Database, Transaction, table
from models.journal import JournalEntry, Kind
from models.journal_audit import Counts
from models.leaves import Leave
from models.offices import Office, Unit
from models.people import Officer, Person, Role
from models.ratings import sums as rating_sums
from models.ratings import survey_sums
from models.ratings.patterns import Reason
from models.ratings.periods import Period, PeriodKind
from models.ratings.survey_tables import (
    FollowUpPlan,
    Medium,
    PlanState,
    SurveyResponse,
    SurveySum,
)
from models.ratings.tables import Asked, Decision, Rating, RatingFlag, RatingInvitation, RatingSum
from models.ratings.wording import own_words
from models.reports import skm
from models.visits import sums as visit_sums
from models.visits.tables import Outcome, Source, Visit, VisitPause, VisitSum
from tests.handlers.recompute_skm import recomputed
from tests.journeys.seeded_town import NOW, ask, built, rows

NEVER = frozenset({"person.erased", "consent.withdrawn"})


def test_every_sum_is_that_of_the_rows(seeded: Database, sqlite_url: str) -> None:
    """Made anew from what was stored, the sums of ratings, survey and visits are the same."""
    copy(seeded.engine.url, make_url(sqlite_url))
    copied = Database(sqlite_url)
    for sums, rebuild in (
        (RatingSum, rating_sums.rebuild),
        (SurveySum, survey_sums.rebuild),
        (VisitSum, visit_sums.rebuild),
    ):
        before = filled(copied, sums)
        with copied.engine.begin() as connection:
            tx = Transaction(connection)
            rebuild(tx)
            tx.finish()
        assert before
        assert filled(copied, sums) == before
    copied.close()


def test_the_records_of_all_its_officers_stand_up_to_the_audit(
    seeded: Database, sqlite_url: str
) -> None:
    """Frozen as the service computes them, and held against what they are made of."""
    copy(seeded.engine.url, make_url(sqlite_url))
    copied, counts = Database(sqlite_url), checking.Counts()
    with copied.engine.begin() as connection:
        tx = Transaction(connection)
        kinds = freeze_all(tx, Period.containing(NOW.date(), PeriodKind.QUARTER))
        assert [str(one) for one in checking.audit(tx, counts)] == []
        tx.finish()
    copied.close()
    assert counts.snapshots > 5
    assert kinds == set(RecordKind)


def freeze_all(tx: Transaction, quarter: Period) -> set[RecordKind]:
    """The record of everybody who serves; gives the kinds of what their figures are made of."""
    kinds: set[RecordKind] = set()
    for office_id in tx.execute(select(table(Office).c.id)).scalars().all():
        period = terms.of_kind(tx, office_id, quarter, NOW)
        known = Figures(tx, period, NOW)
        for officer in leaders.officers(tx, NOW):
            unit = leaders.unit_of(tx, officer.id or 0, NOW)
            if unit is not None and unit.office_id == office_id:
                found = known.of(officer.id or 0)
                freezing.freeze(tx, officer.id or 0, period, {}, found, NOW)
                kinds.update(kind for one in found.values() for kind in sources(one.inputs))
    return kinds


def copy(source: URL, target: URL) -> None:
    with (
        closing(sqlite3.connect(str(source.database))) as read,
        closing(sqlite3.connect(str(target.database))) as written,
    ):
        read.backup(written)


def filled(opened: Database, sums: type[Any]) -> set[tuple[Any, ...]]:
    """Every sum in which there is something."""
    columns = list(table(sums).c)
    keys = [column.name for column in columns if column.primary_key]
    return {
        tuple(row)
        for row in rows(opened, select(*columns))
        if any(value for name, value in row._mapping.items() if name not in keys)
    }


def test_what_is_counted_is_what_was_received_less_what_was_left_out(seeded: Database) -> None:
    received = ask(
        seeded, lambda tx: rating_sums.received(tx, None, date(2026, 1, 1), date(2026, 12, 31))
    )
    assert received.received == len(rows(seeded, select(Rating.id)))
    assert 500 < received.counted < 1200
    assert received.excluded >= 15
    assert received.withdrawn == 1


def test_every_unit_is_rated_in_its_opening_hours_only(seeded: Database) -> None:
    """By posters; who was served or is asked in the evening may think about it."""
    posters = [way.value for way in (Asked.COUNTER, Asked.UNIT, Asked.SEARCH)]

    def closed(tx: Transaction) -> list[datetime]:
        calendars = {u.id: offices.calendar_of(tx, u) for u in offices.units(tx)}
        return [
            r.at
            for r in tx.session.execute(select(Rating).where(Rating.asked.in_(posters))).scalars()
            if not calendars[r.unit_id].spans(calendars[r.unit_id].day_of(r.at))
            or r.at > NOW
            or worktime.next_opening(calendars[r.unit_id], r.at) - r.at > timedelta(hours=2)
        ]

    assert ask(seeded, closed) == []
    rated = rows(seeded, select(Rating.unit_id, func.count()).group_by(Rating.unit_id))
    assert len(rated) == len(UNITS)
    assert all(n >= 30 for _, n in rated)


def test_about_half_of_the_ratings_are_of_visits(seeded: Database) -> None:
    ways = Counter(way for (way,) in rows(seeded, select(Rating.asked)))
    assert 0.35 < ways[Asked.VISIT.value] / ways.total() < 0.65
    assert ways[Asked.INVITED.value] >= 5
    asked = rows(seeded, select(RatingInvitation.rating_id))
    assert 5 <= sum(rating is not None for (rating,) in asked) < len(asked)
    tied = rows(seeded, select(Rating).where(Rating.visit_id.is_not(None)))
    assert all(rating.officer_id and rating.service_id for (rating,) in tied if rating.counter_id)


def test_the_counters_serve_in_time_and_late_with_pauses_and_redirections(
    seeded: Database,
) -> None:
    visits = [visit for (visit,) in rows(seeded, select(Visit))]
    units = Counter(visit.unit_id for visit in visits)
    assert len(units) == len(COUNTERS)
    assert all(n >= 20 for n in units.values())
    assert {visit.source for visit in visits} == set(Source)
    ended = [visit for visit in visits if visit.outcome == Outcome.DONE]
    assert 0.6 < sum(bool(visit.within) for visit in ended) / len(ended) < 0.95
    assert {visit.outcome for visit in visits} >= set(Outcome)
    assert len(rows(seeded, select(VisitPause))) >= 20
    assert sum(visit.waited is not None for visit in visits) >= 100


def test_the_survey_has_a_trend_a_weak_element_and_a_unit_asked_too_little(
    seeded: Database,
) -> None:
    now = Period.containing(NOW.date(), PeriodKind.QUARTER)
    told = {
        key: ask(seeded, lambda tx, n=number: skm.report(tx, n, now, NOW))
        for number, key in enumerate((spec.key for spec in UNITS), 1)
    }
    trend = [point for point in told["ktp"].trend if point.index is not None]
    assert 4 <= len(trend) <= 7
    assert told["ktp"].sample.enough
    assert not told["puskesmas"].sample.enough
    assert told["ktp"].lowest[0].key == "waktu"
    assert told["puskesmas"].lowest[0].key == "sarana"
    assert told["teluk"].sample.source == "entered"
    media = Counter(medium for (medium,) in rows(seeded, select(SurveyResponse.medium)))
    assert media[Medium.CHAT] >= 80
    unfinished = select(SurveyResponse).where(SurveyResponse.finished_at.is_(None))
    assert len(rows(seeded, unfinished)) >= 5


def test_doubts_wait_for_the_second_person_or_were_settled(seeded: Database) -> None:
    found = [flag for (flag,) in rows(seeded, select(RatingFlag))]
    excluded = {flag.reason for flag in found if flag.decision == Decision.EXCLUDED}
    kept = {flag.reason for flag in found if flag.decision == Decision.KEPT}
    waiting = {f.reason for f in found if f.proposed_by is not None and f.decided_at is None}
    assert excluded == {Reason.BURST}
    assert kept == {Reason.SAME_WORDS}
    assert waiting == {Reason.IN_TURNS}
    assert any(flag.reason == Reason.BY_HAND and flag.decided_at is None for flag in found)
    assert len(found) < 60
    low = rows(seeded, select(Rating.why).where(Rating.score <= 2))
    assert sum(why is not None for (why,) in low) > len(low) / 2


def test_one_plan_is_carried_out_and_one_is_open(seeded: Database) -> None:
    plans = [plan for (plan,) in rows(seeded, select(FollowUpPlan))]
    assert {plan.state for plan in plans} == {PlanState.DONE, PlanState.OPEN}
    assert all(Period.of(plan.period).last < NOW.date() for plan in plans)


def test_what_anybody_would_write_is_doubted_by_nobody() -> None:
    assert [words for words in (*SHORT_GOOD, *SHORT_BAD) if own_words(words)] == []


def test_five_units_in_wib_and_one_in_wit_one_of_them_open_on_saturday(
    seeded: Database,
) -> None:
    units = [unit for (unit,) in rows(seeded, select(Unit))]
    assert Counter(unit.zone for unit in units) == {WIB: 5, WIT: 1}
    assert len({unit.office_id for unit in units}) == 2
    saturdays = [u.name for u in units if u.hours and u.hours["weekly"].get("sat")]
    assert "Puskesmas Rambai Hulu" in saturdays


def test_the_chain_of_the_journal_is_sealed_and_sound(seeded: Database) -> None:
    counts = Counts()
    assert ask(seeded, lambda tx: [str(one) for one in journal_audit.audit(tx, counts)]) == []
    assert (counts.unsealed, counts.waiting, counts.older) == (0, {}, {})
    assert min(counts.sealed, counts.rows["ratings"], counts.rows["cases"]) > 0
    times = [at for (at,) in rows(seeded, select(JournalEntry.at).order_by(JournalEntry.id))]
    assert max(times) <= NOW + timedelta(minutes=1)
    of_cases = select(JournalEntry.at).where(JournalEntry.case_id.is_not(None))
    in_order = [at for (at,) in rows(seeded, of_cases.order_by(JournalEntry.id))]
    assert in_order == sorted(in_order)


def test_nearly_everything_that_can_happen_to_a_case_has_happened(seeded: Database) -> None:
    seen = {kind for (kind,) in rows(seeded, select(JournalEntry.kind).distinct())}
    of_cases = {kind.value for kind in Kind if kind.value.startswith("case.")}
    assert of_cases - seen == set()
    assert {"rating.given", "rating.commented", "evidence.added", "summary.sent"} <= seen
    assert not seen & NEVER


def test_cases_of_every_kind_wait_for_a_visitor(seeded: Database) -> None:
    cases = [case for (case,) in rows(seeded, select(Case))]
    states = Counter(State(case.state) for case in cases)
    assert len(cases) == len(CASES)
    assert states[State.SOLVED] >= 12
    assert all(states[state] for state in (State.SENT, State.IN_PROGRESS, State.ANSWERED))
    assert all(states[state] for state in (State.WAITING, State.REOPENED, State.REJECTED))
    late = ask(seeded, lambda tx: queries.open_overdue(tx, None, NOW))
    assert 2 <= len(late) <= 12


def test_a_visitor_finds_every_rule_at_work(seeded: Database) -> None:
    cases = [case for (case,) in rows(seeded, select(Case))]
    waiting = [case for case in cases if State(case.state) in OPEN]
    assert any(case.supervisory for case in waiting)
    assert any(case.confidential for case in waiting)
    assert any(case.previous_id for case in waiting)
    assert any(case.followers >= 3 for case in waiting)
    assert any(case.merged_into_id for case in cases)
    assert any(case.original for case in cases)
    numbered = ask(seeded, lambda tx: [pseudonyms.of(tx, case) for case in waiting])
    assert any(one is not None and (one.nth or 0) >= 3 for one in numbered)
    kinds = {kind for (kind,) in rows(seeded, select(Attachment.kind).distinct())}
    assert kinds == {kind.value for kind in FileKind}
    late = {step for (step,) in rows(seeded, select(Reminder.step).distinct())}
    assert {rung.value for rung in Rung} <= late
    causes = {standing for (standing,) in rows(seeded, select(ExternalCause.standing))}
    assert {"claimed", "accepted", "refused"} <= causes
    assert rows(seeded, select(LimitRule))
    assert rows(seeded, select(AnswerTemplate))


def test_one_officer_is_away_and_somebody_stands_in(seeded: Database) -> None:
    away = ask(seeded, lambda tx: leaves.away(tx, NOW))
    ((leave,),) = rows(seeded, select(Leave).where(Leave.officer_id.in_(away)))
    held = {case.holder_id for (case,) in rows(seeded, select(Case)) if case.resolved_at is None}
    assert leave.begun_at is not None
    assert leave.officer_id not in held
    assert leave.stand_in_id in held
    entries = rows(seeded, select(JournalEntry).where(JournalEntry.kind == Kind.CASE_ASSIGNED))
    assert leave.stand_in_id in {e.data["holder"] for (e,) in entries if e.actor_id is None}


def test_a_citizen_reads_who_was_told_in_the_end(seeded: Database) -> None:
    """Not who would have been: the inspectorate keeps its cases to itself, and where an office has
    no head the admin hears."""

    def heard(tx: Transaction, case: Case) -> set[Above]:
        tracked = tracking.of(tx, case.id or 0, case.reporter_id or 0, NOW)
        return {one.who for told in tracked.heard.values() for one in told}

    cases = [case for (case,) in rows(seeded, select(Case)) if case.resolved_at is None]
    told = {case.id: ask(seeded, lambda tx, c=case: heard(tx, c)) for case in cases}
    secret = set().union(*(told[case.id] for case in cases if case.supervisory))
    assert secret == {Above.INSPECTORATE}
    health = {unit.id for (unit,) in rows(seeded, select(Unit)) if unit.office_id == 2}
    unled = set().union(*(told[c.id] for c in cases if c.unit_id in health and not c.supervisory))
    assert unled == {Above.HEAD, Above.ADMIN}
    assert any(Above.OMBUDSMAN in told[case.id] for case in cases)


def test_what_the_past_leaves_out_is_named_as_the_bot_names_it() -> None:
    assert set(town_history.JOBS) <= {job.name for job in tables.JOBS}


def test_everybody_has_what_the_role_needs(seeded: Database) -> None:
    officers = [officer for (officer,) in rows(seeded, select(Officer))]
    assert len(officers) == len(STAFF)
    assert all(people.valid_nip(officer.nip) and officer.person_id for officer in officers)
    open_cases = select(Case.reporter_id, Person.telegram_id).join(
        Person, Person.id == Case.reporter_id
    )
    waiting = rows(seeded, open_cases.where(Case.state.in_([s.value for s in OPEN])))
    reporters = {telegram_id for _, telegram_id in waiting}
    visible = {town.telegram_id(who.key) for who in CITIZENS if who.known}
    assert visible <= reporters | {town.telegram_id("darma")}
    served = {officer for (officer,) in rows(seeded, select(Evidence.officer_id).distinct())}
    crew = {who.nip for who in STAFF if any(role is Role.OFFICER for role, _ in who.places)}
    assert {o.nip for o in officers if o.id in served} >= crew


def test_the_past_floods_no_chat(seeded: Database) -> None:
    waiting = ask(seeded, lambda tx: outbox.waiting(tx, 10_000))
    per_chat = Counter(row.telegram_id for row in waiting)
    assert max(per_chat.values()) <= town.SHOWN + 1
    staff = {town.telegram_id(who.key) for who in STAFF}
    assert staff <= set(per_chat)
    assert not {town.telegram_id(key) for key in town.offstage()} & set(per_chat)


def test_the_town_can_be_founded_on_a_day_off(sqlite_url: str) -> None:
    opened = built(sqlite_url, datetime(2026, 3, 21, 5, 0, tzinfo=UTC))  # Idul Fitri
    states = {state for (state,) in rows(opened, select(Case.state).distinct())}
    opened.close()
    assert {State.SENT, State.IN_PROGRESS, State.ANSWERED, State.SOLVED} <= states


def test_the_same_day_gives_the_same_town(sqlite_url: str, seeded: Database) -> None:
    again = built(sqlite_url, NOW)
    for what in (
        select(Case.ticket, Case.state, Case.received_at, Case.holder_id).order_by(Case.id),
        select(Rating.rater, Rating.score, Rating.at, Rating.comment).order_by(Rating.id),
        select(Visit.started_at, Visit.ended_at, Visit.outcome).order_by(Visit.id),
        select(SurveySum.unit_id, SurveySum.key, SurveySum.day, SurveySum.total).order_by(
            SurveySum.unit_id, SurveySum.key, SurveySum.day
        ),
        select(JournalEntry.kind, JournalEntry.at).order_by(JournalEntry.id),
    ):
        assert rows(again, what) == rows(seeded, what)
    again.close()


def test_the_report_of_a_unit_is_computed_anew_from_its_export_alone(seeded: Database) -> None:
    """By a script that imports nothing of ours, for every unit and quarter with an index."""
    quarter = Period.containing(NOW.date(), PeriodKind.QUARTER)
    units = ask(seeded, lambda tx: [unit.id or 0 for unit in offices.units(tx)])
    recomputed_ones = 0
    for unit_id, period in itertools.product(units, (quarter.before(), quarter)):
        wanted = {"unit": unit_id, "period": period.code, "at": NOW.isoformat()}
        told = ask(seeded, lambda tx, w=wanted: skm_files.report_of(tx, w))
        file = ask(seeded, lambda tx, w=wanted: skm_files.questionnaires(tx, "id", w))
        if told.index is None:
            continue
        nrr, ikm, standing = recomputed(file.content.decode("utf-8-sig"))
        assert (ikm, nrr) == (
            str(told.index.ikm),
            {line.key: line.nrr for line in told.elements if line.nrr is not None},
        )
        assert standing["counted"] == told.questionnaires.counted
        recomputed_ones += 1
    assert recomputed_ones >= 3
