# Kinerja sendiri: bukti, bukan penilaian.
menu-record = Kinerja saya
quarter-1 = I
quarter-2 = II
quarter-3 = III
quarter-4 = IV
record-quarter = Triwulan { $quarter } { $year }
record =
    <b>Kinerja { $name }</b>
    { $period }, sampai { $until }

    <b>Penilaian saat Anda bertugas di loket: { $n }</b>
    { $mean }

    <b>Pengaduan yang Anda tangani</b>
    • dijawab: { $answered }
    • selesai: { $resolved }
    • jawaban lewat batas: { $late } ({ $open_late } masih terbuka); tanpa hambatan luar: { $late_without }

    <b>Jawaban pertama, sejak diterima unit</b>
    { $first_answer }

    <b>Jawaban pertama, sejak Anda ambil</b>
    { $held }

    <b>Hambatan luar</b>
    { $causes }

    Ini bukti dari warga, bukan penilaian kinerja. Yang menilai tetap atasan Anda.
record-ratings =
    <b>Penilaian: { $n }</b>
    { $period }

    { $list }
record-rating = • { $day }: { $score }
record-cases =
    <b>Pengaduan: { $n }</b>
    { $period }

    Ketuk nomornya untuk membuka. Tanda ! berarti jawabannya lewat batas.
record-case = { $ticket }
record-case-late = ! { $ticket }
record-few = Daftar ditampilkan mulai { $least } penilaian, agar tidak terlihat siapa yang menilai.
record-how =
    <b>Cara menghitung</b>

    • Penilaian: yang diberikan lewat QR loket saat Anda tercatat bertugas di sana. Nilai yang diubah warga dihitung sebagaimana adanya sekarang.
    • Rata-rata: ditampilkan mulai { $least } penilaian, dengan kisaran 95 %. Makin banyak penilaian, makin sempit kisarannya.
    • Jawaban: pengaduan yang Anda pegang saat dijawab. Waktunya jam kerja unit; libur dan malam tidak dihitung.
    • Sejak diterima unit: lama warga menunggu. Sejak Anda ambil: bagian yang ada pada Anda.
    • Yang belum dijawab dan lewat batas dihitung terlambat, dengan lama waktunya sampai sekarang.
    • Hambatan luar yang diterima orang kedua dikeluarkan dari angka kedua. Angka pertama dan batas waktu tetap.
    • Pelapor yang diam bukan bukti, baik maupun buruk.
    • Nada komentar tidak pernah masuk ke angka Anda.
    • Tidak ada peringkat antarpetugas.

    Ini bukti, bukan putusan.
button-record-ratings = Daftar penilaian ({ $n })
button-record-cases = Daftar pengaduan ({ $n })
button-record-how = Cara menghitung
button-record-back = Kembali ke kinerja
