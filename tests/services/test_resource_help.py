"""Help for a need, an occupation and a raise, as a worker meets it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, NotFound
from navigator.domain.record import Experience, Person, Record, Wants
from navigator.domain.resource import OTHER, Wish
from navigator.engine.resources import farm_work, laid_off, native, older
from navigator.services.help_named import best_for, program, reached
from navigator.services.needs import need_questions
from navigator.services.resources import (
    Directory,
    gaps_of,
    needs_help,
    occupation_help,
    raise_notes,
    told_by,
)

TODAY = date(2026, 11, 22)
BOOK = """format: navigator/book/1
entries:
  - {id: night-care, name: Night Care, kinds: [childcare], evening: yes, language: [Spanish], cost: free, area: OH, checked_on: 2026-11-01}
  - {id: old-care, name: Old Care, kinds: [childcare], checked_on: 2026-01-01}
  - {id: oak-cna, name: Nurse aide class, kinds: [training], codes: [31-1131.00], checked_on: 2026-10-01}
  - {id: far-care, name: Far Care, kinds: [childcare], area: TX, checked_on: 2026-11-20}
"""


@pytest.fixture
def directory(catalogue: Catalogue, tmp_path: Path) -> Directory:
    path = tmp_path / "book.yaml"
    path.write_text(BOOK, encoding="utf-8")
    return Directory(catalogue=catalogue, area="OH", today=TODAY, book=path)


def plain(catalogue: Catalogue, area: str = "US") -> Directory:
    return Directory(catalogue=catalogue, area=area, today=TODAY)


def test_the_centers_book_comes_before_the_state_and_the_nation(directory: Directory) -> None:
    group = directory.for_need("childcare")
    assert [s.resource.id for s in group.found] == ["night-care", "old-care", "oh-child-care"]
    assert [s.stale for s in group.found] == [False, True, False]


def all_of(directory: Directory, kind: str) -> list[str]:
    return [s.resource.id for s in directory.for_need(kind, most=99).found]


def test_what_is_only_for_people_laid_off_comes_last_and_says_so_where_nothing_is_known(catalogue: Catalogue) -> None:
    directory = plain(catalogue)
    assert all_of(directory, "job-search")[-5:] == [
        "rapid-response",
        "displaced-homemaker",
        "farmworker",
        "native-programs",
        "scsep",
    ]
    assert "rapid-response" not in [s.resource.id for s in directory.for_need("job-search").found]
    entry = next(r for r in directory.all if r.id == "rapid-response")
    assert reached(entry).endswith(", if you were laid off")


def test_what_is_only_for_people_laid_off_is_not_named_to_others_and_is_named_to_them(catalogue: Catalogue) -> None:
    assert "rapid-response" not in all_of(replace(plain(catalogue), laid_off=False), "money")
    theirs = replace(plain(catalogue), laid_off=True)
    assert all_of(theirs, "job-search")[:2] == ["job-center", "rapid-response"]
    assert all("if you were" not in reached(s.resource) for s in theirs.for_need("job-search").found)


def test_who_served_is_told_first_of_what_is_for_who_served(catalogue: Catalogue) -> None:
    def named(served: bool) -> list[str]:
        directory = replace(plain(catalogue, "TX"), served=served)
        return [s.resource.id for s in directory.for_gap("school-money", "To pay for school", "school-money").found]

    assert named(True)[0] == "gi-bill" and len(named(True)) == 3 and "pell" in " ".join(named(True))
    assert "gi-bill" not in named(False)
    cook = Experience(id="job1", title="Army cook", kind="service")
    assert told_by(Record(id="1", created="now", experience=(cook,)))["served"]
    assert not told_by(Record(id="1", created="now", experience=(replace(cook, kind="paid"),)))["served"]


def test_child_support_says_for_whom_it_is(catalogue: Catalogue) -> None:
    entry = next(r for r in plain(catalogue).all if r.id == "child-support-change")
    assert "if you pay or get it" in entry.name


@pytest.mark.parametrize(
    ("job", "was"),
    [
        (Experience(id="job1", title="cook", kind="paid"), None),
        (Experience(id="job1", title="cook"), None),
        (Experience(id="job1", title="cook", kind="paid", details=("Laid off when the plant closed",)), True),
        (Experience(id="job1", title="cocinera", kind="paid", details=("Me despidieron con otros",)), True),
        (Experience(id="job1", title="cared for my mother", kind="home"), False),
        (Experience(id="any", did=("x",)), None),
    ],
)
def test_whether_somebody_was_laid_off_is_taken_from_their_own_words_only(job: Experience, was: bool | None) -> None:
    assert laid_off(Record(id="1", created="now", experience=(job,))) is was


@pytest.mark.parametrize(("code", "did"), [("45-2092.00", True), ("35-2014.00", False), (None, None)])
def test_the_farmworker_program_is_named_for_farm_work_and_with_its_condition_where_nothing_is_known(
    catalogue: Catalogue, code: str | None, did: bool | None
) -> None:
    record = Record(id="1", created="now", experience=(Experience(id="job1", title="x", code=code),))
    assert farm_work(record) is did
    theirs = replace(plain(catalogue), farm=farm_work(record))
    named = [reached(s.resource) for s in theirs.for_need("training", most=99).found if s.resource.id == "farmworker"]
    assert len(named) == (did is not False)
    assert all(n.endswith("if you or your family do farm work") is (did is None) for n in named)


@pytest.mark.parametrize(
    ("about", "start", "is_older"),
    [
        ("I am 58 and looking", "", True), ("tengo 61 años", "", True), ("I am 54", "", None),
        ("I worked 58 hours a week", "", None), ("I care for my 78 year old mother", "", None), ("", "1984-05", None),
    ],
)  # fmt: skip
def test_the_program_for_people_of_55_is_named_for_sure_only_where_their_own_record_says_so(
    catalogue: Catalogue, about: str, start: str, is_older: bool | None
) -> None:
    job = Experience(id="job1", title="x", start=start)
    record = Record(id="1", created="2026-11-22T10:00:00", person=Person(about=about), experience=(job,))
    assert older(record) is is_older
    theirs = replace(plain(catalogue), older=older(record))
    (named,) = (reached(s.resource) for s in theirs.for_need("training", most=99).found if s.resource.id == "scsep")
    assert named.endswith("if you are 55 or over") is (is_older is None)


def test_who_ticks_a_layoff_is_told_what_to_claim_whom_to_ask_and_about_child_support(catalogue: Catalogue) -> None:
    told = Record(id="1", created="now", needs=("layoff",))
    theirs = replace(plain(catalogue), laid_off=laid_off(told))
    assert laid_off(told) and all_of(theirs, "layoff")[:3] == ["unemployment", "rapid-response", "child-support-change"]
    assert all_of(plain(catalogue), "layoff") == all_of(theirs, "layoff")  # who asks for it was laid off
    assert "child-support-change" in all_of(plain(catalogue), "legal")


def test_papers_from_another_country_bring_who_looks_at_them(catalogue: Catalogue) -> None:
    assert {*all_of(plain(catalogue), "foreign-papers")} >= {"upwardly-global", "naces", "wes", "welcome-back"}


def test_no_need_brings_more_than_three(directory: Directory) -> None:
    found = needs_help(directory, (), Wish())
    assert found.brief
    assert all(1 <= len(g.found) <= 3 for g in found.groups)
    assert len(found.groups) == len(directory.kinds) - 1


@pytest.mark.parametrize("text", ["childcare", "Child care", "CHILD", "day care"])
def test_a_need_is_known_by_its_id_its_name_or_a_word_for_it(directory: Directory, text: str) -> None:
    assert directory.kind(text).id == "childcare"


@pytest.mark.parametrize("text", ["", "  ", "zzz", "h"])
def test_an_unknown_need_is_refused_with_those_we_know(directory: Directory, text: str) -> None:
    with pytest.raises(BadInput, match="childcare, transport"):
        directory.kind(text)


def test_a_wish_leaves_out_what_is_not_so_and_counts_what_does_not_say(directory: Directory) -> None:
    group = directory.for_need("childcare", Wish(evening=True, language="spanish"))
    assert [s.resource.id for s in group.found] == ["night-care"]
    assert group.silent >= 2


def test_an_occupation_brings_the_classes_for_it_first(directory: Directory) -> None:
    found = occupation_help(directory, "31-1131.00", Wish())
    training = next(g for g in found.groups if g.id == "training")
    assert training.found[0].resource.id == "oak-cna"
    assert all(len(g.found) <= 3 for g in found.groups)


def test_classes_for_another_occupation_do_not_come(directory: Directory) -> None:
    found = occupation_help(directory, "47-2111.00", Wish())
    assert "oak-cna" not in {s.resource.id for g in found.groups for s in g.found}
    assert "apprenticeship" in {g.id for g in found.groups}


def test_an_occupation_may_be_given_by_title_and_must_exist(directory: Directory) -> None:
    assert occupation_help(directory, "cna", Wish()).about.startswith("Nursing assistant")
    with pytest.raises(NotFound, match=r"no occupation '99-9999\.00'"):
        occupation_help(directory, "99-9999.00", Wish())


def test_every_occupation_has_help_on_its_way_in(catalogue: Catalogue) -> None:
    kinds = {k.id for k in catalogue.resource_kinds}
    for occupation in catalogue.occupations():
        gaps = gaps_of(occupation)
        assert {kind for _, kind in gaps} <= kinds
        assert bool(gaps) == bool(
            occupation.profile.ways_in or occupation.profile.record_check in ("background", "both")
        )


def test_a_book_with_problems_shows_its_sound_entries_and_counts_the_rest(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    path.write_text(BOOK.replace("kinds: [training]", "kinds: [shoes]"), encoding="utf-8")
    directory = Directory(catalogue=catalogue, area="OH", today=TODAY, book=path)
    assert directory.for_need("childcare").found[0].resource.id == "night-care"
    assert len(directory.problems) == 1


def test_needs_are_asked_in_two_short_screens_that_may_be_skipped(catalogue: Catalogue) -> None:
    questions = need_questions(catalogue)
    assert [q.kind for q in questions] == ["many", "many"]
    assert all(q.id.startswith("need.") and 3 <= len(q.choices) <= 9 for q in questions)
    asked = {c.id for q in questions for c in q.choices}
    assert asked >= {
        "childcare",
        "transport",
        "id",
        "housing",
        "health",
        "legal",
        "internet",
        "clothes",
        "english",
        "reading",
    }
    assert OTHER not in asked
    assert "need not answer" in questions[0].help and "unless you choose" in questions[0].help  # said once
    assert asked == {k.id for k in catalogue.resource_kinds if k.choice}


def test_a_raise_names_what_it_may_touch_and_whom_to_ask_in_the_state(catalogue: Catalogue) -> None:
    notes = raise_notes(plain(catalogue, "OH"), 30_000, 41_000)
    assert {"Food help (SNAP)", "Medicaid", "Help with child care", "Help with rent"} <= {n.name for n in notes}
    assert all(n.ask for n in notes)
    asked = {n.name: [r.id for r in n.ask] for n in notes}
    assert asked["Food help (SNAP)"] == ["oh-snap"]
    assert asked["Help with child care"] == ["oh-child-care"]


def test_no_note_comes_without_a_raise_or_on_pay_that_is_high_already(catalogue: Catalogue) -> None:
    assert raise_notes(plain(catalogue), 40_000, 40_000) == ()
    assert raise_notes(plain(catalogue), 40_000, 35_000) == ()
    assert raise_notes(plain(catalogue), 150_000, 190_000) == ()
    assert {n.name for n in raise_notes(plain(catalogue), 70_000, 90_000)} == {"Help with child care", "Help with rent"}


def test_pay_that_is_not_known_leaves_the_notes_in(catalogue: Catalogue) -> None:
    assert len(raise_notes(plain(catalogue), None, None)) == len(catalogue.raise_notes)


def test_help_for_one_people_is_named_only_where_the_record_says_so(catalogue: Catalogue) -> None:
    ours = replace(plain(catalogue), native=native(said("cook for my tribe")))
    assert "native-programs" in all_of(ours, "training")
    for other in ("cook", "hotel reservations", "native plants gardener"):
        assert not native(said(other))
    assert "native-programs" not in all_of(replace(plain(catalogue), native=native(said("cook"))), "training")
    entry = next(r for r in plain(catalogue).all if r.id == "native-programs")
    assert reached(entry).endswith(", if you are American Indian, Alaska Native or Native Hawaiian")


def said(title: str) -> Record:
    """A record of one job, in these words."""
    return Record(id="r", created="", experience=(Experience(id="job1", title=title),))


def test_one_entry_to_name_is_for_who_served_what_is_for_them(catalogue: Catalogue) -> None:
    one = {s: best_for(replace(plain(catalogue, "MI"), served=s), "school-money") for s in (True, False)}
    assert one[True] and one[True].id == "gi-bill" and one[False] and one[False].id != "gi-bill"
    entry = next(r for r in plain(catalogue).all if r.id == "vre")
    assert reached(entry).endswith(", if you have a VA disability rating")


MINER = Experience(id="job1", title="roof bolter", code="47-5043.00", kind="paid")
COOK = Experience(id="job1", title="cook", code="35-2014.00", kind="paid")
HOME = Experience(id="job1", title="raised my kids", code="39-9011.00", kind="home")


def beside(catalogue: Catalogue, record: Record) -> Directory:
    return Directory(catalogue=catalogue, area="US", today=TODAY, **told_by(record))


@pytest.mark.parametrize(
    ("job", "about", "kind", "entry", "place"),
    [
        (MINER, "", "disability", "black-lung", 0),
        (COOK, "", "disability", "black-lung", None),
        (COOK, "I was a coal miner in Kentucky", "health", "black-lung", 0),
        (COOK, "My husband died last year", "money", "survivors", 0),
        (COOK, "soy viuda", "money", "survivors", 0),
        (COOK, "", "training", "displaced-homemaker", None),
    ],
)
def test_help_that_few_think_of_comes_first_to_whom_it_is_for_and_not_to_others(
    catalogue: Catalogue, job: Experience, about: str, kind: str, entry: str, place: int | None
) -> None:
    record = Record(id="r", created="", experience=(job,), person=Person(about=about))
    found = all_of(beside(catalogue, record), kind)
    assert (found.index(entry) if entry in found else None) == place


def test_who_kept_a_home_is_told_when_the_help_for_people_laid_off_is_theirs_too(catalogue: Catalogue) -> None:
    directory = beside(catalogue, Record(id="r", created="", experience=(HOME,)))
    (entry,) = (r for r in directory.suited if r.id == "displaced-homemaker")
    assert reached(entry).endswith("if you kept a home and lost the income you lived on")
    assert "displaced-homemaker" in all_of(directory, "layoff")


@pytest.mark.parametrize(
    ("end", "cannot", "named"),
    [
        ("present", ("standing",), True), ("", ("standing", "selling"), True), ("2019", ("standing",), False),
        ("present", ("selling", "check"), False), ("present", (), False),
    ],
)  # fmt: skip
def test_changes_at_work_are_named_where_a_limit_rules_out_the_work_somebody_does_now(
    catalogue: Catalogue, end: str, cannot: tuple[str, ...], named: bool
) -> None:
    record = Record(id="r", created="", experience=(replace(COOK, end=end),), wants=Wants(cannot=cannot))
    directory = beside(catalogue, record)
    there = [
        s.resource.id
        for found in (needs_help(directory, ("food",), Wish()), occupation_help(directory, "35-2014.00", Wish()))
        for group in found.groups
        if group.id == "jan"
        for s in group.found
    ]
    assert there == (["jan", "jan"] if named else [])
    assert not any(g.id == "jan" for g in occupation_help(directory, "31-1131.00", Wish()).groups)


def test_a_program_is_named_by_the_states_own_office_and_else_by_the_nations(catalogue: Catalogue) -> None:
    here = plain(catalogue, "OH")
    own, national = program(here, "voc-rehab"), program(here, "clear-record")
    assert own is not None and (own.near, own.program) == ("state", "voc-rehab")
    assert national is not None and (national.near, national.id) == ("national", "clear-record")
    assert program(here, "no-such-program") is None
