# Warga: mengirim pengaduan, mengikuti pengaduan orang lain, melihat jalannya.

# --- mengirim
complain-files = Ada foto atau dokumen (PDF)? Kirim sampai { $limit } berkas, atau lewati. Tempat pengambilan dan nama pemilik kamera kami hapus dari berkasnya.
complain-files-voice = Ada foto, dokumen (PDF), atau pesan suara? Kirim sampai { $limit } berkas, atau lewati. Tempat pengambilan dan nama pemilik kamera kami hapus dari berkasnya.
complain-voice-anonymous = Pengaduan Anda masih tanpa nama, sedangkan suara dapat menunjukkan siapa Anda. Karena itu pesan suara ini tidak kami simpan. Mohon tuliskan isinya. Bila tetap ingin memakai suara: lanjutkan dahulu, pilih <b>Dengan nama</b>, lalu tekan <b>Ubah berkas</b>.
complain-voice-dropped = Pesan suara kami hapus, karena suara dapat menunjukkan siapa Anda.
complain-name = Nama apa yang dipakai? Petugas yang menangani dapat melihat nama ini. Tekan tombol, atau ketik nama.
complain-preview =
    <b>Periksa dahulu</b>

    Unit: { $unit }
    Tentang: { $category }
    Berkas: { $n }
    Tempat: { $where }

    Yang dibaca petugas:
    { $said }

    { $readers }

    Sudah benar?
preview-hidden = • Data pribadi dan kata kasar kami tutup dengan tanda ••• agar tidak dibaca orang lain.
preview-anonymous = • <b>Tanpa nama</b>: petugas tidak melihat siapa Anda.
preview-named = • <b>Dengan nama</b>: petugas melihat nama { $name }.
preview-public = • <b>Tidak rahasia</b>: warga lain boleh membaca isinya dan ikut menunggu jawabannya.
preview-confidential = • <b>Rahasia</b>: isinya tidak diperlihatkan kepada warga lain.
preview-inspectorate = • <b>Ke inspektorat</b>: hanya inspektorat yang membacanya. Petugas { $unit } tidak pernah melihatnya.
switch-anonymous = Tanpa nama
switch-anonymous-on = ✓ Tanpa nama
switch-named = Dengan nama
switch-named-on = ✓ Dengan nama
switch-public = Tidak rahasia
switch-public-on = ✓ Tidak rahasia
switch-confidential = Rahasia
switch-confidential-on = ✓ Rahasia
button-to-inspectorate = Kirim ke inspektorat
button-to-unit = Kirim ke unit saja
button-named = Pakai nama { $name }
button-anonymous = Tetap tanpa nama
complain-sent =
    Pengaduan Anda sudah kami terima. Nomornya:

    <b>{ $ticket }</b>

    { $promise } { $note }

    Lihat perkembangannya kapan saja lewat /status.
complain-promise = { $who } akan menjawab di sini paling lambat <b>{ $answer_due }</b> dan menyelesaikannya paling lambat <b>{ $resolution_due }</b>.
complain-promise-same = { $who } akan menjawab di sini dan menyelesaikannya paling lambat <b>{ $answer_due }</b>.
complain-stopped = Baik, pengaduan ini tidak dikirim.
complain-sent-inspectorate =
    Pengaduan Anda sudah diterima inspektorat. Nomornya:

    <b>{ $ticket }</b>

    Hanya inspektorat yang membacanya. Petugas { $unit } tidak melihatnya.

    { $promise } { $note }

    Lihat perkembangannya kapan saja lewat /status.

# --- yang serupa
complain-similar =
    <b>Apakah ini masalah yang sama?</b>
    { $lines }

    Bila sama, ikuti saja: Anda mendapat setiap jawabannya. Bila menyangkut urusan Anda sendiri, misalnya dokumen Anda, kirim pengaduan Anda.
complain-similar-own =
    {""}
    Pengaduan Anda { $ticket } masih berjalan dan isinya hampir sama. Tulisan ini dapat ditambahkan ke sana.
complain-similar-others =
    {""}
    Warga lain sudah mengadukan yang mirip:
similar-line = <b>{ $n }.</b> { $category }, { $sent }: “{ $said }” { $state }. { $followers ->
    [0] Belum ada laporan lain atau pengikut.
   *[other] Laporan lain dan pengikut: { $followers }.
}
button-follow-number = Ikuti pengaduan nomor { $n }
button-add-to-own = Tambahkan ke { $ticket }
button-send-anyway = Tetap kirim pengaduan saya
followed =
    Anda sekarang mengikuti pengaduan <b>{ $ticket }</b>. Setiap jawaban juga dikirim kepada Anda di sini.

    Anda tetap boleh mengirim pengaduan sendiri lewat /lapor.
added-to-own = Tulisan Anda sudah ditambahkan ke pengaduan <b>{ $ticket }</b> dan diteruskan kepada petugas.
follow-own = Pengaduan { $ticket } adalah pengaduan Anda sendiri. Setiap jawabannya sudah dikirim kepada Anda.
unfollowed = Anda tidak lagi mengikuti pengaduan <b>{ $ticket }</b>.

# --- kabar bagi yang mengikuti
follower-look = Tekan tombol di bawah untuk membaca jawabannya.
case-answered-follower =
    <b>Jawaban dari { $unit }</b>
    Pengaduan { $ticket } yang Anda ikuti

    { $said }
case-rejected-follower =
    <b>{ $unit }: pengaduan tidak diterima</b>
    Pengaduan { $ticket } yang Anda ikuti. Alasan: { $reason }.

    { $said }

    Bila masalah Anda masih ada, Anda dapat mengirim pengaduan sendiri.
case-archived-follower =
    <b>{ $unit }: pengaduan diarsipkan</b>
    Pengaduan { $ticket } yang Anda ikuti. Alasan: { $reason }.

    { $said }

    Bila masalah Anda masih ada, Anda dapat mengirim pengaduan sendiri.
case-confirmed-follower = Pelapor menyatakan pengaduan <b>{ $ticket }</b> yang Anda ikuti sudah selesai. Bila bagi Anda belum, Anda dapat mengirim pengaduan sendiri.
case-reopened-follower = Pengaduan <b>{ $ticket }</b> yang Anda ikuti dibuka kembali, karena masalahnya belum selesai.
case-withdrawn-follower = Pelapor menarik pengaduan <b>{ $ticket }</b> yang Anda ikuti. Bila masalahnya masih ada, Anda dapat mengirim pengaduan sendiri.
case-closed-follower = Pengaduan <b>{ $ticket }</b> yang Anda ikuti ditutup, karena tidak ada kabar dari pelapor. Bila masalahnya masih ada, Anda dapat mengirim pengaduan sendiri.
case-merged-citizen = Pengaduan Anda atau yang Anda ikuti, <b>{ $own }</b>, sama dengan pengaduan <b>{ $ticket }</b> di { $unit }. Keduanya dilanjutkan sebagai <b>{ $ticket }</b>. Setiap jawabannya dikirim juga kepada Anda.
case-separated-citizen = Pengaduan <b>{ $ticket }</b> ternyata masalah tersendiri. Pengaduan ini ditangani sendiri lagi.
case-alone-citizen = Pengaduan <b>{ $other }</b> ditarik oleh pelapornya. Pengaduan <b>{ $ticket }</b>, yang tadinya digabungkan dengannya, tetap berjalan: sekarang ditangani sendiri oleh { $unit }. Anda tidak perlu melakukan apa-apa.

# --- menggabungkan: petugas
case-merged-here = Pengaduan <b>{ $merged }</b> digabungkan ke dalam <b>{ $ticket }</b>. Laporan lain dan pengikutnya sekarang: { $n }.
case-separated =
    <b>Pengaduan berdiri sendiri lagi</b> { $ticket }
    { $unit } · { $category }
    Tempat: { $where }

    { $said }

    Jawaban paling lambat <b>{ $answer_due }</b>.
    Selesai paling lambat <b>{ $resolution_due }</b>.
case-reopened-wordless = <b>Pengaduan dibuka kembali</b> { $ticket }: pelapor kembali sesudah lama tidak ada kabar. Jawaban paling lambat <b>{ $answer_due }</b>.
merge-choose =
    <b>Gabungkan { $ticket } ke pengaduan mana?</b>

    { $lines }

    Pilih, atau ketik nomor pengaduan. Pelapornya akan mengikuti pengaduan itu dan mendapat setiap jawabannya.
merge-type =
    <b>Gabungkan { $ticket } ke pengaduan mana?</b>

    Belum ada yang mirip. Ketik nomor pengaduan yang sama masalahnya.
merge-line = • <b>{ $ticket }</b> { $category }, { $sent }: “{ $said }” { $followers ->
    [0] Belum ada laporan lain atau pengikut.
   *[other] Laporan lain dan pengikut: { $followers }.
}
merged = Pengaduan <b>{ $ticket }</b> dilanjutkan sebagai <b>{ $into }</b>. Pelapornya sudah diberi tahu.
separated = Pengaduan <b>{ $ticket }</b> berdiri sendiri lagi. Pelapornya sudah diberi tahu.
merge-self = Pengaduan tidak dapat digabungkan dengan dirinya sendiri.
merge-unknown = Pengaduan { $ticket } tidak ada di antara pengaduan yang Anda tangani.
merge-inspectorate = Pengaduan { $ticket } tidak dapat digabungkan dengan yang itu: yang satu ditangani inspektorat, yang lain tidak.
merge-confidential = Pengaduan { $ticket } rahasia. Pengaduan orang lain tidak dapat digabungkan ke dalamnya.
merge-chain = Ke dalam pengaduan { $ticket } sudah digabungkan pengaduan lain. Mohon gabungkan yang lain itu satu per satu.
button-separate = Batalkan penggabungan
button-case-merge = Gabungkan

# --- melihat
track-list =
    <b>Pengaduan Anda</b>

    { $lines }

    Punya nomornya? Ketik /status diikuti nomor itu.
track-none =
    Belum ada pengaduan dari Anda di sini.

    { $lines }
track-followed =
    {""}
    <b>Yang Anda ikuti</b>
track-followed-list =
    <b>Pengaduan yang Anda ikuti</b>

    { $lines }
track-followed-none = Anda tidak mengikuti pengaduan orang lain.
button-all-followed = Semua yang Anda ikuti ({ $n })
track-case =
    <b>{ $ticket }</b>
    { $facts }

    { $said }

    <b>Yang sudah terjadi</b>
    { $happened }

    <b>Selanjutnya</b>
    { $next }
track-followed-case =
    <b>{ $ticket }</b> (Anda ikuti)
    { $facts }

    { $said }

    <b>Yang sudah terjadi</b>
    { $happened }

    <b>Selanjutnya</b>
    { $next }
track-unit = { $unit } · { $category }
track-now = <b>{ $now }</b>
track-previous = Lanjutan dari pengaduan { $ticket }
track-not-public = Isinya tidak diperlihatkan kepada warga lain.
track-thread =
    <b>Seluruh percakapan { $ticket }</b>

    { $lines }
button-track-thread = Seluruh percakapan
button-track-why = Mengapa batas ini?
button-track-again = Kirim pengaduan baru
button-track-unfollow = Berhenti mengikuti
button-goes-on = Lihat kelanjutannya
button-stop = Batal
button-reply-to = Balas { $ticket }
looks-like-reply = Tulisan Anda belum dikirim. Apakah ini balasan untuk pengaduan Anda?
writing-stopped = Baik, tidak ada yang dikirim.

now-sent = Sudah di { $with }, belum dibaca petugas.
now-verified = Sudah diperiksa { $with }, menunggu petugas yang menanganinya.
now-forwarded = Sudah diteruskan ke { $with }, belum dibaca petugas di sana.
now-in_progress = Sedang ditangani petugas { $with }.
now-waiting = Petugas { $with } menunggu balasan { $whom }.
now-answered = { $with } sudah menjawab, menunggu kabar { $whom }.
now-reopened = Dibuka kembali, sedang di { $with }.
now-solved = Selesai.
now-archived = Diarsipkan oleh { $with }.
now-merged = Digabungkan dengan pengaduan yang sama.
now-rejected = Tidak diterima oleh { $with }.
now-withdrawn = Ditarik { $whom }.
who-you = Anda
who-reporter = Pelapor
whom-you = Anda
whom-reporter = pelapor
officer-unit = Petugas
officer-inspectorate = Petugas inspektorat

way-earlier = … { $n } langkah sebelumnya
happened-sent = { $who } mengirim pengaduan tentang { $unit }.
happened-verified = { $officer } memeriksa pengaduan ini dan menentukan jenisnya.
happened-taken = { $officer } mulai menangani.
happened-assigned = Diserahkan kepada petugas lain di tempat yang sama.
happened-returned = Menunggu petugas lain di tempat yang sama.
happened-forwarded = Diteruskan ke { $unit }, yang berwenang menanganinya.
happened-referred = Diteruskan ke inspektorat. Petugas { $unit } tidak lagi melihatnya.
happened-referred-back = Dikembalikan inspektorat ke { $unit }.
happened-reclassified = { $officer } memperbaiki jenisnya; batas waktunya mengikuti.
happened-answered = { $officer } menjawab.
happened-asked-back = { $officer } bertanya kepada { $whom }.
happened-citizen-replied = { $who } membalas.
happened-commented = { $who } menambahkan catatan.
happened-confirmed = { $who } menyatakan selesai.
happened-closed-by-silence = Ditutup, karena tidak ada kabar dari { $whom }.
happened-rejected = Tidak diterima, dengan alasan.
happened-archived = Diarsipkan, dengan alasan.
happened-merged = Digabungkan dengan pengaduan yang sama.
happened-separated = Dipisahkan lagi.
happened-reopened = { $who } membuka kembali.
happened-withdrawn = { $who } menarik pengaduan.
happened-handling-rated = { $who } menilai penanganan.
happened-cause-claimed = { $officer } melaporkan hambatan dari luar.
happened-cause-decided = Laporan hambatan diputuskan orang kedua.
happened-cause-ended = Hambatan dari luar sudah lewat.
happened-recalculated = Batas waktu dihitung ulang dengan kalender baru.

next-verification = • Diperiksa petugas paling lambat { $due }.
next-verification-late = • Pemeriksaan <b>terlambat</b> sejak { $due }. Mohon maaf.
next-answer = • Dijawab di sini paling lambat { $due }.
next-answer-late = • Jawaban <b>terlambat</b> sejak { $due }. Mohon maaf.
next-resolution = • Diselesaikan paling lambat { $due }.
next-resolution-late = • Penyelesaian <b>terlambat</b> sejak { $due }. Mohon maaf.
heard-head = – Kepala unit diberi tahu { $at }.
heard-office = – Kepala kantor diberi tahu { $at }.
heard-inspectorate = – Inspektorat diingatkan { $at }.
heard-admin = – Pengelola diberi tahu { $at }.
heard-ombudsman = – { $ombudsman } Pengaduan di sini tetap berjalan.
next-answered = • Giliran Anda: apakah masalah ini sudah selesai? Tanpa kabar dari Anda, pengaduan ditutup { $until }.
next-waiting = • Giliran Anda: petugas menunggu balasan Anda. Tanpa kabar dari Anda, pengaduan ditutup { $until }.
next-follower-answered = • Menunggu kabar pelapor. Tanpa kabar, pengaduan ditutup { $until }.
next-follower-waiting = • Menunggu balasan pelapor. Tanpa balasan, pengaduan ditutup { $until }.
next-follower-ended = • Tidak ada lagi. Bila masalahnya masih ada, kirim pengaduan baru.
next-solved = • Tidak ada lagi. Bila masalahnya muncul lagi, tekan <b>Buka kembali</b> dalam 30 hari sesudah selesai.
next-archived = • Tidak ada lagi. Bila masalahnya belum selesai, tekan <b>Buka kembali</b> dalam 30 hari.
next-rejected = • Tidak ada lagi. Bila Anda tidak setuju, tekan <b>Buka kembali</b> dalam 30 hari.
next-too-late = • Tidak ada lagi. Sudah lewat 30 hari, jadi masalah yang muncul lagi dikirim sebagai pengaduan baru yang tersambung dengan ini.
next-merged = • Dilanjutkan sebagai { $into }. Setiap jawabannya dikirim juga kepada Anda.
next-withdrawn = • Tidak ada lagi. Anda menarik pengaduan ini.

# --- bertindak
track-solved =
    Senang mendengarnya. Pengaduan <b>{ $ticket }</b> selesai.

    Bagaimana penanganannya?
track-reopen = Maaf, ternyata belum selesai. Apa yang masih kurang? Tuliskan, lalu pengaduan <b>{ $ticket }</b> kami buka kembali. Foto boleh disertakan.
track-reopened = Pengaduan <b>{ $ticket }</b> dibuka kembali. Petugas menjawab paling lambat { $due }.
track-more = Pengaduan <b>{ $ticket }</b> sudah dibuka kembali. Petugas menjawab paling lambat { $due }. Apa yang masih kurang? Tuliskan bila ingin, atau lewati.
track-open-again = Baik. Pengaduan <b>{ $ticket }</b> tetap terbuka, petugas sudah diberi tahu.
track-too-late = Pengaduan <b>{ $ticket }</b> sudah selesai lebih dari { $days } hari yang lalu, jadi tidak dibuka lagi. Anda dapat mengirim pengaduan baru yang tersambung dengannya: unit dan jenisnya sudah terisi.
track-again = Pengaduan baru ini tersambung dengan <b>{ $ticket }</b>: unit dan jenisnya sudah terisi, dan petugas melihat sambungannya.
track-own-complaint = Pengaduan Anda sendiri tentang masalah yang sama dengan <b>{ $ticket }</b>: unit dan jenisnya sudah terisi.
track-unit-closed = { $unit } sudah tutup. Silakan pilih unit yang sekarang melayani.
button-track-solved = Ya, selesai
button-track-unsolved = Belum
button-track-reopen = Buka kembali
case-answered-citizen =
    <b>Jawaban dari { $unit }</b>
    Pengaduan { $ticket }

    { $said }

    <b>Apakah masalah ini sudah selesai?</b>
case-archived-citizen =
    <b>{ $unit }: pengaduan diarsipkan</b>
    Pengaduan { $ticket }. Alasan: { $reason }.

    { $said }

    Bila Anda tidak setuju, tekan <b>Buka kembali</b> dan tuliskan sebabnya.
case-rejected-citizen =
    <b>{ $unit }: pengaduan tidak diterima</b>
    Pengaduan { $ticket }. Alasan: { $reason }.

    { $said }

    Bila Anda tidak setuju, tekan <b>Buka kembali</b> dan tuliskan sebabnya.
case-closed-silent = Pengaduan <b>{ $ticket }</b> kami tutup, karena tidak ada kabar dari Anda. Bila belum selesai, tekan <b>Buka kembali</b> dalam { $reopen } hari: satu ketukan cukup.
case-too-late = Pengaduan { $ticket } sudah selesai lebih dari { $days } hari yang lalu. Silakan kirim pengaduan baru yang tersambung dengannya.
