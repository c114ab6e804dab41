"""What the people around a case are told: its officers when it comes, its holder afterwards."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from models.complaints import access, casework, inspectors, notices, queries
from models.complaints.notices import officer_buttons, text, when
from models.complaints.sla import ClockName
from models.complaints.states import Event, State
from models.complaints.tables import Attachment, Case
from models.database import Transaction
from models.offices import Unit
from models.people import Officer


def latest_files(tx: Transaction, case: Case) -> list[Attachment]:
    """Those of the message written last."""
    message = casework.messages_of(tx, case.id or 0)[-1]
    return list(casework.files_of(tx, case.id or 0, message.id))


def of_new(
    tx: Transaction,
    case: Case,
    unit: Unit,
    at: datetime,
    key: str,
    values: dict[str, Any],
    *,
    but: int | None = None,
) -> None:
    """Everything an officer needs to act on, and nothing about who sent it. Of a supervisory
    case only that it is there."""
    crew = notices.crew(tx, case, unit, at)
    if case.supervisory and not crew:
        inspectors.call(tx, at)
    told = {
        "unit": unit.name,
        "category": text(f"category-{case.category}"),
        "said": case.text,
        "where": _place(case),
        "answer_due": when(case.first_answer_due, unit.zone),
        "resolution_due": when(case.resolution_due, unit.zone),
    }
    notices.tell_officers(
        tx,
        crew,
        case,
        key,
        at,
        told | values,
        buttons=[*officer_buttons(State(case.state), held=False), ["case"]],
        files=casework.files_of(tx, case.id or 0),
        with_place=True,
        but=but,
    )


def of_given(
    tx: Transaction,
    case: Case,
    officers: list[Officer],
    key: str,
    at: datetime,
    values: dict[str, Any],
    *,
    but: int | None = None,
) -> None:
    """The case is theirs now, or anybody's who takes it: what was written, and what still runs."""
    unit = access.unit_of(tx, case.unit_id)
    told = {
        "unit": unit.name,
        "category": text(f"category-{case.category}"),
        "said": case.text,
        "state": text(f"state-{case.state}"),
    }
    held = access.holder(tx, case, at) is not None
    notices.tell_officers(
        tx,
        officers,
        case,
        key,
        at,
        told | running_dues(tx, case, unit, at) | values,
        buttons=[*officer_buttons(State(case.state), held=held), ["case"]],
        but=but,
    )


def in_place_of(tx: Transaction, case: Case, officer: Officer, event: Event, at: datetime) -> None:
    """Somebody who leads the unit spoke in the holder's place: the holder is told."""
    holder = access.holder(tx, case, at)
    if holder is not None and holder.id != officer.id:
        what = text(f"spoken-{event.name.lower()}".replace("_", "-"))
        values = {"name": officer.name, "what": what}
        notices.tell_officers(
            tx, [holder], case, "case-in-your-place", at, values, buttons=[["case"]]
        )


def running_dues(tx: Transaction, case: Case, unit: Unit, at: datetime) -> dict[str, Any]:
    """The ends of its limits as they are now: the answer that is due next, and the resolution
    moved by the pauses."""
    clocks = queries.clocks_of(tx, case, at)
    answers = (clock for clock in clocks.running if clock.name is not ClockName.RESOLUTION)
    answer = next(answers, clocks.first_answer)
    return {
        "answer_due": when(answer.due, unit.zone),
        "resolution_due": when(clocks.resolution.due, unit.zone),
    }


def _place(case: Case) -> dict[str, Any] | str:
    if case.place:
        return case.place
    return text("complain-place-unknown" if case.latitude is None else "complain-place-point")


def of_words(tx: Transaction, case: Case, key: str, said: str, at: datetime, **values: Any) -> None:
    """The citizen wrote: the holder reads it and can act on it."""
    files = latest_files(tx, case)
    keepers(tx, case, key, at, {"said": said, **values}, files=files, act=True)


def keepers(
    tx: Transaction,
    case: Case,
    key: str,
    at: datetime,
    values: dict[str, Any],
    *,
    files: list[Attachment] | None = None,
    act: bool = False,
    but: int | None = None,
) -> None:
    """Tell who holds the case; when nobody does, the unit's officers."""
    holder = access.holder(tx, case, at)
    unit = access.unit_of(tx, case.unit_id)
    told = [holder] if holder else notices.crew(tx, case, unit, at)
    buttons = officer_buttons(State(case.state), held=holder is not None) if act else []
    notices.tell_officers(
        tx, told, case, key, at, values, buttons=[*buttons, ["case"]], files=files or (), but=but
    )


def crew_of(tx: Transaction, case_id: int, at: datetime) -> list[Officer]:
    """Whom to tell that a message about the case could not be delivered."""
    case = tx.session.get_one(Case, case_id)
    return notices.crew(tx, case, access.unit_of(tx, case.unit_id), at)
