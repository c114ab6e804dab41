"""Who is asked about an officer, for how long, and who may know what of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from models import office_admin
from models.appraisal.feedback import answering, circle, rounds
from models.appraisal.feedback.tables import GiverState, Relation
from models.database import Transaction
from models.people import Role
from tests.models.appraisal.feedback.colleagues import (
    NAMES,
    NOW,
    Colleagues,
    joins,
    led,
    names,
    refused,
)

WORDS = "Rina sudah pindah ke loket lain sejak Oktober"


async def test_the_circle_of_an_officer_is_the_leader_and_those_with_the_same_leader(
    hall: Colleagues,
) -> None:
    around = hall.read(lambda tx: circle.around(tx, hall.officers["Sari"], NOW))
    assert around.leader is not None
    assert around.leader.name == "Hadi"
    assert names(around.peers) == sorted(NAMES[1:])
    assert around.subordinates == ()


async def test_a_head_has_those_below_and_the_other_heads_of_the_office(hall: Colleagues) -> None:
    await hall.does(joins, hall, "Hana", Role.HEAD, unit_id=await _second_unit(hall))
    around = hall.read(lambda tx: circle.around(tx, hall.officers["Hadi"], NOW))
    assert around.leader is not None
    assert around.leader.name == "Kepala"
    assert names(around.peers) == ["Hana"]
    assert names(around.subordinates) == sorted(NAMES)


async def _second_unit(hall: Colleagues) -> int:
    unit = await hall.does(office_admin.add_unit, hall.office, "Loket KK", at=NOW, by=None)
    return unit.id or 0


async def test_somebody_named_as_leader_leads(hall: Colleagues) -> None:
    await hall.does(led, hall, "Budi", "Wati")
    of_wati = hall.read(lambda tx: circle.around(tx, hall.officers["Wati"], NOW))
    assert names(of_wati.subordinates) == ["Budi"]
    of_sari = hall.read(lambda tx: circle.around(tx, hall.officers["Sari"], NOW))
    assert of_sari.relation(hall.officers["Budi"]) is Relation.PEER
    assert of_wati.relation(hall.officers["Budi"]) is Relation.SUBORDINATE
    of_budi = hall.read(lambda tx: circle.around(tx, hall.officers["Budi"], NOW))
    assert of_budi.relation(hall.officers["Wati"]) is Relation.LEADER


async def test_chance_draws_five_and_the_secret_decides_whom(hall: Colleagues) -> None:
    def draw(tx: Transaction, key: str) -> list[int]:
        sari = hall.officers["Sari"]
        return circle.drawn(circle.around(tx, sari, NOW), sari, hall.period, key)

    keys = [f"secret {number}" for number in range(40)]
    draws = [hall.read(lambda tx, key=key: draw(tx, key)) for key in keys]
    assert all(len(set(one)) == circle.DRAWN for one in draws)
    assert draws[0] == hall.read(lambda tx: draw(tx, keys[0]))
    assert {one for drawn in draws for one in drawn} == {hall.officers[n] for n in NAMES[1:]}
    assert len({tuple(one) for one in draws}) > 1


async def test_a_round_asks_the_chosen_and_the_leader_until_a_local_midnight(
    hall: Colleagues,
) -> None:
    asked = await hall.opens(peers=NAMES[1:3])
    assert asked.closes_at == datetime(2026, 12, 7, 17, 0, tzinfo=UTC)  # the end of 7 Dec, WIB
    givers = hall.read(lambda tx: rounds.state(tx, asked.id or 0, NOW, hall.people["Hadi"]))
    assert [(one.name, one.relation) for one in givers] == [
        ("Hadi", Relation.LEADER),
        ("Dewi", Relation.PEER),
        ("Rina", Relation.PEER),
    ]


async def test_no_round_outlasts_the_freezing_of_its_period(hall: Colleagues) -> None:
    late = datetime(2026, 12, 30, 2, 0, tzinfo=UTC)
    asked = await hall.opens(at=late)
    assert asked.closes_at == datetime(2027, 1, 7, 17, 0, tzinfo=UTC)  # frozen seven days after
    with refused("feedback-too-late"):
        await hall.opens("Rina", ["Sari"], at=datetime(2027, 1, 6, 2, 0, tzinfo=UTC))


async def test_only_the_leader_opens_and_only_once_and_only_with_the_circle(
    hall: Colleagues,
) -> None:
    sari, hadi = hall.officers["Sari"], hall.people["Hadi"]
    for other in ("Sari", "Rina", "Kepala"):
        with refused("not-for-you"):
            await hall.does(rounds.open_round, sari, hall.period, [], NOW, hall.people[other])
    with refused("feedback-giver-unfit"):
        await hall.does(rounds.open_round, sari, hall.period, [hall.officers["Kepala"]], NOW, hadi)
    with refused("feedback-too-late"):
        await hall.does(rounds.open_round, sari, hall.period, [], NOW, hadi, 31)
    await hall.opens()
    with refused("feedback-round-exists"):
        await hall.opens()


async def test_a_head_opens_for_all_who_have_none_yet(hall: Colleagues) -> None:
    await hall.opens()
    opened = await hall.does(
        rounds.open_for_all, NOW, hall.people["Hadi"], hall.officers["Hadi"], "secret"
    )
    assert sorted(one.officer_id for one in opened) == sorted(
        hall.officers[name] for name in NAMES[1:]
    )


# --- the officer's change


async def change(hall: Colleagues, number: int, *chosen: str) -> rounds.Change:
    givers = [hall.officers[name] for name in chosen]
    return await hall.does(rounds.change, number, givers, WORDS, NOW, hall.people["Sari"])


async def test_the_officer_changes_the_choice_once_with_a_reason(hall: Colleagues) -> None:
    asked = await hall.opens()
    with refused("text-too-short"):
        await hall.does(rounds.change, asked.id, [], "begitu", NOW, hall.people["Sari"])
    done = await change(hall, asked.id or 0, "Dewi", "Budi", "Tono")
    assert [one.name for one in done.added] == ["Tono"]
    assert [one.name for one in done.dropped] == ["Rina"]
    givers = hall.read(lambda tx: rounds.choice(tx, asked.id or 0, NOW, hall.people["Sari"]))
    assert [one.name for one in givers] == ["Hadi", "Budi", "Dewi", "Tono"]
    with refused("not-for-you"):
        await hall.does(answering.task, asked.id, NOW, hall.people["Rina"])
    with refused("feedback-changed-already"):
        await change(hall, asked.id or 0, "Dewi", "Budi", "Wati")


async def test_a_change_silences_nobody(hall: Colleagues) -> None:
    asked = await hall.opens()
    with refused("feedback-change-thins"):
        await change(hall, asked.id or 0, "Dewi", "Budi")
    await hall.answers("Rina", asked)
    with refused("feedback-has-answered"):
        await change(hall, asked.id or 0, "Dewi", "Budi", "Tono")
    with refused("feedback-nothing-changed"):
        await change(hall, asked.id or 0, *NAMES[1:4])
    with refused("not-for-you"):
        await hall.does(rounds.change, asked.id, [], WORDS, NOW, hall.people["Hadi"])


# --- closing, reminding, reading


async def test_a_round_closes_with_its_term_and_is_told_of_once(hall: Colleagues) -> None:
    asked = await hall.opens()
    before = asked.closes_at - timedelta(seconds=1)
    assert await hall.does(rounds.closed_now, before) == []
    found = await hall.does(rounds.closed_now, asked.closes_at)
    assert [one.id for one in found] == [asked.id]
    assert await hall.does(rounds.closed_now, asked.closes_at) == []
    with refused("feedback-closed"):
        await hall.does(answering.task, asked.id, asked.closes_at, hall.people["Rina"])


async def test_a_round_closes_when_everybody_has_answered_or_declined(hall: Colleagues) -> None:
    asked = await hall.opens()
    for name in ("Rina", "Dewi", "Hadi"):
        await hall.answers(name, asked)
    with refused("feedback-still-open"):
        await hall.does(rounds.result, asked.id, NOW, hall.people["Sari"])
    await hall.does(answering.decline, asked.id, NOW, hall.people["Budi"])
    for reader in ("Sari", "Hadi", "Kepala"):
        _, found = await hall.does(rounds.result, asked.id, NOW, hall.people[reader])
        assert len(found) == 7
    for stranger in ("Rina", "Tono"):
        with refused("not-for-you"):
            await hall.does(rounds.result, asked.id, NOW, hall.people[stranger])
    states = await hall.does(rounds.state, asked.id, NOW, hall.people["Hadi"])
    assert {one.name: one.state for one in states}["Budi"] is GiverState.DECLINED


async def test_three_days_before_the_end_the_silent_are_reminded_once(hall: Colleagues) -> None:
    asked = await hall.opens()
    await hall.answers("Rina", asked)
    at = asked.closes_at - timedelta(days=3)
    assert await hall.does(rounds.to_remind, at - timedelta(seconds=1)) == []
    ((found, silent),) = await hall.does(rounds.to_remind, at)
    assert found.id == asked.id
    assert [one.name for one in silent] == ["Hadi", "Budi", "Dewi"]
    assert await hall.does(rounds.to_remind, at) == []


@pytest.mark.parametrize("reader", ["Sari", "Rina", "Kepala"])
async def test_who_answered_is_for_the_leader_alone(hall: Colleagues, reader: str) -> None:
    asked = await hall.opens()
    with refused("not-for-you"):
        await hall.does(rounds.state, asked.id, NOW, hall.people[reader])
