"""A citizen scans the code of a visit."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlmodel import select

from models.database import Transaction
from models.journal import Kind
from models.people import Person
from models.ratings import operations as ratings
from models.ratings.tables import Asked, Rating
from models.visits import operations, scans, tokens
from models.visits.tables import Outcome, Visit, VisitGuest
from tests.models.visits.counter_hall import KEY, MINUTE, NOW, Hall
from tests.models.visits.test_operations import begun


def payload(hall: Hall, visit_id: int, at: Any = NOW) -> str:
    return scans.token(hall.visit(visit_id), KEY, at)


async def scanned(hall: Hall, code: str, who: str = "Budi", at: Any = NOW) -> scans.Scanned:
    return await hall.does(scans.scan, KEY, code, hall.people[who], at)


async def refused(hall: Hall, code: str, who: str = "Budi", at: Any = NOW) -> str:
    return await hall.refused(scans.scan, KEY, code, hall.people[who], at)


async def rated(hall: Hall, visit_id: int, who: str = "Budi", score: int = 3) -> int:
    def work(tx: Transaction) -> int:
        person = tx.session.get_one(Person, hall.people[who])
        given = ratings.give(
            tx,
            person.pseudonym,
            hall.unit,
            score,
            NOW + MINUTE,
            asked=Asked.VISIT,
            visit_id=visit_id,
            actor_id=person.id,
        )
        return given.rating_id

    return await hall.does(work)


async def test_who_scans_may_rate_the_visit(hall: Hall) -> None:
    visit_id = await begun(hall)
    found = await scanned(hall, payload(hall, visit_id))
    assert (found.unit, found.service, found.counter) == ("Loket KTP", "KTP-el", "Loket 1")
    assert (found.ended_at, found.rating_id) == (None, None)
    await rated(hall, visit_id)
    rating = hall.read(lambda tx: tx.session.exec(select(Rating)).one())
    assert (rating.officer_id, rating.counter_id) == (hall.officers["Sari"], hall.counter)
    assert rating.service_id == hall.services["KTP-el"]


async def test_scanning_again_is_no_harm(hall: Hall) -> None:
    visit_id = await begun(hall)
    code = payload(hall, visit_id)
    await scanned(hall, code)
    await hall.does(operations.finish, visit_id, Outcome.DONE, NOW + MINUTE, hall.people["Sari"])
    again = await scanned(hall, code, at=NOW + 2 * MINUTE)
    assert (again.ended_at, again.outcome) == (NOW + MINUTE, Outcome.DONE)
    rating_id = await rated(hall, visit_id)
    assert (await scanned(hall, code)).rating_id == rating_id
    assert len(hall.read(lambda tx: tx.session.exec(select(VisitGuest)).all())) == 1
    assert hall.entered(Kind.VISIT_SCANNED) == [{"visit": visit_id}]


async def test_the_second_phone_is_told_kindly(hall: Hall) -> None:
    visit_id = await begun(hall)
    code = payload(hall, visit_id)
    for who in ("Budi", "Citra"):
        await scanned(hall, code, who)
    await rated(hall, visit_id, "Budi")
    assert await hall.refused(scans.guest, visit_id, hall.people["Citra"], NOW) == "visit-rated"
    assert await refused(hall, code, "Citra") == "visit-rated"
    assert await refused(hall, code, "Umar") == "visit-rated"


async def test_a_token_of_a_visit_taken_back_is_refused(hall: Hall) -> None:
    visit_id = await begun(hall)
    code = payload(hall, visit_id)
    await hall.does(operations.undo, visit_id, NOW + MINUTE, hall.people["Sari"])
    assert await refused(hall, code) == "visit-code-undone"
    assert await hall.refused(scans.guest, visit_id, hall.people["Budi"], NOW) == "not-for-you"


async def test_each_bad_token_has_its_words(hall: Hall) -> None:
    visit_id = await begun(hall)
    code = payload(hall, visit_id)
    expired = NOW + tokens.VALID_FOR
    assert await refused(hall, code, at=expired) == "visit-code-expired"
    assert await refused(hall, code[:-1]) == "visit-code-invalid"
    assert (
        await refused(hall, code[:-1] + ("A" if code[-1] != "A" else "B")) == "visit-code-invalid"
    )
    unknown = tokens.make(KEY, tokens.Bound(99, hall.unit, None, 1, "x"), NOW)
    assert await refused(hall, unknown) == "visit-code-invalid"
    far = tokens.make(KEY, tokens.Bound(tokens.MAX_ID, hall.unit, None, 1, "x"), NOW)
    assert await refused(hall, far) == "visit-code-invalid"
    assert hall.read(lambda tx: tx.session.exec(select(VisitGuest)).all()) == []


async def test_a_row_that_was_edited_does_not_fit_its_token(hall: Hall) -> None:
    visit_id = await begun(hall)
    code = payload(hall, visit_id)

    def edit(tx: Transaction) -> None:
        visit = tx.session.get_one(Visit, visit_id)
        visit.officer_id = hall.officers["Tono"]
        tx.session.add(visit)

    await hall.does(edit)
    assert await refused(hall, code) == "visit-code-invalid"


async def test_nobody_rates_the_own_service(hall: Hall) -> None:
    code = payload(hall, await begun(hall))
    assert await refused(hall, code, "Sari") == "visit-code-own"
    await scanned(hall, code, "Tono")  # a colleague may be served like anybody else


async def test_without_a_scan_there_is_nothing_to_rate(hall: Hall) -> None:
    visit_id = await begun(hall)
    assert await hall.refused(scans.guest, visit_id, hall.people["Budi"], NOW) == "not-for-you"
    assert await hall.refused(scans.guest, 99, hall.people["Budi"], NOW) == "not-for-you"


async def test_a_later_code_of_the_same_visit_is_good_too(hall: Hall) -> None:
    visit_id = await begun(hall)
    early, late = payload(hall, visit_id), payload(hall, visit_id, NOW + timedelta(days=1))
    assert early != late
    await scanned(hall, late, at=NOW + tokens.VALID_FOR)
    assert await refused(hall, early, at=NOW + tokens.VALID_FOR) == "visit-code-expired"


async def test_who_has_scanned_may_rate_for_three_days_after_the_end(hall: Hall) -> None:
    visit_id, budi = await begun(hall), hall.people["Budi"]
    await scanned(hall, payload(hall, visit_id))
    ended = NOW + timedelta(days=1)
    await hall.does(operations.finish, visit_id, Outcome.DONE, ended, hall.people["Sari"])
    late = ended + tokens.VALID_FOR
    await hall.does(scans.guest, visit_id, budi, late - MINUTE)
    assert await hall.refused(scans.guest, visit_id, budi, late) == "visit-code-expired"
    await rated(hall, visit_id)
    await hall.does(scans.guest, visit_id, budi, late)  # looking at the own rating is no harm
