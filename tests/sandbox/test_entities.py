"""Telegram's HTML: what becomes an entity, what is refused, and in which words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.entities import detect, parse, slice_units, to_html, units
from bot.sandbox.errors import ApiError


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("a <3> b", 'Unsupported start tag "3" at byte offset 2'),
        ("< b>", 'Unsupported start tag "" at byte offset 0'),
        ("é <x>", 'Unsupported start tag "x" at byte offset 3'),
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<h1>a</h1>", 'Unsupported start tag "h1" at byte offset 0'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_refused_markup(source: str, words: str) -> None:
    with pytest.raises(ApiError) as caught:
        parse(source, "HTML")
    assert caught.value.description == f"Bad Request: can't parse entities: {words}"


@pytest.mark.parametrize(
    ("source", "plain", "html"),
    [
        ("<b>a</b> &lt;b&gt; &amp; &quot;", 'a <b> & "', '<b>a</b> &lt;b&gt; &amp; "'),
        ("<strong>a<em>b</em></strong>", "ab", "<b>a<i>b</i></b>"),
        ("😀<u>é</u>", "😀é", "😀<u>é</u>"),
        ("&nbsp;&#33;&#x21;", "&nbsp;!!", "&amp;nbsp;!!"),
        ('<a href="https://a.id/?x=1&amp;y=2">t</a>', "t", '<a href="https://a.id/?x=1&amp;y=2">t</a>'),
        ("<pre>x &lt; y</pre>", "x < y", "<pre>x &lt; y</pre>"),
        ("<blockquote expandable>q</blockquote>", "q", "<blockquote>q</blockquote>"),
        ("<tg-spoiler>s</tg-spoiler>", "s", "<tg-spoiler>s</tg-spoiler>"),
        ('<span class="tg-spoiler">s</span>', "s", "<tg-spoiler>s</tg-spoiler>"),
        ("  <b> a</b> ", "a", "<b>a</b>"),
        ("<B>a</B>", "a", "<b>a</b>"),
    ],
)  # fmt: skip
def test_accepted_markup(source: str, plain: str, html: str) -> None:
    text, entities = parse(source, "HTML")
    assert text == plain
    assert to_html(text, entities) == html


def test_offsets_are_utf16_units() -> None:
    text, entities = parse("😀 <b>tebal</b>", "HTML")
    assert entities == [{"offset": 3, "length": 5, "type": "bold"}]
    assert slice_units(text, 3, 5) == "tebal"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("/start abc", ["bot_command"]),
        ("lihat /status.", ["bot_command"]),
        ("1/2 dan a/b", []),
        ("https://t.me/SuaraWargaBot?start=x.", ["url"]),
        ("t.me/SuaraWargaBot?start=x", ["url"]),
        ("surat ke a@b.id dan @dukcapil", ["email", "mention"]),
        ("#pungli", ["hashtag"]),
    ],
)
def test_what_telegram_finds_by_itself(text: str, kinds: list[str]) -> None:
    assert [entity["type"] for entity in detect(text, [])] == kinds


def test_nothing_is_found_inside_code() -> None:
    assert parse("<code>/start</code>", "HTML")[1] == [{"offset": 0, "length": 6, "type": "code"}]


@given(st.text())
def test_any_escaped_text_survives(text: str) -> None:
    source = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    plain, entities = parse(source, "HTML")
    assert plain == text.strip()
    assert all(e["offset"] + e["length"] <= units(plain) for e in entities)
