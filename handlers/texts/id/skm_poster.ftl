# Poster publikasi IKM. Kata-kata yang masuk ke poster tanpa tanda tebal.
button-skm-poster = Poster IKM
skm-poster-pdf = Poster IKM <b>{ $unit }</b>, { $period }: PDF untuk dicetak (A4).
skm-poster-png = Gambar yang sama, untuk layar dan pesan.
skm-poster-few = Belum cukup data untuk dipublikasikan: setiap unsur perlu dijawab paling sedikit { $least } orang. Angka tentang orang yang lebih sedikit tidak ditampilkan.

ikm-poster-title = INDEKS KEPUASAN MASYARAKAT (IKM)
ikm-poster-score = NILAI IKM
ikm-poster-quality = Mutu pelayanan
ikm-poster-range = Kisaran 95 %: { $low } sampai { $high }
ikm-poster-respondents = RESPONDEN
ikm-poster-sex = Jenis kelamin
ikm-poster-education = Pendidikan
ikm-poster-hidden = * tidak ditampilkan: kurang dari 5 orang, atau membuka angka yang kurang dari 5
ikm-poster-services = Layanan
ikm-poster-services-more = { $services }, dan { $n } lainnya
ikm-poster-time = Masa survei: { $first } sampai { $last }
ikm-poster-weight = Dihitung dari { $n } unsur, bobot masing-masing { $weight }
ikm-poster-running = Angka sementara: periode ini belum selesai.
ikm-poster-thanks = TERIMA KASIH
ikm-poster-thanks-why = atas penilaian yang telah Anda berikan. Masukan Anda sangat bermanfaat agar kami terus memperbaiki dan meningkatkan mutu pelayanan bagi masyarakat.
ikm-poster-more = Angka lengkap dan cara menghitungnya: pindai kode ini.
ikm-poster-basis = Dihitung menurut Peraturan Menteri PANRB Nomor 14 Tahun 2017 · keadaan data { $at }
