"""The survey after a rating: one tap a question in one message, then a few words on oneself.

Its buttons name the questionnaire and the question, not an open step: so it can be left at any
time and taken up again from its own message, and a button pressed twice does no harm.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from handlers.lists import page_number, paged
from handlers.message import Button, Text, When, button, rows
from handlers.turn import Turn
from models import offices
from models.errors import Refused
from models.offices import Unit
from models.ratings import instruments, surveys
from models.ratings.instruments import Question
from models.ratings.own import OwnRating
from models.ratings.surveys import OPEN_FOR, PROFILE, SERVICE, Survey
from models.ratings.tables import SCORES

PER_MINUTE = 9  # questions, one tap each
BAR = 9  # marks of the progress
DONE, LEFT = "●", "○"
NO_ANSWER = "-"
WIDTHS = {"sex": 2, "age": 3, "education": 2, "occupation": 2}  # buttons of a row


# --- the ways in


def offer(turn: Turn, rating: OwnRating) -> list[list[Button]]:
    """The row that leads from a rating to its survey; none when there is nothing to fill in."""
    if rating.survey_id is not None:
        return [] if rating.survey_finished else [[_resuming(rating.survey_id)]]
    n = len(instruments.current(turn.tx, rating.unit_id, turn.at).questions)
    label = Text("button-survey", {"n": n, "minutes": ceil(n / PER_MINUTE)})
    return [[button(label, "survey", rating.id)]]


def unfinished(turn: Turn) -> list[list[Button]]:
    """The row of the menu that leads back to a survey begun in the last 30 days."""
    begun = surveys.resume(turn.tx, turn.who.pseudonym, turn.at)
    if begun is None:
        return []
    label = Text("button-survey-of", {"unit": begun.unit})
    return [[button(label, "survey-go", begun.response_id)]]


def begin(turn: Turn) -> None:
    """The button `survey:<rating>`."""
    turn.finish()
    _go_on(turn, surveys.begin(turn.tx, turn.integer(0), turn.who.pseudonym, turn.at))


def resume(turn: Turn) -> None:
    """The button `survey-go:<questionnaire>`."""
    turn.finish()
    _go_on(turn, _mine(turn))


def _go_on(turn: Turn, survey: Survey) -> None:
    _show(turn, survey, survey.place)


# --- the questions


def question(turn: Turn) -> None:
    """The button `survey-question:<questionnaire>:<place>`: back to one."""
    _show(turn, _mine(turn), turn.integer(1))


def answer(turn: Turn) -> None:
    """The button `survey-answer:<questionnaire>:<question>:<score>`."""
    key, score = turn.arguments[1], turn.integer(2)
    survey = surveys.answer(turn.tx, turn.integer(0), turn.who.pseudonym, key, score, turn.at)
    _show(turn, survey, survey.after(key))


def skip(turn: Turn) -> None:
    """The button `survey-skip:<questionnaire>:<question>`."""
    key = turn.arguments[1]
    survey = surveys.skip(turn.tx, turn.integer(0), turn.who.pseudonym, key, turn.at)
    _show(turn, survey, survey.after(key))


def _show(turn: Turn, survey: Survey, place: int) -> None:
    questions = survey.form.questions
    if 0 <= place < len(questions):
        _ask(turn, survey, questions, place)
    elif survey.answers:
        _about(turn, survey, 0)
    else:
        _later(turn, survey)  # every question was skipped


def _ask(turn: Turn, survey: Survey, questions: Sequence[Question], place: int) -> None:
    asked = questions[place]
    given = survey.answers.get(asked.key)
    answers = [
        [button(answer_label(asked, score), "survey-answer", survey.id, asked.key, score)]
        for score in SCORES
    ]
    back = [button(Text("button-survey-back"), "survey-question", survey.id, place - 1)]
    skipping = button(Text("button-skip"), "survey-skip", survey.id, asked.key)
    turn.say(
        "survey-question" if given is None else "survey-question-again",
        edit=True,
        where=_unit_name(turn, survey),
        progress=_progress(place + 1, len(questions)),
        question=wording(asked, turn.who.language),
        answer=answer_label(asked, given) if given else "",
        buttons=[
            *answers,
            [*(back if place else []), skipping],
            [button(Text("button-survey-later"), "survey-later", survey.id)],
        ],
    )


def wording(asked: Question, language: str) -> Text | str:
    """The official question of the element, or the unit's own in the person's language."""
    if asked.wording.official:
        return Text(f"survey-q-{asked.element}")
    return asked.wording.en if language == "en" else asked.wording.id


def answer_label(asked: Question, score: int) -> Text:
    """The official answers of the element; four plain steps under a question of the unit's own."""
    official = asked.wording.official
    return Text(f"survey-{asked.element}-{score}") if official else Text(f"score-{score}")


def later(turn: Turn) -> None:
    """The button `survey-later:<questionnaire>`: what was answered stays."""
    _later(turn, _mine(turn))


def _later(turn: Turn, survey: Survey) -> None:
    unit = _unit(turn, survey.response.unit_id)
    kept = {"done": len(survey.answers), "n": len(survey.form.questions)}
    until = survey.response.started_at + OPEN_FOR
    turn.say(
        "survey-later",
        edit=True,
        kept=Text("survey-kept", kept) if survey.answers else Text("survey-kept-none"),
        until=When(until, unit.zone, "full"),
        buttons=[[_resuming(survey.id)], [button(Text("button-menu"), "menu")]],
    )


# --- about the person


def about(turn: Turn) -> None:
    """The button `survey-about:<questionnaire>:<place>`: back to one of the last questions."""
    _about(turn, _mine(turn), turn.integer(1))


def services(turn: Turn) -> None:
    """The button `survey-services:<questionnaire>:<page>`."""
    survey = _mine(turn)
    fields = _fields(turn, survey)
    if SERVICE not in fields:
        raise Refused("not-for-you")
    _about(turn, survey, fields.index(SERVICE), page_number(turn, 1))


def tell(turn: Turn) -> None:
    """The button `survey-me:<questionnaire>:<field>:<value>`; the value "-" is no answer."""
    field, value = turn.arguments[1], turn.arguments[2]
    given = None if value == NO_ANSWER else value
    survey = surveys.describe(turn.tx, turn.integer(0), turn.who.pseudonym, field, given, turn.at)
    _about(turn, survey, _fields(turn, survey).index(field) + 1)


def _about(turn: Turn, survey: Survey, place: int, page: int = 0) -> None:
    fields = _fields(turn, survey)
    if not 0 <= place < len(fields):
        _finish(turn, survey)
        return
    field = fields[place]
    if place:
        back = button(Text("button-survey-back"), "survey-about", survey.id, place - 1)
    else:
        last = len(survey.form.questions) - 1
        back = button(Text("button-survey-back"), "survey-question", survey.id, last)
    turn.say(
        "survey-about",
        edit=True,
        progress=_progress(place + 1, len(fields)),
        question=Text(f"survey-me-{field}"),
        buttons=[
            *_choices(turn, survey, field, page),
            [back, button(Text("button-skip"), "survey-me", survey.id, field, NO_ANSWER)],
            [button(Text("button-skip-all"), "survey-done", survey.id)],
        ],
    )


def _choices(turn: Turn, survey: Survey, field: str, page: int) -> list[list[Button]]:
    if field == SERVICE:
        return paged(
            offices.services(turn.tx, survey.response.unit_id),
            page,
            lambda one: button(one.name, "survey-me", survey.id, SERVICE, one.id),
            "survey-services",
            survey.id,
        )
    labels = [
        button(Text(f"profile-{field}-{value}"), "survey-me", survey.id, field, value)
        for value in PROFILE[field]
    ]
    return rows(labels, WIDTHS[field])


def _fields(turn: Turn, survey: Survey) -> list[str]:
    """What is asked: the service too, unless the visit tells or there is nothing to choose."""
    response = survey.response
    asked = not surveys.served(turn.tx, response)
    several = asked and len(offices.services(turn.tx, response.unit_id)) > 1
    return [SERVICE, *PROFILE] if several else [*PROFILE]


def done(turn: Turn) -> None:
    """The button `survey-done:<questionnaire>`: enough told of oneself."""
    _finish(turn, _mine(turn))


def _finish(turn: Turn, survey: Survey) -> None:
    if not survey.answers:
        _later(turn, survey)
        return
    where = _unit_name(turn, survey)
    surveys.finish(turn.tx, survey.id, turn.who.pseudonym, turn.at)
    again = [button(Text("button-menu"), "menu")]
    turn.say("survey-thanks", edit=True, where=where, buttons=[again])


# --- what they share


def _mine(turn: Turn) -> Survey:
    return surveys.load(turn.tx, turn.integer(0), turn.who.pseudonym, turn.at)


def _unit_name(turn: Turn, survey: Survey) -> str:
    return _unit(turn, survey.response.unit_id).name


def _unit(turn: Turn, unit_id: int) -> Unit:
    """Also one that has closed since: what was begun may be finished."""
    return turn.tx.session.get_one(Unit, unit_id)


def _resuming(response_id: int) -> Button:
    return button(Text("button-survey-go"), "survey-go", response_id)


def _progress(place: int, n: int) -> Text:
    """'3 dari 9 ●●●○○○○○○'."""
    filled = min(BAR, n) * place // n
    bar = DONE * filled + LEFT * (min(BAR, n) - filled)
    return Text("survey-progress", {"place": place, "n": n, "bar": bar})
