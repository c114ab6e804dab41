"""What paper questionnaires say of the people who filled them in: columns that may be there.

Sex, age, education, occupation and service, by Indonesian and English names. Names, NIK and any
other column are not read. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from models.csv_table import read_sheet
from models.ratings.paper_sheet import Fault

COLUMNS = {
    "sex": ("sex", "gender", "jenis kelamin", "kelamin", "jk", "l/p"),
    "age": ("age", "usia", "umur"),
    "education": ("education", "pendidikan", "pendidikan terakhir"),
    "occupation": ("occupation", "job", "pekerjaan", "pekerjaan utama"),
    "service": ("service", "layanan", "jenis layanan", "jenis pelayanan", "pelayanan"),
}
_ALIASES = {alias: name for name, known in COLUMNS.items() for alias in known}
_SEX = {
    "female": ("female", "f", "p", "pr", "perempuan", "wanita"),
    "male": ("male", "m", "l", "lk", "laki-laki", "laki laki", "pria"),
}
_EDUCATION = {
    "SD": ("sd", "sd ke bawah", "tidak sekolah", "mi"),
    "SMP": ("smp", "sltp", "mts"),
    "SMA": ("sma", "slta", "smk", "ma", "sma/smk"),
    "D3": ("d3", "d1", "d2", "d1-d3", "d1–d3", "diploma"),
    "S1": ("s1", "d4", "s1/d4", "d4/s1", "sarjana"),
    "S2": ("s2", "magister"),
    "S3": ("s3", "doktor"),
}
_OCCUPATION = {
    "PNS": ("pns", "asn"),
    "TNI": ("tni",),
    "POLRI": ("polri", "polisi"),
    "swasta": ("swasta", "pegawai swasta", "karyawan swasta"),
    "wirausaha": ("wirausaha", "wiraswasta", "pengusaha", "pedagang"),
}
# first year of each band -> its name; the bands are those of the survey in the chat
_AGES = ((60, "60-up"), (50, "50-59"), (40, "40-49"), (30, "30-39"), (20, "20-29"), (0, "under-20"))
_AGE_WORDS = {
    "under-20": ("under-20", "under 20", "<20", "< 20", "di bawah 20", "kurang dari 20"),
    "60-up": ("60-up", "60+", ">=60", "≥60", "60 ke atas", "60 and over"),
    **{band: (band, band.replace("-", "–")) for _, band in _AGES[1:-1]},
}
_YEARS = re.compile(r"(\d{1,3})(?: (?:tahun|th|thn|years?))?", re.ASCII)
OLDEST = 120


@dataclass(frozen=True, slots=True)
class Profiles:
    """What is told of each person, by the row of the spreadsheet; services by their names."""

    by_line: Mapping[int, Mapping[str, str]]
    faults: tuple[Fault, ...]
    columns: tuple[str, ...]  # the file's own names of those that were read


def read(content: bytes) -> Profiles:
    """Of a file that `paper_sheet.read` takes. A cell that says nothing known is a fault; only of
    occupations every other one is "lainnya", as on the form."""
    sheet = read_sheet(content, _ALIASES)
    told: dict[int, dict[str, str]] = {}
    faults = []
    for row in sheet.rows:
        for name, title in sheet.columns.items():
            cell = " ".join(row.get(name).split())
            value = _READERS[name](cell) if cell else ""
            if value:
                told.setdefault(row.number, {})[name] = value
            elif cell:
                faults.append(
                    Fault(row.number, "paper-no-profile", {"column": title, "found": cell})
                )
    return Profiles(told, tuple(faults), tuple(sheet.columns.values()))


def _one_of(known: Mapping[str, tuple[str, ...]], other: str = "") -> Callable[[str], str]:
    values = {word: value for value, words in known.items() for word in words}
    return lambda cell: values.get(cell.casefold(), other)


def _age(cell: str) -> str:
    """A number of years, or one of the bands."""
    found = _YEARS.fullmatch(cell.casefold())
    if found is None:
        return _one_of(_AGE_WORDS)(cell)
    years = int(found[1])
    return next(band for least, band in _AGES if years >= least) if years <= OLDEST else ""


_READERS: Mapping[str, Callable[[str], str]] = {
    "sex": _one_of(_SEX),
    "age": _age,
    "education": _one_of(_EDUCATION),
    "occupation": _one_of(_OCCUPATION, "lainnya"),
    "service": str,
}
