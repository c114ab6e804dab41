"""Ratings of the town that somebody should look at: a crowd at a poster, friends in turns, one
sentence by three people, a rating the officer doubts; and one taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlmodel import col, select

from bot.sandbox.town_opinions import Opinion
from bot.sandbox.town_places import DUKCAPIL, FRIENDS, UNITS, VISITORS
from bot.sandbox.town_visits import Guest, Plan, Visits
from models import offices, people
from models.people import Role
from models.ratings import corrections, flags
from models.ratings.patterns import Reason
from models.ratings.tables import RatingFlag
from models.worktime import Calendar

if TYPE_CHECKING:
    from bot.sandbox.town import Town
    from bot.sandbox.town_agenda import Agenda

Poster = Callable[[str, str, Opinion, datetime], int]
"""Rates by the poster of the first counter of a unit: unit, rater, opinion, instant; the id."""

SPECS = {spec.key: spec for spec in UNITS}
STRANGERS = 50_000  # raters from here on rate nothing else
CROWD, EACH = 18, timedelta(seconds=65)  # so many, one after the other
SENTENCE = "Kader posyandu lansia Melur diarahkan langsung ke poli tanpa nomor antrean lagi"
ERRANDS, LAST_ERRAND, REST = 4, 3, 4
"""So many visits of each friend, the last of them so many working days ago, so many between two."""
QUEUEING = timedelta(minutes=15)
NOTICED = timedelta(minutes=4)
"""After the last of them the clock has seen the pattern."""

CROWD_WHY = "Delapan belas nilai dalam 20 menit, padahal meja itu baru melayani dua orang pagi itu."
CROWD_AGREED = "Sudah ditanyakan: kode di poster dibagikan di grup arisan, mereka tidak dilayani."
KEPT_BECAUSE = "Rombongan posyandu memang datang hari itu; kadernya membantu mereka menulis."
TURNS_WHY = "Empat orang yang sama bergantian datang setiap minggu untuk legalisasi satu lembar."
NEIGHBOUR = "Loket sebelah tutup setengah jam, tidak ada yang memberi tahu"
DOUBT = "Warga ini menulis tentang loket sebelah; kunjungannya sendiri saya layani lima menit."


class Doubts:
    """Lets the patterns happen, be seen, and be decided about."""

    def __init__(self, town: Town, agenda: Agenda, visits: Visits, poster: Poster) -> None:
        self.town = town
        self.tx = town.tx
        self.agenda = agenda
        self.visits = visits
        self.poster = poster

    def plan(self) -> None:
        self._crowd(self._morning("gerai", 12))
        self._sentence(self._morning("puskesmas", 8))
        self._friends()
        self._neighbour(self._morning("ktp", 3))
        self._taken_back(self._morning("ktp", 6))

    # a crowd: two people leave it out

    def _crowd(self, at: datetime) -> None:
        for number in range(CROWD):
            self._by_poster("gerai", number, Opinion(4), at + number * EACH)
        seen = self._look(at + CROWD * EACH + NOTICED)
        what, whole = ("gerai", Reason.BURST), {"whole": True}
        head, admin = self._person(Role.HEAD, DUKCAPIL), self._person(Role.ADMIN, "")
        at, later = seen + timedelta(hours=2), seen + timedelta(hours=26)
        self._act(at, *what, lambda one: flags.propose(self.tx, one, head, CROWD_WHY, at, **whole))
        self._act(
            later,
            *what,
            lambda one: flags.decide(self.tx, one, admin, True, CROWD_AGREED, later, **whole),
        )

    # the same words: one person keeps them

    def _sentence(self, at: datetime) -> None:
        for number, score in enumerate((4, 4, 3)):
            said = Opinion(score, SENTENCE)
            self._by_poster("puskesmas", 100 + number, said, at + timedelta(minutes=9 * number))
        kept = self._look(at + timedelta(minutes=30)) + timedelta(hours=1)
        by = self._person(Role.HEAD, "puskesmas")
        self._act(
            kept,
            "puskesmas",
            Reason.SAME_WORDS,
            lambda one: flags.keep(self.tx, one, by, KEPT_BECAUSE, kept, whole=True),
        )

    # friends of an officer: proposed, and waiting for the second person

    def _friends(self) -> None:
        """Each week all of them, one after the other, to the same counter."""
        for errand in range(ERRANDS):
            begun = self._morning("akta", LAST_ERRAND + errand * REST)
            for friend in range(FRIENDS):
                self._errand(friend, begun + friend * QUEUEING)
        last = self._morning("akta", LAST_ERRAND) + FRIENDS * QUEUEING
        at = self._look(last) + timedelta(hours=3)
        by = self._person(Role.HEAD, "akta")
        self._act(
            at,
            "akta",
            Reason.IN_TURNS,
            lambda one: flags.propose(self.tx, one, by, TURNS_WHY, at, whole=True),
        )

    def _errand(self, friend: int, at: datetime) -> None:
        self.visits.plan(
            Plan(
                SPECS["akta"],
                "Legalisasi kutipan akta",
                "Loket 3",
                at,
                at + timedelta(minutes=6 + friend),
                guest=Guest(f"visitor{VISITORS + friend}", opinion=Opinion(4), surveyed=0),
            )
        )

    # doubted by hand, and not decided yet

    def _neighbour(self, at: datetime) -> None:
        given: list[int] = []
        self.agenda.add(
            at, lambda: given.append(self._rated("ktp", 200, Opinion(1, NEIGHBOUR), at))
        )
        doubted, officer = at + timedelta(hours=2), self.town.persons["sari"]
        self.agenda.add(
            doubted, lambda: flags.raise_by_hand(self.tx, given[0], officer, DOUBT, doubted)
        )

    # taken back by the citizen

    def _taken_back(self, at: datetime) -> None:
        given: list[int] = []
        self.agenda.add(at, lambda: given.append(self._rated("ktp", 300, Opinion(2), at)))
        later = at + timedelta(minutes=50)
        self.agenda.add(
            later,
            lambda: corrections.withdraw(self.tx, self._rater(300), given[0], later, None),
        )

    # beneath

    def _look(self, at: datetime) -> datetime:
        """The clock looks for patterns."""
        self.agenda.add(at, lambda: flags.detect(self.tx, at))
        return at

    def _act(self, at: datetime, unit: str, reason: Reason, act: Callable[[int], object]) -> None:
        """Decide about the pattern, if it was seen: on some calendars there are too many days off
        between the ratings."""

        def decide() -> None:
            found = select(RatingFlag.id).where(
                RatingFlag.unit_id == self.town.unit_id(unit), RatingFlag.reason == reason
            )
            flag_id = self.tx.session.exec(found.order_by(col(RatingFlag.id))).first()
            if flag_id is not None:
                act(flag_id)

        self.agenda.add(at, decide)

    def _by_poster(self, unit: str, number: int, opinion: Opinion, at: datetime) -> None:
        self.agenda.add(at, lambda: self._rated(unit, number, opinion, at))

    def _rated(self, unit: str, number: int, opinion: Opinion, at: datetime) -> int:
        return self.poster(unit, self._rater(number), opinion, at)

    def _rater(self, number: int) -> str:
        return people.pseudonym(self.town.key, STRANGERS + number)

    def _person(self, role: Role, place: str) -> int:
        """Who leads there, or else the office."""
        return self.town.persons[self.town.led_by(role, place)]

    def _calendar(self, unit: str) -> Calendar:
        return offices.calendar_of(self.tx, self.town.units[unit])

    def _morning(self, unit: str, ago: int) -> datetime:
        """An hour after the first opening of so many working days ago."""
        calendar = self._calendar(unit)
        day = calendar.day_of(self.town.now)
        while ago:
            day -= timedelta(days=1)
            ago -= bool(calendar.spans(day))
        return calendar.spans(day)[0][0] + timedelta(hours=1)
