"""The publication of the index: one page, as PDF and as picture, with nothing about too few."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from handlers import skm_poster
from handlers.files import MadeFile
from handlers.sheet import Sheet
from handlers.skm_poster_page import draw
from models.database import Database, Transaction
from models.offices import Office, Service, Unit
from models.ratings import survey_sums
from models.ratings.ikm import UNIT, Weighting
from models.ratings.periods import Period
from models.ratings.survey_tables import Population, SurveySetting
from models.ratings.surveys import PROFILE
from models.reports import skm
from models.statistics import Moments
from tests.models.reports.surveyed_unit import NOW, RESPONDENTS, WORKED, spread, wib

Q4 = Period.of("2026-Q4")
LINK = "https://suara.example.go.id/u/7"
LONG = "Unit Pelayanan Terpadu Perizinan Usaha Mikro Kecil dan Menengah Kecamatan Barat Laut"
LONGEST = " ".join(["Pelayanan"] * 22)  # about the longest name that can be entered
DAY = Q4.first


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    opened = Database(sqlite_url)
    yield opened
    opened.close()


@dataclass
class Surveyed:
    """A unit whose sums are those of the worked case: 49 respondents, 78.74, B."""

    tx: Transaction
    unit: Unit
    office: Office

    @classmethod
    def build(cls, tx: Transaction) -> Surveyed:
        office = Office(name="Dinas Dukcapil Kota Tanjungbalai")
        tx.session.add(office)
        tx.session.flush()
        unit = Unit(office_id=office.id or 0, name="Loket KTP")
        tx.session.add(unit)
        tx.session.flush()
        for name in ("Cetak KTP-el", "Akta kelahiran"):
            tx.session.add(Service(unit_id=unit.id or 0, name=name))
        made = cls(tx, unit, office)
        for key, total in WORKED.items():
            scores = Moments.of(score * UNIT for score in spread(total, RESPONDENTS))
            made.counts({key: scores})
        index = Moments.of([total * 400 // RESPONDENTS for total in [1389] * RESPONDENTS])
        made.counts({"index": index})
        made.people(received=RESPONDENTS, complete=RESPONDENTS)
        return made

    def counts(self, sums: dict[str, Moments]) -> None:
        survey_sums.add_all(self.tx, self.unit.id or 0, DAY, sums)

    def people(self, **numbers: int) -> None:
        """So many of each kind: received, sex_female, …"""
        self.counts({name.replace("_", ":", 1): Moments(n) for name, n in numbers.items()})

    def served(self, n: int) -> None:
        row = Population(unit_id=self.unit.id or 0, period=Q4.code, served=n, at=NOW)
        self.tx.session.add(row)


Built = Callable[[Surveyed], object]


async def surveyed(database: Database, more: Built = lambda unit: None) -> int:
    def work(tx: Transaction) -> int:
        made = Surveyed.build(tx)
        more(made)
        return made.unit.id or 0

    return await database.writer.run(work)


def arguments(unit: int, **changes: str) -> dict[str, Any]:
    return {"unit": unit, "period": Q4.code, "at": NOW.isoformat(), "link": LINK} | changes


def poster(database: Database, unit: int) -> MadeFile:
    return database.read_now(lambda tx: skm_poster.make_pdf(tx, "en", arguments(unit)))


def words(made: MadeFile) -> str:
    """What stands on the only page."""
    document = pypdfium2.PdfDocument(made.content)
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx((595.3, 841.9), abs=0.1)  # A4
    return " ".join(document[0].get_textpage().get_text_range().split())


async def test_it_holds_what_the_regulation_wants_published(database: Database) -> None:
    def more(made: Surveyed) -> None:
        made.people(sex_female=26, sex_male=17, education_SMA=30, education_S1=12)

    told = words(poster(database, await surveyed(database, more)))
    for wanted in (
        "INDEKS KEPUASAN MASYARAKAT (IKM)",
        "Dinas Dukcapil Kota Tanjungbalai",
        "Loket KTP",
        "Triwulan IV 2026",
        "78,74",
        "B Mutu pelayanan Baik Good",
        "Perempuan 26 Laki-laki 17 Tidak menjawab 6",
        "SMA 30 S1/D4 12 Tidak menjawab 7",
        "Akta kelahiran, Cetak KTP-el",
        "Masa survei: 1 Okt 2026 sampai 31 Des 2026",
        "9 unsur, bobot masing-masing 1/9",
        "TERIMA KASIH",
        LINK,
    ):
        assert wanted in told, wanted
    assert "49" in told.split("RESPONDEN")[1].split("Jenis")[0]


async def test_small_groups_are_not_told(database: Database) -> None:
    def more(made: Surveyed) -> None:
        made.people(sex_female=20, sex_male=4)

    told = words(poster(database, await surveyed(database, more)))
    assert "Laki-laki *" in told
    assert "Laki-laki 4" not in told
    assert "* tidak ditampilkan" in told


async def test_a_sample_that_is_too_small_and_a_running_period_say_so(
    database: Database,
) -> None:
    def more(made: Surveyed) -> None:
        made.served(5000)

    told = words(poster(database, await surveyed(database, more)))
    assert "Belum memenuhi sampel minimal: 49 responden, perlu 357 dari 5.000 orang" in told
    assert "Angka sementara: periode ini belum selesai." in told


async def test_enough_and_over_says_nothing_of_that(database: Database) -> None:
    def more(made: Surveyed) -> None:
        made.served(50)

    unit = await surveyed(database, more)
    later = wib("2027-01-04 09:00").isoformat()
    told = words(
        database.read_now(lambda tx: skm_poster.make_pdf(tx, "id", arguments(unit, at=later)))
    )
    assert "sampel" not in told
    assert "sementara" not in told


@pytest.mark.parametrize(
    ("weighting", "shown", "ikm"),
    [(Weighting.THREE, "0,111", "78,66"), (Weighting.TWO, "0,11", "77,95")],
)
async def test_it_says_which_weights_were_used(
    database: Database, weighting: Weighting, shown: str, ikm: str
) -> None:
    def more(made: Surveyed) -> None:
        row = SurveySetting(
            unit_id=made.unit.id or 0, weighting=weighting.value, numbering="questionnaire"
        )
        made.tx.session.add(row)

    told = words(poster(database, await surveyed(database, more)))
    assert f"bobot masing-masing {shown}" in told
    assert ikm in told


async def test_pdf_and_picture_are_the_same_each_time(database: Database) -> None:
    unit = await surveyed(database)
    assert poster(database, unit) == poster(database, unit)
    made = database.read_now(lambda tx: skm_poster.make_png(tx, "id", arguments(unit)))
    picture = Image.open(io.BytesIO(made.content))
    assert picture.size == (1653, 2338)  # A4 at 200 dpi
    assert made.name == "ikm-loket-ktp-2026-q4.png"


@pytest.mark.parametrize("name", ["Puskesmas", LONG, LONGEST, "A" * 200, "Loket $x_1$ & <b>"])
async def test_nothing_runs_out_of_the_margins(database: Database, name: str) -> None:
    """A picture of it has an empty border, whatever the names and however many services."""

    def more(made: Surveyed) -> None:
        made.unit.name = made.office.name = name
        made.served(123_456)
        made.people(sex_male=2, sex_female=20)
        made.people(**{f"education_{level}": 5 for level in PROFILE["education"]})

    unit = await surveyed(database, more)

    def page(tx: Transaction) -> Sheet:
        report = skm.report(tx, unit, Q4, NOW)
        return draw(report, [f"{name} {n}" for n in range(40)], f"{LINK}?{'x' * 150}")

    picture = Image.open(io.BytesIO(database.read_now(page).png())).convert("L")
    width, height = picture.size
    margin = int(16 / 210 * width)
    top = int(6 / 297 * height)  # below the band
    for box in ((0, top, margin, height), (width - margin, top, width, height)):
        assert picture.crop(box).getextrema() == (255, 255)


async def test_nothing_is_drawn_about_too_few(database: Database) -> None:
    def work(tx: Transaction) -> None:
        made = Surveyed.build(tx)
        few = skm.report(tx, made.unit.id or 0, Q4.before(), NOW)
        with pytest.raises(ValueError, match="too few"):
            draw(few, [], LINK)

    await database.writer.run(work)
