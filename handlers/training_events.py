"""Trainings that are held: an office's list, one event, who takes part, who came, its effect."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from handlers import figure_words, lists
from handlers.message import Button, File, Text, button
from handlers.training_words import day, days, effect
from handlers.turn import Turn, step
from models import entries
from models.appraisal.coaching import effects, events, trainings
from models.appraisal.coaching.effects import State
from models.appraisal.coaching.events import Event
from models.errors import Refused
from models.local_days import local_day
from models.offices import office
from models.people import Officer

MOST_NAMES = 40  # of participants in one message


def listed(turn: Turn) -> None:
    """`training-events:<office>:<page>`."""
    turn.finish()
    home = _office(turn, turn.integer(0))
    found = events.of_office(turn.tx, home)
    chosen = lists.paged(
        found,
        lists.page_number(turn, 1),
        _event_button,
        "training-events",
        home,
    )
    turn.say(
        "training-events" if found else "training-events-none",
        edit=True,
        office=office(turn.tx, home).name,
        buttons=[*chosen, *_new_row(turn, home), [button(Text("button-back"), "training")]],
    )


def _event_button(event: Event) -> Button:
    values = {"name": event.name, "first": day(event.first_day, event.zone)}
    return button(Text("training-event-label", values), "training-event", event.id)


def _new_row(turn: Turn, office_id: int) -> Iterator[list[Button]]:
    if events.may_arrange(turn.tx, office_id, turn.at, turn.person_id):
        yield [button(Text("button-training-new"), "training-new", office_id)]


def _office(turn: Turn, office_id: int) -> int:
    """An office whose trainings somebody may see."""
    if not events.may_look(turn.tx, office_id, turn.at, turn.person_id):
        raise Refused("not-for-you")
    return office_id


# --- one event


def show(turn: Turn) -> None:
    """`training-event:<id>`."""
    turn.finish()
    show_event(turn, turn.integer(0))


def show_event(turn: Turn, event_id: int) -> None:
    event = events.one(turn.tx, event_id, turn.at, turn.person_id)
    turn.say(
        "training-event",
        edit=True,
        name=event.name,
        words=event.words or Text("training-no-words"),
        topic=figure_words.name(event.topic),
        days=days(event),
        state=Text("training-cancelled") if event.cancelled else _names(event),
        buttons=[
            *_acts(turn, event),
            [button(Text("button-back"), "training-events", event.office_id)],
        ],
    )


def _names(event: Event) -> Text:
    if not event.participants:
        return Text("training-nobody")
    shown = [name for _, name, _ in event.participants[:MOST_NAMES]]
    values = {"n": len(event.participants), "names": ", ".join(shown)}
    return Text("training-participants", values)


def _acts(turn: Turn, event: Event) -> Iterator[list[Button]]:
    if event.cancelled:
        return
    begun = local_day(event.zone, turn.at) >= event.first_day
    if events.arranges(turn.tx, event, turn.at, turn.person_id):
        yield [button(Text("button-training-add"), "training-who", event.id)]
        label = "button-training-came" if begun else "button-training-out"
        if event.participants:
            yield [button(Text(label), "training-came", event.id)]
        yield [button(Text("button-training-cancel"), "training-cancel", event.id)]
    if begun and effects.may_read(turn.tx, event, turn.at, turn.person_id):
        yield [button(Text("button-training-effect"), "training-effect", event.id)]


def _arranged(turn: Turn, event_id: int) -> Event:
    """The event, for who arranges those of its office: who came is nobody else's to read."""
    event = events.one(turn.tx, event_id, turn.at, turn.person_id)
    _arranging(turn, event.office_id)
    return event


def _arranging(turn: Turn, office_id: int) -> int:
    if not events.may_arrange(turn.tx, office_id, turn.at, turn.person_id):
        raise Refused("not-for-you")
    return office_id


def who(turn: Turn) -> None:
    """`training-who:<event>:<page>`: whom to put in; those with an accepted need first."""
    event_id = _arranged(turn, turn.integer(0)).id
    found = events.addable(turn.tx, event_id, turn.at, turn.person_id)
    chosen = lists.paged(
        found,
        lists.page_number(turn, 1),
        lambda one: button(
            Text("training-needs-it", {"name": one[1]}) if one[2] else one[1],
            "training-add",
            event_id,
            one[0],
        ),
        "training-who",
        event_id,
    )
    back = [button(Text("button-back"), "training-event", event_id)]
    turn.say("training-who" if found else "training-who-nobody", edit=True, buttons=[*chosen, back])


def add(turn: Turn) -> None:
    """`training-add:<event>:<officer>`."""
    event_id, officer_id = turn.integer(0), turn.integer(1)
    if events.add(turn.tx, event_id, officer_id, turn.at, turn.person_id):
        _tell(turn, event_id, [officer_id], "training-invited")
    turn.pop_up("saved")
    show_event(turn, event_id)


def came(turn: Turn) -> None:
    """`training-came:<event>:<page>`: before the first day, whom to take out; then, who came."""
    turn.finish()
    _show_came(turn, turn.integer(0), lists.page_number(turn, 1))


def _show_came(turn: Turn, event_id: int, page: int) -> None:
    event = _arranged(turn, event_id)
    begun = local_day(event.zone, turn.at) >= event.first_day
    chosen = lists.paged(
        event.participants,
        page,
        lambda one: _came_button(event, one) if begun else _out_button(event, one),
        "training-came",
        event_id,
    )
    back = [button(Text("button-back"), "training-event", event_id)]
    turn.say("training-came" if begun else "training-out", edit=True, buttons=[*chosen, back])


def _came_button(event: Event, one: tuple[int, str, bool | None]) -> Button:
    number, name, was = one
    state = {None: "untold", True: "yes", False: "no"}[was]
    label = Text(f"training-came-{state}", {"name": name})
    return button(label, "training-mark", event.id, number, 0 if was else 1)


def _out_button(event: Event, one: tuple[int, str, bool | None]) -> Button:
    return button(one[1], "training-remove", event.id, one[0])


def mark(turn: Turn) -> None:
    """`training-mark:<event>:<officer>:<1 came, 0 did not>`."""
    event_id = turn.integer(0)
    events.attend(turn.tx, event_id, turn.integer(1), turn.integer(2) == 1, turn.at, turn.person_id)
    _show_came(turn, event_id, 0)


def remove(turn: Turn) -> None:
    """`training-remove:<event>:<officer>`."""
    event_id, officer_id = turn.integer(0), turn.integer(1)
    events.remove(turn.tx, event_id, officer_id, turn.at, turn.person_id)
    _tell(turn, event_id, [officer_id], "training-not-any-more")
    _show_came(turn, event_id, 0)


def cancel(turn: Turn) -> None:
    """`training-cancel:<event>`: sure?"""
    event = _arranged(turn, turn.integer(0))
    turn.finish()
    turn.say(
        "training-cancel-ask",
        edit=True,
        name=event.name,
        days=days(event),
        buttons=[
            [button(Text("button-training-cancel-yes"), "training-cancel-yes", event.id)],
            [button(Text("button-back"), "training-event", event.id)],
        ],
    )


def cancel_now(turn: Turn) -> None:
    event_id = turn.integer(0)
    was = events.cancel(turn.tx, event_id, turn.at, turn.person_id)
    _tell(turn, event_id, [number for number, _, _ in was.participants], "training-called-off")
    show_event(turn, event_id)


def _tell(turn: Turn, event_id: int, officer_ids: list[int], key: str) -> None:
    event = events.one(turn.tx, event_id, turn.at, turn.person_id)
    for officer_id in officer_ids:
        person = turn.tx.session.get_one(Officer, officer_id).person_id
        if person is not None and person != turn.person_id:
            turn.say(
                key,
                to=person,
                name=event.name,
                days=days(event),
                topic=figure_words.name(event.topic),
                buttons=[[button(Text("button-training-event"), "training-event", event_id)]],
            )


# --- a new one


def new(turn: Turn) -> None:
    """`training-new:<office>:<page>`: which training of the catalogue?"""
    turn.finish()
    home = _arranging(turn, turn.integer(0))
    chosen = lists.paged(
        trainings.of_office(turn.tx, home),
        lists.page_number(turn, 1),
        lambda one: button(one.name, "training-dates", one.id),
        "training-new",
        home,
    )
    turn.say(
        "training-new" if chosen else "training-new-none",
        edit=True,
        buttons=[*chosen, [button(Text("button-back"), "training-events", home)]],
    )


def dates(turn: Turn) -> None:
    """`training-dates:<training>`."""
    training = trainings.one(turn.tx, turn.integer(0))
    _arranging(turn, training.office_id)
    turn.finish()
    turn.ask("training.days", training=training.id, name=training.name, office=training.office_id)


def _ask_days(turn: Turn) -> None:
    back = [button(Text("button-back"), "training-events", turn.data["office"])]
    turn.say("training-ask-days", edit=True, name=turn.data["name"], buttons=[back])


def _take_days(turn: Turn) -> None:
    first, last = _days(turn.input.text)
    training = turn.data["training"]
    event_id = events.make(turn.tx, training, first, last, turn.at, turn.person_id)
    turn.finish()
    show_event(turn, event_id)


def _days(text: str) -> tuple[date, date]:
    """One day, or the first and the last."""
    if len(text.split()) == 1:
        return entries.day(text), entries.day(text)
    return entries.two_days(text)


DAYS = step(_ask_days, _take_days)


# --- its effect


def told(turn: Turn) -> None:
    """`training-effect:<event>`: the sentence, and the way to the picture."""
    turn.finish()
    found = effects.of(turn.tx, turn.integer(0), turn.at, turn.person_id)
    event = found.event
    picture = [[button(Text("button-training-picture"), "training-picture", event.id)]]
    turn.say(
        "training-effect",
        edit=True,
        name=event.name,
        days=days(event),
        told=effect(found),
        buttons=[
            *(picture if found.state is State.TOLD else []),
            [button(Text("button-training-event"), "training-event", event.id)],
        ],
    )


def picture(turn: Turn) -> None:
    """`training-picture:<event>`."""
    found = effects.of(turn.tx, turn.integer(0), turn.at, turn.person_id)
    if found.state is not State.TOLD:
        raise Refused("training-no-picture")
    arguments = {"event": found.event.id, "at": turn.at.isoformat(), "by": turn.person_id}
    turn.say(
        "training-picture",
        name=found.event.name,
        told=effect(found),
        file=File("training-chart", arguments, as_photo=True),
    )
