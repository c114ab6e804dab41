"""The meeting pack of a unit as PDF: for the half-yearly or yearly evaluation.

Import it where a pack is made: fpdf2 and matplotlib take a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from handlers import figure_chart
from handlers.appraisal_pdf import Form
from handlers.message import Text, When, said
from handlers.pdf import Column, Document
from handlers.skm_words import day
from models.appraisal.coaching.promises import Promised
from models.appraisal.matrix import Predicate
from models.appraisal.pack import Pack, Part
from models.small_numbers import mark

PROMISES = (("who", 40.0), ("words", 110.0), ("due", 28.0), ("outcome", 70.0))


def make(pack: Pack, language: str) -> bytes:
    return _Pack(pack, language).made()


class _Pack:
    def __init__(self, pack: Pack, language: str) -> None:
        self.pack, self.language = pack, language
        foot = self.said("pack-foot", unit=pack.unit, period=Text(*pack.period))
        self.pdf = Document(language, f"{self.said('pack-title')}: {foot}", foot, wide=True)

    def said(self, key: str, **values: Any) -> str:
        return said(self.language, Text(key, values))

    def made(self) -> bytes:
        self.pdf.add_page()
        self._cover()
        self._context()
        self._promised(self.pack.promised, "pack-promised-unit")
        for part in self.pack.parts:
            self.pdf.add_page()
            self._part(part)
        return self.pdf.made()

    def _cover(self) -> None:
        pdf, pack = self.pdf, self.pack
        pdf.set_y(30)
        pdf.line_of(pack.office, 12, align="C")
        pdf.ln(6)
        pdf.line_of(self.said("pack-title"), 20, bold=True, align="C")
        pdf.ln(3)
        pdf.line_of(pack.unit, 15, align="C")
        pdf.line_of(self.said("form-period", period=Text(*pack.period)), 12, align="C")
        pdf.ln(4)
        pdf.line_of(self.said("pack-made", at=When(pack.at, pack.zone)), 9, align="C")
        pdf.ln(6)
        pdf.say(self.said("pack-about"))

    def _context(self) -> None:
        """The organisation's predicate and the distribution: context, no quota."""
        context = self.pack.context
        self.pdf.heading(self.said("pack-context"))
        if context.organisation is None:
            self.pdf.say(self.said("pack-organisation-none"))
        else:
            name = Text(f"predicate-{context.organisation}")
            values = {"predicate": name, "source": context.source}
            self.pdf.say(self.said("pack-organisation", **values))
        if context.counts:
            columns = [Column(self.said(f"predicate-{one}"), 30) for one in Predicate]
            counts = [context.counts.get(one, 0) for one in Predicate]
            self.pdf.grid(columns, [[mark() if n is None else str(n) for n in counts]])
        self.pdf.say(self.said("pack-no-quota"), size=8.5, grey=True)

    def _part(self, part: Part) -> None:
        pdf, officer = self.pdf, part.sheet.record.officer
        pdf.chapter(officer.name)
        pdf.say(self.said("pack-officer", position=officer.position or "–", nip=officer.nip))
        form = Form(pdf, part.sheet)
        form.results()
        self._pictures(part)
        form.own_words()
        self._promised(part.promised, "pack-promised")

    def _pictures(self, part: Part) -> None:
        known = [
            one for one in part.trends if any(r and r.value is not None for _, r in one.points)
        ]
        if not known:
            return
        height = figure_chart.height(known) * self.pdf.room
        self.pdf.heading(self.said("pack-pictures"), room=height + 12)
        self.pdf.picture(figure_chart.draw(known, self.language), height)
        self.pdf.say(self.said("pack-pictures-how"), size=8, grey=True)

    def _promised(self, promised: Sequence[Promised], key: str) -> None:
        self.pdf.heading(self.said(key))
        if not promised:
            self.pdf.say(self.said("pack-promised-none"))
            return
        columns = [Column(self.said(f"pack-column-{name}"), width) for name, width in PROMISES]
        self.pdf.grid(columns, list(map(self._promise, promised)))

    def _promise(self, one: Promised) -> Sequence[str]:
        due = said(self.language, day(one.due, one.zone))
        return one.officer or one.unit, one.words, due, "\n".join(self._outcome(one))

    def _outcome(self, one: Promised) -> Iterable[str]:
        if one.kept is None:
            yield self.said("pack-late" if one.late else "pack-open")
        else:
            yield self.said("pack-kept" if one.kept else "pack-not-kept")
            yield one.outcome
