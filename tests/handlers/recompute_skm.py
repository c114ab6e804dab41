"""The figures of the survey from its CSV export alone: nothing of the project is used here."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from fractions import Fraction
from math import floor


def recomputed(text: str) -> tuple[dict[str, Fraction], str, Counter[str]]:
    """NRR by element, the IKM with two decimals, and how many rows have each standing."""
    rows = list(csv.reader(text.splitlines(), delimiter=";" if ";" in text[:200] else ","))
    heading, data = rows[0], rows[1:]
    standing = {"dihitung": "counted", "dikecualikan": "excluded", "ditarik": "withdrawn"}
    numbers = Counter(standing.get(row[5], row[5]) for row in data)
    scores: dict[str, list[Fraction]] = {}
    for row in data:
        if standing.get(row[5], row[5]) == "counted":
            answers: dict[str, list[int]] = {}
            for question, cell in list(zip(heading, row, strict=True))[8:]:
                if cell:
                    answers.setdefault(question.split(".")[0], []).append(int(cell))
            for element, given in answers.items():
                scores.setdefault(element, []).append(Fraction(sum(given), len(given)))
    nrr = {key: sum(all_, Fraction()) / len(all_) for key, all_ in scores.items() if len(all_) >= 5}
    ikm = floor(sum(nrr.values(), Fraction()) / len(nrr) * 25 * 100 + Fraction(1, 2))
    return nrr, f"{ikm // 100}.{ikm % 100:02}", numbers


if __name__ == "__main__":
    print(*recomputed(sys.stdin.read().removeprefix("\ufeff")), sep="\n")
