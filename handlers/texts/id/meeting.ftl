# Rapat evaluasi: bahan, janji, dan apa yang terjadi dengannya
menu-meeting = Rapat evaluasi dan janjinya
button-meeting-promise = Lihat janji
button-meeting-new = Catat janji baru
button-meeting-kept = Ditepati
button-meeting-not-kept = Tidak ditepati
button-meeting-unit = Seluruh unit
meeting-units = Rapat evaluasi unit yang mana?
meeting =
    <b>Rapat evaluasi</b>
    { $unit }

    { $lines }
meeting-none =
    <b>Rapat evaluasi</b>
    { $unit }

    Belum ada janji yang dicatat.
meeting-line = <b>{ $number }.</b> { $who }: { $words } (sampai { $due }): { $state }
meeting-promise =
    <b>Janji { $who }</b>
    { $unit }, rapat { $period }

    { $words }

    Sampai: { $due }
    Keadaan: { $state }
meeting-open = berjalan
meeting-late = lewat waktu, belum ada kabarnya
meeting-kept = ditepati. { $outcome }
meeting-not-kept = tidak ditepati. { $outcome }
meeting-ask-kept = Apa hasilnya? Tulis singkat (paling banyak { $most } huruf); tulisan ini masuk ke bahan rapat berikutnya.
meeting-ask-not-kept = Mengapa tidak ditepati? Tulis singkat (paling banyak { $most } huruf); tulisan ini masuk ke bahan rapat berikutnya.
meeting-who = Siapa yang berjanji?
meeting-period = Dalam rapat untuk periode mana?
meeting-ask-words = Apa yang dijanjikan? Tulis { $least } sampai { $most } huruf, misalnya: <i>Menjawab setiap pengaduan dalam satu hari kerja.</i>
meeting-ask-due = Sampai kapan? Tulis tanggalnya, misalnya 31/3/2027.
meeting-due =
    <b>Janji rapat evaluasi hampir jatuh tempo</b>
    { $who }: { $words }

    Sampai: { $due }
meeting-no-unit = Anda belum terdaftar di sebuah unit.
meeting-no-period = Kantor ini belum punya periode penilaian.
promise-due-wrong = Tanggalnya harus mulai hari ini dan paling lama dua tahun lagi.
promise-closed = Janji ini sudah ditutup.
promise-too-many = Untuk satu rapat paling banyak { $most } janji.
