"""Any content that may be kept, for property tests."""

from __future__ import annotations

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


@st.composite
def contents(draw: st.DrawFn, least: int = 0) -> Content:
    """What `checked` has let through: parts it refuses are left out."""
    kept = Content()
    for result in draw(st.lists(RESULTS, min_size=least, max_size=5)):
        try:
            kept = checked(Content((*kept.results, result)))
        except WrongContent:
            continue
    return kept
