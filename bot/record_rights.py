"""Who may do what with a performance record, in one place: by what somebody is to the officer.

Where the operation has a tuple of standings, that very tuple stands here; the rest is a rule of its
own, said in words. A test presses every button and opens every page as everybody named here and
compares; `bot.rights` prints it.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.rights_rule import ROLES, Rule, Who, to
from bot.web.pages import places, sheet
from handlers import appraisal_files
from models.appraisal.coaching import needs, promises, recognition
from models.appraisal.deciding import late, queries
from models.appraisal.evidence import trail
from models.appraisal.feedback import notes
from models.appraisal.skp import dialogue, plans, reports

LEADING = (Who.LEADER, Who.SUPERIOR, Who.OTHER_HEAD)
MANAGING = (*LEADING, Who.ADMIN)  # heads in the office and its admins
OFFICE = (
    Who.OWN,
    Who.PEER,
    Who.ELSEWHERE,
    *MANAGING,
)  # whoever serves in the office, or is its admin
UNIT = (Who.OWN, Who.PEER, Who.LEADER, Who.SUPERIOR)  # whoever serves in the unit or is above it
PLAN_ACTS = (
    "make",
    "last-year",
    "template",
    "propose",
    "agree",
    "ask-change",
    "take-back",
    "drop",
    "new-version",
)  # buttons of the plan's page
MINE = None  # whoever has the role: it opens what is one's own, and nothing of anybody else

EVIDENCE = (
    Rule(
        "see one's own figures, or whose one leads: the list begins there",
        MINE,
        ("/kinerja", "/performance"),
    ),
    Rule(
        "read the figures of a record, what stands behind them and what they feed; single ratings "
        "by whole weeks, from five on, without who gave them",
        to(*trail.READERS, *places.READERS),
        (
            "record",
            "record-how",
            "record-one",
            "record-ratings",
            "record-fact",
            "/record/{}/{}",
            "/record/{}/{}/voices",
            "/record/{}/{}/voices/{}",
            "/record/{}/{}/case/{}",
            "/figure/{}/{}/{word}",
        ),
    ),
    Rule(
        "see the names of those a head leads, and how far their plans, feedback and appraisals are",
        to(Who.LEADER, Who.SUPERIOR),
        ("record-team", "/unit/{}"),
        "of that head, or of whoever leads that head",
    ),
    Rule("see how far those are whom one leads", to(*LEADING), ("/unit",)),
    Rule(
        "list one's own contests, and those one may decide",
        MINE,
        ("/sanggah", "/contests", "contests"),
    ),
    Rule("contest a rating or case of one's own record", to(Who.OWN), ("contest-new",), "once"),
    Rule("tell in own words how one's own period went", MINE, ("own-words",), "until it is frozen"),
    Rule(
        "read a contest",
        to(Who.OWN, Who.SUPERIOR, Who.OTHER_HEAD, Who.ADMIN),
        ("contest",),
        "never whose rating or case it is, nor who appraises the officer",
    ),
    Rule(
        "decide a contest",
        to(Who.SUPERIOR, Who.OTHER_HEAD, Who.ADMIN),
        ("contest-decide",),
        "never who appraises the officer",
    ),
)

PLANS = (
    Rule(
        "see one's own plan, or whose one leads",
        MINE,
        ("/skp", "/plan", "skp", "skp-led", "skp-form"),
    ),
    Rule(
        "read a plan, its versions and steps, and its file: it says nothing about a person",
        to(*plans.READERS),
        ("skp-officer", "skp-plan", "skp-behaviours", "skp-history", "skp-file", "/plan/{}/{year}"),
    ),
    Rule(
        "begin, write, propose, agree, ask for changes, take back, drop, make a new version",
        to(*dialogue.WRITING),
        (
            "skp-begin",
            "skp-templates-for",
            "skp-from",
            "skp-propose",
            "skp-agree",
            "skp-ask",
            "skp-back",
            "skp-version",
            "skp-drop",
            "skp-drop-yes",
            "skp-result",
            "skp-add",
            "skp-text",
            "skp-above",
            "skp-block",
            "skp-remove",
            "skp-remove-yes",
            "skp-expect",
            "skp-indicator",
            "skp-indicator-add",
            "skp-indicator-remove",
            "skp-target",
            "skp-words",
            "skp-aspect",
            "skp-upload",
            "/plan/{}/{year}/edit",
            "/plan/{}/{year}/edit save",
            *(f"/plan/{{}}/{{year}} {act}" for act in PLAN_ACTS),
        ),
        "in one's turn",
    ),
    Rule(
        "see what was reported by hand, with its proofs",
        to(*reports.SEEING),
        ("skp-report", "skp-proofs"),
    ),
    Rule("report what was reached, with a proof", to(Who.OWN), ("skp-tell",), "until it is frozen"),
    Rule("see of which offices one manages templates", MINE, ("skp-templates",)),
    Rule(
        "read, make and remove templates of an office",
        to(*MANAGING),
        (
            "skp-templates-of",
            "skp-template",
            "skp-template-file",
            "skp-template-upload",
            "skp-template-remove",
            "skp-template-remove-yes",
        ),
    ),
    Rule(
        "make a template from an officer's plan",
        to(Who.LEADER, Who.SUPERIOR, Who.ADMIN),
        ("skp-template-make",),
        "who may read the plan and manages templates",
    ),
)

FEEDBACK = (
    Rule(
        "see what waits for one's own answer and what was said about oneself, write to colleagues, "
        "begin rounds for all one leads",
        MINE,
        (
            "/masukan",
            "/feedback",
            "feedback",
            "feedback-mine",
            "feedback-to",
            "feedback-all",
            "feedback-all-yes",
        ),
    ),
    Rule(
        "read the result of a round, and signed notes; answers of peers and of subordinates from "
        "three on, without names",
        to(*notes.READERS),
        ("feedback-result", "feedback-words", "feedback-notes"),
    ),
    Rule(
        "answer about somebody, or decline",
        to(Who.LEADER),
        ("feedback-go", "feedback-begin", "feedback-decline", "feedback-decline-yes"),
        "whoever was asked; a colleague too",
    ),
    Rule(
        "write praise or advice",
        to(Who.PEER, Who.LEADER),
        ("feedback-note", "feedback-write"),
        "leader, peers and subordinates",
    ),
    Rule("take a note back within a day", to(Who.LEADER), ("feedback-take-back",), "who wrote it"),
    Rule("see whom one leads, for rounds", to(*LEADING), ("feedback-team",)),
    Rule(
        "open a round about an officer, and see who has answered, not what",
        to(Who.LEADER),
        ("feedback-of", "feedback-state", "feedback-open"),
    ),
    Rule(
        "change who is asked, once, with a reason",
        to(Who.OWN),
        ("feedback-choice", "feedback-change"),
    ),
)

APPRAISAL = (
    Rule("list the appraisals one has to do with", MINE, ("/penilaian", "/appraisal")),
    Rule("the same, also for who has left", MINE, ("appraisals",)),
    Rule(
        "read the appraisal and its whole file; a draft only by its appraiser",
        to(*queries.READERS),
        ("appraisal", "appraisal-part", "appraisal-file", "/sheet/{}/{}"),
    ),
    Rule(
        "get the form (PDF) and the bundle of evidence (ZIP)",
        to(*appraisal_files.READERS),
        ("form-pdf", "form-zip"),
    ),
    Rule(
        "give the two ratings, confirm them, answer an objection",
        to(Who.LEADER),
        (
            "appraisal-rate",
            "appraisal-confirm",
            "appraisal-explain",
            "/sheet/{}/{} rate",
            "/sheet/{}/{} explain",
            "/sheet/{}/{}/confirm",
            "/sheet/{}/{}/confirm confirm",
        ),
        "the appraiser, in that state",
    ),
    Rule(
        "agree, or object",
        to(Who.OWN),
        ("appraisal-agree", "appraisal-object", "/sheet/{}/{} agree", "/sheet/{}/{} object"),
        "within the term",
    ),
    Rule(
        "decide an objection, have a final appraisal rated again after an amendment",
        to(Who.SUPERIOR),
        (
            "appraisal-decide",
            "appraisal-uphold",
            "appraisal-change",
            "appraisal-reopen",
            "/sheet/{}/{} uphold",
            "/sheet/{}/{} change",
            "/sheet/{}/{} reopen",
        ),
        "in that state",
    ),
    Rule(
        "amend a frozen record, with a reason",
        to(*queries.AMENDING),
        ("appraisal-amend", "/sheet/{}/{} amend"),
    ),
    Rule(
        "see what changed in a record after it was frozen, and amend it with a reason",
        to(*late.AMENDING),
        ("record-late", "record-late-amend"),
        "an admin sees which figures, not what they say",
    ),
    Rule(
        "see how predicates are spread in the office: context, no quota",
        to(*sheet.JUDGING),
        ("appraisal-context",),
    ),
    Rule(
        "get the office's recap: NIP, name, ratings and predicate of all",
        to(Who.SUPERIOR, Who.ADMIN),
        ("recap-xlsx",),
        "head or admin of the office",
    ),
    Rule(
        "get a unit's meeting pack",
        to(Who.LEADER, Who.SUPERIOR),
        ("pack",),
        "head of the unit or above; holds those only whom one leads",
    ),
    Rule(
        "choose among the offices one is admin of", MINE, ("/periode", "/periods", "terms-offices")
    ),
    Rule(
        "set periods and terms, name leaders, enter the organisation's predicate",
        to(Who.ADMIN),
        (
            "terms",
            "terms-kinds",
            "terms-kind",
            "terms-turn",
            "terms-days",
            "period-new",
            "leaders",
            "leader",
            "leader-set",
            "organisation",
            "organisation-of",
            "organisation-set",
        ),
    ),
)

COACHING = (
    Rule(
        "see one's own needs, ask for a training, see the recognitions of one's office",
        MINE,
        (
            "/pelatihan",
            "/training",
            "/penghargaan",
            "/recognition",
            "training",
            "training-needs",
            "training-pick",
            "recognition",
        ),
    ),
    Rule("read a need of training, with its figures", to(*needs.READERS), ("training-need",)),
    Rule(
        "decide a need, propose a training to somebody",
        to(Who.LEADER),
        ("training-yes", "training-no", "training-for"),
    ),
    Rule("see whom one leads, for trainings", to(*LEADING), ("training-led",)),
    Rule(
        "see the trainings of the office, with the names of who takes part",
        to(*OFFICE),
        ("training-events", "training-event"),
    ),
    Rule(
        "arrange trainings; see and enter who came",
        to(*MANAGING),
        ("training-new", "training-dates", "training-who", "training-came", "training-cancel"),
        "whoever leads somebody in the office, and its admins",
    ),
    Rule(
        "put an officer in or out, enter that they came, call a training off",
        to(Who.LEADER, Who.ADMIN),
        ("training-add", "training-mark", "training-remove", "training-cancel-yes"),
        "whom one leads; one's own event",
    ),
    Rule(
        "read what a training did; of fewer than three officers only who leads them all",
        to(Who.OWN, *MANAGING),
        ("training-effect", "training-picture"),
        "who took part, arranges, heads the office or watches",
    ),
    Rule(
        "change the catalogue, name who watches",
        to(Who.ADMIN),
        (
            "training-list",
            "training-course",
            "training-course-new",
            "training-close",
            "training-team",
            "training-watch",
            "training-name",
            "training-unname",
        ),
    ),
    Rule(
        "read the monthly list of trainings",
        to(Who.SUPERIOR, Who.ADMIN),
        ("training-report",),
        "head or admin of the office, and who was named to watch",
    ),
    Rule(
        "look for whom to recognise: empty for who leads nobody",
        MINE,
        ("recognition-for", "recognition-other"),
    ),
    Rule("recognise an officer, with the reason", to(*recognition.DECIDING), ("recognition-of",)),
    Rule(
        "see one's own promises, or the units one has to do with",
        MINE,
        ("/rapat", "/meeting", "meeting"),
    ),
    Rule(
        "open a unit's meeting: of its promises those one may read",
        to(*UNIT),
        ("meeting-unit", "meeting-new"),
    ),
    Rule(
        "enter a promise",
        to(*promises.ENTERING),
        ("meeting-who", "meeting-at"),
        "of oneself, or whom one leads; who heads the unit enters the unit's",
    ),
    Rule("read an officer's promise", to(Who.OWN, Who.LEADER, Who.SUPERIOR), ("meeting-promise",)),
    Rule("tell what became of it", to(Who.LEADER, Who.SUPERIOR), ("meeting-close",)),
)

FORUM = (
    Rule(
        "see what the office asks the public, answer, change the answer",
        MINE,
        ("/forum", "forum", "forum-q", "forum-pick", "forum-write"),
        "after consent",
    ),
    Rule("take an answer back, see what came of a question", MINE, ("forum-out", "forum-result")),
    Rule("see the questions of one's own places", MINE, ("forum-staff", "forum-new")),
    Rule(
        "ask, end, read the result, make a plan of it",
        to(Who.LEADER, Who.SUPERIOR, Who.ADMIN),
        (
            "forum-view",
            "forum-qr",
            "forum-end",
            "forum-end-yes",
            "forum-read",
            "forum-plan",
            "forum-kind",
            "forum-begin",
        ),
        "heads and admins of the place",
    ),
)

PAGES = (
    Rule(
        "get a link that signs in, end one's sessions",
        MINE,
        ("/halaman", "/pages", "pages", "pages-end"),
    ),
    Rule(
        "see the first page: what there is for oneself",
        to(*(who for who in Who if ROLES[who] is not None)),
        ("/",),
    ),
)

PARTS: dict[str, tuple[Rule, ...]] = {
    "Evidence and contests": EVIDENCE,
    "Plans (SKP)": PLANS,
    "Feedback": FEEDBACK,
    "Appraisal": APPRAISAL,
    "Coaching, recognition, meetings": COACHING,
    "Forum": FORUM,
    "Pages": PAGES,
}


def rules() -> Iterator[Rule]:
    for part in PARTS.values():
        yield from part
