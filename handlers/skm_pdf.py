"""The report of the survey as PDF on A4, with the chapters that PermenPANRB 14/2017 asks for.

Import it where a report is made: fpdf2 and matplotlib take a second.
"""

from __future__ import annotations

from decimal import Decimal

from handlers import skm_pdf_ratings
from handlers import skm_words as words
from handlers.message import Number, Text, When
from handlers.pdf import ACCENT, GREY, INK, MARGIN, PALE, WIDTH
from handlers.skm_chart import draw
from handlers.skm_pdf_page import Page
from handlers.skm_words import NRR_PLACES, WEIGHT_PLACES
from models.ratings.ikm import Quality
from models.reports.skm_figures import (
    ElementLine,
    PlanLine,
    Profile,
    SkmReport,
    TrendPoint,
    Version,
)
from models.small_numbers import SMALLEST
from models.statistics import MINIMUM

CHART_MM = 75.0
ROW_MM = 6.3  # of a table
PLAN = 60.0  # mm for a heading and the first plan below it


def make(report: SkmReport, language: str) -> bytes:
    return _Report(report, language).made()


class _Report(Page):
    """Its chapters in their order."""

    def made(self) -> bytes:
        self.pdf.add_page()
        self._cover()
        self.pdf.add_page()
        for name, room, write in (
            ("summary", 45, self._summary),
            ("method", 45, self._method),
            ("elements", 110, self._elements),
            ("index", 45, self._index),
            ("profile", 50, self._profiles),
            ("trend", 100, self._trend),
            ("lowest", 60, self._lowest),
            ("ratings", 60, lambda: skm_pdf_ratings.ratings(self)),
            ("left-out", 45, lambda: skm_pdf_ratings.left_out(self)),
            ("how", 45, self._how),
        ):  # room: mm for the heading and what must stand on one page with it
            self.pdf.chapter(self.said(f"skm-chapter-{name}"), room)
            write()
        return self.pdf.made()

    # --- the cover

    def _cover(self) -> None:
        pdf, report = self.pdf, self.report
        pdf.set_y(38)
        pdf.set_text_color(*GREY)
        pdf.line_of(report.office, 13, align="C")
        pdf.set_text_color(*INK)
        pdf.ln(10)
        pdf.line_of(self.said("skm-title"), 22, bold=True, align="C")
        pdf.ln(6)
        pdf.line_of(report.unit, 18, align="C")
        pdf.ln(1)
        pdf.line_of(self.text(words.period(report.period)), 15, align="C")
        self._box(max(pdf.get_y() + 12, 118))
        self._below_box()
        pdf.set_y(-40)
        pdf.set_text_color(*GREY)
        made = When(report.at, report.zone)
        pdf.line_of(self.said("skm-cover-made", at=made), 9, align="C")
        pdf.line_of(self.said("skm-cover-basis"), 9, align="C")
        pdf.set_text_color(*INK)

    def _box(self, top: float) -> None:
        """The index in a box; or that there is none yet."""
        pdf, index = self.pdf, self.report.index
        height = 62.0 if index else 26.0
        pdf.set_fill_color(*PALE)
        pdf.rect(
            MARGIN + 17, top, WIDTH - 34, height, style="F", round_corners=True, corner_radius=5
        )
        pdf.set_y(top + 7)
        if index is None:
            for line in words.index_lines(self.report):
                pdf.line_of(self.text(line), 10, align="C")
        else:
            pdf.line_of(self.said("skm-cover-index"), 11, align="C")
            pdf.set_text_color(*ACCENT)
            pdf.line_of(self.number(index.ikm), 46, bold=True, align="C")
            pdf.set_text_color(*INK)
            values = words.index_values(index)
            quality = self.said(
                "skm-cover-quality", letter=values["letter"], meaning=values["meaning"]
            )
            pdf.line_of(quality, 15, bold=True, align="C")
            pdf.ln(2)
            pdf.line_of(self.text(words.index_range(index)), 10, align="C")
        pdf.set_y(top + height + 6)

    def _below_box(self) -> None:
        pdf, report = self.pdf, self.report
        counted = report.questionnaires.counted
        pdf.line_of(self.said("skm-cover-respondents", n=counted), 11, align="C")
        pdf.ln(3)
        if report.index is not None and not report.sample.enough:
            pdf.line_of(self.text(words.sample(report.sample)), 10, bold=True, align="C")
            pdf.ln(2)
        if report.running:
            pdf.line_of(self.said("skm-running"), 10, bold=True, align="C")

    # --- the chapters

    def _summary(self) -> None:
        for line in words.summary(self.report):
            self.pdf.say(self.text(line))

    def _method(self) -> None:
        report, pdf = self.report, self.pdf
        first, last = (words.day(day, report.zone) for day in (report.first, report.last))
        pdf.say(self.said("skm-method-period", first=first, last=last))
        pdf.say(self.said("skm-method-asked"))
        media = dict(report.method.media)
        pdf.say(self.said("skm-method-media", chat=media["chat"], paper=media["paper"]))
        for version in report.method.versions:
            pdf.say(self._version(version))
        pdf.say(self.said("skm-method-scale"))
        self._weights()
        self._population()
        pdf.say(self.said("skm-method-exclusion"))

    def _version(self, version: Version) -> str:
        elements = ", ".join(self._questions(key, n) for key, n in version.elements)
        if not version.version:
            return self.said("skm-method-built-in", elements=elements)
        number = str(version.version)
        if version.since is None or version.since.date() <= self.report.first:
            return self.said("skm-method-instrument", version=number, elements=elements)
        return self.said(
            "skm-method-instrument-since",
            version=number,
            since=self.day(version.since),
            elements=elements,
        )

    def _questions(self, key: str, n: int) -> str:
        name = words.element(key)
        return self.text(name) if n == 1 else self.said("skm-method-questions", element=name, n=n)

    def _weights(self) -> None:
        method, index = self.report.method, self.report.index
        weighting = Text(words.WEIGHTINGS[method.weighting])
        weight = index.weight if index else method.weighting.weight(len(self.report.elements))
        shown = words.number(weight, WEIGHT_PLACES)
        self.pdf.say(self.said("skm-method-weight", weight=shown, weighting=weighting))
        numbering = Text(words.NUMBERINGS[method.numbering])
        self.pdf.say(self.said("skm-method-numbering", numbering=numbering))

    def _population(self) -> None:
        sample = self.report.sample
        self.pdf.say(self.text(words.sample(sample)))
        if sample.source == "visits":
            key, more = "skm-method-population-visits", {}
        elif sample.source == "entered" and sample.entered_at is not None:
            key, more = "skm-method-population-entered", {"at": self.day(sample.entered_at)}
        else:
            return
        self.pdf.say(self.said(key, population=sample.population, **more))

    def _elements(self) -> None:
        columns = self.columns(
            ("number", 9, False), ("element", 46, False), ("total", 18, True), ("n", 12, True),
            ("nrr", 15, True), ("weighted", 23, True), ("range", 28, True), ("change", 23, True),
        )  # fmt: skip
        rows = [self._element(line) for line in self.report.elements]
        index = self.report.index
        if index is not None:
            sum_ = self.said("skm-elements-sum")
            weighted = self.number(index.index, WEIGHT_PLACES)
            rows.append(["", sum_, "", "", "", weighted, "", ""])
        self.pdf.grid(columns, rows, bold=[len(rows) - 1] if index else [])
        self.pdf.say(self.said("skm-elements-foot", least=MINIMUM), size=8.5, grey=True)

    def _element(self, line: ElementLine) -> list[str]:
        mean = line.mean
        return [
            f"U{line.number}",
            self.text(words.element(line.key)),
            self.text(words.points(line.total) if line.total is not None else None),
            self.text(Number(line.n)),
            self.number(line.nrr, NRR_PLACES),
            self.number(line.weighted, WEIGHT_PLACES),
            self.span(mean.low, mean.high) if mean else self.text(None),
            self.moved(line.change),
        ]

    def _index(self) -> None:
        index, pdf = self.report.index, self.pdf
        for line in words.index_lines(self.report):
            pdf.say(self.text(line), bold=line.key == "skm-index")
        if index is not None:
            shown = {"index": words.number(index.index, WEIGHT_PLACES)}
            pdf.say(self.said("skm-index-formula", **shown, ikm=words.number(index.ikm)))
        for line in words.change_lines(self.report):
            pdf.say(self.text(line))
        pdf.heading(self.said("skm-index-table"), 45)
        order = list(Quality)
        rows = [self._quality(one, place) for place, one in enumerate(order)]
        mine = [order.index(index.quality)] if index else []
        columns = (("ikm", 30, False), ("letter", 20, False), ("meaning", 80, False))
        pdf.grid(self.columns(*columns), rows, bold=mine)

    def _quality(self, quality: Quality, place: int) -> list[str]:
        above = list(Quality)[place - 1].least - Decimal("0.01") if place else Decimal(100)
        return [self.span(float(quality.least), float(above)), quality.name,
                self.said(quality.meaning)]  # fmt: skip

    def _profiles(self) -> None:
        if not self.report.questionnaires.counted:
            self.pdf.say(self.said("skm-profile-none"))
            return
        for profile in self.report.profiles:
            room = 15 + ROW_MM * (len(profile.groups) + 1)
            self.pdf.heading(self.said(f"skm-profile-{profile.name}"), min(room, 200))
            self._profile(profile)
        foot = self.said("skm-profile-foot", mark=Text("skm-hidden"), least=SMALLEST)
        self.pdf.say(foot, size=8.5, grey=True)

    def _profile(self, profile: Profile) -> None:
        columns = self.columns(("group", 70, False), ("respondents", 25, True), ("share", 25, True))
        whole = self.report.questionnaires.counted
        rows = [
            [
                self.text(words.group(profile.name, one)),
                self.said("skm-hidden") if one.n is None else self.text(Number(one.n)),
                self.said("skm-hidden") if one.n is None else self._part(one.n, whole),
            ]
            for one in profile.groups
        ]
        self.pdf.grid(columns, rows)

    def _part(self, n: int, whole: int) -> str:
        return self.said("skm-share", share=words.number(100 * n / whole, 1))

    def _trend(self) -> None:
        known = [point for point in self.report.trend if point.index is not None]
        if not known:
            self.pdf.say(self.said("skm-trend-none"))
            return
        self.pdf.say(self.said("skm-trend-chart"))
        self.pdf.picture(draw(self.report.trend, self.language), CHART_MM)
        columns = self.columns(
            ("period", 50, False), ("questionnaires", 25, True), ("ikm", 20, True),
            ("letter", 15, True), ("range", 35, True),
        )  # fmt: skip
        self.pdf.grid(columns, [self._point(point) for point in self.report.trend])

    def _point(self, point: TrendPoint) -> list[str]:
        index = point.index
        return [
            self.text(words.period(point.period)),
            self.text(Number(point.n)),
            self.number(index.ikm if index else None),
            index.quality.name if index else self.text(None),
            self.span(index.low, index.high) if index else self.text(None),
        ]

    def _lowest(self) -> None:
        pdf, report = self.pdf, self.report
        if not report.lowest:
            pdf.say(self.said("skm-lowest-none"))
        else:
            pdf.say(self.said("skm-lowest-intro"))
            columns = self.columns(
                ("number", 10, False), ("element", 70, False), ("nrr", 20, True),
                ("range", 30, True), ("change", 25, True),
            )  # fmt: skip
            rows = [self._element(line) for line in report.lowest]
            pdf.grid(columns, [[row[place] for place in (0, 1, 4, 6, 7)] for row in rows])
        pdf.heading(self.said("skm-plans"), PLAN if report.plans else 30)
        if report.plans:
            self._plans()
        else:
            pdf.say(self.said("skm-plans-none"))
        if report.earlier_plans:
            pdf.heading(self.said("skm-plans-earlier"), PLAN)
            self._earlier_plans()

    def _plans(self) -> None:
        columns = self.columns(
            ("element", 38, False), ("programme", 72, False), ("due", 28, False),
            ("owner", 36, False),
        )  # fmt: skip
        rows = [[*self._plan(plan), plan.owner] for plan in self.report.plans]
        self.pdf.grid(columns, rows, whole=False)

    def _plan(self, plan: PlanLine) -> list[str]:
        return [
            self.text(words.element(plan.element)),
            plan.programme,
            self.text(words.due(plan.due)),
        ]

    def _earlier_plans(self) -> None:
        columns = self.columns(
            ("plan-period", 22, False), ("element", 32, False), ("programme", 44, False),
            ("due", 22, False), ("outcome", 54, False),
        )  # fmt: skip
        rows = [
            [self.text(words.period(plan.period)), *self._plan(plan), self._outcome(plan)]
            for plan in self.report.earlier_plans
        ]
        self.pdf.grid(columns, rows, whole=False)

    def _outcome(self, plan: PlanLine) -> str:
        """What became of it, and whether the element rose."""
        return "\n".join([self.text(words.outcome(plan)), self.text(words.plan_moved(plan))])

    def _how(self) -> None:
        for paragraph in words.how():
            self.pdf.say(self.text(paragraph))
