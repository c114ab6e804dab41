"""The API of queue systems, over HTTP; every answer is held against the OpenAPI description."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from sqlmodel import select

from bot.web import api, pace, problems
from handlers import texts
from models import office_admin
from models.offices import Unit
from models.people import Person
from models.visits import api_keys, reading, requests, scans
from models.visits.tables import ApiKey, ApiRequest, Visit
from tests.bot import openapi
from tests.bot.test_webhook import site
from tests.models.visits.test_intake import told as visit
from tests.town import Town

CSV = {"Content-Type": "text/csv"}
JSON_KIND = {"Content-Type": "application/json"}


@dataclass
class QueueSystem:
    """A client with a key, on the clock of the town; checks each answer against the description."""

    town: Town
    client: TestClient[Any, Any]
    unit: Unit
    secret: str
    numbers: itertools.count[int] = field(default_factory=itertools.count)

    async def sends(
        self, body: Any, *, key: str | None = "", headers: dict[str, str] | None = None
    ) -> tuple[int, Any]:
        """POST /visits. key "": one of its own; None: none."""
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        given_headers = {"Authorization": f"Bearer {self.secret}"} | JSON_KIND | (headers or {})
        if key is not None:
            given_headers["Idempotency-Key"] = key or f"request {next(self.numbers)}"
        return await self._asks("post", "/visits", given_headers, content)

    async def looks(self, path: str = "/services", **headers: str) -> tuple[int, Any]:
        return await self._asks(
            "get", path, {"Authorization": f"Bearer {self.secret}"} | headers, None
        )

    async def _asks(
        self, method: str, path: str, headers: dict[str, str], content: bytes | None
    ) -> tuple[int, Any]:
        response = await self.client.request(method, api.PATH + path, headers=headers, data=content)
        body = await response.json(content_type=None)
        self.headers = dict(response.headers)
        wrong = openapi.wrong_answer(path, method, response.status, self.headers, body)
        assert wrong == [], body
        return response.status, body

    def visits(self) -> list[Visit]:
        return self.town.read(lambda tx: list(tx.session.exec(select(Visit).order_by(Visit.id))))


async def with_key(town: Town, client: TestClient[Any, Any]) -> QueueSystem:
    unit = await town.unit()

    def work(tx: Any) -> str:
        office_admin.add_service(tx, unit.id or 0, "KTP-el", at=town.clock.now(), by=None)
        office_admin.add_counter(tx, unit.id or 0, "Loket 1", at=town.clock.now(), by=None)
        return api_keys.make(tx, unit.id or 0, "Mesin antrean", at=town.clock.now(), by=None)[1]

    secret = await town.write(work)
    town.clock.move(timedelta(hours=1))
    return QueueSystem(town, client, unit, secret)


@pytest.fixture
async def queue(sqlite_town: Town) -> AsyncIterator[QueueSystem]:
    async with TestClient(TestServer(site(sqlite_town))) as client:
        yield await with_key(sqlite_town, client)


@pytest.fixture
async def any_queue(town: Town) -> AsyncIterator[QueueSystem]:
    """The same on both databases."""
    async with TestClient(TestServer(site(town))) as client:
        yield await with_key(town, client)


# --- visits in


async def test_one_visit_is_kept_and_its_link_lets_a_citizen_rate_it(queue: QueueSystem) -> None:
    status, body = await queue.sends(visit())
    assert status == 201
    [accepted] = body["accepted"]
    [stored] = queue.visits()
    assert (accepted["visit"], accepted["number"], accepted["effect"]) == (
        stored.id,
        "A-1",
        "added",
    )
    link, _, payload = accepted["rating_link"].partition("?start=")
    assert link == f"https://t.me/{queue.town.app.bot.username}"
    citizen = await queue.town.consenting()
    now, key = queue.town.clock.now(), queue.town.app.settings.pseudonym_key.get_secret_value()
    scanned = await queue.town.write(
        lambda tx: scans.scan(tx, key, payload, person(tx, citizen.id), now)
    )
    assert scanned.visit_id == stored.id


def person(tx: Any, telegram_id: int) -> int:
    return tx.session.exec(select(Person.id).where(Person.telegram_id == telegram_id)).one()


async def test_bad_rows_come_back_and_good_ones_are_kept(queue: QueueSystem) -> None:
    batch = {"visits": [visit(), visit(number="A-2", service="Paspor"), visit(number="A-3")]}
    status, body = await queue.sends(batch)
    assert status == 207
    assert [one["number"] for one in body["accepted"]] == ["A-1", "A-3"]
    assert body["rejected"] == [
        {
            "index": 1,
            "field": "service",
            "reason": "visit-service-unknown",
            "message": "layanan “Paspor” tidak ada di unit ini.",
        }
    ]
    assert [one.external for one in queue.visits()] == ["A-1", "A-3"]


async def test_a_visit_begins_and_ends_in_two_requests(queue: QueueSystem) -> None:
    _, begun = await queue.sends(visit(ended_at=None))
    assert queue.visits()[0].ended_at is None
    _, over = await queue.sends(visit())
    assert [one["accepted"][0]["effect"] for one in (begun, over)] == ["added", "changed"]
    assert [one.ended_at is None for one in queue.visits()] == [False]


async def test_nothing_accepted_is_a_problem_that_says_why(queue: QueueSystem) -> None:
    status, body = await queue.sends(visit(started_at="2026-11-23T09:00:00"), headers=english())
    assert (status, body["type"]) == (422, "urn:suara-warga:problem:nothing-accepted")
    [rejected] = body["rejected"]
    assert (rejected["field"], rejected["reason"]) == ("started_at", "visit-instant-no-offset")
    assert rejected["message"] == "“2026-11-23T09:00:00” has no offset. Add it, such as +07:00."


async def test_the_number_of_another_visit_is_a_conflict(queue: QueueSystem) -> None:
    await queue.sends(visit())
    status, body = await queue.sends(visit(queued_at=None))
    assert (status, body["rejected"][0]["reason"]) == (409, "visit-external-differs")


async def test_a_table_is_taken_too_and_bad_rows_have_a_line(queue: QueueSystem) -> None:
    table = (
        "nomor;layanan;mulai;selesai\n"
        "A-1;KTP-el;23/11/2026 09.00;23/11/2026 09.10\n"
        "A-2;KTP-el;kemarin;\n"
    )
    status, body = await queue.sends(table.encode(), headers=CSV)
    assert status == 207
    [rejected] = body["rejected"]
    assert (rejected["line"], rejected["field"]) == (3, "mulai")
    assert rejected["reason"] == "visit-instant-unreadable"


# --- once


async def test_the_same_request_again_gets_the_same_answer(queue: QueueSystem) -> None:
    batch = {"visits": [visit(), visit(number="A-2", service="Paspor")]}
    first = await queue.sends(batch, key="one")
    assert "Idempotent-Replayed" not in queue.headers
    queue.town.clock.move(timedelta(days=4))
    assert await queue.sends(batch, key="one") == first
    assert queue.headers["Idempotent-Replayed"] == "true"
    assert len(queue.visits()) == 1


async def test_another_body_under_the_key_is_refused(queue: QueueSystem) -> None:
    await queue.sends(visit(), key="one")
    status, body = await queue.sends(visit(number="A-2"), key="one")
    assert (status, body["type"]) == (422, "urn:suara-warga:problem:idempotency-key-reused")
    assert [one.external for one in queue.visits()] == ["A-1"]


async def test_what_was_not_accepted_may_be_mended_under_the_same_key(queue: QueueSystem) -> None:
    assert (await queue.sends(visit(service="Paspor"), key="one"))[0] == 422
    assert (await queue.sends(visit(), key="one"))[0] == 201


async def test_of_equal_requests_at_once_one_has_an_effect(any_queue: QueueSystem) -> None:
    answers = await asyncio.gather(*(any_queue.sends(visit(), key="one") for _ in range(8)))
    assert all(answer == answers[0] for answer in answers)
    assert answers[0][0] == 201
    assert len(any_queue.visits()) == 1


async def test_the_same_visit_under_two_keys_at_once_is_one_visit(any_queue: QueueSystem) -> None:
    answers = await asyncio.gather(*(any_queue.sends(visit()) for _ in range(8)))
    effects = sorted(body["accepted"][0]["effect"] for _, body in answers)
    assert effects == ["added"] + ["known"] * 7
    assert len(any_queue.visits()) == 1


async def test_answers_are_forgotten_after_a_week(queue: QueueSystem) -> None:
    await queue.sends(visit(), key="one")
    at = queue.town.clock.now() + requests.KEEP + timedelta(seconds=1)
    await queue.town.write(lambda tx: requests.forget(tx, at))
    assert queue.town.read(lambda tx: list(tx.session.exec(select(ApiRequest)))) == []


async def test_neither_the_key_nor_a_code_is_stored_or_logged(
    queue: QueueSystem, capfd: pytest.CaptureFixture[str]
) -> None:
    _, body = await queue.sends(visit(), key="one")
    code = body["accepted"][0]["rating_link"].rpartition("=")[2]
    await queue.sends(b"{" + queue.secret.encode(), key="two")

    def work(tx: Any) -> str:
        return repr([dict(row) for table in (ApiKey, ApiRequest) for row in rows(tx, table)])

    kept = queue.town.read(work)
    said = "".join(capfd.readouterr())
    assert "visits received" in said
    for secret in (queue.secret, code):
        assert secret not in kept
        assert secret not in said


def rows(tx: Any, table: Any) -> list[Any]:
    return list(tx.session.exec(select(table)))


# --- who, how much, in which form


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Basic c3c6", "Bearer sw_" + "A" * 43, "Bearer " + "x" * 5000],
)
async def test_without_a_key_nobody_comes_in(queue: QueueSystem, header: str) -> None:
    status, _ = await queue.sends(visit(), headers={"Authorization": header})
    assert status == 401
    assert queue.headers["WWW-Authenticate"].startswith("Bearer")
    assert (await queue.looks(Authorization=header))[0] == 401
    assert queue.visits() == []


async def test_a_revoked_key_and_one_of_a_closed_unit_are_told_apart(queue: QueueSystem) -> None:
    at, unit = queue.town.clock.now(), queue.unit.id or 0
    await queue.town.write(lambda tx: office_admin.close_unit(tx, unit, at=at, by=None))
    status, body = await queue.sends(visit())
    assert (status, body["type"]) == (403, "urn:suara-warga:problem:unit-closed")
    await queue.town.write(lambda tx: setattr(rows(tx, ApiKey)[0], "revoked_at", at))
    status, body = await queue.sends(visit(), headers=english())
    assert (status, body["detail"].split(".")[0]) == (401, "This API key is revoked")


async def test_the_last_use_of_a_key_is_noted(queue: QueueSystem) -> None:
    await queue.sends(visit())
    [key] = queue.town.read(lambda tx: rows(tx, ApiKey))
    assert key.used_at == queue.town.clock.now()


async def test_too_many_requests_wait_as_long_as_they_are_told(queue: QueueSystem) -> None:
    for _ in range(pace.BURST):
        assert (await queue.looks())[0] == 200
    status, _ = await queue.looks()
    assert (status, queue.headers["Retry-After"]) == (429, "1")
    assert (await queue.sends(visit()))[0] == 429
    queue.town.clock.move(timedelta(seconds=1))
    assert (await queue.looks())[0] == 200
    assert (await queue.looks())[0] == 429


def test_a_bucket_fills_to_the_brim_and_no_further() -> None:
    now = [0.0]
    bucket = pace.Pace(lambda: now[0])
    for _ in range(pace.BURST):
        assert bucket.wait(1) == 0
    assert bucket.wait(1) == 1
    assert bucket.wait(2) == 0
    now[0] = 10_000
    assert [bucket.wait(1) for _ in range(pace.BURST + 1)] == [0] * pace.BURST + [1]


@pytest.mark.parametrize("key", [None, " ", "x" * 201, "kunci\t1", "kunci é"])
async def test_an_idempotency_key_is_needed(queue: QueueSystem, key: str | None) -> None:
    status, body = await queue.sends(visit(), key=key)
    assert (status, body["type"]) == (400, "urn:suara-warga:problem:idempotency-key-missing")


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"{", {}, 400),
        (b'["a"]', {}, 400),
        (b'{"visits": []}', {}, 422),
        (b'{"visits": [' + b"1," * 100 + b"1]}", {}, 422),
        (b" " * 1_000_001, {}, 413),
        (b"{}", {"Content-Type": "application/xml"}, 415),
        (b"{}", {"Content-Encoding": "gzip"}, 415),
        (b"\x00\x01", CSV, 400),
        (b"nomor;layanan\n", CSV, 400),
        (b"nomor;layanan;mulai;umur\n", CSV, 400),
    ],
)
async def test_a_body_that_is_not_taken_is_a_problem(
    queue: QueueSystem, content: bytes, headers: dict[str, str], status: int
) -> None:
    assert (await queue.sends(content, headers=headers))[0] == status
    assert queue.visits() == []


def english() -> dict[str, str]:
    return {"Accept-Language": "en"}


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("", "id"),
        ("en", "en"),
        ("en-GB,en;q=0.9,id;q=0.8", "en"),
        ("fr, id;q=0.3, en;q=0.5", "en"),
        ("en;q=0, fr", "id"),
        ("*;q=x,,;", "id"),
    ],
)
async def test_the_language_is_the_one_liked_best(
    queue: QueueSystem, wanted: str, language: str
) -> None:
    await queue.sends(b"{", headers={"Accept-Language": wanted})
    assert queue.headers["Content-Language"] == language


async def test_services_and_counters_are_told_for_mapping(queue: QueueSystem) -> None:
    status, body = await queue.looks()
    assert status == 200
    assert body["unit"] == {"id": queue.unit.id, "name": "Loket KTP", "time_zone": "Asia/Jakarta"}
    promised = [(one["name"], one["promised"]) for one in body["services"]]
    assert promised == [("Cetak KTP-el", "24 hours"), ("KTP-el", None)]
    assert [one["name"] for one in body["counters"]] == ["Loket 1"]
    named = visit(service=body["services"][1]["id"], counter=body["counters"][0]["id"])
    assert (await queue.sends(named))[0] == 201


# --- whatever is sent


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
CHANGED = st.dictionaries(st.sampled_from(reading.FIELDS), ANYTHING, max_size=2).map(
    lambda changes: visit() | changes
)
BODIES = (
    ANYTHING | CHANGED | st.fixed_dictionaries({"visits": st.lists(CHANGED | ANYTHING, max_size=4)})
).map(lambda body: json.dumps(body).encode())


@given(st.lists(BODIES | st.binary(max_size=60), min_size=30, max_size=30), st.booleans())
@settings(max_examples=10, suppress_health_check=list(HealthCheck))
async def test_no_body_breaks_anything(
    queue: QueueSystem, bodies: list[bytes], as_table: bool
) -> None:
    """Each answer is one of those described, and none is an error of ours."""
    for content in bodies:
        queue.town.clock.move(timedelta(seconds=1))
        await queue.sends(content, headers=CSV if as_table else JSON_KIND)


# --- the description


async def test_the_description_is_served_to_everybody(queue: QueueSystem) -> None:
    status, body = await queue.looks("/openapi.json", Authorization="")
    assert (status, body) == (200, openapi.DOCUMENT)


def test_the_description_is_sound() -> None:
    for reference in openapi.references(openapi.DOCUMENT):
        assert openapi.resolved({"$ref": reference})
    for schema in openapi.DOCUMENT["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
        for example in schema.get("examples", []):
            assert openapi.fits(schema, example) == []


def test_every_problem_and_reason_is_described_and_has_its_words() -> None:
    schemas = openapi.DOCUMENT["components"]["schemas"]
    described = {
        one.removeprefix(problems.KIND)
        for name in ("Problem", "NothingAccepted")
        for one in schemas[name]["properties"]["type"]["enum"]
    }
    assert described == set(problems.TITLES)
    assert all(texts.known(reason) for reason in schemas["Reason"]["enum"])


@pytest.mark.parametrize(
    ("value", "good"),
    [
        (visit(), True),
        ({"visits": [visit(), visit(number=7, service=1, counter=None)]}, True),
        (visit(pauses=[{"from": "2026-11-23T09:01Z"}]), True),
        (visit(number=None), False),
        (visit(started_at="2026-11-23T09:00:00"), False),
        (visit(outcome="selesai"), False),
        (visit(colour="red"), False),
        ({"visits": []}, False),
    ],
)
def test_the_description_of_a_request_takes_what_the_parser_takes(value: Any, good: bool) -> None:
    assert (openapi.fits(openapi.request_schema("/visits"), value) == []) is good
