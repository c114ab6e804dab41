"""Quiet hours, and the digest at the opening."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from bot import tables
from handlers import digest as job
from models import leaves, outbox, quiet
from models.leaves import Days
from models.offices import Unit
from models.people import Role
from models.quiet import Manner
from tests.models.complaints.offices_and_people import NOON, Bureau, refused, wib

OPENING = wib(24, 7, 30)  # Tuesday
EVENING = wib(23, 20)


async def lay_out(bureau: Bureau, at: datetime = OPENING) -> None:
    while (await bureau.write(lambda tx: job.send(tx, at))).again:
        pass
    await bureau.write(lambda tx: outbox.release(tx, at))


def digests(bureau: Bureau, name: str) -> list[dict[str, int]]:
    """The counts of each digest somebody got."""
    return [_counts(m.body) for m in bureau.messages(name) if m.body["key"] == "digest"]


def _counts(body: dict[str, Any]) -> dict[str, int]:
    lines = body["values"]["lines"]["lines"]
    return {line["text"]: line["values"]["n"] for line in lines if "n" in line["values"]}


async def chooses(bureau: Bureau, name: str, manner: Manner) -> None:
    await bureau.write(lambda tx: quiet.choose(tx, bureau.people[name], manner, NOON))


# --- quiet hours


async def test_in_the_evening_a_message_arrives_at_once_and_without_a_sound(
    bureau: Bureau,
) -> None:
    await bureau.complains(at=NOON)
    await bureau.complains(at=EVENING)
    by_day, by_night = bureau.messages("Sari")
    assert "silent" not in by_day.body
    assert by_night.body["silent"] is True
    assert by_night.held_until is None


async def test_who_prefers_it_is_told_at_the_opening(bureau: Bureau) -> None:
    await chooses(bureau, "Sari", Manner.HELD)
    await chooses(bureau, "Tono", Manner.LOUD)
    await bureau.complains(at=EVENING)
    [held], [loud] = bureau.messages("Sari"), bureau.messages("Tono")
    assert (held.held_until, held.body.get("silent")) == (OPENING, None)
    assert (loud.held_until, loud.body.get("silent")) == (None, None)
    waiting = bureau.read(lambda tx: [row.person_id for row in outbox.waiting(tx, 10)])
    assert waiting == [bureau.people["Tono"]]

    await bureau.write(lambda tx: outbox.release(tx, OPENING - timedelta(seconds=1)))
    assert bureau.messages("Sari")[0].held_until == OPENING
    await lay_out(bureau)
    first, second = bureau.messages("Sari")
    assert (first.held_until, first.next_try_at, first.created_at) == (None, OPENING, OPENING)
    assert second.body["key"] == "digest"
    waiting = bureau.read(lambda tx: [row.person_id for row in outbox.waiting(tx, 10)])
    assert waiting.count(bureau.people["Sari"]) == 2


async def test_what_is_held_keeps_nothing_else_back(bureau: Bureau) -> None:
    """A reply to what the officer just did comes at once."""
    await chooses(bureau, "Sari", Manner.HELD)
    await bureau.complains(at=EVENING)
    person = bureau.people["Sari"]
    told = outbox.Outgoing(person, {"key": "saved", "values": {}}, outbox.Urgency.BULK)
    await bureau.write(lambda tx: outbox.put(tx, told, EVENING))
    rows = bureau.read(lambda tx: outbox.waiting(tx, 10))
    assert [row.body["key"] for row in rows if row.person_id == person] == ["saved"]


async def test_quiet_hours_are_one_s_own(bureau: Bureau) -> None:
    why = await refused(chooses(bureau, "Budi", Manner.LOUD))
    assert why.key == "not-for-you"
    choosing = bureau.write(lambda tx: quiet.choose(tx, bureau.people["Sari"], "never", NOON))
    assert (await refused(choosing)).key == "not-for-you"
    await chooses(bureau, "Sari", Manner.LOUD)
    sari = bureau.officers["Sari"]
    assert bureau.read(lambda tx: quiet.chosen(tx, sari)) is Manner.LOUD
    await chooses(bureau, "Sari", Manner.SILENT)
    assert bureau.read(lambda tx: quiet.chosen(tx, sari)) is Manner.SILENT


# --- the digest


async def test_the_desk_at_the_opening(bureau: Bureau) -> None:
    today = await bureau.complains(category="informasi", at=wib(17))
    late = await bureau.complains(category="informasi", at=wib(13))  # was due on Friday
    asked = await bureau.complains(at=wib(20))
    for sent in (today, late, asked):
        await bureau.does("Sari", "take", sent.case_id, at=wib(20, 10))
    await bureau.does("Sari", "ask_back", asked.case_id, "Kapan?", at=wib(20, 11))
    await bureau.complains(at=EVENING)
    await bureau.complains(category="pungli", at=EVENING)
    await lay_out(bureau)
    assert digests(bureau, "Sari") == [
        {"digest-new": 1, "digest-due": 1, "digest-late": 1, "digest-wait": 1}
    ]
    assert digests(bureau, "Tono") == [{"digest-new": 1}]
    assert digests(bureau, "Wati") == []


async def test_once_a_day_however_often_the_job_runs(bureau: Bureau) -> None:
    await bureau.complains(at=EVENING)
    for at in (OPENING, OPENING, OPENING + timedelta(hours=2), wib(24, 20)):
        await lay_out(bureau, at)
    assert len(digests(bureau, "Sari")) == 1
    await bureau.complains(at=wib(24, 21))
    await lay_out(bureau, wib(25, 7, 29))
    assert len(digests(bureau, "Sari")) == 1
    await lay_out(bureau, wib(25, 7, 30))
    assert len(digests(bureau, "Sari")) == 2


async def test_a_late_start_still_brings_it_and_a_closed_day_does_not(bureau: Bureau) -> None:
    await bureau.complains(at=EVENING)
    await lay_out(bureau, wib(28, 10))  # Saturday
    assert digests(bureau, "Sari") == []
    await lay_out(bureau, wib(30, 14))
    assert len(digests(bureau, "Sari")) == 1


async def test_of_two_units_one_digest(bureau: Bureau) -> None:
    def move(tx: Any) -> None:
        tx.session.get_one(Unit, bureau.units["SKCK"]).zone = "Asia/Jayapura"  # opens two hours ago

    await bureau.write(move)
    await bureau.joins("Sari", Role.OFFICER, unit="SKCK", at=wib(1))
    await bureau.complains(at=EVENING)
    await bureau.complains(unit="SKCK", at=EVENING)
    await lay_out(bureau, wib(24, 7, 0))
    await lay_out(bureau, OPENING)
    assert digests(bureau, "Sari") == [{"digest-new": 2}]
    assert digests(bureau, "Tono") == [{"digest-new": 1}]


@pytest.mark.parametrize("reason", ["on leave", "nothing to do", "own complaint"])
async def test_who_gets_none(bureau: Bureau, reason: str) -> None:
    if reason == "on leave":
        days = Days(date(2026, 11, 24), date(2026, 11, 24), "Asia/Jakarta")
        sari = bureau.officers["Sari"]
        await bureau.write(
            lambda tx: leaves.plan(tx, sari, days, None, NOON, bureau.people["Sari"])
        )
        await bureau.complains(at=EVENING)
    if reason == "own complaint":
        await bureau.complains(who="Sari", at=EVENING)
    await lay_out(bureau)
    assert digests(bureau, "Sari") == []
    assert len(digests(bureau, "Tono")) == (reason != "nothing to do")


async def test_a_unit_that_never_opens_keeps_no_other_from_its_digest(bureau: Bureau) -> None:
    await bureau.complains(at=EVENING)

    def never(tx: Any) -> None:
        tx.session.get_one(Unit, bureau.units["SKCK"]).hours = {"weekly": [[]] * 7}

    await bureau.write(never)
    ran = await bureau.write(lambda tx: job.send(tx, OPENING))
    assert list(ran.failed) == [f"unit {bureau.units['SKCK']}"]
    assert digests(bureau, "Sari") == [{"digest-new": 1}]
    soon = OPENING + timedelta(seconds=30)
    assert (await bureau.write(lambda tx: job.send(tx, soon))).failed == {}  # not at once
    later = OPENING + timedelta(minutes=15)
    assert (await bureau.write(lambda tx: job.send(tx, later))).failed


def test_what_was_held_back_goes_out_whatever_becomes_of_the_digests() -> None:
    assert [one.work for one in tables.JOBS].count(outbox.release) == 1
