"""Papers that are still to come, or of another country, are told from those that somebody holds."""

from __future__ import annotations

import pytest

from navigator.engine.papers_held import is_held

COUNTRIES = ("el salvador", "mexico", "peru", "jamaica")


@pytest.mark.parametrize(
    "words",
    [
        "CNA, expected May 2026",
        "CNA (Anticipated: June 2026)",
        "Pursuing OSHA 10",
        "Studying for RN license",
        "Enrolled in CNA class",
        "Licencia de enfermera, en trámite",
        "RN license (El Salvador), expired 2015",
        "RN license - Peru",
    ],
)
def test_what_is_to_come_or_from_elsewhere_is_not_held(words: str) -> None:
    assert not is_held(words, COUNTRIES)


@pytest.mark.parametrize(
    "words",
    [
        "CNA",
        "Driver license, New Mexico",
        "Notary, Peru, Indiana",
        "CNA, Jamaica, NY",
        "Met expected targets as a CNA",
        "Certified in process safety",
        "CNA, renewal in progress",
    ],
)
def test_what_only_looks_like_it_is_held(words: str) -> None:
    assert is_held(words, COUNTRIES)


def test_a_country_that_gave_it_speaks_against_it() -> None:
    assert not is_held("RN license", COUNTRIES, "El Salvador")
    assert is_held("RN license", COUNTRIES, "Texas")
