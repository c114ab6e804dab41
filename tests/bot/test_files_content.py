"""What a file is, by its content alone, and what its cleaned copy no longer tells."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from fpdf import FPDF
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from bot.files import apart, ogg, pdf
from bot.files.content import DOCUMENT, JPEG, OGG, PDF, PHOTO, PNG, VOICE, Clean, Unfit, clean
from bot.sandbox import samples

OWNER, PLACE = b"Budi Santoso", (6.0, 10.0, 30.0)
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Budi Santoso</x:xmpmeta>"


def photo(form: str = "JPEG", size: tuple[int, int] = (300, 200), orientation: int = 1) -> bytes:
    """Red above, blue below, with all a camera writes into a picture."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (0, size[1] // 2, *size))
    notes = Image.Exif()
    notes[0x0112] = orientation
    notes[0x013B] = OWNER.decode()  # artist
    notes[0x0110] = "Kamera Budi Santoso"
    notes.get_ifd(0x8769)[0xA430] = OWNER.decode()  # camera owner
    notes.get_ifd(0x8825).update({1: "S", 2: PLACE, 3: "E", 4: (106.0, 49.0, 0.0)})
    buffer = io.BytesIO()
    more = {"comment": OWNER} if form == "JPEG" else {}
    picture.save(buffer, form, exif=notes, xmp=XMP, **more)
    return buffer.getvalue()


def reason(kind: str, data: bytes) -> str:
    with pytest.raises(Unfit) as told:
        clean(kind, data)
    return told.value.reason


def opened(made: Clean) -> Image.Image:
    return Image.open(io.BytesIO(made.data))


def document(**more: bytes) -> FPDF:
    made = FPDF()
    made.set_author(OWNER.decode())
    made.set_title("Surat Budi Santoso")
    made.set_xmp_metadata(XMP.decode())
    made.add_page()
    made.set_font("helvetica")
    made.cell(text="Permohonan KTP")
    for picture in more.values():
        made.image(io.BytesIO(picture), w=50)
    made.link(0, 0, 10, 10, "https://jejak.example/budi")
    return made


def acting(change: str) -> bytes:
    """A PDF that does something when it is opened, pressed or read."""
    writer = PdfWriter(clone_from=io.BytesIO(bytes(document().output())))
    if change == "attachment":
        writer.add_attachment("x.exe", b"MZ")
    elif change == "locked":
        writer.encrypt("", "owner", algorithm="RC4-128")
    else:
        action = {
            "script": {"/S": "/JavaScript", "/JS": TextStringObject("app.alert(1)")},
            "launch": {"/S": "/Launch", "/F": TextStringObject("cmd.exe")},
            "send": {"/S": "/SubmitForm", "/F": TextStringObject("https://x.example")},
        }[change]
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
            {
                NameObject(key): value if isinstance(value, TextStringObject) else NameObject(value)
                for key, value in action.items()
            }
        )
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


# --- pictures


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("kind", [PHOTO, DOCUMENT])
def test_nothing_of_who_where_and_with_what_is_left(form: str, kind: str) -> None:
    given_ = photo(form)
    assert OWNER in given_
    assert Image.open(io.BytesIO(given_)).getexif().get_ifd(0x8825)[2] == PLACE
    made = clean(kind, given_)
    assert b"Budi" not in made.data
    assert not opened(made).getexif()
    assert not {"exif", "xmp", "comment", "icc_profile", "photoshop"} & opened(made).info.keys()
    for mark in (b"Exif", b"eXIf", b"http://ns.adobe.com", b"iTXt", b"tEXt", b"xmpmeta"):
        assert mark not in made.data


@pytest.mark.parametrize(("orientation", "red"), [(1, "top"), (3, "bottom"), (6, "right")])
def test_a_picture_stands_upright_without_its_note(orientation: int, red: str) -> None:
    made = opened(clean(PHOTO, photo(orientation=orientation)))
    width, height = made.size
    assert made.size == ((200, 300) if orientation == 6 else (300, 200))
    spots = {
        "top": (width // 2, 5),
        "bottom": (width // 2, height - 5),
        "right": (width - 5, height // 2),
    }
    seen = made.convert("RGB").getpixel(spots[red])
    assert isinstance(seen, tuple)
    assert (seen[0] > 200, seen[2] < 60) == (True, True)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_taken(mode: str) -> None:
    buffer = io.BytesIO()
    Image.new(mode, (40, 30)).save(buffer, "PNG")
    made = clean(DOCUMENT, buffer.getvalue())
    assert (made.mime, opened(made).size) == (PNG, (40, 30))


def test_a_see_through_picture_stays_so() -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (20, 20), (255, 0, 0, 0)).save(buffer, "WEBP", lossless=True)
    made = clean(DOCUMENT, buffer.getvalue())
    assert (made.mime, opened(made).mode) == (PNG, "RGBA")


def test_a_large_picture_is_made_smaller_in_its_proportions() -> None:
    assert opened(clean(PHOTO, photo(size=(6000, 3000)))).size == (4096, 2048)


def test_a_tiny_file_that_unfolds_to_gigabytes_is_not_unfolded() -> None:
    """One colour, 60,000 by 60,000: a few kilobytes that would fill 10 GB."""
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)

    def chunk(name: bytes, data: bytes) -> bytes:
        crc = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc)

    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(9)))
    assert reason(PHOTO, bomb) == "pixels"


def test_a_picture_cut_short_is_refused() -> None:
    assert reason(PHOTO, photo()[:-200]) == "damaged"


def test_what_hangs_behind_a_picture_stays_behind() -> None:
    """A polyglot: a picture for one program, an archive with a page for another."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("index.html", "<script>alert(1)</script>")
    both = photo() + archive.getvalue()
    assert zipfile.is_zipfile(io.BytesIO(both))
    made = clean(DOCUMENT, both)
    assert not zipfile.is_zipfile(io.BytesIO(made.data))
    assert b"index.html" not in made.data


@pytest.mark.parametrize(
    "data",
    [
        b"<!doctype html><script>alert(1)</script>",
        b"PK\x03\x04" + bytes(100),
        b"GIF89a" + bytes(100),
        b"MZ" + bytes(100),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<html>%PDF-1.7",
        b"",
    ],
)
@pytest.mark.parametrize("kind", [PHOTO, DOCUMENT])
def test_what_it_is_called_does_not_help(kind: str, data: bytes) -> None:
    """A page named .jpg, an archive named .pdf: only the first bytes count."""
    assert reason(kind, data) == "type"


def test_a_photo_must_be_a_picture() -> None:
    assert reason(PHOTO, bytes(document().output())) == "type"
    assert reason(DOCUMENT, samples.voice()) == "type"  # a voice in disguise
    assert reason(VOICE, photo()) == "voice"


# --- PDF


def test_a_document_forgets_its_author_its_links_and_its_pictures_notes() -> None:
    given_ = bytes(document(picture=photo()).output())
    for word in (b"Budi Santoso", b"jejak.example", b"/Metadata"):
        assert word in given_
    made = clean(DOCUMENT, given_)
    assert made.mime == PDF
    for word in (b"Budi", b"jejak.example", b"/Metadata", b"/Author", b"/Producer", b"Exif"):
        assert word not in made.data
    read = PdfReader(io.BytesIO(made.data))
    assert (read.metadata, read.xmp_metadata) == (None, None)
    assert "Permohonan KTP" in read.pages[0].extract_text()
    assert read.pages[0].images[0].image is not None


def test_an_older_revision_and_what_hangs_behind_a_document_stay_behind() -> None:
    writer = PdfWriter(io.BytesIO(bytes(document().output())), incremental=True)
    writer.add_metadata({"/Subject": "nomor rahasia"})
    buffer = io.BytesIO()
    writer.write(buffer)
    made = clean(DOCUMENT, buffer.getvalue() + b"PK\x03\x04 nomor rahasia")
    assert b"rahasia" not in made.data
    assert b"PK\x03\x04" not in made.data


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("script", "active"),
        ("attachment", "active"),
        ("launch", "active"),
        ("send", "active"),
        ("locked", "locked"),
    ],
)
def test_a_document_that_can_act_is_refused(change: str, why: str) -> None:
    assert reason(DOCUMENT, acting(change)) == why


def test_a_hidden_name_does_not_hide_a_script() -> None:
    plain = acting("script")
    hidden = plain.replace(b"/JavaScript", b"/Jav#61Script")
    assert hidden != plain
    assert reason(DOCUMENT, hidden) == "active"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF"])
def test_a_broken_document_is_refused(data: bytes) -> None:
    assert reason(DOCUMENT, data) == "damaged"


def test_annotations_lose_who_wrote_them() -> None:
    made = document()
    made.text_annotation(10, 10, "Lihat ini", title="Budi Santoso", name="Note")
    cleaned = clean(DOCUMENT, bytes(made.output()))
    read = PdfReader(io.BytesIO(cleaned.data)).pages[0]
    annotations = [entry.get_object() for entry in read["/Annots"]]
    assert [one["/Subtype"] for one in annotations] == ["/Text"]
    assert b"Budi" not in cleaned.data


def test_jpeg_2000_in_a_document_loses_its_boxes() -> None:
    buffer = io.BytesIO()
    Image.new("RGB", (16, 16)).save(buffer, "JPEG2000")
    plain = buffer.getvalue()
    noted = plain + struct.pack(">I4s", 8 + len(XMP), b"xml ") + XMP
    assert pdf.jpeg2000_without_notes(noted) == plain


# --- voice


def test_a_voice_message_loses_its_tags_and_keeps_its_sound() -> None:
    given_ = samples.voice(3, recorder="HP Budi Santoso")
    made = clean(VOICE, given_)
    assert made.mime == OGG
    assert b"Budi" not in made.data
    assert b"ENCODER" not in made.data
    assert made.data.count(samples.SILENCE) == given_.count(samples.SILENCE) == 150
    assert ogg.clean(made.data) == made.data  # well formed, and nothing left to take


def test_tags_as_large_as_a_picture_go_too() -> None:
    made = clean(VOICE, samples.voice(1, recorder="Budi " * 3000))
    assert b"Budi" not in made.data
    assert made.data.count(samples.SILENCE) == 50


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (samples.voice(2)[:-1], "damaged"),
        (samples.voice(2) + b"PK\x03\x04", "damaged"),
        (samples.voice(2).replace(samples.SILENCE, b"\x00\x00\x00", 1), "damaged"),
        (samples.voice(2) * 2, "voice"),
        (samples.voice(2).replace(b"OpusHead", b"vorbis  "), "damaged"),
    ],
)
def test_a_voice_message_that_is_not_one_is_refused(data: bytes, why: str) -> None:
    assert reason(VOICE, data) == why


# --- whatever comes


@given(
    kind=st.sampled_from([PHOTO, DOCUMENT, VOICE]),
    start=st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7\n", b"OggS\0", b""]),
    rest=st.binary(max_size=300),
)
def test_whatever_comes_is_cleaned_or_refused(kind: str, start: bytes, rest: bytes) -> None:
    try:
        came_of_it = clean(kind, start + rest).mime
    except Unfit as told:
        came_of_it = told.reason
    assert came_of_it in {"type", "voice", "damaged", "pixels", JPEG, PNG}


@given(place=st.integers(0, 4000), value=st.integers(0, 255), which=st.sampled_from([0, 1, 2]))
def test_a_changed_byte_breaks_nothing_of_ours(place: int, value: int, which: int) -> None:
    kind, given_ = [
        (PHOTO, photo(size=(30, 20))),
        (DOCUMENT, bytes(document().output())),
        (VOICE, samples.voice(1)),
    ][which]
    changed = bytearray(given_)
    changed[place % len(changed)] = value
    try:
        made = clean(kind, bytes(changed))
    except Unfit:
        return
    assert made.data


# --- apart


async def test_apart_gives_the_same_copy_and_the_same_reasons() -> None:
    assert await apart.clean_apart(PHOTO, photo()) == clean(PHOTO, photo())
    with pytest.raises(Unfit) as told:
        await apart.clean_apart(DOCUMENT, b"PK\x03\x04")
    assert told.value.reason == "type"


async def test_a_child_that_breaks_or_takes_too_long_says_nothing_about_the_file() -> None:
    with pytest.raises(apart.Unanswered):
        await apart.clean_apart("no such kind", b"x")
    with pytest.raises(apart.Unanswered):
        await apart.clean_apart(PHOTO, photo(), wait=0)


def test_the_mime_of_a_jpeg() -> None:
    assert clean(PHOTO, photo()).mime == JPEG
