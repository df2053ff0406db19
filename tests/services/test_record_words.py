"""What looks wrong in a record is told by names that a person knows, with the command that mends it."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Record
from navigator.engine.oddities import Oddity
from navigator.services.record_words import odd

EMPTY = Record(id="r", created="")


@pytest.mark.parametrize("kind", ["licence_expired", "licence_unused"])
def test_a_license_that_looks_wrong_is_told_by_its_name_and_how_to_change_it(catalogue: Catalogue, kind: str) -> None:
    said = odd(Oddity(kind=kind, ids=("c1",), about="cna"), EMPTY, catalogue)  # type: ignore[arg-type]
    assert catalogue.licences["cna"] in said
    assert said.endswith("To change the answer: navigator record edit want.licences.")


def test_schooling_that_looks_wrong_is_told_in_words_and_how_to_change_it(catalogue: Catalogue) -> None:
    said = odd(Oddity(kind="schooling_lower", ids=("s1",), about="high_school"), EMPTY, catalogue)
    assert "high school diploma or GED" in said and "high_school" not in said
    assert said.endswith("To change the answer: navigator record edit want.school.")
