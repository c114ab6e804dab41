"""Complain: category, words, files, place; then a look at it all (`complain_preview`).

What was said so far is kept with the dialogue, so that a restart forgets nothing. A choice in the
preview leads back to one question and from there straight to the preview again. A complaint is
without a name until the citizen chooses otherwise.
"""

from __future__ import annotations

from typing import Any

from handlers import uploads
from handlers.message import Button, Text, rows
from handlers.turn import Kind, Turn, step
from models import offices
from models.complaints.casework import MAX_FILES, TEXT_LIMIT
from models.complaints.filing import LEAST_TEXT
from models.complaints.tables import Category

PLACE_LIMIT = 300  # characters of a place in words
NAME_LIMIT = 80


def begin(
    turn: Turn,
    unit_id: int,
    counter_id: int | None = None,
    text: str = "",
    *,
    category: str = "",
    previous_id: int | None = None,
) -> None:
    """Start a complaint about a unit. text: what the person wrote before.

    previous_id: an own case that this one goes on from; with its category only the words are asked.
    """
    unit = offices.unit(turn.tx, unit_id)
    known: dict[str, Any] = {
        "unit": unit.id,
        "unit_name": unit.name,
        "anonymous": True,
        "confidential": False,
        "name": "",
    }
    if counter_id:
        known["counter"] = counter_id
    if previous_id:
        known["previous"] = previous_id
    if LEAST_TEXT <= len(text.strip()) <= TEXT_LIMIT:
        known["text"] = text.strip()
    if category:
        turn.ask("complain.text", category=category, fresh=True, **known)
    else:
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
        edit=not turn.data.get("fresh"),
        category=Text(f"category-{turn.data['category']}"),
        limit=TEXT_LIMIT,
    )


def _take_text(turn: Turn) -> None:
    """Words, or a file with words under it."""
    said = turn.input.text.strip()
    if turn.input.kind is not Kind.TEXT:
        told = uploads.collect(turn)
        if told not in (None, "upload-kept"):
            _say_refused(turn, str(told))
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


def _say_refused(turn: Turn, told: str, **how: Any) -> None:
    """Here the name can still be chosen, and with it the voice. how: the buttons below."""
    voice = told == "upload-voice-anonymous"
    turn.say("complain-voice-anonymous" if voice else told, limit=MAX_FILES, **how)


# --- files


def _ask_photos(turn: Turn) -> None:
    some = len(uploads.kept(turn))
    turn.say(
        _photos_key(turn, some),
        edit=True,
        limit=MAX_FILES,
        n=some,
        buttons=_photos_buttons(turn),
    )


def _photos_buttons(turn: Turn) -> list[list[Button]]:
    some = bool(uploads.kept(turn))
    again = [turn.choice(Text("button-drop-photos"), "drop")] if some else []
    return [[*again, turn.choice(Text("button-go-on" if some else "button-skip"), "on")]]


def _photos_key(turn: Turn, some: int) -> str:
    if some:
        pressed = turn.input.kind is Kind.BUTTON
        return "complain-photos-so-far" if pressed else "complain-photos-kept"
    return "complain-files" if turn.data["anonymous"] else "complain-files-voice"


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
        _say_refused(turn, told, buttons=_photos_buttons(turn))


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
    _on(turn, "complain.preview", fresh=True, **found)  # below the message that took the keyboard


_PLACE_KEPT = {Kind.LOCATION: "complain-place-kept", Kind.TEXT: "complain-place-kept"}


# --- the name, for who wants to be named


def _ask_name(turn: Turn) -> None:
    own = turn.input.name[:NAME_LIMIT]
    choices = [turn.choice(Text("button-named", {"name": own}), "own")] if own else []
    choices.append(turn.choice(Text("button-anonymous"), "no"))
    turn.say("complain-name", edit=True, buttons=rows(choices))


def _take_name(turn: Turn) -> None:
    if turn.input.kind is Kind.BUTTON:
        name = turn.input.name[:NAME_LIMIT] if turn.input.data == "own" else ""
    else:
        name = turn.input.text.strip()[:NAME_LIMIT]
    _on(turn, "complain.preview", name=name, anonymous=not name)


CATEGORY = step(_ask_category, _take_category)
TEXT = step(_ask_text, _take_text, Kind.TEXT, *uploads.ACCEPTED)
PHOTOS = step(_ask_photos, _take_photos, *uploads.ACCEPTED)
PLACE = step(_ask_place, _take_place, Kind.LOCATION, Kind.TEXT)
NAME = step(_ask_name, _take_name)
