period-custom = { $name }

expectation-below = Di bawah ekspektasi
expectation-as_expected = Sesuai ekspektasi
expectation-above = Di atas ekspektasi

predicate-sangat_baik = Sangat Baik
predicate-baik = Baik
predicate-butuh_perbaikan = Butuh Perbaikan
predicate-kurang = Kurang
predicate-sangat_kurang = Sangat Kurang
predicate-istimewa = Istimewa

value-service = Berorientasi Pelayanan
value-accountable = Akuntabel
value-competent = Kompeten
value-harmonious = Harmonis
value-loyal = Loyal
value-adaptive = Adaptif
value-collaborative = Kolaboratif

leader-circle = Atasan itu berada di bawah pegawai ini. Silakan pilih atasan lain.
terms-kind-unknown = Jenis periode itu tidak ada.
terms-days-out-of-range = Masa keberatan 1 sampai 90 hari, dan pembekuan 0 sampai 60 hari setelah periode berakhir.
period-days-wrong = Hari terakhir harus setelah hari pertama, dan periode paling lama setahun.
period-overlaps = Hari-hari itu sudah termasuk periode “{ $name }”.
period-unknown = Periode itu tidak ada.
