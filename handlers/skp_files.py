"""A performance plan as a workbook: sent in the columns of the SKP form, and taken back.

A file that comes back is read whole: what is wrong in it is told by row and column, and nothing of
it is kept; what is right is shown as changes first.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from handlers import skp, skp_words
from handlers.files import MadeFile, file_name
from handlers.message import File, Lines, Text, button, said
from handlers.skp_steps import taking_part
from handlers.texts import LANGUAGES
from handlers.turn import Kind, Turn, step
from models.appraisal.skp import dialogue, drafting, form, plans, sheets, templates
from models.appraisal.skp.content import OF_A_PERSON, Content
from models.appraisal.skp.differences import differences
from models.appraisal.skp.form import WrongForm
from models.database import Transaction
from models.errors import Refused
from models.offices import Unit
from models.people import Officer

PROBLEMS_SHOWN = 25


# --- sending


def send(turn: Turn) -> None:
    """`skp-file:<plan>`."""
    plan, _ = plans.readable(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.say("skp-file", year=str(plan.year), file=File("skp-xlsx", {"plan": plan.id}))


def make(tx: Transaction, language: str, arguments: dict[str, Any]) -> MadeFile:
    """Of a plan, of a template, or empty."""
    from handlers import skp_workbook  # xlsxwriter takes a while to import

    if "plan" in arguments:
        plan = plans.plan(tx, arguments["plan"])
        officer = tx.session.get_one(Officer, plan.officer_id)
        leader = tx.session.get_one(Officer, plan.leader_id)
        unit = tx.session.get_one(Unit, plan.unit_id)
        head = skp_workbook.Head(plan, officer, leader, unit.name)
        name = file_name("skp", str(plan.year), officer.name, ending="xlsx")
        content = drafting.content_of(plan)
    else:
        content = templates.content_of(tx, arguments.get("template"))
        head, name = None, "skp.xlsx"
    return MadeFile(name, skp_workbook.book(language, content, head))


# --- taking back


def upload(turn: Turn) -> None:
    """`skp-upload:<plan>`."""
    turn.ask("skp.upload", plan=taking_part(turn, turn.integer(0)).id)


def _ask_upload(turn: Turn) -> None:
    plan_id = turn.data["plan"]
    file = [button(Text("button-skp-file"), "skp-file", plan_id)]
    back = [button(Text("button-back"), "skp-plan", plan_id)]
    turn.say("skp-ask-upload", edit=True, buttons=[file, back])


def _take_upload(turn: Turn) -> None:
    content = received(turn)
    if content is None:
        return
    plan_id = turn.data["plan"]
    before = drafting.content_of(plans.plan(turn.tx, plan_id))
    after = dialogue.preview(turn.tx, plan_id, drafting.whole(content))
    if after == before:
        turn.finish()
        turn.say("skp-upload-same")
        skp.show_plan(turn, plan_id)
        return
    turn.ask("skp.upload-confirm", plan=plan_id, content=content.to_json())


def received(turn: Turn) -> Content | None:
    """What the workbook says that was sent; None when the person was told what is wrong in it."""
    given = turn.input
    if not given.file_name.lower().endswith(".xlsx"):
        raise Refused("skp-other-file", name=given.file_name[:60])
    if given.file_size > sheets.CONTENT_LIMIT:
        raise Refused("csv-too-large", limit=sheets.CONTENT_LIMIT // 1000)
    if not given.content:
        raise Refused("csv-not-fetched" if given.file_size else "csv-empty")
    try:
        return form.read(given.content, names())
    except WrongForm as wrong:
        turn.say("skp-upload-wrong", problems=_problems(wrong), count=len(wrong.problems))
        return None


def _problems(wrong: WrongForm) -> Lines:
    lines = []
    for one in wrong.problems[:PROBLEMS_SHOWN]:
        place = {"row": one.row, "reason": Text(one.key, dict(one.values))}
        if one.column:
            lines.append(Text("skp-problem-cell", place | {"column": one.column[:60]}))
        else:
            lines.append(Text("skp-problem-row", place))
    more = len(wrong.problems) - PROBLEMS_SHOWN
    if more > 0:
        lines.append(Text("import-more-problems", {"count": more}))
    return Lines(lines)


def _ask_confirm(turn: Turn) -> None:
    plan_id = turn.data["plan"]
    before = drafting.content_of(plans.plan(turn.tx, plan_id))
    after = Content.from_json(turn.data["content"])
    turn.say(
        "skp-upload-preview",
        differences=skp_words.differences(differences(before, after)),
        buttons=[
            [turn.choice(Text("button-skp-upload-keep"), "keep")],
            [button(Text("button-skp-upload-not"), "skp-plan", plan_id)],
        ],
    )


def _take_confirm(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON:
        turn.ask_again()
        return
    plan_id, content = turn.data["plan"], Content.from_json(turn.data["content"])
    dialogue.change(turn.tx, plan_id, drafting.whole(content), turn.person_id, turn.at)
    turn.finish()
    turn.pop_up("skp-upload-kept")
    skp.show_plan(turn, plan_id)


UPLOAD = step(_ask_upload, _take_upload, Kind.DOCUMENT, buttons=False)
CONFIRM = step(_ask_confirm, _take_confirm)


@lru_cache(maxsize=1)
def names() -> dict[str, str]:
    """The system's indicators as they are called in either language, in lower case, by key."""
    return {
        said(language, Text(f"indicator-{key}")).casefold(): key
        for language in LANGUAGES
        for key in OF_A_PERSON
    }
