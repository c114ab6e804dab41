"""`/undang`, `/orang` and the roster: who works where, as the admin arranges it."""

from __future__ import annotations

from handlers import absences, offices
from handlers.links import deep_link
from handlers.lists import page_number, paged
from handlers.message import Button, Text, When, button
from handlers.people import role_text
from handlers.turn import Turn, roles_of
from models import offices as places
from models import staffing
from models.complaints import absence
from models.errors import Refused
from models.offices import ZONES
from models.people import INVITATION_VALID, Role
from models.staffing import Member

# --- /undang: role, then where


def invite(turn: Turn) -> None:
    """`/undang`: choose the role."""
    turn.finish()
    roles = [button(_role_label(role), "invite-role", role.value) for role in Role]
    turn.say("invite-role", edit=True, buttons=[*([one] for one in roles), offices.menu_row()])


def invite_role(turn: Turn) -> None:
    """The role is chosen: choose the office, unless there is only one."""
    role, found = _role(turn, 0), offices.managed(turn)
    wide = role not in staffing.UNIT_ROLES and offices.everywhere(turn)
    if len(found) == 1 and not wide:
        _after_office(turn, role, found[0].id or 0)
        return
    rows = paged(
        found,
        page_number(turn, 1),
        lambda office: button(office.name, "invite-office", role.value, office.id),
        "invite-role",
        role.value,
    )
    if wide:
        rows.append([button(Text("summary-all"), "invite-make", role.value, 0)])
    rows.append([button(Text("button-back"), "invite")])
    turn.say("invite-office", edit=True, role=role_text(role), buttons=rows)


def invite_office(turn: Turn) -> None:
    _after_office(turn, _role(turn, 0), turn.integer(1), page_number(turn, 2))


def _after_office(turn: Turn, role: Role, office_id: int, page: int = 0) -> None:
    """An admin or inspector has the office; an officer or a head a unit of it."""
    home = offices.my_office(turn, office_id)
    if role not in staffing.UNIT_ROLES:
        _make(turn, role, office_id=office_id)
        return
    rows = paged(
        places.units(turn.tx, office_id),
        page,
        lambda unit: button(unit.name, "invite-make", role.value, unit.id),
        "invite-office",
        role.value,
        office_id,
    )
    if role is Role.HEAD and rows:
        rows.append([button(Text("button-invite-office-head"), "invite-office-head", office_id)])
    key = "invite-unit" if rows else "invite-no-unit"
    add = [[button(Text("button-add-unit"), "write", "unit-new", office_id)]] if not rows else []
    back = [button(Text("button-back"), "invite")]
    turn.say(key, edit=True, role=role_text(role), office=home.name, buttons=[*rows, *add, back])


def invite_to(turn: Turn) -> None:
    """From a unit's page: only the role is missing."""
    found = offices.my_unit(turn, turn.integer(0))
    roles = [
        [button(_role_label(role), "invite-make", role.value, found.id)]
        for role in (Role.OFFICER, Role.HEAD)
    ]
    back = [button(Text("button-back"), "unit-admin", found.id)]
    turn.say("invite-to", edit=True, unit=found.name, buttons=[*roles, back])


def invite_make(turn: Turn) -> None:
    """The last button: `id` is a unit's for an officer or head, else an office's; 0: everything."""
    role, item = _role(turn, 0), turn.integer(1)
    if role in staffing.UNIT_ROLES:
        _make(turn, role, unit_id=item)
    elif item == 0:
        _make(turn, role)
    else:
        _make(turn, role, office_id=item)


def invite_office_head(turn: Turn) -> None:
    """`invite-office-head:<office>`: of all its units together."""
    _make(turn, Role.HEAD, office_id=offices.my_office(turn, turn.integer(0)).id)


def _make(
    turn: Turn, role: Role, *, office_id: int | None = None, unit_id: int | None = None
) -> None:
    token = staffing.invite(
        turn.tx, role, turn.at, by=turn.person_id, office_id=office_id, unit_id=unit_id
    )
    place, zone = _named(turn, office_id, unit_id)
    until = When(turn.at + INVITATION_VALID, zone)
    turn.say(
        "invite-made",
        edit=True,
        role=role_text(role),
        where=place,
        until=until,
        buttons=[[button(Text("button-invite-another"), "invite")], offices.menu_row()],
    )
    link = deep_link(turn.bot_name, f"i{token}")
    turn.say("invitation", role=role_text(role), where=place, until=until, link=link)


# --- /orang: the people of an office


def listed(turn: Turn) -> None:
    """`/orang`: straight to the only office, or a choice of offices."""
    turn.finish()
    if turn.arguments:
        _of_office(turn, turn.integer(0), page_number(turn, 1))
        return
    found = offices.managed(turn)
    if len(found) == 1 and not offices.everywhere(turn):
        _of_office(turn, found[0].id or 0, 0)
        return
    rows = [[button(office.name, "people", office.id)] for office in found]
    if offices.everywhere(turn):
        rows.append([button(Text("button-overall-admins"), "people", 0)])
    turn.say("people-offices", edit=True, buttons=[*rows, offices.menu_row()])


def _of_office(turn: Turn, office_id: int, page: int) -> None:
    """The people of an office; 0: the admins and inspectors of all offices."""
    if office_id:
        name: str | Text = offices.my_office(turn, office_id).name
        found = staffing.staff(turn.tx, turn.at, office_id)
    elif offices.everywhere(turn):
        name = Text("summary-all")
        found = [m for m in staffing.staff(turn.tx, turn.at) if m.office_id is None]
    else:
        raise Refused("not-for-you")
    rows = paged(found, page, _member_button, "people", office_id)
    turn.say(
        "people-list",
        edit=True,
        name=name,
        count=len(found),
        waiting=sum(1 for member in found if member.person_id is None),
        buttons=[*rows, [button(Text("button-invite"), "invite")], _back(office_id)],
    )


def _member_button(member: Member) -> Button:
    values = {"name": member.name, "role": role_text(member.role), "unit": member.unit}
    key = "member-label" if member.unit else "member-label-office"
    if not member.unit:
        values.pop("unit")
    return button(Text(key, values), "person", member.appointment_id)


def person(turn: Turn) -> None:
    """One appointment: what it is, and what can be done about it."""
    found = staffing.member(turn.tx, turn.integer(0), turn.at, turn.person_id)
    actions = [[button(Text("button-dismiss"), "dismiss", found.appointment_id)]]
    if found.person_id is None:
        actions.insert(0, [button(Text("button-relink"), "relink", found.appointment_id)])
    turn.say(
        "person-page",
        edit=True,
        name=found.name,
        position=found.position or Text("not-filled"),
        role=role_text(found.role),
        where=_place_of(turn, found),
        state=Text("person-joined" if found.person_id else "person-waiting"),
        buttons=[*actions, _back_to_list(found)],
    )


def relink(turn: Turn) -> None:
    """A new personal link for somebody who was entered beforehand and has not joined."""
    found = staffing.member(turn.tx, turn.integer(0), turn.at, turn.person_id)
    token = staffing.invite_officer(turn.tx, found.appointment_id, turn.at, turn.person_id)
    turn.say("relink-made", edit=True, name=found.name, buttons=[_back_to_list(found)])
    link = deep_link(turn.bot_name, f"i{token}")
    turn.say("invitation-personal", name=found.name, unit=_place_of(turn, found), link=link)


def dismiss(turn: Turn) -> None:
    found = staffing.member(turn.tx, turn.integer(0), turn.at, turn.person_id)
    turn.say(
        "dismiss-ask",
        edit=True,
        name=found.name,
        role=role_text(found.role),
        where=_place_of(turn, found),
        buttons=[
            [button(Text("button-dismiss-yes"), "dismiss-yes", found.appointment_id)],
            [button(Text("button-back"), "person", found.appointment_id)],
        ],
    )


def dismiss_now(turn: Turn) -> None:
    """End the role; the person is told."""
    was = staffing.dismiss(turn.tx, turn.integer(0), turn.at, turn.person_id)
    absences.tell(
        turn.tx, absence.release(turn.tx, was.officer_id, turn.at, turn.person_id), turn.at
    )
    role, place = role_text(was.role), _place_of(turn, was)
    back = [_back_to_list(was)]
    turn.say("dismissed", edit=True, name=was.name, role=role, where=place, buttons=back)
    if was.person_id is not None:
        menu = roles_of(turn, was.person_id)
        turn.say("dismissed-notice", to=was.person_id, role=role, where=place, menu=menu)


# --- the roster of a counter


def roster(turn: Turn) -> None:
    """Who may serve at the counter."""
    turn.finish()
    counter_id = turn.integer(0)
    found, unit = offices.my_counter(turn, counter_id)
    rows = paged(
        staffing.candidates(turn.tx, unit, turn.at),
        page_number(turn, 1),
        lambda officer: button(officer.name, "roster-set", counter_id, officer.id),
        "roster",
        counter_id,
    )
    turn.say(
        "roster-choose" if rows else "roster-nobody",
        edit=True,
        counter=found.name,
        unit=unit.name,
        buttons=[
            *rows,
            [button(Text("button-roster-empty"), "roster-set", counter_id, 0)]
            if rows
            else [button(Text("button-invite"), "invite-to", unit.id)],
            [button(Text("button-back"), "counter-admin", counter_id)],
        ],
    )


def roster_set(turn: Turn) -> None:
    counter_id, officer_id = turn.integer(0), turn.integer(1)
    staffing.assign(turn.tx, counter_id, officer_id or None, turn.at, turn.person_id)
    turn.pop_up("saved")
    offices.show_counter(turn, counter_id)


# --- what they share


def _role_label(role: Role) -> Text:
    return Text(f"button-role-{role.value}")


def _role(turn: Turn, place: int) -> Role:
    try:
        return Role(turn.arguments[place])
    except ValueError:
        raise Refused("not-for-you") from None


def _named(turn: Turn, office_id: int | None, unit_id: int | None) -> tuple[str | Text, str]:
    """The place in words, and its zone."""
    if unit_id is not None:
        unit = places.unit(turn.tx, unit_id)
        return f"{unit.name}, {places.office(turn.tx, unit.office_id).name}", unit.zone
    if office_id is not None:
        office = places.office(turn.tx, office_id)
        return office.name, office.zone
    return Text("all-offices"), ZONES[0]


def _place_of(turn: Turn, member: Member) -> str | Text:
    return _named(turn, member.office_id, member.unit_id)[0]


def _back_to_list(member: Member) -> list[Button]:
    return [button(Text("button-back"), "people", member.office_id or 0)]


def _back(office_id: int) -> list[Button]:
    if office_id:
        return [button(Text("button-back"), "office-admin", office_id)]
    return [button(Text("button-back"), "offices")]
