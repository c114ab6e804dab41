"""From an outbox body to Bot API calls: nothing is lost, nothing is cut in two."""

from __future__ import annotations

import html
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.rendering import CAPTION_LIMIT, TEXT_LIMIT, Call, calls, split, webhook_response
from bot.sandbox.entities import parse, units
from handlers.message import Button, File, Text, body

LIMIT = 120  # a small one finds the same mistakes sooner

words = st.text(
    alphabet=st.one_of(st.sampled_from("aé&<> \"'😀"), st.characters(codec="utf-8")), max_size=90
).map(lambda text: re.sub(r"\s", " ", text))
plain = words.map(lambda text: html.escape(text, quote=False))
marked = st.tuples(plain, plain, plain).map(lambda p: f"{p[0]}<b>{p[1]} <i>{p[2]}</i> {p[0]}</b>")
linked = plain.map(lambda text: f'<a href="https://a.id/?x=1 2">{text}</a>')
texts = st.lists(st.one_of(plain, marked, linked), min_size=1, max_size=8).map("\n".join)


def shown(text: str) -> str:
    """What the reader sees; parsing raises when a tag or entity is broken."""
    seen: str = parse(text, "HTML", None)[0]
    return seen


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(texts)
def test_the_parts_hold_every_word_in_order(text: str) -> None:
    parts = split(text, LIMIT)
    assert squeezed("".join(map(shown, parts))) == squeezed(shown(text))


@given(texts)
def test_no_part_is_too_long(text: str) -> None:
    for part in split(text, LIMIT):
        assert units(shown(part)) <= LIMIT


@given(texts)
def test_every_part_is_whole_markup(text: str) -> None:
    """No entity and no tag is cut, each part closes what it opens."""
    for part in split(text, LIMIT):
        assert len(re.findall(r"<[a-z]", part)) == len(re.findall(r"</[a-z]", part))
        shown(part)


def test_an_emphasis_goes_on_in_the_next_part() -> None:
    first, second = split(f"<b>{'kata ' * 30}akhir</b>", LIMIT)[:2]
    assert first.endswith("</b>")
    assert second.startswith("<b>kata")


def test_a_short_text_stays_as_it_is() -> None:
    assert split("satu\n\ndua") == ["satu\n\ndua"]
    assert split("") == [""]


def made(key: str, values: dict[str, Any] | None = None, **how: Any) -> list[Call]:
    return calls(body(key, values or {}, **how), 7, "id")


def test_a_long_text_carries_its_buttons_at_the_end_and_edits_only_its_beginning() -> None:
    words = {"query": "kata " * 2000}
    parts = made("find-nothing", words, edit=5, buttons=[[Button(Text("button-menu"), "menu")]])
    assert [part.method for part in parts] == ["editMessageText", "sendMessage", "sendMessage"]
    assert ["reply_markup" in part.parameters for part in parts] == [False, False, True]
    assert all(len(part.parameters["text"]) <= TEXT_LIMIT for part in parts)


def test_what_people_wrote_never_becomes_markup() -> None:
    (call,) = made("find-nothing", {"query": "<b>tebal</b> & <script>"})
    assert shown(call.parameters["text"]).count("<b>tebal</b> & <script>") == 1


def test_a_caption_that_is_too_long_goes_on_as_text() -> None:
    file = File("chart", {}, as_photo=True)
    parts = made("find-nothing", {"query": "kata " * 400}, file=file)
    assert [part.method for part in parts] == ["sendPhoto", "sendMessage"]
    assert units(shown(parts[0].parameters["caption"])) <= CAPTION_LIMIT
    told = shown(parts[0].parameters["caption"]) + shown(parts[1].parameters["text"])
    assert told.count("kata") == 400 + len(["Coba kata lain"])


def test_without_markup_a_refused_text_reads_as_it_was_meant() -> None:
    call = Call("sendMessage", {"text": "<b>A &amp; B</b>", "parse_mode": "HTML"})
    assert call.plain().parameters == {"text": "A & B"}


def test_what_rides_in_a_response_is_one_call() -> None:
    answer = webhook_response(body("cancelled", {}), 7, "en")
    assert answer["method"] == "sendMessage"
    assert answer["chat_id"] == 7
