# Nilai yang diragukan: ditinjau kepala dan admin, dikeluarkan hanya oleh dua orang.
menu-flags = Nilai yang perlu ditinjau
button-flags = Nilai yang perlu ditinjau
button-flags-decided = Yang sudah diputuskan
button-flags-hand = Ragukan sebuah nilai
button-flags-mine = Ragukan sebuah nilai
button-flag = ({ $n }) { $reason }: { $unit }
button-flag-look = Lihat lagi

flags =
    <b>Nilai yang perlu ditinjau</b>

    { $lines }

    Selama belum diputuskan, semua nilai ini tetap dihitung.
flags-decided =
    <b>Yang sudah diputuskan</b>

    { $lines }
flags-none = Tidak ada.
flags-line = • { $unit }: { $reason }, { $n } nilai, { $at }
flags-line-proposed = • { $unit }: { $reason }, { $n } nilai, { $at }. Diusulkan dikeluarkan: { $counted }
flags-line-excluded = • { $unit }: { $reason }, { $n } nilai, { $at }. Dikeluarkan: { $counted }

flag-reason-burst = ramai sekaligus
flag-reason-same-words = kata-kata sama
flag-reason-new-accounts = pemakai baru sekaligus
flag-reason-in-turns = penilai yang itu-itu saja
flag-reason-period-end = melonjak di akhir triwulan
flag-reason-staff = dinilai pegawai sendiri
flag-reason-quick = kunjungan beberapa detik
flag-reason-by-hand = diragukan seseorang

flag-scores = { $n ->
    [1] Semua nilainya sama.
   *[other] Ada { $n } nilai yang berbeda di antaranya.
}
flag-led-burst = { $n } nilai dari { $raters } orang masuk dalam { $minutes } menit, lebih cepat daripada orang dapat dilayani. { $scores } Hari tersibuk dalam empat minggu sebelumnya: { $busiest }. Kunjungan yang selesai di sekitar waktu itu: { $visits }.
flag-led-same-words = { $raters } orang menulis kata-kata yang hampir sama dalam dua minggu. { $scores } Ucapan yang umum tidak ikut dibandingkan.
flag-led-new-accounts = { $raters } orang yang baru beberapa menit dikenal menilai unit ini dalam { $minutes } menit, tanpa kunjungan yang tercatat, dan tidak melakukan hal lain. { $scores }
flag-led-in-turns = { $raters } orang yang sama memberi { $n } dari { $of } nilai kunjungan pada satu petugas (atau kunjungan yang petugasnya tidak tercatat) dalam 30 hari. { $scores }
flag-led-period-end = { $n } nilai dalam satu hari menjelang akhir triwulan. Pada hari lain di triwulan ini rata-rata { $per_day }. Kunjungan yang selesai hari itu: { $visits }. { $scores }
flag-led-staff = Penilai sedang bertugas pada unit yang dinilainya.
flag-led-quick = Kunjungan dimulai dan diselesaikan petugas dalam paling lama { $seconds } detik, lalu dinilai.
flag-led-by-hand = { $name } meragukannya: { $words }

flag =
    <b>{ $unit }: { $reason }</b>
    { $led }

    { $lines }

    { $notes }
flag-rating = { $n }. Penilai { $rater }, { $at }: <b>{ $score }</b>, { $asked }
flag-rating-stands = { $n }. Penilai { $rater }, { $at }: <b>{ $score }</b>, { $asked } – { $state }
flag-words = “{ $words }”
flag-asked-visit = lewat kode kunjungan
flag-asked-invited = lewat undangan
flag-asked-counter = lewat QR loket
flag-asked-unit = lewat QR unit
flag-asked-search = mencari sendiri
flag-is-proposed = diusulkan dikeluarkan
flag-is-kept = tetap dihitung
flag-is-excluded = dikeluarkan
flag-is-withdrawn = ditarik oleh warga
flag-was-proposed = Usul { $name } untuk mengeluarkan: { $words }
flag-was-kept = Tetap dihitung menurut { $name }: { $words }
flag-was-excluded = Dikeluarkan oleh { $name }: { $words }
flag-hidden = { $n } nilai lain pada pola ini menyangkut Anda sendiri, jadi tidak ditampilkan dan tidak Anda putuskan.
flag-note = Ini baru dugaan. Tetap dihitung: cukup satu orang. Dikeluarkan: harus dua orang. Angka tanpa nilai ini sengaja tidak ditampilkan, supaya yang ditimbang polanya, bukan hasilnya.

button-flag-keep = Tetap dihitung ({ $n })
button-flag-propose = Usulkan keluarkan ({ $n })
button-flag-agree = Setuju keluarkan ({ $n })
button-flag-disagree = Tidak setuju ({ $n })
button-flag-restore = Kembalikan ({ $n })
button-flag-same = Alasan pengusul

flag-ask =
    { $asked }

    Mohon tulis alasannya, paling sedikit { $least } huruf. Jangan menulis nama warga.
flag-ask-keep = Mengapa { $n } nilai ini tetap dihitung?
flag-ask-propose = Mengapa { $n } nilai ini sebaiknya dikeluarkan? Orang kedua yang memutuskan.
flag-ask-agree = Mengapa Anda setuju { $n } nilai ini dikeluarkan?
flag-ask-disagree = Mengapa { $n } nilai ini tidak dikeluarkan? Sesudah ini tetap dihitung.
flag-ask-restore = Mengapa { $n } nilai ini dikembalikan? Sesudah ini dihitung lagi.
flag-ask-raise =
    Mengapa nilai ini meragukan? Nilainya tetap dihitung; dua orang lain yang dapat mengeluarkannya.

    Mohon tulis alasannya, paling sedikit { $least } huruf. Jangan menulis nama warga.

flag-done =
    { $told }
flag-done-keep = { $n } nilai tetap dihitung.
flag-done-propose = Diusulkan: { $n } nilai dikeluarkan. Sampai diputuskan orang kedua, tetap dihitung.
flag-done-agree = { $n } nilai dikeluarkan. Laporan menyebut jumlah dan alasannya; siapa pun yang berwenang dapat mengembalikannya.
flag-done-disagree = { $n } nilai tetap dihitung.
flag-done-restore = { $n } nilai dihitung lagi.
flag-left = { $n } nilai lain pada pola ini tidak berubah, karena tidak dapat Anda putuskan.
flag-second-told = Kepala atau admin lain diberi tahu pada jam buka berikutnya.
flag-second-nobody = Namun belum ada orang kedua untuk unit ini. Mohon minta admin menambah kepala atau admin lain.
flag-raised = Tercatat. Kepala dan admin akan meninjaunya. Nilai ini tetap dihitung sampai dua orang memutuskan lain.

flags-hand-units = Nilai unit mana yang Anda ragukan?
flags-latest =
    <b>Nilai 30 hari terakhir</b>

    { $lines }

    Tekan nomor nilai yang meragukan.
flags-given = { $n }. { $at }: <b>{ $score }</b>

flag-notice =
    <b>Nilai yang perlu ditinjau</b>
    Dugaan baru: { $new }. Usulan yang menunggu orang kedua: { $proposed }.

flag-unknown = Maaf, nilai ini tidak ditemukan.
flag-not-counted = Nilai ini sudah tidak dihitung, jadi tidak perlu diragukan.
flag-known = Nilai ini sudah pernah diragukan dan ditinjau.
flag-enough = Sudah ada { $limit } nilai yang Anda ragukan dan belum diputuskan. Mohon tunggu putusannya dahulu.
flag-few = Belum ada { $least } nilai dalam 30 hari terakhir. Supaya penilainya tidak dikenali, daftarnya belum ditampilkan.
flag-about-you = Nilai ini menyangkut Anda sendiri, jadi diputuskan oleh orang lain.
flag-own-rating = Nilai ini Anda berikan sendiri, jadi diputuskan oleh orang lain.
flag-proposed-already = Sudah ada yang mengusulkannya. Orang kedua memilih setuju atau tidak.
flag-not-proposed = Belum ada yang mengusulkan nilai ini dikeluarkan.
flag-second-person = Anda yang mengusulkan atau meragukannya, jadi orang lain yang memutuskan.
flag-decided-already = Tidak ada lagi yang perlu diputuskan di sini.
flag-not-excluded = Nilai ini tidak sedang dikeluarkan.
