"""Every text is there in both languages, with the same variables, and every text is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from handlers.texts import HERE, LANGUAGES
from tests.architecture.sources import ROOT, nodes

PACKAGES = ("bot", "handlers", "models")
TEMPLATES = sorted((ROOT / "bot" / "web" / "templates").rglob("*.html"))
KEY = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")

# calls whose argument at this place is a key
TAKES_A_KEY = {"say": 0, "Text": 0, "body": 0, "Refused": 0, "pop_up": 0, "render": 1}
IN_TEMPLATES = re.compile(r"""\bt\("([a-z0-9-]+)"(?!\s*[~%])""")
BEGUN_IN_TEMPLATES = re.compile(r"""\bt\("([a-z0-9-]+-)(?:"\s*~|%[sd])""")
# keys made of a fixed beginning and something known only when it is shown
MADE_OF = "every f-string in the code that begins like a key, such as f'score-{score}'"


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:
        self.names.add(node.id.name)


def messages(language: str) -> dict[str, tuple[Path, set[str]]]:
    found: dict[str, tuple[Path, set[str]]] = {}
    for file in sorted((HERE / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{file.name}: {entry.id.name} twice"
                reader = Variables()
                reader.visit(entry)
                found[entry.id.name] = (Path(file.name), reader.names)
    return found


TEXTS = {language: messages(language) for language in LANGUAGES}
KNOWN = set(TEXTS["id"])


def test_both_languages_have_the_same_texts_in_the_same_files() -> None:
    indonesian, english = ({k: v[0] for k, v in TEXTS[name].items()} for name in LANGUAGES)
    assert indonesian == english


def test_a_text_has_the_same_variables_in_both_languages() -> None:
    different = {
        key: (TEXTS["id"][key][1], TEXTS["en"][key][1])
        for key in KNOWN & set(TEXTS["en"])
        if TEXTS["id"][key][1] != TEXTS["en"][key][1]
    }
    assert different == {}


def _literals(node: ast.expr) -> Iterator[str]:
    """The keys an expression may give: a literal, or either side of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _named(call: ast.Call) -> Iterator[str]:
    name = getattr(call.func, "attr", getattr(call.func, "id", ""))
    place = TAKES_A_KEY.get(name)
    if place is not None and len(call.args) > place:
        yield from _literals(call.args[place])
    for keyword in call.keywords:
        if name == "route" and keyword.arg == "menu":
            yield from _literals(keyword.value)


def test_every_key_in_the_code_exists() -> None:
    missing = {
        f"{file.relative_to(ROOT)}:{node.lineno}: {key}"
        for file, node in nodes(*PACKAGES)
        if isinstance(node, ast.Call)
        for key in _named(node)
        if key not in KNOWN
    }
    assert missing == set()


def _in_templates(found: re.Pattern[str]) -> set[str]:
    return {key for file in TEMPLATES for key in found.findall(file.read_text(encoding="utf8"))}


def test_every_key_in_the_templates_exists() -> None:
    assert _in_templates(IN_TEMPLATES) - KNOWN == set()
    begun = _in_templates(BEGUN_IN_TEMPLATES)
    assert {start for start in begun if not any(key.startswith(start) for key in KNOWN)} == set()


def _patterns() -> Iterator[re.Pattern[str]]:
    """f-strings that begin like a key, as patterns."""
    for _, node in nodes(*PACKAGES):
        if not isinstance(node, ast.JoinedStr):
            continue
        parts = [p.value if isinstance(p, ast.Constant) else None for p in node.values]
        if isinstance(parts[0], str) and re.fullmatch(r"[a-z][a-z0-9-]*-", parts[0]):
            yield re.compile("".join(".+" if p is None else re.escape(str(p)) for p in parts))


def test_every_text_is_used() -> None:
    literal = {
        node.value
        for _, node in nodes(*PACKAGES)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and KEY.match(node.value)
    }
    literal |= _in_templates(IN_TEMPLATES)
    made = [*_patterns(), *(re.compile(f"{one}.+") for one in _in_templates(BEGUN_IN_TEMPLATES))]
    unused = {key for key in KNOWN - literal if not any(pattern.fullmatch(key) for pattern in made)}
    assert unused == set(), f"{len(unused)} texts nobody shows (or made by none of: {MADE_OF})"
