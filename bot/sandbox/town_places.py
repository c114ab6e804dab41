"""The invented town of Sungai Rambai: its offices, units, counters and people. Data only.

Names are made up; a NIP has the right form (birth date, appointment month, sex, number) and
belongs to nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

from models.people import Role

WIB, WIT = "Asia/Jakarta", "Asia/Jayapura"


@dataclass(frozen=True, slots=True)
class ServiceSpec:
    name: str
    duration: str
    fee: str = "Gratis"
    requirements: str = ""


@dataclass(frozen=True, slots=True)
class UnitSpec:
    """A unit. `scores`: how often 1, 2, 3, 4 are given, in hundredths; `daily`: ratings a day."""

    key: str
    office: str
    name: str
    counters: tuple[str, ...]
    services: tuple[ServiceSpec, ...]
    scores: tuple[int, int, int, int]
    daily: tuple[int, int]
    zone: str = WIB
    hours: str = ""  # as an admin types them; empty: the usual office hours


@dataclass(frozen=True, slots=True)
class StaffSpec:
    """Somebody who works here. `serves`: (unit, counter) on the roster."""

    key: str
    first_name: str
    last_name: str
    nip: str
    position: str
    label: str
    places: tuple[tuple[Role, str], ...]  # role, and unit or office; "" is everywhere
    serves: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


@dataclass(frozen=True, slots=True)
class CitizenSpec:
    key: str
    first_name: str
    last_name: str
    about: str
    language: str = "id"
    known: bool = True  # has agreed to the notice and written before


DUKCAPIL = "Dinas Dukcapil Sungai Rambai"
KESEHATAN = "Dinas Kesehatan Sungai Rambai"
OFFICES = (DUKCAPIL, KESEHATAN)

UNITS: tuple[UnitSpec, ...] = (
    UnitSpec(
        "ktp",
        DUKCAPIL,
        "Loket KTP-el dan KK",
        ("Loket 1", "Loket 2"),
        (
            ServiceSpec("Perekaman KTP-el", "15 minutes", requirements="Fotokopi KK"),
            ServiceSpec("Pengambilan KTP-el", "10 minutes", requirements="Bukti perekaman"),
            ServiceSpec(
                "Cetak KTP-el",
                "24 hours",
                requirements="KTP-el lama atau surat kehilangan dari kepolisian",
            ),
            ServiceSpec(
                "Perubahan Kartu Keluarga",
                "2 working_days",
                requirements="KK lama, formulir F-1.02, dokumen pendukung",
            ),
        ),
        (6, 15, 49, 30),
        (4, 8),
    ),
    UnitSpec(
        "akta",
        DUKCAPIL,
        "Loket Akta Pencatatan Sipil",
        ("Loket 3",),
        (
            ServiceSpec(
                "Akta kelahiran",
                "24 hours",
                requirements="Surat keterangan lahir, KK, KTP-el kedua orang tua, buku nikah",
            ),
            ServiceSpec("Akta kematian", "24 hours", requirements="Surat kematian, KK, KTP-el"),
            ServiceSpec("Legalisasi kutipan akta", "15 minutes", requirements="Kutipan akta asli"),
        ),
        (3, 9, 52, 36),
        (2, 5),
    ),
    UnitSpec(
        "gerai",
        DUKCAPIL,
        "Gerai Layanan Pasar Lama",
        ("Meja 1",),
        (
            ServiceSpec("Kartu Identitas Anak", "1 working_days", requirements="Akta, KK"),
            ServiceSpec("Aktivasi identitas digital", "10 minutes", requirements="KTP-el, ponsel"),
        ),
        (2, 6, 46, 46),
        (2, 6),
        hours="Sen-Kam 08.30-12.00 13.00-15.00; Jum 08.30-11.00; Sab 08.00-12.00",
    ),
    UnitSpec(
        "teluk",
        DUKCAPIL,
        "Kantor Penghubung Teluk Damai",
        ("Meja Layanan",),
        (
            ServiceSpec(
                "Pengambilan KTP-el warga perantau", "5 working_days", requirements="Fotokopi KK"
            ),
            ServiceSpec("Surat keterangan pindah", "2 working_days", requirements="KK, KTP-el"),
        ),
        (7, 18, 52, 23),
        (1, 4),
        zone=WIT,
    ),
    UnitSpec(
        "puskesmas",
        KESEHATAN,
        "Puskesmas Rambai Hulu",
        ("Pendaftaran", "Apotek"),
        (
            ServiceSpec("Pendaftaran pasien", "15 minutes", requirements="KTP-el, kartu BPJS"),
            ServiceSpec("Pemeriksaan umum", "60 minutes", "Gratis bagi peserta BPJS"),
            ServiceSpec("Surat keterangan sehat", "30 minutes", "Rp15.000", "KTP-el"),
            ServiceSpec("Pengambilan obat", "20 minutes", "Gratis bagi peserta BPJS", "Resep"),
        ),
        (11, 21, 46, 22),
        (4, 9),
        hours="Sen-Kam 07.30-14.00; Jum 07.30-11.00; Sab 07.30-12.00",
    ),
    UnitSpec(
        "izin",
        KESEHATAN,
        "Loket Izin Praktik dan Laik Sehat",
        ("Meja Izin",),
        (
            ServiceSpec(
                "Surat izin praktik tenaga kesehatan",
                "5 working_days",
                requirements="STR, ijazah, rekomendasi organisasi profesi, pasfoto",
            ),
            ServiceSpec(
                "Sertifikat laik sehat rumah makan",
                "14 working_days",
                requirements="NIB, denah, hasil pemeriksaan air",
            ),
        ),
        (5, 13, 55, 27),
        (1, 3),
    ),
)

STAFF: tuple[StaffSpec, ...] = (
    StaffSpec(
        "sari", "Sari", "Melati", "198904122011012003", "Analis kependudukan",
        "Petugas · Loket KTP-el dan KK", ((Role.OFFICER, "ktp"),), (("ktp", "Loket 1"),),
    ),
    StaffSpec(
        "bayu", "Bayu", "Saputra", "199307082019031004", "Operator SIAK",
        "Petugas · Loket KTP-el dan KK", ((Role.OFFICER, "ktp"),), (("ktp", "Loket 2"),),
    ),
    StaffSpec(
        "nurul", "Nurul", "Hasanah", "199011232014022002", "Pengelola dokumen",
        "Petugas · Loket Akta", ((Role.OFFICER, "akta"),), (("akta", "Loket 3"),),
    ),
    StaffSpec(
        "dodi", "Dodi", "Firmansyah", "199505172020121006", "Operator layanan",
        "Petugas · Gerai Pasar Lama", ((Role.OFFICER, "gerai"),), (("gerai", "Meja 1"),),
    ),
    StaffSpec(
        "yohana", "Yohana", "Mandibu", "199202142017082001", "Petugas penghubung",
        "Petugas · Teluk Damai (WIT)", ((Role.OFFICER, "teluk"),), (("teluk", "Meja Layanan"),),
    ),
    StaffSpec(
        "rini", "Rini", "Astuti", "198801302010012005", "Perekam medis",
        "Petugas · Puskesmas", ((Role.OFFICER, "puskesmas"),), (("puskesmas", "Pendaftaran"),),
    ),
    StaffSpec(
        "hendra", "Hendra", "Kurnia", "199109092015031003", "Asisten apoteker",
        "Petugas · Puskesmas", ((Role.OFFICER, "puskesmas"),), (("puskesmas", "Apotek"),),
    ),
    StaffSpec(
        "maria", "Maria", "Situngkir", "198706252012122001", "Verifikator perizinan",
        "Petugas · Loket Izin", ((Role.OFFICER, "izin"),), (("izin", "Meja Izin"),),
    ),
    StaffSpec(
        "hartono", "Hartono", "Wiryawan", "197503112000031002", "Kepala bidang pelayanan",
        "Kepala · Dukcapil",
        ((Role.HEAD, "ktp"), (Role.HEAD, "akta"), (Role.HEAD, "teluk")),
    ),
    StaffSpec(
        "lestari", "Lestari", "Handayani", "197809042005012004", "Kepala Puskesmas",
        "Kepala · Puskesmas dan Izin", ((Role.HEAD, "puskesmas"), (Role.HEAD, "izin")),
    ),
    StaffSpec(
        "anisa", "Anisa", "Rahmah", "198512202009042001", "Pranata komputer",
        "Admin · semua kantor", ((Role.ADMIN, ""),),
    ),
    StaffSpec(
        "teguh", "Teguh", "Prasetyo", "198003142006041003", "Auditor madya",
        "Inspektorat · semua kantor", ((Role.INSPECTOR, ""),),
    ),
    StaffSpec(
        "ratna", "Ratna", "Puspita", "197612202003122001", "Inspektur pembantu",
        "Inspektorat · semua kantor", ((Role.INSPECTOR, ""),),
    ),
    StaffSpec(
        "surya", "Surya", "Dharma", "197005141995031003", "Kepala dinas",
        "Kepala kantor · Dukcapil", ((Role.HEAD, DUKCAPIL),),
    ),
)  # fmt: skip

CITIZENS: tuple[CitizenSpec, ...] = (
    CitizenSpec("wulan", "Wulan", "Pertiwi", "Belum pernah memakai bot ini", known=False),
    CitizenSpec("rudi", "Rudi", "Hartawan", "Mengurus KTP dan KK"),
    CitizenSpec("mega", "Mega", "Silvia", "Ibu dua anak, pasien Puskesmas"),
    CitizenSpec("darma", "Darma", "Sinuraya", "Pemilik warung di Pasar Lama"),
    CitizenSpec("yosefa", "Yosefa", "Numberi", "Warga perantau di Teluk Damai"),
    CitizenSpec("emily", "Emily", "Carter", "Speaks English; runs a small café", "en"),
)
"""Those whose chats the page shows. Others wrote too (`OFFSTAGE` of them) or only rated a visit
(`VISITORS`, and `FRIENDS` who come too often); theirs stay closed."""
OFFSTAGE = 18
VISITORS, FRIENDS = 150, 4
