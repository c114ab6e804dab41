# Pelatihan: usulan, kegiatan, hasilnya, tim pemantau.
menu-training = Pelatihan: usulan dan hasilnya
button-training = Pelatihan
button-training-mine = Usulan untuk saya ({ $n })
button-training-ask = Minta pelatihan
button-training-waiting = Menunggu keputusan Anda ({ $n })
button-training-propose = Usulkan untuk pegawai
button-training-events = Pelatihan dan hasilnya
button-training-events-of = Pelatihan: { $name }
button-training-report = Daftar tim pemantau
button-training-catalogue = Katalog pelatihan
button-training-team = Tim pemantau
button-training-accept = Terima
button-training-decline = Tolak
button-training-event = Lihat pelatihan
button-training-need = Lihat usulan
button-training-new = Adakan pelatihan
button-training-add = Tambah peserta
button-training-out = Keluarkan peserta
button-training-came = Catat kehadiran
button-training-cancel = Batalkan pelatihan
button-training-cancel-yes = Ya, batalkan
button-training-effect = Lihat hasilnya
button-training-picture = Lihat gambarnya
button-training-course-new = Tambah ke katalog
button-training-course-close = Keluarkan dari katalog
button-training-watch = Tambah anggota tim

training-home =
    <b>Pelatihan</b>

    Usulan berasal dari data dua periode, dari Anda sendiri, atau dari atasan. Yang memutuskan atasan. Setiap usulan tentang Anda dapat Anda lihat beserta alasannya.
training-mine =
    <b>Usulan pelatihan untuk saya</b> ({ $n })
training-waiting =
    <b>Usulan yang menunggu keputusan Anda</b> ({ $n })
training-of = { $name }: { $topic }
training-need =
    <b>Usulan pelatihan</b>
    { $officer }, { $unit }
    Yang ingin diperbaiki: <b>{ $topic }</b>
    Pelatihan yang disarankan: { $training }

    { $reason }

    { $decision }
training-none-suggested = belum ada di katalog kantor
training-need-evidence = Diusulkan oleh data: dalam dua periode berturut-turut angkanya jelas di bawah target, juga setelah kisarannya diperhitungkan.
training-need-officer = Diminta oleh pegawai: { $words }
training-need-head = Diusulkan oleh atasan: { $words }
training-fact = { $period }: { $figure }; target { $target }
training-fact-unit = { $period }: { $figure }; rekan seunit { $target } (tidak ada target dalam SKP)
training-need-waits = Belum diputuskan oleh atasan.
training-need-accepted = Diterima oleh { $by }. { $words }
training-need-declined = Ditolak oleh { $by }: { $words }
training-led = Usulkan pelatihan untuk siapa?
training-led-hints =
    Usulkan pelatihan untuk siapa?

    Petunjuk dari survei unit (bukan angka satu pegawai):
    { $hints }
training-hint = { $element }: { $low } ({ $first }, n = { $n }) dan { $lower } ({ $second }, n = { $m }), dua triwulan di bawah mutu B.
training-pick = Apa yang ingin diperbaiki?
training-words-ask = Mengapa pelatihan ini perlu bagi Anda? Tulis { $least } sampai { $most } huruf. Atasan Anda membacanya.
training-words-propose = Mengapa pelatihan ini perlu bagi pegawai itu? Tulis { $least } sampai { $most } huruf. Pegawai membacanya.
training-words-decline = Mengapa ditolak? Tulis { $least } sampai { $most } huruf. Pegawai membacanya.
training-decided =
    <b>Keputusan tentang usulan pelatihan</b>
    { $topic }

    { $decision }
training-proposed =
    <b>Atasan mengusulkan pelatihan untuk Anda</b>
    { $topic }

    { $decision }
training-asked =
    <b>{ $officer } meminta pelatihan</b>
    { $topic }

    { $words }
training-found =
    <b>Usulan pelatihan dari data</b>
    { $officer }: { $topic }

    Dua periode berturut-turut jelas di bawah target. Anda yang memutuskan.
training-found-yours =
    <b>Usulan pelatihan untuk Anda</b>
    { $topic }

    Data dua periode berturut-turut jelas di bawah target. Ini usulan, bukan penilaian; atasan Anda yang memutuskan.

training-events =
    <b>Pelatihan</b>
    { $office }
training-events-none =
    <b>Pelatihan</b>
    { $office }

    Belum ada pelatihan.
training-event-label = { $name }, { $first }
training-on = { $first }
training-from-to = { $first } sampai { $last }
training-event =
    <b>{ $name }</b>
    { $days }
    Yang ingin diperbaiki: { $topic }
    { $words }

    { $state }
training-no-words = (tanpa keterangan)
training-cancelled = Pelatihan ini dibatalkan.
training-nobody = Belum ada peserta.
training-participants = Peserta ({ $n }): { $names }
training-who = Siapa yang ikut? Tanda ★: usulannya sudah diterima dan menunggu.
training-who-nobody = Tidak ada lagi yang dapat Anda tambahkan.
training-needs-it = ★ { $name }
training-came = Siapa yang hadir? Ketuk nama untuk mengubah. Hasil pelatihan hanya dihitung dari yang hadir.
training-came-untold = ? { $name }
training-came-yes = ✓ { $name }
training-came-no = ✗ { $name }
training-out = Siapa yang dikeluarkan dari daftar peserta?
training-invited =
    <b>Anda terdaftar dalam pelatihan</b>
    { $name }, { $days }
    Tujuan: { $topic }
training-not-any-more =
    <b>Anda tidak lagi terdaftar</b>
    { $name }, { $days }
    Tujuan: { $topic }
training-called-off =
    <b>Pelatihan dibatalkan</b>
    { $name }, { $days }
    Tujuan: { $topic }
training-cancel-ask = Batalkan <b>{ $name }</b> ({ $days })? Semua peserta diberi tahu.
training-new = Pelatihan yang mana dari katalog?
training-new-none = Katalog masih kosong. Admin kantor mengisinya lewat /pelatihan.
training-ask-days =
    <b>{ $name }</b>

    Kapan? Tulis satu tanggal (18/1/2027) atau dua (18/1/2027 - 19/1/2027).

training-effect =
    <b>Hasil pelatihan: { $name }</b>
    { $days }

    { $told }
training-picture =
    <b>{ $name }</b>
    { $told }
training-effect-better-up = Sesudah pelatihan, “{ $what }” membaik: naik dari { $before } menjadi { $after } (n = { $n } dan { $m }; { $shift }); { $compared }.
training-effect-better-down = Sesudah pelatihan, “{ $what }” membaik: turun dari { $before } menjadi { $after } (n = { $n } dan { $m }; { $shift }); { $compared }.
training-effect-worse-up = Sesudah pelatihan, “{ $what }” memburuk: naik dari { $before } menjadi { $after } (n = { $n } dan { $m }; { $shift }); { $compared }.
training-effect-worse-down = Sesudah pelatihan, “{ $what }” memburuk: turun dari { $before } menjadi { $after } (n = { $n } dan { $m }; { $shift }); { $compared }.
training-effect-none = Sesudah pelatihan belum terlihat perubahan pada “{ $what }”: { $before } sebelumnya, { $after } sesudahnya (n = { $n } dan { $m }; { $shift }, jadi bisa juga kebetulan); { $compared }.
training-shift-share = selisih { $by } poin persen, kisaran 95 % { $low } sampai { $high }
training-shift-score = selisih { $by }, kisaran 95 % { $low } sampai { $high }
training-shift-minutes = menjadi { $by } kali lamanya, kisaran 95 % { $low } sampai { $high } kali
training-compared-alone = tidak ada kelompok pembanding yang cukup datanya
training-compared-better = dibanding { $officers } rekan seunit yang tidak ikut, perubahannya lebih baik ({ $shift })
training-compared-worse = dibanding { $officers } rekan seunit yang tidak ikut, perubahannya lebih buruk ({ $shift })
training-compared-none = dibanding { $officers } rekan seunit yang tidak ikut, bedanya bisa juga kebetulan ({ $shift })
training-effect-selected = Ada peserta yang dipilih karena angkanya rendah. Angka seperti itu biasanya naik sedikit dengan sendirinya.
training-effect-left-out = { $n } peserta tidak dihitung karena tidak punya data di kedua masa.
training-effect-ahead = Hasilnya dapat dilihat mulai { $ready }, setelah { $weeks } minggu.
training-effect-untold = Kehadiran belum dicatat, jadi hasilnya belum dapat dihitung.
training-effect-few = Belum cukup data untuk menyebut hasilnya.
training-effect-hidden = Pesertanya kurang dari tiga orang. Angkanya hanya dapat dilihat oleh atasan mereka.
training-effect-cancelled = Pelatihan ini dibatalkan.
training-no-picture = Belum ada gambar untuk pelatihan ini.
training-chart-trained = Ikut pelatihan ({ $n } orang)
training-chart-others = Tidak ikut, unit yang sama ({ $n } orang)
training-chart-before = Sebelum
training-chart-after = Sesudah

training-list =
    <b>Katalog pelatihan</b> ({ $n })
    { $office }
training-course =
    <b>{ $name }</b>
    Yang ingin diperbaiki: { $topic }
    { $words }
training-ask-name = Apa nama pelatihannya? Contoh: <i>Menjawab pengaduan dengan cepat dan jelas</i>
training-ask-topic = Apa yang ingin diperbaiki? Hasilnya nanti dilihat dari angka ini, sebelum dan sesudah.
training-ask-about = Apa yang diajarkan, dan oleh siapa? Tulis singkat, atau lewati.
training-team =
    <b>Tim pemantau pelatihan</b>
    { $office }

    Ketuk nama untuk mengeluarkan. Setiap awal bulan tim menerima daftar: pelatihan yang selesai, hasil yang sudah dapat dilihat, dan usulan yang belum diputuskan.
training-team-none =
    <b>Tim pemantau pelatihan</b>
    { $office }

    Belum ada anggota. Setiap awal bulan tim menerima daftar: pelatihan yang selesai, hasil yang sudah dapat dilihat, dan usulan yang belum diputuskan.
training-team-out = ✗ { $name }
training-watch = Siapa yang masuk tim pemantau?
training-you-watch = Anda masuk tim pemantau pelatihan { $office }. Setiap hari kerja pertama bulan baru Anda menerima daftarnya.
training-report =
    <b>Pantauan pelatihan</b>
    { $office }

    { $lines }
training-see = Hasil: { $name }
training-fill = Kehadiran: { $name }
training-line-ended = Selesai bulan lalu: { $name } ({ $days }).
training-line-ready = Hasilnya sudah dapat dilihat: { $name } ({ $days }).
training-line-not-yet = Hasilnya dapat dilihat mulai { $ready }: { $name } ({ $days }).
training-line-untold = Kehadiran belum dicatat: { $name } ({ $days }).
training-line-needs = Usulan belum diputuskan di { $unit }: { $n }.
training-line-oldest = Usulan tertua menunggu sejak { $since }.
training-line-nothing = Bulan ini tidak ada yang perlu dilihat.

coaching-topic-unknown = Angka itu tidak dapat menjadi tujuan pelatihan.
coaching-no-unit = Anda belum terdaftar di sebuah unit.
need-waits-already = Usulan tentang hal ini sudah ada dan belum diputuskan.
need-decided = Usulan ini sudah diputuskan.
training-unknown = Pelatihan itu tidak ada di katalog.
training-too-many = Katalog memuat paling banyak { $most } pelatihan.
event-days-wrong = Hari terakhir tidak boleh sebelum hari pertama, dan pelatihan paling lama { $most } hari.
event-days-far = Tanggalnya terlalu jauh dari hari ini.
event-weeks-wrong = Pilih { $first } sampai { $last } minggu.
event-begun = Pelatihan sudah dimulai. Catat kehadirannya saja.
event-not-begun = Kehadiran dicatat mulai hari pertama pelatihan.
event-cancelled-already = Pelatihan ini sudah dibatalkan.
