"""Complaints about the Dukcapil of Sungai Rambai, and what became of them. Data only, invented.

A story is a row of steps, see `town_spec.Step`. What lies in the future of the day the town is
built has not happened yet.
"""

from __future__ import annotations

from bot.sandbox.town_spec import CaseSpec

DUKCAPIL: tuple[CaseSpec, ...] = (
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
        who="offstage7",
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
        ((1, "take"), (0, "reclassify", "ringan"),
         (2, "answer", "Kursi sudah kami tarik dan diganti pagi ini.", "street2"),
         (2, "confirm"), (0, "rate", 4)),
        files=("street",),
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
        files=("street",),
        place=(3.6761, 98.6524),
    ),
    CaseSpec(
        "ktp", "waktu", 8,
        "Sistem offline dari pagi tidak ada pengumuman, kami menunggu tiga jam percuma.",
        ((2, "take"), (1, "claim", "system", 2.5, None, "Jaringan data kependudukan pusat tidak "
          "dapat diakses sejak pagi di semua loket.", "Tiket pusat 26-48113"), (4, "cause_over"),
         (3, "accept"), (2, "answer", "Jaringan pusat pulih sore itu. Bila terulang, pengumuman "
          "dipasang di pintu dan nomor antrean berlaku untuk hari berikutnya.")),
        who="offstage7",
    ),
    CaseSpec(
        "ktp", "lainnya", 4,
        "Mesin nomor antrean mengeluarkan nomor dobel, tadi hampir ribut.",
        ((2, "take"), (1, "follow", "darma"), (1, "follow", "emily"), (1, "follow", "offstage3"),
         (3, "unfollow", "offstage3")),
        files=("street",),
        key="antrean",
    ),
    CaseSpec(
        "ktp", "sarana", 3,
        "Mesin antrean di loket KTP rusak lagi, nomor saya sama dengan nomor orang lain.",
        ((2, "merge", "antrean"),),
        who="mega",
    ),
    CaseSpec(
        "ktp", "keterlambatan", 3,
        "Sudah dua minggu KTP anak saya belum dicetak, katanya blangko habis terus.",
        ((2, "take"), (6, "claim", "agency", 7, None, "Blangko KTP-el belum dikirim dari "
          "Direktorat Jenderal, persediaan kami habis.", "Surat 400.8/1123/Ditjen Dukcapil")),
        crew=1,
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
        who="offstage7",
    ),
    CaseSpec(
        "ktp", "waktu", 0,
        "Nomor antrean hari ini habis jam 9. Saya ambil cuti khusus untuk ini, tolong solusinya.",
        (),
        who="rudi",
        named=True,
        files=("street", "voice", "letter"),
    ),
    # --- Loket Akta
    CaseSpec(
        "akta", "produk", 27,
        "Nama ibu di akta anak saya kurang satu huruf.",
        ((2, "take"), (2, "answer", "Sudah kami betulkan, silakan ambil di Loket 3."),
         (7, "confirm"), (0, "rate", 4)),
        who="mega",
        key="nama ibu",
    ),
    CaseSpec(
        "akta", "produk", 1,
        "Di kutipan kedua nama saya masih kurang satu huruf, padahal dulu sudah dibetulkan.",
        (),
        who="mega",
        previous="nama ibu",
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
        ((4, "take"), (2, "claim", "power", 3, 2, "Listrik di gedung padam sehingga loket tidak "
          "dapat melayani.", "Berita acara PLN"), (5, "refuse", "Keluhan ini tentang jam istirahat "
          "setiap hari, bukan tentang padamnya listrik."), (2, "answer", "Jam istirahat sudah kami "
          "samakan dengan pengumuman, bergantian agar loket tidak kosong.")),
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
    CaseSpec(
        "akta", "lainnya", 5,
        "Satpam bilang harus saling mengerti kalau mau cepat. Berkas saya baru dicari sesudah itu.",
        ((3, "take"), (1, "refer")),
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
        files=("street", "street2"),
        place=(3.6768, 98.6531),
    ),
    CaseSpec(
        "gerai", "lainnya", 9,
        "Cuma mau bilang sekarang gerainya sejuk, terima kasih kipasnya.",
        ((2, "reject", "no_complaint", "Terima kasih atas kabar baiknya! Kami senang mendengarnya, "
          "dan menutup pesan ini tanpa tindak lanjut."),),
    ),
    CaseSpec(
        "gerai", "perilaku", 7,
        "Petugasnya goblok, dua kali salah ketik nama saya. Kalau sudah betul telepon saya di "
        "0812-3456-7890.",
        ((2, "take"), (1, "original", "contact"), (3, "answer", "Mohon maaf, nama Anda sudah kami "
          "betulkan dan sudah kami kabarkan lewat telepon."), (4, "confirm"), (0, "rate", 3)),
        who="darma",
        named=True,
    ),
    CaseSpec(
        "gerai", "sarana", 2,
        "Papan petunjuk gerai lepas dan tergeletak di tangga, orang tua bisa tersandung.",
        ((1, "verify", "ringan"),),
        files=("street",),
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
        "teluk", "waktu", 13,
        "Kantor tutup hari Selasa tanpa pemberitahuan. Saya datang dari kampung naik perahu.",
        (),
        who="yosefa",
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
        files=("street",),
        place=(-3.3667, 135.4833),
    ),
)  # fmt: skip
