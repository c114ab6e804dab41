"""The poster of a unit or counter: a PDF of one A4 page whose code holds the deep link."""

from __future__ import annotations

import io
from typing import Any

import pytest
import segno
from PIL import Image

from handlers import posters
from handlers.csv_import import EXAMPLES, make_example
from models.csv_table import read_sheet
from models.database import Database
from models.import_rows import ALIASES, KINDS

LINK = "https://t.me/suara_warga_bot?start=c12"
LONG = "Unit Pelayanan Terpadu Perizinan Usaha Mikro Kecil dan Menengah Kecamatan Barat"


def arguments(**changes: str) -> dict[str, Any]:
    known = {"link": LINK, "unit": "Loket KTP-el", "counter": "Loket 1", "office": "Dukcapil"}
    return known | changes


@pytest.mark.parametrize("unit", ["Puskesmas", LONG, "Loket “É” ≤ 2"])
@pytest.mark.parametrize("counter", ["", "Loket pelayanan pengambilan dokumen"])
def test_the_poster_is_one_page_whatever_the_name(
    database: Database, unit: str, counter: str
) -> None:
    made = database.read_now(
        lambda tx: posters.make_poster(tx, "id", arguments(unit=unit, counter=counter))
    )
    assert made.content.startswith(b"%PDF-")
    assert made.content.count(b"/Type /Page\n") == 1
    assert made.name.endswith(".pdf")
    assert made.name.isascii()


def test_the_same_poster_is_the_same_file(database: Database) -> None:
    first, second = (
        database.read_now(lambda tx: posters.make_poster(tx, "id", arguments())) for _ in "ab"
    )
    assert first == second


def test_the_code_alone_is_the_links_own_code(database: Database) -> None:
    """Module by module the picture is what the encoder makes of the link, and of no other."""
    made = database.read_now(lambda tx: posters.make_qr(tx, "id", arguments()))
    picture = Image.open(io.BytesIO(made.content)).convert("L")
    assert modules(picture) == [
        list(row) for row in segno.make(LINK, error="m").matrix_iter(border=0)
    ]
    other = segno.make(LINK.replace("c12", "c13"), error="m")
    assert modules(picture) != [list(row) for row in other.matrix_iter(border=0)]


def modules(picture: Image.Image) -> list[list[int]]:
    """The dark (1) and light (0) modules of a picture with a border of four."""
    scale = posters.PIXELS_PER_MODULE
    side = picture.width // scale
    middles = [scale * n + scale // 2 for n in range(4, side - 4)]
    return [[int(picture.getpixel((x, y)) == 0) for x in middles] for y in middles]


def test_a_dirty_code_is_still_read() -> None:
    """Error correction M or better: 15 % may be lost."""
    assert posters.code(LINK).error in ("M", "Q", "H")


@pytest.mark.parametrize("kind", list(KINDS))
def test_each_example_has_the_columns_of_its_kind(database: Database, kind: str) -> None:
    made = database.read_now(lambda tx: make_example(tx, "id", {"kind": kind}))
    sheet = read_sheet(made.content, ALIASES)
    assert not sheet.unknown
    assert set(KINDS[kind].required) <= set(sheet.columns)
    assert len(sheet.rows) == len(EXAMPLES[kind]) - 1
