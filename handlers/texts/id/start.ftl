# Awal percakapan: persetujuan, bahasa, menu.
bot-description = Nilai layanan kantor pemerintah Anda, atau sampaikan pengaduan. Petugas menjawab di sini, dengan batas waktu yang jelas. Petugas tidak melihat siapa Anda.
consent-notice =
    <b>Suara Warga</b> – tempat Anda menilai layanan kantor pemerintah dan menyampaikan pengaduan.

    Kami menyimpan nilai, tulisan, foto, dokumen, pesan suara, dan lokasi yang Anda kirim, untuk memperbaiki layanan. Petugas tidak melihat siapa Anda, kecuali Anda memilih menyebut nama. Anda dapat menarik persetujuan kapan saja lewat /privasi.

    Apakah Anda setuju?
consent-details =
    <b>Data pribadi Anda</b>

    • Siapa: pemerintah daerah yang menjalankan bot ini.
    • Untuk apa: memperbaiki layanan, menjawab pengaduan, dan menjadi bukti kinerja petugas.
    • Yang disimpan: kode pengganti nomor Telegram Anda, nomor itu sendiri agar kami dapat membalas, nilai, tulisan, foto, dokumen, pesan suara, dan lokasi yang Anda kirim.
    • Yang tidak disimpan: nama Anda, kecuali Anda memilih menyertakannya dalam pengaduan; nomor telepon; NIK.
    • Berapa lama: selama diperlukan untuk layanan dan laporan; angka tanpa nama disimpan seterusnya.
    • Pesan lewat Telegram, yang servernya berada di luar negeri.
    • Hak Anda: melihat, memperbaiki, menarik persetujuan (/privasi), sesuai UU 27/2022.

    Apakah Anda setuju?
button-agree = Setuju
button-decline = Tidak setuju
button-details = Rincian
button-other-language = English
button-read-again = Baca lagi pemberitahuan
consent-declined =
    Baik. Kami tidak menyimpan apa pun dari Anda selain pilihan ini.

    Anda tetap dapat melihat angka layanan.

menu =
    Apa yang ingin Anda lakukan?

    Anda juga dapat langsung menuliskan keluhan atau pujian di sini.
menu-staff =
    Selamat bekerja. Apa yang ingin Anda buka?

    Perintah lain ada di tombol menu (/).
help =
    <b>Cara memakai</b>

    • Pindai kode QR di loket, lalu ketuk satu nilai. Selesai.
    • /nilai – menilai layanan
    • /lapor – menyampaikan pengaduan
    • /status – melihat pengaduan Anda
    • /unit – melihat angka layanan
    • /bahasa – mengganti bahasa
    • /privasi – data pribadi Anda
    • /batal – berhenti di langkah mana pun
help-staff =
    <b>Untuk petugas</b>

    • /layani – melayani warga di loket
    • /tugas – pengaduan yang terbuka, menurut batas waktu
    • /cari – mencari pengaduan; /templat – jawaban siap pakai
    • /kinerja – angka Anda sendiri
    • /cuti, /tenang – cuti dan penggantinya; jam tenang
    • /papan – siapa menangani apa, apa yang terlambat (kepala, admin)
    • /ringkasan – ringkasan mingguan; /skm – laporan survei (kepala, admin)
    • /tinjau – nilai yang diragukan (kepala, admin)
    • /pengawasan – pengaduan berkadar pengawasan (inspektorat)
    • /kantor, /orang, /undang, /qr – pengaturan (admin)
    • /batal – berhenti di langkah mana pun
language-choose = Pilih bahasa Anda. / Choose your language.
language-set = Baik, kita berbahasa Indonesia.
cancelled = Baik, dibatalkan. Tidak ada yang dikirim. Ketik /start untuk menu.
nothing-to-cancel = Tidak ada yang perlu dibatalkan. Ketik /start untuk mulai.
command-unknown = Perintah { $command } tidak dikenal. Ini yang dapat Anda lakukan:

looks-like-complaint = Terima kasih. Tulisan Anda tampak seperti pengaduan. Mau disampaikan kepada unitnya?
looks-like-praise = Terima kasih. Tulisan Anda tampak seperti pujian. Mau dijadikan nilai dan komentar?
looks-like-question = Tulisan Anda tampak seperti pertanyaan. Anda dapat menyampaikannya kepada unitnya; petugas akan menjawab di sini.
looks-like-other = Terima kasih. Mau disampaikan ke mana tulisan Anda?
looks-like-answer =
    Tulisan ini belum dikirim kepada siapa pun.

    Untuk menjawab pengaduan, buka <b>Tugas</b>, pilih nomornya, lalu tekan <b>Jawab</b>.
button-make-complaint = Sampaikan ke unit
button-make-rating = Jadikan nilai dan komentar
file-unexpected = Terima kasih. Untuk mengirim foto atau lokasi, mulailah pengaduan dahulu; fotonya diminta sesudah itu.
file-for-import = Untuk mengimpor data, buka <b>Kantor dan unit</b>, pilih kantornya, tekan <b>Impor CSV</b>, lalu kirim berkasnya.
sticker-answer = Terima kasih stikernya. Ada yang dapat kami bantu?

privacy =
    <b>Data pribadi Anda</b>

    Kami menyimpan kode pengganti nomor Telegram Anda, nomor itu sendiri agar kami dapat membalas, dan apa yang Anda kirim: nilai, tulisan, foto, dokumen, pesan suara, lokasi. Nama hanya disimpan bila Anda menyertakannya dalam pengaduan; tanpa itu petugas tidak melihat siapa Anda.

    Pesan lewat Telegram, yang servernya berada di luar negeri. Dasar: UU 27/2022.
button-withdraw = Tarik persetujuan
button-withdraw-yes = Ya, tarik persetujuan
withdraw-ask = Bila persetujuan ditarik, Anda tidak dapat menilai atau melapor sampai Anda setuju lagi. Pengaduan yang sudah dikirim tetap diselesaikan. Lanjutkan?
withdrawn = Persetujuan Anda sudah ditarik. Anda tetap dapat melihat angka layanan lewat /unit.

menu-help = Cara memakai
menu-language = Ganti bahasa
menu-cancel = Batalkan langkah ini
menu-privacy = Data pribadi Anda
menu-rate = Nilai layanan
menu-units = Lihat angka layanan
