"""How a plan comes to be agreed on: one side proposes, the other agrees or asks for a change.

PermenPANRB 6/2022: planning is a dialogue of officer and leader. Both confirm, whoever writes: what
one proposes waits for the other, and every change takes back what was confirmed before. An agreed
plan stays as it is; it is changed by a new version with a reason. The leader is whoever leads the
officer at the time of a step.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel import col, select

from models import entries, journal, seen
from models.appraisal import leaders
from models.appraisal.leaders import Standing
from models.appraisal.skp import drafting, notices, plans
from models.appraisal.skp.content import Content, checked
from models.appraisal.skp.tables import PerformancePlan, PlanState, PlanStep, Side
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.offices import Unit
from models.people import Officer

LEAST_WORDS, WORDS_LIMIT = 10, 1000  # characters of a reason, or of a change that is asked for
AHEAD = 1  # years for which a plan may be made beforehand
_SIDES = {Standing.OWN: Side.OFFICER, Standing.LEADER: Side.LEADER}
WRITING = tuple(_SIDES)  # who takes part: the officer and the leader
_OTHER = {Side.OFFICER: Side.LEADER, Side.LEADER: Side.OFFICER}


class Step(StrEnum):
    MADE = "made"  # also of a new version, with the reason
    CHANGED = "changed"
    PROPOSED = "proposed"
    TAKEN_BACK = "taken_back"
    CHANGE_ASKED = "change_asked"
    AGREED = "agreed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Acting:
    """A plan, locked, with who acts on it and who leads its officer now."""

    plan: PerformancePlan
    officer: Officer  # who acts
    side: Side
    leader: Officer

    @property
    def other(self) -> Side:
        return _OTHER[self.side]


# --- beginning


def make(
    tx: Transaction,
    officer_id: int,
    year: int,
    by: int,
    at: datetime,
    content: Content | None = None,
) -> int:
    """Begin a plan for a year; its id. For the officer, or for the leader on the officer's behalf.

    Refused while another version stands open or holds.
    """
    actor = leaders.entitled(tx, officer_id, by, at, *WRITING)
    leader, unit = _leader(tx, officer_id, at), _unit(tx, officer_id, at)
    _check_year(unit.zone, year, at)
    _lock_officer(tx, officer_id)
    before = plans.versions(tx, officer_id, year)
    for one in before:
        if one.state in plans.OPEN:
            raise Refused("skp-open-already", version=one.version)
        if one.state == PlanState.AGREED:
            raise Refused("skp-agreed-already")
    plan = PerformancePlan(
        officer_id=officer_id,
        unit_id=unit.id or 0,
        leader_id=leader.id or 0,
        year=year,
        version=len(before) + 1,
        holder=Side.OFFICER if actor.id == officer_id else Side.LEADER,
        made_at=at,
        changed_at=at,
    )
    return _begun(tx, plan, actor, checked(content or Content()), at, by)


def from_last_year(tx: Transaction, officer_id: int, year: int, by: int, at: datetime) -> int:
    """Begin with what was agreed for the year before."""
    leaders.entitled(tx, officer_id, by, at, *WRITING)
    before = plans.agreed(tx, officer_id, year - 1, at)
    if before is None:
        raise Refused("skp-no-last-year", year=str(year - 1))
    return make(tx, officer_id, year, by, at, drafting.content_of(before))


def new_version(tx: Transaction, plan_id: int, reason: str, by: int, at: datetime) -> int:
    """A copy of the plan that holds, open to change; its id. The one that holds goes on holding
    until both have agreed on the copy."""
    acting = _acting(tx, plan_id, by, at)
    was = acting.plan
    _lock_officer(tx, was.officer_id)
    before = plans.versions(tx, was.officer_id, was.year)
    if was.state != PlanState.AGREED:
        raise Refused("skp-not-now")
    if any(one.state in plans.OPEN for one in before):
        raise Refused("skp-open-already", version=before[-1].version)
    unit = _unit(tx, was.officer_id, at)
    _check_year(unit.zone, was.year, at)
    plan = PerformancePlan(
        officer_id=was.officer_id,
        unit_id=unit.id or 0,
        leader_id=acting.leader.id or 0,
        year=was.year,
        version=len(before) + 1,
        holder=acting.side,
        reason=words(reason),
        made_at=at,
        changed_at=at,
    )
    content = drafting.content_of(plans.plan(tx, was.id or 0))
    return _begun(tx, plan, acting.officer, content, at, by)


def _begun(
    tx: Transaction,
    plan: PerformancePlan,
    actor: Officer,
    content: Content,
    at: datetime,
    by: int,
) -> int:
    tx.session.add(plan)
    tx.session.flush()
    drafting.store(tx, plan, content)
    _enter(tx, plan, Step.MADE, actor, at, by, plan.reason)
    return plan.id or 0


# --- changing


def change(tx: Transaction, plan_id: int, edit: drafting.Edit, by: int, at: datetime) -> Content:
    """Change what an open plan says, for whose turn it is; what was confirmed before is so no more.
    Returns what it says now."""
    acting = _acting(tx, plan_id, by, at)
    plan = _in_turn(acting, *plans.OPEN)
    content = checked(edit(drafting.content_of(plans.plan(tx, plan_id))))
    drafting.store(tx, plan, content)
    if plan.state == PlanState.PROPOSED:  # what the other side proposed is not it any more
        plan.state = PlanState.DRAFT
    plan.officer_confirmed_at = plan.leader_confirmed_at = None
    plan.changed_at = at
    last = _last_step(tx, plan)
    if last not in [(step.value, acting.officer.id) for step in (Step.MADE, Step.CHANGED)]:
        _enter(tx, plan, Step.CHANGED, acting.officer, at, by)
    return content


def preview(tx: Transaction, plan_id: int, edit: drafting.Edit) -> Content:
    """What a plan would say after a change; nothing is kept, and WrongContent says what is wrong.
    Who may change it is asked when it is kept."""
    return checked(edit(drafting.content_of(plans.plan(tx, plan_id))))


# --- agreeing


def propose(tx: Transaction, plan_id: int, by: int, at: datetime) -> bool:
    """Confirm an open plan and hand it to the other side; False: there is no chat with that one.

    Refused while it is not whole.
    """
    acting = _acting(tx, plan_id, by, at)
    _in_turn(acting, PlanState.DRAFT, PlanState.CHANGE_ASKED)
    return _propose(tx, acting, by, at)


def ask_change(tx: Transaction, plan_id: int, wanted: str, by: int, at: datetime) -> None:
    """Give a proposed plan back with words that say what should be another way."""
    acting = _acting(tx, plan_id, by, at)
    plan = _in_turn(acting, PlanState.PROPOSED)
    said = words(wanted)
    plan.officer_confirmed_at = plan.leader_confirmed_at = None
    plan.state, plan.holder, plan.changed_at = PlanState.CHANGE_ASKED, acting.other, at
    plan.leader_id = acting.leader.id or 0
    _enter(tx, plan, Step.CHANGE_ASKED, acting.officer, at, by, said)
    notices.tell(
        tx, plan, acting.other, "skp-told-change", at, name=acting.officer.name, words=said
    )


def agree(
    tx: Transaction, plan_id: int, by: int, at: datetime, seen_mark: int | None = None
) -> bool:
    """Confirm what the other side proposed: the plan holds from now on, an earlier version no more.

    seen_mark: of the plan that was on the screen; refused where it was taken back, changed and
    proposed again since. False: the leader who proposed it leads the officer no more; it waits for
    the one who does.
    """
    acting = _acting(tx, plan_id, by, at)
    plan = _in_turn(acting, PlanState.PROPOSED)
    seen.refuse_changed(seen_mark, plan.changed_at, "skp-changed-since")
    if acting.side is Side.OFFICER and plan.leader_id != acting.leader.id:
        _propose(tx, acting, by, at)
        return False
    checked(drafting.content_of(plans.plan(tx, plan_id)), whole=True)
    for one in plans.versions(tx, plan.officer_id, plan.year):
        if one.state == PlanState.AGREED:
            one.state, one.changed_at = PlanState.REPLACED, at
    _confirm(plan, acting, at)
    plan.state = PlanState.AGREED
    _enter(tx, plan, Step.AGREED, acting.officer, at, by)
    notices.tell(tx, plan, acting.other, "skp-told-agreed", at, name=acting.officer.name)
    return True


def take_back(tx: Transaction, plan_id: int, by: int, at: datetime) -> None:
    """Have the turn again: what oneself proposed and nobody answered yet; for the officer also a
    draft that the leader began and has not proposed."""
    acting = _acting(tx, plan_id, by, at)
    plan = acting.plan
    own_proposal = plan.state == PlanState.PROPOSED and plan.holder == acting.other
    leaders_draft = plan.state == PlanState.DRAFT and plan.holder == Side.LEADER
    if not (own_proposal or (leaders_draft and acting.side is Side.OFFICER)):
        raise Refused("skp-not-now")
    plan.officer_confirmed_at = plan.leader_confirmed_at = None
    plan.state, plan.holder, plan.changed_at = PlanState.DRAFT, acting.side, at
    _enter(tx, plan, Step.TAKEN_BACK, acting.officer, at, by)
    notices.tell(tx, plan, acting.other, "skp-told-taken-back", at, name=acting.officer.name)


def drop(tx: Transaction, plan_id: int, by: int, at: datetime) -> None:
    """Give up an open version, for whose turn it is; what held before goes on holding."""
    acting = _acting(tx, plan_id, by, at)
    plan = _in_turn(acting, *plans.OPEN)
    plan.officer_confirmed_at = plan.leader_confirmed_at = None
    plan.state, plan.changed_at = PlanState.DROPPED, at
    _enter(tx, plan, Step.DROPPED, acting.officer, at, by)
    notices.tell(tx, plan, acting.other, "skp-told-dropped", at, name=acting.officer.name)


def words(text: str) -> str:
    """A reason as typed; refuses what is too short or too long."""
    return entries.words(text, LEAST_WORDS, WORDS_LIMIT)


# --- beneath


def _propose(tx: Transaction, acting: Acting, by: int, at: datetime) -> bool:
    plan = acting.plan
    checked(drafting.content_of(plans.plan(tx, plan.id or 0)), whole=True)
    plan.officer_confirmed_at = plan.leader_confirmed_at = None
    _confirm(plan, acting, at)
    plan.state, plan.holder = PlanState.PROPOSED, acting.other
    _enter(tx, plan, Step.PROPOSED, acting.officer, at, by)
    return notices.tell(tx, plan, acting.other, "skp-told-proposed", at, name=acting.officer.name)


def _confirm(plan: PerformancePlan, acting: Acting, at: datetime) -> None:
    plan.leader_id, plan.changed_at = acting.leader.id or 0, at
    if acting.side is Side.OFFICER:
        plan.officer_confirmed_at = at
    else:
        plan.leader_confirmed_at = at


def _acting(tx: Transaction, plan_id: int, by: int, at: datetime) -> Acting:
    """The plan's row, locked until the end of this piece of work: of two acts at once the second
    one sees what became of the first."""
    plan = tx.session.get(PerformancePlan, plan_id, with_for_update=True, populate_existing=True)
    if plan is None:
        raise Refused("not-for-you")
    officer = leaders.entitled(tx, plan.officer_id, by, at, *WRITING)
    side = Side.OFFICER if officer.id == plan.officer_id else Side.LEADER
    return Acting(plan, officer, side, _leader(tx, plan.officer_id, at))


def _in_turn(acting: Acting, *states: PlanState) -> PerformancePlan:
    """The plan in one of these states, if it is the turn of who acts."""
    plan = acting.plan
    if plan.state not in states:
        raise Refused("skp-not-now")
    if plan.holder != acting.side:
        raise Refused("skp-not-your-turn")
    return plan


def _leader(tx: Transaction, officer_id: int, at: datetime) -> Officer:
    leader = leaders.leader_of(tx, officer_id, at)
    if leader is None:
        raise Refused("skp-no-leader")
    return leader


def _unit(tx: Transaction, officer_id: int, at: datetime) -> Unit:
    unit = leaders.unit_of(tx, officer_id, at)
    if unit is None:
        raise Refused("skp-no-unit")
    return unit


def _check_year(zone: str, year: int, at: datetime) -> None:
    this = plans.this_year(zone, at)
    if not this <= year <= this + AHEAD:
        raise Refused("skp-year", first=str(this), last=str(this + AHEAD))


def _lock_officer(tx: Transaction, officer_id: int) -> None:
    """Two versions begun at once come one after the other."""
    tx.session.exec(select(Officer.id).where(Officer.id == officer_id).with_for_update()).one()


def _last_step(tx: Transaction, plan: PerformancePlan) -> tuple[str, int] | None:
    statement = select(PlanStep).where(PlanStep.plan_id == plan.id)
    last = tx.session.exec(statement.order_by(col(PlanStep.id).desc()).limit(1)).first()
    return (last.step, last.officer_id) if last else None


def _enter(
    tx: Transaction,
    plan: PerformancePlan,
    step: Step,
    actor: Officer,
    at: datetime,
    by: int,
    said: str = "",
) -> None:
    tx.session.add(plan)
    taken = PlanStep(
        plan_id=plan.id or 0, step=step.value, officer_id=actor.id or 0, words=said, at=at
    )
    tx.session.add(taken)
    tx.session.flush()
    journal.write(
        tx,
        Kind.PERFORMANCE_PLAN_STEP,
        at,
        actor_id=by,
        unit_id=plan.unit_id,
        plan=plan.id,
        officer=plan.officer_id,
        year=plan.year,
        version=plan.version,
        step=step.value,
    )
