# Batas waktu pengaduan sebuah unit.
button-limits = Batas waktu
limits =
    <b>Batas waktu pengaduan: { $unit }</b>

    { $lines }

    Dasarnya:
    { $sources }

    Tekan nomornya untuk mengubah. Batas yang baru berlaku untuk pengaduan yang diterima sesudahnya.
limit-line = { $n }. { $what }: <b>{ $limit }</b> { $own }
limit-own = – ketentuan unit ini
limit-source = • Nomor { $numbers }: { $source }
limit-number = { $n }
limit-verify = Diperiksa
limit-first-answer = Jawaban pertama
limit-next-answer = Jawaban atas balasan
limit-nudge = Pelapor diingatkan
limit-silence = Ditutup bila pelapor diam
limit-cause = Hambatan dari luar diputuskan
limit-of-class = Selesai, { $class }
class-ringan = ringan
class-normatif = normatif
class-tidak-berkadar = tidak berkadar pengawasan
class-berkadar = berkadar pengawasan
class-permintaan = permintaan informasi
class-aspirasi = aspirasi
limit-ask =
    <b>{ $what }</b> – { $unit }

    Tulis batas yang baru, misalnya <i>3 hari kerja</i> atau <i>4 jam kerja</i>. Ketentuan umum: { $usual } ({ $source }).
button-limit-default = Pakai ketentuan umum
limit-ask-source = { $limit }. Apa dasarnya? Tulis nama dan nomor aturannya, misalnya <i>SK Kepala Dinas 12/2026</i>.
limit-set = Batas waktu { $unit } sudah disimpan. Pengaduan yang sudah masuk tetap memakai batas yang lama.
limit-not-working-time = Batas pengaduan ditulis dalam hari kerja, jam kerja, atau menit kerja.
limit-needs-source = Mohon tulis dasarnya, paling sedikit { $least } huruf. Dasar ini tercantum pada laporan.
