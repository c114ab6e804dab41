"""The SKP and its evaluation as PDF, in the columns of the form of PermenPANRB 6/2022.

fpdf2 takes half a second to import: import this module where a document is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from handlers import figure_words
from handlers.message import Number, Text, When, said
from handlers.pdf import Column, Document
from models.appraisal.coaching.recognition import Recognised
from models.appraisal.deciding.gathering import Behaviour, IndicatorLine, ResultLine, Who
from models.appraisal.deciding.sheet import Decided, Sheet
from models.appraisal.feedback.queries import NoteLine, Seen
from models.appraisal.indicators import Result
from models.appraisal.skp.tables import Block, Source

FORM = (
    ("no", 10.0),
    ("leader-result", 30.0),
    ("result", 34.0),
    ("aspect", 17.0),
    ("indicator", 38.0),
    ("target", 24.0),
    ("realisation", 52.0),
    ("feedback", 48.0),
)
BEHAVIOUR = (
    ("no", 10.0),
    ("value", 34.0),
    ("expectation", 50.0),
    ("observed", 72.0),
    ("witnessed", 44.0),
    ("notes", 46.0),
)


def make(sheet: Sheet, language: str, recognised: Sequence[Recognised] = ()) -> bytes:
    """The whole document of one officer and period, with the recognitions of it."""
    values = {"name": sheet.record.officer.name, "period": Text(*sheet.period)}
    foot = said(language, Text("form-foot", values))
    title = said(language, Text("form-title"))
    pdf = Document(language, f"{title}: {foot}", foot, wide=True)
    pdf.add_page()
    form = Form(pdf, sheet)
    form.head()
    form.results()
    form.behaviours()
    form.own_words()
    form.recognised(recognised)
    form.decision()
    form.trail()
    return pdf.made()


class Form:
    """The parts of the form, written into a document."""

    def __init__(self, pdf: Document, sheet: Sheet) -> None:
        self.pdf, self.sheet, self.language = pdf, sheet, pdf.language
        self.record, self.zone = sheet.record, sheet.record.zone

    def said(self, key: str, values: dict[str, Any] | None = None, **more: Any) -> str:
        return said(self.language, Text(key, {**(values or {}), **more}))

    # --- who and when

    def head(self) -> None:
        pdf, sheet = self.pdf, self.sheet
        pdf.line_of(self.said("form-title"), 15, bold=True, align="C")
        pdf.line_of(self.said("form-period", period=self.said(*sheet.period)), 11, align="C")
        pdf.ln(3)
        columns = [
            Column("", 26),
            Column(self.said("form-officer"), 56),
            Column(self.said("form-appraiser"), 56),
        ]
        rows = [
            [
                self.said(f"form-{part}"),
                _part(self.record.officer, part),
                _part(sheet.appraiser, part),
            ]
            for part in ("name", "nip", "position", "unit")
        ]
        pdf.grid(columns, rows)
        pdf.say(self._as_of(), size=8.5, grey=True)

    def _as_of(self) -> str:
        frozen = self.sheet.frozen
        if frozen is None:
            return self.said("form-running")
        return self.said("form-frozen", at=When(frozen.at, self.zone))

    # --- results

    def results(self) -> None:
        """Planned results with their realisation, and the figures no result asks for."""
        for block in Block:
            self._block(block)
        self._others()

    def _block(self, block: Block) -> None:
        lines = [line for line in self.record.results if line.block == block]
        if not lines and block is Block.ADDITIONAL:
            return
        self.pdf.heading(self.said(f"form-block-{block}"))
        if not lines:
            self.pdf.say(self.said("form-no-plan"))
            return
        rows = [row for line in lines for row in self._result(line)]
        self.pdf.grid(self._columns(FORM), rows, size=7.5, whole=False)

    def _result(self, line: ResultLine) -> Iterable[Sequence[str]]:
        """A row for each indicator; what belongs to the result stands in the first."""
        words = "\n".join(map(self._note, line.notes))
        first = (str(line.place), line.leader_result, line.text)
        for number, one in enumerate(line.indicators):
            head, feedback = (first, words) if number == 0 else (("", "", ""), "")
            yield (
                *head,
                self.said(f"form-aspect-{one.aspect}"),
                one.text,
                self._target(one),
                self._realised(one),
                feedback,
            )

    def _target(self, line: IndicatorLine) -> str:
        value = Number(line.target, 0 if line.target == int(line.target) else 2)
        return self.said(f"form-{line.direction}", value=value, measure=line.measure)

    def _realised(self, line: IndicatorLine) -> str:
        if line.source is Source.SYSTEM:
            return said(self.language, figure_words.whole(line.indicator or "", line.result))
        if line.reported is None and not line.words:
            return self.said("form-not-reported")
        value = "" if line.reported is None else self._number(line.reported, line.measure)
        told = " ".join(part for part in (value, line.words) if part)
        return f"{told}\n{self.said('form-proofs', n=len(line.proofs))}"

    def _number(self, value: float, measure: str) -> str:
        places = 0 if value == int(value) else 2
        return self.said("form-amount", value=Number(value, places), measure=measure)

    def _others(self) -> None:
        """Figures that stand in no planned indicator: context. Not those of which nothing is."""
        shown = [(key, result) for key, result in self.record.others if result and _told(result)]
        if not shown:
            return
        self.pdf.heading(self.said("form-others"))
        columns = [Column(self.said("form-figure"), 60), Column(self.said("form-value"), 120)]
        rows = [
            [said(self.language, figure_words.name(key)), self._whole(key, result)]
            for key, result in shown
        ]
        self.pdf.grid(columns, rows)

    def _whole(self, key: str, result: Result) -> str:
        return said(self.language, figure_words.whole(key, result))

    # --- behaviours

    def behaviours(self) -> None:
        self.pdf.heading(self.said("form-behaviours"))
        rows = [
            self._behaviour(number, one) for number, one in enumerate(self.record.behaviours, 1)
        ]
        self.pdf.grid(self._columns(BEHAVIOUR), rows, size=7.5, whole=False)
        if self.record.notes:
            self.pdf.heading(self.said("form-notes"))
            for note in self.record.notes:
                self.pdf.say(self._note(note), size=8.5)

    def _behaviour(self, number: int, one: Behaviour) -> Sequence[str]:
        witnessed = [self._witnessed(key, result) for key, result in one.figures]
        return (
            str(number),
            self.said(f"value-{one.value}"),
            one.expectation,
            "\n".join(map(self._seen, one.observed)),
            "\n".join(witnessed),
            "\n".join(map(self._note, one.notes)),
        )

    def _witnessed(self, key: str, result: Result | None) -> str:
        """A figure by its name; both, where something was left out."""
        second = figure_words.without(key, result)
        told = f"{said(self.language, figure_words.name(key))}: "
        told += said(self.language, figure_words.figure(key, result))
        return f"{told}\n{said(self.language, second)}" if second else told

    def _seen(self, seen: Seen) -> str:
        relation = self.said(f"form-relation-{seen.relation}")
        if seen.levels is None:
            return self.said("form-observed-few", relation=relation)
        counts = {f"l{level}": n for level, n in enumerate(seen.levels, 1)}
        told = self.said("form-observed", counts, relation=relation)
        return "\n".join([told, *(f"“{text}”" for text in seen.texts)])

    def _note(self, note: NoteLine) -> str:
        return self.said(
            f"form-note-{note.kind}",
            by=note.by,
            at=When(note.at, self.zone, "date"),
            text=note.text,
        )

    def own_words(self) -> None:
        if self.record.own_words:
            self.pdf.heading(self.said("form-own-words"))
            self.pdf.say(self.record.own_words)

    def recognised(self, given: Sequence[Recognised]) -> None:
        if given:
            self.pdf.heading(self.said("form-recognised"))
        for one in given:
            at = When(one.at, self.zone, "date")
            told = self.said("form-recognition", reason=one.reason, by=one.by, at=at)
            self.pdf.say(told, size=8.5)

    # --- what people decided

    def decision(self) -> None:
        decided = self.sheet.decided
        self.pdf.heading(self.said("form-decision"), room=60)
        if decided is None or decided.work is None:
            self.pdf.say(self.said("form-undecided"))
        else:
            columns = [Column(self.said("form-what"), 50), Column(self.said("form-given"), 130)]
            self.pdf.grid(columns, self._given(decided))
        self.pdf.say(self.said("form-people-decide"), size=8.5, grey=True)
        if decided is not None:
            self._steps(decided)

    def _given(self, decided: Decided) -> list[list[str]]:
        rows = [
            ["form-work", self.said(f"expectation-{decided.work}"), decided.work_note],
            [
                "form-behaviour",
                self.said(f"expectation-{decided.behaviour}"),
                decided.behaviour_note,
            ],
            ["form-contradiction", decided.contradiction, ""],
        ]
        if decided.predicate:
            by = self.said("form-by", by=decided.confirmed_by)
            rows.append(["form-predicate", self.said(f"predicate-{decided.predicate}"), by])
        return [
            [self.said(key), "\n".join(part for part in (value, note) if part)]
            for key, value, note in rows
            if value
        ]

    def _steps(self, decided: Decided) -> None:
        """The file, step by step: with objection, explanation and decision."""
        self.pdf.heading(self.said("form-steps"))
        columns = [
            Column(self.said("form-when"), 40),
            Column(self.said("form-step"), 46),
            Column(self.said("form-who"), 46),
            Column(self.said("form-words"), 100),
        ]
        rows = [
            [
                said(self.language, When(step.at, self.zone)),
                self.said(f"appraisal-step-{step.step}"),
                step.by or self.said("form-clock"),
                step.words,
            ]
            for step in decided.steps
        ]
        self.pdf.grid(columns, rows, size=8, whole=False)

    def trail(self) -> None:
        """What the record is called by, so that it can be verified."""
        frozen = self.sheet.frozen
        if frozen is None:
            return
        for number, reason in enumerate(frozen.amendments, 2):
            self.pdf.say(self.said("form-amended", version=number, reason=reason), size=8.5)
        self.pdf.say(
            self.said("form-hash", version=frozen.version, hash=frozen.hash), size=7.5, grey=True
        )

    def _columns(self, wanted: Sequence[tuple[str, float]]) -> list[Column]:
        return [Column(self.said(f"form-column-{name}"), width) for name, width in wanted]


def _told(result: Result) -> bool:
    return result.n > 0 or result.unit_n > 0


def _part(one: Who | None, part: str) -> str:
    return "" if one is None else str(getattr(one, part)) or "–"
