"""The performance record of the demo's town: what a visitor is promised stands there, made by the
bot's own operations, and each finds a step to take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.sandbox import town, town_record_days, town_record_words
from bot.sandbox.town_places import DUKCAPIL, KESEHATAN, STAFF
from models.appraisal import terms
from models.appraisal.coaching import effects, events, needs, promises, recognition, team
from models.appraisal.coaching.tables import Recognition, Training, TrainingEvent
from models.appraisal.deciding import acting, context, operations, sheet
from models.appraisal.deciding.tables import Appraisal, AppraisalState
from models.appraisal.evidence import checking, contests, freezing, own_words
from models.appraisal.evidence.tables import Contest
from models.appraisal.feedback import answering, queries
from models.appraisal.feedback.tables import FeedbackNote, FeedbackRound, NoteKind, Relation
from models.appraisal.indicators import Result
from models.appraisal.skp import plans, reports, templates
from models.appraisal.skp.tables import PlanState, Side, Source
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Database, Transaction
from models.forum import answers, questions
from models.offices import Office, Unit
from models.outbox import OutboxMessage
from models.people import Officer
from models.ratings.tables import Rating
from tests.journeys.seeded_town import NOW

NIPS = {who.key: who.nip for who in STAFF}
OCTOBER = date(2026, 10, 1)  # ended and frozen, for it is the 25th of November
FREEZING = datetime(2026, 11, 7, 17, tzinfo=UTC)  # midnight after the seventh day


class Record:
    """Who is who in the town, and what they see of the month that ended."""

    def __init__(self, tx: Transaction) -> None:
        self.tx = tx

    def who(self, key: str) -> Officer:
        return self.tx.session.exec(select(Officer).where(Officer.nip == NIPS[key])).one()

    def officer(self, key: str) -> int:
        return self.who(key).id or 0

    def person(self, key: str) -> int:
        return self.who(key).person_id or 0

    @property
    def office(self) -> int:
        return self.tx.session.exec(select(Office.id).where(Office.name == DUKCAPIL)).one() or 0

    @property
    def month(self) -> AppraisalPeriod:
        found = terms.of_office(self.tx, self.office)
        return next(one for one in found if one.first_day == OCTOBER)

    @property
    def month_id(self) -> int:
        return self.month.id or 0

    @property
    def unit(self) -> Unit:
        statement = select(Unit).where(Unit.name == "Loket KTP-el dan KK")
        return self.tx.session.exec(statement).one()

    def appraisal(self, key: str) -> Appraisal:
        return self.tx.session.exec(
            select(Appraisal).where(
                Appraisal.officer_id == self.officer(key), Appraisal.period_id == self.month_id
            )
        ).one()

    def plan(self, key: str) -> plans.Plan:
        found = plans.newest(self.tx, self.officer(key), NOW.year)
        assert found is not None
        return found

    def chat(self, key: str) -> list[str]:
        """The notices with which somebody's chat begins, oldest first."""
        statement = select(OutboxMessage).where(
            OutboxMessage.person_id == self.person(key), col(OutboxMessage.sent_at).is_(None)
        )
        found = self.tx.session.exec(statement.order_by(col(OutboxMessage.created_at))).all()
        return [one.body["key"] for one in found]


@pytest.fixture
def record(seeded: Database) -> Iterator[Record]:
    with seeded.reading() as tx:
        yield Record(tx)


def test_one_office_appraises_by_the_month_the_other_by_the_quarter(record: Record) -> None:
    health = select(Office.id).where(Office.name == KESEHATAN)
    other = record.tx.session.exec(health).one() or 0
    kinds = [terms.setting_of(record.tx, one).kind for one in (record.office, other)]
    assert kinds == ["month", "quarter"]
    assert record.month.frozen_at is not None
    assert record.month.frozen_at >= FREEZING


def test_plans_stand_at_every_point_of_the_dialogue(record: Record) -> None:
    states = {
        key: (record.plan(key).state, record.plan(key).version, record.plan(key).holder)
        for key in ("sari", "hartono", "bayu", "nurul", "rini")
    }
    assert states["sari"][:2] == states["hartono"][:2] == (PlanState.AGREED, 1)
    assert states["bayu"] == (PlanState.PROPOSED, 2, Side.LEADER)
    assert states["nurul"] == (PlanState.CHANGE_ASKED, 1, Side.OFFICER)
    assert states["rini"][0] is PlanState.DRAFT
    held = plans.holding(record.tx, record.officer("bayu"), NOW.year)
    assert held is not None
    assert [held.version, held.indicators[0].target] == [1, 75]
    assert record.plan("bayu").indicators[0].target == town_record_words.LOWER_TARGET


def test_her_results_serve_those_of_her_leader_and_one_is_reported_by_hand(record: Record) -> None:
    sari, leader = record.plan("sari"), record.plan("hartono")
    served = {one.leader_result_id for one in sari.results} - {None}
    assert served == {one.id for one in leader.results}
    assert {one.source for one in sari.indicators} == {Source.SYSTEM, Source.REPORTED}
    told = reports.realised(record.tx, [one.id for one in sari.indicators], record.month_id)
    assert [one.value for one in told.values()] == [town_record_words.REPORTED[0]]
    found = templates.fitting(record.tx, record.officer("sari"), NOW)
    assert [one.position for one in found] == [record.who("sari").position]


def test_praise_and_advice_on_many_days(record: Record) -> None:
    found = record.tx.session.exec(select(FeedbackNote)).all()
    assert len({one.at.date() for one in found}) == len(town_record_words.NOTES) == len(found)
    assert {one.kind for one in found} == set(NoteKind)
    assert {one.relation for one in found} == {*Relation}
    assert any(one.result_id for one in found)
    assert any(one.value for one in found)


def test_colleagues_were_asked_about_the_head_and_one_is_asked_about_her(record: Record) -> None:
    hartono = record.officer("hartono")
    summary = queries.summary(record.tx, hartono, record.month_id, NOW)
    told = {one.relation: one for seen in summary for one in seen[1]}
    assert told[Relation.SUBORDINATE].levels is not None
    assert told[Relation.PEER].levels is None  # of one peer nothing is told
    closed, running = record.tx.session.exec(
        select(FeedbackRound).order_by(col(FeedbackRound.id))
    ).all()
    assert closed.closed_at is not None
    assert closed.closed_at < FREEZING
    assert (running.officer_id, running.closed_at) == (record.officer("sari"), None)
    waiting = answering.waiting(record.tx, NOW, record.person("bayu"))
    assert [one.round_id for one in waiting] == [running.id]
    assert answering.waiting(record.tx, NOW, record.person("hartono")) == []


def test_an_accepted_contest_stands_beside_the_figure_and_another_waits(record: Record) -> None:
    accepted, waiting = record.tx.session.exec(select(Contest).order_by(col(Contest.id))).all()
    assert (accepted.officer_id, accepted.accepted) == (record.officer("sari"), True)
    assert accepted.decided_at is not None
    assert accepted.decided_at < FREEZING
    rating = record.tx.session.get_one(Rating, accepted.rating_id)
    assert rating.score <= 2
    assert OCTOBER <= rating.day <= record.month.last_day
    snapshot = freezing.latest(record.tx, record.officer("sari"), record.month_id)
    assert snapshot is not None
    figure = freezing.figures(record.tx, snapshot.id or 0)["satisfaction"]
    both = Result.from_json(figure.result)
    assert both.without is not None
    assert both.without.n == both.n - 1
    assert (waiting.officer_id, waiting.accepted) == (record.officer("bayu"), None)
    assert [one.id for one in contests.waiting(record.tx, record.person("surya"), NOW)] == [
        waiting.id
    ]


def test_each_finds_a_step_of_the_month_that_ended(record: Record) -> None:
    states = {
        key: record.appraisal(key).state
        for key in ("sari", "bayu", "nurul", "hartono", "dodi", "yohana")
    }
    assert states == {
        "sari": AppraisalState.DELIVERED,
        "bayu": AppraisalState.OBJECTED,
        "nurul": AppraisalState.OPEN,
        "hartono": AppraisalState.OPEN,
        "dodi": AppraisalState.FINAL,
        "yohana": AppraisalState.OPEN,
    }
    hers = record.appraisal("sari")
    assert hers.objection_until is not None
    assert hers.objection_until - NOW > timedelta(days=7)
    assert hers.confirmed_by_id == record.officer("hartono")
    assert record.appraisal("hartono").appraiser_id == record.officer("surya")
    objection = acting.objection_of(record.tx, record.appraisal("bayu").id or 0)
    assert objection is not None
    assert operations.heard(objection, NOW)
    assert (objection.superior_id, objection.decided_at) == (record.officer("surya"), None)


def test_her_record_holds_plan_figures_praise_and_her_own_words(record: Record) -> None:
    shown = sheet.sheet_of(record.tx, record.officer("sari"), record.month_id, NOW)
    assert shown.frozen is not None
    assert shown.decided is not None
    assert len(shown.record.results) == len(town_record_words.COUNTER.results)
    assert shown.record.own_words == town_record_words.OWN_WORDS
    assert own_words.of(record.tx, record.officer("sari"), record.month_id)
    around = context.context(record.tx, record.office, record.month_id)
    assert (str(around.organisation), around.source) == ("baik", town_record_words.ORGANISATION)


def test_a_training_has_an_effect_to_look_at(record: Record) -> None:
    assert len(record.tx.session.exec(select(Training)).all()) == 2
    (event,) = record.tx.session.exec(select(TrainingEvent)).all()
    shown = events.shown(record.tx, event)
    assert Counter(came for _, _, came in shown.participants) == {True: 3, False: 1}
    effect = effects.of(record.tx, event.id or 0, NOW, record.person("anisa"))
    assert effect.state is effects.State.TOLD
    assert effect.trained is not None
    assert len(team.of_office(record.tx, record.office)) == 2
    wish = needs.waiting_for(record.tx, NOW, record.person("hartono"))
    assert [one.officer_id for one in wish] == [record.officer("nurul")]


def test_a_recognition_is_published_and_promises_are_kept_in_mind(record: Record) -> None:
    (given,) = recognition.of_officer(record.tx, record.officer("sari"), record.month_id)
    assert (given.by, given.reason) == ("Surya Dharma", town_record_words.RECOGNITION)
    (row,) = record.tx.session.exec(select(Recognition)).all()
    assert row.published_at is not None
    last = promises.last_time(record.tx, record.unit.id or 0, record.month_id, NOW)
    assert {one.officer: one.kept for one in last} == {"Sari Melati": True, "Bayu Saputra": None}
    assert not any(one.late for one in last)


def test_the_public_is_asked_and_has_answered(record: Record) -> None:
    (running,) = questions.open_now(record.tx, NOW)
    assert (running.unit_id, len(running.options), len(running.options_en)) == (None, 4, 4)
    assert answers.number(record.tx, running.id or 0) == len(town_record_words.CHOSEN)
    (closed,) = questions.lately_closed(record.tx, NOW)
    head = record.person("hartono")
    outcome = answers.outcome_for_staff(record.tx, closed.id or 0, NOW, head)
    assert sorted(outcome.texts) == sorted(town_record_words.WISHES)
    assert closed.told_at is not None


def test_the_frozen_records_stand_up_to_the_audit(record: Record) -> None:
    counts = checking.Counts()
    assert [str(one) for one in checking.audit(record.tx, counts)] == []
    assert counts.snapshots == 6
    assert counts.figures >= 20


def test_the_chats_begin_with_what_waits_for_a_step(record: Record) -> None:
    wanted = {
        "sari": {"appraisal-told-delivered"},
        "bayu": {"feedback-asked", "appraisal-told-explained"},
        "nurul": {"skp-told-change"},
        "hartono": {"skp-told-proposed", "training-asked", "appraisal-told-opened"},
        "surya": {"appraisal-told-heard", "contest-new"},
    }
    missing = {key: asked - set(record.chat(key)) for key, asked in wanted.items()}
    assert not any(missing.values()), missing


def test_whichever_day_it_is_a_month_has_ended_and_people_have_had_time(record: Record) -> None:
    """Every day of two years, with their long holidays."""
    home = town.Town(record.tx, NOW, "")
    home.offices[DUKCAPIL] = record.office
    home.units["ktp"] = record.unit
    for day in range(2 * 365):
        home.now = datetime(2025, 3, 1, 5, tzinfo=UTC) + timedelta(days=day)
        found = town_record_days.of(home)
        frozen = found.month.last + timedelta(days=8)
        assert frozen < home.now.date()
        assert found.within
        assert all(one <= found.month.last for one in found.within)
        assert all(found.month.last < one < frozen for one in found.closing[1:])
        assert len(found.after) >= 2
        assert frozen <= min(found.after)
        assert max(found.after) < home.now.date()
        assert all(one > found.before.last + timedelta(days=7) for one in found.settled)
