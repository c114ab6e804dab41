"""From what a dialogue has gathered to the complaint that is sent."""

from __future__ import annotations

from typing import Any

from handlers import inviting, masking, uploads
from handlers.masked import known_by, reading
from handlers.message import Text, When, button
from handlers.turn import Turn
from models.complaints import filing
from models.complaints.filing import Complaint, Sent
from models.complaints.limits import CaseClass, proposed_class
from models.complaints.similar import Matter


def said(turn: Turn) -> tuple[str, str | None]:
    """The words as others will read them, and as written where something is hidden."""
    return _masked(turn, turn.data["text"])


def place(turn: Turn) -> str:
    """The place in words, as others will read it."""
    return _masked(turn, turn.data.get("place") or "")[0]


def _masked(turn: Turn, words: str) -> tuple[str, str | None]:
    data = turn.data
    return masking.masked(turn, words, anonymous=data["anonymous"], names=[data["name"]])


def for_inspectorate(turn: Turn) -> bool:
    """As the citizen chose, otherwise as the category and the words propose."""
    chosen: bool | None = turn.data.get("supervisory")
    if chosen is not None:
        return chosen
    return proposed_class(turn.data["category"], _reading(turn)) is CaseClass.SUPERVISORY


def matter(turn: Turn) -> Matter:
    data = turn.data
    return Matter(
        unit_id=data["unit"],
        category=data["category"],
        text=said(turn)[0],
        latitude=data.get("latitude"),
        longitude=data.get("longitude"),
        place=place(turn) or None,
    )


def send(turn: Turn) -> None:
    data = turn.data
    words, original = said(turn)
    sent = filing.submit(
        turn.tx,
        turn.person_id,
        Complaint(
            unit_id=data["unit"],
            counter_id=data.get("counter"),
            category=data["category"],
            text=words,
            original=original,
            files=uploads.uploads(turn),
            anonymous=data["anonymous"],
            confidential=data["confidential"],
            name=data["name"] or None,
            latitude=data.get("latitude"),
            longitude=data.get("longitude"),
            place=place(turn) or None,
            reading=_reading(turn),
            supervisory=data.get("supervisory"),
            previous_id=data.get("previous"),
        ),
        turn.at,
    )
    turn.finish()
    # who hid is not asked to be known
    _say_sent(turn, sent, asked=not (data["anonymous"] or sent.supervisory))


def _reading(turn: Turn) -> dict[str, Any]:
    data = turn.data  # a name that was typed stays known when the citizen prefers to have none
    also = (*known_by(turn.input), *filter(None, [data["name"]])) if data["anonymous"] else ()
    return reading(data["text"], also)


def _promise(sent: Sent) -> Text:
    """By when there is an answer, and when it is settled: one date when both are the same."""
    due = {
        "who": Text("the-inspectorate") if sent.supervisory else sent.unit_name,
        "answer_due": When(sent.promise.first_answer, sent.zone),
        "resolution_due": When(sent.promise.resolution, sent.zone),
    }
    same = sent.promise.first_answer == sent.promise.resolution
    return Text("complain-promise-same" if same else "complain-promise", due)


def _say_sent(turn: Turn, sent: Sent, *, asked: bool) -> None:
    turn.say(
        "complain-sent-inspectorate" if sent.supervisory else "complain-sent",
        edit=True,
        ticket=sent.ticket,
        unit=sent.unit_name,
        promise=_promise(sent),
        note=Text("complain-undecreed") if sent.promise.undecreed else "",
        buttons=[
            [button(Text("button-track"), "track", sent.case_id)],
            *(inviting.offer(turn) if asked else []),
            [button(Text("button-menu"), "menu")],
        ],
    )
