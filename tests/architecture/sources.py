"""The project's own source files, for the guards that read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf8"))


def files(*packages: str) -> Iterator[Path]:
    """Python files of these packages, the sandbox apart."""
    for package in packages:
        for file in sorted((ROOT / package).rglob("*.py")):
            if "sandbox" not in file.relative_to(ROOT).parts:
                yield file


def nodes(*packages: str) -> Iterator[tuple[Path, ast.AST]]:
    for file in files(*packages):
        for node in ast.walk(tree(file)):
            yield file, node
