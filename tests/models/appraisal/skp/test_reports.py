"""What is reported of a plan by hand: by whom, for which period, with which proof."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from models.appraisal import terms
from models.appraisal.evidence.tables import Snapshot
from models.appraisal.skp import dialogue, drafting, plans, reports
from models.appraisal.skp.reports import Given
from models.appraisal.skp.tables import Realisation
from models.database import Transaction
from models.journal import GENESIS, JournalEntry, Kind
from models.ratings.periods import Period
from tests.models.appraisal.skp.desk import CONTENT, NOW, YEAR, Desk, later

PHOTO = Given("photo", "photo-1", 1000)
PAPER = Given("document", "paper-1", 2000, "application/pdf")
WHERE = "Surat nomor 12/2026 di lemari arsip"


@pytest.fixture
async def quarter(desk: Desk) -> int:
    return await of_period(desk, "2026-Q4")


async def of_period(desk: Desk, code: str) -> int:
    row = await desk.does(terms.of_kind, desk.office, Period.of(code), NOW)
    return row.id or 0


async def asked(desk: Desk) -> tuple[int, int, int]:
    """The agreed plan's indicators: of the system, reported, a document."""
    plan = desk.read(plans.plan, await desk.agreed())
    return plan.indicators[0].id, plan.indicators[2].id, plan.indicators[3].id


async def reports_(desk: Desk, indicator: int, period: int, **more: Any) -> int:
    told: dict[str, Any] = {"value": 120.0, "proofs": (PHOTO,)} | more
    by, at = told.pop("by", desk.sari.person), told.pop("at", NOW)
    return await desk.does(reports.report, indicator, period, by, at, **told)


async def refused(desk: Desk, key: str, indicator: int, period: int, **more: Any) -> None:
    told: dict[str, Any] = {"value": 120.0, "proofs": (PHOTO,)} | more
    by, at = told.pop("by", desk.sari.person), told.pop("at", NOW)
    await desk.is_refused(key, reports.report, indicator, period, by, at, **told)


async def test_a_report_is_kept_with_its_proofs_and_a_later_one_replaces_it(
    desk: Desk, quarter: int
) -> None:
    _, brochures, paper = await asked(desk)
    await reports_(desk, brochures, quarter, proofs=(PHOTO, PAPER), words="Dua kegiatan")
    again = await reports_(
        desk, brochures, quarter, value=200.5, words=WHERE, proofs=(), at=later(1)
    )
    await reports_(desk, paper, quarter, value=1.0, proofs=(PAPER,))
    found = desk.read(reports.realised, [brochures, paper], quarter)
    assert (found[brochures].id, found[brochures].value, found[brochures].words) == (
        again,
        200.5,
        WHERE,
    )
    assert found[brochures].at == later(1)
    assert len(found[paper].proofs) == 1

    def kept(tx: Transaction) -> list[bool]:
        rows = tx.session.exec(select(Realisation).where(Realisation.indicator_id == brochures))
        return [row.replaced_at is not None for row in rows]

    assert desk.read(kept) == [True, False]


async def test_the_journal_tells_of_a_report_without_its_words(desk: Desk, quarter: int) -> None:
    _, brochures, _ = await asked(desk)
    await reports_(desk, brochures, quarter, words=WHERE)

    def entered(tx: Transaction) -> JournalEntry:
        kind = JournalEntry.kind == Kind.REALISATION_REPORTED
        return tx.session.exec(select(JournalEntry).where(kind)).one()

    entry = desk.read(entered)
    assert (entry.data["indicator"], entry.data["proofs"]) == (brochures, 1)
    assert WHERE not in str(entry.data)


async def test_only_the_officer_reports(desk: Desk, quarter: int) -> None:
    _, brochures, _ = await asked(desk)
    for one in (desk.budi, desk.hadi, desk.rahma, desk.ani, desk.dewi):
        await refused(desk, "not-for-you", brochures, quarter, by=one.person)
    await refused(desk, "not-for-you", 999, quarter)


async def test_a_figure_needs_a_value_and_something_that_shows_it(desk: Desk, quarter: int) -> None:
    system, brochures, paper = await asked(desk)
    await refused(desk, "skp-report-system", system, quarter)
    for value in (None, -1.0, float("nan"), 2e9):
        await refused(desk, "skp-report-value", brochures, quarter, value=value)
    await refused(desk, "skp-target-decimals", brochures, quarter, value=0.125)
    await refused(desk, "skp-report-there-or-not", paper, quarter, value=2.0)
    await refused(desk, "skp-report-no-proof", brochures, quarter, proofs=(), words="ada")
    await refused(desk, "skp-proofs-too-many", brochures, quarter, proofs=(PHOTO,) * 6)
    for odd in (
        replace(PHOTO, kind="voice"),
        replace(PAPER, file_id=""),
        replace(PAPER, mime="application/vnd.android.package-archive"),
    ):
        await refused(desk, "skp-proof-kind", brochures, quarter, proofs=(odd,))
    large = replace(PAPER, size=reports.SIZE_LIMIT + 1)
    await refused(desk, "upload-too-large", brochures, quarter, proofs=(large,))


async def test_a_report_is_for_a_period_of_the_plan_that_has_begun(desk: Desk) -> None:
    _, brochures, _ = await asked(desk)
    await refused(desk, "period-unknown", brochures, 999)
    for code, key in (("2025-Q4", "skp-report-period"), ("2026-12", "skp-report-early")):
        await refused(desk, key, brochures, await of_period(desk, code))


async def test_once_the_record_is_frozen_nothing_is_reported(desk: Desk, quarter: int) -> None:
    _, brochures, _ = await asked(desk)

    def freeze(tx: Transaction) -> None:
        frozen = Snapshot(
            officer_id=desk.sari.officer,
            period_id=quarter,
            unit_id=desk.unit,
            at=NOW,
            content={},
            figures=0,
            previous=GENESIS,
            hash="h",
        )
        tx.session.add(frozen)

    await desk.does(freeze)
    await refused(desk, "skp-report-frozen", brochures, quarter)
    plan = desk.read(plans.newest, desk.sari.officer, YEAR)
    assert plan is not None
    open_ones = await desk.does(reports.periods, plan, NOW)
    assert quarter not in [one.id for one in open_ones]


async def test_what_can_be_reported_for_is_what_runs_and_what_is_not_frozen(desk: Desk) -> None:
    third = await of_period(desk, "2026-Q3")
    await of_period(desk, "2025-Q4")
    plan = desk.read(plans.plan, await desk.agreed())
    found = await desk.does(reports.periods, plan, NOW)
    names = [(one.kind, one.first_day.month) for one in found]
    assert names == [("quarter", 10), ("quarter", 7), ("year", 1)]
    assert found[1].id == third


async def test_a_report_goes_along_into_a_later_version_of_the_plan(
    desk: Desk, quarter: int
) -> None:
    first = await desk.agreed()
    was = desk.read(plans.plan, first)
    brochures, paper = was.indicators[2], was.indicators[3]
    await reports_(desk, brochures.id, quarter)
    await reports_(desk, paper.id, quarter, value=1.0)
    reason = "Target brosur dinaikkan untuk akhir tahun"
    second = await desk.does(dialogue.new_version, first, reason, desk.sari.person, later(1))
    await refused(
        desk,
        "skp-report-not-agreed",
        desk.read(plans.plan, second).indicators[2].id,
        quarter,
    )
    more = replace(CONTENT.results[1].indicators[0], target=500.0)
    other = replace(CONTENT.results[2].indicators[0], text="Laporan bulanan")
    draft = desk.read(plans.plan, second)
    for row, instead in ((draft.indicators[2], more), (draft.indicators[3], other)):
        edit = drafting.change_indicator(row.id, instead)
        await desk.does(dialogue.change, second, edit, desk.sari.person, later(1))
    await desk.does(dialogue.propose, second, desk.sari.person, later(1))
    await desk.does(dialogue.agree, second, desk.hadi.person, later(2))
    now = desk.read(plans.plan, second)
    found = desk.read(reports.realised, [one.id for one in now.indicators], quarter)
    assert {one: told.value for one, told in found.items()} == {now.indicators[2].id: 120.0}
    await refused(desk, "skp-report-not-agreed", brochures.id, quarter, at=later(3))
    again = await reports_(desk, now.indicators[2].id, quarter, value=300.0, at=later(3))
    found = desk.read(reports.realised, [now.indicators[2].id], quarter)
    assert found[now.indicators[2].id].id == again


async def test_proofs_are_for_whom_the_record_is_open(desk: Desk, quarter: int) -> None:
    _, brochures, _ = await asked(desk)
    made = await reports_(desk, brochures, quarter, proofs=(PHOTO, PAPER))
    for one in (desk.sari, desk.hadi, desk.rahma):
        _, found = desk.read(reports.proofs_of, made, one.person, NOW)
        assert [proof.file_id for proof in found] == ["photo-1", "paper-1"]
    for one in (desk.budi, desk.dewi, desk.ani):
        await desk.is_refused("not-for-you", reports.proofs_of, made, one.person, NOW)
    await desk.is_refused("not-for-you", reports.proofs_of, 999, desk.sari.person, NOW)


async def test_what_is_due_is_everything_the_system_does_not_count(
    desk: Desk, quarter: int
) -> None:
    plan = desk.read(plans.plan, await desk.agreed())
    await reports_(desk, plan.indicators[2].id, quarter, at=NOW + timedelta(hours=1))
    found = desk.read(reports.due, plan, quarter)
    assert [(one.indicator.text, one.reported is not None) for one in found] == [
        ("Brosur yang dibagikan", True),
        ("Laporan tahunan", False),
    ]
