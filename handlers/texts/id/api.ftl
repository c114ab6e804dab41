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
api-key-revoked = Kunci “{ $name }” sudah dicabut.
api-keys-too-many = Unit ini sudah memakai { $limit } kunci. Cabut dulu yang tidak dipakai.
api-key-gone = Kunci itu sudah dicabut.
