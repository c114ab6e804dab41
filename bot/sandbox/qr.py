"""Reads the QR code in a picture the bot has sent, as the camera of a phone would.

Only clean pictures, drawn upright in black on white: that is all the bot makes. Nothing is
corrected; a picture without such a code gives nothing. By ISO/IEC 18004:2015; the tables of
versions are segno's.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import cast

from PIL import Image
from segno import consts

Matrix = list[list[bool]]
"""Rows of modules; True is dark."""

DARK = 128  # of 255
FINDER = 7  # modules of a finder pattern
FORMAT_MASK = 0b101_0100_0001_0010
BYTES = 0b0100  # the mode
WITH_VERSION = 7  # from this version on the code says which it is
LONG_COUNT = 10  # from this version on the number of bytes takes 16 bits
_ALIGNMENT = cast("Sequence[Sequence[int]]", consts.ALIGNMENT_POS)  # from version 2 on
_BLOCKS = cast("Mapping[int, Mapping[int, Sequence[consts.EC]]]", consts.ECC)
MASKS: tuple[Callable[[int, int], bool], ...] = (
    lambda row, col: (row + col) % 2 == 0,
    lambda row, col: row % 2 == 0,
    lambda row, col: col % 3 == 0,
    lambda row, col: (row + col) % 3 == 0,
    lambda row, col: (row // 2 + col // 3) % 2 == 0,
    lambda row, col: row * col % 2 + row * col % 3 == 0,
    lambda row, col: (row * col % 2 + row * col % 3) % 2 == 0,
    lambda row, col: ((row + col) % 2 + row * col % 3) % 2 == 0,
)


def text_in(picture: bytes) -> str:
    """What the code in the picture says; empty when there is none."""
    try:
        matrix = _modules(Image.open(io.BytesIO(picture)).convert("L"))
        return _text(matrix) if matrix else ""
    except (OSError, ValueError, IndexError, KeyError):
        return ""


def _modules(picture: Image.Image) -> Matrix:
    """The code's modules, from the middle of each; none when the picture cannot be a code."""
    box = picture.point(lambda light: 255 if light < DARK else 0).getbbox()
    if box is None:
        return []
    left, top, right, bottom = box
    run = next((x for x in range(left, right) if _light(picture, x, top)), left) - left
    size = round((right - left) * FINDER / run) if run else 0
    version, rest = divmod(size - 17, 4)
    if rest or not 1 <= version <= 40 or right - left != bottom - top:
        return []
    step = (right - left) / size
    middles = [step * (place + 0.5) for place in range(size)]
    return [[not _light(picture, int(left + x), int(top + y)) for x in middles] for y in middles]


def _light(picture: Image.Image, x: int, y: int) -> bool:
    light = picture.getpixel((x, y))
    return isinstance(light, int | float) and light >= DARK


def _text(matrix: Matrix) -> str:
    version = (len(matrix) - 17) // 4
    level, mask = divmod(_format(matrix) >> 10, 8)
    bits = [matrix[row][col] ^ MASKS[mask](row, col) for row, col in _path(len(matrix), version)]
    codewords = [_number(bits[at : at + 8]) for at in range(0, len(bits) // 8 * 8, 8)]
    return _bytes_of(_data(codewords, version, level), version)


def _format(matrix: Matrix) -> int:
    """Error level and mask, beside the upper left finder pattern."""
    across = [(8, col) for col in (0, 1, 2, 3, 4, 5, 7, 8)]
    down = [(row, 8) for row in (7, 5, 4, 3, 2, 1, 0)]
    return _number([matrix[row][col] for row, col in across + down]) ^ FORMAT_MASK


def _path(size: int, version: int) -> Iterator[tuple[int, int]]:
    """The modules that hold data, two columns at a time, from the lower right up and down."""
    taken = _patterns(size, version)
    upwards = True
    for right in (*range(size - 1, 6, -2), 5, 3, 1):
        for row in range(size - 1, -1, -1) if upwards else range(size):
            for col in (right, right - 1):
                if (row, col) not in taken:
                    yield row, col
        upwards = not upwards


def _patterns(size: int, version: int) -> set[tuple[int, int]]:
    """The modules that are the same in every code of the version, and those of the format."""
    far = size - 8
    taken = {(6, place) for place in range(size)} | {(place, 6) for place in range(size)}
    for rows, cols in ((9, range(9)), (9, range(far, size))):
        taken |= {(row, col) for row in range(rows) for col in cols}
    taken |= {(row, col) for row in range(far, size) for col in range(9)}
    if version >= WITH_VERSION:
        near = [(row, col) for row in range(6) for col in range(far - 3, far)]
        taken |= {*near, *((col, row) for row, col in near)}
    centres = _ALIGNMENT[version - 2] if version > 1 else ()
    corners = {(6, 6), (6, size - 7), (size - 7, 6)}
    for centre in ((row, col) for row in centres for col in centres):
        if centre not in corners:
            taken |= {
                (centre[0] + down, centre[1] + across)
                for down in range(-2, 3)
                for across in range(-2, 3)
            }
    return taken


def _data(codewords: Sequence[int], version: int, level: int) -> list[int]:
    """The data of the blocks, which the code interleaves."""
    lengths = [kind.num_data for kind in _BLOCKS[version][level] for _ in range(kind.num_blocks)]
    blocks: list[list[int]] = [[] for _ in lengths]
    left = iter(codewords)
    for place in range(max(lengths)):
        for block, length in zip(blocks, lengths, strict=True):
            if place < length:
                block.append(next(left))
    return [codeword for block in blocks for codeword in block]


def _bytes_of(data: Sequence[int], version: int) -> str:
    """A single run of bytes: the bot writes nothing else."""
    bits = [bool(codeword >> place & 1) for codeword in data for place in range(7, -1, -1)]
    if _number(bits[:4]) != BYTES:
        return ""
    start = 4 + (16 if version >= LONG_COUNT else 8)
    length = _number(bits[4:start])
    said = bits[start : start + 8 * length]
    return bytes(_number(said[at : at + 8]) for at in range(0, len(said), 8)).decode()


def _number(bits: Sequence[bool]) -> int:
    number = 0
    for bit in bits:
        number = number << 1 | bit
    return number
