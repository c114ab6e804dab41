"""What a citizen does with a complaint that is on its way: reply, confirm, reopen, withdraw, rate,
stop following, begin anew."""

from __future__ import annotations

from typing import Any

from handlers import complain, evidence, find, masking, uploads, writing
from handlers.message import Text, When, button, rows
from handlers.turn import Kind, Turn, step
from models import offices
from models.complaints import following, states, tracking
from models.complaints import operations as complaints
from models.complaints.casework import Done
from models.complaints.limits import REOPEN_WITHIN
from models.complaints.states import Event, Party, State
from models.complaints.tracking import Tracked
from models.errors import Refused

SCORES = (1, 2, 3, 4)


def _own(turn: Turn) -> Tracked:
    """The button's case, if it is this person's."""
    tracked = tracking.of(turn.tx, turn.integer(0), turn.person_id, turn.at)
    if not tracked.own:
        raise Refused("case-unknown")
    return tracked


def _known(tracked: Tracked) -> dict[str, Any]:
    """What a dialogue about the case keeps."""
    case = tracked.case
    return {
        "case": case.case_id,
        "ticket": case.ticket,
        "state": case.state.value,
        "anonymous": case.anonymous,
    }


def _masked(turn: Turn, said: str) -> tuple[str, str | None]:
    return masking.masked(turn, said, anonymous=turn.data["anonymous"])


def _say_done(
    turn: Turn, key: str, case_id: int, ticket: str, *, edit: bool = False, **values: Any
) -> None:
    back = [[button(Text("button-track"), "track", case_id)]]
    turn.say(key, edit=edit, ticket=ticket, buttons=back, **values)


# --- replying


def reply(turn: Turn) -> None:
    turn.ask("track.reply", **_known(_own(turn)))


def reply_with_draft(turn: Turn) -> None:
    """`track-reply-draft:<case>`: the sentence that was typed outside any dialogue."""
    known, said = _known(_own(turn)), turn.data.get("draft")
    turn.finish()
    if said:
        turn.keep(**known)
        _send_reply(turn, said)
    else:
        turn.ask("track.reply", **known)


def _ask_reply(turn: Turn) -> None:
    writing.ask(turn, "track-reply", ticket=turn.data["ticket"])


def _take_reply(turn: Turn) -> None:
    said = writing.take(turn)
    if said is not None:
        _send_reply(turn, said)


def _send_reply(turn: Turn, said: str) -> None:
    if turn.data["state"] == State.ANSWERED:
        turn.ask("track.need", **(turn.data | {"said": said}))
    else:
        _reply(turn, said, wants_answer=turn.data["state"] in states.OPEN)


def _ask_need(turn: Turn) -> None:
    """Only the citizen's own word makes a reply one that must be answered."""
    turn.say(
        "track-need",
        ticket=turn.data["ticket"],
        buttons=[
            [turn.choice(Text("button-needs-answer"), "yes")],
            [turn.choice(Text("button-only-note"), "no")],
        ],
    )


def _take_need(turn: Turn) -> None:
    if turn.input.kind is Kind.BUTTON:
        _reply(turn, turn.data["said"], wants_answer=turn.input.data == "yes")
    else:
        turn.say("complain-choose")
        turn.ask_again()


def _reply(turn: Turn, said: str, *, wants_answer: bool) -> None:
    words, original = _masked(turn, said)
    done = complaints.citizen_reply(
        turn.tx,
        turn.data["case"],
        turn.person_id,
        words,
        turn.at,
        files=uploads.uploads(turn),
        wants_answer=wants_answer,
        original=original,
    )
    turn.finish()
    _say_done(turn, "track-replied" if wants_answer else "track-noted", done.case_id, done.ticket)


# --- is it solved?


def solved(turn: Turn) -> None:
    """*Ya, selesai*; then how it was handled."""
    done = complaints.confirm(turn.tx, turn.integer(0), turn.person_id, turn.at)
    evidence.keep(turn.tx, done)
    _ask_score(turn, done.case_id, done.ticket, "track-solved")


def unsolved(turn: Turn) -> None:
    """*Belum*, *Buka kembali*: one question, then it is open again. What ended by silence is open
    with the tap; what ended too long ago leads to a new complaint."""
    tracked = _own(turn)
    case = tracked.case
    if Event.REOPENED not in states.allowed(case.state, Party.CITIZEN):
        raise Refused("case-not-now", ticket=case.ticket, state=Text(f"state-{case.state}"))
    if tracked.too_late_to_reopen(turn.at):
        _say_too_late(turn, tracked)
    elif tracked.by_silence:
        _reopen(turn, _known(tracked), None)
    else:
        turn.ask("track.reopen", **_known(tracked))


def _ask_reopen(turn: Turn) -> None:
    writing.ask(turn, "track-reopen", ticket=turn.data["ticket"])


def _take_reopen(turn: Turn) -> None:
    said = writing.take(turn)
    if said is not None:
        _reopen(turn, turn.data, said)


def _reopen(turn: Turn, known: dict[str, Any], said: str | None) -> None:
    """said: what is still wrong; None: nothing, then it may be added."""
    words, original = _masked(turn, said) if said is not None else (None, None)
    done = complaints.reopen(
        turn.tx,
        known["case"],
        turn.person_id,
        words,
        turn.at,
        files=uploads.uploads(turn) if said is not None else (),
        original=original,
    )
    turn.finish()
    if said is None:
        turn.ask("track.more", **known)
    else:
        _say_reopened(turn, done)


def _say_reopened(turn: Turn, done: Done) -> None:
    _say_done(turn, "track-reopened", done.case_id, done.ticket, due=_next_due(turn, done.case_id))


def _next_due(turn: Turn, case_id: int) -> When:
    case = tracking.of(turn.tx, case_id, turn.person_id, turn.at).case
    clock = case.clocks.next_due
    return When(clock.due if clock else turn.at, case.zone)


def _ask_more(turn: Turn) -> None:
    """It is open already; words are welcome."""
    skip = turn.choice(Text("button-skip"), "skip")
    if uploads.kept(turn):
        writing.ask(turn, "track-more", ticket=turn.data["ticket"])
        return
    turn.say(
        "track-more",
        ticket=turn.data["ticket"],
        due=_next_due(turn, turn.data["case"]),
        buttons=[[skip]],
    )


def _take_more(turn: Turn) -> None:
    if turn.input.kind is Kind.BUTTON and turn.input.data == "skip":
        case_id, ticket = turn.data["case"], turn.data["ticket"]
        turn.finish()
        _say_done(turn, "track-open-again", case_id, ticket, edit=True)
        return
    said = writing.take(turn)
    if said is not None:
        _reply(turn, said, wants_answer=False)


# --- too late: a new one that goes on from it


def _say_too_late(turn: Turn, tracked: Tracked) -> None:
    case = tracked.case
    turn.say(
        "track-too-late",
        ticket=case.ticket,
        days=REOPEN_WITHIN.days,
        buttons=[
            [button(Text("button-track-again"), "track-again", case.case_id)],
            [button(Text("button-track"), "track", case.case_id)],
        ],
    )


def again(turn: Turn) -> None:
    """A new complaint about the same unit; of an own case that is over, one that goes on from it.

    The unit may have closed since: then another is looked for.
    """
    tracked = tracking.of(turn.tx, turn.integer(0), turn.person_id, turn.at)
    case = tracked.case
    try:
        offices.unit(turn.tx, case.unit_id)
    except Refused:
        turn.say("track-unit-closed", unit=case.unit_name)
        find.for_complaint(turn)
        return
    goes_on = tracked.own and case.state in states.ENDED
    turn.say("track-again" if goes_on else "track-own-complaint", ticket=case.ticket)
    complain.begin(
        turn,
        case.unit_id,
        category=case.category,
        previous_id=case.case_id if goes_on else None,
    )


# --- withdrawing


def withdraw(turn: Turn) -> None:
    turn.ask("track.withdraw", **_known(_own(turn)))


def _ask_withdraw(turn: Turn) -> None:
    choices = [
        turn.choice(Text("button-withdraw-case"), "yes"),
        turn.choice(Text("button-keep-case"), "no"),
    ]
    turn.say("track-withdraw", ticket=turn.data["ticket"], buttons=rows(choices))


def _take_withdraw(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON:
        turn.say("complain-choose")
        turn.ask_again()
        return
    case_id, ticket = turn.data["case"], turn.data["ticket"]
    if turn.input.data == "yes":
        complaints.withdraw(turn.tx, case_id, turn.person_id, turn.at)
    turn.finish()
    _say_done(turn, _WITHDRAWN.get(turn.input.data, "track-kept"), case_id, ticket, edit=True)


_WITHDRAWN = {"yes": "track-withdrawn", "no": "track-kept"}


# --- rating


def rate(turn: Turn) -> None:
    """`track-rate:<case>` asks; `track-rate:<case>:<score>` stores."""
    if len(turn.arguments) < 2:
        case = _own(turn).case
        _ask_score(turn, case.case_id, case.ticket, "track-rate")
        return
    done = complaints.rate_handling(
        turn.tx, turn.integer(0), turn.person_id, turn.integer(1), turn.at
    )
    _say_done(turn, "track-rated", done.case_id, done.ticket, edit=True)


def _ask_score(turn: Turn, case_id: int, ticket: str, key: str) -> None:
    """Four buttons of one size, none set off."""
    choices = [button(Text(f"score-{score}"), "track-rate", case_id, score) for score in SCORES]
    turn.say(key, ticket=ticket, buttons=rows(choices))


# --- following


def unfollow(turn: Turn) -> None:
    ticket = following.unfollow(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.say("unfollowed", ticket=ticket, buttons=[[button(Text("button-my-cases"), "status")]])


REPLY = step(_ask_reply, _take_reply, *writing.ACCEPTED)
NEED = step(_ask_need, _take_need)
REOPEN = step(_ask_reopen, _take_reopen, *writing.ACCEPTED)
MORE = step(_ask_more, _take_more, *writing.ACCEPTED)
WITHDRAW = step(_ask_withdraw, _take_withdraw)
