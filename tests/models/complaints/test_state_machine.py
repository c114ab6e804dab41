"""Random people do random things to cases, in any order and at any time.

What must hold is written here once more, apart from the code: who may do what in which state, that
nothing runs in a case that is over, and that the holders' times add up to the time of the case.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import Connection

from models.complaints import (
    access,
    casework,
    filing,
    following,
    handover,
    operations,
    sla,
    states,
)
from models.complaints.filing import Complaint
from models.complaints.limits import CaseClass
from models.complaints.states import ENDED, Event, State
from models.complaints.tables import Case
from models.database import Transaction, writing_engine
from models.errors import Refused
from models.people import Role
from models.worktime import Calendar
from tests.models.complaints.offices_and_people import NOON, Cast, end_silence, furnish
from tests.scale import scaled

CITIZENS = ("Budi", "Citra")
UNIT_OF = {"Sari": "KTP", "Tono": "KTP", "Wati": "SKCK", "Hadi": "KTP"}
EVERYBODY = (*CITIZENS, *UNIT_OF, "Ani", "Ines")
WORDS = "Sudah tiga minggu, belum juga jadi."

NEW = {State.SENT, State.VERIFIED, State.FORWARDED}
AT_WORK = {State.IN_PROGRESS, State.REOPENED}
CITIZENS_TURN = {State.WAITING, State.ANSWERED}
OPEN = NEW | AT_WORK | CITIZENS_TURN

# In which states each act is possible at all, whoever does it.
POSSIBLE: dict[str, set[State]] = {
    "verify": {State.SENT, State.FORWARDED},
    "take": OPEN,
    "answer": OPEN,
    "ask_back": OPEN - {State.WAITING},
    "reject": OPEN,
    "forward": NEW | AT_WORK,
    "assign": OPEN,
    "give_back": AT_WORK | CITIZENS_TURN,
    "merge": OPEN,
    "separate": {State.MERGED},
    "reply": OPEN | {State.SOLVED, State.REJECTED, State.ARCHIVED},
    "confirm": {State.ANSWERED, State.SOLVED},
    "reopen": {State.ANSWERED, State.SOLVED, State.REJECTED, State.ARCHIVED},
    "withdraw": OPEN,
    "rate": {State.SOLVED, State.REJECTED, State.ARCHIVED},
}
BY_CITIZEN = {"reply", "confirm", "reopen", "withdraw", "rate"}
AFTERWARDS: dict[str, set[State]] = {
    "verify": {State.VERIFIED, State.FORWARDED},  # forwarded: to the inspectorate or from there
    "take": {State.IN_PROGRESS} | CITIZENS_TURN,
    "answer": {State.ANSWERED},
    "ask_back": {State.WAITING},
    "reject": {State.REJECTED, State.ARCHIVED},
    "forward": {State.FORWARDED},
    "assign": {State.IN_PROGRESS} | CITIZENS_TURN,
    "give_back": {State.VERIFIED, State.REOPENED} | CITIZENS_TURN,
    "merge": {State.MERGED},
    "separate": {State.VERIFIED},
    "reply": OPEN | ENDED - {State.WITHDRAWN, State.MERGED},
    "confirm": {State.SOLVED},
    "reopen": {State.REOPENED},
    "withdraw": {State.WITHDRAWN},
    "rate": ENDED,
}


@dataclass(frozen=True)
class How:
    """With what an act is done, if it needs something."""

    other: int
    case_class: CaseClass
    reason: operations.Reason
    colleague: str
    wants: bool


HOW = st.builds(
    How,
    other=st.integers(0, 3),
    case_class=st.sampled_from(CaseClass),
    reason=st.sampled_from(operations.Reason),
    colleague=st.sampled_from(sorted(UNIT_OF)),
    wants=st.booleans(),
)


class Casework(RuleBasedStateMachine):
    """One town on one connection; everything is rolled back at the end."""

    template: ClassVar[Path]
    folder: ClassVar[Path]
    done: ClassVar[set[str]]  # what somebody did in some run

    @initialize()
    def open(self) -> None:
        file = self.folder / "town.db"
        shutil.copy(self.template, file)
        self.engine = writing_engine(f"sqlite:///{file}")
        self.connection: Connection = self.engine.connect()
        self.connection.begin()
        self.tx = Transaction(self.connection)
        self.town = Cast()
        furnish(self.tx, self.town)
        self.town.join(self.tx, "Ines", Role.INSPECTOR)
        self.now: datetime = NOON
        self.cases: list[int] = []

    def teardown(self) -> None:
        if hasattr(self, "connection"):
            self.connection.close()
            self.engine.dispose()

    # what happens

    @rule(minutes=st.sampled_from([1, 30, 240, 1440, 4320, 20160, 50400]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(
        who=st.sampled_from(CITIZENS),
        unit=st.sampled_from(["KTP", "SKCK"]),
        category=st.sampled_from(["waktu", "pungli", "informasi"]),
    )
    @precondition(lambda self: len(self.cases) < 4)
    def somebody_complains(self, who: str, unit: str, category: str) -> None:
        complaint = Complaint(unit_id=self.town.units[unit], category=category, text=WORDS)
        sent = filing.submit(self.tx, self.town.people[who], complaint, self.now)
        self.cases.append(sent.case_id)

    @rule(which=st.integers(0, 3), choice=st.integers(0, 10_000), how=HOW)
    @precondition(lambda self: self.cases)
    def somebody_does_what_they_may(self, which: int, choice: int, how: How) -> None:
        case = self._case(self.cases[which % len(self.cases)])
        may = {
            act: [who for who in EVERYBODY if self._allowed(act, who, case)]
            for act, possible in POSSIBLE.items()
            if State(case.state) in possible
        }
        acts = [act for act, people in may.items() if people]
        if acts:
            act = acts[choice % len(acts)]
            who = may[act][choice // len(acts) % len(may[act])]
            self._try(act, who, case.id or 0, how)

    @rule(
        which=st.integers(0, 3),
        act=st.sampled_from(sorted(POSSIBLE)),
        who=st.sampled_from(EVERYBODY),
        how=HOW,
    )
    @precondition(lambda self: self.cases)
    def somebody_tries_anything(self, which: int, act: str, who: str, how: How) -> None:
        self._try(act, who, self.cases[which % len(self.cases)], how)

    def _acts(self, case_id: int, who: str, how: How) -> dict[str, Callable[[], Any]]:
        tx, person, at = self.tx, self.town.people[who], self.now
        target = self.cases[how.other % len(self.cases)]
        colleague = self.town.officers[how.colleague]
        unit_id = self.town.units["SKCK" if how.wants else "KTP"]
        return {
            "verify": lambda: operations.verify(tx, case_id, person, how.case_class, at),
            "take": lambda: operations.take(tx, case_id, person, at),
            "answer": lambda: operations.answer(tx, case_id, person, WORDS, at),
            "ask_back": lambda: operations.ask_back(tx, case_id, person, WORDS, at),
            "reject": lambda: operations.reject(tx, case_id, person, how.reason, WORDS, at),
            "forward": lambda: handover.forward(tx, case_id, person, unit_id, at),
            "assign": lambda: handover.assign(tx, case_id, person, colleague, at),
            "give_back": lambda: handover.give_back(tx, case_id, person, at),
            "merge": lambda: following.merge(tx, case_id, target, person, at),
            "separate": lambda: following.separate(tx, case_id, person, at),
            "reply": lambda: operations.citizen_reply(
                tx, case_id, person, WORDS, at, wants_answer=how.wants
            ),
            "confirm": lambda: operations.confirm(tx, case_id, person, at),
            "reopen": lambda: operations.reopen(tx, case_id, person, WORDS, at),
            "withdraw": lambda: operations.withdraw(tx, case_id, person, at),
            "rate": lambda: operations.rate_handling(tx, case_id, person, 3, at),
        }

    @rule(which=st.integers(0, 3))
    @precondition(lambda self: self.cases)
    def silence_ends_a_case(self, which: int) -> None:
        case = self._case(self.cases[which % len(self.cases)])
        before = State(case.state)
        done = end_silence(self.tx, case.id or 0, self.now)
        if done is not None:
            assert before in CITIZENS_TURN
            assert done.state is (State.SOLVED if before is State.ANSWERED else State.ARCHIVED)

    def _try(self, act: str, who: str, case_id: int, how: How) -> None:
        """An act goes through only for whom and when it may; a refusal leaves no trace."""
        case = self._case(case_id)
        before, supervisory, unit_id = State(case.state), case.supervisory, case.unit_id
        entered = len(self._events(case_id))
        try:
            with self.tx.savepoint():
                self._acts(case_id, who, how)[act]()
        except Refused:
            self.tx.session.expire_all()
            assert len(self._events(case_id)) == entered
            return
        self.done.add(act)
        after = State(self._case(case_id).state)
        assert before in POSSIBLE[act], f"{act} of a case that is {before}"
        assert after in AFTERWARDS[act]
        assert self._may(act, who, case_id, unit_id, supervisory), f"{who} may not {act}"

    def _allowed(self, act: str, who: str, case: Case) -> bool:
        return self._may(act, who, case.id or 0, case.unit_id, case.supervisory)

    def _may(self, act: str, who: str, case_id: int, unit_id: int, supervisory: bool) -> bool:
        reporter = self._case(case_id).reporter_id == self.town.people[who]
        if act in BY_CITIZEN:
            return reporter
        if supervisory:
            return who == "Ines"
        return who == "Ani" or self.town.units.get(UNIT_OF.get(who, "")) == unit_id

    # what holds at any time

    @invariant()
    def every_case_is_sound(self) -> None:
        for case_id in getattr(self, "cases", ()):
            case = self._case(case_id)
            past = self._events(case_id)
            measure = casework.measure_of(self.tx, case)
            clocks = sla.clocks(past, measure.calendar, self.now, measure.limits)
            assert case.state == states.fold(one.event for one in past)
            _nothing_runs_when_it_is_over(case, clocks)
            _the_holders_times_add_up(past, measure.calendar, clocks, self.now)
            _the_first_answer_is_never_promised_anew(past, clocks)
            first = clocks.next_due
            assert case.next_due == (first.due if first else None)
            if case.holder_id is not None and State(case.state) not in ENDED:
                assert access.holder(self.tx, case, self.now) is not None

    @invariant()
    def what_was_merged_is_counted_and_has_somewhere_to_go_on(self) -> None:
        cases = [self._case(case_id) for case_id in getattr(self, "cases", ())]
        for case in cases:
            inside = [one for one in cases if one.merged_into_id == case.id]
            assert case.followers == len(inside)  # nobody only follows here
            assert (case.state == State.MERGED) is (case.merged_into_id is not None)
            assert not inside or case.state not in (State.WITHDRAWN, State.MERGED)

    # beneath

    def _case(self, case_id: int) -> Case:
        return self.tx.session.get_one(Case, case_id)

    def _events(self, case_id: int) -> list[sla.Happened]:
        return casework.history(self.tx, self._case(case_id))


def _nothing_runs_when_it_is_over(case: Case, clocks: sla.Clocks) -> None:
    over = State(case.state) in ENDED
    assert (case.resolved_at is not None) is over
    if over:
        assert clocks.running == ()
        assert (case.next_due, case.waiting_since) == (None, None)


def _the_holders_times_add_up(
    past: list[sla.Happened], calendar: Calendar, clocks: sla.Clocks, now: datetime
) -> None:
    total = sum(held.minutes for held in sla.holders(past, calendar, now))
    assert total == pytest.approx(clocks.resolution.elapsed, abs=1e-6)


def _the_first_answer_is_never_promised_anew(past: list[sla.Happened], clocks: sla.Clocks) -> None:
    """Only the decision on the class may move it, and that counts from the receipt too."""
    promised = {one.answer_due for one in past if one.event in sla.SETS_DUES}
    assert clocks.first_answer.promised in promised | {past[0].answer_due}


def test_whatever_people_do(sqlite_template: Path, tmp_path: Path) -> None:
    machine = type(
        "Town", (Casework,), {"template": sqlite_template, "folder": tmp_path, "done": set()}
    )
    machine.TestCase.settings = settings(
        max_examples=scaled(50, 25),
        stateful_step_count=50,
        deadline=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    machine.TestCase("runTest").debug()
    assert len(machine.done) >= len(POSSIBLE) - 2  # or it would prove little


def test_the_oracle_names_every_act_of_an_officer_or_citizen() -> None:
    """What people can do to a case and the machine does not try is listed here."""
    elsewhere = {
        Event.SENT,
        Event.TAKEN,
        Event.COMMENTED,  # by reply
        Event.ARCHIVED,  # by reject
        Event.CLOSED_BY_SILENCE,
        Event.REFERRED,  # by verify
        Event.RECLASSIFIED,
        Event.CAUSE_CLAIMED,
        Event.CAUSE_ENDED,
        Event.CAUSE_DECIDED,
        Event.RECALCULATED,
    }
    tried = {
        "verify": Event.VERIFIED,
        "answer": Event.ANSWERED,
        "ask_back": Event.ASKED_BACK,
        "reject": Event.REJECTED,
        "forward": Event.FORWARDED,
        "assign": Event.ASSIGNED,
        "give_back": Event.RETURNED,
        "merge": Event.MERGED,
        "separate": Event.SEPARATED,
        "reply": Event.CITIZEN_REPLIED,
        "confirm": Event.CONFIRMED,
        "reopen": Event.REOPENED,
        "withdraw": Event.WITHDRAWN,
        "rate": Event.HANDLING_RATED,
    }
    assert set(tried) | {"take"} == set(POSSIBLE)
    assert set(tried.values()) | elsewhere == set(Event)
