"""Tanjungbalai, objective appraisal: measured indicators, and not opinion alone.

July to December 2026 at the counter of the population office. Sari and Budi measure themselves at
any time. An insult is contested and set aside by a second person. The head's opinion of Sari is
worse than her evidence: he must say why, she reads everything, objects, and his superior decides.
Then leaders use the data: Budi gets a training, Sari an award.
"""

from __future__ import annotations

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
from tests.town import Town

INSULT = "Dasar pemalas semua, tidak becus!"
SURVEY = (
    "Sesuai",
    "Mudah",
    "Cepat",
    "Gratis",
    "Sesuai",
    "Sangat kompeten",
    "Sangat sopan dan ramah",
    "Cukup",
    "Dikelola dengan baik",
)
OWN_WORDS = "Loket pindah dua kali, maka saya membuat daftar periksa berkas."
REASON = "Ia jarang tersenyum kepada saya pada pagi hari."
OBJECTION = "Semua target tercapai; alasan itu bukan tentang hasil kerja."
EXPLANATION = "Menurut saya kesan pertama di loket juga penting."
DECISION = "Semua angka mencapai target, jadi hasil kerja sesuai ekspektasi."
AWARD = "Melayani dengan tepat waktu, dan warga puas sepanjang semester."


OPINION = Rating(
    "Di bawah ekspektasi",
    "Menurut saya kerjanya biasa saja dan lambat.",
    "Sesuai ekspektasi",
    "Datang tepat waktu dan menolong rekan.",
)


async def founded(town: Town) -> Place:
    place = await Place.found(
        town, "Dinas Dukcapil Tanjungbalai", "Loket KTP", {"Cetak KTP-el": "30 minutes"}
    )
    await place.admin("Ani")
    await place.chief("Rahmat")
    await place.head("Hadi")
    for name in ("Sari", "Budi"):
        await place.officer(name)
        await town.serves(place[name], place.counter)
    await appraises(place["Ani"], "setiap semester")
    return place


async def both_agree_on_the_same_measures(place: Place) -> None:
    for name in ("Sari", "Budi"):
        await plans(
            place[name],
            "Pelayanan KTP-el yang cepat dan memuaskan",
            "Layanan kependudukan memuaskan warga",
            measured("Kunjungan dilayani", "Kuantitas", "6"),
            measured("Kepuasan secara umum", "Kualitas", "2,5"),
            measured("Layanan sesuai janji waktu", "Waktu", "70"),
            measured("Kepuasan: sikap petugas", "Kualitas", "2,5"),
            measured("Waktu melayani", "Waktu", "25 menit"),
        )
        await agree_on_plan(place[name], place["Hadi"])


async def officers_measure_themselves(place: Place) -> None:
    """Four visits are counted; four of anything is too few to tell, and what citizens said is not
    told before its week is over, and with that of enough others."""
    sari = place["Sari"]
    await place.until("2026-07-13 08:00")
    await place.visits(sari, (15, 20, 15, 10), ("Sangat baik",) * 4)
    await sari.sends("/kinerja")
    assert sari.sees("Kunjungan dilayani: 4")
    assert sari.sees("Layanan sesuai janji waktu (4 dari 5)")
    await place.until("2026-07-20 08:00")
    await sari.sends("/kinerja")
    assert "Kepuasan" not in sari.last.text


async def the_half_year_goes_by(place: Place) -> None:
    sari, budi = place["Sari"], place["Budi"]
    await place.until("2026-08-10 08:00")
    await place.surveyed(sari, (15, 20, 15, 10, 15), SURVEY)
    await place.until("2026-08-11 08:00")
    await place.visits(budi, (45, 35, 40, 20, 45, 55), ("Baik",) * 6)
    await place.until("2026-10-05 08:00")
    await place.visits(sari, (15, 20, 15, 10), ("Sangat baik",) * 4)
    await place.visit(sari, 15, "Tidak baik", words=INSULT)
    await place.until("2026-10-12 08:00")


async def each_reads_the_own_figures(place: Place) -> None:
    sari, budi = place["Sari"], place["Budi"]
    await budi.sends("/kinerja")
    assert budi.sees("Layanan sesuai janji waktu: 17 % (kisaran 3 % sampai 56 %; n = 6)")
    await sari.sends("/kinerja")
    assert sari.sees("Layanan sesuai janji waktu: 100 % (kisaran 78 % sampai 100 %; n = 14)")
    assert sari.sees("Kepuasan secara umum: 3,79 (kisaran 3,27 sampai 4,00; n = 14)")
    assert not budi.sees("Sari")
    assert not sari.sees("Budi")
    await sari.taps("Catatan saya")
    await sari.sends(OWN_WORDS)
    assert sari.sees("sudah disimpan")


async def an_insult_is_set_aside_by_a_second_person(place: Place) -> None:
    sari, hadi, rahmat = place["Sari"], place["Hadi"], place["Rahmat"]
    await sari.sends("/kinerja")
    await taps(sari, "Kepuasan secara umum", "Satu per satu")
    assert f"1. Tidak baik (5 Okt sampai 11 Okt)\n   “{INSULT}”" in sari.last.text
    await taps(sari, "1", "Sanggah", "makian, bukan tentang layanan")
    await sari.sends("Hanya makian, tidak menyebut layanan apa pun.")
    assert sari.sees("Sanggahan tercatat.")
    assert not hadi.sees("menyanggah")  # he appraises her, so he does not decide
    await rahmat.taps("Lihat sanggahan")
    assert INSULT in rahmat.last.text
    await says(rahmat, "Terima", "Benar, kalimat ini bukan tentang layanan.")
    assert sari.sees("Sanggahan Anda diterima")
    assert sari.sees("Alasan: Benar, kalimat ini bukan tentang layanan.")
    await sari.sends("/kinerja")
    assert "• Kepuasan secara umum: 3,79 (kisaran 3,27 sampai 4,00; n = 14)" in sari.last.text
    assert "tanpa hambatan luar dan sanggahan yang diterima: 4,00 (n = 13)" in sari.last.text


async def opinion_against_evidence_takes_a_reason(place: Place) -> None:
    hadi, sari = place["Hadi"], place["Sari"]
    await place.until("2027-01-08 08:00")
    await opens_appraisal(hadi, "Sari, Semester II 2026")
    assert await reads_all(hadi, "Bukti dan umpan balik") == await what_she_will_read(place)
    await rates(hadi, OPINION)
    assert "padahal 3 dari 3 indikator yang sudah pasti mencapai target" in hadi.last.text
    assert "Rating tetap Anda yang menentukan." in hadi.last.text
    await hadi.sends(REASON)
    await hadi.taps("Konfirmasi")
    assert sari.sees("Penilaian kinerja Anda sudah ada")


async def what_she_will_read(place: Place) -> str:
    """The same evidence as her leader reads, before he has rated anything."""
    sari = place["Sari"]
    await opens_appraisal(sari, "Penilaian saya, Semester II 2026")
    evidence = await reads_all(sari, "Bukti dan umpan balik")
    assert "Waktu melayani. Target: paling banyak 25 menit kerja. Bukti: 15 menit" in evidence
    assert "Bukti: 3,79 (kisaran 3,27 sampai 4,00; n = 14) (target tercapai)" in evidence
    assert "– tanpa hambatan luar dan sanggahan yang diterima: 4,00" in evidence
    assert OWN_WORDS in evidence
    return evidence


async def she_reads_why_and_objects(place: Place) -> None:
    sari, hadi, rahmat = place["Sari"], place["Hadi"], place["Rahmat"]
    await opens_appraisal(sari, "Penilaian saya, Semester II 2026")
    assert "Predikat: Butuh Perbaikan, dikonfirmasi oleh Hadi." in sari.last.text
    assert f"Alasan karena rating berlawanan dengan bukti: {REASON}" in sari.last.text
    await says(sari, "Ajukan keberatan", OBJECTION)
    assert rahmat.sees("Keberatan untuk Anda putuskan")
    await opens_appraisal(rahmat, "Keberatan Sari, Semester II 2026")
    assert "Putuskan keberatan" not in labels(rahmat)  # both sides are heard first
    await hadi.taps("Buka penilaian")
    await says(hadi, "Beri penjelasan", EXPLANATION)
    assert rahmat.sees("Kedua pihak sudah didengar atas keberatan Sari")


async def the_superior_decides_by_the_evidence(place: Place) -> None:
    rahmat, sari = place["Rahmat"], place["Sari"]
    await opens_appraisal(rahmat, "Keberatan Sari, Semester II 2026")
    assert "Kedua pihak sudah didengar; keputusan ditunggu sampai Jumat 29 Jan" in rahmat.last.text
    await rahmat.taps("Putuskan keberatan")
    for side in (OBJECTION, EXPLANATION):
        assert side in rahmat.last.text
    await says(rahmat, "Rating diubah", "Sesuai ekspektasi", "Sesuai ekspektasi", DECISION)
    assert "Predikat: Baik." in rahmat.last.text
    await rahmat.taps("Putuskan")
    await opens_appraisal(sari, "Penilaian saya, Semester II 2026")
    assert "Penilaian ini sudah final." in sari.last.text
    assert "Predikat: Baik, dikonfirmasi oleh Rahmat." in sari.last.text
    steps = await reads_all(sari, "Semua langkah")
    for words in (OPINION.work_note, REASON, OBJECTION, EXPLANATION, DECISION):
        assert words in steps
    assert "Predikat: Butuh Perbaikan." in steps  # what was, stays in the file


async def the_head_proposes_a_training_by_data(place: Place) -> None:
    hadi, budi = place["Hadi"], place["Budi"]
    await hadi.sends("/kinerja")
    await taps(hadi, "Pegawai yang Anda pimpin", "Budi", "Semester II 2026")
    assert "Layanan sesuai janji waktu: 17 % (kisaran 3 % sampai 56 %; n = 6)" in hadi.last.text
    await hadi.sends("/pelatihan")
    await taps(hadi, "Usulkan untuk pegawai", "Budi", "Layanan sesuai janji waktu")
    await hadi.sends("Baru 17 % kunjungan selesai dalam waktu yang dijanjikan.")
    assert budi.sees("Atasan mengusulkan pelatihan untuk Anda")
    assert budi.sees("Baru 17 % kunjungan selesai")


async def the_chief_gives_an_award_by_data(place: Place) -> None:
    """The figures name Sari, without a score or a rank; whether, and why, a person says."""
    rahmat = place["Rahmat"]
    await rahmat.sends("/penghargaan")
    await rahmat.taps("Pilih untuk Semester II 2026")
    assert "Sari: Layanan sesuai janji waktu, Waktu melayani, Kepuasan: sikap petugas" in (
        rahmat.last.text
    )
    assert "Budi" not in rahmat.last.text
    await rahmat.taps("Sari")
    await rahmat.sends(AWARD)
    await rahmat.taps("Umumkan ke seluruh kantor")
    await place.until("2027-01-11 09:00")
    for name in ("Sari", "Budi", "Hadi", "Ani"):
        assert place[name].sees(AWARD), name


def nobody_saw_what_is_not_theirs(place: Place) -> None:
    for citizen in place.neighbours:
        for hidden in ("Sari", "Budi", "Hadi", "Predikat", "rating", "anggah"):
            assert not citizen.sees(hidden), hidden
    for officer in place.people.values():
        assert not officer.sees("Tetangga")
    assert not place["Budi"].sees("3,79")


async def test_tanjungbalai(july: Town) -> None:
    place = await founded(july)
    await both_agree_on_the_same_measures(place)
    await officers_measure_themselves(place)
    await the_half_year_goes_by(place)
    await each_reads_the_own_figures(place)
    await an_insult_is_set_aside_by_a_second_person(place)
    await opinion_against_evidence_takes_a_reason(place)
    await she_reads_why_and_objects(place)
    await the_superior_decides_by_the_evidence(place)
    await the_head_proposes_a_training_by_data(place)
    await the_chief_gives_an_award_by_data(place)
    nobody_saw_what_is_not_theirs(place)
