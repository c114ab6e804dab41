# Kata yang dipakai di semua bagian.
unit-hours = { $n } jam
unit-minutes = { $n } menit

button-menu = Menu utama
button-skip = Lewati
button-send-location = Kirim lokasi saya
button-rate = Nilai layanan
button-complain = Sampaikan pengaduan
button-my-cases = Pengaduan saya
button-figures = Lihat angka layanan
button-tasks = Tugas
button-record = Kinerja saya
button-menu-appraisals = Penilaian
button-menu-skp = SKP
button-summary = Ringkasan mingguan
button-offices = Kantor dan unit
button-people = Petugas

not-for-you = Maaf, bagian ini bukan untuk Anda. Ketik /start untuk melihat pilihan Anda.
button-old = Tombol ini sudah tidak berlaku. Silakan pakai pesan yang terbaru.
consent-needed = Mohon setujui pemberitahuan data pribadi dahulu. Ketik /start.
unit-unknown = Maaf, unit ini tidak ditemukan atau sudah tutup. Ketik /start untuk memilih yang lain.
counter-unknown = Maaf, loket ini tidak ditemukan atau sudah tutup. Ketik /start untuk memilih unit.
score-unknown = Maaf, nilai ini tidak dikenal. Silakan pilih salah satu dari empat tombol.
link-unknown = Maaf, tautan ini tidak dikenal. Ketik /start untuk memilih unit.
update-parked = Maaf, terjadi gangguan sehingga pesan Anda belum dapat diproses. Pesan Anda tersimpan dan akan kami periksa. Kode: <b>{ $reference }</b>
edited-not-read = Perubahan pada pesan lama tidak terbaca. Mohon kirim sebagai pesan baru.
undelivered-notice = Pesan tentang pengaduan <b>{ $ticket }</b> tidak sampai ke pelapor. Pelapor mungkin memblokir bot ini. Jawaban tetap tersimpan dan terlihat bila pelapor kembali.

wrong-text = Maaf, di sini tulisan belum diperlukan.
wrong-photo = Maaf, di sini foto belum diperlukan.
wrong-document = Maaf, di sini berkas belum diperlukan.
wrong-location = Maaf, di sini lokasi belum diperlukan.
wrong-sticker = Terima kasih stikernya. Mohon jawab dengan tulisan atau tombol.
wrong-other = Maaf, pesan jenis ini belum dapat kami baca. Mohon tuliskan dengan kata-kata.
wrong-button = Silakan pakai pesan yang terbaru.
wrong-command = Silakan jawab pertanyaan ini, atau ketik /batal.
