"""The plan on the web: the form without scripts, what is wrong beside its field, the dialogue."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import timedelta

import pytest

from bot.web.pages import plan_form
from bot.web.pages.plan_form import IndicatorRow, ResultRow, Wrong, content_of, pressed, rows_of
from models.appraisal.skp import dialogue, drafting, plans
from models.appraisal.skp.content import MOST_INDICATORS, MOST_RESULTS, WrongContent, checked
from models.appraisal.skp.tables import Direction, PlanState, Source
from models.appraisal.values import Value
from tests.models.appraisal.appraised_town import plan as planned
from tests.pages_town import Browser, Site, lived, lived_template

__all__ = ["lived", "lived_template"]

FIELD = re.compile(r'<(?:input|textarea)[^>]* name="(r\d+-[a-z0-9_-]+)"(?:[^>]* value="([^"]*)")?')
RESULT = "Warga terlayani dengan cepat & ramah"


def form(**changes: str) -> dict[str, str]:
    """One result with one indicator, as the browser sends it."""
    return {
        "r0-block": "main",
        "r0-text": RESULT,
        "r0-leader_result": "",
        "r0-i0-aspect": "quantity",
        "r0-i0-text": "Warga yang dilayani",
        "r0-i0-target": "1.250",
        "r0-i0-measure": "orang",
        "r0-i0-direction": "at_least",
        "r0-i0-source": "reported",
    } | {name.replace("__", "-"): value for name, value in changes.items()}


# --- rows and content


def test_a_plan_goes_into_the_form_and_comes_back_the_same() -> None:
    content = checked(planned(), whole=True)
    rows = plan_form.rows_from(content, lambda value: str(value).replace(".", ","))
    sent = {
        name: value
        for number, row in enumerate(rows)
        for name, value in (
            (f"r{number}-block", row.block),
            (f"r{number}-text", row.text),
            (f"r{number}-leader_result", row.leader_result),
            *(
                (f"r{number}-i{place}-{field}", getattr(one, field))
                for place, one in enumerate(row.indicators)
                for field in IndicatorRow.__dataclass_fields__
            ),
        )
    }
    assert rows_of(sent) == rows
    sent |= {f"e-{value}": said for value, said in content.expectations.items()}
    made = content_of(rows_of(sent), plan_form.expected_of(sent))
    assert checked(made, whole=True) == content


def test_what_the_system_counts_has_its_own_measure_and_direction() -> None:
    sent = form(r0__i0__source="system:visit_time", r0__i0__measure="ekor")
    (indicator,) = content_of(rows_of(sent)).results[0].indicators
    assert indicator.source is Source.SYSTEM
    assert (indicator.measure, indicator.direction) == ("menit kerja", Direction.AT_MOST)


def test_a_document_is_there_or_not() -> None:
    sent = form(r0__i0__source="document", r0__i0__target="", r0__i0__measure="")
    (indicator,) = content_of(rows_of(sent)).results[0].indicators
    assert (indicator.target, indicator.measure) == (1.0, "dokumen")


@pytest.mark.parametrize("source", ["system:nothing", "system:unit_index", "system:"])
def test_a_forged_indicator_of_the_system_is_told(source: str) -> None:
    with pytest.raises(WrongContent) as wrong:
        content_of(rows_of(form(r0__i0__source=source)))
    assert set(Wrong.of(wrong.value).fields) == {"r0-i0-source"}


def test_every_wrong_number_is_told_at_its_field() -> None:
    sent = form(r0__i0__target="banyak") | {
        name.replace("r0-i0", "r0-i1"): value
        for name, value in form(r0__i0__target="1,2,3").items()
        if "i0" in name
    }
    with pytest.raises(WrongContent) as wrong:
        content_of(rows_of(sent))
    assert set(Wrong.of(wrong.value).fields) == {"r0-i0-target", "r0-i1-target"}


def test_buttons_add_and_take_away_rows_and_no_more_than_fit() -> None:
    rows = rows_of(form())
    assert [row.block for row in pressed(rows, "add-additional") or ()] == ["main", "additional"]
    assert pressed(rows, "remove:0") == ()
    longer = pressed(rows, "add:0")
    assert longer is not None
    assert len(longer[0].indicators) == 2
    assert pressed(longer, "remove:0:0") == (ResultRow("main", RESULT, "", (IndicatorRow(),)),)
    many = rows * MOST_RESULTS
    assert pressed(many, "add-main") == many
    full = (ResultRow(indicators=(IndicatorRow(),) * MOST_INDICATORS),)
    assert pressed(full, "add:0") == full
    for button in ("save", "", "add:", "remove:0:", "add:999", "remove-main:1"):
        assert pressed(rows, button) is None, button
    assert pressed(rows, "remove:7") == rows


# --- over HTTP


def fields(page: str) -> dict[str, str]:
    """The written fields of a page's form, as the browser would send them."""
    found = {name: html.unescape(value) for name, value in FIELD.findall(page)}
    for name, words in re.findall(r'<textarea name="(r\d+-text)"[^>]*>([^<]*)</textarea>', page):
        found[name] = html.unescape(words)
    return found


def stamp(page: str) -> str:
    found = re.search(r'name="stamp" value="([^"]+)"', page)
    assert found is not None
    return html.unescape(found[1])


async def begun(site: Site) -> tuple[Browser, str]:
    """Sari has begun a plan for the new year, and sees its form."""
    browser = await site.signed_in("own")
    address = f"/plan/{site.town.officers['own']}/2027"
    assert "Belum ada SKP" in await browser.get(address)
    answer = await browser.sends(address, {"act": "make"})
    assert (answer.status, answer.headers["Location"]) == (303, f"/s{address}/edit")
    return browser, address


async def saved(browser: Browser, address: str, sent: Mapping[str, str]) -> None:
    now = stamp(await browser.get(f"{address}/edit"))
    answer = await browser.sends(f"{address}/edit", {**sent, "act": "save", "stamp": now})
    assert answer.status == 303, await answer.text()
    assert answer.headers["Location"] == f"/s{address}?done=plan-saved"


async def test_a_new_row_is_a_round_trip_that_loses_and_keeps_nothing(lived: Site) -> None:
    browser, address = await begun(lived)
    sent = form(r0__i0__target="banyak <b>sekali</b>")
    answer = await browser.sends(f"{address}/edit", {**sent, "act": "add:0"})
    page = await answer.text()
    assert answer.status == 200
    assert fields(page)["r0-i0-target"] == "banyak <b>sekali</b>"
    assert fields(page)["r0-text"] == RESULT
    assert fields(page)["r0-i1-text"] == ""
    assert "<b>sekali</b>" not in page
    plan = lived.read(lambda tx: plans.newest(tx, lived.town.officers["own"], 2027))
    assert plan is not None
    assert plan.results == ()


async def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(lived: Site) -> None:
    browser, address = await begun(lived)
    sent = form(r0__i0__target="banyak", r0__text="x")
    now = stamp(await browser.get(f"{address}/edit"))
    answer = await browser.sends(f"{address}/edit", {**sent, "act": "save", "stamp": now})
    page = await answer.text()
    assert answer.status == 422
    assert fields(page)["r0-i0-target"] == "banyak"
    assert 'id="r0-i0-target-error"' in page
    assert re.search(r'name="r0-i0-target"[^>]*aria-invalid="true"', page)
    again = {**sent, "r0-i0-target": "90", "act": "save", "stamp": now}
    page = await (await browser.sends(f"{address}/edit", again)).text()
    assert 'id="r0-text-error"' in page
    assert 'id="r0-i0-target-error"' not in page
    await saved(browser, address, {**sent, "r0-i0-target": "90", "r0-text": RESULT})


async def test_what_the_leader_expects_of_behaviours_is_written_in_the_form(lived: Site) -> None:
    browser, address = await begun(lived)
    sent = form(e__service="Menyapa & menjelaskan", e__loyal="x" * 301)
    now = stamp(await browser.get(f"{address}/edit"))
    answer = await browser.sends(f"{address}/edit", {**sent, "act": "save", "stamp": now})
    page = await answer.text()
    assert answer.status == 422
    assert 'id="e-loyal-error"' in page
    assert "Menyapa &amp; menjelaskan</textarea>" in page
    await saved(browser, address, sent | {"e-loyal": " "})
    plan = lived.read(lambda tx: plans.newest(tx, lived.town.officers["own"], 2027))
    assert plan is not None
    assert plan.expectations == {Value.SERVICE: "Menyapa & menjelaskan"}
    assert "Menyapa &amp; menjelaskan" in await browser.get(address)


async def test_officer_and_leader_agree_on_the_web(lived: Site) -> None:
    officer, address = await begun(lived)
    await saved(officer, address, form())
    assert "1.250 orang" in await officer.get(f"{address}?done=plan-saved")
    assert (await officer.sends(address, {"act": "propose"})).status == 303
    leader = await lived.signed_in("leader")
    short = await leader.sends(address, {"act": "ask-change", "words": "apa"})
    assert short.status == 422
    assert ">apa</textarea>" in await short.text()
    wish = "Mohon tambah target untuk pengaduan."
    assert (await leader.sends(address, {"act": "ask-change", "words": wish})).status == 303
    assert wish in await officer.get(address)
    await saved(officer, address, form(r0__i0__target="1.300"))
    await officer.sends(address, {"act": "propose"})
    assert (await leader.sends(address, {"act": "agree"})).status == 303
    plan = lived.read(lambda tx: plans.newest(tx, lived.town.officers["own"], 2027))
    assert plan is not None
    assert (plan.state, plan.indicators[0].target) == (PlanState.AGREED, 1300)
    await officer.get(f"{address}/edit", 404)  # changed only by a new version
    reason = "Loket dibagi dua sejak bulan ini."
    answer = await officer.sends(address, {"act": "new-version", "words": reason})
    assert answer.headers["Location"] == f"/s{address}/edit"
    assert reason in await officer.get(address)
    assert "1.300 orang" in await officer.get(f"{address}?version=1")
    await officer.get(f"{address}?version=7", 404)


async def test_a_form_that_is_out_of_date_says_so_before_it_replaces(lived: Site) -> None:
    browser, address = await begun(lived)
    old = stamp(await browser.get(f"{address}/edit"))
    person = lived.town.people["own"]
    plan = lived.read(lambda tx: plans.newest(tx, lived.town.officers["own"], 2027))
    assert plan is not None
    lived.clock.move(timedelta(minutes=1))
    at = lived.clock.now()
    content = drafting.whole(planned())
    await lived.write(lambda tx: dialogue.change(tx, plan.id, content, person, at))
    answer = await browser.sends(f"{address}/edit", {**form(), "act": "save", "stamp": old})
    page = await answer.text()
    assert answer.status == 422
    assert "sudah berubah sejak Anda membukanya" in page
    assert fields(page)["r0-text"] == RESULT
    answer = await browser.sends(f"{address}/edit", {**form(), "act": "save", "stamp": stamp(page)})
    assert answer.status == 303


async def test_a_plan_that_was_agreed_meanwhile_gives_back_what_was_written(lived: Site) -> None:
    browser, address = await begun(lived)
    await saved(browser, address, form())
    await browser.sends(address, {"act": "propose"})
    answer = await browser.sends(f"{address}/edit", {**form(), "act": "save"})
    assert answer.status == 404
    assert html.escape(RESULT, quote=False) in await answer.text()


async def test_the_words_of_a_plan_are_no_markup(lived: Site) -> None:
    browser, address = await begun(lived)
    await saved(browser, address, form(r0__text='<script>alert("x")</script> hasil'))
    page = await browser.get(address)
    assert "<script" not in page
    assert "&lt;script&gt;" in page
