"""How long one mask takes: `python -m tests.bench.masking`. Prints milliseconds, judges nothing."""

from __future__ import annotations

import timeit
from time import process_time

from nlp import mask

SENTENCE = (
    "Saya datang ke kantor pada pagi hari dan menunggu sampai siang, nomor antrian tidak juga "
    "dipanggil, petugas minta uang. "
)
CONTACT = "Hubungi saya di 0812-3456-7890 ya, petugasnya goblok. "
LENGTH = 3000
TEXTS = {
    "nothing to mask": SENTENCE * 30,
    "one number, one insult": SENTENCE * 13 + CONTACT + SENTENCE * 13,
    "a number and an insult in each sentence": (SENTENCE + CONTACT) * 20,
}


def milliseconds(text: str) -> float:
    """CPU time of one mask, the best of five."""
    known = ("Budi Santoso", "@budi_99", "123456789")
    times = timeit.repeat(lambda: mask(text, known), timer=process_time, number=50, repeat=5)
    return min(times) / 50 * 1000


if __name__ == "__main__":
    for name, text in TEXTS.items():
        print(f"{name} ({LENGTH} characters): {milliseconds(text[:LENGTH]):.2f} ms")
