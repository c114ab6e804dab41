# Inspektorat, pembacaan yang dicatat, identitas pelapor.
menu-inspection = Pengaduan berkadar pengawasan
the-inspectorate = Inspektorat

role-inspector = petugas inspektorat
button-role-inspector = Petugas inspektorat
inspector-not-admin = Admin tidak dapat sekaligus menjadi petugas inspektorat di kantor yang sama. Orang yang memeriksa harus orang lain.
joined-inspector =
    Selamat datang, <b>{ $name }</b>. Anda sekarang petugas inspektorat untuk { $where }.

    • Pengaduan tentang suap, pungli, kekerasan, dan pelecehan hanya sampai kepada Anda dan rekan inspektorat.
    • /pengawasan – daftarnya
    • Isinya dibuka dengan alasan. Setiap pembacaan dicatat: siapa, kapan, dan untuk apa.
inspection-waits =
    { $n ->
       *[other] Ada { $n } pengaduan berkadar pengawasan yang menunggu Anda.
    }
inspector-wanted =
    <b>Diperlukan petugas inspektorat</b>

    { $n ->
       *[other] { $n } pengaduan berkadar pengawasan menunggu petugas inspektorat.
    }
    Kantor: { $offices }

    Undang petugas inspektorat: tekan tombol di bawah, lalu pilih <b>Petugas inspektorat</b>. Isi pengaduan tidak dapat dilihat admin. Pesan ini datang lagi setiap hari sampai ada yang bergabung.

supervisory-replied = Pelapor membalas pengaduan berkadar pengawasan <b>{ $ticket }</b>. Buka untuk membacanya.
supervisory-noted = Pelapor menambahkan catatan pada pengaduan berkadar pengawasan <b>{ $ticket }</b>. Buka untuk membacanya.
supervisory-reopened = Pelapor membuka kembali pengaduan berkadar pengawasan <b>{ $ticket }</b>. Buka untuk membacanya.
supervisory-confirmed = Pelapor menyatakan pengaduan berkadar pengawasan <b>{ $ticket }</b> selesai.
supervisory-withdrawn = Pelapor menarik pengaduan berkadar pengawasan <b>{ $ticket }</b>. Tidak ada lagi yang perlu dilakukan.
supervisory-news = Ada kabar pada pengaduan berkadar pengawasan <b>{ $ticket }</b>. Buka untuk membacanya.

inspection =
    <b>Pengaduan berkadar pengawasan</b>
    { $what }

    { $lines }

    Tekan nomornya untuk membuka. Anda akan ditanya alasannya.
inspection-open = Terbuka: { $n }
inspection-ended = Sudah berakhir: { $n }
inspection-none = Tidak ada.
inspection-line = • <b>{ $ticket }</b> ({ $unit }) – { $state }{ $holder }; { $due }
inspection-held = , ditangani { $holder }
inspection-due = batas { $due }
inspection-late = <b>lewat batas</b> { $due }
inspection-still = waktu tidak berjalan
button-inspection = Pengaduan berkadar pengawasan
button-inspection-list = ‹ Daftar
button-inspection-open = Yang terbuka
button-inspection-ended = Yang sudah berakhir
inspection-already = Pengaduan { $ticket } sudah ada di inspektorat.
inspection-ordinary = Pengaduan { $ticket } tidak berkadar pengawasan. Unitnya yang menangani.

reading-why = Untuk apa Anda membuka <b>{ $ticket }</b>? Pembacaan ini dicatat dengan nama Anda dan berlaku 30 menit.
reading-new = Memeriksa isinya
reading-work = Menanganinya
reading-report = Melaporkan kepada pimpinan
reading-other = Alasan lain
reading-words = Tuliskan alasan Anda membuka <b>{ $ticket }</b>, dari { $least } sampai { $most } huruf.
reading-reason-first = Pengaduan { $ticket } dibuka dengan alasan. Bukalah lagi lewat /pengawasan.
readings =
    <b>Pembacaan { $ticket }</b>
    { $n ->
       *[other] Dibuka { $n } kali.
    }

    { $lines }
readings-line = • { $at }, { $name }: { $why }
button-case-readings = Siapa yang membaca
track-readings =
    { $n ->
       *[other] Petugas inspektorat membuka pengaduan ini { $n } kali. Setiap kali dicatat siapa dan untuk apa.
    }

case-refer =
    <b>{ $ticket }: serahkan kepada inspektorat?</b>

    Untuk suap, pungli, kekerasan, ancaman, atau pelecehan oleh petugas. Setelah itu unit Anda tidak melihat pengaduan ini lagi, juga tidak dalam daftar dan angka. Pelapor diberi tahu.
button-case-refer-yes = Ya, serahkan
case-referred-done = Pengaduan <b>{ $ticket }</b> sudah diserahkan kepada inspektorat. Unit Anda tidak melihatnya lagi. Terima kasih.
case-referred-citizen =
    Pengaduan <b>{ $ticket }</b> sekarang diperiksa inspektorat, karena menyangkut dugaan pelanggaran petugas.

    { $unit } tidak dapat melihatnya lagi. Hanya petugas inspektorat yang membacanya, dan setiap pembacaan dicatat. Selesai paling lambat { $due }.
case-follow-ended = Pengaduan <b>{ $ticket }</b> yang Anda ikuti sekarang diperiksa secara tertutup, jadi tidak dapat diikuti lagi. Bila Anda mengalami hal yang sama, silakan sampaikan pengaduan sendiri lewat /lapor.

case-forwarded-inspected = Pengaduan <b>{ $ticket }</b> sekarang dicatat tentang <b>{ $unit }</b>. Tetap hanya inspektorat yang membacanya; { $unit } tidak melihatnya. Batas waktunya tetap.
happened-forwarded-inspected = Dicatat tentang { $unit }. Hanya inspektorat yang membacanya.

button-case-refer-back = Kembalikan ke unit
refer-back-summary =
    <b>{ $ticket }: kembalikan ke { $unit }</b>

    Pelapor menulis hanya untuk inspektorat. Karena itu { $unit } tidak melihat tulisan dan lampirannya, hanya ringkasan dari Anda.

    Tuliskan ringkasannya: apa masalahnya dan apa yang perlu dilakukan unit. Jangan sebutkan hal yang menunjukkan siapa pelapornya. Pelapor membaca ringkasan ini juga.
refer-back-confirm =
    <b>{ $ticket }</b> kembali ke { $unit } dengan ringkasan ini:

    { $summary }

    Pelapor diberi tahu pada saat yang sama.
button-refer-back-yes = Kembalikan sekarang
button-refer-back-rewrite = Tulis lagi
case-referred-back-done = Pengaduan <b>{ $ticket }</b> sudah kembali ke { $unit }. Unit hanya membaca ringkasan Anda.
case-referred-back-citizen =
    Menurut inspektorat, pengaduan <b>{ $ticket }</b> bukan pelanggaran yang harus diperiksa tertutup. Karena itu sekarang ditangani { $unit }.

    { $unit } tidak melihat yang Anda tulis sebelumnya, hanya ringkasan ini:

    { $summary }

    Yang Anda tulis sesudah pesan ini dibaca { $unit }. Bila Anda tidak mau, Anda dapat menarik pengaduan ini.
case-referred-back =
    <b>Pengaduan dari inspektorat</b> { $ticket }
    { $unit } · { $category }

    Ringkasan inspektorat:
    { $said }

    Jawaban paling lambat <b>{ $answer_due }</b>.
    Selesai paling lambat <b>{ $resolution_due }</b>.


button-case-reveal = Minta identitas
reveal-why =
    <b>{ $ticket }: meminta identitas pelapor</b>

    Pelapor memilih anonim. Identitasnya hanya dibuka bila orang kedua setuju, dan pelapor diberi tahu siapa yang meminta dan mengapa.

    Tuliskan alasannya, paling sedikit { $least } huruf.
reveal-asked-done = Permintaan identitas untuk <b>{ $ticket }</b> sudah dikirim kepada orang kedua. Bila tidak diputuskan sampai { $due }, permintaan ini gugur.
reveal-asked =
    <b>Permintaan membuka identitas</b>
    { $name } ({ $unit }) meminta identitas pelapor { $ticket }.

    Alasan: { $reason }

    Keputusan Anda diperlukan sampai { $due }.
button-reveal = Putuskan
reveal-decide =
    <b>Buka identitas pelapor { $ticket }?</b>

    Peminta: { $name } ({ $unit })
    Alasan: { $reason }

    Bila Anda setuju, hanya { $name } yang mengetahuinya, dan pelapor diberi tahu. Bila Anda menolak, pelapor juga diberi tahu. Tanpa keputusan sampai { $due }, permintaan gugur dan pelapor juga diberi tahu.
button-reveal-yes = Setuju, buka
button-reveal-no = Tolak
reveal-approved-done = Identitas pelapor { $ticket } sudah disampaikan kepada { $name }. Pelapor diberi tahu.
reveal-refused-done = Permintaan { $name } untuk { $ticket } Anda tolak. Identitas pelapor tetap tertutup.
reveal-shown =
    Pelapor <b>{ $ticket }</b>: <a href="tg://user?id={ $account }">akun Telegram ini</a> (nomor { $account }).

    Hanya ini yang diketahui sistem. Pesan ini disampaikan sekali, hanya kepada Anda; jangan diteruskan. Tautannya terbuka bila pengaturan privasi pelapor mengizinkan.
reveal-refused = Permintaan identitas pelapor <b>{ $ticket }</b> ditolak.
reveal-lapsed-notice = Permintaan identitas pelapor <b>{ $ticket }</b> gugur, karena tidak diputuskan pada waktunya.
reveal-citizen-shown =
    <b>Identitas Anda dibuka</b>
    Pengaduan { $ticket }

    { $name } ({ $unit }) meminta mengetahui siapa Anda, dan orang kedua menyetujuinya. Alasannya: { $reason }

    Yang diberitahukan: akun Telegram Anda, hanya kepada { $name }. Yang lain tetap tidak mengetahuinya.
reveal-citizen-refused =
    Pengaduan <b>{ $ticket }</b>: { $name } ({ $unit }) meminta mengetahui siapa Anda. Alasannya: { $reason }

    Permintaan itu ditolak. Identitas Anda tetap tertutup.
reveal-citizen-lapsed =
    Pengaduan <b>{ $ticket }</b>: { $name } ({ $unit }) meminta mengetahui siapa Anda. Alasannya: { $reason }

    Tidak ada yang menyetujuinya sampai batas waktunya. Identitas Anda tidak diberitahukan dan tetap tertutup.
reveal-head-only = Hanya kepala unit yang dapat meminta identitas pelapor; untuk pengaduan berkadar pengawasan, petugas inspektorat.
reveal-gone = Identitas pelapor { $ticket } tidak dapat diminta: pengaduannya ditarik, atau datanya sudah dihapus.
reveal-named = Pelapor { $ticket } menyebut namanya sendiri atau tidak meminta anonim, jadi tidak ada yang perlu dibuka.
reveal-asked-already = Permintaan untuk { $ticket } sudah ada dan menunggu keputusan.
reveal-nobody = Tidak ada orang kedua yang dapat memutuskan: perlu admin kantor yang tidak bertugas di unit ini; untuk pengaduan berkadar pengawasan, petugas inspektorat lain.
reveal-own = Permintaan Anda sendiri harus diputuskan orang lain.
reveal-unknown = Maaf, permintaan ini tidak ditemukan.
reveal-decided = Permintaan ini sudah diputuskan.
reveal-lapsed = Permintaan ini sudah gugur.
reveal-asker-left = Peminta tidak lagi memegang pengaduan ini, jadi identitas tidak dapat dibuka kepadanya.
