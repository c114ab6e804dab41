"""Marelan: periodic appraisal on set indicators, and complaints that are answered faster.

July to December 2026 in a district office of Medan, which appraises each month. In July and August
Sari answers 58 % of her complaints within one working day, clearly short of the plan. Her leader
rates that; the evidence of both months proposes a training; what it did is measured.
"""

from __future__ import annotations

from dataclasses import replace

from tests.journeys.towns.half_year import (
    Place,
    Rating,
    agree_on_plan,
    appraises,
    labels,
    measured,
    opens_appraisal,
    plans,
    rates,
    reads_all,
    says,
    taps,
)
from tests.town import Actor, Town

SERVICE = "Surat pengantar"
TRAINING = "Menjawab pengaduan dengan cepat"
FASTER = "Dijawab dalam satu hari kerja"
BETTER = "membaik: naik dari 58 % menjadi 92 % (n = 24 dan 12; selisih 33 poin persen"
MATTERS = (
    "surat pindah",
    "kartu keluarga",
    "izin keramaian",
    "surat waris",
    "akta lahir",
    "surat nikah",
    "izin usaha",
    "surat domisili",
    "surat tidak mampu",
    "kartu tanda penduduk",
    "surat kematian",
    "surat tanah",
)
BELOW = Rating(
    "Di bawah ekspektasi",
    "Pelayanan di loket baik, tetapi hanya 58 % pengaduan dijawab dalam sehari.",
    "Sesuai ekspektasi",
    "Sopan kepada warga dan menolong rekan saat antrean panjang.",
)
EXPECTED = Rating(
    "Sesuai ekspektasi",
    "Sebelas dari dua belas pengaduan dijawab dalam satu hari kerja.",
    "Sesuai ekspektasi",
    "Menjelaskan penyebab keterlambatan dengan sabar kepada warga.",
)


async def founded(town: Town) -> Place:
    place = await Place.found(
        town, "Kecamatan Medan Marelan", "Loket Pelayanan", {SERVICE: "30 minutes"}
    )
    await place.admin("Ani")
    await place.chief("Camat")
    await place.head("Hadi")
    await place.officer("Sari")
    await town.serves(place["Sari"], place.counter)
    return place


async def the_office_appraises_each_month(place: Place) -> None:
    await appraises(place["Ani"], "setiap bulan")
    assert place["Ani"].sees("Periode: setiap bulan. Tahun penuh tidak dinilai terpisah")
    assert place["Ani"].sees("kecuali tahun yang sudah berjalan")


async def quantity_quality_and_time_are_agreed_on(place: Place) -> None:
    sari = place["Sari"]
    await plans(
        sari,
        "Warga dilayani dengan baik dan tepat waktu",
        "Pelayanan kecamatan memuaskan",
        measured("Kunjungan dilayani", "Kuantitas", "5"),
        measured("Kepuasan secara umum", "Kualitas", "3"),
        measured("Layanan sesuai janji waktu", "Waktu", "80"),
        measured(FASTER, "Waktu", "90"),
    )
    await agree_on_plan(sari, place["Hadi"])
    assert sari.sees("Hadi menyetujui SKP 2026 versi 1")


async def citizens_come_to_the_counter(place: Place) -> None:
    """Six visits of twenty minutes, one of fifty; three promised half an hour. All rate."""
    await place.visits(place["Sari"], (20, 20, 50, 20, 20, 20), ("Baik", "Sangat baik") * 3)


async def complaints_come(place: Place, month: str, in_a_day: int) -> list[str]:
    """Twelve on a Monday; the first ones are answered that day, the others on Thursday."""
    sari = place["Sari"]
    tickets = [
        await place.complaint(f"Urusan {matter} bulan {month} belum juga selesai.")
        for matter in MATTERS
    ]
    for number, ticket in enumerate(tickets):
        await place.takes(sari, ticket)
        if number < in_a_day:
            await place.answers(sari, ticket, "Surat Anda sudah selesai, silakan diambil.")
    await place.minutes(3 * 24 * 60)
    for ticket in tickets[in_a_day:]:
        await place.answers(sari, ticket, "Maaf terlambat. Surat Anda sudah selesai.")
    return tickets


async def july_falls_short(place: Place) -> None:
    sari = place["Sari"]
    await place.until("2026-07-20 08:00")
    await citizens_come_to_the_counter(place)
    await complaints_come(place, "Juli", in_a_day=7)
    await sari.sends("/kinerja")
    assert sari.sees(f"{FASTER}: 58 % (kisaran 32 % sampai 81 %; n = 12)")
    assert sari.sees("Layanan sesuai janji waktu: 83 % (kisaran 44 % sampai 97 %; n = 6)")
    assert sari.sees("Kunjungan dilayani: 6")
    assert sari.sees("Ini bukti, bukan penilaian kinerja.")


async def the_leader_rates_july_by_its_evidence(place: Place) -> None:
    hadi, sari = place["Hadi"], place["Sari"]
    await place.until("2026-08-08 00:10")  # a Saturday: frozen, but nobody is disturbed
    assert not hadi.sees("Penilaian kinerja terbuka")
    await place.until("2026-08-10 08:00")
    assert hadi.sees("Penilaian kinerja terbuka")
    await opens_appraisal(hadi, "Sari, Juli 2026")
    assert "Belum ada rating yang dikonfirmasi." in hadi.last.text
    evidence = await reads_all(hadi, "Bukti dan umpan balik")
    assert f"{FASTER}. Target: paling sedikit 90 %. Bukti: 58 %" in evidence
    assert "n = 12) (target belum tercapai)" in evidence
    assert "Kunjungan dilayani. Target: paling sedikit 5 kunjungan. Bukti: 6" in evidence
    await he_is_asked_why_and_thinks_again(hadi)
    assert "Menurut matriks, kedua rating ini disebut Butuh Perbaikan" in hadi.last.text
    assert not sari.sees("Butuh Perbaikan")
    await hadi.taps("Konfirmasi")
    assert sari.sees("Penilaian kinerja Anda sudah ada")
    await opens_appraisal(sari, "Penilaian saya, Juli 2026")
    assert "Predikat: Butuh Perbaikan, dikonfirmasi oleh Hadi." in sari.last.text
    assert BELOW.work_note in sari.last.text
    await sari.taps("Saya setuju")


async def he_is_asked_why_and_thinks_again(hadi: Actor) -> None:
    """A rating above what the evidence shows takes a reason; going back keeps what he wrote."""
    await rates(hadi, replace(BELOW, work="Di atas ekspektasi"))
    assert "1 dari 1 indikator yang sudah pasti belum mencapai target" in hadi.last.text
    await taps(hadi, "‹ Kembali ke kedua rating", BELOW.work, BELOW.behaviour)
    assert BELOW.work_note in hadi.last.text


async def august_falls_short_again(place: Place) -> None:
    hadi, sari = place["Hadi"], place["Sari"]
    await complaints_come(place, "Agustus", in_a_day=7)
    await place.until("2026-09-08 08:00")
    await opens_appraisal(hadi, "Sari, Agustus 2026")
    await rates(hadi, BELOW)
    await hadi.taps("Konfirmasi")
    assert sari.sees("Usulan pelatihan untuk Anda")
    assert sari.sees("Ini usulan, bukan penilaian; atasan Anda yang memutuskan.")


async def two_low_months_propose_a_training_and_the_head_decides(place: Place) -> None:
    hadi, sari = place["Hadi"], place["Sari"]
    await hadi.taps("Lihat usulan")
    for month in ("Juli", "Agustus"):
        assert hadi.sees(f"{month} 2026: 58 % (kisaran 32 % sampai 81 %; n = 12); target 90 %")
    await hadi.taps("Terima")
    assert sari.sees("Diterima oleh Hadi")


async def it_is_held(place: Place) -> None:
    ani, sari = place["Ani"], place["Sari"]
    await ani.sends("/pelatihan")
    await taps(ani, "Katalog pelatihan", "Tambah ke katalog")
    await says(ani, TRAINING, FASTER, "Menyusun jawaban pertama; oleh Inspektorat Kota")
    await ani.sends("/pelatihan")
    await taps(ani, "Pelatihan dan hasilnya", "Adakan pelatihan", TRAINING)
    await says(ani, "14/9/2026", "Tambah peserta", "★ Sari")
    assert sari.sees("Anda terdaftar dalam pelatihan")
    await place.until("2026-09-14 16:00")
    await ani.sends("/pelatihan")
    await taps(ani, "Pelatihan dan hasilnya", f"{TRAINING}, Sen 14 Sep 2026")
    await taps(ani, "Catat kehadiran", "? Sari")
    assert labels(ani)[0] == "✓ Sari"


async def complaints_are_answered_faster(place: Place) -> None:
    await place.until("2026-11-02 08:00")
    await citizens_come_to_the_counter(place)
    tickets = await complaints_come(place, "November", in_a_day=11)
    for ticket in tickets[:6]:
        await place.confirms(ticket, "Baik")


async def what_it_did_is_measured(place: Place) -> None:
    hadi, sari = place["Hadi"], place["Sari"]
    await place.until("2026-11-10 08:00")
    for reader in (hadi, sari):
        await reader.sends("/pelatihan")
        await taps(reader, "Pelatihan dan hasilnya", f"{TRAINING}, Sen 14 Sep 2026")
        await reader.taps("Lihat hasilnya")
        assert reader.sees(BETTER)
        assert reader.sees("kisaran 95 % 6 sampai 60")
        assert reader.sees("Ada peserta yang dipilih karena angkanya rendah.")  # and that is said
    await hadi.taps("Lihat gambarnya")
    assert hadi.last.photo is not None


async def november_meets_the_expectation(place: Place) -> None:
    hadi, sari = place["Hadi"], place["Sari"]
    await place.until("2026-12-08 08:00")
    await opens_appraisal(hadi, "Sari, November 2026")
    evidence = await reads_all(hadi, "Bukti dan umpan balik")
    assert f"{FASTER}. Target: paling sedikit 90 %. Bukti: 92 %" in evidence
    assert "n = 12) (belum pasti: target ada di dalam kisaran)" in evidence  # twelve are not many
    assert "Dibenarkan selesai oleh warga: 100 % (kisaran 61 % sampai 100 %; n = 6)" in evidence
    await rates(hadi, EXPECTED)
    await hadi.taps("Konfirmasi")
    await opens_appraisal(sari, "Penilaian saya, November 2026")
    assert "Predikat: Baik, dikonfirmasi oleh Hadi." in sari.last.text


def nobody_saw_what_is_not_theirs(place: Place) -> None:
    """Citizens read of no officer, officers of no citizen."""
    for citizen in place.neighbours:
        for hidden in ("Sari", "Hadi", "rating", "Predikat", "kinerja"):
            assert not citizen.sees(hidden), hidden
    for officer in place.people.values():
        assert not officer.sees("Tetangga")


async def test_marelan(july: Town) -> None:
    place = await founded(july)
    await the_office_appraises_each_month(place)
    await quantity_quality_and_time_are_agreed_on(place)
    await july_falls_short(place)
    await the_leader_rates_july_by_its_evidence(place)
    await august_falls_short_again(place)
    await two_low_months_propose_a_training_and_the_head_decides(place)
    await it_is_held(place)
    await complaints_are_answered_faster(place)
    await what_it_did_is_measured(place)
    await november_meets_the_expectation(place)
    nobody_saw_what_is_not_theirs(place)
