"""Any content that may be kept, for property tests."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from models.appraisal.skp.content import (
    DOCUMENT,
    OF_A_PERSON,
    Content,
    IndicatorContent,
    ResultContent,
    WrongContent,
    checked,
    system_indicator,
)
from models.appraisal.skp.tables import Aspect, Block, Direction, Source
from models.appraisal.values import Value

LETTERS = "abcdefghijklmnop ABC 0123456789 éñ中%&<>\"'()/.,;:-+"


def words(least: int, most: int) -> st.SearchStrategy[str]:
    return st.text(LETTERS, min_size=least, max_size=most)


TARGETS = st.integers(0, 100_000).map(lambda hundredths: hundredths / 100)
REPORTED = st.builds(
    IndicatorContent,
    st.sampled_from(Aspect),
    words(5, 60),
    TARGETS,
    words(1, 12),
    st.sampled_from(Direction),
)
DOCUMENTS = st.builds(
    lambda aspect, text: IndicatorContent(
        aspect, text, 1.0, DOCUMENT, Direction.AT_LEAST, Source.DOCUMENT
    ),
    st.sampled_from(Aspect),
    words(5, 60),
)
SYSTEM = st.builds(
    system_indicator,
    st.sampled_from(OF_A_PERSON),
    st.integers(100, 400).map(lambda hundredths: hundredths / 100),
    words(5, 60),
    st.sampled_from(Aspect),
)
RESULTS = st.builds(
    ResultContent,
    st.sampled_from(Block),
    words(5, 120),
    st.just("") | words(1, 60),
    st.lists(REPORTED | DOCUMENTS | SYSTEM, max_size=6).map(tuple),
)


def _may_stand(said: str) -> bool:
    """Neither a dash, which is an empty cell, nor what a spreadsheet takes for a formula."""
    try:
        return said != "-" and checked(Content((), {Value.LOYAL: said})) is not None
    except WrongContent:
        return False


EXPECTATIONS = st.dictionaries(st.sampled_from(Value), words(1, 60).filter(_may_stand))


@st.composite
def contents(draw: st.DrawFn, least: int = 0) -> Content:
    """What `checked` has let through: parts it refuses are left out."""
    kept = checked(Content((), draw(EXPECTATIONS)))
    for result in draw(st.lists(RESULTS, min_size=least, max_size=5)):
        try:
            kept = checked(replace(kept, results=(*kept.results, result)))
        except WrongContent:
            continue
    return kept
