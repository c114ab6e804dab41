"""What a plan may say, and that every way in and out keeps it to the letter."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from models.appraisal.indicators import CATALOGUE
from models.appraisal.skp import amounts, content, drafting
from models.appraisal.skp.amounts import Amount
from models.appraisal.skp.content import (
    MOST_INDICATORS,
    MOST_RESULTS,
    OF_A_PERSON,
    Content,
    IndicatorContent,
    ResultContent,
    WrongContent,
    checked,
    system_indicator,
)
from models.appraisal.skp.differences import Difference, Expected, What, differences
from models.appraisal.skp.tables import Aspect, Block, Direction, Source
from models.appraisal.values import Value
from models.errors import Refused
from tests.models.appraisal.skp.desk import BROCHURES, CONTENT, REPORT, SERVED
from tests.models.appraisal.skp.written import contents


def wrong(made: Content, whole: bool = False) -> list[tuple[int, int, str, str]]:
    with pytest.raises(WrongContent) as refused:
        checked(made, whole=whole)
    return [(one.result, one.indicator, one.field, one.key) for one in refused.value.problems]


def with_indicator(one: IndicatorContent, **changes: Any) -> Content:
    return Content((ResultContent(Block.MAIN, "Hasil kerja", "", (replace(one, **changes),)),))


@given(contents())
def test_a_content_survives_its_json(made: Content) -> None:
    assert Content.from_json(made.to_json()) == made


@given(contents())
def test_what_was_checked_once_is_checked_already(made: Content) -> None:
    assert checked(made) == made
    assert differences(made, made) == []


@given(contents(), contents())
def test_the_differences_name_every_result_that_came_or_went(one: Content, other: Content) -> None:
    found = [each for each in differences(one, other) if isinstance(each, Difference)]
    before, after = ({r.text.casefold() for r in c.results} for c in (one, other))
    whole = [each for each in found if each.was is None and each.now is None]
    added = {each.result.text.casefold() for each in whole if each.what is What.ADDED}
    removed = {each.result.text.casefold() for each in whole if each.what is What.REMOVED}
    assert (added, removed) == (after - before, before - after)


def test_main_results_come_first_and_words_are_tidied() -> None:
    late = ResultContent(Block.MAIN, "  Layanan \n akta   terlaksana ")
    made = checked(replace(CONTENT, results=(*CONTENT.results, late)))
    assert [one.block for one in made.results] == [*[Block.MAIN] * 3, Block.ADDITIONAL]
    assert made.results[2].text == "Layanan akta terlaksana"


def test_a_draft_may_be_unfinished_and_what_is_proposed_not() -> None:
    assert checked(Content()) == Content()
    assert wrong(Content(), whole=True) == [(0, 0, "", "skp-no-main-result")]
    only_additional = Content((CONTENT.results[2],))
    assert wrong(only_additional, whole=True) == [(0, 0, "", "skp-no-main-result")]
    bare = Content((replace(CONTENT.results[0], indicators=()),))
    assert wrong(bare, whole=True) == [(1, 0, "", "skp-no-indicator")]
    assert checked(CONTENT, whole=True) == CONTENT


def test_there_is_an_end_to_results_and_indicators() -> None:
    many = [ResultContent(Block.MAIN, f"Hasil kerja {n}") for n in range(MOST_RESULTS + 1)]
    assert checked(Content(tuple(many[:-1])))
    assert wrong(Content(tuple(many))) == [(0, 0, "", "skp-too-many-results")]
    each = [replace(BROCHURES, text=f"Indikator {n}") for n in range(MOST_INDICATORS + 1)]
    one = ResultContent(Block.MAIN, "Hasil kerja", "", tuple(each))
    assert wrong(Content((one,))) == [(1, 0, "", "skp-too-many-indicators")]


def test_everything_that_is_wrong_is_told_with_its_place() -> None:
    made = Content(
        (
            ResultContent(Block.MAIN, "abc", "=SUM(A1)", (BROCHURES,)),
            ResultContent(Block.MAIN, "Hasil kerja", "", (SERVED, replace(REPORT, target=2.0))),
            ResultContent(Block.MAIN, "HASIL KERJA"),
        )
    )
    assert wrong(made) == [
        (1, 0, "text", "skp-words-short"),
        (1, 0, "leader_result", "text-formula"),
        (2, 2, "target", "skp-target-range"),
        (3, 0, "text", "skp-twice"),
    ]


def test_two_indicators_of_a_result_have_different_words() -> None:
    twice = replace(CONTENT.results[0], indicators=(BROCHURES, replace(BROCHURES, target=1.0)))
    assert wrong(Content((twice,))) == [(1, 2, "text", "skp-twice")]


@pytest.mark.parametrize(
    ("indicator", "changes", "field", "key"),
    [
        (BROCHURES, {"target": -1.0}, "target", "skp-target-range"),
        (BROCHURES, {"target": float("nan")}, "target", "skp-target-range"),
        (BROCHURES, {"target": float("inf")}, "target", "skp-target-range"),
        (BROCHURES, {"target": 2e9}, "target", "skp-target-range"),
        (BROCHURES, {"target": 0.125}, "target", "skp-target-decimals"),
        (BROCHURES, {"target": 101.0, "measure": "%"}, "target", "skp-target-range"),
        (BROCHURES, {"measure": " "}, "measure", "skp-words-short"),
        (BROCHURES, {"indicator": "visits_served"}, "indicator", "skp-indicator-not-system"),
        (SERVED, {"indicator": "unit_index", "target": 3.0}, "indicator", "skp-indicator-unknown"),
        (SERVED, {"indicator": "charm"}, "indicator", "skp-indicator-unknown"),
        (SERVED, {"indicator": None}, "indicator", "skp-indicator-unknown"),
        (SERVED, {"measure": "orang"}, "measure", "skp-measure-fixed"),
        (SERVED, {"direction": Direction.AT_MOST}, "direction", "skp-direction-fixed"),
    ],
)
def test_what_an_indicator_may_not_say(
    indicator: IndicatorContent, changes: dict[str, Any], field: str, key: str
) -> None:
    assert wrong(with_indicator(indicator, **changes)) == [(1, 1, field, key)]


def test_the_targets_of_a_share_and_a_score_have_bounds() -> None:
    for key, target in (("answered_in_a_day", 100.5), ("satisfaction", 0.5), ("satisfaction", 4.1)):
        made = system_indicator(key, target, "Indikator sistem", Aspect.QUALITY)
        assert wrong(with_indicator(made)) == [(1, 1, "target", "skp-target-range")]


def test_every_indicator_of_a_person_may_stand_in_a_plan_and_none_of_a_unit() -> None:
    assert set(CATALOGUE) - set(OF_A_PERSON) == {"unit_index"}
    for key in OF_A_PERSON:
        assert checked(with_indicator(system_indicator(key, 3.0, "Indikator", Aspect.TIME)))
    with pytest.raises(Refused):
        system_indicator("unit_index", 3.0, "Indikator", Aspect.TIME)
    assert content.direction_of("visit_time") is Direction.AT_MOST
    assert content.direction_of("confirmed") is Direction.AT_LEAST


def test_edits_refuse_a_part_that_is_not_there() -> None:
    known = Content((replace(CONTENT.results[0], id=7),))
    for edit in (
        drafting.change_result(8, text="Lain"),
        drafting.remove_result(8),
        drafting.add_indicator(8, BROCHURES),
        drafting.change_indicator(8, BROCHURES),
        drafting.remove_indicator(8),
    ):
        with pytest.raises(Refused) as refused:
            edit(known)
        assert refused.value.key == "skp-part-gone"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("90 %", Amount(90, "%", None)),
        ("90 persen", Amount(90, "%", None)),
        ("2,5", Amount(2.5, "", None)),
        ("2.5", Amount(2.5, "", None)),
        ("1.250 orang", Amount(1250, "orang", None)),
        ("1,250,000", Amount(1_250_000, "", None)),
        ("1.250,75 rupiah", Amount(1250.75, "rupiah", None)),
        ("paling lama 30 menit kerja", Amount(30, "menit kerja", Direction.AT_MOST)),
        ("Paling  sedikit 12 dokumen", Amount(12, "dokumen", Direction.AT_LEAST)),
        ("≤ 3 kali", Amount(3, "kali", Direction.AT_MOST)),
        (">=80%", Amount(80, "%", Direction.AT_LEAST)),
        ("min. 4", Amount(4, "", Direction.AT_LEAST)),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, read: Amount) -> None:
    assert amounts.amount(text) == read


@pytest.mark.parametrize("text", ["", "banyak", "90-100 %", "1.2.3", "1,2345", "-5", "12.34.567"])
def test_an_amount_that_could_mean_two_things_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        amounts.amount(text)


def test_a_system_measure_may_be_written_as_people_say_it() -> None:
    assert content.measure_of("answered_in_a_day", "persen") == "%"
    assert content.measure_of("visit_time", "menit") == "menit kerja"
    assert content.measure_of("visits_served", "warga") == "kunjungan"
    with pytest.raises(Refused):
        content.measure_of("visit_time", "hari")


def test_the_source_says_what_the_target_is_of() -> None:
    assert content.range_of(REPORT) == (1, 1)
    assert {one.source for one in (SERVED, BROCHURES, REPORT)} == set(Source)


def test_an_expectation_without_words_is_none_and_each_change_of_one_is_told() -> None:
    blank = replace(CONTENT, expectations={Value.LOYAL: "  ", Value.SERVICE: " Ramah\n sekali "})
    assert checked(blank).expectations == {Value.SERVICE: "Ramah sekali"}
    other = drafting.expect(Value.COMPETENT, "Belajar aturan baru")(checked(blank))
    assert differences(CONTENT, other) == [
        Expected(What.CHANGED, Value.SERVICE, "Ramah sekali"),
        Expected(What.ADDED, Value.COMPETENT, "Belajar aturan baru"),
        Expected(What.REMOVED, Value.LOYAL, "Menjaga rahasia jabatan"),
    ]


def test_a_template_of_before_expectations_is_still_read() -> None:
    stored = CONTENT.to_json()
    del stored["expectations"]
    assert Content.from_json(stored) == replace(CONTENT, expectations={})
