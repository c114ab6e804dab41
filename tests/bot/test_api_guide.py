"""The examples of docs/api.md are what the API takes and gives."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

import pytest

from bot.web import problems
from models.visits import intake, reading
from tests.architecture.sources import ROOT
from tests.bot import openapi

PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf8")
LATER = datetime(2026, 11, 23, 5, tzinfo=UTC)


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


BODIES = [
    body for block in blocks("sh") for body in re.findall(r"--data '(.*?)'", block, re.DOTALL)
]
ANSWERS = [json.loads(block) for block in blocks("json")]
SCHEMAS = openapi.DOCUMENT["components"]["schemas"]


def test_there_are_examples_of_everything() -> None:
    assert (len(BODIES), len(ANSWERS), len(blocks("csv"))) == (4, 4, 1)


@pytest.mark.parametrize("body", BODIES)
def test_every_request_is_read(body: str) -> None:
    batch = intake.of_json(body.encode())
    for told in batch.visits:
        reading.check(told.read(), LATER)
    assert openapi.fits(openapi.request_schema("/visits"), json.loads(body)) == []


def test_the_table_is_read() -> None:
    [table] = blocks("csv")
    batch = intake.of_csv(table.encode(), "Asia/Jakarta")
    drafts = [told.read() for told in batch.visits]
    for draft in drafts:
        reading.check(draft, LATER)
    assert [draft.started_at.minute for draft in drafts] == [30, 45]


@pytest.mark.parametrize("answer", ANSWERS)
def test_every_answer_is_as_described(answer: dict[str, object]) -> None:
    wanted = {"unit": "Unit", "accepted": "Entered", "type": "Problem"}
    [schema] = [name for member, name in wanted.items() if member in answer]
    assert openapi.fits({"$ref": f"#/components/schemas/{schema}"}, answer) == []


def test_every_problem_reason_and_field_is_told() -> None:
    told = set(re.findall(r"`([\w-]+)`", PAGE))
    known = {*problems.TITLES, *SCHEMAS["Reason"]["enum"], *reading.FIELDS}
    assert known - told == set()
