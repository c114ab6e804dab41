"""*Sanggah*: an officer contests a rating or case; somebody else decides, with a reason.

Who decides reads score, weeks, service and masked words of a rating, or ticket and category of a
case: nothing that tells who it was.
"""

from __future__ import annotations

from typing import Any

from handlers import clipping
from handlers.message import Button, Lines, Text, button, rows
from handlers.record_parts import NAMES, span
from handlers.turn import Kind, Turn, step
from models.appraisal import terms
from models.appraisal.evidence import contests, trail
from models.appraisal.evidence.contests import Fact
from models.appraisal.evidence.tables import Contest, ContestKind
from models.appraisal.evidence.trail import Place, Weeks
from models.appraisal.indicators import Record, RecordKind
from models.complaints import access
from models.errors import Refused
from models.offices import Service
from models.people import Officer, Role
from models.ratings.tables import Rating

ROLES = (Role.OFFICER, Role.HEAD, Role.ADMIN)
OWN = (Role.OFFICER, Role.HEAD)
YES, NO = "y", "n"
SHOWN = 8  # of each list


# --- the lists


def listed(turn: Turn) -> None:
    """`/sanggah`, and the button `contests`: what waits for this person, and the own ones."""
    if turn.input.kind is Kind.BUTTON:
        turn.finish()
    officer = trail.own(turn.tx, turn.person_id, turn.at)
    waiting = contests.waiting(turn.tx, turn.person_id, turn.at)
    mine = contests.of_officer(turn.tx, officer.id or 0)
    own = [button(Text("button-record"), "record")] if turn.has(*OWN) else []
    turn.say(
        "contests",
        edit=turn.input.kind is Kind.BUTTON,
        waiting=len(waiting),
        mine=Lines([_line(one) for one in mine[:SHOWN]] or [Text("contests-none")]),
        buttons=[
            *rows(_opening(turn, one, "button-contest-decide") for one in waiting[:SHOWN]),
            *rows(_opening(turn, one, "button-contest-own") for one in mine[:SHOWN]),
            *([own] if own else []),
        ],
    )


def _line(one: Contest) -> Text:
    values = {"what": _what(one), "why": _why(one), "state": _state(one)}
    return Text("contests-line", values)


def _opening(turn: Turn, one: Contest, key: str) -> Button:
    name = turn.tx.session.get_one(Officer, one.officer_id).name
    return button(
        Text(key, {"name": name, "what": _what(one), "why": _why(one)}), "contest", one.id
    )


def _what(one: Contest) -> Text:
    return Text("contest-what-rating" if one.rating_id is not None else "contest-what-case")


def _why(one: Contest) -> Text:
    return Text(f"contest-kind-{one.kind}".replace("_", "-"))


def _state(one: Contest) -> Text:
    if one.accepted is None:
        return Text("contest-open")
    return Text("contest-accepted" if one.accepted else "contest-refused")


# --- raising


def new(turn: Turn) -> None:
    """The button `contest-new:<c or r>:<id>`. A rating that the record does not tell, because there
    are too few, cannot be looked up by contesting it."""
    kind, id_ = NAMES[turn.arguments[0]], turn.integer(1)
    officer = contests.open_to(turn.tx, turn.person_id, kind, id_, turn.at)
    if kind is RecordKind.RATING and _weeks(turn, officer.id or 0, id_) is None:
        raise Refused("contest-not-yours")
    turn.ask("contest.kind", of=turn.arguments[0], id=id_)


def _ask_kind(turn: Turn) -> None:
    kinds = [
        turn.choice(Text(f"contest-kind-{kind}".replace("_", "-")), kind.value)
        for kind in ContestKind
    ]
    what = Text("contest-what-rating" if turn.data["of"] == "r" else "contest-what-case")
    turn.say("contest-ask-kind", what=what, buttons=[*rows(kinds), [_to_list()]])


def _take_kind(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON or turn.input.data not in set(ContestKind):
        turn.say("complain-choose")
        turn.ask_again()
        return
    turn.ask("contest.words", **turn.data | {"kind": turn.input.data})


def _ask_words(turn: Turn) -> None:
    turn.say("contest-ask-words", least=contests.LEAST, buttons=[[_to_list()]])


def _take_words(turn: Turn) -> None:
    data = turn.data
    made = contests.contest(
        turn.tx,
        turn.person_id,
        NAMES[data["of"]],
        data["id"],
        ContestKind(data["kind"]),
        turn.input.text,
        turn.at,
    )
    turn.finish()
    deciders = contests.deciders(turn.tx, made, turn.at)
    for one in deciders:
        turn.say("contest-new", to=one.person_id, **_named(turn, made), buttons=[[_look(made)]])
    key = "contest-raised" if deciders else "contest-raised-nobody"
    turn.say(key, buttons=[[_to_list()], [button(Text("button-record"), "record")]])


KIND = step(_ask_kind, _take_kind)
WORDS = step(_ask_words, _take_words)


def _to_list() -> Button:
    return button(Text("button-contests"), "contests")


def _look(one: Contest) -> Button:
    return button(Text("button-contest-look"), "contest", one.id)


def _named(turn: Turn, one: Contest) -> dict[str, Any]:
    officer = turn.tx.session.get_one(Officer, one.officer_id)
    return {"name": officer.name, "what": _what(one), "why": _why(one)}


# --- one contest


def view(turn: Turn) -> None:
    """The button `contest:<id>`: for who raised it and who may decide it."""
    turn.finish()
    one, decides = _readable(turn, turn.integer(0))
    fact = contests.fact_of(turn.tx, one, turn.at)
    choices = [
        button(Text("button-contest-accept"), "contest-decide", one.id, YES),
        button(Text("button-contest-refuse"), "contest-decide", one.id, NO),
    ]
    turn.say(
        "contest",
        edit=True,
        **_named(turn, one),
        unit=fact.unit.name,
        fact=Lines(_fact(turn, one, fact)),
        words=clipping.clip(one.words, 1000),
        state=Lines(_decision(turn, one)),
        buttons=[*([choices] if decides else []), [_to_list()]],
    )


def _readable(turn: Turn, contest_id: int) -> tuple[Contest, bool]:
    """The contest, and whether the reader may decide it now."""
    one = turn.tx.session.get(Contest, contest_id)
    if one is None:
        raise Refused("not-for-you")
    officer = trail.own(turn.tx, turn.person_id, turn.at)
    if officer.id == one.officer_id:
        return one, False
    contests.decider(turn.tx, one, turn.person_id, turn.at)
    return one, one.accepted is None


def _fact(turn: Turn, contest: Contest, fact: Fact) -> list[Text]:
    if fact.kind is RecordKind.CASE:
        ticket, category = trail.tickets(turn.tx, [Record(fact.kind, fact.id)]).get(
            fact.id, ("", "")
        )
        if not ticket:
            return [Text("contest-fact-gone")]
        values = {"ticket": ticket, "category": Text(f"category-{category}")}
        return [Text("record-fact-case", values)]
    return _rating(turn, contest, fact)


def _rating(turn: Turn, contest: Contest, fact: Fact) -> list[Text]:
    """By the weeks that the record tells it by. The service is for who decides: with it the officer
    would know more of the one rating than the record says."""
    (given,) = trail.given(turn.tx, [fact.id])
    weeks = _weeks(turn, contest.officer_id, fact.id)
    score = Text(f"score-{given.score}")
    if weeks is None:
        told = [Text("contest-fact-rating", {"score": score})]
    else:
        where = Place(fact.unit.office_id, fact.unit.zone)
        told = [Text("record-fact-rating", {"score": score, "span": span(weeks, where)})]
    rating = turn.tx.session.get_one(Rating, fact.id)
    own = trail.own(turn.tx, turn.person_id, turn.at).id == contest.officer_id
    if rating.service_id is not None and not own:
        service = turn.tx.session.get_one(Service, rating.service_id)
        told.append(Text("contest-service", {"service": service.name}))
    if given.why:
        told.append(Text("record-rating-why", {"why": Text(f"why-{given.why}")}))
    if given.words:
        words = clipping.clip(given.words, 600)
        told.append(Text("record-rating-words", {"words": words}))
    return told


def _weeks(turn: Turn, officer_id: int, rating_id: int) -> Weeks | None:
    """The weeks a rating is told by in the officer's record; None: it is not told there."""
    rating = turn.tx.session.get_one(Rating, rating_id)
    office_id = access.unit_of(turn.tx, rating.unit_id).office_id
    for period in terms.of_office(turn.tx, office_id):
        if not period.first_day <= rating.day <= period.last_day:
            continue
        found = trail.figure(turn.tx, officer_id, period, "satisfaction", turn.at)
        for weeks in trail.weekly(turn.tx, found.inputs.records):
            if any(one.id == rating_id for one in weeks.records):
                return weeks
    return None


def _decision(turn: Turn, one: Contest) -> list[Text]:
    if one.accepted is None:
        return [Text("contest-open")]
    decider = turn.tx.session.get_one(Officer, one.decided_by_id)
    key = "contest-accepted-by" if one.accepted else "contest-refused-by"
    return [Text(key, {"name": decider.name, "words": clipping.clip(one.decision_words, 600)})]


# --- deciding


def decide(turn: Turn) -> None:
    """The button `contest-decide:<id>:<y or n>`: the reason comes next."""
    contest_id, answer = turn.integer(0), turn.arguments[1]
    _, decides = _readable(turn, contest_id)
    if not decides or answer not in (YES, NO):
        raise Refused("contest-decided")
    turn.ask("contest.decision", contest=contest_id, accepted=answer == YES)


def _ask_decision(turn: Turn) -> None:
    key = "contest-ask-accept" if turn.data["accepted"] else "contest-ask-refuse"
    back = button(Text("button-back"), "contest", turn.data["contest"])
    turn.say(key, least=contests.LEAST, buttons=[[back]])


def _take_decision(turn: Turn) -> None:
    contest_id, accepted = turn.data["contest"], turn.data["accepted"]
    one = contests.decide(turn.tx, contest_id, turn.person_id, accepted, turn.input.text, turn.at)
    turn.finish()
    officer = turn.tx.session.get_one(Officer, one.officer_id)
    if officer.person_id is not None:
        key = "contest-told-accepted" if accepted else "contest-told-refused"
        words = clipping.clip(one.decision_words, 600)
        values: dict[str, Any] = {"what": _what(one), "why": _why(one), "words": words}
        turn.say(key, to=officer.person_id, **values, buttons=[[_look(one)]])
    turn.say("contest-done", buttons=[[_to_list()]])


DECISION = step(_ask_decision, _take_decision)
