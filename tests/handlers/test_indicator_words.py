"""Each indicator in plain words, in both languages."""

from __future__ import annotations

import pytest

from handlers import texts
from handlers.indicator_words import explained
from handlers.message import said
from models.appraisal.indicators import CATALOGUE


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("key", CATALOGUE)
def test_each_indicator_is_explained(key: str, language: str) -> None:
    shown = said(language, explained(key))
    for part in ("-means", "-controls", "-counted"):
        assert texts.render(language, f"indicator-{key}{part}", {}, escape=False) in shown
    unit = texts.render(language, f"indicator-unit-{CATALOGUE[key].measure}", {}, escape=False)
    assert f": {unit}." in shown
    context = texts.render(language, "indicator-context", {}, escape=False)
    assert (context in shown) == (not CATALOGUE[key].controlled)
    assert str(CATALOGUE[key].minimum) in shown
