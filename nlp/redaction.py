"""Personal numbers and addresses taken out of a text (UU 27/2022; done before anything else).

One pass over the text with one pattern. Its first alternatives are things that only look like
personal numbers (tickets, dates, times, amounts) and are kept; order matters. Where a number may
be either, it is taken out. Every repetition is bounded or possessive, so the time is linear.
"""

from __future__ import annotations

import re

PLACEHOLDERS = {
    "email": "[email]",
    "nip": "[NIP]",
    "nik": "[NIK]",
    "phone": "[telepon]",
    "long": "[nomor]",
    "plate": "[pelat]",
}

_GAP = r"[ \u00a0.\-\u2010-\u2013]"
# Registration areas of Indonesian number plates, embassies (CC, CD) included.
_AREA = (
    "A[ABDEG]?|B[ABDEGHKLMNP]?|CC|CD|D[ABCDEGHKLMNPRSTW]?|E[ABD]?|F|G|H|K[BHTU]?|L|M|N|P[ABCD]?|"
    "R|S|T|W|Z"
)
# Short words that follow a number in ordinary sentences and are not the end of a plate.
_NOT_PLATE = (
    "rb|jt|k|jam|jm|org|hr|hri|mgg|bln|thn|th|kg|km|cm|mm|m|kk|ktp|kia|sim|pbb|lt|rt|rw|no|di|ke|"
    "dan|dg|dgn|yg|x|kl|tp|tdk|ga|gak|itu|ini|dr|utk|sdh|udh|blm|pcs|s|d|mau|ada|nya|pun|of|to|am|"
    "pm|wib|wit|or|and|saya|sy|kok|lho|loh|tapi|saja|aja|juga|jg"
)
_CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_PHONE = "|".join(
    (
        # +62 812-3456-7890, (+62) 812…, and numbers of other countries
        r"\(?\+[ ]?\d{1,3}\)?(?:[ \u00a0.\-\u2010-\u2013()]{0,2}\d){6,12}",
        # 62812…, 62 812…, 0062…
        rf"(?:00)?62[ .\-]{{0,2}}\(?0?\)?[ ]?[2-9](?:{_GAP}{{0,2}}\d){{7,11}}",
        # (021) 555 1234
        r"\(0[1-9]\d{1,3}\)(?:[ .\-]{0,2}\d){5,9}",
        # 0812.3456.7890, 0651-22222, 0 812…
        rf"0{_GAP}?[1-9]\d(?:{_GAP}{{0,2}}\d){{6,10}}",
        # 08 12 34 56 78
        rf"0[1-9](?P<pair>{_GAP})\d\d(?:(?P=pair)\d\d){{3,5}}",
        # the first zero left out
        r"8[1-9]\d{7,11}",
        r"8\d\d[ \-]\d{4}[ \-]\d{3,5}",
    )
)

PATTERN = re.compile(
    "|".join(
        (
            # local part and domain; a start inside a run of such letters is never tried
            r"(?P<email>(?<![\w.!#$%&'*+/=?^`{|}~-])[\w.!#$%&'*+/=?^`{|}~-]++@[\w-]++(?:\.[\w-]++)++)",
            # SW-26-000123-K
            r"(?P<keep_ticket>(?<![^\W_])[A-Za-z]{2,4}-\d{2}-\d{4,8}-[A-Za-z\d](?![^\W_]))",
            # NIP: 18 digits, also as 19850101 201001 1 001
            rf"(?P<nip>(?<!\d)(?:\d{{18}}|\d{{8}}{_GAP}\d{{6}}{_GAP}\d{_GAP}\d{{3}})(?!\d))",
            # NIK: 16 digits in one run, in fours, or grouped anyhow with a date of birth inside
            # (women's day of birth is written plus 40) and a province code in front
            rf"(?P<nik>(?<!\d)(?:\d{{16}}"
            rf"|(?!(?:(?:19|20)\d\d{_GAP}){{3}})\d{{4}}(?:{_GAP}\d{{4}}){{3}}"
            rf"|[1-9]{_GAP}?[1-9](?:{_GAP}?\d){{4}}{_GAP}?[0-7]{_GAP}?\d{_GAP}?[01]{_GAP}?\d"
            rf"(?:{_GAP}?\d){{6}})(?!\d))",
            r"(?P<keep_date>(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?P<sep>[-./])(?:0?[1-9]|1[0-2])"
            r"(?P=sep)(?:19|20)\d\d(?![\-.]?\d))",
            rf"(?P<keep_clock>(?<![\d+]){_CLOCK}(?:[ ]?[-\u2013 ][ ]?{_CLOCK}){{0,9}}"
            rf"(?!{_GAP}?\d))",
            r"(?P<keep_amount>(?<![\d+])[1-9]\d{0,2}(?:\.\d{3}){1,4}(?!\.?\d))",
            r"(?P<keep_rupiah>(?<![^\W_])[Rr][Pp]\.?[ ]?[1-9]\d{0,11}(?!\d))",
            rf"(?P<phone>(?<!\d)(?:{_PHONE})(?!\d))",
            r"(?P<long>(?<!\d)\d{13,})",
            # B 1234 XYZ; in small letters only with three digits or more
            rf"(?P<plate>(?<![^\W_])(?:(?i:{_AREA})[ .\-]?\d{{3,4}}[ .\-]?(?!(?i:{_NOT_PLATE})\b)"
            rf"(?i:[a-z]){{1,3}}|(?:{_AREA})[ .\-]?\d{{1,4}}[ .\-]?(?!(?i:{_NOT_PLATE})\b)"
            r"[A-Z]{1,3})(?![^\W_]))",
        )
    )
)
# Most messages hold neither a digit nor an @, and are done here.
_ANYTHING = re.compile(r"[\d@]")


def redact(text: str) -> str:
    """The text with NIK, NIP, phone numbers, e-mail addresses and plates as placeholders.

    Amounts of money, dates, times, queue numbers and ticket numbers stay. Names stay.
    """
    if not _ANYTHING.search(text):
        return text
    return PATTERN.sub(_replacement, text)


def _replacement(found: re.Match[str]) -> str:
    return PLACEHOLDERS.get(found.lastgroup or "", found[0])
