"""Who may do what to a case: what is the reporter's is not the officers', and the other way."""

from __future__ import annotations

import pytest

from tests.models.complaints.offices_and_people import LATER, Bureau, refused

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
