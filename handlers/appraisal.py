"""`/penilaian`: the appraisals one has to do with, and one of them: evidence, ratings, file.

The evidence stands beside the two questions; no rating is proposed, marked or counted towards a
quota. What is typed is taken in `appraisal_acts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers import appraisal_lines, lists
from handlers.appraisal_lines import Card
from handlers.clipping import clip
from handlers.message import Button, Lines, Number, Text, When, button, rows
from handlers.turn import Turn
from models import seen
from models.appraisal import matrix
from models.appraisal.deciding import context, operations, queries, recap
from models.appraisal.deciding.context import Context
from models.appraisal.deciding.queries import Lists, May, Row, View
from models.appraisal.deciding.sheet import Decided
from models.appraisal.deciding.steps import Step
from models.appraisal.deciding.tables import AppraisalState
from models.appraisal.leaders import Standing
from models.appraisal.matrix import Expectation
from models.errors import Refused
from models.people import Role

LONG = 600  # characters of a note on the page; the whole of it stands in the form
AMENDED = 3  # reasons of amendments on the page
ROLES = (Role.OFFICER, Role.HEAD)
UNCONFIRMED = (AppraisalState.OPEN, AppraisalState.RATED)
HEARD = (Step.EXPLAINED, Step.EXPLANATION_PASSED)
# in the order in which they stand under an appraisal; each one alone in its row, all alike
ACTS = (
    May.CONFIRM,
    May.RATE,
    May.AGREE,
    May.OBJECT,
    May.EXPLAIN,
    May.DECIDE,
    May.REOPEN,
    May.AMEND,
)


# --- the list


def listed(turn: Turn) -> None:
    """`/penilaian`, and the button `appraisals[:<page>]`: what waits for the reader first."""
    turn.finish()
    found = queries.lists(turn.tx, turn.person_id, turn.at)
    labelled = [
        *(("appraisal-label-deciding", one) for one in found.deciding),
        *(("appraisal-label-rating", one) for one in found.rating),
        *(("appraisal-label-own", one) for one in found.own),
    ]
    turn.say(
        "appraisals" if labelled else "appraisals-none",
        edit=True,
        lines=Lines(list(_waiting(found)) or [Text("appraisals-waiting-none")]),
        buttons=[
            *lists.paged(labelled, lists.page_number(turn, 0), _label, "appraisals"),
            [button(Text("button-menu"), "menu")],
        ],
    )


def _waiting(found: Lists) -> Iterator[Text]:
    """How many wait for which act of the reader; of those none, no line."""
    for key, number in (
        ("deciding", len(found.deciding)),
        ("rating", sum(one.state in UNCONFIRMED for one in found.rating)),
        ("own", sum(one.state is AppraisalState.DELIVERED for one in found.own)),
    ):
        if number:
            yield Text(f"appraisals-waiting-{key}", {"n": number})


def _label(one: tuple[str, Row]) -> Button:
    key, row = one
    yours = key == "appraisal-label-own" and row.state is AppraisalState.DELIVERED
    state = Text("appraisal-state-yours" if yours else f"appraisal-state-{row.state}")
    values = {"officer": row.officer, "period": Text(*row.period), "state": state}
    return button(Text(key, values), "appraisal", row.appraisal_id)


# --- one


def show(turn: Turn) -> None:
    """The button `appraisal:<id>`."""
    turn.finish()
    show_one(turn, turn.integer(0))


def show_one(turn: Turn, appraisal_id: int, *, edit: bool = True) -> None:
    view = queries.read(turn.tx, appraisal_id, turn.person_id, turn.at)
    record, appraiser = view.sheet.record, view.sheet.appraiser
    turn.say(
        "appraisal-page",
        edit=edit,
        officer=record.officer.name,
        unit=record.officer.unit,
        period=Text(*view.sheet.period),
        appraiser=appraiser.name if appraiser else "",
        facts=Lines(list(_facts(view))),
        ratings=Lines(list(_ratings(view)) or [Text("appraisal-unrated")]),
        buttons=_buttons(view),
    )


def _facts(view: View) -> Iterator[Text]:
    """When the record was frozen and amended, how far it is, and whose turn it is."""
    frozen, zone = view.sheet.frozen, view.sheet.record.zone
    if frozen is not None:
        yield Text(
            "appraisal-frozen", {"at": When(frozen.at, zone, "date"), "version": frozen.version}
        )
        yield from (_amended(reason) for reason in frozen.amendments[-AMENDED:])
    decided = view.sheet.decided
    if view.state is AppraisalState.DELIVERED and decided and decided.objection_until is None:
        yield Text("appraisal-undelivered")
    else:
        yield Text(f"appraisal-stands-{_stands(view)}", _terms(view))
    yield from _next(view)


def _stands(view: View) -> str:
    """The state; an objection on which both sides are heard waits for its decision alone, and what
    is delivered asks the officer to answer."""
    if May.AGREE in view.may:
        return "yours"
    heard = any(entry.step in HEARD for entry in view.file)
    return "heard" if view.state is AppraisalState.OBJECTED and heard else view.state


def _amended(reason: str) -> Text:
    return Text("appraisal-amended", {"reason": clip(reason, LONG // 3)})


def _terms(view: View) -> dict[str, When | str]:
    zone, decided = view.sheet.record.zone, view.sheet.decided
    ends = {
        "rate_until": view.rate_until,
        "objection_until": decided.objection_until if decided else None,
        "explain_until": view.explain_until,
        "decide_until": view.decide_until,
    }
    return {name: When(at, zone, "full-end") if at else "" for name, at in ends.items()}


def _ratings(view: View) -> Iterator[Text]:
    """What was given, with notes, the reason where the evidence says the opposite, and by whom."""
    decided = view.sheet.decided
    if decided is None or decided.work is None or decided.behaviour is None:
        return
    for axis, rating, note in (
        ("work", decided.work, decided.work_note),
        ("behaviour", decided.behaviour, decided.behaviour_note),
    ):
        values = {"rating": Text(f"expectation-{rating}"), "note": clip(note, LONG)}
        yield Text(f"appraisal-rating-{axis}", values)
    if decided.contradiction:
        yield Text("appraisal-reason", {"reason": clip(decided.contradiction, LONG)})
    yield Text("appraisal-rated-by", {"by": decided.rated_by})
    yield _predicate(decided)


def _predicate(decided: Decided) -> Text:
    """The confirmed one; before that, for the appraiser alone, what the matrix calls the pair."""
    if decided.predicate is not None:
        values = {"predicate": Text(f"predicate-{decided.predicate}"), "by": decided.confirmed_by}
        return Text("appraisal-predicate", values)
    pair = Expectation(decided.work or ""), Expectation(decided.behaviour or "")
    return Text("appraisal-preview", {"predicate": Text(f"predicate-{matrix.predicate(*pair)}")})


def _next(view: View) -> Iterator[Text]:
    """What an amendment asks of the reader."""
    if not view.amended:
        return
    if May.RATE in view.may:
        yield Text("appraisal-next-rate-again")
    else:
        reopens = May.REOPEN in view.may
        yield Text("appraisal-next-reopen" if reopens else "appraisal-next-amended")


def _buttons(view: View) -> list[list[Button]]:
    number = view.appraisal_id
    reading = [
        button(Text("button-appraisal-record"), "appraisal-part", number, 0),
        button(Text("button-appraisal-file"), "appraisal-file", number, 0),
    ]
    acts = [
        button(_act(view, act), f"appraisal-{act}", number, *_mark(view, act))
        for act in ACTS
        if act in view.may
    ]
    beside = [button(Text("button-appraisal-pdf"), "form-pdf", view.officer_id, view.period_id)]
    if view.standing is not Standing.OWN:
        beside.append(button(Text("button-appraisal-context"), "appraisal-context", number))
    return [reading, *rows(acts), beside, [button(Text("button-back"), "appraisals")]]


def _act(view: View, act: May) -> Text:
    again = act is May.RATE and view.state is AppraisalState.RATED
    return Text("button-appraisal-rate-again" if again else f"button-appraisal-{act}")


def _mark(view: View, act: May) -> tuple[int, ...]:
    """What is agreed to is what is read here."""
    if act is not May.AGREE or view.confirmed_at is None:
        return ()
    return (seen.mark(view.confirmed_at),)


# --- its evidence and its file, a card at a time


def part(turn: Turn) -> None:
    """The button `appraisal-part:<id>:<number>`: one card of the record; after the last one the
    appraiser goes on to the ratings."""
    view = queries.read(turn.tx, turn.integer(0), turn.person_id, turn.at)
    cards = appraisal_lines.cards(view.sheet.record)
    read = turn.integer(1) >= len(cards) - 1 and May.RATE in view.may
    rate = [button(_act(view, May.RATE), f"appraisal-{May.RATE}", view.appraisal_id)]
    _card(turn, view, cards, "appraisal-part", [rate] if read else [])


def file(turn: Turn) -> None:
    """The button `appraisal-file:<id>:<number>`: the steps."""
    view = queries.read(turn.tx, turn.integer(0), turn.person_id, turn.at)
    _card(turn, view, appraisal_lines.file(view.file, view.sheet.record.zone), "appraisal-file")


def _card(
    turn: Turn, view: View, cards: list[Card], action: str, onward: Sequence[list[Button]] = ()
) -> None:
    last = len(cards) - 1
    number = min(max(turn.integer(1), 0), last)
    heading, lines = cards[number]
    turn.say(
        "appraisal-card",
        edit=True,
        officer=view.sheet.record.officer.name,
        period=Text(*view.sheet.period),
        heading=heading,
        lines=lines,
        number=number + 1,
        of=last + 1,
        buttons=[
            *lists.turning(number, last, action, view.appraisal_id),
            *onward,
            [button(Text("button-back"), "appraisal", view.appraisal_id)],
        ],
    )


# --- acts of one press


def confirm(turn: Turn) -> None:
    """The button `appraisal-confirm:<id>`: a separate act after both ratings."""
    operations.confirm(turn.tx, turn.integer(0), turn.at, turn.person_id)
    turn.pop_up("appraisal-confirmed")
    show_one(turn, turn.integer(0))


def agree(turn: Turn) -> None:
    """The button `appraisal-agree:<id>:<mark of what was read>`."""
    read = turn.integer(1) if len(turn.arguments) > 1 else None
    operations.agree(turn.tx, turn.integer(0), turn.at, turn.person_id, read)
    turn.pop_up("appraisal-agreed")
    show_one(turn, turn.integer(0))


# --- what stands beside it


def around(turn: Turn) -> None:
    """The button `appraisal-context:<id>`: the spread in the office and the organisation's
    predicate, for those who decide. No quota."""
    view = queries.read(turn.tx, turn.integer(0), turn.person_id, turn.at)
    if view.standing is Standing.OWN:
        raise Refused("not-for-you")
    found = context.context(turn.tx, view.office_id, view.period_id)
    turn.say(
        "appraisal-context",
        edit=True,
        period=Text(*view.sheet.period),
        lines=spread(found),
        organisation=organisation(found),
        buttons=[
            *_recap(turn, view),
            [button(Text("button-back"), "appraisal", view.appraisal_id)],
        ],
    )


def _recap(turn: Turn, view: View) -> Iterator[list[Button]]:
    """The office's recap, for who leads all of it."""
    if recap.may_make(turn.tx, view.office_id, turn.person_id, turn.at):
        yield [button(Text("button-recap-xlsx"), "recap-xlsx", view.period_id)]


def spread(found: Context) -> Lines:
    """How many of each predicate, where that tells nobody's."""
    if not found.counts:
        return Lines([Text("appraisal-spread-few")])
    return Lines([_counted(one, number) for one, number in found.counts.items()])


def _counted(predicate: matrix.Predicate, number: int | None) -> Text:
    told = Text("appraisal-spread-hidden") if number is None else Number(number)
    return Text("appraisal-spread", {"predicate": Text(f"predicate-{predicate}"), "n": told})


def organisation(found: Context) -> Text:
    if found.organisation is None:
        return Text("appraisal-organisation-none")
    values = {"predicate": Text(f"predicate-{found.organisation}"), "source": found.source}
    return Text("appraisal-organisation", values)
