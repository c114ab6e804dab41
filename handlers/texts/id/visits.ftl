# Kunjungan: petugas melayani di loket (/layani), warga memindai kodenya.

menu-serve = Layani warga di loket
button-serve = Layani
button-serve-start = Mulai
button-serve-start-one = Mulai: { $service }
button-serve-next = Layani berikutnya
button-visit-of = Berjalan: { $service } · { $minutes }
button-visit-resume-of = Lanjutkan: { $service }
button-visit-done = Selesai
button-visit-pause = Berkas kurang
button-visit-redirected = Dialihkan
button-visit-resume = Lanjutkan
button-visit-left = Warga tidak kembali
button-visit-code = Tampilkan kode
button-visit-undo = Urungkan
button-visit-undo-start = Batalkan ({ $minutes } menit)

serve =
    <b>{ $unit }</b>

    { $open }

    Layanan apa yang dimulai?
serve-units =
    { $open }

    Di unit mana Anda melayani?
serve-none-open = Tidak ada pelayanan yang sedang berjalan.
serve-line-open = • { $service }: sudah { $minutes }
serve-line-paused = • { $service }: menunggu berkas sejak { $since }
serve-service =
    <b>{ $service }</b>
    { $unit }
    Dijanjikan: { $promised }

    Tekan <b>Mulai</b> saat warga sudah di depan Anda.
serve-no-promise = tidak ada waktu yang dijanjikan
serve-no-counter = tanpa loket
serve-no-unit = Anda belum bertugas di unit mana pun. Mintalah admin menambahkan peran Anda.
serve-no-service = Unit ini belum punya daftar layanan. Mintalah admin menambahkannya lewat /kantor.

visit-code =
    <b>{ $service }</b> · { $counter }
    Mulai { $started }

    Mintalah warga memindai kode ini. Kode berlaku untuk satu penilaian, selama { $days } hari.
visit-running =
    <b>{ $service }</b> · { $counter }
    Mulai { $started }, sudah { $minutes }
    Dijanjikan: { $promised }
visit-waiting =
    <b>{ $service }</b> · { $counter }
    Mulai { $started }, sekarang <b>menunggu berkas</b>; waktunya tidak dihitung.
    Dijanjikan: { $promised }

    Tekan <b>Lanjutkan</b> bila warga kembali membawa berkasnya.
visit-done =
    <b>{ $service }</b> selesai dalam { $taken }.

    Salah tekan? <b>Urungkan</b> berlaku { $undo } menit.
visit-done-within =
    <b>{ $service }</b> selesai dalam { $taken }. Dijanjikan { $promised }: tepat waktu.

    Salah tekan? <b>Urungkan</b> berlaku { $undo } menit.
visit-done-late =
    <b>{ $service }</b> selesai dalam { $taken }. Dijanjikan { $promised }: lewat waktu.

    Salah tekan? <b>Urungkan</b> berlaku { $undo } menit.
visit-redirected =
    <b>{ $service }</b>: warga dialihkan ke tempat lain.

    Salah tekan? <b>Urungkan</b> berlaku { $undo } menit.
visit-left =
    <b>{ $service }</b>: ditutup, warga tidak kembali.

    Salah tekan? <b>Urungkan</b> berlaku { $undo } menit.
visit-undone = Diurungkan. Pelayanan ini dianggap tidak pernah ada, dan kodenya tidak berlaku lagi.
visit-goes-on = Diurungkan. Pelayanan ini seperti sebelumnya.

visit-over = Pelayanan ini sudah selesai atau sudah diurungkan.
visit-paused = Pelayanan ini sudah menunggu berkas.
visit-not-paused = Pelayanan ini tidak sedang menunggu berkas.
visit-undo-late = Maaf, hanya dapat diurungkan dalam { $minutes } menit.
visit-undo-rated = Warga sudah menilai pelayanan ini, jadi tidak dapat diurungkan lagi.
visit-undo-scanned = Warga sudah memindai kodenya, jadi mulainya tidak dapat diurungkan. Akhiri saja dengan Selesai atau Dialihkan.
visit-just-started = Layanan ini baru saja Anda mulai. Ketik /layani untuk melihatnya.
visit-too-many = Ada { $limit } pelayanan yang belum selesai. Selesaikan dahulu sebagian lewat /layani.
visit-of-queue = Kunjungan ini dicatat oleh sistem antrean, jadi diubah di sana.

visit-external-length = Nomor antrean harus 1 sampai { $limit } huruf.
visit-external-differs = Nomor { $external } sudah dipakai untuk kunjungan lain.
visit-times-order = Urutan waktunya tidak mungkin: ambil nomor, mulai, jeda, selesai.
visit-in-future = Waktu selesainya belum tiba.
visit-too-old = Kunjungan lebih dari { $days } hari yang lalu tidak diterima lagi.

visit-question =
    <b>{ $where }</b>
    { $service }, { $day }

    Bagaimana layanan yang Anda terima?
visit-question-running =
    <b>{ $where }</b>
    { $service }, { $day }

    Layanan Anda masih berjalan. Anda boleh menilai sekarang, atau nanti lewat pesan ini.

    Bagaimana layanan yang Anda terima?
button-visit-later = Nanti saja
visit-later =
    Baik. Nilai <b>{ $where }</b> kapan saja lewat pesan di atas, sampai { $days } hari sesudah layanan selesai.
button-visit-my-rating = Lihat nilai saya
visit-rated-by-you =
    <b>{ $where }</b>
    { $service }

    Anda sudah menilai kunjungan ini. Terima kasih.
visit-code-invalid = Maaf, kode ini tidak dikenal. Mungkin terpotong saat dipindai. Mintalah petugas menampilkannya lagi, atau nilai layanannya lewat /nilai.
visit-code-expired = Maaf, kode ini sudah lewat waktunya. Anda tetap dapat menilai layanannya lewat /nilai.
visit-code-undone = Maaf, petugas membatalkan kunjungan ini, jadi kodenya tidak berlaku. Mintalah kode yang baru, atau nilai layanannya lewat /nilai.
visit-code-own = Ini kode kunjungan yang Anda layani sendiri. Mintalah warga yang memindainya.
visit-rated = Kunjungan ini sudah dinilai dari ponsel lain. Satu kunjungan hanya dapat dinilai satu kali. Anda tetap dapat menilai layanannya lewat /nilai.
