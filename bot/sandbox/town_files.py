"""The files that people of the town sent along: built-in samples, cleaned as any file is."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import select

from bot.files.content import Unfit, clean
from bot.files.storage import Storage
from bot.sandbox import samples
from bot.sandbox.errors import Json
from bot.sandbox.world import World
from models.complaints.tables import Attachment, FileKind, FileState
from models.database import Database

KINDS: Mapping[str, FileKind] = {
    "street": FileKind.PHOTO,
    "street2": FileKind.PHOTO,
    "voice": FileKind.VOICE,
    "letter": FileKind.DOCUMENT,
    "broken": FileKind.DOCUMENT,  # refused: it breaks off
}
"""Every sample by its name."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A file at the sandbox's servers, and what the bot keeps of it; `refused`: why nothing."""

    kind: FileKind
    file_id: str
    mime: str = ""
    digest: str = ""  # SHA-256 of the cleaned copy, in hex
    refused: str = ""
    copy: bytes = b""


def made(world: World, sender: int) -> dict[str, Sample]:
    """Somebody offstage sends each: the sandbox knows a file by the chat it was sent in."""
    return {name: _sample(world, sender, name, kind) for name, kind in KINDS.items()}


def _sample(world: World, sender: int, name: str, kind: FileKind) -> Sample:
    data = _content(name)
    sent = _sent(world, kind, name, data)
    world.add_message(sender, {kind.value: sent}, from_bot=False)
    file_id = str(sent[-1]["file_id"] if isinstance(sent, list) else sent["file_id"])
    try:
        kept = clean(kind, data)
    except Unfit as unfit:
        return Sample(kind, file_id, refused=unfit.reason)
    digest = hashlib.sha256(kept.data).hexdigest()
    return Sample(kind, file_id, kept.mime, digest, copy=kept.data)


def _content(name: str) -> bytes:
    if name == "voice":
        return samples.voice(6)
    if name in ("letter", "broken"):
        whole = samples.letter()
        return whole if name == "letter" else whole[: len(whole) // 2]
    return samples.photo(int(name == "street2"))


def _sent(world: World, kind: FileKind, name: str, data: bytes) -> list[Json] | Json:
    if kind is FileKind.PHOTO:
        return world.files.photo(data)
    if kind is FileKind.VOICE:
        return world.files.voice(data)
    file = world.files.add("documents", f"{name}.pdf", data, "application/pdf")
    return {**world.files.identity(file), "file_name": f"{name}.pdf", "mime_type": file.mime}


async def store(database: Database, storage: Storage, given: Mapping[str, Sample]) -> None:
    """Put the copies of what the town's cases hold where the bot keeps them."""
    copies = {one.digest: one.copy for one in given.values() if one.copy}
    kept = select(Attachment.stored_as, Attachment.digest).where(
        Attachment.state == FileState.STORED
    )
    for name, digest in await database.read(lambda tx: tx.session.exec(kept).all()):
        await storage.put(name, copies[digest or ""])
