"""Visits told of by their number: once begun, and again when over; or once as a whole.

A queue system that sends the beginning can print the code on the slip before the visit ends. While
a visit goes on, what is told later replaces what was told before; once it has ended, only the very
same can be told again, which changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import select

from models import journal, offices, people
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.offices import Counter, Office, Service, Unit
from models.visits import ending, recording
from models.visits.reading import Break, Draft, WrongField, check
from models.visits.recording import MANAGING, OLDEST, Fact
from models.visits.tables import Outcome, Source, Visit, VisitPause

Named = TypeVar("Named", Service, Counter)


class Effect(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    KNOWN = "known"  # nothing new


@dataclass(frozen=True, slots=True)
class Places:
    """A unit with its open services and counters, by name in lower case and by id.

    Held for as long as a batch lasts: what somebody holds, the session need not load again.
    """

    unit: Unit
    office: Office
    services: dict[str | int, Service]
    counters: dict[str | int, Counter]


@dataclass(frozen=True, slots=True)
class Where:
    service_id: int
    counter_id: int | None


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells: by None is a queue system whose key is the unit's."""

    unit_id: int
    source: Source
    at: datetime
    by: int | None = None


def tell(tx: Transaction, teller: Teller, draft: Draft) -> tuple[Visit, Effect]:
    """Enter what is told of a visit. Refuses with the field that is to blame, if one is."""
    _require_leave(tx, teller)
    check(draft, teller.at)
    _refuse_old(draft, teller.at)
    where = _where(tx, teller, draft)
    visit = _locked(tx, teller.unit_id, draft.number)
    if visit is None and draft.ended_at is None:
        visit = _begin(tx, teller, draft, where)
        if visit is not None:
            return visit, Effect.ADDED
        visit = _locked(tx, teller.unit_id, draft.number)  # another process was faster
    if visit is not None and visit.ended_at is None:
        return visit, _go_on(tx, teller, visit, draft, where)
    return _whole(tx, teller, draft, visit, where)


def _refuse_old(draft: Draft, at: datetime) -> None:
    for field in ("started_at", "queued_at"):
        instant = getattr(draft, field)
        if instant is not None and instant < at - OLDEST:
            raise WrongField(field, "visit-too-old", days=OLDEST.days)


def places_of(tx: Transaction, unit_id: int) -> Places:
    """Read once in a piece of work."""

    def read() -> Places:
        unit = offices.unit(tx, unit_id)
        return Places(
            unit,
            tx.session.get_one(Office, unit.office_id),
            {name: one for one in offices.services(tx, unit_id) for name in _names(one)},
            {name: one for one in offices.counters(tx, unit_id) for name in _names(one)},
        )

    return tx.once(("places of visits", unit_id), read)


def _where(tx: Transaction, teller: Teller, draft: Draft) -> Where:
    places = places_of(tx, teller.unit_id)
    service = _place(places.services, "service", draft.service)
    if draft.counter is None:
        return Where(service.id or 0, None)
    return Where(service.id or 0, _place(places.counters, "counter", draft.counter).id)


def _names(one: Service | Counter) -> tuple[str | int, ...]:
    return _plain(one.name), one.id or 0


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _place(known: dict[str | int, Named], field: str, told: str | int) -> Named:
    """By name whatever the case, else by id, also one written as text."""
    found = known.get(_plain(told) if isinstance(told, str) else told)
    if found is None and isinstance(told, str) and told.isascii() and told.isdigit():
        found = known.get(int(told[:18]))
    if found is None:
        shown = "".join(sign for sign in str(told)[:60] if sign.isprintable())
        raise WrongField(field, f"visit-{field}-unknown", name=shown)
    return found


def _require_leave(tx: Transaction, teller: Teller) -> None:
    if teller.by is None:
        return
    unit = offices.unit(tx, teller.unit_id)
    authority = people.known_authority(tx, teller.by, teller.at)
    if not any(authority.over_unit(role, unit.id or 0, unit.office_id) for role in MANAGING):
        raise Refused("not-for-you")


def _locked(tx: Transaction, unit_id: int, number: str) -> Visit | None:
    return tx.session.exec(
        select(Visit)
        .where(Visit.unit_id == unit_id, Visit.external == number)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).first()


# --- as a whole


def _whole(
    tx: Transaction,
    teller: Teller,
    draft: Draft,
    visit: Visit | None,
    where: Where,
) -> tuple[Visit, Effect]:
    """A visit that is over. Its beginning told once more, late, is nothing new."""
    if visit is not None and draft.ended_at is None and visit.started_at == draft.started_at:
        return visit, Effect.KNOWN
    if draft.ended_at is None:
        raise WrongField("number", "visit-external-differs", external=draft.number)
    fact = Fact(
        teller.unit_id,
        where.service_id,
        draft.started_at,
        draft.ended_at,
        draft.outcome or Outcome.DONE,
        draft.number,
        where.counter_id,
        draft.queued_at,
        tuple((pause.start, pause.end or draft.ended_at) for pause in draft.pauses),
    )
    stored = recording.record(tx, fact, teller.source, teller.at, teller.by)
    return stored, Effect.ADDED if visit is None else Effect.KNOWN


# --- while it goes on

_visits = table(Visit)


def _begin(tx: Transaction, teller: Teller, draft: Draft, where: Where) -> Visit | None:
    """The visit as it begins; None: there is one with this number by now."""
    unit = offices.unit(tx, teller.unit_id)
    values = {
        "unit_id": teller.unit_id,
        "source": teller.source.value,
        "external": draft.number,
        "promised": "",
    } | _now(tx, unit, draft, where)
    row = tx.execute(
        insert(_visits).values(values).on_conflict_do_nothing().returning(_visits.c.id)
    ).first()
    if row is None:
        return None
    visit = tx.session.get_one(Visit, row.id)
    _set_pauses(tx, visit, draft)
    _enter(
        tx, Kind.VISIT_STARTED, teller, visit, service=where.service_id, counter=where.counter_id
    )
    return visit


def _now(tx: Transaction, unit: Unit, draft: Draft, where: Where) -> dict[str, object]:
    """The columns that follow what is told."""
    at, counter_id = draft.started_at, where.counter_id
    return {
        "service_id": where.service_id,
        "counter_id": counter_id,
        "officer_id": offices.serving(tx, counter_id, at) if counter_id is not None else None,
        "day": at.astimezone(ZoneInfo(unit.zone)).date(),
        "queued_at": draft.queued_at,
        "started_at": at,
    }


def _go_on(tx: Transaction, teller: Teller, visit: Visit, draft: Draft, where: Where) -> Effect:
    """What is told of a visit that goes on replaces what was told before; it may end it."""
    unit = offices.unit(tx, teller.unit_id)
    changed = False
    for name, value in _now(tx, unit, draft, where).items():
        if getattr(visit, name) != value:
            setattr(visit, name, value)
            changed = True
    changed = _set_pauses(tx, visit, draft) or changed
    tx.session.add(visit)
    if draft.ended_at is not None:
        outcome = draft.outcome or Outcome.DONE
        ending.end(tx, visit, outcome, draft.ended_at)
        _enter(tx, Kind.VISIT_ENDED, teller, visit, outcome=outcome.value)
        return Effect.CHANGED
    if changed:
        _enter(
            tx,
            Kind.VISIT_STARTED,
            teller,
            visit,
            service=where.service_id,
            counter=where.counter_id,
        )
    return Effect.CHANGED if changed else Effect.KNOWN


def _set_pauses(tx: Transaction, visit: Visit, draft: Draft) -> bool:
    """Keep the pauses that are told in the place of those there were; says if they differ."""
    before = ending.pauses(tx, visit)
    if tuple(Break(one.from_at, one.until_at) for one in before) == draft.pauses:
        return False
    for one in before:
        tx.session.delete(one)
    tx.session.add_all(
        VisitPause(visit_id=visit.id or 0, from_at=pause.start, until_at=pause.end)
        for pause in draft.pauses
    )
    return True


def _enter(tx: Transaction, kind: Kind, teller: Teller, visit: Visit, **codes: Any) -> None:
    journal.write(
        tx,
        kind,
        teller.at,
        actor_id=teller.by,
        unit_id=teller.unit_id,
        visit=visit.id,
        source=teller.source.value,
        **codes,
    )
