"""Any acts by anybody in any order: no rating without its appraiser, every refusal without effect,
every act a step."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from models.appraisal import matrix
from models.appraisal.deciding import opening, operations, reminding, steps
from models.appraisal.deciding.steps import Step
from models.appraisal.deciding.tables import Appraisal, AppraisalState, AppraisalStep, Objection
from models.appraisal.matrix import Expectation
from models.database import Database, Transaction
from models.errors import Refused
from tests.models.appraisal.deciding.bureau import (
    DECISION,
    EXPLANATION,
    NOTE,
    OBJECTION,
    OTHER_NOTE,
    Bureau,
)

PEOPLE = ("sari", "tuti", "hadi", "kadis", "ani", "warga")
LATE = "Satu kasus baru tercatat."
BY_CLOCK = {Step.OPENED, Step.APPRAISER_CHANGED, Step.TERM_PASSED, Step.EXPLANATION_PASSED}
ACTS = ("rate", "confirm", "agree", "object", "explain", "uphold", "change", "reopen", "amend")
# the likely ones come often, so that stories reach their end
LIKELY = (
    ("rate", "hadi"),
    ("confirm", "hadi"),
    ("agree", "sari"),
    ("object", "sari"),
    ("explain", "hadi"),
    ("uphold", "kadis"),
    ("change", "kadis"),
    ("reopen", "kadis"),
    ("amend", "hadi"),
)
GIVERS = {"rate": "hadi", "confirm": "hadi", "uphold": "kadis", "change": "kadis"}

_who = st.sampled_from(LIKELY) | st.tuples(st.sampled_from(ACTS), st.sampled_from(PEOPLE))
_ratings = st.tuples(st.sampled_from(Expectation), st.sampled_from(Expectation))
_act = st.tuples(_who, _ratings, st.sampled_from([0, 0, 1, 4, 16]))


@settings(
    max_examples=15,
    phases=[Phase.explicit, Phase.generate],  # a story takes long: better long than five minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(story=st.lists(_act, min_size=1, max_size=14))
def test_no_rating_without_its_appraiser(sqlite: Database, story: list[Any]) -> None:
    with sqlite.engine.connect() as connection, connection.begin() as begun:
        tx = Transaction(connection)
        bureau = Bureau.found(tx)
        for (act, who), ratings, days in story:
            bureau.passes(days=days)
            _plays(bureau, act, who, ratings)
            _holds(bureau)
        tx.close()
        begun.rollback()


def _plays(bureau: Bureau, act: str, who: str, ratings: tuple[Expectation, Expectation]) -> None:
    before = _state(bureau.tx)
    opening.run(bureau.tx, bureau.at)
    reminding.run(bureau.tx, bureau.at)
    after_clock = _state(bureau.tx)
    assert _given(after_clock) <= _given(before)  # the clock gives no rating and no predicate
    try:
        with bureau.tx.savepoint():
            _does(bureau, act, who, ratings)
    except Refused:
        assert _state(bureau.tx) == after_clock
        return
    (new,) = [one for one in _state(bureau.tx)[1] if one not in after_clock[1]]
    assert new[1] == bureau.officer[who]
    if _given(_state(bureau.tx)) - _given(after_clock):
        assert GIVERS[act] == who


def _does(bureau: Bureau, act: str, who: str, ratings: tuple[Expectation, Expectation]) -> None:
    tx, number, by = bureau.tx, bureau.appraisal, bureau.person[who]
    match act:
        case "rate":
            operations.rate(tx, number, *ratings, NOTE, OTHER_NOTE, bureau.at, by)
        case "confirm":
            operations.confirm(tx, number, bureau.at, by)
        case "agree":
            operations.agree(tx, number, bureau.at, by)
        case "object":
            operations.object_to(tx, number, OBJECTION, bureau.at, by)
        case "explain":
            operations.explain(tx, number, EXPLANATION, bureau.at, by)
        case "uphold":
            operations.uphold(tx, number, DECISION, bureau.at, by)
        case "change":
            operations.change(tx, number, *ratings, DECISION, bureau.at, by)
        case "reopen":
            operations.reopen(tx, number, DECISION, bureau.at, by)
        case _:
            opening.amend(tx, bureau.officer["sari"], bureau.now.period_id, LATE, bureau.at, by)


def _state(tx: Transaction) -> tuple[set[Any], set[Any]]:
    """Every appraisal and objection, and every step with who took it."""
    tx.session.flush()
    rows = {
        repr(one) for kind in (Appraisal, Objection) for one in tx.session.exec(select(kind)).all()
    }
    taken = tx.session.exec(select(AppraisalStep)).all()
    return rows, {(one.id, one.officer_id, one.step, one.work, one.predicate) for one in taken}


def _given(state: tuple[set[Any], set[Any]]) -> set[Any]:
    """Steps that gave something."""
    return {one for one in state[1] if one[3] is not None or one[4] is not None}


def _holds(bureau: Bureau) -> None:
    found = bureau.now
    file = steps.of(bureau.tx, bureau.appraisal)
    assert [one.step for one in file] == bureau.journal
    assert [one.at for one in file] == sorted(one.at for one in file)
    assert all((one.officer_id is None) == (one.step in BY_CLOCK) for one in file)
    allowed = {bureau.officer["hadi"], bureau.officer["kadis"], None}
    assert {found.rated_by_id, found.confirmed_by_id} <= allowed
    if found.predicate is not None:
        pair = Expectation(found.work or ""), Expectation(found.behaviour or "")
        assert found.predicate == matrix.predicate(*pair)
        last = [one for one in file if one.predicate is not None][-1]
        assert (last.predicate, last.officer_id) == (found.predicate, found.confirmed_by_id)
    rated = [one for one in file if one.work is not None]
    assert (found.work is not None) == bool(rated)
    if found.state == AppraisalState.FINAL:
        assert found.predicate is not None
        ends = {Step.AGREED, Step.TERM_PASSED, Step.DECIDED}
        assert ends & {one.step for one in file}
