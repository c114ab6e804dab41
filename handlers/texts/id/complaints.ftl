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
category-pengaduan = Penanganan aduan
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
complain-place =
    Di mana kejadiannya? Tekan tombol di bawah untuk mengirim lokasi, atau ketik nama tempatnya.

    Tombol lokasi mengirim tempat Anda sekarang. Untuk tempat lain, ketik namanya.
complain-place-skip = Lokasi boleh dilewati.
complain-place-kept = Tempat sudah dicatat.
complain-place-none = Baik, tanpa tempat.
complain-place-point = titik pada peta
complain-place-unknown = tidak disebutkan
complain-undecreed = Tanggal ini dapat bergeser, karena hari libur tahun itu belum ditetapkan.

button-go-on = Lanjut
button-send = Kirim
button-send-complaint = Kirim pengaduan
button-change-category = Ubah jenis
button-change-text = Ubah isi
button-change-place = Ubah tempat
track-line = • <b>{ $ticket }</b> ({ $sent }), { $unit }, { $category }: { $state }
track-happened = • { $at }: { $what }

thread-head = <b>Percakapan</b>
thread-none = Belum ada percakapan.
empty-line = {""}
thread-earlier = … { $n } pesan sebelumnya
thread-you = <b>Anda</b> ({ $at }): { $said } { $files }
thread-officer = <b>Petugas</b> ({ $at }): { $said } { $files }
thread-citizen = <b>Pelapor</b> ({ $at }): { $said } { $files }

track-reply = Tuliskan balasan Anda untuk pengaduan <b>{ $ticket }</b>. Foto, dokumen, dan pesan suara boleh disertakan.
track-need = Apakah pesan ini perlu dijawab petugas?
track-replied = Terima kasih, balasan Anda sudah diteruskan kepada petugas. Nomor <b>{ $ticket }</b>.
track-noted = Terima kasih, catatan Anda sudah diteruskan kepada petugas. Nomor <b>{ $ticket }</b>.
track-withdraw = Tarik pengaduan <b>{ $ticket }</b>? Sesudah ditarik, pengaduan ini tidak dapat dibuka lagi.
track-withdrawn = Pengaduan <b>{ $ticket }</b> sudah ditarik.
track-kept = Baik, pengaduan <b>{ $ticket }</b> tetap berjalan.
track-rate = Bagaimana penanganan pengaduan <b>{ $ticket }</b>?
track-rated = Terima kasih. Penilaian Anda untuk pengaduan <b>{ $ticket }</b> sudah disimpan.

button-track = Lihat pengaduan ini
button-track-reply = Balas
button-track-rate = Nilai penanganan
button-track-withdraw = Tarik pengaduan
button-needs-answer = Ya, mohon dijawab
button-only-note = Tidak, hanya catatan
button-withdraw-case = Ya, tarik
button-keep-case = Tidak, biarkan

case-asked-citizen =
    <b>Pertanyaan dari { $unit }</b>
    Pengaduan { $ticket }

    { $said }

    Tekan <b>Balas</b> untuk menjawab.
case-forwarded-citizen = Pengaduan <b>{ $ticket }</b> diteruskan ke <b>{ $unit }</b>, yang berwenang menanganinya. Batas waktunya tetap.
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

    Jawaban paling lambat <b>{ $answer_due }</b>.
case-confirmed = Pelapor menyatakan pengaduan <b>{ $ticket }</b> selesai. Terima kasih.
case-withdrawn = Pelapor menarik pengaduan <b>{ $ticket }</b>. Tidak ada lagi yang perlu dilakukan.

case-view =
    <b>{ $ticket }</b>
    { $facts }

    { $said }

    { $thread }

    { $dues }
case-held-by-nobody = belum ada
case-taken = Pengaduan { $ticket } sekarang Anda tangani.
case-answer = Tuliskan jawaban untuk pengaduan <b>{ $ticket }</b>. Pelapor membacanya persis seperti yang Anda tulis. Foto, dokumen, dan pesan suara boleh disertakan.
case-ask = Tuliskan pertanyaan kepada pelapor <b>{ $ticket }</b>. Waktu penyelesaian berhenti sampai pelapor membalas.
case-answered =
    Jawaban untuk <b>{ $ticket }</b> sudah dikirim kepada pelapor.

    { $said }
case-asked =
    Pertanyaan untuk <b>{ $ticket }</b> sudah dikirim kepada pelapor.

    { $said }
case-hand = Pengaduan <b>{ $ticket }</b> sebaiknya ditangani unit mana? Batas waktunya tetap berjalan.
case-handed = Pengaduan <b>{ $ticket }</b> sudah diteruskan ke { $unit }.
case-outcome = Mengapa pengaduan <b>{ $ticket }</b> tidak dapat diterima?
case-reject =
    { $outcome } – <b>{ $ticket }</b>

    Tuliskan penjelasan untuk pelapor. Pelapor masih dapat membukanya kembali. Paling sedikit { $least } huruf.
case-rejected =
    Pengaduan <b>{ $ticket }</b>: { $outcome }. Penjelasan sudah dikirim kepada pelapor.

    { $said }

button-case = Lihat pengaduan
button-case-take = Ambil
button-case-answer = Jawab
button-case-ask = Tanya balik
button-case-hand = Teruskan
button-case-reject = Tidak diterima
button-tasks-all = Semua tugas unit
button-tasks-mine = Tugas saya saja

due-first-answer = Jawaban pertama paling lambat <b>{ $due }</b> { $left }
due-first-answer-late = <b>Terlambat</b>: jawaban pertama seharusnya { $due }.
due-next-answer = Balasan pelapor dijawab paling lambat <b>{ $due }</b> { $left }
due-next-answer-late = <b>Terlambat</b>: balasan pelapor seharusnya dijawab { $due }.
due-resolution = Selesai paling lambat <b>{ $due }</b> { $left }
due-resolution-late = <b>Terlambat</b>: seharusnya selesai { $due }.
due-citizen = Menunggu pelapor; waktu Anda tidak berjalan.
due-ended = Tidak ada lagi yang perlu dilakukan.

cases-reminder =
    <b>Pengingat</b>

    { $lines }
cases-escalated =
    <b>Pengaduan terlambat</b>

    { $lines }

    { $whose } Mohon bantu agar segera ditangani.
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
