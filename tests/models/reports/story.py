"""A unit with everything a report of the survey can show, small and large."""

from __future__ import annotations

from datetime import date

from models.people import Officer
from models.ratings import instruments, survey_settings
from models.ratings.ikm import ELEMENTS
from models.ratings.instruments import Element, Wording
from models.ratings.periods import Period
from models.ratings.survey_tables import FollowUpPlan, PlanState
from models.ratings.tables import Asked, Rating
from models.visits.tables import VisitSum
from tests.models.reports.surveyed_unit import NOW, WORKED, SurveyedUnit, wib

QUARTER = Period.of("2026-Q4")
EVIL = '=HYPERLINK("http://x";"klik")'
PLAN = "Membuka loket kedua pada jam sibuk dan memasang papan syarat yang mudah dibaca di pintu"


def told(unit: SurveyedUnit) -> None:
    """Three quarters; in the last the worked case of 49, answers that do not count, and plans."""
    two = Element("waktu", (Wording(), Wording("Apakah waktu tunggu wajar?", "Was waiting fair?")))
    unit.everybody(dict.fromkeys(ELEMENTS, 26), 10, wib("2026-04-13 10:00"))
    unit.everybody(dict.fromkeys(ELEMENTS, 30), 10, wib("2026-08-03 10:00"), sex="male")
    unit.everybody(WORKED, sex="female", education="SMA")
    for place in range(12):
        unit.answers(
            {"waktu": 2, "biaya": 3}, asked=Asked.COUNTER, sex="male" if place < 3 else "female"
        )
    forms = [Element(key) for key in ELEMENTS if key != "waktu"]
    instruments.set(unit.tx, unit.unit, [*forms, two], wib("2026-11-20 08:00"), None)
    unit.answers(dict.fromkeys(ELEMENTS, 4) | {"waktu": 3, "waktu.2": 4}, asked=Asked.INVITED)
    left_out(unit)
    population(unit)
    plans(unit)


def left_out(unit: SurveyedUnit) -> None:
    """Excluded for two reasons, withdrawn, and words that would like to be a formula."""
    for place in range(6):
        given = unit.answers(dict.fromkeys(ELEMENTS, 4), rating=4)
        unit.excludes(given, "burst" if place % 3 else "same_words")
    for _ in range(2):
        unit.withdraws(unit.answers(dict.fromkeys(ELEMENTS, 1), rating=1))
    rating = unit.tx.session.get_one(Rating, unit.rates(1))
    rating.comment, rating.why, rating.reading = EVIL, "waktu", {"redacted": EVIL}
    unit.tx.session.flush()


def population(unit: SurveyedUnit) -> None:
    day = date(2026, 11, 20)
    unit.put(VisitSum(unit_id=unit.unit, service_id=unit.services[0], day=day, visits=420))
    survey_settings.enter_population(unit.tx, unit.unit, QUARTER, 500, NOW, None)


def plans(unit: SurveyedUnit, more: int = 0) -> None:
    nip = f"19800101200501{more:04}"
    owner = unit.put(Officer(nip=nip, name="Siti Rahmawati Nasution, S.Sos."))
    common = {"unit_id": unit.unit, "owner_id": owner, "created_at": NOW}
    unit.put(
        FollowUpPlan(
            period="2026-Q4", element="persyaratan", programme=PLAN, due="2027-Q1", **common
        )
    )
    unit.put(
        FollowUpPlan(period="2026-Q4", element="sarana", programme=EVIL, due="2027-Q2", **common)
    )
    closed = {
        "state": PlanState.DONE,
        "outcome": "Dua loket dibuka sejak Oktober.",
        "closed_at": NOW,
    }
    unit.put(
        FollowUpPlan(
            period="2026-Q3",
            element="waktu",
            programme="Loket kedua",
            due="2026-Q4",
            **common,
            **closed,
        )
    )
    unit.put(
        FollowUpPlan(
            period="2026-Q2", element="biaya", programme="Papan tarif", due="2026-Q4", **common
        )
    )
    for _ in range(more):
        unit.put(
            FollowUpPlan(period="2026-Q4", element="waktu", programme=PLAN, due="2027-Q3", **common)
        )
