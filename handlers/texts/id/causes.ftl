# Hambatan luar: diajukan petugas, diputuskan orang kedua.
cause-kind-system = Sistem pusat mati
cause-kind-power = Listrik atau jaringan padam
cause-kind-agency = Menunggu instansi lain
cause-kind-force_majeure = Keadaan kahar (bencana)
cause-kind-incomplete = Berkas pelapor belum lengkap

cause-standing-claimed = menunggu keputusan
cause-standing-accepted = diterima
cause-standing-refused = ditolak
cause-standing-lapsed = tidak diputuskan
cause-span = { $start } – { $end }
cause-span-open = sejak { $start }, masih berlangsung
cause-tickets = { $tickets }
cause-tickets-more = { $tickets }, dan { $n } lainnya
cause-proof-file = { $n } berkas terlampir

button-case-cause = Hambatan luar
button-cause = { $standing }: { $kind }
button-cause-send = Kirim untuk pengaduan ini
button-cause-send-every = Kirim untuk semua ({ $n } pengaduan terbuka)
button-cause-accept = Terima
button-cause-refuse = Tolak
button-cause-read = Lihat
button-causes = Hambatan luar yang menunggu
button-cause-end = Hambatan sudah berakhir

cause-ask-kind =
    <b>Hambatan luar</b> untuk pengaduan <b>{ $ticket }</b>

    Apa yang menghambat? Batas waktu tidak berubah. Bila diterima, angkanya ditunjukkan dengan dan tanpa hambatan ini.
cause-ask-start =
    Sejak kapan? Pilih, atau ketik hari dan jamnya.
    Contoh: 08.30, kemarin 08.30, atau 23/11 08.30
cause-ago = { $n } jam yang lalu
cause-since-today = Sejak buka: { $at }
cause-since-yesterday = Sejak buka: { $at }
cause-ask-end =
    Mulai { $start }. Sampai kapan? Pilih, atau ketik hari dan jamnya.
    Contoh: 11.00 atau 23/11 11.00
cause-end-now = Baru saja berakhir
cause-end-open = Masih berlangsung
cause-until = { $at }
cause-ask-reason = Mohon jelaskan apa yang terjadi, paling sedikit { $least } huruf. Jangan menulis nama pelapor.
cause-ask-proof = Apa buktinya? Kirim foto atau berkas, atau ketik nomor surat atau nomor tiket gangguan.
cause-confirm =
    <b>Hambatan luar</b> untuk pengaduan <b>{ $ticket }</b>
    { $kind }
    { $span }

    Alasan: { $reason }
    Bukti: { $proof }

    Kirim untuk diputuskan orang di luar unit Anda?
cause-claimed-told =
    Terkirim untuk diputuskan: { $tickets }.
    Diputuskan paling lambat { $decide_by }; sesudah itu dianggap tidak diterima. Anda akan diberi tahu.
cause-claimed-nobody =
    Tercatat: { $tickets }.
    Namun belum ada orang kedua yang dapat memutuskan. Mohon minta admin menambah admin lain sebelum { $decide_by }; sesudah itu hambatan dianggap tidak diterima.

cause-to-decide =
    <b>Hambatan luar menunggu keputusan Anda</b>
    { $unit }, diajukan { $name }
    { $kind }
    { $span }

    Alasan: { $reason }
    Bukti: { $proof }
    Pengaduan: { $tickets }

    Mohon diputuskan paling lambat { $decide_by }. Bila diterima, waktu ini tidak dihitung dalam angka kedua. Batas waktu bagi warga tetap.
cause-reminder =
    <b>Masih menunggu keputusan Anda: hambatan luar</b>
    { $unit }, diajukan { $name }
    { $kind }
    { $span }

    Alasan: { $reason }
    Bukti: { $proof }
    Pengaduan: { $tickets }

    Sesudah { $decide_by } hambatan ini dianggap tidak diterima.
cause-to-decide-unread =
    <b>Hambatan luar menunggu keputusan Anda</b>
    Pengaduan berkadar pengawasan { $tickets }. Isinya terbuka sesudah Anda menyebut alasan membacanya.

    Mohon diputuskan paling lambat { $decide_by }; sesudah itu dianggap tidak diterima.
cause-reminder-unread =
    <b>Masih menunggu keputusan Anda: hambatan luar</b>
    Pengaduan berkadar pengawasan { $tickets }.

    Sesudah { $decide_by } hambatan ini dianggap tidak diterima.
cause-decided-unread = Hambatan luar untuk pengaduan berkadar pengawasan { $tickets }: <b>{ $standing }</b>.
causes-waiting =
    <b>Hambatan luar yang menunggu keputusan Anda: { $n }</b>

    { $lines }
causes-line = • { $unit }, { $tickets }: sampai { $by }
causes-none = Tidak ada.
cause-accepted =
    Hambatan luar <b>diterima</b> oleh { $name }.
    { $kind }, { $span }
    Pengaduan: { $tickets }
cause-refused =
    Hambatan luar <b>ditolak</b> oleh { $name }.
    { $kind }, { $span }
    Pengaduan: { $tickets }

    Alasannya: { $words }
cause-lapsed =
    Hambatan luar tidak diputuskan sampai batasnya, jadi tidak diterima.
    { $kind }, { $span }
    Pengaduan: { $tickets }

    Anda boleh mengajukannya lagi.
cause-view =
    <b>Hambatan luar</b>, { $unit }
    { $kind }
    { $span }

    Diajukan { $name }
    Alasan: { $reason }
    Bukti: { $proof }
    Pengaduan: { $tickets }

    { $standing }
cause-stands-claimed = Menunggu keputusan paling lambat { $by }.
cause-stands-accepted = Diterima oleh { $name }.
cause-stands-refused = Ditolak oleh { $name }: { $words }
cause-stands-lapsed = Tidak diputuskan sampai batasnya, jadi tidak diterima.
cause-accept-done = Diterima. Petugas sudah diberi tahu.
cause-ask-refuse = Mengapa ditolak? Petugas akan membaca alasan Anda.
cause-ask-ended =
    Kapan berakhir? Pilih, atau ketik hari dan jamnya.
    Contoh: 11.00 atau 23/11 11.00

cause-unknown = Maaf, hambatan ini tidak ditemukan.
cause-holder-only = Hanya pemegang pengaduan { $ticket } atau kepala unit yang dapat mengajukan hambatan luar.
cause-too-late = Pengaduan { $ticket } sudah berakhir lebih dari { $days } hari yang lalu. Hambatannya tidak dapat diajukan lagi.
cause-no-proof = Mohon kirim foto atau berkas, atau ketik nomor surat atau nomor tiket gangguan.
cause-in-future = Waktu itu belum tiba. Mohon isi waktu yang sudah lewat, atau pilih Masih berlangsung.
cause-backwards = Akhirnya harus sesudah mulainya.
cause-too-long = Satu hambatan paling lama { $days } hari. Mohon ajukan lagi untuk sisanya.
cause-outside = Waktu itu di luar masa pengaduan { $ticket }: sebelum diterima atau sesudah berakhir.
cause-not-yours-to-decide = Hambatan ini diputuskan oleh orang kedua di luar unit. Anda mengajukannya, atau bertugas pada unit atau pengaduannya.
cause-decided-already = Hambatan ini tidak dapat diputuskan lagi: { $standing }.
cause-over-already = Hambatan ini sudah berakhir.
instant-unreadable = Waktu “{ $text }” tidak terbaca. Contoh: 08.30, kemarin 08.30, atau 23/11 08.30
