"""Files as rows: what waits, what becomes of it, and who may see it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from models.complaints import files
from models.complaints.casework import Upload
from models.complaints.tables import Attachment, FileKind, FileState, Follower
from models.database import Transaction
from models.errors import Refused
from tests.models.complaints.offices_and_people import LATER, Bureau

PHOTO = Upload(FileKind.PHOTO, "P1", 9)
LETTER = Upload(FileKind.DOCUMENT, "D1", 9)
VOICE = Upload(FileKind.VOICE, "V1", 9)


async def thread(bureau: Bureau, *, unit: str = "KTP") -> tuple[int, int, int]:
    """A case; ids of the citizen's file and of the officer's."""
    sent = await bureau.complains(unit=unit, files=(PHOTO,))
    officer = "Sari" if unit == "KTP" else "Wati"
    await bureau.does(officer, "answer", sent.case_id, "Terlampir.", at=LATER, files=(LETTER,))
    first, second = rows(bureau)
    return sent.case_id, first.id or 0, second.id or 0


def rows(bureau: Bureau) -> list[Attachment]:
    return bureau.read(lambda tx: list(tx.session.exec(select(Attachment).order_by("id"))))


def sees(bureau: Bureau, name: str, attachment_id: int) -> bool:
    person_id = bureau.people[name]
    (parcel,) = bureau.read(lambda tx: files.parcels(tx, [attachment_id], person_id, LATER))
    if not parcel.allowed:
        with pytest.raises(Refused, match="file-unknown"):
            bureau.read(lambda tx: files.readable(tx, attachment_id, person_id, LATER))
        return False
    assert bureau.read(lambda tx: files.readable(tx, attachment_id, person_id, LATER)).stored_as
    return True


async def test_who_sees_which_file(bureau: Bureau) -> None:
    _, citizens, officers = await thread(bureau)
    allowed = {name: (sees(bureau, name, citizens), sees(bureau, name, officers))
               for name in bureau.people}  # fmt: skip
    assert allowed == {
        "Budi": (True, True),
        "Citra": (False, False),
        "Sari": (True, True),
        "Tono": (True, True),
        "Wati": (False, False),
        "Hadi": (True, True),
        "Ani": (True, True),
    }


async def test_who_follows_a_case_sees_the_answers_files_only(bureau: Bureau) -> None:
    case_id, citizens, officers = await thread(bureau)
    follower = Follower(case_id=case_id, person_id=bureau.people["Citra"], at=LATER)
    await bureau.write(lambda tx: tx.session.add(follower))
    assert sees(bureau, "Citra", officers)
    assert not sees(bureau, "Citra", citizens)


async def test_a_file_goes_with_the_case_to_another_unit(bureau: Bureau) -> None:
    sent = await bureau.complains(files=(PHOTO,))
    (file,) = rows(bureau)
    await bureau.does("Sari", "forward", sent.case_id, bureau.units["SKCK"], at=LATER)
    assert sees(bureau, "Wati", file.id or 0)
    assert not sees(bureau, "Sari", file.id or 0)


async def test_an_officer_who_left_sees_nothing_any_more(bureau: Bureau) -> None:
    _, citizens, officers = await thread(bureau)
    await bureau.leaves("Tono")
    assert not sees(bureau, "Tono", citizens)
    assert not sees(bureau, "Tono", officers)


async def test_who_is_gone_from_the_files_rights_is_not_told_of_what_is_not_there(
    bureau: Bureau,
) -> None:
    with pytest.raises(Refused, match="file-unknown"):
        bureau.read(lambda tx: files.readable(tx, 99, bureau.people["Budi"], LATER))
    assert bureau.read(lambda tx: files.parcels(tx, [99], bureau.people["Budi"], LATER)) == ()


# --- what becomes of a file


def due(bureau: Bureau, at: object = LATER) -> list[str]:
    return bureau.read(lambda tx: [file.file_id for file in files.waiting(tx, at, 10)])


async def test_every_file_waits_under_a_name_of_its_own(bureau: Bureau) -> None:
    await thread(bureau)
    first, second = rows(bureau)
    assert due(bureau) == ["P1", "D1"]
    assert bureau.read(files.backlog) == 2
    assert first.stored_as != second.stored_as
    assert {len(file.stored_as) for file in (first, second)} == {32}
    assert [file.sender_id for file in (first, second)] == [
        bureau.people["Budi"],
        bureau.people["Sari"],
    ]


async def test_what_is_settled_stays_settled(bureau: Bureau) -> None:
    _, photo, letter = await thread(bureau)

    def work(tx: Transaction) -> None:
        files.keep(tx, photo, "image/jpeg", "d" * 64, LATER)
        files.refuse(tx, letter, "locked", LATER)
        files.refuse(tx, photo, "damaged", LATER)
        files.keep(tx, letter, "application/pdf", "e" * 64, LATER)
        files.later(tx, letter, LATER + timedelta(days=1), "NetworkError")

    await bureau.write(work)
    states = [(file.state, file.reason, file.digest, file.attempts) for file in rows(bureau)]
    assert states == [
        (FileState.STORED, None, "d" * 64, 0),
        (FileState.REFUSED, "locked", None, 0),
    ]
    assert due(bureau) == []
    assert bureau.told("Budi").count("file-refused") == 0
    assert bureau.told("Sari").count("file-refused") == 1


async def test_the_refusal_names_the_file_among_those_of_its_kind(bureau: Bureau) -> None:
    sent = await bureau.complains(files=(PHOTO, LETTER, PHOTO, LETTER))
    second = rows(bureau)[3].id or 0
    await bureau.write(lambda tx: files.refuse(tx, second, "active", LATER))
    body = bureau.messages("Budi")[-1].body
    assert body["values"]["what"] == {"text": "file-document", "values": {"n": 2}}
    assert body["values"]["why"]["text"] == "file-refused-active"
    assert body["values"]["ticket"] == sent.ticket
    assert body["buttons"][0][0]["data"] == f"track:{sent.case_id}"


async def test_what_is_tried_later_is_not_due_before(bureau: Bureau) -> None:
    await bureau.complains(files=(PHOTO,))
    (file,) = rows(bureau)
    wait = LATER + timedelta(minutes=5)
    await bureau.write(lambda tx: files.later(tx, file.id or 0, wait, "TimedOut"))
    assert due(bureau) == []
    assert due(bureau, wait) == ["P1"]
    assert (rows(bureau)[0].attempts, rows(bureau)[0].reason) == (1, "TimedOut")


# --- a voice tells who speaks


async def test_a_voice_goes_only_with_a_name(bureau: Bureau) -> None:
    with pytest.raises(Refused, match="upload-voice-anonymous"):
        await bureau.complains(files=(VOICE,), anonymous=True)
    sent = await bureau.complains(files=(VOICE,), anonymous=False, name="Budi")
    assert [file.kind for file in rows(bureau)] == ["voice"]
    await bureau.does("Budi", "citizen_reply", sent.case_id, "Ini.", at=LATER, files=(VOICE,))


async def test_nor_does_it_come_later(bureau: Bureau) -> None:
    sent = await bureau.complains(anonymous=True)
    with pytest.raises(Refused, match="upload-voice-anonymous"):
        await bureau.does("Budi", "citizen_reply", sent.case_id, "Ini.", at=LATER, files=(VOICE,))
    await bureau.does("Sari", "answer", sent.case_id, "Dengarkan.", at=LATER, files=(VOICE,))
    assert [file.sender_id for file in rows(bureau)] == [bureau.people["Sari"]]
