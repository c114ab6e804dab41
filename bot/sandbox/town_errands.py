"""Visits of those whose chats the page shows: one waits to be rated, one questionnaire to be
finished."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.sandbox.town_opinions import Opinion
from bot.sandbox.town_places import UNITS
from bot.sandbox.town_visits import Guest, Plan, Visits
from models import offices
from models.ratings import invitations
from models.ratings.ikm import ELEMENTS
from models.worktime import advance

if TYPE_CHECKING:
    from bot.sandbox.town import Town
    from bot.sandbox.town_agenda import Agenda

AGREED = "mega"
ALL = len(ELEMENTS)


@dataclass(frozen=True, slots=True)
class Errand:
    """`ago`: working days; `minutes`: of open time."""

    unit: str
    service: str
    counter: str
    ago: int
    minutes: int
    guest: Guest


ERRANDS = (
    Errand(
        "ktp", "Perekaman KTP-el", "Loket 1", 2, 11,
        Guest("rudi", opinion=Opinion(3, "Tinggal foto dan sidik jari, sebentar saja"), surveyed=4),
    ),
    Errand("puskesmas", "Pemeriksaan umum", "Pendaftaran", 1, 55, Guest("mega", rates=False)),
    Errand(
        "gerai", "Aktivasi identitas digital", "Meja 1", 9, 8,
        Guest("darma", opinion=Opinion(4), surveyed=ALL),
    ),
    Errand(
        "izin", "Sertifikat laik sehat rumah makan", "Meja Izin", 14, 3600,
        Guest("emily", opinion=Opinion(4, "Every document was explained twice"), surveyed=ALL),
    ),
)  # fmt: skip


def plan(town: Town, agenda: Agenda, visits: Visits) -> None:
    agreed = town.begin + timedelta(days=8)
    agenda.add(agreed, lambda: invitations.agree(town.tx, town.persons[AGREED], True, agreed))
    for errand in ERRANDS:
        visits.plan(_visit(town, errand))


def _visit(town: Town, errand: Errand) -> Plan:
    spec = next(spec for spec in UNITS if spec.key == errand.unit)
    calendar = offices.calendar_of(town.tx, town.units[errand.unit])
    day, left = calendar.day_of(town.now), errand.ago
    while left:
        day -= timedelta(days=1)
        left -= bool(calendar.spans(day))
    started = calendar.spans(day)[0][0] + timedelta(minutes=95)
    return Plan(
        spec,
        errand.service,
        errand.counter,
        started,
        advance(calendar, started, timedelta(minutes=errand.minutes)),
        queued=_number_taken(errand, started),
        guest=errand.guest,
    )


def _number_taken(errand: Errand, started: datetime) -> datetime | None:
    return started - timedelta(minutes=25) if errand.unit == "puskesmas" else None
