"""Complaints about the health office of Sungai Rambai, and what became of them. Data only,
invented.

A story is a row of steps, see `town_spec.Step`. What lies in the future of the day the town is
built has not happened yet.
"""

from __future__ import annotations

from bot.sandbox.town_spec import CaseSpec

KESEHATAN: tuple[CaseSpec, ...] = (
    # --- Puskesmas
    CaseSpec(
        "puskesmas", "waktu", 28,
        "Dokter baru datang jam 10, di papan tertulis 07.30.",
        ((5, "take"), (2, "give_back"), (1, "assign", "hendra"),
         (17, "answer", "Dokter kami mendapat tugas imunisasi. Jadwal kini ditempel setiap pagi."),
         (8, "reopen", "Hari ini terlambat lagi, jadwal juga tidak ditempel."),
         (15, "answer", "Mohon maaf. Mulai pekan ini ada dokter pengganti bila yang utama "
          "bertugas di luar."), (9, "confirm"), (0, "rate", 2)),
    ),
    CaseSpec(
        "puskesmas", "sarana", 26,
        "Toilet pasien kotor dan airnya mati.",
        ((2, "take"), (3, "answer", "Pompa air sudah diperbaiki, toilet dibersihkan tiap dua "
          "jam."), (6, "confirm"), (0, "rate", 4)),
        files=("street", "street2"),
        crew=1,
    ),
    CaseSpec(
        "puskesmas", "biaya", 19,
        "Diminta bayar 20 ribu untuk surat sehat, di papan 15 ribu.",
        ((3, "take"), (5, "refer_back", "Seorang warga diminta Rp20.000 untuk surat sehat, padahal "
          "tarifnya Rp15.000. Kami tidak menemukan pungutan; papan tarif di Pendaftaran belum "
          "diganti. Mohon diperbaiki dan dijawab."), (2, "take"),
         (6, "answer", "Tarif yang benar Rp15.000. Selisih Rp5.000 dapat diambil di "
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
        ((20, "reveal", "Kami ingin mengetahui pasien mana yang mengadu, untuk klarifikasi dengan "
          "perawat yang bersangkutan."), (6, "reveal_decided", False),
         (13, "answer", "Mohon maaf atas kejadian ini dan atas lambatnya jawaban. Perawat sudah "
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
        who="darma",
    ),
    CaseSpec(
        "puskesmas", "produk", 8,
        "Obat darah tinggi kosong dua minggu, disuruh beli di luar terus.",
        (),
        key="obat",
    ),
    CaseSpec(
        "puskesmas", "produk", 6,
        "Obat gula saya kosong lagi di apotek, bulan lalu juga begitu.",
        ((3, "merge", "obat"), (4, "separate"), (2, "take"), (3, "answer", "Obat gula sudah datang "
          "pagi ini. Silakan ambil di Apotek, resep lama masih berlaku.")),
        crew=1,
    ),
    CaseSpec(
        "puskesmas", "kompetensi", 10,
        "Saya diberi obat yang salah. Setelah minum saya pusing dan muntah, takut kembali.",
        ((2, "take"), (1, "reveal", "Pasien mungkin masih meminum obat yang salah; kami harus "
          "menghubunginya hari ini juga."), (1, "reveal_decided", True), (3, "answer", "Kami mohon "
          "maaf sebesar-besarnya. Mohon hentikan obat itu; bidan kami sudah menghubungi Anda."),
         (8, "confirm"), (0, "rate", 3)),
        crew=1,
    ),
    CaseSpec(
        "puskesmas", "perilaku", 4,
        "Hasil tes saya dibacakan keras-keras di ruang tunggu, semua orang mendengar.",
        ((3, "take"), (2, "answer", "Kami mohon maaf. Mulai hari ini hasil pemeriksaan hanya "
          "disampaikan di ruang konsultasi.")),
        who="mega",
        confidential=True,
    ),
    CaseSpec(
        "puskesmas", "prosedur", 5,
        "Pendaftaran online tidak terbaca di loket, harus antre ulang dari awal.",
        ((3, "assign", "rini"),
         (8, "answer", "Gangguan sudah diperbaiki. Bila terulang, tunjukkan pesan "
          "pendaftaran dan Anda langsung dilayani.")),
        who="mega",
        crew=1,
    ),
    CaseSpec(
        "puskesmas", "waktu", 4,
        "Antre obat di apotek sampai dua jam, anak saya demam tinggi.",
        ((2, "take"),),
        files=("broken",),
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
        ((4, "take"), (3, "claim", "agency", 20, 18, "Organisasi profesi harus memverifikasi lebih "
          "dahulu, sistemnya baru menjawab hari ini.", "Surat elektronik organisasi profesi"),
         (2, "accept"), (4, "answer", "Izin terbit hari ini, maaf menunggu. Verifikasi organisasi "
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
