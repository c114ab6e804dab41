# Waktu dan serah terima: papan unit, penyerahan, cuti, jam tenang, ringkasan pagi, tangga pengingat.

menu-board = Papan unit: siapa menangani apa
menu-leave = Cuti dan penggantinya
menu-quiet = Jam tenang

clock-verification = pemeriksaan awal
step-office = perlu perhatian kepala kantor
step-admin = perlu perhatian admin
step-ombudsman = jauh melewati batas

# Penjelasan singkat mengapa sebuah pengaduan terlambat.
late-line =
    • <b>{ $ticket }</b> { $category } ({ $unit }) – { $clock }, seharusnya { $due }
    { $why }
late-more = … dan { $n } lagi di /papan
late-counted = Waktu buka terpakai { $total } dari { $limit }, sejak { $since }.
late-counted-paused = Waktu buka terpakai { $total } dari { $limit }, sejak { $since }; dijeda { $paused }.
late-holders = Dipegang: { $holders }.
late-holder = { $name } { $time }
late-holder-unit = belum ada petugas ({ $unit })
late-for-head = Anda menerima ini sebagai kepala unit.
late-for-office = Anda menerima ini sebagai kepala kantor: unit belum menyelesaikannya.
late-for-admin = Anda menerima ini sebagai admin: belum ada yang menyelesaikannya.

supervisory-late = Pengaduan berkadar pengawasan <b>{ $ticket }</b>: { $clock }, { $step }: { $due } { $held }
supervisory-late-number = Pengaduan berkadar pengawasan yang melewati batas waktu: <b>{ $n }</b>. Isinya hanya untuk inspektorat. Mohon pastikan ada inspektur yang bertugas.

# Kepada warga. Kantor boleh mengganti isi teks "ombudsman" sesuai daerahnya.
case-ombudsman =
    Pengaduan <b>{ $ticket }</b> belum diselesaikan { $unit }, padahal batas waktunya sudah jauh lewat. Kami mohon maaf. Atasannya sudah diberi tahu, dan pengaduan ini tetap kami tangani.

    { $what }
ombudsman = Anda juga berhak melapor kepada Ombudsman Republik Indonesia, lembaga negara yang mengawasi pelayanan publik. Gratis: telepon 137 atau ombudsman.go.id.
case-nudge-question =
    Kami masih menunggu kabar Anda untuk pengaduan <b>{ $ticket }</b>. Pertanyaan dari { $unit }:

    { $said }

    Silakan tekan Balas. Tanpa kabar, pengaduan ini ditutup pada { $until }. Anda dapat membukanya kembali.
case-nudge-answer =
    Apakah masalah pada pengaduan <b>{ $ticket }</b> sudah selesai? Jawaban dari { $unit }:

    { $said }

    Tanpa kabar, pengaduan ini ditutup pada { $until }. Anda dapat membukanya kembali.

# Menyerahkan kepada petugas lain, atau kembali ke unit.
button-case-assign = Serahkan
button-case-return = Kembalikan ke unit
button-case-return-inspected = Kembalikan ke inspektorat
case-assign =
    Pengaduan <b>{ $ticket }</b> diserahkan kepada siapa? Sekarang dipegang: { $holder }.

    Angka di belakang nama: pengaduan yang sedang dipegang. Batas waktunya tetap berjalan.
case-assign-nobody = Tidak ada petugas lain yang dapat menangani <b>{ $ticket }</b> sekarang. Dipegang: { $holder }.
assign-label = { $name } ({ $n })
case-assign-done = Pengaduan <b>{ $ticket }</b> sekarang dipegang { $name }.
case-return-done = Pengaduan <b>{ $ticket }</b> sudah dikembalikan. Petugas lain dapat mengambilnya.
case-assigned =
    <b>Pengaduan diserahkan kepada Anda</b> oleh { $name }
    { $ticket } – { $category } ({ $unit }), { $state }

    { $said }

    Jawaban paling lambat { $answer_due }, selesai paling lambat { $resolution_due }.
case-assigned-away = Pengaduan <b>{ $ticket }</b> diserahkan oleh { $name } kepada { $to }. Anda tidak perlu menanganinya lagi.
case-returned =
    <b>Pengaduan menunggu petugas</b>: dikembalikan oleh { $name }
    { $ticket } – { $category } ({ $unit }), { $state }

    { $said }

    Jawaban paling lambat { $answer_due }, selesai paling lambat { $resolution_due }.
case-returned-away = Pengaduan <b>{ $ticket }</b> dikembalikan ke unit oleh { $name }. Anda tidak perlu menanganinya lagi.
case-in-your-place = { $name } { $what } untuk pengaduan <b>{ $ticket }</b> yang Anda pegang.
spoken-answered = mengirim jawaban kepada pelapor
spoken-asked-back = bertanya kepada pelapor
spoken-rejected = menyatakan tidak diterima
spoken-archived = mengarsipkan
case-held-by-none = Pengaduan { $ticket } memang belum dipegang siapa pun.
case-take-first = Pengaduan { $ticket } belum dipegang siapa pun. Ambil dahulu, baru dapat diserahkan.
case-own-given = Pengaduan <b>{ $ticket }</b> diberikan kepada Anda untuk ditangani. Karena ini pengaduan Anda sendiri, silakan kembalikan ke unit. Alasannya tidak diberitahukan kepada siapa pun.
assign-unfit = Petugas ini tidak dapat menangani pengaduan ini. Silakan pilih yang lain.
assign-same = Pengaduan { $ticket } sudah dipegang { $name }.
assign-away = { $name } sedang cuti. Silakan pilih petugas lain.

# Papan unit.
button-board = Papan unit
board-units = Papan unit mana?
board-none = Anda belum memimpin unit mana pun.
board =
    <b>Papan { $unit }</b>
    { $n } terbuka, { $late } terlambat. { $states }

    { $desks }

    <b>{ $chosen }</b>
    { $lines }
board-state = { $state }: { $n }
board-desk = • { $name }{ $away }: { $n }, terlambat { $late }, tertua { $oldest }
board-desk-empty = • { $name }: tidak ada
board-desks-more = … dan { $n } petugas lagi
board-idle = Tidak memegang apa pun ({ $n }): { $names }
board-idle-away = { $name } (cuti)
board-unheld = Belum dipegang
board-away = { " " }(cuti)
board-all = Semua ({ $n })
board-nobody = Belum dipegang ({ $n })
board-late = Terlambat ({ $n })
board-of-officer = Dipegang petugas ini ({ $n })
board-empty = Tidak ada.
board-line = • <b>{ $ticket }</b> { $category } – { $state }; { $holder }; { $clock } sampai { $due }
board-line-waiting = • <b>{ $ticket }</b> { $category } – { $state }; { $holder }; menunggu pelapor
board-line-late =
    • <b>{ $ticket }</b> { $category } – { $state }; { $holder }; <b>terlambat</b>: { $clock }, seharusnya { $due }
    { $why }
button-board-all = Semua
button-board-nobody = Belum dipegang
button-board-late = Terlambat

# Cuti.
button-leave = Lihat cuti
button-leave-new = Catat cuti
button-leave-end = Batalkan cuti { $first }
button-leave-others = Cuti petugas lain
button-leave-unit = Tidak ada pengganti: kembali ke unit
leave-own =
    <b>Cuti Anda</b>
    { $lines }

    Selama cuti Anda tidak menerima pengaduan baru dan pengingat. Pada hari pertama, pengaduan yang Anda pegang berpindah ke pengganti atau kembali ke unit.
leave-theirs =
    <b>Cuti { $name }</b>
    { $lines }

    Selama cuti petugas tidak menerima pengaduan baru dan pengingat. Pada hari pertama, pengaduan yang dipegangnya berpindah ke pengganti atau kembali ke unit.
leave-none = Belum ada cuti yang dicatat.
leave-line = • { $first } sampai { $last }; pengganti: { $stand_in }
leave-unit = unit
leave-whose = Cuti siapa?
leave-nobody = Belum ada petugas di unit yang Anda pimpin.
leave-ask-days = Kapan { $name } cuti? Tulis hari pertama dan terakhir, misalnya 1/12/2026 - 5/12/2026. Untuk satu hari cukup satu tanggal.
leave-ask-stand-in = Siapa yang menggantikan?
leave-planned =
    Cuti { $name } sudah dicatat.
    { $line }
leave-planned-notice =
    Cuti { $name } dicatat.
    { $line }
leave-ended = Cuti { $name } dibatalkan.
leave-ended-notice =
    Cuti { $name } dibatalkan.
    { $line }
leave-begun = Cuti Anda dimulai, sampai { $until }. Berpindah ke { $stand_in }: { $given }; kembali ke unit: { $returned }. Selamat beristirahat.
leave-stand-in =
    { $name } cuti sampai { $until }. Anda menggantikannya; { $n } pengaduan sekarang Anda pegang:

    { $lines }
leave-returned =
    { $name } cuti sampai { $until }. { $n } pengaduan menunggu petugas:

    { $lines }
leave-head =
    { $name } cuti sampai { $until }. Berpindah ke pengganti: { $given }; kembali ke unit: { $returned }.

    { $lines }
gone-stand-in =
    { $name } tidak lagi bertugas di sini. { $n } pengaduan sekarang Anda pegang:

    { $lines }
gone-returned =
    { $name } tidak lagi bertugas di sini. { $n } pengaduan menunggu petugas:

    { $lines }
gone-head =
    { $name } tidak lagi bertugas di sini. Berpindah: { $given }; kembali ke unit: { $returned }.

    { $lines }
moved-line = • <b>{ $ticket }</b> { $category }
moved-line-supervisory = • <b>{ $ticket }</b> (berkadar pengawasan)
leave-days-wrong = Hari terakhir tidak boleh sebelum hari pertama, dan hari pertama tidak boleh sudah lewat.
leave-too-long = Paling lama { $days } hari sekali catat.
leave-twice = Pada hari-hari itu sudah ada cuti yang dicatat. Batalkan dahulu yang lama.
leave-stand-in-unfit = Petugas ini tidak dapat menggantikan. Silakan pilih yang lain.
leave-over = Cuti ini sudah selesai atau sudah dibatalkan.

# Jam tenang.
quiet =
    <b>Di luar jam kerja unit</b>
    Sekarang: { $now }

    Pengaduan tetap tercatat seketika, apa pun pilihan Anda.
quiet-silent = pesan masuk tanpa suara.
quiet-held = pesan ditahan sampai unit buka.
quiet-loud = pesan masuk dengan suara.
button-quiet-silent = Masuk tanpa suara
button-quiet-held = Tahan sampai buka
button-quiet-loud = Selalu bersuara

# Ringkasan saat unit buka.
digest =
    <b>Selamat bekerja. Di meja Anda hari ini:</b>
    { $lines }
digest-new = • Baru sejak tutup terakhir, belum dipegang: { $n }
digest-due = • Batasnya hari ini: { $n }
digest-late = • Terlambat: { $n }
digest-wait = • Menunggu pelapor: { $n }
digest-first = Mulai dari:
digest-line = { $ticket } { $category } ({ $unit }) – sampai { $due } { $held }
digest-line-late = { $ticket } { $category } ({ $unit }) – <b>terlambat</b> sejak { $due } { $held }

# Tangga pengingat.
button-ladder = Tangga pengingat
ladder =
    <b>Tangga pengingat { $name }</b>
    Siapa diberi tahu ketika berapa bagian batas waktu terpakai. Setiap anak tangga satu kali untuk satu batas waktu.

    { $lines }

    Tekan salah satu untuk mengubahnya.
ladder-line = • { $share }: { $who }
ladder-label = { $who }: { $share }
ladder-percent = { $n } %
ladder-off = tidak dipakai
ladder-officer = petugas
ladder-head = kepala unit
ladder-office = kepala kantor
ladder-admin = admin
ladder-citizen = pelapor (tentang Ombudsman)
ladder-ask = { $who }: sekarang { $share }. Tulis persen dari batas waktu, { $first } sampai { $last }. 100 adalah akhir batas waktu.
button-ladder-usual = Bawaan ({ $n } %)
button-ladder-off = Tidak dipakai
ladder-range = Tulis bilangan bulat { $first } sampai { $last }, misalnya 125.

button-invite-office-head = Kepala kantor (semua unit)
