"""What citizens can witness of the seven values, by the indicators' keys.

They see how they are served, whether the officer knows the work, and whether promises of time are
kept; nothing of how colleagues treat each other. The four other values come from colleagues alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from models.appraisal.feedback.tables import Value

WITNESSED: Mapping[Value, tuple[str, ...]] = MappingProxyType(
    {
        Value.SERVICE: ("satisfaction_conduct", "satisfaction"),
        Value.ACCOUNTABLE: ("solved_on_time", "answered_in_a_day"),
        Value.COMPETENT: ("satisfaction_competence",),
    }
)


def indicators(value: Value) -> tuple[str, ...]:
    """Keys of `models.appraisal.indicators`; none for what citizens cannot witness."""
    return WITNESSED.get(value, ())
