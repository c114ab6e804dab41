# Laporan SKM: percakapan, PDF, XLSX, CSV. Yang masuk ke berkas tanpa tanda tebal.
menu-skm = Laporan survei (SKM)
period-month =
    { $number ->
        [1] Januari
        [2] Februari
        [3] Maret
        [4] April
        [5] Mei
        [6] Juni
        [7] Juli
        [8] Agustus
        [9] September
        [10] Oktober
        [11] November
       *[other] Desember
    } { $year }
period-quarter = Triwulan { $roman } { $year }
period-half = Semester { $roman } { $year }
period-year = Tahun { $year }

skm-choose = Laporan survei unit mana?
skm =
    <b>Survei Kepuasan Masyarakat</b>
    { $unit }, { $period }

    { $lines }
button-skm-pdf = Laporan PDF
button-skm-xlsx = Buku kerja XLSX
button-skm-csv = Data kuesioner CSV
button-skm-ratings = Data penilaian CSV
button-skm-settings = Pengaturan
button-skm-weighting-exact = Bobot: 1/x tepat
button-skm-weighting-three = Bobot: 3 desimal, mis. 0,111
button-skm-weighting-two = Bobot: 2 desimal, mis. 0,11
button-skm-numbering-questionnaire = Nomor seperti kuesioner
button-skm-numbering-report = Nomor seperti laporan
button-skm-population = Isi jumlah yang dilayani
button-skm-report = Ke laporan
skm-length-month = Bulan
skm-length-quarter = Triwulan
skm-length-half = Semester
skm-length-year = Tahun
skm-file = { $what }: <b>{ $unit }</b>, { $period }. Berkas ini untuk tugas; mohon disimpan dengan aman.
skm-settings =
    <b>Pengaturan laporan survei</b>
    { $unit }

    Bobot: { $weighting }
    Nomor unsur: { $numbering }
    Yang dilayani dalam { $period }: { $population }

    Perubahan berlaku untuk semua laporan unit ini, juga periode yang lalu.
skm-settings-head =
    <b>Pengaturan laporan survei</b>
    { $unit }

    Bobot: { $weighting }
    Nomor unsur: { $numbering }
    Yang dilayani dalam { $period }: { $population }

    Bobot dan nomor hanya dapat diubah admin.
skm-population-none = belum diisi
skm-population-ask =
    Berapa orang yang dilayani { $unit } dalam { $period }? Ketik angkanya saja, misalnya 1250.
    Ketik 0 untuk menghapus angka yang pernah diisi.

    Angka ini menentukan sampel minimal dan disebut di laporan. Bila kunjungan yang tercatat lebih banyak, kunjungan yang dipakai.
skm-population-unreadable = Angka ini tidak terbaca. Ketik jumlah orang dengan angka saja, misalnya 1250.
skm-weighting-exact = 1/x tepat
skm-weighting-three = dibulatkan 3 desimal (0,111 untuk sembilan unsur)
skm-weighting-two = dibulatkan 2 desimal (0,11 untuk sembilan unsur)
skm-numbering-questionnaire = urutan kuesioner (U8 sarana, U9 pengaduan)
skm-numbering-report = urutan laporan (U8 pengaduan, U9 sarana)

# Kalimat yang sama di percakapan dan di berkas
skm-running = Periode ini belum selesai. Angkanya masih sementara.
skm-index = IKM { $ikm } · { $letter } ({ $meaning })
skm-index-range = Kisaran 95 %: { $low } sampai { $high }
skm-index-no-range = Tanpa kisaran: kuesioner lengkap kurang dari { $least }.
skm-no-index = Belum ada IKM. Setiap unsur perlu dijawab paling sedikit { $least } orang.
skm-missing = Belum cukup jawaban: { $elements }
skm-questionnaires = { $n } kuesioner dihitung, { $complete } di antaranya lengkap.
skm-check-questionnaires = Kuesioner diterima { $received } = dihitung { $counted } + dikecualikan { $excluded } + ditarik { $withdrawn }
skm-check-ratings = Penilaian diterima { $received } = dihitung { $counted } + dikecualikan { $excluded } + ditarik { $withdrawn }
skm-sample-enough = Sampel memenuhi: { $n } responden, perlu { $needed } dari { $population } orang yang dilayani.
skm-sample-short = Belum memenuhi sampel minimal: { $n } responden, perlu { $needed } dari { $population } orang yang dilayani.
skm-sample-unknown = Sampel tidak dapat diperiksa: jumlah orang yang dilayani belum diketahui.
skm-sample-too-small = Sampel tidak dapat diperiksa: jumlah orang yang dilayani lebih kecil daripada { $n } responden. Mohon periksa angkanya.
skm-change = Dibanding { $before }: { $by } ({ $low } sampai { $high }), { $verdict }.
skm-change-none = Dibanding { $before }: tidak dapat dibandingkan.
skm-change-chance = dapat terjadi karena kebetulan
skm-change-real = melebihi kebetulan
skm-highest = Tertinggi: { $elements }
skm-lowest = Terendah: { $elements }
skm-element-value = { $element } { $nrr }
skm-ratings = Penilaian satu ketuk: { $n }, rata-rata { $mean } dari 4 ({ $low } sampai { $high })
skm-ratings-few = Penilaian satu ketuk: { $n }. Rata-rata ditampilkan mulai { $least } penilaian.
skm-rate-visits = Kunjungan yang dinilai dengan kode: { $k } dari { $n }{ $share }
skm-rate-invited = Undangan yang dijawab: { $k } dari { $n }{ $share }
skm-rate-share = { " " }({ $share } %, kisaran { $low } sampai { $high } %)
skm-rate-visits-unknown = Kunjungan yang dinilai dengan kode: tidak diketahui, kunjungan tidak tercatat.
skm-rate-invited-unknown = Undangan yang dijawab: tidak ada undangan.
skm-hidden = *
skm-no-figure = –

# PDF
pdf-page = Halaman { $page } dari { $pages }
skm-pdf-name = laporan-skm
skm-pdf-caption = Laporan SKM (PDF)
skm-title = Laporan Survei Kepuasan Masyarakat (SKM)
skm-cover-basis = Disusun menurut Peraturan Menteri PANRB Nomor 14 Tahun 2017
skm-cover-index = Indeks Kepuasan Masyarakat (IKM)
skm-cover-quality = Mutu { $letter }: { $meaning }
skm-cover-respondents = { $n } responden
skm-cover-made = Keadaan data { $at }
skm-foot = SKM { $period }, { $unit }
skm-chapter-summary = Ringkasan
skm-chapter-method = Cara survei dilakukan
skm-chapter-elements = Nilai setiap unsur
skm-chapter-index = Indeks dan mutu pelayanan
skm-chapter-profile = Profil responden
skm-chapter-trend = Perkembangan
skm-chapter-lowest = Unsur terendah dan rencana tindak lanjut
skm-chapter-ratings = Penilaian satu ketuk dan tingkat jawaban
skm-chapter-left-out = Yang diterima dan yang tidak dihitung
skm-chapter-how = Cara menghitung dan sumber aturan

skm-method-period = Masa survei: { $first } sampai { $last }.
skm-method-asked = Setiap orang yang dilayani dapat menilai lewat Telegram: dengan kode sekali pakai dari kunjungannya, karena diundang secara acak, lewat poster di loket atau unit, atau dengan mencari unit. Sesudah satu ketukan nilai, unsur-unsur ditanyakan satu per satu; setiap pertanyaan boleh dilewati. Nama dan NIK tidak ditanyakan.
skm-method-media = Kuesioner yang dihitung: { $chat } lewat Telegram, { $paper } dari kertas.
skm-method-instrument = Instrumen versi { $version }: { $elements }.
skm-method-instrument-since = Instrumen versi { $version }, sejak { $since }: { $elements }.
skm-method-built-in = Instrumen bawaan (sembilan unsur PermenPANRB 14/2017): { $elements }.
skm-method-questions = { $element } ({ $n } pertanyaan)
skm-method-scale = Skala 1 sampai 4: tidak baik, kurang baik, baik, sangat baik, dengan kata-kata baku setiap unsur.
skm-method-weight = Bobot setiap unsur: { $weight }, { $weighting }.
skm-method-numbering = Nomor unsur: { $numbering }.
skm-method-population-visits = Jumlah orang yang dilayani diambil dari { $population } kunjungan yang tercatat.
skm-method-population-entered = Jumlah orang yang dilayani, { $population }, diisi oleh unit pada { $at }.
skm-method-exclusion = Tidak ada jawaban yang dipilih-pilih. Jawaban hanya dikecualikan bila dua orang memutuskannya dengan alasan yang tercatat; sampai diputuskan, jawaban itu dihitung.

skm-column-number = No
skm-column-element = Unsur
skm-column-total = Jumlah nilai
skm-column-n = n
skm-column-nrr = NRR
skm-column-weighted = NRR tertimbang
skm-column-range = Kisaran 95 %
skm-column-change = Perubahan
skm-column-before = NRR sebelumnya
skm-column-low = Batas bawah
skm-column-high = Batas atas
skm-column-change-low = Perubahan, batas bawah
skm-column-change-high = Perubahan, batas atas
skm-elements-sum = Jumlah (nilai indeks)
skm-elements-foot = n: yang menjawab unsur itu. NRR: jumlah nilai dibagi n. NRR tertimbang: NRR dikali bobot. Tanda bintang pada perubahan: melebihi kebetulan. Di bawah { $least } jawaban tidak ada angka.
skm-index-formula = IKM = { $index } × 25 = { $ikm }
skm-index-table = Arti mutu
skm-column-ikm = IKM
skm-column-letter = Mutu
skm-column-meaning = Arti
skm-quality-range = { $low }–{ $high }
skm-profile-sex = Jenis kelamin
skm-profile-age = Usia
skm-profile-education = Pendidikan
skm-profile-occupation = Pekerjaan
skm-profile-service = Layanan yang diterima
skm-no-answer = Tidak menjawab
skm-service-gone = Layanan { $id }
skm-column-respondents = Responden
skm-column-share = Bagian
skm-share = { $share } %
skm-profile-foot = { $mark } : tidak disebut, karena kurang dari { $least } orang atau dapat membuka angka yang kecil.
skm-profile-none = Belum ada kuesioner.
skm-column-period = Periode
skm-column-questionnaires = Kuesioner
skm-trend-chart = IKM setiap periode dengan kisaran 95 %
skm-trend-none = Belum ada periode dengan IKM.
skm-lowest-intro = Unsur dengan NRR terendah, yang paling perlu diperbaiki.
skm-lowest-none = Belum ada unsur dengan cukup jawaban.
skm-plans = Rencana tindak lanjut
skm-plans-none = Belum ada rencana tindak lanjut untuk periode ini.
skm-plans-earlier = Rencana dari periode sebelumnya
skm-column-programme = Program
skm-column-due = Waktu
skm-column-owner = Penanggung jawab
skm-column-plan-period = Dari periode
skm-column-state = Keadaan
skm-column-outcome = Hasil
skm-plan-open = berjalan
skm-plan-done = selesai
skm-plan-dropped = dihentikan
skm-plan-outcome = { $state }. { $outcome }
skm-plan-rose = NRR naik { $by } ({ $low } sampai { $high })
skm-plan-fell = NRR turun { $by } ({ $low } sampai { $high })
skm-plan-same = NRR { $by } ({ $low } sampai { $high }): dapat kebetulan
skm-plan-unknown = belum dapat dibandingkan
skm-column-channel = Cara sampai ke pertanyaan
skm-channel-all = Semua
skm-channel-visit = Dengan token (kode kunjungan)
skm-channel-invited = Undangan acak
skm-channel-self = Tanpa token (poster, tautan, pencarian)
skm-column-mean = Rata-rata
skm-rates = Tingkat jawaban
skm-channels-foot = Token: kode sekali pakai dari satu kunjungan. Yang menilai tanpa token dan tanpa undangan datang atas kemauan sendiri dan tidak mewakili semua orang yang dilayani; karena itu disebut terpisah. Tanda { $mark }: dari kurang dari { $least } orang, atau akan membuka angka sekecil itu.
skm-column-what = Bagian
skm-column-received = Diterima
skm-column-counted = Dihitung
skm-column-excluded = Dikecualikan
skm-column-withdrawn = Ditarik
skm-what-questionnaires = Kuesioner
skm-what-ratings = Penilaian satu ketuk
skm-left-out-foot = Diterima = dihitung + dikecualikan + ditarik. Yang ditarik warga tidak lagi memuat nilai.
skm-excluded-list = Dikecualikan, dengan nomor
skm-withdrawn-list = Ditarik warga, dengan nomor
skm-excluded-none = Tidak ada yang dikecualikan.
skm-column-reason = Alasan
skm-column-ids = Nomor
skm-reason-burst = terlalu banyak dalam waktu singkat
skm-reason-same-words = kata-kata sama dari beberapa orang
skm-reason-new-accounts = akun baru serentak
skm-reason-in-turns = beberapa orang menilai bergantian
skm-reason-period-end = lonjakan menjelang akhir periode
skm-reason-staff = petugas unit sendiri
skm-reason-quick = kunjungan terlalu singkat
skm-reason-by-hand = diajukan oleh petugas
skm-reason-unknown = alasan ada di jurnal
skm-how-1 = NRR unsur = jumlah nilai unsur dibagi jumlah orang yang menjawabnya. Bila satu unsur memuat beberapa pertanyaan, jawaban satu orang dirata-ratakan dahulu.
skm-how-2 = Nilai indeks = jumlah NRR dikali bobot. IKM = nilai indeks × 25, dibulatkan setengah ke atas menjadi dua desimal, baru kemudian diberi mutu. Di antaranya tidak ada pembulatan selain bobot yang dipilih.
skm-how-3 = Unsur yang ditanyakan sepanjang periode tetapi dijawab kurang dari { $least } orang membuat IKM tidak dapat disebut. Unsur yang baru ditambahkan dalam periode ikut dihitung bila dijawab paling sedikit { $least } orang.
skm-how-4 = Kisaran 95 % (interval t dari jawaban yang masuk, dipotong pada batas skala): bila survei diulang, nilai sesungguhnya berada di dalamnya pada kira-kira 95 dari 100 survei. Perbedaan dua periode memakai interval Welch.
skm-how-5 = Sampel minimal menurut Krejcie dan Morgan (1970): S = X²NP(1−P) / (d²(N−1) + X²P(1−P)), X² = 3,841, P = 0,5, d = 0,05. Yang diukur ialah jawaban pada unsur yang paling sedikit dijawab.
skm-how-6 = Setiap angka dapat dihitung ulang dari data kuesioner (CSV), yang memuat semua yang diterima, juga yang tidak dihitung.
skm-how-7 = Sumber: Peraturan Menteri PANRB Nomor 14 Tahun 2017 tentang Pedoman Penyusunan SKM; Krejcie, R. V. dan Morgan, D. W. (1970), Determining Sample Size for Research Activities. Tabel mutu lama (KEP/25/M.PAN/2/2004) tidak dipakai.

# XLSX dan CSV
skm-xlsx-name = skm
skm-xlsx-caption = Buku kerja SKM (XLSX)
skm-csv-name = kuesioner
skm-csv-caption = Data kuesioner (CSV)
skm-ratings-csv-name = penilaian
skm-ratings-csv-caption = Data penilaian satu ketuk (CSV)
skm-sheet-summary = Ringkasan
skm-sheet-elements = Unsur
skm-sheet-respondents = Responden
skm-sheet-trend = Tren
skm-sheet-left-out = Pengecualian
skm-sheet-data = Data
skm-sheet-notes = Keterangan
skm-column-figure = Hal
skm-column-value = Nilai
skm-column-note = Keterangan
skm-column-group = Kelompok
skm-column-id = Nomor
skm-column-rating-id = Nomor penilaian
skm-column-day = Hari
skm-column-asked = Asal
skm-column-instrument = Versi instrumen
skm-column-standing = Status
skm-column-complete = Lengkap
skm-column-service = Layanan
skm-column-score = Nilai
skm-column-why = Sebab nilai rendah
skm-column-comment = Komentar (disamarkan)
skm-standing-counted = dihitung
skm-standing-excluded = dikecualikan
skm-standing-withdrawn = ditarik
skm-asked-paper = kertas
skm-figure-office = Kantor
skm-figure-unit = Unit
skm-figure-period = Periode
skm-figure-first = Hari pertama
skm-figure-last = Hari terakhir
skm-figure-made = Keadaan data
skm-figure-running = Periode belum selesai
skm-figure-ikm = IKM
skm-figure-letter = Mutu
skm-figure-index = Nilai indeks
skm-figure-weight = Bobot setiap unsur
skm-figure-change = Perubahan IKM
skm-figure-of = { $figure }: { $part }
skm-figure-complete = Kuesioner lengkap
skm-figure-partial = Kuesioner sebagian
skm-figure-sample = Responden untuk sampel
skm-figure-population = Orang yang dilayani
skm-figure-needed = Sampel minimal
skm-figure-ratings-mean = Rata-rata penilaian satu ketuk
skm-figure-visits = Kunjungan yang dinilai dengan kode
skm-figure-invited = Undangan yang dijawab
skm-figure-check = Pemeriksaan
skm-check-true = benar
skm-check-false = TIDAK cocok
skm-note-zone = Waktu setempat ({ $zone })
skm-note-columns = Kolom nilai pada lembar Data bernama menurut unsur; waktu.2 adalah pertanyaan kedua tentang waktu.
skm-note-data = Lembar Data memuat setiap kuesioner dengan sedikitnya satu jawaban, juga yang tidak dihitung. Nilai yang ditarik warga kosong. Tidak ada nama, NIK, jam, atau ciri responden.
