"""Patterns of ratings: what raises a doubt, and what honest days look like."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from models.ratings.patterns import NOBODY, Found, Rated, Reason, Scene, Usual, closing, find
from models.ratings.wording import own_words

NINE = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
DAY = date(2026, 11, 23)
MINUTE = timedelta(minutes=1)
LONG_AGO = NINE - timedelta(days=90)
_ids = count(1)


def rated(minute: float, rater: str = "", score: int = 4, **more: object) -> Rated:
    """A rating at a poster by somebody known for long, so many minutes after nine."""
    number = next(_ids)
    values: dict = {
        "id": number,
        "rater": rater or f"rater {number}",
        "unit_id": 1,
        "officer_id": None,
        "visit_id": None,
        "invited": False,
        "score": score,
        "at": NINE + minute * MINUTE,
        "day": DAY,
        "first_seen": LONG_AGO,
    }
    return Rated(**(values | more))


def of_visit(minute: float, rater: str = "", officer: int = 7, **more: object) -> Rated:
    visit = {"visit_id": next(_ids), "officer_id": officer, "served": timedelta(minutes=6)}
    return rated(minute, rater, **(visit | more))


def recent(*ratings: Rated, **usual: object) -> Scene:
    return Scene(recent=ratings, usual=Usual(**usual))


def worded(*comments: str) -> Scene:
    ratings = tuple(rated(n, words=own_words(text)) for n, text in enumerate(comments))
    return Scene(worded=ratings, fresh_words=frozenset(one.id for one in ratings))


def reasons(scene: Scene) -> list[Reason]:
    return [found.reason for found in find(scene)]


def only(scene: Scene) -> Found:
    (found,) = find(scene)
    return found


# --- a burst


def test_more_in_half_an_hour_than_a_counter_can_serve_is_a_burst() -> None:
    ratings = [rated(n) for n in range(20)]
    found = only(recent(*ratings))
    assert found.reason is Reason.BURST
    assert found.rating_ids == tuple(one.id for one in ratings)
    assert found.pattern == f"burst:1:{ratings[0].id}"
    assert found.numbers["n"] == 20
    assert found.numbers["minutes"] == 19


def test_a_burst_is_the_crowd_alone_not_the_quiet_hour_around_it() -> None:
    before = [rated(-90 + 15 * n) for n in range(3)]
    crowd = [rated(n / 2) for n in range(16)]
    assert only(recent(*before, *crowd)).rating_ids == tuple(one.id for one in crowd)


def test_two_bursts_far_apart_are_two_patterns() -> None:
    scene = recent(*(rated(n) for n in range(15)), *(rated(100 + n) for n in range(15)))
    assert [found.numbers["n"] for found in find(scene)] == [15, 15]


def test_a_queue_of_forty_at_a_mobile_service_raises_nothing() -> None:
    queue = [rated(4 * n, first_seen=NINE + 4 * n * MINUTE, nothing_else=True) for n in range(40)]
    assert find(recent(*queue)) == []


def test_three_counters_at_once_raise_nothing() -> None:
    assert find(recent(*(rated(n) for n in range(30)), counters=3)) == []


def test_what_is_usual_for_a_large_unit_is_no_burst() -> None:
    ratings = [rated(n) for n in range(30)]
    assert find(recent(*ratings, busiest_day=60)) == []
    assert reasons(recent(*ratings, busiest_day=58)) == [Reason.BURST]


def test_as_many_ratings_as_visits_are_no_burst() -> None:
    ended = tuple(NINE + n * MINUTE for n in range(-25, 5))
    ratings = [rated(n) for n in range(30)]
    assert find(recent(*ratings, ended=ended)) == []
    assert reasons(recent(*ratings, ended=ended[:10])) == [Reason.BURST]


def test_answers_to_the_invitation_of_the_evening_are_no_burst() -> None:
    assert find(recent(*(rated(n / 4, invited=True) for n in range(60)))) == []


def test_an_officer_whose_visits_follow_each_other_faster_than_anybody_serves() -> None:
    ratings = [of_visit(n) for n in range(16)]
    assert reasons(recent(*ratings)) == [Reason.BURST]
    assert find(recent(*ratings, busiest_visits=100)) == []


def test_a_busy_morning_of_four_officers_with_codes_raises_nothing() -> None:
    ratings = [
        of_visit(4 * n + officer, officer=officer) for n in range(30) for officer in range(4)
    ]
    assert find(recent(*ratings, counters=4, busiest_visits=60)) == []


# --- the same words

LETTER = "Bu Sari menjelaskan syarat surat pindah sampai kami paham, berkas langsung beres"
ALMOST = "Bu Sari menjelaskan syarat surat pindah smpai kami paham, berkas lansung beres!!!"
THIRD = "BU SARI menjelaskan syarat surat pindah sampai kami paham. Berkas langsung beres"


def test_nearly_the_same_words_of_three_people() -> None:
    assert reasons(worded(LETTER, ALMOST, THIRD)) == [Reason.SAME_WORDS]


def test_a_couple_may_say_the_same() -> None:
    assert find(worded(LETTER, ALMOST)) == []


def test_one_person_says_the_same_three_times() -> None:
    scene = worded(LETTER, ALMOST, THIRD)
    assert find(replace(scene, worded=tuple(replace(o, rater="a") for o in scene.worded))) == []


def test_what_everybody_says_is_nobodys_words() -> None:
    common = (
        "baik",
        "Mantap!",
        "terima kasih",
        "Terima kasih atas pelayanannya yang sangat baik dan ramah",
        "Pelayanan cepat, petugas ramah dan sangat membantu, terima kasih banyak",
        "lambat sekali, antre lama, petugas tidak ramah, mengecewakan",
        "Very good service, the staff was friendly and fast, thank you",
    )
    assert [own_words(text) for text in common] == [""] * len(common)
    assert find(worded(*(text for text in common for _ in range(5)))) == []


def test_old_words_are_compared_with_fresh_ones_only() -> None:
    scene = worded(LETTER, ALMOST, THIRD)
    assert find(replace(scene, fresh_words=frozenset())) == []
    assert reasons(replace(scene, fresh_words=frozenset({scene.worded[2].id}))) == [
        Reason.SAME_WORDS
    ]


def test_different_stories_of_the_same_errand_raise_nothing() -> None:
    assert (
        find(
            worded(
                "Akta kelahiran anak saya selesai hari itu juga, tinggal tanda tangan kepala",
                "Mengurus akta kelahiran cucu, diminta fotokopi buku nikah dua kali",
                "Akta anak kedua salah ketik nama tengah, langsung diperbaiki petugas loket dua",
            )
        )
        == []
    )


# --- new accounts


def new(minute: float, **more: object) -> Rated:
    since = NINE + minute * MINUTE - 3 * MINUTE
    return rated(minute, **({"first_seen": since, "nothing_else": True} | more))


def test_six_new_people_in_ten_minutes_who_do_nothing_else() -> None:
    ratings = [new(1.5 * n) for n in range(6)]
    assert reasons(recent(*ratings)) == [Reason.NEW_ACCOUNTS]
    assert find(recent(*ratings, counters=2)) == []


def test_a_family_that_rates_once_raises_nothing() -> None:
    assert find(recent(*(new(n) for n in range(5)))) == []


def test_new_people_who_also_complain_or_came_through_a_visit_raise_nothing() -> None:
    assert find(recent(*(new(n, nothing_else=False) for n in range(8)))) == []
    assert find(recent(*(new(n, visit_id=n + 1, officer_id=7) for n in range(8)))) == []
    assert find(recent(*(new(n) for n in range(8)), ended=(NINE,) * 8)) == []


# --- in turns


def turns(*counts: int, others: int) -> Scene:
    """Raters who came so often to officer 7, and how many ratings of others there are."""
    ratings = [of_visit(n, f"person {who}") for who, n_of in enumerate(counts) for n in range(n_of)]
    return Scene(of_officers=tuple(ratings), served={7: sum(counts) + others})


def test_three_relatives_in_turns() -> None:
    found = only(turns(4, 3, 3, others=20))
    assert found.reason is Reason.IN_TURNS
    assert found.numbers == {"n": 10, "raters": 3, "scores": 1, "of": 30}


def test_clerks_who_bring_papers_for_others_are_a_small_part() -> None:
    assert find(turns(5, 5, others=200)) == []


def test_one_person_who_gives_half_of_what_an_officer_is_rated() -> None:
    found = only(turns(9, 2, 2, 2, others=3))
    assert found.reason is Reason.IN_TURNS
    assert found.numbers == {"n": 9, "raters": 1, "scores": 1, "of": 18}


def test_one_faithful_visitor_and_people_who_come_twice_raise_nothing() -> None:
    assert find(turns(7, 2, 2, 2, others=3)) == []
    assert find(turns(9, 2, 2, 2, others=30)) == []


def test_visits_of_which_nobody_knows_who_served_hide_nothing() -> None:
    nobody = [replace(one, officer_id=None) for one in turns(9, others=3).of_officers]
    assert reasons(Scene(of_officers=tuple(nobody), served={NOBODY: 12})) == [Reason.IN_TURNS]
    crowd = [replace(of_visit(n, f"person {n}"), officer_id=None) for n in range(15)]
    assert reasons(recent(*crowd)) == [Reason.BURST]


def test_a_neighbourhood_that_comes_often_is_no_group() -> None:
    assert find(turns(*[3] * 7, others=5)) == []


# --- the end of a period

LAST = date(2026, 12, 30)


def end_of(n: int, day: date = LAST, **usual: object) -> Scene:
    ratings = tuple(rated(7 * k, day=day) for k in range(n))
    return Scene(closing=ratings, usual=Usual(**({"per_day": 6.0} | usual)))


def test_a_jump_before_the_quarter_ends() -> None:
    assert only(end_of(25)).reason is Reason.PERIOD_END
    assert find(end_of(17)) == []
    assert find(end_of(25, per_day=9.0)) == []


def test_a_rush_of_visits_before_the_quarter_ends_is_no_jump() -> None:
    assert find(end_of(25, visits={LAST: 30})) == []


def test_without_a_usual_day_there_is_nothing_to_compare_with() -> None:
    assert find(end_of(25, per_day=None)) == []


def test_the_last_five_days_of_a_quarter_and_no_others() -> None:
    assert [closing(date(2026, 12, day)) for day in (26, 27, 31)] == [False, True, True]
    assert not closing(date(2026, 11, 30))
    assert closing(date(2026, 9, 30))
    assert find(end_of(25, day=date(2026, 12, 26))) == []


# --- staff, and visits of seconds


def test_who_serves_in_the_unit_rates_it() -> None:
    ratings = [rated(0, staff=True), rated(30), rated(60, staff=True)]
    assert only(recent(*ratings)).rating_ids == (ratings[0].id, ratings[2].id)


def test_a_visit_of_seconds() -> None:
    short, long = (of_visit(9 * n, served=timedelta(seconds=s)) for n, s in enumerate((29, 30)))
    found = only(recent(short, long, of_visit(60, served=None)))
    assert (found.reason, found.rating_ids) == (Reason.QUICK, (short.id,))
    assert found.numbers["seconds"] == 29
    assert only(recent(of_visit(0, served=timedelta()))).numbers["seconds"] == 0


# --- any ratings at all


def _one(number: int, minute: int, rater: int, score: int, kind: int, text: int) -> Rated:
    visit = {"visit_id": number, "officer_id": rater % 3} if kind == 1 else {}
    return replace(
        rated(minute, f"rater {rater}", score, day=LAST, **visit),
        id=number,
        words=own_words((LETTER, ALMOST, THIRD, "baik")[text]),
        invited=kind == 2,
        staff=kind == 3,
        served=timedelta(seconds=minute) if kind == 1 else None,
        first_seen=NINE + (minute - rater) * MINUTE,
        nothing_else=rater % 2 == 0,
    )


ANY = st.lists(
    st.tuples(
        st.integers(0, 60),
        st.integers(0, 12),
        st.integers(1, 4),
        st.integers(0, 3),
        st.integers(0, 3),
    ),
    max_size=60,
).map(lambda rows: [_one(number, *row) for number, row in enumerate(rows, 1)])


def scene_of(ratings: list[Rated]) -> Scene:
    all_of_them = tuple(ratings)
    return Scene(
        recent=all_of_them,
        worded=all_of_them,
        fresh_words=frozenset(one.id for one in ratings),
        of_officers=tuple(one for one in ratings if one.visit_id is not None),
        closing=all_of_them,
        usual=Usual(per_day=3.0),
    )


def as_set(found: list[Found]) -> list[tuple[str, str, tuple[int, ...], tuple]]:
    return sorted(
        (one.reason, one.pattern, one.rating_ids, tuple(sorted(one.numbers.items())))
        for one in found
    )


@given(ANY)
def test_low_and_high_scores_are_treated_alike(ratings: list[Rated]) -> None:
    mirrored = [replace(one, score=5 - one.score) for one in ratings]
    assert as_set(find(scene_of(mirrored))) == as_set(find(scene_of(ratings)))


@given(ANY, st.randoms(use_true_random=False))
def test_scores_play_no_part_and_the_order_of_rows_neither(ratings: list[Rated], dice) -> None:
    shuffled = [replace(one, score=dice.randint(1, 4)) for one in ratings]
    dice.shuffle(shuffled)

    def without_scores(found: list[Found]) -> list[tuple]:
        return sorted((one.reason, one.pattern, one.rating_ids) for one in found)

    assert without_scores(find(scene_of(shuffled))) == without_scores(find(scene_of(ratings)))


@given(ANY)
def test_a_pattern_names_each_of_its_ratings_once_and_nobody(ratings: list[Rated]) -> None:
    for found in find(scene_of(ratings)):
        assert len(set(found.rating_ids)) == len(found.rating_ids) == found.numbers["n"]
        assert set(found.rating_ids) <= {one.id for one in ratings}
        assert "rater" not in found.pattern


def test_any_ratings_do_raise_doubts_sometimes() -> None:
    """The properties above are about something."""
    crowd = [_one(n, n // 4, n % 13, 1 + n % 4, n % 4, n % 4) for n in range(1, 61)]
    assert {found.reason for found in find(scene_of(crowd))} >= {
        Reason.BURST,
        Reason.SAME_WORDS,
        Reason.PERIOD_END,
        Reason.STAFF,
        Reason.QUICK,
    }
