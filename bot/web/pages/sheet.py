"""The sheet of an officer and period: target, realisation and feedback side by side, the seven
behaviours, what was decided; and the forms of those who decide.

The two ratings begin empty: nothing here proposes one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlmodel import select

from bot.web.pages import marks, places
from bot.web.pages.asked import Asked, Fields, Route, Shown
from bot.web.pages.marks import Line
from models import seen
from models.appraisal import leaders, terms
from models.appraisal.coaching import recognition
from models.appraisal.deciding import context, opening, operations, queries, sheet
from models.appraisal.deciding.gathering import Gathered
from models.appraisal.deciding.queries import May, View
from models.appraisal.deciding.sheet import Sheet
from models.appraisal.deciding.tables import Appraisal
from models.appraisal.indicators import CATALOGUE, Result, in_measure
from models.appraisal.leaders import Standing
from models.appraisal.matrix import Expectation, predicate
from models.appraisal.terms_tables import AppraisalPeriod
from models.database import Transaction
from models.errors import Refused

RATING = ("work", "behaviour")
NOTES = ("work_note", "behaviour_note", "contradiction")
CONTRADICTS = "appraisal-contradicts"
JUDGING = frozenset({Standing.LEADER, Standing.SUPERIOR})


@dataclass(frozen=True, slots=True)
class _Read:
    """The record of a period, as the reader may see it. view: once an appraisal is open."""

    officer_id: int
    period: AppraisalPeriod
    standing: Standing
    sheet: Sheet
    view: View | None

    @property
    def address(self) -> str:
        return f"/sheet/{self.officer_id}/{self.period.id}"

    @property
    def may(self) -> frozenset[May]:
        return self.view.may if self.view else frozenset()

    @property
    def appraisal_id(self) -> int:
        if self.view is None:
            raise Refused("not-for-you")
        return self.view.appraisal_id


def _read(tx: Transaction, asked: Asked) -> _Read:
    """For the officer and those who lead; an appraisal names its own people, who may have changed
    since."""
    officer_id, period_id = asked.number(0), asked.number(1)
    found = _appraisal(tx, officer_id, period_id)
    if found is not None:
        view = queries.read(tx, found, asked.person_id, asked.at)
        period = terms.period(tx, period_id)
        return _Read(officer_id, period, view.standing, view.sheet, view)
    officer = places.subject(tx, asked, officer_id, queries.READERS)
    period = places.period(tx, officer, period_id)
    shown = sheet.sheet_of(tx, officer_id, period_id, asked.at)
    return _Read(officer_id, period, officer.standing, shown, None)


def _appraisal(tx: Transaction, officer_id: int, period_id: int) -> int | None:
    statement = select(Appraisal.id).where(
        Appraisal.officer_id == officer_id, Appraisal.period_id == period_id
    )
    return tx.session.exec(statement).first()


# --- the sheet


def show(tx: Transaction, asked: Asked) -> Shown:
    read = _read(tx, asked)
    return Shown("sheet", _values(tx, asked, read))


def _values(tx: Transaction, asked: Asked, read: _Read) -> dict[str, Any]:
    return {
        "sheet": read.sheet,
        "record": read.sheet.record,
        "view": read.view,
        "period": places.named(read.period),
        "recognised": recognition.of_officer(tx, read.officer_id, read.period.id or 0),
        "may": read.may,
        "agreeing": _agreeing(read),
        "lines": _lines(read.sheet.record),
        "line_of": _plain_line,
        "address": read.address,
        "record_address": f"/record/{read.officer_id}/{read.period.id}",
        "figure_address": f"/figure/{read.officer_id}/{read.period.id}",
        "readable": leaders.standing(tx, read.officer_id, asked.person_id, asked.at)
        in queries.READERS,
        "expectations": tuple(Expectation),
        "given": _given(asked.form, read),
        "form": asked.form,
        "contradicts": asked.wrong is not None and asked.wrong.key == CONTRADICTS,
        "opposed": _opposed(tx, asked, read),
        "spread": _spread(tx, read),
    }


def _agreeing(read: _Read) -> str:
    """The button with the mark of what is read here: what is agreed to is that."""
    at = read.view.confirmed_at if read.view else None
    return f"agree:{seen.mark(at)}" if at is not None else "agree"


def _lines(record: Gathered) -> dict[int, Line | None]:
    """The drawing of each planned indicator of the system, by its id."""
    return {
        one.indicator_id: _line(one.indicator, one.result, one.target)
        for result in record.results
        for one in result.indicators
        if one.indicator and one.result
    }


def _line(key: str, result: Result, target: float) -> Line | None:
    return marks.line(CATALOGUE[key].measure, result, in_measure(key, target))


def _plain_line(key: str, result: Result | None) -> Line | None:
    """The drawing of a figure without a target."""
    return marks.line(CATALOGUE[key].measure, result) if result else None


def _given(form: Fields, read: _Read) -> dict[str, str]:
    """What the form shows: as it was sent; or the appraiser's own draft; or nothing."""
    names = (*RATING, *NOTES)
    if form:
        return {name: form.get(name, "") for name in names}
    decided = read.sheet.decided
    if decided is None or May.RATE not in read.may:
        return dict.fromkeys(names, "")
    return {name: str(getattr(decided, name) or "") for name in names}


def _opposed(tx: Transaction, asked: Asked, read: _Read) -> tuple[Any, ...]:
    """What the record says against the ratings that were just sent."""
    if asked.wrong is None or asked.wrong.key != CONTRADICTS:
        return ()
    appraisal = tx.session.get_one(Appraisal, read.appraisal_id)
    return operations.contradictions(tx, appraisal, *_ratings(asked))


def _spread(tx: Transaction, read: _Read) -> context.Context | None:
    """How the predicates of the office are spread: for those who decide, and no quota."""
    if read.view is None or read.standing not in JUDGING:
        return None
    return context.context(tx, read.view.office_id, read.period.id or 0)


# --- what people do with it


def act(tx: Transaction, asked: Asked) -> str | None:
    """The named button: `rate`, `agree` and so on; each asks for its rights itself."""
    read, button = _read(tx, asked), asked.form.get("act", "").partition(":")[0]
    if button not in _ACTS:
        raise Refused("not-for-you")
    _ACTS[button](tx, asked, read)
    return f"{read.address}/confirm" if button == "rate" else f"{read.address}?done=sheet-{button}"


def _rate(tx: Transaction, asked: Asked, read: _Read) -> None:
    work, behaviour = _ratings(asked)
    notes = (asked.form.get("work_note", ""), asked.form.get("behaviour_note", ""))
    reason = asked.form.get("contradiction", "")
    given = (read.appraisal_id, work, behaviour, *notes, asked.at, asked.person_id)
    operations.rate(tx, *given, contradiction=reason)


def _change(tx: Transaction, asked: Asked, read: _Read) -> None:
    words, reason = asked.form.get("words", ""), asked.form.get("contradiction", "")
    given = (read.appraisal_id, *_ratings(asked), words, asked.at, asked.person_id)
    operations.change(tx, *given, contradiction=reason)


def _ratings(asked: Asked) -> tuple[Expectation, Expectation]:
    """Both, or none: there is no default."""
    chosen = [asked.form.get(name, "") for name in RATING]
    if any(one not in tuple(Expectation) for one in chosen):
        raise Refused("pages-sheet-both")
    return Expectation(chosen[0]), Expectation(chosen[1])


def _agree(tx: Transaction, asked: Asked, read: _Read) -> None:
    """`agree:<mark of what was read>`."""
    operations.agree(tx, read.appraisal_id, asked.at, asked.person_id, asked.mark("act"))


def _amend(tx: Transaction, asked: Asked, read: _Read) -> None:
    words, period_id = asked.form.get("words", ""), read.period.id or 0
    opening.amend(tx, read.officer_id, period_id, words, asked.at, asked.person_id)


def _said(operation: Callable[..., Any]) -> Callable[[Transaction, Asked, _Read], None]:
    def act_(tx: Transaction, asked: Asked, read: _Read) -> None:
        words = asked.form.get("words", "")
        operation(tx, read.appraisal_id, words, asked.at, asked.person_id)

    return act_


_ACTS: dict[str, Callable[[Transaction, Asked, _Read], None]] = {
    "rate": _rate,
    "agree": _agree,
    "object": _said(operations.object_to),
    "explain": _said(operations.explain),
    "uphold": _said(operations.uphold),
    "change": _change,
    "reopen": _said(operations.reopen),
    "amend": _amend,
}


# --- confirming


def confirmation(tx: Transaction, asked: Asked) -> Shown:
    """What the matrix calls the two ratings, before it is given to the officer."""
    read = _read(tx, asked)
    decided = read.sheet.decided
    if May.CONFIRM not in read.may or decided is None:
        raise Refused("not-for-you")
    ratings = Expectation(decided.work or ""), Expectation(decided.behaviour or "")
    return Shown(
        "confirm",
        {
            "sheet": read.sheet,
            "record": read.sheet.record,
            "decided": decided,
            "period": places.named(read.period),
            "address": read.address,
            "called": predicate(*ratings),
        },
    )


def confirm(tx: Transaction, asked: Asked) -> str | None:
    read = _read(tx, asked)
    operations.confirm(tx, read.appraisal_id, asked.at, asked.person_id)
    return f"{read.address}?done=sheet-confirm"


ROUTES = (Route("/sheet/{}/{}", show, act), Route("/sheet/{}/{}/confirm", confirmation, confirm))
