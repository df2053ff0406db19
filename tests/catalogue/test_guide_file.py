"""The guide's own words: easy to read, fair, in pairs, and naming only what there is; and what is wrong with a broken one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from navigator.catalogue.guide import read_guide
from navigator.catalogue.store import Catalogue
from navigator.domain.guide import Pair, Stage
from tests.reading import grade

DATA = Path(__file__).resolve().parents[2] / "data"
MOST_GRADE, MOST_STAFF_GRADE = 6, 8
STAGES = ["looking", "applying", "first-90", "growing", "moving"]


@pytest.fixture(scope="module")
def wording() -> Any:
    return yaml.safe_load((DATA / "wording.yaml").read_text(encoding="utf-8"))


def words_of(pair: Pair) -> str:
    return f"{pair.me} {pair.employer} {pair.why}"


def everything(stage: Stage) -> str:
    return " ".join([stage.name, stage.about, *map(words_of, stage.pairs), *stage.employer_side, *stage.center_side])


def test_five_stages_each_with_pairs_for_everybody_and_one_for_each_kind_of_work(catalogue: Catalogue) -> None:
    assert [s.id for s in catalogue.guide.stages] == STAGES
    sectors = [s.id for s in catalogue.framework.sectors]
    for stage in catalogue.guide.stages:
        assert sum(not p.sector for p in stage.pairs) >= 6
        assert [p.sector for p in stage.pairs if p.sector] == sectors
        assert len(stage.employer_side) >= 4 and len(stage.center_side) >= 4
        for sector in sectors:
            assert [p.sector for p in stage.for_sector(sector)][-1] == sector


def test_every_question_is_a_question_and_says_why(catalogue: Catalogue) -> None:
    for pair in (p for s in catalogue.guide.stages for p in s.pairs):
        assert pair.me.endswith("?") and pair.employer.endswith("?") and pair.why.endswith("."), pair.id
        assert re.search(r"\b(I|me|my)\b", pair.me), pair.id


def test_workers_read_it_at_grade_six_and_staff_at_grade_eight(catalogue: Catalogue, wording: Any) -> None:
    names = frozenset(wording["names"])
    for stage in catalogue.guide.stages:
        for pair in stage.pairs:
            assert grade(words_of(pair), names) <= MOST_GRADE, pair.id
        for text in (stage.about, *(t for p in stage.pairs for t in (p.me, p.employer, p.why))):
            assert grade(text, names) <= MOST_STAFF_GRADE, text
        for side in (stage.employer_side, stage.center_side):
            assert grade(" ".join(side), names) <= MOST_STAFF_GRADE, stage.id


def test_no_jargon_and_no_word_that_names_people_by_a_group(catalogue: Catalogue, wording: Any) -> None:
    for stage in catalogue.guide.stages:
        text = everything(stage).lower()
        said = re.findall(r"[a-z][a-z'’-]*", text)
        assert not [w for w in said for j in wording["jargon"] if w.startswith(j) and w not in wording["jargon_names"]]
        assert not [b for b in wording["bias"] if re.search(rf"\b{re.escape(b)}\b", text)], stage.id


def test_help_that_it_names_is_there(catalogue: Catalogue) -> None:
    kinds = {k.id for k in catalogue.resource_kinds}
    programs = {r.id for r in catalogue.resources("US")}
    for pair in (p for s in catalogue.guide.stages for p in s.pairs):
        assert set(pair.kinds) <= kinds and set(pair.programs) <= programs, pair.id


def test_the_first_lines_say_origin_licence_and_year() -> None:
    head = "".join((DATA / "guide.yaml").read_text(encoding="utf-8").splitlines(keepends=True)[:4])
    assert "Origin:" in head and "Apache-2.0" in head and re.search(r"\b20\d\d\b", head)


SOUND = """format: navigator/guide/1
stages:
  - id: one
    name: One
    about: First.
    questions:
      - {id: pay, me: How much?, employer: What pay?, why: It counts., kinds: [money], programs: [snap]}
    employer_side: [Say it.]
    center_side: [Ask it.]
    sectors:
      food: {me: Tips?, employer: Tips?, why: They count.}
"""


def read(tmp_path: Path, text: str) -> list[tuple[int | None, str]]:
    path = tmp_path / "guide.yaml"
    path.write_text(text, encoding="utf-8")
    _, problems = read_guide(path, {"food"}, {"money"}, {"snap"})
    return [(p.line, p.what) for p in problems]


def test_a_sound_guide_has_no_problems(tmp_path: Path) -> None:
    assert read(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("why: It counts.", "whi: It counts.", 7, "whi"),
        ("[money]", "[gold]", 7, "no kind 'gold'"),
        ("[snap]", "[gold]", 7, "no program 'gold'"),
        ("food: {", "mining: {", 11, "no sector 'mining'"),
        ("      food: {", "      pay: {", 7, "stands twice"),
        ("stages:\n", "stages: []\nx:\n", 2, "stages"),
        ("[Say it.]", "[]", 8, "employer_side"),
        ("guide/1", "guide/2", 1, "guide"),
    ],
)
def test_a_broken_guide_says_where_and_what(old: str, new: str, line: int, said: str, tmp_path: Path) -> None:
    found = read(tmp_path, SOUND.replace(old, new, 1))
    assert found and found[0][0] == line and said in found[0][1], found


def test_all_that_it_names_and_is_not_there_is_listed_at_once(tmp_path: Path) -> None:
    assert len(read(tmp_path, SOUND.replace("[money]", "[gold, silver]").replace("[snap]", "[tin]"))) == 3
