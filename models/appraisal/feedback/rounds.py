"""A round: colleagues are asked about an officer for a period, by who leads the officer.

The leader answers too. The officer may change the choice once, with a reason; the result is read
when the round is closed: when its term has passed, or everybody has answered or declined.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import col, select

from models import entries, journal
from models.appraisal import leaders, terms
from models.appraisal.feedback import circle as circles
from models.appraisal.feedback import queries
from models.appraisal.feedback.circle import Circle
from models.appraisal.feedback.queries import LEAST
from models.appraisal.feedback.tables import (
    FeedbackDraft,
    FeedbackGiver,
    FeedbackRound,
    GiverState,
    Relation,
)
from models.appraisal.leaders import Standing
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind
from models.local_days import end_of_day, local_day
from models.offices import Office
from models.people import Officer

TERMS = (7, 14, 21)  # days; the middle one unless another is chosen
DAYS = 14
SHORTEST, LONGEST = 3, 30  # days
MOST = 10  # of each relation
REASON_LEAST, REASON_MOST = 10, 300  # characters
LAST_CALL = timedelta(days=3)  # before a round closes
AT_ONCE = 20  # rounds in one transaction


@dataclass(frozen=True, slots=True)
class Giver:
    """Somebody who was asked. Whether they answered is known, what they answered is not."""

    officer_id: int
    person_id: int | None
    name: str
    relation: Relation
    state: GiverState


@dataclass(frozen=True, slots=True)
class Change:
    added: tuple[Giver, ...]
    dropped: tuple[Giver, ...]


# --- opening


def periods(tx: Transaction, officer_id: int, at: datetime) -> list[AppraisalPeriod]:
    """Those for which a round could be opened now: running, the shorter one first; then those that
    are over and not frozen yet."""
    office_id = leaders.office_of(tx, officer_id, at)
    if office_id is None:
        return []
    zone = zone_of(tx, officer_id, at)
    today = local_day(zone, at)
    running = terms.running(tx, office_id, today, at)
    ended = [past for one in running if (past := terms.before(tx, one)) is not None]
    return [one for one in (*running, *ended) if _time_left(tx, one, zone, at) >= LAST_CALL]


def open_round(
    tx: Transaction,
    officer_id: int,
    period_id: int,
    givers: Collection[int],
    at: datetime,
    by: int,
    days: int = DAYS,
) -> FeedbackRound:
    """Ask these peers and subordinates, and the leader, about an officer. For the leader.

    The term ends with a local day, `days` (3 to 30) from now, and never after the period's records
    are frozen. Refused where there is a round already, or less than three days are left.
    """
    leader = leaders.entitled(tx, officer_id, by, at, Standing.LEADER)
    period = terms.period(tx, period_id)
    if period not in periods(tx, officer_id, at) or not SHORTEST <= days <= LONGEST:
        raise Refused("feedback-too-late")
    if queries.round_of(tx, officer_id, period_id) is not None:
        raise Refused("feedback-round-exists")
    chosen = _relations(circles.around(tx, officer_id, at), givers)
    zone = zone_of(tx, officer_id, at)
    asked = FeedbackRound(
        officer_id=officer_id,
        period_id=period_id,
        opened_by=leader.id or 0,
        opened_at=at,
        closes_at=min(end_of_day(at, days, zone), _frozen_at(tx, period, zone)),
    )
    tx.session.add(asked)
    tx.session.flush()
    _ask(tx, asked, chosen | {leader.id or 0: Relation.LEADER})
    _enter(tx, Kind.FEEDBACK_OPENED, asked, at, by, givers=len(chosen) + 1)
    return asked


def open_for_all(
    tx: Transaction, at: datetime, by: int, leader_id: int, key: str
) -> list[FeedbackRound]:
    """A round for everybody the leader leads who has none in the present period, with givers drawn
    by chance. Those with nobody to ask but the leader are left out."""
    opened = []
    for officer in leaders.led_by(tx, leader_id, at):
        officer_id = officer.id or 0
        period = next(iter(periods(tx, officer_id, at)), None)
        if period is None or queries.round_of(tx, officer_id, period.id or 0) is not None:
            continue
        around = circles.around(tx, officer_id, at)
        givers = circles.drawn(around, officer_id, period.id or 0, key)
        if givers:
            opened.append(open_round(tx, officer_id, period.id or 0, givers, at, by))
    return opened


# --- the officer's one change


def change(
    tx: Transaction, round_id: int, givers: Collection[int], reason: str, at: datetime, by: int
) -> Change:
    """Another choice of peers and subordinates, once, for the officer. The leader stays, and so
    does who has answered. No relation falls below the number from which it is told."""
    asked = locked(tx, round_id)
    leaders.entitled(tx, asked.officer_id, by, at, Standing.OWN)
    if queries.is_closed(asked, at):
        raise Refused("feedback-closed")
    if asked.changed_at is not None:
        raise Refused("feedback-changed-already")
    words = _reason(reason)
    present = {one.officer_id: one for one in givers_of(tx, round_id) if _choosable(one)}
    kept = {one: present[one].relation for one in givers if one in present}
    circle = circles.around(tx, asked.officer_id, at)
    fresh = _relations(circle, [one for one in givers if one not in present])
    _refuse_thinning(
        Counter(one.relation for one in present.values()), Counter((kept | fresh).values())
    )
    dropped = [one for number, one in present.items() if number not in kept]
    if any(one.state != GiverState.ASKED for one in dropped):
        raise Refused("feedback-has-answered")
    if not (dropped or fresh):
        raise Refused("feedback-nothing-changed")
    for one in dropped:
        _set_state(tx, round_id, one.officer_id, GiverState.REPLACED)
    _ask(tx, asked, fresh)
    asked.changed_at, asked.change_reason = at, words
    tx.session.add(asked)
    tx.session.flush()
    close_if_all_answered(tx, asked, at)
    _enter(tx, Kind.FEEDBACK_GIVERS_CHANGED, asked, at, by, added=len(fresh), dropped=len(dropped))
    added = tuple(one for one in givers_of(tx, round_id) if one.officer_id in fresh)
    return Change(added, tuple(dropped))


# --- reading


def one(tx: Transaction, round_id: int) -> FeedbackRound:
    found = tx.session.get(FeedbackRound, round_id)
    if found is None:
        raise Refused("not-for-you")
    return found


def locked(tx: Transaction, round_id: int) -> FeedbackRound:
    """The round for a change: two at once come one after the other."""
    found = tx.session.get(FeedbackRound, round_id, with_for_update=True)
    if found is None:
        raise Refused("not-for-you")
    return found


def givers_of(tx: Transaction, round_id: int) -> list[Giver]:
    """Those who were asked, without who was replaced: leader, peers, subordinates, by name."""
    rows = tx.session.exec(
        select(FeedbackGiver, Officer)
        .join(Officer, col(Officer.id) == FeedbackGiver.giver_id)
        .where(FeedbackGiver.round_id == round_id, FeedbackGiver.state != GiverState.REPLACED)
        .order_by(col(Officer.name), col(Officer.id))
    )
    found = [
        Giver(
            giver.giver_id,
            officer.person_id,
            officer.name,
            Relation(giver.relation),
            GiverState(giver.state),
        )
        for giver, officer in rows
    ]
    order = list(Relation)
    return sorted(found, key=lambda giver: order.index(giver.relation))


def state(tx: Transaction, round_id: int, at: datetime, by: int) -> list[Giver]:
    """Who has answered and who has not, for the leader."""
    asked = one(tx, round_id)
    leaders.entitled(tx, asked.officer_id, by, at, Standing.LEADER)
    return givers_of(tx, round_id)


def choice(tx: Transaction, round_id: int, at: datetime, by: int) -> list[Giver]:
    """Who was asked, for the officer."""
    asked = one(tx, round_id)
    leaders.entitled(tx, asked.officer_id, by, at, Standing.OWN)
    return givers_of(tx, round_id)


def of_officer(tx: Transaction, officer_id: int) -> list[FeedbackRound]:
    """Newest first."""
    statement = select(FeedbackRound).where(FeedbackRound.officer_id == officer_id)
    return list(tx.session.exec(statement.order_by(col(FeedbackRound.id).desc())))


def result(
    tx: Transaction, round_id: int, at: datetime, by: int
) -> tuple[FeedbackRound, queries.Summary]:
    """What was observed, for the officer, the leader and the leader's leader; refused before the
    round is closed."""
    asked = one(tx, round_id)
    readers = (Standing.OWN, Standing.LEADER, Standing.SUPERIOR)
    leaders.entitled(tx, asked.officer_id, by, at, *readers)
    if not queries.is_closed(asked, at):
        raise Refused("feedback-still-open")
    return asked, queries.summary(tx, asked.officer_id, asked.period_id, at)


def zone_of(tx: Transaction, officer_id: int, at: datetime) -> str:
    """Of the officer's unit, else of the office."""
    unit = leaders.unit_of(tx, officer_id, at)
    if unit is not None:
        return unit.zone
    office_id = leaders.office_of(tx, officer_id, at)
    office = tx.session.get(Office, office_id) if office_id is not None else None
    return office.zone if office else "Asia/Jakarta"


# --- what the clock does


def close_if_all_answered(tx: Transaction, asked: FeedbackRound, at: datetime) -> None:
    if all(giver.state != GiverState.ASKED for giver in givers_of(tx, asked.id or 0)):
        asked.closed_at = at
        tx.session.add(asked)
        tx.session.flush()


def closed_now(tx: Transaction, at: datetime) -> list[FeedbackRound]:
    """Rounds that have closed and of which nobody was told yet; each once. What was drafted and not
    sent is deleted."""
    early = col(FeedbackRound.closed_at).is_not(None)
    statement = select(FeedbackRound).where(
        col(FeedbackRound.told_at).is_(None), early | (col(FeedbackRound.closes_at) <= at)
    )
    found = list(tx.session.exec(statement.order_by(col(FeedbackRound.id)).limit(AT_ONCE)))
    for asked in found:
        asked.closed_at, asked.told_at = asked.closed_at or asked.closes_at, at
        _delete_drafts(tx, asked.id or 0)
    return found


def to_remind(tx: Transaction, at: datetime) -> list[tuple[FeedbackRound, list[Giver]]]:
    """Rounds that close within three days, with those who have not answered; each round once."""
    statement = select(FeedbackRound).where(
        col(FeedbackRound.reminded_at).is_(None),
        col(FeedbackRound.closed_at).is_(None),
        col(FeedbackRound.closes_at) > at,
        col(FeedbackRound.closes_at) <= at + LAST_CALL,
        col(FeedbackRound.opened_at) <= at - timedelta(days=1),  # they were asked just now
    )
    found = list(tx.session.exec(statement.order_by(col(FeedbackRound.id)).limit(AT_ONCE)))
    for asked in found:
        asked.reminded_at = at
    return [(asked, _silent(tx, asked)) for asked in found]


def _silent(tx: Transaction, asked: FeedbackRound) -> list[Giver]:
    return [one for one in givers_of(tx, asked.id or 0) if one.state == GiverState.ASKED]


def _delete_drafts(tx: Transaction, round_id: int) -> None:
    for draft in tx.session.exec(select(FeedbackDraft).where(FeedbackDraft.round_id == round_id)):
        tx.session.delete(draft)


# --- rules


def _relations(circle: Circle, givers: Collection[int]) -> dict[int, Relation]:
    """Each chosen one with the relation; refuses who is not of the circle, and too many."""
    known = {one.id or 0: relation for relation, one in circle.choosable}
    if any(giver not in known for giver in givers):
        raise Refused("feedback-giver-unfit")
    chosen = {giver: known[giver] for giver in givers}
    if max(Counter(chosen.values()).values(), default=0) > MOST:
        raise Refused("feedback-too-many", most=MOST)
    return chosen


def _refuse_thinning(before: Counter[Relation], after: Counter[Relation]) -> None:
    """Who leaves out so many that a relation is not told would silence it."""
    if any(after[relation] < min(LEAST, n) for relation, n in before.items()):
        raise Refused("feedback-change-thins", least=LEAST)
    if max(after.values(), default=0) > MOST:
        raise Refused("feedback-too-many", most=MOST)


def _reason(text: str) -> str:
    return entries.words(text, REASON_LEAST, REASON_MOST, one_line=True)


def _choosable(giver: Giver) -> bool:
    return giver.relation is not Relation.LEADER


def _ask(tx: Transaction, asked: FeedbackRound, chosen: dict[int, Relation]) -> None:
    tx.session.add_all(
        FeedbackGiver(round_id=asked.id or 0, giver_id=giver, relation=relation)
        for giver, relation in chosen.items()
    )
    tx.session.flush()


def _set_state(tx: Transaction, round_id: int, giver_id: int, new: GiverState) -> None:
    giver = tx.session.get_one(FeedbackGiver, (round_id, giver_id))
    giver.state = new
    tx.session.add(giver)
    draft = tx.session.get(FeedbackDraft, (round_id, giver_id))
    if draft is not None:
        tx.session.delete(draft)


def _time_left(tx: Transaction, period: AppraisalPeriod, zone: str, at: datetime) -> timedelta:
    return _frozen_at(tx, period, zone) - at


def _frozen_at(tx: Transaction, period: AppraisalPeriod, zone: str) -> datetime:
    return terms.freezes_at(terms.setting_of(tx, period.office_id), period, zone)


def _enter(
    tx: Transaction, kind: Kind, asked: FeedbackRound, at: datetime, by: int, **numbers: int
) -> None:
    journal.write(
        tx,
        kind,
        at,
        actor_id=by,
        round=asked.id,
        officer=asked.officer_id,
        period=asked.period_id,
        **numbers,
    )
