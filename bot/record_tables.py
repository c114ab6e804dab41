"""The wiring of the performance record, as `bot.tables` has it for everything else: plans,
evidence, feedback, appraisals, coaching, the forum, and the way to the pages."""

from __future__ import annotations

from bot.job import Job
from handlers import record
from handlers.files import Maker
from handlers.turn import Route, Step, route

COMMANDS: dict[str, Route] = {
    "kinerja": route(record.show, *record.ROLES, menu="menu-record"),
    "performance": route(record.show, *record.ROLES),
}

BUTTONS: dict[str, Route] = {
    # evidence
    "record": route(record.show, *record.ROLES),
    "record-ratings": route(record.ratings, *record.ROLES),
    "record-cases": route(record.cases, *record.ROLES),
    "record-how": route(record.how, *record.ROLES),
    # plans
    # feedback
    # contests and appraisals
    # coaching and recognition
    # the forum
    # pages
}

STEPS: dict[str, Step] = {}

FILES: dict[str, Maker] = {}

JOBS: tuple[Job, ...] = ()
