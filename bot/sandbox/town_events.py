"""What happens in the town beside complaints: rules, templates, leave, a day off by decree."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.sandbox.town_agenda import Agenda
from bot.sandbox.town_places import DUKCAPIL, WIB
from models import days_off, leaves, offices, quiet
from models.complaints import limit_rules, recalculation, templates
from models.complaints.limits import CaseClass, Step
from models.leaves import Days
from models.quiet import Manner
from models.visits import api_keys
from models.worktime import Calendar, Duration, Unit

if TYPE_CHECKING:
    from bot.sandbox.town import Town

TEMPLATES: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "ktp": (
        "hartono",
        (
            ("KTP siap diambil", "Terima kasih sudah menunggu. KTP-el Anda ({tiket}) sudah dicetak "
             "dan dapat diambil di {unit} tanpa antre, dengan membawa bukti perekaman."),
            ("Maaf antrean panjang", "Mohon maaf atas antrean yang panjang. Hari Senin dan Kamis "
             "paling ramai; pada hari lain Anda biasanya dilayani dalam 30 menit."),
            ("Jaringan pusat terganggu", "Mohon maaf, jaringan data kependudukan dari pusat sedang "
             "terganggu. Kami kabari di sini begitu pulih, Anda tidak perlu datang dulu."),
        ),
    ),
    "puskesmas": (
        "lestari",
        (
            ("Jadwal dokter", "Jadwal dokter hari ini ditempel di pintu masuk setiap pagi. Mohon "
             "maaf bila sebelumnya tidak jelas."),
            ("Obat kosong", "Mohon maaf, obat itu sedang kosong. Kami sudah memesannya; sementara "
             "dokter dapat memberi pengganti. Tunjukkan nomor {tiket} di Apotek."),
        ),
    ),
}  # fmt: skip
"""By unit: who keeps them, and each with its name."""

AWAY, STANDS_IN, ABROAD = "hendra", "rini", "nurul"
LEFT_ALONE = "maria"
ENTERED = timedelta(days=3)  # before today: a leave is entered beforehand
AHEAD = timedelta(days=3)  # so far ahead, at least, is the day off that nobody knew of


def plan(town: Town, agenda: Agenda) -> None:
    """Put everything on the agenda."""
    settled = town.begin + timedelta(days=5)
    agenda.add(settled, lambda: _keep_templates(town, settled))
    agenda.add(settled, lambda: _set_limits(town, settled))
    agenda.add(settled, lambda: _leave_alone(town, settled))
    agenda.add(settled, lambda: _connect_the_machine(town, settled))
    entered = town.now - ENTERED
    agenda.add(entered, lambda: _plan_leaves(town, entered))
    decreed = _decreed_at(town)
    agenda.add(decreed, lambda: _decree(town, decreed))
    moved = decreed + timedelta(minutes=20)
    agenda.add(moved, lambda: _move_deadlines(town, moved))


def _keep_templates(town: Town, at: datetime) -> None:
    for unit, (keeper, texts) in TEMPLATES.items():
        for name, said in texts:
            templates.add(town.tx, town.unit_id(unit), town.persons[keeper], name, said, at)


def _set_limits(town: Town, at: datetime) -> None:
    """One unit promises more than the law: minor complaints within three working hours."""
    limit_rules.set_limit(
        town.tx,
        town.unit_id("gerai"),
        Step.RESOLUTION,
        CaseClass.MINOR,
        Duration(3, Unit.WORKING_HOURS),
        f"SK Wali Kota Sungai Rambai 500/12/{at.year}",
        at=at,
        by=town.persons["anisa"],
    )


def _leave_alone(town: Town, at: datetime) -> None:
    quiet.choose(town.tx, town.persons[LEFT_ALONE], Manner.HELD, at)


def _connect_the_machine(town: Town, at: datetime) -> None:
    """The machine that gives out numbers at the Puskesmas tells of the visits there."""
    unit_id, by = town.unit_id("puskesmas"), town.persons["anisa"]
    api_keys.make(town.tx, unit_id, "Mesin antrean", at=at, by=by)


def _plan_leaves(town: Town, at: datetime) -> None:
    """One officer is away today, and a colleague stands in; another one goes soon."""
    today = offices.calendar_of(town.tx, town.units["puskesmas"]).day_of(town.now)
    for who, stand_in, first, last in (
        (AWAY, town.officers[STANDS_IN], today - timedelta(days=1), today + timedelta(days=4)),
        (ABROAD, None, today + timedelta(days=7), today + timedelta(days=11)),
    ):
        days = Days(first, last, WIB)
        leaves.plan(town.tx, town.officers[who], days, stand_in, at, town.persons[who])


def _decreed_at(town: Town) -> datetime:
    """In the morning of the working day before today."""
    calendar = _calendar(town)
    day = calendar.day_of(town.now) - timedelta(days=1)
    while not calendar.spans(day):
        day -= timedelta(days=1)
    return calendar.spans(day)[0][0] + timedelta(hours=2)


def _decree(town: Town, at: datetime) -> None:
    """A day off comes late: running deadlines stay, until the admin moves them."""
    calendar, by = _calendar(town), town.persons["anisa"]
    day = calendar.day_of(town.now + AHEAD)
    while not calendar.spans(day):
        day += timedelta(days=1)
    office_id = town.offices[DUKCAPIL]
    decree = f"SK Wali Kota Sungai Rambai 003/887/{at.year}"
    days_off.set_own_day(
        town.tx, office_id, day, "Hari Jadi Sungai Rambai", decree, (), at=at, by=by
    )


def _move_deadlines(town: Town, at: datetime) -> None:
    by, office_id = town.persons["anisa"], town.offices[DUKCAPIL]
    for one in recalculation.proposed(town.tx, at, by=by, office_id=office_id):
        recalculation.recalculate(town.tx, one.case_id, at, by=by)


def _calendar(town: Town) -> Calendar:
    return offices.calendar_of(town.tx, town.units["ktp"])
