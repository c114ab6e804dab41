"""Paper questionnaires that were typed into a file become responses: "kertas", with who and when.

The file itself is not kept; its digest refuses it a second time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import select

from models import entries, journal, offices
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.offices import Service, Unit
from models.ratings import instruments, paper_profile, survey_sums
from models.ratings.instruments import Form
from models.ratings.paper_profile import Profiles
from models.ratings.paper_sheet import Fault, PaperRow, PaperSheet
from models.ratings.survey_tables import Medium, SurveyAnswer, SurveyResponse, SurveySheet
from models.statistics import Moments

BATCH = 1000  # answers written at once


@dataclass(frozen=True, slots=True)
class Paper:
    """A file of questionnaires, as it is to be stored."""

    content: bytes
    sheet: PaperSheet  # what `paper_sheet.read` made of it, without faults
    name: str  # of the file
    entered_by: str  # who, as the operator says


@dataclass(frozen=True, slots=True)
class Stored:
    sheet_id: int
    responses: int
    complete: int
    profile: tuple[str, ...]  # columns read beside the scores, by their own names


class Faulty(Refused):
    """The profile columns hold what cannot be taken; each with its row."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("paper-refused", n=len(faults))
        self.faults = faults


def store(tx: Transaction, unit_id: int, day: date, paper: Paper, at: datetime) -> Stored:
    """Store every questionnaire of the file under a day of the unit, the last day of filling in.

    Refused: the same file twice, a day to come, questions that the unit's instrument of that day
    does not have, a profile that says nothing known (`Faulty`).
    """
    unit = offices.unit(tx, unit_id)
    profiles = paper_profile.read(paper.content)
    services = _services(tx, unit_id)
    if faults := (*profiles.faults, *_strange_services(profiles, services)):
        raise Faulty(faults)
    form = _form(tx, unit, day, paper.sheet, at)
    sheet = _sheet(tx, unit_id, paper, at)
    responses = {
        row.line: _response(unit_id, day, sheet, form, row, profiles.by_line, services)
        for row in paper.sheet.rows
    }
    tx.session.add_all(responses.values())
    tx.session.flush()
    change = _fill_in(tx, paper.sheet, responses, form)
    survey_sums.add_all(tx, unit_id, day, change)
    journal.write(
        tx, Kind.IMPORTED, at, unit_id=unit_id, sheet=sheet.id, questionnaires=len(responses)
    )
    complete = change.get(survey_sums.COMPLETE, survey_sums.NOTHING).n
    return Stored(sheet.id or 0, len(responses), complete, profiles.columns)


def _services(tx: Transaction, unit_id: int) -> dict[str, int]:
    """Ids by name, also of services the unit no longer gives."""
    rows = tx.session.exec(select(Service).where(Service.unit_id == unit_id))
    return {row.name.casefold(): row.id or 0 for row in rows}


def _strange_services(profiles: Profiles, services: Mapping[str, int]) -> list[Fault]:
    return [
        Fault(line, "paper-no-service", {"found": told["service"]})
        for line, told in profiles.by_line.items()
        if "service" in told and told["service"].casefold() not in services
    ]


def _form(tx: Transaction, unit: Unit, day: date, sheet: PaperSheet, at: datetime) -> Form:
    """The unit's instrument at the end of that day; refuses a sheet of other questions."""
    if day > at.astimezone(ZoneInfo(unit.zone)).date():
        raise Refused("paper-day-to-come")
    midnight = datetime.combine(day + timedelta(days=1), time(), ZoneInfo(unit.zone))
    form = instruments.current(tx, unit.id or 0, midnight)
    asked = {question.key for question in form.questions}
    if sheet.elements != form.keys or not asked >= {*sheet.questions}:
        raise Refused(
            "paper-other-questions",
            unit=unit.name,
            asked=", ".join(question.key for question in form.questions),
            found=", ".join(sheet.questions),
        )
    return form


def _sheet(tx: Transaction, unit_id: int, paper: Paper, at: datetime) -> SurveySheet:
    digest = hashlib.sha256(paper.content).hexdigest()
    tx.session.exec(select(Unit.id).where(Unit.id == unit_id).with_for_update()).one()
    same = (SurveySheet.unit_id == unit_id, SurveySheet.digest == digest)
    known = tx.session.exec(select(SurveySheet).where(*same)).first()
    if known is not None:
        raise Refused("paper-twice", by=known.entered_by, at=known.at.date().isoformat())
    made = SurveySheet(
        unit_id=unit_id,
        name=entries.name(paper.name),
        digest=digest,
        rows=len(paper.sheet.rows),
        at=at,
        entered_by=entries.name(paper.entered_by),
    )
    tx.session.add(made)
    tx.session.flush()
    return made


def _response(
    unit_id: int,
    day: date,
    sheet: SurveySheet,
    form: Form,
    row: PaperRow,
    profiles: Mapping[int, Mapping[str, str]],
    services: Mapping[str, int],
) -> SurveyResponse:
    told = profiles.get(row.line, {})
    service = told.get("service", "").casefold()
    return SurveyResponse(
        unit_id=unit_id,
        day=day,
        medium=Medium.PAPER,
        sheet_id=sheet.id,
        line=row.line,
        instrument_id=form.instrument_id,
        service_id=services[service] if service else None,
        sex=told.get("sex"),
        age=told.get("age"),
        education=told.get("education"),
        occupation=told.get("occupation"),
        started_at=sheet.at,
        finished_at=sheet.at,
    )


def _fill_in(
    tx: Transaction, sheet: PaperSheet, responses: Mapping[int, SurveyResponse], form: Form
) -> dict[str, Moments]:
    """Write the answers; returns what they add to the sums."""
    change: dict[str, Moments] = {}
    rows = []
    for row in sheet.rows:
        response = responses[row.line]
        for question, score in row.scores.items():
            rows.append({"response_id": response.id, "question": question, "score": score})
        for key, more in survey_sums.contribution(response, row.scores, form.keys).items():
            change[key] = change.get(key, survey_sums.NOTHING) + more
    for start in range(0, len(rows), BATCH):
        tx.execute(table(SurveyAnswer).insert(), rows[start : start + BATCH])
    return change
