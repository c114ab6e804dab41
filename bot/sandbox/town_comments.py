"""What the people of Sungai Rambai write beside their ratings, by unit. Data only, invented."""

from __future__ import annotations

GOOD: dict[str, tuple[str, ...]] = {
    "ktp": (
        "Petugasnya ramah dan sabar menjelaskan syaratnya",
        "Cepat, 15 menit selesai. Terima kasih",
        "mantap, antrian rapi pakai nomor",
        "KTP saya jadi hari itu juga, luar biasa",
        "Bu Sari baik sekali, orang tua saya dibantu sampai selesai",
        "Pelayanan bagus, ruang tunggunya adem",
        "Tidak dipungut biaya sama sekali, salut",
        "ok cepet ga ribet",
        "Sudah jauh lebih baik daripada tahun lalu",
        "Fast and friendly, thank you",
    ),
    "akta": (
        "Akta anak saya jadi besoknya sesuai janji",
        "Petugas loket 3 teliti, salah ketik langsung dibetulkan",
        "Syaratnya jelas tertulis di papan",
        "Ramah dan cepat",
        "Diberi tahu lewat pesan kalau sudah jadi, praktis",
        "Baik, prosesnya transparan",
        "ibunya ramah bgt, makasih ya",
    ),
    "gerai": (
        "Enak, bisa sambil belanja",
        "Buka hari Sabtu sangat membantu yang kerja",
        "Antrean pendek, petugas sigap",
        "KIA anak langsung jadi",
        "Bang Dodi jelas ngomongnya, ga berbelit",
        "Top, dekat rumah",
        "Pelayanannya cepat sekali",
        "Easy to find and quick",
    ),
    "teluk": (
        "Terima kasih, jauh-jauh tetap dilayani",
        "Mama petugas baik, bantu isi formulir",
        "Tidak perlu pulang kampung lagi untuk urus KTP",
        "Pelayanan baik walau tempat kecil",
    ),
    "puskesmas": (
        "Perawatnya ramah, anak saya tidak takut disuntik",
        "Sekarang pendaftaran lebih cepat",
        "Obatnya lengkap dan dijelaskan cara minumnya",
        "dokternya sabar mendengarkan",
        "Toilet bersih, ada kursi roda",
        "Bagus, gratis pakai BPJS",
        "Lansia didahulukan, terima kasih",
    ),
    "izin": (
        "Dibantu cek berkas sebelum masuk, jadi tidak bolak-balik",
        "Izin keluar empat hari, sesuai janji",
        "Petugas paham aturan dan menjelaskan dengan baik",
        "The officer explained every document in simple words",
        "Proses jelas",
    ),
}

BAD: dict[str, tuple[str, ...]] = {
    "ktp": (
        "Antre dari jam 7 baru dipanggil jam 11",
        "Blangko habis lagi, disuruh datang minggu depan",
        "petugasnya cuek, main hp terus",
        "Nomor antrean sudah habis jam 9 pagi",
        "Sistemnya offline, tidak ada pengumuman",
        "Kursi kurang, ibu hamil berdiri",
        "Lama banget padahal cuma ambil KTP",
        "Syaratnya beda dengan yang ditulis di papan",
        "Waited two hours, nobody told us the system was down",
        "Pak satpam kurang sopan sama orang tua",
    ),
    "akta": (
        "Nama anak saya salah ketik, harus mengulang",
        "Sudah tiga hari belum jadi juga",
        "Informasi di telepon tidak sama dengan di loket",
        "Loket istirahat lama sekali",
        "Diminta fotokopi berkali-kali",
    ),
    "gerai": (
        "Tempatnya panas dan sempit",
        "Jumat tutup terlalu cepat",
        "Printer rusak, disuruh ke kantor pusat",
    ),
    "teluk": (
        "KTP belum sampai sudah dua minggu",
        "Petugas cuma satu, kalau sakit kantor tutup",
        "Jaringan sering putus, lama menunggu",
        "Jam buka tidak jelas",
    ),
    "puskesmas": (
        "Dokter datang jam 10, padahal tulisannya 7.30",
        "Obat kosong disuruh beli di luar",
        "Antre di apotek lama sekali",
        "perawat jutek, ditanya malah marah",
        "Toiletnya kotor dan air mati",
        "Pendaftaran online tidak terbaca di loket, harus antre lagi",
        "Ruang tunggu penuh, anak sakit duduk di lantai",
        "Menunggu 3 jam cuma diperiksa 2 menit",
        "Kartu BPJS ditolak tanpa penjelasan",
        "parkirnya semrawut",
    ),
    "izin": (
        "Berkas sudah lengkap tapi diminta lagi yang lain",
        "Sudah lewat sepuluh hari belum ada kabar",
        "Harus datang tiga kali hanya untuk tanda tangan",
        "Formulirnya membingungkan",
    ),
}

SHORT_GOOD = (
    "Ramah dan cepat",
    "Baik, terima kasih",
    "Mantap",
    "Puas, terima kasih banyak",
    "Petugasnya sopan",
    "Cepat dan jelas",
    "ok, cepat",
    "Sudah bagus, pertahankan",
    "Tempatnya bersih dan nyaman",
    "Good service, thank you",
)
SHORT_BAD = (
    "Lama sekali",
    "Antre lama",
    "Kurang ramah",
    "Menunggu lama padahal sepi",
    "Petugasnya jutek",
    "Tolong lebih cepat lagi",
    "Lambat, capek menunggu",
    "Tempatnya kotor",
    "Kecewa sama pelayanannya",
    "Too slow",
)
"""What anybody would write, anywhere; as often as people do."""
