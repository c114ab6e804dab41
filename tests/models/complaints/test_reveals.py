"""Who sent an anonymous case: two people and a reason, told once, and the citizen learns of it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from models import outbox
from models.complaints import inspection, reveals
from models.complaints.tables import Case
from models.database import Transaction
from models.errors import Refused
from models.journal import Kind, of_case
from models.people import Role
from tests.models.complaints.offices_and_people import LATER, Bureau, refused, wib

REASON = "Pelapor mengancam akan melukai petugas di loket."
ACCOUNT = "1001"  # Budi's, in the tests' town


async def asks(
    bureau: Bureau, who: str, case_id: int, reason: str = REASON, at: Any = LATER
) -> int:
    person = bureau.people[who]
    asked = await bureau.write(lambda tx: reveals.ask(tx, case_id, person, reason, at))
    return asked.reveal_id


async def decides(
    bureau: Bureau, who: str, reveal_id: int, approve: bool, at: Any = LATER
) -> reveals.Asked:
    person = bureau.people[who]
    return await bureau.write(lambda tx: reveals.decide(tx, reveal_id, person, approve, at))


async def sent_by_budi(bureau: Bureau, **more: Any) -> int:
    return (await bureau.complains(**more)).case_id


def bodies(bureau: Bureau, who: str) -> str:
    return " ".join(str(message.body) for message in bureau.messages(who))


async def test_the_asker_alone_is_told_and_the_citizen_learns_who_and_why(bureau: Bureau) -> None:
    case_id = await sent_by_budi(bureau)
    reveal = await asks(bureau, "Hadi", case_id)
    assert bureau.told("Ani") == ["reveal-asked"]
    assert ACCOUNT not in bodies(bureau, "Ani")
    assert "reveal" not in str(bureau.told("Budi"))
    await decides(bureau, "Ani", reveal, approve=True)
    shown = bureau.messages("Hadi")[-1].body
    assert shown["key"] == "reveal-shown"
    assert shown["values"]["account"] == ACCOUNT
    for who in ("Ani", "Sari", "Tono", "Wati"):
        assert ACCOUNT not in bodies(bureau, who)
    told = bureau.messages("Budi")[-1].body
    assert told["key"] == "reveal-citizen-shown"
    assert (told["values"]["name"], told["values"]["reason"]) == ("Hadi", REASON)
    assert bureau.case(case_id).anonymous


async def test_what_was_shown_is_kept_nowhere_once_it_is_sent(bureau: Bureau) -> None:
    case_id = await sent_by_budi(bureau)
    await decides(bureau, "Ani", await asks(bureau, "Hadi", case_id), approve=True)
    shown = bureau.messages("Hadi")[-1]
    assert shown.body["once"]
    await bureau.write(lambda tx: outbox.mark_shown(tx, [shown.id or 0], LATER))
    assert ACCOUNT not in bodies(bureau, "Hadi")
    entries = bureau.read(lambda tx: of_case(tx, case_id))
    assert [e.kind for e in entries][-2:] == [Kind.CASE_REVEAL_ASKED, Kind.CASE_REVEALED]
    assert REASON not in str([entry.data for entry in entries])


async def test_a_refusal_tells_nobody_who_it_is(bureau: Bureau) -> None:
    case_id = await sent_by_budi(bureau)
    await decides(bureau, "Ani", await asks(bureau, "Hadi", case_id), approve=False)
    assert bureau.told("Hadi")[-1] == "reveal-refused"
    assert bureau.told("Budi")[-1] == "reveal-citizen-refused"
    assert ACCOUNT not in bodies(bureau, "Hadi")


@pytest.mark.parametrize(
    ("who", "key"),
    [("Sari", "reveal-head-only"), ("Ani", "reveal-head-only"), ("Wati", "not-for-you")],
)
async def test_only_the_head_of_the_unit_asks(bureau: Bureau, who: str, key: str) -> None:
    case_id = await sent_by_budi(bureau)
    assert (await refused(asks(bureau, who, case_id))).key == key


async def test_the_reason_has_twenty_characters(bureau: Bureau) -> None:
    case_id = await sent_by_budi(bureau)
    assert (await refused(asks(bureau, "Hadi", case_id, "  karena ingin tahu  "))).key == (
        "text-too-short"
    )
    assert (await refused(asks(bureau, "Hadi", case_id, "x" * 501))).key == "text-too-long"
    await asks(bureau, "Hadi", case_id, "x" * 20)


async def test_there_is_one_request_at_a_time(bureau: Bureau) -> None:
    case_id = await sent_by_budi(bureau)
    reveal = await asks(bureau, "Hadi", case_id)
    assert (await refused(asks(bureau, "Hadi", case_id))).key == "reveal-asked-already"
    await decides(bureau, "Ani", reveal, approve=False)
    assert (await refused(decides(bureau, "Ani", reveal, approve=True))).key == "reveal-decided"
    await asks(bureau, "Hadi", case_id)


@pytest.mark.parametrize("who", ["Hadi", "Sari", "Wati", "Budi"])
async def test_nobody_but_the_second_person_decides(bureau: Bureau, who: str) -> None:
    case_id = await sent_by_budi(bureau)
    reveal = await asks(bureau, "Hadi", case_id)
    said = await refused(decides(bureau, who, reveal, approve=True))
    assert said.key == ("reveal-own" if who == "Hadi" else "reveal-unknown")
    assert "reveal-shown" not in bureau.told("Hadi")


async def test_an_admin_who_serves_in_the_unit_does_not_decide(bureau: Bureau) -> None:
    await bureau.joins("Ani", Role.OFFICER, unit="KTP", at=wib(1))
    case_id = await sent_by_budi(bureau)
    assert (await refused(asks(bureau, "Hadi", case_id))).key == "reveal-nobody"
    await bureau.joins("Agus", Role.ADMIN, at=wib(1))
    assert await asks(bureau, "Hadi", case_id)


async def test_that_the_only_admin_sent_it_shows_in_no_answer(bureau: Bureau) -> None:
    own = (await bureau.complains(who="Ani")).case_id
    reveal = await asks(bureau, "Hadi", own)  # nobody decides: it is void after three days
    assert "reveal-asked" not in bureau.told("Ani")
    said = await refused(decides(bureau, "Ani", reveal, approve=True))
    assert said.key == "reveal-unknown"


async def test_an_admin_who_is_head_too_is_not_the_second_person_to_the_own_request(
    bureau: Bureau,
) -> None:
    await bureau.joins("Hadi", Role.ADMIN, at=wib(1))
    await bureau.leaves("Ani", at=wib(2))
    case_id = await sent_by_budi(bureau)
    assert (await refused(asks(bureau, "Hadi", case_id))).key == "reveal-nobody"


async def test_after_three_working_days_it_lapses(bureau: Bureau) -> None:
    case_id = await sent_by_budi(bureau)
    reveal = await asks(bureau, "Hadi", case_id)
    assert await bureau.write(lambda tx: reveals.lapse(tx, wib(26, 15))) == 0
    end = wib(26, 16)
    assert (await refused(decides(bureau, "Ani", reveal, True, end))).key == "reveal-lapsed"
    assert await bureau.write(lambda tx: reveals.lapse(tx, end)) == 1
    assert await bureau.write(lambda tx: reveals.lapse(tx, end)) == 0
    assert bureau.told("Hadi")[-1] == "reveal-lapsed-notice"
    told = bureau.messages("Budi")[-1].body
    assert told["key"] == "reveal-citizen-lapsed"
    assert (told["values"]["name"], told["values"]["reason"]) == ("Hadi", REASON)
    assert bureau.told("Budi").count("reveal-citizen-lapsed") == 1
    last = bureau.read(lambda tx: of_case(tx, case_id))[-1]
    assert (last.kind, last.data["lapsed"]) == (Kind.CASE_REVEAL_REFUSED, True)
    assert await asks(bureau, "Hadi", case_id, at=wib(27))


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"anonymous": False, "name": "Budi"}, "reveal-named"),
        ({"anonymous": False}, "reveal-named"),
    ],
)
async def test_who_is_not_anonymous_needs_no_revealing(
    bureau: Bureau, more: dict[str, Any], key: str
) -> None:
    case_id = await sent_by_budi(bureau, **more)
    assert (await refused(asks(bureau, "Hadi", case_id))).key == key


async def test_of_two_who_decide_at_once_one_wins(bureau: Bureau) -> None:
    await bureau.joins("Agus", Role.ADMIN, at=wib(1))
    case_id = await sent_by_budi(bureau)
    reveal = await asks(bureau, "Hadi", case_id)
    both = [
        decides(bureau, "Ani", reveal, approve=True),
        decides(bureau, "Agus", reveal, approve=False),
    ]
    results = await asyncio.gather(*both, return_exceptions=True)
    lost = [one for one in results if isinstance(one, Refused)]
    assert [one.key for one in lost] == ["reveal-decided"]
    assert bureau.told("Hadi")[-1] in ("reveal-shown", "reveal-refused")
    assert len([key for key in bureau.told("Budi") if key.startswith("reveal-citizen")]) == 1


async def test_nobody_is_revealed_who_withdrew_or_was_erased(bureau: Bureau) -> None:
    case_id = await sent_by_budi(bureau)
    reveal = await asks(bureau, "Hadi", case_id)
    await bureau.does("Budi", "withdraw", case_id, at=LATER)
    assert (await refused(decides(bureau, "Ani", reveal, approve=True))).key == "reveal-gone"
    assert (await refused(asks(bureau, "Hadi", case_id, at=wib(30)))).key == "reveal-gone"

    other = await sent_by_budi(bureau, at=wib(24))

    def erase(tx: Transaction) -> None:
        case = tx.session.get_one(Case, other)
        case.reporter_id, case.reporter = None, "erased"

    await bureau.write(erase)
    assert (await refused(asks(bureau, "Hadi", other, at=wib(24, 10)))).key == "reveal-gone"


async def test_who_has_left_or_lost_the_case_meanwhile_is_told_nothing(bureau: Bureau) -> None:
    case_id = await sent_by_budi(bureau)
    reveal = await asks(bureau, "Hadi", case_id)
    await bureau.leaves("Hadi", at=LATER)
    said = await refused(decides(bureau, "Ani", reveal, approve=True, at=wib(24)))
    assert said.key == "reveal-asker-left"


async def test_what_went_to_the_inspectorate_the_head_is_not_told(bureau: Bureau) -> None:
    await bureau.joins("Ira", Role.INSPECTOR, at=wib(1))
    case_id = await sent_by_budi(bureau)
    reveal = await asks(bureau, "Hadi", case_id)
    await bureau.does("Sari", "refer", case_id, at=LATER)
    said = await refused(decides(bureau, "Ani", reveal, approve=True, at=wib(24)))
    assert said.key == "reveal-unknown"
    await decides(bureau, "Ira", reveal, approve=False, at=wib(24))
    assert "reveal-refused" not in bureau.told("Hadi")


async def test_of_a_supervisory_case_an_inspector_asks_and_another_decides(bureau: Bureau) -> None:
    await bureau.joins("Ira", Role.INSPECTOR, at=wib(1))
    case_id = await sent_by_budi(bureau, category="pungli")
    assert (await refused(asks(bureau, "Ira", case_id))).key == "reveal-nobody"
    assert (await refused(asks(bureau, "Hadi", case_id))).key == "case-unknown"
    await bureau.joins("Umar", Role.INSPECTOR, at=wib(1))
    reveal = await asks(bureau, "Ira", case_id)
    asked = bureau.messages("Umar")[-1].body
    assert asked["key"] == "reveal-asked"
    assert "KTP" not in str(asked)
    assert bureau.told("Ani") == []
    assert (await refused(decides(bureau, "Ani", reveal, approve=True))).key == "reveal-unknown"
    await decides(bureau, "Umar", reveal, approve=True)
    assert bureau.messages("Ira")[-1].body["values"]["account"] == ACCOUNT
    reads = bureau.read(lambda tx: inspection.number_of(tx, case_id))
    assert reads == 0  # who it is says nothing of what was written
