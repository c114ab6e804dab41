"""Rounds: who leads an officer chooses who is asked; the officer may change the choice once."""

from __future__ import annotations

from collections import Counter

from handlers import feedback_telling, lists
from handlers.feedback import (
    own_officer,
    relation_text,
)
from handlers.message import Button, Lines, Text, button, rows
from handlers.period_words import period_named
from handlers.turn import Kind, Turn, step
from models.appraisal import leaders
from models.appraisal.feedback import circle as circles
from models.appraisal.feedback import queries, rounds
from models.appraisal.feedback.tables import FeedbackRound, GiverState, Relation
from models.appraisal.leaders import Standing
from models.errors import Refused
from models.people import Officer

SHOWN = 6  # rounds of one officer
AUTO, NEXT = "auto", "next"


# --- the leader's view


def team(turn: Turn) -> None:
    """`feedback-team[:<page>]`: those whom one leads, with where their rounds stand."""
    turn.finish()
    led = leaders.led_by(turn.tx, own_officer(turn).id or 0, turn.at)
    if not led:
        raise Refused("feedback-nobody-led")
    turn.say(
        "feedback-team",
        edit=True,
        n=len(led),
        buttons=[
            *lists.paged(
                led,
                lists.page_number(turn, 0),
                lambda one: _member(turn, one),
                "feedback-team",
            ),
            [button(Text("button-feedback-all"), "feedback-all")],
            [button(Text("button-back"), "feedback")],
        ],
    )


def _member(turn: Turn, officer: Officer) -> Button:
    found = rounds.of_officer(turn.tx, officer.id or 0)[:1]
    label = Text("button-feedback-member", {"name": officer.name, "state": _state(turn, found)})
    return button(label, "feedback-of", officer.id)


def _state(turn: Turn, found: list[FeedbackRound]) -> Text:
    if not found:
        return Text("feedback-state-none")
    if queries.is_closed(found[0], turn.at):
        return Text("feedback-state-closed")
    asked = rounds.givers_of(turn.tx, found[0].id or 0)
    done = sum(one.state != GiverState.ASKED for one in asked)
    return Text("feedback-state-open", {"done": done, "asked": len(asked)})


def of_officer(turn: Turn) -> None:
    """`feedback-of:<officer>`: the rounds of one whom one leads, and the way to a new one."""
    turn.finish()
    officer = _led(turn, turn.integer(0))
    found = rounds.of_officer(turn.tx, officer.id or 0)[:SHOWN]
    known = {one.period_id for one in found}
    new = [
        button(
            Text("button-feedback-open", {"period": period_named(turn.tx, period.id or 0)}),
            "feedback-open",
            officer.id,
            period.id,
        )
        for period in rounds.periods(turn.tx, officer.id or 0, turn.at)
        if period.id not in known
    ]
    turn.say(
        "feedback-of",
        edit=True,
        name=officer.name,
        lines=Lines([_round_line(turn, one) for one in found] or [Text("feedback-of-none")]),
        buttons=[
            *rows(_round_button(turn, one) for one in found),
            *rows(new),
            [button(Text("button-feedback-notes"), "feedback-notes", officer.id)],
            [button(Text("button-back"), "feedback-team")],
        ],
    )


def _round_line(turn: Turn, asked: FeedbackRound) -> Text:
    return Text(
        "feedback-of-line",
        {"period": period_named(turn.tx, asked.period_id), "state": _state(turn, [asked])},
    )


def _round_button(turn: Turn, asked: FeedbackRound) -> Button:
    period = {"period": period_named(turn.tx, asked.period_id)}
    if queries.is_closed(asked, turn.at):
        return button(Text("button-feedback-result", period), "feedback-result", asked.id)
    return button(Text("button-feedback-running", period), "feedback-state", asked.id)


def state(turn: Turn) -> None:
    """`feedback-state:<round>`: who has answered, for the leader; not what."""
    turn.finish()
    found = rounds.state(turn.tx, turn.integer(0), turn.at, turn.person_id)
    asked = rounds.one(turn.tx, turn.integer(0))
    changed = Text("feedback-changed", {"reason": asked.change_reason}) if asked.changed_at else ""
    turn.say(
        "feedback-state",
        edit=True,
        **feedback_telling.values(turn, asked),
        lines=Lines(
            [feedback_telling.giver_line(one, f"feedback-giver-{one.state}") for one in found]
        ),
        changed=changed,
        buttons=[[button(Text("button-back"), "feedback-of", asked.officer_id)]],
    )


# --- for everybody at once


def all_(turn: Turn) -> None:
    """`feedback-all`: really, with givers drawn by chance?"""
    turn.finish()
    turn.say(
        "feedback-all",
        edit=True,
        drawn=circles.DRAWN,
        days=rounds.DAYS,
        buttons=[
            [button(Text("button-feedback-all-yes"), "feedback-all-yes")],
            [button(Text("button-back"), "feedback-team")],
        ],
    )


def all_now(turn: Turn) -> None:
    """`feedback-all-yes`."""
    leader = own_officer(turn).id or 0
    opened = rounds.open_for_all(turn.tx, turn.at, turn.person_id, leader, turn.key)
    for asked in opened:
        feedback_telling.opened(turn, asked)
    back = [[button(Text("button-back"), "feedback-team")]]
    turn.say("feedback-all-done", edit=True, n=len(opened), buttons=back)


# --- choosing who is asked


def open_(turn: Turn) -> None:
    """`feedback-open:<officer>:<period>`."""
    officer = _led(turn, turn.integer(0))
    period_id = turn.integer(1)
    turn.finish()
    turn.ask("feedback.choose", officer=officer.id, period=period_id, chosen=[], page=0)


def change(turn: Turn) -> None:
    """`feedback-change:<round>`: the officer's one change."""
    found = rounds.choice(turn.tx, turn.integer(0), turn.at, turn.person_id)
    asked = rounds.one(turn.tx, turn.integer(0))
    if asked.changed_at is not None:
        raise Refused("feedback-changed-already")
    chosen = [one.officer_id for one in found if one.relation is not Relation.LEADER]
    turn.finish()
    turn.ask(
        "feedback.choose",
        officer=asked.officer_id,
        period=asked.period_id,
        round=asked.id,
        chosen=chosen,
        page=0,
    )


def _ask_choose(turn: Turn) -> None:
    data = turn.data
    around = circles.around(turn.tx, data["officer"], turn.at)
    pool = around.choosable
    page = min(max(data["page"], 0), max(0, (len(pool) - 1) // lists.PAGE))
    shown = pool[page * lists.PAGE : (page + 1) * lists.PAGE]
    auto = [] if data.get("round") else [turn.choice(Text("button-feedback-auto"), AUTO)]
    turn.say(
        "feedback-choose-change" if data.get("round") else "feedback-choose",
        edit=True,
        name=turn.tx.session.get_one(Officer, data["officer"]).name,
        period=period_named(turn.tx, data["period"]),
        least=queries.LEAST,
        chosen=Lines(_counts(around, data["chosen"])),
        buttons=[
            *rows(_toggle(turn, relation, one) for relation, one in shown),
            _pages(turn, page, len(pool)),
            [*auto, turn.choice(Text("button-feedback-next"), NEXT)],
            [_out(turn)],
        ],
    )


def _counts(around: circles.Circle, chosen: list[int]) -> list[Text]:
    """How many of each relation there is, with a warning where they are too few to be told."""
    counted = Counter(around.relation(one) for one in chosen)
    present = [pool for pool, _ in around.choosable]
    return [
        Text(
            "feedback-count-few" if counted[relation] < queries.LEAST else "feedback-count",
            {"relation": relation_text(relation), "n": counted[relation], "least": queries.LEAST},
        )
        for relation in (Relation.PEER, Relation.SUBORDINATE)
        if relation in present
    ] or [Text("feedback-count-nobody")]


def _toggle(turn: Turn, relation: Relation, officer: Officer) -> Button:
    key = "button-feedback-chosen" if officer.id in turn.data["chosen"] else "button-feedback-other"
    label = Text(key, {"name": officer.name, "relation": relation_text(relation)})
    return turn.choice(label, officer.id)


def _pages(turn: Turn, page: int, n: int) -> list[Button]:
    last = max(0, (n - 1) // lists.PAGE)
    turned = ((page - 1, "button-earlier"), (page + 1, "button-more"))
    return [turn.choice(Text(key), f"page-{to}") for to, key in turned if 0 <= to <= last]


def _out(turn: Turn) -> Button:
    if turn.data.get("round"):
        return button(Text("button-back"), "feedback-choice", turn.data["round"])
    return button(Text("button-back"), "feedback-of", turn.data["officer"])


def _take_choose(turn: Turn) -> None:
    pressed = turn.input.data
    if turn.input.kind is not Kind.BUTTON:
        turn.say("feedback-pick-first")
        turn.ask_again()
    elif pressed == AUTO:
        turn.ask_again(chosen=_drawn(turn))
    elif pressed == NEXT:
        after = "feedback.reason" if turn.data.get("round") else "feedback.term"
        turn.ask(after, **turn.data)
    elif pressed.startswith("page-"):
        turn.ask_again(page=int(pressed.removeprefix("page-")))
    else:
        chosen, one = list(turn.data["chosen"]), int(pressed)
        turn.ask_again(chosen=[n for n in chosen if n != one] if one in chosen else [*chosen, one])


def _drawn(turn: Turn) -> list[int]:
    officer_id = turn.data["officer"]
    around = circles.around(turn.tx, officer_id, turn.at)
    return circles.drawn(around, officer_id, turn.data["period"], turn.key)


CHOOSE = step(_ask_choose, _take_choose)


def _ask_term(turn: Turn) -> None:
    turn.say(
        "feedback-term",
        edit=True,
        name=turn.tx.session.get_one(Officer, turn.data["officer"]).name,
        period=period_named(turn.tx, turn.data["period"]),
        n=len(turn.data["chosen"]) + 1,
        buttons=[
            *rows(
                turn.choice(Text("button-feedback-days", {"days": days}), days)
                for days in rounds.TERMS
            ),
            [_out(turn)],
        ],
    )


def _take_term(turn: Turn) -> None:
    if turn.input.kind is not Kind.BUTTON:
        turn.say("feedback-pick-first")
        turn.ask_again()
        return
    data = turn.data
    asked = rounds.open_round(
        turn.tx,
        data["officer"],
        data["period"],
        data["chosen"],
        turn.at,
        turn.person_id,
        int(turn.input.data),
    )
    turn.finish()
    feedback_telling.opened(turn, asked)
    turn.say(
        "feedback-opened",
        edit=True,
        **feedback_telling.values(turn, asked),
        buttons=[
            [button(Text("button-feedback-who"), "feedback-state", asked.id)],
            [button(Text("button-feedback-team"), "feedback-team")],
        ],
    )


TERM = step(_ask_term, _take_term)


# --- the officer's view


def choice(turn: Turn) -> None:
    """`feedback-choice:<round>`: who is asked about oneself."""
    turn.finish()
    found = rounds.choice(turn.tx, turn.integer(0), turn.at, turn.person_id)
    asked = rounds.one(turn.tx, turn.integer(0))
    may = asked.changed_at is None and not queries.is_closed(asked, turn.at)
    act = [[button(Text("button-feedback-replace"), "feedback-change", asked.id)]] if may else []
    turn.say(
        "feedback-choice",
        edit=True,
        **feedback_telling.values(turn, asked),
        lines=Lines([feedback_telling.giver_line(one, "feedback-giver") for one in found]),
        buttons=[*act, [button(Text("button-back"), "feedback-mine")]],
    )


def _ask_reason(turn: Turn) -> None:
    turn.say(
        "feedback-reason",
        edit=True,
        least=rounds.REASON_LEAST,
        most=rounds.REASON_MOST,
        buttons=[[_out(turn)]],
    )


def _take_reason(turn: Turn) -> None:
    number = turn.data["round"]
    done = rounds.change(
        turn.tx, number, turn.data["chosen"], turn.input.text, turn.at, turn.person_id
    )
    turn.finish()
    asked = rounds.one(turn.tx, number)
    feedback_telling.ask(turn, asked, done.added)
    for one in done.dropped:
        feedback_telling.tell(turn, one, "feedback-no-more", **feedback_telling.values(turn, asked))
    feedback_telling.changed(turn, asked)
    turn.say(
        "feedback-choice-changed",
        buttons=[[button(Text("button-feedback-mine"), "feedback-mine")]],
    )


REASON = step(_ask_reason, _take_reason, buttons=False)


def _led(turn: Turn, officer_id: int) -> Officer:
    leaders.entitled(turn.tx, officer_id, turn.person_id, turn.at, Standing.LEADER)
    return turn.tx.session.get_one(Officer, officer_id)
