# Ringkasan mingguan.
menu-summary = Ringkasan mingguan
summary-choose = Ringkasan mana yang ingin Anda lihat?
summary-no-place = Maaf, belum ada unit yang Anda pimpin.
summary-all = Semua kantor
button-whole-office = Semua: { $office }
button-chart = Grafik
button-xlsx = XLSX
button-week-before = « Minggu { $day }
button-week-after = Minggu { $day } »
button-week-this = Minggu ini »
button-other-place = Pilih unit atau kantor lain

summary =
    <b>{ $title }</b>
    <b>{ $place }</b>
    { $week }

    <b>Yang perlu dilihat minggu ini</b>
    { $attention }

    <b>Penilaian: { $n }</b>
    { $ratings }

    <b>Unsur survei, terendah dan tertinggi</b>
    { $elements }

    <b>Kunjungan selesai: { $served }</b>
    { $serving }

    <b>Komentar: { $comments }</b>
    { $mood }

    <b>Pengaduan</b>
    { $cases }

    <b>Sampai diperiksa</b>
    { $verification }

    <b>Sampai jawaban pertama</b>
    { $first_answer }

    <b>Sampai selesai</b>
    { $resolution }

    <b>Penanganan menurut pelapor: { $handled }</b>
    { $handling }

    <b>Hambatan luar</b>
    { $causes }

    <b>Paling sering disebut</b>
    { $aspects }

    Pesan tidak sampai: { $undelivered }
summary-title = Ringkasan mingguan
summary-title-last = Ringkasan minggu lalu
summary-week = { $first } – { $last }
summary-week-running = { $first } – { $last }, sejauh ini (sampai { $until })

summary-mean = Rata-rata <b>{ $mean }</b> dari 4 (kisaran { $low }–{ $high })
summary-mean-few = Rata-rata: belum cukup (minimal { $least })
summary-change-few = Minggu sebelumnya: belum cukup untuk dibandingkan (minimal { $least })
summary-change-chance = Minggu sebelumnya { $last }. Bedanya { $by }, dapat terjadi karena kebetulan.
summary-change-up = Minggu sebelumnya { $last }. Naik { $by } (kisaran { $low }–{ $high }).
summary-change-down = Minggu sebelumnya { $last }. Turun { $by } (kisaran { $low }–{ $high }).
summary-scores = • nilai: { $scores }
summary-score = { $score } { $n }
summary-asked-visit = kode kunjungan { $n }
summary-asked-invited = undangan acak { $n }
summary-asked-counter = QR loket { $n }
summary-asked-unit = QR unit { $n }
summary-asked-search = mencari sendiri { $n }
summary-asked = • lewat: { $ways }
summary-response-visits = • menilai lewat kode: { $k } dari { $n } kunjungan
summary-response-invited = • menjawab undangan: { $k } dari { $n }
summary-received-ratings = • masuk { $n } = dihitung { $counted } + dikecualikan { $excluded } + ditarik { $withdrawn }
summary-no-ratings = Belum ada penilaian.
summary-trend-few = Tren: belum cukup penilaian dalam { $weeks } minggu terakhir atau sebelumnya.
summary-trend-chance = Tren { $weeks } minggu: beda { $by } dari { $weeks } minggu sebelumnya, dapat terjadi karena kebetulan.
summary-trend-up = Tren { $weeks } minggu: naik { $by } dari { $weeks } minggu sebelumnya (kisaran { $low }–{ $high }).
summary-trend-down = Tren { $weeks } minggu: turun { $by } dari { $weeks } minggu sebelumnya (kisaran { $low }–{ $high }).
summary-elements-few = Belum cukup isian survei (minimal { $least }).
summary-element = • { $element }: { $mean } (kisaran { $low }–{ $high }, n { $n })
summary-served-none = Belum ada yang dicatat.
summary-waited = • menunggu rata-rata { $length } kerja ({ $n } kunjungan)
summary-waited-few = • waktu tunggu: belum cukup (minimal { $least })
summary-processed = • dilayani rata-rata { $length } kerja ({ $n } kunjungan)
summary-processed-clock = • layanan berjanji jam atau hari kalender: rata-rata { $length } ({ $n } kunjungan)
summary-processed-few = • waktu pelayanan: belum cukup (minimal { $least })
summary-promised = • sesuai janji waktu: { $share } % (kisaran { $low }–{ $high })
summary-promised-few = • sesuai janji waktu: { $k } dari { $n }
summary-promised-of = {"   "}– { $service }: { $told }
summary-promised-part = { $share } % (kisaran { $low }–{ $high })
summary-promised-part-few = { $k } dari { $n }
summary-services-alike = • penilaian antarlayanan tidak berbeda nyata
summary-best = • layanan dinilai tertinggi: { $service }, { $mean } (n { $n })
summary-worst = • layanan dinilai terendah: { $service }, { $mean } (n { $n })
summary-attention-none = Tidak ada pengaduan yang mendesak.
summary-attention-late = { $place }. Lewat batas dan masih terbuka: { $n } ({ $tickets })
summary-attention-reopened = { $place }. Dibuka kembali oleh pelapor: { $n } ({ $tickets })
summary-attention-unhappy = { $place }. Pelapor kurang puas dengan penanganannya: { $n } ({ $tickets })
summary-attention-subject = { $place }. Paling sering diadukan, { $subject }: { $n } ({ $tickets })
summary-mood = Positif { $positive } %, netral { $neutral } %, negatif { $negative } %, tidak jelas { $unclear } %
summary-mood-none = Belum ada komentar.

summary-received = • masuk: { $n }
summary-answered = • dijawab: { $n }
summary-on-time = • dijawab tepat waktu: { $share } % (kisaran { $low }–{ $high })
summary-on-time-few = • dijawab tepat waktu: { $k } dari { $n }
summary-on-time-without = • tanpa hambatan luar: { $share } % (kisaran { $low }–{ $high })
summary-on-time-without-few = • tanpa hambatan luar: { $k } dari { $n }
summary-solved = • selesai: { $n } ({ $confirmed } menurut pelapor, { $silent } karena pelapor diam)
summary-ended-rejected = • tidak diterima: { $n }
summary-ended-archived = • diarsipkan: { $n }
summary-ended-no-reply = • diarsipkan, pelapor tidak membalas: { $n }
summary-ended-merged = • digabungkan: { $n }
summary-ended-withdrawn = • ditarik pelapor: { $n }
summary-reopened = • dibuka kembali: { $k } dari { $n } yang dijawab
summary-late-none = • lewat batas: 0
summary-late = • lewat batas: { $n }, { $open } di antaranya terbuka (tanpa hambatan luar: { $less })
summary-open = • masih terbuka: { $n }
summary-supervisory = • untuk inspektorat: { $n } (hanya jumlah)
summary-without-causes = Tanpa hambatan luar:
summary-without-same = • tanpa hambatan luar: sama
summary-causes-none = Tidak ada yang diterima: angkanya sama dengan dan tanpa hambatan.
summary-causes = { $n } dari { $of } pengaduan ({ $cases } %), { $share } % waktu kerjanya
summary-causes-flagged = ⚠ Melebihi { $cap } %. Mohon diperiksa.

summary-lengths-none = Belum ada.
summary-lengths-few = Belum cukup: { $n }, minimal { $least }.
summary-median = { $n ->
    [1] • 1 pengaduan, dalam { $length }
   *[other] • separuhnya dalam { $length } ({ $n } pengaduan)
}
summary-p90 = • 9 dari 10 dalam { $length }
summary-unfinished = • termasuk { $n } yang lewat batas dan masih menunggu
summary-length = { $length } kerja
summary-length-at-least = { $length } kerja atau lebih
summary-aspects-none = Belum ada.
summary-aspect = { $place }. { $aspect } ({ $n })
summary-aspect-quoted = { $place }. { $aspect } ({ $n }): <i>“{ $quote }”</i>

summary-chart-caption = Grafik <b>{ $place }</b>, { $first } – { $last }
summary-xlsx-caption = Angka lengkap <b>{ $place }</b>, { $first } – { $last }

# Grafik dan lembar kerja.
summary-file-name = ringkasan
chart-scores = Penilaian minggu ini (n = { $n })
chart-means = Rata-rata per minggu (1–4, kisaran 95 %)
chart-cases = Pengaduan per minggu
chart-received = masuk
chart-answered = dijawab
chart-resolution = • separuhnya selesai dalam { $length }
chart-resolution-without = • tanpa hambatan luar: { $length }
chart-no-ratings = belum ada penilaian

sheet-summary = Ringkasan
sheet-days = Penilaian per hari
sheet-cases = Pengaduan
sheet-definitions = Definisi
column-figure = Angka
column-value = Nilai
column-low = Batas bawah
column-high = Batas atas
column-n = n
column-note = Keterangan
column-day = Hari
column-unit = Unit
column-asked = Cara bertanya
column-total = Jumlah
column-ticket = Nomor
column-category = Kategori
column-state = Keadaan
column-received = Diterima
column-answer-due = Batas jawaban
column-answered = Dijawab
column-answer-minutes = Menit kerja sampai jawaban
column-resolution-due = Batas selesai
column-ended = Berakhir
column-resolution-minutes = Menit kerja sampai selesai
column-late = Lewat batas
column-class = Kelas
column-result = Hasil
column-answer-minutes-without = Menit kerja sampai jawaban, tanpa hambatan luar
column-resolution-minutes-without = Menit kerja sampai selesai, tanpa hambatan luar
column-late-without = Lewat batas, tanpa hambatan luar
column-cause = Hambatan luar diterima
column-running = Masih berjalan
value-yes = ya
value-no = tidak
asked-visit = kunjungan dengan kode sekali pakai
asked-invited = undangan acak
asked-counter = QR loket
asked-unit = QR unit
asked-search = mencari sendiri

term-place = Unit atau kantor
term-week = Minggu
term-until = Angka per
term-n = Penilaian
term-ratings-received = Penilaian masuk
term-ratings-counted = Penilaian dihitung
term-ratings-excluded = Penilaian dikecualikan
term-ratings-withdrawn = Penilaian ditarik
term-ratings-reason = Dikecualikan, sejauh ini: { $reason }
term-response-visits = Menilai lewat kode kunjungan (n: kunjungan selesai)
term-response-invited = Menjawab undangan (n: diundang)
term-mean = Rata-rata penilaian
term-change = Perubahan dari minggu sebelumnya
term-trend = Tren: empat minggu terakhir terhadap empat minggu sebelumnya
term-element = Unsur survei: { $element }
term-elements = Unsur survei
term-visits = Kunjungan selesai
term-waited = Waktu tunggu rata-rata (menit kerja)
term-processed = Waktu pelayanan rata-rata (menit kerja)
term-processed-clock = Waktu pelayanan rata-rata, janji dalam jam atau hari kalender (menit)
term-promised = Sesuai janji waktu (%)
term-promised-of = Sesuai janji waktu, { $service } (%)
term-mood = Nada komentar
term-mood-positive = Komentar positif
term-mood-neutral = Komentar netral
term-mood-negative = Komentar negatif
term-mood-unclear = Komentar tidak jelas
term-received = Pengaduan masuk
term-answered = Pengaduan dijawab
term-solved = Pengaduan selesai
term-reason = Alasan: { $reason }
term-reopened = Dibuka kembali (% dari yang dijawab)
term-check = Pemeriksaan jumlah
term-late = Lewat batas
term-late-without = Lewat batas, tanpa hambatan luar
term-open-late = Lewat batas dan terbuka
term-open = Pengaduan terbuka
term-in-time = Tepat waktu
term-answered-in-time = Dijawab tepat waktu (%)
term-answered-in-time-without = Dijawab tepat waktu (%), tanpa hambatan luar
term-resolved-in-time = Selesai tepat waktu (%)
term-resolved-in-time-without = Selesai tepat waktu (%), tanpa hambatan luar
term-verification = Waktu sampai diperiksa
term-verification-median = Diperiksa: median (menit kerja)
term-verification-median-without = Diperiksa: median (menit kerja), tanpa hambatan luar
term-verification-p90 = Diperiksa: persentil 90 (menit kerja)
term-verification-p90-without = Diperiksa: persentil 90 (menit kerja), tanpa hambatan luar
term-first-answer = Waktu sampai jawaban pertama
term-first-answer-median = Jawaban pertama: median (menit kerja)
term-first-answer-median-without = Jawaban pertama: median (menit kerja), tanpa hambatan luar
term-first-answer-p90 = Jawaban pertama: persentil 90 (menit kerja)
term-first-answer-p90-without = Jawaban pertama: persentil 90 (menit kerja), tanpa hambatan luar
term-resolution = Waktu sampai selesai
term-resolution-median = Selesai: median (menit kerja)
term-resolution-median-without = Selesai: median (menit kerja), tanpa hambatan luar
term-resolution-p90 = Selesai: persentil 90 (menit kerja)
term-resolution-p90-without = Selesai: persentil 90 (menit kerja), tanpa hambatan luar
term-without = Tanpa hambatan luar
term-causes = Hambatan luar
term-causes-cases = Hambatan luar: pengaduan
term-causes-time = Hambatan luar: bagian waktu kerja (%)
term-handling = Penanganan menurut pelapor (1–4)
term-result = Hasil
result-open = Masih terbuka
result-confirmed = Selesai menurut pelapor
result-silent = Selesai karena pelapor diam
result-rejected = Tidak diterima
result-archived = Diarsipkan
result-no-reply = Diarsipkan, pelapor tidak membalas
result-merged = Digabungkan
result-elsewhere = Diteruskan ke unit lain
result-withdrawn = Ditarik pelapor
result-supervisory = Berkadar pengawasan
check-line = masuk { $received } = { $parts }
check-counted = { $n } dihitung
check-merged = { $n } digabungkan
check-elsewhere = { $n } diteruskan ke unit lain
check-withdrawn = { $n } ditarik
check-supervisory = { $n } berkadar pengawasan (hanya jumlah)
check-true = cocok
check-false = TIDAK COCOK: mohon laporkan
note-part = { $k } dari { $n }
note-flagged = melebihi { $cap } %: mohon diperiksa
term-aspect = Aspek yang disebut
term-undelivered = Pesan tidak sampai
note-at-least = atau lebih: ada yang belum dijawab
note-few = belum cukup, minimal { $least }
note-chance = dapat terjadi karena kebetulan
note-real = melebihi kebetulan

definition-week = Senin pukul 00.00 sampai Senin berikutnya pukul 00.00, menurut waktu { $zone }. Minggu yang sudah lewat memberi angka yang sama kapan pun ditanyakan: nilai yang diubah sesudahnya dihitung dengan nilai semula.
definition-n = Penilaian yang diberikan dalam minggu itu. Satu orang, satu unit, satu penilaian per hari.
definition-mean = Jumlah nilai dibagi banyaknya penilaian, skala 1 sampai 4. Kisaran 95 %: interval t; ragamnya ditambah satu jawaban bayangan yang terbagi rata pada keempat nilai, dipotong pada 1 dan 4. Di bawah { $least } penilaian tidak ada angka.
definition-change = Selisih rata-rata dengan minggu sebelumnya, dengan interval Welch 95 %. Bila interval itu memuat nol, selisihnya dapat terjadi karena kebetulan.
definition-trend = Selisih rata-rata penilaian empat minggu terakhir dengan empat minggu sebelumnya, dengan interval Welch 95 %.
definition-element = Rata-rata nilai satu unsur survei dari isian minggu itu, dengan interval 95 %. Di bawah { $least } isian tidak ada angka. Isian dapat dilengkapi beberapa hari kemudian, maka angkanya masih dapat bertambah.
definition-visits = Kunjungan yang selesai dilayani dalam minggu itu, menurut catatan petugas atau mesin antrean.
definition-waited = Dari mengambil nomor sampai mulai dilayani, dalam waktu kerja unit. Di bawah { $least } kunjungan tidak ada angka.
definition-processed = Dari mulai dilayani sampai selesai, dalam waktu kerja; layanan yang dijanjikan dalam jam atau hari kalender disebut tersendiri. Waktu warga melengkapi berkas tidak dihitung. Di bawah { $least } kunjungan tidak ada angka.
definition-promised = Kunjungan yang selesai dalam waktu yang dijanjikan layanan itu, dari semua yang selesai dan ada janjinya.
definition-mood = Komentar menurut pembacaan mesin, sebagai saran saja. Tidak pernah menjadi angka tentang seseorang.
definition-received = Pengaduan yang dikirim ke unit dalam minggu itu, atau diteruskan kepadanya oleh unit lain.
definition-answered = Pengaduan yang jawaban pertamanya terlihat oleh pelapor dalam minggu itu.
definition-late = Pengaduan yang dijawab atau diselesaikan dalam minggu itu sesudah batas waktunya, dan yang masih terbuka melewati batas pada akhir minggu.
definition-first-answer = Waktu kerja unit sejak pengaduan diterima sampai jawaban pertama yang terlihat oleh pelapor. Yang belum dijawab dan sudah lewat batas ikut dengan lama waktunya sampai saat ini, maka angkanya dapat menjadi “atau lebih”. Persentil 90 ditampilkan mulai { $least } pengaduan.
definition-resolution = Sama, sampai pengaduan selesai. Waktu menunggu jawaban pelapor tidak dihitung.
definition-check = Setiap pengaduan yang masuk dalam minggu itu dihitung tepat satu kali: dihitung dalam angka, dikecualikan dengan alasannya (digabungkan, diteruskan ke unit lain), ditarik pelapor, atau berkadar pengawasan.
definition-solved = Pengaduan yang pada akhir minggu selesai: menurut pelapor sendiri, atau karena pelapor diam 10 hari kerja sesudah jawaban. Diam tidak pernah dihitung puas. Penolakan tidak dihitung selesai.
definition-result = Cara berakhirnya dalam minggu itu. Yang tidak diterima atau diarsipkan tetap dihitung dalam angka waktu, sehingga menolak tidak memperbaiki angka. Yang digabungkan dihitung pada pengaduan yang dituju, dengan pengikutnya.
definition-reopened = Dari pengaduan yang dijawab dalam minggu itu: berapa yang dibuka kembali oleh pelapor sampai akhir minggu. Kisaran 95 % menurut Wilson.
definition-in-time = Dari yang dijawab (diselesaikan) dalam minggu itu, ditambah yang masih terbuka dan sudah lewat batas. Kisaran 95 % menurut Wilson; di bawah { $least } pengaduan tidak ada persentase. Tidak ada peringkat antarunit.
definition-verification = Waktu kerja unit sejak diterima sampai diperiksa, diteruskan, atau langsung dijawab.
definition-without = Angka yang sama dengan waktu hambatan luar yang diterima dikeluarkan: sistem pusat mati, listrik padam, instansi lain, keadaan kahar, berkas belum lengkap. Batas waktu bagi warga tidak berubah. Yang tumpang tindih dikeluarkan sekali.
definition-causes = Diajukan petugas dengan alasan dan bukti, diputuskan orang kedua di luar unit; yang tidak diputuskan tidak diterima. Bila bagiannya melebihi { $cap } % pengaduan atau waktu kerja, angka ini ditandai.
definition-handling = Nilai 1 sampai 4 dari pelapor tentang penanganan, satu kali sesudah pengaduan berakhir. Di bawah { $least } nilai tidak ada angka.
definition-aspect = Komentar dan pengaduan yang menyebut aspek itu; pengaduan menurut kategori pilihan pelapor. Kutipan sudah disamarkan; laporan pungli dan sejenisnya tidak dikutip.
definition-undelivered = Pesan yang tidak dapat disampaikan dalam minggu itu, misalnya karena penerima memblokir bot.
