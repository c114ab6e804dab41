# Menilai layanan, dan mencari unit.
score-1 = Tidak baik
score-2 = Kurang baik
score-3 = Baik
score-4 = Sangat baik
rate-question =
    <b>{ $where }</b>

    Bagaimana layanan yang Anda terima?
rate-change =
    <b>{ $where }</b>

    Silakan pilih nilai yang baru.
rate-comment =
    <b>{ $where }</b>
    Nilai Anda: <b>{ $score }</b>. Sudah tersimpan.

    Ada yang ingin Anda tambahkan? Tulis di sini, atau ketuk Lewati.
rate-comment-changed =
    <b>{ $where }</b>
    Nilai Anda diganti dari <b>{ $before }</b> menjadi <b>{ $score }</b>. Sudah tersimpan.

    Ada yang ingin Anda tambahkan? Tulis di sini, atau ketuk Lewati.
rate-comment-long = Maaf, komentar paling panjang { $limit } huruf; tulisan Anda { $length } huruf. Mohon dipendekkan.
rate-thanks =
    Terima kasih. Nilai Anda untuk <b>{ $where }</b>: <b>{ $score }</b>.

    Nilai dapat diubah selama 24 jam.
rate-thanks-comment =
    Terima kasih. Nilai dan komentar Anda untuk <b>{ $where }</b> sudah tersimpan: <b>{ $score }</b>.

    Nilai dapat diubah selama 24 jam.
rating-too-old = Maaf, nilai hanya dapat diubah selama 24 jam.
button-change-score = Ubah nilai

find-unit =
    Layanan mana yang Anda maksud?

    Pilih kantornya, atau ketik nama layanan, misalnya <i>KTP</i>.
find-units = Pilih unit layanan.
find-no-units = Kantor ini belum punya unit layanan.
find-matches = Yang Anda maksud:
find-nothing = Kami tidak menemukan “{ $query }”. Coba kata lain, atau pilih dari daftar.
button-other-unit = Cari layanan lain
figures-unit =
    <b>{ $unit }</b>
    { $weeks } minggu, sampai { $last }

    { $score }

    <b>Layanan dan waktu yang dijanjikan</b>
    { $services }
figures-score = Nilai rata-rata: <b>{ $mean }</b> dari 4 (kisaran { $low }–{ $high }, { $n } penilaian)
figures-few = Baru { $n } penilaian sampai hari itu. Angka ditampilkan mulai { $least } penilaian.
figures-service = • { $name }: { $duration }
figures-no-services = • belum ada daftar layanan
