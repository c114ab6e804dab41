"""The bench's arithmetic: medians over the rounds, ratios, and the table that is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Round:
    """One bot in one round."""

    updates: int
    seconds: float
    cpu_seconds: float
    riding: int  # replies in the webhook's response
    separate: int  # calls of the Bot API
    p50_ms: float  # from update to answer
    p99_ms: float
    rss_mb: float  # after start, before any update
    rss_after_mb: float
    start_seconds: float  # until /health answers
    batch: float = 0.0  # updates committed together, mean
    settings: str = ""

    @property
    def per_second(self) -> float:
        return self.updates / self.seconds

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of user and system time per update."""
        return self.cpu_seconds * 1000 / self.updates


@dataclass(frozen=True)
class Figures:
    """The medians of a bot's rounds."""

    name: str
    per_second: float
    cpu_ms: float
    p50_ms: float
    p99_ms: float
    riding: float  # per update
    separate: float
    rss_mb: float
    rss_after_mb: float
    start_seconds: float
    batch: float
    settings: str


def figures(name: str, rounds: Sequence[Round]) -> Figures:
    def middle(attribute: str) -> float:
        return median(getattr(one, attribute) for one in rounds)

    return Figures(
        name,
        middle("per_second"),
        middle("cpu_ms"),
        middle("p50_ms"),
        middle("p99_ms"),
        median(one.riding / one.updates for one in rounds),
        median(one.separate / one.updates for one in rounds),
        middle("rss_mb"),
        middle("rss_after_mb"),
        middle("start_seconds"),
        middle("batch"),
        rounds[0].settings,
    )


@dataclass(frozen=True)
class Ratio:
    """Ours against another bot; above 1 is better for both. Medians of the rounds' own ratios,
    because neighbours in time share the machine's moods."""

    throughput: float
    cpu: float

    @classmethod
    def of(cls, ours: Sequence[Round], theirs: Sequence[Round]) -> Ratio:
        pairs = list(zip(ours, theirs, strict=True))
        return cls(
            median(a.per_second / b.per_second for a, b in pairs),
            median(b.cpu_ms / a.cpu_ms for a, b in pairs),
        )


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` (0..1] of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * round(share * 1000) // 1000) - 1)]


def metric(exposition: str, name: str) -> float:
    """A sample without labels from Prometheus' text format; KeyError when it is not there."""
    for line in exposition.splitlines():
        if line.startswith(name + " "):
            return float(line.split()[1])
    raise KeyError(name)


_COLUMNS = (
    ("updates/s", "per_second", "{:.0f}"),
    ("CPU ms", "cpu_ms", "{:.3f}"),
    ("p50 ms", "p50_ms", "{:.1f}"),
    ("p99 ms", "p99_ms", "{:.1f}"),
    ("in response", "riding", "{:.2f}"),
    ("API calls", "separate", "{:.2f}"),
    ("MB at start", "rss_mb", "{:.0f}"),
    ("MB after", "rss_after_mb", "{:.0f}"),
    ("start s", "start_seconds", "{:.2f}"),
)


def table(found: Sequence[Figures]) -> str:
    head = ["", *(title for title, _, _ in _COLUMNS)]
    rows = [
        [one.name, *(form.format(getattr(one, name)) for _, name, form in _COLUMNS)]
        for one in found
    ]
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if i == 0 else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in [head, *rows]
    )


def ratios(ours: str, rounds: Mapping[str, Sequence[Round]]) -> dict[str, Ratio]:
    return {name: Ratio.of(rounds[ours], others) for name, others in rounds.items() if name != ours}


def to_json(found: Sequence[Figures], compared: Mapping[str, Ratio]) -> dict[str, Any]:
    return {
        "figures": {one.name: vars(one) for one in found},
        "ratios": {name: vars(one) for name, one in compared.items()},
    }
