"""A referral names the help that is wanted of this provider, and no other need."""

from __future__ import annotations

from datetime import date

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Record
from navigator.domain.resource import Resource
from navigator.services.referral import wanted
from navigator.services.resources import Directory


def test_only_needs_that_the_provider_serves_are_named_and_what_was_typed_comes_first(catalogue: Catalogue) -> None:
    directory = Directory(catalogue=catalogue, area="OH", today=date(2026, 11, 22))
    record = Record(id="r", created="", needs=("childcare", "housing", "no-such-need"))
    provider = Resource(id="p", name="P", kinds=("childcare", "transport", "no-such-need"))
    assert wanted(directory, record, provider, " ") == (directory.kinds["childcare"].name,)
    assert wanted(directory, record, provider, "  a   ride ") == ("a ride",)
