amendment-not-frozen = Catatan ini belum dibekukan, jadi belum ada yang perlu ditambahkan.
amendment-needs-reason = Tulis alasan perubahan ini, supaya pegawai yang dinilai dapat membacanya.
record-without-unit = Pegawai ini tidak bertugas di unit mana pun dalam periode itu, jadi tidak ada catatan yang dapat dibekukan.
