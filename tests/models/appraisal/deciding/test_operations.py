"""Two ratings, a predicate, an objection: who may do what when, and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import seen
from models.appraisal import leaders, terms
from models.appraisal.deciding import acting, operations, queries, reminding, steps
from models.appraisal.deciding.queries import May
from models.appraisal.deciding.tables import AppraisalState
from models.appraisal.matrix import Expectation, Predicate
from models.database import Database
from models.errors import Refused
from models.people import Role
from tests.models.appraisal.deciding.bureau import (
    ABOVE,
    AS_EXPECTED,
    BELOW,
    DECISION,
    EXPLANATION,
    NOTE,
    OBJECTION,
    OTHER_NOTE,
    REASON,
    Bureau,
    falls_short,
    playing,
    wib,
)

# PermenPANRB 6/2022, written out once more: a slip in the table shows here
CELLS = [
    (ABOVE, BELOW, "kurang"),
    (ABOVE, AS_EXPECTED, "baik"),
    (ABOVE, ABOVE, "sangat_baik"),
    (AS_EXPECTED, BELOW, "kurang"),
    (AS_EXPECTED, AS_EXPECTED, "baik"),
    (AS_EXPECTED, ABOVE, "baik"),
    (BELOW, BELOW, "sangat_kurang"),
    (BELOW, AS_EXPECTED, "butuh_perbaikan"),
    (BELOW, ABOVE, "butuh_perbaikan"),
]


@pytest.mark.parametrize(("work", "behaviour", "expected"), CELLS)
async def test_each_cell_of_the_matrix(
    sqlite: Database, work: Expectation, behaviour: Expectation, expected: str
) -> None:
    def story(bureau: Bureau) -> None:
        rated = bureau.rate(work, behaviour)
        assert (rated.work, rated.behaviour, rated.predicate) == (work, behaviour, None)
        confirmed = bureau.confirm()
        assert confirmed.predicate == expected
        assert confirmed.rated_by_id == confirmed.confirmed_by_id == bureau.officer["hadi"]

    await playing(sqlite, story)


async def test_istimewa_is_no_word_about_a_person(sqlite: Database) -> None:
    """There is nowhere to pass a predicate in, and no rating of that name."""
    assert "istimewa" not in set(Predicate) | set(Expectation)

    def story(bureau: Bureau) -> None:
        for word in ("istimewa", "sangat_baik", "", "ABOVE"):
            with pytest.raises(ValueError, match="Expectation"):
                bureau.rate(word, ABOVE)
        assert bureau.now.work is None
        assert bureau.file == ["opened"]

    await playing(sqlite, story)


async def test_both_ratings_come_with_notes_and_nothing_is_confirmed_by_them(
    sqlite: Database,
) -> None:
    def story(bureau: Bureau) -> None:
        refused = bureau.refuses(
            operations.rate,
            bureau.tx,
            bureau.appraisal,
            ABOVE,
            ABOVE,
            NOTE,
            "Baik sekali",
            bureau.at,
            bureau.person["hadi"],
        )
        assert refused == "text-too-short"
        bureau.rate()
        found = bureau.now
        assert (found.work_note, found.behaviour_note) == (NOTE, OTHER_NOTE)
        assert (found.state, found.confirmed_by_id) == (AppraisalState.RATED, None)
        assert bureau.told("sari") == []

    await playing(sqlite, story)


async def test_the_officer_reads_no_draft(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        bureau.rate(BELOW, BELOW)
        for name in ("sari", "kadis"):
            view = queries.read(bureau.tx, bureau.appraisal, bureau.person[name], bureau.at)
            decided = view.sheet.decided
            assert decided is not None
            assert (decided.work, decided.behaviour, decided.work_note) == (None, None, "")
            assert [one.step for one in view.file] == ["opened"]
            assert [one.step for one in decided.steps] == ["opened"]
        own = queries.read(bureau.tx, bureau.appraisal, bureau.person["hadi"], bureau.at)
        assert own.sheet.decided is not None
        assert own.sheet.decided.work == BELOW
        bureau.confirm()
        view = queries.read(bureau.tx, bureau.appraisal, bureau.person["sari"], bureau.at)
        assert [one.step for one in view.file] == ["opened", "rated", "confirmed"]
        assert view.file[1].work == BELOW

    await playing(sqlite, story)


ACTS: dict[str, tuple[Callable[[Bureau, str], object], set[str], str]] = {
    # the act, who may, and the state it needs
    "rate": (lambda b, who: b.rate(by=who), {"hadi"}, "open"),
    "confirm": (lambda b, who: b.confirm(by=who), {"hadi"}, "rated"),
    "agree": (lambda b, who: b.agree(by=who), {"sari"}, "delivered"),
    "object": (lambda b, who: b.objects(by=who), {"sari"}, "delivered"),
    "explain": (lambda b, who: b.explain(by=who), {"hadi"}, "objected"),
    "uphold": (lambda b, who: b.uphold(by=who), {"kadis"}, "explained"),
    "change": (lambda b, who: b.change(ABOVE, ABOVE, by=who), {"kadis"}, "explained"),
    "amend": (lambda b, who: b.amend(by=who), {"hadi", "kadis", "ani"}, "open"),
    "reopen": (lambda b, who: b.reopen(by=who), {"kadis"}, "amended after the end"),
}
REACH: dict[str, list[Callable[[Bureau], object]]] = {
    "open": [],
    "rated": [Bureau.rate],
    "delivered": [Bureau.delivered],
    "objected": [Bureau.delivered, Bureau.objects],
    "explained": [Bureau.delivered, Bureau.objects, Bureau.explain],
    "amended after the end": [Bureau.delivered, Bureau.agree, Bureau.amend],
}


@pytest.mark.parametrize("name", ACTS)
async def test_each_act_is_of_one_role(sqlite: Database, name: str) -> None:
    act, allowed, state = ACTS[name]

    def story(bureau: Bureau) -> None:
        for reach in REACH[state]:
            reach(bureau)
        for who in set(bureau.person) - allowed:
            assert bureau.refuses(act, bureau, who) == "not-for-you", who
        before = bureau.file
        act(bureau, min(allowed))
        assert len(bureau.file) == len(before) + 1

    await playing(sqlite, story)


FITS: dict[str, set[str]] = {
    "open": {"rate", "amend"},
    "rated": {"rate", "confirm", "amend"},
    "delivered": {"agree", "object", "amend"},
    "objected": {"explain", "amend"},
    "explained": {"uphold", "change", "amend"},
    "amended after the end": {"amend", "reopen"},
}
POSSIBLE = {name: May(name) for name in ACTS if name not in ("uphold", "change")} | {
    "uphold": May.DECIDE,
    "change": May.DECIDE,
}


@pytest.mark.parametrize("state", REACH)
async def test_each_act_only_in_its_state(sqlite: Database, state: str) -> None:
    """Everybody tries what is theirs; what the reader is told is possible is just what is."""

    def story(bureau: Bureau) -> None:
        for reach in REACH[state]:
            reach(bureau)
        before = bureau.now.state, bureau.file
        for name, (act, allowed, _) in ACTS.items():
            who = min(allowed - {"ani"})
            view = queries.read(bureau.tx, bureau.appraisal, bureau.person[who], bureau.at)
            assert (POSSIBLE[name] in view.may) == (name in FITS[state]), name
            if name not in FITS[state]:
                assert bureau.refuses(act, bureau, who).startswith("appraisal-"), name
        assert (bureau.now.state, bureau.file) == before

    await playing(sqlite, story)


async def test_an_agreed_appraisal_is_final(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        bureau.delivered()
        bureau.passes(days=2)
        bureau.agree()
        found = bureau.now
        assert (found.state, found.final_at) == (AppraisalState.FINAL, bureau.at)
        assert bureau.file == bureau.journal == ["opened", "rated", "confirmed", "agreed"]
        assert bureau.told("hadi")[-1] == "appraisal-told-agreed"

    await playing(sqlite, story)


# --- objection


async def test_both_sides_are_heard_and_the_superior_decides(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        bureau.rate(BELOW, AS_EXPECTED)
        bureau.confirm()
        bureau.objects()
        assert bureau.refuses(bureau.uphold) == "appraisal-not-heard"
        bureau.explain()
        assert bureau.refuses(bureau.explain) == "appraisal-explained-already"
        bureau.change(AS_EXPECTED, AS_EXPECTED)
        found = bureau.now
        assert (found.work, found.predicate) == (AS_EXPECTED, Predicate.GOOD)
        assert found.rated_by_id == found.confirmed_by_id == bureau.officer["kadis"]
        assert (found.work_note, found.behaviour_note) == (DECISION, OTHER_NOTE)
        objection = acting.objection_of(bureau.tx, bureau.appraisal)
        assert objection is not None
        assert (objection.words, objection.explanation) == (OBJECTION, EXPLANATION)
        assert (objection.decision, objection.changed) == (DECISION, True)
        file = steps.of(bureau.tx, bureau.appraisal)
        assert [(one.step, one.work, one.predicate) for one in file] == [
            ("opened", None, None),
            ("rated", "below", None),
            ("confirmed", "below", "butuh_perbaikan"),
            ("objected", None, None),
            ("explained", None, None),
            ("decided", "as_expected", "baik"),
        ]
        assert bureau.journal == [one.step for one in file]
        assert bureau.refuses(bureau.objects) == "appraisal-not-to-answer"  # it is final

    await playing(sqlite, story)


async def test_an_upheld_rating_stays_the_appraisers(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        bureau.delivered()
        bureau.objects()
        bureau.explain()
        assert bureau.refuses(bureau.change, AS_EXPECTED, AS_EXPECTED) == "appraisal-the-same"
        bureau.uphold()
        found = bureau.now
        assert (found.work, found.predicate) == (AS_EXPECTED, Predicate.GOOD)
        assert found.confirmed_by_id == bureau.officer["hadi"]
        assert bureau.told("sari")[-1] == "appraisal-told-decided"
        assert bureau.told("hadi")[-1] == "appraisal-told-decided-appraiser"

    await playing(sqlite, story)


async def test_an_appraiser_who_never_explains_does_not_hold_it_up(sqlite: Database) -> None:
    """Five working days, by the unit's calendar: Monday 12 to Monday 19 January 2026 (the 16th is
    a day off), 16.00."""

    def story(bureau: Bureau) -> None:
        bureau.at = wib("2026-01-12 10:00")
        bureau.delivered()
        bureau.objects()
        objection = acting.objection_of(bureau.tx, bureau.appraisal)
        assert objection is not None
        assert objection.explain_until == wib("2026-01-20 16:00")
        bureau.at = objection.explain_until
        assert bureau.refuses(bureau.uphold) == "appraisal-not-heard"
        bureau.passes(seconds=1)
        bureau.uphold()
        assert bureau.now.state == AppraisalState.FINAL

    await playing(sqlite, story)


async def test_without_a_superior_an_objection_waits_for_one(sqlite: Database) -> None:
    """And the term does not pass meanwhile: nobody loses a right by an empty post."""

    def story(bureau: Bureau) -> None:
        bureau.delivered()
        bureau.leaves("kadis")
        bureau.objects()
        assert bureau.told("ani").count("appraisal-told-nobody-above") == 1
        assert bureau.told("sari").count("appraisal-told-waits") == 1
        bureau.explain()
        for name in ("hadi", "sari", "tuti", "ani", "kadis"):
            assert bureau.refuses(bureau.uphold, DECISION, name) == "not-for-you"
        for _ in range(3):
            bureau.passes(days=20)
            reminding.run(bureau.tx, bureau.at)
        assert bureau.now.state == AppraisalState.OBJECTED
        bureau.joins("kaban", Role.HEAD, office_id=bureau.office)
        for _ in range(2):
            bureau.passes(hours=1)
            reminding.run(bureau.tx, bureau.at)
        assert bureau.told("kaban").count("appraisal-told-objected") == 1
        bureau.uphold(by="kaban")
        assert bureau.now.state == AppraisalState.FINAL

    await playing(sqlite, story)


async def test_an_objection_goes_on_with_who_came_after_the_superior(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        bureau.delivered()
        bureau.objects()
        bureau.explain()
        bureau.leaves("kadis")
        bureau.joins("kaban", Role.HEAD, office_id=bureau.office)
        bureau.tx.forget()
        assert bureau.refuses(bureau.uphold) == "not-for-you"
        bureau.uphold(by="kaban")

    await playing(sqlite, story)


# --- the term


@pytest.mark.parametrize(
    ("confirmed", "days", "working", "until"),
    [
        # calendar days end at 24.00, working days at the last closing; rules §4
        ("2026-03-17 10:00", 14, False, "2026-04-01 00:00"),
        ("2026-03-17 10:00", 3, True, "2026-03-27 16:30"),
        ("2026-03-17 10:00", 5, True, "2026-03-31 16:00"),
        ("2026-03-17 10:00", 14, True, "2026-04-14 16:00"),
        ("2026-05-13 10:00", 14, False, "2026-05-28 00:00"),
        ("2026-05-13 10:00", 10, True, "2026-06-03 16:00"),
        ("2026-05-13 10:00", 14, True, "2026-06-09 16:00"),
    ],
)
async def test_the_term_of_objection(
    sqlite: Database, confirmed: str, days: int, working: bool, until: str
) -> None:
    def story(bureau: Bureau) -> None:
        wanted = {"objection_days": days, "objection_working": working}
        terms.change(bureau.tx, bureau.office, bureau.at, None, **wanted)
        bureau.at = wib(confirmed)
        bureau.delivered()
        end = wib(until)
        assert bureau.now.objection_until == end
        bureau.at = end + timedelta(seconds=1)
        assert bureau.refuses(bureau.objects) == "appraisal-term-passed"
        bureau.at = end
        bureau.objects()

    await playing(sqlite, story)


# --- facts that came late


async def test_an_amendment_before_confirming_is_rated_anew(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        bureau.rate(BELOW, AS_EXPECTED)
        first = bureau.now.rated_on_id
        bureau.amend()
        found = bureau.now
        assert (found.work, found.rated_on_id) == (BELOW, first)  # nothing was changed by it
        assert bureau.refuses(bureau.confirm) == "appraisal-rate-again"
        bureau.rate(AS_EXPECTED, AS_EXPECTED)
        bureau.confirm()
        assert bureau.file == ["opened", "rated", "amended", "rated", "confirmed"]

    await playing(sqlite, story)


async def test_after_confirming_the_appraiser_may_rate_once_more(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        bureau.delivered()
        assert bureau.refuses(bureau.rate, ABOVE, ABOVE) == "appraisal-not-to-rate"
        bureau.amend()
        assert bureau.now.predicate == Predicate.GOOD  # until somebody decides otherwise
        bureau.passes(days=1)
        bureau.rate(ABOVE, ABOVE)
        found = bureau.now
        assert (found.predicate, found.confirmed_by_id, found.objection_until) == (None,) * 3
        bureau.confirm()
        assert bureau.now.objection_until == terms.objection_until(
            *operations.ground(bureau.tx, bureau.now), bureau.at
        )
        assert bureau.told("sari") == [
            "appraisal-told-delivered",
            "appraisal-told-amended-officer",
            "appraisal-told-again",
            "appraisal-told-delivered",
        ]

    await playing(sqlite, story)


async def test_what_is_with_the_superior_is_decided_there_on_the_new_version(
    sqlite: Database,
) -> None:
    def story(bureau: Bureau) -> None:
        bureau.delivered()
        bureau.objects()
        bureau.amend()
        assert bureau.refuses(bureau.rate) == "appraisal-not-to-rate"
        bureau.explain()
        bureau.change(ABOVE, AS_EXPECTED)
        found = bureau.now
        assert found.rated_on_id == found.snapshot_id
        assert bureau.told("kadis")[-1] == "appraisal-told-heard"

    await playing(sqlite, story)


async def test_a_final_one_keeps_its_ratings_unless_the_superior_reopens(
    sqlite: Database,
) -> None:
    def story(bureau: Bureau) -> None:
        bureau.delivered()
        bureau.agree()
        assert bureau.refuses(bureau.reopen) == "appraisal-not-to-reopen"
        bureau.amend()
        found = bureau.now
        assert (found.state, found.predicate) == (AppraisalState.FINAL, Predicate.GOOD)
        assert bureau.refuses(bureau.rate) == "appraisal-not-to-rate"
        bureau.reopen()
        assert (bureau.now.state, bureau.now.predicate) == (AppraisalState.RATED, None)
        assert bureau.refuses(bureau.confirm) == "appraisal-rate-again"
        bureau.rate(ABOVE, ABOVE)
        bureau.confirm()
        bureau.agree()
        assert bureau.file[3:] == ["agreed", "amended", "reopened", "rated", "confirmed", "agreed"]

    await playing(sqlite, story)


async def test_a_decided_objection_stays_decided(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        bureau.delivered()
        bureau.objects()
        bureau.explain()
        bureau.uphold()
        bureau.amend()
        assert bureau.refuses(bureau.reopen) == "appraisal-not-to-reopen"
        assert bureau.file[-1] == "amended"  # and it is kept

    await playing(sqlite, story)


async def test_an_amendment_says_why(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        assert bureau.refuses(bureau.amend, "  ") == "text-too-short"

    await playing(sqlite, story)


# --- ratings against the evidence


async def test_a_rating_against_the_evidence_needs_a_reason_that_everybody_reads(
    sqlite: Database,
) -> None:
    def story(bureau: Bureau) -> None:
        falls_short(bureau.tx, bureau.now, bureau.at)
        assert bureau.refuses(bureau.rate, ABOVE, ABOVE) == "appraisal-contradicts"
        assert bureau.refuses(bureau.rate, ABOVE, ABOVE, contradiction="Begitu saja") == (
            "text-too-short"
        )
        bureau.rate(ABOVE, ABOVE, contradiction=REASON)
        assert bureau.confirm().predicate == Predicate.VERY_GOOD  # it is the appraiser's to say
        for name in ("sari", "kadis"):
            view = queries.read(bureau.tx, bureau.appraisal, bureau.person[name], bureau.at)
            assert view.sheet.decided is not None
            assert view.sheet.decided.contradiction == REASON
            assert REASON in view.file[1].words

    await playing(sqlite, story)


@pytest.mark.parametrize("work", [BELOW, AS_EXPECTED])
async def test_the_other_ratings_need_none(sqlite: Database, work: Expectation) -> None:
    def story(bureau: Bureau) -> None:
        falls_short(bureau.tx, bureau.now, bureau.at)
        assert bureau.rate(work, ABOVE, contradiction=REASON).contradiction == ""

    await playing(sqlite, story)


async def test_the_superior_says_why_too(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        falls_short(bureau.tx, bureau.now, bureau.at)
        bureau.delivered()
        bureau.objects()
        bureau.explain()
        assert bureau.refuses(bureau.change, ABOVE, ABOVE) == "appraisal-contradicts"
        bureau.change(ABOVE, ABOVE, contradiction=REASON)
        assert bureau.now.contradiction == REASON

    await playing(sqlite, story)


# --- words


@given(st.text(max_size=60))
def test_words_are_kept_or_refused_never_emptied(text: str) -> None:
    try:
        kept = operations.words(text)
    except Refused:
        return
    assert len(kept) >= operations.LEAST_WORDS


async def test_who_serves_no_more_reads_nobodys_appraisal_but_the_own(sqlite: Database) -> None:
    """The chat asks no role for reading, so that an officer who left may object."""

    def story(bureau: Bureau) -> None:
        bureau.delivered()
        bureau.objects()
        for name in ("hadi", "kadis", "sari"):
            bureau.leaves(name)
        bureau.passes(days=1)
        asked = (bureau.tx, bureau.appraisal)
        for name in ("hadi", "kadis"):
            given = *asked, bureau.person[name], bureau.at
            assert bureau.refuses(queries.read, *given) == "not-for-you"
        own = queries.read(*asked, bureau.person["sari"], bureau.at)
        assert own.standing == "own"

    await playing(sqlite, story)


async def test_a_named_leader_who_left_leads_nobody(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        sari, tuti = bureau.officer["sari"], bureau.person["tuti"]
        named = bureau.officer["tuti"]
        leaders.name_leader(bureau.tx, sari, named, bureau.at, bureau.person["ani"])
        bureau.passes(days=1)
        assert leaders.standing(bureau.tx, sari, tuti, bureau.at) == "leader"
        bureau.leaves("tuti")
        bureau.passes(days=1)
        assert leaders.standing(bureau.tx, sari, tuti, bureau.at) is None
        head = leaders.leader_of(bureau.tx, sari, bureau.at)
        assert head is not None
        assert head.id == bureau.officer["hadi"]

    await playing(sqlite, story)


async def test_an_old_screen_agrees_to_no_ratings_given_after_it(sqlite: Database) -> None:
    def story(bureau: Bureau) -> None:
        def mark() -> int:
            given = bureau.tx, bureau.appraisal, bureau.person["sari"], bureau.at
            confirmed = queries.read(*given).confirmed_at
            assert confirmed is not None
            return seen.mark(confirmed)

        bureau.delivered()
        read = mark()
        bureau.passes(days=1)
        bureau.amend()
        bureau.rate(BELOW, BELOW)
        bureau.confirm()
        agreeing = bureau.tx, bureau.appraisal, bureau.at, bureau.person["sari"]
        assert bureau.refuses(operations.agree, *agreeing, read) == "appraisal-changed-since"
        operations.agree(*agreeing, mark())
        assert bureau.now.state == AppraisalState.FINAL

    await playing(sqlite, story)
