# Halaman publik di web: tanpa masuk, tanpa skrip. Semuanya tulisan biasa, tanpa tanda tebal.
public-about = Indeks kepuasan masyarakat, waktu penanganan pengaduan, dan waktu layanan setiap unit, lengkap dengan jumlah penjawabnya.
public-about-unit = Indeks kepuasan masyarakat, waktu pengaduan, dan waktu layanan { $unit }, { $office }.
public-skip = Langsung ke isi
public-navigation = Halaman dan bahasa
public-units = Semua unit
public-how-short = Cara menghitung
public-other-language = English
public-footer = Suara Warga menampilkan apa adanya yang disampaikan warga. Tanpa kuki, tanpa pelacak.

public-search-label = Cari unit atau layanan
public-search-example = Misalnya KTP
public-search = Cari
public-units-title = Suara warga tentang layanan
public-units-lead = Pilih unit untuk melihat indeks kepuasan masyarakat, waktu penanganan pengaduan, dan waktu layanannya.
public-units-number = { $n } unit
public-offices = Kantor
public-found = Hasil untuk “{ $query }”
public-found-nothing = Tidak ada yang cocok dengan “{ $query }”. Coba kata lain, atau pilih dari daftar di bawah.
public-no-units = Belum ada unit layanan.
public-missing-title = Halaman tidak ditemukan
public-missing = Alamat ini tidak ada, atau unitnya tidak kami kenal. Mungkin ada huruf yang kurang.
public-missing-list = Lihat semua unit
public-away-title = Sedang terganggu
public-away = Maaf, angka belum dapat ditampilkan. Mohon coba lagi sebentar lagi.

public-closed = Unit ini sudah tutup sejak { $day }. Angkanya tetap dapat dibaca.
public-rate-or-complain = Nilai atau sampaikan pengaduan
public-by-telegram = lewat Telegram, { $bot }

public-few = Belum cukup data: baru { $n } penilaian. Angka ditampilkan mulai 5.
public-too-few = belum cukup data
public-not-enough = Belum cukup data
public-ikm = Indeks Kepuasan Masyarakat (IKM)
public-scale = IKM { $ikm } dari 100, mutu { $letter }
public-respondents = Responden
public-complete = { $n } mengisi lengkap
public-range = Kisaran 95 %
public-range-short = Kisaran
public-change = Dari periode sebelumnya
public-change-chance = dapat terjadi karena kebetulan
public-change-real = melebihi kebetulan
public-sample = Sampel
public-sample-enough = Memenuhi: perlu { $needed } dari { $population } orang yang dilayani
public-sample-unknown = Belum diketahui, karena jumlah orang yang dilayani belum tercatat
public-sample-short = Belum memenuhi sampel minimal
public-sample-needed = perlu { $needed } dari { $population } orang yang dilayani
public-next = Hasil berikutnya
public-next-after = terbit sesudah { $day }
public-history = Perjalanan IKM
public-history-caption = IKM setiap periode, yang terbaru di atas
public-history-none = Belum ada periode dengan hasil.
public-trend-name = Grafik IKM { $n } periode; angkanya ada di tabel
public-period = Periode
public-letter = Mutu
public-meaning = Arti
public-elements = { $n } unsur pelayanan
public-elements-caption = Nilai rata-rata (NRR) setiap unsur, { $period }
public-element = Unsur
public-elements-foot = NRR dari 1 sampai 4. Unsur terendah adalah yang paling perlu diperbaiki.

public-days = 90 hari: { $first } – { $last }
public-ratings = Penilaian satu ketuk
public-of-four = dari 4
public-ratings-n = { $n } penilaian; kisaran 95 % { $low }–{ $high }
public-spread-caption = Nilai yang diberikan warga
public-score = Nilai
public-share = Bagian
public-ways-caption = Menurut cara warga sampai ke pertanyaan
public-way = Cara
public-mean = Rata-rata
public-way-token = Kode sekali pakai dari kunjungan
public-way-invited = Diundang secara acak
public-way-self = Datang sendiri: poster atau pencarian
public-visited = Kunjungan yang dinilai
public-visited-unknown = Belum diketahui: kunjungan tidak tercatat
public-answered = Undangan yang dijawab
public-answered-unknown = Tidak ada undangan
public-of = { $k } dari { $n }

public-complaints = Pengaduan
public-complaints-few = Belum cukup data. Angka ditampilkan mulai 5 pengaduan.
public-times-caption = Lama penanganan pengaduan dalam waktu kerja
public-step = Langkah
public-half = Separuhnya dalam
public-nine-of-ten = 9 dari 10 dalam
public-in-time = Tepat waktu
public-first-answer = Jawaban pertama
public-solved = Selesai
public-without = tanpa hambatan luar
public-length = { $length } kerja
public-length-at-least = { $length } kerja atau lebih
public-complaints-foot = Yang masih terbuka melewati batas ikut dihitung. Pengaduan yang ditangani inspektorat tidak ada di sini.

public-services = Layanan: janji dan kenyataan
public-services-caption = Lama pengerjaan setiap layanan dibanding yang dijanjikan
public-services-none = Belum ada daftar layanan.
public-services-foot = Waktu warga melengkapi berkas tidak dihitung.
public-service = Layanan
public-promised = Dijanjikan
public-no-promise = belum ada
public-kept = Sesuai janji

public-received = Semua yang masuk dihitung
public-received-lead = Tidak ada jawaban yang dipilih-pilih. Yang masuk sama dengan yang dihitung, ditambah yang dikecualikan dengan alasan, ditambah yang ditarik warga.
public-received-caption = Masuk = dihitung + dikecualikan + ditarik
public-came-in = Masuk
public-counted = Dihitung
public-excluded = Dikecualikan
public-withdrawn = Ditarik
public-row-ratings = Penilaian satu ketuk, 90 hari
public-row-questionnaires = Kuesioner IKM, satu periode
public-row-complaints = Pengaduan, 90 hari
public-reason-burst = terlalu banyak sekaligus
public-reason-same_words = kata-kata sama
public-reason-new_accounts = akun baru serentak
public-reason-in_turns = bergantian menilai
public-reason-period_end = lonjakan akhir periode
public-reason-staff = petugas unit sendiri
public-reason-quick = kunjungan terlalu singkat
public-reason-by_hand = diperiksa petugas
public-reason-merged = digabungkan
public-reason-elsewhere = diteruskan ke unit lain

public-data-title = Data dan cara menghitung
public-data = Angka sampai { $day }, akhir hari. Semuanya boleh diunduh dan dipakai.
public-data-csv = Unduh data (CSV)
public-how-title = Bagaimana angka dibuat
public-how-lead = Setiap angka di halaman unit dapat dihitung ulang. Di sini caranya.
public-how-letters = Arti setiap mutu

public-how-ikm = Indeks Kepuasan Masyarakat
public-how-ikm-1 = Survei mengikuti PermenPANRB 14/2017: sembilan unsur pelayanan, masing-masing dinilai 1 sampai 4. Sebuah unit boleh memakai lebih sedikit unsur.
public-how-ikm-2 = Nilai rata-rata unsur (NRR) adalah jumlah nilai dibagi banyaknya orang yang menjawab unsur itu. Setiap unsur berbobot sama, misalnya 1/9 untuk sembilan unsur. Jumlah NRR kali bobot, dikali 25, menjadi IKM.
public-how-ikm-3 = IKM dibulatkan dua angka di belakang koma, lalu diberi mutu menurut tabel ini. Halaman unit memuat periode terakhir yang sudah selesai.
public-how-sample = Cukupkah jumlah penjawabnya?
public-how-sample-1 = Jumlah penjawab dibandingkan dengan tabel Krejcie dan Morgan: dari 500 orang yang dilayani perlu 217 penjawab, dari 10.000 orang perlu 370.
public-how-sample-2 = Bila kurang, halaman unit menulis “belum memenuhi sampel minimal” di samping angkanya. Bila jumlah orang yang dilayani tidak tercatat, itu pun ditulis.
public-how-range = Apa arti kisaran?
public-how-range-1 = Tidak semua warga menjawab, maka rata-rata yang sebenarnya dapat sedikit lebih tinggi atau rendah. Kisaran 95 % menunjukkan seberapa jauh.
public-how-range-2 = Bila kisaran dua periode saling menutupi, perbedaannya dapat terjadi karena kebetulan. Karena itu unit tidak diberi peringkat.
public-how-ratings = Penilaian satu ketuk
public-how-ratings-1 = Sesudah dilayani, warga dapat memberi satu nilai dari 1 sampai 4 lewat Telegram. Satu kunjungan hanya dinilai satu kali; tanpa kunjungan, satu orang menilai satu unit satu kali sehari.
public-how-ratings-2 = Warga sampai ke pertanyaan dengan tiga cara: memindai kode sekali pakai dari kunjungannya, diundang secara acak, atau datang sendiri lewat poster dan pencarian. Yang datang sendiri sering lebih puas atau lebih kecewa daripada orang lain, maka ketiganya dipisahkan.
public-how-ratings-3 = Tingkat jawaban menunjukkan berapa banyak kunjungan atau undangan yang dijawab.
public-how-complaints = Waktu penanganan pengaduan
public-how-complaints-1 = Waktu dihitung dalam jam kerja unit, sejak pengaduan diterima sampai warga melihat jawaban pertama, dan sampai selesai. Waktu menunggu balasan warga tidak dihitung.
public-how-complaints-2 = Pengaduan yang masih terbuka dan sudah lewat batas ikut dihitung sebagai terlambat. Menolak pengaduan tidak memperbaiki angka.
public-how-complaints-3 = Hambatan luar, misalnya listrik padam, diajukan petugas dan diputuskan orang kedua. Angkanya ditampilkan dengan dan tanpa hambatan itu. Pengaduan tentang pungli, kekerasan, atau pelecehan ditangani inspektorat dan tidak ada dalam angka mana pun di sini.
public-how-services = Janji dan kenyataan layanan
public-how-services-1 = Lama pengerjaan dihitung dari saat petugas mulai melayani sampai selesai, dengan jenis waktu yang sama seperti janjinya: jam kerja bila dijanjikan dalam jam kerja.
public-how-services-2 = Waktu warga melengkapi berkas tidak dihitung. “Separuhnya dalam” adalah nilai tengah: separuh kunjungan lebih cepat, separuh lebih lambat.
public-how-received = Tidak ada yang hilang
public-how-received-1 = Setiap penilaian, kuesioner, dan pengaduan yang masuk dihitung tepat satu kali: dihitung dalam angka, dikecualikan dengan alasan, atau ditarik oleh warga sendiri.
public-how-received-2 = Penilaian yang mencurigakan tetap dihitung sampai dua orang memutuskan untuk mengecualikannya. Nilai rendah dan nilai tinggi diperlakukan sama. Tidak ada yang dihapus diam-diam.
public-how-privacy = Siapa Anda tidak terlihat
public-how-privacy-1 = Tidak ada angka tentang kurang dari lima orang, dan tidak ada angka yang dapat dipakai untuk menghitungnya kembali.
public-how-privacy-2 = Angka berakhir kemarin dan baru berubah keesokan harinya. Jadi tidak ada yang dapat melihat dari halaman ini nilai apa yang baru saja Anda berikan.
public-how-privacy-3 = Tidak ada angka tentang petugas. Halaman ini tidak memakai kuki, skrip, atau pelacak.
public-how-data = Data
public-how-data-1 = Semua angka sebuah unit dapat diunduh sebagai CSV, dengan jumlah penjawab (n) dan kisarannya. Desimal ditulis dengan titik.
public-how-data-2 = Kolomnya: bagian, hal, periode, ukuran, nilai, batas bawah, batas atas, n, dan catatan. Kosong berarti belum cukup data, bukan nol.

# Periode survei / periods of the survey
period-month = { $number ->
    [1] Januari { $year }
    [2] Februari { $year }
    [3] Maret { $year }
    [4] April { $year }
    [5] Mei { $year }
    [6] Juni { $year }
    [7] Juli { $year }
    [8] Agustus { $year }
    [9] September { $year }
    [10] Oktober { $year }
    [11] November { $year }
   *[other] Desember { $year }
}
period-quarter = Triwulan { $roman } { $year }
period-half = Semester { $roman } { $year }
period-year = { $year }
