"""A center's own words over ours: examples, skills, wording; and a broken file refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.catalogue.center import overlaid
from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadData, NotFound
from navigator.domain.framework import Framework
from navigator.records.store import RecordStore
from navigator.services.data import center_problems
from navigator.services.match import Matcher
from navigator.services.questions import every_question
from tests.workers import ANA, walked

HEAD = "format: navigator/center/1\n"
NEW_SKILL = """\
skills:
  - id: welding
    name: Welding
    definition: You join metal with heat.
    asked_in_ten_minutes: true
    anchors: {a_little: Held the torch, some: Made straight seams, a_lot: Passed the test}
    examples: {trades: Mended a gate}
    elements: {2.B.3.d: 1.0}
"""


def center(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "center.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    return path


def skill_ids(framework: Framework) -> list[str]:
    return [s.id for s in framework.skills]


@pytest.fixture(scope="module")
def ours(catalogue: Catalogue) -> Framework:
    return catalogue.framework


def test_a_file_that_is_not_there_is_not_told_as_broken(ours: Framework, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"no file .*gone\.yaml.*--center"):
        overlaid(ours, tmp_path / "gone.yaml")
    with pytest.raises(NotFound, match=r"gone\.yaml"):
        center_problems(tmp_path / "gone.yaml")


def test_an_empty_center_changes_nothing(ours: Framework, tmp_path: Path) -> None:
    assert overlaid(ours, center(tmp_path, "")) == ours


def test_an_example_is_replaced_and_all_else_stays(ours: Framework, tmp_path: Path) -> None:
    path = center(tmp_path, "skills:\n  - {id: listening, examples: {retail: Heard the bell}}\n")
    before, after = ours.skills[0], overlaid(ours, path).skills[0]
    assert before.id == "listening"
    assert after.examples == before.examples | {"retail": "Heard the bell"}
    assert (after.name, after.definition, after.anchors, after.elements) == (
        before.name,
        before.definition,
        before.anchors,
        before.elements,
    )


def test_name_definition_anchors_and_elements_can_be_replaced(ours: Framework, tmp_path: Path) -> None:
    text = """\
skills:
  - id: listening
    name: Hearing people out
    definition: You hear people out.
    anchors: {a_little: One, some: Two, a_lot: Three}
    elements: {2.A.1.b: 0.5}
    technology: true
"""
    after = overlaid(ours, center(tmp_path, text)).skills[0]
    assert (after.name, after.definition, after.anchors) == (
        "Hearing people out",
        "You hear people out.",
        ("One", "Two", "Three"),
    )
    assert after.elements == {"2.A.1.b": 0.5} and after.technology


def test_a_sector_is_added_and_another_renamed_in_its_place(ours: Framework, tmp_path: Path) -> None:
    text = "sectors:\n  - {id: ships, name: Shipyard}\n  - {id: retail, name: Shops}\nskills:\n  - {id: listening, examples: {ships: Heard the crane}}\n"
    after = overlaid(ours, center(tmp_path, text))
    assert [s.id for s in after.sectors] == [*(s.id for s in ours.sectors), "ships"]
    assert next(s.name for s in after.sectors if s.id == "retail") == "Shops"
    assert after.skills[0].examples["ships"] == "Heard the crane"


def test_a_skill_is_added_asked_and_matched(catalogue: Catalogue, ours: Framework, tmp_path: Path) -> None:
    path = center(tmp_path, NEW_SKILL)
    theirs = Catalogue(catalogue.folder, path)
    assert skill_ids(theirs.framework) == [*skill_ids(ours), "welding"]
    asked = {q.question.id: q.question for q in every_question(theirs, "standard")}
    assert asked["skill.welding"].elements == ("2.B.3.d",)
    record = walked(theirs, RecordStore(home=tmp_path / "home"), ANA | {"skill.welding": 3})
    assert [r.level for r in record.ratings if r.skill == "welding"] == [3]
    assert Matcher(catalogue=theirs, record=record).matches().shown
    assert Matcher(catalogue=catalogue, record=record).matches().shown, (
        "the record still opens without the center's file"
    )


def test_a_center_says_which_skills_the_standard_route_asks_to_rate(ours: Framework, tmp_path: Path) -> None:
    text = "skills:\n  - {id: listening, asked_in_ten_minutes: true}\n  - {id: writing, asked_in_ten_minutes: false}\n  - {id: numbers, name: Sums}\n"
    after = {s.id: s.asked_in_ten_minutes for s in overlaid(ours, center(tmp_path, text)).skills}
    assert after["listening"] and not after["writing"] and after["numbers"]
    unsaid = NEW_SKILL.replace("    asked_in_ten_minutes: true\n", "")
    assert not overlaid(ours, center(tmp_path, unsaid)).skills[-1].asked_in_ten_minutes


def test_an_activity_is_reworded(ours: Framework, tmp_path: Path) -> None:
    some = ours.activities[5]
    after = overlaid(ours, center(tmp_path, f"activities:\n  {some.id}: Did it our way\n"))
    assert after.activities[5].did == "Did it our way" and after.activities[5].do == some.do
    assert after.activities[:5] == ours.activities[:5]


def test_what_stands_twice_is_named_by_the_check(tmp_path: Path) -> None:
    text = (
        "sectors:\n  - {id: a, name: One}\n  - {id: a, name: Two}\n"
        "skills:\n  - {id: listening, name: Hearing}\n  - {id: writing, name: Notes}\n  - {id: listening, name: Ears}\n"
    )
    path = center(tmp_path, text)
    assert center_problems(path) == [
        f"{path}: 'listening' stands 2 times under 'skills'. Keep it once.",
        f"{path}: 'a' stands 2 times under 'sectors'. Keep it once.",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("skills:\n  - {id: listening, examples: {moon: Quiet}}\n", "unknown sector 'moon'"),
        ("activities:\n  9.Z.9: Anything\n", "no activity '9.Z.9'"),
        ("skills:\n  - {id: juggling, name: Juggling}\n", "'juggling' needs a name, a definition, anchors and elements"),
        ("skills:\n  - {id: listening, exmaples: {retail: A}}\n", r"center\.yaml:3: .*unknown field `exmaples`"),
        ("sectors:\n  - {id: a}\n", r"center\.yaml:3: .*missing required field `name`"),
        ("skills:\n  - id: listening\n    elements: {2.A.1.b: 9}\n", r"center\.yaml:4: "),
        ("skills: [\n", r"center\.yaml:\d: not valid YAML"),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_and_the_check_says_the_same(
    ours: Framework, tmp_path: Path, text: str, said: str
) -> None:
    path = center(tmp_path, text)
    with pytest.raises(BadData, match=said) as refusal:
        overlaid(ours, path)
    assert center_problems(path) == [str(refusal.value)]


def test_the_check_names_an_element_that_no_occupation_rates(tmp_path: Path) -> None:
    path = center(tmp_path, NEW_SKILL.replace("2.B.3.d", "9.Z.9"))
    assert center_problems(path) == [
        f"{path}: the skill 'welding' names the element '9.Z.9', which no occupation rates."
    ]
    assert center_problems(center(tmp_path, NEW_SKILL)) == []


def test_the_example_in_the_documentation_is_sound(ours: Framework, tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "docs" / "reference" / "files.md").read_text(encoding="utf-8")
    example = text.partition("```yaml\n")[2].partition("```")[0]
    path = tmp_path / "center.yaml"
    path.write_text(example, encoding="utf-8")
    assert overlaid(ours, path).skills[0].examples["shipyard"]


def test_a_key_that_stands_twice_is_refused_with_its_line_and_never_lost_in_silence(
    ours: Framework, tmp_path: Path
) -> None:
    path = center(tmp_path, "skills:\n  - {id: listening, name: Hearing}\nskills:\n  - {id: speaking, name: Talking}\n")
    with pytest.raises(BadData, match=rf"{path}:4: the key 'skills' stands twice in one place: keep it once"):
        overlaid(ours, path)
