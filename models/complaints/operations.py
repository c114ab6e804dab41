"""What an officer says and does in a case, and what its citizen does.

Each operation checks who may, asks `states` whether it can be, writes the thread and the journal,
and promises the messages. `at` is when it happens; what comes back says who held the case then.
Sending a complaint is in `filing`, giving it to somebody else in `handover`, what time does in
`timers`.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from models.complaints import access, casework, handover, inspection, merged, notices, sla, telling
from models.complaints.casework import Done, Upload, happen, words
from models.complaints.limits import REOPEN_WITHIN, CaseClass
from models.complaints.notices import reply_buttons, text
from models.complaints.states import ENDED, UNASSIGNED, UNVERIFIED, Event, State
from models.complaints.tables import Case, CaseMessage, Side
from models.database import Transaction, table
from models.errors import Refused
from models.people import Officer

_cases, _messages, _officers = table(Case), table(CaseMessage), table(Officer)


class Reason(StrEnum):
    """Why a case is not accepted, or why there is nothing to be done."""

    NOT_OURS = "not_ours"
    UNCLEAR = "unclear"
    UNFOUNDED = "unfounded"
    IN_COURT = "in_court"
    NO_COMPLAINT = "no_complaint"
    ABUSIVE = "abusive"


LEAST_EXPLANATION = 10  # characters of why a case is not accepted
ARCHIVING = frozenset({Reason.NO_COMPLAINT, Reason.ABUSIVE})  # the others reject


# --- the citizen


def citizen_reply(
    tx: Transaction,
    case_id: int,
    person_id: int,
    said: str,
    at: datetime,
    *,
    files: tuple[Upload, ...] = (),
    wants_answer: bool = True,
    original: str | None = None,
) -> Done:
    """The citizen writes. It wants an answer, or it is a note or thanks, which moves no clock.

    A reply to a question always wants one; before the first answer there is one to come anyway.
    """
    case = access.reported(tx, case_id, person_id)
    state = State(case.state)
    answers = state is State.WAITING or (state is State.ANSWERED and wants_answer)
    said = words(said)
    if answers:
        happen(tx, case, Event.CITIZEN_REPLIED, at, person_id, **casework.asked_anew(tx, case, at))
    else:
        happen(tx, case, Event.COMMENTED, at, person_id)
    casework.write(tx, case, Side.CITIZEN, said, at, files=files, original=original)
    telling.of_words(tx, case, "case-replied" if answers else "case-noted", said, at)
    return casework.done(tx, case, at)


def confirm(tx: Transaction, case_id: int, person_id: int, at: datetime) -> Done:
    """*Sudah selesai*: only the citizen can say so."""
    case = access.reported(tx, case_id, person_id)
    if casework.confirmed(tx, case):
        raise Refused("case-not-now", ticket=case.ticket, state=text(f"state-{case.state}"))
    happen(tx, case, Event.CONFIRMED, at, person_id)
    telling.keepers(tx, case, "case-confirmed", at, {})
    notices.tell_followers(tx, case, "case-confirmed-follower", at, {}, over=True)
    return casework.done(tx, case, at, "resolution")


def reopen(
    tx: Transaction,
    case_id: int,
    person_id: int,
    why: str | None,
    at: datetime,
    *,
    files: tuple[Upload, ...] = (),
    original: str | None = None,
) -> Done:
    """*Belum*: with what is still wrong, within 30 days of the end.

    A case that ended by silence needs no words: whoever was silent only returns.
    """
    case = access.reported(tx, case_id, person_id)
    if case.resolved_at is not None and at - case.resolved_at > REOPEN_WITHIN:
        raise Refused("case-too-late", ticket=case.ticket, days=REOPEN_WITHIN.days)
    if why is not None or not casework.ended_by_silence(tx, case):
        why = words(why or "")
    happen(tx, case, Event.REOPENED, at, person_id, **casework.asked_anew(tx, case, at))
    handover.take_from_absent(tx, case, at)
    due = telling.running_dues(tx, case, access.unit_of(tx, case.unit_id), at)
    if why is None:
        telling.keepers(tx, case, "case-reopened-wordless", at, due, act=True)
    else:
        casework.write(tx, case, Side.CITIZEN, why, at, files=files, original=original)
        telling.of_words(tx, case, "case-reopened", why, at, **due)
    notices.tell_followers(tx, case, "case-reopened-follower", at, {})
    return casework.done(tx, case, at)


def withdraw(tx: Transaction, case_id: int, person_id: int, at: datetime) -> Done:
    """The citizen takes the own case back; what was merged into it goes on by itself."""
    _, others = merged.family(tx, case_id)
    case = access.reported(tx, case_id, person_id)
    happen(tx, case, Event.WITHDRAWN, at, person_id)
    merged.go_on_alone(tx, others, case, at)
    telling.keepers(tx, case, "case-withdrawn", at, {}, but=person_id)
    notices.tell_followers(tx, case, "case-withdrawn-follower", at, {}, over=True)
    return casework.done(tx, case, at)


def rate_handling(tx: Transaction, case_id: int, person_id: int, score: int, at: datetime) -> Done:
    """How the citizen was treated, 1 to 4, once after each end of the case."""
    case = access.reported(tx, case_id, person_id)
    if not 1 <= score <= 4:
        raise Refused("score-unknown")
    if case.handling_score is not None:
        raise Refused("case-rated-already", ticket=case.ticket)
    happen(tx, case, Event.HANDLING_RATED, at, person_id, score=score)
    case.handling_score = score
    return casework.done(tx, case, at)


# --- the officer


def verify(
    tx: Transaction, case_id: int, person_id: int, case_class: CaseClass, at: datetime
) -> Done:
    """Clear, complete and ours, and of this class; taken by nobody yet."""
    case, _ = access.worked_on(tx, case_id, person_id, at)
    if State(case.state) not in UNVERIFIED:
        raise Refused("case-not-now", ticket=case.ticket, state=text(f"state-{case.state}"))
    return _decide(tx, case, Event.VERIFIED, case_class, person_id, at)


def reclassify(
    tx: Transaction, case_id: int, person_id: int, case_class: CaseClass, at: datetime
) -> Done:
    """Another class than was decided before, by who holds the case or leads the unit. The limits
    follow from the receipt, as ever."""
    case, officer = access.worked_on(tx, case_id, person_id, at)
    if CaseClass(case.kind) is case_class:
        raise Refused("case-class-same", ticket=case.ticket, name=_named(case_class))
    if State(case.state) not in UNASSIGNED:  # those nobody holds stay so
        casework.hold(tx, case, officer, person_id, at)
    return _decide(tx, case, Event.RECLASSIFIED, case_class, person_id, at)


def take(tx: Transaction, case_id: int, person_id: int, at: datetime) -> Done:
    """Make the case one's own. Of two who press at once one wins, the other is told who."""
    case, officer = access.worked_on(tx, case_id, person_id, at)
    if case.holder_id == officer.id:
        raise Refused("case-yours-already", ticket=case.ticket)
    if access.holder(tx, case, at) is not None:  # the row is locked: nobody is faster any more
        raise access.taken(tx, case)
    casework.seize(tx, case, officer, person_id, at)
    return casework.done(tx, case, at)


def answer(
    tx: Transaction,
    case_id: int,
    person_id: int,
    said: str,
    at: datetime,
    files: tuple[Upload, ...] = (),
    public: str | None = None,
) -> Done:
    """The answer goes to the citizen, who has the word then; public: as followers may read it."""
    case, officer = access.worked_on(tx, case_id, person_id, at)
    return _say(tx, case, officer, Event.ANSWERED, person_id, said, at, files, public=public)


def ask_back(
    tx: Transaction,
    case_id: int,
    person_id: int,
    said: str,
    at: datetime,
    files: tuple[Upload, ...] = (),
) -> Done:
    """A question to the citizen; the clock of the resolution stands still meanwhile."""
    case, officer = access.worked_on(tx, case_id, person_id, at)
    return _say(tx, case, officer, Event.ASKED_BACK, person_id, said, at, files)


def reject(
    tx: Transaction,
    case_id: int,
    person_id: int,
    reason: str,
    said: str,
    at: datetime,
    public: str | None = None,
) -> Done:
    """Not accepted, or nothing to be done, for a reason; the citizen reads the words and may
    reopen. public: the words as followers may read them."""
    if reason not in set(Reason):
        raise Refused("case-outcome-unknown")
    case, officer = access.worked_on(tx, case_id, person_id, at)
    said = words(said, LEAST_EXPLANATION)
    event = Event.ARCHIVED if reason in ARCHIVING else Event.REJECTED
    return _say(tx, case, officer, event, person_id, said, at, outcome=reason, public=public)


def written_since(
    tx: Transaction, case_id: int, person_id: int, since: datetime, at: datetime
) -> str | None:
    """Who else of the office has written to the citizen after an instant; None: nobody. The case
    stays locked, so that nobody does before one's own words are in."""
    case, _ = access.worked_on(tx, case_id, person_id, at)
    return tx.execute(
        select(_officers.c.name)
        .join_from(_messages, _officers, _messages.c.officer_id == _officers.c.id)
        .where(
            _messages.c.case_id == case.id,
            _messages.c.at > since,
            _officers.c.person_id.is_distinct_from(person_id),
        )
        .order_by(_messages.c.id.desc())
        .limit(1)
    ).scalar()


# --- beneath


def _decide(
    tx: Transaction, case: Case, event: Event, case_class: CaseClass, person_id: int, at: datetime
) -> Done:
    """The class by an event; who was promised another time than holds now is told."""
    if case_class is CaseClass.SUPERVISORY and not case.supervisory:
        return inspection.refer(tx, case.id or 0, person_id, at)
    if case.supervisory and case_class is not CaseClass.SUPERVISORY:
        raise Refused("case-class-inspectorate", ticket=case.ticket)
    promised = case.resolution_due
    casework.classify(tx, case, event, case_class, at, person_id)
    if case.resolution_due != promised:
        due = telling.running_dues(tx, case, access.unit_of(tx, case.unit_id), at)
        told = {"due": due["resolution_due"], "name": _named(case_class)}
        notices.tell_citizen(
            tx, case, "case-class-citizen", at, told, buttons=[["track"]], followers=True
        )
    return casework.done(tx, case, at)


def _named(case_class: CaseClass) -> dict[str, Any]:
    return text(f"class-{case_class}".replace("_", "-"))


_TOLD_CITIZEN = {
    Event.ANSWERED: "case-answered-citizen",
    Event.ASKED_BACK: "case-asked-citizen",
    Event.REJECTED: "case-rejected-citizen",
    Event.ARCHIVED: "case-archived-citizen",
}
_TOLD_FOLLOWERS = {
    Event.ANSWERED: "case-answered-follower",
    Event.REJECTED: "case-rejected-follower",
    Event.ARCHIVED: "case-archived-follower",
}
_FACTS: dict[Event, tuple[str, ...]] = {
    Event.ANSWERED: ("answer",),
    Event.REJECTED: ("answer",),
    Event.ARCHIVED: ("answer",),
}


def _say(
    tx: Transaction,
    case: Case,
    officer: Officer,
    event: Event,
    person_id: int,
    said: str,
    at: datetime,
    files: tuple[Upload, ...] = (),
    outcome: str = "",
    public: str | None = None,
) -> Done:
    """An officer's message, in the thread and to the citizen, as the event it is.

    public: the words as followers may read them; without it they are asked to look at the case.
    """
    said = words(said)
    casework.hold(tx, case, officer, person_id, at)
    happen(tx, case, event, at, person_id, **({"outcome": outcome} if outcome else {}))
    casework.write(tx, case, Side.OFFICER, said, at, officer, files)
    telling.in_place_of(tx, case, officer, event, at)
    values: dict[str, Any] = {"said": said, "unit": notices.speaker(tx, case)}
    if outcome:
        values["reason"] = text(f"outcome-{outcome}")
    notices.tell_citizen(
        tx,
        case,
        _TOLD_CITIZEN[event],
        at,
        values,
        buttons=reply_buttons(State(case.state)),
        files=telling.latest_files(tx, case),
    )
    if event in sla.ANSWERS:
        read_by_others = values | {"said": public or text("follower-look")}
        over = State(case.state) in ENDED
        notices.tell_followers(tx, case, _TOLD_FOLLOWERS[event], at, read_by_others, over=over)
    return casework.done(tx, case, at, *_FACTS.get(event, ()))
