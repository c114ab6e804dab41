"""How many answers a survey needs, by Krejcie and Morgan (1970), as PermenPANRB 14/2017 asks.

Pure: standard library only.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

CHI_SQUARE = Fraction("3.841")  # one degree of freedom, 95 %
SHARE = Fraction("0.5")  # P: the share that needs the largest sample
ERROR = Fraction("0.05")  # d


def krejcie_morgan(population: int) -> int:
    """The smallest sample of a population, S = X²NP(1-P) / (d²(N-1) + X²P(1-P)).

    Rounded to the nearest whole number, as in the printed table: 50 people need 44 (44.34), 100
    need 80 (79.51). ValueError for a negative population.
    """
    if population < 0:
        raise ValueError(f"a population of {population}")
    spread = CHI_SQUARE * SHARE * (1 - SHARE)
    size = spread * population / (ERROR**2 * (population - 1) + spread)
    return floor(size + Fraction(1, 2))


def enough(n: int, population: int | None) -> bool | None:
    """Whether n answers reach the sample.

    None if nobody can tell: the population is not known, or said to be smaller than the number of
    people who answered.
    """
    if population is None or population < n:
        return None
    return n >= krejcie_morgan(population)
