"""The appraisal on the web: rating, confirming, answering, objecting and deciding; and the evidence
behind a figure."""

from __future__ import annotations

import re
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from sqlmodel import select

from bot.web.pages import marks
from models import people
from models.appraisal.coaching import recognition
from models.appraisal.deciding.tables import Appraisal
from models.appraisal.evidence import freezing
from models.appraisal.indicators import Measure, Result
from models.appraisal.matrix import Expectation
from models.ratings.tables import Rating
from tests.pages_town import LATER, Browser, Site, lived, lived_template

__all__ = ["lived", "lived_template"]

NOTE = "Sesuai dengan bukti dan pembicaraan kita."
OTHER = "Rekan dan warga menyebut hal yang sama."
WORDS = "Target bulan Februari belum dihitung seluruhnya."
VOID = {"meta", "link", "img", "input", "rect", "path", "circle", "br", "option"}


class Page(HTMLParser):
    """What is open and never closed is a defect; ids stand once."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.feed(text)
        assert self.open == []
        assert len(self.ids) == len(set(self.ids)), self.ids

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag, tag


def sheet(site: Site) -> str:
    return f"/sheet/{site.town.officers['own']}/{site.town.last_quarter}"


def appraisal(site: Site) -> Appraisal:
    officer = site.town.officers["own"]
    statement = select(Appraisal).where(Appraisal.officer_id == officer)
    return site.read(lambda tx: tx.session.exec(statement).one())


def ratings(work: str = "as_expected", behaviour: str = "as_expected") -> dict[str, str]:
    notes = {"work_note": NOTE, "behaviour_note": OTHER}
    return {"act": "rate", "work": work, "behaviour": behaviour, **notes}


async def delivers(site: Site) -> Browser:
    """The leader rates and confirms; returns the officer's browser."""
    leader = await site.signed_in("leader")
    answer = await leader.sends(sheet(site), ratings())
    assert answer.headers["Location"] == f"/s{sheet(site)}/confirm"
    page = await leader.get(f"{sheet(site)}/confirm")
    assert "bernama: Baik" in page
    answer = await leader.sends(f"{sheet(site)}/confirm", {"act": "confirm"})
    assert answer.headers["Location"] == f"/s{sheet(site)}?done=sheet-confirm"
    return await site.signed_in("own")


async def test_the_two_ratings_begin_empty(lived: Site) -> None:
    leader = await lived.signed_in("leader")
    page = await leader.get(sheet(lived))
    assert page.count('type="radio"') == 6
    assert " checked" not in page


@pytest.mark.parametrize("missing", ["work", "behaviour"])
async def test_one_rating_alone_is_not_taken(lived: Site, missing: str) -> None:
    leader = await lived.signed_in("leader")
    answer = await leader.sends(sheet(lived), {**ratings(), missing: ""})
    page = await answer.text()
    assert answer.status == 422
    assert "Pilih kedua rating dulu" in page
    assert page.count(" checked") == 1
    assert NOTE in page
    assert OTHER in page
    assert appraisal(lived).work is None


async def test_a_rating_that_is_none_is_not_taken(lived: Site) -> None:
    leader = await lived.signed_in("leader")
    for forged in ("istimewa", "4", "ABOVE"):
        assert (await leader.sends(sheet(lived), ratings(forged))).status == 422
    assert appraisal(lived).work is None


async def test_a_rating_that_the_evidence_contradicts_needs_a_reason(lived: Site) -> None:
    leader = await lived.signed_in("leader")
    below = ratings(behaviour="below")
    answer = await leader.sends(sheet(lived), below)
    page = await answer.text()
    assert answer.status == 422
    assert "menunjukkan sebaliknya dari rating perilaku Anda" in page
    assert '<textarea name="contradiction"' in page
    assert page.count(" checked") == 2
    assert appraisal(lived).behaviour is None
    reason = "Tiga teguran tertulis dalam triwulan ini."
    answer = await leader.sends(sheet(lived), {**below, "contradiction": reason})
    assert answer.status == 303
    assert reason in await leader.get(f"{sheet(lived)}/confirm")


async def test_ratings_are_the_appraisers_own_until_they_are_confirmed(lived: Site) -> None:
    leader = await lived.signed_in("leader")
    await leader.sends(sheet(lived), ratings())
    assert "Hanya Anda yang melihat rating ini" in await leader.get(sheet(lived))
    for who in ("own", "superior"):
        page = await (await lived.signed_in(who)).get(sheet(lived))
        assert NOTE not in page, who
        assert "Sesuai ekspektasi" not in page, who


async def test_the_officer_reads_it_and_agrees(lived: Site) -> None:
    officer = await delivers(lived)
    page = await officer.get(sheet(lived))
    assert NOTE in page
    assert "Baik" in page
    assert "Ditetapkan oleh Hadi Susanto" in page
    assert "Keberatan dapat diajukan sampai" in page
    assert (await officer.sends(sheet(lived), {"act": "agree"})).status == 303
    assert appraisal(lived).state == "final"
    assert "final" in await officer.get(f"{sheet(lived)}?done=sheet-agree")


async def test_the_officer_objects_and_the_superior_decides(lived: Site) -> None:
    officer = await delivers(lived)
    assert (await officer.sends(sheet(lived), {"act": "object", "words": WORDS})).status == 303
    superior, leader = await lived.signed_in("superior"), await lived.signed_in("leader")
    assert WORDS in await superior.get(sheet(lived))
    assert "Putuskan: rating" not in await superior.get(sheet(lived))  # the other side is not heard
    assert (await leader.sends(sheet(lived), {"act": "explain", "words": OTHER})).status == 303
    page = await superior.get(sheet(lived))
    assert "Putuskan: rating tetap" in page
    assert " checked" not in page
    changed = {"act": "change", "work": "above", "behaviour": "as_expected", "words": NOTE}
    reason = {"contradiction": "Bukti dari kedua pihak sudah dipertimbangkan."}
    answer = await superior.sends(sheet(lived), {**changed, **reason})
    assert answer.status == 303, await answer.text()
    decided = appraisal(lived)
    assert (decided.state, decided.work) == ("final", Expectation.ABOVE)


async def test_the_superior_may_let_the_ratings_stay(lived: Site) -> None:
    officer = await delivers(lived)
    await officer.sends(sheet(lived), {"act": "object", "words": WORDS})
    await (await lived.signed_in("leader")).sends(sheet(lived), {"act": "explain", "words": OTHER})
    superior = await lived.signed_in("superior")
    assert (await superior.sends(sheet(lived), {"act": "uphold", "words": NOTE})).status == 303
    assert appraisal(lived).state == "final"


async def test_words_that_are_too_short_come_back_with_the_reason(lived: Site) -> None:
    officer = await delivers(lived)
    answer = await officer.sends(sheet(lived), {"act": "object", "words": "tidak"})
    page = await answer.text()
    assert answer.status == 422
    assert ">tidak</textarea>" in page
    assert 'role="alert"' in page


async def test_the_sender_is_woken_for_what_was_promised(lived: Site) -> None:
    """The bot tells the officer that the appraisal is there."""
    assert lived.woken == 0
    await delivers(lived)
    assert lived.woken > 0


async def test_an_amendment_is_told_with_its_reason(lived: Site) -> None:
    leader = await lived.signed_in("leader")
    reason = "Dua kasus baru tercatat setelah pembekuan."
    assert (await leader.sends(sheet(lived), {"act": "amend", "words": reason})).status == 303
    assert reason in await (await lived.signed_in("own")).get(sheet(lived))


# --- the evidence


async def test_every_page_is_whole_in_both_languages(lived: Site) -> None:
    own, quarter = lived.town.officers["own"], lived.town.last_quarter
    record = f"/record/{own}/{quarter}"
    pages = [
        "/", "/unit", record, f"{record}/voices", f"{record}/voices/2", f"{record}/case/1",
        f"/figure/{own}/{quarter}/first_answer", f"/figure/{own}/{quarter}/satisfaction",
        f"/figure/{own}/{quarter}/unit_index", f"/plan/{own}/2026",
        f"/sheet/{own}/{quarter}", f"/sheet/{own}/{lived.town.quarter}",
    ]  # fmt: skip
    leader = await lived.signed_in("leader")
    person = lived.town.people["leader"]
    for language in ("id", "en"):
        await lived.write(lambda tx, to=language: people.set_language(tx, person, to))
        for path in pages:
            page = await leader.get(path)
            assert f'<html lang="{language}">' in page
            Page(page)


async def test_the_sheet_shows_what_the_leader_expects_of_a_behaviour(lived: Site) -> None:
    browser = await lived.signed_in("own")
    page = await browser.get(f"/sheet/{lived.town.officers['own']}/{lived.town.last_quarter}")
    assert "Menjelaskan syarat dengan kalimat sederhana" in page


async def test_a_recognition_stands_on_the_record_and_on_the_sheet(lived: Site) -> None:
    own, quarter = lived.town.officers["own"], lived.town.last_quarter
    leader = lived.town.people["leader"]
    await lived.write(lambda tx: recognition.give(tx, own, quarter, OTHER, LATER, leader))
    browser = await lived.signed_in("own")
    for page in (f"/record/{own}/{quarter}", f"/sheet/{own}/{quarter}"):
        assert f"{OTHER} (diputuskan Hadi Susanto" in await browser.get(page)
    running = await browser.get(f"/record/{own}/{lived.town.quarter}")
    assert OTHER not in running


async def test_a_figure_shows_its_hash_and_what_is_behind_it(lived: Site) -> None:
    browser = await lived.signed_in("own")
    own, quarter = lived.town.officers["own"], lived.town.last_quarter
    page = await browser.get(f"/figure/{own}/{quarter}/answered_in_a_day")
    snapshot = lived.read(lambda tx: freezing.latest(tx, own, quarter))
    assert snapshot is not None
    kept = lived.read(lambda tx: freezing.figures(tx, snapshot.id or 0)["answered_in_a_day"])
    assert kept.hash in page
    assert page.count("SW-26-") == 7
    assert "n = 7" in page
    for said in ("Yang di tangan petugas", "Yang mengubahnya", "persen. Ditampilkan mulai"):
        assert said in page
    case = await browser.get(f"/record/{own}/{quarter}/case/1")
    assert kept.hash[:16] in case
    assert "Dijawab dalam satu hari kerja" in case


async def test_ratings_are_told_by_weeks_and_without_their_numbers(lived: Site) -> None:
    browser = await lived.signed_in("leader")
    own, quarter = lived.town.officers["own"], lived.town.last_quarter
    page = await browser.get(f"/record/{own}/{quarter}/voices")
    days = re.findall(r"(\d+) Okt 2026 sampai (\d+) Okt 2026", page)
    assert {(int(first), int(last)) for first, last in days} == {(5, 11), (12, 18)}
    ids = lived.read(lambda tx: [one.id for one in tx.session.exec(select(Rating))])
    assert len(ids) == 12
    named = [int(number) for number in re.findall(rf"/record/{own}/{quarter}/voices/(\d+)", page)]
    assert named == list(range(1, 13))
    fed = await browser.get(f"/record/{own}/{quarter}/voices/1")
    assert "Kepuasan secara umum" in fed
    await browser.get(f"/record/{own}/{quarter}/voices/13", 404)


async def test_too_few_ratings_are_not_listed(lived: Site) -> None:
    browser = await lived.signed_in("own")
    own, quarter = lived.town.officers["own"], lived.town.quarter
    page = await browser.get(f"/record/{own}/{quarter}/voices")
    assert "mulai 5 penilaian" in page
    await browser.get(f"/record/{own}/{quarter}/voices/1", 404)
    assert "belum dibekukan" in await browser.get(f"/figure/{own}/{quarter}/satisfaction")


async def test_the_running_period_says_that_figures_move(lived: Site) -> None:
    browser = await lived.signed_in("own")
    lived.clock.move(timedelta(minutes=5))
    page = await browser.get(f"/sheet/{lived.town.officers['own']}/{lived.town.quarter}")
    assert "Periode ini masih berjalan" in page
    assert 'value="rate"' not in page


# --- the drawing


def test_a_share_stands_on_a_line_from_nothing_to_all() -> None:
    found = marks.line(Measure.SHARE, Result(10, 0.5, 0.25, 0.75), target=0.9, width=200)
    assert found is not None
    assert (found.at, found.low, found.high, found.target) == (100, 50, 150, 180)
    assert found.ticks[0] == (0, 0)
    assert found.ticks[-1] == (200, 1)


def test_a_length_has_room_for_everything_on_its_line() -> None:
    result = Result(9, 90, 30, None, unit_n=40, unit_value=500)
    found = marks.line(Measure.MINUTES, result, target=240, width=300)
    assert found is not None
    assert found.open
    assert found.high == 300
    assert found.others is not None
    assert 0 < found.at < found.others < 300
    assert found.ticks[-1][1] % 120 == 0


def test_without_a_value_nothing_is_drawn() -> None:
    assert marks.line(Measure.SHARE, Result(3)) is None
