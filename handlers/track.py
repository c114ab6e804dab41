"""Follow a complaint: what happened, what comes next and by when; reply, confirm, reopen, rate."""

from __future__ import annotations

from typing import Any

from handlers import case_files, evidence, thread, uploads, writing
from handlers.message import Button, Lines, Rows, Text, When, button, rows
from handlers.turn import Kind, Turn, step
from models.complaints import operations as complaints
from models.complaints import queries, tickets
from models.complaints.notices import citizen_buttons
from models.complaints.queries import CaseView
from models.complaints.sla import ClockName, Happened, Status
from models.complaints.states import ENDED, State
from models.errors import Refused

SCORES = (1, 2, 3, 4)


def status(turn: Turn) -> None:
    """`/status`: the own complaints; with a ticket number: that one."""
    if turn.input.kind is Kind.COMMAND and turn.input.text:
        _by_ticket(turn, turn.input.text)
        return
    own = queries.own_cases(turn.tx, turn.person_id)
    lines = [
        Text(
            "track-line",
            {
                "ticket": case.ticket,
                "unit": case.unit_name,
                "category": Text(f"category-{case.category}"),
                "state": Text(f"state-{case.state}"),
                "sent": When(case.received_at, case.zone, "date"),
            },
        )
        for case in own
    ]
    turn.say(
        "track-list" if own else "track-none",
        edit=True,
        lines=Lines(lines),
        buttons=[
            *rows(button(case.ticket, "track", case.case_id) for case in own),
            [button(Text("button-complain"), "lapor"), button(Text("button-menu"), "menu")],
        ],
    )


def _by_ticket(turn: Turn, typed: str) -> None:
    ticket = tickets.parse(typed)
    if ticket is None:
        raise Refused("ticket-wrong", ticket=typed[:40])
    _show(turn, queries.by_ticket(turn.tx, ticket, turn.person_id))


def view(turn: Turn) -> None:
    """The button `track:<case>`."""
    _show(turn, turn.integer(0))


def _show(turn: Turn, case_id: int) -> None:
    case = queries.for_reporter(turn.tx, case_id, turn.person_id, turn.at)
    turn.say(
        "track-case",
        ticket=case.ticket,
        unit=case.unit_name,
        category=Text(f"category-{case.category}"),
        state=Text(f"state-{case.state}"),
        said=case.text,
        happened=Lines([_happened(case, event) for event in case.events]),
        thread=thread.shown(case, officer="thread-officer", citizen="thread-you"),
        next=_next(case),
        buttons=_buttons(case),
    )


def _buttons(case: CaseView) -> Rows:
    offered: list[list[Button]] = [
        [button(Text(f"button-{name}"), name, case.case_id) for name in row]
        for row in citizen_buttons(case.state, case.rated)
    ]
    if case_files.case_files(case):
        offered.append([button(Text("button-case-files"), "case-files", case.case_id)])
    return [*offered, [button(Text("button-my-cases"), "status")]]


def _happened(case: CaseView, event: Happened) -> Text:
    unit = case.unit_names.get(event.unit_id or 0, case.unit_name)
    key = f"happened-{event.event.value.removeprefix('case.').replace('_', '-')}"
    return Text(
        "track-happened",
        {"at": When(event.at, case.zone, "short"), "what": Text(key, {"unit": unit})},
    )


def _next(case: CaseView) -> Text:
    """What comes next, and by when."""
    if case.silent_until is not None:
        return Text(f"next-{case.state}", {"until": When(case.silent_until, case.zone)})
    if case.state in ENDED:
        return Text(f"next-{case.state}", {})
    clock = case.clocks.next_due
    if clock is None or clock.status is not Status.RUNNING:
        return Text("next-none")
    what = "resolution" if clock.name is ClockName.RESOLUTION else "answer"
    late = "-late" if clock.overdue else ""
    return Text(f"next-{what}{late}", {"due": When(clock.due, case.zone)})


# --- the citizen's word


def reply(turn: Turn) -> None:
    case = queries.for_reporter(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.ask("track.reply", case=case.case_id, ticket=case.ticket, state=case.state.value)


def _ask_reply(turn: Turn) -> None:
    writing.ask(turn, "track-reply", ticket=turn.data["ticket"])


def _take_reply(turn: Turn) -> None:
    said = writing.take(turn)
    if said is None:
        return
    if turn.data["state"] == State.ANSWERED:
        turn.ask("track.need", **(turn.data | {"said": said}))
    else:
        _reply(turn, said, wants_answer=True)


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
    done = complaints.citizen_reply(
        turn.tx,
        turn.data["case"],
        turn.person_id,
        said,
        turn.at,
        files=uploads.uploads(turn),
        wants_answer=wants_answer,
    )
    turn.finish()
    _say_done(turn, "track-replied" if wants_answer else "track-noted", done.case_id, done.ticket)


def solved(turn: Turn) -> None:
    """*Sudah selesai*; then how it was handled."""
    done = complaints.confirm(turn.tx, turn.integer(0), turn.person_id, turn.at)
    evidence.keep(turn.tx, done)
    _ask_score(turn, done.case_id, done.ticket, "track-solved")


def unsolved(turn: Turn) -> None:
    """*Belum selesai*: one question, then it is open again."""
    case = queries.for_reporter(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.ask("track.reopen", case=case.case_id, ticket=case.ticket)


def _ask_reopen(turn: Turn) -> None:
    turn.say("track-reopen", ticket=turn.data["ticket"])


def _take_reopen(turn: Turn) -> None:
    done = complaints.reopen(turn.tx, turn.data["case"], turn.person_id, turn.input.text, turn.at)
    turn.finish()
    case = queries.for_reporter(turn.tx, done.case_id, turn.person_id, turn.at)
    clock = case.clocks.next_due
    _say_done(
        turn,
        "track-reopened",
        done.case_id,
        done.ticket,
        due=When(clock.due if clock else turn.at, case.zone),
    )


def withdraw(turn: Turn) -> None:
    case = queries.for_reporter(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.ask("track.withdraw", case=case.case_id, ticket=case.ticket)


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


def rate(turn: Turn) -> None:
    """`track-rate:<case>` asks; `track-rate:<case>:<score>` stores."""
    if len(turn.arguments) < 2:
        case = queries.for_reporter(turn.tx, turn.integer(0), turn.person_id, turn.at)
        _ask_score(turn, case.case_id, case.ticket, "track-rate")
        return
    done = complaints.rate_handling(
        turn.tx, turn.integer(0), turn.person_id, turn.integer(1), turn.at
    )
    _say_done(turn, "track-rated", done.case_id, done.ticket, edit=True)


def _ask_score(turn: Turn, case_id: int, ticket: str, key: str) -> None:
    choices = [button(Text(f"score-{score}"), "track-rate", case_id, score) for score in SCORES]
    turn.say(key, ticket=ticket, buttons=rows(choices))


def _say_done(
    turn: Turn, key: str, case_id: int, ticket: str, *, edit: bool = False, **values: Any
) -> None:
    back = [[button(Text("button-track"), "track", case_id)]]
    turn.say(key, edit=edit, ticket=ticket, buttons=back, **values)


REPLY = step(_ask_reply, _take_reply, *writing.ACCEPTED)
NEED = step(_ask_need, _take_need)
REOPEN = step(_ask_reopen, _take_reopen)
WITHDRAW = step(_ask_withdraw, _take_withdraw)
