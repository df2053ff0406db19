"""What a file brings is shown against the record, and only what was confirmed is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, Interrupted
from navigator.domain.record import Contact, Experience, Person, Progress, Record, Wants
from navigator.records.store import RecordStore
from navigator.services import bring_ask
from navigator.services.asking import Move, ScriptedAsker
from navigator.services.bring import look
from navigator.services.bring_found import Difference, Found, Guess, Item
from navigator.services.bring_keep import kept
from navigator.services.bring_words import length_of

TODAY = "2026-11-22"
EMPTY = Record(id="r", created="2026-11-22T00:00:00Z")
RESUME = {
    "basics": {"name": "Ana Ruiz", "email": "ana@example.org", "location": {"city": "Dayton", "region": "Ohio"}},
    "work": [
        {
            "position": "Line cook",
            "name": "Joe's",
            "startDate": "2018",
            "endDate": "2021",
            "highlights": ["Ran the grill"],
        },
        {"position": "Wizard of light bulb moments", "name": "Acme"},
    ],
    "education": [
        {"institution": "Dayton High", "studyType": "High school diploma or GED"},
        {"institution": "Sinclair", "studyType": "Certificate", "area": "Cooking"},
    ],
    "certificates": [{"name": "Class A CDL"}, {"name": "Best smile"}],
    "skills": [{"name": "Reading"}, {"name": "Grill"}],
    "languages": [{"language": "Spanish"}],
}


def found_in(catalogue: Catalogue, folder: Path, record: Record = EMPTY, only: str = "") -> Found:
    path = folder / "resume.json"
    path.write_text(json.dumps(RESUME), encoding="utf-8")
    return look(catalogue, path, record, TODAY, only=only)


def test_what_was_found_is_grouped_and_nothing_is_kept_by_looking(catalogue: Catalogue, tmp_path: Path) -> None:
    found = found_in(catalogue, tmp_path)
    assert [(i.group, i.text) for i in found.items][:6] == [
        ("about", "Name: Ana Ruiz"),
        ("about", "Email: ana@example.org"),
        ("about", "City: Dayton"),
        ("about", "State: OH"),
        ("work", "Line cook, Joe's (2018 to 2021), with one line of what you did"),
        ("work", "Wizard of light bulb moments, Acme"),
    ]
    assert found.fresh == tuple(i.id for i in found.items)


def test_what_is_kept_is_imported_and_counts_for_matching(catalogue: Catalogue, tmp_path: Path) -> None:
    found = found_in(catalogue, tmp_path)
    after = kept(EMPTY, found, found.fresh, [g.item for g in found.guesses], "now")
    cook = after.record.experience[0]
    assert (cook.title, cook.code, cook.origin, cook.when) == ("Line cook", "35-2014.00", "imported", "now")
    assert cook.length == "years"
    assert after.record.person.state == "OH"
    assert after.record.wants.licences == ("cdl-a",)
    assert after.record.wants.schooling == "certificate"
    assert "schooling" in after.notes[0]
    assert [c.licence for c in after.record.credentials] == ["cdl-a", ""]
    assert [c.skill for c in after.record.claims] == ["reading", ""]
    assert len({p.id for p in (*after.record.experience, *after.record.education, *after.record.claims)}) == 6


def test_schooling_that_was_said_stays(catalogue: Catalogue, tmp_path: Path) -> None:
    said = Record(id="r", created="", wants=Wants(schooling="bachelor"))
    found = found_in(catalogue, tmp_path, said)
    after = kept(said, found, found.fresh, (), "now")
    assert after.record.wants.schooling == "bachelor"
    assert not after.notes


def test_only_sure_or_likely_occupations_are_suggested(catalogue: Catalogue, tmp_path: Path) -> None:
    found = found_in(catalogue, tmp_path)
    assert [(g.title, g.code) for g in found.guesses] == [("Line cook", "35-2014.00")]


def test_what_the_record_has_is_pointed_out_and_not_ticked(catalogue: Catalogue, tmp_path: Path) -> None:
    had = Record(
        id="r",
        created="",
        person=Person(name="Anna", contact=Contact(email="ana@example.org")),
        experience=(Experience(id="job1", title="line cook", employer="Joe's", start="2019"),),
    )
    found = found_in(catalogue, tmp_path, had)
    twins = {i.text.split(",")[0]: i.twin for i in found.items if i.twin}
    assert twins == {"Name: Ana Ruiz": "Anna", "Line cook": "line cook, Joe's (from 2019)"}
    assert not found.guesses
    assert "Email: ana@example.org" not in [i.text for i in found.items]
    after = kept(had, found, found.fresh, (), "now").record
    assert after.person.name == "Anna"
    assert after.experience[0] == had.experience[0]


def test_only_named_groups_are_brought(catalogue: Catalogue, tmp_path: Path) -> None:
    found = found_in(catalogue, tmp_path, only="skills, certificates")
    assert {i.group for i in found.items} == {"skills", "papers"}
    assert not found.guesses
    with pytest.raises(BadInput, match="no group 'shoes'"):
        found_in(catalogue, tmp_path, only="shoes")


def test_a_region_that_is_no_state_is_told(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"basics": {"name": "A", "location": {"region": "Bavaria"}}}', encoding="utf-8")
    found = look(catalogue, path, EMPTY, TODAY)
    assert [i.text for i in found.items] == ["Name: A"]
    assert "'Bavaria'" in found.notes[0]


def test_asking_for_all_keeps_all_that_is_new(catalogue: Catalogue, tmp_path: Path, store: RecordStore) -> None:
    found = found_in(catalogue, tmp_path)
    asker = ScriptedAsker({"bring": "all", "bring.occupations": []})
    chosen = bring_ask.ask(asker, found)
    assert chosen is not None
    saved = bring_ask.keep(store, store.new(), found, chosen)
    after = store.open(saved.path).record
    assert [e.title for e in after.experience] == ["Line cook", "Wizard of light bulb moments"]
    assert after.experience[0].code is None


def test_picking_keeps_what_is_ticked_and_a_skip_what_was_offered(catalogue: Catalogue, tmp_path: Path) -> None:
    found = found_in(catalogue, tmp_path)
    skills = [i.id for i in found.of("skills")]
    asker = ScriptedAsker(
        {"bring": "pick", "bring.about": [], "bring.work": [found.of("work")[0].id], "bring.skills": skills[:1]}
    )
    chosen = bring_ask.ask(asker, found)
    assert chosen is not None
    groups = [next(i.group for i in found.items if i.id == c) for c in chosen.items]
    assert groups == ["work", "school", "school", "papers", "papers", "skills", "languages"]
    offered = next(q for q in asker.asked if q.id == "bring.work")
    assert offered.default == tuple(i.id for i in found.of("work"))
    assert "from: entry 1 under work" in offered.choices[0].help


def test_nothing_and_stopping_keep_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    found = found_in(catalogue, tmp_path)
    assert bring_ask.ask(ScriptedAsker({"bring": "none"}), found) is None
    assert bring_ask.ask(ScriptedAsker({}), found) is None
    with pytest.raises(Interrupted):
        bring_ask.ask(ScriptedAsker({"bring": Move.STOP}), found)


def test_activities_are_offered_unticked_and_kept_when_ticked(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "aide.json"
    lines = ["Helped residents wash, dress and eat", "Was on time"]
    path.write_text(json.dumps({"work": [{"position": "Aide", "highlights": lines}]}), encoding="utf-8")
    found = look(catalogue, path, EMPTY, TODAY)
    assert [(d.text, d.line) for d in found.dids] == [("Helped someone wash, dress, eat or get around", lines[0])]
    assert bring_ask.all_new(found).did == ()
    asker = ScriptedAsker({"bring": "all", "bring.did": [found.dids[0].id]})
    chosen = bring_ask.ask(asker, found)
    assert chosen is not None
    assert next(q for q in asker.asked if q.id == "bring.did").default is None
    after = kept(EMPTY, found, chosen.items, chosen.codes, "now", chosen.differences, chosen.did).record
    assert after.experience[0].did == (found.dids[0].activity,)


@pytest.mark.parametrize(
    ("start", "end", "word"),
    [
        ("2018", "2021", "years"),
        ("2010", "2019-05", "long"),
        ("2019-03", "2019-03", "weeks"),
        ("2019-03", "2019-09", "months"),
        ("2019-03", "2020-04", "year"),
        ("2019", "2019", ""),
        ("2019", "", ""),
        ("2021", "2018", ""),
        ("soon", "2018", ""),
        ("2019-06", "present", "long"),
        ("2026-06", "present", "months"),
        ("2027", "present", ""),
    ],
)
def test_how_long_follows_from_dates_that_are_precise_enough(start: str, end: str, word: str) -> None:
    assert length_of(start, end, "2026-11-22") == word


def test_work_that_says_it_was_inside_is_marked_so_and_a_guard_is_not(catalogue: Catalogue, tmp_path: Path) -> None:
    work = [{"position": "Inmate kitchen worker", "name": "TDCJ"}, {"position": "Correctional officer", "name": "TDCJ"}]
    path = tmp_path / "resume.json"
    path.write_text(json.dumps({"basics": {"name": "Bo Hill"}, "work": work}), encoding="utf-8")
    found = look(catalogue, path, EMPTY, TODAY)
    after = kept(EMPTY, found, found.fresh, [], "now")
    assert [job.kind for job in after.record.experience] == ["inside", None]
    assert [n for n in found.notes if "'Inmate kitchen worker'" in n and "work inside" in n]


AT_A_PRISON = [
    {"position": "Electrician", "name": "Texas Department of Corrections"},
    {"position": "Laundry worker", "name": "State Prison"},
    {"position": "Teacher", "name": "State Prison"},
]


def resume_with(catalogue: Catalogue, folder: Path, work: list[dict[str, str]], record: Record = EMPTY) -> Found:
    path = folder / "resume.json"
    path.write_text(json.dumps({"basics": {"name": "Bo Hill"}, "work": work}), encoding="utf-8")
    return look(catalogue, path, record, TODAY)


def test_a_trade_at_a_prison_is_asked_and_each_is_kept_as_the_person_says(catalogue: Catalogue, tmp_path: Path) -> None:
    found = resume_with(catalogue, tmp_path, AT_A_PRISON)
    electrician, laundry, _teacher = found.of("work")
    asker = ScriptedAsker({"bring": "all", "bring.inside": [electrician.id]})
    chosen = bring_ask.ask(asker, found)
    assert chosen is not None
    asked = next(q for q in asker.asked if q.id == "bring.inside")
    assert [c.text for c in asked.choices] == [
        "Electrician, Texas Department of Corrections",
        "Laundry worker, State Prison",
    ]
    assert asked.default == (laundry.id,)
    after = kept(EMPTY, found, chosen.items, chosen.codes, "now", more=chosen.more)
    assert [job.kind for job in after.record.experience] == ["inside", "paid", None]
    assert not [n for n in after.notes if "--kind" in n]


def test_where_nobody_is_asked_a_trade_is_not_taken_as_inside_and_both_can_be_changed(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    found = resume_with(catalogue, tmp_path, AT_A_PRISON)
    chosen = bring_ask.all_new(found)
    after = kept(EMPTY, found, chosen.items, chosen.codes, "now", more=chosen.more)
    assert [job.kind for job in after.record.experience] == [None, "inside", None]
    ids = [job.id for job in after.record.experience]
    told = [n for n in after.notes if "--kind" in n]
    assert [n.rpartition("navigator ")[2] for n in told] == [
        f"record edit {ids[0]} --kind inside",
        f"record edit {ids[1]} --kind paid",
    ]


NURSE = [{"position": "Registered Nurse", "name": "Mercy Hospital"}]


def test_work_that_needs_a_license_counts_as_done_and_the_license_is_asked(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    found = resume_with(catalogue, tmp_path, NURSE)
    (paper,) = found.unsaid
    assert paper.licence == "nclex-rn" and not found.of("papers")
    for answer, held in (([paper.id], ("nclex-rn",)), ([], ())):
        asker = ScriptedAsker({"bring": "all", "bring.held": answer})
        chosen = bring_ask.ask(asker, found)
        assert chosen is not None
        assert next(q for q in asker.asked if q.id == "bring.held").default is None
        after = kept(EMPTY, found, chosen.items, chosen.codes, "now", more=chosen.more)
        assert after.record.wants.licences == held
        assert [c.licence for c in after.record.credentials] == [*held]
        assert after.record.experience[0].code == "29-1141.00"
        assert not [n for n in after.notes if "calls for a paper" in n]


def test_where_nobody_is_asked_the_license_does_not_count_and_how_to_add_it_is_told(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    found = resume_with(catalogue, tmp_path, NURSE)
    chosen = bring_ask.all_new(found)
    after = kept(EMPTY, found, chosen.items, chosen.codes, "now", more=chosen.more)
    assert after.record.wants.licences == () and after.record.credentials == ()
    (told,) = (n for n in after.notes if "calls for a paper" in n)
    assert told.endswith("navigator record add license 'registered nurse license (RN, test: NCLEX-RN)'")


@pytest.mark.parametrize(
    "record",
    [
        replace(EMPTY, wants=Wants(licences=("nclex-rn",))),
        replace(EMPTY, progress=(Progress(question="want.licences"),)),
    ],
)
def test_who_said_already_which_papers_they_hold_is_not_asked_again(
    catalogue: Catalogue, tmp_path: Path, record: Record
) -> None:
    assert resume_with(catalogue, tmp_path, NURSE, record).unsaid == ()


AIDES = [{"position": "CNA", "name": "Oak Manor"}, {"position": "Nursing assistant", "name": "Elm House"}]


@pytest.mark.parametrize("paper", ["cna", "nclex-rn", "nclex-pn"])
def test_who_holds_a_paper_that_includes_another_is_not_asked_for_the_other(
    catalogue: Catalogue, tmp_path: Path, paper: str
) -> None:
    assert [u.licence for u in resume_with(catalogue, tmp_path, AIDES).unsaid] == ["cna"]
    nurse = replace(EMPTY, wants=Wants(licences=(paper,)))
    assert resume_with(catalogue, tmp_path, AIDES, nurse).unsaid == ()


def test_a_paper_that_is_only_asked_about_takes_no_other_away(catalogue: Catalogue, tmp_path: Path) -> None:
    found = resume_with(catalogue, tmp_path, [*NURSE, *AIDES])
    assert [u.licence for u in found.unsaid] == ["nclex-rn", "cna"]


def test_work_in_another_country_or_inside_asks_for_no_license_of_here(catalogue: Catalogue, tmp_path: Path) -> None:
    work = [
        NURSE[0] | {"location": "Lima, Peru"},
        {"position": "Registered nurse in El Salvador", "name": "Hospital Rosales"},
        {"position": "Inmate electrician", "name": "TDCJ"},
    ]
    assert resume_with(catalogue, tmp_path, work).unsaid == ()


def test_work_done_in_another_country_is_told_when_it_is_brought(catalogue: Catalogue, tmp_path: Path) -> None:
    work = [
        {"position": "Registered nurse", "name": "Hospital Rosales", "location": "San Salvador, El Salvador"},
        {"position": "Home health aide", "name": "Kind Hands", "location": "Peru, Indiana"},
    ]
    path = tmp_path / "resume.json"
    path.write_text(json.dumps({"basics": {"name": "Ana"}, "work": work}), encoding="utf-8")
    told = [n for n in look(catalogue, path, EMPTY, TODAY).notes if "another country" in n]
    assert len(told) == 1 and told[0].startswith("Registered nurse: you did this in another country.")


def test_where_nobody_is_asked_only_sure_occupations_of_what_is_new_are_kept() -> None:
    new, there, unsure = (
        Item(id=i, group="work", text=i, twin=twin) for i, twin in (("a", ""), ("b", "w1"), ("c", ""))
    )
    guesses = tuple(
        Guess(item=i.id, title="x", code="35-2014.00", name="Cook", sure=i is not unsure) for i in (new, there, unsure)
    )
    chosen = bring_ask.all_new(Found(file="f", kind="resume", says="", items=(new, there, unsure), guesses=guesses))
    assert chosen.items == ("a", "c") and chosen.codes == ("a",)


def test_a_file_that_only_says_something_differently_is_not_a_file_with_nothing_in_it() -> None:
    empty = Found(file="f", kind="resume", says="")
    other = Difference(id="d1", group="you", what="name", mine="Ana", theirs="Anna")
    item = Item(id="a", group="work", text="Cook")
    assert empty.nothing
    assert not replace(empty, differences=(other,)).nothing and not replace(empty, items=(item,)).nothing


def test_each_thing_to_tick_says_the_line_it_came_from_or_what_the_record_has_and_else_nothing() -> None:
    items = (
        Item(id="1", group="work", text="x" * 500, source="Line cook, 2018"),
        Item(id="2", group="work", text="Driver", source="Driver, 2019", twin="Truck driver"),
        Item(id="3", group="work", text="Clerk"),
    )
    asker = ScriptedAsker({"bring": "pick"})
    bring_ask.ask(asker, Found(file="f", kind="k", says="s", items=items))
    (ticks,) = (q for q in asker.asked if q.id == "bring.work")
    assert [c.help for c in ticks.choices] == ["from: Line cook, 2018", "your record has: Truck driver", ""]
    assert ticks.choices[0].text.endswith("x…") and ticks.choices[1].text == "Driver" and ticks.default == ("1", "3")
