"""External causes: who claims, who decides, what is left out of the second figure and what not."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from models.complaints import cause_claims, causes, files
from models.complaints.casework import Upload
from models.complaints.cause_claims import Claim
from models.complaints.causes import CauseKind, CauseView, Standing
from models.complaints.history import CaseAt, stand
from models.complaints.readings import ReasonNeeded
from models.complaints.states import Event
from models.complaints.tables import Case, FileKind
from models.errors import Refused
from models.journal import JournalEntry
from models.people import Role
from tests.models.complaints.offices_and_people import NOON, Bureau, refused, wib

REASON = "Server pusat mati, KTP tidak dapat dicetak."
LETTER = "Surat 123/2026"


def power_cut(start: datetime, end: datetime | None, **more: Any) -> Claim:
    given = {"kind": CauseKind.POWER, "reason": REASON, "proof": LETTER} | more
    return Claim(start=start, end=end, **given)


def at(bureau: Bureau, case_id: int, now: datetime) -> CaseAt:
    return bureau.read(lambda tx: stand(tx, [case_id], now)[0])


def claims(bureau: Bureau, case_id: int) -> tuple[CauseView, ...]:
    return bureau.read(lambda tx: causes.of_case(tx, case_id))


async def held(bureau: Bureau, at: datetime = NOON) -> int:
    """A case that Sari holds."""
    case_id: int = (await bureau.complains(at=at)).case_id
    await bureau.does("Sari", "take", case_id, at=at)
    return case_id


async def passes(bureau: Bureau, now: datetime) -> None:
    await bureau.write(lambda tx: cause_claims.run(tx, now))


async def test_a_second_person_accepts_and_both_figures_stand(bureau: Bureau) -> None:
    case_id = await held(bureau)
    span = (wib(23, 10), wib(23, 14))  # 10-12 and 13-14: three working hours
    claimed = await bureau.does("Sari", "claim", case_id, power_cut(*span), at=wib(23, 15))
    assert bureau.told("Ani")[-1] == "cause-to-decide"
    assert claimed.decide_by == wib(30, 16)  # five working days
    before = at(bureau, case_id, wib(23, 15))
    assert before.clocks == before.without_causes
    await bureau.does("Ani", "accept", claimed.cause_id, at=wib(24, 9))
    assert bureau.told("Sari")[-1] == "cause-accepted"
    await bureau.does("Sari", "answer", case_id, "Sudah dicetak.", at=wib(24, 10))
    after = at(bureau, case_id, wib(24, 12))
    for clock in ("verification", "first_answer", "resolution"):
        plain, less = getattr(after.clocks, clock), getattr(after.without_causes, clock)
        spared = 180 if clock != "verification" else 0  # verified at nine, before it began
        assert plain.elapsed - less.elapsed == pytest.approx(spared)
        assert plain.promised == less.promised
    # the promised deadline stays, in the lists too
    assert bureau.case(case_id).resolution_due == after.clocks.resolution.promised
    (view,) = claims(bureau, case_id)
    assert (view.standing, view.claimed_by, view.decided_by) == (Standing.ACCEPTED, "Sari", "Ani")


async def test_refused_with_words_changes_no_figure(bureau: Bureau) -> None:
    case_id = await held(bureau)
    claim = power_cut(wib(23, 10), wib(23, 14))
    claimed = await bureau.does("Sari", "claim", case_id, claim, at=wib(23, 15))
    too_short = bureau.does("Ani", "refuse", claimed.cause_id, " ", at=wib(24, 9))
    assert (await refused(too_short)).key == "text-too-short"
    await bureau.does("Ani", "refuse", claimed.cause_id, "Listrik tidak padam.", at=wib(24, 9))
    assert bureau.told("Sari")[-1] == "cause-refused"
    now = at(bureau, case_id, wib(24, 12))
    assert now.clocks == now.without_causes
    assert claims(bureau, case_id)[0].words == "Listrik tidak padam."


async def test_what_nobody_decides_lapses_after_one_reminder(bureau: Bureau) -> None:
    case_id = await held(bureau)
    claim = power_cut(wib(23, 10), wib(23, 14))
    await bureau.does("Sari", "claim", case_id, claim, at=wib(23, 15))
    for day in (24, 25, 26, 27):
        await passes(bureau, wib(day, 12))
    assert bureau.told("Ani").count("cause-reminder") == 1
    await passes(bureau, wib(30, 15, 59))
    assert claims(bureau, case_id)[0].standing is Standing.CLAIMED
    for _ in range(2):
        await passes(bureau, wib(30, 16))
    (view,) = claims(bureau, case_id)
    assert (view.standing, view.decided_by) == (Standing.LAPSED, None)
    assert bureau.told("Sari").count("cause-lapsed") == 1
    now = at(bureau, case_id, wib(30, 16))
    assert now.clocks == now.without_causes
    late = bureau.does("Ani", "accept", view.cause_id, at=wib(30, 17))
    assert (await refused(late)).key == "cause-decided-already"


# --- who


async def test_only_who_holds_or_leads_the_case_claims(bureau: Bureau) -> None:
    case_id = await held(bureau)
    claim = power_cut(wib(23, 10), wib(23, 11))
    for name, key in (
        ("Tono", "cause-holder-only"),
        ("Wati", "not-for-you"),
        ("Citra", "not-for-you"),
    ):
        said = await refused(bureau.does(name, "claim", case_id, claim, at=wib(23, 12)))
        assert said.key == key, name
    await bureau.does("Hadi", "claim", case_id, claim, at=wib(23, 12))


async def test_nobody_in_the_officers_line_decides(bureau: Bureau) -> None:
    """Neither the claimer, nor a colleague, nor the head; nor an admin who serves in the unit or
    works on the case."""
    await bureau.joins("Rudi", Role.ADMIN, office_id=1, at=wib(2))
    await bureau.joins("Rudi", Role.OFFICER, unit="KTP", at=wib(2))
    await bureau.joins("Dewi", Role.ADMIN, office_id=1, at=wib(2))
    case_id = (await bureau.complains(at=wib(23, 9))).case_id
    await bureau.does("Dewi", "take", case_id, at=wib(23, 9))
    claim = power_cut(wib(23, 10), wib(23, 11))
    claimed = await bureau.does("Hadi", "claim", case_id, claim, at=wib(23, 12))
    assert "cause-to-decide" not in bureau.told("Rudi") + bureau.told("Dewi")
    for name in ("Hadi", "Sari", "Tono", "Rudi", "Dewi"):
        said = await refused(bureau.does(name, "accept", claimed.cause_id, at=wib(24, 9)))
        assert said.key == "cause-not-yours-to-decide", name
    for name in ("Wati", "Budi", "Citra"):
        said = await refused(bureau.does(name, "accept", claimed.cause_id, at=wib(24, 9)))
        assert said.key == "cause-unknown", name
    await bureau.does("Ani", "accept", claimed.cause_id, at=wib(24, 9))


async def test_of_two_who_decide_at_once_one_does(bureau: Bureau) -> None:
    await bureau.joins("Dewi", Role.ADMIN, office_id=1, at=wib(2))
    case_id = await held(bureau)
    claim = power_cut(wib(23, 10), wib(23, 11))
    claimed = await bureau.does("Sari", "claim", case_id, claim, at=wib(23, 12))
    both = await asyncio.gather(
        bureau.does("Ani", "accept", claimed.cause_id, at=wib(24, 9)),
        bureau.does("Dewi", "refuse", claimed.cause_id, "Tidak terbukti.", at=wib(24, 9)),
        return_exceptions=True,
    )
    (lost,) = [one for one in both if isinstance(one, Refused)]
    assert lost.key == "cause-decided-already"
    decided = [
        one for one in at(bureau, case_id, wib(24, 10)).events if one.event is Event.CAUSE_DECIDED
    ]
    assert len(decided) == 1


async def test_a_supervisory_case_is_decided_by_another_inspector(bureau: Bureau) -> None:
    for name in ("Ina", "Indra"):
        await bureau.joins(name, Role.INSPECTOR, office_id=1, at=wib(2))
    sent = await bureau.complains(category="pungli", at=wib(23, 9))
    assert bureau.case(sent.case_id).supervisory
    await bureau.does("Ina", "take", sent.case_id, at=wib(23, 9))
    claim = power_cut(wib(23, 10), wib(23, 11))
    claimed = await bureau.does("Ina", "claim", sent.case_id, claim, at=wib(23, 12))
    assert "cause-to-decide-unread" in bureau.told("Indra")
    assert not [key for name in ("Sari", "Hadi", "Ani") for key in bureau.told(name)]
    for name in ("Ani", "Hadi"):
        said = await refused(bureau.does(name, "accept", claimed.cause_id, at=wib(24, 9)))
        assert said.key == "cause-unknown"
    await bureau.does("Indra", "accept", claimed.cause_id, at=wib(24, 9))


async def test_the_claim_of_a_supervisory_case_is_read_for_a_reason(bureau: Bureau) -> None:
    for name in ("Ina", "Indra"):
        await bureau.joins(name, Role.INSPECTOR, office_id=1, at=wib(2))
    case_id = (await bureau.complains(category="pungli", at=wib(23, 9))).case_id
    await bureau.does("Ina", "take", case_id, at=wib(23, 9))
    photo = Upload(FileKind.PHOTO, "file-1", 1000)
    claim = power_cut(wib(23, 10), wib(23, 11), files=(photo,))
    claimed = await bureau.does("Ina", "claim", case_id, claim, at=wib(23, 12))
    told = bureau.messages("Indra")[-1].body
    assert told["key"] == "cause-to-decide-unread"
    assert "attachments" not in told
    assert not [word for word in (REASON, LETTER, "cause-kind") if word in str(told)]
    for name in ("Ina", "Indra"):
        with pytest.raises(ReasonNeeded):
            looks(bureau, name, claimed.cause_id, wib(24, 9))
    await bureau.does("Indra", "opened", case_id, "work", at=wib(24, 9))
    assert looks(bureau, "Indra", claimed.cause_id, wib(24, 9, 29)).reason == REASON
    indra = bureau.people["Indra"]
    (file,) = bureau.read(lambda tx: files.parcels(tx, claimed.files, indra, wib(24, 9, 29)))
    assert file.allowed
    with pytest.raises(ReasonNeeded):
        looks(bureau, "Indra", claimed.cause_id, wib(24, 9, 30))
    await bureau.does("Indra", "refuse", claimed.cause_id, "Tidak terbukti.", at=wib(24, 9))
    said = bureau.messages("Ina")[-1].body
    assert said["key"] == "cause-decided-unread"
    assert "terbukti" not in str(said)


def looks(bureau: Bureau, name: str, cause_id: int, now: datetime) -> CauseView:
    return bureau.read(lambda tx: causes.view(tx, cause_id, bureau.people[name], now))


async def test_the_list_of_what_waits_is_for_who_may_decide(bureau: Bureau) -> None:
    def waiting(name: str) -> list[int]:
        person = bureau.people[name]
        found = bureau.read(lambda tx: causes.undecided(tx, person, wib(23, 16)))
        return [one.cause_id for one in found]

    await bureau.joins("Ina", Role.INSPECTOR, office_id=1, at=wib(2))
    case_id, own = await held(bureau), (await bureau.complains("Ani")).case_id
    claim = power_cut(wib(23, 10), wib(23, 11))
    claimed = await bureau.does("Sari", "claim", case_id, claim, at=wib(23, 12))
    await bureau.does("Hadi", "claim", own, claim, at=wib(23, 12))
    assert waiting("Ani") == [claimed.cause_id]
    assert not [name for name in ("Sari", "Hadi", "Ina", "Wati", "Budi") if waiting(name)]
    await bureau.does("Ani", "accept", claimed.cause_id, at=wib(23, 15))
    assert waiting("Ani") == []


# --- what


@pytest.mark.parametrize(
    ("claim", "key"),
    [
        (power_cut(wib(23, 10), wib(23, 11), reason="Listrik padam."), "text-too-short"),
        (power_cut(wib(23, 10), wib(23, 11), proof=""), "cause-no-proof"),
        (power_cut(wib(23, 11), wib(23, 10)), "cause-backwards"),
        (power_cut(wib(23, 11), wib(23, 13)), "cause-in-future"),
        (power_cut(wib(23, 13), None), "cause-in-future"),
        (power_cut(wib(20, 7), wib(20, 8)), "cause-outside"),
        (power_cut(wib(23, 10, month=10), None), "cause-too-long"),
    ],
)
async def test_what_is_no_claim(bureau: Bureau, claim: Claim, key: str) -> None:
    case_id = await held(bureau)
    said = await refused(bureau.does("Sari", "claim", case_id, claim, at=wib(23, 12)))
    assert said.key == key
    assert claims(bureau, case_id) == ()


async def test_a_file_is_proof_and_is_no_part_of_the_complaint(bureau: Bureau) -> None:
    case_id = await held(bureau)
    photo = Upload(FileKind.PHOTO, "file-1", 1000)
    claim = power_cut(wib(23, 10), wib(23, 11), proof="", files=(photo,))
    claimed = await bureau.does("Sari", "claim", case_id, claim, at=wib(23, 12))
    assert len(claimed.files) == 1
    assert bureau.messages("Ani")[-1].body["attachments"] == list(claimed.files)
    from models.complaints import casework

    assert bureau.read(lambda tx: casework.files_of(tx, case_id)) == []


async def test_only_what_lies_within_the_life_of_the_case_counts(bureau: Bureau) -> None:
    case_id = await held(bureau, wib(23, 10))
    await bureau.does("Sari", "answer", case_id, "Sudah.", at=wib(23, 11))
    await bureau.does("Budi", "confirm", case_id, at=wib(23, 14))
    claim = power_cut(wib(23, 8), wib(24, 9))  # from before the receipt until after the end
    claimed = await bureau.does("Sari", "claim", case_id, claim, at=wib(24, 10))
    await bureau.does("Ani", "accept", claimed.cause_id, at=wib(24, 11))
    now = at(bureau, case_id, wib(25, 9))
    (excluded,) = [one.excluded for one in now.events if one.excluded]
    assert (excluded.start, excluded.end) == (wib(23, 10), wib(23, 14))
    assert now.clocks.first_answer.elapsed == 60
    assert now.without_causes.first_answer.elapsed == 0
    assert now.without_causes.resolution.elapsed == 0


async def test_thirty_days_after_the_end_it_is_too_late(bureau: Bureau) -> None:
    case_id = await held(bureau)
    await bureau.does("Sari", "answer", case_id, "Sudah.", at=wib(23, 11))
    await bureau.does("Budi", "confirm", case_id, at=wib(23, 14))
    claim = power_cut(wib(23, 10), wib(23, 11))
    just = wib(23, 14) + cause_claims.CLAIM_WITHIN
    late = bureau.does("Sari", "claim", case_id, claim, at=just + timedelta(seconds=1))
    assert (await refused(late)).key == "cause-too-late"
    await bureau.does("Sari", "claim", case_id, claim, at=just)


async def test_overlaps_are_left_out_once(bureau: Bureau) -> None:
    case_id = await held(bureau)
    for start, end in ((10, 12), (11, 14), (9, 10)):
        claim = power_cut(wib(23, start), wib(23, end))
        claimed = await bureau.does("Sari", "claim", case_id, claim, at=wib(23, 15))
        await bureau.does("Ani", "accept", claimed.cause_id, at=wib(23, 15))
    now = at(bureau, case_id, wib(23, 16))
    assert now.clocks.resolution.elapsed == 6 * 60
    assert now.without_causes.resolution.elapsed == 2 * 60  # 9 to 14 without the break


async def test_waiting_and_cause_at_once_stand_still_once(bureau: Bureau) -> None:
    case_id = await held(bureau)
    await bureau.does("Sari", "ask_back", case_id, "Tanggal berapa?", at=wib(23, 10))
    await bureau.does("Budi", "citizen_reply", case_id, "Kemarin.", at=wib(23, 14))
    claim = power_cut(wib(23, 9, 30), wib(23, 15))
    claimed = await bureau.does("Sari", "claim", case_id, claim, at=wib(23, 15))
    await bureau.does("Ani", "accept", claimed.cause_id, at=wib(23, 15))
    now = at(bureau, case_id, wib(23, 16))
    assert now.clocks.resolution.elapsed == 60 + 120
    assert now.without_causes.resolution.elapsed == 30 + 60


# --- one that goes on


async def test_one_that_goes_on_is_ended_by_who_claimed_it(bureau: Bureau) -> None:
    case_id = await held(bureau)
    claimed = await bureau.does(
        "Sari", "claim", case_id, power_cut(wib(23, 10), None), at=wib(23, 11)
    )
    await bureau.does("Ani", "accept", claimed.cause_id, at=wib(23, 14))
    going = at(bureau, case_id, wib(23, 15))
    assert going.without_causes.resolution.elapsed == 60
    assert (
        await refused(bureau.does("Wati", "end", claimed.cause_id, wib(23, 15), at=wib(23, 16)))
    ).key == "cause-unknown"
    await bureau.does("Sari", "end", claimed.cause_id, wib(23, 14), at=wib(23, 16))
    over = at(bureau, case_id, wib(23, 16))
    assert over.without_causes.resolution.elapsed == 60 + 120
    again = bureau.does("Hadi", "end", claimed.cause_id, wib(23, 15), at=wib(23, 16))
    assert (await refused(again)).key == "cause-over-already"


async def test_one_that_nobody_ends_lasts_thirty_days(bureau: Bureau) -> None:
    case_id = await held(bureau)
    claimed = await bureau.does(
        "Sari", "claim", case_id, power_cut(wib(23, 10), None), at=wib(23, 11)
    )
    await bureau.does("Ani", "accept", claimed.cause_id, at=wib(23, 14))
    for _ in range(2):
        await passes(bureau, wib(23, 10, month=12) + timedelta(days=1))
    (view,) = claims(bureau, case_id)
    assert view.end == wib(23, 10) + cause_claims.LONGEST
    ended = [
        e for e in at(bureau, case_id, wib(28, 9, month=12)).events if e.event is Event.CAUSE_ENDED
    ]
    assert len(ended) == 1


# --- for all cases of the unit


async def test_listrik_padam_for_every_open_case_of_the_unit(bureau: Bureau) -> None:
    first = await held(bureau)
    others = [(await bureau.complains("Citra", at=wib(23, 11))).case_id for _ in range(2)]
    late = (await bureau.complains(at=wib(23, 14))).case_id  # received when it was over
    elsewhere = (await bureau.complains(unit="SKCK", at=wib(23, 9))).case_id
    secret = (await bureau.complains(category="pungli", at=wib(23, 9))).case_id
    claim = power_cut(wib(23, 10), wib(23, 13))
    claimed = await bureau.does("Hadi", "claim", first, claim, at=wib(23, 15), every=True)
    assert {case_id for case_id, _ in claimed.cases} == {first, *others}
    assert bureau.told("Ani").count("cause-to-decide") == 1
    await bureau.does("Ani", "accept", claimed.cause_id, at=wib(23, 15))
    for case_id, spared in ((first, 120), (others[0], 60), (late, 0), (elsewhere, 0), (secret, 0)):
        now = at(bureau, case_id, wib(23, 16))
        assert now.clocks.resolution.elapsed - now.without_causes.resolution.elapsed == spared


async def test_the_list_of_all_open_cases_does_not_say_which_the_head_sent(bureau: Bureau) -> None:
    first = await held(bureau)
    own = (await bureau.complains("Hadi", at=wib(23, 9))).case_id
    hadi = bureau.people["Hadi"]
    counted = bureau.read(
        lambda tx: cause_claims.shareable(tx, tx.session.get_one(Case, first), hadi, wib(23, 15))
    )
    claim = power_cut(wib(23, 10), wib(23, 13))
    claimed = await bureau.does("Hadi", "claim", first, claim, at=wib(23, 15), every=True)
    assert (counted, {case_id for case_id, _ in claimed.cases}) == (1, {first, own})


async def test_an_officer_who_does_not_lead_claims_for_one_case_only(bureau: Bureau) -> None:
    first = await held(bureau)
    await bureau.complains("Citra", at=wib(23, 9))
    claim = power_cut(wib(23, 10), wib(23, 13))
    claimed = await bureau.does("Sari", "claim", first, claim, at=wib(23, 15), every=True)
    assert [case_id for case_id, _ in claimed.cases] == [first]


async def test_a_case_withdrawn_meanwhile_holds_nothing_up(bureau: Bureau) -> None:
    first = await held(bureau)
    second = (await bureau.complains("Citra", at=wib(23, 9))).case_id
    claim = power_cut(wib(23, 10), wib(23, 13))
    claimed = await bureau.does("Hadi", "claim", first, claim, at=wib(23, 15), every=True)
    await bureau.does("Citra", "withdraw", second, at=wib(23, 15))
    await bureau.does("Ani", "accept", claimed.cause_id, at=wib(23, 16))
    assert at(bureau, first, wib(23, 16)).without_causes.resolution.pauses
    assert not at(bureau, second, wib(23, 16)).without_causes.resolution.pauses


async def test_the_journal_holds_no_words(bureau: Bureau) -> None:
    case_id = await held(bureau)
    claimed = await bureau.does(
        "Sari", "claim", case_id, power_cut(wib(23, 10), wib(23, 11)), at=wib(23, 12)
    )
    await bureau.does("Ani", "refuse", claimed.cause_id, "Tidak terbukti.", at=wib(24, 9))
    entries = bureau.read(lambda tx: [repr(e) for e in tx.session.exec(select(JournalEntry))])
    assert not [e for e in entries if REASON in e or LETTER in e or "Tidak terbukti" in e]


async def test_that_the_only_admin_sent_the_case_shows_in_no_answer(bureau: Bureau) -> None:
    case_id: int = (await bureau.complains("Ani")).case_id
    await bureau.does("Sari", "take", case_id, at=NOON)
    claim = power_cut(NOON, wib(23, 10))
    claimed = await bureau.does("Sari", "claim", case_id, claim, at=wib(23, 11))
    assert bureau.read(lambda tx: causes.anybody_decides(tx, claimed.cause_id, wib(23, 11)))
    assert "cause-to-decide" not in bureau.told("Ani")
    why = await refused(bureau.does("Ani", "accept", claimed.cause_id, at=wib(23, 12)))
    assert why.key == "cause-not-yours-to-decide"
