"""The first page: what there is for the reader."""

from __future__ import annotations

from bot.web.pages import places
from bot.web.pages.asked import Asked, Shown
from models.appraisal import leaders
from models.appraisal.leaders import Standing
from models.database import Transaction
from models.people import Role

SHOWN_PERIODS = 6


def show(tx: Transaction, asked: Asked) -> Shown:
    officer = places.reader(tx, asked)
    officer_id = officer.id or 0
    serves = places.authority(tx, asked).holds([Role.OFFICER, Role.HEAD])
    own = places.subject(tx, asked, officer_id, [Standing.OWN]) if serves else None
    return Shown(
        "home",
        {
            "own": own,
            "year": places.local_day(own.zone, asked.at).year if own else 0,
            "periods": places.periods(tx, own, asked.at)[:SHOWN_PERIODS] if own else [],
            "led": leaders.led_by(tx, officer_id, asked.at),
            "leads": places.leads(tx, asked),
        },
    )
