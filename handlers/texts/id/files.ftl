# Foto, dokumen, pesan suara: diterima, diperiksa, dikirim lagi kepada yang berhak.

complain-photos-kept = Diterima. Kirim lagi bila ada (paling banyak { $limit } berkas), atau tekan <b>Lanjut</b>.
complain-photos-so-far = Sudah ada { $n } berkas. Kirim lagi bila ada (paling banyak { $limit } berkas), atau tekan <b>Lanjut</b>.
button-drop-photos = Hapus berkas
button-change-photos = Ubah berkas
writing-ready =
    Berkas diterima. Pesan Anda:

    { $said }

    Kirim sekarang, atau tambahkan tulisan.
upload-kept-write = Berkas diterima. Sekarang tuliskan keterangannya.
upload-too-large = Berkas ini terlalu besar. Paling besar 20 MB. Mohon kirim sebagai foto biasa.
upload-wrong-type = Maaf, jenis berkas ini tidak dapat kami terima. Yang dapat: foto (JPG, PNG, WebP) dan dokumen PDF. Dokumen Word atau Excel mohon disimpan sebagai PDF dahulu.
upload-too-many = Paling banyak { $limit } berkas. Berkas sesudahnya tidak disimpan.
upload-no-voice = Maaf, lagu dan video tidak dapat kami terima. Untuk pesan suara, tekan dan tahan gambar mikrofon di Telegram.
upload-voice-anonymous = Pengaduan ini tanpa nama, sedangkan suara dapat menunjukkan siapa Anda. Karena itu pesan suara tidak kami simpan. Mohon tuliskan isinya. Bila ingin memakai suara, kirim pengaduan baru dengan nama Anda.
files-too-many = Paling banyak { $limit } berkas. Mohon kurangi dahulu.
wrong-voice = Maaf, di sini kami belum dapat mendengar pesan suara. Mohon tuliskan dengan kata-kata. Pesan suara dapat disertakan dalam pengaduan.

file-photo = foto ke-{ $n }
file-document = dokumen ke-{ $n }
file-voice = pesan suara ke-{ $n }
file-refused =
    Satu berkas untuk pengaduan <b>{ $ticket }</b> tidak dapat kami terima: { $what }.

    Sebabnya: { $why }

    Pengaduannya tetap berjalan. Anda dapat mengirim berkas yang lain.
file-refused-type = isinya bukan foto (JPG, PNG, WebP) dan bukan dokumen PDF, apa pun nama berkasnya.
file-refused-voice = isinya bukan pesan suara Telegram.
file-refused-damaged = berkasnya rusak atau tidak lengkap, sehingga tidak dapat dibuka.
file-refused-unread = sudah beberapa kali kami coba memeriksanya, tetapi tidak pernah selesai. Mohon kirim lagi dengan ukuran yang lebih kecil, misalnya sebagai foto biasa.
file-refused-pixels = ukuran gambarnya terlalu besar. Mohon kirim sebagai foto biasa.
file-refused-pages = dokumennya lebih dari 300 halaman. Mohon kirim halaman yang penting saja.
file-refused-locked = dokumennya dikunci dengan kata sandi. Mohon kirim tanpa kunci, misalnya dengan mencetaknya ke PDF baru.
file-refused-active = dokumennya berisi program atau berkas lain di dalamnya. Demi keamanan, mohon cetak ke PDF baru, lalu kirim lagi.
file-refused-too-large = berkasnya lebih dari 20 MB.
file-refused-gone = berkasnya tidak lagi dapat diambil dari Telegram. Mohon kirim lagi.
file-unknown = Maaf, berkas ini tidak ada atau bukan untuk Anda.
files-follow = Berkasnya masih diperiksa. Sebentar lagi dapat dilihat dengan tombol <b>Foto dan berkas</b>.

case-files = Lampiran pengaduan <b>{ $ticket }</b>.
thread-files = ({ $n } lampiran)
button-case-files = Foto dan berkas
button-more-files = Lampiran berikutnya
