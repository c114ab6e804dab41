# Survei Kepuasan Masyarakat di percakapan: pertanyaan, data diri, dan pengaturannya.

# Nama resmi kesembilan unsur (PermenPANRB 14/2017)
element-persyaratan = Persyaratan
element-prosedur = Sistem, Mekanisme, dan Prosedur
element-waktu = Waktu Penyelesaian
element-biaya = Biaya/Tarif
element-produk = Produk Spesifikasi Jenis Pelayanan
element-kompetensi = Kompetensi Pelaksana
element-perilaku = Perilaku Pelaksana
element-sarana = Sarana dan Prasarana
element-pengaduan = Penanganan Pengaduan, Saran, dan Masukan

# Nama singkat, untuk tombol dan tabel sempit
element-short-persyaratan = Persyaratan
element-short-prosedur = Prosedur
element-short-waktu = Waktu
element-short-biaya = Biaya
element-short-produk = Hasil layanan
element-short-kompetensi = Kemampuan petugas
element-short-perilaku = Sikap petugas
element-short-sarana = Sarana
element-short-pengaduan = Penanganan aduan

# Pertanyaan dan jawaban resmi
survey-q-persyaratan = Bagaimana pendapat Anda tentang <b>kesesuaian persyaratan dengan jenis pelayanannya</b>?
survey-persyaratan-1 = Tidak sesuai
survey-persyaratan-2 = Kurang sesuai
survey-persyaratan-3 = Sesuai
survey-persyaratan-4 = Sangat sesuai
survey-q-prosedur = Bagaimana pendapat Anda tentang <b>kemudahan prosedur pelayanan</b>?
survey-prosedur-1 = Tidak mudah
survey-prosedur-2 = Kurang mudah
survey-prosedur-3 = Mudah
survey-prosedur-4 = Sangat mudah
survey-q-waktu = Bagaimana pendapat Anda tentang <b>kecepatan waktu pelayanan</b>?
survey-waktu-1 = Tidak cepat
survey-waktu-2 = Kurang cepat
survey-waktu-3 = Cepat
survey-waktu-4 = Sangat cepat
survey-q-biaya = Bagaimana pendapat Anda tentang <b>kewajaran biaya pelayanan</b>?
survey-biaya-1 = Sangat mahal
survey-biaya-2 = Cukup mahal
survey-biaya-3 = Murah
survey-biaya-4 = Gratis
survey-q-produk = Bagaimana pendapat Anda tentang <b>kesesuaian hasil pelayanan dengan standar pelayanan</b>?
survey-produk-1 = Tidak sesuai
survey-produk-2 = Kurang sesuai
survey-produk-3 = Sesuai
survey-produk-4 = Sangat sesuai
survey-q-kompetensi = Bagaimana pendapat Anda tentang <b>kemampuan petugas dalam melayani</b>?
survey-kompetensi-1 = Tidak kompeten
survey-kompetensi-2 = Kurang kompeten
survey-kompetensi-3 = Kompeten
survey-kompetensi-4 = Sangat kompeten
survey-q-perilaku = Bagaimana pendapat Anda tentang <b>kesopanan dan keramahan petugas</b>?
survey-perilaku-1 = Tidak sopan dan ramah
survey-perilaku-2 = Kurang sopan dan ramah
survey-perilaku-3 = Sopan dan ramah
survey-perilaku-4 = Sangat sopan dan ramah
survey-q-sarana = Bagaimana pendapat Anda tentang <b>kualitas sarana dan prasarana</b>?
survey-sarana-1 = Buruk
survey-sarana-2 = Cukup
survey-sarana-3 = Baik
survey-sarana-4 = Sangat baik
survey-q-pengaduan = Bagaimana pendapat Anda tentang <b>penanganan pengaduan pengguna layanan</b>?
survey-pengaduan-1 = Tidak ada
survey-pengaduan-2 = Ada tetapi tidak berfungsi
survey-pengaduan-3 = Berfungsi kurang maksimal
survey-pengaduan-4 = Dikelola dengan baik

# Mengisi survei
button-survey = Survei { $n } pertanyaan (± { $minutes } menit)
button-survey-go = Lanjutkan survei
button-survey-of = Lanjutkan survei: { $unit }
survey-progress = { $place } dari { $n }  { $bar }
survey-question =
    <b>{ $where }</b>
    { $progress }

    { $question }
survey-question-again =
    <b>{ $where }</b>
    { $progress }

    { $question }

    Jawaban Anda: <b>{ $answer }</b>. Boleh diganti.
button-survey-back = ‹ Kembali
button-survey-later = Nanti saja
survey-later =
    Baik. { $kept }

    Anda dapat melanjutkan sampai { $until }: ketuk tombol di bawah, atau ketik /start.
survey-kept = { $done } dari { $n } jawaban sudah tersimpan.
survey-kept-none = Belum ada jawaban.
survey-thanks =
    Terima kasih. Jawaban Anda untuk <b>{ $where }</b> sudah tersimpan.

    Jawaban Anda dihitung bersama jawaban warga lain menjadi Indeks Kepuasan Masyarakat (IKM), tanpa nama. Hasilnya diumumkan, dan untuk unsur yang nilainya paling rendah disusun rencana perbaikan.
survey-finished = Survei ini sudah Anda selesaikan. Terima kasih.
survey-withdrawn = Nilai ini sudah Anda tarik, jadi surveinya tidak dapat diisi lagi.
survey-too-old = Maaf, survei hanya dapat diisi dalam { $days } hari. Silakan beri nilai lagi pada kunjungan berikutnya.

# Data diri: pilihan, boleh dilewati
survey-about =
    <b>Tentang Anda</b> (tidak wajib)
    { $progress }

    { $question }

    Gunanya: melihat apakah semua orang dilayani sama baiknya. Nama dan NIK tidak diminta.
button-skip-all = Lewati semua, selesai
survey-me-service = Layanan apa yang Anda terima?
survey-me-sex = Jenis kelamin Anda?
survey-me-age = Usia Anda?
survey-me-education = Pendidikan terakhir Anda?
survey-me-occupation = Pekerjaan Anda?
profile-sex-female = Perempuan
profile-sex-male = Laki-laki
profile-age-under-20 = Di bawah 20
profile-age-20-29 = 20–29
profile-age-30-39 = 30–39
profile-age-40-49 = 40–49
profile-age-50-59 = 50–59
profile-age-60-up = 60 ke atas
profile-education-SD = SD ke bawah
profile-education-SMP = SMP
profile-education-SMA = SMA
profile-education-D3 = D1–D3
profile-education-S1 = S1/D4
profile-education-S2 = S2
profile-education-S3 = S3
profile-occupation-PNS = PNS
profile-occupation-TNI = TNI
profile-occupation-POLRI = POLRI
profile-occupation-swasta = Swasta
profile-occupation-wirausaha = Wirausaha
profile-occupation-lainnya = Lainnya

# Mengapa nilainya rendah
rate-why =
    <b>{ $where }</b>
    Nilai Anda: <b>{ $score }</b>.

    Apa yang paling perlu diperbaiki?
rate-why-comment =
    <b>{ $where }</b>
    Nilai dan komentar Anda sudah tersimpan: <b>{ $score }</b>.

    Apa yang paling perlu diperbaiki?
why-persyaratan = Persyaratan
why-prosedur = Alur dan prosedur
why-waktu = Waktu layanan
why-biaya = Biaya
why-produk = Hasil layanan
why-kompetensi = Kemampuan petugas
why-perilaku = Sikap petugas
why-sarana = Ruang dan sarana
why-pengaduan = Penanganan aduan
why-pungli = Pungutan liar
why-keterlambatan = Keterlambatan
why-informasi = Informasi
why-lainnya = Lainnya
rate-thanks-low =
    Terima kasih. Nilai Anda untuk <b>{ $where }</b>: <b>{ $score }</b>.

    Mohon maaf atas layanan yang kurang baik. Bila Anda ingin dijawab, sampaikan pengaduan: petugas wajib menanggapi. Nama Anda boleh dirahasiakan.

    Nilai dapat diubah selama 24 jam.
why-not-low = Alasan hanya ditanyakan untuk nilai Tidak baik dan Kurang baik.

# Menarik nilai
button-rating-withdraw = Tarik penilaian
rating-withdraw-sure =
    Tarik nilai Anda untuk <b>{ $where }</b>?

    Nilai dan jawaban survei Anda tidak dihitung lagi, dan komentar Anda dihapus.
button-rating-withdraw-yes = Ya, tarik
button-rating-keep = Tidak jadi
rating-withdrawn = Nilai Anda untuk <b>{ $where }</b> sudah ditarik dan tidak dihitung lagi.
rating-is-withdrawn = Nilai ini sudah Anda tarik. Anda dapat memberi nilai yang baru lewat /nilai.

# Pengaturan oleh admin
button-instrument = Survei
instrument-page =
    <b>Survei: { $unit }</b>
    { $version }

    Ketuk unsur untuk memakai (✓) atau tidak memakainya (–). Perubahan berlaku bagi survei yang dimulai setelah disimpan.
instrument-built-in = Versi bawaan: sembilan unsur resmi
instrument-version = Versi { $n }, sejak { $since }
instrument-changed = Belum disimpan
button-instrument-on = ✓ { $element }
button-instrument-off = – { $element }
button-instrument-questions = Pertanyaan ({ $n })
button-instrument-save = Simpan sebagai versi baru
button-instrument-drop = ‹ Kembali tanpa menyimpan
instrument-element =
    <b>{ $element }</b>

    { $lines }

    Pertanyaan sendiri dijawab dengan: Tidak baik, Kurang baik, Baik, Sangat baik. Jawaban beberapa pertanyaan dirata-rata menjadi satu nilai unsur.
instrument-official = { $place }. { $question } (resmi)
instrument-own = { $place }. { $id } / { $en }
button-instrument-add = + Tambah pertanyaan
button-instrument-remove = Hapus { $place }
instrument-ask-id =
    Tulis pertanyaan untuk unsur <b>{ $element }</b> dalam bahasa Indonesia ({ $least }–{ $most } huruf).

    Contoh: Bagaimana kenyamanan ruang tunggu?
instrument-ask-en =
    Sekarang tulis pertanyaan yang sama dalam bahasa Inggris.

    Contoh: How comfortable is the waiting room?
instrument-saved =
    Tersimpan: survei <b>{ $unit }</b> versi { $n }.

    Survei yang sudah dimulai tetap memakai pertanyaannya yang lama.
survey-question-short = Pertanyaannya terlalu pendek. Mohon tulis paling sedikit { $least } huruf.
survey-elements-none = Survei memerlukan paling sedikit satu unsur.
survey-elements-unknown = Maaf, unsur ini tidak dikenal. Silakan buka halaman survei sekali lagi.
survey-questions-many = Satu unsur paling banyak { $most } pertanyaan.

# Kuesioner kertas yang dimasukkan dari berkas
paper-no-profile = kolom “{ $column }” berisi “{ $found }”, yang tidak dikenal. Perbaiki, kosongkan, atau hapus kolomnya.
paper-no-service = layanan “{ $found }” tidak ada di unit ini.
paper-day-to-come = Tanggal kuesioner belum tiba.
paper-other-questions = Pertanyaan di berkas ({ $found }) bukan pertanyaan survei { $unit } pada hari itu ({ $asked }). Atur dahulu di bot: /kantor, unit, Survei.
paper-twice = Berkas ini sudah dimasukkan oleh { $by } pada { $at }. Tidak ada yang disimpan.
paper-stored = Tersimpan sebagai kertas di unit { $unit }, hari { $day }: { $n } kuesioner, { $complete } di antaranya lengkap. Dimasukkan oleh { $by }.
paper-profile = Kolom data responden: { $columns }
