# Sasaran Kinerja Pegawai (SKP): rencana kinerja setahun, disepakati pegawai dan atasan.

menu-skp = SKP: rencana kinerja

button-skp-own = SKP saya
button-skp-plan = Lihat SKP
button-skp-led = SKP pegawai saya
button-skp-year = SKP { $year }
button-skp-blank = Mulai dari kosong
button-skp-from-template = Mulai dari templat
button-skp-last-year = Mulai dari SKP { $year }
button-skp-propose = Usulkan
button-skp-agree = Setujui
button-skp-ask = Minta perubahan
button-skp-back = Ambil kembali
button-skp-drop = Batalkan versi ini
button-skp-drop-yes = Ya, batalkan
button-skp-version = Buat versi baru
button-skp-report = Laporkan capaian
button-skp-reported = Capaian yang dilaporkan
button-skp-history = Riwayat
button-skp-file = Unduh Excel
button-skp-behaviours = Perilaku kerja
button-skp-expect = { $value }
button-skp-expect-none = Hapus ekspektasi ini
button-skp-upload = Kirim Excel
button-skp-upload-keep = Simpan perubahan
button-skp-upload-not = Jangan simpan
button-skp-result = Hasil { $number }
button-skp-add = Tambah hasil kerja
button-skp-indicator = Indikator { $number }
button-skp-indicator-add = Tambah indikator
button-skp-text = Ubah kalimat
button-skp-above = Ubah hasil pimpinan
button-skp-to-main = Pindah ke utama
button-skp-to-additional = Pindah ke tambahan
button-skp-remove = Hapus
button-skp-remove-yes = Ya, hapus
button-skp-target = Target
button-skp-words = Kalimat
button-skp-aspect = Aspek
button-skp-serves-none = Tidak mendukung hasil pimpinan
button-skp-source-system = Dihitung sistem ini
button-skp-source-reported = Angka yang saya laporkan
button-skp-source-document = Dokumen: ada atau tidak
button-skp-see-version = Versi { $version }
button-skp-tell = Laporkan { $number }
button-skp-proofs = Bukti { $number }
button-skp-report-send = Kirim laporan
button-skp-templates = Templat SKP
button-skp-template-make = Jadikan templat
button-skp-template-upload = Templat dari Excel
button-skp-form = Formulir kosong

# Keadaan dan langkah berikutnya
skp-state-none = belum ada
skp-state-draft-officer = sedang disusun pegawai
skp-state-draft-leader = sedang disusun atasan
skp-state-proposed-officer = menunggu persetujuan pegawai
skp-state-proposed-leader = menunggu persetujuan atasan
skp-state-change_asked-officer = pegawai diminta mengubah
skp-state-change_asked-leader = atasan diminta mengubah
skp-state-agreed = disetujui kedua pihak
skp-state-replaced = sudah diganti versi baru
skp-state-dropped = dibatalkan
skp-form-state-draft = rancangan
skp-form-state-proposed = diusulkan
skp-form-state-change_asked = perlu diubah
skp-form-state-agreed = disetujui
skp-form-state-replaced = diganti
skp-form-state-dropped = dibatalkan
skp-next-draft = Lengkapi rencana ini, lalu tekan Usulkan. Pihak lain akan diberi tahu.
skp-next-proposed = Rencana ini menunggu Anda: setujui, minta perubahan, atau ubah sendiri lalu usulkan kembali.
skp-next-change_asked = Ubah sesuai permintaan, lalu tekan Usulkan.
skp-next-wait = Sekarang giliran pihak lain. Anda akan diberi tahu.
skp-next-agreed = Rencana ini berlaku. Perubahan hanya lewat versi baru dengan alasan.
skp-next-none = Rencana ini hanya dapat dibaca.
skp-leader-none = belum ditentukan

skp-none =
    <b>SKP { $year }</b>

    Anda belum punya rencana kinerja untuk tahun ini.
    Atasan langsung: { $leader }

    SKP berisi hasil kerja yang Anda rencanakan, indikator, dan targetnya. Anda mengusulkan, atasan menyetujui atau meminta perubahan. Bila atasan belum ditentukan, mintalah admin kantor menetapkannya.
skp-none-of =
    <b>SKP { $year }: { $name }</b>

    Belum ada rencana kinerja. Pegawai ini dapat menyusunnya, atau Anda memulainya untuk dibicarakan bersama.
skp-only-others = Anda belum bertugas di suatu unit, jadi belum ada SKP untuk Anda sendiri. Berikut yang dapat Anda buka.
skp-led =
    <b>SKP { $year } pegawai Anda</b>

    Menunggu Anda: { $waiting }
skp-led-one = { $name }: { $state }
skp-led-none = Belum ada pegawai yang Anda pimpin.

skp-plan =
    <b>SKP { $year }, versi { $version }</b>
    { $name }, { $unit }
    Atasan: { $leader }
    { $facts }

    { $results }

    { $next }
skp-plan-state = Keadaan: { $state }
skp-note-reason = Alasan versi baru: { $reason }
skp-note-asked = Permintaan { $by }: { $words }
skp-no-results = Belum ada hasil kerja. Tekan “Tambah hasil kerja”, atau kirim berkas Excel.
skp-block-main = <b>Utama</b>
skp-block-additional = <b>Tambahan</b>
skp-block-name-main = Utama
skp-block-name-additional = Tambahan
skp-result-line = <b>{ $number }.</b> { $text }
skp-result-serves = Mendukung: { $text }
skp-result-serves-none = Belum dikaitkan dengan hasil kerja pimpinan.
skp-result-indicators = { $n } indikator; tekan tombol hasil untuk melihatnya
skp-result-bare = Belum ada indikator.
skp-indicator-line = • { $aspect }: { $text }, { $target } ({ $source })
skp-aspect-quantity = Kuantitas
skp-aspect-quality = Kualitas
skp-aspect-time = Waktu
skp-aspect-cost = Biaya
skp-target-at-least = paling sedikit { $value } { $measure }
skp-target-at-most = paling banyak { $value } { $measure }
skp-target-document = dokumennya ada
skp-measure-count = kunjungan
skp-measure-share = %
skp-measure-minutes = menit kerja
skp-measure-score = (nilai 1 sampai 4)
skp-source-system = dihitung sistem
skp-source-reported = dilaporkan dengan bukti
skp-source-document = dokumen

skp-result =
    <b>Hasil kerja { $number }</b>
    { $block }
    { $text }
    { $serves }

    { $indicators }
skp-indicator =
    <b>{ $number }.</b> { $result }

    { $indicator }

    Apa yang ingin Anda ubah?
skp-expected-of = Ekspektasi khusus pimpinan: { $n } dari { $of } perilaku kerja; tekan “Perilaku kerja” untuk melihatnya
skp-behaviours =
    <b>Perilaku kerja, SKP { $year } versi { $version }</b>

    { $behaviours }

    Ekspektasi khusus pimpinan menerangkan perilaku yang diharapkan dalam tahun ini. Ditulis oleh pegawai atau atasan selama rencana dibicarakan, dan disetujui keduanya.
skp-behaviour-line = <b>{ $number }. { $value }</b>: belum ada ekspektasi khusus
skp-behaviour-expected = <b>{ $number }. { $value }</b>: { $words }
skp-expected-none = belum ada
skp-ask-expectation =
    <b>{ $value }</b>, { $name }
    Ekspektasi sekarang: { $now }

    Apa yang diharapkan pimpinan dari perilaku ini? Tulis singkat (paling banyak { $most } huruf).

    Misalnya: <i>Menjelaskan syarat dengan kalimat sederhana kepada setiap warga</i>
skp-difference-expected-added = + Ekspektasi { $value }: { $words }
skp-difference-expected-changed = ~ Ekspektasi { $value } menjadi: { $words }
skp-difference-expected-removed = − Ekspektasi { $value } dihapus: { $words }
skp-remove-sure = Hapus “{ $text }” beserta { $indicators } indikatornya?
skp-removed = Sudah dihapus.
skp-ask-block = Hasil kerja utama atau tambahan?
skp-ask-text =
    Apa hasil kerja yang direncanakan? Tulis hasilnya, bukan kegiatannya ({ $least } sampai { $most } huruf).

    Misalnya: <i>Pelayanan KTP-el sesuai standar waktu terlaksana</i>
skp-ask-above = Hasil kerja pimpinan mana yang didukung? Pilih, atau tulis sendiri (paling banyak { $most } huruf).
skp-ask-above-free = Hasil kerja pimpinan mana yang didukung? SKP atasan Anda belum disetujui di sini, jadi tulis kalimatnya (paling banyak { $most } huruf).
skp-ask-source =
    Dari mana capaiannya diketahui?

    <i>Dihitung sistem ini</i>: dari kunjungan, penilaian, dan pengaduan warga.
    <i>Angka yang saya laporkan</i>: Anda melaporkan angkanya dengan bukti.
    <i>Dokumen</i>: ada atau tidak.
skp-ask-indicator = Indikator yang mana?
skp-ask-words =
    Tulis indikatornya ({ $least } sampai { $most } huruf).

    Misalnya: <i>Jumlah brosur yang dibagikan</i>
skp-ask-document =
    Dokumen apa yang menjadi bukti ({ $least } sampai { $most } huruf)?

    Misalnya: <i>Laporan tahunan pelayanan</i>
skp-ask-aspect = Indikator ini tentang apa?
skp-ask-target =
    <b>{ $words }</b>

    Berapa targetnya? Tulis angka dan satuannya, misalnya: <i>250 lembar</i>, <i>90 %</i>, atau <i>paling banyak 2 kali</i>.
    Tanpa “paling banyak”, target berarti paling sedikit.
skp-ask-target-count =
    <b>{ $words }</b>

    Berapa kunjungan paling sedikit dalam satu periode penilaian? Tulis angkanya, misalnya: <i>600</i>
skp-ask-target-share =
    <b>{ $words }</b>

    Berapa persen? Tulis angka 0 sampai 100, misalnya: <i>90 %</i>
skp-ask-target-minutes =
    <b>{ $words }</b>

    Paling lama berapa menit kerja? Tulis angkanya, misalnya: <i>30 menit</i>
skp-ask-target-score =
    <b>{ $words }</b>

    Nilai paling sedikit berapa, dari 1 sampai 4? Misalnya: <i>3,2</i>

skp-begun = Rancangan SKP dimulai.
skp-choose-template = Mulai dari templat jabatan yang mana?
skp-no-templates = Kantor ini belum punya templat SKP.
skp-not-whole =
    Rencana ini belum dapat diusulkan:
    { $problems }
skp-proposed = Usulan terkirim.
skp-proposed-no-chat = Usulan tersimpan, tetapi pihak lain belum bergabung di Telegram. Mohon beri tahu langsung.
skp-agreed = SKP disetujui kedua pihak.
skp-agreed-new-leader = Atasan yang mengusulkannya sudah berganti. Persetujuan Anda tersimpan; sekarang menunggu atasan yang baru.
skp-taken-back = Rencana ini kembali pada Anda.
skp-drop-sure = Batalkan versi { $version }? Versi yang berlaku sebelumnya tetap berlaku.
skp-dropped = Versi ini dibatalkan.
skp-ask-wanted = Apa yang perlu diubah dalam SKP { $name }? Tulis dengan jelas ({ $least } sampai { $most } huruf); tulisan ini tersimpan dalam riwayat.
skp-ask-reason = Mengapa SKP { $name } perlu versi baru? Tulis alasannya ({ $least } sampai { $most } huruf). Versi yang sekarang berlaku sampai versi baru disetujui kedua pihak.

skp-history =
    <b>Riwayat SKP { $year }, versi { $version }</b>

    { $steps }

    { $more }
skp-step-made = { $at }: { $by } memulai rancangan.
skp-step-changed = { $at }: { $by } mengubah isinya.
skp-step-proposed = { $at }: { $by } mengusulkan.
skp-step-taken_back = { $at }: { $by } mengambil kembali.
skp-step-change_asked = { $at }: { $by } meminta perubahan.
skp-step-agreed = { $at }: { $by } menyetujui.
skp-step-dropped = { $at }: { $by } membatalkan versi ini.
skp-step-words =
    { $line }
    “{ $words }”
skp-confirmed-officer = Pegawai menyetujui: { $at }
skp-confirmed-leader = Atasan menyetujui: { $at }
skp-since-version =
    Dibanding versi { $version }:
    { $differences }
skp-differences-none = Isinya sama.
skp-differences-more = … dan { $n } perubahan lain.
skp-difference-result-added = + Hasil baru: { $text }
skp-difference-result-removed = − Hasil dihapus: { $text }
skp-difference-result-changed = ~ Hasil diubah: { $text }
skp-difference-added =
    + { $result }
    { $indicator }
skp-difference-removed =
    − { $result }
    { $indicator }
skp-difference-changed =
    ~ { $result }
    dari { $was }
    menjadi { $now }

# Pemberitahuan kepada pihak lain
skp-told-proposed = { $name } mengusulkan <b>SKP { $year }</b> versi { $version } dan menunggu persetujuan Anda.
skp-told-change =
    { $name } meminta perubahan pada <b>SKP { $year }</b> versi { $version }:

    { $words }
skp-told-agreed = { $name } menyetujui <b>SKP { $year }</b> versi { $version }. Rencana ini sekarang berlaku.
skp-told-taken-back = { $name } mengambil kembali <b>SKP { $year }</b> versi { $version } untuk diubah. Anda belum perlu berbuat apa-apa.
skp-told-dropped = { $name } membatalkan <b>SKP { $year }</b> versi { $version }.

# Excel
skp-file = SKP { $year } dalam kolom formulir SKP. Setelah diubah, kirim kembali lewat “Kirim Excel”.
skp-form = Formulir SKP kosong.
skp-ask-upload = Kirim berkas Excel (.xlsx) dalam kolom formulir SKP, paling besar 1 MB. Paling mudah: unduh dahulu, ubah, lalu kirim kembali. Sebelum disimpan, Anda melihat apa saja yang berubah.
skp-other-file = “{ $name }” bukan berkas .xlsx. Di Excel: Simpan sebagai, lalu pilih Buku Kerja Excel.
skp-file-unreadable = Berkas ini tidak dapat dibaca sebagai Excel. Mohon simpan ulang sebagai .xlsx, lalu kirim lagi.
skp-file-bomb = Isi berkas ini terlalu besar. Mohon salin tabelnya ke formulir kosong, lalu kirim lagi.
skp-file-no-form = Tabel SKP tidak ditemukan. Berkas harus punya satu baris judul dengan kolom: { $columns }.
skp-file-no-rows = Tabelnya belum berisi hasil kerja.
skp-upload-wrong =
    <b>Belum ada yang disimpan.</b> Yang perlu diperbaiki: { $count }

    { $problems }

    Perbaiki, lalu kirim berkasnya sekali lagi.
skp-problem-cell = Baris { $row }, kolom “{ $column }”: { $reason }
skp-problem-row = Baris { $row }: { $reason }
skp-upload-preview =
    <b>Ini yang akan berubah:</b>

    { $differences }

    Persetujuan yang sudah diberikan pada versi ini gugur bila disimpan.
skp-upload-same = Isi berkas sama dengan rencana yang tersimpan. Tidak ada yang diubah.
skp-upload-kept = Perubahan tersimpan.
skp-guide-means = Arti
skp-guide =
    Satu baris untuk satu indikator. Hasil kerja cukup ditulis pada baris indikator pertamanya.
    Hasil kerja utama di bawah “A. UTAMA”, tambahan di bawah “B. TAMBAHAN”.
    Aspek: Kuantitas, Kualitas, Waktu, atau Biaya.
    Target: angka. Satuan dan arah di kolom sendiri; atau tulis semuanya di kolom Target, misalnya “paling banyak 2 kali”.
    Arah: Paling sedikit, atau Paling banyak. Bila kosong berarti paling sedikit.
    Sumber realisasi: Sistem (pilih indikatornya di kolom terakhir), Laporan (angka dilaporkan dengan bukti), atau Dokumen (ada atau tidak).
    Perilaku kerja di bawah tabel: ekspektasi khusus pimpinan untuk tiap nilai, boleh kosong. Untuk hasil kerja baru, sisipkan baris di atasnya.
    Paling banyak 20 hasil kerja, masing-masing 6 indikator.

# Laporan capaian
skp-report =
    <b>Capaian yang dilaporkan</b>
    { $period }

    { $lines }

    Laporan yang baru menggantikan yang lama, sampai catatan periode ini dibekukan.
skp-report-nothing =
    <b>{ $period }</b>

    Semua indikator dalam SKP ini dihitung sistem. Tidak ada yang perlu dilaporkan.
skp-report-no-period = Belum ada periode penilaian yang terbuka untuk SKP ini.
skp-report-line =
    <b>{ $number }.</b> { $text }
    Target: { $target }
    Dilaporkan: { $value } ({ $at }, { $proofs } berkas bukti)
skp-report-line-none =
    <b>{ $number }.</b> { $text }
    Target: { $target }
    Belum dilaporkan
skp-value = { $value } { $measure }
skp-document-there = Ada
skp-document-not = Belum ada
skp-ask-value =
    <b>{ $text }</b>
    { $period }. Target: { $target }

    Berapa yang tercapai? Tulis angkanya.
skp-ask-there =
    <b>{ $text }</b>
    { $period }. Target: { $target }

    Apakah dokumennya sudah ada?
skp-ask-proof =
    Tercatat: { $value }

    Sekarang buktinya: kirim foto atau dokumen (paling banyak { $most }), atau tulis di mana bukti itu dapat dilihat (paling sedikit { $least } huruf).
skp-ask-more-proof =
    Tercatat: { $value }
    { $kept }

    Tambah bukti atau keterangan (paling sedikit { $least } huruf bila tanpa berkas), atau kirim laporannya.
skp-proof-files = Bukti: { $files } berkas dari paling banyak { $most }
skp-proof-words = Keterangan: { $words }
skp-reported = Laporan tersimpan.
skp-proofs =
    Bukti dari { $name }
    { $words }
skp-proofs-none =
    Tidak ada berkas bukti dari { $name }.
    { $words }

# Templat
skp-choose-office = Templat SKP kantor mana?
skp-templates = <b>Templat SKP</b>. Pegawai dapat memulai rencananya dari templat jabatannya.
skp-templates-none = Belum ada templat SKP. Buka sebuah SKP lalu tekan “Jadikan templat”, atau kirim berkas Excel.
skp-template =
    <b>Templat: { $position }</b>

    { $results }
skp-template-file = Templat SKP: { $position }
skp-template-remove-sure = Hapus templat “{ $position }”? SKP yang dimulai darinya tetap ada.
skp-ask-template-file = Kirim berkas Excel (.xlsx) dalam kolom formulir SKP, paling besar 1 MB.
skp-ask-position = Untuk jabatan apa templat ini? Tulis nama jabatannya (paling banyak { $most } huruf). Templat jabatan yang sama diganti.
skp-template-kept = Templat tersimpan.

# Yang ditolak
skp-wrong = Hasil { $result }{ $indicator ->
        [0] {""}
       *[other] , indikator { $indicator }
    }: { $reason }
skp-wrong-whole = { $reason }
skp-words-short = Paling sedikit { $least } huruf.
skp-words-between = Tulis { $least } sampai { $most } huruf.
skp-twice = Kalimat ini sudah ada.
skp-too-many-results = Paling banyak { $most } hasil kerja dalam satu SKP.
skp-too-many-indicators = Paling banyak { $most } indikator untuk satu hasil kerja.
skp-no-main-result = Belum ada hasil kerja utama.
skp-no-indicator = Belum ada indikator.
skp-indicator-unknown = Indikator ini tidak ada dalam sistem, atau bukan untuk perorangan.
skp-indicator-not-system = Nama indikator sistem hanya diisi bila sumbernya Sistem.
skp-measure-fixed = Satuan indikator ini “{ $measure }”.
skp-measure-missing = Mohon tulis juga satuannya, misalnya: 250 lembar.
skp-measure-differs = Satuannya berbeda dengan yang ada di kolom Target ({ $measure }).
skp-direction-fixed = Arah indikator ini sudah tetap: mengikuti cara menghitungnya.
skp-direction-differs = Arahnya berbeda dengan yang ada di kolom Target.
skp-direction-unknown = “{ $text }” tidak dikenal. Pilih Paling sedikit atau Paling banyak.
skp-target-range = Target harus { $low } sampai { $high }.
skp-target-decimals = Paling banyak { $decimals } angka di belakang koma.
skp-amount-unreadable = “{ $text }” tidak terbaca sebagai angka. Tulis misalnya: 90 %, 250 lembar, atau paling banyak 2 kali.
skp-aspect-unknown = “{ $text }” bukan aspek. Pilih Kuantitas, Kualitas, Waktu, atau Biaya.
skp-source-unknown = “{ $text }” tidak dikenal. Pilih Sistem, Laporan, atau Dokumen.
skp-cell-date = Excel membaca isinya sebagai tanggal. Ubah format selnya menjadi Angka atau Teks.
skp-cell-error = Rumus di sel ini menghasilkan { $text }.
skp-no-leader = Atasan langsung belum ditentukan. Mintalah admin kantor menetapkannya, lalu coba lagi.
skp-no-unit = Pegawai ini belum bertugas di suatu unit. Mintalah admin kantor memasukkannya.
skp-year = SKP hanya dapat disusun untuk tahun { $first } dan { $last }.
skp-no-last-year = Tidak ada SKP { $year } yang disetujui.
skp-open-already = Versi { $version } masih terbuka. Selesaikan atau batalkan dahulu.
skp-agreed-already = SKP tahun itu sudah disetujui. Buat versi baru bila perlu diubah.
skp-not-now = Langkah ini tidak dapat dilakukan sekarang; keadaan SKP sudah berubah. Buka SKP sekali lagi.
skp-changed-since = SKP ini berubah sejak Anda membukanya. Mohon buka lagi dengan /skp dan baca sebelum menyetujui.
skp-not-your-turn = Sekarang giliran pihak lain.
skp-part-gone = Bagian ini sudah berubah atau dihapus. Buka SKP sekali lagi.
skp-too-many-templates = Paling banyak { $most } templat untuk satu kantor.
skp-report-not-agreed = Capaian dilaporkan pada SKP yang berlaku. Buka SKP sekali lagi.
skp-report-system = Indikator ini dihitung sistem, jadi tidak perlu dilaporkan.
skp-report-period = Periode itu bukan periode SKP ini.
skp-report-early = Periode itu belum mulai.
skp-report-frozen = Catatan periode itu sudah dibekukan. Fakta yang datang kemudian dicatat sebagai perubahan oleh atasan.
skp-report-value = Mohon tulis capaian sebagai angka, nol atau lebih.
skp-report-there-or-not = Pilih Ada atau Belum ada.
skp-report-no-proof = Mohon kirim bukti, atau tulis paling sedikit { $least } huruf tentang di mana bukti itu dapat dilihat.
skp-proofs-too-many = Paling banyak { $most } berkas bukti.
skp-proof-kind = Jenis berkas ini tidak dapat dijadikan bukti. Kirim foto, PDF, Word, Excel, atau PowerPoint.
