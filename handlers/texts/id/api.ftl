# Kunci API sistem antrean, dan jawaban API kunjungan.

button-api-keys = Kunci API
button-api-key-new = + Buat kunci
button-api-key-revoke = Cabut kunci
button-api-key-revoke-yes = Ya, cabut
button-api-key-keep = Tidak, biarkan

api-keys =
    <b>Kunci API</b> – { $unit }

    { $n } kunci dipakai. Dengan kunci ini sistem antrean mengirim data kunjungan. Pilih satu untuk melihat atau mencabutnya.
api-keys-none =
    <b>Kunci API</b> – { $unit }

    Belum ada kunci. Buat satu agar sistem antrean unit ini dapat mengirim data kunjungan. Petunjuk untuk pembuat sistemnya: docs/api.md.
api-key =
    <b>{ $name }</b>
    { $unit }

    Empat huruf terakhir: { $hint }
    Dibuat: { $made }
    Terakhir dipakai: { $used }
api-key-never = belum pernah
api-key-name = Untuk apa kunci ini? Tulis namanya, misalnya “Mesin antrean lantai 1”. Satu unit dapat memakai paling banyak { $limit } kunci.
api-key-made =
    <b>Kunci “{ $name }”</b> – { $unit }

    <code>{ $secret }</code>

    Salin sekarang ke sistem antrean. Kunci ini tidak dapat ditampilkan lagi. Setelah disalin, hapuslah pesan ini. Siapa pun yang memegangnya dapat mengirim kunjungan atas nama unit ini.
api-key-revoke =
    Cabut kunci “{ $name }” (…{ $hint })?

    Sistem yang memakainya langsung berhenti mengirim. Kunjungan yang sudah terkirim tetap tersimpan.
api-key-revoke-done = Kunci “{ $name }” sudah dicabut.
api-keys-too-many = Unit ini sudah memakai { $limit } kunci. Cabut dulu yang tidak dipakai.
api-key-gone = Kunci itu sudah dicabut.

# Jawaban API sebagai keseluruhan
api-key-missing = Sertakan kunci API: Authorization: Bearer sw_…
api-key-unknown = Kunci API ini tidak dikenal.
api-key-revoked = Kunci API ini sudah dicabut. Minta kunci baru kepada admin unit.
api-key-reused = Idempotency-Key ini sudah dipakai untuk isi yang lain. Pakai kunci baru untuk isi yang baru.
api-idempotency-key = Sertakan Idempotency-Key: 1 sampai { $limit } huruf ASCII yang dapat dicetak, satu untuk setiap permintaan.
api-wait = Terlalu banyak permintaan. Coba lagi setelah { $seconds } detik.
api-media-type = Kirim application/json atau text/csv, tanpa Content-Encoding.
api-too-large = Isi terlalu besar. Paling besar { $limit } KB.
api-unavailable = Layanan sedang tidak tersedia. Kirim lagi permintaan yang sama sebentar lagi.
api-json-broken = Isinya bukan JSON yang benar.
api-json-no-object = Kirim satu kunjungan sebagai objek JSON, atau objek dengan “visits”.
api-json-no-list = “visits” harus berupa daftar, dan tidak boleh ada anggota lain di sampingnya.
api-csv-column-unknown = Kolom “{ $column }” tidak dikenal.
api-visits-none = Tidak ada kunjungan di dalamnya.
api-visits-many = Ada { $count } kunjungan. Paling banyak { $limit } dalam satu permintaan.
api-nothing-accepted = Tidak ada kunjungan yang diterima; { $n } ditolak. Lihat “rejected”.
api-conflict = Nomor itu sudah dipakai untuk kunjungan lain yang sudah selesai.

# Mengapa satu kunjungan ditolak
visit-no-object = harus berupa objek.
visit-field-missing = belum diisi.
visit-field-unknown = “{ $name }” tidak dikenal.
visit-field-no-text = harus berupa teks.
visit-field-long = terlalu panjang; paling banyak { $limit } huruf.
visit-field-unprintable = memuat tanda yang tidak dapat dicetak.
visit-instant-unreadable = “{ $text }” bukan waktu yang dapat dibaca. Contoh: 2026-11-23T09:15:00+07:00, dalam berkas CSV juga 23/11/2026 09.15.
visit-instant-no-offset = “{ $text }” tanpa zona waktu. Tambahkan, misalnya +07:00.
visit-instant-future = waktunya belum tiba.
visit-queued-after-start = nomor diambil sesudah pelayanan mulai.
visit-end-before-start = selesai sebelum mulai.
visit-outcome-unknown = “{ $text }” tidak dikenal. Pilih done (selesai), redirected (dialihkan), atau left (tidak kembali).
visit-outcome-without-end = ada hasil, tetapi belum ada waktu selesai.
visit-pauses-no-list = harus berupa daftar.
visit-pauses-many = terlalu banyak; paling banyak { $limit }.
visit-pause-outside = jeda harus berada di dalam kunjungan, berurutan, dan tidak bertumpuk.
visit-service-unknown = layanan “{ $name }” tidak ada di unit ini.
visit-counter-unknown = loket “{ $name }” tidak ada di unit ini.
