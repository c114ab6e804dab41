"""Doubts about ratings: found, proposed, decided by two, restored; and who has no say in them."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import date, timedelta
from itertools import product

import pytest
from sqlalchemy import event
from sqlmodel import select

from models import office_admin, people
from models.database import Database, Transaction
from models.journal import JournalEntry, Kind
from models.outbox import OutboxMessage
from models.people import Officer, Role
from models.ratings import corrections, flag_notices, flag_queries, flag_review, flags, scenes, sums
from models.ratings import operations as ratings
from models.ratings.patterns import Reason
from models.ratings.tables import Asked, Decision, Rating, Standing
from tests.models.ratings.flag_hall import LONG_AGO, MINUTE, WHY, FlagHall, rates, visited
from tests.models.town_hall import NOW

DAY = date(2026, 11, 23)
LATER = NOW + timedelta(hours=1)
NEXT_MORNING = NOW + timedelta(hours=23)  # Tuesday 08.00 WIB, open since 07.30


@pytest.fixture
async def hall(database: Database) -> FlagHall:
    return await FlagHall.open(database)


@pytest.fixture
async def office(sqlite_url: str) -> AsyncIterator[FlagHall]:
    """The same on SQLite alone, for what does not depend on the database."""
    opened = Database(sqlite_url)
    yield await FlagHall.open(opened)
    opened.close()


# --- finding


async def test_a_burst_is_found_once_and_joined_by_what_follows(hall: FlagHall) -> None:
    first = await hall.burst()
    assert await hall.does(flags.detect, NOW + 20 * MINUTE) == 16
    assert await hall.does(flags.detect, NOW + 30 * MINUTE) == 0
    more = await hall.does(
        lambda tx: [rates(tx, hall.unit, f"m{k}", NOW + (16 + k) * MINUTE) for k in range(4)]
    )
    assert await hall.does(flags.detect, NOW + 40 * MINUTE) == 4
    found = hall.flags()
    assert [flag.rating_id for flag in found] == [*first, *more]
    assert {flag.pattern for flag in found} == {f"burst:{hall.unit}:{first[0]}"}
    assert {flag.raised_by for flag in found} == {None}
    assert not [flag for flag in found if flag.decided_at]


async def test_until_it_is_decided_a_rating_counts(hall: FlagHall) -> None:
    await hall.doubted()
    received = hall.read(lambda tx: sums.received(tx, [hall.unit], DAY, DAY))
    assert (received.counted, received.excluded, received.withdrawn) == (16, 0, 0)


async def test_an_honest_day_at_the_mobile_service_raises_nothing(hall: FlagHall) -> None:
    def day(tx: Transaction) -> None:
        for k in range(40):
            since = NOW + (4 * k - 3) * MINUTE
            rates(tx, hall.unit, f"q{k}", NOW + 4 * k * MINUTE, 1 + k % 4, since=since)

    await hall.does(day)
    for run in range(0, 200, 10):
        assert await hall.does(flags.detect, NOW + run * MINUTE) == 0


async def test_new_people_for_nothing_else(hall: FlagHall) -> None:
    def crowd(tx: Transaction) -> list[int]:
        other = office_admin.add_unit(tx, hall.hall.office, "Loket Akta", at=NOW, by=None)
        rates(tx, other.id or 0, "n9", NOW + 3 * MINUTE, since=NOW)
        return [rates(tx, hall.unit, f"n{k}", NOW + k * MINUTE, since=NOW) for k in range(10)]

    first, *others, _also_elsewhere = await hall.does(crowd)

    def complains(tx: Transaction) -> None:
        rating = tx.session.get_one(Rating, first)
        who = tx.session.exec(
            select(people.Person.id).where(people.Person.pseudonym == rating.rater)
        ).one()
        tx.session.add(JournalEntry(at=NOW, kind=Kind.CASE_SENT, actor_id=who, unit_id=hall.unit))

    await hall.does(complains)
    assert await hall.does(flags.detect, NOW + 10 * MINUTE) == 8
    assert [flag.rating_id for flag in hall.flags()] == others
    assert {flag.reason for flag in hall.flags()} == {Reason.NEW_ACCOUNTS}


async def test_the_same_words_also_when_they_are_added_the_next_day(hall: FlagHall) -> None:
    said = "Bu Sari menjelaskan syarat surat pindah sampai kami paham, berkas beres"

    def comments(tx: Transaction, k: int, at: object) -> None:
        rating_id = rates(tx, hall.unit, f"w{k}", NOW + k * 60 * MINUTE)
        ratings.comment(tx, f"w{k}", rating_id, said + "!" * k, {"redacted": said}, at, None)

    for k in range(2):
        await hall.does(comments, k, NOW + k * 60 * MINUTE)
    assert await hall.does(flags.detect, NOW + 130 * MINUTE) == 0
    await hall.does(comments, 2, NOW + timedelta(hours=20))
    assert await hall.does(flags.detect, NOW + timedelta(hours=20, minutes=5)) == 3
    assert {flag.reason for flag in hall.flags()} == {Reason.SAME_WORDS}


async def test_relatives_in_turns_visits_of_seconds_and_staff(hall: FlagHall) -> None:
    def weeks(tx: Transaction) -> list[int]:
        came = [
            visited(tx, hall, name, NOW - (20 - 2 * k) * timedelta(days=1), 6 * MINUTE)
            for k in range(4)
            for name in ("kin one", "kin two", "kin three")
        ]
        return [*came, visited(tx, hall, "kin one", NOW, 20 * timedelta(seconds=1))]

    turns = await hall.does(weeks)
    own = await hall.does(lambda tx: rates(tx, hall.unit, "staff 11", NOW + MINUTE))
    await hall.does(flags.detect, NOW + 5 * MINUTE)
    by_reason: dict[str, list[int]] = {}
    for flag in hall.flags():
        by_reason.setdefault(flag.reason, []).append(flag.rating_id)
    assert by_reason == {
        Reason.IN_TURNS: turns,
        Reason.STAFF: [own],
        Reason.QUICK: [turns[-1]],
    }


async def test_one_phone_for_visits_of_which_nobody_knows_who_served(hall: FlagHall) -> None:
    """As a queue system may send them: at no counter."""

    def weeks(tx: Transaction) -> list[int]:
        return [
            visited(tx, hall, "one phone", NOW - k * timedelta(days=1), 6 * MINUTE, known=False)
            for k in reversed(range(9))
        ]

    given = await hall.does(weeks)
    assert await hall.does(flags.detect, NOW + 5 * MINUTE) == len(given)
    assert {(flag.rating_id, flag.reason) for flag in hall.flags()} == {
        (rating_id, Reason.IN_TURNS) for rating_id in given
    }


async def test_a_jump_on_the_last_days_of_a_quarter(hall: FlagHall) -> None:
    def quarter(tx: Transaction) -> None:
        for day in range(20):
            for k in range(3):
                at = NOW + timedelta(days=day, minutes=90 * k)
                rates(tx, hall.unit, f"day {day}/{k}", at)

    await hall.does(quarter)
    last = NOW + timedelta(days=37)  # 30 December

    def stuffed(tx: Transaction) -> None:
        for k in range(24):
            rates(tx, hall.unit, f"end {k}", last + k * 7 * MINUTE)

    await hall.does(stuffed)
    assert await hall.does(flags.detect, last + timedelta(hours=2, minutes=50)) == 24
    assert {flag.reason for flag in hall.flags()} == {Reason.PERIOD_END}
    assert {flag.found["per_day"] for flag in hall.flags()} == {3}


async def test_the_job_reads_ratings_and_visits_through_indexes_only(office: FlagHall) -> None:
    """Every statement of a run in which all detectors find something to look at."""
    end = NOW + timedelta(days=37)  # 30 December
    said = "Bu Sari menjelaskan syarat surat pindah sampai kami paham"

    def stuffed(tx: Transaction) -> None:
        for k in range(20):
            at = end + k * MINUTE
            rating = rates(tx, office.unit, f"n{k}", at, since=at - MINUTE)
            ratings.comment(tx, f"n{k}", rating, said, {"redacted": said}, at, None)
            for _ in range(3 if k < 3 else 0):
                visited(tx, office, f"v{k}", at, MINUTE)

    def plans(tx: Transaction) -> list[str]:
        run: list[tuple[str, object]] = []

        @event.listens_for(tx.connection, "before_cursor_execute")
        def _note(_c: object, _cursor: object, sql: str, values: object, *_rest: object) -> None:
            run.append((sql, values))

        flags.detect(tx, end + 30 * MINUTE)
        event.remove(tx.connection, "before_cursor_execute", _note)
        return [
            row[-1]
            for sql, values in run
            if sql.startswith("SELECT")
            for row in tx.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
        ]

    await office.does(stuffed)
    told = await office.does(plans)
    reading = [plan for plan in told if re.match(r"(SCAN|SEARCH) (ratings|visits|journal)", plan)]
    assert len(reading) >= 8
    assert [plan for plan in reading if plan.startswith("SCAN")] == []
    assert "SEARCH ratings USING INDEX ix_ratings_at (at>? AND at<?)" in reading
    assert "SEARCH ratings USING INDEX ix_ratings_of_visits (officer_id=? AND at>? AND at<?)" in (
        reading
    )


async def test_only_the_last_hours_are_looked_at(office: FlagHall) -> None:
    await office.burst()
    assert await office.does(flags.detect, NOW + timedelta(hours=4)) == 0
    assert await office.does(flags.detect, NOW + timedelta(hours=3) - MINUTE) == 16


async def test_every_unit_has_its_turn_within_ten_minutes(hall: FlagHall) -> None:
    await hall.burst()
    later = [NOW + (20 + minute) * MINUTE for minute in range(scenes.PARTS)]
    assert sorted([await hall.does(flags.detect_in_turn, at) for at in later]) == [0] * 9 + [16]


async def test_doubts_hold_no_pseudonym(office: FlagHall) -> None:
    await office.doubted()
    for flag in office.flags():
        assert set(flag.found) <= {"n", "raters", "scores", "minutes", "busiest", "visits"}
        assert flag.pattern.replace("burst", "").replace(":", "").isdigit()


# --- deciding


async def test_keeping_takes_one_person_and_a_reason(hall: FlagHall) -> None:
    flag_id, ids = await hall.doubted()
    assert await hall.refused(flags.keep, flag_id, hall.people["head"], "ok", LATER) == (
        "text-too-short"
    )
    done = await hall.does(flags.keep, flag_id, hall.people["head"], WHY, LATER, whole=True)
    assert done == flags.Done(16)
    assert {flag.decision for flag in hall.flags()} == {Decision.KEPT}
    assert hall.rating(ids[0]).standing == Standing.COUNTED
    assert all(flag.decided_at for flag in hall.flags())
    assert await hall.does(flags.detect, NOW + 35 * MINUTE) == 0  # looked at, and not raised again
    again = await hall.refused(flags.keep, flag_id, hall.people["head"], WHY, LATER)
    assert again == "flag-decided-already"


async def test_excluding_takes_two_and_each_rating_is_recorded(hall: FlagHall) -> None:
    flag_id, ids = await hall.doubted()
    head, admin = hall.people["head"], hall.people["admin"]
    await hall.does(flags.propose, flag_id, head, WHY, LATER, whole=True)
    assert hall.read(lambda tx: sums.received(tx, None, DAY, DAY)).excluded == 0
    assert await hall.refused(flags.decide, flag_id, head, True, WHY, LATER) == "flag-second-person"
    done = await hall.does(flags.decide, flag_id, admin, True, WHY, LATER, whole=True)
    assert done == flags.Done(16)
    received = hall.read(lambda tx: sums.received(tx, None, DAY, DAY))
    assert (received.counted, received.excluded, received.received) == (0, 16, 16)
    by_reason = hall.read(lambda tx: flag_queries.excluded_by_reason(tx, [hall.unit], DAY, DAY))
    assert by_reason == {Reason.BURST: ids}
    written = hall.read(
        lambda tx: tx.session.exec(
            select(JournalEntry).where(JournalEntry.kind == Kind.RATING_EXCLUDED)
        ).all()
    )
    assert sorted(entry.rating_id for entry in written) == ids
    assert {entry.actor_id for entry in written} == {admin}
    assert all(WHY not in str(entry.data) for entry in written)


async def test_the_second_person_does_not_agree(hall: FlagHall) -> None:
    flag_id, ids = await hall.doubted()
    await hall.does(flags.propose, flag_id, hall.people["head"], WHY, LATER)
    done = await hall.does(flags.decide, flag_id, hall.people["second head"], False, WHY, LATER)
    assert done == flags.Done(1)
    assert hall.rating(ids[0]).standing == Standing.COUNTED
    assert hall.flags()[0].decision == Decision.KEPT


async def test_a_proposal_is_taken_back_by_who_made_it_and_nobody_else(office: FlagHall) -> None:
    flag_id, _ = await office.doubted()
    head, second = office.people["head"], office.people["second head"]
    await office.does(flags.propose, flag_id, head, WHY, LATER)
    assert await office.refused(flags.keep, flag_id, second, WHY, LATER) == "flag-proposed-already"
    assert (
        await office.refused(flags.propose, flag_id, second, WHY, LATER) == "flag-proposed-already"
    )
    await office.does(flags.keep, flag_id, head, WHY, LATER)
    assert office.flags()[0].decision == Decision.KEPT


async def test_a_pattern_half_decided_is_decided_for_the_rest(office: FlagHall) -> None:
    flag_id, ids = await office.doubted()
    head, second = office.people["head"], office.people["second head"]
    await office.does(flags.keep, flag_id, head, WHY, LATER)
    await office.does(corrections.withdraw, office.rating(ids[1]).rater, ids[1], LATER, None)
    rest = office.flags()[2].id or 0
    assert await office.does(flags.propose, rest, head, WHY, LATER, whole=True) == flags.Done(14)
    assert await office.does(flags.decide, rest, second, True, WHY, LATER, whole=True) == (
        flags.Done(14)
    )
    received = office.read(lambda tx: sums.received(tx, None, DAY, DAY))
    assert (received.counted, received.excluded, received.withdrawn) == (1, 14, 1)


async def test_an_excluded_rating_is_restored_with_a_reason(hall: FlagHall) -> None:
    flag_id, ids = await hall.doubted()
    head, admin = hall.people["head"], hall.people["admin"]
    await hall.does(flags.propose, flag_id, head, WHY, LATER)
    assert await hall.refused(flags.restore, ids[0], head, WHY, LATER) == "flag-not-excluded"
    await hall.does(flags.decide, flag_id, admin, True, WHY, LATER)
    assert await hall.refused(flags.restore, ids[0], head, "", LATER) == "text-too-short"
    await hall.does(flags.restore, ids[0], head, WHY, LATER)
    assert hall.rating(ids[0]).standing == Standing.COUNTED
    assert hall.flags()[0].decision == Decision.KEPT
    excluded = hall.read(lambda tx: flag_queries.excluded_by_reason(tx, None, DAY, DAY))
    assert excluded == {}


# --- who has a say


@pytest.mark.parametrize("role", ["citizen", "officer", "inspector", "admin elsewhere"])
async def test_other_roles_have_no_say(office: FlagHall, role: str) -> None:
    flag_id, ids = await office.doubted()
    who = office.people[role]
    acts = [
        (flags.keep, flag_id, who, WHY, LATER),
        (flags.propose, flag_id, who, WHY, LATER),
        (flags.decide, flag_id, who, True, WHY, LATER),
        (flags.raise_by_hand, ids[0], who, WHY, LATER),
        (flag_review.look, flag_id, who, LATER),
        (flag_review.latest, who, office.unit, LATER, 10),
    ]
    for act, *arguments in acts:
        assert await office.refused(act, *arguments) == "not-for-you"


REVIEWING = ("head", "second head", "admin", "office admin")


async def test_nobody_of_any_role_excludes_alone(office: FlagHall) -> None:
    """Whoever proposes, only another reviewer can decide; tried for every pair of people."""
    flag_id, ids = await office.doubted(20)
    everybody = list(office.people)
    for place, proposer in enumerate(REVIEWING):
        flag = flag_id + place
        await office.does(flags.propose, flag, office.people[proposer], WHY, LATER)
        allowed = []
        for name in everybody:
            flagged = (flags.decide, flag, office.people[name], True, WHY, LATER)
            if name not in REVIEWING:
                assert await office.refused(*flagged) == "not-for-you"
            elif name == proposer:
                assert await office.refused(*flagged) == "flag-second-person"
                assert office.rating(ids[place]).standing == Standing.COUNTED
            else:
                allowed.append(name)
        await office.does(flags.decide, flag, office.people[allowed[0]], True, WHY, LATER)
        assert office.rating(ids[place]).standing == Standing.EXCLUDED


async def test_an_account_linked_anew_is_no_second_person(office: FlagHall) -> None:
    flag_id, _ = await office.doubted()
    await office.does(flags.propose, flag_id, office.people["head"], WHY, LATER)
    head = office.officer_of("head")

    def linked_anew(tx: Transaction) -> int:
        made = people.Person(telegram_id=99_999, pseudonym="another phone", created_at=NOW)
        tx.session.add(made)
        tx.session.flush()
        tx.session.get_one(Officer, head).person_id = made.id
        return made.id or 0

    phone = await office.does(linked_anew)
    again = await office.refused(flags.decide, flag_id, phone, True, WHY, LATER)
    assert again == "flag-second-person"


async def test_nobody_decides_about_ratings_of_themself_or_their_own(office: FlagHall) -> None:
    """The officer at the counter also leads the unit; a head rated it."""

    def leads(tx: Transaction) -> None:
        officer = tx.session.get_one(Officer, office.hall.officer_id)
        people.appoint(tx, officer, Role.HEAD, LONG_AGO, unit_id=office.unit)

    await office.does(leads)
    about = await office.does(visited, office, "somebody", NOW, 5 * timedelta(seconds=1))
    own = await office.does(lambda tx: rates(tx, office.unit, "staff 11", NOW))
    await office.does(flags.detect, NOW + MINUTE)
    by_rating = {flag.rating_id: flag.id or 0 for flag in office.flags()}
    cases = (("officer", about, "flag-about-you"), ("head", own, "flag-own-rating"))
    for name, rating, key in cases:
        flag, who = by_rating[rating], office.people[name]
        assert await office.refused(flags.keep, flag, who, WHY, LATER) == key
        assert await office.refused(flags.propose, flag, who, WHY, LATER) == key
        assert await office.refused(flag_review.look, flag, who, LATER) == "flag-about-you"
        await office.does(flags.propose, flag, office.people["second head"], WHY, LATER)
        assert await office.refused(flags.decide, flag, who, True, WHY, LATER) == key
        await office.does(flags.decide, flag, office.people["admin"], True, WHY, LATER)
        assert await office.refused(flags.restore, rating, who, WHY, LATER) == key
        listed = await office.does(flag_review.decided_patterns, who, LATER, 10)
        assert flag not in {pattern.flag_id for pattern in listed}


# --- by hand


async def test_the_officer_rated_a_head_and_an_admin_raise_by_hand(hall: FlagHall) -> None:
    rating = await hall.does(visited, hall, "somebody", NOW, 6 * MINUTE, 1)
    flag_id = await hall.does(flags.raise_by_hand, rating, hall.people["officer"], WHY, LATER)
    flag = hall.flags()[0]
    assert (flag.id, flag.reason, flag.raised_by) == (
        flag_id,
        Reason.BY_HAND,
        hall.hall.officer_id,
    )
    assert flag.found == {"words": WHY}
    again = await hall.refused(flags.raise_by_hand, rating, hall.people["head"], WHY, LATER)
    assert again == "flag-known"
    other = await hall.does(lambda tx: rates(tx, hall.unit, "other", NOW))
    assert await hall.refused(flags.raise_by_hand, other, hall.people["officer"], WHY, LATER) == (
        "not-for-you"
    )
    await hall.does(flags.raise_by_hand, other, hall.people["office admin"], WHY, LATER)


async def test_the_hand_that_raised_it_is_no_second_person(office: FlagHall) -> None:
    rating = await office.does(lambda tx: rates(tx, office.unit, "somebody", NOW))
    head, second, admin = (office.people[name] for name in ("head", "second head", "admin"))
    flag = await office.does(flags.raise_by_hand, rating, head, WHY, LATER)
    await office.does(flags.propose, flag, second, WHY, LATER)
    for who, exclude in product((head, second), (True, False)):
        assert await office.refused(flags.decide, flag, who, exclude, WHY, LATER) == (
            "flag-second-person"
        )
    await office.does(flags.decide, flag, admin, True, WHY, LATER)
    assert office.rating(rating).standing == Standing.EXCLUDED
    again = await office.refused(flags.raise_by_hand, rating, head, WHY, LATER)
    assert again == "flag-not-counted"


async def test_nobody_doubts_whatever_they_do_not_like(office: FlagHall) -> None:
    ids = await office.burst(flags.MOST_BY_HAND + 1, LATER)
    for rating in ids[:-1]:
        await office.does(flags.raise_by_hand, rating, office.people["head"], WHY, LATER)
    refused = await office.refused(flags.raise_by_hand, ids[-1], office.people["head"], WHY, LATER)
    assert refused == "flag-enough"


# --- what reviewers see


async def test_a_reviewer_sees_letters_scores_times_and_redacted_words(hall: FlagHall) -> None:
    flag_id, ids = await hall.doubted()

    def comments(tx: Transaction) -> None:
        rater = tx.session.get_one(Rating, ids[0]).rater
        said, read = "Hubungi 0812", {"redacted": "Hubungi [nomor]"}
        ratings.comment(tx, rater, ids[0], said, read, NOW, None)
        rater = tx.session.get_one(Rating, ids[1]).rater
        told = {"redacted": "Diminta uang", "corruption": True}
        ratings.comment(tx, rater, ids[1], "Diminta uang", told, NOW, None)

    await hall.does(comments)
    seen = await hall.does(flag_review.look, flag_id, hall.people["head"], LATER)
    assert [one.rater for one in seen.ratings] == list("ABCDEFGHIJKLMNOP")
    assert [one.score for one in seen.ratings[:5]] == [1, 2, 3, 4, 1]
    assert [one.words for one in seen.ratings[:3]] == ["Hubungi [nomor]", "", ""]
    assert seen.found["minutes"] == 15
    assert "c0-" not in repr(seen)
    assert "0812" not in repr(seen)
    assert all(one.can_keep and one.can_propose and not one.can_decide for one in seen.ratings)


async def test_lists_of_what_waits_and_what_was_decided(hall: FlagHall) -> None:
    flag_id, _ = await hall.doubted()
    await hall.burst(at=NOW + timedelta(hours=5))
    await hall.does(flags.detect, NOW + timedelta(hours=6))
    head = hall.people["head"]
    waiting = await hall.does(flag_review.open_patterns, head, LATER, 10)
    assert [pattern.n for pattern in waiting] == [16, 16]
    assert len(await hall.does(flag_review.open_patterns, head, LATER, 10, 1)) == 1
    await hall.does(flags.propose, flag_id, head, WHY, LATER, whole=True)
    await hall.does(flags.decide, flag_id, hall.people["admin"], True, WHY, LATER, whole=True)
    (left,) = await hall.does(flag_review.open_patterns, hall.people["office admin"], LATER, 10)
    assert left.flag_id != flag_id
    (decided,) = await hall.does(flag_review.decided_patterns, head, LATER, 10)
    assert (decided.flag_id, decided.n, decided.excluded) == (flag_id, 16, 16)
    elsewhere = hall.people["admin elsewhere"]
    assert await hall.does(flag_review.open_patterns, elsewhere, LATER, 10) == []
    for role in ("officer", "citizen", "inspector"):
        refused = await hall.refused(flag_review.open_patterns, hall.people[role], LATER, 10)
        assert refused == "not-for-you"


async def test_fewer_than_five_ratings_are_not_listed_for_doubts_by_hand(office: FlagHall) -> None:
    await office.burst(4)
    head = office.people["head"]
    assert await office.refused(flag_review.latest, head, office.unit, LATER, 10) == "flag-few"
    await office.does(lambda tx: rates(tx, office.unit, "fifth", NOW))
    assert len(await office.does(flag_review.latest, head, office.unit, LATER, 10)) == 5


# --- notices


def notices(hall: FlagHall) -> list[tuple[int, dict]]:
    def work(tx: Transaction) -> list[tuple[int, dict]]:
        rows = tx.session.exec(select(OutboxMessage).order_by("id")).all()
        return [
            (row.person_id, row.body["values"]) for row in rows if row.body["key"] == "flag-notice"
        ]

    return hall.read(work)


async def test_reviewers_are_told_once_a_day_at_the_opening(hall: FlagHall) -> None:
    await hall.doubted()
    assert await hall.does(flag_notices.tell, LATER) == 0  # today's opening was before
    assert await hall.does(flag_notices.tell, NOW + timedelta(hours=20)) == 0  # 05.00: closed
    reviewing = sorted(hall.people[name] for name in REVIEWING)
    assert await hall.does(flag_notices.tell, NEXT_MORNING) == 4
    assert sorted(who for who, _ in notices(hall)) == reviewing
    assert {(told["new"], told["proposed"]) for _, told in notices(hall)} == {(1, 0)}
    assert await hall.does(flag_notices.tell, NEXT_MORNING + 10 * MINUTE) == 0
    assert await hall.does(flag_notices.tell, NEXT_MORNING + timedelta(days=1)) == 0


async def test_the_next_day_tells_of_proposals_to_who_can_be_the_second(hall: FlagHall) -> None:
    flag_id, _ = await hall.doubted()
    await hall.does(flag_notices.tell, NEXT_MORNING)
    before = len(notices(hall))
    await hall.does(flags.propose, flag_id, hall.people["head"], WHY, NEXT_MORNING, whole=True)
    await hall.does(flag_notices.tell, NEXT_MORNING + timedelta(days=1))
    told = notices(hall)[before:]
    assert sorted(who for who, _ in told) == sorted(
        hall.people[name] for name in REVIEWING if name != "head"
    )
    assert {(values["new"], values["proposed"]) for _, values in told} == {(0, 1)}


async def test_citizens_and_the_officer_rated_are_told_nothing(office: FlagHall) -> None:
    flag_id, _ = await office.doubted()
    await office.does(flags.propose, flag_id, office.people["head"], WHY, LATER, whole=True)
    await office.does(flags.decide, flag_id, office.people["admin"], True, WHY, LATER, whole=True)
    await office.does(flag_notices.tell, NEXT_MORNING)
    told = office.read(lambda tx: set(tx.session.exec(select(OutboxMessage.person_id)).all()))
    assert told <= {office.people[name] for name in REVIEWING}


async def test_answers_to_invitations_are_left_in_peace(office: FlagHall) -> None:
    def evening(tx: Transaction) -> None:
        for k in range(30):
            rates(tx, office.unit, f"i{k}", NOW + k * MINUTE / 2, asked=Asked.INVITED)

    await office.does(evening)
    assert await office.does(flags.detect, NOW + 20 * MINUTE) == 0
