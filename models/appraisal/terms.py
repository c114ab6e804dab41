"""How an office appraises: its periods, when their records are frozen, the term of objection.

Defaults by PermenPANRB 6/2022 (a periodic appraisal, monthly or quarterly, and an annual one) and
PP 30/2019 Art. 61 (objection within 14 calendar days); a training module counts working days, so
each office may.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy.dialects.postgresql import insert  # SQLite reads the same statement
from sqlmodel import col, select

from models import entries, journal, staffing
from models.appraisal.terms_tables import CUSTOM, AppraisalPeriod, AppraisalSetting
from models.database import Transaction, table
from models.errors import Refused
from models.journal import Kind
from models.local_days import midnight
from models.ratings.periods import Period, PeriodKind
from models.worktime import Calendar, Duration, Unit, deadline

KINDS = (*PeriodKind, CUSTOM)
DEFAULT_SOURCE = "PermenPANRB 6/2022; PP 30/2019"
LONGEST_CUSTOM = timedelta(days=366)
DAYS = {  # what an office may set, and within what
    "freeze_after": range(61),
    "objection_days": range(1, 91),
    "rate_within": range(1, 61),
    "explain_within": range(1, 31),
    "decide_within": range(1, 61),
}
_periods = table(AppraisalPeriod)
NEWEST = datetime.min.replace(tzinfo=UTC)


# --- terms


def setting_of(tx: Transaction, office_id: int) -> AppraisalSetting:
    """The terms of an office, or the defaults."""
    found = tx.session.get(AppraisalSetting, office_id)
    if found is not None:
        return found
    return AppraisalSetting(office_id=office_id, source=DEFAULT_SOURCE, changed_at=NEWEST)


def change(
    tx: Transaction, office_id: int, at: datetime, by: int | None, **terms: object
) -> AppraisalSetting:
    """Change columns of the terms, for an admin of the office. Periods that have begun stay."""
    staffing.require_admin(tx, by, at, office_id=office_id)
    setting = setting_of(tx, office_id)
    if terms.get("kind", setting.kind) not in KINDS:
        raise Refused("terms-kind-unknown")
    for name, value in terms.items():
        setattr(setting, name, value)
    for name, allowed in DAYS.items():
        if getattr(setting, name) not in allowed:
            raise Refused("terms-days-out-of-range", first=allowed[0], last=allowed[-1])
    setting.changed_at, setting.changed_by = at, by
    tx.session.add(setting)
    tx.session.flush()
    told = {name: str(value) for name, value in terms.items()}
    journal.write(tx, Kind.APPRAISAL_TERMS_CHANGED, at, actor_id=by, office=office_id, terms=told)
    return setting


def objection_until(setting: AppraisalSetting, calendar: Calendar, at: datetime) -> datetime:
    """The end of the term that begins when the officer has the appraisal."""
    unit = Unit.WORKING_DAYS if setting.objection_working else Unit.DAYS
    return deadline(calendar, at, Duration(setting.objection_days, unit))


# --- periods


def running(tx: Transaction, office_id: int, day: date, at: datetime) -> list[AppraisalPeriod]:
    """The periods of an office that a day belongs to, the shorter one first; made where missing."""
    setting = setting_of(tx, office_id)
    kinds = [setting.kind] if setting.kind != CUSTOM else []
    if setting.yearly and setting.kind != PeriodKind.YEAR:
        kinds.append(PeriodKind.YEAR.value)
    made = [of_kind(tx, office_id, Period.containing(day, PeriodKind(k)), at) for k in kinds]
    if setting.kind == CUSTOM:
        made = [*_custom(tx, office_id, day), *made]
    return made


def of_kind(tx: Transaction, office_id: int, period: Period, at: datetime) -> AppraisalPeriod:
    """The row of a period of an office, made where it is missing."""
    days = period.first, period.last
    found = _with_days(tx, office_id, *days)
    return found or _made(tx, office_id, period.kind.value, *days, "", at)


def make_custom(
    tx: Transaction,
    office_id: int,
    first: date,
    last: date,
    name: str,
    at: datetime,
    by: int | None,
) -> AppraisalPeriod:
    """A period of the office's own, for its admin. Refused where it overlaps another custom one."""
    staffing.require_admin(tx, by, at, office_id=office_id)
    if last < first or last - first > LONGEST_CUSTOM:
        raise Refused("period-days-wrong")
    for other in of_office(tx, office_id):
        if other.kind == CUSTOM and first <= other.last_day and other.first_day <= last:
            raise Refused("period-overlaps", name=other.name)
    if _with_days(tx, office_id, first, last) is not None:
        raise Refused("period-there-already")
    return _made(tx, office_id, CUSTOM, first, last, entries.name(name), at, by)


def of_office(tx: Transaction, office_id: int) -> list[AppraisalPeriod]:
    """Newest first; of those that end together the shorter first."""
    statement = select(AppraisalPeriod).where(AppraisalPeriod.office_id == office_id)
    order = (col(AppraisalPeriod.last_day).desc(), col(AppraisalPeriod.first_day).desc())
    return list(tx.session.exec(statement.order_by(*order)))


def period(tx: Transaction, period_id: int) -> AppraisalPeriod:
    found = tx.session.get(AppraisalPeriod, period_id)
    if found is None:
        raise Refused("period-unknown")
    return found


def before(tx: Transaction, period: AppraisalPeriod) -> AppraisalPeriod | None:
    """The office's period of the same kind that ended last before this one began."""
    statement = select(AppraisalPeriod).where(
        AppraisalPeriod.office_id == period.office_id,
        AppraisalPeriod.kind == period.kind,
        col(AppraisalPeriod.last_day) < period.first_day,
    )
    return tx.session.exec(statement.order_by(col(AppraisalPeriod.last_day).desc())).first()


def bounds(period: AppraisalPeriod, zone: str) -> tuple[datetime, datetime]:
    """First instant of a period, and the first after it, by a unit's clock; as UTC."""
    return midnight(period.first_day, zone), midnight(period.last_day + _DAY, zone)


def freezes_at(setting: AppraisalSetting, period: AppraisalPeriod, zone: str) -> datetime:
    """When the clock freezes the records of a period: so many whole days after its last one."""
    return midnight(period.last_day + _DAY * (1 + setting.freeze_after), zone)


def label(period: AppraisalPeriod) -> tuple[str, dict[str, str | int]]:
    """Key and values of the text that names a period: 'Triwulan IV 2026', or its own name."""
    if period.kind == CUSTOM:
        return "period-custom", {"name": period.name}
    return Period.containing(period.first_day, PeriodKind(period.kind)).label


_DAY = timedelta(days=1)


def _custom(tx: Transaction, office_id: int, day: date) -> list[AppraisalPeriod]:
    statement = select(AppraisalPeriod).where(
        AppraisalPeriod.office_id == office_id,
        AppraisalPeriod.kind == CUSTOM,
        col(AppraisalPeriod.first_day) <= day,
        col(AppraisalPeriod.last_day) >= day,
    )
    return list(tx.session.exec(statement))


def _made(
    tx: Transaction,
    office_id: int,
    kind: str,
    first: date,
    last: date,
    name: str,
    at: datetime,
    by: int | None = None,
) -> AppraisalPeriod:
    row = {
        "office_id": office_id,
        "kind": kind,
        "first_day": first,
        "last_day": last,
        "name": name,
        "made_at": at,
    }
    # another process may make the same one at this instant
    entering = insert(_periods).values(row).on_conflict_do_nothing().returning(_periods.c.id)
    entered = tx.execute(entering).first()
    period = _with_days(tx, office_id, first, last)
    if period is None:
        raise LookupError("a period that was made is not there")
    if entered is not None:
        journal.write(
            tx,
            Kind.APPRAISAL_PERIOD_MADE,
            at,
            actor_id=by,
            office=office_id,
            period=period.id,
            first=first.isoformat(),
            last=last.isoformat(),
        )
    return period


def _with_days(tx: Transaction, office_id: int, first: date, last: date) -> AppraisalPeriod | None:
    return tx.session.exec(
        select(AppraisalPeriod).where(
            AppraisalPeriod.office_id == office_id,
            AppraisalPeriod.first_day == first,
            AppraisalPeriod.last_day == last,
        )
    ).first()
