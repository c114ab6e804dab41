"""Ratings are given, changed, withdrawn, excluded and taken back in, in any order.

Then the sums are those made anew from the rows; received = counted + excluded + withdrawn; and
every instant's figures, asked for again at the end, are those that were told then.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

import sqlmodel
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select
from sqlmodel import col

from models.database import Transaction, table, writing_engine
from models.errors import Refused
from models.offices import Office, Service, Unit
from models.people import Person
from models.ratings import corrections, operations, queries, sums
from models.ratings.sums import ALL, ASKED, Received
from models.ratings.tables import SCORES, Asked, Rating, RatingSum, Standing
from models.visits.tables import Source, Visit, VisitGuest
from tests.scale import scaled

START = datetime(2026, 11, 16, 9, tzinfo=ZoneInfo("Asia/Jakarta"))
LONG_BEFORE, LONG_AFTER = START - timedelta(days=30), START + timedelta(days=400)
RATERS = ("ani", "budi", "citra")
ZONES = ("Asia/Jakarta", "Asia/Jayapura")
VISITS = 4

raters = st.sampled_from(RATERS)
scores = st.sampled_from(SCORES)
places = st.integers(0, 30)


class AnySequence(RuleBasedStateMachine):
    template: ClassVar[Path]
    folder: ClassVar[Path]
    runs: ClassVar[int] = 0

    @initialize()
    def furnish(self) -> None:
        AnySequence.runs += 1
        file = self.folder / f"{self.runs}.db"
        shutil.copy(self.template, file)
        self.engine = writing_engine(f"sqlite:///{file}")
        self.connection = self.engine.connect()
        self.connection.begin()
        self.tx = Transaction(self.connection)
        self.at = START
        self.told: list[tuple[datetime, Received, Counter[tuple[str, int]]]] = []
        office = self._put(Office(name="Dukcapil"))
        self.units = [self._put(Unit(office_id=office, name=zone, zone=zone)) for zone in ZONES]
        service = self._put(Service(unit_id=self.units[0], name="KTP"))
        self.people = {
            name: self._put(Person(telegram_id=n, pseudonym=name, created_at=START))
            for n, name in enumerate(RATERS)
        }
        self.visits = [self._visit(service) for _ in range(VISITS)]

    def teardown(self) -> None:
        if hasattr(self, "connection"):
            self._as_told()
            self.tx.close()
            self.connection.close()
            self.engine.dispose()

    @rule(rater=raters, unit=st.sampled_from((0, 1)), score=scores)
    def rate(self, rater: str, unit: int, score: int) -> None:
        self._try(
            lambda: operations.give(
                self.tx, rater, self.units[unit], score, self.at, asked=Asked.SEARCH
            )
        )

    @rule(rater=raters, visit=st.integers(0, VISITS - 1), score=scores)
    def rate_a_visit(self, rater: str, visit: int, score: int) -> None:
        self._try(
            lambda: operations.give(
                self.tx,
                rater,
                self.units[0],
                score,
                self.at,
                asked=Asked.VISIT,
                visit_id=self.visits[visit],
                actor_id=self.people[rater],
            )
        )

    @rule(place=places, score=scores)
    def change(self, place: int, score: int) -> None:
        found = self._one(place)
        if found:
            self._try(
                lambda: operations.rerate(self.tx, found.rater, found.id or 0, score, self.at, None)
            )

    @rule(place=places)
    def withdraw(self, place: int) -> None:
        found = self._one(place)
        if found:
            corrections.withdraw(self.tx, found.rater, found.id or 0, self.at, None)

    @rule(place=places)
    def exclude(self, place: int) -> None:
        found = self._one(place)
        if found:
            corrections.exclude(self.tx, found.id or 0, self.at, None, "burst")

    @rule(place=places)
    def restore(self, place: int) -> None:
        found = self._one(place)
        if found:
            corrections.restore(self.tx, found.id or 0, self.at, None, "mistaken")

    @rule(minutes=st.sampled_from((1, 90, 60 * 14, 60 * 24 * 3)))
    def wait(self, minutes: int) -> None:
        self.at += timedelta(minutes=minutes)
        self.told.append((self.at, *self._figures(self.at)))

    @invariant()
    def the_sums_are_those_of_the_rows(self) -> None:
        if hasattr(self, "tx"):
            kept = self._sums()
            sums.rebuild(self.tx)
            assert self._sums() == kept

    @invariant()
    def what_was_received_is_counted_excluded_or_withdrawn(self) -> None:
        if hasattr(self, "tx"):
            self.tx.session.flush()
            rows = self.tx.execute(select(table(Rating))).all()
            found = sums.received(self.tx, None, LONG_BEFORE.date(), LONG_AFTER.date())
            assert found.received == len(rows)
            assert found.counted == sum(row.standing == Standing.COUNTED for row in rows)
            slices = sums.by_slice(self.tx, None, LONG_BEFORE.date(), LONG_AFTER.date())
            parts = [slices[name] for name in ASKED if name in slices]
            assert sums.total(parts) == slices.get(ALL, Received((0, 0, 0, 0)))

    def _as_told(self) -> None:
        """Whatever was changed since, the past is told as it was told then."""
        for at, received, cells in self.told:
            assert self._figures(at) == (received, cells)
        edges = [LONG_BEFORE, *(at for at, _, _ in self.told)]
        apart = [queries.received_between(self.tx, *span, None) for span in pairwise(edges)]
        assert queries.received_in_each(self.tx, edges, None) == apart

    def _figures(self, at: datetime) -> tuple[Received, Counter[tuple[str, int]]]:
        received = queries.received_between(self.tx, LONG_BEFORE, at, None)
        cells = queries.rated_between(self.tx, LONG_BEFORE, at, None)
        assert queries.counts(cells) == received.counts
        numbers = Counter[tuple[str, int]]()
        for cell in cells:
            numbers[cell.asked, cell.score] += cell.n
        return received, numbers

    def _one(self, place: int) -> Rating | None:
        rows = self.tx.session.exec(sqlmodel.select(Rating).order_by(col(Rating.id))).all()
        return rows[place % len(rows)] if rows else None

    def _sums(self) -> dict[tuple[object, ...], tuple[int, ...]]:
        """Those that hold something; a sum of nothing is as good as none."""
        self.tx.session.flush()
        found = {
            (row.slice, row.unit_id, row.day): tuple(getattr(row, n) for n in sums.COUNTED_AS)
            for row in self.tx.execute(select(table(RatingSum)))
        }
        return {key: numbers for key, numbers in found.items() if any(numbers)}

    def _try(self, act: Callable[[], object]) -> None:
        """What is refused leaves nothing behind."""
        try:
            with self.tx.savepoint():
                act()
        except Refused:
            pass

    def _visit(self, service: int) -> int:
        unit = self.units[0]
        seen = {"source": Source.CHAT, "day": START.date(), "started_at": START}
        visit = self._put(Visit(unit_id=unit, service_id=service, **seen))
        for person in self.people.values():
            self.tx.session.add(VisitGuest(visit_id=visit, person_id=person, at=START))
        return visit

    def _put(self, row: Office | Unit | Service | Person | Visit) -> int:
        self.tx.session.add(row)
        self.tx.session.flush()
        return row.id or 0


def test_whatever_happens_to_ratings(sqlite_template: Path, tmp_path: Path) -> None:
    machine: Any = type(
        "Ratings", (AnySequence,), {"template": sqlite_template, "folder": tmp_path}
    )
    machine.TestCase.settings = settings(
        max_examples=scaled(40, 20),
        stateful_step_count=30,
        deadline=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    machine.TestCase("runTest").debug()
