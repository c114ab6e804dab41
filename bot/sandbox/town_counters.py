"""How the counters of Sungai Rambai serve: what, how often, how long it takes. Data only."""

from __future__ import annotations

from dataclasses import dataclass

from models.visits.tables import Source


@dataclass(frozen=True, slots=True)
class Work:
    """A service at the counters. `minutes`: of open time that it usually takes."""

    service: str
    minutes: int
    often: int
    counter: str = ""  # only here; empty: at every counter of the unit


@dataclass(frozen=True, slots=True)
class Serving:
    """A unit. `daily`: visits of one counter on a day; shares are of all visits."""

    source: Source
    daily: tuple[int, int]
    works: tuple[Work, ...]
    paused: float = 0.07  # papers were missing
    redirected: float = 0.04
    rated: float = 0.62
    looked: float = 0.14  # scanned the code and left it at that


COUNTERS: dict[str, Serving] = {
    "ktp": Serving(
        Source.CHAT,
        (2, 4),
        (
            Work("Perekaman KTP-el", 13, 5),
            Work("Pengambilan KTP-el", 7, 4),
            Work("Cetak KTP-el", 330, 2),
            Work("Perubahan Kartu Keluarga", 400, 1),
        ),
    ),
    "akta": Serving(
        Source.CHAT,
        (1, 3),
        (
            Work("Legalisasi kutipan akta", 11, 4),
            Work("Akta kelahiran", 300, 3),
            Work("Akta kematian", 240, 1),
        ),
    ),
    "gerai": Serving(
        Source.CHAT,
        (1, 3),
        (Work("Aktivasi identitas digital", 8, 4), Work("Kartu Identitas Anak", 150, 2)),
    ),
    # a machine gives out numbers, and tells when they were called
    "puskesmas": Serving(
        Source.API,
        (2, 4),
        (
            Work("Pendaftaran pasien", 11, 4, "Pendaftaran"),
            Work("Pemeriksaan umum", 46, 3, "Pendaftaran"),
            Work("Surat keterangan sehat", 24, 1, "Pendaftaran"),
            Work("Pengambilan obat", 15, 1, "Apotek"),
        ),
        paused=0.03,
        looked=0.2,
    ),
    # permits take days; the register of the unit is a spreadsheet
    "izin": Serving(
        Source.CSV,
        (0, 2),
        (
            Work("Surat izin praktik tenaga kesehatan", 1500, 3),
            Work("Sertifikat laik sehat rumah makan", 4300, 1),
        ),
        paused=0.2,
        rated=0.7,
    ),
}
"""Units that keep visits. The one in Teluk Damai does not: its head enters how many it served."""

TELUK_SERVED = 240  # people a quarter

SCATTER = 0.42
"""Of the time a visit takes: the standard deviation of its logarithm."""
WAITS = (4, 55)  # minutes between number and counter, where a machine gives out numbers
