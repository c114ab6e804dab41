"""What a file really is, and the cleaned copy that others may see. Pure: bytes in, bytes out.

Neither the sender's name for a file nor the type that was told counts. A file is what its first
bytes say, and only if all the rest can be read as such; then it is written anew, so that nothing
the reader of that type did not understand is carried over.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

PHOTO, DOCUMENT, VOICE = "photo", "document", "voice"
JPEG, PNG, WEBP = "image/jpeg", "image/png", "image/webp"
PDF, OGG = "application/pdf", "audio/ogg"


class Unfit(Exception):
    """The file is not taken. `reason` is the end of the text key `file-refused-<reason>`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Clean:
    """The copy that others may see, without a trace of who made it, where and with what."""

    mime: str
    data: bytes


def sniff(data: bytes) -> str:
    """The type by the signature at the very beginning; empty for what we do not take."""
    for mime, known in _SIGNATURES:
        if known(data):
            return mime
    return ""


_SIGNATURES: tuple[tuple[str, Callable[[bytes], bool]], ...] = (
    (JPEG, lambda data: data[:3] == b"\xff\xd8\xff"),
    (PNG, lambda data: data[:8] == b"\x89PNG\r\n\x1a\n"),
    (WEBP, lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP"),
    (PDF, lambda data: data[:5] == b"%PDF-"),
    (OGG, lambda data: data[:4] == b"OggS"),
)


def _picture(data: bytes) -> Clean:
    from bot.files import pictures  # Pillow: only in the process that reads files

    return Clean(*pictures.clean(data))


def _pdf(data: bytes) -> Clean:
    from bot.files import pdf

    return Clean(PDF, pdf.clean(data))


def _voice(data: bytes) -> Clean:
    from bot.files import ogg

    return Clean(OGG, ogg.clean(data))


_PICTURES: dict[str, Callable[[bytes], Clean]] = {JPEG: _picture, PNG: _picture, WEBP: _picture}
_CLEANERS: dict[str, dict[str, Callable[[bytes], Clean]]] = {
    PHOTO: _PICTURES,
    DOCUMENT: _PICTURES | {PDF: _pdf},
    VOICE: {OGG: _voice},
}


def clean(kind: str, data: bytes) -> Clean:
    """The cleaned copy of a photo, document or voice message; raises Unfit."""
    cleaner = _CLEANERS[kind].get(sniff(data))
    if cleaner is None:
        raise Unfit("voice" if kind == VOICE else "type")
    return cleaner(data)
