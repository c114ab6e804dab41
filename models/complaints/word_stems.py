"""Words of a complaint reduced to what tells one from another: stems, without fillers.

For comparing complaints only. The stems are rough: the commonest beginnings and endings of
Indonesian words are taken off, which may leave something that is no word. Pure.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_BEGINNING = re.compile(r"^(?:meng|meny|men|mem|me|ber|ter|peng|peny|pen|pem|per|pe|di)(?=.{4})")
_PARTICLE = re.compile(r"(?<=.{4})(?:nya|kah|lah)$")
_ENDING = re.compile(r"(?<=.{4})(?:kan|an|i)$")
# Said of anything; also who complains, and when.
_FILLER_WORDS = """
    yang di ke dari dan atau saya kami anda kita itu ini ada untuk pada dengan juga saja sangat
    sekali banget dalam oleh karena tetapi tapi agar supaya sudah telah belum akan para kalau jika
    bila saat ketika sejak lagi pun lah nya sih dong deh kok malah padahal katanya buat harus bisa
    dapat terus selalu jadi bapak ibu pak bu mohon tolong maaf min admin warga orang sampai jam hari
    minggu bulan the a an of in on at to is are was were and or for have has had not there been my i
    we it so very
"""
_FILLERS = frozenset(_FILLER_WORDS.split())
# Chat spelling and other names of the same thing.
_SAME = {
    "gak": "tidak", "ga": "tidak", "nggak": "tidak", "ngga": "tidak", "enggak": "tidak",
    "tdk": "tidak", "tak": "tidak", "wc": "toilet", "antri": "antre", "antrian": "antre",
    "antrean": "antre", "blangko": "blanko", "situs": "website", "web": "website",
    "satu": "1", "dua": "2", "tiga": "3", "empat": "4", "lima": "5",
}  # fmt: skip
# In most complaints about an office: they tell little.
_COMMON_WORDS = """
    petugas loket kantor ruang tunggu depan tempat jalan datang tidak kerja layan ktp surat rusak
    lama anak lurah camat desa urus dokumen berkas no room waiting office officer staff
"""


def stems(text: str) -> list[str]:
    """The stems in the order of the text."""
    found = (_stem(word) for word in _WORD.findall(text.lower()) if word not in _FILLERS)
    return [stem for stem in found if stem and stem not in _FILLERS]


def weight(stem: str) -> float:
    """How much a stem tells: 1, or a half when it stands in most complaints."""
    return 0.5 if stem in _common_stems() else 1.0


@lru_cache(maxsize=1)
def _common_stems() -> frozenset[str]:
    return frozenset(_stem(word) for word in _COMMON_WORDS.split())


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    word = _SAME.get(word, word)
    word = _PARTICLE.sub("", word)
    word = _SAME.get(word, word)
    word = _ENDING.sub("", _BEGINNING.sub("", word))
    if len(word) == 1 and not word.isdigit():
        return ""
    return word.lstrip("0") or word
