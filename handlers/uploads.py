"""Photos a person sends within a dialogue: counted, checked, and answered once per album."""

from __future__ import annotations

from typing import Any

from handlers.turn import Kind, Turn
from models.complaints.casework import MAX_FILES, Upload

SIZE_LIMIT = 20 * 2**20  # bytes a bot may download (Bot API)


def collect(turn: Turn) -> str | None:
    """Keep a photo in the dialogue's data under `files`. A picture sent as a file is not taken:
    its name, and what the camera wrote into it, could tell who sent it.

    Returns the key of what to say: why it was not kept, or that it was; None when this album was
    answered already.
    """
    answered = bool(turn.input.album) and turn.input.album == turn.data.get("album")
    refusal = _refusal(turn)
    if refusal is None:
        file = {"kind": "photo", "file_id": turn.input.file_id, "size": turn.input.file_size}
        turn.keep(files=[*kept(turn), file], album=turn.input.album)
        return None if answered else "upload-kept"
    told = f"{turn.input.album}:{refusal}" if turn.input.album else ""
    if told and told == turn.data.get("album_refused"):
        return None
    turn.keep(album_refused=told)
    return refusal


def _refusal(turn: Turn) -> str | None:
    if turn.input.file_size > SIZE_LIMIT:
        return "upload-too-large"
    if turn.input.kind is Kind.DOCUMENT:
        return "upload-no-photo"
    return "upload-too-many" if len(kept(turn)) >= MAX_FILES else None


def kept(turn: Turn) -> list[dict[str, Any]]:
    return list(turn.data.get("files", []))


def uploads(turn: Turn) -> tuple[Upload, ...]:
    """What was kept, as the operations take it."""
    return tuple(Upload(f["kind"], f["file_id"], f["size"] or None) for f in kept(turn))
