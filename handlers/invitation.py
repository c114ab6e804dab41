"""The question at the end of the day to somebody drawn by chance, and how many a unit draws."""

from __future__ import annotations

from typing import Any

from handlers import offices, rate
from handlers.message import Text, body, button, rows
from handlers.turn import Turn
from models.appraisal import operations as appraisal
from models.ratings import invitation_settings, invitations
from models.ratings.invitation_settings import SHARES
from models.ratings.invitations import Invited
from models.ratings.tables import SCORES


def question(invited: Invited, unit: str) -> dict[str, Any]:
    """The message: four scores in their order, each as large as the others, and the way out."""
    about = invited.candidate
    choices = [
        [button(Text(f"score-{score}"), "invited-score", invited.invitation_id, score)]
        for score in SCORES
    ]
    return body(
        "invited-visit" if about.visit_id is not None else "invited-complaint",
        {"where": unit, "service": about.service, "days": invitations.VALID_FOR.days},
        buttons=[*choices, [button(Text("button-inviting-stop"), "inviting-set", "no")]],
    )


def score(turn: Turn) -> None:
    """`invited-score:<invitation>:<score>`."""
    chosen = turn.integer(1)
    given, unit_id = invitations.answer(
        turn.tx, turn.integer(0), turn.person_id, turn.who.pseudonym, chosen, turn.at
    )
    if given.officer_id is not None and given.changed_from is None:
        appraisal.rated(
            turn.tx, given.rating_id, given.officer_id, unit_id, turn.at, given.unit_zone
        )
    rate.stored(turn, given, chosen)


# --- the share, for admins


def share(turn: Turn) -> None:
    """`invited-share:<unit>`: how many of those who may be asked are drawn."""
    unit = offices.my_unit(turn, turn.integer(0))
    now = invitation_settings.share(turn.tx, unit.id or 0)
    choices = [
        button(Text("button-invited-share", {"share": per_cent}), "invited-set", unit.id, per_cent)
        for per_cent in SHARES
        if per_cent != now
    ]
    turn.say(
        "invited-share",
        edit=True,
        unit=unit.name,
        share=now,
        rest=invitations.REST.days,
        buttons=[*rows(choices, 3), [button(Text("button-back"), "unit-admin", unit.id)]],
    )


def set_share(turn: Turn) -> None:
    """`invited-set:<unit>:<per cent>`."""
    unit_id, per_cent = turn.integer(0), turn.integer(1)
    invitation_settings.set_share(turn.tx, unit_id, per_cent, turn.at, turn.person_id)
    turn.pop_up("saved")
    share(turn)
