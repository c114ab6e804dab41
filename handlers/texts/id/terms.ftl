period-custom = { $name }

expectation-below = Di bawah ekspektasi
expectation-as_expected = Sesuai ekspektasi
expectation-above = Di atas ekspektasi

predicate-sangat_baik = Sangat Baik
predicate-baik = Baik
predicate-butuh_perbaikan = Butuh Perbaikan
predicate-kurang = Kurang
predicate-sangat_kurang = Sangat Kurang
predicate-istimewa = Istimewa

value-service = Berorientasi Pelayanan
value-accountable = Akuntabel
value-competent = Kompeten
value-harmonious = Harmonis
value-loyal = Loyal
value-adaptive = Adaptif
value-collaborative = Kolaboratif

leader-circle = Atasan itu berada di bawah pegawai ini. Silakan pilih atasan lain.
terms-kind-unknown = Jenis periode itu tidak ada.
terms-days-out-of-range = Tulis satu bilangan bulat dari { $first } sampai { $last }.
period-days-wrong = Hari terakhir harus setelah hari pertama, dan periode paling lama setahun.
period-overlaps = Hari-hari itu sudah termasuk periode “{ $name }”.
period-unknown = Periode itu tidak ada.

menu-terms = Periode dan aturan penilaian
button-terms = Atur periode dan atasan
period-there-already = Periode dengan hari-hari itu sudah ada.
terms-source-needed = Mohon tulis sumbernya, misalnya nomor aturan atau surat.
leader-elsewhere = Orang itu tidak bertugas di kantor ini.
leader-none = belum ada

terms-offices = Pilih kantor.
terms-page =
    <b>Penilaian kinerja di { $office }</b>

    Periode: { $kind }. { $yearly }
    Catatan dibekukan { $freeze } hari setelah hari terakhir.
    Masa keberatan: { $objection } { $counted } (sumber: { $source }).

    Batas di kantor ini, untuk mengingatkan saja:
    • pejabat penilai memberi rating: { $rate } hari sejak dibekukan
    • penjelasan atas keberatan: { $explain } hari kerja
    • keputusan atasan: { $decide } hari sesudahnya

    Periode yang tercatat:
    { $periods }
terms-kind-month = setiap bulan
terms-kind-quarter = setiap triwulan
terms-kind-half = setiap semester
terms-kind-year = setiap tahun
terms-kind-custom = ditentukan sendiri
terms-yearly = Setahun penuh juga dinilai.
terms-not-yearly = Tahun penuh tidak dinilai terpisah.
terms-not-yearly-from-next = Tahun penuh tidak dinilai terpisah, kecuali tahun yang sudah berjalan.
terms-working = hari kerja
terms-calendar = hari kalender
terms-no-periods = • belum ada
terms-period = • { $name } ({ $first } sampai { $last })
terms-period-frozen = • { $name } ({ $first } sampai { $last }), sudah dibekukan
button-terms-kind = Ganti jenis periode
button-terms-yearly = Nilai juga setahun penuh
button-terms-not-yearly = Jangan nilai setahun penuh terpisah
button-terms-working = Hitung keberatan dalam hari kerja
button-terms-not-working = Hitung keberatan dalam hari kalender
button-terms-freeze-after = Dibekukan setelah: { $n } hari
button-terms-objection-days = Masa keberatan: { $n } hari
button-terms-rate-within = Memberi rating: { $n } hari
button-terms-explain-within = Penjelasan: { $n } hari kerja
button-terms-decide-within = Keputusan: { $n } hari
button-terms-period = Tambah periode sendiri
button-terms-leaders = Atasan setiap pegawai
button-terms-organisation = Predikat organisasi
button-terms-recap = Rekap e-Kinerja { $period } (XLSX)
terms-kinds =
    <b>Jenis periode, { $office }</b>

    Periode yang sudah berjalan tetap sampai selesai.
terms-ask-freeze-after = Berapa hari setelah hari terakhir catatan dibekukan? Tulis { $first } sampai { $last }.
terms-ask-objection-days = Berapa hari masa keberatan? Tulis { $first } sampai { $last }.
terms-ask-rate-within = Berapa hari pejabat penilai punya waktu untuk memberi rating? Tulis { $first } sampai { $last }.
terms-ask-explain-within = Berapa hari kerja untuk menjelaskan keberatan? Tulis { $first } sampai { $last }.
terms-ask-decide-within = Berapa hari untuk memutuskan keberatan? Tulis { $first } sampai { $last }.
terms-ask-source = Apa dasar masa keberatan ini? Tulis nomor aturan atau suratnya. Dasar ini ikut tercetak.
period-ask-days = Hari pertama dan hari terakhir periode? Contoh: 1/7/2026 - 30/9/2026
period-ask-name = Apa nama periode ini?
period-made-beside = Periode ini dinilai di samping periode yang biasa.
leaders-list =
    <b>Atasan di { $office }</b>

    Atasan menilai pegawainya; atasan dari atasan memutuskan keberatan. Pilih pegawai untuk mengganti atasannya.
leaders-line = { $officer } → { $leader }
leader-page =
    <b>{ $officer }</b>
    Atasan sekarang: { $leader }

    Siapa atasannya?
button-leader-head = Ikut kepala unit
leader-named =
    Atasan { $officer } sekarang: { $leader }.
    { $moved ->
        [0] Tidak ada penilaian yang berpindah.
       *[other] Penilaian yang berpindah kepadanya: { $moved }.
    }
organisation-list =
    <b>Predikat organisasi, { $office }</b>

    Ini diputuskan di luar aplikasi, dan hanya konteks: tidak ada kuota. Pilih periodenya.
organisation-page =
    <b>Predikat organisasi, { $office }</b>
    { $period }
    { $now }
organisation-ask-source = Predikat: { $predicate }. Apa nomor surat atau keputusannya?
organisation-saved = Predikat organisasi tersimpan.
