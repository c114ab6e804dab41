"""Photos, documents and voice messages sent within a dialogue: counted, and answered once per
album.

Only what can be known at once is said at once; what a file really is, is looked at after it was
fetched (`bot/files`), and a file that cannot be taken is told of then.
"""

from __future__ import annotations

from typing import Any

from handlers.turn import Kind, Turn
from models.complaints.casework import MAX_FILES, Upload
from models.complaints.tables import FileKind

SIZE_LIMIT = 20 * 2**20  # bytes a bot may download (Bot API)
KINDS = {
    Kind.PHOTO: FileKind.PHOTO,
    Kind.DOCUMENT: FileKind.DOCUMENT,
    Kind.VOICE: FileKind.VOICE,
}
ACCEPTED = tuple(KINDS)
# As the sender's app calls it: enough to tell at once that it is something else.
TAKEN = frozenset(
    ("", "application/octet-stream", "application/pdf", "image/jpeg", "image/png", "image/webp")
)


def collect(turn: Turn) -> str | None:
    """Keep a file in the dialogue's data under `files`.

    Returns the key of what to say: why it was not kept, or that it was; None when this album was
    answered already.
    """
    answered = bool(turn.input.album) and turn.input.album == turn.data.get("album")
    refusal = _refusal(turn)
    if refusal is None:
        file = {
            "kind": KINDS[turn.input.kind].value,
            "file_id": turn.input.file_id,
            "size": turn.input.file_size,
        }
        turn.keep(files=[*kept(turn), file], album=turn.input.album)
        return None if answered else "upload-kept"
    told = f"{turn.input.album}:{refusal}" if turn.input.album else ""
    if told and told == turn.data.get("album_refused"):
        return None
    turn.keep(album_refused=told)
    return refusal


def _refusal(turn: Turn) -> str | None:
    """The first rule that says no."""
    given = turn.input
    voice = given.kind is Kind.VOICE
    rules = (
        (given.file_size > SIZE_LIMIT, "upload-too-large"),
        (voice and not given.file_id, "upload-no-voice"),
        (voice and bool(turn.data.get("anonymous")), "upload-voice-anonymous"),
        (given.kind is Kind.DOCUMENT and given.mime not in TAKEN, "upload-wrong-type"),
        (len(kept(turn)) >= MAX_FILES, "upload-too-many"),
    )
    return next((key for broken, key in rules if broken), None)


def kept(turn: Turn) -> list[dict[str, Any]]:
    return list(turn.data.get("files", []))


def without_voices(turn: Turn) -> list[dict[str, Any]]:
    """What was kept, less the voice messages: for who chooses to stay unknown after all."""
    return [file for file in kept(turn) if file["kind"] != FileKind.VOICE]


def uploads(turn: Turn) -> tuple[Upload, ...]:
    """What was kept, as the operations take it."""
    return tuple(Upload(FileKind(f["kind"]), f["file_id"], f["size"] or None) for f in kept(turn))
