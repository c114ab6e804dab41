"""What the pages of docs/ name is there: links, commands, buttons, settings, files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from bot.__main__ import parser
from bot.settings import Settings
from bot.tables import COMMANDS
from handlers.texts import HERE
from tests.architecture.sources import ROOT

PAGES = [
    ROOT / "README.md",
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
GUIDES = sorted((ROOT / "docs").glob("guide*.md"))
LINK = re.compile(r"\]\(([^)#\s]+)?(?:#([\w-]+))?\)")
TYPED = re.compile(r"`/([a-z]+)")
RUN = re.compile(r"python -m bot ([a-z-]+)")
SETTING = re.compile(
    r"`((?:FILES|FLOOD|TELEGRAM|DATABASE|WEBHOOK|WEB|PUBLIC|PSEUDONYM|SEND|CHAT|POLL|LOG)_[A-Z0-9_]+)\b"
)
PATH = re.compile(r"`((?:bot|handlers|models|nlp|tests|docs)/[\w./-]+\.(?:py|md|txt|ftl))")
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
CODE = re.compile(r"`[^`]*`")
ELSEWHERE = {"telegram", "health", "metrics", "api", "newbot"}  # and a word to @BotFather
SAID = {
    "tidak",
    "kerja",
    "Petugas",
    "Pertanyaan",
    "Jawaban",
    "Inspektorat",
    "Identitas Anda",
    "Identitas pelapor tanpa nama",
}
"""What is bold in a guide without being a label."""


def shown(page: Path) -> str:
    return page.name


def labels() -> set[str]:
    """Every text without variables, and those of the first line, in Indonesian."""
    found: set[str] = set()
    for file in (HERE / "id").glob("*.ftl"):
        for entry in FluentParser().parse(file.read_text(encoding="utf8")).body:
            if isinstance(entry, ftl.Message) and entry.value is not None:
                parts = entry.value.elements
                if len(parts) == 1 and isinstance(parts[0], ftl.TextElement):
                    found.add(" ".join(parts[0].value.split()))
    return found


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target, anchor in LINK.findall(page.read_text()):
        if target.startswith(("http:", "https:", "tg:")):
            continue
        file = (page.parent / target) if target else page
        assert file.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", file.read_text(), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w-]", "", h.lower().replace(" ", "-")) for h in headings}


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_every_command_is_one(page: Path) -> None:
    words = page.read_text()
    assert set(TYPED.findall(words)) - ELSEWHERE <= set(COMMANDS)
    tasks = parser()._subparsers
    assert tasks is not None
    known = {name for action in tasks._group_actions for name in action.choices or ()}
    assert set(RUN.findall(words)) <= known


@pytest.mark.parametrize("page", PAGES, ids=shown)
def test_every_setting_and_file_is_there(page: Path) -> None:
    words = page.read_text()
    settings = {name for name in SETTING.findall(words) if not name.endswith("_")}
    assert {name.lower() for name in settings} <= set(Settings.model_fields)
    assert [path for path in PATH.findall(words) if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("page", GUIDES, ids=shown)
def test_every_bold_word_of_a_guide_is_a_label(page: Path) -> None:
    known = labels() | SAID
    bold = {" ".join(words.split()) for words in BOLD.findall(CODE.sub("", page.read_text()))}
    assert {one for one in bold if one not in known and not one.endswith(("?", "."))} == set()


def test_every_command_of_the_menu_stands_in_a_guide() -> None:
    told = {name for page in GUIDES for name in TYPED.findall(page.read_text())}
    menu = {name for name, route in COMMANDS.items() if route.menu}
    assert menu - told == set()
