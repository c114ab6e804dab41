"""A workbook in the columns of the SKP form: read back to the letter, refused by row and column."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings

from handlers import skp_files, skp_workbook
from models.appraisal.skp import form, sheets
from models.appraisal.skp.content import Content
from models.appraisal.skp.form import WrongForm
from models.appraisal.skp.tables import Aspect, Block, Direction, Source
from models.appraisal.values import Value
from models.errors import Refused
from tests.models.appraisal.skp.desk import CONTENT
from tests.models.appraisal.skp.written import contents

SHORT = ("Rencana Hasil Kerja", "Aspek", "Indikator Kinerja Individu", "Target")
Rows = Sequence[Sequence[Any]]


def workbook(rows: Rows, before: Rows = (), columns: Sequence[str] = SHORT) -> bytes:
    book = openpyxl.Workbook()
    for row in [*before, columns, *rows]:
        book.active.append(list(row))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(content: bytes) -> Content:
    return form.read(content, skp_files.names())


def problems(content: bytes) -> list[tuple[int, str, str]]:
    with pytest.raises(WrongForm) as refused:
        read(content)
    return [(one.row, one.column, one.key) for one in refused.value.problems]


def refusal(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read(content)
    return refused.value.key


@settings(max_examples=15)
@given(contents(least=1))
def test_a_plan_comes_back_from_its_workbook_as_it_went(made: Content) -> None:
    if made.results:
        assert read(skp_workbook.book("id", made)) == made


def test_the_whole_form_comes_back_in_either_language() -> None:
    for language in ("id", "en"):
        assert read(skp_workbook.book(language, CONTENT)) == CONTENT


def test_a_form_of_an_offices_own_is_read_with_targets_in_words() -> None:
    made = read(_own_form())
    first, second = made.results
    assert (first.block, second.block) == (Block.MAIN, Block.ADDITIONAL)
    assert [(one.target, one.measure, one.direction) for one in first.indicators] == [
        (1250, "lembar", Direction.AT_LEAST),
        (2, "hari", Direction.AT_MOST),
        (90, "%", Direction.AT_LEAST),
    ]
    assert first.indicators[2].aspect is Aspect.QUALITY
    assert second.indicators[0].measure == "juta rupiah"
    assert {one.source for one in first.indicators} == {Source.REPORTED}
    assert made.expectations == {Value.SERVICE: "menyapa tiap warga"}


def test_an_expectation_that_is_too_long_is_told_at_its_row() -> None:
    too_long = replace(CONTENT, expectations={Value.LOYAL: "panjang " * 50})
    book = skp_workbook.book("id", too_long)
    sheet = openpyxl.load_workbook(BytesIO(book))["SKP"]
    row = next(cell.row for line in sheet for cell in line if cell.value == "Loyal")
    assert problems(book) == [(row, "Ekspektasi Khusus Pimpinan", "note-too-long")]


def _own_form() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["SASARAN KINERJA PEGAWAI"],
        [],
        ["Nama", "Sari"],
        [*SHORT, "Satuan"],
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["A. UTAMA"],
        ["Layanan KTP-el terlaksana", "Kuantitas", "Brosur dibagikan", "1.250 lembar"],
        [None, "Waktu", "Berkas kembali", "paling lama 2 hari"],
        [None, "kualitas", "Warga puas", 0.9],
        ["B. TAMBAHAN"],
        ["Menjadi panitia HUT", "Biaya", "Anggaran terpakai", 100, "juta rupiah"],
        ["PERILAKU KERJA"],
        ["1. Berorientasi Pelayanan", "bukan", "bagian", "tabel"],
        ["- Ramah dan dapat diandalkan", "Ekspektasi Khusus Pimpinan: menyapa tiap warga"],
        ["2. Akuntabel", "Ekspektasi Khusus Pimpinan:"],
    ):
        sheet.append(row)
    sheet.cell(9, 4).number_format = "0%"
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_everything_wrong_is_told_by_row_and_column() -> None:
    book = workbook(
        [
            [None, "Kuantitas", "Indikator tanpa hasil", "3 kali"],
            ["Hasil kerja satu", "Keindahan", "Indikator satu", "3 kali"],
            [None, "Waktu", None, "3 kali"],
            [None, "Waktu", "Indikator tiga", "kira-kira"],
            [None, "Waktu", "Indikator empat", date(2026, 10, 12)],
            [None, "Waktu", "Indikator lima", 3],
            [None, "Waktu", "Indikator enam", "#REF!"],
            ["abc", "Waktu", "Indikator tujuh", "120 %"],
        ]
    )
    words, aspect, text, target = SHORT
    assert problems(book) == [
        (2, words, "csv-cell-empty"),
        (3, aspect, "skp-aspect-unknown"),
        (4, text, "csv-cell-empty"),
        (5, target, "skp-amount-unreadable"),
        (6, target, "skp-cell-date"),
        (7, "Satuan", "skp-words-short"),
        (8, target, "skp-cell-error"),
        (9, words, "skp-words-short"),
        (9, target, "skp-target-range"),
    ]


def test_indicators_of_the_system_are_known_by_name_and_have_their_own_measure() -> None:
    columns = (*SHORT, "Satuan", "Arah", "Sumber Realisasi", "Indikator Sistem")
    name = next(name for name, key in skp_files.names().items() if key == "visit_time")
    result = "Layanan KTP-el terlaksana"
    good = workbook([[result, "Waktu", "Waktu layanan", 30, None, None, None, name]], (), columns)
    one = read(good).results[0].indicators[0]
    assert (one.indicator, one.measure, one.direction) == (
        "visit_time",
        "menit kerja",
        Direction.AT_MOST,
    )
    bad = workbook(
        [
            [result, "Waktu", "Salah satuan", "2 hari", None, None, None, "visit_time"],
            [None, "Waktu", "Salah arah", 30, "menit", "Paling sedikit", "Sistem", name],
            [None, "Waktu", "Milik unit", 3, None, None, "Sistem", "unit_index"],
            [None, "Waktu", "Tanpa nama", 3, "kali", None, "Sistem", None],
            [None, "Waktu", "Dua arah", "maks 3 kali", None, "Paling sedikit", None, None],
            [None, "Waktu", "Dua satuan", "3 kali", "lembar", None, None, None],
            [None, "Waktu", "Sumber lain", 3, "kali", None, "Ingatan", None],
        ],
        (),
        columns,
    )
    assert problems(bad) == [
        (2, "Target", "skp-measure-fixed"),
        (3, "Arah", "skp-direction-fixed"),
        (4, "Indikator Sistem", "skp-indicator-unknown"),
        (5, "Indikator Sistem", "skp-indicator-unknown"),
        (6, "Arah", "skp-direction-differs"),
        (7, "Satuan", "skp-measure-differs"),
        (8, "Sumber Realisasi", "skp-source-unknown"),
    ]


def test_a_file_that_is_no_form_is_refused() -> None:
    assert refusal(b"") == "csv-empty"
    assert refusal(b"no workbook at all") == "skp-file-unreadable"
    assert refusal(workbook([], (), ("No", "Nama"))) == "skp-file-no-form"
    assert refusal(workbook([["A. UTAMA"]])) == "skp-file-no-rows"
    assert refusal(b"x" * (sheets.CONTENT_LIMIT + 1)) == "csv-too-large"
    long = [["Hasil kerja"] + [None] * 3] * (sheets.ROWS + 5)
    assert refusal(workbook(long)) == "csv-too-long"


def test_a_broken_workbook_is_refused_and_not_our_defect() -> None:
    whole = workbook([["Hasil kerja satu", "Waktu", "Indikator", "3 kali"]])
    for cut in (100, len(whole) // 2, len(whole) - 30):
        assert refusal(whole[:cut]) == "skp-file-unreadable"
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert refusal(stream.getvalue()) == "skp-file-unreadable"


def test_what_unpacks_to_far_more_is_not_unpacked() -> None:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (sheets.UNPACKED_LIMIT + 1))
    assert len(stream.getvalue()) < sheets.CONTENT_LIMIT
    assert refusal(stream.getvalue()) == "skp-file-bomb"
    many = BytesIO()
    with zipfile.ZipFile(many, "w") as archive:
        for number in range(sheets.PARTS_LIMIT + 1):
            archive.writestr(f"part{number}", "")
    assert refusal(many.getvalue()) == "skp-file-bomb"
