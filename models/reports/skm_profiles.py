"""Who answered, by sex, age, education, occupation and service: small groups are not told."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import col, select

from models.database import Transaction
from models.offices import Service
from models.ratings import survey_sums
from models.ratings.periods import Period
from models.ratings.surveys import PROFILE
from models.reports.skm_figures import Group, Profile
from models.small_numbers import disclosed

NO_ANSWER = ""


def profiles(tx: Transaction, unit_id: int, period: Period, counted: int) -> tuple[Profile, ...]:
    """counted: questionnaires; who gave no answer is what the groups leave of it."""
    names = _services(tx, unit_id)
    values = {**PROFILE, "service": tuple(names)}
    keys = [f"{name}:{value}" for name, known in values.items() for value in known]
    found = survey_sums.numbers(tx, unit_id, period.first, period.last, keys)
    return tuple(
        _profile(name, {value: found.get(f"{name}:{value}", 0) for value in known}, counted, names)
        for name, known in values.items()
    )


def _services(tx: Transaction, unit_id: int) -> dict[str, str]:
    """Names by id, also of services the unit no longer gives."""
    rows = select(Service).where(Service.unit_id == unit_id).order_by(col(Service.name))
    return {str(service.id): service.name for service in tx.session.exec(rows)}


def _profile(name: str, numbers: dict[str, int], counted: int, names: Mapping[str, str]) -> Profile:
    if name == "service":  # one that nobody named says nothing
        numbers = {key: n for key, n in numbers.items() if n}
    left = counted - sum(numbers.values())
    whole = {**numbers, NO_ANSWER: left}
    told = disclosed(whole)
    named = names if name == "service" else {}
    return Profile(name, tuple(Group(key, told[key], named.get(key, "")) for key in whole))
