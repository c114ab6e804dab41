"""The survey of a unit as its admins set it up: which elements, and what is asked about each.

What is changed here stays with the dialogue until it is saved; then it is a new version.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from handlers import offices, survey
from handlers.message import Button, Lines, Text, When, button, rows
from handlers.turn import Kind, Turn, step
from models.errors import Refused
from models.offices import Unit
from models.ratings import instruments
from models.ratings.ikm import ELEMENTS, MOST_QUESTIONS
from models.ratings.instruments import LEAST_WORDS, WORDS_LIMIT, Element, Form, Question, Wording

SEPARATOR = "/"  # between what a button does and what it does it to
Kept = dict[str, list[dict[str, str]]]
"""The elements as the dialogue keeps them: the questions by element."""


def show(turn: Turn) -> None:
    """The button `instrument:<unit>`."""
    unit = offices.my_unit(turn, turn.integer(0))
    form = instruments.current(turn.tx, unit.id or 0, turn.at)
    turn.ask("instrument.elements", unit=unit.id, elements=_kept(form.elements), changed=False)


def _kept(elements: Sequence[Element]) -> Kept:
    return {
        element.key: [{"id": one.id, "en": one.en} for one in element.wordings]
        for element in elements
    }


def _elements(kept: Kept) -> list[Element]:
    return [Element(key, tuple(Wording(**one) for one in asked)) for key, asked in kept.items()]


def _unit(turn: Turn) -> Unit:
    return offices.my_unit(turn, turn.data["unit"])


# --- which elements


def _ask_elements(turn: Turn) -> None:
    unit, kept = _unit(turn), turn.data["elements"]
    turn.say(
        "instrument-page",
        edit=True,
        unit=unit.name,
        version=_version(turn, unit),
        buttons=[
            *(_element_row(turn, key, kept) for key in ELEMENTS),
            *_saving(turn),
            [button(Text(_leaving(turn)), "unit-admin", unit.id)],
        ],
    )


def _version(turn: Turn, unit: Unit) -> Text:
    if turn.data["changed"]:
        return Text("instrument-changed")
    form: Form = instruments.current(turn.tx, unit.id or 0, turn.at)
    if form.valid_from is None:
        return Text("instrument-built-in")
    since = When(form.valid_from, unit.zone)
    return Text("instrument-version", {"n": form.version, "since": since})


def _element_row(turn: Turn, key: str, kept: Kept) -> list[Button]:
    named = {"element": Text(f"element-short-{key}")}
    label = "button-instrument-on" if key in kept else "button-instrument-off"
    row = [turn.choice(Text(label, named), f"toggle/{key}")]
    if key in kept:
        asked = Text("button-instrument-questions", {"n": len(kept[key])})
        row.append(turn.choice(asked, f"open/{key}"))
    return row


def _saving(turn: Turn) -> list[list[Button]]:
    if not turn.data["changed"]:
        return []
    return [[turn.choice(Text("button-instrument-save"), "save/")]]


def _leaving(turn: Turn) -> str:
    """What the way back does to what is not saved stands on it."""
    return "button-instrument-drop" if turn.data["changed"] else "button-back"


def _take_elements(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON:
        turn.ask_again()
        return
    act, _, key = turn.input.data.partition(SEPARATOR)
    _ACTS[act](turn, key)


def _toggle(turn: Turn, key: str) -> None:
    kept: Kept = dict(turn.data["elements"])
    if key not in ELEMENTS:
        raise Refused("survey-elements-unknown")
    if key not in kept:
        kept[key] = [{"id": "", "en": ""}]
    elif len(kept) == 1:
        raise Refused("survey-elements-none")
    else:
        del kept[key]
    turn.ask_again(elements=kept, changed=True)


def _open(turn: Turn, key: str) -> None:
    if key not in turn.data["elements"]:
        raise Refused("survey-elements-unknown")
    turn.ask("instrument.questions", **turn.data | {"element": key})


def _save(turn: Turn, _key: str) -> None:
    unit = _unit(turn)
    elements = _elements(turn.data["elements"])
    form = instruments.set(turn.tx, unit.id or 0, elements, turn.at, turn.person_id)
    turn.finish()
    again = [button(Text("button-instrument"), "instrument", unit.id)]
    turn.say("instrument-saved", edit=True, unit=unit.name, n=form.version, buttons=[again])


_ACTS: dict[str, Callable[[Turn, str], None]] = {"toggle": _toggle, "open": _open, "save": _save}
ELEMENTS_STEP = step(_ask_elements, _take_elements)


# --- what is asked about one


def _ask_questions(turn: Turn) -> None:
    key = turn.data["element"]
    asked: list[dict[str, str]] = turn.data["elements"][key]
    removing = [
        turn.choice(Text("button-instrument-remove", {"place": place}), f"remove/{place}")
        for place in range(1, len(asked) + 1)
        if len(asked) > 1
    ]
    adding = [turn.choice(Text("button-instrument-add"), "add/")]
    turn.say(
        "instrument-element",
        edit=True,
        element=Text(f"element-{key}"),
        lines=Lines([_question(key, place, one) for place, one in enumerate(asked, 1)]),
        buttons=[
            *rows(removing, 3),
            *([adding] if len(asked) < MOST_QUESTIONS else []),
            [turn.choice(Text("button-back"), "back/")],
        ],
    )


def _question(element: str, place: int, kept: dict[str, str]) -> Text:
    wording = Wording(**kept)
    if not wording.official:
        return Text("instrument-own", {"place": place, "id": wording.id, "en": wording.en})
    official = survey.wording(Question(element, element, wording), "")
    return Text("instrument-official", {"place": place, "question": official})


def _take_questions(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON:
        turn.ask_again()
        return
    act, _, place = turn.input.data.partition(SEPARATOR)
    if act == "add":
        turn.ask("instrument.indonesian", **turn.data)
    elif act == "remove":
        _remove(turn, int(place))
    else:
        turn.ask("instrument.elements", **_without(turn.data, "element"))


def _remove(turn: Turn, place: int) -> None:
    key = turn.data["element"]
    asked = [*turn.data["elements"][key]]
    if len(asked) > 1:
        del asked[place - 1]
    turn.ask_again(elements=turn.data["elements"] | {key: asked}, changed=True)


QUESTIONS = step(_ask_questions, _take_questions)


# --- a question of the unit's own, in both languages


def _ask_indonesian(turn: Turn) -> None:
    turn.say(
        "instrument-ask-id",
        element=Text(f"element-{turn.data['element']}"),
        least=LEAST_WORDS,
        most=WORDS_LIMIT,
        buttons=[[turn.choice(Text("button-back"), "back")]],
    )


def _take_indonesian(turn: Turn) -> None:
    if turn.input.kind is Kind.BUTTON:
        turn.ask("instrument.questions", **turn.data)
        return
    written = instruments.words(turn.input.text)
    turn.ask("instrument.english", **turn.data | {"id": written})


def _ask_english(turn: Turn) -> None:
    turn.say("instrument-ask-en", buttons=[[turn.choice(Text("button-back"), "back")]])


def _take_english(turn: Turn) -> None:
    data = turn.data
    if turn.input.kind is Kind.BUTTON:
        turn.ask("instrument.indonesian", **_without(data, "id"))
        return
    key, added = data["element"], {"id": data["id"], "en": instruments.words(turn.input.text)}
    asked = [*data["elements"][key], added]
    if len(asked) > MOST_QUESTIONS:
        raise Refused("survey-questions-many", most=MOST_QUESTIONS)
    kept = data["elements"] | {key: asked}
    turn.ask("instrument.questions", **_without(data, "id") | {"elements": kept, "changed": True})


def _without(data: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != name}


INDONESIAN = step(_ask_indonesian, _take_indonesian)
ENGLISH = step(_ask_english, _take_english)
