"""What the reader found in one message: plain frozen values that travel as JSON.

Fields are only ever added, each with a default, so that a reading stored by an older version can
still be loaded. A caller that meets a `kind`, language or aspect it does not know treats it as
`other`, `und`, or leaves it out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

Label = Literal["positive", "neutral", "negative"]
Kind = Literal["complaint", "praise", "question", "wish", "report", "other"]
UrgencyReason = Literal["danger", "health", "deadline", "vulnerable"]
AspectKey = Literal[
    "persyaratan", "prosedur", "waktu", "biaya", "produk", "kompetensi", "perilaku", "sarana",
    "pengaduan", "pungli", "keterlambatan", "informasi",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentiment:
    """The mood of a message, never of a person.

    `label` is None when the reader abstains. `positive`, `neutral` and `negative` are
    probabilities that sum to 1; `confidence` (0..1) is the largest, also when abstaining.
    `words` are the words that decided it, as the citizen wrote them, in lower case.
    """

    label: Label | None
    confidence: float
    words: tuple[str, ...] = ()
    positive: float = 0.0
    neutral: float = 0.0
    negative: float = 0.0

    @property
    def polarity(self) -> float:
        """P(positive) - P(negative), -1..1."""
        return self.positive - self.negative

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Sentiment:
        """From the mapping that `Reading.to_json` made."""
        return cls(**{**data, "words": tuple(data["words"])})


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing the message is about, the clause it stands in (redacted) and that clause's mood.

    `polarity` is -1..1, and 0.0 where the clause carries no mood.
    """

    key: AspectKey
    words: tuple[str, ...]
    clause: str = ""
    polarity: float = 0.0

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Aspect:
        """From the mapping that `Reading.to_json` made."""
        return cls(**{**data, "words": tuple(data["words"])})


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything the reader says about one message.

    `language` is "id", "en" or "und" (undetermined), later also "min", "jav" and others.
    `urgency` holds the reasons (danger to life, health or safety), empty when there is none.
    `corruption` says that money or a favour not due is reported; it does not depend on the mood.
    `abuse` says that violence, a threat or sexual harassment by somebody in office is reported.
    `corruption_denied` says that the message speaks of it only to deny it ("tidak ada pungli").
    """

    language: str
    sentiment: Sentiment
    kind: Kind
    redacted: str
    version: str
    language_confidence: float = 0.0
    aspects: tuple[Aspect, ...] = ()
    urgency: tuple[UrgencyReason, ...] = ()
    urgency_words: tuple[str, ...] = ()
    corruption: bool = False
    corruption_denied: bool = False
    corruption_words: tuple[str, ...] = ()
    abuse: bool = False
    abuse_words: tuple[str, ...] = ()

    @property
    def urgent(self) -> bool:
        """Whether there is any reason for urgency."""
        return bool(self.urgency)

    def to_json(self) -> dict[str, Any]:
        """A dictionary of JSON values, for `json.dumps` or a JSON column."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Reading:
        """The reading `to_json` was called on; also after a trip through JSON text.

        Raises KeyError when the sentiment is missing, TypeError on a field that is unknown.
        """
        tuples = ("urgency", "urgency_words", "corruption_words", "abuse_words")
        return cls(
            **{
                **data,
                "sentiment": Sentiment.of(data["sentiment"]),
                "aspects": tuple(Aspect.of(row) for row in data.get("aspects", ())),
                **{name: tuple(data.get(name, ())) for name in tuples},
            }
        )
