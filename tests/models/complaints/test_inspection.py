"""Supervisory cases: who learns of them, who reads them and why, and how they change hands."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from handlers import delivery, jobs_cases, texts
from handlers.message import Lines, Text, body, button
from models import outbox
from models.complaints import (
    casework,
    files,
    following,
    inspection,
    inspectors,
    operations,
    originals,
    queries,
    readings,
    sealed,
    similar,
)
from models.complaints.casework import Upload
from models.complaints.cause_claims import Claim
from models.complaints.causes import CauseKind
from models.complaints.filing import Sent
from models.complaints.limits import CaseClass
from models.complaints.queries import CaseView
from models.complaints.readings import Purpose
from models.complaints.states import State
from models.complaints.tables import Case, CaseMessage, FileKind
from models.database import Transaction
from models.journal import Kind, of_case
from models.outbox import Due
from models.people import Role
from tests.models.complaints.offices_and_people import LATER, NOON, Bureau, refused, wib

SECRET = "Petugas Rahmat menampar saya di loket 3."
SUMMARY = "Antrean loket 3 tidak teratur. Mohon diatur ulang dan diberi nomor."


@pytest.fixture
async def watched(bureau: Bureau) -> Bureau:
    """With Ira, inspector of everything."""
    await bureau.joins("Ira", Role.INSPECTOR, at=wib(1))
    return bureau


async def secret(bureau: Bureau, **more: Any) -> int:
    sent = await bureau.complains(category="pungli", text=SECRET, **more)
    return sent.case_id


async def reads(
    bureau: Bureau, who: str, case_id: int, at: Any = LATER, reason: str = "new", words: str = ""
) -> None:
    person = bureau.people[who]
    await bureau.write(lambda tx: inspection.opened(tx, case_id, person, reason, at, words))


def seen(bureau: Bureau, who: str, case_id: int, at: Any = LATER) -> CaseView:
    return bureau.read(lambda tx: queries.for_officer(tx, case_id, bureau.people[who], at))


def words_told(bureau: Bureau, who: str) -> str:
    return " ".join(str(message.body) for message in bureau.messages(who))


# --- who is told, and of what


async def test_only_the_inspectorate_is_told_and_of_nothing_that_was_written(
    watched: Bureau,
) -> None:
    case_id = await secret(watched)
    assert watched.told("Ira") == ["case-new-supervisory"]
    assert "Rahmat" not in words_told(watched, "Ira")
    assert "KTP" not in words_told(watched, "Ira")
    for name in ("Sari", "Tono", "Hadi", "Ani", "Wati"):
        assert watched.told(name) == []
    assert watched.case(case_id).supervisory


@pytest.mark.parametrize(
    ("act", "words", "told"),
    [
        ("citizen_reply", [SECRET], "supervisory-replied"),
        ("confirm", [], "supervisory-confirmed"),
        ("reopen", [SECRET], "supervisory-reopened"),
        ("withdraw", [], "supervisory-withdrawn"),
    ],
)
async def test_no_later_notice_holds_a_word_of_it(
    watched: Bureau, act: str, words: list[str], told: str
) -> None:
    case_id = await secret(watched)
    await watched.does("Ira", "answer", case_id, "Kami periksa.", at=LATER)
    await watched.does("Budi", act, case_id, *words, at=wib(23, 11))
    assert watched.told("Ira")[-1] == told
    assert "Rahmat" not in words_told(watched, "Ira")
    assert watched.told("Sari") == watched.told("Hadi") == watched.told("Ani") == []


async def test_the_citizen_reads_answers_of_the_inspectorate_not_of_the_unit(
    watched: Bureau,
) -> None:
    case_id = await secret(watched)
    await watched.does("Ira", "answer", case_id, "Kami periksa.", at=LATER)
    body = watched.messages("Budi")[-1].body
    assert body["key"] == "case-answered-citizen"
    assert body["values"]["unit"] == {"text": "the-inspectorate", "values": {}}


@pytest.mark.parametrize("who", ["Sari", "Tono", "Hadi", "Ani", "Wati", "Citra"])
async def test_to_everybody_else_the_case_is_not_there(watched: Bureau, who: str) -> None:
    case_id = await secret(watched)
    for act, words in (("take", []), ("answer", ["Ada apa?"]), ("reject", ["unclear", "Tidak."])):
        said = await refused(watched.does(who, act, case_id, *words, at=LATER))
        assert said.key == ("case-unknown" if who != "Citra" else said.key)
    with pytest.raises(operations.Refused):
        seen(watched, who, case_id)


async def test_an_inspector_who_serves_in_the_unit_or_is_its_admin_does_not_read_it(
    bureau: Bureau,
) -> None:
    for name in ("Tono", "Ani"):
        await bureau.joins(name, Role.INSPECTOR, at=wib(1))
    case_id = await secret(bureau)
    for name in ("Tono", "Ani"):
        assert (await refused(bureau.does(name, "take", case_id, at=LATER))).key == "case-unknown"
    assert "case-new-supervisory" not in bureau.told("Tono") + bureau.told("Ani")


async def test_an_inspector_does_not_read_a_case_of_their_own(watched: Bureau) -> None:
    sent = await watched.complains(who="Ira", category="pungli", text=SECRET)
    assert watched.told("Ira") == []
    person = watched.people["Ira"]
    assert watched.read(lambda tx: inspectors.listed(tx, person, LATER)).number == 0
    assert (await refused(reads(watched, "Ira", sent.case_id))).key == "case-own"


async def test_a_message_that_could_not_be_delivered_is_the_inspectorates_to_know(
    watched: Bureau,
) -> None:
    case_id = await secret(watched)
    await watched.does("Ira", "answer", case_id, "Kami periksa.", at=LATER)

    def fail(tx: Transaction) -> int:
        row = next(r for r in outbox.waiting(tx, 50) if r.case_id == case_id)
        assert row.unit_id is None
        delivery.given_up(tx, row, LATER)
        outbox.mark_failed(tx, row.id, LATER, "400")
        return outbox.undelivered(tx, wib(1), wib(30), [watched.units["KTP"]])

    assert await watched.write(fail) == 0
    assert watched.told("Ira")[-1] == "undelivered-notice"
    assert "undelivered-notice" not in watched.told("Sari") + watched.told("Hadi")


async def test_of_an_ordinary_case_the_unit_still_learns_that(bureau: Bureau) -> None:
    sent = await bureau.complains()
    await bureau.does("Sari", "answer", sent.case_id, "Sudah.", at=LATER)

    def fail(tx: Transaction) -> None:
        rows: list[Due] = outbox.waiting(tx, 50)
        delivery.given_up(tx, next(r for r in rows if r.case_id == sent.case_id), LATER)

    await bureau.write(fail)
    assert bureau.told("Sari")[-1] == "undelivered-notice"


# --- nobody of the inspectorate


async def test_without_an_inspector_those_who_can_invite_one_are_told_a_number_only(
    bureau: Bureau,
) -> None:
    await secret(bureau)
    told = bureau.messages("Ani")[-1].body
    assert told["key"] == "inspector-wanted"
    assert told["values"] == {"n": 1, "offices": {"listed": ["Dinas Dukcapil"], "between": ", "}}
    assert told["buttons"][0][0]["data"] == "invite"
    assert bureau.told("Sari") == bureau.told("Hadi") == []


async def test_they_are_told_once_a_day_in_the_morning_until_somebody_joins(
    bureau: Bureau,
) -> None:
    await secret(bureau)

    async def called(at: Any) -> int:
        return await bureau.write(lambda tx: inspectors.call(tx, at))

    assert await called(NOON + timedelta(hours=5)) == 0
    assert await called(wib(24, 7, 30)) == 0
    assert await called(wib(24, 8)) == 1
    assert await called(wib(24, 15)) == 0
    assert await called(wib(25, 9)) == 1
    await bureau.joins("Ira", Role.INSPECTOR, at=wib(25, 10))
    assert await called(wib(26, 9)) == 0
    assert bureau.told("Ani") == ["inspector-wanted"] * 3


async def test_many_cases_of_one_day_call_once_and_with_an_inspector_nobody_is_called(
    bureau: Bureau,
) -> None:
    for hour in (9, 10, 11):
        await secret(bureau, at=wib(23, hour))
    assert bureau.told("Ani") == ["inspector-wanted"]
    await bureau.joins("Ira", Role.INSPECTOR, at=wib(23, 12))
    person = bureau.people["Ira"]
    assert bureau.read(lambda tx: inspectors.waiting_for(tx, person, wib(23, 13))) == 3
    await secret(bureau, at=wib(24, 9))
    assert bureau.told("Ani") == ["inspector-wanted"]


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_the_call_does_not_say_whether_the_only_inspector_sent_the_complaint(
    bureau: Bureau, language: str
) -> None:
    """Somebody else has to be found then; it reads like any other call."""
    case_id = await secret(bureau)
    await bureau.joins("Ira", Role.INSPECTOR, at=NOON)
    await bureau.does("Budi", "withdraw", case_id, at=NOON)
    await secret(bureau, who="Ira", at=wib(24, 9))
    bodies = [one.body for one in bureau.messages("Ani")]
    [first, second] = [texts.render(language, one["key"], one["values"]) for one in bodies]
    assert first == second
    for there_is_none in ("belum ada", "tidak ada yang", "no inspector", "nobody", "yet"):
        assert there_is_none not in first.lower()


async def test_an_admin_of_everything_is_told_instead_of_the_offices(bureau: Bureau) -> None:
    await bureau.joins("Agus", Role.ADMIN, at=wib(1))
    await secret(bureau)
    assert bureau.told("Agus") == ["inspector-wanted"]
    assert bureau.told("Ani") == []


# --- reading


async def test_a_case_is_read_for_a_reason_that_holds_half_an_hour(watched: Bureau) -> None:
    case_id = await secret(watched)
    with pytest.raises(readings.ReasonNeeded):
        seen(watched, "Ira", case_id)
    await reads(watched, "Ira", case_id)
    assert seen(watched, "Ira", case_id).text == SECRET
    assert seen(watched, "Ira", case_id, LATER + timedelta(minutes=29)).text == SECRET
    with pytest.raises(readings.ReasonNeeded):
        seen(watched, "Ira", case_id, LATER + timedelta(minutes=30))


async def test_one_inspectors_reason_is_not_anothers(watched: Bureau) -> None:
    await watched.joins("Umar", Role.INSPECTOR, at=wib(1))
    case_id = await secret(watched)
    await reads(watched, "Ira", case_id)
    with pytest.raises(readings.ReasonNeeded):
        seen(watched, "Umar", case_id)


async def test_each_reading_is_logged_with_who_when_and_why(watched: Bureau) -> None:
    case_id = await secret(watched)
    await reads(watched, "Ira", case_id, LATER, "new")
    await reads(watched, "Ira", case_id, wib(24), "other", "Diminta Inspektur Jenderal.")
    person = watched.people["Ira"]
    log = watched.read(lambda tx: inspection.log_of(tx, case_id, person, wib(24)))
    assert [(one.name, one.at, one.reason, one.words) for one in log] == [
        ("Ira", wib(24), Purpose.OTHER, "Diminta Inspektur Jenderal."),
        ("Ira", LATER, Purpose.NEW, ""),
    ]
    entries = watched.read(lambda tx: of_case(tx, case_id))
    codes = [entry.data["reason"] for entry in entries if entry.kind == Kind.CASE_READ]
    assert codes == ["new", "other"]
    assert "Inspektur" not in str([entry.data for entry in entries])
    assert watched.read(lambda tx: inspection.number_of(tx, case_id)) == 2


@pytest.mark.parametrize(
    ("reason", "words", "key"),
    [
        ("curiosity", "", "complain-choose"),
        ("other", "", "text-too-short"),
        ("other", "x" * 301, "text-too-long"),
    ],
)
async def test_no_reason_no_reading(watched: Bureau, reason: str, words: str, key: str) -> None:
    case_id = await secret(watched)
    said = await refused(reads(watched, "Ira", case_id, LATER, reason, words))
    assert said.key == key
    assert watched.read(lambda tx: inspection.number_of(tx, case_id)) == 0


@pytest.mark.parametrize("who", ["Sari", "Hadi", "Ani", "Budi"])
async def test_nobody_else_reads_it_or_its_log_by_giving_a_reason(
    watched: Bureau, who: str
) -> None:
    case_id = await secret(watched)
    await refused(reads(watched, who, case_id))
    with pytest.raises(operations.Refused):
        watched.read(lambda tx: inspection.log_of(tx, case_id, watched.people[who], LATER))


async def test_neither_a_likeness_nor_what_was_masked_is_read_without_a_reason(
    watched: Bureau,
) -> None:
    first = await secret(watched, original=f"{SECRET} Bangsat!", anonymous=False, name="Budi")
    twin = await secret(watched, who="Citra", at=wib(23, 10))
    ira = watched.people["Ira"]
    alike = watched.read(lambda tx: similar.to_merge(tx, twin, ira, wib(23, 11)))
    assert [(one.case_id, one.excerpt) for one in alike] == [(first, "")]
    with pytest.raises(readings.ReasonNeeded):
        await watched.write(lambda tx: originals.check(tx, first, ira, LATER))
    await reads(watched, "Ira", first)
    assert (await watched.write(lambda tx: originals.check(tx, first, ira, LATER))).id == first


async def test_an_ordinary_case_needs_no_reason(bureau: Bureau) -> None:
    sent = await bureau.complains()
    assert seen(bureau, "Sari", sent.case_id).text


async def test_the_list_holds_what_is_open_and_what_has_ended_without_a_word(
    watched: Bureau,
) -> None:
    first = await secret(watched)
    second = await secret(watched, at=wib(23, 10))
    await watched.complains(at=wib(23, 11))
    await watched.does("Budi", "withdraw", second, at=wib(23, 12))
    person = watched.people["Ira"]
    opened = watched.read(lambda tx: inspectors.listed(tx, person, wib(23, 13)))
    ended = watched.read(lambda tx: inspectors.listed(tx, person, wib(23, 13), ended=True))
    assert [one.case_id for one in opened.lines] == [first]
    assert [one.case_id for one in ended.lines] == [second]
    assert "Rahmat" not in repr(opened) + repr(ended)
    hadi = watched.people["Hadi"]
    assert watched.read(lambda tx: inspectors.listed(tx, hadi, wib(23, 13))).number == 0


# --- from the unit to the inspectorate


async def test_what_an_officer_refers_is_gone_from_the_unit_at_once(watched: Bureau) -> None:
    sent = await watched.complains(text=SECRET)
    await watched.does("Tono", "take", sent.case_id, at=LATER)
    await watched.does("Sari", "refer", sent.case_id, at=wib(23, 11))
    case = watched.case(sent.case_id)
    assert (case.supervisory, case.holder_id, case.kind) == (True, None, CaseClass.SUPERVISORY)
    assert State(case.state) is State.FORWARDED
    for who in ("Sari", "Tono", "Hadi", "Ani"):
        said = await refused(watched.does(who, "answer", sent.case_id, "Baik.", at=wib(23, 12)))
        assert said.key == "case-unknown"
    assert watched.told("Tono") == []
    assert watched.told("Ira") == ["case-new-supervisory"]
    assert watched.told("Budi")[-1] == "case-referred-citizen"


async def test_what_the_unit_was_still_to_be_told_is_not_sent(watched: Bureau) -> None:
    sent = await watched.complains(text=SECRET)
    other = await watched.complains(who="Citra", at=wib(23, 10))
    assert watched.told("Tono") == ["case-new", "case-new"]
    await watched.does("Sari", "refer", sent.case_id, at=LATER)
    left = watched.messages("Tono")
    assert [message.body["values"]["ticket"] for message in left] == [other.ticket]


async def test_a_unit_that_had_the_case_before_is_not_told_of_it_either(watched: Bureau) -> None:
    sent = await watched.complains(text=SECRET)
    await watched.does("Sari", "forward", sent.case_id, watched.units["SKCK"], at=LATER)
    assert watched.told("Tono") == ["case-new"]
    await watched.does("Wati", "refer", sent.case_id, at=wib(23, 11))
    assert watched.told("Tono") == watched.told("Wati") == []


async def test_a_list_of_several_cases_goes_out_without_the_one_that_was_referred(
    watched: Bureau,
) -> None:
    """What a sentence says of a ticket is not about the case; what was sent is not looked at."""
    sent = await watched.complains()
    quoting = await watched.complains(who="Citra", text=f"Sama seperti {sent.ticket}, loket tutup.")
    tono = watched.people["Tono"]
    for message in watched.messages("Tono")[:1]:
        sent_id = message.id or 0
        await watched.write(lambda tx, one=sent_id: outbox.mark_sent(tx, [one], LATER))

    def listed(*cases: Sent) -> dict[str, Any]:
        lines = Lines([Text("moved-line", {"ticket": one.ticket}) for one in cases])
        buttons = [[button(one.ticket, "case", one.case_id) for one in cases]]
        give = [[button(Text("button-case-assign"), "case-assign", one.case_id)] for one in cases]
        values = {"n": len(cases), "lines": lines}
        return body("leave-returned", values, buttons=[*buttons, *give])

    for cases in ((sent, quoting), (sent,)):
        message = outbox.Outgoing(tono, listed(*cases))
        await watched.write(lambda tx, one=message: outbox.put(tx, one, LATER))
    await watched.does("Sari", "refer", sent.case_id, at=LATER)
    first, other, left = watched.messages("Tono")
    assert first.body["values"]["ticket"] == sent.ticket
    assert other.body["values"]["ticket"] == quoting.ticket
    assert left.body == listed(quoting)


async def test_that_a_limit_has_ended_is_told_to_those_who_read_the_case_from_now_on(
    watched: Bureau,
) -> None:
    """Also when its end stays as it was promised."""
    late = wib(10, 9, month=12)

    async def wake(at: datetime) -> None:
        while (await watched.write(lambda tx: jobs_cases.wake(tx, at))).again:
            pass

    def heard(name: str) -> list[Any]:
        """What somebody was told of the clock of the first answer."""
        keys = ("cases-reminder", "cases-escalated", "supervisory-late")
        told = [m.body for m in watched.messages(name) if m.body["key"] in keys]
        return [one for one in told if "clock-first-answer" in str(one)]

    case_id = (await watched.complains()).case_id
    await wake(late)
    assert heard("Hadi")
    sent = [m.id or 0 for name in ("Sari", "Hadi") for m in watched.messages(name)]
    await watched.write(lambda tx: outbox.mark_sent(tx, sent, late))
    await watched.does("Sari", "refer", case_id, at=late)
    await wake(late + timedelta(hours=1))
    assert heard("Ira")
    before = len(heard("Hadi"))
    await back(watched, case_id, late + timedelta(hours=2))
    await wake(late + timedelta(hours=3))
    assert len(heard("Hadi")) == before + 1


async def test_to_verify_or_correct_the_class_as_supervisory_is_to_refer(watched: Bureau) -> None:
    first = (await watched.complains()).case_id
    await watched.does("Sari", "verify", first, CaseClass.SUPERVISORY, at=LATER)
    second = (await watched.complains(at=wib(23, 10))).case_id
    await watched.does("Sari", "verify", second, CaseClass.ORDINARY, at=wib(23, 11))
    await watched.does("Sari", "reclassify", second, CaseClass.SUPERVISORY, at=wib(23, 12))
    assert watched.case(first).supervisory
    assert watched.case(second).supervisory
    assert watched.told("Ira") == ["case-new-supervisory"] * 2


async def test_the_limits_follow_the_class_from_the_receipt(watched: Bureau) -> None:
    sent = await watched.complains()
    await watched.does("Sari", "refer", sent.case_id, at=wib(25))
    await reads(watched, "Ira", sent.case_id, wib(25))
    view = seen(watched, "Ira", sent.case_id, wib(25))
    assert view.clocks.resolution.due > wib(23) + timedelta(days=80)  # 60 working days


async def test_forwarded_it_stays_the_inspectorates(watched: Bureau) -> None:
    case_id = await secret(watched)
    await watched.does("Ira", "forward", case_id, watched.units["SKCK"], at=LATER)
    assert watched.told("Budi")[-1] == "case-forwarded-inspected"
    assert watched.told("Wati") == []
    said = await refused(watched.does("Wati", "take", case_id, at=LATER))
    assert said.key == "case-unknown"
    said = await refused(watched.does("Sari", "take", case_id, at=LATER))
    assert said.key == "case-unknown"  # not even where it went


async def test_who_may_not_work_on_a_case_does_not_refer_it(watched: Bureau) -> None:
    sent = await watched.complains()
    for who in ("Wati", "Budi", "Ira"):
        await refused(watched.does(who, "refer", sent.case_id, at=LATER))
    assert not watched.case(sent.case_id).supervisory
    await watched.does("Sari", "refer", sent.case_id, at=LATER)
    said = await refused(watched.does("Ira", "refer", sent.case_id, at=wib(23, 11)))
    assert said.key == "inspection-already"


async def test_an_ended_case_is_not_referred(watched: Bureau) -> None:
    sent = await watched.complains()
    await watched.does("Budi", "withdraw", sent.case_id, at=LATER)
    said = await refused(watched.does("Sari", "refer", sent.case_id, at=wib(23, 11)))
    assert said.key == "case-not-now"


async def test_followers_and_merged_cases_go_along_each_by_itself(watched: Bureau) -> None:
    first = (await watched.complains(text=SECRET)).case_id
    other = (await watched.complains(who="Citra", at=wib(23, 10))).case_id
    await watched.joins("Dedi", Role.OFFICER, unit="SKCK", at=wib(1))
    await watched.does("Dedi", "follow", first, at=wib(23, 11))
    merging = {"case_id": other, "into_id": first, "person_id": watched.people["Sari"]}
    await watched.write(lambda tx: following.merge(tx, **merging, at=wib(23, 11)))
    await watched.does("Sari", "refer", first, at=wib(23, 12))
    for case_id in (first, other):
        case = watched.case(case_id)
        assert (case.supervisory, case.followers, case.merged_into_id) == (True, 0, None)
        assert State(case.state) is State.FORWARDED
    assert watched.told("Dedi")[-1] == "case-follow-ended"
    assert watched.told("Citra")[-1] == "case-referred-citizen"
    assert watched.told("Ira") == ["case-new-supervisory"] * 2


# --- from the inspectorate back to the unit


async def back(bureau: Bureau, case_id: int, at: Any = LATER) -> None:
    await reads(bureau, "Ira", case_id, at)
    await bureau.does("Ira", "refer_back", case_id, SUMMARY, at=at)


async def test_the_unit_reads_the_summary_and_what_comes_after_it(watched: Bureau) -> None:
    case_id = await secret(watched, place="di samping rumah saya", original=f"{SECRET} Bangsat!")
    await watched.does("Ira", "ask_back", case_id, "Siapa saksinya?", at=LATER)
    await watched.does("Budi", "citizen_reply", case_id, "Istri saya, Yuni.", at=wib(23, 11))
    await back(watched, case_id, wib(23, 12))
    await watched.does("Budi", "citizen_reply", case_id, "Terima kasih.", at=wib(23, 13))
    view = seen(watched, "Sari", case_id, wib(23, 14))
    assert view.text == SUMMARY
    assert [spoken.text for spoken in view.thread] == ["Terima kasih."]
    assert view.place is None
    assert not view.masked
    assert "Yuni" not in repr(view)
    assert watched.told("Sari")[-2:] == ["case-referred-back", "case-noted"]
    assert "Rahmat" not in words_told(watched, "Sari")
    await refused(watched.does("Ira", "answer", case_id, "Halo.", at=wib(23, 14)))


async def test_the_words_are_moved_out_of_what_searches_and_exports_read(watched: Bureau) -> None:
    case_id = await secret(watched, place="rumah saya", reading={"redacted": SECRET})
    await watched.does("Ira", "ask_back", case_id, "Siapa Rahmat?", at=LATER)
    await back(watched, case_id)

    def stored(tx: Transaction) -> str:
        case = tx.session.get_one(Case, case_id)
        messages = tx.session.exec(select(CaseMessage).where(CaseMessage.case_id == case_id))
        return repr([case.model_dump(), *(message.text for message in messages)])

    assert "Rahmat" not in watched.read(stored)
    assert "rumah" not in watched.read(stored)


async def test_the_citizen_still_reads_it_all_and_is_told_in_the_same_moment(
    watched: Bureau,
) -> None:
    case_id = await secret(watched, place="rumah saya")
    await watched.does("Ira", "ask_back", case_id, "Siapa saksinya?", at=LATER)
    await back(watched, case_id)
    told = watched.messages("Budi")[-1].body
    assert told["key"] == "case-referred-back-citizen"
    assert told["values"]["summary"] == SUMMARY
    budi = watched.people["Budi"]
    view = watched.read(lambda tx: queries.for_reporter(tx, case_id, budi, LATER))
    assert (view.text, view.place) == (SECRET, "rumah saya")
    assert [spoken.text for spoken in view.thread] == ["Siapa saksinya?", SUMMARY]


async def test_when_it_goes_to_the_inspectorate_again_they_read_it_all(watched: Bureau) -> None:
    case_id = await secret(watched)
    await back(watched, case_id)
    await watched.does("Sari", "refer", case_id, at=wib(23, 11))
    await reads(watched, "Ira", case_id, wib(23, 12))
    assert seen(watched, "Ira", case_id, wib(23, 12)).text == SECRET
    await back(watched, case_id, wib(24))
    assert seen(watched, "Sari", case_id, wib(24)).text == SUMMARY
    kept = watched.read(lambda tx: sealed.of(tx, tx.session.get_one(Case, case_id)))
    assert kept is not None
    assert kept.text == SECRET


async def test_files_stay_with_the_inspectorate(watched: Bureau) -> None:
    photo = Upload(FileKind.PHOTO, "photo-1", 1000)
    case_id = await secret(watched, files=(photo,))

    def may(who: str, at: Any) -> bool:
        person = watched.people[who]
        return watched.read(lambda tx: files.parcels(tx, [1], person, at))[0].allowed

    assert not may("Ira", LATER)  # no reason yet: a photo is a reading too
    await reads(watched, "Ira", case_id)
    assert may("Ira", LATER)
    assert not may("Sari", LATER)
    await watched.does("Ira", "refer_back", case_id, SUMMARY, at=LATER)
    assert not may("Sari", wib(23, 11))
    assert may("Budi", wib(23, 11))
    assert seen(watched, "Sari", case_id, wib(23, 11)).files == ()


async def test_going_back_needs_a_reading_a_summary_and_an_inspector(watched: Bureau) -> None:
    case_id = await secret(watched)
    said = await refused(watched.does("Ira", "refer_back", case_id, SUMMARY, at=LATER))
    assert said.key == "reading-reason-first"
    await reads(watched, "Ira", case_id)
    said = await refused(watched.does("Ira", "refer_back", case_id, "Ok.", at=LATER))
    assert said.key == "text-too-short"
    said = await refused(watched.does("Sari", "refer_back", case_id, SUMMARY, at=LATER))
    assert said.key == "case-unknown"
    ordinary = (await watched.complains(at=wib(23, 10))).case_id
    said = await refused(watched.does("Sari", "refer_back", ordinary, SUMMARY, at=wib(23, 11)))
    assert said.key == "inspection-ordinary"


async def test_an_inspector_does_not_make_it_ordinary_by_the_class(watched: Bureau) -> None:
    case_id = await secret(watched)
    said = await refused(watched.does("Ira", "verify", case_id, CaseClass.MINOR, at=LATER))
    assert said.key == "case-class-inspectorate"


async def test_a_draft_begun_before_learns_of_nobody_who_wrote_since(watched: Bureau) -> None:
    case_id = (await watched.complains()).case_id
    await watched.does("Sari", "refer", case_id, at=LATER)
    await watched.does("Ira", "answer", case_id, "Kami periksa.", at=LATER)
    sari = watched.people["Sari"]
    why = await refused(
        watched.write(lambda tx: operations.written_since(tx, case_id, sari, NOON, LATER))
    )
    assert why.key == "case-unknown"


async def test_no_figure_of_the_unit_counts_what_was_said_about_a_case(watched: Bureau) -> None:
    """A refused file, an external cause: of a message lost the unit is told by number."""
    await watched.joins("Igo", Role.INSPECTOR, at=wib(1))
    photo = Upload(FileKind.PHOTO, "P1", 9)
    case_id = await secret(watched, files=(photo,))
    (file_id,) = watched.read(lambda tx: [one.id or 0 for one in casework.files_of(tx, case_id)])
    await watched.write(lambda tx: files.refuse(tx, file_id, "too-large", LATER))
    await watched.does("Ira", "take", case_id, at=NOON)
    claimed = Claim(CauseKind.POWER, NOON, LATER, "Listrik padam seharian di kantor.", "Surat 1")
    cause = await watched.does("Ira", "claim", case_id, claimed, at=wib(23, 11))
    await watched.does("Igo", "accept", cause.cause_id, at=wib(23, 12))
    told = [one for name in ("Budi", "Ira", "Igo") for one in watched.messages(name)]
    assert {"file-refused", "cause-to-decide-unread", "cause-decided-unread"} <= {
        m.body["key"] for m in told
    }
    assert {one.unit_id for one in told} == {None}
