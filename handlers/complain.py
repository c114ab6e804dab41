"""Complain: category, words, photos, place, named or not, a look at it all, and a ticket.

What was said so far is kept with the dialogue, so that a restart forgets nothing. A choice in the
preview leads back to one question and from there straight to the preview again.
"""

from __future__ import annotations

from typing import Any

import nlp
from handlers import uploads
from handlers.message import Text, When, button, rows
from handlers.turn import Kind, Turn, step
from models import offices
from models.complaints import filing
from models.complaints.casework import MAX_FILES, TEXT_LIMIT
from models.complaints.filing import LEAST_TEXT, Complaint
from models.complaints.tables import Category

PLACE_LIMIT = 300  # characters of a place in words
NAME_LIMIT = 80
CHANGEABLE = ("category", "text", "photos", "place", "name")  # steps the preview leads back to


def begin(turn: Turn, unit_id: int, counter_id: int | None = None, text: str = "") -> None:
    """Start a complaint about a unit. text: what the person wrote before."""
    unit = offices.unit(turn.tx, unit_id)
    known: dict[str, Any] = {"unit": unit.id, "unit_name": unit.name}
    if counter_id:
        known["counter"] = counter_id
    if LEAST_TEXT <= len(text.strip()) <= TEXT_LIMIT:
        known["text"] = text.strip()
    turn.ask("complain.category", **known)


def _on(turn: Turn, following: str, **changes: Any) -> None:
    """To the next question, or back to the preview when only this one was to be changed."""
    data = turn.data | {"fresh": False} | changes
    changing = data.pop("changing", False)
    turn.ask("complain.preview" if changing else following, **data)


# --- category


def _ask_category(turn: Turn) -> None:
    choices = [turn.choice(Text(f"category-{name}"), name.value) for name in Category]
    turn.say(
        "complain-category",
        edit=True,
        unit=turn.data["unit_name"],
        buttons=rows(choices, 2),
    )


def _take_category(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON or turn.input.data not in set(Category):
        turn.say("complain-choose")
        turn.ask_again()
        return
    following = "complain.photos" if turn.data.get("text") else "complain.text"
    _on(turn, following, category=turn.input.data)


# --- words


def _ask_text(turn: Turn) -> None:
    turn.say(
        "complain-text",
        edit=True,
        category=Text(f"category-{turn.data['category']}"),
        limit=TEXT_LIMIT,
    )


def _take_text(turn: Turn) -> None:
    """Words, or a photo with words under it."""
    said = turn.input.text.strip()
    if turn.input.kind is not Kind.TEXT:
        told = uploads.collect(turn)
        if told not in (None, "upload-kept"):
            turn.say(str(told), limit=MAX_FILES)
            return
        if not said:
            turn.say("upload-kept-write")
            return
    if len(said) < LEAST_TEXT:
        turn.say("text-too-short", least=LEAST_TEXT)
    elif len(said) > TEXT_LIMIT:
        turn.say("text-too-long", limit=TEXT_LIMIT, length=len(said))
    else:
        _on(turn, "complain.photos", text=said)


# --- photos


def _ask_photos(turn: Turn) -> None:
    some = len(uploads.kept(turn))
    kept = "complain-photos-so-far" if turn.input.kind is Kind.BUTTON else "complain-photos-kept"
    again = [turn.choice(Text("button-drop-photos"), "drop")] if some else []
    forward = turn.choice(Text("button-go-on" if some else "button-skip"), "on")
    turn.say(
        kept if some else "complain-photos",
        edit=True,
        limit=MAX_FILES,
        n=some,
        buttons=[[*again, forward]],
    )


def _take_photos(turn: Turn) -> None:
    if turn.input.kind is Kind.BUTTON:
        if turn.input.data == "drop":
            turn.ask_again(files=[])
        else:
            _on(turn, "complain.place")
        return
    told = uploads.collect(turn)
    if told == "upload-kept":
        turn.ask_again()
    elif told is not None:
        turn.say(told, limit=MAX_FILES)


# --- place


def _ask_place(turn: Turn) -> None:
    """Two messages: a reply keyboard cannot stand beside buttons."""
    turn.say("complain-place", keyboard="location")
    turn.say("complain-place-skip", buttons=[[turn.choice(Text("button-skip"), "skip")]])


def _take_place(turn: Turn) -> None:
    found: dict[str, Any] = {"place": "", "latitude": None, "longitude": None}
    if turn.input.kind is Kind.LOCATION:
        found |= {"latitude": turn.input.latitude, "longitude": turn.input.longitude}
    elif turn.input.kind is Kind.TEXT:
        found["place"] = turn.input.text.strip()[:PLACE_LIMIT]
    turn.say(_PLACE_KEPT.get(turn.input.kind, "complain-place-none"), keyboard="remove")
    _on(turn, "complain.name", fresh=True, **found)  # below the message that took the keyboard


_PLACE_KEPT = {Kind.LOCATION: "complain-place-kept", Kind.TEXT: "complain-place-kept"}


# --- named or not


def _ask_name(turn: Turn) -> None:
    own = turn.input.name[:NAME_LIMIT]
    choices = [turn.choice(Text("button-anonymous"), "no")]
    if own:
        choices.append(turn.choice(Text("button-named", {"name": own}), "own"))
    turn.say("complain-name", edit=not turn.data.get("fresh"), buttons=rows(choices))


def _take_name(turn: Turn) -> None:
    if turn.input.kind is Kind.BUTTON:
        name = turn.input.name[:NAME_LIMIT] if turn.input.data == "own" else ""
    else:
        name = turn.input.text.strip()[:NAME_LIMIT]
    _on(turn, "complain.preview", name=name)


# --- preview


def _ask_preview(turn: Turn) -> None:
    data = turn.data
    changes = [turn.choice(Text(f"button-change-{name}"), name) for name in CHANGEABLE]
    turn.say(
        "complain-preview",
        edit=not data.get("fresh"),
        unit=data["unit_name"],
        category=Text(f"category-{data['category']}"),
        said=data["text"],
        n=len(uploads.kept(turn)),
        where=_place(data),
        name=data["name"] or Text("complain-anonymous"),
        buttons=[[turn.choice(Text("button-send-complaint"), "send")], *rows(changes, 2)],
    )


def _place(data: dict[str, Any]) -> Text | str:
    if data.get("latitude") is not None:
        return Text("complain-place-point")
    return data.get("place") or Text("complain-place-unknown")


def _take_preview(turn: Turn) -> None:
    wanted = turn.input.data if turn.input.kind is Kind.BUTTON else ""
    if wanted == "send":
        _send(turn)
    elif wanted in CHANGEABLE:
        turn.ask(f"complain.{wanted}", **(turn.data | {"changing": True, "fresh": False}))
    else:
        turn.say("complain-choose")
        turn.ask_again()


def _send(turn: Turn) -> None:
    data = turn.data
    sent = filing.submit(
        turn.tx,
        turn.person_id,
        Complaint(
            unit_id=data["unit"],
            counter_id=data.get("counter"),
            category=data["category"],
            text=data["text"],
            files=uploads.uploads(turn),
            anonymous=not data["name"],
            name=data["name"] or None,
            latitude=data.get("latitude"),
            longitude=data.get("longitude"),
            place=data.get("place") or None,
            reading=nlp.read(data["text"]).to_json(),
        ),
        turn.at,
    )
    turn.finish()
    turn.say(
        "complain-sent",
        edit=True,
        ticket=sent.ticket,
        unit=sent.unit_name,
        answer_due=When(sent.promise.first_answer, sent.zone),
        resolution_due=When(sent.promise.resolution, sent.zone),
        note=Text("complain-undecreed") if sent.promise.undecreed else "",
        buttons=[
            [button(Text("button-track"), "track", sent.case_id)],
            [button(Text("button-menu"), "menu")],
        ],
    )


CATEGORY = step(_ask_category, _take_category)
TEXT = step(_ask_text, _take_text, Kind.TEXT, *uploads.ACCEPTED)
PHOTOS = step(_ask_photos, _take_photos, *uploads.ACCEPTED)
PLACE = step(_ask_place, _take_place, Kind.LOCATION, Kind.TEXT)
NAME = step(_ask_name, _take_name)
PREVIEW = step(_ask_preview, _take_preview)
