"""What there is to say about one occupation."""

from __future__ import annotations

from navigator.catalogue.store import Catalogue
from navigator.services.occupation import about


def test_where_a_state_publishes_no_pay_the_nations_is_told(catalogue: Catalogue) -> None:
    def told(code: str, area: str) -> bool:
        wages = catalogue.wages(code, area)
        return wages is not None and wages.typical.per_hour is not None

    code = next(c for c in catalogue.tables.codes if told(c, "US") and not told(c, "WY"))
    here = about(catalogue, code, "WY", more=False).wages
    assert here is not None and here.area == "US" and here.typical.per_hour is not None
    own = next(c for c in catalogue.tables.codes if told(c, "WY"))
    there = about(catalogue, own, "WY", more=False).wages
    assert there is not None and there.area == "WY"
