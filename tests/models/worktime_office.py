"""The office, the days off and the shorthand that the tests of the working clock share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from models.worktime import office_default, ramadan

# The days off of 2026 that fall on working days between March and August, as decreed.
DAYS_OFF = {
    date(2026, 3, 18): "Cuti Bersama Hari Suci Nyepi",
    date(2026, 3, 19): "Hari Suci Nyepi",
    date(2026, 3, 20): "Cuti Bersama Hari Raya Idul Fitri",
    date(2026, 3, 23): "Cuti Bersama Hari Raya Idul Fitri",
    date(2026, 3, 24): "Cuti Bersama Hari Raya Idul Fitri",
    date(2026, 4, 3): "Wafat Yesus Kristus",
    date(2026, 5, 1): "Hari Buruh Internasional",
    date(2026, 5, 14): "Kenaikan Yesus Kristus",
    date(2026, 5, 15): "Cuti Bersama Kenaikan Yesus Kristus",
    date(2026, 5, 27): "Hari Raya Idul Adha",
    date(2026, 5, 28): "Cuti Bersama Hari Raya Idul Adha",
    date(2026, 6, 1): "Hari Lahir Pancasila",
    date(2026, 6, 16): "Tahun Baru Islam",
    date(2026, 8, 17): "Hari Kemerdekaan Republik Indonesia",
}
RAMADAN = ramadan(date(2026, 2, 18), date(2026, 3, 19))
OFFICE = office_default("Asia/Jakarta", holidays=DAYS_OFF, decreed_until=2026)
SATURDAYS = replace(OFFICE, weekly=(*OFFICE.weekly[:5], ((480, 720),), ()))


def wib(text: str) -> datetime:
    """An instant from local time in Jakarta, such as "2026-03-17 10:00"."""
    return datetime.fromisoformat(f"{text}+07:00")


def minutes(amount: timedelta) -> float:
    """Its length in minutes."""
    return amount / timedelta(minutes=1)
