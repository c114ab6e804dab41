"""No answer leads back to who gave it, and few answers are not told."""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import col, select

from models.appraisal.feedback import answering, queries, rounds
from models.appraisal.feedback.tables import (
    FeedbackAnswer,
    FeedbackDraft,
    FeedbackGiver,
    FeedbackRound,
    GiverState,
    Relation,
    Value,
)
from models.database import Transaction
from models.journal import JournalEntry, Kind
from models.outbox import OutboxMessage
from tests.models.appraisal.feedback.colleagues import NAMES, NOW, Colleagues, refused

PEERS = NAMES[1:4]
SERVICE = Value.SERVICE


def seen(hall: Colleagues, asked: FeedbackRound, value: Value = SERVICE) -> dict[Relation, Any]:
    closed = asked.closes_at
    found = hall.read(lambda tx: queries.summary(tx, asked.officer_id, asked.period_id, closed))
    return {one.relation: one for one in dict(found)[value]}


async def test_from_three_answers_of_a_relation_on_they_are_told(hall: Colleagues) -> None:
    asked = await hall.opens()
    await hall.answers("Rina", asked, 4, service="Selalu menyapa warga lebih dulu.")
    await hall.answers("Dewi", asked, 2)
    assert seen(hall, asked)[Relation.PEER] == (Relation.PEER, None, ())
    await hall.answers("Budi", asked, 4, service="Membantu warga lansia mengisi formulir.")
    told = seen(hall, asked)[Relation.PEER]
    assert told.levels == (0, 1, 0, 2)
    assert sorted(told.texts) == [
        "Membantu warga lansia mengisi formulir.",
        "Selalu menyapa warga lebih dulu.",
    ]
    assert seen(hall, asked, Value.LOYAL)[Relation.PEER].texts == ()


async def test_who_did_not_observe_is_not_counted_among_the_three(hall: Colleagues) -> None:
    asked = await hall.opens()
    for name, level in zip(PEERS, (4, 3, None), strict=True):
        await hall.answers(name, asked, level)
    assert seen(hall, asked)[Relation.PEER] == (Relation.PEER, None, ())


async def test_the_leader_is_told_by_name(hall: Colleagues) -> None:
    asked = await hall.opens()
    await hall.answers("Hadi", asked, 3, loyal="Menjaga data warga dengan baik.")
    assert seen(hall, asked)[Relation.LEADER].levels == (0, 0, 1, 0)
    assert seen(hall, asked, Value.LOYAL)[Relation.LEADER].texts == (
        "Menjaga data warga dengan baik.",
    )
    rows = hall.read(lambda tx: tx.session.exec(select(FeedbackAnswer)).all())
    assert {row.leader_id for row in rows} == {hall.officers["Hadi"]}


async def test_nothing_is_told_while_the_round_is_open(hall: Colleagues) -> None:
    asked = await hall.opens()
    for name in PEERS:
        await hall.answers(name, asked)
    before = asked.closes_at - timedelta(seconds=1)
    sari = asked.officer_id
    assert hall.read(lambda tx: queries.summary(tx, sari, asked.period_id, before)) == ()
    assert seen(hall, asked)[Relation.PEER].levels == (0, 0, 3, 0)


async def test_no_peer_nor_subordinate_is_named_in_an_answer(both: Colleagues) -> None:
    asked = await both.opens()
    for name in (*PEERS, "Hadi"):
        await both.answers(name, asked, service=f"Contoh dari seorang rekan ({len(name)}).")
    rows = both.read(lambda tx: tx.session.exec(select(FeedbackAnswer)).all())
    assert len(rows) == 4 * len(Value)
    peers = [row for row in rows if row.relation == Relation.PEER]
    assert {row.leader_id for row in peers} == {None}
    assert set(FeedbackAnswer.model_fields) == {
        "id", "round_id", "relation", "leader_id", "value", "level", "example",
    }  # fmt: skip


async def test_the_journal_says_that_somebody_answered_not_who(hall: Colleagues) -> None:
    asked = await hall.opens()
    await hall.answers("Rina", asked)
    entries = hall.read(
        lambda tx: tx.session.exec(
            select(JournalEntry).where(JournalEntry.kind == Kind.FEEDBACK_GIVEN)
        ).all()
    )
    assert [(one.actor_id, one.data) for one in entries] == [(None, {"round": asked.id})]
    assert hall.read(lambda tx: tx.session.exec(select(OutboxMessage)).all()) == []


async def test_the_order_of_the_ids_does_not_follow_the_order_of_answering(
    hall: Colleagues,
) -> None:
    """Were it so, the first rows would be the first giver's each time."""
    firsts = Counter[int | None]()
    for officer in NAMES:
        peers = [name for name in NAMES if name != officer][:4]
        asked = await hall.opens(officer, peers)
        for level, name in enumerate(peers, 1):
            await hall.answers(name, asked, level)
        rows = hall.read(
            lambda tx, asked=asked: tx.session.exec(
                select(FeedbackAnswer.level)
                .where(FeedbackAnswer.round_id == asked.id)
                .order_by(col(FeedbackAnswer.id))
            ).all()
        )
        firsts.update(rows[: len(Value)])
    assert max(firsts.values()) < len(NAMES) * len(Value) / 2  # in order: 42 of the first's


async def test_each_answer_draws_all_ids_of_the_round_anew(hall: Colleagues) -> None:
    asked = await hall.opens()
    await hall.answers("Rina", asked)
    ids = hall.read(lambda tx: set(tx.session.exec(select(FeedbackAnswer.id))))
    await hall.answers("Dewi", asked)
    assert not ids & hall.read(lambda tx: set(tx.session.exec(select(FeedbackAnswer.id))))


async def test_sqlite_numbers_no_rows(hall: Colleagues) -> None:
    def work(tx: Transaction) -> str:
        made = text("SELECT sql FROM sqlite_master WHERE name = 'feedback_answers'")
        return str(tx.execute(made).scalar_one())

    assert "WITHOUT ROWID" in hall.read(work)


async def test_no_row_of_a_round_is_marked_younger_than_another(
    on_postgresql: Colleagues,
) -> None:
    """PostgreSQL's `xmin` names the transaction that wrote a row."""
    asked = await on_postgresql.opens()
    for name in PEERS:
        await on_postgresql.answers(name, asked)

    def marks(tx: Transaction) -> set[str]:
        found = text(
            "SELECT DISTINCT CAST(xmin AS text) FROM feedback_answers UNION "
            "SELECT DISTINCT CAST(xmin AS text) FROM feedback_givers"
        )
        return {str(mark) for mark in tx.execute(found).scalars()}

    assert len(on_postgresql.read(marks)) == 1


Said = tuple[int | None, str]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=st.lists(
        st.tuples(st.sampled_from([None, 1, 2, 3, 4]), st.sampled_from(["a", "b"])),
        min_size=3,
        max_size=3,
    ),
    order=st.sampled_from(list(itertools.permutations(range(3)))),
)
async def test_who_gave_which_answers_changes_nothing_in_the_database(
    hall: Colleagues, said: list[Said], order: Sequence[int]
) -> None:
    """The same answers, given by others in another order: the same rows, but for ids by chance."""
    one = await _played(hall, [(PEERS[n], said[n]) for n in range(3)])
    other = await _played(hall, [(PEERS[n], said[order[n]]) for n in range(3)])
    assert one == other


async def _played(hall: Colleagues, acts: list[tuple[str, Said]]) -> dict[str, Any]:
    asked = await hall.opens()
    for name, (level, words) in acts:
        example = {} if level is None else {"service": f"Contoh yang panjang: {words}."}
        await hall.answers(name, asked, level, **example)
    left = hall.read(lambda tx: _content(tx, asked))
    await hall.does(_forget, asked)
    return left


def _content(tx: Transaction, asked: FeedbackRound) -> dict[str, Any]:
    answers = tx.session.exec(select(FeedbackAnswer)).all()
    givers = tx.session.exec(select(FeedbackGiver).order_by(col(FeedbackGiver.giver_id)))
    entries = tx.session.exec(
        select(JournalEntry).where(JournalEntry.kind == Kind.FEEDBACK_GIVEN)
    ).all()
    return {
        "answers": Counter(
            (row.relation, row.leader_id, row.value, row.level, row.example) for row in answers
        ),
        "givers": [(one.giver_id, one.relation, one.state) for one in givers],
        "drafts": tx.session.exec(select(FeedbackDraft)).all(),
        "journal": [(one.actor_id, one.at, set(one.data)) for one in entries[-3:]],
        "summary": queries.summary(tx, asked.officer_id, asked.period_id, asked.closes_at),
    }


def _forget(tx: Transaction, asked: FeedbackRound) -> None:
    for table in (FeedbackAnswer, FeedbackGiver, FeedbackRound):
        tx.session.flush()
        for row in tx.session.exec(select(table)):
            tx.session.delete(row)


def test_texts_stand_in_an_order_that_is_not_that_of_writing() -> None:
    rows = [
        FeedbackAnswer(id=n, round_id=1, relation=Relation.PEER, value=SERVICE, level=3, example=w)
        for n, w in enumerate(f"Contoh nomor {n}" for n in range(20))
    ]
    shown = queries._shuffled(rows)
    random.Random(1).shuffle(rows)
    assert queries._shuffled(rows) == shown
    assert list(shown) != sorted(shown, key=lambda words: int(words.split()[-1]))


# --- the draft


async def test_the_draft_can_be_left_and_taken_up_and_is_gone_when_sent(hall: Colleagues) -> None:
    asked = await hall.opens()
    rina, number = hall.people["Rina"], asked.id or 0
    await hall.does(answering.observe, number, SERVICE, 3, NOW, rina)
    with refused("feedback-incomplete"):
        await hall.does(answering.submit, number, NOW, rina)
    (waiting,) = await hall.does(answering.waiting, NOW, rina)
    assert waiting.missing == list(Value)[1:]
    assert waiting.officer.name == "Sari"
    await hall.answers("Rina", asked)
    assert hall.read(lambda tx: tx.session.exec(select(FeedbackDraft)).all()) == []
    assert await hall.does(answering.waiting, NOW, rina) == []
    with refused("feedback-answered-already"):
        await hall.does(answering.submit, number, NOW, rina)


async def test_drafts_that_were_not_sent_go_when_the_round_closes(hall: Colleagues) -> None:
    asked = await hall.opens()
    await hall.does(answering.observe, asked.id, SERVICE, 3, NOW, hall.people["Rina"])
    await hall.does(rounds.closed_now, asked.closes_at)
    assert hall.read(lambda tx: tx.session.exec(select(FeedbackDraft)).all()) == []
    assert hall.read(lambda tx: tx.session.exec(select(FeedbackAnswer)).all()) == []


async def test_who_declines_leaves_no_answer(hall: Colleagues) -> None:
    asked = await hall.opens()
    await hall.does(answering.observe, asked.id, SERVICE, 1, NOW, hall.people["Rina"])
    await hall.does(answering.decline, asked.id, NOW, hall.people["Rina"])
    assert hall.read(lambda tx: tx.session.exec(select(FeedbackDraft)).all()) == []
    states = await hall.does(rounds.state, asked.id, NOW, hall.people["Hadi"])
    assert {one.name: one.state for one in states}["Rina"] is GiverState.DECLINED


async def test_what_was_not_observed_has_no_example(hall: Colleagues) -> None:
    asked = await hall.opens()
    rina, number = hall.people["Rina"], asked.id or 0
    words = "Selalu menyapa warga lebih dulu."
    await hall.does(answering.exemplify, number, SERVICE, words, NOW, rina)
    mine = await hall.does(answering.observe, number, SERVICE, None, NOW, rina)
    assert mine.answers[SERVICE].example is None
    with refused("feedback-not-observed"):
        await hall.does(answering.exemplify, number, SERVICE, words, NOW, rina)
    for short in ("pendek", "x" * 9):
        with refused("text-too-short"):
            await hall.does(answering.exemplify, number, Value.LOYAL, short, NOW, rina)


@pytest.mark.parametrize("name", ["Tono", "Sari", "Kepala"])
async def test_who_is_not_asked_cannot_answer(hall: Colleagues, name: str) -> None:
    asked = await hall.opens()
    with refused("not-for-you"):
        await hall.does(answering.observe, asked.id, SERVICE, 3, NOW, hall.people[name])
