"""Visits to the counters of the town: begun and ended by officers, or told of by a machine or a
table; their codes scanned, and rated by who was served."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.sandbox import town_opinions
from bot.sandbox.town_agenda import Agenda
from bot.sandbox.town_counters import COUNTERS
from bot.sandbox.town_opinions import Opinion
from bot.sandbox.town_places import STAFF, UnitSpec
from bot.sandbox.town_surveys import Surveys
from models import leaves, offices
from models.people import Person, Role
from models.ratings import operations as ratings
from models.ratings.tables import Asked
from models.visits import operations as visits
from models.visits import scans
from models.visits.operations import Fact
from models.visits.tables import Outcome, Source, Visit

if TYPE_CHECKING:
    from bot.sandbox.town import Town

SCANNED = timedelta(minutes=1)  # after the visit: the code is still on the officer's screen
TAPPED = timedelta(minutes=2)
TOLD = timedelta(minutes=2)  # after its end a machine or a clerk has told of a visit


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who scans the code of a visit. `rates`: or leaves it at that."""

    who: str  # key of a person of the town
    rates: bool = True
    opinion: Opinion | None = None  # None: as it comes
    surveyed: int | None = None  # answers of the questionnaire; None: as it comes


@dataclass(frozen=True, slots=True)
class Plan:
    """A visit as it will be."""

    unit: UnitSpec
    service: str
    counter: str
    started: datetime
    ended: datetime
    outcome: Outcome = Outcome.DONE
    queued: datetime | None = None
    paused: tuple[datetime, datetime] | None = None
    left: bool = False  # the papers never come: it pauses, and nobody ends it
    guest: Guest | None = None


class Visits:
    """Lets planned visits happen."""

    def __init__(self, town: Town, agenda: Agenda, surveys: Surveys) -> None:
        self.town = town
        self.tx = town.tx
        self.agenda = agenda
        self.surveys = surveys
        self.draw = random.Random(20_27)
        self.services = {
            (key, service.name): service.id or 0
            for key in COUNTERS
            for service in offices.services(town.tx, town.unit_id(key))
        }
        self.officers = {place: who.key for who in STAFF for place in who.serves}

    def plan(self, visit: Plan) -> None:
        source = COUNTERS[visit.unit.key].source
        if source is Source.CHAT:
            self.agenda.add(visit.started, lambda: self._start(visit))
        else:
            at = visit.ended + TOLD
            self.agenda.add(at, lambda: self._told(visit, source, at))

    # in the chat

    def _start(self, visit: Plan) -> None:
        officer = self.officers[visit.unit.key, visit.counter]
        officer_id, by = self.town.officers[officer], self.town.persons[officer]
        if officer_id in leaves.away(self.tx, visit.started):
            return
        service_id = self.services[visit.unit.key, visit.service]
        counter_id = self.town.counters[visit.unit.key, visit.counter]
        begun = visits.start(self.tx, officer_id, service_id, counter_id, visit.started, by)
        visit_id = begun.id or 0
        if visit.paused is not None:
            since, until = visit.paused
            self.agenda.add(since, lambda: visits.pause(self.tx, visit_id, since, by))
            if visit.left:
                return
            self.agenda.add(until, lambda: visits.resume(self.tx, visit_id, until, by))
        self.agenda.add(visit.ended, lambda: self._finish(visit, visit_id, by))

    def _finish(self, visit: Plan, visit_id: int, by: int) -> None:
        if self.tx.session.get_one(Visit, visit_id).ended_at is not None:
            return  # it was forgotten so long that the clock has closed it
        ended = visits.finish(self.tx, visit_id, visit.outcome, visit.ended, by)
        self._come(visit, ended, visit.ended)

    # told of by a machine, or by a table

    def _told(self, visit: Plan, source: Source, at: datetime) -> None:
        numbered = source is Source.API
        by = None if numbered else self.town.persons[self.town.led_by(Role.HEAD, visit.unit.key)]
        fact = Fact(
            unit_id=self.town.unit_id(visit.unit.key),
            service_id=self.services[visit.unit.key, visit.service],
            started_at=visit.started,
            ended_at=visit.ended,
            outcome=visit.outcome,
            external=f"{visit.started:%Y%m%d-%H%M%S}-{visit.counter[0]}" if numbered else None,
            counter_id=self.town.counters[visit.unit.key, visit.counter],
            queued_at=visit.queued,
            pauses=() if visit.paused is None else (visit.paused,),
        )
        self._come(visit, visits.record(self.tx, fact, source, at, by), at)

    # the citizen

    def _come(self, visit: Plan, ended: Visit, at: datetime) -> None:
        """Scan the code, and rate."""
        guest = visit.guest
        if guest is None:
            return
        visit_id, code = ended.id or 0, scans.token(ended, self.town.key, at)
        self.agenda.add(at + SCANNED, lambda: self._scan(guest.who, code, at + SCANNED))
        if guest.rates:
            tapped = at + TAPPED
            thought = guest.opinion or town_opinions.drawn(
                self.town, self.draw, visit.unit, tapped, ended.within
            )
            self.agenda.add(tapped, lambda: self._rate(visit, visit_id, guest, thought, tapped))

    def _scan(self, who: str, code: str, at: datetime) -> None:
        person_id = self.town.citizen(who, at)
        scans.scan(self.tx, self.town.key, code, person_id, at)

    def _rate(
        self, visit: Plan, visit_id: int, guest: Guest, opinion: Opinion, at: datetime
    ) -> None:
        person_id = self.town.citizen(guest.who, at)
        rater = self.tx.session.get_one(Person, person_id).pseudonym
        unit_id = self.town.unit_id(visit.unit.key)
        given = ratings.give(
            self.tx,
            rater,
            unit_id,
            opinion.score,
            at,
            asked=Asked.VISIT.value,
            visit_id=visit_id,
            actor_id=person_id,
        )
        town_opinions.told(self.town, rater, person_id, unit_id, given, opinion, at)
        self.surveys.after(visit.unit, given.rating_id, rater, opinion.score, at, guest.surveyed)
