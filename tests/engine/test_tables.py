"""The rows that a fit reads: only shares count, never how a file happens to write its weights."""

from __future__ import annotations

from dataclasses import replace

import pytest

from navigator.catalogue.store import Catalogue
from navigator.engine.tables import skills_of_elements


def test_doubling_the_weights_behind_a_skill_changes_nothing(catalogue: Catalogue) -> None:
    framework = replace(catalogue.framework, skills=catalogue.framework.skills[:3])
    first, *others = framework.skills
    doubled = replace(first, elements={element: 2 * weight for element, weight in first.elements.items()})
    before = skills_of_elements(framework, catalogue.tables)
    after = skills_of_elements(replace(framework, skills=(doubled, *others)), catalogue.tables)
    assert list(after) == list(before)
    for skill, row in before.items():
        assert after[skill] == pytest.approx(row)


def test_a_skill_that_no_occupation_tells_of_has_a_row_all_the_same(catalogue: Catalogue) -> None:
    unheard = replace(catalogue.framework.skills[0], id="unheard", elements={"9.Z.9": 1.0})
    framework = replace(catalogue.framework, skills=(*catalogue.framework.skills[:3], unheard))
    rows = skills_of_elements(framework, catalogue.tables)
    assert list(rows) == [s.id for s in framework.skills]
    assert {len(row) for row in rows.values()} == {len(catalogue.tables.codes)}
