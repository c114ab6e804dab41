"""Who may do what to a case: what is the reporter's is not the officers', and the other way."""

from __future__ import annotations

from typing import Any

import pytest

from models.people import Role
from tests.models.complaints.offices_and_people import LATER, Bureau, refused, wib

REPORTERS_ACTS = [
    ("citizen_reply", ["Saya balas."]),
    ("confirm", []),
    ("reopen", ["Belum beres."]),
    ("withdraw", []),
    ("rate_handling", [4]),
]
OFFICERS_ACTS = [
    ("take", []),
    ("answer", ["Saya jawab."]),
    ("ask_back", ["Kapan?"]),
    ("reject", ["unclear", "Kurang jelas."]),
]


@pytest.mark.parametrize(("act", "words"), REPORTERS_ACTS)
@pytest.mark.parametrize("who", ["Sari", "Hadi"])
async def test_only_the_reporter_may_do_what_is_the_reporters(
    bureau: Bureau, who: str, act: str, words: list[object]
) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "answer", sent.case_id, "Sudah kami urus.", at=LATER)
    before = bureau.case(sent.case_id).model_dump()
    await refused(bureau.does(who, act, sent.case_id, *words, at=LATER))
    assert bureau.case(sent.case_id).model_dump() == before


@pytest.mark.parametrize(("act", "words"), OFFICERS_ACTS)
async def test_a_citizen_may_not_do_what_is_an_officers(
    bureau: Bureau, act: str, words: list[object]
) -> None:
    sent = await bureau.complains()
    before = bureau.case(sent.case_id).model_dump()
    await refused(bureau.does("Budi", act, sent.case_id, *words, at=LATER))
    assert bureau.case(sent.case_id).model_dump() == before


SUPERVISORS_ACTS: list[tuple[str, list[Any]]] = [*OFFICERS_ACTS, ("refer", [])]


@pytest.mark.parametrize(("act", "words"), SUPERVISORS_ACTS)
@pytest.mark.parametrize("who", ["Sari", "Hadi", "Ani", "Wati", "Citra"])
async def test_a_supervisory_case_is_unknown_to_all_but_the_inspectorate(
    bureau: Bureau, who: str, act: str, words: list[object]
) -> None:
    sent = await bureau.complains(category="pungli")
    before = bureau.case(sent.case_id).model_dump()
    said = await refused(bureau.does(who, act, sent.case_id, *words, at=LATER))
    assert said.key == "case-unknown"
    assert bureau.case(sent.case_id).model_dump() == before


@pytest.mark.parametrize(("act", "words"), OFFICERS_ACTS)
async def test_an_inspector_works_on_supervisory_cases_and_on_no_other(
    bureau: Bureau, act: str, words: list[object]
) -> None:
    await bureau.joins("Ira", Role.INSPECTOR, at=wib(1))
    ordinary = await bureau.complains()
    await refused(bureau.does("Ira", act, ordinary.case_id, *words, at=LATER))
    secret = await bureau.complains(category="pungli")
    await bureau.does("Ira", act, secret.case_id, *words, at=LATER)
    assert bureau.case(secret.case_id).holder_id == bureau.officers["Ira"]
