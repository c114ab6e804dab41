# Kantor, unit, layanan, loket, jam buka, hari khusus, impor CSV, poster.

# Tombol
button-back = ‹ Kembali
button-earlier = ‹ Sebelumnya
button-more = Berikutnya ›
button-add-office = + Tambah kantor
button-add-unit = + Tambah unit
button-add-service = + Tambah layanan
button-add-counter = + Tambah loket
button-add-day = + Tambah hari
button-days-everywhere = Hari khusus semua kantor
button-units = Unit layanan
button-days = Hari khusus
button-ramadan = Atur Ramadan
button-import = Impor CSV
button-import-again = Kirim berkas lain
button-zone = Zona waktu
button-rename = Ubah nama
button-close = Tutup
button-close-yes = Ya, tutup
button-services = Layanan
button-counters = Loket
button-hours = Jam buka
button-type-hours = Tulis sendiri
button-poster = Poster QR
button-duration = Lama layanan
button-fee = Biaya
button-requirements = Persyaratan
button-roster = Ganti petugas
button-roster-empty = Kosongkan loket
button-empty = Kosongkan
button-remove-day = Hapus hari khusus ini
button-no-decree = Tanpa keputusan
button-day-closed = Tutup sehari penuh
button-whole-unit = Seluruh unit
button-another-poster = Poster lain

# Halaman
offices-list =
    <b>Kantor</b>

    { $count ->
        [0] Belum ada kantor. Tambahkan kantor pertama.
       *[other] { $count } kantor. Pilih salah satu.
    }
office-page =
    <b>{ $name }</b>

    Zona waktu: { $zone }
    Unit layanan: { $units }
units-list =
    <b>{ $name }</b> – unit layanan

    Pilih unit, atau tambahkan yang baru.
unit-page =
    <b>{ $name }</b>

    Jam buka ({ $zone }):
    { $hours }

    Layanan: { $services }
    Loket: { $counters }
services-list =
    <b>{ $name }</b> – layanan

    Pilih layanan, atau tambahkan yang baru.
service-page =
    <b>{ $name }</b>
    { $unit }

    Lama layanan: { $duration }
    Biaya: { $fee }
    Persyaratan:
    { $requirements }
counters-list =
    <b>{ $name }</b> – loket

    Pilih loket, atau tambahkan yang baru.
counter-page =
    <b>{ $name }</b>
    { $unit }

    Petugas sekarang: { $officer }
counter-empty = belum ada
not-filled = belum diisi
all-offices = semua kantor
saved = Tersimpan.
saved-office = Kantor <b>{ $name }</b> sudah ditambahkan.
saved-unit = Unit <b>{ $name }</b> sudah ditambahkan.
closed = Sudah ditutup. Catatan dan angkanya tetap ada.

duration-minutes = { $n } menit
duration-working-hours = { $n } jam kerja
duration-working-days = { $n } hari kerja
duration-hours = { $n } jam
duration-days = { $n } hari

# Yang ditulis
write-office-new = Apa nama kantor yang baru? Contoh: Dinas Kependudukan dan Pencatatan Sipil
write-office-name = Apa nama kantor yang benar?
write-ramadan =
    Dari tanggal berapa sampai tanggal berapa Ramadan tahun ini? Contoh: 8/2/2027 - 9/3/2027

    Pada hari-hari itu unit dengan jam kantor biasa memakai jam Ramadan (Perpres 21/2023). Unit dengan jam sendiri tidak berubah.
write-unit-new = Apa nama unit yang baru? Tulislah seperti yang dikenal warga. Contoh: Loket KTP-el
write-unit-name = Apa nama unit yang benar?
write-unit-hours =
    Tulis hari dan jam buka, dipisah titik koma. Hari yang tidak ditulis berarti tutup.

    Contoh:
    Sen-Kam 07.30-12.00 13.00-16.00; Jum 07.30-11.30 13.00-16.30
    Setiap hari 24 jam
write-service-new = Apa nama layanannya? Contoh: Cetak ulang KTP-el
write-service-name = Apa nama layanan yang benar?
write-service-duration =
    Berapa lama layanan ini dijanjikan selesai?

    Tulis angka dan satuannya: menit, jam kerja, hari kerja, jam, atau hari. Contoh: 2 jam kerja
write-service-fee = Berapa biayanya? Contoh: Gratis, atau Rp10.000
write-service-requirements = Apa saja persyaratannya? Tulis satu per baris.
write-counter-new = Apa nama loket yang baru? Contoh: Loket 2
write-counter-name = Apa nama loket yang benar?

# Menutup
close-office-admin = Tutup kantor <b>{ $name }</b>? Semua unitnya harus sudah ditutup.
close-unit-admin = Tutup unit <b>{ $name }</b> beserta layanan dan loketnya? Warga tidak dapat lagi menilai atau mengadu ke unit ini. Angka lamanya tetap ada.
close-service-admin = Tutup layanan <b>{ $name }</b>? Warga tidak melihatnya lagi.
close-counter-admin = Tutup loket <b>{ $name }</b>? Kode QR loket ini tidak berlaku lagi.

# Jam buka dan zona waktu
weekday-0 = Senin
weekday-1 = Selasa
weekday-2 = Rabu
weekday-3 = Kamis
weekday-4 = Jumat
weekday-5 = Sabtu
weekday-6 = Minggu
hours-day = { $day }: { $hours }
hours-days = { $first }–{ $last }: { $hours }
hours-closed = tutup
hours-choose =
    <b>{ $name }</b> – jam buka

    Sekarang:
    { $hours }

    Pilih jam buka, atau tulis sendiri.
hours-preset-office = Kantor biasa, Senin–Jumat
hours-preset-saturday = Kantor biasa dan Sabtu 08.00–12.00
hours-preset-always = Setiap hari 24 jam
zone-choose = <b>{ $name }</b> memakai { $zone }. Pilih zona waktunya.
zone-wib = WIB (Jakarta)
zone-wita = WITA (Makassar)
zone-wit = WIT (Jayapura)

# Hari khusus
days-list =
    <b>{ $name }</b> – hari khusus

    Ramadan: { $ramadan }

    Libur nasional dan cuti bersama 60 hari ke depan (sudah termasuk):
    { $national }

    Di bawah ini hari yang ditetapkan kantor sendiri.
day-label = { $day } – { $name }
ramadan-set = { $first } sampai { $last }
ramadan-not-set = belum diatur
ramadan-by-office = diatur di tiap kantor
national-day = • { $day }: { $name }
national-none = tidak ada
day-page =
    <b>{ $day }</b>
    { $name }

    Berlaku di: { $where }
    Jam: { $hours }
    Keputusan: { $decree }
day-removed = Hari <b>{ $name }</b> sudah dihapus.
day-ask-date = Tanggal berapa? Contoh: 25/12/2026
day-ask-name =
    <b>{ $day }</b>. { $note }

    Apa nama harinya? Contoh: Hari jadi kota
day-is-official = Tanggal ini sudah libur resmi ({ $name }), jadi tidak perlu ditambahkan, kecuali kantor tetap buka.
day-ask-decree = Apa nomor keputusan atau surat edarannya?
day-ask-hours = Jam berapa buka pada hari itu? Contoh: 07.30-12.00
day-saved =
    Tersimpan: <b>{ $day }</b>, { $name }.
    Jam: { $hours }

    Batas waktu pengaduan yang dihitung mulai sekarang memperhitungkan hari itu.

# Petugas di loket
roster-choose = Siapa yang bertugas di <b>{ $counter }</b> ({ $unit }) mulai sekarang?
roster-nobody = Belum ada petugas di { $unit } yang dapat ditempatkan di <b>{ $counter }</b>. Undang petugas dahulu.

# Impor CSV
import-ask =
    <b>{ $name }</b> – impor CSV

    Kirim berkas .csv (paling banyak { $rows } baris, kunjungan { $visits }, 1 MB). Jenisnya dikenali dari baris judul. Baris yang benar disimpan, baris yang salah dilaporkan. Berkas yang sama boleh dikirim lagi.

    Contoh berkas:
import-kind-units = Unit
import-kind-services = Layanan
import-kind-counters = Loket
import-kind-people = Petugas
import-kind-days = Hari khusus
import-kind-visits = Kunjungan
import-example = Contoh berkas: { $kind }. Isi dengan data Anda, simpan sebagai CSV, lalu kirim ke sini.
import-report =
    <b>Hasil impor: { $kind }</b>

    Baru: { $added }
    Diubah: { $changed }
    Sudah ada: { $known }

    { $problems }
import-no-problems = Tidak ada baris yang bermasalah.
import-problems = { $count } hal yang perlu diperbaiki (lainnya sudah disimpan):
import-problem-cell = • Baris { $line }, kolom “{ $column }”: { $reason }
import-problem-row = • Baris { $line }: { $reason }
import-more-problems = … dan { $count } lagi.
import-links = { $count } tautan undangan pribadi ada di berkas ini. Kirimkan kepada masing-masing petugas; tiap tautan hanya berlaku sekali, selama 7 hari.

# Poster
qr-unit = Poster untuk unit yang mana?
qr-none = Belum ada unit yang Anda kelola.
qr-counter = Poster <b>{ $unit }</b>: untuk seluruh unit, atau untuk satu loket?
qr-poster =
    Poster <b>{ $name }</b>, siap dicetak di kertas A4.
    { $link }
qr-code =
    Kode QR <b>{ $name }</b> saja, untuk desain sendiri.
    { $link }
poster-call = Bagaimana layanan kami?
poster-hint = Pindai dengan kamera ponsel, lalu ketuk satu nilai.

# Penolakan
office-unknown = Maaf, kantor ini tidak ditemukan atau sudah ditutup.
service-unknown = Maaf, layanan ini tidak ditemukan atau sudah ditutup.
own-day-unknown = Maaf, hari khusus ini sudah dihapus.
own-day-past = Hari yang sudah lewat tidak dapat dihapus, karena sudah dipakai menghitung waktu.
name-too-short = Nama terlalu pendek. Tulis paling sedikit 2 huruf atau angka.
name-too-long = Nama terlalu panjang: { $length } huruf. Paling banyak { $limit }.
name-taken = Nama “{ $name }” sudah dipakai. Pilih nama lain.
name-of-closed = Nama “{ $name }” pernah dipakai kantor yang sudah ditutup. Pilih nama lain.
note-too-long = Tulisan terlalu panjang: { $length } huruf. Paling banyak { $limit }.
text-formula = Tulisan tidak boleh diawali tanda “{ $sign }”, karena lembar kerja membacanya sebagai rumus.
zone-unknown = Zona waktu “{ $zone }” tidak dikenal. Pilih WIB, WITA, atau WIT.
duration-unreadable = “{ $text }” tidak terbaca sebagai lama layanan. Tulis angka dan satuannya: menit, jam kerja, hari kerja, jam, atau hari. Contoh: 2 jam kerja
date-unreadable = “{ $text }” tidak terbaca sebagai tanggal. Contoh: 25/12/2026 atau 2026-12-25
date-impossible = Tanggal “{ $text }” tidak ada. Urutannya hari/bulan/tahun, contoh: 25/12/2026
date-year = Tahunnya harus antara { $first } dan { $last }.
days-backwards = Tanggal akhir mendahului tanggal awal.
days-too-many = Terlalu lama. Paling banyak { $limit } hari.
two-days-needed = Tulis dua tanggal: awal dan akhir. Contoh: 8/2/2027 - 9/3/2027
hours-day-unknown = Hari “{ $text }” tidak dikenal. Tulis misalnya: Sen-Kam, Jum, atau Setiap hari.
hours-no-day = Harinya belum ada di “{ $text }”. Contoh: Sen-Kam 07.30-16.00
hours-no-time = Jamnya belum ada di “{ $text }”. Contoh: Sen-Kam 07.30-16.00
hours-time-unknown = Jam “{ $text }” tidak terbaca. Contoh: 07.30-12.00
hours-backwards = “{ $text }”: jam tutup harus setelah jam buka. Untuk jaga malam, tulis dua kali: Sen 20.00-24.00; Sel 00.00-06.00
hours-overlap = Jam buka bertumpuk: { $text }
hours-day-twice = Hari { $day } ditulis dua kali. Tulis semua jam satu hari di satu tempat.
hours-empty = Belum ada jam buka sama sekali. Contoh: Sen-Jum 08.00-15.00
office-has-units =
    { $count ->
       *[other] Kantor ini masih punya { $count } unit yang buka. Tutup unit-unit itu dahulu.
    }
unit-has-cases =
    { $count ->
       *[other] Unit ini masih punya { $count } pengaduan yang belum selesai. Selesaikan atau alihkan dahulu.
    }
officer-elsewhere = Petugas ini tidak bertugas di unit loket ini.
csv-other-file = “{ $name }” bukan berkas .csv. Di Excel: Simpan sebagai, lalu pilih CSV.
csv-too-large = Berkas terlalu besar. Paling besar { $limit } KB.
csv-too-long = Berkas berisi { $rows } baris. Paling banyak { $limit }; bagilah menjadi beberapa berkas.
csv-not-fetched = Berkas belum dapat diambil dari Telegram. Mohon kirim sekali lagi.
csv-empty = Berkasnya kosong.
csv-not-text = Isi berkas bukan teks. Di Excel: Simpan sebagai, lalu pilih CSV UTF-8.
csv-broken = Baris { $line } rusak: ada tanda kutip yang tidak ditutup atau isi yang terlalu panjang. Perbaiki, lalu kirim lagi.
csv-header-unknown = Baris judul tidak dikenal ({ $found }). Lihat contoh berkas untuk nama kolomnya.
csv-no-column = Kolom “{ $column }” belum ada di baris judul.
csv-column-twice = Kolom “{ $column }” ada dua kali di baris judul.
csv-column-unknown = kolom ini tidak dikenal, jadi tidak dibaca.
csv-row-long = isinya lebih banyak daripada { $columns } kolom judul. Tulisan yang memuat tanda pemisah perlu diapit tanda kutip.
csv-cell-empty = belum diisi.
csv-which-office = kantornya belum disebut.
csv-no-office = kantor “{ $name }” tidak ditemukan.
csv-no-unit = unit “{ $name }” tidak ditemukan di { $office }.

menu-offices = Kantor, unit, jam buka
menu-qr = Poster QR
