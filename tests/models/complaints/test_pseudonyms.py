"""The same person again, and nothing more: never a link to a name, a unit's code is its own."""

from __future__ import annotations

import re
from typing import Any

import pytest

from models.complaints import pseudonyms, queries, tracking
from models.complaints.pseudonyms import Pseudonym
from models.complaints.tables import Case
from models.database import Transaction
from models.people import Role
from tests.models.complaints.offices_and_people import LATER, NOON, Bureau, wib

NEIGHBOURS = ("Dina", "Eko", "Fitri", "Gilang", "Hana")


@pytest.fixture
async def busy(bureau: Bureau) -> Bureau:
    """Five others have complained anonymously to KTP this year, and five to SKCK."""
    for name in NEIGHBOURS:
        await bureau.joins(name, Role.OFFICER, unit="", at=wib(1))
        await bureau.complains(who=name, at=wib(2))
        await bureau.complains(who=name, unit="SKCK", at=wib(2))
    return bureau


async def code(bureau: Bureau, **more: Any) -> Pseudonym | None:
    case_id = (await bureau.complains(**more)).case_id
    return bureau.read(lambda tx: pseudonyms.of(tx, tx.session.get_one(Case, case_id)))


async def test_the_third_complaint_of_the_same_person_is_known_as_that(busy: Bureau) -> None:
    found = [await code(busy, at=wib(3, hour)) for hour in (9, 10, 11)]
    first, second, third = found
    assert first is not None
    assert re.fullmatch(r"P-[2-9A-HJ-NP-Z]{5}", first.code)
    assert second == Pseudonym(first.code, 2)
    assert third == Pseudonym(first.code, 3)


async def test_another_person_and_another_unit_have_another_code(busy: Bureau) -> None:
    own = await code(busy, at=wib(3))
    others = await code(busy, who="Citra", at=wib(3))
    elsewhere = await code(busy, unit="SKCK", at=wib(4))
    assert own is not None
    assert others is not None
    assert elsewhere is not None
    assert len({own.code, others.code, elsewhere.code}) == 3
    assert elsewhere.nth == 1


async def test_a_named_complaint_has_no_code_and_is_not_counted(busy: Bureau) -> None:
    assert await code(busy, anonymous=False, name="Budi", at=wib(3)) is None
    again = await code(busy, at=wib(4))
    assert again is not None
    assert again.nth == 1


async def test_one_to_the_inspectorate_is_neither_counted_nor_tied_to_the_others(
    busy: Bureau,
) -> None:
    ordinary = await code(busy, at=wib(3))
    secret = await code(busy, category="pungli", at=wib(4))
    again = await code(busy, at=wib(5))
    assert ordinary is not None
    assert secret is not None
    assert secret.code != ordinary.code
    assert secret.nth is None
    assert again == Pseudonym(ordinary.code, 2)


async def test_where_few_complain_nothing_ties_two_complaints(bureau: Bureau) -> None:
    first = await code(bureau)
    second = await code(bureau, at=wib(24))
    assert first is not None
    assert second is not None
    assert first.code != second.code
    assert first.nth is second.nth is None


async def test_the_fifth_person_is_enough_and_a_year_ago_is_too_long(bureau: Bureau) -> None:
    for name in NEIGHBOURS[:3]:
        await bureau.joins(name, Role.OFFICER, unit="", at=wib(1))
        await bureau.complains(who=name, at=wib(2))
    fourth = await code(bureau, at=NOON)
    await bureau.complains(who="Citra", at=wib(24))
    fifth = await code(bureau, at=wib(25))
    later = await code(bureau, at=wib(25).replace(year=2027, month=12))
    assert fourth is not None
    assert fourth.nth is None
    assert fifth is not None
    assert fifth.nth == 2
    assert later is not None
    assert later.nth is None


async def test_without_the_persons_pseudonym_nobody_computes_the_code(busy: Bureau) -> None:
    """It is not made of anything an officer can see."""
    case = (await busy.complains(at=wib(3))).case_id
    seen = busy.read(lambda tx: pseudonyms.of(tx, tx.session.get_one(Case, case)))

    def other(tx: Any) -> Pseudonym | None:
        changed = Case(**(tx.session.get_one(Case, case).model_dump() | {"reporter": "another"}))
        return pseudonyms.of(tx, changed)

    guessed = busy.read(other)
    assert seen is not None
    assert guessed is not None
    assert seen.code != guessed.code


NAMED = {"anonymous": False, "name": "Budi"}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({}, {}, True),
        (NAMED, NAMED, True),
        (NAMED, {}, False),  # the name of the one would be the name of the other
        ({}, NAMED, False),
        ({"category": "pungli"}, {}, False),  # the unit knows of no case of the inspectorate
    ],
)
async def test_what_a_case_goes_on_from_ties_no_name_to_who_has_none(
    bureau: Bureau, before: dict[str, Any], after: dict[str, Any], told: bool
) -> None:
    first = await bureau.complains(**before)
    second = await bureau.complains(previous_id=first.case_id, **after)
    await bureau.does("Citra", "follow", second.case_id, at=LATER)

    def previous(tx: Transaction) -> list[str | None]:
        case_id, sari = second.case_id, bureau.people["Sari"]
        return [
            queries.for_officer(tx, case_id, sari, LATER).previous,
            queries.for_reporter(tx, case_id, bureau.people["Budi"], LATER).previous,
            tracking.of(tx, case_id, bureau.people["Citra"], LATER).case.previous,
        ]

    assert bureau.read(previous) == [first.ticket if told else None, first.ticket, None]
