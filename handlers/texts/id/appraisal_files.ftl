form-title = Sasaran Kinerja Pegawai dan Evaluasi Kinerja
form-period = Periode { $period }
form-foot = SKP { $name }, { $period }
form-officer = Pegawai yang dinilai
form-appraiser = Pejabat penilai kinerja
form-name = Nama
form-nip = NIP
form-position = Jabatan
form-unit = Unit kerja
form-running = Periode ini masih berjalan: angka masih dapat berubah.
form-frozen = Catatan kinerja ini dibekukan pada { $at }.
form-block-main = A. Hasil kerja utama
form-block-additional = B. Hasil kerja tambahan
form-no-plan = Belum ada SKP yang disepakati untuk periode ini.
form-column-no = No
form-column-leader-result = Rencana hasil kerja pimpinan yang diintervensi
form-column-result = Rencana hasil kerja
form-column-aspect = Aspek
form-column-indicator = Indikator kinerja individu
form-column-target = Target
form-column-realisation = Realisasi berdasarkan bukti dukung
form-column-feedback = Umpan balik berkelanjutan berdasarkan bukti dukung
form-column-value = Perilaku kerja
form-column-expectation = Ekspektasi khusus pimpinan
form-column-observed = Pengamatan atasan, rekan, dan bawahan
form-column-witnessed = Yang dirasakan warga
form-column-notes = Umpan balik berkelanjutan
form-aspect-quantity = Kuantitas
form-aspect-quality = Kualitas
form-aspect-time = Waktu
form-aspect-cost = Biaya
form-at_least = paling sedikit { $value } { $measure }
form-at_most = paling banyak { $value } { $measure }
form-amount = { $value } { $measure }
form-not-reported = belum dilaporkan
form-proofs = { $n ->
    [0] tanpa bukti dukung
   *[other] bukti dukung: { $n } berkas
  }
form-others = Angka lain dari sistem, sebagai konteks
form-figure = Ukuran
form-value = Hasil
form-behaviours = Perilaku kerja
form-relation-leader = Atasan
form-relation-peer = Rekan
form-relation-subordinate = Bawahan
form-observed = { $relation }: belum { $l1 }, kadang { $l2 }, sering { $l3 }, selalu { $l4 }
form-observed-few = { $relation }: belum cukup jawaban untuk ditampilkan
form-notes = Umpan balik berkelanjutan lainnya
form-note-praise = { $at }, { $by } (apresiasi): { $text }
form-note-advice = { $at }, { $by } (saran): { $text }
form-own-words = Catatan pegawai sendiri
form-recognised = Penghargaan
form-recognition = { $reason } (diputuskan { $by }, { $at })
form-decision = Keputusan pejabat penilai
form-undecided = Pejabat penilai belum memberi rating.
form-people-decide = Rating dan predikat diputuskan oleh pejabat penilai. Aplikasi ini hanya menyajikan bukti dan tidak mengusulkan keduanya.
form-what = Yang diputuskan
form-given = Keputusan dan catatan
form-work = Rating hasil kerja
form-behaviour = Rating perilaku kerja
form-contradiction = Alasan bila rating berbeda dari bukti
form-predicate = Predikat kinerja
form-by = Ditetapkan oleh { $by }.
form-steps = Langkah-langkah penilaian, keberatan, penjelasan, dan keputusan
form-when = Waktu
form-step = Langkah
form-who = Oleh
form-words = Isi
form-clock = batas waktu
form-amended = Perubahan setelah dibekukan (versi { $version }): { $reason }
form-hash = Versi { $version }. Sidik catatan (SHA-256): { $hash }

recap-sheet = Rekap penilaian
recap-title = REKAP PENILAIAN KINERJA PERIODIK
recap-period = { $period } ({ $first } sampai { $last })
recap-column-no = No
recap-column-nip = NIP
recap-column-name = Nama
recap-column-position = Jabatan
recap-column-work = Rating Hasil Kinerja
recap-column-behaviour = Rating Perilaku Kerja
recap-column-predicate = Predikat Kinerja Periodik

bundle-name = Bukti kinerja
bundle-file-pdf = skp-dan-evaluasi.pdf
bundle-file-figures = angka.csv
bundle-file-records = dasar-angka.csv
bundle-column-figure = Ukuran
bundle-column-key = Kunci
bundle-column-formula = Versi rumus
bundle-column-n = n
bundle-column-value = Nilai
bundle-column-low = Batas bawah 95 %
bundle-column-high = Batas atas 95 %
bundle-column-without = Tanpa hambatan luar dan sanggahan yang diterima
bundle-column-others = Rekan seunit
bundle-column-hash = Sidik (SHA-256)
bundle-column-kind = Jenis
bundle-column-id = Nomor
bundle-column-score = Nilai butir
bundle-column-minutes = Menit kerja
bundle-column-running = Masih berjalan
bundle-column-set-aside = Sanggahan diterima
bundle-column-count = Jumlah
bundle-readme =
    BUKTI KINERJA
    { $name } (NIP { $nip })
    { $period }, versi { $version }
    Sidik catatan: { $hash }

    Isi berkas ini
    - skp-dan-evaluasi.pdf: SKP, bukti, umpan balik, dan keputusan.
    - angka.csv: setiap angka dengan n dan kisarannya.
    - dasar-angka.csv: dari apa setiap angka dihitung. Penilaian warga hanya
      tercantum sebagai jumlah, agar tidak seorang pun dapat dikenali.
    - record.json: catatan yang dibekukan, dengan rantai sidiknya.
    - verify.py: program kecil untuk memeriksa rantai itu.
    - SHA256SUMS: sidik setiap berkas; periksa dengan: sha256sum --check SHA256SUMS

    Cara memeriksa rantai sidik
    Jalankan di folder ini: python3 verify.py
    Bila ada satu huruf yang berubah, program berhenti dan menyebut angkanya.
    Kantor dapat memeriksa semuanya, termasuk penilaian satu per satu, dengan:
    python -m bot audit

sent-appraisal-pdf = SKP dan evaluasi kinerja (PDF)
sent-evidence-zip = Bukti kinerja (ZIP). Di dalamnya ada README tentang cara memeriksanya.
sent-recap-xlsx = Rekap penilaian (XLSX), dalam susunan kolom e-Kinerja
bundle-not-frozen = Bukti kinerja tersedia setelah catatan periode ini dibekukan.
button-form-pdf = SKP dan evaluasi (PDF)
button-form-zip = Bukti kinerja (ZIP)
button-recap-xlsx = Rekap e-Kinerja (XLSX)
