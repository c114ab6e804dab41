"""Pauh: a clear yearly plan, appraised on indicators, attitude and ethics, with outside causes told
apart.

January to June 2026 at a counter for letters. Plan and targets are agreed on in dialogue. In
February the power is out for three days: five complaints are late that Sari could not answer. A
second person accepts that, and from then on both figures stand side by side. Colleagues and leader
say what they saw of the seven values; the leader rates; the half-year ends with an award.
"""

from __future__ import annotations

from tests.journeys.towns.half_year import (
    Place,
    Rating,
    agree_on_plan,
    appraises,
    labels,
    measured,
    observes,
    opens_appraisal,
    plans,
    rates,
    reads_all,
    says,
    taps,
    told,
)
from tests.town import Town

FASTER = "Dijawab dalam satu hari kerja"
PEERS = ("Budi", "Dewi", "Rina")
MATTERS = (
    "surat domisili",
    "surat nikah",
    "izin usaha",
    "surat waris",
    "surat pindah",
    "surat lahir",
)
OUTAGE = "Gardu PLN terbakar, seluruh kantor padam."
WITHOUT = "tanpa hambatan luar dan sanggahan yang diterima"
EXAMPLE = "Menjelaskan persyaratan dua kali dengan sabar kepada warga lanjut usia"
PRAISE = "Komunikasi saat listrik padam sangat baik: warga diberi tahu kapan kembali."
ADVICE = "Coba pasang daftar syarat di pintu agar warga tidak antre dua kali."

AWARD = "Tetap memberi kabar kepada warga selama listrik padam tiga hari."
ABOVE = Rating(
    "Di atas ekspektasi",
    "Tanpa listrik padam, 91 % pengaduan dijawab dalam sehari.",
    "Di atas ekspektasi",
    "Rekan selalu melihatnya ramah dan menolong, juga saat ramai.",
)


async def founded(town: Town) -> Place:
    place = await Place.found(
        town, "Kantor Pauh", "Loket Surat", {"Surat keterangan": "30 minutes"}
    )
    await place.admin("Ani")
    await place.chief("Rahmat")
    await place.head("Hadi")
    for name in ("Sari", *PEERS):
        await place.officer(name)
    await town.serves(place["Sari"], place.counter)
    await appraises(place["Ani"], "setiap semester")
    return place


async def the_plan_is_made_clear_in_dialogue(place: Place) -> None:
    sari, hadi = place["Sari"], place["Hadi"]
    await plans(
        sari,
        "Surat selesai tepat waktu dan warga puas",
        "Pelayanan kelurahan makin baik",
        measured("Layanan sesuai janji waktu", "Waktu", "70"),
        measured("Waktu melayani", "Waktu", "25 menit"),
        measured(FASTER, "Waktu", "60"),
        measured("Kepuasan secara umum", "Kualitas", "3"),
        told("Sosialisasi syarat surat", "Kuantitas", "1 kali"),
    )
    await says(sari, "‹ Kembali", "Usulkan")
    await says(hadi, "Lihat SKP", "Minta perubahan", "Sosialisasi paling sedikit dua kali setahun.")
    assert sari.sees("Sosialisasi paling sedikit dua kali setahun.")
    await says(sari, "Lihat SKP", "Hasil 1", "Indikator 5", "Target", "2 kali")
    await agree_on_plan(sari, hadi)
    await hadi.taps("Riwayat")
    assert hadi.sees("Pegawai menyetujui: Senin 5 Jan 2026")
    assert hadi.sees("Atasan menyetujui: Senin 5 Jan 2026")


async def january_goes_well(place: Place) -> None:
    """Ten letters in time; six complaints, of which Sari answers one too late."""
    sari = place["Sari"]
    await place.until("2026-01-12 08:00")
    await place.visits(sari, (15, 20) * 5, ("Sangat baik", "Baik") * 3)
    tickets = [await place.complaint(f"Urusan {matter} belum selesai.") for matter in MATTERS]
    for ticket in tickets:
        await place.takes(sari, ticket)
    for ticket in tickets[:-1]:
        await place.answers(sari, ticket, "Sudah selesai, silakan diambil di loket.")
    await place.until("2026-01-15 14:00")
    await place.answers(sari, tickets[-1], "Maaf, baru selesai hari ini.")


async def the_power_is_out_for_three_days(place: Place) -> None:
    sari, hadi, ani = place["Sari"], place["Hadi"], place["Ani"]
    await place.until("2026-02-02 08:00")
    tickets = [await place.complaint(f"Hasil {matter} belum dicetak.") for matter in MATTERS[:5]]
    for ticket in tickets:
        await place.takes(sari, ticket)
    await place.until("2026-02-04 15:00")
    await hadi.sends("/tugas")
    await hadi.taps(labels(hadi)[0])
    await taps(hadi, "Lainnya", "Hambatan luar", "Listrik atau jaringan padam")
    await says(hadi, "2/2 08.30", "Baru saja berakhir", OUTAGE)
    await says(hadi, "Surat PLN 4711/2026", "Kirim untuk semua (5 pengaduan terbuka)")
    assert ani.sees("Hambatan luar menunggu keputusan Anda")
    assert ani.sees(OUTAGE)
    await place.until("2026-02-05 09:00")
    for ticket in tickets:
        await place.answers(sari, ticket, "Listrik sudah menyala, surat Anda sudah dicetak.")


async def a_second_person_accepts_the_outside_cause(place: Place) -> None:
    sari, ani = place["Sari"], place["Ani"]
    await sari.sends("/kinerja")
    assert f"• {FASTER}: 45 % (kisaran 21 % sampai 72 %; n = 11)" in sari.last.text
    assert "tanpa hambatan luar" not in sari.last.text
    await ani.taps("Terima")
    await sari.sends("/kinerja")
    assert f"• {FASTER}: 45 % (kisaran 21 % sampai 72 %; n = 11)" in sari.last.text
    assert f"   {WITHOUT}: 91 % (n = 11)" in sari.last.text


async def the_leader_praises_and_advises_on_the_day(place: Place) -> None:
    """Continuous feedback, signed and dated; about communication."""
    hadi, sari = place["Hadi"], place["Sari"]
    for kind, words in (("Pujian", PRAISE), ("Saran", ADVICE)):
        await hadi.sends("/masukan")
        await taps(hadi, "Beri pujian atau saran", "Sari", kind)
        await hadi.sends(words)
        await taps(hadi, "Tentang salah satu nilai", "Kolaboratif", "Kirim")
        assert sari.sees(words)


async def colleagues_say_what_they_saw_of_the_seven_values(place: Place) -> None:
    hadi, sari = place["Hadi"], place["Sari"]
    await place.until("2026-06-15 09:00")
    await hadi.sends("/masukan")
    await taps(hadi, "Pegawai yang saya pimpin", "Sari: belum diminta")
    await taps(hadi, "Minta umpan balik: Semester I 2026", "Pilih otomatis")
    await taps(hadi, "Lanjut", "Buka selama 7 hari")
    for peer in PEERS:
        assert place[peer].sees("Mohon umpan balik tentang Sari")
        example = EXAMPLE if peer == "Dewi" else ""
        await observes(place[peer], *["Selalu tampak"] * 6, "Sering tampak", example=example)
    await sari.sends("/masukan")
    await sari.taps("Masukan untuk saya")
    assert not sari.sees(EXAMPLE)  # nothing is read before all is said
    await observes(hadi, *["Sering tampak"] * 7)
    await place.until("2026-06-17 09:00")  # the 16th is a holiday
    assert sari.sees("Umpan balik untuk Anda sudah lengkap")
    await sari.taps("Lihat hasil")
    assert "Harmonis\natasan: Sering tampak\nrekan: 0 · 0 · 0 · 3" in sari.last.text
    assert "Kolaboratif\natasan: Sering tampak\nrekan: 0 · 0 · 3 · 0" in sari.last.text
    await sari.taps("Contoh: Berorientasi Pelayanan")
    assert f"(rekan) {EXAMPLE}" in sari.last.text
    assert not any(peer in sari.last.text for peer in PEERS)


async def the_year_plan_is_reported_on(place: Place) -> None:
    sari = place["Sari"]
    await sari.sends("/skp")
    await taps(sari, "Laporkan capaian", "Laporkan 1")
    await sari.sends("2 kali")
    await sari.does("sends_photo", None, "Sosialisasi di balai warga")
    await sari.taps("Kirim laporan")
    assert sari.sees("Dilaporkan: 2 kali")


async def the_leader_rates_on_indicators_and_on_conduct(place: Place) -> None:
    hadi, sari = place["Hadi"], place["Sari"]
    await place.until("2026-07-08 08:00")
    await opens_appraisal(hadi, "Sari, Semester I 2026")
    evidence = await reads_all(hadi, "Bukti dan umpan balik")
    assert f"{FASTER}. Target: paling sedikit 60 %. Bukti: 45 %" in evidence
    both = f"– {WITHOUT}: 91 % (kisaran 62 % sampai 98 %; n = 11)"
    assert evidence.count(both) == 2  # beside the target, and beside the value it bears on
    assert "Sosialisasi syarat surat. Target: paling sedikit 2 kali. Bukti: 2 kali" in evidence
    assert "Atasan: Sering tampak" in evidence
    assert f"“{EXAMPLE}”" in evidence
    assert f"5 Feb 2026, Hadi (apresiasi): {PRAISE}" in evidence
    assert f"5 Feb 2026, Hadi (saran): {ADVICE}" in evidence
    await rates(hadi, ABOVE)
    assert "kedua rating ini disebut Sangat Baik" in hadi.last.text
    assert not sari.sees("Sangat Baik")
    await hadi.taps("Konfirmasi")
    await opens_appraisal(sari, "Penilaian saya, Semester I 2026")
    assert "Predikat: Sangat Baik, dikonfirmasi oleh Hadi." in sari.last.text
    await sari.taps("Saya setuju")
    await sari.taps("Formulir (PDF)")
    assert sari.last.document is not None


async def the_award_is_read_by_the_whole_office(place: Place) -> None:
    rahmat = place["Rahmat"]
    await rahmat.sends("/penghargaan")
    await rahmat.taps("Pilih untuk Semester I 2026")
    assert f"Sari: Layanan sesuai janji waktu, Waktu melayani, {FASTER}" in rahmat.last.text
    await rahmat.taps("Sari")
    await says(rahmat, AWARD, "Umumkan ke seluruh kantor")
    await place.until("2026-07-08 09:00")
    for name in ("Sari", "Hadi", "Ani", *PEERS):
        assert place[name].sees(AWARD), name


async def her_career_has_a_bundle_to_show(place: Place) -> None:
    sari = place["Sari"]
    await sari.sends("/kinerja")
    await taps(sari, "Semester I 2026", "Bukti kinerja (ZIP)")
    assert sari.last.document is not None
    await sari.sends("/penghargaan")
    assert f"Semester I 2026: {AWARD} (Rahmat)" in sari.last.text


def nobody_saw_what_is_not_theirs(place: Place) -> None:
    for citizen in place.neighbours:
        for hidden in ("Sari", "Hadi", "PLN", "Predikat", "hambatan"):
            assert not citizen.sees(hidden), hidden
    for officer in place.people.values():
        assert not officer.sees("Tetangga")
    for peer in PEERS:
        for hidden in ("45 %", "91 %", "Sangat Baik", PRAISE):
            assert not place[peer].sees(hidden), hidden


async def test_pauh(january: Town) -> None:
    place = await founded(january)
    await the_plan_is_made_clear_in_dialogue(place)
    await january_goes_well(place)
    await the_power_is_out_for_three_days(place)
    await a_second_person_accepts_the_outside_cause(place)
    await the_leader_praises_and_advises_on_the_day(place)
    await colleagues_say_what_they_saw_of_the_seven_values(place)
    await the_year_plan_is_reported_on(place)
    await the_leader_rates_on_indicators_and_on_conduct(place)
    await the_award_is_read_by_the_whole_office(place)
    await her_career_has_a_bundle_to_show(place)
    nobody_saw_what_is_not_theirs(place)
