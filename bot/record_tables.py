"""The wiring of the performance record, as `bot.tables` has it for everything else: plans,
evidence, feedback, appraisals, coaching, the forum, and the way to the pages."""

from __future__ import annotations

from bot.job import Job
from handlers import appraisal_files, evidence_bundle, pages, recap_sheet, record
from handlers.files import Maker
from handlers.turn import Route, Step, route
from models.people import Role

COMMANDS: dict[str, Route] = {
    "kinerja": route(record.show, *record.ROLES, menu="menu-record"),
    "performance": route(record.show, *record.ROLES),
    "halaman": route(pages.show, *pages.ROLES, menu="menu-pages"),
    "pages": route(pages.show, *pages.ROLES),
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
    # files
    "form-pdf": route(appraisal_files.send_form, *appraisal_files.WHO),
    "form-zip": route(appraisal_files.send_bundle, *appraisal_files.WHO),
    "recap-xlsx": route(appraisal_files.send_recap, *appraisal_files.OFFICE),
    "pack": route(appraisal_files.send_pack, Role.HEAD),
    # coaching and recognition
    # the forum
    # pages
    "pages": route(pages.show, *pages.ROLES),
    "pages-end": route(pages.end, *pages.ROLES),
}

STEPS: dict[str, Step] = {}

FILES: dict[str, Maker] = {
    "appraisal-pdf": appraisal_files.form,
    "evidence-zip": evidence_bundle.make,
    "recap-xlsx": recap_sheet.make,
    "pack-pdf": appraisal_files.pack_pdf,
    "pack-xlsx": appraisal_files.pack_workbook,
}

JOBS: tuple[Job, ...] = ()
