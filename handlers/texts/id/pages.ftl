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
pages-kept = Tulisan ini tidak tersimpan. Salin dulu bila masih perlu, lalu buka halamannya lagi.
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

pages-way = Letak halaman ini
pages-plan-version = Versi { $version }
pages-plan-versions = Semua versi
pages-plan-leader = Atasan: { $name }
pages-plan-state-draft = Rancangan
pages-plan-state-proposed = Diusulkan
pages-plan-state-change_asked = Diminta diubah
pages-plan-state-agreed = Disepakati
pages-plan-state-replaced = Digantikan
pages-plan-state-dropped = Dibatalkan
pages-plan-turn-officer = Sekarang giliran pegawai.
pages-plan-turn-leader = Sekarang giliran atasan.
pages-plan-reason = Alasan perubahan: { $words }
pages-plan-source = Sumber realisasi
pages-source-system = Dihitung oleh sistem
pages-source-reported = Dilaporkan pegawai, dengan bukti
pages-source-document = Dokumen: ada atau belum
pages-plan-no-indicator = Belum ada indikator.
pages-plan-empty = Rencana ini masih kosong.
pages-plan-none = Belum ada SKP untuk tahun ini.
pages-plan-acts = Yang dapat Anda lakukan
pages-plan-edit = Ubah rencana
pages-plan-propose-own = Usulkan kepada atasan
pages-plan-propose-leader = Usulkan kepada pegawai
pages-plan-agree = Sepakati
pages-plan-make = Mulai dari kosong
pages-plan-last-year = Mulai dari SKP tahun lalu
pages-plan-template = Mulai dari contoh: { $position }
pages-plan-take-back = Tarik kembali
pages-plan-ask-change = Minta diubah
pages-plan-ask-change-label = Apa yang perlu diubah, dan mengapa?
pages-plan-ask-change-send = Kirim permintaan
pages-plan-new-version = Ubah dengan versi baru
pages-plan-new-version-label = Mengapa SKP yang sudah disepakati perlu diubah?
pages-plan-new-version-send = Buat versi baru
pages-plan-drop = Batalkan versi ini
pages-plan-drop-about = Versi yang belum disepakati ini akan dibatalkan. Versi yang sudah disepakati, bila ada, tetap berlaku.
pages-plan-drop-yes = Ya, batalkan
pages-plan-steps = Percakapan tentang rencana ini
pages-plan-step-made = Dibuat
pages-plan-step-changed = Diubah
pages-plan-step-proposed = Diusulkan
pages-plan-step-taken_back = Ditarik kembali
pages-plan-step-change_asked = Diminta diubah
pages-plan-step-agreed = Disepakati
pages-plan-step-dropped = Dibatalkan
pages-plan-edit-about = Tambah dan hapus baris sesuka Anda; semuanya baru tersimpan setelah Anda menekan Simpan. Untuk angka yang dihitung sistem, satuan dan arah target mengikuti sistem.
pages-plan-result = Rencana hasil kerja { $number }
pages-plan-indicator = Indikator { $number }
pages-plan-block = Bagian
pages-block-main = Utama
pages-block-additional = Tambahan
pages-plan-direction = Arah target
pages-direction-at_least = Paling sedikit
pages-direction-at_most = Paling banyak
pages-plan-measure = Satuan
pages-plan-add-indicator = Tambah indikator
pages-plan-remove-indicator = Hapus indikator { $number }
pages-plan-remove-result = Hapus hasil kerja { $number }
pages-plan-add-main = Tambah hasil kerja utama
pages-plan-add-additional = Tambah hasil kerja tambahan
pages-plan-save = Simpan
pages-plan-leave = Kembali tanpa menyimpan
pages-plan-changed = Rencana ini sudah berubah sejak Anda membukanya, mungkin lewat percakapan. Isian Anda masih di bawah. Tekan Simpan sekali lagi untuk menggantikannya.
pages-done-plan-saved = Tersimpan.
pages-done-plan-propose = Sudah diusulkan.
pages-done-plan-agree = Sudah disepakati.
pages-done-plan-take-back = Sudah ditarik kembali.
pages-done-plan-drop = Sudah dibatalkan.
pages-done-plan-ask-change = Permintaan perubahan sudah dikirim.
