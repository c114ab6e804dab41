# Penghargaan
menu-recognition = Penghargaan pegawai
button-recognition-period = Pilih untuk { $period }
button-recognition-other = Pegawai lain
button-recognition-publish = Umumkan ke seluruh kantor
recognition-home =
    <b>Penghargaan</b>

    { $lines }
recognition-home-none =
    <b>Penghargaan</b>

    Belum ada penghargaan.
recognition-line = <b>{ $name }</b>, { $period }: { $reason } ({ $by })
recognition-candidates =
    <b>Penghargaan { $period }</b>

    Data mendukung nama-nama ini: paling sedikit { $least } angka jelas baik, dan tidak ada yang jelas kurang. Urutannya menurut abjad, tanpa nilai dan tanpa peringkat. Anda yang memutuskan.

    { $lines }
recognition-candidates-none =
    <b>Penghargaan { $period }</b>

    Data tidak menunjuk siapa pun (paling sedikit { $least } angka jelas baik, dan tidak ada yang jelas kurang). Anda tetap dapat memilih pegawai, dengan alasan.
recognition-candidate = <b>{ $name }</b>: { $good }
recognition-other = Siapa yang diberi penghargaan?
recognition-ask-reason =
    <b>Penghargaan untuk { $name }</b>, { $period }

    Apa alasannya? Tulis { $least } sampai { $most } huruf. Alasan ini dibaca seluruh kantor, jadi jangan sebut nama warga.
recognition-confirm =
    <b>Penghargaan { $period }</b>
    { $name }

    { $reason }

    Begini yang akan dibaca seluruh kantor. Tulis lagi untuk menggantinya.
recognition-given-now = Tersimpan. Seluruh kantor segera diberi tahu.
recognition-published =
    <b>Penghargaan { $period }</b>
    { $name }, { $office }

    { $reason }

    Diputuskan oleh { $by }.
recognition-oneself = Penghargaan untuk diri sendiri diputuskan orang lain.
recognition-period-runs = Periode itu belum selesai.
recognition-given = Pegawai ini sudah menerima penghargaan untuk periode itu.
