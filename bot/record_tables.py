"""The wiring of the performance record, as `bot.tables` has it for everything else: plans,
evidence, feedback, appraisals, coaching, the forum, and the way to the pages."""

from __future__ import annotations

from bot.job import Job
from handlers import (
    appraisal_files,
    evidence_bundle,
    feedback,
    feedback_answer,
    feedback_notes,
    feedback_rounds,
    jobs_feedback,
    pages,
    recap_sheet,
    record,
)
from handlers.files import Maker
from handlers.turn import Route, Step, route
from models.people import Role

COMMANDS: dict[str, Route] = {
    "kinerja": route(record.show, *record.ROLES, menu="menu-record"),
    "performance": route(record.show, *record.ROLES),
    "masukan": route(feedback.home, *feedback.ROLES, menu="menu-feedback"),
    "feedback": route(feedback.home, *feedback.ROLES),
    "halaman": route(pages.show, *pages.ROLES, menu="menu-pages"),
    "pages": route(pages.show, *pages.ROLES),
}

BUTTONS: dict[str, Route] = {
    # evidence
    "record": route(record.show, *record.ROLES),
    "record-how": route(record.how, *record.ROLES),
    "record-team": route(record.team, *record.ROLES),
    "record-one": route(record_parts.one, *record.ROLES),
    "record-ratings": route(record_parts.ratings, *record.ROLES),
    "record-fact": route(record_parts.fact, *record.ROLES),
    # plans
    # feedback
    "feedback": route(feedback.home, *feedback.ROLES),
    "feedback-mine": route(feedback.mine, *feedback.ROLES),
    "feedback-result": route(feedback.result, *feedback.ROLES),
    "feedback-words": route(feedback.words, *feedback.ROLES),
    "feedback-go": route(feedback_answer.go, *feedback.ROLES),
    "feedback-begin": route(feedback_answer.begin, *feedback.ROLES),
    "feedback-decline": route(feedback_answer.decline, *feedback.ROLES),
    "feedback-decline-yes": route(feedback_answer.decline_now, *feedback.ROLES),
    "feedback-to": route(feedback_notes.choose, *feedback.ROLES),
    "feedback-note": route(feedback_notes.kind, *feedback.ROLES),
    "feedback-write": route(feedback_notes.write, *feedback.ROLES),
    "feedback-take-back": route(feedback_notes.take_back, *feedback.ROLES),
    "feedback-notes": route(feedback_notes.received, *feedback.ROLES),
    "feedback-team": route(feedback_rounds.team, *feedback.ROLES),
    "feedback-of": route(feedback_rounds.of_officer, *feedback.ROLES),
    "feedback-state": route(feedback_rounds.state, *feedback.ROLES),
    "feedback-all": route(feedback_rounds.all_, *feedback.ROLES),
    "feedback-all-yes": route(feedback_rounds.all_now, *feedback.ROLES),
    "feedback-open": route(feedback_rounds.open_, *feedback.ROLES),
    "feedback-choice": route(feedback_rounds.choice, *feedback.ROLES),
    "feedback-change": route(feedback_rounds.change, *feedback.ROLES),
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

STEPS: dict[str, Step] = {
    "feedback.value": feedback_answer.VALUE,
    "feedback.pick": feedback_answer.PICK_STEP,
    "feedback.preview": feedback_answer.PREVIEW,
    "feedback.note": feedback_notes.NOTE,
    "feedback.sign": feedback_notes.SIGN,
    "feedback.choose": feedback_rounds.CHOOSE,
    "feedback.term": feedback_rounds.TERM,
    "feedback.reason": feedback_rounds.REASON,
}

FILES: dict[str, Maker] = {
    "appraisal-pdf": appraisal_files.form,
    "evidence-zip": evidence_bundle.make,
    "recap-xlsx": recap_sheet.make,
    "pack-pdf": appraisal_files.pack_pdf,
    "pack-xlsx": appraisal_files.pack_workbook,
}

JOBS: tuple[Job, ...] = (
    Job("remind of feedback, tell of rounds that closed", 300, jobs_feedback.run),
)
