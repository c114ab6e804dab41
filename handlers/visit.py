"""The citizen scans the single-use code of a visit and rates that visit."""

from __future__ import annotations

from datetime import timedelta

from handlers import inviting, rate
from handlers.message import Text, When, button
from handlers.turn import Turn
from models.appraisal import operations as appraisal
from models.ratings import operations as ratings
from models.ratings.tables import SCORES, Asked
from models.visits import scans, tokens
from models.visits.scans import Scanned

VALID_DAYS = tokens.VALID_FOR // timedelta(days=1)


def scanned(turn: Turn, payload: str) -> None:
    """The payload `v…` of a deep link."""
    found = scans.scan(turn.tx, turn.key, payload, turn.person_id, turn.at)
    turn.finish()
    if found.rating_id is not None:
        mine = [button(Text("button-visit-my-rating"), "rated", found.rating_id)]
        turn.say("visit-rated-by-you", where=_where(found), service=found.service, buttons=[mine])
        return
    choices = [
        [button(Text(f"score-{score}"), "visit-score", found.visit_id, score)] for score in SCORES
    ]
    running = found.ended_at is None
    wait = [[button(Text("button-visit-later"), "visit-later", found.visit_id)]] if running else []
    turn.say(
        "visit-question-running" if running else "visit-question",
        where=_where(found),
        service=found.service,
        day=When(found.started_at, found.zone, "day"),
        buttons=[*choices, *wait],
    )


def score(turn: Turn) -> None:
    """`visit-score:<visit>:<score>`: stored at once; who comes second is told so."""
    chosen = turn.integer(1)
    found = scans.guest(turn.tx, turn.integer(0), turn.person_id, turn.at)
    given = ratings.give(
        turn.tx,
        turn.who.pseudonym,
        found.unit_id,
        chosen,
        turn.at,
        asked=Asked.VISIT,
        visit_id=found.visit_id,
        actor_id=turn.person_id,
    )
    if given.officer_id is not None and given.changed_from is None:
        appraisal.rated(
            turn.tx, given.rating_id, given.officer_id, found.unit_id, turn.at, given.unit_zone
        )
    rate.stored(turn, given, chosen)


def later(turn: Turn) -> None:
    """`visit-later:<visit>`: the scores stay where they are; a question may be allowed besides."""
    found = scans.guest(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.say(
        "visit-later",
        where=_where(found),
        days=VALID_DAYS,
        buttons=[*inviting.offer(turn), [button(Text("button-menu"), "menu")]],
    )


def _where(found: Scanned) -> str:
    return f"{found.unit} · {found.counter}" if found.counter else found.unit
