"""The clock's explanations as sentences, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers import explain, texts
from handlers.message import Lines, body, said
from models.complaints.states import ENDED, WITH_CITIZEN, State
from models.worktime import Calendar, Duration, OwnDay, Pause, Season, Unit, round_the_clock
from models.worktime_explain import explain as explained
from models.worktime_explain import explain_limit
from tests.models.minute_counter import (
    DAY,
    MinuteCounter,
    random_calendar,
    random_pauses,
)
from tests.models.worktime_office import OFFICE, RAMADAN, SATURDAYS, wib

PHOTO = "menunggu foto dari pelapor"
DECREED = replace(
    OFFICE,
    seasons=(RAMADAN,),
    own_days={
        date(2026, 2, 19): OwnDay((), "Banjir", "SK 7/2026"),
        date(2026, 2, 20): OwnDay(((480, 600), (630, 690)), "Upacara", "SK 8/2026"),
    },
)


def lines(language: str, told: Lines) -> list[str]:
    return said(language, told).split("\n")


def elapsed(
    language: str,
    start: str,
    end: str,
    *pauses: Pause,
    calendar: Calendar = OFFICE,
    of: str = "",
) -> list[str]:
    told = explained(calendar, wib(start), wib(end), pauses)
    return lines(language, explain.elapsed(told, Duration.parse(of) if of else None))


def limit(
    language: str,
    received: str,
    within: str,
    *pauses: Pause,
    calendar: Calendar = OFFICE,
    now: datetime | None = None,
    promised: datetime | None = None,
) -> list[str]:
    duration = Duration.parse(within)
    told = explain_limit(calendar, wib(received), duration, pauses, now=now, promised=promised)
    return lines(language, explain.limit(told))


# --- the time that has passed


def test_the_sentence_of_the_issue() -> None:
    waiting = Pause(wib("2026-01-16 08:30"), wib("2026-01-19 09:00"), PHOTO)
    case = ("2026-01-15 14:50", "2026-01-19 09:00", waiting)
    assert elapsed("id", *case) == [
        "Dihitung 2 jam 10 menit: Kam 14.50–16.00, Jum 07.30–08.30; "
        "dijeda Jum 08.30–Sen 09.00 menunggu foto dari pelapor; Sab–Min libur."
    ]
    assert elapsed("en", *case) == [
        "Counted 2 hours 10 minutes: Thu 14:50–16:00, Fri 07:30–08:30; "
        "paused Fri 08:30–Mon 09:00 menunggu foto dari pelapor; Sat–Sun closed."
    ]


def test_a_pause_may_be_named_by_a_text_or_by_the_state_that_made_it() -> None:
    for reason in ("waiting", "pause-waiting"):
        waiting = Pause(wib("2026-01-13 09:00"), wib("2026-01-13 10:00"), reason)
        (sentence,) = elapsed("en", "2026-01-13 08:00", "2026-01-13 11:00", waiting)
        assert "paused Tue 09:00–10:00 waiting for details from the reporter" in sentence


def test_a_pause_that_still_runs_is_told_by_its_beginning() -> None:
    waiting = Pause(wib("2026-01-13 09:00"), None, "waiting")
    assert elapsed("id", "2026-01-13 08:00", "2026-01-14 11:00", waiting) == [
        "Dihitung 1 jam: Sel 08.00–09.00; dijeda sejak Sel 09.00 menunggu keterangan dari pelapor."
    ]


def test_a_pause_without_a_reason_and_one_that_takes_nothing() -> None:
    pauses = [
        Pause(wib("2026-01-13 09:00"), wib("2026-01-13 10:00")),
        Pause(wib("2026-01-13 16:00"), wib("2026-01-14 07:00"), "malam"),
    ]
    assert elapsed("id", "2026-01-13 08:00", "2026-01-14 08:30", *pauses) == [
        "Dihitung 7 jam: Sel 08.00–09.00, 10.00–12.00 dan 13.00–16.00, Rab 07.30–08.30; "
        "dijeda Sel 09.00–10.00."
    ]


def test_begun_outside_the_opening_hours() -> None:
    assert elapsed("id", "2026-01-17 20:00", "2026-01-19 08:00") == [
        "Dihitung 30 menit: Sen 07.30–08.00; dimulai di luar jam buka, jadi dihitung sejak "
        "Sen 07.30; Sab–Min libur."
    ]


def test_nothing_counted_yet() -> None:
    assert elapsed("id", "2026-01-17 10:00", "2026-01-18 10:00") == [
        "Belum ada waktu yang dihitung; Sab–Min libur."
    ]
    assert elapsed("en", "2026-01-13 12:10", "2026-01-13 12:50") == [
        "No time has been counted yet."
    ]


@pytest.mark.parametrize("seconds", [1, 20, 59])
def test_less_than_a_minute_is_not_told_as_a_span_without_length(seconds: int) -> None:
    start = wib("2026-01-12 09:00")
    told = explain.elapsed(explained(OFFICE, start, start + timedelta(seconds=seconds)))
    assert lines("id", told) == ["Dihitung kurang dari satu menit."]
    assert lines("en", told) == ["Less than a minute has been counted."]


def test_a_whole_minute_is_told_with_its_span() -> None:
    (sentence,) = elapsed("id", "2026-01-12 09:00", "2026-01-12 09:01")
    assert sentence == "Dihitung 1 menit: Sen 09.00–09.01."


def test_which_working_day_it_is() -> None:
    case = ("2026-01-13 10:00", "2026-01-15 08:00")
    (sentence,) = elapsed("id", *case, of="5 working days")
    assert "hari kerja ke-2 dari 5 hari kerja; hari diterima tidak dihitung" in sentence
    (sentence,) = elapsed("en", *case, of="1 working day")
    assert "2 working days have passed, the limit is 1 working day" in sentence
    for other in ("5 working hours", ""):
        assert "tidak dihitung" not in "".join(elapsed("id", *case, of=other))


def test_saturday_units_and_units_that_never_close() -> None:
    assert elapsed("id", "2026-01-16 16:00", "2026-01-19 08:00", calendar=SATURDAYS) == [
        "Dihitung 5 jam: Jum 16.00–16.30, Sab 08.00–12.00, Sen 07.30–08.00; Min libur."
    ]
    ward = round_the_clock("Asia/Jakarta")
    assert elapsed("id", "2026-01-13 22:00", "2026-01-15 00:00", calendar=ward) == [
        "Dihitung 26 jam: Sel 22.00–Rab 24.00."
    ]


def test_ramadan_own_days_and_their_decrees() -> None:
    assert elapsed("id", "2026-02-18 14:00", "2026-02-20 11:00", calendar=DECREED) == [
        "Dihitung 3 jam 30 menit: Rab 14.00–15.00, Jum 08.00–10.00 dan 10.30–11.00; "
        "libur: Kam Banjir (SK 7/2026); "
        "Jum buka 08.00–10.00 dan 10.30–11.30, Upacara (SK 8/2026); jam kerja Ramadan berlaku Rab."
    ]


def test_sixty_working_days_stay_readable() -> None:
    told = elapsed("id", "2026-03-17 10:00", "2026-06-26 16:30", of="60 working days")
    assert told[:2] == [
        "Dihitung 455 jam: Sel 17 Mar 10.00–12.00 dan 13.00–16.00, "
        "… 59 hari kerja di antaranya (442 jam 30 menit), "
        "Jum 26 Jun 07.30–11.30 dan 13.00–16.30.",
        "• hari kerja ke-60 dari 60 hari kerja; hari diterima tidak dihitung",
    ]
    assert told[2].startswith("• libur: Rab 18 Mar Cuti Bersama Hari Suci Nyepi, Kam 19 Mar Hari")
    assert "Sen 23 Mar–Sel 24 Mar Cuti Bersama Hari Raya Idul Fitri" in told[2]
    assert told[2].endswith("Sab–Min tiap pekan (28 hari)")
    assert len("\n".join(told)) < 900


def test_a_year_without_decree_is_a_warning() -> None:
    told = elapsed("id", "2026-12-28 10:00", "2027-01-15 10:00")
    assert told[0].startswith("Dihitung 105 jam: Sen 28 Des 2026 10.00–12.00 dan 13.00–16.00, …")
    assert told[-1] == (
        "Perhatian: hari libur dan cuti bersama sesudah tahun 2026 belum ditetapkan. "
        "Perhitungan ini dapat berbeda bila penetapannya keluar."
    )
    assert (
        "after 2026 are not decreed yet"
        in elapsed("en", "2026-12-28 10:00", "2027-01-15 10:00")[-1]
    )


# --- the limit


def test_why_a_limit_in_working_days_ends_then() -> None:
    assert limit("id", "2026-03-17 10:00", "14 working days") == [
        "Diterima Selasa 17 Mar 2026 10.00 WIB; batas 14 hari kerja.",
        "Hari diterima tidak dihitung. Hari kerja yang dihitung: Rab 25 Mar, "
        "… 12 hari kerja di antaranya, Sel 14 Apr.",
        "Dilewati karena libur: Rab 18 Mar Cuti Bersama Hari Suci Nyepi, Kam 19 Mar Hari Suci "
        "Nyepi, Jum 20 Mar Cuti Bersama Hari Raya Idul Fitri, Sen 23 Mar–Sel 24 Mar Cuti Bersama "
        "Hari Raya Idul Fitri, Jum 3 Apr Wafat Yesus Kristus, Sab–Min tiap pekan (8 hari).",
        "Batas: Selasa 14 Apr 2026 16.00 WIB, akhir hari kerja terakhir.",
    ]
    assert limit("en", "2026-01-13 15:59", "3 working days") == [
        "Received Tuesday 13 Jan 2026 15:59 WIB; limit 3 working days.",
        "The day of receipt is not counted. Working days counted: Wed, Thu, Fri.",
        "Limit: Friday 16 Jan 2026 16:30 WIB, the end of the last working day.",
    ]


def test_why_a_limit_in_working_hours_ends_then() -> None:
    assert limit("id", "2026-01-16 20:00", "5 working hours") == [
        "Diterima Jumat 16 Jan 2026 20.00 WIB, di luar jam buka; "
        "batas 5 jam kerja dihitung sejak Sen 07.30.",
        "Jam buka yang dihitung: Sen 07.30–12.00 dan 13.00–13.30.",
        "Dilewati karena libur: Sab–Min.",
        "Batas: Senin 19 Jan 2026 13.30 WIB.",
    ]


def test_why_a_pause_moves_a_limit() -> None:
    waiting = Pause(wib("2026-01-16 08:30"), wib("2026-01-19 09:00"), PHOTO)
    case = ("2026-01-15 14:50", "3 working hours", waiting)
    assert limit("id", *case) == [
        "Diterima Kamis 15 Jan 2026 14.50 WIB; batas 3 jam kerja.",
        "Jam buka yang dihitung: Kam 14.50–16.00, Jum 07.30–08.30, Sen 09.00–09.50.",
        "Dilewati karena libur: Sab–Min.",
        "Tanpa jeda, batasnya Jumat 16 Jan 2026 09.20 WIB.",
        "Batas mundur 8 jam waktu buka karena dijeda Jum 08.30–Sen 09.00 " + PHOTO + ".",
        "Batas: Senin 19 Jan 2026 09.50 WIB.",
    ]
    assert limit("en", *case)[3:] == [
        "Without pauses the limit would end Friday 16 Jan 2026 09:20 WIB.",
        f"Moved on by 8 hours of opening time, as it was paused Fri 08:30–Mon 09:00 {PHOTO}.",
        "Limit: Monday 19 Jan 2026 09:50 WIB.",
    ]


def test_a_limit_that_is_paused_now_keeps_moving() -> None:
    waiting = Pause(wib("2026-01-14 09:00"), None, "waiting")
    told = limit("id", "2026-01-13 10:00", "2 working days", waiting, now=wib("2026-01-14 11:00"))
    assert told[-4:] == [
        "Tanpa jeda, batasnya Kamis 15 Jan 2026 16.00 WIB.",
        "Batas mundur 2 jam waktu buka karena dijeda sejak Rab 09.00 "
        "menunggu keterangan dari pelapor.",
        "Batas: Jumat 16 Jan 2026 09.30 WIB.",
        "Jeda masih berjalan, jadi batas ini terus mundur.",
    ]


def test_limits_round_the_clock() -> None:
    outage = Pause(wib("2026-01-17 08:00"), wib("2026-01-17 20:00"), "cause")
    assert limit("id", "2026-01-16 20:00", "24 hours", outage) == [
        "Diterima Jumat 16 Jan 2026 20.00 WIB; batas 24 jam.",
        "Dihitung terus siang dan malam, hari libur juga.",
        "Tanpa jeda, batasnya Sabtu 17 Jan 2026 20.00 WIB.",
        "Batas mundur 12 jam karena dijeda Sab 08.00–20.00 karena sebab dari luar.",
        "Batas: Minggu 18 Jan 2026 08.00 WIB.",
    ]
    assert limit("id", "2026-01-16 20:00", "3 days")[1:] == [
        "Hari diterima tidak dihitung. Semua hari lain dihitung, hari libur juga, sampai pukul "
        "24.00 hari terakhir.",
        "Batas: Senin 19 Jan 2026 24.00 WIB.",
    ]


def test_a_promise_stands_when_a_decree_comes_later() -> None:
    promised = wib("2026-01-16 16:30")
    late = replace(OFFICE, own_days={date(2026, 1, 15): OwnDay((), "Banjir", "SK 7/2026")})
    told = limit("id", "2026-01-13 10:00", "3 working days", calendar=late, promised=promised)
    assert told[-2:] == [
        "Batas: Jumat 16 Jan 2026 16.30 WIB.",
        "Batas yang sudah dijanjikan tetap berlaku; menurut kalender ini batasnya "
        "Senin 19 Jan 2026 16.00 WIB.",
    ]
    assert "Dilewati karena libur: Kam Banjir (SK 7/2026)." in told


def test_ramadan_and_shortened_days_on_the_way_to_a_limit() -> None:
    told = limit("id", "2026-02-17 15:59", "2 working days", calendar=DECREED)
    assert told[2:] == [
        "Dilewati karena libur: Kam Banjir (SK 7/2026).",
        "Jam buka berbeda: Jum buka 08.00–10.00 dan 10.30–11.30, Upacara (SK 8/2026); "
        "jam kerja Ramadan berlaku Rab.",
        "Batas: Jumat 20 Feb 2026 11.30 WIB, akhir hari kerja terakhir.",
    ]


@pytest.mark.parametrize(
    ("zone", "ends"),
    [
        ("Asia/Jakarta", "Rabu 14 Jan 2026 16.00 WIB"),
        ("Asia/Makassar", "Rabu 14 Jan 2026 16.00 WITA"),
        ("Asia/Jayapura", "Rabu 14 Jan 2026 16.00 WIT"),
    ],
)
def test_each_zone_in_its_own_time(zone: str, ends: str) -> None:
    told = limit("id", "2026-01-13 10:00", "1 working day", calendar=replace(OFFICE, zone=zone))
    assert told[-1] == f"Batas: {ends}, akhir hari kerja terakhir."


# --- any clock


def test_long_names_many_pauses_and_many_own_days_stay_within_a_message() -> None:
    words = "sangat panjang " * 30
    day = date(2026, 1, 1)
    own = {
        day + timedelta(days=n): OwnDay(((480, 540), (600, 660)) if n % 2 else (), words, words)
        for n in range(400)
    }
    calendar = replace(OFFICE, seasons=(Season(words, day, day, OFFICE.weekly),), own_days=own)
    pauses = [
        Pause(wib("2026-01-05 08:00") + n * timedelta(hours=3), None if n > 90 else at, words)
        for n, at in enumerate([wib("2026-02-20 12:00")] * 100)
    ]
    told = explained(calendar, wib("2026-01-02 10:00"), wib("2026-12-26 10:00"), pauses)
    why = explain_limit(calendar, told.start, Duration(60, Unit.WORKING_DAYS), pauses, now=told.end)
    for language in texts.LANGUAGES:
        assert len(said(language, explain.elapsed(told))) < 3500
        assert len(said(language, explain.limit(why))) < 3500


@settings(max_examples=60)
@given(st.integers(0, 2**63), st.sampled_from(list(Unit)))
def test_any_clock_can_be_told_within_a_message(seed: int, unit: Unit) -> None:
    random = Random(seed)
    calendar, start = random_calendar(random), random.randint(DAY, 60 * DAY)
    end = start + random.choice([random.randint(0, 7 * DAY), random.randint(0, 366 * DAY)])
    pauses = random_pauses(random, start, end)
    received, now = MinuteCounter.instant(start), MinuteCounter.instant(end)
    passed = explain.elapsed(explained(calendar, received, now, pauses))
    duration = Duration(random.randint(1, 60), unit)
    why = explain.limit(explain_limit(calendar, received, duration, pauses, now=now))
    for language in texts.LANGUAGES:
        for told in (passed, why):
            assert 0 < len(said(language, told)) < 3500


def test_what_people_wrote_is_escaped_in_a_message_and_plain_on_the_command_line() -> None:
    waiting = Pause(wib("2026-01-13 09:00"), wib("2026-01-13 10:00"), "<b>foto</b> & surat")
    told = explain.elapsed(
        explained(OFFICE, wib("2026-01-13 08:00"), wib("2026-01-13 11:00"), [waiting])
    )
    message = body("clock-sentence", {"parts": told})
    shown = texts.render("id", message["key"], message["values"])
    assert "&lt;b&gt;foto&lt;/b&gt; &amp; surat" in shown
    assert "<b>foto</b> & surat" in said("id", told)


def test_a_reason_that_only_looks_like_a_key_is_plain_words() -> None:
    for reason in ("pause-of-mine", "no-such-text", "surat-surat", "privacy"):
        waiting = Pause(wib("2026-01-13 09:00"), wib("2026-01-13 10:00"), reason)
        (sentence,) = elapsed("id", "2026-01-13 08:00", "2026-01-13 11:00", waiting)
        assert sentence.endswith(f"dijeda Sel 09.00–10.00 {reason}.")


def test_every_state_that_stops_a_clock_has_its_words() -> None:
    stops = {state.value for state in (WITH_CITIZEN | ENDED) - {State.WITHDRAWN}} | {"cause"}
    assert {reason for reason in stops if not texts.known(f"pause-{reason}")} == set()
