"""Personal numbers and addresses taken out of a text (UU 27/2022; done before anything else).

One pass over the text with one pattern. Its first alternatives are things that only look like
personal numbers (tickets, dates, times, amounts) and are kept; order matters. Where a number may
be either, it is taken out. Every repetition is bounded or possessive, so the time is linear.

`redact` puts a word in the place of each, for the reader and its figures; `nlp.masking` uses the
same `spans` for what is shown to people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

PLACEHOLDERS = {
    "email": "[email]",
    "handle": "[akun]",
    "nip": "[NIP]",
    "nik": "[NIK]",
    "npwp": "[NPWP]",
    "phone": "[telepon]",
    "long": "[nomor]",
    "plate": "[pelat]",
    "address": "[alamat]",
    "account": "[rekening]",
}
# A number that is personal only after certain words: how far before it they are looked for, and
# what they are. The last words before the number count, so the search ends with the text.
_AFTER = {
    "account": (
        40,
        re.compile(
            r"(?<![^\W_])(?i:no(?:mor)?\.?[ ]?rek(?:ening)?|norek|rek(?:ening)?|account|bca|bri|"
            r"bni|bsi|btn|bpd|cimb|mandiri|paspor|passport|bpjs)"
            r"(?:[ .:=#-]{1,3}(?i:no|nomor|number|saya|sy|bank|bca|bri|bni|bsi|btn|bpd|mandiri|"
            r"adalah|is|ini|di|ke)){0,4}[ .:=#-]{0,3}\Z"
        ),
    ),
    "address": (
        90,
        re.compile(
            r"(?<![^\W_])(?i:(?:rumah|alamat|kos|kontrakan)(?:ku|[ ](?:saya|sy|kami|ku|aku))"
            r"|(?:saya|sy|kami|aku)[ ](?:tinggal|ber?alamat)|my[ ](?:house|home|address)"
            r"|i[ ]live)(?![^\W_])[^.!?\n]{0,20}"
            r"(?<![^\W_])(?i:jl|jln|jalan|gg|gang|perum|perumahan|komplek|kompleks|blok|street)"
            r"(?![^\W_])[^!?\n,;]{0,50},?[ ]?\Z"
        ),
    ),
}

_GAP = r"[ \u00a0.\-\u2010-\u2013\u200b-\u200d\u2060]"
# Between the digits of a mobile number.
_FAR = r"[ \u00a0.\-_\u2010-\u2013\u200b-\u200d\u2060]{0,3}"
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
_DIGIT_WORD = (
    "nol|kosong|satu|dua|tiga|empat|lima|enam|tujuh|delapan|lapan|sembilan|"
    "zero|oh|one|two|three|four|five|six|seven|eight|nine"
)
_SITES = (
    r"t\.me|telegram\.(?:me|dog)|wa\.me|instagram\.com|facebook\.com|fb\.com|tiktok\.com|"
    r"twitter\.com|x\.com"
)
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
        # 0 8 1 2 3 4 5 6 7 8, 0812 - 3456 - 7890, o812…, 62812 - 3456 - 7890
        rf"(?:(?:\(?\+|00)?62\)?|[0oO]){_FAR}8{_FAR}[1-9](?:{_FAR}\d){{7,10}}",
        # the first zero left out
        r"8[1-9]\d{7,11}",
        r"8\d\d[ \-]\d{4}[ \-]\d{3,5}",
        # nol delapan satu dua …
        rf"(?i:nol|kosong|zero|oh)(?:[ ,.\-]{{1,3}}(?i:{_DIGIT_WORD})(?![^\W_])){{8,15}}",
    )
)
# Where a number may begin: a look that costs little, at each place of the text.
_START = (
    r"(?=[\d+(]|(?<![^\W_])"
    r"(?:[A-Za-z]{1,5}[ .\-]{0,2}\d|[oO][ .\-]?8|(?i:nol|kosong|zero|oh)[ ,.\-]))"
)

PATTERN = re.compile(
    # local part and domain; a start inside a run of such letters is never tried
    r"(?P<email>(?<![\w.!#$%&'*+/=?^`{|}~-])[\w.!#$%&'*+/=?^`{|}~-]++@[\w-]++(?:\.[\w-]++)++)"
    # @budi_99, https://t.me/budi_99
    r"|(?P<handle>@[A-Za-z](?:\.?\w){2,31}"
    rf"|(?<![^\W_])(?i:(?:https?://)?(?:www\.)?(?:{_SITES})/[\w@.?=&+%/-]++))|{_START}(?:"
    + "|".join(
        (
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
            # NPWP: 09.254.294.3-407.000
            r"(?P<npwp>(?<!\d)\d\d\.\d{3}\.\d{3}\.\d-\d{3}\.\d{3}(?!\d))",
            r"(?P<keep_date>(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?P<sep>[-./])(?:0?[1-9]|1[0-2])"
            r"(?P=sep)(?:19|20)\d\d(?![\-.]?\d))",
            rf"(?P<keep_clock>(?<![\d+]){_CLOCK}(?:[ ]?[-\u2013 ][ ]?{_CLOCK}){{0,9}}"
            rf"(?!{_GAP}?\d))",
            r"(?P<keep_amount>(?<![\d+])[1-9]\d{0,2}(?:\.\d{3}){1,4}(?!\.?\d))",
            r"(?P<keep_rupiah>(?<![^\W_])[Rr][Pp]\.?[ ]?[1-9]\d{0,11}(?!\d))",
            rf"(?P<phone>(?<!\d)(?:{_PHONE})(?!\d)(?:-\d{{1,4}}(?!\d)){{0,3}})",
            r"(?P<long>(?<!\d)\d{13,})",
            # the number of a house, after "rumah saya di Jl. …"
            r"(?P<address>(?<![^\W_])(?i:no|nomor|number)[ .:]{0,2}\d{1,4}[A-Za-z]?"
            r"(?:[/\-]\d{1,3})?(?![^\W_]))",
            # B 1234 XYZ; in small letters only with three digits or more
            rf"(?P<plate>(?<![^\W_])(?:(?i:{_AREA})[ .\-]?\d{{3,4}}[ .\-]?(?!(?i:{_NOT_PLATE})\b)"
            rf"(?i:[a-z]){{1,3}}|(?:{_AREA})[ .\-]?\d{{1,4}}[ .\-]?(?!(?i:{_NOT_PLATE})\b)"
            r"[A-Z]{1,3})(?![^\W_]))",
            # the number of an account, after "rekening …"
            rf"(?P<account>(?<!\d)(?:(?<![^\W_])[A-Z])?\d(?:{_GAP}?\d){{6,15}}(?!\d))",
        )
    )
    + ")"
)
# Most messages hold none of these, and are done here.
_DIGIT_OR_AT = re.compile(r"[\d@]")
_LETTERS = (".me/", ".dog/", ".com/", "nol", "kosong", "zero", "oh")


def spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Kind (of PLACEHOLDERS), start and end of each, from left to right, without overlap."""
    if not _DIGIT_OR_AT.search(text):
        lowered = text.lower()
        if not any(letters in lowered for letters in _LETTERS):
            return
    at = 0
    while found := PATTERN.search(text, at):
        kind, start, at = found.lastgroup or "", *found.span()
        if kind in _AFTER and not _introduced(kind, text, start):
            at = _past_first(text, start, at)
        elif kind in PLACEHOLDERS:
            yield kind, start, at


def redact(text: str) -> str:
    """The text with personal numbers, addresses and accounts as placeholders.

    Amounts of money, dates, times, queue numbers and ticket numbers stay. Names stay.
    """
    parts, done = [], 0
    for kind, start, end in spans(text):
        parts += [text[done:start], PLACEHOLDERS[kind]]
        done = end
    return "".join(parts) + text[done:] if parts else text


def _introduced(kind: str, text: str, start: int) -> bool:
    """Whether the words before the number say that it is personal."""
    far, words = _AFTER[kind]
    return words.search(text[max(0, start - far) : start]) is not None


def _past_first(text: str, start: int, end: int) -> int:
    """The end of the first run of letters or digits: what follows it may be another number."""
    run = _RUN.match(text, start, end)
    return run.end() if run else end


_RUN = re.compile(r"[^\W\d_]++|\d++")
