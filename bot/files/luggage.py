"""What goes along with a message: loaded when it is sent, after a last look at the recipient's
rights, and sent as the cleaned copy only."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from telegram import Bot, InputFile, InputMediaPhoto, Message

from bot.files.storage import FileMissing, Storage, StorageAway
from models.complaints import files
from models.complaints.files import Parcel
from models.complaints.tables import FileKind, FileState
from models.database import Database

log = structlog.get_logger()

PATIENCE = timedelta(seconds=60)  # a message waits this long for its files, then goes without
ALBUM = 10  # the most one album holds (Bot API)
SEND_TIMEOUT = 120.0  # seconds an upload may take
ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "application/pdf": "pdf",
    "audio/ogg": "ogg",
}


class NotReady(Exception):
    """A file is still being checked, or its storage is away: try again in a moment."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file to send: by the id under which Telegram has our copy, or by its bytes."""

    id: int
    kind: FileKind
    name: str  # made by us: never the sender's
    file_id: str = ""
    content: bytes = b""

    @property
    def media(self) -> str | InputFile:
        return self.file_id or InputFile(self.content, filename=self.name)


Group = tuple[Attached, ...]


@dataclass(frozen=True, slots=True)
class Luggage:
    """Groups that are sent one call each. Their number depends on the message alone, so that a
    message that was sent in part goes on where it stopped; a group may be empty."""

    case_id: int
    groups: tuple[Group, ...]
    missing: bool  # something follows later


async def load(
    database: Database,
    storage: Storage,
    ids: Sequence[int],
    person_id: int,
    at: datetime,
    *,
    patient: bool,
) -> Luggage:
    """The files as far as the person may see them. Raises NotReady while patient."""
    parcels = await database.read(lambda tx: files.parcels(tx, ids, person_id, at))
    allowed = [parcel for parcel in parcels if parcel.allowed]
    missing = any(parcel.state is FileState.PENDING for parcel in allowed)
    if missing and patient:
        raise NotReady
    ready: dict[int, Attached] = {}
    for parcel in allowed:
        if parcel.state is not FileState.STORED:
            continue
        try:
            ready[parcel.id] = await _attached(storage, parcel)
        except StorageAway as error:
            if patient:
                raise NotReady from error
            missing = True
        except FileMissing:
            log.error("file lost or changed in the storage", attachment=parcel.id)
    groups = (
        tuple(ready[parcel.id] for parcel in group if parcel.id in ready)
        for group in _grouped(parcels)
    )
    return Luggage(parcels[0].case_id if parcels else 0, tuple(groups), missing)


def _grouped(parcels: Sequence[Parcel]) -> Iterator[Sequence[Parcel]]:
    photos = [parcel for parcel in parcels if parcel.kind is FileKind.PHOTO]
    yield from (photos[start : start + ALBUM] for start in range(0, len(photos), ALBUM))
    for kind in (FileKind.DOCUMENT, FileKind.VOICE):
        yield from ([parcel] for parcel in parcels if parcel.kind is kind)


async def _attached(storage: Storage, parcel: Parcel) -> Attached:
    name = f"lampiran-{parcel.id}.{ENDINGS[parcel.mime]}"
    known = Attached(parcel.id, parcel.kind, name, file_id=parcel.sent_file_id or "")
    return known if known.file_id else await _with_content(storage, parcel, known)


async def _with_content(storage: Storage, parcel: Parcel, known: Attached) -> Attached:
    content = await storage.get(parcel.stored_as)
    if hashlib.sha256(content).hexdigest() != parcel.digest:
        raise FileMissing  # not what was checked
    return replace(known, file_id="", content=content)


async def by_content(
    database: Database, storage: Storage, one: Attached, person_id: int, at: datetime
) -> Attached:
    """The same file by its bytes, when Telegram does not know its id any more. Raises StorageAway
    or FileMissing."""
    (parcel,) = await database.read(lambda tx: files.parcels(tx, [one.id], person_id, at))
    if not parcel.allowed:
        raise FileMissing
    return await _with_content(storage, parcel, one)


async def send(bot: Bot, chat_id: int, group: Group) -> dict[int, str]:
    """Send a group; returns the ids under which Telegram now has the files."""
    if len(group) > 1:
        media = [InputMediaPhoto(one.file_id or one.content, filename=one.name) for one in group]
        sent = await bot.send_media_group(chat_id, media, write_timeout=SEND_TIMEOUT)
    else:
        sent = (await _SENDERS[group[0].kind](bot, chat_id, group[0]),)
    return {
        one.id: file_id
        for one, message in zip(group, sent, strict=True)
        if (file_id := _file_id(message))
    }


async def _photo(bot: Bot, chat_id: int, one: Attached) -> Message:
    return await bot.send_photo(chat_id, one.media, write_timeout=SEND_TIMEOUT)


async def _document(bot: Bot, chat_id: int, one: Attached) -> Message:
    return await bot.send_document(chat_id, one.media, write_timeout=SEND_TIMEOUT)


async def _voice(bot: Bot, chat_id: int, one: Attached) -> Message:
    return await bot.send_voice(chat_id, one.media, write_timeout=SEND_TIMEOUT)


_SENDERS: dict[FileKind, Any] = {
    FileKind.PHOTO: _photo,
    FileKind.DOCUMENT: _document,
    FileKind.VOICE: _voice,
}


def _file_id(message: Message) -> str:
    if message.photo:
        return message.photo[-1].file_id
    found = message.document or message.voice
    return found.file_id if found else ""
