"""PDF documents: read in full, refused when they can act, written anew page by page.

The copy holds what is seen on the pages. Title, author, dates, XMP, outlines, links, article
threads, thumbnails, older revisions and what hung behind the end stay behind; pictures on the pages
lose their own EXIF and XMP.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from bot.files.content import Unfit

MOST_PAGES = 300
MOST_OBJECTS = 200_000


def _names(words: str) -> frozenset[str]:
    return frozenset(f"/{word}" for word in words.split())


# ISO 32000-2, 12.6 (actions), 12.5 (annotations), 7.11.4 (embedded files): what runs or carries.
ACTIVE_KEYS = _names("JS JavaScript XFA EmbeddedFiles EF RichMediaContent")
ACTIVE_ACTIONS = _names(
    "JavaScript Launch ImportData SubmitForm GoToE GoTo3DView Rendition Movie Sound "
    "RichMediaExecute"
)
ACTIVE_KINDS = _names("FileAttachment RichMedia Screen Movie Sound 3D")
PAGE = _names(
    "Type MediaBox CropBox BleedBox TrimBox ArtBox Rotate UserUnit Resources Contents Group Annots"
)
NOTES = _names("Metadata PieceInfo LastModified")
# Who wrote an annotation and when, and where pressing it leads.
ANNOTATION_NOTES = _names("T M CreationDate NM A AA PA Popup IRT RC Dest P")
DAMAGED = (
    PyPdfError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    AssertionError,
    NotImplementedError,
    RecursionError,
    OSError,
    zlib.error,
    struct.error,
)


def clean(data: bytes) -> bytes:
    """The pages alone; raises Unfit."""
    try:
        return _clean(data)
    except Unfit:
        raise
    except DependencyError:  # an encryption that pypdf has no library for
        raise Unfit("locked") from None
    except MemoryError:
        raise Unfit("damaged") from None
    except DAMAGED:
        raise Unfit("damaged") from None


def _clean(data: bytes) -> bytes:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        raise Unfit("locked")
    if any(_acts(found) for found in _dictionaries(reader.trailer)):
        raise Unfit("active")
    if not 0 < len(reader.pages) <= MOST_PAGES:
        raise Unfit("pages" if reader.pages else "damaged")
    writer = PdfWriter()
    for page in reader.pages:
        _bare(page)
        writer.add_page(page)
    writer.metadata = None
    for found in list(_dictionaries(writer.root_object)):
        _forget_notes(found)
    return _written(writer)


def _written(writer: PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _dictionaries(top: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every dictionary that can be reached, each once."""
    waiting: list[Any] = [top]
    seen: set[tuple[int, int]] = set()
    visited = 0
    while waiting:
        found = waiting.pop()
        if isinstance(found, IndirectObject):
            if (found.idnum, found.generation) in seen:
                continue
            seen.add((found.idnum, found.generation))
            found = found.get_object()
        visited += 1
        if visited > MOST_OBJECTS:
            raise Unfit("damaged")
        if isinstance(found, DictionaryObject):
            yield found
            waiting += [dict.__getitem__(found, key) for key in found]
        elif isinstance(found, ArrayObject):
            waiting += list.__iter__(found)


def _acts(found: DictionaryObject) -> bool:
    return (
        not ACTIVE_KEYS.isdisjoint(found)
        or found.get("/S") in ACTIVE_ACTIONS
        or found.get("/Subtype") in ACTIVE_KINDS
    )


def _bare(page: DictionaryObject) -> None:
    """Leave on a page what is seen, before it is copied: a link would drag along what it leads
    to."""
    for key in [key for key in page if key not in PAGE]:
        del page[key]
    kept = ArrayObject()
    for entry in page.get("/Annots", ArrayObject()) or ():
        annotation = entry.get_object()
        if not isinstance(annotation, DictionaryObject) or annotation.get("/Subtype") == "/Link":
            continue
        for key in ANNOTATION_NOTES & annotation.keys():
            if annotation.get("/Subtype") != "/Widget" or key != "/T":  # there, a field's name
                del annotation[key]
        kept.append(entry)
    if kept:
        page[NameObject("/Annots")] = kept
    else:
        page.pop("/Annots", None)


def _forget_notes(found: DictionaryObject) -> None:
    for key in NOTES & found.keys():
        del found[key]
    if isinstance(found, StreamObject) and found.get("/Subtype") == "/Image":
        _plain_picture(found)


def _plain_picture(picture: StreamObject) -> None:
    """Take the notes out of a JPEG or JPEG 2000 as it stands in the document."""
    given = picture.get("/Filter")
    filters = list(given) if isinstance(given, ArrayObject) else [given] if given else []
    if not filters or filters[-1] not in _STRIPPED:
        return
    data = picture._data
    for name in filters[:-1]:
        if name not in ("/FlateDecode", "/Fl"):
            raise Unfit("damaged")  # nobody wraps a picture in anything else
        data = zlib.decompress(data)
    picture._data = _STRIPPED[filters[-1]](data)
    picture[NameObject("/Filter")] = NameObject(filters[-1])
    picture.pop("/DecodeParms", None)


def jpeg_without_notes(data: bytes) -> bytes:
    """The same JPEG without its comments and application segments, but for Adobe's, which tells
    how the colours are meant (ITU-T T.81, B.1)."""
    if data[:2] != b"\xff\xd8":
        raise Unfit("damaged")
    made, at = [b"\xff\xd8"], 2
    while True:
        mark, length = struct.unpack_from(">HH", data, at)
        segment = data[at : at + 2 + length]
        if mark == 0xFFDA:  # start of scan: from here on it is the picture
            end = data.rfind(b"\xff\xd9")
            return b"".join([*made, data[at : end + 2 if end > at else len(data)]])
        if not 0xFFC0 <= mark <= 0xFFFE or length < 2:
            raise Unfit("damaged")
        note = 0xFFE0 <= mark <= 0xFFEF or mark == 0xFFFE
        if not note or (mark == 0xFFEE and segment[4:9] == b"Adobe"):
            made.append(segment)
        at += 2 + length


def jpeg2000_without_notes(data: bytes) -> bytes:
    """Without the boxes for XML and vendors' own notes (ISO/IEC 15444-1, annex I)."""
    if data[:4] == b"\xff\x4f\xff\x51":
        return data  # a bare code stream
    made, at = [], 0
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        if length == 0:
            length = len(data) - at
        elif length < 8:
            raise Unfit("damaged")
        if kind not in (b"xml ", b"uuid", b"uinf", b"asoc", b"jp2i"):
            made.append(data[at : at + length])
        at += length
    return b"".join(made)


_STRIPPED = {
    "/DCTDecode": jpeg_without_notes,
    "/DCT": jpeg_without_notes,
    "/JPXDecode": jpeg2000_without_notes,
}
