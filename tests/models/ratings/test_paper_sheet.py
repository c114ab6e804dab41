"""Paper questionnaires as people type them: names, numbers, blanks, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import Refused
from models.ratings.ikm import ELEMENTS, Numbering
from models.ratings.paper_sheet import Fault, PaperRow, PaperSheet, read

OFFICIAL = (
    "Persyaratan",
    "Sistem, Mekanisme, dan Prosedur",
    "Waktu Penyelesaian",
    "Biaya/Tarif",
    "Produk Spesifikasi Jenis Pelayanan",
    "Kompetensi Pelaksana",
    "Perilaku Pelaksana",
    "Sarana dan Prasarana",
    "Penanganan Pengaduan, Saran, dan Masukan",
)


def sheet(*lines: str, numbering: Numbering = Numbering.QUESTIONNAIRE) -> PaperSheet:
    return read("\n".join(lines).encode(), numbering)


def refused(*lines: str) -> str:
    with pytest.raises(Refused) as refusal:
        sheet(*lines)
    return refusal.value.key


@pytest.mark.parametrize("between", [";", "\t"])
@pytest.mark.parametrize("change", [str, str.upper, str.lower])
def test_the_official_names_in_any_case(between: str, change: type[str]) -> None:
    found = sheet(between.join(map(change, OFFICIAL)), between.join("123412341"))
    assert found.questions == found.elements == ELEMENTS
    assert found.rows == (
        PaperRow(2, dict(zip(ELEMENTS, (1, 2, 3, 4, 1, 2, 3, 4, 1), strict=True))),
    )


def test_official_names_with_commas_beside_few_other_columns() -> None:
    found = sheet(
        "No;Sistem, Mekanisme, dan Prosedur;Penanganan Pengaduan, Saran, dan Masukan", "1;2;3"
    )
    assert found.questions == ("prosedur", "pengaduan")


def test_official_names_in_quotes_between_commas() -> None:
    found = sheet(",".join(f'"{name}"' for name in OFFICIAL), ",".join("444444444"))
    assert found.questions == ELEMENTS


def test_numbers_mean_what_the_order_says() -> None:
    lines = ("U8,u9,U 1", "1,2,3")
    asked = sheet(*lines).rows[0].scores
    reported = sheet(*lines, numbering=Numbering.REPORT).rows[0].scores
    assert asked == {"sarana": 1, "pengaduan": 2, "persyaratan": 3}
    assert reported == {"pengaduan": 1, "sarana": 2, "persyaratan": 3}


def test_several_questions_of_an_element() -> None:
    found = sheet("waktu.1,U3.2,Waktu Penyelesaian 3,biaya", "1,2,3,4")
    assert found.rows[0].scores == {"waktu": 1, "waktu.2": 2, "waktu.3": 3, "biaya": 4}
    assert found.elements == ("waktu", "biaya")


def test_columns_of_other_things_are_named_and_not_read() -> None:
    found = sheet("No,Jenis kelamin,waktu,Saran", "1,L,4,5")
    assert found.ignored == ("No", "Jenis kelamin", "Saran")
    assert (found.rows, found.faults) == ((PaperRow(2, {"waktu": 4}),), ())


def test_blanks_are_no_answers_and_rows_of_them_no_people() -> None:
    found = sheet("no,waktu,biaya", "1,4,", "2, ,", "", ",,", "3,,2")
    assert found.rows == (PaperRow(2, {"waktu": 4}), PaperRow(6, {"biaya": 2}))
    assert found.blank == (3,)


@pytest.mark.parametrize("cell", ["0", "5", "3.5", "4.0", "04", "-1", "empat", "3 4", "\u0664"])
def test_every_illegal_score_is_named_with_its_row_and_column(cell: str) -> None:
    found = sheet("Waktu;U4", "4;4", f"{cell};4", f"3;{cell}")
    assert found.faults == (
        Fault(3, "paper-no-score", {"column": "Waktu", "found": cell}),
        Fault(4, "paper-no-score", {"column": "U4", "found": cell}),
    )


def test_rows_are_numbered_as_a_spreadsheet_does() -> None:
    """A cell of three lines is in one row; `sep=` is in none; an empty line is a row."""
    found = sheet("sep=;", "saran;waktu", '"satu\ndua\ntiga";4', "", "x;9")
    assert [row.line for row in found.rows] == [2]
    assert [fault.line for fault in found.faults] == [4]


def test_more_cells_than_columns_are_a_fault() -> None:
    assert sheet("waktu,biaya", "1,2,3").faults == (Fault(2, "paper-row-long"),)
    assert sheet("waktu,biaya", "1,2,,").faults == ()


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        (("",), "csv-empty"),
        (("nomor,saran", "1,bagus"), "paper-no-element"),
        (("waktu,biaya",), "paper-no-people"),
        (("no,waktu", "1,", "2,"), "paper-no-people"),
        (("waktu,U3", "1,2"), "csv-column-twice"),
        (("waktu,waktu.1", "1,2"), "csv-column-twice"),
        (("waktu,U10", "1,2"), "paper-no-such-question"),
        (("waktu,U0", "1,2"), "paper-no-such-question"),
        (("waktu.1,waktu.7", "1,2"), "paper-no-such-question"),
        (("waktu,Kompetensi Pelaksana 0", "1,2"), "paper-no-such-question"),
        (("waktu", '"4'), "csv-broken"),
    ],
)
def test_what_is_no_sheet_of_questionnaires(lines: tuple[str, ...], key: str) -> None:
    assert refused(*lines) == key


answers = st.dictionaries(st.sampled_from(ELEMENTS), st.integers(1, 4), min_size=1)


@given(st.lists(answers, min_size=1), st.permutations(ELEMENTS), st.sampled_from(";,\t"))
def test_what_is_written_is_read(
    people: list[dict[str, int]], columns: list[str], between: str
) -> None:
    lines = [between.join(str(one.get(key, "")) for key in columns) for one in people]
    found = sheet(between.join(columns), *lines)
    assert [row.scores for row in found.rows] == people
    assert found.faults == found.blank == found.ignored == ()
