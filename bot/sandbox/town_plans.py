"""What the heads of the town do about low elements: one plan carried out, one still open."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.sandbox.town_paper import quarter
from models.people import Role
from models.ratings import plans
from models.ratings.survey_tables import PlanState

if TYPE_CHECKING:
    from bot.sandbox.town import Town
    from bot.sandbox.town_agenda import Agenda

MADE = timedelta(days=9)  # after the bot came
DONE = timedelta(days=8)  # before today
WAITING = (
    "Membuka Loket 2 sepanjang jam layanan dan memanggil antrean lewat nomor, supaya warga tidak "
    "menunggu lebih dari 30 menit."
)
OPENED = (
    "Loket 2 buka penuh sejak minggu ketiga; nomor antrean dipanggil lewat layar, dan waktu tunggu "
    "ditempel setiap Senin."
)
SEATS = (
    "Menambah 20 kursi di ruang tunggu anak, memperbaiki keran toilet, dan membersihkannya dua "
    "kali sehari."
)


def plan(town: Town, agenda: Agenda) -> None:
    made, done = town.begin + MADE, town.now - DONE
    ids: list[int] = []
    agenda.add(made, lambda: ids.append(_make(town, "ktp", "waktu", WAITING, "sari", 0, made)))
    agenda.add(made, lambda: _make(town, "puskesmas", "sarana", SEATS, "rini", 1, made))
    agenda.add(
        done,
        lambda: plans.close(town.tx, ids[0], PlanState.DONE, OPENED, done, town.persons["sari"]),
    )


def _make(
    town: Town, unit: str, element: str, programme: str, owner: str, later: int, at: datetime
) -> int:
    """A plan for the quarter before, due in this one or so many later."""
    head = town.persons[town.led_by(Role.HEAD, unit)]
    return plans.make(
        town.tx,
        town.unit_id(unit),
        quarter(town, unit, at).before(),
        element,
        programme,
        town.officers[owner],
        plans.quarters(town.units[unit].zone, at)[later],
        at,
        head,
    )
