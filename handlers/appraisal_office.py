"""Who leads and so appraises whom in an office, and what was decided elsewhere about the
organisation: context, and no quota. For admins of the office."""

from __future__ import annotations

from handlers import appraisal, appraisal_terms, offices
from handlers.lists import page_number, paged
from handlers.message import Button, Text, button
from handlers.period_words import period_text
from handlers.turn import Turn, step
from models.appraisal import leaders, terms
from models.appraisal.deciding import context, opening
from models.appraisal.matrix import OrganisationPredicate
from models.appraisal.terms_tables import AppraisalPeriod
from models.errors import Refused
from models.offices import Office
from models.people import Officer

# --- who leads whom


def led(turn: Turn) -> None:
    """The button `leaders:<office>[:<page>]`: everybody with who leads them."""
    office = offices.my_office(turn, turn.integer(0))
    found = _people(turn, office)
    turn.say(
        "leaders-list",
        edit=True,
        office=office.name,
        buttons=[
            *paged(found, page_number(turn, 1), lambda one: _led(turn, one), "leaders", office.id),
            [button(Text("button-back"), "terms", office.id)],
        ],
    )


def _people(turn: Turn, office: Office) -> list[Officer]:
    return [
        one
        for one in leaders.officers(turn.tx, turn.at)
        if leaders.office_of(turn.tx, one.id or 0, turn.at) == office.id
    ]


def _led(turn: Turn, one: Officer) -> Button:
    leader = leaders.leader_of(turn.tx, one.id or 0, turn.at)
    values = {"officer": one.name, "leader": leader.name if leader else Text("leader-none")}
    return button(Text("leaders-line", values), "leader", one.id)


def leader(turn: Turn) -> None:
    """The button `leader:<officer>[:<page>]`: who could lead somebody."""
    officer, office = _of_mine(turn)
    above = leaders.leader_of(turn.tx, officer.id or 0, turn.at)
    choices = paged(
        _candidates(turn, officer, office),
        page_number(turn, 1),
        lambda one: button(one.name, "leader-set", officer.id, one.id),
        "leader",
        officer.id,
    )
    turn.say(
        "leader-page",
        edit=True,
        officer=officer.name,
        leader=above.name if above else Text("leader-none"),
        buttons=[
            *choices,
            [button(Text("button-leader-head"), "leader-set", officer.id, 0)],
            [button(Text("button-back"), "leaders", office.id)],
        ],
    )


def leader_set(turn: Turn) -> None:
    """The button `leader-set:<officer>:<leader>`; 0: the head of the unit again."""
    officer, office = _of_mine(turn)
    chosen = turn.integer(1)
    if chosen and chosen not in {one.id for one in _candidates(turn, officer, office)}:
        raise Refused("leader-elsewhere")
    named = officer.id or 0, chosen or None, turn.at, turn.person_id
    leaders.name_leader(turn.tx, *named)
    moved = opening.leader_named(turn.tx, officer.id or 0, turn.at)
    above = leaders.leader_of(turn.tx, officer.id or 0, turn.at)
    turn.say(
        "leader-named",
        edit=True,
        officer=officer.name,
        leader=above.name if above else Text("leader-none"),
        moved=moved,
        buttons=[[button(Text("button-back"), "leaders", office.id)]],
    )


def _of_mine(turn: Turn) -> tuple[Officer, Office]:
    """The officer in the button, of an office of which the person is an admin."""
    officer = turn.tx.session.get(Officer, turn.integer(0))
    office_id = leaders.office_of(turn.tx, officer.id or 0, turn.at) if officer else None
    if officer is None or office_id is None:
        raise Refused("not-for-you")
    return officer, offices.my_office(turn, office_id)


def _candidates(turn: Turn, officer: Officer, office: Office) -> list[Officer]:
    """Who serves in the office, and the head of everything; never the officer."""
    above = leaders.leader_of(turn.tx, officer.id or 0, turn.at)
    found = {one.id: one for one in _people(turn, office) if one.id != officer.id}
    if above is not None:
        found.setdefault(above.id, above)
    return sorted(found.values(), key=lambda one: (one.name, one.id or 0))


# --- the organisation's predicate


def organisation(turn: Turn) -> None:
    """The button `organisation:<office>[:<page>]`: of which period."""
    office = offices.my_office(turn, turn.integer(0))
    choices = paged(
        terms.of_office(turn.tx, office.id or 0),
        page_number(turn, 1),
        lambda one: button(period_text(one), "organisation-of", office.id, one.id),
        "organisation",
        office.id,
    )
    turn.say(
        "organisation-list",
        edit=True,
        office=office.name,
        buttons=[*choices, [button(Text("button-back"), "terms", office.id)]],
    )


def organisation_of(turn: Turn) -> None:
    """The button `organisation-of:<office>:<period>`."""
    office, period = _office_and_period(turn)
    choices = [
        [button(Text(f"predicate-{one}"), "organisation-set", office.id, period.id, one.value)]
        for one in OrganisationPredicate
    ]
    turn.say(
        "organisation-page",
        edit=True,
        office=office.name,
        period=period_text(period),
        now=appraisal.organisation(context.context(turn.tx, office.id or 0, period.id or 0)),
        buttons=[*choices, [button(Text("button-back"), "organisation", office.id)]],
    )


def organisation_set(turn: Turn) -> None:
    """The button `organisation-set:<office>:<period>:<predicate>`: the letter or decree comes."""
    office, period = _office_and_period(turn)
    chosen = OrganisationPredicate(turn.arguments[2])
    turn.ask("organisation.source", office=office.id, period=period.id, predicate=chosen.value)


def _office_and_period(turn: Turn) -> tuple[Office, AppraisalPeriod]:
    office = offices.my_office(turn, turn.integer(0))
    period = terms.period(turn.tx, turn.integer(1))
    if period.office_id != office.id:
        raise Refused("period-unknown")
    return office, period


def _ask_organisation(turn: Turn) -> None:
    predicate = Text(f"predicate-{OrganisationPredicate(turn.data['predicate'])}")
    turn.say("organisation-ask-source", predicate=predicate, buttons=[appraisal_terms.leave(turn)])


def _take_organisation(turn: Turn) -> None:
    if appraisal_terms.left(turn):
        return
    data = turn.data
    given = OrganisationPredicate(data["predicate"]), turn.input.text, turn.at, turn.person_id
    context.enter_organisation(turn.tx, data["office"], data["period"], *given)
    turn.finish()
    turn.say("organisation-saved")
    appraisal_terms.show_office(turn, data["office"], edit=False)


ORGANISATION = step(_ask_organisation, _take_organisation)
