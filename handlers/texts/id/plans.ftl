# Rencana tindak lanjut atas unsur survei yang rendah.

button-plans = Rencana tindak lanjut
button-plan = Lihat rencana
button-plan-new = Rencana baru untuk { $period }
button-plan-other = Unsur lain
button-plan-make = Simpan rencana
button-plan-done = Sudah selesai
button-plan-drop = Dihentikan
button-plan-owner = Ganti penanggung jawab
button-plan-due = Ganti triwulan
plans-none =
    <b>Rencana tindak lanjut</b>
    { $unit }

    Belum ada rencana.
plans =
    <b>Rencana tindak lanjut</b>
    { $unit }

    { $lines }
plans-line =
    <b>{ $number }. { $element }</b> ({ $period })
    { $programme }
    { $owner }, { $due }: { $state }
    { $effect }
plan =
    <b>{ $element }</b>
    { $unit }, hasil { $period }

    { $programme }

    Penanggung jawab: { $owner }
    Waktu: { $due }
    Keadaan: { $state }
    { $effect }
plan-state-open = berjalan
plan-state-overdue = lewat waktu
plan-state-done = selesai. { $outcome }
plan-state-dropped = dihentikan. { $outcome }
plan-effect-rose = Unsur ini <b>naik</b> dari { $since } ke { $until } (selisih { $low } sampai { $high }, kisaran 95 %).
plan-effect-fell = Unsur ini <b>turun</b> dari { $since } ke { $until } (selisih { $low } sampai { $high }, kisaran 95 %).
plan-effect-same = Unsur ini tidak berbeda nyata dari { $since } ke { $until } (selisih { $low } sampai { $high }, kisaran 95 %).
plan-effect-untold = Belum cukup jawaban untuk membandingkan unsur ini.
plan-effect-ahead = Belum ada periode sesudahnya untuk dibandingkan.

plan-element = { $element } ({ $nrr })
plan-ask-element = Rencana untuk unsur yang mana? Ini tiga unsur terendah dalam { $period }.
plan-ask-element-unknown = Rencana untuk unsur yang mana? Jawaban survei dalam { $period } belum cukup untuk mengurutkannya.
plan-ask-programme =
    <b>{ $element }</b>

    Apa yang akan dilakukan? Tulis programnya dengan { $least } sampai { $most } huruf, misalnya: <i>Menambah satu loket pada hari Senin dan Jumat.</i>
plan-ask-owner = Siapa penanggung jawabnya?
plan-no-owner = Unit ini belum punya petugas atau kepala. Undang dahulu lewat /undang, lalu buat rencananya.
plan-ask-due = Selesai dalam triwulan mana?
plan-confirm =
    <b>Simpan rencana ini?</b>

    Unsur: { $element } ({ $period })
    Program: { $programme }
    Penanggung jawab: { $owner }
    Waktu: { $due }

    Rencana ini masuk ke laporan survei. Penanggung jawab diingatkan pada awal triwulan dan dua minggu sebelum akhirnya.
plan-made = Rencana tersimpan.
plan-ask-done = Apa hasilnya? Tulis singkat (paling banyak { $most } huruf); tulisan ini masuk ke laporan berikutnya.
plan-ask-dropped = Mengapa dihentikan? Tulis singkat (paling banyak { $most } huruf); tulisan ini masuk ke laporan berikutnya.
plan-given =
    <b>Rencana tindak lanjut untuk Anda</b>
    { $unit }: { $element }

    { $programme }

    Waktu: { $due }
plan-begun =
    <b>Rencana tindak lanjut dimulai</b>
    { $unit }: { $element }

    { $programme }

    Penanggung jawab: { $owner }. Triwulannya sudah berjalan: { $due }.
plan-ending =
    <b>Rencana tindak lanjut: tinggal dua minggu</b>
    { $unit }: { $element }

    { $programme }

    Penanggung jawab: { $owner }. Waktunya berakhir bersama { $due }.
plan-overdue =
    <b>Rencana tindak lanjut lewat waktu</b>
    { $unit }: { $element }

    { $programme }

    Penanggung jawab: { $owner }. Waktunya { $due }, dan belum dinyatakan selesai.

plan-element-unknown = Unsur ini tidak ditanyakan di unit ini, atau periodenya belum mulai.
plan-owner-unfit = Penanggung jawab harus petugas atau kepala unit ini.
plan-due-unknown = Pilih triwulan ini atau salah satu dari empat berikutnya.
plan-too-many = Untuk satu periode paling banyak { $most } rencana.
plan-closed = Rencana ini sudah ditutup.
