"""Pictures: decoded in full and drawn anew, so that only the pixels are carried over.

What goes with the old file: EXIF (place, time, camera, its owner), XMP, IPTC, comments, thumbnails,
colour profiles, and whatever was hung on behind the picture.
"""

from __future__ import annotations

import io

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from bot.files.content import JPEG, PNG, Unfit

MOST_PIXELS = 64_000_000  # 192 MB once decoded; a phone makes 12 to 50 million
LONGEST_SIDE = 4096  # pixels of the copy; both sides together stay below Telegram's 10,000
LARGEST_PHOTO = 9_500_000  # bytes; Telegram takes photos of up to 10 MB
QUALITIES = (88, 80, 70, 55)
FORMATS = ("JPEG", "PNG", "WEBP")
_PLAIN = {"L": "L", "1": "L", "RGB": "RGB", "I;16": "L", "I": "L", "F": "L"}


def clean(data: bytes) -> tuple[str, bytes]:
    """MIME type and bytes of the copy: upright, at most 4,096 pixels a side; raises Unfit."""
    try:
        drawn = _drawn(data)
    except MemoryError:  # the limit of the process that reads files
        raise Unfit("pixels") from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, IndexError):
        raise Unfit("damaged") from None
    return _saved(drawn, lossless=data[:4] == b"\x89PNG" or drawn.mode == "RGBA")


def _drawn(data: bytes) -> Image.Image:
    """The pixels, the right way up, in a picture that never knew the old one's notes."""
    Image.MAX_IMAGE_PIXELS = None  # Pillow only warns above its limit: ours refuses
    with Image.open(io.BytesIO(data), formats=FORMATS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise Unfit("pixels")
        picture.load()
        upright = ImageOps.exif_transpose(picture)
        plain = _plain(upright)
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    drawn = Image.new(plain.mode, plain.size)
    drawn.paste(plain)
    return drawn


def _plain(picture: Image.Image) -> Image.Image:
    """Grey, RGB, or RGBA when parts are see-through; in the colours every screen expects."""
    if picture.mode in ("LA", "PA", "RGBA", "RGBa") or "transparency" in picture.info:
        seen = picture.convert("RGBA")
        lowest, _ = seen.getchannel("A").getextrema()
        return seen if lowest != 255 else seen.convert("RGB")
    if picture.mode.startswith("I;16"):
        return picture.point(lambda value: value / 256).convert("L")
    return _in_srgb(picture).convert(_PLAIN.get(picture.mode, "RGB"))


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Apply the colour profile, since the copy carries none: it may name the device."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "CMYK"):
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        changed = ImageCms.profileToProfile(
            picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError):
        return picture  # a broken profile is no reason to refuse a good picture
    return changed or picture


def _saved(drawn: Image.Image, *, lossless: bool) -> tuple[str, bytes]:
    if lossless:
        made = _bytes(drawn, "PNG", optimize=False)
        if len(made) <= LARGEST_PHOTO:
            return PNG, made
        drawn = _on_white(drawn)
    for quality in QUALITIES:
        made = _bytes(drawn, "JPEG", quality=quality)
        if len(made) <= LARGEST_PHOTO:
            break
    return JPEG, made


def _on_white(drawn: Image.Image) -> Image.Image:
    if drawn.mode != "RGBA":
        return drawn
    paper = Image.new("RGB", drawn.size, "white")
    paper.paste(drawn, mask=drawn.getchannel("A"))
    return paper


def _bytes(drawn: Image.Image, form: str, **how: int | bool) -> bytes:
    buffer = io.BytesIO()
    drawn.save(buffer, form, **how)
    return buffer.getvalue()
