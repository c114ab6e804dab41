# Sanggah: satu penilaian atau pengaduan disanggah, orang lain memutuskan.
menu-contests = Sanggahan
button-contests = Sanggahan
button-contest = Sanggah
button-contest-look = Lihat sanggahan
button-contest-decide = { $name }: { $what }, { $why }
button-contest-own = Sanggahan Anda: { $what }, { $why }
button-contest-accept = Terima
button-contest-refuse = Tolak
contests =
    <b>Sanggahan</b>
    Menunggu keputusan Anda: { $waiting }

    <b>Sanggahan Anda sendiri</b>
    { $mine }

    Untuk menyanggah, buka /kinerja, pilih sebuah angka, lalu penilaian atau pengaduannya.
contests-none = Belum ada.
contests-line = • { $what }, { $why }: { $state }
contest-what-rating = penilaian
contest-what-case = pengaduan
contest-kind-not-mine = bukan saya yang melayani
contest-kind-wrong-visit = tentang kunjungan atau layanan lain
contest-kind-insult = makian, bukan tentang layanan
contest-kind-outside-cause = hambatan luar
contest-open = menunggu keputusan
contest-accepted = diterima
contest-refused = ditolak
contest-accepted-by = Diterima oleh { $name }: { $words }
contest-refused-by = Ditolak oleh { $name }: { $words }
contest-ask-kind = Mengapa { $what } ini tidak seharusnya dihitung dalam kinerja Anda?
contest-ask-words = Tuliskan alasannya, paling sedikit { $least } huruf. Yang memutuskan adalah orang lain, bukan penilai Anda. Warga tidak diberi tahu.
contest-raised = Sanggahan tercatat. Yang berwenang sudah diberi tahu. Sampai diputuskan, tetap dihitung.
contest-raised-nobody = Sanggahan tercatat, tetapi belum ada orang lain yang berwenang memutuskan. Silakan minta admin menunjuk seorang pimpinan atau admin kantor. Sampai diputuskan, tetap dihitung.
contest-new =
    <b>Sanggahan baru</b>
    { $name } menyanggah { $what }: { $why }. Keputusan ada pada Anda atau orang lain yang berwenang.
contest-reminder = Sanggahan { $name } belum diputuskan. Kinerjanya dibekukan { $at }.
contest =
    <b>Sanggahan { $name }</b>, { $unit }
    { $why }

    { $fact }

    Alasan: { $words }

    { $state }
contest-service = Layanan: { $service }
contest-fact-rating = <b>Penilaian: { $score }</b>
contest-fact-gone = Pengaduan ini sekarang ditangani pengawasan.
contest-ask-accept = Anda menerima sanggahan ini. Tuliskan alasannya, paling sedikit { $least } huruf. Petugas akan membacanya.
contest-ask-refuse = Anda menolak sanggahan ini. Tuliskan alasannya, paling sedikit { $least } huruf. Petugas akan membacanya.
contest-done = Keputusan tercatat dan petugas sudah diberi tahu.
contest-told-accepted =
    <b>Sanggahan Anda diterima</b>
    { $what }, { $why }.
    Alasan: { $words }

    Dalam angka kedua, hal ini dikesampingkan.
contest-told-refused =
    <b>Sanggahan Anda ditolak</b>
    { $what }, { $why }.
    Alasan: { $words }
contest-not-yours = Penilaian atau pengaduan itu bukan bagian dari kinerja Anda.
contest-already = Ini sudah pernah Anda sanggah. Satu hal disanggah satu kali.
contest-frozen = Kinerja periode itu sudah dibekukan. Anda masih dapat mengajukan keberatan atas penilaiannya, atau meminta atasan membuat perubahan dengan alasan.
contest-decided = Sanggahan itu sudah diputuskan.
