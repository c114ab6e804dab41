"""Whether two comments are the same words, and whether they say enough for that to mean anything.

Pure. Half of a town writes "pelayanan baik, terima kasih", and so it should: what anybody would
write is left out before words are compared. Praise and blame are left out alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz, process

LEAST_WORDS = 4  # of its own, below which a comment is nobody's in particular
_LETTERS = re.compile(r"[^\W\d_]+")
_STRETCHED = re.compile(r"(.)\1{2,}")  # "baguuuus"

_EVERYBODYS = """
    ada agak akan anda apa atas atau bagi bahwa banget banyak belum bisa buat bukan dalam dan
    dapat dari dengan di dia dong dll dr gak harus ini itu jadi jangan juga kalau kalo kami karena
    karna kayak ke kepada kita kok krn kurang lagi lah lalu lebih masih mohon nya oleh pada
    padahal para pas pun saat saja saya sama sampai sangat sdh sebagai sekali selalu semoga semua
    semuanya seperti serta sih sudah supaya tadi tapi telah tentang terlalu tetap tidak tlg tolong
    tp udah untuk utk yang yg alhamdulillah antre antri antrian bagus baik bantu bapak berbelit
    bersih biasa buruk capek cepat cukup diam dilayani efektif efisien enak gampang gratis ibu
    informatif jelas jelek jempol jutek kantor kasar kasih kecewa kinerja kotor lama lambat lancar
    layanan lelet loket luar mahal makasih mantap mantul maju membantu memuaskan menunggu
    meningkat mudah muda murah nunggu nyaman oke pak parah parkir pegawai pelayanan pelayanannya
    pertahankan petugas petugasnya profesional proses prosesnya puas ramah rapi ribet sabar salut
    sempurna senang senyum sering sigap sip sopan sukses sulit susah tanggap tepat terbaik terima
    terimakasih thanks tempat tempatnya tingkatkan tunggu waktu a all also and are at bad be been
    best but by clean clear could do easy efficient excellent fast for friendly from good great
    had has have helpful her his i in is it its just kind long my nice no not of office officer ok
    on our poor professional queue quick rude satisfied service slow so staff thank that the they
    this to too up very wait waiting was we well were with you your
"""
EVERYBODYS = frozenset(_EVERYBODYS.split())


def own_words(text: str) -> str:
    """The words of a comment that are its own, in order of the alphabet; empty when there are fewer
    than `LEAST_WORDS`. Case, marks, numbers and the order of words do not count."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    words = _LETTERS.findall(_STRETCHED.sub(r"\1", plain))
    own = sorted({word for word in words if len(word) > 1} - EVERYBODYS)
    return " ".join(own) if len(own) >= LEAST_WORDS else ""


def like(words: str, others: Sequence[str], least: float) -> list[int]:
    """Places of those among `others` that are alike by at least `least` (0 to 100)."""
    if not words:
        return []
    found = process.extract(words, others, scorer=fuzz.ratio, score_cutoff=least, limit=None)
    return sorted(place for _, _, place in found)
