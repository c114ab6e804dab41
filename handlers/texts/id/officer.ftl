# Meja petugas: daftar tugas, layar pengaduan, draf jawaban, templat, pencarian.
menu-templates = Templat jawaban
menu-search = Cari pengaduan

button-case-more = Lainnya…
button-case-fewer = Ringkas
button-case-verify = Verifikasi
button-case-class = Ubah jenis
button-case-why = Mengapa batas ini?
button-case-thread = Baca lengkap
button-case-separate = Batalkan penggabungan
button-case-original = Lihat aslinya

# Fakta pada layar pengaduan.
view-unit = { $unit } · { $category }
view-class = Jenis: { $name } ({ $limit })
view-class-proposed = Jenis: { $name } ({ $limit }), usulan – belum diverifikasi
view-state = Keadaan: <b>{ $state }</b>
view-reopened = Dibuka kembali { $n } kali
view-holder = Ditangani: { $holder }
view-sender = Pelapor: { $name }
view-sender-anonymous = Pelapor: anonim ({ $code })
view-sender-again = Pelapor: anonim ({ $code }), pengaduan ke-{ $n } dari orang yang sama
view-sender-unnamed = Pelapor: tidak menyebut nama
view-confidential = <b>Rahasia</b>: jangan dibahas di luar unit
view-followers = Laporan lain dan pengikut: { $n }
view-place = Tempat: { $where }
view-previous = Lanjutan dari { $ticket }
view-merged-into = Digabungkan ke { $ticket }
view-merged = Gabungan dari { $n } pengaduan lain: { $tickets }
view-masked = Sebagian kata disamarkan (•••).
view-causes-waiting = Hambatan luar menunggu keputusan: { $n }
view-causes = Hambatan luar diterima: terpakai { $used } dengan hambatan, { $without } tanpa hambatan; tanpa hambatan batasnya { $due }.
view-held = Waktu tiap pemegang: { $held }
view-held-latest = Waktu tiap pemegang terakhir: { $held }
view-held-by = { $name } { $time }
left-days = (sisa { $days } hari kerja)
left-time = (sisa { $left } kerja)
due-verification = Diverifikasi paling lambat <b>{ $due }</b> { $left }
due-verification-late = <b>Terlambat</b>: seharusnya diverifikasi { $due }.
due-movable = Batas ini dapat bergeser: hari libur tahun itu belum ditetapkan.

case-thread =
    <b>{ $ticket }</b> lengkap, halaman { $page } dari { $pages }

    { $thread }

# Verifikasi.
case-verify =
    <b>Verifikasi { $ticket }</b>
    Usulan: <b>{ $name }</b>

    Jenis menentukan batas penyelesaian, dihitung sejak diterima:
    { $lines }

    Pilih jenisnya.
case-class =
    <b>Ubah jenis { $ticket }</b>
    Sekarang: <b>{ $name }</b>

    Batas penyelesaian dihitung ulang sejak diterima, dan pelapor diberi tahu:
    { $lines }

    Pilih jenisnya.
class-line = • { $name }: { $limit }
button-class = { $name }
button-class-now = ✓ { $name }
button-case-refer = Berkadar pengawasan → inspektorat
case-verified = Pengaduan <b>{ $ticket }</b> diverifikasi: { $name }. Selesai paling lambat { $due }.
case-reclassified = Pengaduan <b>{ $ticket }</b> sekarang: { $name }. Selesai paling lambat { $due }.
case-class-same = Pengaduan { $ticket } memang sudah berjenis { $name }.
case-class-inspectorate = Pengaduan { $ticket } berpindah ke atau dari inspektorat hanya lewat tombol inspektorat.
case-class-citizen = Batas penyelesaian pengaduan <b>{ $ticket }</b> sekarang <b>{ $due }</b>, karena petugas menetapkan jenisnya: { $name }.

# Draf jawaban.
draft =
    <b>Periksa dahulu</b> – { $ticket } { $files }

    { $said }

    Pelapor membacanya persis seperti ini. Kirim, atau ketik tambahannya.
draft-files = ({ $n } berkas)
draft-dropped = Draf untuk <b>{ $ticket }</b> dibatalkan. Tidak ada yang dikirim.
draft-written-since = { $name } baru saja menulis kepada pelapor. Baca dahulu percakapannya; bila draf Anda masih perlu, tekan Kirim lagi.
draft-templates = Pilih templat. Isinya masuk ke draf dan masih dapat ditambah.
button-draft-send = Kirim
button-draft-change = Ubah
button-draft-cancel = Batal
button-draft-templates = Pakai templat

# Templat.
templates =
    <b>Templat jawaban { $unit }</b> ({ $n })

    Dipakai saat menjawab: tekan <b>Pakai templat</b>.
templates-none =
    <b>Templat jawaban { $unit }</b>

    Belum ada. Simpan jawaban yang sering dipakai, lalu pakai saat menjawab.
templates-units = Templat unit mana?
template =
    <b>{ $name }</b>

    { $said }
template-kept =
    Tersimpan: <b>{ $name }</b>

    { $said }
template-name = Beri nama templat ini, paling banyak { $limit } huruf. Contoh: KTP siap diambil
template-text =
    <b>{ $name }</b>

    Tuliskan isinya, { $least } sampai { $limit } huruf. { "{tiket}" } diganti nomor pengaduan, { "{unit}" } diganti nama unit.
template-remove = Hapus templat <b>{ $name }</b>?
template-removed = Templat <b>{ $name }</b> dihapus.
template-unknown = Templat ini sudah tidak ada.
template-there = Templat bernama { $name } sudah ada. Mohon beri nama lain.
template-too-many = Paling banyak { $limit } templat. Hapus yang tidak dipakai dahulu.
button-templates = Semua templat
button-template-add = Tambah templat
button-template-change = Ubah isi
button-template-remove = Hapus
button-template-remove-yes = Ya, hapus
button-template-keep = Tidak jadi

# Kata yang disamarkan.
original-why =
    <b>Lihat kata asli { $ticket }</b>

    Yang disamarkan adalah hinaan dan data pribadi. Setiap pembacaan dicatat dengan nama Anda. Untuk apa?
original-contact = Menghubungi pelapor
original-meaning = Memahami maksudnya
original-threat = Memeriksa ancaman
original-mistake = Tersamar karena keliru
original-shown =
    <b>Kata asli { $ticket }</b>
    Alasan tercatat: { $reason }

    { $lines }

    Jangan diteruskan atau disalin.
original-line = • ({ $at }) { $said }
original-hidden = Kata asli disembunyikan lagi.
original-none = Tidak ada kata yang disamarkan di { $ticket }.
original-anonymous = Pengaduan { $ticket } anonim. Kata aslinya dapat menunjukkan siapa pelapornya, jadi hanya dibuka bersama pembukaan identitas oleh dua orang.
original-reason-unknown = Silakan pilih salah satu alasan.
button-original-hide = Sembunyikan

# Mengapa batas ini?
case-why =
    <b>{ $ticket }: { $clock }</b>

    { $lines }
button-why-resolution = Penyelesaian
button-why-first-answer = Jawaban pertama
button-why-next-answer = Jawaban atas balasan
button-why-verification = Pemeriksaan awal
why-source = Dasar batas: { $source }
why-class = Jenis ditetapkan { $name } pada { $at }; batasnya { $due }.
why-recalculated = Batas dihitung ulang pada { $at } menurut kalender baru: { $due }.

# Daftar tugas.
tasks =
    <b>Pengaduan yang terbuka</b>
    { $n } terbuka, { $late } terlambat, { $free } belum diambil, { $mine } Anda tangani.

    { $lines }
tasks-held-by-me =
    <b>Tugas saya</b>
    { $n } terbuka, { $late } terlambat.

    { $lines }
tasks-group-late = <b>Terlambat ({ $n })</b>
tasks-group-today = <b>Hari ini ({ $n })</b>
tasks-group-soon = <b>Besok–lusa ({ $n })</b>
tasks-group-week = <b>Dalam 7 hari ({ $n })</b>
tasks-group-later = <b>Nanti ({ $n })</b>
tasks-group-waiting = <b>Menunggu pelapor ({ $n })</b>
tasks-line = • <b>{ $ticket }</b> { $what }{ $unit } – { $due }{ $held }{ $note }
tasks-unit = , { $unit }
tasks-mine = Anda
tasks-held-mine = {""}
tasks-held = ; { $holder }
tasks-held-nobody = ; <b>belum diambil</b>
tasks-movable = ; batas dapat bergeser
tasks-due = { $what } paling lambat { $due } { $left }
tasks-due-late = seharusnya { $what } { $due }
tasks-due-citizen = menunggu balasan
tasks-clock-verification = diverifikasi
tasks-clock-first-answer = dijawab
tasks-clock-next-answer = balasan dijawab
tasks-clock-resolution = selesai
tasks-none = Tidak ada. Terima kasih.
tasks-units =
    <b>Pengaduan yang terbuka</b>
    { $n } unit, { $late } pengaduan terlambat. Pilih unit:
tasks-unit-button =
    { $late ->
        [0] { $unit }
       *[other] { $unit } – { $late } terlambat
    }

# Pencarian.
search-ask =
    <b>Cari pengaduan</b>

    Ketik nomor, kata, tanggal, atau keadaan, boleh digabung. Contoh:
    SW-26-000123-K
    ktp hilang 23 Nov
    selesai minggu ini
    terlambat
search-found =
    <b>Hasil pencarian</b>: { $asked }

    { $lines }
    { $note }
search-none =
    Tidak ditemukan: { $asked }
    { $lines } { $note }
    Coba kata yang lebih pendek, atau tanggal lain.
search-line = • <b>{ $ticket }</b> { $at }, { $what }{ $unit } – { $state } <i>{ $said }</i>
search-cut = Di tiap unit hanya { $n } pengaduan terbaru yang diperiksa. Persempit dengan tanggal, misalnya: Oktober 2026.
search-late = terlambat
search-nothing = Ketik paling sedikit satu kata (2 huruf), tanggal, keadaan, atau nomor pengaduan.
search-no-words = Isi pengaduan berkadar pengawasan hanya dibuka satu per satu dengan alasan. Cari dengan nomor, tanggal, atau keadaan.
search-no-ticket = Pengaduan { $ticket } tidak ada di antara pengaduan unit Anda.
button-search = Cari
button-search-again = Cari lagi
