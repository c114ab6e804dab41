"""Voice messages: one Opus stream in an Ogg file (RFC 3533, RFC 7845), its tags removed.

The sound itself is not decoded: each page is checked by its checksum and written anew, with a new
serial number and without the tags, in which a recorder may have put names, places and pictures.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.files.content import Unfit

_HEADER = struct.Struct("<4sBBqIIIB")  # RFC 3533, section 6
_CRC_AT = 22  # bytes before the checksum
CONTINUED, FIRST, LAST = 1, 2, 4
SERIAL = 1
HEAD_LENGTH = 19  # bytes of the identification header with channel mapping family 0
TAGS = b"OpusTags" + struct.pack("<I", 0) + struct.pack("<I", 0)  # no vendor, no comments


@dataclass(slots=True)
class Page:
    flags: int
    granule: int
    serial: int
    segments: bytes
    body: bytes

    @property
    def ends_packet(self) -> bool:
        return bool(self.segments) and self.segments[-1] < 255


def clean(data: bytes) -> bytes:
    """The same sound without tags; raises Unfit."""
    listed = list(_pages(data))
    if not listed or not listed[0].flags & FIRST or not listed[0].body.startswith(b"OpusHead"):
        raise Unfit("voice")
    if any(page.serial != listed[0].serial or page.flags & FIRST for page in listed[1:]):
        raise Unfit("voice")  # several streams: not a voice message
    sound = _after_tags(listed)
    made = [_header(FIRST, _head(listed[0].body)), _header(0, TAGS), *sound]
    return b"".join(_written(page, number) for number, page in enumerate(made))


def _head(body: bytes) -> bytes:
    """The identification header, mono or stereo (RFC 7845, section 5.1), and nothing behind it."""
    if len(body) < HEAD_LENGTH or body[8] != 1 or body[HEAD_LENGTH - 1] != 0:
        raise Unfit("voice")
    return body[:HEAD_LENGTH]


def _header(flags: int, packet: bytes) -> Page:
    return Page(flags, 0, SERIAL, bytes([len(packet)]), packet)


def _after_tags(listed: list[Page]) -> list[Page]:
    """The pages behind the tags, which end with their page (RFC 7845, section 3)."""
    if len(listed) < 2 or not listed[1].body.startswith(b"OpusTags"):
        raise Unfit("voice")
    for place, page in enumerate(listed[1:], 1):
        if page.ends_packet:
            sound = listed[place + 1 :]
            if not sound:
                raise Unfit("damaged")
            return sound
    raise Unfit("damaged")


def _pages(data: bytes) -> Iterator[Page]:
    at = 0
    while at < len(data):
        if len(data) - at < _HEADER.size:
            raise Unfit("damaged")
        mark, version, flags, granule, serial, _, crc, count = _HEADER.unpack_from(data, at)
        start = at + _HEADER.size + count
        segments = data[at + _HEADER.size : start]
        end = start + sum(segments)
        if mark != b"OggS" or version != 0 or end > len(data):
            raise Unfit("damaged")
        page = data[at:end]
        if _checksum(page[:_CRC_AT] + bytes(4) + page[_CRC_AT + 4 :]) != crc:
            raise Unfit("damaged")
        yield Page(flags, granule, serial, segments, data[start:end])
        at = end


def _written(page: Page, number: int) -> bytes:
    head = _HEADER.pack(b"OggS", 0, page.flags, page.granule, SERIAL, number, 0, len(page.segments))
    made = head + page.segments + page.body
    crc = struct.pack("<I", _checksum(made))
    return made[:_CRC_AT] + crc + made[_CRC_AT + 4 :]


@cache
def _table() -> tuple[int, ...]:
    """Ogg's CRC: 0x04c11db7, not reflected, begun with zero."""
    table = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1) ^ (0x04C11DB7 if value & 0x80000000 else 0)
        table.append(value & 0xFFFFFFFF)
    return tuple(table)


def _checksum(page: bytes) -> int:
    table, crc = _table(), 0
    for byte in page:
        crc = ((crc << 8) & 0xFFFFFFFF) ^ table[(crc >> 24) ^ byte]
    return crc
