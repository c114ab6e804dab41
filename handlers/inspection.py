"""`/pengawasan`: supervisory cases, read for a reason; to the inspectorate and back to the unit."""

from __future__ import annotations

from dataclasses import replace
from functools import wraps

from handlers import lists
from handlers.message import Lines, Text, When, button, rows
from handlers.turn import Handler, Kind, Turn, step
from models.complaints import inspection, inspectors, queries, tickets
from models.complaints.casework import TEXT_LIMIT
from models.complaints.filing import LEAST_TEXT
from models.complaints.inspectors import PAGE, Line
from models.complaints.readings import LEAST_WORDS, MOST_WORDS, Purpose, Read, ReasonNeeded
from models.errors import Refused
from models.people import Role

ROLES = (Role.INSPECTOR,)
SCOPES = ("open", "ended")
READ_SHOWN = 15  # lines of the log in one message


# --- the list


def command(turn: Turn) -> None:
    """`/pengawasan`; with a ticket number: that case."""
    typed = turn.input.text.strip()
    if not typed:
        _show(turn, "open", 0)
        return
    ticket = tickets.parse(typed)
    if ticket is None:
        raise Refused("ticket-wrong", ticket=typed[:40])
    found = inspectors.by_ticket(turn.tx, ticket, turn.person_id, turn.at)
    if found is None:
        raise Refused("case-unknown")
    wanted = replace(turn.input, kind=Kind.BUTTON, data=f"case:{found}", command="", text="")
    turn.go_on(wanted)


def page(turn: Turn) -> None:
    """The button `inspection[:<open or ended>:<page>]`."""
    scope = turn.arguments[0] if turn.arguments else "open"
    _show(turn, scope if scope in SCOPES else "open", max(0, lists.page_number(turn, 1)))


def _show(turn: Turn, scope: str, number: int) -> None:
    found = inspectors.listed(turn.tx, turn.person_id, turn.at, ended=scope == "ended", page=number)
    other = SCOPES[1 - SCOPES.index(scope)]
    turn.say(
        "inspection",
        edit=bool(turn.arguments),
        what=Text(f"inspection-{scope}", {"n": found.number}),
        lines=Lines([_line(one) for one in found.lines] or [Text("inspection-none")]),
        buttons=[
            *rows((button(one.ticket, "case", one.case_id) for one in found.lines), 2),
            *lists.turning(number, max(0, found.number - 1) // PAGE, "inspection", scope),
            [button(Text(f"button-inspection-{other}"), "inspection", other, 0)],
            [button(Text("button-causes"), "causes")],
        ],
    )


def _line(one: Line) -> Text:
    return Text(
        "inspection-line",
        {
            "ticket": one.ticket,
            "unit": one.unit_name,
            "state": Text(f"state-{one.state}"),
            "holder": _holder(one),
            "due": _due(one),
        },
    )


def _holder(one: Line) -> Text | str:
    if one.holder_name is None:
        return ""
    name = Text("tasks-mine") if one.mine else one.holder_name
    return Text("inspection-held", {"holder": name})


def _due(one: Line) -> Text:
    if one.due is None:
        return Text("inspection-still")
    key = "inspection-late" if one.overdue else "inspection-due"
    return Text(key, {"due": When(one.due, one.zone, "short")})


# --- a reason for each reading


def reasoned(handler: Handler) -> Handler:
    """What shows a case, preceded by the question why when the case is supervisory."""

    @wraps(handler)
    def asking_first(turn: Turn) -> None:
        try:
            handler(turn)
        except ReasonNeeded as needed:
            turn.ask(
                "inspection.reason",
                case=needed.case_id,
                ticket=needed.ticket,
                wanted=turn.input.data,
            )

    return asking_first


def _ask_reason(turn: Turn) -> None:
    choices = [turn.choice(Text(f"reading-{one}"), one.value) for one in Purpose]
    listed = button(Text("button-inspection-list"), "inspection", "open", 0)
    turn.say("reading-why", ticket=turn.data["ticket"], buttons=rows([*choices, listed]))


def _take_reason(turn: Turn) -> None:
    chosen = turn.input.data if turn.input.kind is Kind.BUTTON else ""
    if chosen not in set(Purpose):
        turn.say("complain-choose")
        turn.ask_again()
    elif chosen == Purpose.OTHER:
        turn.ask("inspection.words", **turn.data)
    else:
        _open(turn, chosen)


def _ask_words(turn: Turn) -> None:
    turn.say("reading-words", ticket=turn.data["ticket"], least=LEAST_WORDS, most=MOST_WORDS)


def _take_words(turn: Turn) -> None:
    _open(turn, Purpose.OTHER, turn.input.text)


def _open(turn: Turn, reason: str, words: str = "") -> None:
    """Log it, then go on with what was wanted."""
    case_id, wanted = turn.data["case"], turn.data["wanted"]
    inspection.opened(turn.tx, case_id, turn.person_id, reason, turn.at, words)
    again = replace(turn.input, kind=Kind.BUTTON, data=wanted, text="")
    turn.go_on(again)


def log(turn: Turn) -> None:
    """`case-readings:<id>`: who has read the case, when and why."""
    case_id = turn.integer(0)
    found = inspection.log_of(turn.tx, case_id, turn.person_id, turn.at)
    zone = queries.for_officer(turn.tx, case_id, turn.person_id, turn.at).zone
    turn.say(
        "readings",
        ticket=queries.ticket_of(turn.tx, case_id),
        n=len(found),
        lines=Lines([_read(one, zone) for one in found[:READ_SHOWN]]),
        buttons=[[button(Text("button-case"), "case", case_id)]],
    )


def _read(one: Read, zone: str) -> Text:
    why: Text | str = one.words or Text(f"reading-{one.reason}")
    at = When(one.at, zone, "short")
    return Text("readings-line", {"at": at, "name": one.name, "why": why})


# --- to the inspectorate


def refer(turn: Turn) -> None:
    """`case-refer:<id>`: what that means, then yes or no."""
    case = queries.for_officer(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.say(
        "case-refer",
        ticket=case.ticket,
        buttons=[
            [button(Text("button-case-refer-yes"), "case-refer-yes", case.case_id)],
            [button(Text("button-case"), "case", case.case_id)],
        ],
    )


def refer_now(turn: Turn) -> None:
    """`case-refer-yes:<id>`."""
    done = inspection.refer(turn.tx, turn.integer(0), turn.person_id, turn.at)
    tasks = [[button(Text("button-tasks"), "tasks")]]
    turn.say("case-referred-done", edit=True, ticket=done.ticket, buttons=tasks)


# --- back to the unit


def refer_back(turn: Turn) -> None:
    """`case-refer-back:<id>`: the summary the unit reads, a look at it, and yes."""
    case = queries.for_officer(turn.tx, turn.integer(0), turn.person_id, turn.at)
    if not case.supervisory:
        raise Refused("inspection-ordinary", ticket=case.ticket)
    turn.ask("inspection.summary", case=case.case_id, ticket=case.ticket, unit_name=case.unit_name)


def _ask_summary(turn: Turn) -> None:
    turn.say(
        "refer-back-summary",
        ticket=turn.data["ticket"],
        unit=turn.data["unit_name"],
        buttons=[[turn.choice(Text("button-stop"), "stop")]],
    )


def _take_summary(turn: Turn) -> None:
    said = turn.input.text.strip()
    if turn.input.kind is Kind.BUTTON:
        back = [[button(Text("button-case"), "case", turn.data["case"])]]
        turn.finish()
        turn.say("writing-stopped", edit=True, buttons=back)
    elif len(said) < LEAST_TEXT:
        turn.say("text-too-short", least=LEAST_TEXT)
    elif len(said) > TEXT_LIMIT:
        turn.say("text-too-long", limit=TEXT_LIMIT, length=len(said))
    else:
        turn.ask("inspection.back", **(turn.data | {"summary": said}))


def _ask_back(turn: Turn) -> None:
    turn.say(
        "refer-back-confirm",
        ticket=turn.data["ticket"],
        unit=turn.data["unit_name"],
        summary=turn.data["summary"],
        buttons=[
            [turn.choice(Text("button-refer-back-yes"), "yes")],
            [turn.choice(Text("button-refer-back-rewrite"), "rewrite")],
            [button(Text("button-case"), "case", turn.data["case"])],
        ],
    )


def _take_back(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON or turn.input.data not in ("yes", "rewrite"):
        turn.say("complain-choose")
        turn.ask_again()
    elif turn.input.data == "rewrite":
        turn.ask("inspection.summary", **turn.data)
    else:
        data = turn.data
        done = inspection.refer_back(
            turn.tx, data["case"], turn.person_id, data["summary"], turn.at
        )
        turn.finish()
        turn.say(
            "case-referred-back-done",
            edit=True,
            ticket=done.ticket,
            unit=data["unit_name"],
            buttons=[[button(Text("button-inspection"), "inspection")]],
        )


REASON = step(_ask_reason, _take_reason)
WORDS = step(_ask_words, _take_words, buttons=False)
SUMMARY = step(_ask_summary, _take_summary)
BACK = step(_ask_back, _take_back)
