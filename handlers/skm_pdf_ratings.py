"""The chapters on one-tap ratings, and on what was left out, of the survey's report as PDF."""

from __future__ import annotations

from collections.abc import Sequence

from handlers import skm_words as words
from handlers.message import Number, Text
from handlers.pdf import Column
from handlers.skm_pdf_page import Page
from models.ratings.tables import SCORES
from models.reports.skm_figures import Channel, Received
from models.statistics import MINIMUM


def ratings(page: Page) -> None:
    """One-tap ratings by channel, and how many of those who could have answered."""
    columns = [
        *page.columns(("channel", 48, False), ("n", 13, True)),
        *(Column(page.said(f"score-{score}"), 16, True) for score in SCORES),
        *page.columns(("mean", 22, True), ("range", 27, True)),
    ]
    rows = [_channel(page, channel) for channel in page.report.channels]
    page.pdf.grid(columns, rows, bold=[0])
    foot = page.said("skm-channels-foot", mark=Text("skm-hidden"), least=MINIMUM)
    page.pdf.say(foot, size=8.5, grey=True)
    page.pdf.heading(page.said("skm-rates"))
    for line in words.rates(page.report):
        page.pdf.say(page.text(line))


def _channel(page: Page, channel: Channel) -> list[str]:
    name = page.said(f"skm-channel-{channel.key}")
    if channel.counts is None:
        hidden = page.said("skm-hidden")
        return [name, page.text(Number(channel.n)), *[hidden] * 6]
    mean = channel.mean
    return [
        name,
        page.text(Number(channel.n)),
        *(page.text(Number(n)) for n in channel.counts),
        page.number(mean.mean if mean else None),
        page.span(mean.low, mean.high) if mean else page.text(None),
    ]


def left_out(page: Page) -> None:
    """received = counted + excluded (by reason) + withdrawn, with ids."""
    columns = page.columns(
        ("what", 50, False), ("received", 28, True), ("counted", 28, True),
        ("excluded", 28, True), ("withdrawn", 28, True),
    )  # fmt: skip
    parts = (
        ("questionnaires", page.report.questionnaires),
        ("ratings", page.report.ratings),
    )
    page.pdf.grid(columns, [_received(page, name, found) for name, found in parts])
    page.pdf.say(page.said("skm-left-out-foot"), size=8.5, grey=True)
    if not any(found.excluded for _, found in parts):
        page.pdf.say(page.said("skm-excluded-none"))
    for heading, rows in (
        ("skm-excluded-list", _excluded(page, parts)),
        ("skm-withdrawn-list", _withdrawn(page, parts)),
    ):
        if rows:
            page.pdf.heading(page.said(heading))
            _listed(page, rows)


def _received(page: Page, name: str, found: Received) -> list[str]:
    numbers = (found.received, found.counted, found.left_out, found.withdrawn)
    return [page.said(f"skm-what-{name}"), *(page.text(Number(n)) for n in numbers)]


def _excluded(page: Page, parts: Sequence[tuple[str, Received]]) -> list[list[str]]:
    return [
        [page.said(f"skm-what-{name}"), page.text(words.reason(one.reason)),
         page.text(Number(one.n)), numbers]
        for name, found in parts
        for one in found.excluded
        for numbers in words.ids_in_parts(one.ids)
    ]  # fmt: skip


def _withdrawn(page: Page, parts: Sequence[tuple[str, Received]]) -> list[list[str]]:
    return [
        [page.said(f"skm-what-{name}"), page.said("skm-column-withdrawn"),
         page.text(Number(found.withdrawn)), numbers]
        for name, found in parts
        for numbers in words.ids_in_parts(found.withdrawn_ids)
    ]  # fmt: skip


def _listed(page: Page, rows: list[list[str]]) -> None:
    columns = page.columns(
        ("what", 40, False), ("reason", 54, False), ("n", 12, False), ("ids", 68, False)
    )
    page.pdf.grid(columns, rows, whole=False)
