# Mengapa waktu dihitung demikian: kalimat untuk kepala kantor, petugas, dan baris perintah.
clock-sentence = { $parts }.
clock-line = • { $part }

clock-span = { $first }–{ $last }
clock-and = { $first } dan { $last }
clock-day = { $day } { $hours }
clock-named = { $days } { $name }
clock-source = { $name } ({ $decree })
clock-days-between = … { $n } hari kerja di antaranya ({ $total })
clock-days-more = … { $n } hari kerja di antaranya
clock-more = … dan { $n } lagi

clock-counted = Dihitung { $total }: { $days }
clock-counted-hardly = Dihitung kurang dari satu menit
clock-counted-nothing = Belum ada waktu yang dihitung
clock-from-opening = dimulai di luar jam buka, jadi dihitung sejak { $opening }
clock-day-number = hari kerja ke-{ $n } dari { $limit }; hari diterima tidak dihitung
clock-day-over = { $n } hari kerja berlalu dari batas { $limit }; hari diterima tidak dihitung
clock-paused = dijeda { $span }
clock-paused-why = dijeda { $span } { $why }
clock-paused-since = dijeda sejak { $since }
clock-paused-since-why = dijeda sejak { $since } { $why }
clock-paused-more = … { $n } jeda lain ({ $total })
clock-days-off = { $days } libur
clock-days-off-named = libur: { $days }
clock-weekly = { $days } tiap pekan ({ $n } hari)
clock-season = jam kerja { $name } berlaku { $days }
clock-own-hours = { $day } buka { $hours }, { $name }

clock-received = Diterima { $received }; batas { $duration }.
clock-received-closed = Diterima { $received }, di luar jam buka; batas { $duration } dihitung sejak { $opening }.
clock-limit-days = Hari diterima tidak dihitung. Hari kerja yang dihitung: { $days }.
clock-limit-time = Jam buka yang dihitung: { $days }.
clock-limit-hours = Dihitung terus siang dan malam, hari libur juga.
clock-limit-calendar-days = Hari diterima tidak dihitung. Semua hari lain dihitung, hari libur juga, sampai pukul 24.00 hari terakhir.
clock-limit-skipped = Dilewati karena libur: { $days }.
clock-limit-other-hours = Jam buka berbeda: { $hours }.
clock-limit-promised = Tanpa jeda, batasnya { $end }.
clock-limit-moved = Batas mundur { $total } waktu buka karena { $pauses }.
clock-limit-moved-round = Batas mundur { $total } karena { $pauses }.
clock-limit-end = Batas: { $end }.
clock-limit-end-closing = Batas: { $end }, akhir hari kerja terakhir.
clock-limit-pausing = Jeda masih berjalan, jadi batas ini terus mundur.
clock-limit-kept = Batas yang sudah dijanjikan tetap berlaku; menurut kalender ini batasnya { $recomputed }.
clock-undecreed = Perhatian: hari libur dan cuti bersama sesudah tahun { $year } belum ditetapkan. Perhitungan ini dapat berbeda bila penetapannya keluar.

# Sebab jeda.
pause-waiting = menunggu keterangan dari pelapor
pause-answered = menunggu tanggapan pelapor atas jawaban
pause-solved = karena sudah selesai, sampai dibuka kembali
pause-rejected = karena ditolak, sampai dibuka kembali
pause-archived = karena diarsipkan, sampai dibuka kembali
pause-merged = karena digabung dengan pengaduan lain
pause-cause = karena sebab dari luar
