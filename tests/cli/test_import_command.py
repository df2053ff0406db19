"""`navigator import`: everything is shown, nothing is kept without a yes, and what cannot be read is a sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from navigator.domain.record import Person
from navigator.formats.badge import Achieved, Issuer, self_asserted
from navigator.formats.did_key import fresh_key
from navigator.records.store import RecordStore
from tests.light_seal import light_key
from tests.running import apart, navigator
from tests.workers import saved

RESUME = """Ana Ruiz
ana@example.org

Experience
Line Cook, Joe's Diner   2018 - 2021
- Ran the grill

Skills
Grill, prep work

References
Bob Jones, 555-0199
"""


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    path = tmp_path / "resume.txt"
    path.write_text(RESUME, encoding="utf-8")
    return path


def test_without_a_terminal_nothing_is_kept_and_yes_is_named(resume: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    ran = apart("import", resume, "--home", home)
    assert ran.code == 9
    assert "--yes" in ran.err
    assert not RecordStore(home=home).paths()


def test_yes_keeps_what_is_new_once(resume: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    first = navigator("import", resume, "--yes", home=home)
    assert first.code == 0, first.err
    assert "Kept: 5 things" in first.out
    assert "from: Line Cook, Joe's Diner | 2018 - 2021" in first.out
    second = navigator("import", resume, "--yes", home=home)
    assert "Nothing was kept" in second.out
    store = RecordStore(home=home)
    (path,) = store.paths()
    record = store.open(path).record
    assert [(e.title, e.code, e.origin) for e in record.experience] == [("Line Cook", "35-2014.00", "imported")]
    assert "Bob" not in path.read_text(encoding="utf-8")


def test_an_import_into_a_new_record_is_taken_back_by_undo(resume: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    said = " ".join(navigator("import", resume, "--yes", home=home).out.split())
    assert "To take it back: navigator record undo." in said
    back = navigator("record", "undo", home=home)
    assert back.code == 0 and "Took out: Line Cook" in back.out
    store = RecordStore(home=home)
    assert store.open(store.paths()[0]).record.experience == ()


def test_json_only_shows_until_yes_is_given(resume: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shown = navigator("import", resume, "--json", home=home).json["data"]
    assert (shown["saved"], shown["kept"]) == ("", 0)
    assert [i["group"] for i in shown["items"]] == ["about", "about", "work", "skills", "skills"]
    assert shown["occupations"][0]["code"] == "35-2014.00"
    assert not RecordStore(home=home).paths()
    kept = navigator("import", resume, "--json", "--yes", home=home).json["data"]
    assert kept["kept"] == 5
    assert all(i["kept"] for i in kept["items"])


def test_json_names_each_activity_with_its_work_its_words_and_the_line_it_came_from(tmp_path: Path) -> None:
    path, line = tmp_path / "resume.txt", "Helped residents wash, dress and eat"
    path.write_text(f"Ana Ruiz\n\nExperience\nNursing Assistant, Oak Home   2018 - 2021\n- {line}\n", encoding="utf-8")
    data = navigator("import", path, "--json", home=tmp_path / "home").json["data"]
    (work,) = (i["id"] for i in data["items"] if i["group"] == "work")
    (found,) = data["activities"]
    assert found == {
        "item": work,
        "activity": "4.A.4.a.5.I09",
        "text": "Helped someone wash, dress, eat or get around",
        "from": line,
        "kept": False,
    }


def test_only_some_groups(resume: Path, tmp_path: Path) -> None:
    ran = navigator("import", resume, "--json", "--only", "skills", home=tmp_path / "home")
    assert {i["group"] for i in ran.json["data"]["items"]} == {"skills"}
    refused = navigator("import", resume, "--only", "shoes", home=tmp_path / "home")
    assert (refused.code, "shoes" in refused.err) == (2, True)


def test_numbered_lines_show_all_and_ask(resume: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    ran = apart("import", resume, "--plain", "--home", home, stdin=b"2\n1\n\n2\n1\n")
    assert ran.code == 0, ran.err
    assert ran.out.index("from: Line Cook, Joe's Diner") < ran.out.index("Nothing is kept yet.")
    assert "References were left out" in ran.out
    store = RecordStore(home=home)
    record = store.open(store.paths()[0]).record
    assert (record.person.name, record.person.contact.email) == ("Ana Ruiz", "")
    assert [c.name for c in record.claims] == ["prep work"]


def test_saying_nothing_or_leaving_keeps_nothing(resume: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    said = apart("import", resume, "--plain", "--home", home, stdin=b"3\n")
    assert said.code == 0
    assert "Nothing was kept" in said.out
    left = apart("import", resume, "--plain", "--home", home, stdin=b"")
    assert left.code == 130
    assert "Nothing was brought in" in left.err
    assert not RecordStore(home=home).paths()


@pytest.mark.parametrize(
    ("content", "word", "code"),
    [
        (b"%PDF-1.7 broken", "damaged", 2),
        (b"PK\x03\x04", "damaged", 2),
        (b"{", "damaged", 2),
        (b"", "empty", 2),
        (b"<a/>", "XML", 2),
    ],
)
def test_what_cannot_be_read_is_a_sentence(tmp_path: Path, content: bytes, word: str, code: int) -> None:
    path = tmp_path / "file.bin"
    path.write_bytes(content)
    ran = navigator("import", path, "--yes", home=tmp_path / "home")
    assert (ran.code, word in ran.err, "Traceback" in ran.err) == (code, True, False)
    assert "file.bin" in ran.err


def test_a_missing_file_and_a_folder_are_sentences(tmp_path: Path) -> None:
    assert navigator("import", tmp_path / "no.pdf", home=tmp_path / "home").code == 3
    assert "is a folder" in navigator("import", tmp_path, home=tmp_path / "home").err


def test_a_kind_can_be_named(resume: Path, tmp_path: Path) -> None:
    ran = navigator("import", resume, "--as", "text", "--json", home=tmp_path / "home")
    assert ran.json["data"]["kind"] == "text"
    assert "Choose one of" in navigator("import", resume, "--as", "fax", home=tmp_path / "home").err


def test_our_own_record_comes_over_from_another_machine(resume: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    navigator("import", resume, "--yes", home=one)
    (path,) = RecordStore(home=one).paths()
    ran = navigator("import", path, "--yes", "--json", home=other)
    assert ran.json["data"]["kind"] == "record"
    again = navigator("import", path, "--json", home=other).json["data"]
    assert (again["items"], again["differences"]) == ([], [])


def test_a_sealed_record_is_opened_with_its_passphrase(
    resume: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pyrage", reason="the extra secure is not installed")
    one, other = tmp_path / "one", tmp_path / "other"
    navigator("import", resume, "--yes", home=one)
    monkeypatch.setenv("NAVIGATOR_PASSPHRASE", "four words are enough")
    light_key(*RecordStore(home=one).paths(), "four words are enough")
    sealed = navigator("record", "seal", "--yes", home=one)
    assert sealed.code == 0, sealed.err
    (path,) = RecordStore(home=one).paths()
    ran = navigator("import", path, "--json", home=other)
    assert ran.code == 0, ran.err
    assert "Name: Ana Ruiz" in [i["text"] for i in ran.json["data"]["items"]]
    path.with_name(path.name.replace(".age", ".key.age")).unlink()
    assert "is sealed" in navigator("import", path, home=other).err


def test_a_resume_that_was_exported_comes_in_and_goes_out_the_same(resume: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    files = [tmp_path / "a.json", tmp_path / "b.json"]
    navigator("import", resume, "--yes", home=one)
    first = navigator("export", "resume", "--format", "json-resume", "--out", files[0], "--yes", home=one)
    assert first.code == 0, first.err
    assert navigator("import", files[0], "--yes", home=other).code == 0
    navigator("export", "resume", "--format", "json-resume", "--out", files[1], "--yes", home=other)
    assert json.loads(files[0].read_text(encoding="utf-8")) == json.loads(files[1].read_text(encoding="utf-8"))


def test_two_people_are_not_mixed_without_a_look(resume: Path, tmp_path: Path) -> None:
    home, other = tmp_path / "home", tmp_path / "other.txt"
    other.write_text(RESUME.replace("Ana Ruiz", "Dana Wu"), encoding="utf-8")
    assert navigator("import", resume, "--yes", home=home).code == 0
    before = RecordStore(home=home).paths()[0].read_bytes()
    ran = navigator("import", other, "--yes", home=home)
    assert ran.code == 2 and "about Dana Wu, and your record is about Ana Ruiz" in ran.err and ran.out == ""
    some = navigator("import", other, "--yes", "--only", "work", home=home)
    assert some.code == 2 and "about Dana Wu, and your record is about Ana Ruiz" in some.err
    assert RecordStore(home=home).paths()[0].read_bytes() == before
    shown = apart("import", other, "--plain", "--home", home, stdin=b"nothing\n").out
    assert "Keep it only if that is the same person" in " ".join(shown.split())
    same = tmp_path / "same.txt"
    same.write_text(RESUME.replace("Ana Ruiz", "Ana Maria Ruiz"), encoding="utf-8")
    assert navigator("import", same, "--yes", home=home).code == 0


def test_a_paper_that_is_not_held_is_kept_and_told_not_to_count(tmp_path: Path) -> None:
    home, path = tmp_path / "home", tmp_path / "resume.txt"
    path.write_text("Ana Ruiz\n\nLICENSES\nRN license, El Salvador, 2010\nOSHA 10, in progress\n", encoding="utf-8")
    ran = navigator("import", path, "--yes", home=home)
    assert "OSHA 10, in progress: it reads as if you do not have it yet" in " ".join((ran.out + ran.err).split())
    store = RecordStore(home=home)
    record = store.open(store.paths()[0]).record
    assert [c.name for c in record.credentials] == ["RN license", "OSHA 10, in progress"]
    assert record.wants.licences == ()


def test_a_badge_of_somebody_else_is_refused_and_one_of_ones_own_is_kept(tmp_path: Path) -> None:
    home, key = tmp_path / "home", fresh_key()
    store = RecordStore(home=home)
    saved(store, replace(store.new().record, person=Person(name="Ana Ruiz")), "ana")
    for name, code in (("Soua Vang", 2), ("Ana Ruiz", 0)):
        what = Achieved(id="w", name="Welding", means="Joins steel.", how="Did it.", kind="Competency")
        made = self_asserted(what, Issuer(name=name, key=key), datetime(2026, 1, 2, tzinfo=UTC))
        path = tmp_path / "badge.json"
        path.write_text(json.dumps(made), encoding="utf-8")
        ran = navigator("import", path, "--yes", home=home)
        assert ran.code == code, ran
        assert ("is about Soua Vang, and your record is about Ana Ruiz" in ran.err) == (code == 2)
    assert len(store.open(store.find("ana")).record.credentials) == 1


def test_a_file_with_nothing_for_a_record_is_refused_and_one_that_is_known_says_so(
    resume: Path, tmp_path: Path
) -> None:
    home, other = tmp_path / "home", tmp_path / "passwd"
    other.write_text("root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\n")
    ran = navigator("import", other, "--yes", home=home)
    assert ran.code == 2 and "We could read nothing in" in ran.err and not RecordStore(home=home).paths()
    name = tmp_path / "name.json"
    name.write_text('{"basics": {"name": "Ana Ruiz"}}')
    assert navigator("import", name, "--yes", home=home).code == 0
    again = navigator("import", name, "--yes", home=home)
    assert again.code == 0 and "All that is in it, your record has already." in again.out
    school = navigator("import", resume, "--yes", "--only", "school", home=home)
    assert school.code == 0 and "nothing in it of the groups named after --only" in school.out
