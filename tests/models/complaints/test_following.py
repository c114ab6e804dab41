"""Several citizens, one matter: following a case, merging two, and what each of them reads."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import col, select

from handlers import delivery
from models import journal, outbox
from models.complaints import following, queries, tracking
from models.complaints.casework import Done
from models.complaints.states import State
from models.complaints.tables import Case, Follower, Side
from models.complaints.tracking import Tracked
from models.database import Database, Transaction
from models.errors import Refused
from models.people import Person, Role
from tests.models.complaints.offices_and_people import (
    LATER,
    NOON,
    Bureau,
    end_silence,
    refused,
    wib,
)

NAMED = {"anonymous": False, "name": "Budi"}
OTHER = "Loketnya tutup sebelum waktunya, padahal masih ramai."


async def two(bureau: Bureau, **more: Any) -> tuple[int, int]:
    """A case of Budi's, and one of Citra's about the same."""
    first = await bureau.complains("Budi")
    second = await bureau.complains("Citra", text=OTHER, **more)
    return first.case_id, second.case_id


async def merges(
    bureau: Bureau, name: str, case_id: int, into_id: int, at: datetime = LATER
) -> Done:
    person_id = bureau.people[name]
    return await bureau.write(lambda tx: following.merge(tx, case_id, into_id, person_id, at))


async def third(bureau: Bureau, name: str = "Dewi") -> str:
    """One more citizen."""
    await bureau.write(lambda tx: bureau.cast.enter(tx, name, NOON))
    return name


def seen(bureau: Bureau, name: str, case_id: int) -> Tracked:
    return bureau.read(lambda tx: tracking.of(tx, case_id, bureau.people[name], LATER))


def followers(bureau: Bureau, case_id: int) -> set[int]:
    rows = select(Follower.person_id).where(Follower.case_id == case_id)
    return bureau.read(lambda tx: set(tx.session.exec(rows)))


def counted(bureau: Bureau, case_id: int) -> int:
    """The count beside the case, which is what everybody sees, agrees with the rows: those who
    follow it, and each case merged into it with its own followers."""
    count = bureau.case(case_id).followers
    following_it = select(Follower.person_id).where(
        Follower.case_id == case_id, col(Follower.merged_id).is_(None)
    )
    inside = select(Case.id).where(Case.merged_into_id == case_id)
    alone, ids = bureau.read(
        lambda tx: (len(tx.session.exec(following_it).all()), tx.session.exec(inside).all())
    )
    assert count == alone + sum(1 + counted(bureau, one or 0) for one in ids)
    return count


# --- following


async def test_a_follower_gets_every_answer_and_each_turn_but_no_question(bureau: Bureau) -> None:
    case_id = (await bureau.complains()).case_id
    await bureau.does("Citra", "follow", case_id, at=LATER)
    await bureau.does("Sari", "ask_back", case_id, "Tanggal berapa?", at=LATER)
    await bureau.does("Budi", "citizen_reply", case_id, "Kemarin.", at=LATER)
    await bureau.does("Sari", "answer", case_id, "Sudah.", at=LATER, public="Sudah ada.")
    await bureau.does("Budi", "reopen", case_id, "Belum.", at=LATER)
    await bureau.does("Sari", "forward", case_id, bureau.units["SKCK"], at=LATER)
    await bureau.does("Wati", "answer", case_id, "Beres.", at=LATER)
    await bureau.does("Budi", "confirm", case_id, at=LATER)
    assert bureau.told("Citra") == [
        "case-answered-follower",
        "case-reopened-follower",
        "case-forwarded-citizen",
        "case-answered-follower",
        "case-confirmed-follower",
    ]
    answers = [m.body for m in bureau.messages("Citra") if "answered" in m.body["key"]]
    assert answers[0]["values"]["said"] == "Sudah ada."  # as others may read it
    assert answers[1]["values"]["said"]["text"] == "follower-look"  # nobody said how
    buttons = {
        b["data"] for m in bureau.messages("Citra") for row in m.body["buttons"] for b in row
    }
    assert buttons == {f"track:{case_id}", f"track-again:{case_id}"}  # the latter at the end


async def test_a_follower_reads_masked_words_and_answers_never_the_replies(bureau: Bureau) -> None:
    masked, original = "Nomor saya •••, tolong dibantu.", "Nomor saya 0812-0000-0000, tolong."
    sent = await bureau.complains(text=masked, original=original)
    await bureau.does("Citra", "follow", sent.case_id, at=LATER)
    await bureau.does("Sari", "ask_back", sent.case_id, "Siapa nama Ibu?", at=LATER)
    await bureau.does("Budi", "citizen_reply", sent.case_id, "Siti Aminah.", at=LATER)
    await bureau.does("Sari", "answer", sent.case_id, "Baik.", at=LATER)
    tracked = seen(bureau, "Citra", sent.case_id)
    assert (tracked.own, tracked.case.text) == (False, masked)
    assert {one.side for one in tracked.case.thread} == {Side.OFFICER}
    told = json.dumps([message.body for message in bureau.messages("Citra")])
    assert "Siti" not in told
    assert "0812" not in told
    assert seen(bureau, "Budi", sent.case_id).case.text == original


@pytest.mark.parametrize("hidden", [{"confidential": True}, {"supervisory": True}])
async def test_what_is_not_for_the_public_cannot_be_followed(
    bureau: Bureau, hidden: dict[str, bool]
) -> None:
    sent = await bureau.complains(**hidden)
    assert (await refused(bureau.does("Citra", "follow", sent.case_id, at=LATER))).key == (
        "case-unknown"
    )


async def test_only_the_open_case_of_somebody_else_is_followed(bureau: Bureau) -> None:
    case_id = (await bureau.complains()).case_id
    assert (await refused(bureau.does("Budi", "follow", case_id, at=LATER))).key == "follow-own"
    assert (await refused(bureau.does("Citra", "follow", 404, at=LATER))).key == "case-unknown"
    await bureau.does("Budi", "withdraw", case_id, at=LATER)
    assert (await refused(bureau.does("Citra", "follow", case_id, at=LATER))).key == "case-not-now"


async def test_following_twice_counts_once_and_can_end(bureau: Bureau) -> None:
    case_id = (await bureau.complains()).case_id
    for _ in range(2):
        await bureau.does("Citra", "follow", case_id, at=LATER)
    assert counted(bureau, case_id) == 1
    await bureau.does("Citra", "unfollow", case_id, at=LATER)
    assert counted(bureau, case_id) == 0
    assert (await refused(bureau.does("Citra", "unfollow", case_id, at=LATER))).key == (
        "case-unknown"
    )
    await bureau.does("Sari", "answer", case_id, "Sudah.", at=LATER)
    assert bureau.told("Citra") == []
    with pytest.raises(Refused):
        seen(bureau, "Citra", case_id)
    kinds = bureau.read(lambda tx: [entry.kind for entry in journal.of_case(tx, case_id)])
    assert [kind for kind in kinds if "follow" in kind] == ["case.followed", "case.unfollowed"]


async def test_a_follower_does_nothing_to_the_case(bureau: Bureau) -> None:
    case_id = (await bureau.complains()).case_id
    await bureau.does("Citra", "follow", case_id, at=LATER)
    await bureau.does("Sari", "answer", case_id, "Sudah.", at=LATER)
    acts: dict[str, tuple[Any, ...]] = {
        "citizen_reply": ("Halo.",),
        "confirm": (),
        "reopen": ("Belum.",),
        "withdraw": (),
        "rate_handling": (4,),
    }
    for operation, rest in acts.items():
        act = bureau.does("Citra", operation, case_id, *rest, at=LATER)
        assert (await refused(act)).key == "case-unknown"


async def test_nobody_follows_without_having_agreed(bureau: Bureau) -> None:
    case_id = (await bureau.complains()).case_id
    await bureau.write(
        lambda tx: tx.session.exec(
            update(Person).where(col(Person.id) == bureau.people["Citra"]).values(consent_version=0)
        )
    )
    assert (await refused(bureau.does("Citra", "follow", case_id, at=LATER))).key == (
        "consent-needed"
    )


# --- merging


async def test_a_merged_case_goes_on_as_the_other_for_all_who_wait(bureau: Bureau) -> None:
    into, case_id = await two(bureau)
    dewi = await third(bureau)
    await bureau.does(dewi, "follow", case_id, at=LATER)
    done: Done = await merges(bureau, "Sari", case_id, into)
    case = bureau.case(case_id)
    assert done.state is State.MERGED
    assert (case.merged_into_id, case.resolved_at, case.next_due) == (into, LATER, None)
    assert counted(bureau, into) == 2
    for name in ("Citra", dewi):
        assert bureau.told(name) == ["case-merged-citizen"]
        assert not seen(bureau, name, into).own
    assert bureau.told("Budi") == []  # for whom nothing changes
    assert "case-merged-here" in bureau.told("Tono")
    assert "case-merged-here" not in bureau.told("Sari")
    await bureau.does("Sari", "answer", into, "Sudah kami perbaiki.", at=LATER)
    assert bureau.told("Citra")[-1] == bureau.told(dewi)[-1] == "case-answered-follower"
    view = bureau.read(lambda tx: queries.for_officer(tx, into, bureau.people["Tono"], LATER))
    assert (view.followers, view.merged) == (2, (bureau.case(case_id).ticket,))


@pytest.mark.parametrize("who", ["Budi", "Citra"])
async def test_no_number_tells_that_two_reports_are_of_one_citizen(
    bureau: Bureau, who: str
) -> None:
    """Whatever officers read after a merge is the same for another citizen's report."""
    into = (await bureau.complains(**NAMED)).case_id
    case_id = (await bureau.complains(who, text=OTHER)).case_id
    await merges(bureau, "Sari", case_id, into)
    assert counted(bureau, into) == 1
    assert bureau.told(who)[-1] == "case-merged-citizen"
    tono = bureau.people["Tono"]
    told = next(m.body for m in bureau.messages("Tono") if m.body["key"] == "case-merged-here")
    assert told["values"]["n"] == 1
    view = bureau.read(lambda tx: queries.for_officer(tx, into, tono, LATER))
    assert (view.followers, view.merged) == (1, (bureau.case(case_id).ticket,))
    await bureau.does("Sari", "separate", case_id, at=LATER)
    assert counted(bureau, into) == 0


async def test_nor_does_it_tell_when_a_merged_citizen_stops_following(bureau: Bureau) -> None:
    into, case_id = await two(bureau)
    await merges(bureau, "Sari", case_id, into)
    await bureau.does("Citra", "unfollow", into, at=LATER)
    assert followers(bureau, into) == set()
    assert counted(bureau, into) == 1
    await bureau.does("Sari", "separate", case_id, at=LATER)
    assert counted(bureau, into) == 0


async def test_who_follows_a_merged_case_stops_following_both(bureau: Bureau) -> None:
    into, case_id = await two(bureau)
    dewi, eka = await third(bureau), await third(bureau, "Eka")
    for name in (dewi, eka):
        await bureau.does(name, "follow", case_id, at=LATER)
    await merges(bureau, "Sari", case_id, into)
    assert counted(bureau, into) == 3
    await bureau.does(dewi, "unfollow", into, at=LATER)
    await bureau.does(eka, "unfollow", case_id, at=LATER)
    assert (counted(bureau, into), counted(bureau, case_id)) == (1, 0)
    assert followers(bureau, into) == {bureau.people["Citra"]}


async def test_whose_two_cases_were_merged_keeps_the_answers_to_the_one_that_stays(
    bureau: Bureau,
) -> None:
    into, one = await two(bureau)
    other = (await bureau.complains("Citra", text="Ruang tunggunya sangat panas.")).case_id
    for case_id in (one, other):
        await merges(bureau, "Sari", case_id, into)
    assert counted(bureau, into) == 2
    await bureau.does("Sari", "separate", one, at=LATER)
    assert followers(bureau, into) == {bureau.people["Citra"]}
    assert counted(bureau, into) == 1


async def test_of_a_separated_case_the_officers_learn_as_of_a_new_one(bureau: Bureau) -> None:
    into, case_id = await two(bureau)
    await merges(bureau, "Sari", case_id, into)
    await bureau.does("Sari", "separate", case_id, at=LATER)
    body = bureau.messages("Tono")[-1].body
    assert (body["key"], body["values"]["said"]) == ("case-separated", OTHER)
    assert body["buttons"][0][0]["data"] == f"case-take:{case_id}"
    assert "case-separated" not in bureau.told("Sari")  # who did it


async def test_when_the_other_is_withdrawn_each_merged_case_goes_on(bureau: Bureau) -> None:
    into, case_id = await two(bureau)
    dewi, eka = await third(bureau), await third(bureau, "Eka")
    await bureau.does(dewi, "follow", case_id, at=LATER)
    await bureau.does(eka, "follow", into, at=LATER)
    await merges(bureau, "Sari", case_id, into)
    await bureau.does("Budi", "withdraw", into, at=LATER)
    case = bureau.case(case_id)
    assert (case.state, case.merged_into_id, case.holder_id) == (State.VERIFIED, None, None)
    assert case.next_due is not None
    assert (counted(bureau, into), counted(bureau, case_id)) == (1, 1)
    assert bureau.told("Citra")[-1] == bureau.told(dewi)[-1] == "case-alone-citizen"
    assert bureau.told(eka) == ["case-withdrawn-follower"]
    assert "case-separated" in bureau.told("Sari")
    actors = bureau.read(
        lambda tx: [e.actor_id for e in journal.of_case(tx, case_id) if "separated" in e.kind]
    )
    assert actors == [None]  # not the citizen of the other
    await bureau.does("Sari", "answer", case_id, "Sudah.", at=LATER)
    assert bureau.told("Citra")[-1] == "case-answered-citizen"


@pytest.mark.parametrize("end", ["confirmed", "rejected", "silence"])
async def test_who_was_merged_into_what_has_ended_comes_back_by_one_tap(
    bureau: Bureau, end: str
) -> None:
    """With a complaint that goes on from the own; who only followed, with a new one."""
    into, case_id = await two(bureau)
    dewi = await third(bureau)
    await bureau.does(dewi, "follow", into, at=LATER)
    await merges(bureau, "Sari", case_id, into)
    if end == "rejected":
        await bureau.does("Sari", "reject", into, "unfounded", "Tidak ada antrean.", at=LATER)
    else:
        await bureau.does("Sari", "answer", into, "Sudah.", at=LATER)
        if end == "confirmed":
            await bureau.does("Budi", "confirm", into, at=LATER)
        else:
            later = LATER + timedelta(days=40)
            await bureau.write(lambda tx: end_silence(tx, into, later))
    for name, again in (("Citra", case_id), (dewi, into)):
        rows = bureau.messages(name)[-1].body["buttons"]
        data = [one["data"] for row in rows for one in row]
        assert data == [f"track:{into}", f"track-again:{again}"]


async def test_an_officer_does_not_handle_what_the_own_case_was_merged_into(
    bureau: Bureau,
) -> None:
    into = (await bureau.complains()).case_id
    case_id = (await bureau.complains("Sari", text=OTHER)).case_id
    fourth = (await bureau.complains("Citra", text="Ruang tunggunya panas.")).case_id
    await merges(bureau, "Tono", case_id, into)

    async def keys() -> set[str]:
        acts = (
            bureau.does("Sari", "take", into, at=LATER),
            bureau.does("Sari", "answer", into, "Baik.", at=LATER),
            bureau.does("Sari", "reject", into, "unfounded", "Tidak kami temukan.", at=LATER),
            merges(bureau, "Sari", fourth, into),
        )
        return {(await refused(act)).key for act in acts}

    assert await keys() == {"case-own"}
    await bureau.does("Sari", "unfollow", into, at=LATER)
    assert await keys() == {"case-own"}  # also when Sari reads the answers no more
    await bureau.does("Tono", "separate", case_id, at=LATER)
    await bureau.does("Sari", "take", into, at=LATER)


async def test_separating_gives_everybody_back_what_they_had(bureau: Bureau) -> None:
    into, case_id = await two(bureau)
    dewi = await third(bureau)
    await bureau.does(dewi, "follow", case_id, at=LATER)
    await bureau.does("Tono", "take", case_id, at=LATER)
    await merges(bureau, "Hadi", case_id, into)
    later = LATER + timedelta(hours=1)
    done: Done = await bureau.does("Sari", "separate", case_id, at=later)
    assert (done.state, done.officer_id) == (State.VERIFIED, None)
    assert counted(bureau, into) == 0
    assert followers(bureau, case_id) == {bureau.people[dewi]}
    assert counted(bureau, case_id) == 1
    assert bureau.told("Citra")[-1] == bureau.told(dewi)[-1] == "case-separated-citizen"
    again = await refused(bureau.does("Sari", "separate", case_id, at=later))
    assert again.key == "case-not-now"


async def test_the_time_as_a_merged_case_counts_for_nobody(bureau: Bureau) -> None:
    into, case_id = await two(bureau)
    await bureau.does("Sari", "take", case_id, at=NOON)
    await merges(bureau, "Sari", case_id, into, wib(24))
    await bureau.does("Sari", "separate", case_id, at=wib(26))
    case = bureau.case(case_id)
    clocks = bureau.read(lambda tx: queries.clocks_of(tx, case, wib(26)))
    [merged] = clocks.resolution.pauses
    assert (merged.start, merged.end) == (wib(24), wib(26))


async def test_who_left_meanwhile_is_not_brought_back(bureau: Bureau) -> None:
    into, case_id = await two(bureau)
    dewi = await third(bureau)
    await bureau.does(dewi, "follow", case_id, at=LATER)
    await merges(bureau, "Sari", case_id, into)
    await bureau.does(dewi, "unfollow", into, at=LATER)
    await bureau.does("Sari", "separate", case_id, at=LATER)
    assert counted(bureau, case_id) == 0


async def test_who_followed_both_stays_with_the_other_after_a_separation(bureau: Bureau) -> None:
    into, case_id = await two(bureau)
    dewi = await third(bureau)
    for one in (into, case_id):
        await bureau.does(dewi, "follow", one, at=LATER)
    await merges(bureau, "Sari", case_id, into)
    assert counted(bureau, into) == 3  # one is there twice, and nobody learns it
    await bureau.does("Sari", "separate", case_id, at=LATER)
    assert followers(bureau, into) == {bureau.people[dewi]}


async def test_a_case_merged_meanwhile_is_followed_as_what_it_goes_on_as(bureau: Bureau) -> None:
    into, case_id = await two(bureau)
    dewi = await third(bureau)
    await merges(bureau, "Sari", case_id, into)
    followed = await bureau.does(dewi, "follow", case_id, at=LATER)
    assert followed.case_id == into


async def test_itself_a_chain_and_what_is_over_are_refused(bureau: Bureau) -> None:
    first, second = await two(bureau)
    fourth = (await bureau.complains(text="Ruang tunggunya sangat panas.")).case_id

    async def key(case_id: int, into: int, who: str = "Sari") -> str:
        return (await refused(merges(bureau, who, case_id, into))).key

    assert await key(first, first) == "merge-self"
    await merges(bureau, "Sari", second, first)
    assert await key(first, fourth) == "merge-chain"
    assert await key(fourth, second) == "case-not-now"  # into what goes on elsewhere
    assert await key(second, fourth) == "case-not-now"
    await bureau.does("Budi", "withdraw", fourth, at=LATER)
    assert await key(first, fourth) == "case-not-now"
    assert await key(fourth, first) == "case-not-now"
    assert counted(bureau, first) == 1


async def test_only_who_may_work_on_both_merges_them(bureau: Bureau) -> None:
    here = (await bureau.complains()).case_id
    there = (await bureau.complains("Citra", unit="SKCK")).case_id
    for name, key in (("Sari", "not-for-you"), ("Wati", "not-for-you"), ("Budi", "not-for-you")):
        assert (await refused(merges(bureau, name, here, there))).key == key
    assert (await merges(bureau, "Ani", here, there)).state is State.MERGED


async def test_another_s_case_is_not_merged_away_but_by_the_head(bureau: Bureau) -> None:
    into, case_id = await two(bureau)
    await bureau.does("Tono", "take", case_id, at=LATER)
    other = await refused(merges(bureau, "Sari", case_id, into))
    assert (other.key, other.values["name"]) == ("case-taken-by", "Tono")
    assert (await merges(bureau, "Hadi", case_id, into)).state is State.MERGED


async def test_what_the_public_may_not_read_takes_in_nobody_else(bureau: Bureau) -> None:
    plain, secret = await two(bureau, confidential=True)
    assert (await refused(merges(bureau, "Sari", plain, secret))).key == ("merge-confidential")
    await merges(bureau, "Sari", secret, plain)  # its words stay hidden
    assert counted(bureau, plain) == 1


async def test_merging_does_not_tell_that_a_named_citizen_sent_another_without_a_name(
    bureau: Bureau,
) -> None:
    """It would be taken in by a confidential case of the same citizen, and by no other."""
    unnamed = (await bureau.complains()).case_id
    named, again = [(await bureau.complains(confidential=True, **NAMED)).case_id for _ in range(2)]
    why = await refused(merges(bureau, "Sari", unnamed, named))
    assert why.key == "merge-confidential"
    await merges(bureau, "Sari", again, named)
    assert bureau.case(again).merged_into_id == named


async def test_of_a_follower_who_cannot_be_reached_the_unit_hears_nothing(bureau: Bureau) -> None:
    case_id = (await bureau.complains()).case_id
    await bureau.does("Citra", "follow", case_id, at=LATER)
    await bureau.does("Sari", "answer", case_id, "Sudah.", at=LATER, public="Sudah.")

    def blocks(name: str) -> Awaitable[None]:
        def fail(tx: Transaction) -> None:
            rows = outbox.waiting(tx, 50)
            row = next(one for one in rows if one.person_id == bureau.people[name])
            delivery.unreachable(tx, row, LATER, "403")

        return bureau.write(fail)

    await blocks("Citra")
    assert "undelivered-notice" not in bureau.told("Sari")
    await blocks("Budi")
    assert bureau.told("Sari")[-1] == "undelivered-notice"


async def test_who_blocks_the_bot_does_not_tie_an_anonymous_case_to_a_named_one(
    bureau: Bureau,
) -> None:
    unnamed = await bureau.complains()
    named = await bureau.complains(at=LATER, **NAMED)
    for sent in (unnamed, named):
        await bureau.does("Sari", "answer", sent.case_id, "Sudah.", at=LATER, public="Sudah.")

    def fail(tx: Transaction) -> None:
        row = next(r for r in outbox.waiting(tx, 50) if r.person_id == bureau.people["Budi"])
        delivery.unreachable(tx, row, LATER, "403")

    await bureau.write(fail)
    told = [m.body for m in bureau.messages("Sari") if m.body["key"] == "undelivered-notice"]
    assert [body["values"]["ticket"] for body in told] == [unnamed.ticket]


async def test_the_inspectorate_s_cases_go_with_one_another_only(bureau: Bureau) -> None:
    await bureau.joins("Ida", Role.INSPECTOR)
    ordinary = (await bureau.complains()).case_id
    bribe = (await bureau.complains(category="pungli")).case_id
    another = (await bureau.complains("Citra", category="pungli")).case_id
    for pair in ((bribe, ordinary), (ordinary, bribe)):
        assert (await refused(merges(bureau, "Sari", *pair))).key in (
            "case-unknown",
            "not-for-you",
        )
        assert (await refused(merges(bureau, "Ida", *pair))).key in (
            "case-unknown",
            "not-for-you",
        )
    await merges(bureau, "Ida", another, bribe)
    tracked = seen(bureau, "Citra", bribe)
    assert (tracked.own, tracked.case.text) == (False, "")


# --- lists


async def test_followed_cases_are_listed_apart_and_by_pages(bureau: Bureau) -> None:
    own = [(await bureau.complains(at=NOON + timedelta(hours=2 * n))).ticket for n in range(12)]
    dewi = await third(bureau)
    ids = [
        bureau.read(lambda tx, t=one: tracking.by_ticket(tx, t, bureau.people["Budi"]))
        for one in own
    ]
    for case_id in ids[:3]:
        await bureau.does(dewi, "follow", case_id, at=LATER)
    first = bureau.read(lambda tx: tracking.own(tx, bureau.people["Budi"]))
    second = bureau.read(lambda tx: tracking.own(tx, bureau.people["Budi"], 1))
    beyond = bureau.read(lambda tx: tracking.own(tx, bureau.people["Budi"], 9))
    listed = [line.ticket for page in (first, second) for line in page.lines]
    assert listed == own[::-1]
    assert (first.total, first.last, beyond.number) == (12, 1, 1)
    assert bureau.read(lambda tx: tracking.own(tx, bureau.people[dewi])).total == 0
    followed = bureau.read(lambda tx: tracking.followed(tx, bureau.people[dewi]))
    assert {line.case_id for line in followed.lines} == set(ids[:3])
    await merges(bureau, "Sari", ids[0], ids[1])
    followed = bureau.read(lambda tx: tracking.followed(tx, bureau.people[dewi]))
    assert {line.case_id for line in followed.lines} == set(ids[1:3])  # what goes on elsewhere


async def test_a_ticket_opens_for_who_follows_it_and_for_nobody_else(bureau: Bureau) -> None:
    sent = await bureau.complains()
    with pytest.raises(Refused):
        bureau.read(lambda tx: tracking.by_ticket(tx, sent.ticket, bureau.people["Citra"]))
    await bureau.does("Citra", "follow", sent.case_id, at=LATER)
    found = bureau.read(lambda tx: tracking.by_ticket(tx, sent.ticket, bureau.people["Citra"]))
    assert found == sent.case_id


# --- at once


async def at_once(*acts: Awaitable[Done]) -> list[Refused]:
    results = await asyncio.gather(*acts, return_exceptions=True)
    assert all(isinstance(one, (Done, Refused)) for one in results), results
    return [one for one in results if isinstance(one, Refused)]


async def test_two_who_merge_each_into_the_other_at_once_make_one_merge(bureau: Bureau) -> None:
    other = Database(bureau.database.url)
    elsewhere = Bureau(other, bureau.cast)
    try:
        for _ in range(4):
            first, second = await two(bureau)
            lost = await at_once(
                merges(bureau, "Sari", first, second),
                merges(elsewhere, "Tono", second, first),
            )
            assert [one.key for one in lost] == ["case-not-now"]
            states = sorted(bureau.case(one).state for one in (first, second))
            assert states == [State.MERGED, State.SENT]
            await bureau.write(lambda tx: tx.session.exec(update(Case).values(received_at=wib(1))))
    finally:
        other.close()


async def test_an_answer_and_a_merge_at_once_are_one_of_both(bureau: Bureau) -> None:
    other = Database(bureau.database.url)
    elsewhere = Bureau(other, bureau.cast)
    try:
        for _ in range(4):
            into, case_id = await two(bureau)
            lost = await at_once(
                bureau.does("Sari", "answer", case_id, "Sudah.", at=LATER),
                merges(elsewhere, "Tono", case_id, into),
            )
            assert len(lost) == 1
            answered = lost[0].key == "case-taken-by"
            assert bureau.case(case_id).state == (State.ANSWERED if answered else State.MERGED)
            assert counted(bureau, into) == (0 if answered else 1)
            await bureau.write(lambda tx: tx.session.exec(update(Case).values(received_at=wib(1))))
    finally:
        other.close()


async def test_many_follow_at_once_and_each_counts(bureau: Bureau) -> None:
    case_id = (await bureau.complains()).case_id
    names = ["Citra", *[await third(bureau, f"Warga{n}") for n in range(6)]]
    other = Database(bureau.database.url)
    elsewhere = Bureau(other, bureau.cast)
    try:
        await asyncio.gather(
            *(
                (bureau, elsewhere)[place % 2].does(name, "follow", case_id, at=LATER)
                for place, name in enumerate(names * 2)
            )
        )
    finally:
        other.close()
    assert counted(bureau, case_id) == len(names)
