"""`/skp`: the performance plan of a civil servant, read and agreed on in the chat.

An officer sees the own plan of the year; a leader also those of the officers led. Steps that write
are in `skp_steps`, `skp_parts`, `skp_files`, `skp_reports` and `skp_templates`.
"""

from __future__ import annotations

from collections.abc import Iterator

from handlers import lists, skp_words
from handlers.message import Button, Lines, Text, When, button, rows
from handlers.turn import Turn
from models import seen
from models.appraisal import leaders
from models.appraisal.skp import drafting, plans, templates
from models.appraisal.skp.differences import differences
from models.appraisal.skp.plans import Led, Plan
from models.appraisal.skp.tables import PlanState, Side
from models.errors import Refused
from models.offices import Office, Unit
from models.people import Officer, Role

ROLES = (Role.OFFICER, Role.HEAD, Role.ADMIN)
USUAL_ZONE = "Asia/Jakarta"
NUMBERS = 5  # buttons of results in a row


def command(turn: Turn) -> None:
    """`/skp`, and the button `skp:<year>`: the own plan of a year."""
    turn.finish()
    officer = own(turn)
    year = turn.integer(0) if turn.arguments else plans.this_year(zone(turn), turn.at)
    found = plans.newest(turn.tx, officer.id or 0, year)
    if found is not None:
        show_plan(turn, found.id)
        return
    if leaders.unit_of(turn.tx, officer.id or 0, turn.at) is None:
        turn.say("skp-only-others", edit=True, buttons=_beside(turn, officer, year))
        return
    beginning = _beginnings(turn, officer, year)
    turn.say(
        "skp-none",
        edit=True,
        year=str(year),
        leader=_leader(turn, officer),
        buttons=[*beginning, *_beside(turn, officer, year)],
    )


def of_officer(turn: Turn) -> None:
    """`skp-officer:<officer>:<year>`: for the leader, the plan of somebody led."""
    officer_id, year = turn.integer(0), turn.integer(1)
    leaders.entitled(turn.tx, officer_id, turn.person_id, turn.at, *plans.READERS)
    found = plans.newest(turn.tx, officer_id, year)
    if found is not None:
        show_plan(turn, found.id)
        return
    officer = turn.tx.session.get_one(Officer, officer_id)
    turn.say(
        "skp-none-of",
        edit=True,
        year=str(year),
        name=officer.name,
        buttons=[*_beginnings(turn, officer, year), _led_row(year)],
    )


def led(turn: Turn) -> None:
    """`skp-led:<year>:<page>`: those whom the reader leads, with the state of each plan."""
    turn.finish()
    year = turn.integer(0)
    found = plans.of_led(turn.tx, own(turn).id or 0, year, turn.at)
    number = lists.page_number(turn, 1)
    listed = lists.paged(
        found,
        number,
        lambda one: button(
            Text("skp-led-one", {"name": one.officer.name, "state": _led_state(one)}),
            "skp-officer",
            one.officer.id,
            year,
        ),
        "skp-led",
        year,
    )
    waiting = sum(_waits(one) for one in found)
    turn.say(
        "skp-led" if found else "skp-led-none",
        edit=True,
        year=str(year),
        waiting=waiting,
        buttons=[*listed, [button(Text("button-skp-own"), "skp", year)]],
    )


def _led_state(one: Led) -> Text:
    if one.open is not None:
        return Text(f"skp-state-{one.open.state}-{one.open.holder}")
    return Text("skp-state-agreed" if one.agreed else "skp-state-none")


def _waits(one: Led) -> bool:
    """Whether it is the leader's turn."""
    return one.open is not None and one.open.holder == Side.LEADER


# --- one plan


def plan(turn: Turn) -> None:
    """`skp-plan:<id>`."""
    turn.finish()
    show_plan(turn, turn.integer(0))


def show_plan(turn: Turn, plan_id: int) -> None:
    """All of a plan, with what the reader may do with it now."""
    found, standing = plans.readable(turn.tx, plan_id, turn.person_id, turn.at)
    side = skp_words.side_of(standing)
    officer = turn.tx.session.get_one(Officer, found.officer_id)
    turn.say(
        "skp-plan",
        edit=True,
        year=str(found.year),
        version=found.version,
        name=officer.name,
        unit=turn.tx.session.get_one(Unit, found.unit_id).name,
        leader=_leader(turn, officer),
        facts=_facts(turn, found),
        next=skp_words.next_step(found, side),
        results=skp_words.results(found),
        buttons=[*_acts(found, side), *_reading(turn, found, side)],
    )


def _facts(turn: Turn, found: Plan) -> Lines:
    """Its state, why there is a new version, and the words with which the plan came back."""
    lines = [Text("skp-plan-state", {"state": skp_words.state(found)})]
    if found.reason:
        lines.append(Text("skp-note-reason", {"reason": found.reason}))
    if found.state is PlanState.CHANGE_ASKED:
        asked = [one for one in plans.steps(turn.tx, found.id) if one.step == found.state]
        lines += [Text("skp-note-asked", {"by": one.by, "words": one.words}) for one in asked[-1:]]
    return Lines(lines)


def _acts(found: Plan, side: Side | None) -> Iterator[list[Button]]:
    """What may be done now by this side."""
    if side is None:
        return
    if not found.open:
        if found.state is PlanState.AGREED:
            yield from _of_agreed(found, side)
        return
    if found.holder is side:
        yield from _in_turn(found)
        return
    leaders_draft = found.state is PlanState.DRAFT and side is Side.OFFICER
    if leaders_draft or found.state is PlanState.PROPOSED:
        yield [button(Text("button-skp-back"), "skp-back", found.id)]


def _in_turn(found: Plan) -> Iterator[list[Button]]:
    if found.state is PlanState.PROPOSED:
        yield [button(Text("button-skp-agree"), "skp-agree", found.id, seen.mark(found.changed_at))]
        yield [button(Text("button-skp-ask"), "skp-ask", found.id)]
    elif found.results:
        yield [button(Text("button-skp-propose"), "skp-propose", found.id)]
    numbers = [
        button(Text("button-skp-result", {"number": one.place}), "skp-result", found.id, one.id)
        for one in found.results
    ]
    yield from rows(numbers, NUMBERS)
    yield [button(Text("button-skp-add"), "skp-add", found.id)]
    yield [
        button(Text("button-skp-upload"), "skp-upload", found.id),
        button(Text("button-skp-drop"), "skp-drop", found.id),
    ]


def _of_agreed(found: Plan, side: Side) -> Iterator[list[Button]]:
    label = "button-skp-report" if side is Side.OFFICER else "button-skp-reported"
    yield [button(Text(label), "skp-report", found.id)]
    yield [button(Text("button-skp-version"), "skp-version", found.id)]


def _reading(turn: Turn, found: Plan, side: Side | None) -> Iterator[list[Button]]:
    """What everybody may do who reads it."""
    yield [
        button(Text("button-skp-file"), "skp-file", found.id),
        button(Text("button-skp-history"), "skp-history", found.id),
    ]
    yield [button(Text("button-skp-behaviours"), "skp-behaviours", found.id)]
    unit = turn.tx.session.get_one(Unit, found.unit_id)
    if found.results and templates.manages(turn.tx, unit.office_id, turn.person_id, turn.at):
        yield [button(Text("button-skp-template-make"), "skp-template-make", found.id)]
    if side is Side.OFFICER:
        yield from _beside(turn, own(turn), found.year)
    elif side is Side.LEADER:
        yield _led_row(found.year)


def history(turn: Turn) -> None:
    """`skp-history:<id>`: every step, and what differs from the version before."""
    found, _ = plans.readable(turn.tx, turn.integer(0), turn.person_id, turn.at)
    unit = turn.tx.session.get_one(Unit, found.unit_id)
    others = [
        one for one in plans.versions(turn.tx, found.officer_id, found.year) if one.id != found.id
    ]
    before = [
        one for one in others if one.version < found.version and one.state in plans.BOTH_AGREED
    ]
    more = _confirmed(found, unit.zone)
    if before:
        was = drafting.content_of(plans.plan(turn.tx, before[-1].id or 0))
        told = skp_words.differences(differences(was, drafting.content_of(found)))
        values = {"version": before[-1].version, "differences": told}
        more.append(Text("skp-since-version", values))
    taken = plans.steps(turn.tx, found.id)
    versions = [
        button(Text("button-skp-see-version", {"version": one.version}), "skp-plan", one.id)
        for one in others
    ]
    turn.say(
        "skp-history",
        edit=True,
        year=str(found.year),
        version=found.version,
        steps=Lines([skp_words.step(one, unit.zone) for one in taken]),
        more=Lines(more),
        buttons=[*rows(versions, 2), [button(Text("button-back"), "skp-plan", found.id)]],
    )


def _confirmed(found: Plan, zone: str) -> list[Text]:
    both = (("officer", found.officer_confirmed_at), ("leader", found.leader_confirmed_at))
    return [Text(f"skp-confirmed-{side}", {"at": When(at, zone)}) for side, at in both if at]


# --- what several need


def own(turn: Turn) -> Officer:
    officer = turn.authority.officer
    if officer is None:
        raise Refused("not-for-you")
    return officer


def zone(turn: Turn) -> str:
    """By whose clock a year begins for the reader."""
    officer_id = own(turn).id or 0
    unit = leaders.unit_of(turn.tx, officer_id, turn.at)
    if unit is not None:
        return unit.zone
    office = turn.tx.session.get(Office, leaders.office_of(turn.tx, officer_id, turn.at) or 0)
    return office.zone if office else USUAL_ZONE


def _leader(turn: Turn, officer: Officer) -> Text | str:
    found = leaders.leader_of(turn.tx, officer.id or 0, turn.at)
    return found.name if found else Text("skp-leader-none")


def _beginnings(turn: Turn, officer: Officer, year: int) -> Iterator[list[Button]]:
    """The ways to begin, as far as there are any."""
    officer_id = officer.id or 0
    standing = leaders.standing(turn.tx, officer_id, turn.person_id, turn.at)
    if standing is None or skp_words.side_of(standing) is None:
        return
    if leaders.leader_of(turn.tx, officer_id, turn.at) is None:
        return
    yield [button(Text("button-skp-blank"), "skp-begin", officer_id, year, "blank")]
    if templates.fitting(turn.tx, officer_id, turn.at):
        yield [button(Text("button-skp-from-template"), "skp-templates-for", officer_id, year)]
    if plans.agreed(turn.tx, officer_id, year - 1, turn.at):
        before = Text("button-skp-last-year", {"year": str(year - 1)})
        yield [button(before, "skp-begin", officer_id, year, "last")]


def _beside(turn: Turn, officer: Officer, year: int) -> Iterator[list[Button]]:
    """Other years, those whom one leads, the templates one manages."""
    this, officer_id = plans.this_year(zone(turn), turn.at), officer.id or 0
    years = [
        button(Text("button-skp-year", {"year": str(one)}), "skp", one)
        for one in (year - 1, year + 1)
        if one in (this, this + 1) or plans.versions(turn.tx, officer_id, one)
    ]
    if years:
        yield years
    if turn.has(Role.HEAD) or leaders.led_by(turn.tx, officer_id, turn.at):
        yield _led_row(year)
    if turn.has(Role.HEAD, Role.ADMIN):
        yield [button(Text("button-skp-templates"), "skp-templates")]


def _led_row(year: int) -> list[Button]:
    return [button(Text("button-skp-led"), "skp-led", year)]
