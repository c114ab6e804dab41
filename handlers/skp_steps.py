"""The steps by which two agree on a performance plan: begin, propose, agree, ask, renew, drop."""

from __future__ import annotations

from handlers import lists, skp, skp_words
from handlers.message import Text, button
from handlers.turn import Turn, step
from models.appraisal import leaders
from models.appraisal.skp import dialogue, plans, templates
from models.appraisal.skp.content import WrongContent
from models.errors import Refused
from models.people import Officer

# --- beginning


def begin(turn: Turn) -> None:
    """`skp-begin:<officer>:<year>:<how>`: blank, or with what was agreed for the year before."""
    officer_id, year, how = turn.integer(0), turn.integer(1), turn.arguments[2]
    ways = {"blank": dialogue.make, "last": dialogue.from_last_year}
    if how not in ways:
        raise Refused("not-for-you")
    made = ways[how](turn.tx, officer_id, year, turn.person_id, turn.at)
    turn.pop_up("skp-begun")
    skp.show_plan(turn, made)


def templates_for(turn: Turn) -> None:
    """`skp-templates-for:<officer>:<year>:<page>`: the templates of the officer's office."""
    officer_id, year = turn.integer(0), turn.integer(1)
    leaders.entitled(turn.tx, officer_id, turn.person_id, turn.at, *dialogue.WRITING)
    found = templates.fitting(turn.tx, officer_id, turn.at)
    listed = lists.paged(
        found,
        lists.page_number(turn, 2),
        lambda one: button(one.position, "skp-from", officer_id, year, one.id),
        "skp-templates-for",
        officer_id,
        year,
    )
    back = [button(Text("button-back"), "skp-officer", officer_id, year)]
    key = "skp-choose-template" if found else "skp-no-templates"
    turn.say(key, edit=True, buttons=[*listed, back])


def from_template(turn: Turn) -> None:
    """`skp-from:<officer>:<year>:<template>`."""
    officer_id, year, template_id = (turn.integer(place) for place in range(3))
    made = templates.begin(turn.tx, officer_id, year, template_id, turn.person_id, turn.at)
    turn.pop_up("skp-begun")
    skp.show_plan(turn, made)


# --- agreeing


def propose(turn: Turn) -> None:
    """`skp-propose:<id>`: what is missing is told in full, not only the first thing."""
    plan_id = turn.integer(0)
    turn.finish()
    try:
        reached = dialogue.propose(turn.tx, plan_id, turn.person_id, turn.at)
    except WrongContent as wrong:
        back = [button(Text("button-back"), "skp-plan", plan_id)]
        turn.say("skp-not-whole", problems=skp_words.problems(wrong), buttons=[back])
        return
    turn.pop_up("skp-proposed" if reached else "skp-proposed-no-chat", modal=not reached)
    skp.show_plan(turn, plan_id)


def agree(turn: Turn) -> None:
    """`skp-agree:<id>:<mark of what was read>`."""
    plan_id = turn.integer(0)
    read = turn.integer(1) if len(turn.arguments) > 1 else None
    turn.finish()
    holds = dialogue.agree(turn.tx, plan_id, turn.person_id, turn.at, read)
    turn.pop_up("skp-agreed" if holds else "skp-agreed-new-leader", modal=not holds)
    skp.show_plan(turn, plan_id)


def take_back(turn: Turn) -> None:
    """`skp-back:<id>`."""
    plan_id = turn.integer(0)
    dialogue.take_back(turn.tx, plan_id, turn.person_id, turn.at)
    turn.pop_up("skp-taken-back")
    skp.show_plan(turn, plan_id)


def drop(turn: Turn) -> None:
    """`skp-drop:<id>`: asks once more."""
    found = taking_part(turn, turn.integer(0))
    yes = [button(Text("button-skp-drop-yes"), "skp-drop-yes", found.id)]
    back = [button(Text("button-back"), "skp-plan", found.id)]
    turn.say("skp-drop-sure", edit=True, version=found.version, buttons=[yes, back])


def drop_now(turn: Turn) -> None:
    """`skp-drop-yes:<id>`."""
    turn.finish()
    dialogue.drop(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.pop_up("skp-dropped")
    skp.show_plan(turn, turn.integer(0))


def ask_change(turn: Turn) -> None:
    """`skp-ask:<id>`."""
    turn.ask("skp.wanted", plan=taking_part(turn, turn.integer(0)).id)


def new_version(turn: Turn) -> None:
    """`skp-version:<id>`."""
    turn.ask("skp.reason", plan=taking_part(turn, turn.integer(0)).id)


def _ask_wanted(turn: Turn) -> None:
    _ask_words(turn, "skp-ask-wanted")


def _take_wanted(turn: Turn) -> None:
    plan_id = turn.data["plan"]
    dialogue.ask_change(turn.tx, plan_id, turn.input.text, turn.person_id, turn.at)
    turn.finish()
    skp.show_plan(turn, plan_id)


def _ask_reason(turn: Turn) -> None:
    _ask_words(turn, "skp-ask-reason")


def _take_reason(turn: Turn) -> None:
    plan_id = turn.data["plan"]
    made = dialogue.new_version(turn.tx, plan_id, turn.input.text, turn.person_id, turn.at)
    turn.finish()
    skp.show_plan(turn, made)


WANTED = step(_ask_wanted, _take_wanted, buttons=False)
REASON = step(_ask_reason, _take_reason, buttons=False)


def _ask_words(turn: Turn, key: str) -> None:
    found = plans.plan(turn.tx, turn.data["plan"])
    turn.say(
        key,
        edit=True,
        name=turn.tx.session.get_one(Officer, found.officer_id).name,
        least=dialogue.LEAST_WORDS,
        most=dialogue.WORDS_LIMIT,
        buttons=[[button(Text("button-back"), "skp-plan", found.id)]],
    )


def taking_part(turn: Turn, plan_id: int) -> plans.Plan:
    """A plan, for one of the two who agree on it."""
    found, standing = plans.readable(turn.tx, plan_id, turn.person_id, turn.at)
    if skp_words.side_of(standing) is None:
        raise Refused("not-for-you")
    return found
