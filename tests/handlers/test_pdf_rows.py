"""Rows of tables in PDFs that are higher than a page: nothing is lost, and nothing fails."""

from __future__ import annotations

import pypdfium2
import pytest

from handlers.pdf import Column, Document

NARROW = [Column("No", 14), Column("Kata", 40), Column("Lain", 200)]


def words_of(rows: list[list[str]], *, wide: bool, whole: bool = False, bold: tuple = ()) -> str:
    pdf = Document("id", "Judul", "Kaki", wide=wide)
    pdf.add_page()
    pdf.grid(NARROW, rows, size=7.5, whole=whole, bold=bold)
    pages = pypdfium2.PdfDocument(pdf.made())
    text = " ".join(page.get_textpage().get_text_bounded() for page in pages)
    return " ".join(text.split())


@pytest.mark.parametrize("wide", [False, True])
@pytest.mark.parametrize("whole", [False, True])
def test_a_row_higher_than_a_page_goes_on_on_the_next(wide: bool, whole: bool) -> None:
    notes = "\n".join(f"catatan{number} dari pimpinan tentang pelayanan." for number in range(400))
    words = words_of([["1", notes, "awal"], ["2", "pendek", "akhir"]], wide=wide, whole=whole)
    assert all(f"catatan{number} " in words for number in range(400))
    assert words.count("awal") == words.count("akhir") == 1


def test_one_endless_word_is_broken() -> None:
    assert words_of([["1", "x" * 9000, ""]], wide=True).count("x") == 9000


def test_words_in_scripts_the_font_does_not_have_are_no_failure() -> None:
    words = words_of([["1", "Ibu Sri 😀 ꦱꦿꦶ سري", "sesudahnya"]], wide=True)
    assert "Ibu Sri" in words
    assert "sesudahnya" in words


def test_bold_stays_with_its_row() -> None:
    long = "kata " * 4000
    assert words_of([["1", long, ""], ["2", "tebal", ""]], wide=True, bold=(1,)).count("tebal") == 1
