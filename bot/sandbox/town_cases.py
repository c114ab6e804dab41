"""The complaints of Sungai Rambai and what became of them. Data only, invented.

A story is a row of steps: working hours of the unit since the step before, what happened, words.
What lies in the future of the day the town is built has not happened yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Step = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class CaseSpec:
    """`age`: working days since it was sent; 0 is a short while ago. `who`: "" is offstage."""

    unit: str
    category: str
    age: int
    text: str
    steps: tuple[Step, ...] = ()
    who: str = ""
    photos: int = 0
    place: tuple[float, float] | None = None
    named: bool = False
    crew: int = 0  # which of the unit's officers works on it


CASES: tuple[CaseSpec, ...] = (
    # --- Loket KTP-el dan KK
    CaseSpec(
        "ktp", "waktu", 27,
        "Antre dari jam 7 pagi, baru dipanggil jam 11. Loket yang buka cuma satu.",
        ((2, "take"), (5, "answer", "Mohon maaf atas antrean Senin lalu. Satu petugas kami sakit. "
          "Mulai pekan ini Loket 2 selalu dibuka sampai pukul 12.00."), (9, "confirm"),
         (1, "rate", 4)),
    ),
    CaseSpec(
        "ktp", "produk", 24,
        "Nama jalan di KTP saya salah ketik, tertulis Melatih padahal Melati.",
        ((1, "take"), (3, "answer", "Terima kasih sudah memberi tahu. KTP pengganti sudah kami "
          "cetak dan dapat diambil di Loket 1 tanpa antre."), (6, "confirm"), (0, "rate", 4)),
        who="rudi",
    ),
    CaseSpec(
        "ktp", "informasi", 23,
        "Apakah KK bisa diurus dengan surat kuasa? Ibu saya sudah tidak kuat berjalan.",
        ((3, "answer", "Bisa, Bapak/Ibu. Surat kuasa bermeterai dan KTP-el pemberi kuasa. Untuk "
          "warga lanjut usia kami juga dapat datang ke rumah, cukup balas pesan ini."),
         (4, "reply", "Kalau begitu mohon datang ke rumah saja, Jalan Kenanga 12."),
         (6, "answer", "Baik, tim kami datang hari Kamis pukul 09.00."), (16, "confirm"),
         (1, "rate", 4)),
        crew=1,
    ),
    CaseSpec(
        "ktp", "prosedur", 21,
        "Disuruh bolak-balik tiga kali karena syaratnya disebut satu-satu.",
        ((44, "answer", "Mohon maaf baru kami jawab. Daftar syarat sekarang ditempel di pintu dan "
          "dibagikan satpam."),),
    ),
    CaseSpec(
        "ktp", "perilaku", 18,
        "Petugas membentak ayah saya karena tidak bisa tanda tangan. Ayah saya sudah 70 tahun.",
        ((4, "take"), (8, "answer", "Kami mohon maaf. Petugas sudah kami tegur dan warga lanjut "
          "usia kini didampingi sejak pintu masuk."),
         (10, "reopen", "Kemarin masih ada yang dibentak juga, bukan ayah saya tapi orang lain."),
         (12, "answer", "Terima kasih. Kepala bidang sudah memanggil petugas tersebut dan mulai "
          "besok ada pendamping khusus."), (9, "confirm"), (1, "rate", 3)),
        crew=1,
    ),
    CaseSpec(
        "ktp", "sarana", 16,
        "Kursi tunggu patah dua, tadi ada ibu hampir jatuh.",
        ((1, "take"), (2, "answer", "Kursi sudah kami tarik dan diganti pagi ini."),
         (2, "confirm"), (0, "rate", 4)),
        photos=1,
    ),
    CaseSpec(
        "ktp", "keterlambatan", 13,
        "KTP saya dijanjikan 24 jam, ini sudah enam hari belum jadi.",
        ((5, "take"), (6, "ask", "Mohon tuliskan tanggal perekaman dan kecamatan Anda, agar kami "
          "dapat mencarinya."), (5, "reply", "Perekaman tanggal 3, Kecamatan Rambai Hilir."),
         (7, "answer", "KTP Anda terselip di Kecamatan. Sudah kami ambil dan siap di Loket 1."),
         (8, "confirm"), (1, "rate", 3)),
    ),
    CaseSpec(
        "ktp", "pungli", 12,
        "Ada calo di parkiran menawarkan KTP cepat 150 ribu, katanya kenal orang dalam.",
        ((3, "take"), (6, "answer", "Terima kasih atas keberanian Anda. Laporan ini kami "
          "periksa dan area parkir kini dijaga. Semua layanan gratis.")),
        photos=1,
        place=(3.6761, 98.6524),
    ),
    CaseSpec(
        "ktp", "waktu", 8,
        "Sistem offline dari pagi tidak ada pengumuman, kami menunggu tiga jam percuma.",
        ((2, "take"),),
    ),
    CaseSpec(
        "ktp", "lainnya", 7,
        "Mesin nomor antrean mengeluarkan nomor dobel, tadi hampir ribut.",
        (),
    ),
    CaseSpec(
        "ktp", "produk", 4,
        "KK baru saya mencantumkan anak tetangga sebagai anggota keluarga.",
        ((2, "take"), (5, "answer", "Mohon maaf atas kekeliruan ini. KK yang benar sudah terbit "
          "dan dapat diunduh atau diambil di Loket 2.")),
        who="rudi",
        crew=1,
    ),
    CaseSpec(
        "ktp", "persyaratan", 1,
        "Di papan tertulis cukup fotokopi KK, di loket diminta surat RT juga. Mana yang benar?",
        (),
    ),
    CaseSpec(
        "ktp", "waktu", 0,
        "Nomor antrean hari ini habis jam 9. Saya ambil cuti khusus untuk ini, tolong solusinya.",
        (),
        who="rudi",
        named=True,
        photos=1,
    ),
    # --- Loket Akta
    CaseSpec(
        "akta", "produk", 25,
        "Nama ibu di akta anak saya kurang satu huruf.",
        ((2, "take"), (2, "answer", "Sudah kami betulkan, silakan ambil di Loket 3."),
         (7, "confirm"), (0, "rate", 4)),
    ),
    CaseSpec(
        "akta", "informasi", 15,
        "Saya lahir di luar kota, apakah bisa mengurus akta di sini?",
        ((6, "answer", "Bisa, dengan surat keterangan lahir dari rumah sakit dan KK Sungai "
          "Rambai."), (5, "confirm"), (0, "rate", 4)),
    ),
    CaseSpec(
        "akta", "waktu", 14,
        "Loket istirahat dari jam 11.30 sampai 13.30, padahal di pintu tertulis jam 12 sampai 13.",
        ((4, "take"), (9, "answer", "Jam istirahat sudah kami samakan dengan pengumuman, "
          "bergantian agar loket tidak kosong.")),
    ),
    CaseSpec(
        "akta", "lainnya", 10,
        "Toko fotokopi di depan kantor mahal sekali.",
        ((8, "reject", "not_ours", "Toko tersebut bukan bagian dari kantor kami. Di Loket 3 "
          "tersedia fotokopi gratis untuk berkas akta."),),
    ),
    CaseSpec(
        "akta", "keterlambatan", 3,
        "Akta kematian bapak saya sudah lima hari, dijanjikan satu hari. Perlu untuk pensiun ibu.",
        ((3, "take"),),
        who="mega",
    ),
    # --- Gerai Pasar Lama
    CaseSpec(
        "gerai", "sarana", 22,
        "Gerai panas sekali, kipasnya mati sejak minggu lalu.",
        ((3, "take"), (4, "answer", "Kipas sudah diganti dua buah yang baru."), (4, "confirm"),
         (0, "rate", 4)),
    ),
    CaseSpec(
        "gerai", "waktu", 11,
        "Hari Sabtu datang jam 11.30 sudah tidak dilayani, padahal tutup jam 12.",
        ((7, "answer", "Mohon maaf. Nomor terakhir kini diberikan pukul 11.45."),),
        who="darma",
    ),
    CaseSpec(
        "gerai", "sarana", 5,
        "Tempat parkir motor dipakai lapak, warga yang mau ke gerai susah lewat.",
        ((2, "take"), (4, "ask", "Apakah lapak itu ada setiap hari atau hanya Sabtu? Kami akan "
          "berbicara dengan pengelola pasar.")),
        who="darma",
        photos=2,
        place=(3.6768, 98.6531),
    ),
    CaseSpec(
        "gerai", "produk", 2,
        "Foto di Kartu Identitas Anak saya gelap sekali.",
        ((1, "take"), (3, "answer", "Silakan datang kapan saja, foto diulang tanpa antre."),
         (3, "confirm"), (0, "rate", 4)),
    ),
    # --- Kantor Penghubung Teluk Damai (WIT)
    CaseSpec(
        "teluk", "keterlambatan", 20,
        "KTP kiriman dari Sungai Rambai sudah tiga minggu belum sampai.",
        ((8, "take"), (10, "answer", "Kiriman tertahan di pelabuhan. Sudah tiba hari ini, silakan "
          "diambil."), (7, "confirm"), (1, "rate", 3)),
    ),
    CaseSpec(
        "teluk", "waktu", 9,
        "Kantor tutup hari Selasa tanpa pemberitahuan. Saya datang dari kampung naik perahu.",
        (),
    ),
    CaseSpec(
        "teluk", "informasi", 6,
        "Surat pindah bisa dikirim lewat telepon kah? Sinyal di sini susah.",
        ((4, "answer", "Bisa, Mama. Foto KK dan KTP kirim di sini, suratnya kami antar."),),
        who="yosefa",
    ),
    CaseSpec(
        "teluk", "sarana", 0,
        "Atap ruang tunggu bocor, berkas saya basah tadi.",
        (),
        who="yosefa",
        photos=1,
        place=(-3.3667, 135.4833),
    ),
    # --- Puskesmas
    CaseSpec(
        "puskesmas", "waktu", 28,
        "Dokter baru datang jam 10, di papan tertulis 07.30.",
        ((5, "take"), (20, "answer", "Dokter kami mendapat tugas imunisasi. Jadwal kini ditempel "
          "setiap pagi."), (8, "reopen", "Hari ini terlambat lagi, jadwal juga tidak ditempel."),
         (15, "answer", "Mohon maaf. Mulai pekan ini ada dokter pengganti bila yang utama "
          "bertugas di luar."), (9, "confirm"), (0, "rate", 2)),
    ),
    CaseSpec(
        "puskesmas", "sarana", 26,
        "Toilet pasien kotor dan airnya mati.",
        ((2, "take"), (3, "answer", "Pompa air sudah diperbaiki, toilet dibersihkan tiap dua "
          "jam."), (6, "confirm"), (0, "rate", 4)),
        photos=2,
        crew=1,
    ),
    CaseSpec(
        "puskesmas", "biaya", 19,
        "Diminta bayar 20 ribu untuk surat sehat, di papan 15 ribu.",
        ((3, "take"), (8, "answer", "Tarif yang benar Rp15.000. Selisih Rp5.000 dapat diambil di "
          "Pendaftaran, petugas sudah kami ingatkan."), (5, "confirm"), (1, "rate", 4)),
    ),
    CaseSpec(
        "puskesmas", "informasi", 17,
        "Imunisasi campak hari apa ya bu? Anak saya 9 bulan.",
        ((2, "answer", "Setiap Rabu pukul 08.00–11.00, Bunda. Bawa buku KIA."),
         (1, "note", "Terima kasih banyak infonya"), (3, "confirm"), (0, "rate", 4)),
        who="mega",
        crew=1,
    ),
    CaseSpec(
        "puskesmas", "perilaku", 13,
        "Perawat ketus waktu saya tanya hasil lab, malah disuruh baca sendiri.",
        ((39, "answer", "Mohon maaf atas kejadian ini dan atas lambatnya jawaban. Perawat sudah "
          "dibina."), (5, "reopen", "Saya belum mendapat penjelasan hasil labnya.")),
    ),
    CaseSpec(
        "puskesmas", "lainnya", 12,
        "Kursi roda cuma satu, sering dipakai untuk angkut barang.",
        ((4, "take"), (5, "hand", "izin"), (6, "reject", "unclear", "Kami tidak mengelola "
          "peralatan Puskesmas. Mohon sampaikan kembali kepada Puskesmas.")),
    ),
    CaseSpec(
        "puskesmas", "pungli", 9,
        "Ada yang minta uang 50 ribu supaya antre lebih cepat, tidak pakai kwitansi.",
        ((2, "take"),),
    ),
    CaseSpec(
        "puskesmas", "produk", 8,
        "Obat darah tinggi kosong dua minggu, disuruh beli di luar terus.",
        (),
    ),
    CaseSpec(
        "puskesmas", "prosedur", 5,
        "Pendaftaran online tidak terbaca di loket, harus antre ulang dari awal.",
        ((3, "take"), (8, "answer", "Gangguan sudah diperbaiki. Bila terulang, tunjukkan pesan "
          "pendaftaran dan Anda langsung dilayani.")),
        who="mega",
        crew=1,
    ),
    CaseSpec(
        "puskesmas", "waktu", 2,
        "Antre obat di apotek sampai dua jam, anak saya demam tinggi.",
        ((2, "take"),),
        crew=1,
    ),
    CaseSpec(
        "puskesmas", "sarana", 0,
        "Ruang tunggu anak bercampur dengan pasien batuk, mohon dipisah.",
        (),
        who="mega",
    ),
    # --- Loket Izin
    CaseSpec(
        "izin", "keterlambatan", 24,
        "Izin praktik bidan saya sudah sepuluh hari belum keluar.",
        ((4, "take"), (9, "answer", "Izin terbit hari ini, maaf menunggu. Verifikasi organisasi "
          "profesi terlambat masuk."), (7, "confirm"), (0, "rate", 3)),
    ),
    CaseSpec(
        "izin", "prosedur", 14,
        "Formulir laik sehat membingungkan, dua halaman isinya sama.",
        ((6, "take"), (12, "answer", "Terima kasih, formulir sudah kami ringkas menjadi satu "
          "halaman.")),
    ),
    CaseSpec(
        "izin", "persyaratan", 6,
        "I was asked for a water test from a lab that is closed. Which other lab is accepted?",
        ((3, "take"), (4, "answer", "The regional health laboratory or any accredited private one "
          "is accepted. Mohon maaf atas kebingungannya.")),
        who="emily",
    ),
    CaseSpec(
        "izin", "informasi", 1,
        "How long is a hygiene certificate valid, and can I renew it online?",
        (),
        who="emily",
    ),
    CaseSpec(
        "izin", "biaya", 4,
        "Katanya gratis tapi diminta uang map dan meterai.",
        ((2, "take"), (1, "withdraw")),
    ),
)  # fmt: skip
