"""A plan is agreed on by two: who may do what, in which state, and what is kept of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import select

from models import seen
from models.appraisal import leaders
from models.appraisal.skp import dialogue, drafting, plans
from models.appraisal.skp.content import Content, WrongContent
from models.appraisal.skp.tables import PerformancePlan, PlanState, Side
from models.database import Database, Transaction
from models.journal import JournalEntry, Kind
from models.outbox import OutboxMessage
from tests.models.appraisal.skp import desk as desks
from tests.models.appraisal.skp.desk import CONTENT, NOW, OTHERS, YEAR, Desk, later
from tests.rivals import ROUNDS, another, at_once, refusal

REASON = "Target dinaikkan karena loket bertambah"


async def draft(desk: Desk, content: Content = CONTENT) -> int:
    return await desk.does(dialogue.make, desk.sari.officer, YEAR, desk.sari.person, NOW, content)


async def proposed(desk: Desk) -> int:
    made = await draft(desk)
    assert await desk.does(dialogue.propose, made, desk.sari.person, NOW)
    return made


def told(tx: Transaction, person_id: int) -> list[str]:
    rows = tx.session.exec(select(OutboxMessage).where(OutboxMessage.person_id == person_id))
    return [row.body["key"] for row in rows]


# --- agreeing


async def test_the_officer_proposes_and_the_leader_agrees_and_both_confirmations_are_kept(
    desk: Desk,
) -> None:
    made = await proposed(desk)
    await desk.does(dialogue.agree, made, desk.hadi.person, later(5))
    plan = desk.read(plans.plan, made)
    assert plan.state is PlanState.AGREED
    assert (plan.officer_confirmed_at, plan.leader_confirmed_at) == (NOW, later(5))
    assert plan.agreed_at == later(5)
    assert drafting.content_of(plan) == CONTENT
    taken = desk.read(plans.steps, made)
    assert [(one.step, one.by) for one in taken] == [
        ("made", "Sari"),
        ("proposed", "Sari"),
        ("agreed", "Hadi"),
    ]
    assert desk.read(told, desk.hadi.person) == ["skp-told-proposed"]
    assert desk.read(told, desk.sari.person) == ["skp-told-agreed"]


async def test_the_journal_holds_each_step_and_no_words(desk: Desk) -> None:
    made = await proposed(desk)
    asked = "Mohon target waktu dinaikkan"
    await desk.does(dialogue.ask_change, made, asked, desk.hadi.person, later(1))

    def entered(tx: Transaction) -> list[JournalEntry]:
        kind = JournalEntry.kind == Kind.PERFORMANCE_PLAN_STEP
        return list(tx.session.exec(select(JournalEntry).where(kind)))

    entries = desk.read(entered)
    assert [one.data["step"] for one in entries] == ["made", "proposed", "change_asked"]
    assert entries[-1].actor_id == desk.hadi.person
    assert entries[-1].data["officer"] == desk.sari.officer
    assert asked not in str([one.data for one in entries])


async def test_a_change_that_is_asked_for_gives_the_plan_back_with_the_words(desk: Desk) -> None:
    made = await proposed(desk)
    await desk.is_refused(
        "text-too-short", dialogue.ask_change, made, "ubah", desk.hadi.person, NOW
    )
    asked = "Mohon target waktu dinaikkan"
    await desk.does(dialogue.ask_change, made, asked, desk.hadi.person, later(1))
    plan = desk.read(plans.plan, made)
    assert (plan.state, plan.holder) == (PlanState.CHANGE_ASKED, Side.OFFICER)
    assert plan.officer_confirmed_at is None
    assert desk.read(plans.steps, made)[-1].words == asked
    await desk.is_refused("skp-not-now", dialogue.agree, made, desk.hadi.person, later(2))
    await desk.does(dialogue.propose, made, desk.sari.person, later(3))
    await desk.does(dialogue.agree, made, desk.hadi.person, later(4))
    assert desk.read(plans.plan, made).agreed_at == later(4)


async def test_what_the_leader_changes_the_officer_confirms(desk: Desk) -> None:
    made = await proposed(desk)
    removal = drafting.remove_result(desk.read(plans.plan, made).results[1].id)
    await desk.does(dialogue.change, made, removal, desk.hadi.person, later(1))
    changed = desk.read(plans.plan, made)
    assert (changed.state, changed.holder) == (PlanState.DRAFT, Side.LEADER)
    assert changed.officer_confirmed_at is None
    await desk.does(dialogue.propose, made, desk.hadi.person, later(2))
    await desk.is_refused("skp-not-your-turn", dialogue.agree, made, desk.hadi.person, later(2))
    await desk.does(dialogue.agree, made, desk.sari.person, later(3))
    plan = desk.read(plans.plan, made)
    assert (plan.leader_confirmed_at, plan.officer_confirmed_at) == (later(2), later(3))
    assert [one.text for one in plan.results] == [
        CONTENT.results[0].text,
        CONTENT.results[2].text,
    ]


async def test_the_leader_may_begin_and_the_officer_may_ask_for_a_change(desk: Desk) -> None:
    made = await desk.does(dialogue.make, desk.sari.officer, YEAR, desk.hadi.person, NOW, CONTENT)
    await desk.is_refused("skp-not-your-turn", dialogue.propose, made, desk.sari.person, NOW)
    await desk.does(dialogue.propose, made, desk.hadi.person, NOW)
    await desk.does(
        dialogue.ask_change, made, "Brosur cukup seratus lembar", desk.sari.person, later(1)
    )
    assert desk.read(plans.plan, made).holder is Side.LEADER


async def test_who_is_not_at_turn_changes_nothing(desk: Desk) -> None:
    made = await proposed(desk)
    edit = drafting.whole(OTHERS)
    await desk.is_refused("skp-not-your-turn", dialogue.change, made, edit, desk.sari.person, NOW)
    await desk.is_refused("skp-not-your-turn", dialogue.drop, made, desk.sari.person, NOW)
    await desk.does(dialogue.take_back, made, desk.sari.person, later(1))
    await desk.is_refused("skp-not-now", dialogue.agree, made, desk.hadi.person, later(2))
    await desk.does(dialogue.change, made, edit, desk.sari.person, later(2))
    assert drafting.content_of(desk.read(plans.plan, made)) == OTHERS


async def test_the_officer_takes_over_a_draft_the_leader_left_lying(desk: Desk) -> None:
    made = await desk.does(dialogue.make, desk.sari.officer, YEAR, desk.hadi.person, NOW)
    await desk.does(dialogue.take_back, made, desk.sari.person, later(1))
    assert desk.read(plans.plan, made).holder is Side.OFFICER
    await desk.is_refused("skp-not-now", dialogue.take_back, made, desk.hadi.person, later(2))


async def test_an_old_screen_agrees_to_nothing_that_came_after_it(desk: Desk) -> None:
    made = await proposed(desk)
    read = seen.mark(desk.read(plans.plan, made).changed_at)
    sari, hadi = desk.sari.person, desk.hadi.person
    await desk.does(dialogue.take_back, made, sari, later(1))
    last = desk.read(plans.plan, made).results[-1].id
    await desk.does(dialogue.change, made, drafting.remove_result(last), sari, later(2))
    await desk.does(dialogue.propose, made, sari, later(3))
    await desk.is_refused("skp-changed-since", dialogue.agree, made, hadi, later(4), read)
    read = seen.mark(desk.read(plans.plan, made).changed_at)
    assert await desk.does(dialogue.agree, made, hadi, later(4), read)


async def test_an_unfinished_plan_is_not_proposed(desk: Desk) -> None:
    bare = Content((replace(CONTENT.results[0], indicators=()),))
    made = await draft(desk, bare)
    with pytest.raises(WrongContent) as wrong:
        await desk.does(dialogue.propose, made, desk.sari.person, NOW)
    assert [one.key for one in wrong.value.problems] == ["skp-no-indicator"]


async def test_small_changes_one_after_the_other_are_one_step(desk: Desk) -> None:
    made = await proposed(desk)
    await desk.does(dialogue.take_back, made, desk.sari.person, NOW)
    for result in desk.read(plans.plan, made).results[1:]:
        await desk.does(
            dialogue.change, made, drafting.remove_result(result.id), desk.sari.person, NOW
        )
    steps = [one.step for one in desk.read(plans.steps, made)]
    assert steps == ["made", "proposed", "taken_back", "changed"]


# --- who


async def test_strangers_peers_admins_and_the_superior_take_no_step(desk: Desk) -> None:
    made = await proposed(desk)
    for one in (desk.budi, desk.dewi, desk.ani, desk.rahma):
        for act in (dialogue.propose, dialogue.agree, dialogue.drop, dialogue.take_back):
            await desk.is_refused("not-for-you", act, made, one.person, NOW)
        edit = drafting.whole(OTHERS)
        await desk.is_refused("not-for-you", dialogue.change, made, edit, one.person, NOW)
        await desk.is_refused(
            "not-for-you", dialogue.make, desk.sari.officer, YEAR + 1, one.person, NOW
        )
    await desk.is_refused("not-for-you", dialogue.agree, 999, desk.hadi.person, NOW)


async def test_who_may_read_a_plan(desk: Desk) -> None:
    made = await proposed(desk)
    for one in (desk.sari, desk.hadi, desk.rahma, desk.ani):
        assert desk.read(plans.readable, made, one.person, NOW)[0].id == made
    for one in (desk.budi, desk.dewi):
        await desk.is_refused("not-for-you", plans.readable, made, one.person, NOW)
    await desk.is_refused("not-for-you", plans.readable, 999, desk.sari.person, NOW)


async def test_without_a_leader_there_is_no_plan(desk: Desk) -> None:
    await desk.is_refused(
        "skp-no-leader", dialogue.make, desk.rahma.officer, YEAR, desk.rahma.person, NOW
    )


async def test_a_leader_who_leads_no_more_is_not_who_agrees(desk: Desk) -> None:
    made = await proposed(desk)
    await desk.does(
        leaders.name_leader, desk.sari.officer, desk.rahma.officer, later(1), desk.ani.person
    )
    await desk.is_refused("not-for-you", dialogue.agree, made, desk.hadi.person, later(2))
    await desk.does(dialogue.agree, made, desk.rahma.person, later(2))
    assert desk.read(plans.plan, made).leader_id == desk.rahma.officer


async def test_what_a_former_leader_proposed_waits_for_the_new_one(desk: Desk) -> None:
    made = await desk.does(dialogue.make, desk.sari.officer, YEAR, desk.hadi.person, NOW, CONTENT)
    await desk.does(dialogue.propose, made, desk.hadi.person, NOW)
    await desk.does(
        leaders.name_leader, desk.sari.officer, desk.rahma.officer, later(1), desk.ani.person
    )
    assert not await desk.does(dialogue.agree, made, desk.sari.person, later(2))
    plan = desk.read(plans.plan, made)
    assert (plan.state, plan.holder, plan.leader_confirmed_at) == (
        PlanState.PROPOSED,
        Side.LEADER,
        None,
    )
    assert await desk.does(dialogue.agree, made, desk.rahma.person, later(3))


# --- years and versions


async def test_a_plan_is_of_this_year_or_the_next(desk: Desk) -> None:
    for year in (YEAR - 1, YEAR + 2):
        await desk.is_refused(
            "skp-year", dialogue.make, desk.sari.officer, year, desk.sari.person, NOW
        )
    assert await desk.does(dialogue.make, desk.sari.officer, YEAR + 1, desk.sari.person, NOW)


async def test_the_year_after_begins_with_what_was_agreed(desk: Desk) -> None:
    again = (desk.sari.officer, YEAR + 1, desk.sari.person, NOW)
    await desk.is_refused("skp-no-last-year", dialogue.from_last_year, *again)
    await desk.agreed()
    made = await desk.does(dialogue.from_last_year, *again)
    assert drafting.content_of(desk.read(plans.plan, made)) == CONTENT


async def test_an_agreed_plan_changes_only_by_a_new_version_with_a_reason(desk: Desk) -> None:
    first = await desk.agreed()
    edit = drafting.whole(OTHERS)
    await desk.is_refused("skp-not-now", dialogue.change, first, edit, desk.sari.person, NOW)
    begin = (desk.sari.officer, YEAR, desk.sari.person, NOW)
    await desk.is_refused("skp-agreed-already", dialogue.make, *begin)
    await desk.is_refused("text-too-short", dialogue.new_version, first, "", desk.sari.person, NOW)
    second = await desk.does(dialogue.new_version, first, REASON, desk.sari.person, later(1))
    await desk.is_refused(
        "skp-open-already", dialogue.new_version, first, REASON, desk.hadi.person, later(1)
    )
    plan = desk.read(plans.plan, second)
    assert (plan.version, plan.reason) == (2, REASON)
    assert drafting.content_of(plan) == CONTENT
    await desk.does(dialogue.change, second, edit, desk.sari.person, later(2))
    await desk.does(dialogue.propose, second, desk.sari.person, later(2))
    await desk.does(dialogue.agree, second, desk.hadi.person, later(9))

    def held(hour: float) -> int | None:
        found = desk.read(plans.agreed, desk.sari.officer, YEAR, later(hour))
        return found.id if found else None

    assert [held(-1), held(0), held(8.9), held(9), held(99)] == [None, first, first, second, second]
    assert desk.read(plans.plan, first).state is PlanState.REPLACED
    assert drafting.content_of(desk.read(plans.plan, first)) == CONTENT


async def test_a_dropped_version_leaves_the_one_before_in_force(desk: Desk) -> None:
    first = await desk.agreed()
    second = await desk.does(dialogue.new_version, first, REASON, desk.sari.person, later(1))
    await desk.does(dialogue.drop, second, desk.sari.person, later(2))
    newest = desk.read(plans.newest, desk.sari.officer, YEAR)
    assert newest is not None
    assert newest.id == first
    third = await desk.does(dialogue.new_version, first, REASON, desk.hadi.person, later(3))
    assert desk.read(plans.plan, third).version == 3


async def test_a_later_version_continues_what_stayed_word_for_word(desk: Desk) -> None:
    first = await desk.agreed()
    second = await desk.does(dialogue.new_version, first, REASON, desk.sari.person, later(1))
    was, now = desk.read(plans.plan, first), desk.read(plans.plan, second)
    higher = replace(CONTENT.results[0].indicators[0], target=700.0)
    served = now.indicators[0].id
    edits = (
        drafting.change_indicator(served, higher),
        drafting.change_result(now.results[1].id, text="Sesuatu yang lain sama sekali"),
    )
    for edit in edits:
        await desk.does(dialogue.change, second, edit, desk.sari.person, later(2))
    now = desk.read(plans.plan, second)
    assert now.indicators[0].id == served
    assert desk.read(plans.earlier, [served]) == {served: [served, was.indicators[0].id]}
    above = desk.read(plans.forebears, now)
    assert above[now.results[0].id] == {now.results[0].id, was.results[0].id}
    assert above[now.results[1].id] == {now.results[1].id}


async def test_rows_that_stay_keep_their_ids_and_no_id_comes_back_for_another(desk: Desk) -> None:
    made = await draft(desk)
    was = desk.read(plans.plan, made)
    new = replace(OTHERS.results[0], indicators=())
    last = was.results[2]
    edits = (
        drafting.add_result(new),  # a main one: it comes before the additional one that is there
        drafting.change_indicator(was.indicators[0].id, CONTENT.results[1].indicators[0]),
        drafting.remove_result(last.id),
        drafting.add_result(replace(CONTENT.results[2], id=None, text="Laporan yang baru")),
    )
    for edit in edits:
        await desk.does(dialogue.change, made, edit, desk.sari.person, NOW)
    now = desk.read(plans.plan, made)
    assert [one.id for one in now.results[:2]] == [one.id for one in was.results[:2]]
    assert now.indicators[0].id == was.indicators[0].id
    assert {one.id for one in now.results[2:]} & {one.id for one in was.results} == set()
    whole = drafting.whole(replace(CONTENT, results=CONTENT.results[:2]))
    await desk.does(dialogue.change, made, whole, desk.sari.person, NOW)
    again = desk.read(plans.plan, made)
    assert [one.id for one in again.results] == [one.id for one in was.results[:2]]


async def test_ids_of_another_plan_are_not_taken_over(desk: Desk) -> None:
    above = desk.read(plans.plan, await desk.agreed(desk.hadi))
    made = await draft(desk, drafting.content_of(above))
    ids = {one.id for one in desk.read(plans.plan, made).results}
    assert ids & {one.id for one in above.results} == set()
    forged = drafting.change_result(above.results[0].id, text="Bukan milik saya")
    await desk.is_refused("skp-part-gone", dialogue.change, made, forged, desk.sari.person, NOW)


# --- the leader's results, and the leader's list


async def test_words_of_the_leaders_own_plan_are_linked_to_it(desk: Desk) -> None:
    above = await desk.agreed(desk.hadi)
    linked = replace(CONTENT.results[0], leader_result=CONTENT.results[0].text.upper())
    own_words = replace(CONTENT.results[1], leader_result="Kepuasan warga meningkat")
    made = await draft(desk, Content((linked, own_words)))
    found = desk.read(plans.plan, made).results
    leaders_own = desk.read(plans.plan, above).results[0].id
    assert [one.leader_result_id for one in found] == [leaders_own, None]
    assert found[1].leader_result == "Kepuasan warga meningkat"


async def test_a_leader_sees_those_whom_he_leads(desk: Desk) -> None:
    first = await desk.agreed()
    second = await desk.does(dialogue.new_version, first, REASON, desk.sari.person, later(1))
    found = desk.read(plans.of_led, desk.hadi.officer, YEAR, later(2))
    assert [one.officer.name for one in found] == ["Budi", "Sari"]
    budi, sari = found
    assert (budi.open, budi.agreed) == (None, None)
    assert sari.open is not None
    assert sari.agreed is not None
    assert (sari.open.id, sari.agreed.id) == (second, first)
    assert desk.read(plans.of_led, desk.sari.officer, YEAR, NOW) == []


# --- two at once, on both databases


async def test_of_two_confirmations_at_once_one_counts(database: Database) -> None:
    desk = await desks.built(database)
    first = await desk.agreed()
    async with another(database) as other:
        for _ in range(ROUNDS):
            made = await desk.does(dialogue.new_version, first, REASON, desk.sari.person, NOW)
            await desk.does(dialogue.propose, made, desk.sari.person, NOW)
            answers = await at_once(
                database,
                other,
                lambda tx, made=made: dialogue.agree(tx, made, desk.hadi.person, later(1)),
                lambda tx, made=made: dialogue.take_back(tx, made, desk.sari.person, later(1)),
            )
            assert refusal(answers).key == "skp-not-now"
            twice = await at_once(
                database,
                other,
                lambda tx: dialogue.make(tx, desk.budi.officer, YEAR, desk.budi.person, NOW),
                lambda tx: dialogue.make(tx, desk.budi.officer, YEAR, desk.hadi.person, NOW),
            )
            assert refusal(twice).key == "skp-open-already"
            await desk.does(_start_over, desk, first)


def _start_over(tx: Transaction, desk: Desk, first: int) -> None:
    """The first version holds again, and nothing stands open."""
    for row in tx.session.exec(select(PerformancePlan)):
        row.state = PlanState.AGREED if row.id == first else PlanState.DROPPED


async def test_agreed_twice_at_once_is_agreed_once(database: Database) -> None:
    desk = await desks.built(database)
    made = await desk.does(dialogue.make, desk.sari.officer, YEAR, desk.sari.person, NOW, CONTENT)
    await desk.does(dialogue.propose, made, desk.sari.person, NOW)
    async with another(database) as other:
        answers = await at_once(
            database,
            other,
            lambda tx: dialogue.agree(tx, made, desk.hadi.person, later(1)),
            lambda tx: dialogue.agree(tx, made, desk.hadi.person, later(1)),
        )
    assert refusal(answers).key == "skp-not-now"
    assert [one.step for one in desk.read(plans.steps, made)].count("agreed") == 1
