button-own-words = Catatan saya
own-words-ask =
    <b>Catatan Anda untuk { $period }</b>

    Tulislah apa yang perlu diketahui tentang pekerjaan Anda pada periode ini: yang berhasil, yang sulit, dan yang Anda pelajari. { $least } sampai { $most } huruf.

    Catatan ini dibaca atasan Anda dan masuk ke bahan rapat evaluasi.
own-words-ask-again =
    <b>Catatan Anda untuk { $period }</b>

    Yang sekarang tercatat:
    <i>{ $before }</i>

    Kirim tulisan baru untuk menggantinya. { $least } sampai { $most } huruf.
own-words-kept =
    Catatan Anda untuk { $period } sudah disimpan.

    <i>{ $words }</i>

    Anda dapat menggantinya sampai periode ini dibekukan.
own-words-frozen = Periode ini sudah dibekukan, jadi catatannya tidak dapat diubah lagi.
