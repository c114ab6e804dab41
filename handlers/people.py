"""Joining by an invitation, and `/saya`: what I am here.

Whoever joins is a civil servant at work: no citizen's consent is asked, only what the record needs.
"""

from __future__ import annotations

from handlers import inviting
from handlers.message import Button, Lines, Text, button
from handlers.turn import Kind, Turn, step
from models import entries, offices, people
from models.complaints import inspectors
from models.errors import Refused
from models.offices import Office, Unit
from models.people import Appointment, Invitation, Officer, Role


def begin_joining(turn: Turn, token: str) -> None:
    """The deep link `i<token>`: ask who it is, or only whether, if that is known already."""
    invitation = people.open_invitation(turn.tx, token, turn.at)
    turn.finish()
    known = turn.authority.officer
    if known is None:
        turn.ask("people.nip", token=token)
        return
    if people.held(turn.tx, known, Role(invitation.role), turn.at, **_place(invitation)):
        raise Refused("role-held")
    turn.ask("people.confirm", token=token, known=True, **_identity(known))


# --- NIP


def _ask_nip(turn: Turn) -> None:
    invitation = _invitation(turn)
    turn.say("join-ask-nip", role=role_text(invitation.role), where=place_text(turn, invitation))


def _take_nip(turn: Turn) -> None:
    nip = entries.nip(turn.input.text)
    invitation, officer = _invitation(turn), people.officer_with(turn.tx, nip)
    if officer is not None and officer.person_id is not None:
        raise Refused("nip-taken")
    if invitation.officer_id is None and officer is None:
        turn.ask("people.name", **turn.data, nip=nip)
    elif officer is None or invitation.officer_id not in (None, officer.id):
        raise Refused("nip-not-invited")
    else:
        turn.ask("people.confirm", **turn.data, **_identity(officer))


# --- name and position


def _ask_name(turn: Turn) -> None:
    turn.say("join-ask-name")


def _take_name(turn: Turn) -> None:
    turn.ask("people.position", **turn.data, name=entries.name(turn.input.text))


def _ask_position(turn: Turn) -> None:
    turn.say("join-ask-position")


def _take_position(turn: Turn) -> None:
    position = entries.name(turn.input.text, entries.POSITION_LIMIT)
    turn.ask("people.confirm", **turn.data, position=position)


# --- is this right?


def _ask_confirm(turn: Turn) -> None:
    invitation, data = _invitation(turn), turn.data
    again = [] if data.get("known") else [turn.choice(Text("button-correct"), "again")]
    turn.say(
        "join-confirm",
        nip=data["nip"],
        name=data["name"],
        position=data["position"] or Text("not-filled"),
        role=role_text(invitation.role),
        where=place_text(turn, invitation),
        buttons=[[turn.choice(Text("button-join"), "yes"), *again], _cancel_row(turn)],
    )


def _take_confirm(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON:
        turn.ask_again()
    elif turn.input.data == "again":
        turn.ask("people.nip", token=turn.data["token"])
    elif turn.input.data == "no":
        turn.finish()
        turn.say("join-declined", edit=True)
    else:
        _join(turn)


def _join(turn: Turn) -> None:
    data = turn.data
    appointment = people.join(
        turn.tx,
        data["token"],
        turn.person_id,
        nip=data["nip"],
        name=data["name"],
        position=data["position"],
        at=turn.at,
    )
    turn.finish()
    role = Role(appointment.role)
    turn.say(
        f"joined-{role.value}",
        name=data["name"],
        where=place_text(turn, appointment),
        menu=turn.roles,
        buttons=_FIRST_STEPS[role],
    )
    if role is Role.INSPECTOR:
        _say_what_waits(turn)


def _say_what_waits(turn: Turn) -> None:
    """Supervisory cases may have come in before anybody of the inspectorate was there."""
    if waiting := inspectors.waiting_for(turn.tx, turn.person_id, turn.at):
        turn.say(
            "inspection-waits",
            n=waiting,
            buttons=[[button(Text("button-inspection"), "inspection")]],
        )


_FIRST_STEPS: dict[Role, list[list[Button]]] = {
    Role.OFFICER: [[button(Text("button-tasks"), "tasks"), button(Text("button-menu"), "menu")]],
    Role.HEAD: [[button(Text("button-tasks"), "tasks"), button(Text("button-summary"), "summary")]],
    Role.ADMIN: [
        [button(Text("button-offices"), "offices")],
        [button(Text("button-invite"), "invite")],
    ],
    Role.INSPECTOR: [[button(Text("button-inspection"), "inspection")]],
}

NIP = step(_ask_nip, _take_nip, buttons=False)
NAME = step(_ask_name, _take_name, buttons=False)
POSITION = step(_ask_position, _take_position, buttons=False)
CONFIRM = step(_ask_confirm, _take_confirm)


# --- /saya


def me(turn: Turn) -> None:
    """What I am here, and where."""
    turn.finish()
    officer = turn.authority.officer
    if officer is None or not turn.authority.appointments:
        asked = [inviting.switch()] if turn.who.consented else []
        turn.say("me-citizen", buttons=[*asked, [button(Text("button-menu"), "menu")]])
        return
    roles = [
        Text("me-role", {"role": role_text(held.role), "where": place_text(turn, held)})
        for held in turn.authority.appointments
    ]
    turn.say(
        "me-staff",
        name=officer.name,
        nip=officer.nip,
        position=officer.position or Text("not-filled"),
        roles=Lines(roles),
        buttons=[[button(Text("button-menu"), "menu")]],
    )


# --- what they share


def role_text(role: Role | str) -> Text:
    return Text(f"role-{Role(role).value}")


def place_text(turn: Turn, where: Invitation | Appointment) -> Text | str:
    """'Loket KTP, Dinas Dukcapil', the office alone, or all offices."""
    if where.unit_id is not None:
        unit = turn.tx.session.get_one(Unit, where.unit_id)
        home = turn.tx.session.get_one(Office, unit.office_id)
        return f"{unit.name}, {home.name}"
    if where.office_id is not None:
        return offices.office(turn.tx, where.office_id).name
    return Text("all-offices")


def _invitation(turn: Turn) -> Invitation:
    return people.open_invitation(turn.tx, turn.data["token"], turn.at)


def _place(invitation: Invitation) -> dict[str, int | None]:
    return {"office_id": invitation.office_id, "unit_id": invitation.unit_id}


def _identity(officer: Officer) -> dict[str, str]:
    return {"nip": officer.nip, "name": officer.name, "position": officer.position}


def _cancel_row(turn: Turn) -> list[Button]:
    return [turn.choice(Text("button-not-me"), "no")]
