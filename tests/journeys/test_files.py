"""Photos, documents and voice messages: checked, cleaned, shown to whom they may be shown."""

from __future__ import annotations

import asyncio
import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlmodel import col, select

from bot.files import luggage
from bot.files.apart import Unanswered, clean_apart
from bot.files.content import Clean
from bot.files.keeper import UNREAD_TRIES, Cleaning, Keeper
from bot.files.storage import Storage
from bot.sandbox import samples
from bot.sandbox.driver import Message
from bot.sandbox.errors import ApiError, bad_request, too_many_requests
from models.complaints import files
from models.complaints.tables import Attachment, Case, FileState
from models.database import Transaction
from models.errors import Refused
from models.journal import JournalEntry, Kind
from models.offices import Unit
from models.outbox import OutboxMessage
from models.people import Person
from tests.bot.test_files_content import OWNER, acting, document, photo
from tests.town import Actor, Town

WORDS = "Atap ruang tunggu bocor sejak pekan lalu."
HOUR = timedelta(hours=1)


def attachments(town: Town) -> list[Attachment]:
    def work(tx: Transaction) -> list[Attachment]:
        return list(tx.session.exec(select(Attachment).order_by(col(Attachment.id))))

    return town.read(work)


def states(town: Town) -> list[str]:
    return [str(file.state) for file in attachments(town)]


def kept(town: Town) -> list[Path]:
    return [path for path in town.app.settings.files_folder.rglob("*") if path.is_file()]


def person_id(town: Town, actor: Actor) -> int:
    def work(tx: Transaction) -> int | None:
        found = tx.session.exec(select(Person.id).where(Person.telegram_id == actor.id))
        return found.one()

    return town.read(work) or 0


def shown(actor: Actor, kind: str) -> list[Message]:
    """What the bot sent of this kind, oldest first."""
    return [m for m in actor.person.messages if m.from_bot and kind in m.raw]


async def up_to_files(citizen: Actor, unit: Unit, named: bool = True) -> None:
    """Everything but the files; with a name, so that a voice may go along."""
    await citizen.sends("/lapor")
    await citizen.sends(unit.name)
    await citizen.taps("Sarana, gedung")
    await citizen.sends(WORDS)
    await citizen.taps("Lewati")
    await citizen.taps("Lewati")
    if named:
        await citizen.taps("Dengan nama")
        await citizen.taps("Pakai nama Budi")
    await citizen.taps("Ubah berkas")


async def to_the_end(citizen: Actor) -> None:
    """The files are there: only the order to send is missing."""
    await citizen.taps("Lanjut" if "Lanjut" in str(citizen.last.buttons) else "Lewati")


async def sends_off(citizen: Actor) -> None:
    await to_the_end(citizen)
    await citizen.taps("Kirim pengaduan")


async def complains_with(citizen: Actor, unit: Unit, *acts: tuple[Any, ...]) -> None:
    """A complaint with what these acts of the driver send."""
    await up_to_files(citizen, unit)
    for act, *arguments in acts:
        await citizen.does(act, *arguments)
    await sends_off(citizen)


async def looks(officer: Actor) -> None:
    """Open the case and its files."""
    await officer.taps("Lihat pengaduan")
    if "Foto dan berkas" not in str(officer.last.buttons):
        await officer.taps("Lainnya…")
    await officer.taps("Foto dan berkas")


@pytest.fixture
async def unit(sqlite_town: Town) -> Unit:
    return await sqlite_town.unit()


@pytest.fixture
async def officer(sqlite_town: Town, unit: Unit) -> Actor:
    return await sqlite_town.officer(unit)


@pytest.fixture
async def citizen(sqlite_town: Town) -> Actor:
    return await sqlite_town.consenting("Budi")


# --- the way of a file


async def test_every_kind_reaches_the_officer_cleaned(town: Town) -> None:
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting("Budi")
    await complains_with(
        citizen,
        unit,
        ("sends_photo", photo()),
        ("sends_document", "KTP Budi Santoso.png", photo("PNG")),
        ("sends_document", "Budi Santoso.pdf", bytes(document().output())),
        ("sends_voice", 3, samples.voice(3, "HP Budi Santoso")),
    )
    assert states(town) == ["stored"] * 4
    (picture,), documents, (voice,) = (
        shown(officer, kind) for kind in ("photo", "document", "voice")
    )
    seen = [picture, *documents, voice]
    assert all(OWNER not in message.data for message in seen)
    assert all(b"Budi" not in str(message.raw).encode() for message in seen)
    names = [message.raw["document"]["file_name"] for message in documents]
    assert [name.rpartition(".")[2] for name in names] == ["png", "pdf"]
    assert not Image.open(io.BytesIO(picture.data)).getexif()
    assert voice.raw["voice"]["duration"] == 3
    assert officer.sees(WORDS)
    original = citizen.person.messages[5:]
    told = {file.file_id for file in attachments(town)}
    sent_on = {str(call.params) for call in town.world.calls if call.method.startswith("send")}
    assert not [file_id for file_id in told if any(file_id in call for call in sent_on)]
    assert original


async def test_the_journal_holds_what_was_kept(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    await complains_with(citizen, unit, ("sends_photo",))
    (file,) = attachments(sqlite_town)

    def entered(tx: Transaction) -> JournalEntry:
        found = select(JournalEntry).where(JournalEntry.kind == Kind.CASE_FILE_KEPT)
        return tx.session.exec(found).one()

    entry = sqlite_town.read(entered)
    assert entry.data == {"attachment": file.id, "digest": file.digest}
    assert [path.name for path in kept(sqlite_town)] == [file.stored_as]


async def test_an_album_is_answered_once_and_shown_as_one(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    await up_to_files(citizen, unit)
    before = len(citizen.texts)
    await citizen.does("sends_album", [photo(), photo("PNG"), photo()])
    assert len(citizen.texts) == before + 3 + 1
    await sends_off(citizen)
    assert len({message.raw["media_group_id"] for message in shown(officer, "photo")}) == 1
    assert len(shown(officer, "photo")) == 3


async def test_the_second_officer_gets_our_copy_by_its_id(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    other = await sqlite_town.officer(unit, "Tono")
    await complains_with(citizen, unit, ("sends_photo", photo()))
    first, second = (
        shown(actor, "photo")[0].raw["photo"][-1]["file_id"] for actor in (officer, other)
    )
    await looks(officer)
    assert shown(officer, "photo")[-1].raw["photo"][-1]["file_id"] in (first, second)
    uploads = [c for c in sqlite_town.world.calls_to("sendPhoto") if "photo" not in c.params]
    again = [c for c in sqlite_town.world.calls_to("sendPhoto") if c not in uploads]
    assert len(uploads) + len(again) == 3
    assert again


async def test_an_id_that_telegram_forgot_is_no_loss(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    await complains_with(citizen, unit, ("sends_photo", photo()))
    before = len(shown(officer, "photo"))
    sqlite_town.world.faults.refuse("sendPhoto", bad_request("wrong file identifier"))
    await looks(officer)
    assert len(shown(officer, "photo")) == before + 1
    assert OWNER not in shown(officer, "photo")[-1].data


async def test_a_photo_telegram_does_not_take_comes_as_a_file(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    sqlite_town.world.faults.refuse("sendPhoto", bad_request("PHOTO_INVALID_DIMENSIONS"))
    await complains_with(citizen, unit, ("sends_photo", photo()))
    assert len(shown(officer, "document")) == 1
    assert officer.sees(WORDS)


async def test_more_than_one_message_holds_is_turned_by_pages(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    await complains_with(citizen, unit, *[("sends_photo",)] * 5)
    for _ in range(2):
        await citizen.taps("Lihat pengaduan ini")
        await citizen.taps("Balas")
        for _ in range(4):
            await citizen.does("sends_photo")
        await citizen.sends("Ini foto yang lain.")
    before = len(shown(officer, "photo"))
    await looks(officer)
    assert len(shown(officer, "photo")) == before + 10
    await officer.taps("Lampiran berikutnya")
    assert len(shown(officer, "photo")) == before + 13


async def test_an_officers_picture_reaches_the_citizen_without_the_officers_camera(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    await complains_with(citizen, unit)
    await officer.taps("Jawab")
    await officer.does("sends_document", "jadwal.jpg", photo(), "Ini jadwal perbaikannya.")
    await officer.taps("Kirim")
    assert OWNER not in shown(citizen, "document")[-1].data
    await citizen.sends("/status")
    await citizen.taps(citizen.last.buttons[0][0])
    await citizen.taps("Foto dan berkas")
    assert len(shown(citizen, "document")) == 2


# --- what is not taken


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (("sends_document", "foto.jpg", b"<!doctype html><script>x</script>"), "bukan foto"),
        (("sends_document", "surat.pdf", b"PK\x03\x04" + bytes(50)), "bukan foto"),
        (("sends_document", "a.pdf", acting("script")), "berisi program"),
        (("sends_document", "a.pdf", acting("attachment")), "berisi program"),
        (("sends_document", "a.pdf", acting("locked")), "kata sandi"),
        (("sends_document", "a.jpg", photo()[:-300]), "rusak"),
        (("sends_voice", 3, b"OggS" + bytes(90)), "rusak"),
        (("sends_voice", 3, b"ID3" + bytes(90)), "bukan pesan suara"),
    ],
)
async def test_the_sender_is_told_which_file_and_why(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor, act: Any, why: str
) -> None:
    await complains_with(citizen, unit, ("sends_photo",), act)
    assert states(sqlite_town) == ["stored", "refused"]
    assert citizen.sees(why)
    assert citizen.sees("dokumen ke-1" if act[0] == "sends_document" else "pesan suara ke-1")
    assert len(shown(officer, "photo")) == 1
    assert not shown(officer, "document")
    assert officer.sees(WORDS)  # the case goes on without it
    assert len(kept(sqlite_town)) == 1


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (("sends_document", "a.docx", b"PK\x03\x04"), "disimpan sebagai PDF dahulu"),
        (("sends_audio",), "lagu dan video"),
    ],
)
async def test_what_can_be_known_at_once_is_said_at_once(
    sqlite_town: Town, unit: Unit, citizen: Actor, act: Any, words: str
) -> None:
    await up_to_files(citizen, unit)
    await citizen.does(*act)
    assert words in citizen.last.text
    await citizen.does("sends_photo")
    assert "Diterima" in citizen.last.text


async def test_an_officer_is_told_too(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    await complains_with(citizen, unit)
    await officer.taps("Jawab")
    await officer.does("sends_document", "a.pdf", acting("locked"), "Terlampir suratnya.")
    await officer.taps("Kirim")
    assert officer.sees("kata sandi")
    assert not citizen.sees("kata sandi")
    assert citizen.sees("Terlampir suratnya.")


# --- rights


async def test_an_id_is_no_key(town: Town) -> None:
    """Whoever names a file of another case in a message of their own gets the words only."""
    here, there = await town.unit(), await town.unit("Loket Akta")
    await town.officer(here)
    citizen, stranger = await town.consenting("Budi"), await town.consenting("Cici")
    neighbour = await town.officer(there, "Tuti")
    await complains_with(citizen, here, ("sends_photo", photo()))
    (file,) = attachments(town)
    at = town.clock.now()
    for actor in (stranger, neighbour):
        asking = person_id(town, actor)
        with pytest.raises(Refused, match="file-unknown"):
            town.read(lambda tx, asking=asking: files.readable(tx, file.id or 0, asking, at))
        loaded = await luggage.load(
            town.app.database, town.app.storage, [file.id or 0], asking, at, patient=True
        )
        assert loaded.groups == ((),)
        await actor.sends("/start")
        await presses(actor, f"case-files:{file.case_id}")
        assert not shown(actor, "photo")
    with pytest.raises(Refused, match="file-unknown"):
        town.read(lambda tx: files.readable(tx, 99, person_id(town, citizen), at))
    assert town.read(
        lambda tx: files.readable(tx, file.id or 0, person_id(town, citizen), at)
    ).stored_as


async def presses(actor: Actor, data: str) -> None:
    """Callback data that no button offered."""
    message = next(m for m in reversed(actor.person.messages) if m.from_bot)
    query = actor.town.world.new_query(actor.id)
    content = {
        "id": query.id,
        "from": actor.person.record.user(),
        "message": message.raw,
        "chat_instance": "1",
        "data": data,
    }
    actor.town.world.enqueue("callback_query", actor.id, content)
    await actor.town.settle()


async def test_who_lost_the_right_before_it_was_sent_gets_the_words_only(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    """The right is looked at when a file is sent, not when it was promised."""
    town = sqlite_town
    await up_to_files(citizen, unit)
    citizen.person.sends_photo(photo())
    await town.settle()
    await to_the_end(citizen)
    citizen.person.taps("Kirim pengaduan")
    for update in town.world.take_updates():
        await town.app.intake.receive(update)

    def leaves(tx: Transaction) -> None:
        case = tx.session.exec(select(Case)).one()
        case.unit_id = 2  # handed to another unit meanwhile

    other = await town.unit("Loket Akta")
    assert other.id == 2
    await town.write(leaves)
    await town.settle()
    assert officer.sees(WORDS)
    assert not shown(officer, "photo")


async def test_a_voice_is_not_taken_from_who_wants_to_stay_unknown(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    await up_to_files(citizen, unit, named=False)
    await citizen.does("sends_voice")
    assert "suara" in citizen.last.text
    await citizen.does("sends_photo")
    await sends_off(citizen)
    (case,) = sqlite_town.read(lambda tx: list(tx.session.exec(select(Case))))
    assert case.anonymous
    await citizen.taps("Lihat pengaduan ini")
    await citizen.taps("Balas")
    await citizen.does("sends_voice")
    await citizen.sends("Begini suaranya.")
    assert citizen.sees("suara dapat menunjukkan siapa Anda")
    assert [file.kind for file in attachments(sqlite_town)] == ["photo"]


# --- faults


def slow(town: Town, wait: timedelta = timedelta(seconds=70)) -> None:
    """Telegram gives no files for a while."""
    town.world.faults.errors += [("getfile", ApiError(502, "Bad Gateway"))] * 8


async def test_a_message_waits_a_while_for_its_files_and_then_goes(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    town = sqlite_town
    slow(town)
    await complains_with(citizen, unit, ("sends_photo", photo()))
    assert not officer.sees(WORDS)
    await town.passes(timedelta(seconds=50), timedelta(seconds=10))
    assert not officer.sees(WORDS)
    await town.passes(timedelta(seconds=20), timedelta(seconds=10))
    assert officer.sees(WORDS)
    assert officer.sees("masih diperiksa")
    assert not shown(officer, "photo")
    await town.passes(timedelta(minutes=10), timedelta(seconds=30))
    await officer.taps("Foto dan berkas")
    assert len(shown(officer, "photo")) == 1


async def test_a_message_goes_as_soon_as_its_files_are_there(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    sqlite_town.world.faults.refuse("getFile", ApiError(502, "Bad Gateway"))
    await complains_with(citizen, unit, ("sends_photo", photo()))
    assert not officer.sees(WORDS)
    await sqlite_town.passes(timedelta(seconds=2))
    assert officer.sees(WORDS)
    assert len(shown(officer, "photo")) == 1


@pytest.mark.parametrize(
    "fault",
    [
        ("getFile", ApiError(500, "Internal Server Error")),
        ("getFile", bad_request("file is temporarily unavailable")),
        ("getFile", too_many_requests(7)),
        (),
    ],
)
async def test_what_could_not_be_fetched_is_fetched_later(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor, fault: Any
) -> None:
    town = sqlite_town
    if fault:
        town.world.faults.refuse(*fault, times=2)
    else:
        town.world.faults.failing_downloads = 2
    await complains_with(citizen, unit, ("sends_photo", photo()))
    assert states(town) == ["pending"]
    await town.passes(timedelta(seconds=30), timedelta(seconds=1))
    assert states(town) == ["stored"]
    assert len(shown(officer, "photo")) == 1
    if fault and fault[1].code == 429:
        assert attachments(town)[0].attempts == 2


async def test_what_telegram_has_lost_is_told_after_an_hour(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    town = sqlite_town
    town.world.faults.refuse("getFile", bad_request("wrong file_id"), times=1000)
    await complains_with(citizen, unit, ("sends_photo", photo()))
    await town.passes(HOUR - timedelta(minutes=5), timedelta(minutes=1))
    assert states(town) == ["pending"]
    assert not citizen.sees("tidak lagi dapat diambil")
    tries = len(town.world.calls_to("getFile"))
    assert tries < 30
    await town.passes(timedelta(minutes=15), timedelta(minutes=1))
    assert states(town) == ["refused"]
    assert citizen.sees("tidak lagi dapat diambil")


async def test_a_file_of_more_than_20_megabytes_is_refused_and_told(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    """The size is not always told with the message."""
    sqlite_town.world.faults.refuse("getFile", bad_request("file is too big"))
    await complains_with(citizen, unit, ("sends_document",))
    assert states(sqlite_town) == ["refused"]
    assert citizen.sees("lebih dari 20 MB")


async def test_a_full_disk_loses_nothing(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    town = sqlite_town
    folder = town.app.settings.files_folder
    folder.write_text("stands where the folder should be")
    await complains_with(citizen, unit, ("sends_photo", photo()))
    await town.passes(timedelta(days=2), timedelta(hours=1))
    assert states(town) == ["pending"]  # our own trouble is never the sender's loss
    assert officer.sees("masih diperiksa")
    folder.unlink()
    await town.passes(timedelta(minutes=6))
    assert states(town) == ["stored"]
    await officer.taps("Foto dan berkas")
    assert len(shown(officer, "photo")) == 1


async def test_a_file_that_was_changed_in_the_storage_is_not_shown(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    town = sqlite_town
    await complains_with(citizen, unit, ("sends_photo", photo()))
    (file,) = attachments(town)
    await town.write(lambda tx: files.remember(tx, {file.id or 0: None}))
    kept(town)[0].write_bytes(photo())  # with all its notes
    before = len(shown(officer, "photo"))
    await looks(officer)
    assert len(shown(officer, "photo")) == before
    assert "Lampiran pengaduan" in officer.last.text


# --- killed


class LastMoment:
    """A storage that stops right before, or right after, the file was written: the moment at which
    the process ends."""

    def __init__(self, storage: Storage, *, after: bool) -> None:
        self._inner = storage
        self._after = after
        self.come = asyncio.Event()

    async def put(self, name: str, data: bytes) -> None:
        if self._after:
            await self._inner.put(name, data)
        self.come.set()
        await asyncio.Event().wait()

    async def get(self, name: str) -> bytes:
        return await self._inner.get(name)

    async def delete(self, name: str) -> None:
        await self._inner.delete(name)


def worker(town: Town, storage: Storage, cleaning: Cleaning = clean_apart) -> Keeper:
    app = town.app
    return Keeper(
        app.database,
        app.bot,
        town.clock,
        storage,
        leading=lambda: True,
        ready=lambda: None,
        cleaning=cleaning,
    )


class Starved:
    """A machine without time for the child, so many times in a row."""

    def __init__(self, times: int) -> None:
        self.left = times

    async def __call__(self, kind: str, data: bytes) -> Clean:
        self.left -= 1
        if self.left >= 0:
            raise Unanswered
        return await clean_apart(kind, data)


async def sent_to(town: Town, citizen: Actor, unit: Unit, starved: Starved) -> None:
    """The citizen's photo has come, and is checked by a machine that is starved, in half hours."""
    await up_to_files(citizen, unit)
    await citizen.does("sends_photo", photo())
    await to_the_end(citizen)
    citizen.person.taps("Kirim pengaduan")
    for update in town.world.take_updates():
        await town.app.intake.receive(update)
    keeper = worker(town, town.app.storage, starved)
    for _ in range(UNREAD_TRIES + 1):
        await keeper.drain()
        town.clock.move(HOUR / 2)


async def test_a_starved_machine_loses_no_good_file(
    sqlite_town: Town, unit: Unit, citizen: Actor
) -> None:
    await sent_to(sqlite_town, citizen, unit, Starved(UNREAD_TRIES - 1))
    assert states(sqlite_town) == ["stored"]


async def test_what_breaks_each_time_is_refused_in_plain_words(
    sqlite_town: Town, unit: Unit, citizen: Actor
) -> None:
    starved = Starved(1000)
    await sent_to(sqlite_town, citizen, unit, starved)
    assert states(sqlite_town) == ["refused"]
    assert 1000 - starved.left == UNREAD_TRIES
    await sqlite_town.settle()
    assert citizen.sees("tidak pernah selesai")


async def test_an_hour_without_telegram_is_no_try_at_the_file(
    sqlite_town: Town, unit: Unit, citizen: Actor
) -> None:
    sqlite_town.world.faults.refuse("getFile", ApiError(500, "Internal Server Error"), times=9)
    starved = Starved(1)
    await sent_to(sqlite_town, citizen, unit, starved)
    keeper = worker(sqlite_town, sqlite_town.app.storage, starved)
    for _ in range(6):
        await keeper.drain()
        sqlite_town.clock.move(HOUR / 2)
    assert states(sqlite_town) == ["stored"]


@pytest.mark.parametrize("after", [False, True])
async def test_killed_between_fetching_and_marking_loses_and_doubles_nothing(
    database_url: str, tmp_path: Path, after: bool
) -> None:
    folder = str(tmp_path / "files")
    town = await Town.open(database_url, files_dir=folder)
    unit = await town.unit()
    officer, citizen = await town.officer(unit), await town.consenting("Budi")
    await up_to_files(citizen, unit)
    await citizen.does("sends_photo", photo())
    await to_the_end(citizen)
    citizen.person.taps("Kirim pengaduan")
    for update in town.world.take_updates():
        await town.app.intake.receive(update)
    moment = LastMoment(town.app.storage, after=after)
    dying = asyncio.create_task(worker(town, moment).run())
    await moment.come.wait()
    dying.cancel()
    await asyncio.wait({dying})
    assert states(town) == ["pending"]
    assert len(kept(town)) == after
    await town.settle()
    assert states(town) == ["stored"]
    assert len(kept(town)) == 1
    assert len(shown(officer, "photo")) == 1
    await town.close()


async def test_two_senders_settle_a_file_once(
    sqlite_town: Town, unit: Unit, officer: Actor, citizen: Actor
) -> None:
    """An old leader that is still at work does no harm."""
    town = sqlite_town
    await complains_with(citizen, unit, ("sends_document", "a.pdf", acting("locked")))
    (file,) = attachments(town)
    at = town.clock.now()
    await town.write(lambda tx: files.refuse(tx, file.id or 0, "locked", at))
    await town.write(lambda tx: files.keep(tx, file.id or 0, "image/png", "0" * 64, at))
    await town.settle()
    assert states(town) == [FileState.REFUSED]

    def told(tx: Transaction) -> int:
        rows = tx.session.exec(select(OutboxMessage))
        return sum(row.body["key"] == "file-refused" for row in rows)

    assert town.read(told) == 1
