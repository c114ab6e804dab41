"""No code writes a rating or a predicate of a civil servant without a named person.

Read from the source: every place that sets, makes or updates such a column, and who calls it. The
constraints of the database hold the same for what no source shows.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, tree

COLUMNS = {"work", "behaviour", "predicate"}
TABLES = {"Appraisal", "AppraisalStep"}
DECIDING = "models/appraisal/deciding"
# the only writers, and the parameter that names who it is
WRITERS = {
    (f"{DECIDING}/operations.py", "rate"): "by",  # takes a predicate back, never gives one
    (f"{DECIDING}/operations.py", "reopen"): "by",  # the same
    (f"{DECIDING}/operations.py", "_give"): "by",
    (f"{DECIDING}/operations.py", "_name"): "by",
    (f"{DECIDING}/steps.py", "keep"): "officer",
    (f"{DECIDING}/context.py", "enter_organisation"): "by",  # of the organisation, not a person
}
# who may reach the writers within operations, and what each asks first
GIVERS = {"rate": "appraiser", "confirm": "appraiser", "change": "_to_decide"}
ACTS = {"rate", "confirm", "change"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources() -> Iterator[tuple[str, ast.Module]]:
    """The sandbox too: it ships."""
    for folder in ("bot", "handlers", "models"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            yield str(file.relative_to(ROOT)), tree(file)


def writes(source: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Each node that writes such a column, with the function around it ("": none)."""
    for function, node in inside(source, ""):
        if sets(node) or makes(node) or updates(node):
            yield function, node


def inside(node: ast.AST, function: str) -> Iterator[tuple[str, ast.AST]]:
    for child in ast.iter_child_nodes(node):
        yield function, child
        yield from inside(child, child.name if isinstance(child, Function) else function)


def sets(node: ast.AST) -> bool:
    """`x.work = ...`, also among several, and `setattr(x, "work", ...)`."""
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        return node.attr in COLUMNS
    return called(node) == "setattr" and any(constant(one) in COLUMNS for one in node.args)


def makes(node: ast.AST) -> bool:
    """`Appraisal(work=...)`."""
    if not isinstance(node, ast.Call) or called(node) not in TABLES:
        return False
    return any(one.arg is None or one.arg in COLUMNS for one in node.keywords)


def updates(node: ast.AST) -> bool:
    """`update(Appraisal)`, `insert(table(Appraisal))`, or SQL by hand."""
    if isinstance(node, ast.Call) and called(node) in {"update", "insert", "bulk_update_mappings"}:
        return any(isinstance(one, ast.Name) and one.id in TABLES for one in ast.walk(node))
    text = constant(node)
    return isinstance(text, str) and any(
        f"{verb} {table}" in " ".join(text.lower().split())
        for verb in ("update", "insert into")
        for table in ("appraisals", "appraisal_steps")
    )


def called(node: ast.AST) -> str:
    """The name of what a call calls."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def constant(node: ast.AST) -> object:
    return node.value if isinstance(node, ast.Constant) else None


def function(path: str, name: str) -> Function:
    source = tree(ROOT / path)
    return next(n for n in ast.walk(source) if isinstance(n, Function) and n.name == name)


def parameters(found: Function) -> set[str]:
    return {one.arg for one in (*found.args.args, *found.args.kwonlyargs)}


def calls(found: ast.AST) -> set[str]:
    return {called(one) for one in ast.walk(found)}


def test_only_named_people_write_ratings() -> None:
    found = {(path, name) for path, source in sources() for name, _ in writes(source)}
    assert found == set(WRITERS)


@pytest.mark.parametrize(("path", "name"), WRITERS)
def test_each_writer_takes_the_person(path: str, name: str) -> None:
    assert WRITERS[path, name] in parameters(function(path, name))


def test_every_way_to_a_writer_asks_who_it_is() -> None:
    path = f"{DECIDING}/operations.py"
    source = tree(ROOT / path)
    reaching = {
        one.name
        for one in ast.walk(source)
        if isinstance(one, Function) and calls(one) & {"_give", "_name"}
    }
    assert reaching == set(GIVERS)
    for name, asks in GIVERS.items():
        found = function(path, name)
        assert asks in calls(found), name
        assert "by" in parameters(found), name
    assert "superior" in calls(function(path, "_to_decide"))


def test_the_private_writers_are_reached_from_nowhere_else() -> None:
    for path, source in sources():
        if path != f"{DECIDING}/operations.py":
            imported = {
                one.name
                for node in ast.walk(source)
                if isinstance(node, ast.ImportFrom)
                and node.module == "models.appraisal.deciding.operations"
                for one in node.names
            }
            assert not imported & {"_give", "_name"}, path


def test_no_job_and_no_model_rates() -> None:
    """Ratings are given in a person's turn: by a handler or a page, never by the clock."""
    rating = {
        path
        for path, source in sources()
        for node in ast.walk(source)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ACTS
        and getattr(node.func.value, "id", "") in {"operations", "deciding", "appraisals"}
        and imports_operations(source)
    }
    assert rating, "nobody can rate"
    assert not [path for path in rating if path.startswith("models/") or "jobs" in Path(path).name]


def imports_operations(source: ast.AST) -> bool:
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == "models.appraisal.deciding"
        and any(one.name == "operations" for one in node.names)
        for node in ast.walk(source)
    )


@pytest.mark.parametrize(
    "source",
    [
        "def f(a):\n    a.work = 'above'",
        "def f(a):\n    a.x, a.predicate = 1, 'baik'",
        "def f(a):\n    setattr(a, 'behaviour', 'above')",
        "Appraisal(officer_id=1, work='above')",
        "AppraisalStep(**row)",
        "tx.execute(update(Appraisal).values(row))",
        "tx.execute(insert(table(AppraisalStep)), rows)",
        "tx.execute(text('UPDATE appraisals SET work = 1'))",
    ],
)
def test_the_search_finds_what_it_is_for(source: str) -> None:
    assert list(writes(ast.parse(source)))
