"""What people do with an appraisal: rate, confirm, agree, object, explain, decide, reopen.

The only place where ratings and predicates are written, each by a person who is named in the row
and in the file (PermenPANRB 6/2022; objection: PP 30/2019 Art. 61). The predicate is what the
matrix calls the two ratings; nothing here chooses, proposes or limits a rating, and no distribution
is looked at. `by` is always the person (people.id) who acts; the clock never calls these.
"""

from __future__ import annotations

from datetime import datetime

from models import entries, offices, seen
from models.appraisal import matrix, terms
from models.appraisal.deciding import acting, notices, sheet, steps
from models.appraisal.deciding.acting import appraised, appraiser, locked, superior
from models.appraisal.deciding.contradictions import Contradiction, contradicts
from models.appraisal.deciding.steps import Step
from models.appraisal.deciding.tables import Appraisal, AppraisalState, Objection
from models.appraisal.evidence.tables import Snapshot
from models.appraisal.matrix import Expectation, Predicate
from models.appraisal.terms_tables import AppraisalSetting
from models.database import Transaction
from models.errors import Refused
from models.people import Officer
from models.worktime import Calendar, Duration, Unit, deadline

LEAST_WORDS = 20  # characters of a note, a reason, a decision
MOST_WORDS = 1000


# --- the appraiser


def rate(
    tx: Transaction,
    appraisal_id: int,
    work: Expectation,
    behaviour: Expectation,
    work_note: str,
    behaviour_note: str,
    at: datetime,
    by: int,
    contradiction: str = "",
) -> Appraisal:
    """Give both ratings at once, each with a note, for the named appraiser. Nothing is confirmed.

    contradiction: why, where the evidence says the opposite; kept, and shown to the officer and the
    superior. Given again until it is confirmed, and after an amendment until it is final.
    """
    appraisal = locked(tx, appraisal_id)
    who = appraiser(tx, appraisal, by, at)
    work, behaviour = Expectation(work), Expectation(behaviour)
    _refuse_unless(may_rate(appraisal), "appraisal-not-to-rate")
    notes = words(work_note), words(behaviour_note)
    reason = _reason(tx, appraisal, work, behaviour, contradiction)
    _give(appraisal, work, behaviour, reason, at, by=who)
    appraisal.work_note, appraisal.behaviour_note = notes
    appraisal.predicate = appraisal.confirmed_by_id = appraisal.confirmed_at = None
    appraisal.objection_until = None
    delivered = appraisal.state == AppraisalState.DELIVERED
    _move(appraisal, AppraisalState.RATED)
    told = "\n".join(filter(None, (*notes, reason)))
    steps.keep(tx, appraisal, Step.RATED, at, who, told, work=work, behaviour=behaviour)
    if delivered:
        notices.officer(tx, appraisal, "appraisal-told-again", at)
    return appraisal


def confirm(tx: Transaction, appraisal_id: int, at: datetime, by: int) -> Appraisal:
    """Confirm what the matrix calls the two ratings, and deliver the appraisal to the officer: the
    term of objection begins. For who gave the ratings, on the newest version of the record."""
    appraisal = locked(tx, appraisal_id)
    who = appraiser(tx, appraisal, by, at)
    _refuse_unless(appraisal.state == AppraisalState.RATED, "appraisal-not-to-confirm")
    _refuse_unless(appraisal.rated_by_id == who.id, "appraisal-rate-first")
    _refuse_unless(appraisal.rated_on_id == appraisal.snapshot_id, "appraisal-rate-again")
    _name(appraisal, at, by=who)
    _move(appraisal, AppraisalState.DELIVERED)
    _keep_predicate(tx, appraisal, Step.CONFIRMED, at, who, "")
    deliver(tx, appraisal, at)
    return appraisal


def deliver(tx: Transaction, appraisal: Appraisal, at: datetime) -> None:
    """Hand a confirmed appraisal to the officer, from when the term of objection runs. It does not
    run for somebody who has no chat: nobody loses a right by what was never received."""
    if tx.session.get_one(Officer, appraisal.officer_id).person_id is None:
        return
    setting, calendar = ground(tx, appraisal)
    appraisal.objection_until = terms.objection_until(setting, calendar, at)
    notices.officer(tx, appraisal, "appraisal-told-delivered", at)


def explain(tx: Transaction, appraisal_id: int, text: str, at: datetime, by: int) -> Objection:
    """The appraiser's side of an objection, once, in writing."""
    appraisal = locked(tx, appraisal_id)
    who = appraiser(tx, appraisal, by, at)
    objection = _open_objection(tx, appraisal)
    _refuse_unless(objection.explained_at is None, "appraisal-explained-already")
    objection.explanation, objection.explained_at = words(text), at
    appraisal.reminded = ""
    steps.keep(tx, appraisal, Step.EXPLAINED, at, who, objection.explanation)
    notices.superior(tx, appraisal, "appraisal-told-heard", at)
    notices.officer(tx, appraisal, "appraisal-told-explained", at)
    return objection


# --- the officer


def agree(
    tx: Transaction, appraisal_id: int, at: datetime, by: int, seen_mark: int | None = None
) -> Appraisal:
    """The officer has read it and agrees: it is final.

    seen_mark: of the appraisal on the screen; refused where other ratings were given since.
    """
    appraisal = locked(tx, appraisal_id)
    who = appraised(tx, appraisal, by, at)
    _refuse_unless(appraisal.state == AppraisalState.DELIVERED, "appraisal-not-to-answer")
    seen.refuse_changed(seen_mark, appraisal.confirmed_at, "appraisal-changed-since")
    _end(appraisal, at)
    steps.keep(tx, appraisal, Step.AGREED, at, who)
    notices.appraiser(tx, appraisal, "appraisal-told-agreed", at)
    return appraisal


def object_to(tx: Transaction, appraisal_id: int, text: str, at: datetime, by: int) -> Objection:
    """The officer objects, with reasons, within the term: it goes to the appraiser's superior.

    Where there is none it waits for one, and the admins are told: nobody loses a right by that.
    """
    appraisal = locked(tx, appraisal_id)
    who = appraised(tx, appraisal, by, at)
    _refuse_unless(appraisal.state == AppraisalState.DELIVERED, "appraisal-not-to-answer")
    until = appraisal.objection_until
    _refuse_unless(until is None or at <= until, "appraisal-term-passed")
    to = acting.superior_for(tx, appraisal, at)
    objection = _objection(tx, appraisal, to, words(text), at)
    _move(appraisal, AppraisalState.OBJECTED)
    steps.keep(tx, appraisal, Step.OBJECTED, at, who, objection.words)
    if to is None:
        notices.nobody_above(tx, appraisal, at)
    notices.superior(tx, appraisal, "appraisal-told-objected", at)
    notices.appraiser(tx, appraisal, "appraisal-told-explain", at)
    return objection


def _objection(
    tx: Transaction, appraisal: Appraisal, to: Officer | None, text: str, at: datetime
) -> Objection:
    setting, calendar = ground(tx, appraisal)
    explain_until = deadline(calendar, at, Duration(setting.explain_within, Unit.WORKING_DAYS))
    objection = Objection(
        appraisal_id=appraisal.id or 0,
        words=text,
        at=at,
        explain_until=explain_until,
        decide_until=deadline(calendar, explain_until, Duration(setting.decide_within, Unit.DAYS)),
        superior_id=to.id or 0 if to else appraisal.appraiser_id,
    )
    tx.session.add(objection)
    tx.session.flush()
    return objection


# --- the superior


def uphold(tx: Transaction, appraisal_id: int, text: str, at: datetime, by: int) -> Appraisal:
    """The superior decides that the ratings stay. Final."""
    appraisal, objection, who = _to_decide(tx, appraisal_id, at, by)
    _decided(objection, who, words(text), at, changed=False)
    _end(appraisal, at)
    _keep_predicate(tx, appraisal, Step.DECIDED, at, who, objection.decision)
    _tell_decision(tx, appraisal, at)
    return appraisal


def change(
    tx: Transaction,
    appraisal_id: int,
    work: Expectation,
    behaviour: Expectation,
    text: str,
    at: datetime,
    by: int,
    contradiction: str = "",
) -> Appraisal:
    """The superior decides on other ratings, and confirms what the matrix calls them. Final.

    The note of a rating that is changed is the decision's; the appraiser's stays in the file.
    """
    appraisal, objection, who = _to_decide(tx, appraisal_id, at, by)
    work, behaviour = Expectation(work), Expectation(behaviour)
    _refuse_unless((work, behaviour) != (appraisal.work, appraisal.behaviour), "appraisal-the-same")
    _decided(objection, who, words(text), at, changed=True)
    reason = _reason(tx, appraisal, work, behaviour, contradiction)
    if work != appraisal.work:
        appraisal.work_note = objection.decision
    if behaviour != appraisal.behaviour:
        appraisal.behaviour_note = objection.decision
    _give(appraisal, work, behaviour, reason, at, by=who)
    _name(appraisal, at, by=who)
    _end(appraisal, at)
    told = "\n".join(filter(None, (objection.decision, reason)))
    _keep_predicate(tx, appraisal, Step.DECIDED, at, who, told)
    _tell_decision(tx, appraisal, at)
    return appraisal


def _to_decide(
    tx: Transaction, appraisal_id: int, at: datetime, by: int
) -> tuple[Appraisal, Objection, Officer]:
    """An objection of which both sides were heard: the appraiser explained, or the term passed."""
    appraisal = locked(tx, appraisal_id)
    who = superior(tx, appraisal, by, at)
    objection = _open_objection(tx, appraisal)
    if not heard(objection, at):
        raise Refused("appraisal-not-heard", until=notices.told_until(tx, appraisal, objection))
    return appraisal, objection, who


def reopen(tx: Transaction, appraisal_id: int, text: str, at: datetime, by: int) -> Appraisal:
    """Give a final appraisal back to the appraiser, for the superior, after an amendment of the
    record. A decided objection stays decided."""
    appraisal = locked(tx, appraisal_id)
    who = superior(tx, appraisal, by, at)
    _refuse_unless(may_reopen(tx, appraisal), "appraisal-not-to-reopen")
    reason = words(text)
    appraisal.predicate = appraisal.confirmed_by_id = appraisal.confirmed_at = None
    appraisal.objection_until = appraisal.final_at = None
    setting, calendar = ground(tx, appraisal)
    appraisal.rate_until = deadline(calendar, at, Duration(setting.rate_within, Unit.DAYS))
    _move(appraisal, AppraisalState.RATED)
    steps.keep(tx, appraisal, Step.REOPENED, at, who, reason)
    notices.appraiser(tx, appraisal, "appraisal-told-reopened", at)
    notices.officer(tx, appraisal, "appraisal-told-reopened-officer", at)
    return appraisal


# --- what is possible now


def may_rate(appraisal: Appraisal) -> bool:
    """Until it is confirmed; and once more where the record was amended since."""
    if appraisal.state == AppraisalState.DELIVERED:
        return amended(appraisal)
    return appraisal.state in acting.NOT_CONFIRMED


def may_reopen(tx: Transaction, appraisal: Appraisal) -> bool:
    final = appraisal.state == AppraisalState.FINAL
    return final and amended(appraisal) and acting.objection_of(tx, appraisal.id or 0) is None


def amended(appraisal: Appraisal) -> bool:
    """The ratings were given on an older version of the record."""
    return appraisal.rated_on_id is not None and appraisal.rated_on_id != appraisal.snapshot_id


def heard(objection: Objection, at: datetime) -> bool:
    """Both sides: the officer's words are there; the appraiser's are, or had their time."""
    return objection.explained_at is not None or at > objection.explain_until


def contradictions(
    tx: Transaction, appraisal: Appraisal, work: Expectation, behaviour: Expectation
) -> tuple[Contradiction, ...]:
    """What the frozen record says against the two ratings."""
    snapshot = tx.session.get_one(Snapshot, appraisal.snapshot_id)
    return contradicts(work, behaviour, sheet.thawed(tx, snapshot))


def words(text: str) -> str:
    """A note, reason or decision; refused where it is too short to say anything."""
    return entries.words(text, LEAST_WORDS, MOST_WORDS)


def ground(tx: Transaction, appraisal: Appraisal) -> tuple[AppraisalSetting, Calendar]:
    """The office's terms, and the calendar of the officer's unit."""
    unit = tx.session.get_one(offices.Unit, appraisal.unit_id)
    return terms.setting_of(tx, unit.office_id), offices.calendar_of(tx, unit)


# --- beneath


def _give(
    appraisal: Appraisal,
    work: Expectation,
    behaviour: Expectation,
    reason: str,
    at: datetime,
    *,
    by: Officer,
) -> None:
    """Both ratings, with who gave them and on which version of the record."""
    appraisal.work, appraisal.behaviour = work, behaviour
    appraisal.rated_by_id, appraisal.rated_at = by.id, at
    appraisal.rated_on_id, appraisal.contradiction = appraisal.snapshot_id, reason


def _name(appraisal: Appraisal, at: datetime, *, by: Officer) -> None:
    """What the matrix calls the ratings, with who confirms it."""
    if appraisal.work is None or appraisal.behaviour is None:
        raise Refused("appraisal-rate-first")
    ratings = Expectation(appraisal.work), Expectation(appraisal.behaviour)
    appraisal.predicate = matrix.predicate(*ratings)
    appraisal.confirmed_by_id, appraisal.confirmed_at = by.id, at


def _reason(
    tx: Transaction,
    appraisal: Appraisal,
    work: Expectation,
    behaviour: Expectation,
    contradiction: str,
) -> str:
    """The reason where the evidence says the opposite; nothing where it does not."""
    if not contradictions(tx, appraisal, work, behaviour):
        return ""
    if not contradiction.strip():
        raise Refused("appraisal-contradicts")
    return words(contradiction)


def _keep_predicate(
    tx: Transaction, appraisal: Appraisal, step: Step, at: datetime, who: Officer, text: str
) -> None:
    steps.keep(
        tx,
        appraisal,
        step,
        at,
        who,
        text,
        work=Expectation(appraisal.work or ""),
        behaviour=Expectation(appraisal.behaviour or ""),
        predicate=Predicate(appraisal.predicate or ""),
    )


def _decided(objection: Objection, who: Officer, text: str, at: datetime, *, changed: bool) -> None:
    objection.decided_by_id, objection.decided_at = who.id, at
    objection.changed, objection.decision = changed, text


def _open_objection(tx: Transaction, appraisal: Appraisal) -> Objection:
    found = acting.objection_of(tx, appraisal.id or 0)
    if found is None or appraisal.state != AppraisalState.OBJECTED:
        raise Refused("appraisal-no-objection")
    return found


def _tell_decision(tx: Transaction, appraisal: Appraisal, at: datetime) -> None:
    notices.officer(tx, appraisal, "appraisal-told-decided", at)
    notices.appraiser(tx, appraisal, "appraisal-told-decided-appraiser", at)


def _move(appraisal: Appraisal, state: AppraisalState) -> None:
    appraisal.state, appraisal.reminded = state, ""


def _end(appraisal: Appraisal, at: datetime) -> None:
    _move(appraisal, AppraisalState.FINAL)
    appraisal.final_at = at


def _refuse_unless(holds: bool, key: str) -> None:
    if not holds:
        raise Refused(key)
