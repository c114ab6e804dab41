"""What each button of the performance record carries: names of `RightsTown.ids`, joined by colons.

The ids are Sari's: her record, plan, contest, appraisal, feedback, needs, promise.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import select

from models.appraisal.deciding import operations
from models.appraisal.deciding.tables import Appraisal
from models.appraisal.matrix import Expectation
from models.appraisal.skp import dialogue
from models.database import Transaction, Work
from models.forum import questions
from tests.pages_town import LATER
from tests.rights_town import RightsTown

ARGUMENTS: Mapping[str, str] = {
    "record": "{own}:2026-Q4",
    "record-how": "{own}:2026-Q4",
    "record-team": "{leader}",
    "record-late": "{own}:{last}",
    "record-late-amend": "{own}:{last}",
    "record-one": "{own}:2026-Q4:satisfaction",
    "record-ratings": "{own}:2026-Q4",
    "record-fact": "{own}:2026-Q4:r:{rating}",
    "skp": "",
    "skp-officer": "{own}:2026",
    "skp-led": "2027",
    "skp-plan": "{plan}",
    "skp-behaviours": "{plan}",
    "skp-expect": "{plan}:0",
    "skp-history": "{plan}",
    "skp-begin": "{own}:2028:blank",
    "skp-templates-for": "{own}:2028",
    "skp-from": "{own}:2028:{template}",
    "skp-propose": "{plan}",
    "skp-agree": "{plan}",
    "skp-ask": "{plan}",
    "skp-back": "{plan}",
    "skp-version": "{agreed}",
    "skp-drop": "{plan}",
    "skp-drop-yes": "{plan}",
    "skp-result": "{plan}:{result}",
    "skp-add": "{plan}",
    "skp-text": "{plan}:{result}",
    "skp-above": "{plan}:{result}",
    "skp-block": "{plan}:{result}:additional",
    "skp-remove": "{plan}:{result}",
    "skp-remove-yes": "{plan}:{result}",
    "skp-indicator": "{plan}:{indicator}",
    "skp-indicator-add": "{plan}:{result}",
    "skp-indicator-remove": "{plan}:{indicator}",
    "skp-target": "{plan}:{indicator}",
    "skp-words": "{plan}:{indicator}",
    "skp-aspect": "{plan}:{indicator}",
    "skp-file": "{plan}",
    "skp-upload": "{plan}",
    "skp-form": "",
    "skp-report": "{agreed}:{last}",
    "skp-tell": "{reported}:{last}",
    "skp-proofs": "{report}",
    "skp-templates": "0",
    "skp-templates-of": "{office}:0",
    "skp-template": "{template}",
    "skp-template-file": "{template}",
    "skp-template-make": "{agreed}",
    "skp-template-upload": "{office}",
    "skp-template-remove": "{template}",
    "skp-template-remove-yes": "{template}",
    "feedback": "",
    "feedback-mine": "",
    "feedback-result": "{round}",
    "feedback-words": "{round}:harmonious",
    "feedback-go": "{running}",
    "feedback-begin": "{running}",
    "feedback-decline": "{running}",
    "feedback-decline-yes": "{running}",
    "feedback-to": "",
    "feedback-note": "{own}",
    "feedback-write": "{own}:praise",
    "feedback-take-back": "{note}",
    "feedback-notes": "{own}",
    "feedback-team": "",
    "feedback-of": "{own}",
    "feedback-state": "{running}",
    "feedback-all": "",
    "feedback-all-yes": "",
    "feedback-open": "{own}:{now}",
    "feedback-choice": "{running}",
    "feedback-change": "{running}",
    "own-words": "{now}",
    "contests": "",
    "contest": "{contest}",
    "contest-new": "c:{case}",
    "contest-decide": "{contest}:y",
    "appraisals": "",
    "appraisal": "{appraisal}",
    "appraisal-part": "{appraisal}:0",
    "appraisal-file": "{appraisal}:0",
    "appraisal-agree": "{appraisal}",
    "appraisal-object": "{appraisal}",
    "appraisal-confirm": "{appraisal}",
    "appraisal-context": "{appraisal}",
    "appraisal-rate": "{appraisal}",
    "appraisal-explain": "{appraisal}",
    "appraisal-decide": "{appraisal}",
    "appraisal-uphold": "{appraisal}",
    "appraisal-change": "{appraisal}",
    "appraisal-reopen": "{appraisal}",
    "appraisal-amend": "{appraisal}",
    "terms": "{office}",
    "terms-offices": "",
    "terms-kinds": "{office}",
    "terms-kind": "{office}:quarter",
    "terms-turn": "{office}:yearly",
    "terms-days": "{office}:objection_days",
    "period-new": "{office}",
    "leaders": "{office}",
    "leader": "{own}",
    "leader-set": "{own}:0",
    "organisation": "{office}",
    "organisation-of": "{office}:{last}",
    "organisation-set": "{office}:{last}:baik",
    "form-pdf": "{own}:{last}",
    "form-zip": "{own}:{last}",
    "recap-xlsx": "{last}",
    "pack": "{unit}:{last}:pdf",
    "training": "",
    "training-needs": "mine",
    "training-need": "{need}",
    "training-yes": "{need}",
    "training-no": "{need}",
    "training-led": "0",
    "training-pick": "{own}",
    "training-for": "{own}:answered_in_a_day",
    "training-events": "{office}:0",
    "training-event": "{event}",
    "training-who": "{event}:0",
    "training-add": "{event}:{own}",
    "training-came": "{event}:0",
    "training-mark": "{event}:{own}:1",
    "training-remove": "{event}:{own}",
    "training-cancel": "{event}",
    "training-cancel-yes": "{event}",
    "training-new": "{office}:0",
    "training-dates": "{course}",
    "training-effect": "{event}",
    "training-picture": "{event}",
    "training-list": "{office}:0",
    "training-course": "{course}",
    "training-course-new": "{office}",
    "training-close": "{course}",
    "training-team": "{office}",
    "training-watch": "{office}:0",
    "training-name": "{office}:{own}",
    "training-unname": "{office}:{own}",
    "training-report": "{office}",
    "recognition": "",
    "recognition-for": "{last}:0",
    "recognition-other": "{last}:0",
    "recognition-of": "{last}:{own}",
    "meeting": "",
    "meeting-unit": "{unit}",
    "meeting-promise": "{promise}",
    "meeting-close": "{promise}:1",
    "meeting-new": "{unit}:0",
    "meeting-who": "{unit}:{own}",
    "meeting-at": "{unit}:{own}:{last}",
    "forum": "",
    "forum-q": "{question}",
    "forum-pick": "{question}:0",
    "forum-write": "{question}",
    "forum-out": "{question}",
    "forum-result": "{question}",
    "forum-staff": "",
    "forum-view": "{question}",
    "forum-qr": "{question}",
    "forum-end": "{question}",
    "forum-end-yes": "{question}",
    "forum-read": "{question}",
    "forum-plan": "{question}",
    "forum-new": "",
    "forum-kind": "{office}:{unit}",
    "forum-begin": "{office}:{unit}:choice",
    "pages": "",
    "pages-end": "",
}


# --- what has to be so for a button to do what it is for


def rated(town: RightsTown) -> Work[None]:
    """The appraiser has given both ratings."""

    def work(tx: Transaction) -> None:
        _rate(tx, town)

    return work


def delivered(town: RightsTown) -> Work[None]:
    """Confirmed: the officer reads it."""

    def work(tx: Transaction) -> None:
        _rate(tx, town)
        operations.confirm(tx, town.ids["appraisal"], LATER, town.pages.people["leader"])

    return work


def objected(town: RightsTown) -> Work[None]:
    def work(tx: Transaction) -> None:
        delivered(town)(tx)
        own = town.pages.people["own"]
        operations.object_to(tx, town.ids["appraisal"], WORDS, LATER, own)

    return work


def explained(town: RightsTown) -> Work[None]:
    """Both sides were heard."""

    def work(tx: Transaction) -> None:
        objected(town)(tx)
        head = town.pages.people["leader"]
        operations.explain(tx, town.ids["appraisal"], WORDS, LATER, head)

    return work


def proposed(town: RightsTown) -> Work[None]:
    """It is the leader's turn with the plan."""

    def work(tx: Transaction) -> None:
        dialogue.propose(tx, town.ids["plan"], town.pages.people["own"], LATER)

    return work


def asked(town: RightsTown) -> Work[None]:
    """The question to the public is closed."""

    def work(tx: Transaction) -> None:
        head = town.pages.people["leader"]
        questions.end(tx, town.ids["question"], LATER, head)

    return work


def _rate(tx: Transaction, town: RightsTown) -> None:
    number = tx.session.exec(
        select(Appraisal.id).where(Appraisal.id == town.ids["appraisal"])
    ).one()
    ratings = Expectation.AS_EXPECTED, Expectation.AS_EXPECTED
    head = town.pages.people["leader"]
    operations.rate(tx, number or 0, *ratings, WORDS, WORDS, LATER, head)


WORDS = "Kata-kata yang cukup panjang untuk sebuah alasan."
BEFORE = {
    "appraisal-confirm": rated,
    "appraisal-agree": delivered,
    "appraisal-object": delivered,
    "appraisal-explain": objected,
    "appraisal-decide": explained,
    "appraisal-uphold": explained,
    "appraisal-change": explained,
    "skp-agree": proposed,
    "forum-result": asked,
    "forum-read": asked,
    "forum-plan": asked,
}
NOT_NOW = {
    "skp-not-your-turn",
    "skp-not-now",
    "skp-report-frozen",
    "feedback-note-stays",
    "appraisal-not-now",
    "training-no-picture",
    "event-not-begun",
    "forum-no-answer",
}
"""Said to those who have the right, while the state of the thing says no."""
