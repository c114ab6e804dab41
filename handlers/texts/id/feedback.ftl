# Umpan balik rekan kerja atas tujuh nilai BerAKHLAK, dan pujian serta saran setiap hari.

menu-feedback = Masukan rekan kerja
button-feedback = Masukan rekan kerja
button-feedback-answer = { $name } (sampai { $until })
button-feedback-write = Beri pujian atau saran
button-feedback-mine = Masukan untuk saya
button-feedback-team = Pegawai yang saya pimpin
button-feedback-notes = Pujian dan saran
button-feedback-result = Hasil { $period }
button-feedback-running = Sedang berjalan: { $period }
button-feedback-words = Contoh: { $value }
button-feedback-see = Lihat hasil
button-feedback-begin = Mulai menjawab
button-feedback-resume = Lanjutkan ({ $done } dari 7)
button-feedback-go-on = Lanjutkan
button-feedback-later = Berhenti dulu
button-feedback-decline = Saya tidak menjawab
button-feedback-decline-yes = Ya, tidak menjawab
button-feedback-no-example = Lewati, tanpa contoh
button-feedback-send = Kirim
button-feedback-change = Ubah atau beri contoh
button-feedback-cancel = Batal
button-feedback-about-value = Tentang salah satu nilai
button-feedback-about-result = Tentang rencana hasil kerja
button-feedback-about-nothing = Tidak tentang hal tertentu
button-feedback-take-back = Tarik kembali
button-feedback-member = { $name }: { $state }
button-feedback-open = Minta umpan balik: { $period }
button-feedback-all = Buka untuk semua dengan undian
button-feedback-all-yes = Ya, buka untuk semua
button-feedback-auto = Pilih otomatis
button-feedback-next = Lanjut
button-feedback-chosen = ✓ { $name } ({ $relation })
button-feedback-other = { $name } ({ $relation })
button-feedback-days = Buka selama { $days } hari
button-feedback-who = Siapa yang sudah menjawab
button-feedback-replace = Ubah pilihan (satu kali)

feedback-home =
    <b>Masukan rekan kerja</b>

    Di sini Anda menjawab umpan balik tentang rekan, memberi pujian atau saran, dan membaca masukan untuk Anda.

    { $waiting ->
        [0] Tidak ada yang menunggu jawaban Anda.
       *[other] Menunggu jawaban Anda: { $waiting }. Tiap jawaban perlu sekitar dua menit.
    }
feedback-mine =
    <b>Masukan untuk saya</b>

    Hasil umpan balik terbuka setelah masa menjawabnya berakhir.
feedback-mine-none =
    <b>Masukan untuk saya</b>

    Belum ada umpan balik yang diminta tentang Anda. Pujian dan saran dapat datang kapan saja.

feedback-relation-leader = atasan
feedback-relation-peer = rekan
feedback-relation-subordinate = bawahan

feedback-level-1 = Belum tampak
feedback-level-2 = Kadang tampak
feedback-level-3 = Sering tampak
feedback-level-4 = Selalu tampak
feedback-level-unseen = Tidak mengamati

feedback-result =
    <b>Umpan balik tentang { $name }</b>
    { $period }

    Angka: belum · kadang · sering · selalu tampak. Jawaban rekan dan bawahan ditampilkan bila sedikitnya { $least } orang mengamati, tanpa nama.

    { $lines }
feedback-value-line =
    <b>{ $value }</b>
    { $lines }
feedback-seen = { $relation }: { $levels }
feedback-seen-leader = { $relation }: { $level }
feedback-few = { $relation }: belum cukup jawaban
feedback-unseen = { $relation }: tidak ada jawaban
feedback-words =
    <b>{ $value }</b>
    Contoh tentang { $name }, { $period }. Urutannya diacak.

    { $lines }
feedback-example = • ({ $relation }) { $words }

# Panduan perilaku: SE Menteri PANRB 20/2021.
behaviour-service-1 = • Memahami dan memenuhi kebutuhan masyarakat
behaviour-service-2 = • Ramah, cekatan, solutif, dan dapat diandalkan
behaviour-service-3 = • Melakukan perbaikan tiada henti
behaviour-accountable-1 = • Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi
behaviour-accountable-2 = • Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien
behaviour-accountable-3 = • Tidak menyalahgunakan kewenangan jabatan
behaviour-competent-1 = • Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah
behaviour-competent-2 = • Membantu orang lain belajar
behaviour-competent-3 = • Melaksanakan tugas dengan kualitas terbaik
behaviour-harmonious-1 = • Menghargai setiap orang apa pun latar belakangnya
behaviour-harmonious-2 = • Suka menolong orang lain
behaviour-harmonious-3 = • Membangun lingkungan kerja yang kondusif
behaviour-loyal-1 = • Memegang teguh ideologi Pancasila, UUD 1945, setia kepada NKRI serta pemerintahan yang sah
behaviour-loyal-2 = • Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara
behaviour-loyal-3 = • Menjaga rahasia jabatan dan negara
behaviour-adaptive-1 = • Cepat menyesuaikan diri menghadapi perubahan
behaviour-adaptive-2 = • Terus berinovasi dan mengembangkan kreativitas
behaviour-adaptive-3 = • Bertindak proaktif
behaviour-collaborative-1 = • Memberi kesempatan kepada berbagai pihak untuk berkontribusi
behaviour-collaborative-2 = • Terbuka dalam bekerja sama untuk menghasilkan nilai tambah
behaviour-collaborative-3 = • Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama

feedback-intro =
    <b>Umpan balik tentang { $name }</b>
    { $period }. Anda diminta sebagai { $relation }.

    Tujuh pertanyaan pilihan, sekitar dua menit. Masa menjawab sampai { $until }.

    Jawaban Anda disimpan tanpa nama dan tanpa waktu. Hasilnya baru dibaca setelah masa menjawab berakhir, dan hanya bila sedikitnya { $least } orang menjawab. Atasan dapat melihat bahwa Anda sudah menjawab, tetapi tidak isinya. Gaya tulisan dapat dikenali orang: tulislah hanya apa yang terlihat, tanpa nama Anda.
feedback-intro-leader =
    <b>Umpan balik tentang { $name }</b>
    { $period }. Anda diminta sebagai { $relation }.

    Tujuh pertanyaan pilihan, sekitar dua menit. Masa menjawab sampai { $until }.

    Jawaban atasan ditampilkan sebagai jawaban atasan, jadi tidak anonim. Jawaban rekan dan bawahan tanpa nama, dan ditampilkan bila sedikitnya { $least } orang menjawab.
feedback-ask =
    <b>{ $place } dari 7: { $value }</b>
    Tentang { $name }

    { $guides }

    Seberapa tampak perilaku ini dalam pekerjaannya?
    <i>Belum tampak</i>: tidak terlihat saat diperlukan.
    <i>Kadang tampak</i>: terlihat bila diingatkan atau diminta.
    <i>Sering tampak</i>: terlihat tanpa diminta.
    <i>Selalu tampak</i>: terlihat juga saat ramai atau sulit.

    { $example }
feedback-example-may = Boleh menulis satu contoh nyata dahulu, lalu pilih.
feedback-example-kept = Contoh Anda tersimpan. Sekarang pilih.
feedback-pick =
    <b>Satu contoh nyata?</b>

    Contoh lebih menolong { $name } daripada pilihan saja. Pilih nilainya untuk menulis contoh atau mengubah jawaban.
feedback-pick-first = Silakan pilih salah satu tombol.
feedback-preview =
    <b>Jawaban Anda tentang { $name }</b>

    { $lines }

    Setelah dikirim, jawaban tidak dapat diubah atau ditarik, karena tidak ada lagi yang menghubungkannya dengan Anda. Hapuslah pesan ini bila ponsel Anda dipakai bersama.
feedback-preview-leader =
    <b>Jawaban Anda tentang { $name }</b>

    { $lines }

    Setelah dikirim, jawaban tidak dapat diubah. Jawaban ini tampil sebagai jawaban atasan.
feedback-preview-line = <b>{ $value }</b>: { $level }
feedback-preview-example =
    <b>{ $value }</b>: { $level }
    “{ $example }”
feedback-paused = Tersimpan: { $done } dari 7. Anda dapat melanjutkan sampai { $until }.
feedback-thanks = Terima kasih. Jawaban Anda tentang { $name } sudah masuk.
feedback-decline =
    <b>Tidak menjawab tentang { $name }?</b>

    Tidak apa-apa, dan tidak perlu alasan. Atasan hanya melihat bahwa Anda tidak menjawab.
feedback-declined = Baik. Anda tidak akan diingatkan lagi tentang { $name }.

feedback-to = Pujian atau saran untuk siapa? Nama Anda dicantumkan.
feedback-to-nobody = Belum ada rekan, atasan, atau bawahan Anda yang terdaftar di sini.
feedback-kind = Apa yang ingin Anda sampaikan kepada { $name }?
feedback-kind-praise = Pujian
feedback-kind-advice = Saran
feedback-ask-praise = Apa yang baik dari pekerjaan { $name }? Tulis { $least } sampai { $most } huruf: apa yang terjadi, dan apa hasilnya.
feedback-ask-advice = Apa saran Anda untuk { $name }? Tulis { $least } sampai { $most } huruf: apa yang terjadi, dan apa yang dapat dicoba.
feedback-sign =
    <b>{ $kind } untuk { $name }</b>
    { $about }

    “{ $words }”

    Tampil dengan nama Anda dan tanggal hari ini, dan masuk catatan kinerjanya. Yang membaca: { $name }, atasannya, dan atasan dari atasannya. Dalam 24 jam Anda masih dapat menariknya.
feedback-on = Tentang: { $what }
feedback-on-nothing = Tidak tentang hal tertentu
feedback-about-value = Tentang nilai yang mana?
feedback-about-result = Tentang rencana hasil kerja yang mana?
feedback-sent = Terkirim kepada { $name }.
feedback-got =
    <b>{ $kind } dari { $by }</b>
    { $about }

    “{ $words }”
feedback-cancelled = Dibatalkan. Tidak ada yang dikirim.
feedback-taken-back = Sudah ditarik. Kata-katanya dihapus dari catatan.
feedback-notes =
    <b>Pujian dan saran untuk { $name }</b>
    Setahun terakhir: { $n }

    { $lines }
feedback-notes-none =
    <b>Pujian dan saran untuk { $name }</b>

    Belum ada.
feedback-note-line =
    <b>{ $kind }</b>, { $by } ({ $relation }), { $day }
    { $value }“{ $words }”
feedback-note-value = { $value }:{" "}

feedback-team =
    <b>Pegawai yang Anda pimpin</b> ({ $n })

    Pilih nama untuk meminta umpan balik atau melihat siapa yang sudah menjawab.
feedback-state-none = belum diminta
feedback-state-open = { $done } dari { $asked }
feedback-state-closed = selesai
feedback-of =
    <b>Umpan balik tentang { $name }</b>

    { $lines }
feedback-of-line = { $period }: { $state }
feedback-of-none = Belum pernah diminta.
feedback-state =
    <b>Umpan balik tentang { $name }</b>
    { $period }, sampai { $until }

    { $lines }

    { $changed }
feedback-changed = Pilihan sudah diubah satu kali oleh pegawai. Alasannya: { $reason }
feedback-giver = • { $name } ({ $relation })
feedback-giver-asked = • { $name } ({ $relation }): belum
feedback-giver-answered = • { $name } ({ $relation }): sudah
feedback-giver-declined = • { $name } ({ $relation }): tidak menjawab
feedback-all =
    <b>Buka untuk semua pegawai Anda?</b>

    Untuk tiap pegawai yang belum punya umpan balik dalam periode berjalan, paling banyak { $drawn } rekan dan { $drawn } bawahan diundi. Anda juga diminta menjawab. Masa menjawab { $days } hari.
feedback-all-done =
    { $n ->
        [0] Tidak ada yang dibuka: semua sudah punya, atau tidak ada rekan yang dapat diminta.
       *[other] Dibuka untuk { $n } pegawai. Mereka dan yang terpilih sudah diberi tahu.
    }
feedback-choose =
    <b>Siapa yang diminta tentang { $name }?</b>
    { $period }

    Anda sebagai atasan selalu termasuk. Rekan atau bawahan yang kurang dari { $least } orang tidak ditampilkan jawabannya.

    { $chosen }
feedback-choose-change =
    <b>Ubah pilihan: umpan balik tentang { $name }</b>
    { $period }

    Hanya satu kali, dengan alasan. Yang sudah menjawab tetap. Kelompok yang kurang dari { $least } orang tidak ditampilkan jawabannya.

    { $chosen }
feedback-count = Dipilih sebagai { $relation }: { $n }
feedback-count-few = Dipilih sebagai { $relation }: { $n }. Kurang dari { $least }: jawabannya tidak akan ditampilkan.
feedback-count-nobody = Tidak ada rekan atau bawahan yang dapat dipilih.
feedback-term =
    <b>Berapa lama?</b>

    Umpan balik tentang { $name }, { $period }. Diminta: { $n } orang, termasuk Anda. Masa menjawab tidak melewati hari pembekuan catatan kinerja.
feedback-opened = Umpan balik tentang { $name } ({ $period }) dibuka sampai { $until }. Semua yang diminta sudah diberi tahu. Anda juga diminta menjawab lewat /masukan.
feedback-asked =
    <b>Mohon umpan balik tentang { $name }</b>
    { $period }

    Sekitar dua menit, sampai { $until }. Anda boleh tidak menjawab.
feedback-about-you =
    <b>Umpan balik tentang { $name } dibuka</b>
    { $period }, sampai { $until }

    { $lines }

    Anda boleh mengubah pilihan ini satu kali, dengan alasan.
feedback-choice =
    <b>Yang diminta tentang { $name }</b>
    { $period }, sampai { $until }

    { $lines }
feedback-reason = Mengapa pilihan diubah? Tulis { $least } sampai { $most } huruf. Atasan Anda membaca alasan ini.
feedback-choice-changed = Pilihan sudah diubah. Yang baru sudah diminta, dan atasan Anda sudah diberi tahu.
feedback-choice-told =
    <b>{ $name } mengubah pilihan umpan balik</b>
    { $period }, sampai { $until }

    Alasannya: { $reason }
feedback-no-more = Anda tidak perlu lagi memberi umpan balik tentang { $name } ({ $period }, sampai { $until }): pilihannya diubah.
feedback-remind =
    <b>Umpan balik tentang { $name } menunggu Anda</b>
    { $period }

    Masa menjawab berakhir { $until }.
feedback-closed-yours =
    <b>Umpan balik untuk Anda sudah lengkap</b>
    { $name }, { $period }. Masa menjawab sampai { $until }.
feedback-closed-led =
    <b>Umpan balik tentang { $name } sudah lengkap</b>
    { $period }. Masa menjawab sampai { $until }.

feedback-too-late = Umpan balik hanya dapat dibuka paling lambat tiga hari sebelum catatan kinerja dibekukan, selama 3 sampai 30 hari.
feedback-round-exists = Umpan balik untuk pegawai dan periode ini sudah dibuka.
feedback-giver-unfit = Yang dapat dipilih hanya rekan dan bawahan pegawai ini yang sudah terhubung di sini.
feedback-too-many = Paling banyak { $most } rekan dan { $most } bawahan.
feedback-changed-already = Pilihan hanya dapat diubah satu kali, dan sudah dipakai.
feedback-change-thins = Setelah diubah, tiap kelompok harus tetap sedikitnya { $least } orang, supaya jawabannya dapat ditampilkan.
feedback-has-answered = Salah seorang yang Anda keluarkan sudah menjawab, jadi tetap termasuk.
feedback-nothing-changed = Belum ada yang diubah. Kembalilah dan pilih nama lain.
feedback-closed = Masa menjawab sudah berakhir.
feedback-still-open = Hasil dibuka setelah masa menjawab berakhir.
feedback-answered-already = Anda sudah menjawab. Terima kasih.
feedback-incomplete = Masih ada { $missing } nilai yang belum Anda jawab.
feedback-not-observed = Untuk nilai ini Anda memilih “Tidak mengamati”. Pilih dahulu yang Anda lihat, lalu tulis contohnya.
feedback-no-colleague = Masukan hanya untuk atasan, rekan, dan bawahan Anda.
feedback-note-stays = Pujian atau saran hanya dapat ditarik dalam 24 jam.
feedback-notes-too-many = Paling banyak { $most } pujian atau saran dalam sehari. Silakan lanjutkan besok.
feedback-nobody-led = Saat ini tidak ada pegawai yang Anda pimpin.
