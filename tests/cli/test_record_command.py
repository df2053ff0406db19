"""`navigator record ...` as people type it: parts, undo, history, sealing."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pexpect
import pytest

from navigator.cli.passphrase import Passphrases
from navigator.domain.errors import BadInput, NeedsTerminal
from navigator.domain.record import Route
from navigator.records.store import RecordStore
from tests.journeys.terminal import CTRL_C, ENTER, PATIENCE, RIGHT, Terminal
from tests.light_seal import light_key
from tests.running import Ran, navigator
from tests.workers import saved


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one empty record."""
    store = RecordStore(home=tmp_path / "home")
    saved(store, store.new().record)
    return store.home


SOME_WORK = 17
"""What takes a passphrase about half a second to be checked: long enough to type meanwhile."""


def path_of(home: Path) -> Path:
    path = RecordStore(home=home).current()
    assert path is not None
    return path


def done(home: Path, *arguments: str) -> Ran:
    ran = navigator(*arguments, home=home)
    assert (ran.code, ran.err) == (0, ""), ran
    return ran


def flat(ran: Ran) -> str:
    return " ".join((ran.out + ran.err).split())


def test_parts_are_added_shown_changed_and_taken_out_by_flags(home: Path) -> None:
    done(home, "record", "add", "work", "Line cook", "--employer", "Blue Door", "--start", "Mar 2019", "--who", "Maria")
    done(home, "record", "add", "language", "--name", "Spanish", "--level", "first language")
    shown = flat(done(home, "record", "show"))
    assert "w1: Line cook, Blue Door, from March 2019 = " in shown
    assert "Evidence: someone saw me do it (Maria)" in shown
    assert "l1: Spanish, first language" in shown
    assert "until June 2021" not in shown and "to June 2021" in flat(
        done(home, "record", "edit", "w1", "--end", "6/2021")
    )
    done(home, "record", "edit", "work", "Line cook", "--place", "Dayton")
    assert "Took out l1" in flat(done(home, "record", "remove", "Spanish"))
    assert "Spanish" not in done(home, "record", "show").out


def test_the_first_part_begins_a_record_where_there_is_none(tmp_path: Path) -> None:
    done(tmp_path, "record", "add", "about", "I cook well.")
    assert "I cook well." in done(tmp_path, "record", "show").out


def test_undo_and_redo_are_commands_and_history_says_what_each_did(home: Path) -> None:
    done(home, "record", "add", "language", "Spanish")
    assert "Took out: Spanish." in done(home, "record", "undo").out
    assert "Added: Spanish." in done(home, "record", "redo").out
    assert "Added: Spanish." in done(home, "record", "diff").out
    assert "1. 20" in done(home, "record", "history").out
    done(home, "record", "undo")
    ran = navigator("record", "undo", home=home)
    assert ran.code == 3 and "There is nothing to undo" in ran.err


def test_remove_without_a_name_tells_the_part_from_the_whole_record(home: Path) -> None:
    said = flat(done(home, "record", "remove"))
    assert "navigator record remove ID" in said and "navigator record erase" in said
    assert "Erased, with its history" in done(home, "record", "erase", "--yes").out
    assert navigator("record", "show", home=home).code == 3


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        (["add", "shoe", "x"], 3, "There is no part 'shoe' in a record. Parts: work"),
        (["add", "work", "--start", "2019-13"], 2, "'2019-13' is not a date in the calendar"),
        (["add", "language", "Spanish", "--employer", "x"], 2, "Language has nothing called employer"),
        (["add", "work"], 9, "Say all of it on the line, such as: navigator record add work"),
        (["add"], 9, "Say all of it on the line"),
        (["edit", "nosuch"], 2, "There is no question and no part 'nosuch' in this record."),
        (["edit", "shoe.size", "9"], 2, "There is no question and no part 'shoe.size'"),
        (["edit", "work", "nosuch", "--end", "2019"], 3, "There is no part 'nosuch' in this record."),
        (["edit", "want.pay", "--end", "2019"], 2, "want.pay is a question"),
        (["remove", "nosuch"], 3, "There is no part 'nosuch' in this record. The record has none yet."),
        (["redo"], 3, "There is nothing to bring back"),
        (["diff", "5"], 3, "There is no earlier save number 5"),
        (["seal"], 9, "If you forget it, nobody can help"),
        (["unseal"], 2, "is not sealed"),
        (["change-passphrase"], 2, "is not sealed, so it has no passphrase"),
    ],
)
def test_a_slip_is_one_sentence_that_says_what_to_do(home: Path, line: list[str], code: int, said: str) -> None:
    before = {p: p.read_bytes() for p in home.rglob("*") if p.is_file()}
    ran = navigator("record", *line, home=home)
    assert ran.code == code and said in ran.err and ran.err.count("\n") == 1
    assert {p: p.read_bytes() for p in home.rglob("*") if p.is_file()} == before


def test_an_answer_of_the_walk_is_still_changed_by_its_question(tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("state: OH\nwant.pay: 20\n")
    done(tmp_path, "start", "--answers", str(answers))
    done(tmp_path, "record", "edit", "want.pay", "21 an hour")
    assert "least pay: $21.00 an hour" in done(tmp_path, "record", "show").out


def test_of_two_works_the_one_meant_is_asked_for_by_its_id(home: Path) -> None:
    for title in ("Line cook", "Baker"):
        done(home, "record", "add", "work", title)
    for line in (["edit", "work"], ["edit", "work", "--end", "2019"], ["remove", "work"]):
        ran = navigator("record", *line, home=home)
        assert ran.code == 2 and "Which one? Give its id: w1 (Line cook), w2 (Baker)." in flat(ran)
    none = navigator("record", "edit", "language", home=home)
    assert none.code == 3 and "To add it: navigator record add language." in flat(none)


def test_one_way_to_reach_the_person_is_changed_by_its_own_name(home: Path) -> None:
    done(home, "record", "edit", "phone", "937-555-0100")
    done(home, "record", "edit", "city", "--city", "Dayton")
    shown = flat(done(home, "record", "show"))
    assert "937-555-0100" in shown and "Dayton" in shown
    refused = navigator("record", "edit", "email", "ana at example", home=home)
    assert refused.code == 2 and "no question and no part" not in refused.err


@pytest.mark.parametrize("route", ["quick", "standard", "full"])
def test_the_questions_named_in_the_help_of_edit_can_be_changed_on_every_route(tmp_path: Path, route: Route) -> None:
    store = RecordStore(home=tmp_path)
    saved(store, replace(store.new().record, route=route))
    assert "A question (state, job.1.title)" in flat(done(tmp_path, "record", "edit", "--help"))
    done(tmp_path, "record", "edit", "state", "OH")
    done(tmp_path, "record", "edit", "job.1.title", "line cook", "--plain")


def test_json_says_what_was_kept(home: Path) -> None:
    value = json.loads(done(home, "record", "add", "skill", "Weld", "--json").out)
    assert value["command"] == "record add" and value["data"]["ids"] == ["k1"]
    shown = json.loads(done(home, "record", "show", "--json").out)["data"]
    assert shown["parts"]["Skills in your words"] == [{"text": "Weld (I say so)", "id": "k1", "more": []}]


def test_every_part_and_flag_is_in_the_help(home: Path) -> None:
    said = flat(done(home, "record", "add", "--help"))
    for flag in ("--title", "--employer", "--start", "--held", "--who", "--level", "--expires", "--email", "--to"):
        assert flag in said


def test_a_sealed_record_is_used_by_scripts_with_a_passphrase_file(home: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("only for this test\nnot this line\n")
    light_key(path_of(home), "only for this test")
    sealed = done(home, "record", "seal", "--yes", "--passphrase-file", str(secret))
    assert "age -d -i" in sealed.out and "record.age" in sealed.out
    assert "sealed, in use" in done(home, "record", "list").out
    refused = navigator("record", "show", home=home)
    assert refused.code == 9 and "is sealed, and there is no terminal here" in flat(refused)
    done(home, "record", "add", "language", "Spanish", "--passphrase-file", str(secret))
    secret.write_text("something else\n")
    wrong = navigator("record", "show", "--passphrase-file", secret, home=home)
    assert wrong.code == 2 and wrong.err.count("\n") == 1 and "not the right one" in wrong.err


def test_passphrases_come_from_a_file_the_environment_or_a_hidden_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    prompts: list[str] = []

    def typed(prompt: str) -> str:
        prompts.append(prompt)
        return "typed words"

    asking = Passphrases(ask=typed)
    assert asking(Path("ana.age"), 0) == asking(Path("ana.age"), 1) == asking.new() == "typed words"
    assert prompts[:2] == ["Passphrase of ana: ", "That was not it. Passphrase of ana: "]
    monkeypatch.setenv("NAVIGATOR_PASSPHRASE", "from outside")
    assert (asking(Path("ana.age"), 0), asking(Path("ana.age"), 1)) == ("from outside", None)
    monkeypatch.setenv("NAVIGATOR_NEW_PASSPHRASE", "a new one")
    assert (asking.new(), asking.new(changed=True)) == ("from outside", "a new one")
    secret = tmp_path / "secret"
    for content in (b"", b"\nsecond"):
        secret.write_bytes(content)
        with pytest.raises(BadInput, match="holds no passphrase in its first line"):
            Passphrases(file=secret)(Path("ana.age"), 0)
    with pytest.raises(BadInput, match="cannot be read"):
        Passphrases(file=tmp_path)(Path("ana.age"), 0)


def test_two_different_new_passphrases_or_an_empty_one_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NAVIGATOR_PASSPHRASE", raising=False)
    typed = iter(["one", "other", ""])
    asking = Passphrases(ask=lambda prompt: next(typed))
    with pytest.raises(BadInput, match="The two are not the same"):
        asking.new()
    with pytest.raises(BadInput, match="An empty passphrase"):
        asking.new()
    with pytest.raises(NeedsTerminal):
        Passphrases().new()


@pytest.mark.journey
def test_what_is_typed_while_a_passphrase_is_checked_never_shows_and_is_no_answer(home: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("right words\n")
    light_key(path_of(home), "right words", SOME_WORK)
    done(home, "record", "seal", "--yes", "--passphrase-file", str(secret))
    terminal = Terminal(home, "record", "show", "--plain", folder=tmp_path)
    terminal.see("Passphrase of record: ")
    terminal.keys("wrong words", ENTER)
    terminal.see("\n")  # the question is over: the check has begun
    terminal.keys("right wo")
    terminal.see("That was not it. Passphrase of record: ")
    terminal.keys("right words", ENTER)
    assert terminal.ends() == 0
    assert "Passphrase" in terminal.all and "right" not in terminal.all


@pytest.mark.journey
def test_stopping_while_a_passphrase_is_checked_gives_the_terminal_back_as_it_was(home: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("right words\n")
    light_key(path_of(home), "right words", SOME_WORK)
    done(home, "record", "seal", "--yes", "--passphrase-file", str(secret))
    terminal = Terminal(home, "record", "show", "--plain", folder=tmp_path)
    terminal.see("Passphrase of record: ")
    assert not terminal.child.getecho()
    terminal.keys("wrong words", ENTER, CTRL_C)
    terminal.child.expect(pexpect.EOF)
    assert terminal.child.getecho()
    assert terminal.ends() == 130
    assert "Traceback" not in terminal.all


@pytest.mark.journey
def test_a_part_is_asked_for_line_by_line_at_a_terminal(home: Path, tmp_path: Path) -> None:
    terminal = Terminal(home, "record", "add", "language", "--plain", folder=tmp_path)
    for prompt, typed in (("Which language", "Spanish"), ("How well", "")):
        terminal.child.expect(prompt)
        terminal.child.expect("> ")
        terminal.child.sendline(typed)
    terminal.child.expect("Added l1: Spanish", timeout=PATIENCE)
    terminal.child.expect(pexpect.EOF)


@pytest.mark.journey
def test_a_part_is_asked_for_by_menu_at_a_terminal(home: Path, tmp_path: Path) -> None:
    terminal = Terminal(home, "record", "add", folder=tmp_path)
    terminal.child.expect("What do you want to add")
    terminal.child.send("l")  # a letter jumps to what it begins: the first is the license
    terminal.child.send(ENTER)
    terminal.child.expect("What is it called")
    terminal.child.send("CNA" + ENTER)
    for _ in range(6):
        terminal.child.send(RIGHT)
    terminal.child.expect("Added c1: CNA", timeout=PATIENCE)
    terminal.child.expect(pexpect.EOF)


def cannot_of(home: Path) -> object:
    return RecordStore(home=home).open(path_of(home)).record.wants.cannot


@pytest.mark.parametrize("said", ["background", "check", "Jobs that look into my past"])
def test_a_choice_is_picked_by_a_word_of_its_text_and_taken_away_with_none(home: Path, said: str) -> None:
    done(home, "record", "edit", "want.cannot", said)
    assert cannot_of(home) == ("check",)
    done(home, "record", "edit", "want.cannot", "none")
    assert cannot_of(home) == ()


def test_an_empty_value_takes_an_answer_away(home: Path) -> None:
    done(home, "record", "edit", "want.cannot", "background, lifting")
    assert cannot_of(home) == ("lifting", "check")
    done(home, "record", "edit", "want.cannot", "")
    assert cannot_of(home) == ()


def test_a_refused_choice_names_all_there_are(home: Path) -> None:
    said = flat(navigator("record", "edit", "want.cannot", "spiders", home=home))
    assert "lifting" in said and "check" in said


@pytest.mark.journey
def test_a_question_changed_by_itself_stands_nowhere_on_a_way(home: Path, tmp_path: Path) -> None:
    terminal = Terminal(home, "--plain", "record", "edit", "want.cannot", folder=tmp_path)
    terminal.see("Is there anything you cannot or will not do?")
    terminal.line("none")
    terminal.see("Saved")
    terminal.child.expect(pexpect.EOF)
    assert " of 4" not in terminal.all and "minute left" not in terminal.all
