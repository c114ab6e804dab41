"""Bengkulu: quick identity cards and birth certificates, and figures that are true.

July to December 2026 at the registry office. Citizens rate their visit and fill in the survey; each
week and quarter the office reports. Sari is recognised, Rina gets a chance to improve and takes it.
A rating turns out to be false after the record was frozen: that is an amendment, with a reason. The
audit finds everything sound, and names the one rating that somebody changes by hand.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import openpyxl
from sqlalchemy import text

from models import journal_audit
from models.appraisal.evidence import checking
from models.database import Transaction
from tests.journeys.towns.half_year import (
    Place,
    Rating,
    agree_on_plan,
    labels,
    measured,
    opens_appraisal,
    plans,
    rates,
    says,
    shown,
    taps,
)
from tests.town import Actor, Town

KTP, AKTA = "Cetak KTP-el", "Akta kelahiran"
SURVEY = "Survei 9 pertanyaan (± 1 menit)"
PLEASED = ("Sesuai", "Mudah", "Sangat cepat", "Gratis", "Sesuai", "Sangat kompeten",
           "Sangat sopan dan ramah", "Baik", "Berfungsi kurang maksimal")  # fmt: skip
WAITED = ("Sesuai", "Mudah", "Kurang cepat", "Gratis", "Sesuai", "Kompeten", "Sopan dan ramah",
          "Baik", "Berfungsi kurang maksimal")  # fmt: skip

COURSE = "Akta lahir selesai di loket"
CHANCE = "Akta lahir sering lewat dari setengah jam"
THANKS = "Semua KTP dan akta bulan September selesai tepat waktu, dan warga menyebutnya cakap"
FALSE = "Penilai mengaku salah loket, nilainya bukan untuk Rina"
LATE = "Satu nilai dikeluarkan oleh dua orang karena salah loket"
ABOVE = Rating(
    "Di atas ekspektasi",
    "Enam kunjungan, semuanya tepat waktu, termasuk akta lahir.",
    "Sesuai ekspektasi",
    "Sopan kepada warga dan sabar menjelaskan persyaratan.",
)
EXPECTED = Rating(
    "Sesuai ekspektasi",
    "KTP selesai cepat; akta lahir masih lambat dan akan dilatih.",
    "Sesuai ekspektasi",
    "Menerima masukan dengan baik dan menolong rekan.",
)


async def founded(town: Town) -> Place:
    place = await Place.found(
        town,
        "Dinas Dukcapil Kota Bengkulu",
        "Loket Pelayanan",
        {KTP: "15 minutes", AKTA: "30 minutes"},
    )
    await place.admin("Ani")
    await place.chief("Kadis")
    await place.head("Hadi")
    for name in ("Sari", "Rina"):
        await place.officer(name)
        await town.serves(place[name], place.counter)
    return place


async def speed_and_the_surveys_answers_are_agreed_on(place: Place) -> None:
    for name in ("Sari", "Rina"):
        await plans(
            place[name],
            "KTP dan akta selesai cepat",
            "Dokumen penduduk selesai sesuai janji",
            measured("Layanan sesuai janji waktu", "Waktu", "60"),
            measured("Kepuasan: kemampuan petugas", "Kualitas", "2,5"),
            measured("Kepuasan: sikap petugas", "Kualitas", "2,5"),
        )
        await agree_on_plan(place[name], place["Hadi"])


async def serves(
    place: Place, name: str, service: str, minutes: Sequence[int], score: str, survey: Sequence[str]
) -> None:
    """One citizen after the other; each rates the visit and fills in the survey, if any."""
    for taken in minutes:
        citizen = await place.visit(place[name], taken, score, service)
        if survey:
            await taps(citizen, SURVEY, *survey, "Lewati semua, selesai")


async def september(place: Place) -> None:
    """Sari is quick with both; Rina with cards, but not with certificates. One is angry."""
    await place.until("2026-09-21 08:00")
    await serves(place, "Sari", KTP, (10, 10, 10), "Sangat baik", PLEASED)
    await serves(place, "Sari", AKTA, (25, 25, 25), "Sangat baik", PLEASED)
    await place.until("2026-09-22 08:00")
    await serves(place, "Rina", KTP, (10, 10), "Baik", WAITED)
    await serves(place, "Rina", AKTA, (45, 45, 45), "Baik", WAITED)
    angry = await place.visit(place["Rina"], 40, "Tidak baik", KTP)
    await angry.taps("Lewati")


async def every_week_the_office_reports(place: Place) -> None:
    """On demand for the unit, on Monday by itself, for the unit and the whole office."""
    hadi, kadis = place["Hadi"], place["Kadis"]
    await hadi.sends("/ringkasan")
    assert "sejauh ini" in hadi.last.text
    await place.until("2026-09-28 07:00")
    for head, where in ((hadi, "Loket Pelayanan"), (kadis, place.office)):
        report = shown(head, "Ringkasan minggu lalu").text
        assert f"{where}\n21 Sep 2026 – 27 Sep 2026" in report
        assert "menilai lewat kode: 12 dari 12 kunjungan" in report
        assert f"sesuai janji waktu: 67 % (kisaran 39–86)\n   – {AKTA}: 50 % (kisaran" in report
        assert f"– {KTP}: 83 % (kisaran 44–97)" in report
        await head.taps("XLSX", shown(head, "Ringkasan minggu lalu"))
        figures = {row[0]: row[1] for row in sheet(head, "Ringkasan")}
        assert figures[f"Sesuai janji waktu, {AKTA} (%)"] == 50


async def every_quarter_the_survey_is_published(place: Place) -> None:
    hadi = place["Hadi"]
    await place.until("2026-10-09 09:00")
    await hadi.sends("/skm")
    await hadi.taps("Triwulan III 2026")
    assert "IKM 81,06 · B (Baik)" in hadi.last.text
    assert "Kuesioner diterima 11 = dihitung 11 + dikecualikan 0 + ditarik 0" in hadi.last.text
    assert "perlu 12 dari 12 orang yang dilayani" in hadi.last.text
    await hadi.taps("Data kuesioner CSV")
    assert len(hadi.last.data.decode("utf-8-sig").splitlines()) == 1 + 11


async def each_reads_the_own_figures(place: Place) -> None:
    for name, told in (
        ("Sari", ("Layanan sesuai janji waktu: 100 % (kisaran 61 % sampai 100 %; n = 6)",
                  "Kepuasan: kemampuan petugas: 4,00", "Kepuasan: kecepatan: 4,00")),
        ("Rina", ("Layanan sesuai janji waktu: 33 % (kisaran 10 % sampai 70 %; n = 6)",
                  "Kepuasan: sikap petugas: 3,00", "Kepuasan: kecepatan: 2,00",
                  "Kepuasan secara umum: 2,67")),
    ):  # fmt: skip
        officer = place[name]
        await officer.sends("/kinerja")
        await officer.taps("Triwulan III 2026")
        assert officer.last.text.startswith(f"Kinerja {name}\nTriwulan III 2026 · dibekukan")
        for words in told:
            assert words in officer.last.text, words


async def a_late_fact_is_an_amendment(place: Place) -> None:
    """The angry one was at the counter by mistake: two people leave the rating out, and the record
    that was frozen with it is frozen again, with the reason. The first version stays."""
    hadi, ani, rina = place["Hadi"], place["Ani"], place["Rina"]
    await hadi.sends("/tinjau")
    await taps(hadi, "Ragukan sebuah nilai", "1")
    await hadi.sends(FALSE)
    for reviewer, act in ((hadi, "Usulkan keluarkan (1)"), (ani, "Setuju keluarkan (1)")):
        await reviewer.sends("/tinjau")
        await taps(reviewer, "(1) diragukan seseorang: Loket Pelayanan", act)
        await says(reviewer, FALSE)
    assert ani.sees("1 nilai dikeluarkan.")
    await opens_appraisal(hadi, "Rina, Triwulan III 2026")
    await says(hadi, "Catat perubahan bukti", LATE)
    assert "versi 2." in hadi.last.text
    assert f"Perubahan setelah dibekukan: {LATE}" in hadi.last.text
    assert rina.sees("Catatan kinerja Anda untuk Triwulan III 2026 berubah setelah dibekukan.")
    await rina.sends("/kinerja")
    await rina.taps("Triwulan III 2026")
    assert "versi 2" in rina.last.text
    assert "Kepuasan secara umum: 3,00 (kisaran 2,32 sampai 3,68; n = 5)" in rina.last.text


async def the_head_decides_on_both(place: Place) -> None:
    for name, given in (("Sari", ABOVE), ("Rina", EXPECTED)):
        await opens_appraisal(place["Hadi"], f"{name}, Triwulan III 2026")
        await rates(place["Hadi"], given)
        await place["Hadi"].taps("Konfirmasi")
        assert place[name].sees("Penilaian kinerja Anda sudah ada")


async def the_quarter_is_handed_on(place: Place) -> None:
    """What the meeting reads, and the recap in the layout of e-Kinerja."""
    hadi, ani, kadis = place["Hadi"], place["Ani"], place["Kadis"]
    await hadi.sends("/rapat")
    await hadi.taps("Bahan rapat (XLSX)")
    assert {"Sari", "Rina"} <= {row[0] for row in sheet(hadi, "Angka")}
    await opens_appraisal(kadis, "Hadi, Triwulan III 2026")
    await taps(kadis, "Sebaran di kantor ini", "Rekap e-Kinerja (XLSX)")
    await ani.sends("/periode")
    await ani.taps("Rekap e-Kinerja Triwulan III 2026 (XLSX)")
    for reader in (kadis, ani):
        rows = {row[2]: row[4:] for row in sheet(reader, "Rekap penilaian") if row[2]}
        assert rows["Sari"] == ("Di atas ekspektasi", "Sesuai ekspektasi", "Baik")
        assert rows["Rina"] == ("Sesuai ekspektasi", "Sesuai ekspektasi", "Baik")
    await opens_appraisal(hadi, "Sari, Triwulan III 2026")
    await hadi.taps("Sebaran di kantor ini")
    assert labels(hadi) == ["‹ Kembali"]  # who leads one unit gets no recap of the office


def sheet(reader: Actor, name: str) -> list[tuple[Any, ...]]:
    """Of the workbook that came last."""
    return list(openpyxl.load_workbook(io.BytesIO(reader.last.data))[name].values)


async def one_is_recognised(place: Place) -> None:
    hadi = place["Hadi"]
    await hadi.sends("/penghargaan")
    await hadi.taps("Pilih untuk Triwulan III 2026")
    assert "Sari: Layanan sesuai janji waktu, Kepuasan: kemampuan petugas" in hadi.last.text
    assert "Rina:" not in hadi.last.text
    await says(hadi, "Sari", THANKS, "Umumkan ke seluruh kantor")
    await place.minutes(10)
    await place.until("2026-10-09 17:00")
    for reader in place.people.values():
        assert reader.sees(THANKS)


async def the_other_gets_a_chance_to_improve(place: Place) -> None:
    hadi, ani, rina = place["Hadi"], place["Ani"], place["Rina"]
    await hadi.sends("/pelatihan")
    await says(hadi, "Usulkan untuk pegawai", "Rina", "Layanan sesuai janji waktu", CHANCE)
    assert rina.sees(CHANCE)
    await ani.sends("/pelatihan")
    await says(ani, "Katalog pelatihan", "Tambah ke katalog", COURSE, "Layanan sesuai janji waktu")
    await ani.taps("Lewati")
    await ani.sends("/pelatihan")
    await says(ani, "Pelatihan dan hasilnya", "Adakan pelatihan", COURSE, "19/10/2026")
    await taps(ani, "Tambah peserta", "★ Rina")
    await place.until("2026-10-19 15:00")
    await ani.sends("/pelatihan")
    await taps(ani, "Pelatihan dan hasilnya", f"{COURSE}, Sen 19 Okt 2026", "Catat kehadiran")
    await ani.taps("? Rina")


async def and_takes_it(place: Place) -> None:
    """In November all is on time; but six visits are too few to say that the training did it."""
    hadi, rina = place["Hadi"], place["Rina"]
    await place.until("2026-11-09 08:00")
    await serves(place, "Rina", KTP, (10, 10, 10), "Baik", ())
    await serves(place, "Rina", AKTA, (25, 25, 25), "Sangat baik", ())
    await place.until("2027-01-11 09:00")
    await rina.sends("/kinerja")
    await rina.taps("Triwulan IV 2026")
    assert "Layanan sesuai janji waktu: 100 % (kisaran 61 % sampai 100 %; n = 6)" in rina.last.text
    await hadi.sends("/pelatihan")
    await taps(hadi, "Pelatihan dan hasilnya", f"{COURSE}, Sen 19 Okt 2026", "Lihat hasilnya")
    assert "Belum cukup data untuk menyebut hasilnya." in hadi.last.text


async def the_records_are_sound_until_somebody_tampers(place: Place) -> None:
    """The audit computes every frozen figure again, and names the rating that was made better."""
    counts = checking.Counts()
    assert place.town.read(lambda tx: audited(tx, counts)) == []
    assert counts.snapshots == 3 * 3 + 1  # two quarters and the year of three; the amendment

    def tamper(tx: Transaction) -> int:
        number = tx.execute(text("SELECT min(id) FROM ratings WHERE score = 3")).scalar_one()
        tx.execute(text("UPDATE ratings SET score = 4 WHERE id = :id"), {"id": number})
        return int(number)

    number = await place.town.write(tamper)
    first, *others = place.town.read(lambda tx: audited(tx, checking.Counts()))
    assert first.startswith(f"ratings {number}: it, or its salt, was changed after seal")
    assert others  # the frozen figures that it fed
    for one in others:
        assert one.endswith(f"rating {number} says otherwise than when it was frozen"), one


def audited(tx: Transaction, counts: checking.Counts) -> list[str]:
    found = [*journal_audit.audit(tx, journal_audit.Counts()), *checking.audit(tx, counts)]
    return [str(one) for one in found]


async def test_bengkulu(july: Town) -> None:
    place = await founded(july)
    await speed_and_the_surveys_answers_are_agreed_on(place)
    await september(place)
    await every_week_the_office_reports(place)
    await every_quarter_the_survey_is_published(place)
    await each_reads_the_own_figures(place)
    await a_late_fact_is_an_amendment(place)
    await the_head_decides_on_both(place)
    await the_quarter_is_handed_on(place)
    await one_is_recognised(place)
    await the_other_gets_a_chance_to_improve(place)
    await and_takes_it(place)
    await the_records_are_sound_until_somebody_tampers(place)
