"""The order of a tick list: what the work is known for comes first, and what is asked stays what it was."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue
from navigator.services.tick_list import NEIGHBOURS, OWN, activities_to_tick

FIRST = {
    "37-2011.00": "Cleaned rooms",
    "37-2012.00": "Cleaned rooms",
    "53-7051.00": "Used a forklift",
    "35-2014.00": "Cooked food",
    "39-9011.00": "Kept an eye on how children",
}


@pytest.mark.parametrize("code", FIRST)
def test_a_list_begins_with_what_is_usual_there(catalogue: Catalogue, code: str) -> None:
    words = {a.id: a.did for a in catalogue.framework.activities}
    assert words[activities_to_tick(catalogue, code)[0]].startswith(FIRST[code])


@pytest.mark.parametrize("code", FIRST)
def test_its_own_activities_that_tell_most_are_all_there_before_those_of_its_neighbours(
    catalogue: Catalogue, code: str
) -> None:
    rows, column = catalogue.tables.activity_row, catalogue.tables.column[code]
    listed = activities_to_tick(catalogue, code)
    own = [a for a in listed if rows[a][column]]
    assert listed[: len(own)] == tuple(own) and len(listed) - len(own) <= NEIGHBOURS
    strongest = sorted((row[column] for row in rows.values() if row[column]), reverse=True)[:OWN]
    assert sorted((rows[a][column] for a in own), reverse=True) == strongest
