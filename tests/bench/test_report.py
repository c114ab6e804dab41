"""The bench's arithmetic and parsers; nothing here is timed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.bench import load, report
from tests.bench.load import Played, expected, gained
from tests.bench.report import Ratio, Round, figures, metric, percentile
from tests.bench.updates import RATING, press

ROUND = Round(
    updates=1000,
    seconds=2.0,
    cpu_seconds=0.8,
    riding=1000,
    separate=500,
    p50_ms=20.0,
    p99_ms=40.0,
    rss_mb=110.0,
    rss_after_mb=115.0,
    start_seconds=1.2,
)


def test_a_round_gives_updates_a_second_and_cpu_for_one_update() -> None:
    assert ROUND.per_second == 500
    assert ROUND.cpu_ms == pytest.approx(0.8)


def test_figures_are_medians_of_the_rounds() -> None:
    slow, fast = replace(ROUND, seconds=4.0), replace(ROUND, seconds=1.0, separate=0)
    found = figures("ours", [slow, ROUND, fast])
    assert found.per_second == 500
    assert (found.riding, found.separate) == (1.0, 0.5)


def test_a_ratio_compares_rounds_that_ran_side_by_side() -> None:
    ours = [ROUND, replace(ROUND, seconds=4.0, cpu_seconds=1.6)]
    theirs = [
        replace(one, seconds=one.seconds * 2, cpu_seconds=one.cpu_seconds * 3) for one in ours
    ]
    ratio = Ratio.of(ours, theirs)
    assert ratio.throughput == pytest.approx(2)
    assert ratio.cpu == pytest.approx(3)


@pytest.mark.parametrize(("share", "value"), [(0.5, 50), (0.99, 99), (1.0, 100), (0.001, 1)])
def test_percentiles_are_values_that_occurred(share: float, value: int) -> None:
    assert percentile(list(range(100, 0, -1)), share) == value


def test_a_sample_is_read_from_the_exposition() -> None:
    exposition = "# HELP suara_commits_total Commits\nsuara_commits_total 12.0\nsuara_commits_x 3\n"
    assert metric(exposition, "suara_commits_total") == 12
    with pytest.raises(KeyError):
        metric(exposition, "suara_commits")


def test_the_table_has_a_line_for_each_bot() -> None:
    lines = report.table([figures("ours", [ROUND]), figures("a longer name", [ROUND])]).split("\n")
    assert len(lines) == 3
    assert len({len(line) for line in lines}) == 1


def test_heads_of_responses_are_read() -> None:
    head = b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 17\r\nServer: x\r\n\r\n"
    assert (load.status(head), load.content_length(head)) == (503, 17)
    with pytest.raises(ValueError, match="Content-Length"):
        load.content_length(b"HTTP/1.1 200 OK\r\n\r\n")


def test_a_reply_rides_as_json_or_as_a_form() -> None:
    form = b'--b\r\nContent-Disposition: form-data; name="method"\r\n\r\nsendMessage\r\n--b--'
    assert load.riding(b'{"method":"sendMessage","text":"a"}') is not None
    assert load.riding(form) is not None
    assert load.riding(b"") is None
    assert load.riding(b"{}") is None
    assert load.riding(b"--b--") is None


def test_a_press_is_answered_and_a_reply_that_did_not_ride_is_awaited() -> None:
    assert expected("rating", Played(updates=8, riding=7)) == 1 + 4
    assert expected("echo", Played(updates=8, riding=0)) == 8
    assert gained({"a": 2, "b": 1}, {"a": 5, "b": 1, "c": 1}) == {"a": 3, "c": 1}


def test_a_press_carries_the_message_as_it_was_shown() -> None:
    keyboard = [[{"text": "Baik", "callback_data": "score:1:0:u:3"}]]
    shown = {"text": "<b>A &amp; B</b>", "reply_markup": {"inline_keyboard": keyboard}}
    query = press(7, "score:1:0:u:3", shown)["callback_query"]
    assert query["data"] == "score:1:0:u:3"
    assert query["message"]["text"] == "A & B"
    assert RATING[0](7, {})["message"]["from"]["id"] == 7
