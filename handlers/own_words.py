"""What an officer says of the own period, reached from `/kinerja`."""

from __future__ import annotations

import nlp
from handlers.message import Button, Text, button
from handlers.period_words import period_text
from handlers.turn import Turn, step
from models.appraisal import terms
from models.appraisal.evidence import own_words, trail
from models.appraisal.terms_tables import AppraisalPeriod


def begin(turn: Turn) -> None:
    """The button `own-words:<period>`: shows what stands there, and asks for the words."""
    own_words.writing(turn.tx, turn.person_id, turn.integer(0), turn.at)
    turn.finish()
    turn.ask("own-words", period=turn.integer(0))


def _ask(turn: Turn) -> None:
    period = terms.period(turn.tx, turn.data["period"])
    officer_id = own_words.writing(turn.tx, turn.person_id, period.id or 0, turn.at)
    before = own_words.of(turn.tx, officer_id, period.id or 0)
    turn.say(
        "own-words-ask-again" if before else "own-words-ask",
        edit=True,
        period=period_text(period),
        before=before,
        least=own_words.LEAST,
        most=own_words.MOST,
        buttons=[[_back(turn, period)]],
    )


def _take(turn: Turn) -> None:
    period = terms.period(turn.tx, turn.data["period"])
    written = nlp.mask(own_words.words(turn.input.text)).text[: own_words.MOST]
    own_words.write(turn.tx, turn.person_id, period.id or 0, written, turn.at)
    turn.finish()
    told = period_text(period)
    turn.say("own-words-kept", period=told, words=written, buttons=[[_back(turn, period)]])


def _back(turn: Turn, period: AppraisalPeriod) -> Button:
    officer = trail.own(turn.tx, turn.person_id, turn.at)
    return button(Text("button-record-back"), "record", officer.id, trail.code(period))


WORDS = step(_ask, _take, buttons=False)
