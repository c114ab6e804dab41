"""The publication of the index: one A4 page, as PDF and as picture, for the wall of the unit.

PermenPANRB 14/2017 wants the result published where people see it: the index and its quality, the
service, respondents by sex and education, the time of the survey, thanks.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from handlers import offices
from handlers.files import MadeFile, file_name
from handlers.links import deep_link, public_page
from handlers.message import Button, File, Text, button
from handlers.turn import Turn
from models import offices as places
from models.database import Transaction
from models.errors import Refused
from models.people import Role
from models.ratings.periods import Period
from models.reports import skm
from models.statistics import MINIMUM

WHO = (Role.HEAD, Role.ADMIN)


def entrance(unit_id: int, period: Period) -> Button:
    """The way here from the report of a unit and period."""
    return button(Text("button-skm-poster"), "skm-poster", unit_id, period.code)


def make(turn: Turn) -> None:
    """`skm-poster:<unit>:<period>`: both files; refused as long as there is no index."""
    unit = offices.my_unit(turn, turn.integer(0), *WHO)
    try:
        period = Period.of(turn.arguments[1])
    except ValueError:
        raise Refused("not-for-you") from None
    if skm.report(turn.tx, unit.id or 0, period, turn.at).index is None:
        raise Refused("skm-poster-few", least=MINIMUM)
    arguments = {
        "unit": unit.id,
        "period": period.code,
        "at": turn.at.isoformat(),
        "link": _link(turn, unit.id or 0),
    }
    back = [button(Text("button-skm-report"), "skm", unit.id, period.code)]
    values: dict[str, Any] = {"unit": unit.name, "period": Text(*period.label)}
    turn.say("skm-poster-pdf", **values, file=File("skm-poster-pdf", arguments))
    turn.say("skm-poster-png", **values, file=File("skm-poster-png", arguments), buttons=[back])


def _link(turn: Turn, unit_id: int) -> str:
    """The unit's public page, or, where there is none, the bot."""
    if turn.public_url:
        return public_page(turn.public_url, unit_id, "id")
    return deep_link(turn.bot_name, f"u{unit_id}")


def make_pdf(tx: Transaction, _language: str, arguments: dict[str, Any]) -> MadeFile:
    """For printing: sharp at any size."""
    return _made(tx, arguments, "pdf")


def make_png(tx: Transaction, _language: str, arguments: dict[str, Any]) -> MadeFile:
    """For screens and messages: 1,653 by 2,338 pixels."""
    return _made(tx, arguments, "png")


def _made(tx: Transaction, arguments: dict[str, Any], ending: str) -> MadeFile:
    from handlers.skm_poster_page import draw  # matplotlib takes a second: only when one is wanted

    period, at = Period.of(arguments["period"]), datetime.fromisoformat(arguments["at"])
    report = skm.report(tx, arguments["unit"], period, at)
    services = [one.name for one in places.services(tx, arguments["unit"])]
    sheet = draw(report, services, arguments["link"])
    title = f"IKM {report.unit}, {period.code}"
    content = sheet.pdf(title) if ending == "pdf" else sheet.png()
    return MadeFile(file_name("ikm", report.unit, period.code, ending=ending), content)
