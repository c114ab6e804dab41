"""`/penghargaan`: whom the evidence speaks for, who decides with a reason, and what was decided."""

from __future__ import annotations

from typing import Any

from handlers import figure_words, lists
from handlers.message import Button, Lines, Listed, Text, button
from handlers.period_words import period_named, period_text
from handlers.training import my_offices
from handlers.turn import Kind, Turn, step
from models.appraisal import terms
from models.appraisal.coaching import ground, recognition
from models.appraisal.coaching.recognition import Candidate, Recognised
from models.appraisal.terms_tables import AppraisalPeriod
from models.errors import Refused
from models.local_days import local_day
from models.offices import Office
from models.people import Officer, Role

ROLES = (Role.OFFICER, Role.HEAD, Role.ADMIN)
PERIODS = 4  # that are over, to choose from


def home(turn: Turn) -> None:
    """The command, and the button `recognition`: what was published, and the way to a new one."""
    turn.finish()
    found = [
        one
        for office in my_offices(turn)
        for one in recognition.of_office(turn.tx, office.id or 0, limit=5)
    ]
    turn.say(
        "recognition-home" if found else "recognition-home-none",
        edit=True,
        lines=Lines([_line(turn, one) for one in found]),
        buttons=[
            *(_period_row(turn, period) for period in _periods(turn)),
            [button(Text("button-menu"), "menu")],
        ],
    )


def _line(turn: Turn, one: Recognised) -> Text:
    return Text(
        "recognition-line",
        {
            "name": one.name,
            "period": period_named(turn.tx, one.period_id),
            "reason": one.reason,
            "by": one.by,
        },
    )


def _period_row(turn: Turn, period: AppraisalPeriod) -> list[Button]:
    label = Text("button-recognition-period", {"period": period_text(period)})
    return [button(label, "recognition-for", period.id)]


def _periods(turn: Turn) -> list[AppraisalPeriod]:
    """Those that are over and in which there is somebody this person may recognise."""
    found = [one for office in my_offices(turn) for one in _over(turn, office)]
    return [one for one in found if recognition.recognisable(turn.tx, one, turn.at, turn.person_id)]


def _over(turn: Turn, office: Office) -> list[AppraisalPeriod]:
    today = local_day(office.zone, turn.at)
    past = [one for one in terms.of_office(turn.tx, office.id or 0) if one.last_day < today]
    return past[:PERIODS]


def choose(turn: Turn) -> None:
    """`recognition-for:<period>:<page>`: the candidates by name, and the way to anybody else."""
    turn.finish()
    period_id = turn.integer(0)
    found = recognition.candidates(turn.tx, period_id, turn.at, turn.person_id)
    chosen = lists.paged(
        found,
        lists.page_number(turn, 1),
        lambda one: button(one.name, "recognition-of", period_id, one.officer_id),
        "recognition-for",
        period_id,
    )
    turn.say(
        "recognition-candidates" if found else "recognition-candidates-none",
        edit=True,
        period=period_named(turn.tx, period_id),
        lines=Lines([_candidate(one) for one in found]),
        least=recognition.LEAST,
        buttons=[
            *chosen,
            [button(Text("button-recognition-other"), "recognition-other", period_id)],
            _home(),
        ],
    )


def _candidate(one: Candidate) -> Text:
    good = Listed([figure_words.name(key) for key in one.good])
    return Text("recognition-candidate", {"name": one.name, "good": good})


def other(turn: Turn) -> None:
    """`recognition-other:<period>:<page>`: anybody else, with a reason as well."""
    turn.finish()
    period_id = turn.integer(0)
    period = terms.period(turn.tx, period_id)
    found = recognition.recognisable(turn.tx, period, turn.at, turn.person_id)
    chosen = lists.paged(
        found,
        lists.page_number(turn, 1),
        lambda one: button(one.name, "recognition-of", period_id, one.id),
        "recognition-other",
        period_id,
    )
    back = [button(Text("button-back"), "recognition-for", period_id)]
    turn.say("recognition-other", edit=True, buttons=[*chosen, back])


def of(turn: Turn) -> None:
    """`recognition-of:<period>:<officer>`: why?"""
    period_id, officer_id = turn.integer(0), turn.integer(1)
    period = terms.period(turn.tx, period_id)
    allowed = recognition.recognisable(turn.tx, period, turn.at, turn.person_id)
    if officer_id not in {one.id for one in allowed}:
        raise Refused("not-for-you")
    turn.finish()
    turn.ask("recognition.reason", period=period_id, officer=officer_id)


def _ask_reason(turn: Turn) -> None:
    reason = turn.data.get("reason")
    values: dict[str, Any] = {
        "name": turn.tx.session.get_one(Officer, turn.data["officer"]).name,
        "period": period_named(turn.tx, turn.data["period"]),
    }
    if reason is None:
        turn.say(
            "recognition-ask-reason",
            edit=True,
            least=ground.LEAST,
            most=ground.LONGEST,
            buttons=[_home()],
            **values,
        )
        return
    publish = [turn.choice(Text("button-recognition-publish"), "yes")]
    turn.say("recognition-confirm", reason=reason, buttons=[publish, _home()], **values)


def _take_reason(turn: Turn) -> None:
    """Words are shown once as everybody will read them; new words replace them."""
    if turn.input.kind is not Kind.BUTTON:
        turn.ask_again(reason=ground.words(turn.input.text))
        return
    reason = turn.data.get("reason")
    if reason is None:
        turn.ask_again()
        return
    data = turn.data
    recognition.give(turn.tx, data["officer"], data["period"], reason, turn.at, turn.person_id)
    turn.finish()
    turn.say("recognition-given-now", edit=True, buttons=[_home()])


REASON = step(_ask_reason, _take_reason)


def _home() -> list[Button]:
    return [button(Text("button-back"), "recognition")]
