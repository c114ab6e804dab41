# Penilaian kinerja: bukti di samping dua pertanyaan; yang memutuskan selalu orang.
menu-appraisals = Penilaian kinerja
button-appraisals = Penilaian kinerja
button-appraisal = Buka penilaian
button-appraisal-record = Bukti dan umpan balik
button-appraisal-file = Semua langkah
button-appraisal-pdf = Formulir (PDF)
button-appraisal-context = Sebaran di kantor ini
button-appraisal-rate = Beri kedua rating
button-appraisal-rate-again = Ubah kedua rating
button-appraisal-confirm = Konfirmasi
button-appraisal-agree = Saya setuju
button-appraisal-object = Ajukan keberatan
button-appraisal-explain = Beri penjelasan
button-appraisal-decide = Putuskan keberatan
button-appraisal-uphold = Rating tetap
button-appraisal-change = Rating diubah
button-appraisal-sure = Putuskan
button-appraisal-other = ‹ Kembali ke kedua rating
button-appraisal-reopen = Buka lagi untuk dinilai
button-appraisal-amend = Catat perubahan bukti

appraisals =
    <b>Penilaian kinerja</b>

    { $lines }
    Pilih satu untuk membukanya.
appraisals-waiting-deciding = Keberatan yang menunggu keputusan Anda: { $n }.
appraisals-waiting-rating = Menunggu rating dari Anda: { $n }.
appraisals-waiting-own = Menunggu tanggapan Anda: { $n }.
appraisals-waiting-none = Tidak ada yang menunggu Anda.
appraisals-none =
    Belum ada penilaian kinerja untuk Anda.

    Catatan kinerja dibekukan beberapa hari setelah periode berakhir. Setelah itu pejabat penilai diberi tahu di sini.
appraisal-label-own = Penilaian saya, { $period } ({ $state })
appraisal-label-rating = { $officer }, { $period } ({ $state })
appraisal-label-deciding = Keberatan { $officer }, { $period }

appraisal-state-open = belum dinilai
appraisal-state-rated = belum dikonfirmasi
appraisal-state-delivered = disampaikan
appraisal-state-yours = menunggu tanggapan Anda
appraisal-state-objected = keberatan
appraisal-state-final = final

appraisal-page =
    <b>Penilaian kinerja, { $period }</b>
    { $officer }, { $unit }
    Pejabat penilai: { $appraiser }

    { $facts }

    { $ratings }
appraisal-frozen = Catatan dibekukan { $at }, versi { $version }.
appraisal-amended = Perubahan setelah dibekukan: { $reason }
appraisal-stands-open = Menunggu kedua rating dari pejabat penilai, sampai { $rate_until }.
appraisal-stands-rated = Menunggu konfirmasi dari pejabat penilai, sampai { $rate_until }.
appraisal-stands-delivered = Sudah disampaikan kepada pegawai. Keberatan dapat diajukan sampai { $objection_until }.
appraisal-stands-yours = Silakan baca, lalu setujui atau ajukan keberatan sampai { $objection_until }. Bila Anda diam sampai saat itu, penilaian menjadi final.
appraisal-undelivered = Sudah dikonfirmasi. Pegawai belum terhubung dengan layanan ini, jadi masa keberatan belum berjalan.
appraisal-stands-objected = Keberatan ada pada atasan pejabat penilai. Penjelasan ditunggu sampai { $explain_until }, keputusan sampai { $decide_until }.
appraisal-stands-heard = Keberatan ada pada atasan pejabat penilai. Kedua pihak sudah didengar; keputusan ditunggu sampai { $decide_until }.
appraisal-stands-final = Penilaian ini sudah final.
appraisal-next-rate-again = Catatan berubah setelah rating diberikan. Silakan baca bukti yang baru, lalu beri kedua rating lagi.
appraisal-next-reopen = Catatan berubah setelah penilaian final. Rating tetap, kecuali Anda membukanya lagi.
appraisal-next-amended = Catatan berubah setelah rating diberikan. Ratingnya belum diubah siapa pun.

appraisal-unrated = Belum ada rating yang dikonfirmasi.
appraisal-rating-work = <b>Hasil kerja: { $rating }</b>. { $note }
appraisal-rating-behaviour = <b>Perilaku kerja: { $rating }</b>. { $note }
appraisal-reason = Alasan karena rating berlawanan dengan bukti: { $reason }
appraisal-rated-by = Rating diberikan oleh { $by }.
appraisal-predicate = <b>Predikat: { $predicate }</b>, dikonfirmasi oleh { $by }.
appraisal-preview = Menurut matriks, kedua rating ini disebut <b>{ $predicate }</b>. Predikat baru berlaku dan disampaikan setelah Anda menekan Konfirmasi.

appraisal-card =
    <b>{ $officer }, { $period }</b>
    { $heading }

    { $lines }

    Bagian { $number } dari { $of }
appraisal-card-empty = Catatan ini belum berisi rencana, angka, atau umpan balik.
appraisal-card-file = Semua langkah penilaian
appraisal-card-result-main = Hasil kerja utama { $place }: { $text }
appraisal-card-result-additional = Hasil kerja tambahan { $place }: { $text }
appraisal-card-value = Perilaku kerja: { $value }
appraisal-card-others = Angka lain dari sistem, sebagai konteks
appraisal-card-notes = Umpan balik lainnya
appraisal-card-own = Catatan pegawai sendiri
appraisal-plain = { $text }
appraisal-indicator = • { $text }. Target: { $target }. Bukti: { $realised } { $against }
appraisal-beside = – { $line }
appraisal-target-at_least = paling sedikit { $value } { $measure }
appraisal-target-at_most = paling banyak { $value } { $measure }
appraisal-not-reported = belum dilaporkan
appraisal-amount = { $value } { $measure }
appraisal-reported = { $amount } (dilaporkan pegawai, { $proofs } bukti) { $words }
appraisal-against-met = (target tercapai)
appraisal-against-short = (target belum tercapai)
appraisal-against-undecided = (belum pasti: target ada di dalam kisaran)
appraisal-against-no_data = (belum cukup data)
appraisal-relation-leader = Atasan
appraisal-relation-peer = Rekan
appraisal-relation-subordinate = Bawahan
appraisal-expected = Ekspektasi khusus pimpinan: { $words }
appraisal-seen = • { $relation }: belum { $l1 }, kadang { $l2 }, sering { $l3 }, selalu { $l4 }
appraisal-seen-leader = • { $relation }: { $level }
appraisal-seen-few = • { $relation }: belum cukup jawaban untuk ditampilkan
appraisal-example = – “{ $text }”
appraisal-figure = • { $name }: { $figure }
appraisal-note-praise = • { $at }, { $by } (apresiasi): { $text }
appraisal-note-advice = • { $at }, { $by } (saran): { $text }

appraisal-clock = sistem, karena waktunya
appraisal-entry = <b>{ $at }</b>: { $step }, { $by }
appraisal-entry-ratings = Hasil kerja: { $work }. Perilaku kerja: { $behaviour }.
appraisal-entry-predicate = Predikat: { $predicate }.
appraisal-entry-words = “{ $words }”
appraisal-step-opened = catatan dibekukan dan penilaian dibuka
appraisal-step-appraiser_changed = pejabat penilai berganti
appraisal-step-amended = bukti yang terlambat ditambahkan
appraisal-step-rated = kedua rating diberikan
appraisal-step-confirmed = predikat dikonfirmasi dan disampaikan
appraisal-step-agreed = pegawai setuju
appraisal-step-term_passed = masa keberatan berakhir tanpa keberatan
appraisal-step-objected = keberatan diajukan
appraisal-step-explained = pejabat penilai memberi penjelasan
appraisal-step-explanation_passed = waktu penjelasan berakhir tanpa penjelasan
appraisal-step-decided = keberatan diputuskan
appraisal-step-reopened = penilaian dibuka lagi

appraisal-confirmed = Dikonfirmasi dan disampaikan kepada pegawai.
appraisal-agreed = Terima kasih. Penilaian ini sekarang final.

appraisal-context =
    <b>Sebaran predikat, { $period }</b>
    Seluruh kantor, yang sudah dikonfirmasi:
    { $lines }

    { $organisation }

    Ini hanya konteks. Tidak ada kuota: setiap pegawai dinilai dari buktinya sendiri.
appraisal-spread = • { $predicate }: { $n }
appraisal-spread-hidden = tidak ditampilkan (terlalu sedikit)
appraisal-spread-few = • Belum ditampilkan: masih kurang dari 5 pegawai.
appraisal-organisation = Predikat kinerja organisasi: { $predicate } (sumber: { $source }).
appraisal-organisation-none = Predikat kinerja organisasi belum dicatat.

appraisal-decide =
    <b>Keberatan { $officer }</b>

    Pegawai: “{ $words }”

    Pejabat penilai: “{ $explanation }”

    Keputusan Anda final. Mohon diputuskan sampai { $until }.
appraisal-unexplained = tidak memberi penjelasan sampai waktunya berakhir

appraisal-ask-work =
    <b>Hasil kerja { $officer }</b>

    Bagaimana hasil kerjanya dibandingkan dengan ekspektasi Anda? Aplikasi ini tidak mengusulkan jawaban.
appraisal-ask-behaviour =
    <b>Perilaku kerja { $officer }</b>

    Bagaimana perilaku kerjanya dibandingkan dengan ekspektasi Anda? Aplikasi ini tidak mengusulkan jawaban.
appraisal-ask-work-note = Tulis catatan tentang hasil kerja: bukti apa yang Anda lihat. Paling sedikit { $least } huruf. Pegawai akan membacanya. Mohon jangan menulis nama warga.
appraisal-ask-behaviour-note = Tulis catatan tentang perilaku kerja, dengan contoh. Paling sedikit { $least } huruf. Pegawai akan membacanya. Mohon jangan menulis nama warga.
appraisal-ask-reason =
    <b>Rating berlawanan dengan bukti</b>
    { $lines }

    Rating tetap Anda yang menentukan. Tulis alasannya, paling sedikit { $least } huruf. Alasan ini dibaca oleh pegawai dan atasan Anda.
appraisal-contradiction-work-above = • Anda memilih “{ $rating }” untuk hasil kerja, padahal { $against } dari { $decided } indikator yang sudah pasti belum mencapai target.
appraisal-contradiction-work-below = • Anda memilih “{ $rating }” untuk hasil kerja, padahal { $against } dari { $decided } indikator yang sudah pasti mencapai target.
appraisal-contradiction-behaviour-above = • Anda memilih “{ $rating }” untuk perilaku kerja, padahal pada { $against } dari { $decided } nilai yang sudah pasti, rekan, bawahan, atau warga lebih sering melihat sebaliknya.
appraisal-contradiction-behaviour-below = • Anda memilih “{ $rating }” untuk perilaku kerja, padahal pada { $against } dari { $decided } nilai yang sudah pasti, rekan, bawahan, atau warga lebih sering melihat sebaliknya.
appraisal-ask-decision = Tulis keputusan Anda dengan alasannya, paling sedikit { $least } huruf. Kedua pihak akan membacanya.
appraisal-ask-objection = Tulis keberatan Anda dengan alasannya, paling sedikit { $least } huruf. Keberatan dibaca pejabat penilai dan atasannya.
appraisal-ask-explanation = Tulis penjelasan Anda atas keberatan ini, paling sedikit { $least } huruf. Penjelasan hanya sekali, dan dibaca pegawai serta atasan Anda.
appraisal-ask-reopening = Tulis mengapa penilaian ini dibuka lagi, paling sedikit { $least } huruf. Kedua pihak akan membacanya.
appraisal-ask-amendment = Apa yang baru diketahui setelah catatan dibekukan? Tulis alasannya, paling sedikit { $least } huruf. Sistem lalu membekukan versi baru; versi lama tetap tersimpan.
appraisal-ask-sure =
    <b>Keputusan Anda</b>
    { $lines }

    “{ $words }”

    Keputusan ini final dan langsung disampaikan.
appraisal-sure-uphold = Kedua rating dan predikat tetap.
appraisal-sure-change = Hasil kerja: { $work }. Perilaku kerja: { $behaviour }. Predikat: { $predicate }.
appraisal-done-rate = Kedua rating tersimpan, dan belum disampaikan. Silakan periksa, lalu tekan Konfirmasi.
appraisal-done-change = Keputusan Anda tersimpan dan disampaikan.
appraisal-done-uphold = Keputusan Anda tersimpan dan disampaikan.
appraisal-done-object = Keberatan Anda sudah disampaikan, dan diteruskan kepada atasan pejabat penilai.
appraisal-done-explain = Penjelasan Anda sudah disampaikan.
appraisal-done-reopen = Penilaian dibuka lagi untuk pejabat penilai.
appraisal-done-amend = Versi baru catatan sudah dibekukan.

appraisal-not-now = Langkah ini sedang tidak dapat dilakukan. Silakan buka penilaiannya lagi.
appraisal-not-to-rate = Rating penilaian ini tidak dapat diubah sekarang.
appraisal-not-to-confirm = Belum ada rating yang dapat dikonfirmasi, atau sudah dikonfirmasi.
appraisal-rate-first = Kedua rating ini diberikan orang lain. Silakan beri rating Anda sendiri lebih dulu.
appraisal-rate-again = Catatan berubah setelah rating diberikan. Silakan beri kedua rating lagi atas bukti yang baru.
appraisal-changed-since = Penilaian ini diberikan ulang sejak Anda membukanya. Mohon buka lagi dan baca sebelum menyetujui.
appraisal-not-to-answer = Penilaian ini sedang tidak menunggu jawaban Anda.
appraisal-term-passed = Masa keberatan sudah berakhir.
appraisal-no-objection = Tidak ada keberatan yang terbuka pada penilaian ini.
appraisal-explained-already = Penjelasan sudah diberikan, dan hanya sekali.
appraisal-not-heard = Kedua pihak perlu didengar dulu. Penjelasan pejabat penilai ditunggu sampai { $until }.
appraisal-the-same = Itu rating yang sekarang. Pilih “Rating tetap” bila tidak ada yang diubah.
appraisal-not-to-reopen = Penilaian ini hanya dapat dibuka lagi bila sudah final, buktinya berubah setelah itu, dan keberatannya belum pernah diputuskan.
appraisal-contradicts = Rating ini berlawanan dengan bukti. Silakan tulis alasannya.

# yang diberitahukan; tanpa rating dan tanpa isi
appraisal-told-opened =
    <b>Penilaian kinerja terbuka</b>
    { $period }: { $n } pegawai.

    Catatan mereka sudah dibekukan. Mohon beri rating sampai { $until }.
appraisal-told-yours =
    <b>Penilaian ini sekarang pada Anda</b>
    { $officer }, { $period }. Mohon beri rating sampai { $rate_until }.
appraisal-told-rate-soon = Penilaian { $officer } untuk { $period } ditunggu sampai { $rate_until }.
appraisal-told-rate-late = Waktu menilai { $officer } untuk { $period } sudah lewat. Tidak ada rating yang ditulis sistem; penilaian ini tetap menunggu Anda.
appraisal-told-rate-late-superior = { $appraiser } belum selesai menilai { $officer } untuk { $period }. Waktunya sudah lewat.
appraisal-told-delivered =
    <b>Penilaian kinerja Anda sudah ada</b>
    { $period }, dari { $appraiser }.

    Silakan baca. Bila tidak setuju, Anda dapat mengajukan keberatan sampai { $objection_until }. Bila Anda diam sampai saat itu, penilaian menjadi final.
appraisal-told-object-soon = Masa keberatan atas penilaian Anda untuk { $period } berakhir { $objection_until }.
appraisal-told-final = Masa keberatan atas penilaian Anda untuk { $period } sudah berakhir. Penilaian itu sekarang final.
appraisal-told-again = Penilaian Anda untuk { $period } sedang dinilai lagi, karena catatannya berubah. Anda akan diberi tahu hasilnya, dengan masa keberatan yang baru.
appraisal-told-agreed = { $officer } menyetujui penilaian untuk { $period }.
appraisal-told-objected =
    <b>Keberatan untuk Anda putuskan</b>
    { $officer } berkeberatan atas penilaian dari { $appraiser }, { $period }.

    { $appraiser } diminta memberi penjelasan sampai { $explain_until }. Setelah itu keputusan ada pada Anda, sampai { $decide_until }.
appraisal-told-explain =
    <b>Keberatan atas penilaian Anda</b>
    { $officer }, { $period }. Mohon beri penjelasan tertulis sampai { $explain_until }.
appraisal-told-explain-soon = Penjelasan Anda atas keberatan { $officer } ({ $period }) ditunggu sampai { $explain_until }.
appraisal-told-explained = { $appraiser } sudah memberi penjelasan atas keberatan Anda ({ $period }). Keputusan ada pada atasannya.
appraisal-told-heard = Kedua pihak sudah didengar atas keberatan { $officer } ({ $period }). Mohon diputuskan sampai { $decide_until }.
appraisal-told-unheard = { $appraiser } tidak memberi penjelasan atas keberatan { $officer } ({ $period }). Anda dapat memutuskannya sekarang, sampai { $decide_until }.
appraisal-told-decide-soon = Keberatan { $officer } ({ $period }) menunggu keputusan Anda, sampai { $decide_until }.
appraisal-told-decided = Keberatan Anda atas penilaian { $period } sudah diputuskan. Keputusan itu final.
appraisal-told-decided-appraiser = Keberatan { $officer } atas penilaian { $period } sudah diputuskan.
appraisal-told-amended = Catatan { $officer } untuk { $period } berubah setelah dibekukan. Alasannya ada di penilaian.
appraisal-told-amended-officer = Catatan kinerja Anda untuk { $period } berubah setelah dibekukan. Alasannya ada di penilaian.
appraisal-told-reopened = Penilaian { $officer } untuk { $period } dibuka lagi oleh atasan Anda. Mohon beri rating sampai { $rate_until }.
appraisal-told-reopened-officer = Penilaian Anda untuk { $period } dibuka lagi, karena catatannya berubah.
appraisal-told-nobody-above =
    <b>Keberatan yang belum dapat diputus</b>
    { $officer } berkeberatan atas penilaian { $period } oleh { $appraiser }. Atasan { $appraiser } belum tercatat.

    Mohon catat atasan { $appraiser }. Keberatan ini menunggu sampai saat itu.
appraisal-told-waits = Atasan { $appraiser }, yang menilai Anda untuk { $period }, belum tercatat. Admin kantor sudah diminta mencatatnya. Keberatan Anda tersimpan dan menunggu; tidak ada masa yang terlewat.
appraisal-told-unled =
    <b>Pegawai tanpa atasan</b>
    { $n } pegawai belum punya pejabat penilai: { $names }.

    Catatannya sudah dibekukan. Penilaian terbuka setelah atasannya dicatat.
