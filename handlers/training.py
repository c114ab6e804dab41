"""`/pelatihan`: needs of training. What evidence proposes and people ask for, and who decides.

Events are in `training_events`, the catalogue and the team in `training_office`.
"""

from __future__ import annotations

from collections.abc import Iterator

from handlers import figure_words, lists
from handlers.message import Button, Lines, Text, button, rows
from handlers.training_words import decision, hint, reason
from handlers.turn import Turn, step
from models.appraisal import leaders
from models.appraisal.coaching import ground, hints, needs, team
from models.appraisal.coaching.needs import Need
from models.errors import Refused
from models.offices import Office, offices
from models.people import Officer, Role

ROLES = (Role.OFFICER, Role.HEAD, Role.ADMIN)
LEADERS = (Role.OFFICER, Role.HEAD)  # an officer may be named leader of another
SHOWN = 12  # needs in one list
OWN = 0  # instead of an officer's id: for oneself


def home(turn: Turn) -> None:
    """The command, and the button `training`."""
    turn.finish()
    me = ground.officer(turn.tx, turn.person_id, turn.at)
    turn.say(
        "training-home",
        edit=True,
        buttons=[
            *_own_rows(turn, me),
            *_leader_rows(turn, me),
            *(row for office in my_offices(turn) for row in _office_rows(turn, office)),
            [button(Text("button-menu"), "menu")],
        ],
    )


def _own_rows(turn: Turn, me: Officer) -> Iterator[list[Button]]:
    if leaders.unit_of(turn.tx, me.id or 0, turn.at) is None:
        return
    mine = needs.of_officer(turn.tx, me.id or 0, turn.at, turn.person_id)
    if mine:
        yield [button(Text("button-training-mine", {"n": len(mine)}), "training-needs", "mine")]
    yield [button(Text("button-training-ask"), "training-pick", OWN)]


def _leader_rows(turn: Turn, me: Officer) -> Iterator[list[Button]]:
    if not leaders.led_by(turn.tx, me.id or 0, turn.at):
        return
    waiting = len(needs.waiting_for(turn.tx, turn.at, turn.person_id))
    if waiting:
        yield [button(Text("button-training-waiting", {"n": waiting}), "training-needs", "led")]
    yield [button(Text("button-training-propose"), "training-led")]


def _office_rows(turn: Turn, office: Office) -> Iterator[list[Button]]:
    number, several = office.id or 0, len(my_offices(turn)) > 1
    name = {"name": office.name}
    label = Text("button-training-events-of", name) if several else Text("button-training-events")
    yield [button(label, "training-events", number)]
    if number in team.watched(turn.tx, turn.at, turn.person_id):
        yield [button(Text("button-training-report"), "training-report", number)]
    if ground.is_admin(turn.tx, turn.person_id, turn.at, number):
        yield [
            button(Text("button-training-catalogue"), "training-list", number),
            button(Text("button-training-team"), "training-team", number),
        ]


def my_offices(turn: Turn) -> list[Office]:
    """Where somebody serves, leads the office or is its admin."""
    me = ground.officer(turn.tx, turn.person_id, turn.at)
    home_id = leaders.office_of(turn.tx, me.id or 0, turn.at)
    return [
        office
        for office in offices(turn.tx)
        if office.id == home_id
        or ground.is_admin(turn.tx, turn.person_id, turn.at, office.id or 0)
        or ground.heads_office(turn.tx, turn.person_id, turn.at, office.id or 0)
    ]


# --- lists, and one need


def listed(turn: Turn) -> None:
    """`training-needs:<mine or led>`."""
    turn.finish()
    mine = turn.arguments[0] == "mine"
    if mine:
        me = ground.officer(turn.tx, turn.person_id, turn.at)
        found = needs.of_officer(turn.tx, me.id or 0, turn.at, turn.person_id)
    else:
        found = needs.waiting_for(turn.tx, turn.at, turn.person_id)
    turn.say(
        "training-mine" if mine else "training-waiting",
        edit=True,
        n=len(found),
        buttons=[*rows(_need_button(one, mine) for one in found[:SHOWN]), _home()],
    )


def _need_button(need: Need, mine: bool) -> Button:
    topic = figure_words.name(need.topic)
    label = topic if mine else Text("training-of", {"name": need.officer, "topic": topic})
    return button(label, "training-need", need.id)


def show(turn: Turn) -> None:
    """`training-need:<id>`."""
    turn.finish()
    show_need(turn, turn.integer(0))


def show_need(turn: Turn, need_id: int) -> None:
    need = needs.one(turn.tx, need_id, turn.at, turn.person_id)
    turn.say(
        "training-need",
        edit=True,
        officer=need.officer,
        unit=need.unit,
        topic=figure_words.name(need.topic),
        training=need.training or Text("training-none-suggested"),
        reason=reason(turn.tx, need),
        decision=decision(need),
        buttons=[*_acts(turn, need), _home()],
    )


def _acts(turn: Turn, need: Need) -> Iterator[list[Button]]:
    leads = leaders.standing(turn.tx, need.officer_id, turn.person_id, turn.at)
    if need.accepted is None and leads is leaders.Standing.LEADER:
        yield [
            button(Text("button-training-accept"), "training-yes", need.id),
            button(Text("button-training-decline"), "training-no", need.id),
        ]
    if need.event_id is not None:
        yield [button(Text("button-training-event"), "training-event", need.event_id)]


# --- deciding


def accept(turn: Turn) -> None:
    """`training-yes:<id>`."""
    need_id = turn.integer(0)
    needs.decide(turn.tx, need_id, True, "", turn.at, turn.person_id)
    _decided(turn, need_id)


def decline(turn: Turn) -> None:
    """`training-no:<id>`: with a reason."""
    need = needs.one(turn.tx, turn.integer(0), turn.at, turn.person_id)
    leaders.entitled(turn.tx, need.officer_id, turn.person_id, turn.at, leaders.Standing.LEADER)
    turn.finish()
    turn.ask("training.words", act="decline", need=need.id)


def _decided(turn: Turn, need_id: int) -> None:
    turn.pop_up("saved")
    _tell_officer(turn, need_id, "training-decided")
    show_need(turn, need_id)


def _tell_officer(turn: Turn, need_id: int, key: str) -> None:
    need = needs.one(turn.tx, need_id, turn.at, turn.person_id)
    person = turn.tx.session.get_one(Officer, need.officer_id).person_id
    if person is not None and person != turn.person_id:
        turn.say(
            key,
            to=person,
            unit_id=need.unit_id,
            topic=figure_words.name(need.topic),
            decision=decision(need),
            buttons=[[button(Text("button-training-need"), "training-need", need.id)]],
        )


# --- asking and proposing


def led(turn: Turn) -> None:
    """`training-led:<page>`: for whom? With what the survey hints at."""
    turn.finish()
    me = ground.officer(turn.tx, turn.person_id, turn.at)
    found = leaders.led_by(turn.tx, me.id or 0, turn.at)
    if not found:
        raise Refused("not-for-you")
    chosen = lists.paged(
        found,
        lists.page_number(turn, 0),
        lambda one: button(one.name, "training-pick", one.id),
        "training-led",
    )
    told = _hints(turn)
    turn.say(
        "training-led-hints" if told else "training-led",
        edit=True,
        hints=Lines(told),
        buttons=[*chosen, _home()],
    )


def _hints(turn: Turn) -> list[Text]:
    units = turn.authority.unit_ids(Role.HEAD)
    return [
        hint(one)
        for unit_id in units
        for one in hints.of_unit(turn.tx, unit_id, turn.at, turn.person_id)
    ]


def pick(turn: Turn) -> None:
    """`training-pick:<officer, or 0 for oneself>`: what should become better?"""
    turn.finish()
    officer_id = turn.integer(0)
    chosen = [
        button(figure_words.name(key), "training-for", officer_id, key) for key in ground.TOPICS
    ]
    turn.say("training-pick", edit=True, buttons=[*rows(chosen), _home()])


def ask(turn: Turn) -> None:
    """`training-for:<officer>:<topic>`: why?"""
    officer_id, topic = turn.integer(0), ground.topic(turn.arguments[1])
    if officer_id:
        leaders.entitled(turn.tx, officer_id, turn.person_id, turn.at, leaders.Standing.LEADER)
    turn.finish()
    turn.ask("training.words", act="propose" if officer_id else "ask", who=officer_id, topic=topic)


def _ask_words(turn: Turn) -> None:
    turn.say(
        f"training-words-{turn.data['act']}",
        edit=True,
        least=ground.LEAST,
        most=ground.LONGEST,
        buttons=[_home()],
    )


def _take_words(turn: Turn) -> None:
    data, words = turn.data, turn.input.text
    if data["act"] == "decline":
        needs.decide(turn.tx, data["need"], False, words, turn.at, turn.person_id)
        turn.finish()
        _decided(turn, data["need"])
        return
    if data["act"] == "propose":
        need_id = needs.propose(turn.tx, data["who"], data["topic"], words, turn.at, turn.person_id)
        _tell_officer(turn, need_id, "training-proposed")
    else:
        need_id = needs.ask(turn.tx, data["topic"], words, turn.at, turn.person_id)
        _tell_leader(turn, need_id)
    turn.finish()
    show_need(turn, need_id)


def _tell_leader(turn: Turn, need_id: int) -> None:
    need = needs.one(turn.tx, need_id, turn.at, turn.person_id)
    leader = leaders.leader_of(turn.tx, need.officer_id, turn.at)
    if leader is not None and leader.person_id is not None:
        turn.say(
            "training-asked",
            to=leader.person_id,
            unit_id=need.unit_id,
            officer=need.officer,
            topic=figure_words.name(need.topic),
            words=need.words,
            buttons=[[button(Text("button-training-need"), "training-need", need.id)]],
        )


WORDS = step(_ask_words, _take_words)


def _home() -> list[Button]:
    return [button(Text("button-back"), "training")]
