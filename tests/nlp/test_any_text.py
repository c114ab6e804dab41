"""Whatever is typed: an answer, always the same, that survives a trip through JSON."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, fields
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import AspectKey, Kind, Reading, read
from nlp.lexicon import BREAK, Lexicon, lexicon
from nlp.tokens import TOKEN, tokenize

SOME_WORDS = (
    "tidak kurang ramah lama petugas tapi meskipun dan , . ? pungli ada amplop kalau the staff "
    "rude 50 ribu Rp 15.000 pingsan bgt sekali minta uang 👍 3 jam NIK 3201010101900001"
)
WORDS = st.lists(st.sampled_from(SOME_WORDS.split()), max_size=25).map(" ".join)
TEXTS = ["Petugas ramah, tapi antrinya lama", "minta uang 50 ribu", "The staff was rude", "👍", ""]


@given(st.one_of(st.text(max_size=200), WORDS))
def test_any_text_is_answered_and_survives_json(text: str) -> None:
    reading = read(text)
    assert Reading.from_json(json.loads(json.dumps(reading.to_json()))) == reading
    assert reading.kind in get_args(Kind)
    assert {aspect.key for aspect in reading.aspects} <= set(get_args(AspectKey))
    assert 0 <= reading.sentiment.confidence <= 1
    assert -1 <= reading.sentiment.polarity <= 1
    assert reading.urgent == bool(reading.urgency_words)
    assert reading.abuse == bool(reading.abuse_words)
    assert (reading.corruption or reading.corruption_denied) == bool(reading.corruption_words)


@pytest.mark.parametrize(
    "text", ["", " \n\t", "...", "😀" * 500, "\ud800", "ꦲꦏ꧀ꦱꦫ", "\0", "İİİ ramah"]
)
def test_strange_texts_are_answered(text: str) -> None:
    assert read(text).redacted == text


@pytest.mark.parametrize(
    "text", ["a" * 4096, "tidak " * 682, "1 2-3" * 819, "a.b@" * 1024, "(+62" * 1024, "😡" * 4096]
)
def test_very_long_texts_are_answered(text: str) -> None:
    assert read(text[:4096]).version == lexicon().version


def test_the_tokenizer_never_tries_a_run_twice() -> None:
    """Every repetition without a bound is possessive, so the time is linear."""
    bare = re.sub(r"\\.", "E", re.sub(r"\[(?:\\.|[^\]\\])*\]", "C", TOKEN.pattern))
    loops = re.findall(r"[+*][+?]?", bare)
    assert len(loops) >= 5
    assert set(loops) == {"++", "*+"}


class Counted(list[str]):
    """A list that counts how often it is looked into."""

    looks = 0

    def __getitem__(self, at: Any) -> Any:
        self.looks += 1
        return super().__getitem__(at)


@pytest.mark.parametrize("word", ["tidak", "minta", "diminta", "tanpa", "bayar", "mohon"])
def test_the_search_for_phrases_takes_steps_in_proportion_to_the_length(word: str) -> None:
    def looks(length: int) -> int:
        tokens = Counted([word] * length)
        for phrases in (lexicon().moods, lexicon().aspects, lexicon().corruption, lexicon().abuse):
            phrases.find(tokens)
        return tokens.looks

    assert looks(2000) <= 2.2 * looks(1000)


def test_the_same_text_gives_the_same_reading_in_every_thread() -> None:
    expected = [read(text) for text in TEXTS]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(read, TEXTS * 40)) == expected * 40


def test_a_reading_is_frozen() -> None:
    for field in fields(Reading):
        with pytest.raises(FrozenInstanceError):
            setattr(read("ramah"), field.name, "other")


def test_a_reading_stored_before_a_field_was_added_still_loads() -> None:
    stored = read("Petugas ramah").to_json()
    needed = {"language", "sentiment", "kind", "redacted", "version"}
    old = {name: stored[name] for name in needed}
    assert Reading.from_json(old).aspects == ()
    assert {field.name for field in fields(Reading)} > needed


def test_the_version_follows_the_word_lists() -> None:
    empty = dict.fromkeys(
        ("ejaan", "sentimen", "aspek", "bahaya", "korupsi", "kekerasan", "bahasa"), ""
    )
    grammar = "\n".join(f"{key}: x" for key in (*lexicon().grammar,))
    one = Lexicon({**empty, "tata": grammar})
    other = Lexicon({**empty, "tata": grammar, "sentimen": "+2: ramah"})
    assert one.version != other.version
    assert re.fullmatch(r"lexicon-1-[0-9a-f]{8}", lexicon().version)


def test_every_key_of_the_lists_is_one_the_reader_knows() -> None:
    assert lexicon().aspects.keys == {*get_args(AspectKey), "abaikan"}
    assert lexicon().dangers.keys == {"danger", "health", "abaikan"}
    assert all(-3 <= float(key) <= 3 for key in lexicon().moods.keys)


def test_clauses_cover_every_word_once() -> None:
    tokens = tokenize("Ramah, tapi lama. Meskipun begitu, saya puas! 👍")
    covered = [at for start, end in tokens.clauses() for at in range(start, end)]
    assert covered == [at for at, word in enumerate(tokens.words) if word != BREAK]
