# Forum warga: pertanyaan kantor atau unit kepada warga.

menu-forum = Forum warga
button-forum = Forum warga ({ $n })
button-forum-list = Semua pertanyaan
button-forum-result = Hasil: { $question }
button-forum-staff = Pertanyaan kantor saya
button-forum-write = Tulis jawaban
button-forum-rewrite = Ubah jawaban
button-forum-withdraw = Hapus jawaban saya
button-forum-new = Pertanyaan baru
button-forum-choice = Memilih salah satu
button-forum-open = Menjawab dengan kata sendiri
button-forum-days = Buka { $days } hari
button-forum-qr = Kode QR
button-forum-end = Akhiri sekarang
button-forum-end-yes = Ya, akhiri
button-forum-plan = Jadikan rencana tindak lanjut
button-forum-see = Lihat hasil

forum =
    <b>Forum warga</b>

    Kantor dan unit layanan bertanya kepada Anda. Pilih pertanyaannya.
forum-none =
    <b>Forum warga</b>

    Saat ini tidak ada pertanyaan yang dibuka.
forum-question =
    <b>{ $question }</b>
    { $place }, sampai { $until }

    { $mine }
forum-thanks =
    <b>Terima kasih.</b>

    { $question }
    { $place }, sampai { $until }

    { $mine }
forum-how-choice = Pilih salah satu. Nama Anda tidak dicatat.
forum-how-open = Jawab dengan kata sendiri. Nama Anda tidak dicatat.
forum-mine = Jawaban Anda: { $answer }. Anda dapat mengubahnya selama masih dibuka.
forum-chosen = ✓ { $option }
forum-ask =
    <b>{ $question }</b>
    { $place }, sampai { $until }

    Silakan tulis jawaban Anda, paling banyak { $most } huruf.
forum-withdrawn = Jawaban Anda sudah dihapus.
forum-outcome =
    <b>Hasil: { $question }</b>
    { $place }, ditutup { $until }

    { $counts }

    { $planned }
forum-n = Yang menjawab: { $n } orang
forum-few = Kurang dari 5 orang menjawab, jadi hasilnya tidak ditampilkan.
forum-count = • { $option }: { $n }
forum-count-few = • { $option }: kurang dari 5
forum-planned = Dari hasil ini dibuat rencana tindak lanjut.
forum-not-planned = Belum ada rencana tindak lanjut dari hasil ini.

forum-staff =
    <b>Pertanyaan kepada warga</b>

    Pilih pertanyaan, atau buka yang baru.
forum-staff-none =
    <b>Pertanyaan kepada warga</b>

    Belum ada pertanyaan dari kantor atau unit Anda.
forum-state-open = { $question } (dibuka)
forum-state-over = { $question } (selesai)
forum-running =
    <b>{ $question }</b>
    { $place }, sampai { $until }
    { $options }

    Yang sudah menjawab: { $n }

    Bagikan tautan ini atau kode QR-nya: { $link }
forum-option = • { $option }
forum-end =
    <b>Akhiri sekarang?</b>

    { $question }
    { $place }, mestinya sampai { $until }

    Jawaban yang sudah masuk tetap dihitung.
forum-outcome-staff =
    <b>Hasil: { $question }</b>
    { $place }, ditutup { $until }

    { $counts }

    { $words }

    { $planned } Warga melihat angkanya saja, tanpa kata-kata.
forum-said = • { $words }
forum-plan-unit = Rencana untuk unit yang mana?
forum-place = Pertanyaan untuk siapa?
forum-no-place = Anda belum memimpin kantor atau unit.
forum-whole-office = { $name } (seluruh kantor)
forum-kind = Bagaimana warga menjawab?
forum-ask-text = Apa pertanyaannya? Tulis { $least } sampai { $most } huruf, dengan bahasa yang mudah.
forum-ask-options = Apa pilihannya? Tulis { $least } sampai { $most } pilihan, satu pilihan satu baris.
forum-ask-english =
    { $n ->
        [0] Ingin menambahkan pertanyaan dalam bahasa Inggris? Tulis, atau lewati.
       *[other] Ingin menambahkan bahasa Inggris? Baris pertama pertanyaannya, lalu { $n } pilihan dalam urutan yang sama, satu pilihan satu baris. Atau lewati.
    }
forum-ask-term =
    <b>{ $question }</b>
    { $options }
    { $english }

    Dibuka berapa lama? Pilih, atau tulis 3 sampai 60 (hari). Setelah dibuka, pertanyaan tidak dapat diubah.
forum-opened = Pertanyaan sudah dibuka.
forum-closed-told =
    <b>Pertanyaan kepada warga sudah ditutup</b>
    { $place }

    { $question }

forum-days-wrong = Lamanya { $least } sampai { $most } hari.
forum-too-many = Paling banyak { $most } pertanyaan dibuka bersamaan di satu tempat. Akhiri salah satu dahulu.
forum-closed = Pertanyaan ini sudah ditutup. Terima kasih.
forum-still-open = Hasil terlihat setelah pertanyaan ditutup.
forum-planned-already = Dari hasil ini sudah dibuat rencana tindak lanjut.
forum-english-options = Bahasa Inggrisnya perlu { $n } pilihan, sama dengan bahasa Indonesia.
forum-options-number = Tulis { $least } sampai { $most } pilihan, satu pilihan satu baris.
forum-options-twice = Dua pilihan sama. Mohon dibedakan.
forum-unknown = Pertanyaan itu tidak ada.
forum-no-answer = Belum ada jawaban Anda untuk pertanyaan ini.
