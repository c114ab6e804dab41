"""Built-in things to send: a drawn picture, a voice note, places. Nothing comes from the net."""

import io
import struct
from functools import cache

from PIL import Image, ImageDraw

PLACES = {
    "kantor": (3.5952, 98.6722),
    "pasar": (3.6761, 98.6524),
    "nabire": (-3.3667, 135.4833),
}
"""Sample places in degrees: Medan, Marelan, Nabire."""

SILENCE = b"\xf8\xff\xfe"
"""An Opus packet of 20 ms without a sound (RFC 6716, CELT, full band)."""

SKIES = ((126, 178, 214), (240, 196, 150), (150, 190, 170))
SIZE = (960, 640)


@cache
def photo(number: int = 0) -> bytes:
    """A drawn street with a hole in the road, as JPEG; another number, another sky."""
    picture = Image.new("RGB", SIZE, SKIES[number % len(SKIES)])
    draw = ImageDraw.Draw(picture)
    draw.ellipse((760, 60, 860, 160), fill=(252, 236, 180))
    for left, top, shade in ((40, 220, 196), (300, 160, 210), (560, 240, 186)):
        _house(draw, left, top, shade)
    draw.polygon([(0, 640), (0, 460), (960, 460), (960, 640)], fill=(92, 96, 102))
    for left in range(20, 960, 160):
        draw.rectangle((left, 540, left + 90, 550), fill=(232, 226, 206))
    hole = 300 + 90 * (number % 3)
    draw.ellipse((hole, 560, hole + 230, 622), fill=(58, 54, 52))
    draw.ellipse((hole + 26, 572, hole + 200, 612), fill=(104, 122, 132))
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=82)
    return buffer.getvalue()


def _house(draw: ImageDraw.ImageDraw, left: int, top: int, shade: int) -> None:
    draw.rectangle((left, top, left + 220, 470), fill=(shade, shade - 14, shade - 34))
    roof = [(left - 16, top), (left + 110, top - 70), (left + 236, top)]
    draw.polygon(roof, fill=(164, 92, 72))
    for x, y in ((30, 40), (130, 40), (30, 130)):
        box = (left + x, top + y, left + x + 56, top + y + 60)
        draw.rectangle(box, fill=(96, 122, 140))
    draw.rectangle((left + 134, top + 124, left + 186, 470), fill=(112, 78, 60))


@cache
def sticker() -> bytes:
    """A smiling face as WebP."""
    picture = Image.new("RGBA", (256, 256), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((8, 8, 248, 248), fill=(250, 204, 84), outline=(214, 158, 46), width=6)
    draw.ellipse((78, 84, 104, 116), fill=(70, 50, 30))
    draw.ellipse((152, 84, 178, 116), fill=(70, 50, 30))
    draw.arc((72, 96, 184, 196), 20, 160, fill=(70, 50, 30), width=10)
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP")
    return buffer.getvalue()


@cache
def voice(seconds: int = 4, recorder: str = "Telegram") -> bytes:
    """A voice message of silence, as Ogg with Opus (RFC 3533, RFC 7845). `recorder` stands in its
    tags, as recorders do write it."""
    name = recorder.encode()
    tags = b"OpusTags" + struct.pack("<I", len(name)) + name + struct.pack("<I", 1)
    comment = f"ENCODER={recorder}".encode()
    tags += struct.pack("<I", len(comment)) + comment
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 312, 48_000, 0, 0)
    pages = [_ogg_page(2, 0, 0, [head]), _ogg_page(0, 0, 1, [tags])]
    for second in range(1, seconds + 1):
        flags = 4 if second == seconds else 0
        pages.append(_ogg_page(flags, 48_000 * second, second + 1, [SILENCE] * 50))
    return b"".join(pages)


def _ogg_page(flags: int, granule: int, number: int, packets: list[bytes]) -> bytes:
    lacing = b"".join(b"\xff" * (len(p) // 255) + bytes([len(p) % 255]) for p in packets)
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, granule, 7, number, 0, len(lacing))
    page = head + lacing + b"".join(packets)
    return page[:22] + struct.pack("<I", _ogg_crc(page)) + page[26:]


def _ogg_crc(page: bytes) -> int:
    crc = 0
    for byte in page:
        crc ^= byte << 24
        for _ in range(8):
            crc = ((crc << 1) ^ (0x04C11DB7 if crc & 0x80000000 else 0)) & 0xFFFFFFFF
    return crc


LETTER = ("Surat keterangan", "Nomor 470/11/2026", "Contoh surat untuk dikirim.")


@cache
def letter() -> bytes:
    """A page with a few words, as PDF (ISO 32000-2, 7.5): by hand, a library takes its time."""
    lines = b"".join(b"(%s) Tj T* " % line.encode() for line in LETTER)
    words = b"BT /F1 14 Tf 24 TL 40 540 Td " + lines + b"ET"
    page = b"/MediaBox [0 0 420 595] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R " + page + b" >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(words), words),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    return _pdf(objects)


def _pdf(objects: tuple[bytes, ...]) -> bytes:
    written, places = b"%PDF-1.7\n", list[int]()
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return written + table + end % (len(objects) + 1, len(written))
