"""What the private walk is made of: drives, the printer, the code to scan, the voice, the large view."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.cli.askers.saying import READ_OUT, SayingAsker, Voice, speech_command, spoken
from navigator.cli.drives import drives
from navigator.cli.printing import can_print, print_page
from navigator.cli.scan import drawn_code, short_text
from navigator.cli.today import today
from navigator.domain.errors import CannotWrite
from navigator.domain.question import Choice, Place, Question
from navigator.formats.page import Page
from navigator.records.memory import MemoryStore
from navigator.records.store import RecordStore
from navigator.services.asking import ScriptedAsker
from navigator.services.inventory import Walk
from navigator.services.page import page
from tests.running import apart

PLACE = Place(number=3, of=15, seconds_left=120)
QUESTION = Question(
    id="fruit", kind="one", section="you", prompt="Which fruit?", help="Any is fine.",
    choices=(Choice(id="a", text="Apple", help="sweet"), Choice(id="p", text="Pear")),
)  # fmt: skip


@pytest.fixture(scope="module")
def made(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The page of a short walk that was kept in memory only."""
    home = tmp_path_factory.mktemp("memory") / "home"
    store = MemoryStore(home=home)
    answers = {"state": "OH", "job.1.title": "nursing assistant", "job.1.occupation": "31-1131.00"}
    record = Walk(catalogue, store, store.new(), ScriptedAsker(answers), "quick").run()
    assert not home.exists()
    return page(catalogue, record, today())


def test_drives_named_by_the_center_are_offered_if_they_can_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()
    monkeypatch.setenv("NAVIGATOR_DRIVES", os.pathsep.join([str(stick), str(tmp_path / "gone")]))
    assert [(d.name, d.folder) for d in drives()] == [("STICK", stick)]


def test_memory_sees_no_record_of_anybody_else(tmp_path: Path) -> None:
    disk = RecordStore(home=tmp_path)
    saved = disk.save(disk.new("ana"), disk.new("ana").record)
    memory = MemoryStore(home=tmp_path)
    assert memory.paths() == []
    assert memory.current() is None
    assert memory.open(saved.path).record == saved.record  # a file that is named is read


def test_saving_in_memory_leaves_the_file_it_came_from_alone(tmp_path: Path) -> None:
    disk = RecordStore(home=tmp_path)
    saved = disk.save(disk.new("ana"), disk.new("ana").record)
    before = saved.path.read_bytes()
    memory = MemoryStore(home=tmp_path)
    opened = memory.open(saved.path)
    from dataclasses import replace

    memory.save(opened, replace(opened.record, sector="food"))
    assert saved.path.read_bytes() == before
    assert memory.open(saved.path).record.sector == "food"
    memory.remove(opened)
    assert memory.open(saved.path).record.sector == ""


def lp(folder: Path, body: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A print command of ours, first on the path."""
    command = folder / "lp"
    command.write_text(f"#!{sys.executable}\n{body}\n", encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_the_page_goes_to_the_printer_through_a_pipe(
    tmp_path: Path, made: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "printed.txt"
    lp(tmp_path, f"import sys; open({str(out)!r}, 'wb').write(sys.stdin.buffer.read())", monkeypatch)
    assert can_print()
    print_page(made)
    assert "WHAT I CAN DO" in out.read_text(encoding="utf-8")


def test_a_printer_that_refuses_is_a_sentence(tmp_path: Path, made: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    lp(tmp_path, "import sys; sys.exit(1)", monkeypatch)
    with pytest.raises(CannotWrite, match="did not take the page"):
        print_page(made)


def test_a_code_fits_the_window_and_holds_no_link(made: Page) -> None:
    drawn, text = drawn_code(made, (80, 40))
    assert drawn
    assert len(drawn.splitlines()) <= 40
    assert "http" not in text
    assert text.startswith(made.title)


def test_a_larger_window_holds_a_longer_text(made: Page) -> None:
    texts = [drawn_code(made, (columns, rows))[1] for columns, rows in ((80, 24), (100, 40), (160, 70))]
    assert [len(t) for t in texts] == sorted(len(t) for t in texts)
    assert len(texts[-1]) > len(texts[0])


def test_a_window_too_small_for_any_code_gets_none(made: Page) -> None:
    assert drawn_code(made, (20, 8)) == ("", "")


@pytest.mark.parametrize("most", [0, 10, 60, 300, 5000])
def test_the_text_of_the_code_is_whole_lines_within_its_size(made: Page, most: int) -> None:
    assert len(short_text(made, most).encode()) <= max(most, 0)


def test_a_question_is_read_out_with_its_place_its_choices_and_their_numbers() -> None:
    text = spoken(QUESTION, PLACE)
    assert text.splitlines()[0].startswith("3 of 15.")
    assert "Which fruit?" in text
    assert "1. Apple. sweet" in text
    assert "2. Pear" in text


def test_of_a_long_list_only_its_length_is_read_out() -> None:
    many = tuple(Choice(id=str(n), text=f"Thing {n}") for n in range(READ_OUT + 1))
    text = spoken(Question(id="x", kind="many", section="you", prompt="Which?", choices=many), PLACE)
    assert f"There are {READ_OUT + 1} to choose from." in text
    assert "Thing 3" not in text


def test_the_voice_gets_the_words_and_stops_at_the_answer(tmp_path: Path) -> None:
    out = tmp_path / "said.txt"
    program = f"import sys, time; open({str(out)!r}, 'w').write(sys.stdin.read()); time.sleep(60)"
    voice = Voice([sys.executable, "-c", program])
    asker = SayingAsker(ScriptedAsker({"fruit": "a"}), voice)
    voice.say("Hello there")
    while not (out.exists() and out.read_text(encoding="utf-8")):
        pass
    assert asker.ask(QUESTION, PLACE) == "a"
    assert out.read_text(encoding="utf-8") == "Hello there"
    assert voice._speaking is None


def test_without_a_speech_program_the_sentence_names_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert speech_command() is None
    ran = apart("start", "--say", "--plain", "--home", tmp_path, PATH=str(tmp_path))
    assert ran.code == 10
    assert "espeak-ng" in ran.err


def test_the_large_view_keeps_every_line_short(tmp_path: Path) -> None:
    ran = apart(
        "start", "--large", "--plain", "--route", "quick", "--home", tmp_path, stdin=b"ohio\nstop\n", COLUMNS="80"
    )
    assert "Which state do you live in?" in ran.out
    assert max(len(line) for line in ran.out.splitlines()) <= 40
