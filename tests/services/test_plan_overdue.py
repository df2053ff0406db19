"""What is late in all records of a folder, for the counselor who keeps them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from navigator.domain.plan import Action, Goal, Plan
from navigator.domain.record import Record
from navigator.records.store import RecordStore
from navigator.services.plan_overdue import late_in_all
from tests.running import navigator

TODAY = date(2026, 11, 22)


def kept(store: RecordStore, record: Record, name: str, *days: str) -> None:
    actions = tuple(Action(id=f"a{n}", what=f"Step {n}.", goal="g1", due=day) for n, day in enumerate(days, start=1))
    plan = Plan(goals=(Goal(id="g1", kind="work", text="Cook"),), actions=actions)
    store.save(store.new(name), replace(record, id=name, plan=plan))


def test_the_late_steps_of_all_records_stand_in_one_list_the_oldest_first(store: RecordStore, ana: Record) -> None:
    kept(store, ana, "ana", "2026-11-20", "2026-12-01", "")
    kept(store, ana, "ben", "2026-10-01", "2026-11-22")
    found, problems = late_in_all(store, TODAY)
    assert [(s.record, s.id, s.due, s.goal) for s in found.steps] == [
        ("ben", "a1", "2026-10-01", "Cook"),
        ("ana", "a1", "2026-11-20", "Cook"),
    ]
    assert found.records == 2 and not found.sealed and not problems


def test_a_record_that_cannot_be_read_or_holds_no_day_is_told_and_the_others_are_listed(
    store: RecordStore, ana: Record
) -> None:
    kept(store, ana, "ana", "2026-11-20")
    kept(store, ana, "odd", "2026-02-31")
    (store.home / "records" / "torn.json").write_text("{", encoding="utf-8")
    found, problems = late_in_all(store, TODAY)
    assert [s.record for s in found.steps] == ["ana"] and len(problems) == 2


def test_the_command_names_sealed_records_and_does_not_open_them(tmp_path: Path, ana: Record) -> None:
    store = RecordStore(home=tmp_path / "home")
    kept(store, ana, "ana", "2020-01-02")
    (store.home / "records" / "shut.age").write_bytes(b"age-encryption.org/v1\n-> X25519 abc\n")
    ran = navigator("plan", "overdue", "--all", home=store.home)
    assert "ana (Ana): Step 1 (a1, by Jan 2, 2020)" in ran.out and "Toward: Cook" in ran.out
    assert "Sealed, so not opened: shut." in ran.out and "--record ana plan edit a1" in ran.out
    data = navigator("--json", "plan", "overdue", "--all", home=store.home).json["data"]
    assert data["steps"][0]["due"] == "2020-01-02" and data["sealed"] == ["shut"]
