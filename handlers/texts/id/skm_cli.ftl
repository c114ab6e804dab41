# Perintah ikm: kuesioner kertas dalam berkas .csv.
quality-a = Sangat baik
quality-b = Baik
quality-c = Kurang baik
quality-d = Tidak baik
ikm-people = Responden: { $n }. Unsur: { $elements }.
ikm-missing = Unsur yang tidak ada di berkas: { $elements }
ikm-ignored = Kolom yang tidak dibaca: { $columns }
ikm-blank = Baris tanpa satu jawaban pun, tidak dihitung: { $lines }
ikm-order-questionnaire = Nomor unsur: urutan kuesioner ({ $elements })
ikm-order-report = Nomor unsur: urutan laporan ({ $elements })
ikm-weight = Bobot setiap unsur: { $weight }
ikm-head-element = Unsur
ikm-head-total = Jumlah
ikm-head-n = Pengisi
ikm-head-nrr = NRR
ikm-head-weighted = NRR tertimbang
ikm-index = Nilai indeks: { $index } dari 4
ikm-quality = Mutu pelayanan: { $letter } ({ $meaning })
ikm-few =
    { $n ->
       *[other] Perhatian: baru { $n } responden. Jangan umumkan angka ini sebelum ada { $least } responden.
    }
ikm-sample-reached = Sampel minimal terpenuhi: { $n } responden; perlu { $need } dari { $population } orang yang dilayani.
ikm-sample-missed = Belum memenuhi sampel minimal: { $n } responden; perlu { $need } dari { $population } orang yang dilayani.
ikm-sample-unknown = Sampel minimal tidak dapat diperiksa: { $n } responden lebih banyak daripada { $population } orang yang dilayani (perlu { $need }).
paper-unreadable = Berkas { $file } tidak dapat dibaca: { $why }
paper-no-people = Tidak ada responden: semua baris di bawah judul kosong.
paper-no-element = Baris judul tidak menyebut satu unsur pun ({ $found }). Tulis nama unsur atau U1 sampai U9 di baris pertama.
paper-no-such-question = Kolom “{ $column }” tidak ada artinya. Unsur bernomor U1 sampai U9; satu unsur paling banyak { $most } pertanyaan, misalnya waktu.1 dan waktu.2.
paper-nobody-answered = Unsur ini tidak dijawab siapa pun: { $elements }. Hapus kolomnya bila memang tidak ditanyakan.
paper-refused =
    { $n ->
       *[other] Berkas ditolak, karena { $n } kesalahan:
    }
    { $faults }
paper-fault = Baris { $line }: { $what }
paper-more-faults =
    { $n ->
       *[other] … dan { $n } lagi.
    }
paper-no-score = kolom “{ $column }” berisi “{ $found }”; yang sah hanya 1, 2, 3, atau 4.
paper-row-long = isinya lebih banyak daripada kolom judul.
