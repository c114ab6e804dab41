"""Others have complained of the same: follow theirs, or merge two that officers find alike."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from handlers import complain_sending, uploads
from handlers.masked import without_reporter
from handlers.message import Button, Lines, Text, When, button, rows
from handlers.turn import Kind, Turn, step
from models import offices
from models.complaints import following, operations, queries, similar, tickets
from models.complaints.similar import Similar
from models.errors import Refused

# --- the citizen, before sending


def offer(turn: Turn) -> bool:
    """Show open cases that tell of the same, if there are any."""
    matter = complain_sending.matter(turn)
    own = similar.own_twin(turn.tx, matter, turn.person_id, turn.at)
    others = (
        []
        if complain_sending.for_inspectorate(turn)
        else similar.to_follow(turn.tx, matter, turn.person_id, turn.at)
    )
    if own is None and not others:
        return False
    found = {
        "own": {"case": own.case_id, "ticket": own.ticket} if own else None,
        "others": [_kept(one) for one in others],
    }
    turn.ask("complain.similar", **(turn.data | found))
    return True


def _kept(one: Similar) -> dict[str, Any]:
    return {
        "case": one.case_id,
        "category": one.category,
        "state": one.state.value,
        "sent": one.received_at.isoformat(),
        "followers": one.followers,
        "said": without_reporter(one.excerpt, one.sender_name),
    }


def _ask(turn: Turn) -> None:
    own, others = turn.data["own"], turn.data["others"]
    zone = offices.unit(turn.tx, turn.data["unit"]).zone
    lines = [_line(number, one, zone) for number, one in enumerate(others, 1)]
    mine = [Text("complain-similar-own", {"ticket": own["ticket"]})] if own else []
    follow = [
        turn.choice(Text("button-follow-number", {"n": number}), f"follow-{number}")
        for number, _ in enumerate(others, 1)
    ]
    add = turn.choice(Text("button-add-to-own", {"ticket": own["ticket"]}), "add") if own else None
    turn.say(
        "complain-similar",
        edit=True,
        lines=Lines([*mine, Text("complain-similar-others"), *lines] if lines else mine),
        buttons=[
            *([[add]] if add else []),
            *rows(follow),
            [turn.choice(Text("button-send-anyway"), "send")],
            [turn.choice(Text("button-back"), "back")],
        ],
    )


def _line(number: int, one: dict[str, Any], zone: str) -> Text:
    """No ticket, no place, nothing of who sent it."""
    return Text(
        "similar-line",
        {
            "n": number,
            "category": Text(f"category-{one['category']}"),
            "sent": When(datetime.fromisoformat(one["sent"]), zone, "date"),
            "state": Text(f"state-{one['state']}"),
            "followers": one["followers"],
            "said": one["said"],
        },
    )


def _take(turn: Turn) -> None:
    wanted = turn.input.data if turn.input.kind is Kind.BUTTON else ""
    what, _, number = wanted.partition("-")
    if wanted == "send":
        complain_sending.send(turn)
    elif wanted == "back":
        turn.ask("complain.preview", **turn.data)
    elif wanted == "add" and turn.data["own"]:
        _add_to_own(turn)
    elif what == "follow" and number.isdecimal() and 0 < int(number) <= len(turn.data["others"]):
        _follow(turn, turn.data["others"][int(number) - 1]["case"])
    else:
        turn.say("complain-choose")
        turn.ask_again()


def _follow(turn: Turn, case_id: int) -> None:
    followed = following.follow(turn.tx, case_id, turn.person_id, turn.at)
    turn.finish()
    turn.say("followed", edit=True, ticket=followed.ticket, buttons=_onwards(followed.case_id))


def _add_to_own(turn: Turn) -> None:
    words, original = complain_sending.said(turn)
    done = operations.citizen_reply(
        turn.tx,
        turn.data["own"]["case"],
        turn.person_id,
        words,
        turn.at,
        files=uploads.uploads(turn),
        original=original,
    )
    turn.finish()
    turn.say("added-to-own", edit=True, ticket=done.ticket, buttons=_onwards(done.case_id))


def _onwards(case_id: int) -> list[list[Button]]:
    return [
        [button(Text("button-track"), "track", case_id)],
        [button(Text("button-menu"), "menu")],
    ]


SIMILAR = step(_ask, _take)


# --- the officer


def merge_choose(turn: Turn) -> None:
    """`case-merge:<case>`: which case it should go on as; a ticket may be typed instead."""
    case = queries.for_officer(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.ask("case.merge", case=case.case_id, ticket=case.ticket, zone=case.zone)


def _ask_merge(turn: Turn) -> None:
    case_id, zone = turn.data["case"], turn.data["zone"]
    found = similar.to_merge(turn.tx, case_id, turn.person_id, turn.at)
    lines = [
        Text(
            "merge-line",
            {
                "ticket": one.ticket,
                "category": Text(f"category-{one.category}"),
                "sent": When(one.received_at, zone, "date"),
                "followers": one.followers,
                "said": one.excerpt,
            },
        )
        for one in found
    ]
    into = [button(one.ticket, "case-merge-to", case_id, one.case_id) for one in found]
    turn.say(
        "merge-choose" if found else "merge-type",
        ticket=turn.data["ticket"],
        lines=Lines(lines),
        buttons=[*rows(into, 2), [button(Text("button-case"), "case", case_id)]],
    )


def _take_merge(turn: Turn) -> None:
    ticket = tickets.parse(turn.input.text)
    if ticket is None:
        raise Refused("ticket-wrong", ticket=turn.input.text[:40])
    into = following.target(turn.tx, ticket, turn.person_id, turn.at)
    _merge(turn, turn.data["case"], into)


def merge_into(turn: Turn) -> None:
    """`case-merge-to:<case>:<into>`."""
    _merge(turn, turn.integer(0), turn.integer(1))


def _merge(turn: Turn, case_id: int, into_id: int) -> None:
    done = following.merge(turn.tx, case_id, into_id, turn.person_id, turn.at)
    turn.finish()
    turn.say(
        "merged",
        ticket=done.ticket,
        into=queries.ticket_of(turn.tx, into_id),
        buttons=[
            [button(Text("button-case"), "case", into_id)],
            [button(Text("button-separate"), "case-separate", case_id)],
            [button(Text("button-tasks"), "tasks")],
        ],
    )


def separate(turn: Turn) -> None:
    """`case-separate:<case>`: the merging was a mistake."""
    done = following.separate(turn.tx, turn.integer(0), turn.person_id, turn.at)
    turn.say(
        "separated",
        ticket=done.ticket,
        buttons=[
            [button(Text("button-case"), "case", done.case_id)],
            [button(Text("button-tasks"), "tasks")],
        ],
    )


MERGE = step(_ask_merge, _take_merge)
