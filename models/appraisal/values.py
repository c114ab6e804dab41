"""The core values of the civil service, by which behaviour is planned, observed and appraised."""

from __future__ import annotations

from enum import StrEnum


class Value(StrEnum):
    """The core values of the ASN: BerAKHLAK (SE MenPANRB 20/2021), in the order of the SKP form."""

    SERVICE = "service"  # Berorientasi Pelayanan
    ACCOUNTABLE = "accountable"  # Akuntabel
    COMPETENT = "competent"  # Kompeten
    HARMONIOUS = "harmonious"  # Harmonis
    LOYAL = "loyal"  # Loyal
    ADAPTIVE = "adaptive"  # Adaptif
    COLLABORATIVE = "collaborative"  # Kolaboratif
