# Undangan menilai: satu pertanyaan di akhir hari, untuk yang setuju dan terpilih secara acak.

button-inviting-ask = Boleh kami bertanya lagi sesekali?
button-inviting = Undangan menilai
button-inviting-yes = Ya, boleh
button-inviting-no = Tidak
button-inviting-stop = Jangan tanya lagi
inviting-ask =
    <b>Boleh kami bertanya sesekali?</b>

    Di akhir hari setelah Anda dilayani atau mengirim pengaduan, kami mungkin mengirim <b>satu pertanyaan</b>: bagaimana layanannya. Siapa yang ditanya dipilih secara acak, dan paling sering sekali dalam { $rest } hari.

    Petugas tidak tahu siapa yang ditanya. Anda bebas tidak menjawab, dan dapat berhenti kapan saja lewat /privasi.
inviting-on =
    <b>Undangan menilai: boleh</b>

    Di akhir hari setelah Anda dilayani atau mengirim pengaduan, kami mungkin mengirim satu pertanyaan, paling sering sekali dalam { $rest } hari.
inviting-off =
    <b>Undangan menilai: tidak</b>

    Kami tidak mengirim pertanyaan. Bila boleh, di akhir hari setelah Anda dilayani kami mungkin mengirim satu pertanyaan, paling sering sekali dalam { $rest } hari.
inviting-agreed = Terima kasih. Sesekali kami akan bertanya bagaimana layanannya. Berhenti kapan saja lewat /privasi.
inviting-declined = Baik, kami tidak akan bertanya. Anda tetap dapat menilai kapan saja lewat /nilai.

invited-visit =
    <b>{ $where }</b>
    { $service }

    Tadi Anda dilayani di sini. Bagaimana layanan yang Anda terima?

    <i>Jawaban diterima selama { $days } hari. Petugas tidak tahu bahwa Anda ditanya.</i>
invited-complaint =
    <b>{ $where }</b>

    Anda mengirim pengaduan ke sini. Bagaimana layanan yang Anda terima?

    <i>Jawaban diterima selama { $days } hari. Petugas tidak tahu bahwa Anda ditanya.</i>
invited-expired = Maaf, waktu menjawab pertanyaan ini sudah lewat. Anda tetap dapat menilai lewat /nilai. Terima kasih.

button-invited = Undangan menilai
button-invited-share = { $share } %
invited-share =
    <b>{ $unit }</b> – undangan menilai

    Sekarang <b>{ $share } %</b> dari warga yang setuju ditanya dan hari itu dilayani atau mengadu mendapat satu pertanyaan saat unit tutup. Siapa yang ditanya ditentukan secara acak oleh sistem; tidak ada yang dapat memilihnya. Seorang warga ditanya paling sering sekali dalam { $rest } hari.

    Pada 0 % tidak ada yang ditanya.
invited-share-unknown = Pilih salah satu angka yang ditawarkan.
