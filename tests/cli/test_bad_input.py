"""Bad input: one clear sentence, the right exit code, no traceback, nothing lost."""

from __future__ import annotations

import json
import os
import pty
import py_compile
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from navigator.domain.record import Record
from navigator.records.store import RecordStore
from tests.running import ROOT, Ran, apart, environment, navigator
from tests.workers import saved

SENTENCE = re.compile(r"^[^\n]{10,400}[.)]$")


@pytest.fixture
def home(tmp_path: Path, ana: Record) -> Path:
    store = RecordStore(home=tmp_path / "home")
    saved(store, ana)
    return store.home


def refused(ran: Ran, code: int, *said: str) -> str:
    """A refusal: its code, one sentence on standard error, and nothing on standard output."""
    text = ran.err.strip()
    assert ran.code == code, ran
    assert ran.out == "" and SENTENCE.match(text), text
    assert "Traceback" not in text and "went wrong inside" not in text
    for part in said:
        assert part in text
    return text


def answers(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "answers.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("area", ["ZZ", "Atlantis", "\x1b[31mOH", "O" * 5000])
def test_an_unknown_state(home: Path, area: str) -> None:
    refused(navigator("occupation", "31-1131.00", "--area", area, home=home), 2, "not a state or territory we know")


@pytest.mark.parametrize("command", ["why", "why-not", "not-for-me", "occupation", "near"])
def test_an_unknown_code(home: Path, command: str) -> None:
    before = (home / "records" / "record.json").read_bytes()
    refused(navigator(command, "99-9999.00", home=home), 3, "'99-9999.00'", "navigator titles")
    assert (home / "records" / "record.json").read_bytes() == before


@pytest.mark.parametrize("title", ["", " ", "zzzqqq", "🦄", "\x1b[2J\x07", "\udcff\udcfe", "????"])
@pytest.mark.parametrize("command", ["titles", "occupation"])
def test_a_title_that_is_nothing(home: Path, command: str, title: str) -> None:
    says = (
        ("Name a job title",)
        if command == "titles" and not title.strip()
        else ("No occupation is like", "Try other words")
    )
    refused(navigator(command, title, home=home), 2, *says)


def test_a_huge_title_is_shown_short_or_found(home: Path) -> None:
    refused(navigator("titles", "q" * 100_000, home=home), 2, "…")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("state: [", "answers.yaml, line 2 is not valid YAML"),
        ("shoe.size: 9", "there is no question 'shoe.size'"),
        ("- a\n- b", "should hold one 'question: answer' a line"),
        ("name: 2026-99-99", "is not valid YAML"),
        ("state: Atlantis", "state: 'Atlantis' is not one of the choices"),
        ("pay: lots", "'lots' is not an amount we can read"),
        ("skill.writing: 9", "skill.writing: '9' is not one of the choices"),
        ("name: [a, b]", "one line of text, please, not a list"),
        ("name: No", "put the text in quotes"),
    ],
)
def test_a_broken_or_wrong_answers_file(tmp_path: Path, text: str, said: str) -> None:
    refused(navigator("start", "--answers", answers(tmp_path, text), home=tmp_path / "home"), 2, said)


def test_an_unknown_code_in_the_answers(tmp_path: Path) -> None:
    path = answers(tmp_path, "job.1.title: cook\njob.1.occupation: 99-9999.99\n")
    refused(navigator("start", "--answers", path, home=tmp_path / "home"), 3, "99-9999.99")


def test_a_wrong_value_in_the_answers_leaves_no_half_filled_record_behind(tmp_path: Path) -> None:
    path = answers(tmp_path, "name: Ana\nstate: OH\nwant.pay: lots\n")
    refused(navigator("start", "--answers", path, home=tmp_path / "home"), 2, "'lots' is not an amount")
    assert not list((tmp_path / "home").glob("**/*.json"))


def test_an_unknown_route_or_format(home: Path) -> None:
    refused(navigator("start", "--route", "scenic", home=home), 2, "Choose quick, standard or full")
    refused(navigator("questions", "--route", "scenic", home=home), 2, "Choose quick, standard or full")
    refused(navigator("export", "summary", "--format", "papyrus", home=home), 2, "'papyrus'", "html")


@pytest.mark.parametrize(
    "command", [["match"], ["record", "show"], ["export", "summary"], ["why", "cook"], ["record", "history"]]
)
def test_a_record_cut_in_half(home: Path, command: list[str]) -> None:
    path = home / "records" / "record.json"
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    refused(navigator(*command, home=home), 4, "is damaged or cut short. If you have a copy of it, use that one.")
    assert path.read_bytes() == data[: len(data) // 2]


def test_a_list_in_which_no_record_can_be_opened_does_not_say_there_are_none(home: Path) -> None:
    path = home / "records" / "record.json"
    path.write_bytes(b"")
    said = " ".join(navigator("record", "list", home=home).out.split())
    assert "There are no records" not in said
    assert "No record here can be opened:" in said and f"{path} is damaged or cut short" in said


@pytest.mark.parametrize("command", [["record", "list"], ["match"], ["record", "use", "ana"], ["record", "show"]])
@pytest.mark.parametrize("file", ["", "records"])
def test_a_file_in_the_place_of_the_folder_of_records_is_told_as_that(
    tmp_path: Path, command: list[str], file: str
) -> None:
    place = tmp_path / "home" / file
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b"mine")
    refused(navigator(*command, home=tmp_path / "home"), 7, f"{place} is a file, and records lie in a folder.")
    assert place.read_bytes() == b"mine"


@pytest.mark.parametrize(
    "command", [["match"], ["occupation", "31-1131.00"], ["guide"], ["record", "add", "work", "Cook"]]
)
def test_a_file_in_the_place_of_the_folder_is_in_nobodys_way_whose_record_lies_elsewhere(
    home: Path, tmp_path: Path, command: list[str]
) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    record = Path(shutil.copy(home / "records" / "record.json", tmp_path / "ana.json"))
    ran = navigator(*command, "--record", record, home=tmp_path / "mine")
    assert ran.code == 0, ran.err
    assert (tmp_path / "mine").read_bytes() == b"mine"


def test_a_record_that_is_a_link_to_nothing_is_told_as_that(home: Path, tmp_path: Path) -> None:
    link = home / "records" / "bo.json"
    link.symlink_to(tmp_path / "stick" / "bo.json")
    said = f"{link} is a link to {tmp_path}/stick/bo.json, and that file is not there."
    refused(navigator("record", "show", "--record", link, home=home), 3, said)
    assert said in " ".join(navigator("record", "list", home=home).out.split())


def test_a_record_cut_in_half_comes_back(home: Path) -> None:
    assert navigator("not-for-me", "35-2014.00", home=home).code == 0
    path = home / "records" / "record.json"
    path.write_bytes(path.read_bytes()[:2000])
    refused(navigator("match", home=home), 4, "'navigator record restore' brings back an earlier save.")
    assert navigator("record", "restore", home=home).code == 0
    assert navigator("match", home=home).code == 0


def test_a_newer_record_is_left_as_it_is(home: Path) -> None:
    path = home / "records" / "record.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"format": "navigator/record/99"}))
    before = path.read_bytes()
    for command in (["match"], ["record", "edit", "want.pay", "20"], ["not-for-me", "cook"]):
        refused(navigator(*command, home=home), 5, "saved by a newer navigator")
    assert path.read_bytes() == before


def test_no_record_yet_and_one_too_many(tmp_path: Path, ana: Record) -> None:
    refused(navigator("match", home=tmp_path), 3, "There is no record yet")
    store = RecordStore(home=tmp_path)
    saved(store, ana, "Ana")
    saved(store, ana, "Ben")
    (tmp_path / "current").unlink()
    refused(navigator("match", home=tmp_path), 3, "more than one record here", "--record")
    refused(navigator("match", "--record", "Zoe", home=tmp_path), 3, "zoe.json")


def test_a_home_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    refused(
        navigator("record", "new", home=tmp_path / "file" / "home"), 7, "cannot be written: Not a directory", "--home"
    )
    path = answers(tmp_path, "state: OH\n")
    refused(navigator("start", "--answers", path, "--route", "quick", home=tmp_path / "file"), 7)


def test_a_page_that_cannot_be_written(home: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    refused(navigator("export", "summary", "--out", tmp_path / "file" / "page.txt", home=home), 7)
    refused(navigator("export", "summary", "--out", tmp_path, home=home), 2, "is a folder")


def test_a_missing_answers_file(tmp_path: Path) -> None:
    refused(navigator("start", "--answers", tmp_path / "no.yaml", home=tmp_path), 3, "no.yaml", "after --answers")
    assert not list(tmp_path.iterdir()), "no empty record is left behind"


@pytest.mark.parametrize("line", [("match", "--center"), ("data", "check", "--center")])
def test_a_file_that_is_not_there_is_told_as_that(line: tuple[str, ...], home: Path, tmp_path: Path) -> None:
    refused(navigator(*line, tmp_path / "gone.yaml", home=home), 3, "There is no file", "gone.yaml", line[-1])


def test_no_earlier_save_of_that_number(home: Path) -> None:
    refused(navigator("record", "restore", "7", home=home), 3, "no earlier save number 7")


def test_questions_without_a_terminal_name_the_flag_to_use(home: Path) -> None:
    for given, instead in (
        (["start"], "--answers FILE"),
        (["start", "--private"], "--answers FILE"),
        ([], "--help lists them"),
        (["record", "edit", "want.pay"], "navigator record edit want.pay 'ANSWER'"),
        (["guide", "answer", "--stage", "1"], "navigator guide answer"),
        (["resources", "add"], "--name NAME, --need NEED"),
        (["key-in"], "--file FILE"),
    ):
        for more in ([], ["--json"]):
            said = navigator(*given, *more, home=home)
            whole = " ".join((said.out + said.err).split())
            assert said.code == 9 and instead in whole, (given, whole)
            assert ("--answers" in whole) is (given[:1] == ["start"]), given
            assert ("leave --json out" if more else "add --plain") in whole
    refused(navigator("record", "erase", home=home), 9, "--yes")


def test_other_peoples_markup_shows_as_text_and_their_escape_codes_do_not_show(home: Path) -> None:
    path = home / "records" / "record.json"
    shape = json.loads(path.read_text())
    shape["person"]["name"] = "[bold red]Ana[/] \x1b[31m\u202e<b>"
    shape["experience"][0]["title"] = "[link=http://x]cook[/link]\x07\x1b]0;owned\x07"
    path.write_text(json.dumps(shape))
    for command in (["match"], ["record", "show"], ["record", "list"], ["export", "summary"], ["why", "35-2014.00"]):
        ran = navigator(*command, home=home)
        assert ran.code == 0
        assert not set(ran.out) & {"\x1b", "\x07", "\u202e"}
    shown = navigator("record", "show", home=home).out
    assert "[bold red]Ana[/] <b>" in shown and "[link=http://x]cook[/link]" in shown


def test_half_a_letter_in_a_hand_made_record_is_damage_and_no_crash(home: Path) -> None:
    path = home / "records" / "record.json"
    path.write_text(path.read_text().replace('"name": "Ana"', '"name": "An\\ud83d"'))
    refused(navigator("record", "show", home=home), 4, "is damaged")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (("questions", "--center", "/dev/zero"), 8),
        (("start", "--answers", "/dev/zero"), 2),
        (("key-in", "--file", "/dev/zero"), 2),
        (("titles", "--file", "/dev/zero", "--column", "a"), 2),
        (("import", "/dev/zero"), 2),
        (("verify", "/dev/zero"), 2),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_file_without_end_is_refused_before_memory_ends(home: Path, line: tuple[str, ...], code: int) -> None:
    refused(navigator(*line, home=home), code, "/dev/zero")


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """A pipe that nobody writes to."""
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)
    return path


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("questions --center PIPE", 8),
        ("start --answers PIPE", 2),
        ("key-in --file PIPE", 2),
        ("titles --file PIPE --column a", 2),
        ("resources check --book PIPE", 8),
        ("resources import PIPE --map PIPE", 2),
        ("record show --passphrase-file PIPE", 2),
    ],
)
def test_a_pipe_that_nobody_writes_to_is_refused_and_not_waited_for(
    home: Path, pipe: Path, line: str, code: int
) -> None:
    ran = navigator(*line.replace("PIPE", str(pipe)).split(), home=home)
    assert ran.code == code and str(pipe) in ran.err + ran.out, ran
    assert "a pipe" in ran.err + ran.out
    assert "Traceback" not in ran.err


def test_answers_that_another_program_writes_into_a_pipe_are_read(pipe: Path, tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", f"open({str(pipe)!r}, 'w').write('name: Ana\\nstate: OH\\n')"]):
        ran = navigator("start", "--answers", pipe, "--json", home=tmp_path / "home")
    assert ran.code == 0, ran
    assert '"Ana"' in (tmp_path / "home" / "records" / "record.json").read_text()


def test_sheets_with_line_ends_of_an_old_macintosh_are_read(tmp_path: Path) -> None:
    (tmp_path / "sheets.csv").write_bytes(b"form;name\r9-9999-9;Ana\r")
    ran = navigator("key-in", "--file", tmp_path / "sheets.csv", home=tmp_path / "home")
    assert ran.code == 2 and ran.err.startswith("Row 2: There is no sheet")


def test_a_part_that_is_named_two_ways_at_once_is_refused(home: Path) -> None:
    ran = navigator("record", "add", "school", "Lincoln High", "--study", "Nursing", home=home)
    refused(ran, 2, "'Lincoln High'", "--study 'Nursing'")


@pytest.mark.parametrize(("line", "code"), [("resources check --book /dev/zero", 8), ("resources import /dev/zero", 2)])
def test_a_directory_without_end_is_refused_before_memory_ends(home: Path, line: str, code: int) -> None:
    ran = navigator(*line.split(), home=home)
    assert ran.code == code and "/dev/zero: larger than" in ran.err + ran.out


CLOSED = """
import os, sys
for stream in sys.argv[1].split(","):
    os.close(int(stream))
os.execv(sys.executable, [sys.executable, "-m", "navigator", *sys.argv[2:]])
"""


@pytest.mark.parametrize("closed", ["0", "1", "0,1,2"])
def test_a_stream_that_was_closed_is_no_crash(home: Path, closed: str) -> None:
    for line, code in ((("match",), 0), (("start", "--new"), 9)):
        ran = apart(closed, *line, "--home", home, code=CLOSED)
        assert ran.code == code, ran.err
        assert "inside navigator" not in ran.err and "Traceback" not in ran.err


ENDS = """
import sys
from navigator.cli import app
from navigator.cli.main import run
def end(ctx: app.typer.Context) -> None:
    raise SystemExit({value})
app.whole().command("end")(end)
sys.exit(run(["end"]))
"""


@pytest.mark.parametrize(("value", "code", "said"), [("7", 7, ""), ("None", 0, ""), ("'no more'", 1, "no more")])
def test_an_end_that_is_no_closed_pipe_keeps_its_code(value: str, code: int, said: str) -> None:
    ran = apart(code=ENDS.format(value=value))
    assert (ran.code, ran.err.strip()) == (code, said)


BROKEN = """
import sys
from navigator.cli import app, main
def end(ctx: app.typer.Context) -> None:
    {line}
app.whole().command("end")(end)
main.main(["end"])
"""


def test_an_end_of_file_within_the_program_is_our_mistake_and_not_a_stop() -> None:
    broken = apart(code=BROKEN.format(line="raise EOFError(5)"))
    assert broken.code == 1 and "Something went wrong inside navigator (EOFError" in broken.err
    assert "Stopped" not in broken.err
    assert "EOFError: 5" in apart(code=BROKEN.format(line="raise EOFError(5)"), NAVIGATOR_DEBUG="1").err


def torn(file: Path, made_of: Path, length: int) -> Path:
    """What Python makes of a source, cut short."""
    whole = Path(py_compile.compile(str(made_of), str(file)) or "").read_bytes()
    file.write_bytes(whole[:length])
    return file


@pytest.mark.parametrize("length", [17, 40, -20])
def test_a_torn_compiled_file_is_told_with_its_place(tmp_path: Path, length: int) -> None:
    source = tmp_path / "torn.py"
    source.write_text("WORDS = 'enough to be cut'\n")
    file = torn(tmp_path / "torn.pyc", source, length)
    source.unlink()
    broken = apart(code=BROKEN.format(line=f"sys.path.insert(0, {str(tmp_path)!r}); import torn"))
    assert broken.code == 1
    assert broken.err.strip() == f"A file that Python made is damaged: {file}. Take it away: it is made anew by itself."


@pytest.mark.parametrize("module", ["i18n", "cli/app", "cli/render"])
def test_a_torn_file_of_what_tells_of_mistakes_is_told_too(tmp_path: Path, module: str) -> None:
    source, prefix = ROOT / "navigator" / f"{module}.py", str(tmp_path / "made")
    made = Path(prefix, str(source.relative_to("/"))).with_suffix(f".{sys.implementation.cache_tag}.pyc")
    made.parent.mkdir(parents=True)
    torn(made, source, -20)
    broken = apart("match", "--home", tmp_path, PYTHONPYCACHEPREFIX=prefix)
    assert broken.code == 1
    assert broken.err == f"A file that Python made is damaged: {made}. Take it away: it is made anew by itself.\n"


def test_a_closed_pipe_is_no_error() -> None:
    command = [sys.executable, "-m", "navigator", "questions", "--route", "full", "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, env=environment())
    assert process.stdout is not None and process.stderr is not None
    assert process.stdout.readline() == b"{\n"
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), said) == (0, b"")


def test_a_full_disk_behind_standard_output_is_a_sentence(home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "navigator", "record", "list", "--home", str(home)]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT, env=environment(), check=False)
    assert ran.returncode == 7
    assert ran.stderr == b"This could not be done: No space left on device. Nothing that was saved before is lost.\n"


FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
from navigator.cli.main import main
main(sys.argv[1:])
"""


def test_a_full_disk_while_saving_keeps_the_record_as_it_was(home: Path) -> None:
    path = home / "records" / "record.json"
    before = path.read_bytes()
    assert len(before) > 4096
    ran = apart("not-for-me", "35-2014.00", "--home", home, code=FULL)
    refused(ran, 7, "cannot be written: File too large", "Nothing that was saved before is lost")
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["record.json"]


def test_lines_that_end_early_keep_every_answer(tmp_path: Path) -> None:
    ran = apart("start", "--plain", "--route", "quick", "--home", tmp_path, stdin=b"OH\n\xff\xfe\nline cook\n")
    assert ran.code == 130 and "Everything you answered is saved" in ran.err and "Traceback" not in ran.err
    kept = json.loads((tmp_path / "records" / "record.json").read_text())
    assert kept["person"] == {"state": "OH"} and kept["experience"][0]["title"] == "line cook"


def test_a_terminal_that_knows_no_accents_is_no_reason_to_stop(home: Path) -> None:
    ran = apart("export", "summary", "--home", home, PYTHONIOENCODING="ascii")
    assert ran.code == 0 and "Ohio ? " in ran.out and ran.err == ""


def until(reader: int, mark: str, seconds: float = 60) -> str:
    """What a terminal shows up to a mark."""
    seen, end = b"", time.monotonic() + seconds
    while mark.encode() not in seen:
        ready, _, _ = select.select([reader], [], [], max(0.0, end - time.monotonic()))
        assert ready, f"{mark!r} did not come: {seen!r}"
        seen += os.read(reader, 4096)
    return seen.decode()


def test_ctrl_c_stops_kindly_with_130_and_keeps_what_was_answered(tmp_path: Path) -> None:
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "navigator", "start", "--plain", "--route", "standard", "--home", str(tmp_path)]
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, cwd=ROOT, env=environment(), start_new_session=True
    )
    os.close(slave)
    try:
        until(master, "What should we call you?")
        os.write(master, b"Ana\n")
        until(master, "Which state")
        os.write(master, b"OH\n")
        until(master, "What was your last pay?")
        process.send_signal(signal.SIGINT)
        assert "Everything you answered is saved" in until(master, f"navigator --home {tmp_path} start")
        assert process.wait(timeout=30) == 130
    finally:
        process.kill()
        os.close(master)
    kept = json.loads((tmp_path / "records" / "record.json").read_text())
    assert kept["person"] == {"name": "Ana", "state": "OH"}


def test_a_device_is_no_record_and_is_not_read(home: Path) -> None:
    refused(navigator("--record", "/dev/zero", "match", home=home), 4, "/dev/zero is a device or a pipe")
