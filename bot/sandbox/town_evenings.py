"""The ends of the town's days: some of those who agreed are asked how it was, and most answer."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlmodel import col, select

from bot.sandbox import town_opinions
from bot.sandbox.town_agenda import Act, Agenda
from bot.sandbox.town_counters import COUNTERS
from bot.sandbox.town_places import CITIZENS, UNITS
from handlers import jobs_invite
from models import offices
from models.people import Person, Role
from models.ratings import invitation_settings, invitations
from models.ratings.tables import RatingInvitation

if TYPE_CHECKING:
    from bot.sandbox.town import Town

SINCE = timedelta(days=23)  # before today: then the units began to ask
ANSWERED = 0.6
PROMPT = timedelta(minutes=1)  # after the unit's evening
SPECS = {spec.key: spec for spec in UNITS}
SHOWN = frozenset(who.key for who in CITIZENS)
"""They answer themselves: theirs are the chats that a visitor plays."""


class Evenings:
    """Lets people be invited."""

    def __init__(self, town: Town, agenda: Agenda) -> None:
        self.town = town
        self.tx = town.tx
        self.agenda = agenda
        self.draw = random.Random(20_29)

    def plan(self) -> None:
        begun = self.town.now - SINCE
        self.agenda.add(begun, lambda: self._ask_all_who_agree(begun))
        evenings = {
            invitation_settings.evening(calendar, calendar.day_of(begun) + timedelta(days=ago))
            for key in COUNTERS
            for calendar in [offices.calendar_of(self.tx, self.town.units[key])]
            for ago in range(SINCE.days + 1)
        }
        for evening in sorted(evenings):
            self._plan(evening + PROMPT)

    def _plan(self, at: datetime) -> None:
        self.agenda.add(at, lambda: self._ask(at))

    def _ask_all_who_agree(self, at: datetime) -> None:
        """Few scan a code and do not rate: each of them is asked."""
        admin = self.town.persons[self.town.led_by(Role.ADMIN, "")]
        for key in COUNTERS:
            invitation_settings.set_share(self.tx, self.town.unit_id(key), 100, at, admin)

    def _ask(self, at: datetime) -> None:
        jobs_invite.ask(self.tx, at, key=self.town.key)
        invited = select(RatingInvitation).where(RatingInvitation.sent_at == at)
        people = {person_id: key for key, person_id in self.town.persons.items()}
        for one in self.tx.session.exec(invited.order_by(col(RatingInvitation.id))).all():
            if people[one.person_id or 0] not in SHOWN and self.draw.random() < ANSWERED:
                later = at + timedelta(minutes=self.draw.randint(4, 150))
                self.agenda.add(later, self._answer(one, later))

    def _answer(self, one: RatingInvitation, at: datetime) -> Act:
        unit = self.town.units
        spec = next(SPECS[key] for key in COUNTERS if unit[key].id == one.unit_id)
        opinion = town_opinions.drawn(self.town, self.draw, spec, at)
        person_id = one.person_id or 0
        rater = self.tx.session.get_one(Person, person_id).pseudonym

        def answer() -> None:
            given, unit_id = invitations.answer(
                self.tx, one.id or 0, person_id, rater, opinion.score, at
            )
            town_opinions.told(self.town, rater, person_id, unit_id, given, opinion, at)

        return answer
