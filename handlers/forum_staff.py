"""The forum for who leads an office or unit: ask, end, read the result, make a plan of it."""

from __future__ import annotations

from handlers import clipping, forum, lists
from handlers.links import deep_link
from handlers.message import Button, File, Lines, Text, button, rows
from handlers.turn import Kind, Turn, step
from models.errors import Refused
from models.forum import answers, questions
from models.forum.questions import Asking
from models.forum.tables import ForumQuestion, QuestionKind
from models.local_days import local_day
from models.offices import Unit
from models.ratings import plans
from models.ratings.periods import Period, PeriodKind
from models.small_numbers import SMALLEST, mark

WHO = questions.LEADING
TEXTS = 15  # answers in own words on one page
ROOM = 3000  # code units of them
SKIP, OPEN = "skip", "open"


def listed(turn: Turn) -> None:
    """`forum-staff[:<page>]`: the questions of the places one leads."""
    turn.finish()
    found = questions.of_mine(turn.tx, turn.at, turn.person_id)
    turn.say(
        "forum-staff" if found else "forum-staff-none",
        edit=True,
        buttons=[
            *lists.paged(
                found,
                lists.page_number(turn, 0),
                lambda one: button(_label(turn, one), "forum-view", one.id),
                "forum-staff",
            ),
            [button(Text("button-forum-new"), "forum-new")],
            [button(Text("button-back"), "forum")],
        ],
    )


def _label(turn: Turn, question: ForumQuestion) -> Text:
    state = "forum-state-over" if questions.is_closed(question, turn.at) else "forum-state-open"
    words = clipping.clip(question.text_id, forum.LABEL)
    return Text(state, {"question": words})


def view(turn: Turn) -> None:
    """`forum-view:<id>`: the running question with its link, or the result."""
    turn.finish()
    question = questions.led(turn.tx, turn.integer(0), turn.at, turn.person_id)
    if questions.is_closed(question, turn.at):
        _show_result(turn, question.id or 0, 0)
    else:
        _show_running(turn, question)


def _show_running(turn: Turn, question: ForumQuestion) -> None:
    n = answers.number(turn.tx, question.id or 0)
    turn.say(
        "forum-running",
        edit=True,
        **forum.about(turn, question),
        n=mark() if 0 < n < SMALLEST else n,
        options=Lines([Text("forum-option", {"option": one}) for one in question.options]),
        link=deep_link(turn.bot_name, f"f{question.id}"),
        buttons=[
            [button(Text("button-forum-qr"), "forum-qr", question.id)],
            [button(Text("button-forum-end"), "forum-end", question.id)],
            [button(Text("button-back"), "forum-staff")],
        ],
    )


def qr(turn: Turn) -> None:
    """`forum-qr:<id>`: the code alone, for a poster of one's own."""
    question = questions.led(turn.tx, turn.integer(0), turn.at, turn.person_id)
    link = deep_link(turn.bot_name, f"f{question.id}")
    place = questions.place_name(turn.tx, question)
    arguments = {"link": link, "unit": place, "counter": f"forum {question.id}", "office": place}
    turn.say("qr-code", name=place, link=link, file=File("qr", arguments, as_photo=True))


def end(turn: Turn) -> None:
    """`forum-end:<id>`: really?"""
    question = questions.led(turn.tx, turn.integer(0), turn.at, turn.person_id)
    turn.say(
        "forum-end",
        edit=True,
        **forum.about(turn, question),
        buttons=[
            [button(Text("button-forum-end-yes"), "forum-end-yes", question.id)],
            [button(Text("button-back"), "forum-view", question.id)],
        ],
    )


def end_now(turn: Turn) -> None:
    """`forum-end-yes:<id>`."""
    question = questions.end(turn.tx, turn.integer(0), turn.at, turn.person_id)
    _show_result(turn, question.id or 0, 0)


# --- the result, with the words


def result(turn: Turn) -> None:
    """`forum-read:<id>[:<page>]`."""
    turn.finish()
    _show_result(turn, turn.integer(0), lists.page_number(turn, 1))


def _show_result(turn: Turn, question_id: int, page: int) -> None:
    found = answers.outcome_for_staff(turn.tx, question_id, turn.at, turn.person_id)
    last = max(0, (len(found.texts) - 1) // TEXTS)
    page = min(max(page, 0), last)
    shown = found.texts[page * TEXTS : (page + 1) * TEXTS]
    said = [Text("forum-said", {"words": clipping.clip(words, ROOM // TEXTS)}) for words in shown]
    turn.say(
        "forum-outcome-staff",
        edit=True,
        **forum.about(turn, found.question),
        **forum.outcome_values(turn, found),
        words=Lines(said),
        buttons=[
            *lists.turning(page, last, "forum-read", question_id),
            [_plan_button(found.question)],
            [button(Text("button-back"), "forum-staff")],
        ],
    )


def _plan_button(question: ForumQuestion) -> Button:
    if question.plan_id is not None:
        return button(Text("button-plan"), "plan", question.plan_id)
    return button(Text("button-forum-plan"), "forum-plan", question.id)


def plan(turn: Turn) -> None:
    """`forum-plan:<id>[:<unit>]`: a follow-up plan of the unit; of an office, of which unit?"""
    question = questions.led(turn.tx, turn.integer(0), turn.at, turn.person_id)
    if question.plan_id is not None:
        raise Refused("forum-planned-already")
    units = questions.units_of(turn.tx, question)
    chosen = turn.integer(1) if len(turn.arguments) > 1 else None
    if chosen is None and len(units) > 1:
        _ask_unit(turn, question, units)
        return
    unit = plans.led(turn.tx, chosen or units[0].id or 0, turn.at, turn.person_id)
    today = local_day(unit.zone, turn.at)
    period = Period.containing(today, PeriodKind.QUARTER)
    turn.finish()
    turn.ask("plan.element", unit=unit.id, period=period.code, forum=question.id)


def _ask_unit(turn: Turn, question: ForumQuestion, units: list[Unit]) -> None:
    choices = [button(one.name, "forum-plan", question.id, one.id) for one in units]
    back = button(Text("button-back"), "forum-read", question.id)
    turn.say("forum-plan-unit", edit=True, buttons=rows([*choices, back]))


def link_plan(turn: Turn, plan_id: int) -> None:
    """A plan was made: where it came from a question, that is kept and shown to citizens too."""
    question_id = turn.data.get("forum")
    if question_id is not None:
        questions.link(turn.tx, question_id, plan_id, turn.at, turn.person_id)


# --- a new question


def new(turn: Turn) -> None:
    """`forum-new[:<page>]`: for which place?"""
    turn.finish()
    found = questions.places(turn.tx, turn.at, turn.person_id)
    turn.say(
        "forum-place" if found else "forum-no-place",
        edit=True,
        buttons=[
            *lists.paged(
                found,
                lists.page_number(turn, 0),
                lambda one: button(_place(one), "forum-kind", one[0], one[1] or 0),
                "forum-new",
            ),
            [button(Text("button-back"), "forum-staff")],
        ],
    )


def _place(one: tuple[int, int | None, str]) -> Text | str:
    return Text("forum-whole-office", {"name": one[2]}) if one[1] is None else one[2]


def kind(turn: Turn) -> None:
    """`forum-kind:<office>:<unit or 0>`: options, or own words?"""
    office_id, unit_id = turn.integer(0), turn.integer(1) or None
    questions.require_lead(turn.tx, office_id, unit_id, turn.at, turn.person_id)
    choices = [
        button(Text(f"button-forum-{one}"), "forum-begin", office_id, unit_id or 0, one.value)
        for one in QuestionKind
    ]
    back = button(Text("button-back"), "forum-new")
    turn.say("forum-kind", edit=True, buttons=rows([*choices, back]))


def begin(turn: Turn) -> None:
    """`forum-begin:<office>:<unit or 0>:<kind>`."""
    office_id, unit_id = turn.integer(0), turn.integer(1) or None
    questions.require_lead(turn.tx, office_id, unit_id, turn.at, turn.person_id)
    asked = QuestionKind(turn.arguments[2])
    turn.finish()
    turn.ask("forum.text", office=office_id, unit=unit_id, kind=asked.value)


def _ask_text(turn: Turn) -> None:
    turn.say(
        "forum-ask-text",
        edit=True,
        least=questions.LEAST,
        most=questions.MOST,
        buttons=[_out()],
    )


def _take_text(turn: Turn) -> None:
    known = turn.data | {"text": questions.words(turn.input.text)}
    chosen = turn.data["kind"] == QuestionKind.CHOICE
    turn.ask("forum.options" if chosen else "forum.english", **known)


def _ask_options(turn: Turn) -> None:
    least, most = questions.OPTIONS[0], questions.OPTIONS[-1]
    turn.say("forum-ask-options", least=least, most=most, buttons=[_out()])


def _take_options(turn: Turn) -> None:
    found = questions.options_of(turn.input.text.splitlines())
    turn.ask("forum.english", **turn.data, options=list(found))


def _ask_english(turn: Turn) -> None:
    turn.say(
        "forum-ask-english",
        n=len(turn.data.get("options", [])),
        buttons=[[turn.choice(Text("button-skip"), SKIP)], _out()],
    )


def _take_english(turn: Turn) -> None:
    """The question on the first line, the options on those that follow."""
    if turn.input.kind is Kind.BUTTON:
        turn.ask("forum.term", **turn.data)
        return
    first, *rest = [line for line in turn.input.text.splitlines() if line.strip()] or [""]
    english = {"text_en": first, "options_en": rest}
    questions.checked(_asking(turn.data | english))
    turn.ask("forum.term", **turn.data, **english)


def _ask_term(turn: Turn) -> None:
    data = turn.data
    options = [Text("forum-option", {"option": one}) for one in data.get("options", [])]
    english = [data.get("text_en", ""), *data.get("options_en", [])]
    turn.say(
        "forum-ask-term",
        edit=True,
        question=data["text"],
        options=Lines(options),
        english=Lines([Text("forum-option", {"option": one}) for one in english if one]),
        buttons=[
            *rows(turn.choice(Text("button-forum-days", {"days": n}), n) for n in questions.TERMS),
            _out(),
        ],
    )


def _take_term(turn: Turn) -> None:
    """A pressed number of days, or a typed one."""
    written = turn.input.data if turn.input.kind is Kind.BUTTON else turn.input.text.strip()
    days = int(written) if written.isascii() and written.isdigit() and len(written) < 4 else 0
    data = turn.data
    question = questions.open_question(
        turn.tx,
        data["office"],
        data["unit"],
        _asking(data),
        days,
        turn.at,
        turn.person_id,
    )
    turn.finish()
    turn.pop_up("forum-opened")
    _show_running(turn, question)


def _asking(data: dict[str, object]) -> Asking:
    def listed(name: str) -> list[str]:
        found = data.get(name)
        return found if isinstance(found, list) else []

    return Asking(
        QuestionKind(str(data["kind"])),
        str(data["text"]),
        listed("options"),
        str(data.get("text_en", "")),
        listed("options_en"),
    )


def _out() -> list[Button]:
    return [button(Text("button-back"), "forum-staff")]


TEXT = step(_ask_text, _take_text, buttons=False)
OPTIONS = step(_ask_options, _take_options, buttons=False)
ENGLISH = step(_ask_english, _take_english)
TERM = step(_ask_term, _take_term)
