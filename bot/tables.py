"""The wiring on one screen: which handler answers which command, button, step and input.

Commands have an Indonesian and an English name. Roles are checked here and again in the
operations; ids in buttons are checked against the person by the operation, every time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers import (
    case_files,
    cases,
    complain,
    csv_import,
    find,
    jobs_cases,
    jobs_summary,
    office_forms,
    office_hours,
    offices,
    own_days,
    people,
    posters,
    privacy,
    rate,
    record,
    staff,
    start,
    summary,
    summary_files,
    tasks,
    track,
)
from handlers.files import Maker
from handlers.turn import Handler, Kind, Route, Step, route
from models import intake, journal, outbox
from models.database import Transaction
from models.people import Role

ask_consent: Handler = start.ask_consent
STAFF = (Role.OFFICER, Role.HEAD, Role.ADMIN, Role.INSPECTOR)

COMMANDS: dict[str, Route] = {
    # in the order of the menu: what is used most comes first
    "start": route(start.start),
    # officers
    "tugas": route(tasks.command, *STAFF, menu="menu-tasks"),
    "tasks": route(tasks.command, *STAFF),
    "kinerja": route(record.show, *record.ROLES, menu="menu-record"),
    "performance": route(record.show, *record.ROLES),
    # heads and admins
    "ringkasan": route(summary.show, *summary.ROLES, menu="menu-summary"),
    "summary": route(summary.show, *summary.ROLES),
    # offices and people
    "kantor": route(offices.listed, Role.ADMIN, menu="menu-offices"),
    "offices": route(offices.listed, Role.ADMIN),
    "orang": route(staff.listed, Role.ADMIN, menu="menu-people"),
    "people": route(staff.listed, Role.ADMIN),
    "undang": route(staff.invite, Role.ADMIN, menu="menu-invite"),
    "invite": route(staff.invite, Role.ADMIN),
    "qr": route(posters.choose, *posters.WHO, menu="menu-qr"),
    # citizens
    "nilai": route(find.for_rating, consent=True, menu="menu-rate"),
    "rate": route(find.for_rating, consent=True),
    "lapor": route(find.for_complaint, consent=True, menu="menu-complain"),
    "complain": route(find.for_complaint, consent=True),
    "status": route(track.status, menu="menu-status"),
    "unit": route(find.for_figures, menu="menu-units"),
    # everybody
    "saya": route(people.me, menu="menu-me"),
    "me": route(people.me),
    "bahasa": route(start.language, menu="menu-language"),
    "language": route(start.language),
    "privasi": route(privacy.show, menu="menu-privacy"),
    "privacy": route(privacy.show),
    "bantuan": route(start.help_, menu="menu-help"),
    "help": route(start.help_),
    "batal": route(start.cancel, menu="menu-cancel"),
    "cancel": route(start.cancel),
}

BUTTONS: dict[str, Route] = {
    "menu": route(start.menu),
    "language": route(start.set_language),
    "consent": route(start.show_consent),
    "withdraw": route(privacy.withdraw),
    "use-draft": route(start.use_draft, consent=True),
    "rate": route(find.for_rating, consent=True),
    "lapor": route(find.for_complaint, consent=True),
    "figures": route(find.for_figures),
    "find": route(find.again),
    "office": route(find.office),
    "unit": route(find.unit),
    "score": route(rate.score, consent=True),
    "rescore": route(rate.rescore, consent=True),
    "change": route(rate.change, consent=True),
    "complain-about": route(rate.complain_about, consent=True),
    # complaints: both sides
    "case-files": route(case_files.show),
    # complaints: the citizen
    "status": route(track.status),
    "track": route(track.view),
    "track-reply": route(track.reply),
    "track-solved": route(track.solved),
    "track-unsolved": route(track.unsolved),
    "track-withdraw": route(track.withdraw),
    "track-rate": route(track.rate),
    # complaints: the officer
    "tasks": route(tasks.page, *STAFF),
    "case": route(cases.view, *STAFF),
    "case-take": route(cases.take, *STAFF),
    "case-answer": route(cases.answer, *STAFF),
    "case-ask": route(cases.ask_back, *STAFF),
    "case-hand": route(cases.hand, *STAFF),
    "case-to": route(cases.hand_to, *STAFF),
    "case-reject": route(cases.reject, *STAFF),
    # figures
    "record": route(record.show, *record.ROLES),
    "record-ratings": route(record.ratings, *record.ROLES),
    "record-cases": route(record.cases, *record.ROLES),
    "record-how": route(record.how, *record.ROLES),
    "summary": route(summary.show, *summary.ROLES),
    "summary-pick": route(summary.choose, *summary.ROLES),
    "summary-chart": route(summary.chart, *summary.ROLES),
    "summary-xlsx": route(summary.workbook, *summary.ROLES),
    # offices and people
    "offices": route(offices.listed, Role.ADMIN),
    "office-admin": route(offices.office, Role.ADMIN),
    "units": route(offices.units, Role.ADMIN),
    "unit-admin": route(offices.unit, Role.ADMIN),
    "services": route(offices.services, Role.ADMIN),
    "service-admin": route(offices.service, Role.ADMIN),
    "counters": route(offices.counters, Role.ADMIN),
    "counter-admin": route(offices.counter, Role.ADMIN),
    "write": route(office_forms.write, Role.ADMIN),
    "close": route(office_forms.close, Role.ADMIN),
    "close-yes": route(office_forms.close_now, Role.ADMIN),
    "hours": route(office_hours.hours, Role.ADMIN),
    "hours-set": route(office_hours.set_hours, Role.ADMIN),
    "zone": route(office_hours.zone, Role.ADMIN),
    "zone-set": route(office_hours.set_zone, Role.ADMIN),
    "days": route(own_days.listed, Role.ADMIN),
    "day": route(own_days.day, Role.ADMIN),
    "day-new": route(own_days.new, Role.ADMIN),
    "day-remove": route(own_days.remove, Role.ADMIN),
    "import": route(csv_import.begin, Role.ADMIN),
    "example": route(csv_import.example, Role.ADMIN),
    "invite": route(staff.invite, Role.ADMIN),
    "invite-role": route(staff.invite_role, Role.ADMIN),
    "invite-office": route(staff.invite_office, Role.ADMIN),
    "invite-to": route(staff.invite_to, Role.ADMIN),
    "invite-make": route(staff.invite_make, Role.ADMIN),
    "people": route(staff.listed, Role.ADMIN),
    "person": route(staff.person, Role.ADMIN),
    "relink": route(staff.relink, Role.ADMIN),
    "dismiss": route(staff.dismiss, Role.ADMIN),
    "dismiss-yes": route(staff.dismiss_now, Role.ADMIN),
    "roster": route(staff.roster, Role.ADMIN),
    "roster-set": route(staff.roster_set, Role.ADMIN),
    "qr": route(posters.choose, *posters.WHO),
    "qr-unit": route(posters.of_unit, *posters.WHO),
    "qr-make": route(posters.make, *posters.WHO),
}

STEPS: dict[str, Step] = {
    "start.consent": start.CONSENT,
    "find": find.ASK,
    "rate.comment": rate.COMMENT,
    "complain.category": complain.CATEGORY,
    "complain.text": complain.TEXT,
    "complain.photos": complain.PHOTOS,
    "complain.place": complain.PLACE,
    "complain.name": complain.NAME,
    "complain.preview": complain.PREVIEW,
    "track.reply": track.REPLY,
    "track.need": track.NEED,
    "track.reopen": track.REOPEN,
    "track.withdraw": track.WITHDRAW,
    "case.answer": cases.ANSWER,
    "case.ask": cases.ASK,
    "case.reason": cases.REASON,
    "case.reject": cases.REJECT,
    "people.nip": people.NIP,
    "people.name": people.NAME,
    "people.position": people.POSITION,
    "people.confirm": people.CONFIRM,
    "offices.write": office_forms.WRITE,
    "offices.import": csv_import.IMPORT,
    "day.date": own_days.DATE,
    "day.name": own_days.NAME,
    "day.decree": own_days.DECREE,
    "day.hours": own_days.HOURS,
}

FALLBACKS: Mapping[Kind, Handler] = {
    Kind.TEXT: start.plain_text,
    Kind.COMMAND: start.unknown_command,
    Kind.PHOTO: start.unexpected_file,
    Kind.DOCUMENT: start.unexpected_file,
    Kind.LOCATION: start.unexpected_file,
    Kind.VOICE: start.voice,
    Kind.STICKER: start.sticker,
    Kind.OTHER: start.unexpected_file,
}

FILES: dict[str, Maker] = {
    "poster": posters.make_poster,
    "qr": posters.make_qr,
    "example": csv_import.make_example,
    "invitations": csv_import.make_invitations,
    "summary-chart": summary_files.chart,
    "summary-xlsx": summary_files.workbook,
}


@dataclass(frozen=True, slots=True)
class Job:
    """What the clock does: `work(tx, at)` asks the database what is due."""

    name: str
    every: float  # seconds
    work: Callable[[Transaction, datetime], object]


JOBS: tuple[Job, ...] = (
    Job("close what the citizen left unanswered", 3600, jobs_cases.close_silent),
    Job("remind of cases", 300, jobs_cases.remind),
    Job("escalate overdue cases", 300, jobs_cases.escalate),
    Job("send weekly summaries", 60, jobs_summary.send_weekly),
    Job("seal the journal", 5, lambda tx, at: journal.seal(tx)),
    Job("forget old updates", 3600, intake.forget),
    Job("forget old messages", 3600, outbox.forget),
)
