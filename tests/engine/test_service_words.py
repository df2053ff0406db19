"""Military service named, with and without the work done there."""

from __future__ import annotations

import pytest

from navigator.catalogue.languages import speech
from navigator.catalogue.store import Catalogue
from navigator.engine.life_words import is_service_alone
from navigator.i18n import speaking

ALONE = [
    "army infantry", "infantryman", "soldier", "marine corps", "US Army", "U.S. Army", "national guard", "I was in the Navy",
    "Army sergeant", "Marine Corps veteran", "air force 4 years", "soldado", "ejército", "served in Iraq, army",
    "marine", "Marine veteran", "11B", "11b infantry", "veteran", "combat veteran", "disabled veteran", "veterano de guerra",
]  # fmt: skip
WITH_WORK = {
    "army cook": "35-2012", "Navy electrician": "47-2111", "army truck driver": "53-3032", "army nurse": "29-1141",
    "marine engineer": "17-2121",
}  # fmt: skip


@pytest.mark.parametrize("title", ALONE)
def test_service_alone_gives_no_guess_but_a_few_kinds_of_work_to_pick_from(catalogue: Catalogue, title: str) -> None:
    finds = catalogue.find_titles(title, 6)
    assert tuple(f.code for f in finds) == catalogue.framework.service.work
    assert {f.sure for f in finds} == {"unsure"}


def test_the_same_in_spanish(catalogue: Catalogue) -> None:
    with speaking(speech("es")):
        from navigator.catalogue.store import open_catalogue

        finds = open_catalogue().find_titles("soldado", 6)
    assert tuple(f.code for f in finds) == catalogue.framework.service.work != ()


@pytest.mark.parametrize(("title", "code"), WITH_WORK.items())
def test_with_a_word_for_the_work_it_is_found(catalogue: Catalogue, title: str, code: str) -> None:
    assert not is_service_alone(title, catalogue.framework.service)
    assert catalogue.find_titles(title, 1)[0].code.startswith(code)


@pytest.mark.parametrize(
    "title",
    [
        "marine mechanic",
        "marine engineer",
        "veteran nurse",
        "veteran team leader",
        "veterans benefits clerk",
        "solderer",
        "sailor",
        "security guard",
        "police sergeant",
        "team leader",
    ],
)
def test_civilian_work_is_no_service(catalogue: Catalogue, title: str) -> None:
    assert not is_service_alone(title, catalogue.framework.service)
