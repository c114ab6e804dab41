"""Pages made from the code say what the code says."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.complaints.states import State
from tests.documents import PAGES, case_states


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_a_page_made_from_the_code_is_what_it_would_be_made_now(file: Path) -> None:
    assert file.read_text() == PAGES[file](), "run `make docs`"


def test_every_state_has_a_part_of_its_own() -> None:
    page = case_states()
    assert all(f"## {state.value}\n" in page for state in State)
