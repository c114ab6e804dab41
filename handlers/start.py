"""The beginning of every conversation: consent, language, menu, and what fits nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

import nlp
from handlers import find, forum, people, rate, survey, visit
from handlers.message import Button, Text, button, rows
from handlers.turn import Input, Kind, Turn, step
from models import people as persons
from models.complaints import tracking
from models.complaints.filing import LEAST_TEXT
from models.complaints.queries import CaseLine
from models.complaints.states import WITH_CITIZEN
from models.errors import Refused
from models.people import Role

DRAFT_LIMIT = 3000  # characters kept of a sentence typed outside any dialogue
REPLIES = 2  # complaints offered to reply to with it


def start(turn: Turn) -> None:
    """`/start`, with or without the payload of a deep link."""
    payload = turn.input.text
    if payload.startswith("i"):
        people.begin_joining(turn, payload[1:])
    elif not turn.who.consented and not turn.authority.appointments:
        ask_consent(turn)
    elif not payload:
        menu(turn)
    else:
        _follow_link(turn, payload)


def _numbered(follow: Callable[[Turn, int], None]) -> Callable[[Turn, str], None]:
    """A link that is a letter and an id."""

    def read(turn: Turn, number: str) -> None:
        if not (number.isascii() and number.isdigit()) or len(number) > 9:
            raise Refused("link-unknown")
        turn.finish()
        follow(turn, int(number))

    return read


_LINKS: dict[str, Callable[[Turn, str], None]] = {
    "u": _numbered(rate.at_unit),
    "c": _numbered(rate.at_counter),
    "f": _numbered(forum.at_question),
    "v": lambda turn, rest: visit.scanned(turn, f"v{rest}"),
}


def _follow_link(turn: Turn, payload: str) -> None:
    follow = _LINKS.get(payload[0])
    if follow is None:
        raise Refused("link-unknown")
    if not turn.who.consented:
        ask_consent(turn)
        return
    follow(turn, payload[1:])


def ask_consent(turn: Turn) -> None:
    """Ask once; afterwards go on with what the person wanted."""
    turn.ask("start.consent", then=_wanted(turn.input))


def _wanted(received: Input) -> dict[str, object]:
    """The input as the dialogue keeps it; the name is not kept before there is consent."""
    kept = {k: v for k, v in asdict(received).items() if v not in ("", 0, None, False, b"")}
    return {name: value for name, value in kept.items() if name not in ("name", "username")}


def show_consent(turn: Turn) -> None:
    turn.ask("start.consent", then={})


def _ask_consent(turn: Turn) -> None:
    key = "consent-details" if turn.data.get("details") else "consent-notice"
    more = [] if turn.data.get("details") else [turn.choice(Text("button-details"), "details")]
    turn.say(
        key,
        edit=True,
        buttons=[
            [turn.choice(Text("button-agree"), "yes"), turn.choice(Text("button-decline"), "no")],
            [*more, turn.choice(Text("button-other-language"), "language")],
        ],
    )


def _take_consent(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON:
        turn.ask_again(**_written_meanwhile(turn))
        return
    _CONSENT_CHOICES[turn.input.data](turn)


def _written_meanwhile(turn: Turn) -> dict[str, object]:
    """What is written instead of an answer is not lost, unless a link or command waits already."""
    then = turn.data.get("then") or {}
    plain = not then or then["kind"] == Kind.TEXT
    bare = then.get("command") == "start" and not then.get("text")
    return {"then": _wanted(turn.input)} if plain or bare else {}


def _agree(turn: Turn) -> None:
    persons.consent(turn.tx, turn.person_id, True, turn.at)
    turn.who.consented = True
    then = turn.data.get("then") or {}
    then |= {"kind": Kind(then["kind"]), **_called(turn.input)} if then else {}
    wanted = Input(**then) if then else None
    if wanted is None or (wanted.kind is Kind.COMMAND and wanted.command not in _PASSED_ON):
        turn.finish()
        menu(turn)
        return
    turn.go_on(wanted)


def _called(received: Input) -> dict[str, str]:
    """How the person is called, from what has just arrived."""
    return {"name": received.name, "username": received.username}


_PASSED_ON = ("start", "nilai", "rate", "lapor", "complain", "status", "forum")


def _decline(turn: Turn) -> None:
    turn.finish()
    turn.say(
        "consent-declined",
        edit=True,
        buttons=[
            [button(Text("button-figures"), "figures")],
            [button(Text("button-read-again"), "consent")],
        ],
    )


def _switch_language(turn: Turn) -> None:
    _speak(turn, "en" if turn.who.language == "id" else "id")
    turn.ask_again()


def _details(turn: Turn) -> None:
    turn.ask_again(details=True)


_CONSENT_CHOICES: dict[str, Callable[[Turn], None]] = {
    "yes": _agree,
    "no": _decline,
    "details": _details,
    "language": _switch_language,
}
CONSENT = step(_ask_consent, _take_consent, Kind.TEXT)


def menu(turn: Turn) -> None:
    """What can be done here, by role."""
    turn.finish()
    staff = bool(turn.authority.appointments)
    turn.say("menu-staff" if staff else "menu", edit=True, buttons=_menu_rows(turn))


def _menu_rows(turn: Turn) -> list[list[Button]]:
    begun = survey.unfinished(turn) if turn.who.consented else []
    return [*_staff_rows(turn), *begun, *_CITIZEN_ROWS, *forum.menu_rows(turn)]


_CITIZEN_ROWS: list[list[Button]] = [
    [button(Text("button-rate"), "rate")],
    [button(Text("button-complain"), "lapor")],
    [button(Text("button-my-cases"), "status")],
    [button(Text("button-figures"), "figures")],
]


# The short way to the performance record; the rest is reached from there or by its command.
_RECORD_ROW = [
    button(Text("button-record"), "record"),
    button(Text("button-menu-appraisals"), "appraisals"),
    button(Text("button-menu-skp"), "skp"),
]


def _staff_rows(turn: Turn) -> list[list[Button]]:
    found = []
    if turn.has(Role.OFFICER, Role.HEAD):
        found += [
            [button(Text("button-serve"), "serve")],
            [button(Text("button-tasks"), "tasks")],
            _RECORD_ROW,
        ]
    if turn.has(Role.INSPECTOR):
        found.append([button(Text("button-inspection"), "inspection")])
    if turn.has(Role.HEAD, Role.ADMIN):
        found.append([button(Text("button-summary"), "summary")])
    if turn.has(Role.ADMIN):
        found.append(
            [button(Text("button-offices"), "offices"), button(Text("button-people"), "people")]
        )
    return found


def help_(turn: Turn) -> None:
    key = "help-staff" if turn.authority.appointments else "help"
    turn.say(key, buttons=[[button(Text("button-menu"), "menu")]])


def language(turn: Turn) -> None:
    choices = [button("Bahasa Indonesia", "language", "id"), button("English", "language", "en")]
    turn.say("language-choose", buttons=[choices])


def set_language(turn: Turn) -> None:
    chosen = turn.arguments[0]
    if chosen not in ("id", "en"):
        raise Refused("not-for-you")
    _speak(turn, chosen)
    again = [[button(Text("button-menu"), "menu")]]
    turn.say("language-set", edit=True, menu=turn.roles, buttons=again)


def _speak(turn: Turn, chosen: str) -> None:
    persons.set_language(turn.tx, turn.person_id, chosen)
    turn.who.language = chosen


def cancel(turn: Turn) -> None:
    key = "cancelled" if turn.who.step else "nothing-to-cancel"
    turn.finish()
    turn.say(key, keyboard="remove")


def unknown_command(turn: Turn) -> None:
    turn.say(
        "command-unknown",
        command=f"/{turn.input.command[:32]}",
        buttons=_menu_rows(turn),
    )


def plain_text(turn: Turn) -> None:
    """A sentence outside any dialogue: offer what it looks like."""
    if turn.input.edited:
        turn.say("edited-not-read")
    elif not turn.who.consented and not turn.authority.appointments:
        ask_consent(turn)
    elif turn.authority.appointments:
        _offer_tasks(turn, turn.input.text)
    else:
        _offer(turn, turn.input.text)


def _offer_tasks(turn: Turn, text: str) -> None:
    """Who works here may have meant to answer a case: say that this went nowhere, and the way."""
    turn.keep(draft=text[:DRAFT_LIMIT])
    turn.say(
        "looks-like-answer",
        buttons=[
            [button(Text("button-tasks"), "tasks")],
            [button(Text("button-make-complaint"), "use-draft", find.COMPLAIN)],
            [button(Text("button-menu"), "menu")],
        ],
    )


def _offer(turn: Turn, text: str) -> None:
    looks = nlp.read(text).kind
    waiting = _waiting(turn)
    if waiting:
        _offer_reply(turn, text, waiting)
        return
    if looks not in _LOOKS and len(text.strip()) < LEAST_TEXT:
        menu(turn)  # a greeting
        return
    turn.keep(draft=text[:DRAFT_LIMIT])
    order = {"praise": ["rate", "complain"]}.get(looks, ["complain", "rate"])
    offers = {
        "complain": [button(Text("button-make-complaint"), "use-draft", find.COMPLAIN)],
        "rate": [button(Text("button-make-rating"), "use-draft", find.RATE)],
    }
    known = looks if looks in _LOOKS else "other"
    turn.say(
        f"looks-like-{known}",
        buttons=[*(offers[name] for name in order), [button(Text("button-menu"), "menu")]],
    )


def _waiting(turn: Turn) -> list[CaseLine]:
    """The own complaints, newest first, in which it is the citizen's turn."""
    own = tracking.own(turn.tx, turn.person_id).lines
    return [one for one in own if one.state in WITH_CITIZEN][:REPLIES]


def _offer_reply(turn: Turn, text: str, waiting: list[CaseLine]) -> None:
    """An officer has asked or answered, so it most likely is the reply."""
    turn.keep(draft=text[:DRAFT_LIMIT])
    replies = [
        button(Text("button-reply-to", {"ticket": one.ticket}), "track-reply-draft", one.case_id)
        for one in waiting
    ]
    turn.say(
        "looks-like-reply",
        buttons=[
            *rows(replies),
            [button(Text("button-make-complaint"), "use-draft", find.COMPLAIN)],
            [button(Text("button-make-rating"), "use-draft", find.RATE)],
        ],
    )


_LOOKS = ("complaint", "praise", "question")


def use_draft(turn: Turn) -> None:
    """Go on with the sentence that was typed."""
    find.begin(turn, turn.arguments[0], turn.data.get("draft", ""))


def unexpected_file(turn: Turn) -> None:
    if turn.input.kind is Kind.DOCUMENT and turn.has(Role.ADMIN):
        turn.say("file-for-import", buttons=[[button(Text("button-offices"), "offices")]])
        return
    turn.say("file-unexpected", buttons=[[button(Text("button-complain"), "lapor")]])


def voice(turn: Turn) -> None:
    turn.say("wrong-voice", buttons=[[button(Text("button-menu"), "menu")]])


def sticker(turn: Turn) -> None:
    turn.say("sticker-answer", buttons=[[button(Text("button-menu"), "menu")]])
