"""The catalogue of trainings, the team that watches what they do, and its monthly list."""

from __future__ import annotations

from typing import Any

from handlers import figure_words, lists
from handlers.message import Button, Lines, Text, When, button, rows
from handlers.training_words import day, days
from handlers.turn import Kind, Turn, step
from models.appraisal.coaching import ground, team, trainings
from models.appraisal.coaching.events import Event
from models.appraisal.coaching.team import Report
from models.offices import office
from models.people import Role

ADMIN = (Role.ADMIN,)
SKIP = "skip"


# --- the catalogue


def catalogue(turn: Turn) -> None:
    """`training-list:<office>:<page>`."""
    turn.finish()
    _show_catalogue(turn, _mine(turn, turn.integer(0)), lists.page_number(turn, 1))


def _show_catalogue(turn: Turn, home: int, page: int = 0) -> None:
    found = trainings.of_office(turn.tx, home)
    chosen = lists.paged(
        found,
        page,
        lambda one: button(one.name, "training-course", one.id),
        "training-list",
        home,
    )
    turn.say(
        "training-list",
        edit=True,
        office=office(turn.tx, home).name,
        n=len(found),
        buttons=[
            *chosen,
            [button(Text("button-training-course-new"), "training-course-new", home)],
            [button(Text("button-back"), "training")],
        ],
    )


def course(turn: Turn) -> None:
    """`training-course:<id>`."""
    found = trainings.one(turn.tx, turn.integer(0))
    _mine(turn, found.office_id)
    turn.say(
        "training-course",
        edit=True,
        name=found.name,
        topic=figure_words.name(found.topic),
        words=found.words or Text("training-no-words"),
        buttons=[
            [button(Text("button-training-course-close"), "training-close", found.id)],
            [button(Text("button-back"), "training-list", found.office_id)],
        ],
    )


def close(turn: Turn) -> None:
    """`training-close:<id>`."""
    found = trainings.one(turn.tx, turn.integer(0))
    trainings.close(turn.tx, found.id or 0, turn.at, turn.person_id)
    turn.pop_up("saved")
    _show_catalogue(turn, found.office_id)


def new_course(turn: Turn) -> None:
    """`training-course-new:<office>`: its name, what it betters, what it teaches."""
    home = _mine(turn, turn.integer(0))
    turn.finish()
    turn.ask("training.name", office=home)


def _ask_name(turn: Turn) -> None:
    turn.say("training-ask-name", edit=True, buttons=[_to_catalogue(turn)])


def _take_name(turn: Turn) -> None:
    turn.ask("training.topic", **turn.data, name=turn.input.text)


def _ask_topic(turn: Turn) -> None:
    chosen = [turn.choice(figure_words.name(key), key) for key in ground.TOPICS]
    turn.say("training-ask-topic", buttons=[*rows(chosen), _to_catalogue(turn)])


def _take_topic(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON:
        turn.ask_again()
        return
    turn.ask("training.about", **turn.data, topic=ground.topic(turn.input.data))


def _ask_about(turn: Turn) -> None:
    skip = [turn.choice(Text("button-skip"), SKIP)]
    turn.say("training-ask-about", edit=True, buttons=[skip, _to_catalogue(turn)])


def _take_about(turn: Turn) -> None:
    words = "" if turn.input.kind is Kind.BUTTON else turn.input.text
    data = turn.data
    trainings.add(
        turn.tx, data["office"], data["name"], data["topic"], words, turn.at, turn.person_id
    )
    turn.finish()
    _show_catalogue(turn, data["office"])


NAME = step(_ask_name, _take_name)
TOPIC = step(_ask_topic, _take_topic)
ABOUT = step(_ask_about, _take_about)


def _to_catalogue(turn: Turn) -> list[Button]:
    return [button(Text("button-back"), "training-list", turn.data["office"])]


# --- the team


def show_team(turn: Turn) -> None:
    """`training-team:<office>`: a tap on a name takes it out."""
    turn.finish()
    _show_team(turn, _mine(turn, turn.integer(0)))


def _show_team(turn: Turn, home: int) -> None:
    found = team.of_office(turn.tx, home)
    leave = [
        button(Text("training-team-out", {"name": one.name}), "training-unname", home, one.id)
        for one in found
    ]
    turn.say(
        "training-team" if found else "training-team-none",
        edit=True,
        office=office(turn.tx, home).name,
        buttons=[
            *rows(leave),
            [button(Text("button-training-watch"), "training-watch", home)],
            [button(Text("button-training-report"), "training-report", home)],
            [button(Text("button-back"), "training")],
        ],
    )


def watch(turn: Turn) -> None:
    """`training-watch:<office>:<page>`: whom to put into the team."""
    home = _mine(turn, turn.integer(0))
    inside = {one.id for one in team.of_office(turn.tx, home)}
    chosen = lists.paged(
        [one for one in ground.served(turn.tx, home, turn.at) if one.id not in inside],
        lists.page_number(turn, 1),
        lambda one: button(one.name, "training-name", home, one.id),
        "training-watch",
        home,
    )
    back = [button(Text("button-back"), "training-team", home)]
    turn.say("training-watch", edit=True, buttons=[*chosen, back])


def name(turn: Turn) -> None:
    """`training-name:<office>:<officer>`."""
    home, officer_id = turn.integer(0), turn.integer(1)
    team.name(turn.tx, home, officer_id, turn.at, turn.person_id)
    person = next(one for one in team.of_office(turn.tx, home) if one.id == officer_id).person_id
    if person is not None and person != turn.person_id:
        turn.say("training-you-watch", to=person, office=office(turn.tx, home).name)
    turn.pop_up("saved")
    _show_team(turn, home)


def unname(turn: Turn) -> None:
    """`training-unname:<office>:<officer>`."""
    home = _mine(turn, turn.integer(0))
    team.dismiss(turn.tx, home, turn.integer(1), turn.at, turn.person_id)
    turn.pop_up("saved")
    _show_team(turn, home)


def _mine(turn: Turn, office_id: int) -> int:
    ground.admin(turn.tx, turn.person_id, turn.at, office_id)
    return office_id


# --- the list of a month


def report(turn: Turn) -> None:
    """`training-report:<office>`: as it stands now."""
    turn.finish()
    found = team.of_reader(turn.tx, turn.integer(0), turn.at, turn.person_id)
    turn.say("training-report", edit=True, **values(found), buttons=buttons(found))


def values(found: Report) -> dict[str, Any]:
    """The values of the text `training-report`."""
    return {"office": found.office, "lines": Lines(_lines(found))}


def buttons(found: Report) -> list[list[Button]]:
    """The way to each effect that can be told, and to the events that need attendance."""
    ready = [
        button(Text("training-see", {"name": one.name}), "training-effect", one.id)
        for one in found.ready
    ]
    told = [
        button(Text("training-fill", {"name": one.name}), "training-event", one.id)
        for one in found.untold
    ]
    return [*rows([*ready, *told][:8]), [button(Text("button-training"), "training")]]


def _lines(found: Report) -> list[Text]:
    lines = [
        *(_line("ended", one) for one in found.ended),
        *(_line("ready", one) for one in found.ready),
        *(_line("not-yet", one, ready=day(ready, one.zone)) for one, ready in found.waiting),
        *(_line("untold", one) for one in found.untold),
        *(Text("training-line-needs", {"unit": unit, "n": n}) for unit, n in found.needs),
    ]
    if found.oldest is not None:
        since = When(found.oldest, found.zone, "long-day")
        lines.append(Text("training-line-oldest", {"since": since}))
    return lines or [Text("training-line-nothing")]


def _line(kind: str, event: Event, **more: Any) -> Text:
    return Text(f"training-line-{kind}", {"name": event.name, "days": days(event)} | more)
