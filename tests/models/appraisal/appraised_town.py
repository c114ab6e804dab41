"""A unit that lived through a quarter: ratings, complaints, plan, feedback, a frozen record, an
appraisal. For the tests of files and pages, which show all of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import select

from models.appraisal import terms
from models.appraisal.coaching import promises
from models.appraisal.deciding import opening, operations
from models.appraisal.deciding.tables import Appraisal
from models.appraisal.evidence.tables import OwnWords
from models.appraisal.feedback.tables import (
    FeedbackAnswer,
    FeedbackGiver,
    FeedbackNote,
    FeedbackRound,
    GiverState,
    NoteKind,
    Relation,
)
from models.appraisal.matrix import Expectation
from models.appraisal.skp import dialogue, plans
from models.appraisal.skp.content import Content, IndicatorContent, ResultContent, system_indicator
from models.appraisal.skp.tables import Aspect, Block, Source
from models.appraisal.terms_tables import AppraisalPeriod
from models.appraisal.values import Value
from models.database import Transaction
from models.people import Role
from models.ratings.periods import Period
from tests.models.reported_town import ReportedTown, wib

QUARTER = "2026-Q4"
FROZEN_AT = wib("2027-01-08 08:00")
RATED_AT = wib("2027-01-11 09:00")
SCORES = (4, 4, 3, 4, 2, 4, 3, 4, 4, 3, 4, 4)


def plan() -> Content:
    return Content(
        expectations={Value.SERVICE: "Menjelaskan syarat dengan kalimat sederhana"},
        results=(
            ResultContent(
                Block.MAIN,
                "Pengaduan warga dijawab dan diselesaikan tepat waktu",
                "Meningkatnya kepuasan masyarakat atas layanan kependudukan",
                (
                    system_indicator(
                        "answered_in_a_day", 80, "Dijawab dalam satu hari kerja", Aspect.TIME
                    ),
                    system_indicator(
                        "satisfaction", 3.2, "Nilai kepuasan warga di loket", Aspect.QUALITY
                    ),
                ),
            ),
            ResultContent(
                Block.ADDITIONAL,
                "Warga mengetahui persyaratan layanan",
                "",
                (
                    IndicatorContent(
                        Aspect.QUANTITY, "Sosialisasi", 3, "kali", source=Source.REPORTED
                    ),
                ),
            ),
        )
    )  # fmt: skip


@dataclass
class AppraisedTown:
    """Ids of what stands there. officer is the one the record is about."""

    town: ReportedTown
    head: int
    head_person: int
    chief: int
    chief_person: int
    period: AppraisalPeriod

    @property
    def tx(self) -> Transaction:
        return self.town.tx

    @property
    def officer(self) -> int:
        return self.town.officer

    @property
    def officer_person(self) -> int:
        return self.town.officer_person

    @property
    def period_id(self) -> int:
        return self.period.id or 0

    @classmethod
    def build(cls, tx: Transaction) -> AppraisedTown:
        town = ReportedTown.build(tx)
        head, head_person = town.staff("197501012000011003", town.unit, Role.HEAD)
        chief, chief_person = town.staff("197001011995011004", None, Role.HEAD)
        terms.change(tx, town.office, wib("2026-01-05 08:00"), None, yearly=False)
        period = terms.of_kind(tx, town.office, Period.of(QUARTER), wib("2026-10-01 08:00"))
        made = cls(town, head, head_person, chief, chief_person, period)
        made._agrees()
        made._lives()
        made._hears()
        return made

    def _agrees(self) -> None:
        at = wib("2026-10-02 09:00")
        number = dialogue.make(self.tx, self.officer, 2026, self.officer_person, at, plan())
        dialogue.propose(self.tx, number, self.officer_person, at)
        dialogue.agree(self.tx, number, self.head_person, at)

    def _lives(self) -> None:
        for number, score in enumerate(SCORES):
            self.town.rates(number, score, f"2026-10-{number + 5:02} 10:00", counter=True)
        for number in range(7):
            case = self.town.complains(20 + number, f"2026-11-{number + 2:02} 09:00")
            self.town.takes(case, f"2026-11-{number + 2:02} 09:30")
            day = number + (2 if number % 3 else 6)
            self.town.answers(case, f"2026-11-{day:02} 14:00")

    def _hears(self) -> None:
        at = wib("2026-12-01 09:00")
        asked = FeedbackRound(
            officer_id=self.officer,
            period_id=self.period_id,
            opened_by=self.head,
            opened_at=at,
            closes_at=wib("2026-12-15 00:00"),
        )
        self.tx.session.add(asked)
        self.tx.session.flush()
        for giver, relation in ((self.head, Relation.LEADER), (self.chief, Relation.PEER)):
            self.tx.session.add(
                FeedbackGiver(
                    round_id=asked.id or 0,
                    giver_id=giver,
                    relation=relation,
                    state=GiverState.ANSWERED,
                )
            )
        for number, value in enumerate(Value, 1):
            self.tx.session.add(
                FeedbackAnswer(
                    id=number,
                    round_id=asked.id or 0,
                    relation=Relation.LEADER,
                    leader_id=self.head,
                    value=value,
                    level=3,
                    example="Membantu rekan saat loket penuh.",
                )
            )
        for number in range(3):
            self.tx.session.add(
                FeedbackAnswer(
                    id=100 + number,
                    round_id=asked.id or 0,
                    relation=Relation.PEER,
                    value=Value.HARMONIOUS,
                    level=2 + number,
                    example=f"Contoh rekan {number}.",
                )
            )
        result = plans.agreed(self.tx, self.officer, 2026, at)
        assert result is not None
        self.tx.session.add(
            FeedbackNote(
                officer_id=self.officer,
                giver_id=self.head,
                relation=Relation.LEADER,
                kind=NoteKind.PRAISE,
                text="Penjelasan kepada warga sangat jelas.",
                result_id=result.results[0].id,
                at=at,
            )
        )
        self.tx.session.add(
            OwnWords(
                officer_id=self.officer,
                period_id=self.period_id,
                words="Triwulan ini loket pindah dua kali, dan saya belajar sistem baru.",
                at=at,
            )
        )
        self.tx.session.flush()

    # --- afterwards

    def freezes(self, at: datetime = FROZEN_AT) -> None:
        opening.run(self.tx, self.period.made_at)
        done = opening.run(self.tx, at)
        assert not done.failed, done.failed
        self.tx.forget()

    @property
    def appraisal(self) -> Appraisal:
        return self.tx.session.exec(
            select(Appraisal).where(Appraisal.officer_id == self.officer)
        ).one()

    def rated(self, work: Expectation = Expectation.AS_EXPECTED) -> None:
        operations.rate(
            self.tx,
            self.appraisal.id or 0,
            work,
            Expectation.AS_EXPECTED,
            "Hasil sesuai dengan bukti.",
            "Sopan dan membantu rekan.",
            RATED_AT,
            self.head_person,
        )
        operations.confirm(self.tx, self.appraisal.id or 0, RATED_AT, self.head_person)

    def promises(self) -> int:
        """At the meeting of the quarter before."""
        before = terms.of_kind(self.tx, self.town.office, Period.of("2026-Q3"), RATED_AT)
        return promises.make(
            self.tx,
            self.town.unit,
            before.id or 0,
            self.officer,
            "Menjawab semua pengaduan dalam satu hari kerja",
            date(2026, 12, 31),
            wib("2026-10-05 09:00"),
            self.head_person,
        )
