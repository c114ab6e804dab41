# Halaman pegawai di web, dan jalan ke sana. Semuanya tulisan biasa.
menu-pages = Halaman SKP dan kinerja di web
pages-no-address = Halaman di web belum dapat dibuka, karena alamatnya belum diatur. Mohon sampaikan kepada operator Suara Warga: isi <code>PUBLIC_URL</code>.
pages-link =
    <b>Halaman Anda</b>
    Tekan tombol di bawah, lalu tekan <b>Masuk</b>. Tautan berlaku { $minutes } menit, satu kali, dan hanya untuk Anda. Jangan diteruskan kepada siapa pun.
pages-link-signed-in =
    <b>Halaman Anda</b>
    Tekan tombol di bawah, lalu tekan <b>Masuk</b>. Tautan berlaku { $minutes } menit, satu kali, dan hanya untuk Anda. Jangan diteruskan kepada siapa pun.

    Yang sedang masuk ({ $n }):
    { $list }
pages-session = • { $device }, sejak { $since }, terakhir dipakai { $seen }
pages-device-unknown = Perangkat tidak dikenal
pages-ended = { $n ->
    [0] Tidak ada yang sedang masuk. Tautan yang belum dipakai juga tidak berlaku lagi.
   *[other] Semua sudah keluar ({ $n }). Tautan yang belum dipakai juga tidak berlaku lagi.
 }
pages-link-old = Tautan ini tidak berlaku lagi. Minta yang baru dengan /halaman.
button-pages-open = Buka halaman
button-pages-end = Akhiri semua
button-pages-again = Tautan baru

pages-sign-out = Keluar
pages-footer = Angka adalah bukti, bukan putusan. Yang menilai selalu seorang atasan, dengan nama dan alasan.
pages-signin-title = Masuk ke halaman Anda
pages-signin = Tekan tombol ini untuk masuk. Tautan hanya dapat dipakai satu kali.
pages-signin-button = Masuk
pages-signin-foot = Sesi berakhir sendiri setelah satu jam tidak dipakai, dan paling lama 12 jam. Anda dapat mengakhirinya kapan saja di sini atau lewat /halaman.
pages-left-title = Anda sudah keluar
pages-left = Untuk masuk lagi, kirim /halaman kepada bot di Telegram.
pages-signedout-title = Silakan masuk dulu
pages-signedout = Anda belum masuk, atau sesi Anda sudah berakhir. Kirim /halaman kepada bot di Telegram, lalu buka tautannya.
pages-signedout-again = Merasa masih masuk?
pages-signedout-open = Buka halaman ini sekali lagi
pages-kept-title = Yang baru Anda tulis
pages-kept = Tulisan ini belum tersimpan. Salin dulu, masuk lagi, lalu tempelkan.
pages-missing-title = Tidak ada di sini
pages-missing = Halaman ini tidak ada, tautannya tidak berlaku lagi, atau isinya bukan untuk Anda. Untuk tautan baru, kirim /halaman kepada bot.
pages-foreign-title = Tidak dapat diterima
pages-foreign = Kiriman ini tidak berasal dari halaman yang sedang terbuka. Buka halamannya lagi, lalu ulangi.
pages-slow-title = Terlalu sering
pages-slow = Terlalu banyak tautan yang tidak berlaku dicoba. Mohon tunggu sebentar, lalu minta tautan baru dengan /halaman.
pages-toolarge-title = Terlalu besar
pages-toolarge = Kiriman ini terlalu besar. Mohon persingkat.
pages-away-title = Sedang terganggu
pages-away = Maaf, halaman belum dapat ditampilkan. Mohon coba lagi sebentar lagi.

pages-home-title = Halaman saya
pages-home-own = Tentang saya
pages-plan-of = SKP { $year }
pages-home-plan = Rencana hasil kerja, indikator, dan target
pages-home-record = Bukti dan penilaian periode ini
pages-home-led = Pegawai yang saya pimpin
pages-home-unit = Ringkasan unit
pages-home-unit-about = SKP, umpan balik, penilaian, dan sanggahan { $n } pegawai
pages-home-nothing = Belum ada halaman untuk peran Anda.
