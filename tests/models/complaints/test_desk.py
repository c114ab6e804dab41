"""The officer's half of a case: its class, what masking hides, templates, and the search."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert
from sqlmodel import select

from models import people
from models.complaints import desks, originals, queries, search, templates
from models.complaints.limits import CaseClass
from models.complaints.originals import ReadingReason
from models.complaints.search import Page, Wanted
from models.complaints.sla import ClockName
from models.complaints.states import Event, State
from models.complaints.tables import Case
from models.database import table
from models.journal import JournalEntry, Kind
from models.offices import Unit
from models.people import Role
from tests.models.complaints.offices_and_people import LATER, NOON, Bureau, refused, wib

MINUTE = timedelta(minutes=1)

# --- the class


async def test_verifying_decides_the_class_and_the_limit_follows_from_the_receipt(
    bureau: Bureau,
) -> None:
    sent = await bureau.complains()  # proposed: 14 working days
    await bureau.does("Sari", "verify", sent.case_id, CaseClass.MINOR, at=wib(24))
    case = bureau.case(sent.case_id)
    assert (case.state, case.kind, case.holder_id) == (State.VERIFIED, CaseClass.MINOR, None)
    assert case.resolution_due == wib(25, 16)  # two working days after Monday
    assert bureau.told("Budi")[-1] == "case-class-citizen"


async def test_verifying_as_proposed_tells_the_citizen_nothing_new(bureau: Bureau) -> None:
    sent = await bureau.complains()
    before = bureau.told("Budi")
    await bureau.does("Sari", "verify", sent.case_id, CaseClass.ORDINARY, at=wib(24))
    assert bureau.told("Budi") == before


async def test_the_class_is_corrected_by_who_holds_the_case_or_leads_the_unit(
    bureau: Bureau,
) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "take", sent.case_id, at=wib(23, 10))
    told = await refused(
        bureau.does("Tono", "reclassify", sent.case_id, CaseClass.WISH, at=wib(23, 11))
    )
    assert told.key == "case-taken-by"
    await bureau.does("Sari", "reclassify", sent.case_id, CaseClass.WISH, at=wib(23, 12))
    await bureau.does("Hadi", "reclassify", sent.case_id, CaseClass.NORMATIVE, at=wib(23, 13))
    case = bureau.case(sent.case_id)
    assert (case.kind, case.resolution_due) == (CaseClass.NORMATIVE, wib(30, 16))
    entries = bureau.read(
        lambda tx: tx.session.exec(
            select(JournalEntry.data).where(JournalEntry.kind == Kind.CASE_RECLASSIFIED)
        ).all()
    )
    assert [data["case_class"] for data in entries] == ["aspirasi", "normatif"]


async def test_the_citizen_is_told_the_limit_with_the_pauses_added(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "ask_back", sent.case_id, "Kapan?", at=wib(24, 9))
    await bureau.does("Budi", "citizen_reply", sent.case_id, "Kemarin.", at=wib(25, 9))
    await bureau.does("Sari", "reclassify", sent.case_id, CaseClass.NORMATIVE, at=wib(25, 10))
    told = bureau.messages("Budi")[-1].body
    case = bureau.case(sent.case_id)
    clocks = bureau.read(lambda tx: queries.clocks_of(tx, case, wib(25, 10)))
    assert told["key"] == "case-class-citizen"
    assert told["values"]["due"]["at"] == clocks.resolution.due.isoformat()
    assert clocks.resolution.due > case.resolution_due


@pytest.mark.parametrize(
    ("act", "chosen", "key"),
    [
        ("reclassify", CaseClass.ORDINARY, "case-class-same"),
        ("verify", CaseClass.MINOR, "case-not-now"),
    ],
)
async def test_what_cannot_be_decided_is_refused(
    bureau: Bureau, act: str, chosen: CaseClass, key: str
) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "take", sent.case_id, at=wib(23, 10))
    before = bureau.case(sent.case_id).model_dump()
    assert (await refused(bureau.does("Sari", act, sent.case_id, chosen, at=LATER))).key == key
    assert bureau.case(sent.case_id).model_dump() == before


async def test_a_supervisory_class_gives_the_case_to_the_inspectorate(bureau: Bureau) -> None:
    await bureau.joins("Ida", Role.INSPECTOR, at=wib(1))
    sent = await bureau.complains()
    await bureau.does("Sari", "take", sent.case_id, at=wib(23, 10))
    await bureau.does("Sari", "reclassify", sent.case_id, CaseClass.SUPERVISORY, at=LATER)
    case = bureau.case(sent.case_id)
    assert (case.supervisory, case.holder_id, case.state) == (True, None, State.FORWARDED)
    told = await refused(bureau.does("Ida", "verify", sent.case_id, CaseClass.MINOR, at=LATER))
    assert told.key == "case-class-inspectorate"
    await bureau.does("Ida", "verify", sent.case_id, CaseClass.SUPERVISORY, at=LATER)
    assert bureau.case(sent.case_id).state == State.VERIFIED


async def test_a_class_decided_before_verifying_is_not_corrected_but_verified(
    bureau: Bureau,
) -> None:
    sent = await bureau.complains()
    told = await refused(
        bureau.does("Sari", "reclassify", sent.case_id, CaseClass.MINOR, at=wib(24))
    )
    assert told.key == "case-not-now"
    assert bureau.case(sent.case_id).holder_id is None


async def test_why_not_is_said_in_at_least_ten_characters(bureau: Bureau) -> None:
    sent = await bureau.complains()
    told = await refused(bureau.does("Sari", "reject", sent.case_id, "unclear", "Tidak.", at=LATER))
    assert (told.key, told.values) == ("text-too-short", {"least": 10})


# --- what masking hides


async def test_the_original_is_read_for_a_reason_and_each_reading_is_logged(
    bureau: Bureau,
) -> None:
    sent = await bureau.complains(
        text="Hubungi ••• ya, terima kasih.", original="Hubungi 0812 ya, terima kasih.",
        anonymous=False, name="Budi",
    )  # fmt: skip
    await bureau.does("Sari", "take", sent.case_id, at=wib(23, 10))
    await bureau.does(
        "Budi", "citizen_reply", sent.case_id, "••• saja", original="0813 saja", at=wib(23, 11)
    )

    def read(name: str, reason: str) -> Any:
        return bureau.write(
            lambda tx: originals.read(tx, sent.case_id, bureau.people[name], reason, wib(23, 12))
        )

    found = await read("Sari", ReadingReason.CONTACT)
    assert [one.text for one in found.words] == ["Hubungi 0812 ya, terima kasih.", "0813 saja"]
    await read("Hadi", ReadingReason.MEANING)
    assert (await refused(read("Tono", ReadingReason.CONTACT))).key == "case-taken-by"
    assert (await refused(read("Wati", ReadingReason.CONTACT))).key == "not-for-you"
    assert (await refused(read("Sari", "curious"))).key == "original-reason-unknown"
    logged = bureau.read(
        lambda tx: tx.session.exec(
            select(JournalEntry).where(JournalEntry.kind == Kind.CASE_ORIGINAL_READ)
        ).all()
    )
    assert [(one.actor_id, one.data["reason"]) for one in logged] == [
        (bureau.people["Sari"], "contact"),
        (bureau.people["Hadi"], "meaning"),
    ]


async def test_nobody_reads_the_original_of_an_anonymous_case(bureau: Bureau) -> None:
    sent = await bureau.complains(text="Saya ••• dari loket.", original="Saya Budi dari loket.")
    told = await refused(
        bureau.write(
            lambda tx: originals.read(
                tx, sent.case_id, bureau.people["Hadi"], ReadingReason.MEANING, LATER
            )
        )
    )
    assert told.key == "original-anonymous"


async def test_where_nothing_is_hidden_there_is_nothing_to_read(bureau: Bureau) -> None:
    sent = await bureau.complains(anonymous=False, name="Budi")
    told = await refused(
        bureau.write(
            lambda tx: originals.read(
                tx, sent.case_id, bureau.people["Sari"], ReadingReason.MEANING, LATER
            )
        )
    )
    assert told.key == "original-none"


# --- templates


async def test_templates_are_kept_by_the_unit_s_own_people(bureau: Bureau) -> None:
    ktp = bureau.units["KTP"]

    def add(name: str, called: str = "KTP siap", said: str = "KTP {tiket} siap di {unit}.") -> Any:
        return bureau.write(
            lambda tx: templates.add(tx, ktp, bureau.people[name], called, said, NOON)
        )

    made = await add("Sari")
    assert (await refused(add("Hadi"))).key == "template-there"
    assert (await refused(add("Hadi", "  ktp  SIAP "))).key == "template-there"
    await add("Hadi", "Antre")
    for stranger in ("Wati", "Budi"):
        assert (await refused(add(stranger, "Lain"))).key == "not-for-you"
    assert (await refused(add("Sari", "N" * 41))).key == "name-too-long"
    assert (await refused(add("Sari", "Kosong", "  "))).key == "text-too-short"
    names = bureau.read(lambda tx: [one.name for one in templates.of_unit(tx, ktp)])
    assert names == ["Antre", "KTP siap"]
    assert templates.filled(made.text, ticket="SW-1", unit="KTP") == "KTP SW-1 siap di KTP."


async def test_a_template_is_changed_and_removed_without_a_trace_lost(bureau: Bureau) -> None:
    ktp, sari = bureau.units["KTP"], bureau.people["Sari"]
    made = await bureau.write(
        lambda tx: templates.add(tx, ktp, sari, "Antre", "Mohon antre dahulu.", NOON)
    )
    changed = await bureau.write(
        lambda tx: templates.change(tx, made.id or 0, sari, "Ambil nomor dahulu.", LATER)
    )
    told = await refused(bureau.write(lambda tx: templates.remove(tx, made.id or 0, sari, LATER)))
    assert told.key == "template-unknown"
    wati = bureau.people["Wati"]
    told = await refused(
        bureau.write(lambda tx: templates.remove(tx, changed.id or 0, wati, LATER))
    )
    assert told.key == "not-for-you"
    await bureau.write(lambda tx: templates.remove(tx, changed.id or 0, sari, LATER))
    assert bureau.read(lambda tx: templates.of_unit(tx, ktp)) == []
    rows = bureau.read(lambda tx: tx.session.exec(select(templates.AnswerTemplate)).all())
    assert [row.text for row in rows] == ["Mohon antre dahulu.", "Ambil nomor dahulu."]


async def test_a_unit_keeps_so_many_templates_and_no_more(bureau: Bureau) -> None:
    ktp, sari = bureau.units["KTP"], bureau.people["Sari"]

    def fill(tx: Any) -> None:
        for number in range(templates.MOST):
            templates.add(tx, ktp, sari, f"Nomor {number}", "Sudah kami terima.", NOON)

    await bureau.write(fill)
    told = await refused(
        bureau.write(lambda tx: templates.add(tx, ktp, sari, "Lagi", "Sudah kami terima.", NOON))
    )
    assert told.key == "template-too-many"


# --- the search


def looks(bureau: Bureau, name: str, wanted: Wanted, at: datetime, size: int = 50) -> Page:
    person_id = bureau.people[name]

    def work(tx: Any) -> Page:
        own = desks.desk_of(tx, person_id, people.authority(tx, person_id, at))
        return search.find(tx, own, wanted, at, 0, size)

    return bureau.read(work)


def found(bureau: Bureau, name: str, at: datetime = LATER, **wanted: Any) -> list[int]:
    return [one.case_id for one in looks(bureau, name, Wanted(**wanted), at).found]


async def test_words_are_found_in_the_complaint_its_place_and_its_thread(bureau: Bureau) -> None:
    first = await bureau.complains(text="Kartu saya hilang di loket.")
    second = await bureau.complains(text="Antrean panjang sekali.", place="Jalan KARTUNI 4")
    third = await bureau.complains(text="Petugas tidak ada.")
    await bureau.does("Sari", "answer", third.case_id, "Kartu Anda sudah jadi.", at=LATER)
    await bureau.complains(unit="SKCK", text="Kartu saya di SKCK.")
    assert found(bureau, "Sari", words=("kartu",)) == [
        third.case_id, second.case_id, first.case_id,
    ]  # fmt: skip
    assert found(bureau, "Sari", words=("kartu", "loket")) == [first.case_id]
    assert found(bureau, "Sari", words=("100%",)) == []
    assert len(found(bureau, "Ani", words=("kartu",))) == 4
    assert found(bureau, "Budi", words=("kartu",)) == []


async def test_only_masked_words_are_searched(bureau: Bureau) -> None:
    await bureau.complains(text="Hubungi ••• ya, tolong.", original="Hubungi 081234 ya, tolong.")
    assert found(bureau, "Sari", words=("081234",)) == []


async def test_cases_are_found_by_when_they_came_and_how_they_stand(bureau: Bureau) -> None:
    early = await bureau.complains(at=wib(17))
    later = await bureau.complains(at=wib(23))
    await bureau.does("Sari", "take", later.case_id, at=wib(23, 10))
    at = wib(24)
    assert found(bureau, "Sari", at, start=wib(23, 7)) == [later.case_id]
    assert found(bureau, "Sari", at, end=wib(23, 7)) == [early.case_id]
    assert found(bureau, "Sari", at, states=(State.IN_PROGRESS,)) == [later.case_id]
    assert found(bureau, "Sari", at, late=True) == [early.case_id]


async def test_one_s_own_case_is_not_found(bureau: Bureau) -> None:
    await bureau.complains("Sari", text="Kartu saya hilang di loket.")
    assert found(bureau, "Sari", words=("kartu",)) == []


async def test_supervisory_cases_are_found_by_inspectors_and_never_by_words(
    bureau: Bureau,
) -> None:
    await bureau.joins("Ida", Role.INSPECTOR, at=wib(1))
    sent = await bureau.complains(category="pungli", text="Diminta uang di loket.")
    for name in ("Sari", "Hadi", "Ani"):
        assert found(bureau, name, states=tuple(State)) == []
        assert found(bureau, name, words=("uang",)) == []
        assert by_ticket(bureau, name, sent.ticket) is None
    assert found(bureau, "Ida", words=("uang",)) == []
    page = looks(bureau, "Ida", Wanted(states=(State.SENT,)), LATER)
    assert [(one.case_id, one.snippet) for one in page.found] == [(sent.case_id, "")]
    assert by_ticket(bureau, "Ida", sent.ticket) == sent.case_id


def by_ticket(bureau: Bureau, name: str, ticket: str) -> int | None:
    person_id = bureau.people[name]

    def work(tx: Any) -> int | None:
        own = desks.desk_of(tx, person_id, people.authority(tx, person_id, LATER))
        return search.by_ticket(tx, own, ticket)

    return bureau.read(work)


async def test_a_ticket_is_found_within_the_own_units(bureau: Bureau) -> None:
    sent = await bureau.complains()
    assert by_ticket(bureau, "Sari", sent.ticket) == sent.case_id
    assert by_ticket(bureau, "Ani", sent.ticket) == sent.case_id
    for stranger in ("Wati", "Budi"):
        assert by_ticket(bureau, stranger, sent.ticket) is None


async def test_results_come_newest_first_in_pages(bureau: Bureau) -> None:
    sent = [await bureau.complains(at=wib(day)) for day in (17, 18, 19)]
    page = looks(bureau, "Sari", Wanted(states=(State.SENT,)), wib(23), size=2)
    assert [one.case_id for one in page.found] == [sent[2].case_id, sent[1].case_id]
    assert (page.more, page.cut) == (True, 0)


async def arrive(bureau: Bureau, n: int, unit: str = "KTP", **more: Any) -> None:
    """Copies of a complaint, a minute apart from its receipt on."""
    given = {"at": wib(2)} | more
    first = bureau.case((await bureau.complains(unit=unit, **given)).case_id)

    def copy(tx: Any) -> None:
        same = first.model_dump(exclude={"id"})
        rows = [
            same | {"ticket": f"{first.ticket}{i}", "received_at": first.received_at + i * MINUTE}
            for i in range(1, n)
        ]
        tx.execute(insert(table(Case)), rows)

    await bureau.write(copy)


async def test_older_cases_are_said_to_be_left_out_only_when_a_unit_has_more(
    bureau: Bureau,
) -> None:
    everything = Wanted(states=(State.SENT,))
    for unit in ("KTP", "SKCK"):
        await arrive(bureau, 600, unit)
    assert looks(bureau, "Ani", everything, LATER).cut == 0  # 1,200 in all
    await arrive(bureau, 400)
    assert looks(bureau, "Sari", everything, LATER).cut == 0  # a thousand, all looked at
    await bureau.complains(at=wib(1), text="Kartu saya hilang di loket.")
    assert looks(bureau, "Sari", everything, LATER).cut == search.LOOKED_AT
    assert found(bureau, "Sari", words=("hilang",)) == []
    assert len(found(bureau, "Sari", words=("hilang",), end=wib(2))) == 1
    assert looks(bureau, "Sari", Wanted(start=wib(20)), LATER).cut == 0


async def test_of_many_units_each_one_s_newest_are_looked_at(bureau: Bureau) -> None:
    """A unit with many new cases, or one of somebody else's, hides no other unit's."""

    def open_units(tx: Any) -> None:
        office = tx.session.get_one(Unit, bureau.units["KTP"]).office_id
        for number in range(5):
            tx.session.add(Unit(office_id=office, name=f"Unit {number}"))

    await bureau.write(open_units)
    old = await bureau.complains(unit="SKCK", at=wib(1), text="Kartu saya hilang di loket.")
    await arrive(bureau, 1100, text="Petugas tidak ramah kepada saya.")
    assert found(bureau, "Ani", words=("hilang",)) == [old.case_id]
    assert looks(bureau, "Ani", Wanted(words=("hilang",)), LATER).cut == 5000 // 7


# --- the clocks of an officer's case


async def test_the_view_tells_each_holder_s_time_and_the_class_proposed(bureau: Bureau) -> None:
    sent = await bureau.complains()
    at = wib(23, 11)

    def view(name: str) -> queries.CaseView:
        return bureau.read(
            lambda tx: queries.for_officer(tx, sent.case_id, bureau.people[name], at)
        )

    assert not view("Sari").verified
    await bureau.does("Sari", "take", sent.case_id, at=wib(23, 10))
    seen = view("Sari")
    assert seen.verified
    assert [(one.officer_id, one.minutes) for one in seen.held] == [
        (None, 60), (bureau.officers["Sari"], 60),
    ]  # fmt: skip
    assert seen.officer_names == {bureau.officers["Sari"]: "Sari"}
    assert [one.event for one in seen.events] == [Event.SENT, Event.VERIFIED, Event.TAKEN]
    assert seen.clocks.next_due is not None
    assert seen.clocks.next_due.name is ClockName.FIRST_ANSWER
