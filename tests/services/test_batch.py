"""Many people at once: the same matches as one at a time, whatever file they come in, and however often it stops."""

from __future__ import annotations

import contextlib
import csv
import json
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, CannotWrite, NotFound
from navigator.domain.occupation import NATION
from navigator.domain.record import BestWorst, Experience, Liking, Money, Person, Rating, Record, Wants
from navigator.formats import words
from navigator.services.match import Matcher
from tests.stopping import stopped_at

np = pytest.importorskip("numpy")
pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from navigator.services import batch  # noqa: E402 - these need the batch extra
from navigator.services.batch_block import Blocks, pay_table  # noqa: E402
from navigator.services.batch_parts import MARK, Parts  # noqa: E402
from navigator.services.batch_people import people_of  # noqa: E402
from navigator.services.batch_read import BLOCK, Block  # noqa: E402

Person_ = dict[str, Any]
CLOSE = 2e-4
"""Scores nearer than this may change places: the many are reckoned in single precision."""


@pytest.fixture(scope="module")
def matched(catalogue: Catalogue) -> Blocks:
    """What blocks are matched against, with two titles looked up."""
    return Blocks(catalogue).with_titles({"line cook": ("35-2014.00", False), "mystery": ("53-7065.00", True)})


def people(catalogue: Catalogue, number: int, seed: int = 1) -> list[Person_]:
    """People with every kind of answer, some of them left out."""
    rng, framework, occupations = Random(seed), catalogue.framework, catalogue.occupations()
    activities = [a.id for a in framework.activities]
    states = [a for a in catalogue.areas if a != NATION]
    found = []
    for n in range(number):
        work = rng.sample(occupations, rng.choice((0, 1, 2)))
        own = [a for o in work for a in o.activities] or activities
        levels = (2,) if rng.random() < 0.2 else (1, 2, 3)
        person: Person_ = {
            "id": f"p{n}",
            "state": rng.choice([*states, None]),
            "titles": [o.code for o in work],
            "activities": sorted({*rng.sample(own, min(len(own), 5)), *rng.sample(activities, 2)}),
            "offered": rng.sample(activities, rng.choice((0, 12))),
            "fields": rng.sample([f.id for f in catalogue.pathways.fields], rng.choice((0, 2))),
            "groups": rng.sample([g.id for g in framework.groups], rng.choice((0, 3))),
            "ratings": {s.id: rng.choice(levels) for s in framework.skills if rng.random() < 0.9},
            "strongest": rng.sample([s.id for s in framework.skills], rng.choice((0, 3))),
            "knowledge": rng.sample([k.id for k in framework.knowledge], rng.choice((0, 2, 5))),
            "likings": {s.id: rng.choice(("yes", "no", "unsure")) for s in framework.statements if rng.random() < 0.7},
            "schooling": rng.choice([None, *catalogue.matching.schooling_order]),
            "licences": rng.sample(sorted(catalogue.licences), rng.choice((0, 3))),
            "train_months": rng.choice((None, 0, 3, 24)),
            "pay_floor": rng.choice((None, "17 an hour", "52000 a year")),
            "cannot": rng.sample([c.id for c in catalogue.matching.cannot], rng.choice((0, 2))),
        }
        found.append(person)
    return found


def record_of(person: Person_) -> Record:
    """The record of somebody who gave the same answers in the walk."""
    jobs = [Experience(id=code, code=code) for code in person["titles"]]
    asked = tuple({*person["offered"], *person["activities"]}) if person["offered"] else ()
    jobs.append(
        Experience(
            id="any",
            fields=tuple(person["fields"]),
            groups=tuple(person["groups"]),
            asked=asked,
            did=tuple(person["activities"]),
        )
    )
    value = {"yes": 1, "no": -1, "unsure": 0}
    floor = {None: None, "17 an hour": Money(amount=17, per="hour"), "52000 a year": Money(amount=52000, per="year")}
    return Record(
        id=person["id"],
        created="",
        person=Person(state=person["state"] or ""),
        experience=tuple(jobs),
        ratings=tuple(Rating(skill=s, level=level) for s, level in person["ratings"].items()),
        strongest=tuple(person["strongest"]),
        knowledge=tuple(person["knowledge"]),
        likings=tuple(Liking(statement=s, value=value[v]) for s, v in person["likings"].items()),
        wants=Wants(
            pay_floor=floor[person["pay_floor"]],
            train_months=person["train_months"],
            cannot=tuple(person["cannot"]),
            schooling=person["schooling"],
            licences=tuple(person["licences"]),
        ),
    )


def as_lists(person: Person_) -> Person_:
    """The person with ratings and likings as name=value texts and everything single as text."""
    paired = {name: [f"{k}={v}" for k, v in person[name].items()] for name in ("ratings", "likings")}
    return person | paired | {"train_months": None if person["train_months"] is None else str(person["train_months"])}


def block_of(some: list[Person_]) -> Block:
    rows = tuple(range(1, len(some) + 1))
    return Block(number=0, rows=rows, batch=pa.RecordBatch.from_pylist(some), wrong=(), share=1.0)


def write_jsonl(path: Path, some: list[Any]) -> Path:
    path.write_text("".join((p if isinstance(p, str) else json.dumps(p)) + "\n" for p in some), encoding="utf-8")
    return path


def simple(number: int) -> list[Person_]:
    """People with two answers each."""
    skills = ("listening", "writing", "hands-on")
    return [
        {"id": str(n), "titles": ["35-2014.00"], "strongest": [skills[n % 3]], "state": "OH"} for n in range(number)
    ]


def result(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return found


def test_many_at_once_get_the_scores_of_the_readable_formula(catalogue: Catalogue, matched: Blocks) -> None:
    some = people(catalogue, 20, seed=2)
    scores = matched.ranker.scores(people_of(block_of([as_lists(p) for p in some]).batch, matched.words))
    for person, row in zip(some, scores, strict=True):
        matcher = Matcher(catalogue=catalogue, record=record_of(person))
        assert np.abs(row - np.array(matcher.fit.totals(matcher.standing))).max() < 1e-4


def test_many_at_once_get_the_list_bands_and_pay_of_a_single_match(catalogue: Catalogue, matched: Blocks) -> None:
    some = people(catalogue, 12, seed=3)
    table, _, rejected = matched.matched(block_of([as_lists(p) for p in some]))
    assert not rejected
    for n, person in enumerate(some):
        matcher = Matcher(catalogue=catalogue, record=record_of(person))
        mine = table.slice(20 * n, 20).to_pylist()
        close = sorted((matcher.match(c) for c, _ in matcher.ranking[:41]), key=lambda m: m.code)
        theirs = {m.code: m for m in close}
        totals = dict(matcher.ranking)
        single = matcher.matches().shown or tuple(theirs[r["code"]] for r in mine)
        for row, match in zip(mine, single, strict=True):
            assert row["id"] == person["id"]
            assert row["code"] == match.code or abs(totals[row["code"]] - match.score.total) < CLOSE
            own = theirs.get(row["code"], match)
            assert row["band"] == words.BANDS[own.band]
            typical = own.wages.typical.per_hour if own.wages else None
            assert row["typical_pay"] == (None if typical is None else pytest.approx(typical, abs=0.006))


def test_work_done_and_what_a_paper_opens_have_their_place_in_every_list(catalogue: Catalogue, matched: Blocks) -> None:
    opens = [n for n, codes in catalogue.work_opened(catalogue.licences).items() if codes]
    rng = Random(7)
    some = [
        person | {"licences": rng.sample(opens, 3), "cannot": rng.sample([c.id for c in catalogue.matching.cannot], 4)}
        for person in people(catalogue, 14, seed=4)
    ]
    table, _, _ = matched.matched(block_of([as_lists(p) for p in some]))
    kept = 0
    for n, person in enumerate(some):
        matcher = Matcher(catalogue=catalogue, record=record_of(person))
        mine = [r["code"] for r in table.slice(20 * n, 20).to_pylist()]
        always = matcher.kept(matcher.ranking)
        assert always >= set(person["titles"])
        totals = dict(matcher.ranking)
        single = [m.code for m in matcher.matches().shown]
        kept += len(always - {c for c, _ in matcher.ranking[:40]})
        if single:
            assert always <= {*mine} & {*single}
            for one, other in zip(mine, single, strict=True):
                assert one == other or abs(totals[one] - totals[other]) < CLOSE
    assert kept  # some of it lies far down the ranking


def test_what_is_within_reach_far_down_the_ranking_is_found_for_many_as_for_one(
    catalogue: Catalogue, matched: Blocks
) -> None:
    some = [p | {"schooling": "none", "train_months": 3.0} for p in people(catalogue, 14, seed=9)]
    table, _, _ = matched.matched(block_of([as_lists(p) for p in some]))
    deep = 0
    for n, person in enumerate(some):
        matcher = Matcher(catalogue=catalogue, record=record_of(person))
        mine = [r["code"] for r in table.slice(20 * n, 20).to_pylist()]
        totals, first = dict(matcher.ranking), {c for c, _ in matcher.ranking[:41]}
        single = [m.code for m in matcher.matches().shown]
        deep += len({*single} - first - matcher.kept(matcher.ranking))
        for one, other in zip(mine, single, strict=True) if single else ():
            assert one == other or abs(totals[one] - totals[other]) < CLOSE
    assert deep  # some of it lies far down the ranking


def test_a_flat_rater_counts_by_picks_as_in_the_walk(catalogue: Catalogue, matched: Blocks) -> None:
    flat = {
        "id": "f",
        "ratings": [f"{s.id}=2" for s in catalogue.framework.skills],
        "strongest": ["writing", "reading"],
    }
    row = matched.ranker.scores(people_of(block_of([flat]).batch, matched.words))[0]
    record = Record(
        id="f",
        created="",
        ratings=tuple(Rating(skill=s.id, level=2) for s in catalogue.framework.skills),
        best_worst=tuple(BestWorst(id=s, offered=(s,), best=s) for s in ("writing", "reading")),
    )
    matcher = Matcher(catalogue=catalogue, record=record)
    assert np.abs(row - np.array(matcher.fit.totals(matcher.standing))).max() < 1e-4


def test_the_pay_table_says_what_the_catalogue_says_for_one(catalogue: Catalogue) -> None:
    table, areas, codes = pay_table(catalogue), list(catalogue.areas), catalogue.tables.codes
    for area in ("US", "OH", "PR"):
        matcher = Matcher(catalogue=catalogue, record=Record(id="", created="", person=Person(state=area)))
        for n in range(0, len(codes), 7):
            wages = matcher.wages(codes[n])
            typical = wages.typical.per_hour if wages else None
            found = table[areas.index(area)][n]
            assert found == pytest.approx(float("nan") if typical is None else typical, nan_ok=True)


def test_parquet_csv_and_json_lines_give_the_same(catalogue: Catalogue, tmp_path: Path) -> None:
    some = people(catalogue, 8, seed=5)
    write_jsonl(tmp_path / "a.jsonl", some)
    pq.write_table(pa.Table.from_pylist([as_lists(p) for p in some]), tmp_path / "b.parquet")
    with (tmp_path / "c.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(some[0])
        for person in map(as_lists, some):
            writer.writerow([";".join(v) if isinstance(v, list) else "" if v is None else v for v in person.values()])
    found = []
    for name in ("a.jsonl", "b.parquet", "c.csv"):
        report = batch.run(catalogue, tmp_path / name, tmp_path / f"{name}.parquet")
        assert report.people == len(some)
        found.append(result(tmp_path / f"{name}.parquet"))
    assert found[0] == found[1] == found[2]
    assert len(found[0]) == 20 * len(some)


@pytest.mark.parametrize(
    "kind",
    ["map", "struct", "structs", "dictionary", "floats"],
)
def test_ratings_are_read_in_every_shape_a_table_may_have(matched: Blocks, kind: str) -> None:
    pairs = {"listening": 3, "writing": 1}
    columns = {
        "map": pa.array([list(pairs.items()), None], pa.map_(pa.string(), pa.int8())),
        "struct": pa.array([pairs, None], pa.struct([(name, pa.int64()) for name in pairs])),
        "structs": pa.array([[{"skill": k, "level": v} for k, v in pairs.items()], None]),
        "dictionary": pa.array(["listening=3;writing=1", None]).dictionary_encode(),
        "floats": pa.array([[(k, float(v)) for k, v in pairs.items()], None], pa.map_(pa.string(), pa.float64())),
    }
    made = people_of(pa.RecordBatch.from_arrays([columns[kind]], names=["ratings"]), matched.words)
    ids = [s.id for s in matched.catalogue.framework.skills]
    assert made.skills[0, ids.index("listening")] == 1
    assert made.skills[0, ids.index("writing")] == -1
    assert not made.skills[1].any()
    assert not made.wrong


def test_the_middle_of_a_larger_table_is_read_as_itself(matched: Blocks) -> None:
    ratings = pa.array(
        [[("listening", 1), ("writing", 3)], [("reading", 3), ("speaking", 1)]], pa.map_(pa.string(), pa.int8())
    )
    whole = pa.RecordBatch.from_arrays([ratings, pa.array([["line cook"], ["mystery"]])], names=["ratings", "titles"])
    last, alone = people_of(whole.slice(1), matched.words), people_of(whole, matched.words)
    assert (last.skills[0] == alone.skills[1]).all()
    assert last.work.tolist() == alone.work[1:].tolist()


def test_bad_rows_are_set_aside_with_row_column_and_reason(catalogue: Catalogue, tmp_path: Path) -> None:
    good = {"id": "good", "titles": ["line cook"], "state": "Ohio"}
    rows: list[Any] = [
        good,
        {"id": "level", "titles": ["line cook"], "ratings": {"listening": 9}},
        {"id": "shape", "activities": 5},
        {"id": "state", "titles": ["line cook"], "state": "Atlantis"},
        {"titles": ["line cook"]},
        {"id": "none", "activities": ["nothing we know"]},
        "{not json",
        "[1, 2]",
        {"id": "=cmd", "titles": ["line cook"], "train_months": "soon"},
        {"id": "pay", "titles": ["line cook"], "pay_floor": "a lot"},
        good | {"id": "last"},
    ]
    report = batch.run(catalogue, write_jsonl(tmp_path / "in.jsonl", rows), tmp_path / "out.parquet")
    with Path(report.rejected).open() as file:
        rejected = {int(r["row"]): r for r in csv.DictReader(file)}
    assert (report.people, report.set_aside) == (3, 8)
    assert sorted(rejected) == [2, 3, 5, 6, 7, 8, 9, 10]
    expected = {
        2: "ratings",
        3: "activities",
        5: "id",
        6: "",
        7: "",
        8: "",
        9: "train_months",
        10: "pay_floor",
    }
    assert {row: r["column"] for row, r in rejected.items()} == expected
    assert "'listening=9' is not a rating" in rejected[2]["reason"]
    assert rejected[9]["id"] == "'=cmd"
    assert {r["id"] for r in result(tmp_path / "out.parquet")} == {"good", "state", "last"}
    assert any("Column state" in n and "Atlantis" in n for n in report.notices), "it sets the pay shown, never the fit"


def test_a_csv_says_what_the_parquet_says_and_runs_no_formula(catalogue: Catalogue, tmp_path: Path) -> None:
    source = write_jsonl(
        tmp_path / "in.jsonl", [*simple(3), {"id": "=1+1", "titles": ["line cook"], "title2": "nurse"}]
    )
    report = batch.run(catalogue, source, tmp_path / "out.csv")
    batch.run(catalogue, source, tmp_path / "out.parquet")
    with (tmp_path / "out.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    whole = result(tmp_path / "out.parquet")
    assert [(r["rank"], r["code"], r["name"], r["band"]) for r in rows] == [
        (str(r["rank"]), r["code"], r["name"], r["band"]) for r in whole
    ]
    assert rows[-1]["id"] == "'=1+1" and whole[-1]["id"] == "=1+1"
    assert "Columns that were not used: 'title2' (if you mean titles, put all of them there)." in report.notices
    assert (tmp_path / "out.csv").stat().st_mode & 0o777 == 0o600


def test_a_liking_that_is_none_is_refused_and_does_not_become_a_not_sure(catalogue: Catalogue, tmp_path: Path) -> None:
    rows: list[Any] = [
        {"id": "maybe", "titles": ["line cook"], "likings": ["like-fix=maybe"]},
        {"id": "unsure", "titles": ["line cook"], "likings": ["like-fix=unsure"]},
    ]
    report = batch.run(catalogue, write_jsonl(tmp_path / "in.jsonl", rows), tmp_path / "out.parquet")
    with Path(report.rejected).open() as file:
        (row,) = csv.DictReader(file)
    assert (row["id"], row["column"]) == ("maybe", "likings")
    assert row["reason"].startswith("'like-fix=maybe' is not a liking")


def test_ragged_rows_of_a_csv_are_set_aside(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,titles,state\n1,line cook,OH\n2,line cook\n3,line cook,OH,x\n\n4,nurse,TX\n")
    report = batch.run(catalogue, tmp_path / "in.csv", tmp_path / "out.parquet")
    assert (report.people, report.set_aside) == (2, 2)
    assert Path(report.rejected).read_text().count("where the header has 3") == 2


@pytest.mark.parametrize(
    ("column", "says"),
    [
        (pa.array([1.5]), "column activities holds double. It should hold lists of texts"),
        (pa.array([[1]]), "column activities holds int64"),
        (pa.array([{"a": 1}]), "column activities holds struct"),
        (pa.array([True]), "column activities holds bool"),
        (pa.array([b"x"]), "column activities holds binary"),
    ],
)
def test_a_column_of_the_wrong_type_is_refused_by_name(
    catalogue: Catalogue, tmp_path: Path, column: Any, says: str
) -> None:
    pq.write_table(pa.table({"id": ["1"], "activities": column}), tmp_path / "in.parquet")
    with pytest.raises(BadInput, match=says):
        batch.run(catalogue, tmp_path / "in.parquet", tmp_path / "out.parquet")
    assert [p.name for p in tmp_path.iterdir()] == ["in.parquet"]


@pytest.mark.parametrize("column", [pa.array([[1]]), pa.array([True]), pa.array([b"\xff"]), pa.array([{"a": 1}])])
def test_ids_that_can_be_no_ids_are_refused_by_name(catalogue: Catalogue, tmp_path: Path, column: Any) -> None:
    pq.write_table(pa.table({"id": column, "titles": ["line cook"]}), tmp_path / "in.parquet")
    with pytest.raises(BadInput, match=r"column id holds .* It should hold one value a row"):
        batch.run(catalogue, tmp_path / "in.parquet", tmp_path / "out.parquet")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_mark_between_the_cells_of_a_csv_is_found_out(catalogue: Catalogue, tmp_path: Path, mark: str) -> None:
    rows = [("id", "titles", "activities"), ("1", "line cook", "handle-food"), ("2", "nurse", "")]
    (tmp_path / "in.csv").write_text("".join(mark.join(row) + "\n" for row in rows))
    report = batch.run(catalogue, tmp_path / "in.csv", tmp_path / "out.parquet")
    assert (report.people, report.set_aside) == (2, 0)


def test_a_file_of_three_encodings_and_ragged_rows_is_matched_as_far_as_it_goes(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    rows = [
        *("1,niñera,OH\n".encode(code) for code in ("utf-8", "cp1252")),
        b"3,cook \x81,OH\n",
        b"4,cook\n5,nurse,TX\n",
    ]
    (tmp_path / "in.csv").write_bytes(b"id,titles,state\n" + b"".join(rows))
    report = batch.run(catalogue, tmp_path / "in.csv", tmp_path / "out.parquet")
    assert (report.people, report.set_aside) == (4, 1)


def test_a_folder_that_cannot_be_made_is_refused_with_what_to_do(catalogue: Catalogue, tmp_path: Path) -> None:
    write_jsonl(tmp_path / "in.jsonl", simple(2))
    with pytest.raises(CannotWrite, match=r"cannot be written: .*another place for the result"):
        batch.run(catalogue, tmp_path / "in.jsonl", tmp_path / "in.jsonl" / "out.parquet")


def test_the_rows_set_aside_are_never_written_over_the_file_that_is_read(catalogue: Catalogue, tmp_path: Path) -> None:
    source = tmp_path / "week.rejected.csv"
    source.write_text("id,titles\n1,line cook\n2,\n")
    with pytest.raises(BadInput, match=r"week\.rejected\.csv is a folder, or the file that is read"):
        batch.run(catalogue, source, tmp_path / "week.parquet")
    assert source.read_text() == "id,titles\n1,line cook\n2,\n"


def test_a_file_that_is_no_table_of_people_is_refused(catalogue: Catalogue, tmp_path: Path) -> None:
    out = tmp_path / "out.parquet"
    (tmp_path / "torn.parquet").write_bytes(b"PAR1 and then nothing")
    (tmp_path / "other.csv").write_text("colour,size\nred,3\n")
    (tmp_path / "empty.csv").write_text("id,titles\n")
    (tmp_path / "nothing.csv").write_text("")
    (tmp_path / "twice.csv").write_text("id,title,titles\n1,cook,cook\n")
    for name, says in (
        ("torn.parquet", "cannot be read as Parquet"),
        ("other.csv", "none of the columns"),
        ("empty.csv", "no rows"),
        ("nothing.csv", "nothing.csv is empty"),
        ("twice.csv", "two columns for titles"),
        ("people.txt", "should end in"),
    ):
        with pytest.raises(BadInput, match=says):
            batch.run(catalogue, tmp_path / name, out)
    with pytest.raises(NotFound):
        batch.run(catalogue, tmp_path / "none.csv", out)
    assert not out.exists()
    assert not list(tmp_path.glob("*.parts"))


def test_the_file_that_is_read_is_never_written_over(catalogue: Catalogue, tmp_path: Path) -> None:
    source = tmp_path / "in.parquet"
    pq.write_table(pa.Table.from_pylist(simple(1)), source)
    with pytest.raises(BadInput, match="the file that is read"):
        batch.run(catalogue, source, source)
    with pytest.raises(BadInput, match=r"should end in \.parquet or \.csv"):
        batch.run(catalogue, source, tmp_path / "out.xlsx")


def test_stopped_in_the_middle_it_goes_on_and_the_result_is_the_same(catalogue: Catalogue, tmp_path: Path) -> None:
    source = tmp_path / "in.parquet"
    pq.write_table(pa.Table.from_pylist(simple(BLOCK + 700)), source)

    def stop(what: str, share: float) -> None:
        if what.startswith("People"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        batch.run(catalogue, source, tmp_path / "out.parquet", progress=stop)
    assert not (tmp_path / "out.parquet").exists()
    assert len(list((tmp_path / "out.parquet.parts").glob("part-*.json"))) == 1
    report = batch.run(catalogue, source, tmp_path / "out.parquet")
    assert report.people == BLOCK + 700
    assert any("done before" in notice for notice in report.notices)
    whole = batch.run(catalogue, source, tmp_path / "whole.parquet")
    assert not any("done before" in notice for notice in whole.notices)
    assert pq.read_table(tmp_path / "out.parquet").equals(pq.read_table(tmp_path / "whole.parquet"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.parquet", "out.parquet", "whole.parquet"]


def test_ctrl_c_at_any_line_of_the_beginning_leaves_no_folder_behind(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id\n1\n")
    reached, moment = True, 0
    while reached:
        moment += 1
        parts = Parts(tmp_path / "in.csv", tmp_path / "out.csv")
        reached = stopped_at(moment, lambda parts=parts: parts.begin(catalogue))
        parts.drop_if_empty()
        assert [p.name for p in tmp_path.iterdir()] == ["in.csv"], f"stopped at line {moment}"
    assert moment > 100


def test_ctrl_c_while_parts_of_another_file_go_leaves_none_that_are_in_the_way(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    (tmp_path / "in.csv").write_text("id\n1\n")
    reached, moment = True, 0
    while reached:
        moment += 1
        parts = Parts(tmp_path / "in.csv", tmp_path / "out.csv")
        parts.folder.mkdir(exist_ok=True)
        for name in (MARK, "part-000000.json", "part-000000.arrow"):
            (parts.folder / name).write_text("of another file")
        with contextlib.suppress(OSError):  # at one line Python's own rmtree closes a folder twice
            reached = stopped_at(moment, lambda parts=parts: parts.begin(catalogue))
        parts.drop_if_empty()
        assert not parts.folder.exists() or (parts.folder / MARK).exists(), f"stopped at line {moment}"
    assert moment > 100


def test_parts_of_another_file_are_not_taken_for_this_one(catalogue: Catalogue, tmp_path: Path) -> None:
    source, out = tmp_path / "in.jsonl", tmp_path / "out.parquet"

    def stop(what: str, share: float) -> None:
        if what.startswith("People"):
            raise KeyboardInterrupt

    write_jsonl(source, simple(3))
    with pytest.raises(KeyboardInterrupt):
        batch.run(catalogue, source, out, progress=stop)
    write_jsonl(source, simple(5))
    report = batch.run(catalogue, source, out)
    assert report.people == 5
    assert not any("done before" in notice for notice in report.notices)


def test_a_folder_of_somebody_else_is_not_thrown_away(catalogue: Catalogue, tmp_path: Path) -> None:
    write_jsonl(tmp_path / "in.jsonl", simple(1))
    (tmp_path / "out.parquet.parts").mkdir()
    (tmp_path / "out.parquet.parts" / "mine.txt").write_text("keep me")
    with pytest.raises(BadInput, match="in the way"):
        batch.run(catalogue, tmp_path / "in.jsonl", tmp_path / "out.parquet")
    assert (tmp_path / "out.parquet.parts" / "mine.txt").read_text() == "keep me"


def test_two_processes_give_the_same_file_as_one(catalogue: Catalogue, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    write_jsonl(source, [*simple(BLOCK + 50), {"id": "bad", "ratings": ["x=9"], "titles": ["mystery shopper"]}])
    one = batch.run(catalogue, source, tmp_path / "one.parquet", jobs=1)
    two = batch.run(catalogue, source, tmp_path / "two.parquet", jobs=2)
    assert pq.read_table(tmp_path / "one.parquet").equals(pq.read_table(tmp_path / "two.parquet"))
    assert (one.people, one.set_aside, one.pay) == (two.people, two.set_aside, two.pay)
    assert Path(one.rejected).read_text() == Path(two.rejected).read_text()


def test_ids_keep_their_type_and_rows_without_an_id_column_are_numbered(catalogue: Catalogue, tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": [70, 71], "titles": ["line cook", "nurse"]}), tmp_path / "a.parquet")
    pq.write_table(pa.table({"job_title": ["line cook", "nurse"]}), tmp_path / "b.parquet")
    for name, ids in (("a", [70, 71]), ("b", [1, 2])):
        batch.run(catalogue, tmp_path / f"{name}.parquet", tmp_path / f"{name}.out.parquet")
        assert [r["id"] for r in result(tmp_path / f"{name}.out.parquet")][::20] == ids


def test_what_is_little_to_go_by_is_noted_and_unknown_things_are_counted(catalogue: Catalogue, tmp_path: Path) -> None:
    rows = [
        {"id": "few", "titles": ["35-2014.00"]},
        {"id": "odd", "titles": ["35-2014.00", "zzqxv wvkkp"], "activities": ["4.A.3.a.2.I03", "nonsense"]},
    ]
    report = batch.run(catalogue, write_jsonl(tmp_path / "in.jsonl", rows), tmp_path / "out.parquet")
    notes = {r["id"]: r["note"] for r in result(tmp_path / "out.parquet")}
    assert notes["few"] == "few answers"
    assert notes["odd"] != "few answers"
    said = " ".join(report.notices)
    assert "Column titles: entries we do not know, left out: 1" in said
    assert "Column activities: entries we do not know, left out: 1, such as 'nonsense'" in said


def test_an_unsure_title_counts_and_is_noted(matched: Blocks) -> None:
    sure = {"id": "1", "titles": ["line cook"], "activities": ["4.A.3.a.2.I03"]}
    unsure = sure | {"id": "2", "titles": ["line cook", "mystery"]}
    made = people_of(block_of([sure, unsure]).batch, matched.words)
    assert made.doubtful.tolist() == [False, True]
    assert len(made.work) == 3


def test_people_whose_whole_list_pays_less_than_before_are_counted(catalogue: Catalogue, tmp_path: Path) -> None:
    rows = [p | {"last_pay": pay} for p, pay in zip(simple(2), ("400 an hour", "8 an hour"), strict=True)]
    report = batch.run(catalogue, write_jsonl(tmp_path / "in.jsonl", rows), tmp_path / "out.parquet")
    assert any("pays less in the middle than their last job did: 1." in notice for notice in report.notices)
    assert sum(count for counts in report.pay.values() for count in counts.values()) == 40


def test_name_and_order_change_nothing_and_place_changes_pay_only(catalogue: Catalogue, matched: Blocks) -> None:
    person = as_lists(people(catalogue, 1, seed=9)[0]) | {"state": "OH", "pay_floor": None}
    other = {k: sorted(v, reverse=True) if isinstance(v, list) else v for k, v in person.items()} | {
        "id": "x",
        "state": "MS",
    }
    table, _, _ = matched.matched(block_of([person, other]))
    one, two = table.slice(0, 20).to_pylist(), table.slice(20, 20).to_pylist()
    assert [(r["code"], r["band"]) for r in one] == [(r["code"], r["band"]) for r in two]
    assert [r["typical_pay"] for r in one] != [r["typical_pay"] for r in two]


def test_without_numpy_the_sentence_names_the_command_that_installs_it(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,titles\n1,cook\n")
    program = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from navigator.cli.main import main\n"
        f"main(['batch', {str(tmp_path / 'in.csv')!r}, {str(tmp_path / 'out.parquet')!r}, '--jobs', '1'])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 10
    assert " -m pip install " in done.stderr and "[batch]'" in done.stderr


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_command_gives_the_same_whether_its_helpers_were_forked_or_not(
    catalogue: Catalogue, tmp_path: Path, jobs: int
) -> None:
    source = write_jsonl(tmp_path / "in.jsonl", people(catalogue, 30, seed=4))
    out = tmp_path / "cli.parquet"
    # A process of its own is still a single thread when its helpers begin; this one, with Arrow's threads, is not.
    subprocess.run(
        [sys.executable, "-m", "navigator", "batch", str(source), str(out), "--jobs", str(jobs)],
        check=True,
        capture_output=True,
    )
    batch.run(catalogue, source, tmp_path / "here.parquet", jobs=1)
    assert result(out) == result(tmp_path / "here.parquet")


def test_an_id_on_two_rows_is_told_since_two_people_may_be_mixed_up(catalogue: Catalogue, tmp_path: Path) -> None:
    people = simple(3)
    source = write_jsonl(tmp_path / "in.jsonl", [*people, people[1]])
    report = batch.run(catalogue, source, tmp_path / "out.csv")
    assert [n for n in report.notices if "more than one row" in n and repr(str(people[1]["id"])) in n]
    alone = batch.run(catalogue, write_jsonl(tmp_path / "one.jsonl", people), tmp_path / "one.csv")
    assert not [n for n in alone.notices if "more than one row" in n]
