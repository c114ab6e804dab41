# Memindahkan batas waktu ke kalender yang baru.
button-recalculate = Hitung ulang batas waktu
button-recalculate-yes = Ya, pindahkan
recalculate =
    <b>Batas waktu menurut kalender yang baru</b>
    { $n } pengaduan yang terbuka akan bergeser:

    { $lines }

    Pindahkan semuanya? Setiap perubahan dicatat, dan pelapor diberi tahu tanggal penyelesaian yang baru.
recalculate-nothing = Tidak ada batas waktu yang bergeser. Semua pengaduan yang terbuka sudah sesuai dengan kalender sekarang.
recalculate-line = • <b>{ $ticket }</b> ({ $unit }), { $clock }: { $before } → { $after } { $note }
recalculate-more = … dan { $n } pengaduan lagi
recalculate-hidden = … dan { $n } pengaduan yang ditangani inspektorat
recalculate-undecreed = (hari libur tahun itu belum ditetapkan)
recalculate-done = { $n } pengaduan sudah dipindahkan ke kalender yang baru.
case-recalculated =
    Batas waktu pengaduan <b>{ $ticket }</b> berubah karena hari libur atau jam kerja ditetapkan lain.

    Semula: { $before }
    Sekarang: <b>{ $after }</b>
