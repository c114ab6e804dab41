# Indikator kinerja: nama, arti, satuan, yang dapat dikendalikan petugas, yang mengubahnya, cara hitung.
indicator-unit-count = kunjungan
indicator-unit-share = persen
indicator-unit-minutes = waktu kerja
indicator-unit-score = nilai 1 sampai 4
indicator-better-higher = Makin tinggi makin baik.
indicator-better-lower = Makin rendah makin baik.
indicator-minimum = Ditampilkan mulai { $least } data. Di bawah itu: belum cukup data, dan tidak pernah dihitung nol.
indicator-context = Sebagai konteks saja, karena tidak sepenuhnya di tangan petugas. Tidak dipakai untuk usul pelatihan atau penghargaan.
indicator-formula = Rumus versi { $version }.

indicator-visits_served = Kunjungan dilayani
indicator-visits_served-means = Berapa kunjungan warga yang Anda layani sampai selesai.
indicator-visits_served-controls = Anda mencatat setiap kunjungan. Berapa warga yang datang tidak di tangan Anda.
indicator-visits_served-change = Jumlah warga yang datang, jadwal Anda di loket, dan kunjungan yang tercatat lengkap.
indicator-visits_served-counted = Setiap kunjungan yang tercatat mulai dan selesai atas nama Anda dihitung satu. Ini fakta, jadi tanpa kisaran.

indicator-visits_within = Layanan sesuai janji waktu
indicator-visits_within-means = Dari semua kunjungan yang Anda layani, berapa bagian yang selesai dalam waktu yang dijanjikan untuk layanan itu.
indicator-visits_within-controls = Waktu melayani sejak kunjungan dimulai sampai Anda menandainya selesai.
indicator-visits_within-change = Berkas diperiksa di awal, kunjungan langsung ditandai selesai, dan kendala sistem dilaporkan sebagai hambatan luar.
indicator-visits_within-counted = Kunjungan tepat waktu dibagi semua kunjungan dengan janji waktu. Layanan tanpa janji waktu tidak dihitung. Waktunya jam kerja unit.

indicator-visit_time = Waktu melayani
indicator-visit_time-means = Lama satu kunjungan yang Anda layani: separuh kunjungan lebih singkat dari angka ini, separuh lebih lama.
indicator-visit_time-controls = Waktu sejak Anda memulai kunjungan sampai menandainya selesai.
indicator-visit_time-change = Berkas disiapkan lebih dulu, dan kunjungan segera ditandai selesai. Layanan yang memang lama membuat angka ini lebih besar.
indicator-visit_time-counted = Nilai tengah dan persentil 90 dari lama kunjungan, dalam jam kerja unit. Istirahat dan hari libur tidak dihitung.

indicator-first_answer = Waktu jawaban pertama
indicator-first_answer-means = Berapa lama pengaduan ada pada Anda sebelum warga mendapat jawaban pertama: separuh lebih singkat dari angka ini, separuh lebih lama.
indicator-first_answer-controls = Waktu selama pengaduan ada pada Anda. Waktu di tangan orang lain atau belum dipegang siapa pun tidak masuk.
indicator-first_answer-change = Pengaduan segera dijawab atau diteruskan. Yang dibiarkan terbuka terus menambah waktu.
indicator-first_answer-counted = Nilai tengah dan persentil 90 dari waktu Anda memegang tiap pengaduan sampai jawaban pertama, dalam jam kerja unit. Yang belum dijawab masuk dengan waktunya sampai sekarang.

indicator-answered_in_a_day = Dijawab dalam satu hari kerja
indicator-answered_in_a_day-means = Dari pengaduan yang Anda pegang, berapa bagian yang dijawab paling lambat satu hari kerja setelah diterima.
indicator-answered_in_a_day-controls = Waktu selama pengaduan ada pada Anda. Bila beberapa orang memegangnya, keterlambatan dibagi menurut lama memegang.
indicator-answered_in_a_day-change = Jawab hari itu juga atau esoknya, walau baru jawaban sementara, dan segera teruskan yang bukan tugas Anda.
indicator-answered_in_a_day-counted = Tiap pengaduan bernilai 1 bila dijawab dalam satu hari kerja. Yang terlambat dikurangi bagian keterlambatan Anda. Yang belum dijawab dan sudah lewat sehari dihitung terlambat.

indicator-solved_on_time = Selesai tepat waktu
indicator-solved_on_time-means = Dari pengaduan yang Anda pegang, berapa bagian yang selesai dalam batas waktunya.
indicator-solved_on_time-controls = Waktu selama pengaduan ada pada Anda. Bila beberapa orang memegangnya, keterlambatan dibagi menurut lama memegang.
indicator-solved_on_time-change = Pengaduan selesai sebelum batasnya. Hambatan luar yang diterima orang kedua menghasilkan angka kedua di sampingnya.
indicator-solved_on_time-counted = Tiap pengaduan bernilai 1 bila selesai pada waktunya. Yang terlambat dikurangi bagian keterlambatan Anda. Yang masih terbuka dan lewat batas dihitung terlambat.

indicator-confirmed = Dibenarkan selesai oleh warga
indicator-confirmed-means = Dari penyelesaian Anda yang ditanggapi warga, berapa bagian yang dibenarkan warga sebagai selesai.
indicator-confirmed-controls = Penyelesaian dan penjelasan Anda.
indicator-confirmed-change = Masalahnya sungguh selesai, dan warga paham apa yang sudah dilakukan.
indicator-confirmed-counted = Yang dibenarkan warga dibagi yang dibenarkan atau dibuka lagi. Warga yang diam tidak dihitung, baik maupun buruk.

indicator-reopened = Dibuka lagi oleh warga
indicator-reopened-means = Dari penyelesaian Anda, berapa bagian yang dibuka lagi oleh warga.
indicator-reopened-controls = Penyelesaian dan penjelasan Anda.
indicator-reopened-change = Periksa hasilnya sebelum menandai selesai, dan jelaskan dengan kalimat sederhana.
indicator-reopened-counted = Penyelesaian yang dibuka lagi dibagi semua penyelesaian Anda.

indicator-satisfaction_competence = Kepuasan: kemampuan petugas
indicator-satisfaction_competence-means = Nilai rata-rata warga atas kemampuan Anda melayani, dari survei setelah Anda layani.
indicator-satisfaction_competence-controls = Pengetahuan dan keterampilan Anda dalam melayani.
indicator-satisfaction_competence-change = Jawaban yang benar dan lengkap. Makin banyak warga menjawab, makin sempit kisarannya.
indicator-satisfaction_competence-counted = Rata-rata unsur kompetensi pelaksana, skala 1 sampai 4. Jawaban yang dikeluarkan dua orang tidak masuk.

indicator-satisfaction_conduct = Kepuasan: sikap petugas
indicator-satisfaction_conduct-means = Nilai rata-rata warga atas kesopanan dan keramahan Anda, dari survei setelah Anda layani.
indicator-satisfaction_conduct-controls = Sikap Anda kepada warga.
indicator-satisfaction_conduct-change = Menyapa, mendengarkan, dan menjelaskan dengan sopan. Makin banyak warga menjawab, makin sempit kisarannya.
indicator-satisfaction_conduct-counted = Rata-rata unsur perilaku pelaksana, skala 1 sampai 4. Jawaban yang dikeluarkan dua orang tidak masuk.

indicator-satisfaction_time = Kepuasan: kecepatan
indicator-satisfaction_time-means = Nilai rata-rata warga atas kecepatan pelayanan, dari survei setelah Anda layani.
indicator-satisfaction_time-controls = Hanya sebagian. Antrean, sistem, dan jumlah petugas ikut menentukan.
indicator-satisfaction_time-change = Antrean yang lebih pendek dan kunjungan yang selesai sesuai janji.
indicator-satisfaction_time-counted = Rata-rata unsur waktu penyelesaian, skala 1 sampai 4. Berdiri terpisah dari unsur lain.

indicator-satisfaction = Kepuasan secara umum
indicator-satisfaction-means = Nilai rata-rata warga atas pelayanan, diberikan untuk kunjungan Anda atau saat Anda bertugas di loket.
indicator-satisfaction-controls = Hanya sebagian. Biaya, persyaratan, ruang tunggu, dan antrean ikut dinilai warga.
indicator-satisfaction-change = Pelayanan unit secara keseluruhan, dan banyaknya warga yang menilai.
indicator-satisfaction-counted = Rata-rata semua penilaian yang dihitung, skala 1 sampai 4. Nada komentar tidak pernah masuk.

indicator-unit_index = Indeks kepuasan unit
indicator-unit_index-means = Indeks survei kepuasan masyarakat seluruh unit, untuk dilihat di samping angka Anda. Ini bukan angka Anda.
indicator-unit_index-controls = Tidak seorang pun sendirian. Ini hasil seluruh unit.
indicator-unit_index-change = Pelayanan seluruh unit pada semua unsur survei.
indicator-unit_index-counted = Rata-rata survei yang lengkap di unit Anda, skala 1 sampai 4. Angka unit tidak pernah menjadi angka seseorang.

indicator-explained =
    <b>Artinya</b>
    { $means }
    <b>Yang Anda kendalikan</b>
    { $controls }
    <b>Cara menghitung</b>
    { $counted }
    Satuan: { $unit }. { $better } { $minimum } { $formula }
