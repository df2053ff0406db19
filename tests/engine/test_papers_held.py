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


@pytest.mark.parametrize(
    "words",
    [
        "No driver's license",
        "I have no CDL",
        "Currently without a driver's license",
        "Clerk with no driver's license",
        "I do not have a forklift card",
        "Hope to earn my CNA",
        "Plan to get my CDL class A in 2027",
        "Would like to take the OSHA 10",
        "I need a forklift card and a crane operator certificate (NCCCO)",
        "You need this: crane operator certificate (NCCCO)",
        "Need OSHA-30",
        "Want my CDL",
        "Failed the EPA 608 test",
        "Failed EPA 608 exam",
        "Lost my driver's license",
        "My driver's license was suspended in 2024",
        "CDL revoked",
        "Not yet certified as a CNA",
        "No tengo licencia de conducir",
        "Sin licencia de manejar",
        "Necesito una tarjeta de OSHA 10",
        "Quiero sacar mi CDL",
        "Espero obtener el CNA",
        "Reprobé el examen de EPA 608",
        "Perdí mi licencia de conducir",
        "Licencia suspendida",
    ],
)
def test_a_paper_that_is_missing_wished_for_failed_or_lost_is_not_held(words: str) -> None:
    assert not is_held(words, COUNTRIES)


@pytest.mark.parametrize(
    "words",
    [
        "CDL class A, no accidents",
        "No accidents in ten years with a CDL class A",
        "CNA license No. 12345",
        "CPR for children with special needs",
        "Suspended scaffold card",
        "Repaired failed compressors, EPA 608 certified",
        "Zero lost time, OSHA 30",
        "CNA, need to renew by May",
        "Driver's license, suspended in 2019 and reinstated in 2020",
        "Want to use my CDL again",
        "Tarjeta de OSHA 10, sin accidentes",
        "Not Boring Plumbing License",
    ],
)
def test_words_about_something_else_take_no_paper_away(words: str) -> None:
    assert is_held(words, COUNTRIES)
