"""Invitations, joining, dismissing, and lists of who works where."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from models import offices, people, staffing
from models.database import Database
from models.people import Officer, Role
from models.staffing import Member
from tests.models import town_hall
from tests.models.town_hall import NOW, TownHall, built, nip


@pytest.fixture
async def hall(database: Database) -> TownHall:
    return await built(database)


async def newcomer(hall: TownHall, number: int = 9) -> int:
    return await hall.does(town_hall.person, number)


async def invited(hall: TownHall, role: Role = Role.OFFICER, **place: int) -> str:
    wanted = place or {"unit_id": hall.unit}
    return await hall.does(staffing.invite, role, NOW, by=hall.office_admin, **wanted)


async def joins(hall: TownHall, token: str, who: int, **changes: Any) -> people.Appointment:
    values = {"nip": nip(9), "name": "Sari Dewi", "position": "Staf", "at": NOW} | changes
    return await hall.does(people.join, token, who, **values)


async def registered(hall: TownHall, role: Role = Role.OFFICER, number: int = 9) -> tuple[int, int]:
    """Somebody entered beforehand: ids of officer and appointment."""
    officer, appointment = await hall.does(
        staffing.register,
        NOW,
        by=hall.office_admin,
        nip=nip(number),
        name="Sari Dewi",
        position="Staf",
        role=role,
        unit_id=hall.unit,
    )
    assert appointment is not None
    return officer.id or 0, appointment.id or 0


def staff(hall: TownHall) -> list[Member]:
    return hall.read(lambda tx: staffing.staff(tx, NOW, hall.office))


# --- joining


async def test_an_invitation_makes_an_officer_of_the_unit(hall: TownHall) -> None:
    who = await newcomer(hall)
    await joins(hall, await invited(hall), who)
    authority = hall.read(lambda tx: people.authority(tx, who, NOW))
    assert authority.officer is not None
    assert authority.officer.nip == nip(9)
    assert authority.over_unit(Role.OFFICER, hall.unit, hall.office)
    assert not authority.holds([Role.ADMIN, Role.HEAD])


async def test_an_invitation_works_once(hall: TownHall) -> None:
    token = await invited(hall)
    await joins(hall, token, await newcomer(hall))
    second = await newcomer(hall, 10)
    refused = await hall.is_refused(
        people.join, token, second, nip=nip(10), name="Budi", position="", at=NOW
    )
    assert refused.key == "invitation-used"


async def test_an_invitation_expires_to_the_second(hall: TownHall) -> None:
    token = await invited(hall)
    end = NOW + people.INVITATION_VALID
    last_moment = end - timedelta(seconds=1)
    assert (await hall.does(people.open_invitation, token, last_moment)).role == Role.OFFICER
    refused = await hall.is_refused(people.open_invitation, token, end)
    assert refused.key == "invitation-expired"


async def test_an_unknown_token_is_refused(hall: TownHall) -> None:
    refused = await hall.is_refused(people.open_invitation, "nonsense", NOW)
    assert refused.key == "invitation-unknown"


async def test_a_further_role_needs_a_further_invitation(hall: TownHall) -> None:
    who = await newcomer(hall)
    await joins(hall, await invited(hall), who)
    await joins(hall, await invited(hall, Role.HEAD), who, name="", position="")
    authority = hall.read(lambda tx: people.authority(tx, who, NOW))
    assert [a.role for a in authority.appointments] == ["officer", "head"]
    assert authority.officer is not None
    assert authority.officer.name == "Sari Dewi"


async def test_a_role_held_already_leaves_the_link_good(hall: TownHall) -> None:
    who = await newcomer(hall)
    await joins(hall, await invited(hall), who)
    token = await invited(hall)
    refused = await hall.is_refused(
        people.join, token, who, nip=nip(9), name="", position="", at=NOW
    )
    assert refused.key == "role-held"
    await joins(hall, token, await newcomer(hall, 10), nip=nip(10))


async def test_a_nip_belongs_to_one_account(hall: TownHall) -> None:
    refused = await hall.is_refused(
        people.join,
        await invited(hall),
        await newcomer(hall),
        nip=nip(3),
        name="Palsu",
        position="",
        at=NOW,
    )
    assert refused.key == "nip-taken"


async def test_an_account_keeps_its_nip(hall: TownHall) -> None:
    refused = await hall.is_refused(
        people.join,
        await invited(hall, Role.HEAD),
        hall.officer,
        nip=nip(9),
        name="",
        position="",
        at=NOW,
    )
    assert (refused.key, refused.values["nip"]) == ("nip-differs", nip(3))


# --- entered beforehand


async def test_the_personal_link_joins_the_officer_it_was_made_for(hall: TownHall) -> None:
    officer, appointment = await registered(hall)
    token = await hall.does(staffing.invite_officer, appointment, NOW, hall.office_admin)
    stranger = await newcomer(hall, 10)
    refused = await hall.is_refused(
        people.join, token, stranger, nip=nip(10), name="Lain", position="", at=NOW
    )
    assert refused.key == "nip-not-invited"
    joined = await joins(hall, token, await newcomer(hall), name="", position="")
    assert (joined.id, joined.officer_id) == (appointment, officer)


async def test_knowing_a_nip_is_not_enough_to_take_a_role_over(hall: TownHall) -> None:
    await registered(hall, Role.HEAD)
    refused = await hall.is_refused(
        people.join,
        await invited(hall),
        await newcomer(hall),
        nip=nip(9),
        name="Penyusup",
        position="",
        at=NOW,
    )
    assert refused.key == "nip-own-link"


async def test_a_new_personal_link_voids_the_old_one(hall: TownHall) -> None:
    officer, appointment = await registered(hall)
    old = await hall.does(staffing.invite_officer, appointment, NOW, hall.office_admin)
    later = NOW + timedelta(minutes=1)
    new = await hall.does(staffing.invite_officer, appointment, later, hall.office_admin)
    refused = await hall.is_refused(people.open_invitation, old, later)
    assert refused.key == "invitation-expired"
    assert (await hall.does(people.open_invitation, new, later)).officer_id == officer


async def test_who_has_joined_needs_no_personal_link(hall: TownHall) -> None:
    mine = next(m for m in staff(hall) if m.person_id == hall.officer)
    refused = await hall.is_refused(
        staffing.invite_officer, mine.appointment_id, NOW, hall.office_admin
    )
    assert refused.key == "officer-joined"


# --- who may invite whom


async def test_only_an_admin_of_everything_invites_another(hall: TownHall) -> None:
    refused = await hall.is_refused(staffing.invite, Role.ADMIN, NOW, by=hall.office_admin)
    assert refused.key == "not-for-you"
    assert await hall.does(staffing.invite, Role.ADMIN, NOW, by=hall.admin)


async def test_an_admin_invites_into_the_own_office_only(hall: TownHall) -> None:
    for place in ({"office_id": hall.other_office}, {}):
        refused = await hall.is_refused(
            staffing.invite, Role.ADMIN, NOW, by=hall.office_admin, **place
        )
        assert refused.key == "not-for-you"
    for by in (hall.officer, hall.citizen):
        refused = await hall.is_refused(
            staffing.invite, Role.OFFICER, NOW, by=by, unit_id=hall.unit
        )
        assert refused.key == "not-for-you"


async def test_an_officer_needs_a_unit(hall: TownHall) -> None:
    refused = await hall.is_refused(staffing.invite, Role.HEAD, NOW, by=hall.admin)
    assert refused.key == "role-needs-unit"


# --- inspectors


async def test_an_admin_invites_inspectors_into_the_own_office_only(hall: TownHall) -> None:
    token = await invited(hall, Role.INSPECTOR, office_id=hall.office)
    made = await joins(hall, token, await newcomer(hall))
    assert (made.role, made.office_id, made.unit_id) == (Role.INSPECTOR, hall.office, None)
    for place in ({"office_id": hall.other_office}, {}):
        refused = await hall.is_refused(
            staffing.invite, Role.INSPECTOR, NOW, by=hall.office_admin, **place
        )
        assert refused.key == "not-for-you"
    for by in (hall.officer, hall.citizen):
        refused = await hall.is_refused(
            staffing.invite, Role.INSPECTOR, NOW, by=by, office_id=hall.office
        )
        assert refused.key == "not-for-you"
    assert await hall.does(staffing.invite, Role.INSPECTOR, NOW, by=hall.admin)


async def test_an_inspector_has_no_unit(hall: TownHall) -> None:
    refused = await hall.is_refused(
        staffing.invite, Role.INSPECTOR, NOW, by=hall.admin, unit_id=hall.unit
    )
    assert refused.key == "admin-has-office"


async def test_nobody_is_admin_and_inspector_of_one_office(hall: TownHall) -> None:
    """Whichever comes first, and also where one of the two is held everywhere."""
    who = await newcomer(hall)
    await joins(hall, await invited(hall, Role.INSPECTOR, office_id=hall.office), who)
    for place in ({"office_id": hall.office}, {}):
        token = await hall.does(staffing.invite, Role.ADMIN, NOW, by=hall.admin, **place)
        refused = await hall.is_refused(
            people.join, token, who, nip=nip(9), name="Sari", position="Staf", at=NOW
        )
        assert refused.key == "inspector-not-admin"
    other = await hall.does(
        staffing.invite, Role.ADMIN, NOW, by=hall.admin, office_id=hall.other_office
    )
    assert (await joins(hall, other, who)).role == Role.ADMIN


async def test_who_was_an_admin_may_become_an_inspector(hall: TownHall) -> None:
    who = await newcomer(hall)
    was = await joins(hall, await invited(hall, Role.ADMIN, office_id=hall.office), who)
    await hall.does(staffing.dismiss, was.id, NOW, hall.admin)
    later = NOW + timedelta(minutes=1)
    token = await invited(hall, Role.INSPECTOR, office_id=hall.office)
    assert (await joins(hall, token, who, at=later)).role == Role.INSPECTOR


async def test_one_entered_beforehand_is_refused_the_same_way(hall: TownHall) -> None:
    values = {"nip": nip(9), "name": "Sari Dewi", "position": "Staf", "office_id": hall.office}
    await hall.does(staffing.register, NOW, by=hall.admin, role=Role.INSPECTOR, **values)
    refused = await hall.is_refused(
        staffing.register, NOW, by=hall.admin, role=Role.ADMIN, **values
    )
    assert refused.key == "inspector-not-admin"


# --- dismissing


async def test_a_dismissed_officer_leaves_role_and_counter(hall: TownHall) -> None:
    await hall.does(staffing.assign, hall.counter, hall.officer_id, NOW, hall.admin)
    mine = next(m for m in staff(hall) if m.person_id == hall.officer)
    later = NOW + timedelta(hours=1)
    was = await hall.does(staffing.dismiss, mine.appointment_id, later, hall.office_admin)
    assert was == mine
    assert not hall.read(lambda tx: people.authority(tx, hall.officer, later)).appointments
    assert hall.read(lambda tx: offices.serving(tx, hall.counter, later)) is None
    assert hall.read(lambda tx: offices.serving(tx, hall.counter, NOW)) == hall.officer_id


async def test_one_of_two_roles_ended_keeps_the_counter(hall: TownHall) -> None:
    await hall.does(staffing.assign, hall.counter, hall.officer_id, NOW, hall.admin)
    token = await invited(hall, Role.HEAD)
    await hall.does(people.join, token, hall.officer, nip=nip(3), name="", position="", at=NOW)
    head = next(m for m in staff(hall) if m.role is Role.HEAD)
    later = NOW + timedelta(hours=1)
    await hall.does(staffing.dismiss, head.appointment_id, later, hall.office_admin)
    assert hall.read(lambda tx: offices.serving(tx, hall.counter, later)) == hall.officer_id


async def test_dismissed_before_joining_the_personal_link_is_void(hall: TownHall) -> None:
    _, appointment = await registered(hall)
    token = await hall.does(staffing.invite_officer, appointment, NOW, hall.office_admin)
    await hall.does(staffing.dismiss, appointment, NOW, hall.office_admin)
    refused = await hall.is_refused(people.open_invitation, token, NOW)
    assert refused.key == "invitation-expired"


async def test_the_last_admin_of_everything_stays(hall: TownHall) -> None:
    everywhere = hall.read(lambda tx: staffing.staff(tx, NOW))
    mine = next(m for m in everywhere if m.person_id == hall.admin)
    refused = await hall.is_refused(staffing.dismiss, mine.appointment_id, NOW, hall.admin)
    assert refused.key == "last-admin"
    token = await hall.does(staffing.invite, Role.ADMIN, NOW, by=hall.admin)
    await joins(hall, token, await newcomer(hall))
    await hall.does(staffing.dismiss, mine.appointment_id, NOW, hall.admin)


async def test_an_admin_dismisses_in_the_own_office_only(hall: TownHall) -> None:
    stranger = await hall.does(town_hall.admin_of, hall.other_office)
    mine = next(m for m in staff(hall) if m.person_id == hall.officer)
    for by in (stranger, hall.officer, hall.citizen):
        refused = await hall.is_refused(staffing.dismiss, mine.appointment_id, NOW, by)
        assert refused.key == "not-for-you"


# --- lists


async def test_the_list_of_an_office_names_role_unit_and_who_has_not_joined(
    hall: TownHall,
) -> None:
    await registered(hall)
    found = [(m.name, m.role, m.unit, m.person_id is None) for m in staff(hall)]
    assert found == [
        ("Pegawai 2", Role.ADMIN, "", False),
        ("Pegawai 3", Role.OFFICER, "Loket KTP", False),
        ("Sari Dewi", Role.OFFICER, "Loket KTP", True),
    ]


async def test_candidates_for_a_counter_are_the_units_own(hall: TownHall) -> None:
    await registered(hall)

    def names(officers: list[Officer]) -> list[str]:
        return [officer.name for officer in officers]

    found = hall.read(lambda tx: staffing.candidates(tx, offices.unit(tx, hall.unit), NOW))
    assert names(found) == ["Pegawai 3", "Sari Dewi"]
