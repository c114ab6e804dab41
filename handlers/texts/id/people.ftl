# Bergabung, undangan, daftar petugas, peran saya.

role-officer = petugas
role-head = kepala unit
role-admin = admin
button-role-officer = Petugas
button-role-head = Kepala unit
button-role-admin = Admin

button-join = Ya, gabung
button-correct = Ada yang salah
button-not-me = Batal
button-invite = Undang
button-invite-staff = Undang petugas
button-invite-another = Buat undangan lain
button-overall-admins = Admin dan inspektorat semua kantor
button-relink = Buat tautan baru
button-dismiss = Akhiri peran ini
button-dismiss-yes = Ya, akhiri

# Bergabung
join-ask-nip =
    Selamat datang. Anda diundang sebagai <b>{ $role }</b> di <b>{ $where }</b>.

    Berapa NIP Anda? Tulis 18 angkanya; spasi tidak apa-apa.
join-ask-name = Siapa nama lengkap Anda, seperti di surat keputusan?
join-ask-position = Apa jabatan Anda? Contoh: Pengadministrasi Umum
join-confirm =
    Apakah ini benar?

    Nama: <b>{ $name }</b>
    NIP: { $nip }
    Jabatan: { $position }
    Peran: { $role }, { $where }
join-declined = Baik, tidak ada yang disimpan. Tautan undangan masih berlaku sampai masanya habis.
joined-officer =
    Selamat bekerja, <b>{ $name }</b>. Anda sekarang petugas di { $where }.

    • Pengaduan baru untuk unit Anda datang ke sini. Ketuk <b>Ambil</b>, lalu jawab.
    • /tugas – pengaduan yang terbuka, menurut batas waktu
    • /kinerja – angka Anda sendiri
    • /saya – peran Anda di sini
joined-head =
    Selamat bekerja, <b>{ $name }</b>. Anda sekarang kepala unit di { $where }.

    • Pengaduan yang lewat waktu diberitahukan kepada Anda di sini.
    • /tugas – pengaduan yang terbuka
    • /ringkasan – ringkasan mingguan
    • /qr – poster QR unit Anda
joined-admin =
    Selamat bekerja, <b>{ $name }</b>. Anda sekarang admin { $where }.

    Langkah pertama:
    • /kantor – unit, layanan, loket, jam buka, impor CSV
    • /undang – undang petugas dan kepala unit
    • /qr – poster untuk loket
    • /ringkasan – ringkasan mingguan

# Peran saya
me-citizen = Anda memakai bot ini sebagai warga. Bila Anda petugas, buka tautan undangan dari admin kantor Anda.
me-staff =
    <b>{ $name }</b>
    NIP { $nip }
    { $position }

    { $roles }
me-role = • { $role }, { $where }

# Undangan
invite-role = Mengundang sebagai apa?
invite-office = Mengundang <b>{ $role }</b>. Di kantor yang mana?
invite-unit = Mengundang <b>{ $role }</b> di { $office }. Di unit yang mana?
invite-no-unit = { $office } belum punya unit. Tambahkan unit dahulu, lalu undang <b>{ $role }</b>.
invite-to = Mengundang ke <b>{ $unit }</b>, sebagai apa?
invite-made =
    Undangan <b>{ $role }</b> untuk { $where } sudah jadi. Teruskan pesan berikut kepada yang bersangkutan.

    Tautannya hanya untuk satu orang, sampai { $until }.
invitation =
    Anda diundang sebagai <b>{ $role }</b> di <b>{ $where }</b> dalam Suara Warga.

    Buka tautan ini di ponsel yang ada Telegram-nya:
    { $link }

    Berlaku satu kali, sampai { $until }.
invitation-personal =
    Undangan untuk <b>{ $name }</b> ({ $unit }) dalam Suara Warga.

    Buka tautan ini di ponsel yang ada Telegram-nya, lalu tulis NIP Anda:
    { $link }

    Berlaku satu kali, selama 7 hari.

# Daftar petugas
people-offices = Petugas dari kantor yang mana?
people-list =
    <b>{ $name }</b> – petugas

    { $count ->
        [0] Belum ada petugas. Undang yang pertama.
       *[other] { $count } peran, { $waiting } belum bergabung. Pilih salah satu.
    }
member-label = { $name } – { $role }, { $unit }
member-label-office = { $name } – { $role }
person-page =
    <b>{ $name }</b>
    { $position }

    Peran: { $role }, { $where }
    { $state }
person-joined = Sudah bergabung.
person-waiting = Belum bergabung: tautan pribadinya belum dipakai.
relink-made = Tautan baru untuk <b>{ $name }</b> ada di pesan berikut. Tautan lamanya tidak berlaku lagi.
dismiss-ask = Akhiri peran <b>{ $role }</b> dari <b>{ $name }</b> di { $where }? Catatan kinerjanya tetap ada.
dismissed = Peran { $role } dari <b>{ $name }</b> di { $where } sudah berakhir.
dismissed-notice = Peran Anda sebagai { $role } di { $where } sudah berakhir. Terima kasih atas pengabdian Anda.

# Penolakan
nip-invalid = NIP terdiri dari 18 angka.
nip-letters = “{ $text }” bukan NIP. NIP hanya berisi angka, 18 banyaknya.
nip-length = NIP terdiri dari 18 angka, yang ini { $digits }.
nip-spreadsheet = “{ $text }” bukan NIP: lembar kerja sudah mengubah angkanya. Jadikan kolomnya berjenis Teks, lalu tulis lagi.
nip-taken = NIP ini sudah dipakai oleh akun lain. Hubungi admin kantor Anda.
nip-differs = Akun ini sudah terdaftar dengan NIP { $nip }.
nip-not-invited = NIP ini tidak cocok dengan undangannya. Periksa angkanya, atau minta undangan yang benar.
nip-own-link = NIP ini sudah didaftarkan kantor Anda. Untuk bergabung, pakailah tautan pribadi Anda; admin dapat membuat yang baru lewat /orang.
invitation-unknown = Maaf, tautan undangan ini tidak dikenal. Minta tautan baru kepada admin.
invitation-used = Tautan undangan ini sudah dipakai. Minta tautan baru kepada admin.
invitation-expired = Masa tautan undangan ini sudah habis. Minta tautan baru kepada admin.
role-held = Anda sudah memegang peran ini. Tautannya masih berlaku untuk orang lain.
role-unknown = peran “{ $text }” tidak dikenal. Tulis petugas, kepala, admin, atau pengawas.
role-needs-unit = Petugas dan kepala unit perlu unit.
admin-has-office = Admin dan petugas inspektorat ditempatkan di kantor, bukan di unit.
officer-joined = Orang ini sudah bergabung.
appointment-over = Peran ini sudah berakhir.
last-admin = Ini admin terakhir untuk semua kantor. Undang admin lain dahulu.

menu-invite = Undang petugas
menu-people = Daftar petugas
menu-me = Peran saya
