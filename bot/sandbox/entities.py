"""Formatted text: Telegram's HTML, its entities, and lengths in UTF-16 code units.

The parser follows TDLib's `parse_html` (MessageEntity.cpp): the same tags, the same four named
characters, the same wording of errors, byte offsets included.
"""

import html
import re
from dataclasses import dataclass

from bot.sandbox.errors import Json, bad_request

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
}
WRITTEN = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "spoiler": "tg-spoiler",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
CHARACTER = re.compile(r"&(?:#(\d{1,8})|#[xX]([0-9a-fA-F]{1,8})|([a-z]+));")
ATTRIBUTE = re.compile(r"\s*([^\s=>\"']+)\s*(?:=\s*(?:\"([^\"]*)\"|'([^']*)'|([\w.\-]+)))?")
FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w+)?(?![\w/]))"
    r"|(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]]|(?<![\w.])t\.me/[\w?=/\-]+)"
    r"|(?P<email>[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+)"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{4,31})"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
)


def units(text: str) -> int:
    """The length of `text` in UTF-16 code units, as Telegram counts."""
    return len(text) + sum(character > "\uffff" for character in text)


@dataclass
class OpenTag:
    """A start tag still waiting for its end tag; `offset` is in UTF-16 units."""

    name: str
    entity: Json
    offset: int


class HtmlParser:
    """One pass over one text; `parse` gives the plain text and its entities."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.plain: list[str] = []
        self.length = 0
        self.open: list[OpenTag] = []
        self.entities: list[Json] = []

    def parse(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            character = self.source[self.at]
            if character == "<":
                closing = self.source.startswith("</", self.at)
                self._end_tag() if closing else self._start_tag()
            elif character == "&":
                self._character()
            else:
                self._put(character, 1)
        if self.open:
            name = self.open[-1].name
            raise _cannot(f'Can\'t find end tag corresponding to start tag "{name}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.plain), self.entities

    def _put(self, character: str, consumed: int) -> None:
        self.plain.append(character)
        self.length += units(character)
        self.at += consumed

    def _character(self) -> None:
        match = CHARACTER.match(self.source, self.at)
        decoded = _decode(match) if match else None
        if match is None or decoded is None:
            self._put("&", 1)
        else:
            self._put(decoded, len(match.group()))

    def _byte(self, position: int) -> int:
        return len(self.source[:position].encode())

    def _start_tag(self) -> None:
        begin = self.at
        end = self.source.find(">", begin)
        if end < 0:
            raise _cannot(f"Unclosed start tag at byte offset {self._byte(begin)}")
        words = self.source[begin + 1 : end].split(maxsplit=1)
        name = words[0].lower() if words and not self.source[begin + 1].isspace() else ""
        if name not in TAGS and name != "span":
            where = self._byte(begin)
            raise _cannot(f'Unsupported start tag "{name}" at byte offset {where}')
        attributes = self._attributes(words[1] if len(words) > 1 else "", name, begin)
        self.open.append(OpenTag(name, self._entity(name, attributes, begin), self.length))
        self.at = end + 1

    def _attributes(self, text: str, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        at = 0
        while text[at:].strip():
            match = ATTRIBUTE.match(text, at)
            if match is None:
                raise _cannot(
                    f'Empty attribute name in the tag "{tag}" at byte offset {self._byte(begin)}'
                )
            name, double, single, bare = match.groups()
            value = next((v for v in (double, single, bare) if v is not None), None)
            if value is None and name != "expandable":
                raise _cannot(
                    f'Expected equal sign in declaration of an attribute of the tag "{tag}" '
                    f"at byte offset {self._byte(begin)}"
                )
            found[name.lower()] = CHARACTER.sub(lambda m: _decode(m) or m.group(), value or "")
            at = match.end()
        return found

    def _entity(self, name: str, attributes: dict[str, str], begin: int) -> Json:
        if name == "span":
            if attributes.get("class") == "tg-spoiler":
                return {"type": "spoiler"}
            raise _cannot(
                f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}'
            )
        if name == "a":
            return {"type": "text_link", "url": attributes.get("href", "")}
        if name == "blockquote" and "expandable" in attributes:
            return {"type": "expandable_blockquote"}
        return {"type": TAGS[name]}

    def _end_tag(self) -> None:
        begin = self.at
        where = self._byte(begin)
        if not self.open:
            raise _cannot(f"Unexpected end tag at byte offset {where}")
        end = self.source.find(">", begin)
        if end < 0:
            raise _cannot(f"Unclosed end tag at byte offset {where}")
        found = self.source[begin + 2 : end].strip().lower()
        tag = self.open.pop()
        if found and found != tag.name:
            raise _cannot(
                f"Unmatched end tag at byte offset {where}, "
                f'expected "</{tag.name}>", found "</{found}>"'
            )
        self._close(tag)
        self.at = end + 1

    def _close(self, tag: OpenTag) -> None:
        length = self.length - tag.offset
        if tag.entity["type"] == "text_link" and not tag.entity["url"]:
            # TDLib takes the text itself as the address, and drops it when it is none.
            tag.entity["url"] = _tail(self.plain, length)
            if "." not in tag.entity["url"]:
                return
        if length:
            self.entities.append({"offset": tag.offset, "length": length, **tag.entity})


def _tail(plain: list[str], length: int) -> str:
    return slice_units("".join(plain), units("".join(plain)) - length, length)


def _cannot(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")


def _decode(match: re.Match[str]) -> str | None:
    decimal, hexadecimal, name = match.groups()
    if name:
        return NAMED.get(name)
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else None


def slice_units(text: str, offset: int, length: int) -> str:
    """The part of `text` from `offset`, `length` long, both in UTF-16 units."""
    raw = text.encode("utf-16-le")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def detect(text: str, taken: list[Json]) -> list[Json]:
    """Entities Telegram finds by itself (commands, links, mentions) outside `taken` ones."""
    found: list[Json] = []
    for match in FOUND.finditer(text):
        kind = str(match.lastgroup)
        entity = {
            "offset": units(text[: match.start()]),
            "length": units(match.group()),
            "type": kind,
        }
        if not any(_overlaps(entity, other) for other in taken):
            found.append(entity)
    return found


def _overlaps(one: Json, other: Json) -> bool:
    styles = {"bold", "italic", "underline", "strikethrough", "spoiler", "blockquote"}
    if other["type"] in styles | {"expandable_blockquote"}:
        return False
    ends = (one["offset"] + one["length"], other["offset"] + other["length"])
    return bool(one["offset"] < ends[1] and other["offset"] < ends[0])


def parse(text: str, parse_mode: str, given: list[Json] | None = None) -> tuple[str, list[Json]]:
    """Plain text and entities of `text` as a bot sends it; ends are trimmed as at Telegram."""
    if parse_mode.lower() == "html":
        plain, entities = HtmlParser(text).parse()
    elif parse_mode:
        raise bad_request("unsupported parse_mode")
    else:
        plain, entities = text, [dict(entity) for entity in given or []]
    plain, entities = _trimmed(plain, entities)
    entities += detect(plain, entities)
    entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return plain, entities


def _trimmed(plain: str, entities: list[Json]) -> tuple[str, list[Json]]:
    cut = units(plain) - units(plain.lstrip())
    plain = plain.strip()
    total = units(plain)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - cut, 0)
        end = min(entity["offset"] - cut + entity["length"], total)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return plain, kept


def to_html(text: str, entities: list[Json]) -> str:
    """`text` with its entities written as HTML; every character of the text is escaped."""
    marks: list[tuple[int, int, int, str]] = []
    for order, entity in enumerate(entities):
        opening, closing = _tags(entity)
        if opening:
            end = entity["offset"] + entity["length"]
            marks.append((entity["offset"], 1, order, opening))
            marks.append((end, 0, -order, closing))
    written, at = [], 0
    for position, _, _, tag in sorted(marks):
        written += [html.escape(slice_units(text, at, position - at), quote=False), tag]
        at = position
    return "".join(written) + html.escape(slice_units(text, at, units(text)), quote=False)


def _tags(entity: Json) -> tuple[str, str]:
    if entity["type"] == "text_link":
        return f'<a href="{html.escape(entity["url"])}">', "</a>"
    tag = WRITTEN.get(entity["type"])
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")
