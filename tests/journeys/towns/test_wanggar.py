"""Wanggar, two hours east of Jakarta: appraised every six months, by more than the leader.

The year 2026 in a district office of Nabire. A plan for the year, with targets; in its first half a
document takes forty minutes. At the meeting Yohana promises to be quicker. In the second
half it takes twenty minutes. Leader, peers and subordinates say what they see, nobody learns who
said what; at the meeting of the year everybody presents what became of it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

import openpyxl
import pypdfium2

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
    starting,
    taps,
    wib,
)
from tests.town import Town

WIT = "Asia/Jayapura"
SERVICE = "Surat keterangan"
PEERS, BELOW = ("Agus", "Dina", "Petrus"), ("Ferdi", "Lina", "Obed")
OFTEN, ALWAYS = "Sering tampak", "Selalu tampak"
PROMISE = "Berkas diperiksa sebelum nomor antrean dipanggil"
KEPT = "Surat selesai dalam dua puluh menit"
WORDS = "Meja periksa berkas di depan loket ternyata yang paling menolong."
SEEN = {
    "Agus": "Mendahulukan warga lanjut usia dari kampung jauh",
    "Dina": "Menjelaskan syarat surat sampai warga paham",
    "Petrus": "Tetap ramah ketika listrik padam dan antrean panjang",
}
SURVEY = "Survei 9 pertanyaan (± 1 menit)"
PLEASED = ("Sesuai", "Mudah", "Sangat cepat", "Gratis", "Sesuai", "Sangat kompeten",
           "Sangat sopan dan ramah", "Baik", "Berfungsi kurang maksimal")  # fmt: skip
SLOW = Rating(
    "Sesuai ekspektasi",
    "Warga puas, tetapi surat perlu empat puluh menit.",
    "Sesuai ekspektasi",
    "Sabar kepada warga dan mau menerima masukan.",
)
QUICK = Rating(
    "Di atas ekspektasi",
    "Surat selesai dalam dua puluh menit, semuanya tepat waktu.",
    "Di atas ekspektasi",
    "Rekan dan bawahan selalu melihatnya menolong warga.",
)


async def founded(town: Town) -> Place:
    place = await Place.found(
        town, "Distrik Wanggar", "Pelayanan Umum", {SERVICE: "30 minutes"}, WIT
    )
    await place.admin("Ani")
    await place.head("Markus")
    for name in ("Yohana", *PEERS, *BELOW):
        await place.officer(name)
    await town.serves(place["Yohana"], place.counter)
    return place


async def every_six_months(place: Place) -> None:
    """The admin says so, and names Yohana the leader of three."""
    ani = place["Ani"]
    await appraises(ani, "setiap semester")
    await ani.taps("Atasan setiap pegawai")
    for name in BELOW:
        await starting(ani, name)
        await ani.taps("Yohana")
        assert f"Atasan {name} sekarang: Yohana." in ani.last.text
        await ani.taps("‹ Kembali")
    assert "Ferdi → Yohana" in labels(ani)


async def a_plan_for_the_year(place: Place) -> None:
    await plans(
        place["Yohana"],
        "Surat warga cepat selesai",
        "Pelayanan distrik memuaskan",
        measured("Waktu melayani", "Waktu", "30"),
        measured("Layanan sesuai janji waktu", "Waktu", "60"),
        measured("Kepuasan secara umum", "Kualitas", "3"),
    )
    await agree_on_plan(place["Yohana"], place["Markus"])
    assert place["Yohana"].sees("Waktu: Waktu melayani, paling banyak 30 menit")


async def forty_minutes(place: Place) -> None:
    yohana = place["Yohana"]
    await place.until("2026-02-02 08:00")
    await place.visits(yohana, (40,) * 6, ("Baik",) * 6)
    await yohana.sends("/kinerja")
    assert "Semester I 2026 · berjalan, sampai Sen 2 Feb 12.00 WIT" in yohana.last.text
    assert "Waktu melayani: 40 menit (kisaran 40 menit sampai 40 menit; n = 6)" in yohana.last.text


async def frozen_by_the_clock_of_the_east(place: Place) -> None:
    """At midnight in Nabire it is ten at night in Jakarta."""
    yohana = place["Yohana"]
    for clock, state in (("2026-07-07 23:55", "berjalan"), ("2026-07-08 00:05", "dibekukan 8 Jul")):
        await place.until(clock)
        await yohana.sends("/kinerja")
        await yohana.taps("Semester I 2026")
        assert f"Semester I 2026 · {state}" in yohana.last.text
    assert place.town.clock.now() == wib("2026-07-07 22:05")


async def the_first_half_is_appraised(place: Place) -> None:
    markus, yohana = place["Markus"], place["Yohana"]
    await place.until("2026-07-13 09:00")
    await opens_appraisal(markus, "Yohana, Semester I 2026")
    evidence = await reads_all(markus, "Bukti dan umpan balik")
    for words in (
        "Waktu melayani. Target: paling banyak 30 menit kerja. Bukti: 40 menit",
        "Layanan sesuai janji waktu. Target: paling sedikit 60 %. Bukti: 0 %",
    ):
        assert words in evidence, words
    assert evidence.count("(target belum tercapai)") == 2
    await rates(markus, SLOW)
    await markus.taps("Konfirmasi")
    await yohana.taps("Buka penilaian")
    await yohana.taps("Saya setuju")


async def a_promise_is_made(place: Place) -> None:
    yohana = place["Yohana"]
    await yohana.sends("/rapat")
    await says(yohana, "Catat janji baru", "Yohana", "Semester I 2026", PROMISE, "31/12/2026")
    assert yohana.sees("Sampai: Kam 31 Des 2026")


async def twenty_minutes(place: Place) -> None:
    yohana = place["Yohana"]
    await place.until("2026-10-05 08:00")
    for _ in range(6):
        citizen = await place.visit(yohana, 20, "Sangat baik")
        await taps(citizen, SURVEY, *PLEASED, "Lewati semua, selesai")


async def around_her_they_say_what_they_see(place: Place) -> None:
    markus, yohana = place["Markus"], place["Yohana"]
    await place.until("2026-12-07 09:00")
    await markus.sends("/masukan")
    await taps(markus, "Pegawai yang saya pimpin", "Yohana: belum diminta")
    await markus.taps("Minta umpan balik: Semester II 2026")
    await taps(markus, *(f"{name} (rekan)" for name in PEERS))
    await taps(markus, *(f"{name} (bawahan)" for name in BELOW))
    await taps(markus, "Lanjut", "Buka selama 14 hari")
    for name in PEERS:
        seen = "Tidak mengamati" if name == "Agus" else OFTEN
        await observes(place[name], OFTEN, OFTEN, seen, *(OFTEN,) * 4, example=SEEN[name])
        assert not yohana.sees(SEEN[name])
    for name in BELOW[:2]:
        await observes(place[name], *(ALWAYS,) * 7)
    await yohana.sends("/masukan")
    await taps(yohana, "Masukan untuk saya", "Sedang berjalan: Semester II 2026")
    assert not yohana.sees(SEEN["Dina"])  # nothing before it is closed
    await observes(place[BELOW[2]], *(ALWAYS,) * 7)
    await observes(markus, *(OFTEN,) * 7)
    await place.until("2026-12-08 09:00")
    assert yohana.sees("Umpan balik untuk Anda sudah lengkap")
    await yohana.taps("Lihat hasil")
    result = yohana.last.text
    assert result.count("rekan: 0 · 0 · 3 · 0") == 6
    assert result.count("rekan: belum cukup jawaban") == 1  # two of three saw how competent she is
    assert result.count("bawahan: 0 · 0 · 0 · 3") == 7
    assert result.count(f"atasan: {OFTEN}") == 7
    await yohana.taps("Contoh: Berorientasi Pelayanan")
    for example in SEEN.values():
        assert f"(rekan) {example}" in yohana.last.text
    for name in (*PEERS, *BELOW):
        assert name not in result + yohana.last.text


async def the_promise_is_kept(place: Place) -> None:
    markus, yohana = place["Markus"], place["Yohana"]
    await place.until("2026-12-28 09:00")
    assert yohana.sees("Janji rapat evaluasi hampir jatuh tempo")
    await taps(markus, "Lihat janji", "Ditepati")
    await markus.sends(KEPT)
    await yohana.sends("/kinerja")
    await says(yohana, "Catatan saya", WORDS)
    assert yohana.sees("Catatan Anda untuk Semester II 2026 sudah disimpan.")


async def the_second_half_is_appraised(place: Place) -> None:
    markus, yohana = place["Markus"], place["Yohana"]
    await place.until("2027-01-11 09:00")
    await opens_appraisal(markus, "Yohana, Semester II 2026")
    evidence = await reads_all(markus, "Bukti dan umpan balik")
    assert evidence.count("(target tercapai)") == 3
    assert "Bukti: 20 menit (kisaran 20 menit sampai 20 menit; n = 6)" in evidence
    assert WORDS in evidence
    assert "Indeks kepuasan unit: 3,44 (n = 6), angka unit" in evidence
    what_citizens_witness(evidence)
    await rates(markus, QUICK)
    assert "kedua rating ini disebut Sangat Baik" in markus.last.text
    await markus.taps("Konfirmasi")
    await taps(yohana, "Buka penilaian")
    assert "Predikat: Sangat Baik, dikonfirmasi oleh Markus." in yohana.last.text


def what_citizens_witness(evidence: str) -> None:
    """Conduct and competence, not loyalty: that is for those who work with her."""
    cards = dict(re.findall(r"Perilaku kerja: ([\w ]+)\n(.*?)\nBagian", evidence, re.DOTALL))
    assert len(cards) == 7
    assert "• Kepuasan: sikap petugas: 4,00" in cards["Berorientasi Pelayanan"]
    assert "• Kepuasan: kemampuan petugas: 4,00" in cards["Kompeten"]
    assert "• Rekan: belum cukup jawaban untuk ditampilkan" in cards["Kompeten"]
    for value in ("Harmonis", "Loyal", "Adaptif", "Kolaboratif"):
        told = cards[value].strip().splitlines()
        assert [line.split(":")[0] for line in told] == ["• Atasan", "• Rekan", "• Bawahan"]


async def everybody_presents_the_year(place: Place) -> None:
    """The head gets the pack: figures of both halves, own words, and what became of promises."""
    markus = place["Markus"]
    await markus.sends("/rapat")
    assert f"1. Yohana: {PROMISE} (sampai Kam 31 Des 2026): ditepati. {KEPT}" in markus.last.text
    await markus.taps("Bahan rapat (XLSX)")
    book = openpyxl.load_workbook(io.BytesIO(markus.last.data))
    assert times(book["Angka"].values) == {"Semester I 2026": 40, "Semester II 2026": 20}
    planned = [row[6:10] for row in book["SKP"].values if row[0] == "Yohana"]
    assert planned[:2] == [
        ("Waktu melayani", 30, "menit kerja", 20),
        ("Layanan sesuai janji waktu", 60, "%", 100),
    ]
    assert ("Yohana", WORDS) in {(row[0], row[2]) for row in book["Catatan pegawai"].values}
    await markus.sends("/rapat")
    await markus.taps("Bahan rapat (PDF)")
    pages = pypdfium2.PdfDocument(markus.last.data)
    told = "\n".join(page.get_textpage().get_text_range() for page in pages)
    for words in ("7. Yohana", "tidak ada peringkat", WORDS, PROMISE, KEPT, "Terlaksana"):
        assert words in told, words
    places = [told.index(f". {name}") for name in sorted((*PEERS, *BELOW, "Yohana"))]
    assert places == sorted(places)


def times(rows: Iterable[Sequence[Any]]) -> dict[str, float]:
    """How long a document took with Yohana, by period, in minutes."""
    return {row[4]: row[5] for row in rows if (row[0], row[2]) == ("Yohana", "Waktu melayani")}


async def test_wanggar(january: Town) -> None:
    place = await founded(january)
    await every_six_months(place)
    await a_plan_for_the_year(place)
    await forty_minutes(place)
    await frozen_by_the_clock_of_the_east(place)
    await the_first_half_is_appraised(place)
    await a_promise_is_made(place)
    await twenty_minutes(place)
    await around_her_they_say_what_they_see(place)
    await the_promise_is_kept(place)
    await the_second_half_is_appraised(place)
    await everybody_presents_the_year(place)
