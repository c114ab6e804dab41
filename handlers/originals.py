"""*Lihat aslinya*: what masking hides, for a reason, and each reading is logged."""

from __future__ import annotations

from handlers import clipping
from handlers.message import Lines, Text, When, button, rows
from handlers.turn import Turn
from models.complaints import originals
from models.complaints.originals import ReadingReason

ROOM = 3600  # code units of all that is shown


def ask(turn: Turn) -> None:
    """`case-original:<id>`: why?"""
    case = originals.check(turn.tx, turn.integer(0), turn.person_id, turn.at)
    reasons = [
        button(Text(f"original-{reason}"), "case-original-read", case.id, reason.value)
        for reason in ReadingReason
    ]
    back = button(Text("button-case"), "case", case.id)
    turn.say("original-why", ticket=case.ticket, buttons=rows([*reasons, back]))


def read(turn: Turn) -> None:
    """`case-original-read:<id>:<reason>`: the words, once; a button takes them away again."""
    reason = turn.arguments[1]
    found = originals.read(turn.tx, turn.integer(0), turn.person_id, reason, turn.at)
    room = ROOM // len(found.words)
    turn.say(
        "original-shown",
        edit=True,
        ticket=found.ticket,
        reason=Text(f"original-{reason}"),
        lines=Lines(
            [
                Text(
                    "original-line",
                    {
                        "at": When(one.at, found.zone, "short"),
                        "said": clipping.clip(one.text, room),
                    },
                )
                for one in found.words
            ]
        ),
        buttons=[[button(Text("button-original-hide"), "case-original-hide", found.case_id)]],
    )


def hide(turn: Turn) -> None:
    """`case-original-hide:<id>`: take the words off the screen."""
    back = button(Text("button-case"), "case", turn.integer(0))
    turn.say("original-hidden", edit=True, buttons=[[back]])
