# Pengaduan: menyampaikan, mengikuti, menangani.
menu-complain = Sampaikan pengaduan
menu-status = Lihat pengaduan Anda
menu-tasks = Pengaduan yang terbuka

category-persyaratan = Persyaratan
category-prosedur = Prosedur
category-waktu = Waktu layanan
category-biaya = Biaya
category-produk = Hasil layanan
category-kompetensi = Kemampuan petugas
category-perilaku = Sikap petugas
category-sarana = Sarana, gedung
category-pengaduan = Cara menangani aduan
category-pungli = Pungutan liar
category-keterlambatan = Keterlambatan
category-informasi = Minta informasi
category-lainnya = Lainnya

state-sent = Terkirim, menunggu petugas
state-verified = Sudah diperiksa, menunggu petugas
state-forwarded = Diteruskan, menunggu petugas
state-in_progress = Sedang ditangani
state-waiting = Menunggu balasan pelapor
state-answered = Sudah dijawab
state-reopened = Dibuka kembali
state-solved = Selesai
state-archived = Diarsipkan
state-merged = Digabungkan
state-rejected = Tidak diterima
state-withdrawn = Ditarik pelapor

outcome-not_ours = Bukan wewenang kami
outcome-unclear = Kurang jelas
outcome-unfounded = Tidak terbukti
outcome-in_court = Sedang diproses hukum
outcome-no_complaint = Bukan pengaduan
outcome-abusive = Hanya berisi hinaan

category-unknown = Maaf, jenis pengaduan ini tidak dikenal. Silakan pilih salah satu tombol.
case-unknown = Maaf, pengaduan ini tidak ditemukan.
case-own = Ini pengaduan Anda sendiri. Mohon biarkan rekan Anda yang menanganinya.
case-moved = Pengaduan { $ticket } sudah diteruskan ke { $unit }. Terima kasih.
case-taken-by = Pengaduan { $ticket } sudah ditangani oleh { $name }.
case-yours-already = Pengaduan { $ticket } sudah Anda tangani.
case-not-now = Langkah ini tidak dapat dilakukan sekarang. Pengaduan { $ticket }: { $state }.
case-too-late = Pengaduan { $ticket } sudah selesai lebih dari { $days } hari yang lalu. Silakan sampaikan pengaduan baru.
case-rated-already = Penanganan pengaduan { $ticket } sudah Anda nilai. Terima kasih.
case-outcome-unknown = Maaf, pilihan ini tidak dikenal. Silakan pilih salah satu tombol.
case-same-unit = Pengaduan ini sudah ada di { $unit }. Silakan pilih unit lain.
text-too-short = Mohon tuliskan sedikit lebih lengkap, paling sedikit { $least } huruf.
text-too-long = Tulisan Anda { $length } huruf, sedangkan paling banyak { $limit }. Mohon ringkas, lalu kirim lagi.
ticket-unknown = Nomor ini tidak ada di antara pengaduan Anda. Mohon periksa lagi, atau ketik /status untuk melihat semuanya.
ticket-wrong = Nomor { $ticket } tidak dapat dibaca. Contoh nomor: SW-26-000123-K. Huruf terakhir menjaga dari salah ketik.

complain-choose = Silakan pilih salah satu tombol.
complain-category =
    Pengaduan untuk <b>{ $unit }</b>.

    Tentang apa?
complain-text =
    { $category }.

    Ceritakan apa yang terjadi: kapan, di mana, dan apa yang Anda harapkan. Paling banyak { $limit } huruf.
complain-place = Di mana kejadiannya? Tekan tombol di bawah untuk mengirim lokasi, atau ketik nama tempatnya.
complain-place-skip = Lokasi boleh dilewati.
complain-place-kept = Tempat sudah dicatat.
complain-place-none = Baik, tanpa tempat.
complain-place-point = titik pada peta
complain-place-unknown = tidak disebutkan
complain-name = Dengan nama atau tanpa nama? Petugas tidak melihat siapa Anda, apa pun pilihan Anda. Nama hanya disimpan untuk pengelola. Anda juga boleh mengetik nama.
complain-anonymous = tanpa nama
complain-preview =
    <b>Periksa dahulu</b>

    Unit: { $unit }
    Tentang: { $category }
    Foto dan berkas: { $n }
    Tempat: { $where }
    Nama: { $name }

    { $said }

    Sudah benar?
complain-sent =
    Pengaduan Anda sudah kami terima. Nomornya:

    <b>{ $ticket }</b>

    Petugas { $unit } akan menjawab di sini paling lambat { $answer_due }. Penyelesaian paling lambat { $resolution_due }. { $note }

    Lihat perkembangannya kapan saja lewat /status.
complain-undecreed = Tanggal ini dapat bergeser, karena hari libur tahun itu belum ditetapkan.

button-named = Dengan nama: { $name }
button-anonymous = Tanpa nama
button-go-on = Lanjut
button-send = Kirim
button-send-complaint = Kirim pengaduan
button-change-category = Ubah jenis
button-change-text = Ubah isi
button-change-place = Ubah tempat
button-change-name = Ubah nama

track-list =
    <b>Pengaduan Anda</b>

    { $lines }

    Punya nomornya? Ketik /status diikuti nomor itu.
track-none = Belum ada pengaduan dari Anda di sini.
track-line = • <b>{ $ticket }</b> ({ $sent }), { $unit }, { $category }: { $state }
track-case =
    <b>{ $ticket }</b>
    { $unit } · { $category }
    Keadaan: <b>{ $state }</b>

    { $said }

    <b>Yang sudah terjadi</b>
    { $happened }

    { $thread }

    <b>Selanjutnya</b>
    { $next }
track-happened = • { $at }: { $what }

happened-sent = Anda mengirim pengaduan ke { $unit }.
happened-verified = Petugas memeriksa pengaduan Anda.
happened-assigned = Diserahkan kepada petugas lain.
happened-returned = Menunggu petugas lain.
happened-referred = Diteruskan ke pihak yang berwenang memeriksa.
happened-reclassified = Jenisnya diperbaiki petugas.
happened-archived = Diarsipkan, dengan alasan.
happened-merged = Digabungkan dengan pengaduan yang serupa.
happened-separated = Dipisahkan lagi.
happened-cause-claimed = Petugas melaporkan hambatan dari luar.
happened-cause-decided = Laporan hambatan diputuskan.
happened-recalculated = Batas waktu dihitung ulang.
happened-taken = Petugas mulai menangani.
happened-answered = Petugas menjawab.
happened-asked-back = Petugas bertanya kepada Anda.
happened-citizen-replied = Anda membalas.
happened-commented = Anda menambahkan catatan.
happened-forwarded = Diteruskan ke { $unit }.
happened-confirmed = Anda menyatakan selesai.
happened-closed-by-silence = Ditutup karena tidak ada balasan.
happened-rejected = Tidak diterima, dengan alasan.
happened-reopened = Anda membuka kembali.
happened-withdrawn = Anda menarik pengaduan.
happened-handling-rated = Anda menilai penanganan.

next-answer = Petugas menjawab di sini paling lambat { $due }.
next-answer-late = Jawaban seharusnya sudah ada sejak { $due }. Kepala unit sudah diberi tahu. Mohon maaf.
next-resolution = Petugas menyelesaikan paling lambat { $due }.
next-resolution-late = Penyelesaian seharusnya sudah ada sejak { $due }. Kepala unit sudah diberi tahu. Mohon maaf.
next-answered = Giliran Anda: apakah sudah selesai? Tanpa kabar dari Anda, pengaduan ditutup { $until }.
next-waiting = Giliran Anda: petugas menunggu balasan Anda. Tanpa kabar dari Anda, pengaduan ditutup { $until }.
next-solved = Tidak ada lagi. Bila masalah muncul lagi dalam 30 hari, tekan Belum selesai.
next-archived = Tidak ada lagi. Bila belum selesai, tekan Belum selesai dalam 30 hari.
next-merged = Pengaduan ini dilanjutkan sebagai pengaduan yang serupa.
next-rejected = Tidak ada lagi. Bila Anda tidak setuju, tekan Belum selesai dalam 30 hari.
next-withdrawn = Tidak ada lagi. Anda menarik pengaduan ini.
next-none = Petugas sedang menanganinya.

thread-head = <b>Percakapan</b>
thread-none = Belum ada percakapan.
thread-earlier = … { $n } pesan sebelumnya
thread-you = <b>Anda</b> ({ $at }): { $said } { $files }
thread-officer = <b>Petugas</b> ({ $at }): { $said } { $files }
thread-citizen = <b>Pelapor</b> ({ $at }): { $said } { $files }

track-reply = Tuliskan balasan Anda untuk pengaduan <b>{ $ticket }</b>. Foto, dokumen, dan pesan suara boleh disertakan.
track-need = Apakah pesan ini perlu dijawab petugas?
track-replied = Terima kasih, balasan Anda sudah diteruskan kepada petugas. Nomor <b>{ $ticket }</b>.
track-noted = Terima kasih, catatan Anda sudah diteruskan kepada petugas. Nomor <b>{ $ticket }</b>.
track-solved =
    Senang mendengarnya. Pengaduan <b>{ $ticket }</b> selesai.

    Bagaimana penanganannya?
track-reopen = Maaf, ternyata belum selesai. Apa yang masih kurang? Tuliskan, lalu pengaduan <b>{ $ticket }</b> kami buka kembali.
track-reopened = Pengaduan <b>{ $ticket }</b> dibuka kembali. Petugas menjawab paling lambat { $due }.
track-withdraw = Tarik pengaduan <b>{ $ticket }</b>? Sesudah ditarik, pengaduan ini tidak dapat dibuka lagi.
track-withdrawn = Pengaduan <b>{ $ticket }</b> sudah ditarik.
track-kept = Baik, pengaduan <b>{ $ticket }</b> tetap berjalan.
track-rate = Bagaimana penanganan pengaduan <b>{ $ticket }</b>?
track-rated = Terima kasih. Penilaian Anda untuk pengaduan <b>{ $ticket }</b> sudah disimpan.

button-track = Lihat pengaduan ini
button-track-solved = Sudah selesai
button-track-unsolved = Belum selesai
button-track-reply = Balas
button-track-rate = Nilai penanganan
button-track-withdraw = Tarik pengaduan
button-needs-answer = Ya, mohon dijawab
button-only-note = Tidak, hanya catatan
button-withdraw-case = Ya, tarik
button-keep-case = Tidak, biarkan

case-answered-citizen =
    <b>Jawaban dari { $unit }</b>
    Pengaduan { $ticket }

    { $said }

    Apakah sudah selesai?
case-asked-citizen =
    <b>Pertanyaan dari { $unit }</b>
    Pengaduan { $ticket }

    { $said }

    Tekan <b>Balas</b> untuk menjawab.
case-archived-citizen =
    <b>{ $unit }: pengaduan diarsipkan</b>
    Pengaduan { $ticket }. Alasan: { $reason }.

    { $said }

    Bila Anda tidak setuju, tekan Belum selesai dan tuliskan sebabnya.
case-rejected-citizen =
    <b>{ $unit }: pengaduan tidak diterima</b>
    Pengaduan { $ticket }. Alasan: { $reason }.

    { $said }

    Bila Anda tidak setuju, tekan Belum selesai dan tuliskan sebabnya.
case-forwarded-citizen = Pengaduan <b>{ $ticket }</b> diteruskan ke <b>{ $unit }</b>, yang berwenang menanganinya. Batas waktunya tetap.
case-closed-silent = Pengaduan <b>{ $ticket }</b> kami tutup, karena tidak ada kabar dari Anda. Bila belum selesai, tekan Belum selesai dalam { $reopen } hari.

case-new =
    <b>Pengaduan baru</b> { $ticket }
    { $unit } · { $category }
    Tempat: { $where }

    { $said }

    Jawaban pertama paling lambat <b>{ $answer_due }</b>.
    Selesai paling lambat <b>{ $resolution_due }</b>.
case-new-supervisory =
    <b>Pengaduan berkadar pengawasan</b> { $ticket }

    Jawaban pertama paling lambat <b>{ $answer_due }</b>.
    Selesai paling lambat <b>{ $resolution_due }</b>.

    Isinya hanya dibuka dengan alasan, dan setiap pembacaan dicatat.
case-forwarded =
    <b>Pengaduan diteruskan dari { $origin }</b> { $ticket }
    { $unit } · { $category }
    Tempat: { $where }

    { $said }

    Jawaban paling lambat <b>{ $answer_due }</b>.
    Selesai paling lambat <b>{ $resolution_due }</b>.
case-replied =
    <b>Pelapor membalas</b> { $ticket }

    { $said }
case-noted =
    <b>Catatan dari pelapor</b> { $ticket }

    { $said }
case-reopened =
    <b>Pengaduan dibuka kembali</b> { $ticket }

    { $said }
case-confirmed = Pelapor menyatakan pengaduan <b>{ $ticket }</b> selesai. Terima kasih.
case-withdrawn = Pelapor menarik pengaduan <b>{ $ticket }</b>. Tidak ada lagi yang perlu dilakukan.

case-view =
    <b>{ $ticket }</b>
    { $unit } · { $category }
    Keadaan: <b>{ $state }</b>
    Ditangani: { $holder }
    Tempat: { $where }

    { $said }

    { $thread }

    { $next }
case-held-by-nobody = belum ada
case-taken = Pengaduan { $ticket } sekarang Anda tangani.
case-answer = Tuliskan jawaban untuk pengaduan <b>{ $ticket }</b>. Pelapor membacanya persis seperti yang Anda tulis. Foto, dokumen, dan pesan suara boleh disertakan.
case-ask = Tuliskan pertanyaan kepada pelapor <b>{ $ticket }</b>. Waktu penyelesaian berhenti sampai pelapor membalas.
case-answered = Jawaban untuk <b>{ $ticket }</b> sudah dikirim kepada pelapor.
case-asked = Pertanyaan untuk <b>{ $ticket }</b> sudah dikirim kepada pelapor.
case-hand = Pengaduan <b>{ $ticket }</b> sebaiknya ditangani unit mana? Batas waktunya tetap berjalan.
case-handed = Pengaduan <b>{ $ticket }</b> sudah diteruskan ke { $unit }.
case-outcome = Bagaimana hasil pengaduan <b>{ $ticket }</b>?
case-reject =
    { $outcome } – <b>{ $ticket }</b>

    Tuliskan penjelasan untuk pelapor. Pelapor masih dapat membukanya kembali.
case-rejected = Pengaduan <b>{ $ticket }</b>: { $outcome }. Penjelasan sudah dikirim kepada pelapor.

button-case = Lihat pengaduan
button-case-take = Ambil
button-case-answer = Jawab
button-case-ask = Tanya balik
button-case-hand = Teruskan
button-case-reject = Tidak diterima
button-tasks-all = Semua tugas unit
button-tasks-mine = Tugas saya saja

due-first-answer = Jawaban pertama paling lambat <b>{ $due }</b>.
due-first-answer-late = <b>Terlambat</b>: jawaban pertama seharusnya { $due }.
due-next-answer = Balasan pelapor dijawab paling lambat <b>{ $due }</b>.
due-next-answer-late = <b>Terlambat</b>: balasan pelapor seharusnya dijawab { $due }.
due-resolution = Selesai paling lambat <b>{ $due }</b>.
due-resolution-late = <b>Terlambat</b>: seharusnya selesai { $due }.
due-citizen = Menunggu pelapor; waktu Anda tidak berjalan.
due-ended = Tidak ada lagi yang perlu dilakukan.

tasks =
    <b>Pengaduan yang terbuka</b>
    { $n } terbuka, { $mine } Anda tangani, { $late } terlambat.

    { $lines }
tasks-none = Tidak ada. Terima kasih.
tasks-line = • <b>{ $ticket }</b> { $category } ({ $unit }) – { $state }{ $holder }; { $due }
tasks-held = ; ditangani: { $holder }
tasks-mine = Anda
tasks-due = sampai { $due }, sisa { $left } kerja
tasks-due-days = sampai { $due }, sisa { $days } hari kerja
tasks-due-late = <b>terlambat</b> sejak { $due }
tasks-due-citizen = menunggu pelapor

cases-reminder =
    <b>Pengingat</b>

    { $lines }
cases-escalated =
    <b>Pengaduan terlambat</b>

    { $lines }

    Mohon bantu agar segera ditangani.
cases-line = • <b>{ $ticket }</b> { $category } ({ $unit }) – { $clock }, { $step }: { $due } { $held }
cases-more = … dan { $n } lagi di /tugas
cases-unheld = (belum ada yang menangani)
clock-first-answer = jawaban pertama
clock-next-answer = jawaban atas balasan
clock-resolution = penyelesaian
step-half = separuh waktu terpakai, sampai
step-three-quarters = tiga perempat waktu terpakai, sampai
step-end = waktunya habis
step-head = sudah lewat
