# Ringkasan mingguan.
menu-summary = Ringkasan mingguan
summary-choose = Ringkasan mana yang ingin Anda lihat?
summary-no-place = Maaf, belum ada unit yang Anda pimpin.
summary-all = Semua kantor
button-whole-office = { $office } (seluruhnya)
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

    <b>Penilaian: { $n }</b>
    { $ratings }

    <b>Komentar: { $comments }</b>
    { $mood }

    <b>Pengaduan</b>
    • masuk: { $received }
    • dijawab: { $answered }
    • selesai: { $solved }
    • lewat batas: { $late } ({ $open_late } masih terbuka)
    • masih terbuka: { $open }

    <b>Sampai jawaban pertama</b>
    { $first_answer }

    <b>Sampai selesai</b>
    { $resolution }

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
summary-score = • { $score }: { $n }
summary-asked-counter = • lewat QR loket: { $n }
summary-asked-unit = • lewat QR unit: { $n }
summary-asked-search = • mencari sendiri: { $n }
summary-asked = Cara bertanya:
summary-no-ratings = Belum ada penilaian.
summary-mood = Positif { $positive } %, netral { $neutral } %, negatif { $negative } %, tidak jelas { $unclear } %
summary-mood-none = Belum ada komentar.

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
column-running = Masih berjalan
value-yes = ya
value-no = tidak
asked-counter = QR loket
asked-unit = QR unit
asked-search = mencari sendiri

term-place = Unit atau kantor
term-week = Minggu
term-until = Angka per
term-n = Penilaian
term-mean = Rata-rata penilaian
term-change = Perubahan dari minggu sebelumnya
term-mood = Nada komentar
term-mood-positive = Komentar positif
term-mood-neutral = Komentar netral
term-mood-negative = Komentar negatif
term-mood-unclear = Komentar tidak jelas
term-received = Pengaduan masuk
term-answered = Pengaduan dijawab
term-solved = Pengaduan selesai
term-rejected = Pengaduan ditolak
term-late = Lewat batas
term-open-late = Lewat batas dan terbuka
term-open = Pengaduan terbuka
term-first-answer = Waktu sampai jawaban pertama
term-first-answer-median = Jawaban pertama: median (menit kerja)
term-first-answer-p90 = Jawaban pertama: persentil 90 (menit kerja)
term-resolution = Waktu sampai selesai
term-resolution-median = Selesai: median (menit kerja)
term-resolution-p90 = Selesai: persentil 90 (menit kerja)
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
definition-mood = Komentar menurut pembacaan mesin, sebagai saran saja. Tidak pernah menjadi angka tentang seseorang.
definition-received = Pengaduan yang dikirim ke unit dalam minggu itu, atau diteruskan kepadanya oleh unit lain.
definition-answered = Pengaduan yang jawaban pertamanya terlihat oleh pelapor dalam minggu itu.
definition-solved = Pengaduan yang pada akhir minggu selesai: dinyatakan selesai oleh pelapor, ditutup petugas, atau ditutup karena pelapor diam 10 hari kerja. Penolakan tidak dihitung selesai.
definition-late = Pengaduan yang dijawab atau diselesaikan dalam minggu itu sesudah batas waktunya, dan yang masih terbuka melewati batas pada akhir minggu.
definition-first-answer = Waktu kerja unit sejak pengaduan diterima sampai jawaban pertama yang terlihat oleh pelapor. Yang belum dijawab dan sudah lewat batas ikut dengan lama waktunya sampai saat ini, maka angkanya dapat menjadi “atau lebih”. Persentil 90 ditampilkan mulai { $least } pengaduan.
definition-resolution = Sama, sampai pengaduan selesai. Waktu menunggu jawaban pelapor tidak dihitung.
definition-aspect = Komentar dan pengaduan yang menyebut aspek itu; pengaduan menurut kategori pilihan pelapor. Kutipan sudah disamarkan; laporan pungli dan sejenisnya tidak dikutip.
definition-undelivered = Pesan yang tidak dapat disampaikan dalam minggu itu, misalnya karena penerima memblokir bot.
