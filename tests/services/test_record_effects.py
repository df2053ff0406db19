"""What follows when a part of a record is added: an occupation only where a title surely names it."""

from __future__ import annotations

from datetime import date

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Experience, Record
from navigator.services.record_effects import of_part

TODAY = date(2026, 11, 22)


def codes(catalogue: Catalogue, title: str) -> list[str | None]:
    job = Experience(id="w1", title=title)
    record = Record(id="r", created="", experience=(job,))
    changed, said = of_part(catalogue, record, job, {"title"}, TODAY)
    assert bool(said) is (changed != record)
    return [e.code for e in changed.experience]


def test_a_title_that_surely_names_work_brings_its_occupation_and_no_other_title_does(catalogue: Catalogue) -> None:
    assert codes(catalogue, "cashier") == ["41-2011.00"]
    assert codes(catalogue, "helped out around") == codes(catalogue, "qwrtplk") == [None]
