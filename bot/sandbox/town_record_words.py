"""What the people of Sungai Rambai plan, note, contest and decide about their work. Data only,
invented."""

from __future__ import annotations

from dataclasses import dataclass

from models.appraisal.feedback.tables import NoteKind, Value
from models.appraisal.skp.content import (
    DOCUMENT,
    Content,
    IndicatorContent,
    ResultContent,
    system_indicator,
)
from models.appraisal.skp.tables import Aspect, Block, Source
from models.forum.questions import Asking
from models.forum.tables import QuestionKind

POSITION = "Analis kependudukan"

# --- plans

ON_TIME = "Meningkatnya ketepatan waktu layanan kependudukan"
HEARD = "Menurunnya pengaduan warga yang terlambat dijawab"
LEADER = Content(
    (
        ResultContent(
            Block.MAIN,
            ON_TIME,
            "Terwujudnya layanan administrasi kependudukan yang cepat dan pasti",
            (
                IndicatorContent(
                    Aspect.TIME, "Loket dengan papan janji waktu yang selalu dipenuhi", 3, "loket"
                ),
                IndicatorContent(
                    Aspect.QUALITY,
                    "Laporan Survei Kepuasan Masyarakat tiap triwulan",
                    1,
                    DOCUMENT,
                    source=Source.DOCUMENT,
                ),
            ),
        ),
        ResultContent(
            Block.MAIN,
            HEARD,
            "Terwujudnya layanan administrasi kependudukan yang cepat dan pasti",
            (
                IndicatorContent(
                    Aspect.QUANTITY, "Rapat evaluasi pengaduan bersama petugas loket", 12, "rapat"
                ),
            ),
        ),
    )
)


def _own_duty(text: str, number: float, measure: str) -> ResultContent:
    """What is reported by hand."""
    return ResultContent(
        Block.ADDITIONAL,
        "Warga di kelurahan mengetahui persyaratan layanan",
        "",
        (IndicatorContent(Aspect.QUANTITY, text, number, measure),),
    )


COUNTER = Content(
    (
        ResultContent(
            Block.MAIN,
            "Layanan KTP-el dan KK selesai dalam waktu yang dijanjikan",
            ON_TIME,
            (
                system_indicator(
                    "visits_within", 75, "Kunjungan selesai dalam janji waktu", Aspect.TIME
                ),
                system_indicator(
                    "satisfaction_conduct", 3, "Nilai warga atas sikap petugas", Aspect.QUALITY
                ),
            ),
        ),
        ResultContent(
            Block.MAIN,
            "Pengaduan warga dijawab cepat dan diselesaikan",
            HEARD,
            (
                system_indicator(
                    "answered_in_a_day", 80, "Pengaduan dijawab dalam satu hari kerja", Aspect.TIME
                ),
                system_indicator(
                    "solved_on_time", 75, "Pengaduan selesai tepat waktu", Aspect.QUALITY
                ),
            ),
        ),
        _own_duty("Penjelasan persyaratan di kantor kelurahan", 2, "kali"),
    )
)
REPORTED = (2.0, "Kelurahan Rambai Hilir dan Kelurahan Kota; daftar hadir ada di map loket 1.")
"""Of the last indicator of `COUNTER`: the figure, and where the proof is."""

DOCUMENTS = Content(
    (
        ResultContent(
            Block.MAIN,
            "Akta kelahiran dan kematian terbit sesuai janji waktu",
            ON_TIME,
            (
                system_indicator(
                    "visits_within", 95, "Permohonan akta selesai dalam janji waktu", Aspect.TIME
                ),
            ),
        ),
        _own_duty("Jemput bola akta kelahiran di rumah bersalin", 12, "kali"),
    )
)
PATIENTS = Content(
    (ResultContent(Block.MAIN, "Pasien terdaftar dalam lima belas menit sejak datang"),)
)
"""A draft: no indicator yet."""

ASK_CHANGE = (
    "Target 95 persen belum pernah tercapai di loket mana pun. Coba 85 persen dahulu, dan "
    "tambahkan indikator waktu menjawab pengaduan."
)
LOWERED = (
    "Loket 2 sejak bulan ini juga menerima antrean KK dari kecamatan, jadi target waktu perlu "
    "disesuaikan."
)
LOWER_TARGET = 70.0

# --- praise and advice


@dataclass(frozen=True, slots=True)
class Note:
    """`when`: the share of the working days that have passed. `result`: place in the plan."""

    when: float
    about: str
    giver: str
    kind: NoteKind
    text: str
    value: Value | None = None
    result: int | None = None


_PRAISE, _ADVICE = NoteKind
NOTES = (
    Note(
        0.15, "sari", "hartono", _PRAISE, "Papan janji waktu di Loket 1 Sari perbarui setiap pagi. "
        "Warga jadi tahu kapan harus kembali.", result=0,
    ),
    Note(
        0.3, "bayu", "hartono", _ADVICE, "Saat jaringan pusat terganggu, kabari warga yang "
        "menunggu dahulu, baru telepon helpdesk.", Value.SERVICE,
    ),
    Note(
        0.38, "hartono", "sari", _PRAISE, "Pak Hartono ikut berjaga di loket saat antrean Senin "
        "panjang. Kami tidak merasa sendirian.", Value.COLLABORATIVE,
    ),
    Note(
        0.5, "sari", "bayu", _PRAISE, "Sari mengajari saya membetulkan data ganda tanpa membuat "
        "warga antre ulang.", Value.COMPETENT,
    ),
    Note(
        0.62, "sari", "hartono", _ADVICE, "Pengaduan yang masuk sore sebaiknya dijawab singkat "
        "hari itu juga, walau belum selesai.", result=1,
    ),
    Note(
        0.7, "hartono", "surya", _ADVICE, "Target dibahas dengan petugas sebelum ditetapkan, "
        "supaya mereka ikut memilikinya.", Value.HARMONIOUS,
    ),
    Note(
        0.85, "nurul", "hartono", _PRAISE, "Berkas akta bulan ini rapi semua, tidak satu pun "
        "kembali karena salah ketik.", Value.ACCOUNTABLE,
    ),
    Note(
        0.95, "bayu", "sari", _PRAISE, "Bayu tetap tenang menghadapi warga yang marah karena mesin "
        "rusak, dan warga itu pulang tersenyum.", Value.SERVICE,
    ),
)  # fmt: skip

# --- 360 degrees

EXAMPLES = (
    "Selalu datang lebih dahulu dan membuka loket bersama kami.",
    "Membagi tugas dengan jelas ketika satu petugas cuti.",
    "Mau mendengar keberatan kami dan mengubah jadwal jaga.",
    "Belajar aplikasi baru lebih dahulu, lalu mengajarkannya.",
    "Kadang keputusan disampaikan mendadak lewat pesan malam hari.",
)
"""Of the head."""
OF_SARI = "Menjawab pertanyaan warga sampai tuntas sebelum memanggil nomor berikutnya."

# --- contests, and words of one's own

NOT_HER_VISIT = (
    "Warga ini hanya bertanya arah kepada saya, lalu dilayani di Loket 3. Yang dinilai pelayanan "
    "di sana; buku loket mencatatnya."
)
ACCEPTED = "Buku loket mencocokkan: warga itu dilayani di Loket 3. Penilaian dikesampingkan."
NOT_HIS = (
    "Jam itu saya mengantar berkas ke gudang arsip, dan Loket 2 dijaga pegawai pengganti. Jadwal "
    "jaga ada di bagian umum."
)
OWN_WORDS = (
    "Bulan ini saya pindah dari Loket 2 ke Loket 1 dan memegang perekaman sekaligus. Menjawab "
    "pengaduan di hari yang sama belum selalu bisa saya lakukan pada hari Senin."
)

# --- appraisals: the note on the work, and the one on the behaviour

SARI = (
    "Sebagian besar kunjungan di Loket 1 selesai dalam janji waktu, dan dua penjelasan di "
    "kelurahan terlaksana; hari Senin masih sering terlambat.",
    "Sabar, dan mau mengajari rekan. Warga menyebut namanya dengan baik.",
)
BAYU = (
    "Beberapa pengaduan dijawab terlalu lama, dan warga tidak dikabari ketika jaringan terganggu.",
    "Sopan kepada warga dan datang tepat waktu.",
)
WHY_BELOW = (
    "Angka kunjungan memang baik, tetapi pengaduan yang terlambat menyangkut warga yang sama dan "
    "sudah diingatkan dua kali."
)
ANYBODY = (
    "Rencana bulan itu tercapai menurut angka dan catatan.",
    "Sopan kepada warga, dan mau membantu rekan.",
)
"""Of the month before."""
DODI = (
    "Gerai buka setiap Sabtu dan kartu anak jadi pada hari yang dijanjikan.",
    "Ramah, dan menjaga gerai sendirian tanpa keluhan.",
)
OBJECTION = (
    "Dua pengaduan itu baru dialihkan kepada saya setelah terlambat. Jaringan pusat terganggu tiga "
    "hari, dan itu tercatat. Mohon ditinjau kembali."
)
EXPLANATION = (
    "Pengalihan memang terlambat, dan itu bagian saya. Namun selama gangguan warga tidak dikabari, "
    "padahal itu dapat dilakukan dari loket."
)
ORGANISATION = "Surat Sekda Sungai Rambai 800/112 tentang capaian kinerja perangkat daerah"

# --- coaching

CATALOGUE = (
    (
        "Alur berkas dan janji waktu di loket", "visits_within",
        "Satu hari, oleh Bagian Organisasi: memilah berkas, menyebut janji waktu, mengabari warga.",
    ),
    (
        "Menjawab pengaduan dengan jelas dan cepat", "answered_in_a_day",
        "Dua jam, oleh Dinas Kominfo: jawaban pertama yang jujur, meski belum selesai.",
    ),
)  # fmt: skip
"""Trainings: name, the indicator, what it teaches."""
WISH = (
    "Pengaduan tentang akta makin banyak lewat bot. Saya ingin belajar menulis jawaban pertama "
    "yang singkat dan jelas."
)
RECOGNITION = (
    "Menulis panduan satu halaman tentang data ganda yang kini dipakai di semua loket, di luar "
    "tugasnya sendiri."
)
KEPT_PROMISE = "Menempel janji waktu setiap layanan di Loket 1 dan memperbaruinya setiap pagi"
OUTCOME = "Ditempel sejak minggu pertama; sudah saya periksa tiga kali."
OPEN_PROMISE = "Mengabari setiap warga yang berkasnya tertunda lebih dari satu hari"

# --- the forum

HOURS = Asking(
    QuestionKind.CHOICE,
    "Kapan Anda paling mudah datang ke loket kami?",
    ("Pagi sebelum pukul 09.00", "Siang saat istirahat", "Sore sampai pukul 18.00", "Hari Sabtu"),
    "When is it easiest for you to come to our counters?",
    ("Morning before 9", "At lunch time", "Afternoon until 6", "On Saturday"),
)
CHOSEN = (2, 3, 0, 3, 2, 1, 3, 2, 3, 0, 3, 2, 1, 3)
"""Places of the options, one for each who answered."""
WAITING = Asking(
    QuestionKind.OPEN,
    "Apa satu hal yang membuat menunggu di loket KTP-el lebih nyaman?",
    (),
    "What one thing would make waiting at the ID card counter easier?",
)
WISHES = (
    "Nomor antrean bisa diambil dari rumah",
    "Kursi di luar diberi atap, kalau hujan basah",
    "Ada perkiraan jam dipanggil",
    "Loket 2 tolong jangan tutup saat istirahat",
    "Tempat bermain anak kecil",
    "Colokan untuk mengisi HP",
    "Nomor antrean dari rumah, supaya tidak datang subuh",
    "Air minum",
    "A sign in English at the door",
)
