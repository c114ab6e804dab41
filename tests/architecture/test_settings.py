"""Every setting stands in `.env.example`, with a comment that explains it; nothing else does."""

from __future__ import annotations

from bot.settings import Settings
from tests.architecture.sources import ROOT

LINES = (ROOT / ".env.example").read_text(encoding="utf8").splitlines()


def names(lines: list[str]) -> list[str]:
    return [line.partition("=")[0] for line in lines if line and not line.startswith("#")]


def test_the_example_holds_every_setting_once_and_nothing_else() -> None:
    assert sorted(names(LINES)) == sorted(name.upper() for name in Settings.model_fields)


def test_every_setting_is_explained_by_a_comment_above_it() -> None:
    """Right above, or above the setting it belongs with."""
    bare = []
    explained = False
    for line in LINES:
        if line.startswith("#"):
            explained = True
        elif not line:
            explained = False
        elif not explained:
            bare.append(line)
    assert bare == []


def test_the_example_shows_the_defaults() -> None:
    shown = dict(line.split("=", 1) for line in LINES if line and not line.startswith("#"))
    for name, field in Settings.model_fields.items():
        default = getattr(field.default, "get_secret_value", lambda value=field.default: value)()
        assert shown[name.upper()] == str(default), name
