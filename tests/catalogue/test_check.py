"""Cross-checks of the data: each kind of mistake is found in its file and line, and the real data have none."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from navigator.catalogue.check import SUPPORTING, check, words
from navigator.catalogue.check_used import NAMED_BY_NONE, unknown_settings
from navigator.catalogue.finder import Finder
from navigator.catalogue.load import WAGE_COLUMNS, Source, load
from navigator.catalogue.occupation_files import LoadedOccupation
from navigator.catalogue.schema import LicenceName
from navigator.domain.occupation import Licence, NextStep, Occupation, WayIn

DATA = Path(__file__).parents[2] / "data"
CNA = "31-1131.00"


@pytest.fixture(scope="module")
def source() -> Source:
    return load(DATA)


def changed(source: Source, code: str = CNA, profile: dict[str, Any] | None = None, **occupation: Any) -> Source:
    """The source with one occupation changed: fields of its profile, or of the occupation itself."""

    def one(loaded: LoadedOccupation) -> LoadedOccupation:
        if loaded.occupation.code != code:
            return loaded
        was: Occupation = loaded.occupation
        return replace(loaded, occupation=replace(was, profile=replace(was.profile, **(profile or {})), **occupation))

    return replace(source, occupations=tuple(one(o) for o in source.occupations))


def said(source: Source) -> list[str]:
    return [problem.what for problem in check(source)]


def only(source: Source) -> str:
    problems = said(source)
    assert len(problems) == 1, problems
    return problems[0]


def test_the_data_as_they_stand_have_no_problem_and_the_check_takes_under_a_second(source: Source) -> None:
    assert source.problems == []
    began = time.process_time()  # of the processor: a busy machine is no slow check
    assert [str(problem) for problem in check(source)] == []
    assert time.process_time() - began < 1


def test_every_name_of_the_lexicon_is_of_an_occupation_of_ours(source: Source) -> None:
    ours = {loaded.occupation.code for loaded in source.occupations}
    assert source.lexicon is not None
    assert {code for _, code in source.lexicon.titles} <= ours


def test_a_name_for_a_code_that_is_no_occupation_is_found_with_its_line(source: Source) -> None:
    others = tuple(o for o in source.occupations if o.occupation.code != "53-3054.00")
    found = [p for p in check(replace(source, occupations=others)) if p.path.name == "titles.yaml"]
    (problem,) = found
    assert problem.what.startswith("53-3054.00, where ")
    lines = (DATA / "titles.yaml").read_text(encoding="utf-8").splitlines()
    assert problem.line is not None and lines[problem.line - 1].strip().startswith("53-3054.00:")


def test_a_problem_names_its_file_and_the_line_that_holds_it(source: Source) -> None:
    (problem,) = check(changed(source, profile={"what_you_do": ""}))
    assert problem.path == DATA / "occupations" / f"{CNA}.yaml"
    assert problem.line == 5  # "profile:"
    step = source.occupations[0].occupation.profile.next_steps[0]
    code = source.occupations[0].occupation.code
    (problem,) = check(changed(source, code, profile={"next_steps": (step, step, step)}))
    assert problem.line
    assert step.code in problem.path.read_text(encoding="utf-8").splitlines()[problem.line - 1]


def test_all_problems_come_in_one_pass(source: Source) -> None:
    bad = {"what_you_do": "", "where": "Too short.", "also_called": ("One", "one")}
    assert len(check(changed(source, profile=bad))) == 4


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ({"where": ""}, "where is missing"),
        ({"where": "word " * 61}, "where has 61 words, should have 15 to 60"),
        ({"day": ("Wash and dress people",)}, "day has 1 entries, should have 3 to 5"),
        ({"good_for_you_if": "You care."}, "good_for_you_if has 2 words, should have 4 to 18"),
        ({"day": ("Wash and dress people",) * 3}, "day says the same line twice"),
        ({"licence": Licence(need="required", names=("cna-2",))}, "the licence cna-2 is not in licences.yaml"),
        ({"asks_for": None}, "asks_for is missing"),
        ({"asks_for": ("lifting", "dancing")}, "asks_for: dancing is none of matching.yaml's cannot"),
        ({"asks_for": ("lifting", "blood", "lifting")}, "asks_for names lifting twice"),
        ({"asks_for": ("lifting", "nights"), "always": ("lifting",)}, "always: lifting is none of what asks_for says"),
        ({"asks_for": ("lifting",), "always": ("nights",)}, "always: nights is none of what asks_for says"),
        ({"licence": Licence(need="required")}, "licence: need is required but 0 are named"),
        ({"licence": Licence(need="none", state_rules=True)}, "licence: state_rules without a licence"),
        ({"next_steps": (NextStep(code="99-9999.00", why="No such work at all"),
                         NextStep(code="29-2061.00", why="A year or so to practical nurse"))},
         "the next step 99-9999.00 is no occupation here"),
        ({"next_steps": (NextStep(code=CNA, why="More of the same work"),
                         NextStep(code="29-2061.00", why="A year or so to practical nurse"))},
         "a next step names the occupation itself"),
        ({"next_steps": (NextStep(code="29-1171.00", why="Master's degree and a state license"),
                         NextStep(code="29-2061.00", why="A year or so to practical nurse"))},
         "the next step 29-1171.00 sits 2 job zones higher; name one between"),
    ],
)  # fmt: skip
def test_a_profile_is_whole_within_its_lengths_and_names_what_exists(
    source: Source, profile: dict[str, Any], expected: str
) -> None:
    assert expected in only(changed(source, profile=profile))


@pytest.mark.parametrize(
    ("asks", "months", "earn", "expected"),
    [
        ("bachelor", (12, 24), False, "24 months at most is too short for bachelor (36 or more)"),
        ("none", (6, 3), True, "months should be [least, most] up to 180, not [6, 3]"),
        ("doctor", (96, 240), False, "months should be [least, most] up to 180, not [96, 240]"),
        ("apprenticeship", (24, 48), False, "an apprentice earns while learning: earn should be true"),
    ],
)
def test_the_months_of_a_way_in_are_sane_for_what_it_asks(
    source: Source, asks: Any, months: tuple[float, float], earn: bool, expected: str
) -> None:
    way = WayIn(asks=asks, how="A way in that somebody wrote", months=months, cost="thousands", earn=earn)
    assert only(changed(source, profile={"ways_in": (way,)})) == expected


@pytest.mark.parametrize("included", ["no-such-paper", "emt"])
def test_a_licence_includes_others_that_are_known(source: Source, included: str) -> None:
    papers = (structs.replace(p, includes=(included,)) if p.id == "emt" else p for p in source.licences)
    (problem,) = check(replace(source, licences=tuple(papers)))
    assert problem.what == f"emt includes {included}, which is no other licence"
    assert problem.path.read_text(encoding="utf-8").splitlines()[(problem.line or 0) - 1].startswith("  - {id: emt,")


@pytest.mark.parametrize("card", sorted(SUPPORTING))
def test_a_card_that_opens_no_door_alone_does_not_stand_beside_a_required_licence(source: Source, card: str) -> None:
    # The engine lets any one of the named licences through: a first aid card must not pass for a nurse's license.
    licence = Licence(need="required", names=("cna", card))
    assert "alone does not open this work" in only(changed(source, profile={"licence": licence}))


def test_next_steps_that_only_lead_round_in_a_circle_are_found(source: Source) -> None:
    pair = ("31-1131.00", "31-1133.00")
    for here, there in (pair, pair[::-1]):
        source = changed(
            source, here, profile={"next_steps": (NextStep(code=there, why="And then back here again"),) * 2}
        )
    assert sum("round in a circle of 2 occupations" in what for what in said(source)) == 2


def test_closest_may_name_an_occupation_without_data_but_not_itself_nor_one_twice(source: Source) -> None:
    assert said(changed(source, closest=("55-1011.00",))) == []
    assert only(changed(source, closest=(CNA,))) == f"closest names {CNA}, itself"
    assert only(changed(source, closest=("29-2061.00", "29-2061.00"))) == "closest names 29-2061.00 twice"


def test_two_occupations_do_not_share_a_plain_title(source: Source) -> None:
    assert only(changed(source, profile={"plain_title": "Cashier"})).startswith("plain_title is also that of")


def test_an_occupation_that_nobody_has_written_about_is_said_once(source: Source) -> None:
    bare = replace(source.occupations[0].occupation, profile=type(source.occupations[0].occupation.profile)())
    first = replace(source.occupations[0], occupation=bare)
    assert only(replace(source, occupations=(first, *source.occupations[1:]))).startswith("no profile")


def test_figures_name_only_what_the_inventory_can_ask(source: Source) -> None:
    assert only(changed(source, activities={"4.A.9": 2})) == "the activity 4.A.9 is not known"
    assert only(changed(source, interests={"1.B.1.z": 2.0})) == "the interest 1.B.1.z is not known"


def test_every_skill_has_an_example_for_every_sector_and_elements_that_exist(source: Source) -> None:
    assert source.framework is not None
    skill, *others = source.framework.skills
    lame = replace(skill, examples={k: v for k, v in skill.examples.items() if k != "retail"}, elements={"9.Z": 1.0})
    framework = replace(source.framework, skills=(lame, *others))
    assert said(replace(source, framework=framework)) == [
        f"{skill.id} has no example for the sector retail",
        f"{skill.id}: the element 9.Z is not known",
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda f: replace(f, activities=(*f.activities, replace(f.activities[0], id="4.A.new"))), "stands 2 times"),
        (lambda f: replace(f, activities=tuple(replace(a, group="nowhere") if a is f.activities[0] else a
                                               for a in f.activities)), "the group nowhere is not known"),
        (lambda f: replace(f, statements=(*f.statements, replace(f.statements[0], interest="x"))),
         "the interest x is not known"),
    ],
)  # fmt: skip
def test_the_inventory_says_nothing_twice_and_names_what_exists(
    source: Source, change: Callable[[Any], Any], expected: str
) -> None:
    assert any(expected in what for what in said(replace(source, framework=change(source.framework))))


def test_wages_name_known_areas_and_every_occupation_joins_one(source: Source) -> None:
    elsewhere = ("ZZ", *source.wages[0][1:])
    assert only(replace(source, wages=[*source.wages, elsewhere])) == "the area ZZ is not in areas.csv"
    without = [row for row in source.wages if row[1] != "31-1131"]
    assert only(replace(source, wages=without)) == "no wage joins 31-1131"


@pytest.mark.parametrize(("column", "figure"), [("h50", 999.0), ("h10", 50.0), ("a75", 1.0), ("a90", 2.0)])
def test_pay_that_falls_where_it_must_rise_is_found_with_its_line(source: Source, column: str, figure: float) -> None:
    at = WAGE_COLUMNS.index(column)
    wages = [(*r[:at], figure, *r[at + 1 :]) if r[:2] == ("OH", CNA[:7]) else r for r in source.wages]
    (problem,) = check(replace(source, wages=wages))
    assert (
        problem.what.startswith(f"OH {CNA[:7]}: pay falls where it must rise") and f"{column} {figure}" in problem.what
    )
    told = problem.what.partition("must rise: ")[2].split(", ")
    assert [pay.split()[0] for pay in told] == [c for c in WAGE_COLUMNS if re.fullmatch(rf"{column[0]}\d\d", c)]
    assert problem.path.name == "states.csv"
    assert problem.path.read_text().splitlines()[(problem.line or 0) - 1].startswith(f"OH,{CNA[:7]},")


def test_pay_that_falls_is_told_without_the_pay_of_other_columns_that_is_the_same(source: Source) -> None:
    hour, year = WAGE_COLUMNS.index("h10"), WAGE_COLUMNS.index("a90")
    wages = [(*r[:year], r[hour], *r[year + 1 :]) if r[:2] == ("OH", CNA[:7]) else r for r in source.wages]
    told = only(replace(source, wages=wages)).partition("must rise: ")[2]
    assert "a90" in told and "h10" not in told


def test_pay_that_is_equal_or_not_published_is_no_problem(source: Source) -> None:
    def blurred(row: tuple[str | float | None, ...]) -> tuple[str | float | None, ...]:
        return (*row[:5], row[4], None, None, *row[8:]) if row[4] is not None else row

    assert check(replace(source, wages=[blurred(row) for row in source.wages])) == []


def test_a_limit_that_no_work_asks_for_and_a_paper_that_none_names_are_found(source: Source) -> None:
    assert source.matching is not None
    limit = replace(source.matching.cannot[0], id="dragons")
    with_limit = replace(source.matching, cannot=(*source.matching.cannot, limit))
    assert "cannot: no occupation asks for dragons (asks_for)" in said(replace(source, matching=with_limit))
    paper = LicenceName(id="dragon-card", name="dragon card", kind="state")
    assert only(replace(source, licences=(*source.licences, paper))) == "no occupation names dragon-card"


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"everyday": ("dragon-card",)}, "everyday: dragon-card is no paper of ours"),
        ({"anybody": ("4.A.9",)}, "anybody: 4.A.9 is no activity of ours"),
        ({"meant_otherwise": {"driving": ("4.A.9",)}}, "meant_otherwise: 4.A.9 is no activity of ours"),
        ({"meant_otherwise": {"dragons": ()}}, "meant_otherwise: dragons is no limit of ours"),
    ],
)
def test_the_settings_of_pathways_name_what_exists(source: Source, changed: dict[str, Any], what: str) -> None:
    assert source.pathways is not None
    assert only(replace(source, pathways=replace(source.pathways, **changed))) == what


def test_a_setting_of_pathways_is_found_at_its_line(source: Source, tmp_path: Path) -> None:
    lines = ["# driving, dragons", "everyday: [twic, dragon-card]", "meant_otherwise: {driving: [], dragons: [4.A.9]}"]
    (tmp_path / "pathways.yaml").write_text("\n".join(lines))
    assert source.pathways is not None
    named = {"everyday": ("dragon-card",), "anybody": (), "meant_otherwise": {"dragons": ("4.A.9",)}}
    found = unknown_settings(replace(source, pathways=replace(source.pathways, **named)))
    find = Finder(data=tmp_path)
    for problem in found:
        find.add(*problem)
    assert [problem.line for problem in find.problems] == [2, 3, 3]


def test_a_paper_said_to_be_named_by_none_is_named_by_none(source: Source) -> None:
    named = {n for loaded in source.occupations for n in loaded.occupation.profile.licence.names}
    unnamed = {paper.id for paper in source.licences if paper.id not in named and named.isdisjoint(paper.includes)}
    assert unnamed == NAMED_BY_NONE


def test_who_holds_a_taxi_permit_has_the_license_that_driving_work_asks_for(source: Source) -> None:
    also = {loaded.occupation.code: loaded.occupation.profile.licence.also for loaded in source.occupations}
    assert all(("taxi-permit", "drivers-licence") in also[code] for code in ("53-3054.00", "53-3053.00", "53-3033.00"))


def test_a_broken_file_of_licences_is_not_told_again_at_each_occupation_that_names_one(source: Source) -> None:
    assert check(replace(source, licences=())) == []


def test_an_id_that_stands_twice_is_found_at_its_second_line(source: Source, tmp_path: Path) -> None:
    (tmp_path / "licences.yaml").write_text("# cna\n  - {id: cna-2}\n  - {id: cna}\n  - {id: hha}\n  - {id: cna}\n")
    twice = next(paper for paper in source.licences if paper.id == "cna")
    (problem,) = check(replace(source, data=tmp_path, licences=(*source.licences, twice)))
    assert (problem.what, problem.line) == ("the licence id 'cna' stands 2 times", 5)


def test_occupations_known_to_have_no_wage_are_no_problem(source: Source) -> None:
    assert "11-1031" not in {row[1] for row in source.wages}
    assert said(source) == []


def test_a_problem_in_a_file_that_is_not_there_has_no_line(tmp_path: Path) -> None:
    find = Finder(data=tmp_path)
    find.add("nothing.yaml", "missing", "anything")
    assert find.problems[0].line is None


def test_words_are_counted_with_their_hyphens_and_apostrophes() -> None:
    assert words("A two-year degree, at the firm's cost: $200") == 8


def test_what_a_way_in_begins_with_is_known_and_not_said_twice(source: Source) -> None:
    way = WayIn(asks="none", how="A way in that somebody wrote", months=(1, 3), cost="free", earn=True)
    asked = {"asks_for": ("lifting",), "always": ()}
    for begins, problem in (("flying", "is none of matching.yaml's cannot"), ("lifting", "stands in asks_for already")):
        said = only(changed(source, profile=asked | {"ways_in": (replace(way, begins=(begins,)),)}))
        assert said == f"begins: {begins} {problem}"
