# Bila seseorang mengirim terlalu banyak.
flood-wait = Anda mengirim terlalu banyak pesan. Mohon tunggu { $minutes } menit, lalu lanjutkan.

    Yang sudah Anda kirim tersimpan. Pesan yang Anda kirim selama menunggu tidak kami baca; mohon kirim lagi sesudahnya.
complaints-too-many = Anda sudah mengirim { $most } pengaduan dalam satu jam. Mohon tunggu { $wait } menit lagi, lalu kirim. Isian Anda tetap tersimpan.
complaints-too-many-day = Anda sudah mengirim { $most } pengaduan dalam 24 jam. Mohon tunggu { $wait } jam lagi, lalu kirim. Isian Anda tetap tersimpan.
