"""`/forum`: questions that an office or unit asks the people it serves, for a time.

One tap or own words, one answer of a person, changeable while the question is open. Opening one and
reading its result as staff is in `forum_staff`.
"""

from __future__ import annotations

from typing import Any

import nlp
from handlers import clipping
from handlers.masked import known_by
from handlers.message import Button, Lines, Text, When, button, rows
from handlers.turn import Turn, step
from models.forum import answers, questions
from models.forum.answers import Outcome
from models.forum.tables import ForumAnswer, ForumQuestion, QuestionKind

SHOWN = 8  # questions in one list
RESULTS = 4
LABEL = 56  # code units of a question on a button


def menu_rows(turn: Turn) -> list[list[Button]]:
    """A line in the main menu when something is asked."""
    n = questions.count_open(turn.tx, turn.at)
    return [[button(Text("button-forum", {"n": n}), "forum")]] if n else []


def listed(turn: Turn) -> None:
    """The command, and the button `forum`."""
    turn.finish()
    open_ = questions.open_now(turn.tx, turn.at)[:SHOWN]
    over = questions.lately_closed(turn.tx, turn.at)[:RESULTS]
    leads = bool(turn.authority.appointments) and turn.has(*questions.LEADING)
    staff = [[button(Text("button-forum-staff"), "forum-staff")]] if leads else []
    turn.say(
        "forum" if open_ else "forum-none",
        edit=True,
        buttons=[
            *rows(button(_label(turn, one), "forum-q", one.id) for one in open_),
            *rows(
                button(
                    Text("button-forum-result", {"question": _label(turn, one)}),
                    "forum-result",
                    one.id,
                )
                for one in over
            ),
            *staff,
            [button(Text("button-menu"), "menu")],
        ],
    )


def at_question(turn: Turn, question_id: int) -> None:
    """A deep link `f<id>`, from a poster: the question, or what came of it."""
    question = questions.one(turn.tx, question_id)
    if questions.is_closed(question, turn.at):
        _show_result(turn, question_id)
    else:
        _show(turn, question)


def show(turn: Turn) -> None:
    """`forum-q:<id>`."""
    turn.finish()
    at_question(turn, turn.integer(0))


def _show(turn: Turn, question: ForumQuestion, key: str = "forum-question") -> None:
    mine = answers.of_rater(turn.tx, question.id or 0, turn.who.pseudonym)
    turn.say(
        key,
        edit=True,
        **about(turn, question),
        mine=_mine(turn, question, mine),
        buttons=[
            *rows(_answer_buttons(turn, question, mine)),
            *([[button(Text("button-forum-withdraw"), "forum-out", question.id)]] if mine else []),
            [button(Text("button-forum-list"), "forum")],
        ],
    )


def _answer_buttons(turn: Turn, question: ForumQuestion, mine: ForumAnswer | None) -> list[Button]:
    if question.kind == QuestionKind.OPEN:
        key = "button-forum-rewrite" if mine else "button-forum-write"
        return [button(Text(key), "forum-write", question.id)]
    chosen = mine.choice if mine else None
    return [
        button(
            Text("forum-chosen", {"option": option}) if place == chosen else option,
            "forum-pick",
            question.id,
            place,
        )
        for place, option in enumerate(options(turn, question))
    ]


def _mine(turn: Turn, question: ForumQuestion, mine: ForumAnswer | None) -> Text | str:
    if mine is None:
        return Text(f"forum-how-{question.kind}")
    if mine.choice is not None:
        return Text("forum-mine", {"answer": options(turn, question)[mine.choice]})
    return Text("forum-mine", {"answer": mine.text or ""})


# --- answering


def pick(turn: Turn) -> None:
    """`forum-pick:<id>:<option>`."""
    number = turn.integer(0)
    answers.choose(turn.tx, number, turn.who.pseudonym, turn.integer(1), turn.at)
    turn.finish()
    _show(turn, questions.one(turn.tx, number), "forum-thanks")


def write(turn: Turn) -> None:
    """`forum-write:<id>`."""
    question = questions.one(turn.tx, turn.integer(0))
    turn.finish()
    turn.ask("forum.words", question=question.id)


def _ask_words(turn: Turn) -> None:
    question = questions.one(turn.tx, turn.data["question"])
    turn.say(
        "forum-ask",
        edit=True,
        **about(turn, question),
        most=answers.MOST,
        buttons=[[button(Text("button-back"), "forum-q", question.id)]],
    )


def _take_words(turn: Turn) -> None:
    number, written = turn.data["question"], turn.input.text
    shown = nlp.mask(written, known_by(turn.input)).text
    said = shown[: answers.MOST] if len(written) <= answers.MOST else written
    answers.tell(turn.tx, number, turn.who.pseudonym, said, turn.at)
    turn.finish()
    _show(turn, questions.one(turn.tx, number), "forum-thanks")


WORDS = step(_ask_words, _take_words, buttons=False)


def withdraw(turn: Turn) -> None:
    """`forum-out:<id>`."""
    number = turn.integer(0)
    answers.withdraw(turn.tx, number, turn.who.pseudonym, turn.at)
    turn.finish()
    turn.pop_up("forum-withdrawn")
    _show(turn, questions.one(turn.tx, number))


# --- the result, as everybody may know it


def result(turn: Turn) -> None:
    """`forum-result:<id>`."""
    turn.finish()
    _show_result(turn, turn.integer(0))


def _show_result(turn: Turn, question_id: int) -> None:
    found = answers.outcome(turn.tx, question_id, turn.at)
    turn.say(
        "forum-outcome",
        edit=True,
        **about(turn, found.question),
        **outcome_values(turn, found),
        buttons=[[button(Text("button-forum-list"), "forum")]],
    )


def outcome_values(turn: Turn, found: Outcome) -> dict[str, Any]:
    """Counts, and whether a plan came of it."""
    if found.n is None:
        counts = [Text("forum-few")]
    else:
        told = zip(options(turn, found.question), found.counts, strict=True)
        counts = [Text("forum-n", {"n": found.n}), *(_count(option, n) for option, n in told)]
    planned = found.question.plan_id is not None
    return {
        "counts": Lines(counts),
        "planned": Text("forum-planned" if planned else "forum-not-planned"),
    }


def _count(option: str, n: int | None) -> Text:
    """An option with how many chose it."""
    if n is None:
        return Text("forum-count-few", {"option": option})
    return Text("forum-count", {"option": option, "n": n})


# --- words that all of this uses


def about(turn: Turn, question: ForumQuestion) -> dict[str, Any]:
    return {
        "place": questions.place_name(turn.tx, question),
        "question": text_of(turn, question),
        "until": until(turn, question),
    }


def text_of(turn: Turn, question: ForumQuestion) -> str:
    english = turn.who.language == "en" and question.text_en
    return question.text_en if english else question.text_id


def options(turn: Turn, question: ForumQuestion) -> list[str]:
    english = turn.who.language == "en" and question.options_en
    return question.options_en if english else question.options


def until(turn: Turn, question: ForumQuestion) -> When:
    return When(question.closes_at, questions.zone_of(turn.tx, question), "long-day-clock-end")


def _label(turn: Turn, question: ForumQuestion) -> str:
    return clipping.clip(text_of(turn, question), LABEL)
