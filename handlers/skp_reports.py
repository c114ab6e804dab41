"""What was reached of indicators the system does not count: told by the officer, with proof."""

from __future__ import annotations

from typing import Any

from handlers import skp_words
from handlers.message import Button, Lines, Text, When, button, rows
from handlers.period_words import period_text
from handlers.turn import Kind, Turn, step
from models.appraisal import terms
from models.appraisal.leaders import Standing
from models.appraisal.skp import amounts, plans, reports
from models.appraisal.skp.content import PERCENT
from models.appraisal.skp.plans import Indicator, Plan
from models.appraisal.skp.reports import Due, Given
from models.appraisal.skp.tables import Source
from models.appraisal.terms_tables import AppraisalPeriod
from models.errors import Refused
from models.offices import Unit
from models.people import Officer

SEND = "send"
KINDS = {Kind.PHOTO: "photo", Kind.DOCUMENT: "document"}


# --- what is to be reported


def listed(turn: Turn) -> None:
    """`skp-report:<plan>:<period>`: without a period that which began last."""
    turn.finish()
    plan, standing = plans.readable(turn.tx, turn.integer(0), turn.person_id, turn.at)
    if standing not in reports.SEEING:
        raise Refused("not-for-you")
    wanted = turn.integer(1) if len(turn.arguments) > 1 else None
    show(turn, plan, wanted, tells=standing is Standing.OWN)


def show(turn: Turn, plan: Plan, period_id: int | None = None, *, tells: bool = True) -> None:
    """What is reported in a period; tells: by the reader."""
    open_ones = {one.id or 0: one for one in reports.periods(turn.tx, plan, turn.at)}
    back = [button(Text("button-back"), "skp-plan", plan.id)]
    if not open_ones:
        turn.say("skp-report-no-period", edit=True, buttons=[back])
        return
    period = open_ones.get(period_id or next(iter(open_ones)))
    if period is None:
        raise Refused("skp-report-frozen")
    due = reports.due(turn.tx, plan, period.id or 0)
    others = [
        button(period_text(one), "skp-report", plan.id, one_id)
        for one_id, one in open_ones.items()
        if one_id != period.id
    ]
    unit = turn.tx.session.get_one(Unit, plan.unit_id)
    turn.say(
        "skp-report" if due else "skp-report-nothing",
        edit=True,
        period=period_text(period),
        lines=Lines([_line(number, one, unit.zone) for number, one in enumerate(due, 1)]),
        buttons=[*_buttons(due, period, tells), *rows(others, 2), back],
    )


def _line(number: int, one: Due, zone: str) -> Text:
    values: dict[str, Any] = {
        "number": number,
        "text": one.indicator.text,
        "target": skp_words.target(one.indicator),
    }
    told = one.reported
    if told is None:
        return Text("skp-report-line-none", values)
    proofs = {"proofs": len(told.proofs), "at": When(told.at, zone, "long-day-clock")}
    return Text("skp-report-line", values | proofs | {"value": _value(one.indicator, told.value)})


def _value(indicator: Indicator, value: float | None) -> Text:
    if indicator.source is Source.DOCUMENT:
        return Text("skp-document-there" if value else "skp-document-not")
    shown = {"value": skp_words.number(value or 0.0), "measure": indicator.measure}
    return Text("skp-value", shown)


def _buttons(due: list[Due], period: AppraisalPeriod, tells: bool) -> list[list[Button]]:
    tell = [
        button(Text("button-skp-tell", {"number": number}), "skp-tell", one.indicator.id, period.id)
        for number, one in enumerate(due, 1)
    ]
    proofs = [
        button(Text("button-skp-proofs", {"number": number}), "skp-proofs", one.reported.id)
        for number, one in enumerate(due, 1)
        if one.reported is not None and one.reported.proofs
    ]
    return [*(rows(tell, 2) if tells else []), *rows(proofs, 2)]


def proofs(turn: Turn) -> None:
    """`skp-proofs:<realisation>`: the files, for whom the officer's record is open."""
    row, found = reports.proofs_of(turn.tx, turn.integer(0), turn.person_id, turn.at)
    officer = turn.tx.session.get_one(Officer, row.officer_id)
    turn.say(
        "skp-proofs" if found else "skp-proofs-none",
        name=officer.name,
        words=row.words,
        proofs=[(one.kind, one.file_id) for one in found],
    )


# --- reporting: the figure, then what shows it


def tell(turn: Turn) -> None:
    """`skp-tell:<indicator>:<period>`."""
    indicator_id, period_id = turn.integer(0), turn.integer(1)
    plan, indicator = reports.reportable(turn.tx, indicator_id, period_id, turn.person_id, turn.at)
    turn.ask("skp.value", plan=plan.id, indicator=indicator.id, period=period_id)


def _ask_value(turn: Turn) -> None:
    indicator = _indicator(turn)
    period = terms.period(turn.tx, turn.data["period"])
    choices = [
        turn.choice(Text("skp-document-there"), 1),
        turn.choice(Text("skp-document-not"), 0),
    ]
    document = indicator.source is Source.DOCUMENT
    turn.say(
        "skp-ask-there" if document else "skp-ask-value",
        edit=True,
        text=indicator.text,
        period=period_text(period),
        target=skp_words.target(indicator),
        buttons=[*([choices] if document else []), _back(turn)],
    )


def _take_value(turn: Turn) -> None:
    indicator = _indicator(turn)
    if turn.input.kind is Kind.BUTTON:
        value = float(turn.input.data)
    elif indicator.source is Source.DOCUMENT:
        turn.say("complain-choose")
        turn.ask_again()
        return
    else:
        value = _read(turn.input.text, indicator)
    turn.ask("skp.proof", **(turn.data | {"value": value, "files": [], "words": ""}))


def _read(text: str, indicator: Indicator) -> float:
    """The number; what it is measured in may be said too, but no other measure."""
    amount = amounts.amount(text)
    if amount.measure.casefold() not in ("", indicator.measure.casefold()):
        raise Refused("skp-measure-fixed", measure=indicator.measure)
    if indicator.measure == PERCENT and amount.value > 100:
        raise Refused("skp-target-range", low=0, high=100)
    return amount.value


def _ask_proof(turn: Turn) -> None:
    data = turn.data
    ready = bool(data["files"] or data["words"])
    send = [[turn.choice(Text("button-skp-report-send"), SEND)]] if ready else []
    turn.say(
        "skp-ask-more-proof" if ready else "skp-ask-proof",
        value=_value(_indicator(turn), data["value"]),
        kept=Lines(_kept(data)),
        least=reports.LEAST_PROOF,
        most=reports.MOST_PROOFS,
        buttons=[*send, _back(turn)],
    )


def _kept(data: dict[str, Any]) -> list[Text]:
    files = {"files": len(data["files"]), "most": reports.MOST_PROOFS}
    words = [Text("skp-proof-words", {"words": data["words"]})] if data["words"] else []
    return [Text("skp-proof-files", files), *words]


def _take_proof(turn: Turn) -> None:
    if turn.input.kind is Kind.BUTTON:
        _report(turn)
        return
    data, given = turn.data, turn.input
    if given.kind is Kind.TEXT:
        turn.ask_again(words=given.text.strip()[: reports.WORDS_LIMIT])
        return
    files = [
        *data["files"],
        [KINDS[given.kind], given.file_id, given.file_size, given.mime],
    ]
    reports.check_proofs(_given(files))
    words = given.text.strip()[: reports.WORDS_LIMIT] or data["words"]
    if given.album and given.album == data.get("album"):  # an album is answered once
        turn.keep(files=files, words=words)
        return
    turn.ask_again(files=files, words=words, album=given.album)


def _given(files: list[list[Any]]) -> list[Given]:
    return [Given(kind, file_id, size, mime) for kind, file_id, size, mime in files]


def _report(turn: Turn) -> None:
    data = turn.data
    reports.report(
        turn.tx,
        data["indicator"],
        data["period"],
        turn.person_id,
        turn.at,
        value=data["value"],
        words=data["words"],
        proofs=_given(data["files"]),
    )
    turn.finish()
    turn.pop_up("skp-reported")
    show(turn, plans.plan(turn.tx, data["plan"]), data["period"])


VALUE = step(_ask_value, _take_value)
PROOF = step(_ask_proof, _take_proof, Kind.TEXT, Kind.PHOTO, Kind.DOCUMENT)


def _indicator(turn: Turn) -> Indicator:
    plan = plans.plan(turn.tx, turn.data["plan"])
    return next(one for one in plan.indicators if one.id == turn.data["indicator"])


def _back(turn: Turn) -> list[Button]:
    return [button(Text("button-back"), "skp-report", turn.data["plan"], turn.data["period"])]
