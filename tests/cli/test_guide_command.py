"""`navigator guide` names help like every other command: without what is surely for others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from navigator.cli.commands.guide import directory_of
from navigator.cli.session import Session
from navigator.domain.record import Experience, Kind, Person, Record

COOK = Experience(id="job1", title="cook", code="35-2014.00", kind="paid")
EMPTY = Record(id="r", created="", person=Person(state="OH"))


@pytest.mark.parametrize(
    ("title", "kind", "code", "laid_off", "farm"),
    [
        ("raised my kids", "home", "39-9011.00", False, False),
        ("picked apples until I was laid off", "paid", "45-2092.00", True, True),
        ("cook", "paid", "35-2014.00", None, False),
    ],
)
def test_the_guide_knows_of_a_person_what_the_resources_know(
    tmp_path: Path, title: str, kind: Kind, code: str, laid_off: bool | None, farm: bool | None
) -> None:
    record = replace(EMPTY, experience=(replace(COOK, title=title, kind=kind, code=code),))
    directory = directory_of(Session(home=tmp_path), record)
    assert (directory.area, directory.laid_off, directory.farm) == ("OH", laid_off, farm)
    shown = {r.id for r in directory.suited}
    assert ("rapid-response" in shown, "farmworker" in shown) == (laid_off is not False, farm is not False)


def test_without_a_record_all_of_the_nation_may_be_named(tmp_path: Path) -> None:
    directory = directory_of(Session(home=tmp_path), None)
    assert (directory.area, directory.laid_off, directory.farm) == ("US", None, None)
    assert {"rapid-response", "farmworker"} <= {r.id for r in directory.suited}
