"""`/tinjau`: doubtful ratings, looked at by heads and admins: kept by one, excluded by two.

What a figure would be without a rating is nowhere shown: nobody is to decide by the effect. Who
gave a rating is A, B, C. The citizen is told nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from handlers import clipping, lists
from handlers.message import Button, Lines, Text, When, button, rows
from handlers.turn import Kind, Turn, step
from models.errors import Refused
from models.ratings import flag_review, flags
from models.ratings.flag_review import Doubted, Look, Pattern
from models.ratings.flags import Done
from models.ratings.patterns import Reason
from models.ratings.tables import Decision, Standing

ROLES = flags.REVIEWERS
PAGE = lists.PAGE
SAID = 200  # code units of a reason shown
COMMENT = 100  # of a comment in a list
LAST = 10_000  # page; further on there is nothing
STATEMENTS = 3  # reasons given for several ratings, shown above them
ONE, WHOLE = "1", "w"  # in the buttons: one rating, or every one of the pattern

T = TypeVar("T")


# --- the lists


def listed(turn: Turn) -> None:
    """The command, and the button `flags[:<page>]`: what waits, the oldest first."""
    turn.finish()
    page = max(0, lists.page_number(turn, 0))
    found = flag_review.open_patterns(
        turn.tx, turn.person_id, turn.at, PAGE + 1, min(page, LAST) * PAGE
    )
    names = ("flags-decided", "flags-hand")
    more = [[button(Text(f"button-{name}"), name)] for name in names]
    _list(turn, "flags", found, page, more)


def decided(turn: Turn) -> None:
    """The button `flags-decided[:<page>]`: the last decision first."""
    turn.finish()
    page = max(0, lists.page_number(turn, 0))
    found = flag_review.decided_patterns(
        turn.tx, turn.person_id, turn.at, PAGE + 1, min(page, LAST) * PAGE
    )
    _list(turn, "flags-decided", found, page, [[to_list()]])


def _list(
    turn: Turn, key: str, found: Sequence[Pattern], page: int, more: list[list[Button]]
) -> None:
    shown = found[:PAGE]
    turn.say(
        key,
        edit=turn.input.kind is Kind.BUTTON,
        lines=Lines([_line(one) for one in shown] or [Text("flags-none")]),
        buttons=[*rows(map(_opening, shown)), *turning(found, page, key), *more],
    )


def _line(one: Pattern) -> Text:
    """How the pattern stands: some are excluded, proposed, or neither."""
    key, counted = "flags-line", 0
    if one.proposed:
        key, counted = "flags-line-proposed", one.proposed
    if one.excluded:
        key, counted = "flags-line-excluded", one.excluded
    values = {"unit": one.unit_name, "reason": _reason(one.reason), "n": one.n, "counted": counted}
    return Text(key, values | {"at": When(one.first, one.zone, "date")})


def _reason(reason: Reason) -> Text:
    return Text(f"flag-reason-{reason}".replace("_", "-"))


def _opening(one: Pattern) -> Button:
    values = {"unit": one.unit_name, "reason": _reason(one.reason), "n": one.n}
    return button(Text("button-flag", values), "flag", one.flag_id)


def turning(
    found: Sequence[object], page: int, action: str, *arguments: object
) -> list[list[Button]]:
    last = page + 1 if len(found) > PAGE else page
    return lists.turning(page, last, action, *arguments)


def to_list() -> Button:
    return button(Text("button-flags"), "flags")


# --- one pattern, one rating


def show(turn: Turn) -> None:
    """The button `flag:<id of a doubt>[:<page>]`: the whole pattern."""
    turn.finish()
    look = flag_review.look(turn.tx, turn.integer(0), turn.person_id, turn.at)
    last = max(0, (len(look.ratings) - 1) // PAGE)
    page = min(max(0, lists.page_number(turn, 1)), last)
    first = page * PAGE
    shown = list(enumerate(look.ratings[first : first + PAGE], first + 1))
    numbers = (button(str(n), "flag-one", one.flag_id) for n, one in shown)
    turn.say(
        "flag",
        edit=turn.input.kind is Kind.BUTTON,
        **_facts(look, _statements(look.ratings)[:STATEMENTS]),
        lines=Lines([text for n, one in shown for text in _rating(n, one, look.pattern.zone)]),
        buttons=[
            *_acts(look.ratings, look.pattern.flag_id, WHOLE),
            *(rows(numbers, PAGE) if len(look.ratings) > 1 else []),
            *lists.turning(page, last, "flag", look.pattern.flag_id),
            [to_list()],
        ],
    )


def _facts(look: Look, statements: list[Text]) -> dict[str, Any]:
    hidden = [Text("flag-hidden", {"n": look.hidden})] if look.hidden else []
    return {
        "unit": look.pattern.unit_name,
        "reason": _reason(look.pattern.reason),
        "led": Lines([_led(look), *statements]),
        "notes": Lines([*hidden, Text("flag-note")]),
    }


def _led(look: Look) -> Text:
    """The numbers that led to it, in a sentence; of one raised by hand, the words."""
    values: dict[str, Any] = {"name": look.raised_by or "", **look.found}
    if "scores" in values:
        values["scores"] = Text("flag-scores", {"n": values["scores"]})
    if "words" in values:
        values["words"] = clipping.clip(str(values["words"]), SAID)
    return Text(f"flag-led-{look.pattern.reason}".replace("_", "-"), values)


def one(turn: Turn) -> None:
    """The button `flag-one:<id of a doubt>`: one rating, to be settled apart from the others."""
    turn.finish()
    look = flag_review.look(turn.tx, turn.integer(0), turn.person_id, turn.at)
    found = next((one for one in look.ratings if one.flag_id == turn.integer(0)), None)
    if found is None:
        raise Refused("flag-about-you")
    turn.say(
        "flag",
        edit=True,
        **_facts(look, _statements([found])),
        lines=Lines(_rating(1, found, look.pattern.zone, clipping.MESSAGE // 4)),
        buttons=[
            *_acts([found], found.flag_id, ONE),
            [button(Text("button-back"), "flag", look.pattern.flag_id)],
        ],
    )


def _rating(place: int, found: Doubted, zone: str, most: int = COMMENT) -> list[Text]:
    values: dict[str, Any] = {
        "n": place,
        "rater": found.rater,
        "at": When(found.at, zone, "short"),
        "score": Text(f"score-{found.score}"),
        "asked": Text(f"flag-asked-{found.asked}"),
    }
    state, words = _state(found), clipping.clip(found.words, most)
    line = Text("flag-rating-stands", values | {"state": state}) if state else None
    said = [Text("flag-words", {"words": words})] if words else []
    return [line or Text("flag-rating", values), *said]


def _state(found: Doubted) -> Text | None:
    if found.standing is Standing.WITHDRAWN:
        return Text("flag-is-withdrawn")
    if found.decision is not None:
        excluded = found.decision is Decision.EXCLUDED
        return Text("flag-is-excluded" if excluded else "flag-is-kept")
    return Text("flag-is-proposed") if found.proposed_by else None


def _statements(ratings: Iterable[Doubted]) -> list[Text]:
    """What was proposed and decided, by whom and why, each once."""
    said: dict[tuple[str, str, str], Text] = {}
    for found in ratings:
        told = []
        if found.proposed_by:
            told.append(("flag-was-proposed", found.proposed_by, found.proposal))
        if found.decision is not None:
            key = "flag-was-kept" if found.decision is Decision.KEPT else "flag-was-excluded"
            told.append((key, found.decided_by or "", found.because))
        for key, name, words in told:
            values = {"name": name, "words": clipping.clip(words, SAID)}
            said.setdefault((key, name, words), Text(key, values))
    return list(said.values())


@dataclass(frozen=True, slots=True)
class _Act:
    """Something to do with doubtful ratings: for which of them it can be done, and how."""

    can: Callable[[Doubted], bool]
    do: Callable[[Turn, int, str, bool], Done]


def _restore(turn: Turn, flag_id: int, because: str, whole: bool) -> Done:
    """Each excluded rating of the pattern, or the one."""
    look = flag_review.look(turn.tx, flag_id, turn.person_id, turn.at)
    chosen = [
        found for found in look.ratings if found.can_restore and (whole or found.flag_id == flag_id)
    ]
    if not chosen:
        raise Refused("flag-not-excluded")
    for found in chosen:
        flags.restore(turn.tx, found.rating_id, turn.person_id, because, turn.at)
    return Done(len(chosen), look.hidden if whole else 0)


def _deciding(exclude: bool) -> Callable[[Turn, int, str, bool], Done]:
    return lambda turn, flag_id, because, whole: flags.decide(
        turn.tx, flag_id, turn.person_id, exclude, because, turn.at, whole=whole
    )


ACTS: dict[str, _Act] = {
    "keep": _Act(
        lambda found: found.can_keep,
        lambda turn, flag_id, because, whole: flags.keep(
            turn.tx, flag_id, turn.person_id, because, turn.at, whole=whole
        ),
    ),
    "propose": _Act(
        lambda found: found.can_propose,
        lambda turn, flag_id, because, whole: flags.propose(
            turn.tx, flag_id, turn.person_id, because, turn.at, whole=whole
        ),
    ),
    "agree": _Act(lambda found: found.can_decide, _deciding(exclude=True)),
    "disagree": _Act(lambda found: found.can_decide, _deciding(exclude=False)),
    "restore": _Act(lambda found: found.can_restore, _restore),
}


def _acts(ratings: Sequence[Doubted], flag_id: int, scope: str) -> list[list[Button]]:
    """What this reviewer can do, with the number of ratings it is for."""
    made = []
    for name, act in ACTS.items():
        if n := sum(map(act.can, ratings)):
            made.append(
                [button(Text(f"button-flag-{name}", {"n": n}), "flag-act", name, scope, flag_id)]
            )
    return made


# --- the reason, then the act


def act(turn: Turn) -> None:
    """The button `flag-act:<act>:<1 or w>:<id of a doubt>`: the reason comes next."""
    name, scope, flag_id = turn.arguments[0], turn.arguments[1], turn.integer(2)
    look = flag_review.look(turn.tx, flag_id, turn.person_id, turn.at)
    whole = scope == WHOLE
    able = [found for found in look.ratings if ACTS[name].can(found)]
    if not whole:
        able = [found for found in able if found.flag_id == flag_id]
    if not able:
        raise Refused("flag-decided-already")
    turn.ask("flag.reason", act=name, whole=whole, flag=flag_id, n=len(able))


def _ask_reason(turn: Turn) -> None:
    name = turn.data["act"]
    same = [[turn.choice(Text("button-flag-same"), "same")]] if name == "agree" else []
    asked = Text(f"flag-ask-{name}", {"n": turn.data["n"]})
    back = [button(Text("button-back"), "flag", turn.data["flag"])]
    turn.say("flag-ask", asked=asked, least=flags.LEAST_REASON, buttons=[*same, back])


def _take_reason(turn: Turn) -> None:
    name, flag_id, whole = turn.data["act"], turn.data["flag"], turn.data["whole"]
    because = _proposal(turn, flag_id) if turn.input.kind is Kind.BUTTON else turn.input.text
    done = ACTS[name].do(turn, flag_id, because, whole)
    turn.finish()
    told = [Text(f"flag-done-{name}", {"n": done.done})]
    if done.left:
        told.append(Text("flag-left", {"n": done.left}))
    if name == "propose":
        others = flags.seconds(turn.tx, flag_id, turn.at)
        told.append(Text("flag-second-told" if others else "flag-second-nobody"))
    buttons = [[button(Text("button-flag-look"), "flag", flag_id)], [to_list()]]
    turn.say("flag-done", told=Lines(told), buttons=buttons)


def _proposal(turn: Turn, flag_id: int) -> str:
    """The reason of who proposed it, agreed to."""
    look = flag_review.look(turn.tx, flag_id, turn.person_id, turn.at)
    asked_first = sorted(look.ratings, key=lambda found: found.flag_id != flag_id)
    return next(found.proposal for found in asked_first if found.proposal)


REASON = step(_ask_reason, _take_reason)
