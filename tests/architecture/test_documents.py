"""Pages made from the code say what the code says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.record_rights import PARTS
from bot.rights_rule import Who
from models.complaints.states import State
from tests.documents import PAGES, ROOT, case_states


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_a_page_made_from_the_code_is_what_it_would_be_made_now(file: Path) -> None:
    assert file.read_text() == PAGES[file](), "run `make docs`"


def test_every_state_has_a_part_of_its_own() -> None:
    page = case_states()
    assert all(f"## {state.value}\n" in page for state in State)


RISKS = ("## What the software refuses to do", "## Risks to officers", "## Risks to citizens")


@pytest.mark.parametrize("heading", RISKS)
def test_every_measure_of_the_impact_assessment_names_what_holds_it(heading: str) -> None:
    """That the paths are there is asked of all pages by `test_guides.py`."""
    page = (ROOT / "docs" / "impact-assessment.md").read_text()
    part = page.split(f"{heading}\n")[1].split("\n## ")[0]
    rows = [line for line in part.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 5
    assert [
        row for row in rows if not re.search(r"`(?:tests|models|bot|nlp)/[\w./]+\.py`", row)
    ] == []


def test_the_table_of_rights_names_everybody_in_every_part() -> None:
    page = (ROOT / "docs" / "rights.md").read_text()
    for part, found in PARTS.items():
        table = page.split(f"### {part}\n")[1].strip().split("\n\n")[0].splitlines()
        assert len(table) == len(found) + 2
        assert {line.count("|") for line in table} == {len(Who) + 3}
