# Kinerja: bukti, bukan penilaian. Angka dengan n dan kisaran; tidak ada peringkat.
menu-record = Kinerja saya
record =
    <b>Kinerja { $name }</b>
    { $period } · { $state }

    { $lines }

    Ini bukti, bukan penilaian kinerja. Yang menilai tetap atasan. Ketuk sebuah angka untuk melihat isinya.
record-running = berjalan, sampai { $until }; suara warga dihitung setelah minggunya berakhir
record-frozen = dibekukan { $at }, versi { $version }
record-group-visits = <b>Kunjungan</b>
record-group-cases = <b>Pengaduan</b>
record-group-voices = <b>Suara warga</b> (nilai 1 sampai 4)
record-group-recognised = <b>Penghargaan</b>
record-recognised = • { $reason } (diputuskan { $by }, { $at })
record-line = • { $name }: { $figure }
record-line-beside =
    • { $name }: { $figure }
    { $beside }
record-without = {"   "}tanpa hambatan luar dan sanggahan yang diterima: { $value } (n = { $n })
record-others = {"   "}rekan seunit: { $value }
record-few-left = belum cukup data
record-of-unit = { $value } (n = { $n }), angka unit
record-nothing = Belum ada kunjungan, pengaduan, atau penilaian dalam periode ini.
record-one =
    <b>{ $name }</b>
    { $officer } · { $period }

    { $figure }

    <b>Yang mengubah angka ini</b>
    { $changes }

    <b>Isinya</b>
    { $behind }

    { $explained }
record-of = { $name }
record-of-led = { $name } (teks di bawah ditujukan kepadanya)
record-change-line = • { $text }
record-change-few = • Data baru { $n }, perlu { $least }: masih kurang { $more }.
record-change-open = • Pengaduan terbuka yang melewati batas pada Anda: { $n }. Menjawab atau meneruskannya menghentikan waktunya; selama terbuka, bagian Anda terus bertambah.
record-change-next = • Satu lagi yang berjalan baik mengubah { $now } % menjadi { $then } %.
record-behind-nothing = Belum ada.
record-behind-cases = Pengaduan: { $n }. Ketuk nomornya.
record-weeks-earlier = … dan { $n } kelompok minggu sebelumnya.
record-span = { $first } sampai { $last }
record-week-visits = • { $span }: { $n }
record-week-ratings = • { $span }: { $scores }
record-week-answers = • { $span }: rata-rata { $mean } (n = { $n })
record-scored = { $score } { $n }
record-few = Penilaian ditampilkan mulai { $least }, per minggu penuh, agar tidak terlihat siapa yang menilai.
record-case = { $ticket } · { $value }
record-case-took = { $value }
record-case-running = { $value }, masih berjalan
record-case-share = { $value } %
record-case-silent = warga belum menanggapi
record-aside = dikesampingkan
record-ratings =
    <b>Penilaian satu per satu: { $n }</b>
    { $period }

    { $list }

    Ketuk nomornya untuk melihat angka mana yang memakainya.
record-rating = { $n }. { $score } ({ $span })
record-rating-why = {"   "}karena: { $why }
record-rating-words = {"   "}“{ $words }”
record-fact =
    { $shown }

    <b>Angka yang memakainya</b>
    { $period }
    { $figures }
record-fact-case = <b>{ $ticket }</b>, { $category }
record-fact-rating = <b>Penilaian: { $score }</b>, { $span }
record-fed = • { $name }: { $value }
record-contest-open = Sanggahan Anda menunggu keputusan. Sampai diputuskan, tetap dihitung.
record-contest-accepted = Sanggahan diterima: dikesampingkan dalam angka kedua.
record-contest-refused = Sanggahan ditolak: tetap dihitung.
record-fact-unknown = Data itu tidak ada dalam kinerja periode ini.
record-figure-unknown = Angka itu tidak ada dalam kinerja yang dibekukan.
record-nowhere = Anda belum bertugas di unit mana pun, jadi belum ada kinerja yang dicatat.
record-no-period = Kantor Anda belum menentukan periode penilaian untuk hari ini. Silakan hubungi admin.
record-team =
    <b>Pegawai yang dipimpin: { $n }</b>
    Ketuk nama untuk melihat kinerjanya.
record-how =
    <b>Yang berlaku untuk semua angka</b>

    • Yang dihitung hanya yang Anda layani atau pegang sendiri. Angka unit tidak pernah menjadi angka Anda.
    • Kunjungan dan penilaian masuk ke petugas yang melayani saat itu.
    • Pengaduan yang berpindah tangan dibagi menurut lama memegang. Selama tidak dipegang siapa pun, waktunya milik unit.
    • Kisaran menunjukkan seberapa pasti angkanya. Makin banyak data, makin sempit.
    • Data yang belum cukup tidak pernah dihitung nol.
    • Hambatan luar dan sanggahan yang diterima dikeluarkan dari angka kedua. Angka pertama tetap.
    • Pengaduan berkadar pengawasan tidak masuk.
    • Penilaian yang dikeluarkan dua orang atau ditarik warga tidak masuk.
    • Nada komentar tidak pernah masuk ke angka Anda.
    • Siapa warga yang menilai tidak pernah ditampilkan.
    • Tidak ada peringkat antarpetugas.
    • Setelah periode berakhir, kinerja dibekukan. Sampai saat itu Anda dapat menyanggah.
button-record-how = Cara menghitung
button-record-back = ‹ Kembali ke kinerja
button-record-ratings = Satu per satu
button-record-team = Pegawai yang Anda pimpin
button-record-below = Yang dipimpinnya
button-record-own = ‹ Kinerja saya

button-record-late = Lihat yang berubah
button-record-late-amend = Catat perubahan dengan alasan
record-late-told-open = Saat catatan kinerja { $officer } untuk { $period } dibekukan, sanggahan yang belum diputuskan: { $n }. Keputusan yang datang kemudian masuk hanya bila perubahan dicatat dengan alasan.
record-late-told-changed = Bukti { $officer } untuk { $period } berubah setelah dibekukan. Angka yang berbeda: { $n }. Catatan yang dibekukan tetap, sampai perubahannya dicatat dengan alasan.
record-late =
    <b>Setelah dibekukan: { $officer }</b>
    { $period } · dibekukan { $at }, versi { $version }

    { $lines }

    Mencatat perubahan membuat versi baru dengan nama dan alasan Anda. Versi lama tetap tersimpan, dan rating tidak berubah dengan sendirinya.
record-late-line =
    <b>{ $name }</b> (data yang berubah: { $n })
    dulu: { $was }
    kini: { $now }
record-late-none = Belum ada angka yang berubah sejak dibekukan.
record-late-waiting = Sanggahan yang belum diputuskan: { $n }.
record-late-ask = Mengapa catatan kinerja { $officer } perlu diubah setelah dibekukan? Tulis alasannya; pegawai dan atasannya membacanya.
record-late-amended = Perubahan dicatat sebagai versi { $version }. Pegawai dan pejabat penilainya diberi tahu.
