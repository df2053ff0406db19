"""Every command: its envelope, its help, its exit code; flags anywhere on the line."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import typer.main

from navigator import __version__
from navigator.cli.app import named_by, whole
from navigator.cli.render import EXIT_CODES
from navigator.cli.session import first_word, hoisted
from navigator.domain import errors
from navigator.domain.record import Record
from navigator.records.store import RecordStore
from tests.running import ROOT, Ran, apart, navigator
from tests.workers import saved

ENVELOPE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["navigator", "command", "status", "data", "notices", "problems"],
    "properties": {
        "navigator": {"const": 1},
        "command": {"type": "string"},
        "status": {"enum": ["ok", "refused"]},
        "record": {
            "type": "object",
            "additionalProperties": False,
            "required": ["name", "place", "file"],
            "properties": {k: {"type": "string"} for k in ("name", "place", "file")},
        },
        "data": {},
        "notices": {"type": "array", "items": {"type": "string"}},
        "problems": {"type": "array", "items": {"type": "string"}},
    },
}


@pytest.fixture
def home(tmp_path: Path, ana: Record) -> Path:
    """A home with one record, saved twice."""
    store = RecordStore(home=tmp_path / "home")
    opened = store.open(saved(store, ana))
    store.save(opened, opened.record.__class__(id=ana.id, created=ana.created))
    store.restore(opened.path, store.history(opened)[0])
    return store.home


def enveloped(ran: Ran) -> dict[str, object]:
    found: dict[str, object] = ran.json
    jsonschema.validate(found, ENVELOPE)
    return found


COMMANDS = [
    "questions --route quick",
    "match",
    "why 35-2014.00",
    "why-not 'registered nurse'",
    "not-for-me 35-2014.00 --why 'too hot'",
    "occupation 31-1131 --area TX",
    "occupation 'line cook' --more",
    "titles 'forklift driver' --top 3",
    "near 31-1131.00 --limit 5",
    "record show",
    "record list",
    "record new 'Nguyễn Văn Đức'",
    "record edit want.pay '20 an hour'",
    "record add work 'Line cook' --start 2019",
    "record add contact --email ana@example.org",
    "record remove",
    "record history",
    "record diff",
    "record undo",
    "record restore 1",
    "record erase --yes",
    "export summary",
    "data status",
]


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_with_json_prints_one_envelope_and_nothing_else(home: Path, line: str) -> None:
    given = shlex.split(line)
    # All files are read by several processes: these must not be forked from a test runner that has threads.
    ran = (apart if given[0] == "data" else navigator)(*given, "--json", "--home", home)
    found = enveloped(ran)
    assert (ran.code, ran.err, found["status"], found["problems"]) == (0, "", "ok", [])
    named = {"record", "export", "data"}
    assert found["command"] == " ".join(given[: 2 if given[0] in named else 1])
    assert found["data"] not in (None, [], {})


def test_start_with_json_prints_one_envelope_with_its_notices(tmp_path: Path) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("state: OH\njob.1.title: line cook\njob.1.occupation: 35-2014.00\nwant.pay: 20\n")
    ran = navigator("start", "--route", "quick", "--answers", answers, "--json", home=tmp_path)
    found = enveloped(ran)
    assert ran.code == 0 and found["command"] == "start"
    assert found["notices"] == ["Not asked on this route: want.pay."]


def test_an_export_to_a_file_says_where_it_was_written(home: Path, tmp_path: Path) -> None:
    for form, ending in (("text", "txt"), ("markdown", "md"), ("html", "html")):
        path = tmp_path / "out" / f"page.{ending}"
        found = enveloped(navigator("export", "summary", "--format", form, "--out", path, "--json", home=home))
        assert found["data"] == {"file": str(path)}
        assert path.stat().st_mode & 0o777 == 0o600
        assert "Not for hiring decisions" in path.read_text(encoding="utf-8")


def test_a_refusal_with_json_is_an_envelope_too(home: Path) -> None:
    for line, command, code in (
        ("why 99-9999.00", "why", 3),
        ("titles zzzqqq", "titles", 2),
        ("titles", "titles", 2),
        ("nosuch", "navigator", 2),
        ("titles cook --top 99", "titles", 2),
        ("start", "start", 9),
        ("record erase", "record erase", 9),
        ("record edit shoe.size 9", "record edit", 2),
        ("", "menu", 9),
    ):
        ran = navigator(*shlex.split(line), "--json", home=home)
        found = enveloped(ran)
        assert (ran.code, found["status"], found["data"]) == (code, "refused", None), line
        assert ran.err == "" and len(found["problems"]) == 1  # type: ignore[arg-type]
        if line not in ("titles", "nosuch", "titles cook --top 99"):
            assert found["command"] == command


def test_the_schema_prints_itself() -> None:
    ran = navigator("schema", "record")
    assert ran.code == 0
    assert ran.json["$defs"]["Record"]["properties"]["format"] == {"const": "navigator/record/4"}


def leaves() -> Iterator[list[str]]:
    """Every command there is, as words."""

    def below(command: object, words: list[str]) -> Iterator[list[str]]:
        some = getattr(command, "commands", {})
        if not some:
            yield words
        for name, child in some.items():
            yield from below(child, [*words, name])

    yield from below(typer.main.get_command(whole()), [])


@pytest.mark.parametrize("words", list(leaves()), ids=" ".join)
def test_every_command_shows_its_help(words: list[str]) -> None:
    ran = navigator(*words, "--help")
    assert ran.code == 0 and ran.err == ""
    assert ran.out.startswith(f"Usage: navigator {' '.join(words)} ")
    assert "--help" in ran.out and len(ran.out.splitlines()) > 5
    assert navigator(*words, "-h").out == ran.out


@pytest.mark.parametrize("name", sorted({words[0] for words in leaves()}))
def test_a_command_made_ready_alone_is_the_one_of_the_whole(name: str) -> None:
    alone, every = (typer.main.get_command(some) for some in (named_by(["--plain", name]), whole()))
    assert list(alone.commands) == [name]  # type: ignore[attr-defined]

    def told(command: Any) -> Any:
        below = {n: told(c) for n, c in getattr(command, "commands", {}).items()}
        return command.name, command.help, command.epilog, [(p.name, p.opts, p.required) for p in command.params], below

    assert told(alone.commands[name]) == told(every.commands[name])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        (["match"], "match"),
        (["--json", "--home", "titles", "match"], "match"),
        (["--home=titles", "--language=es", "match", "--foo"], "match"),
        (["--help", "match"], ""),
        (["--hom", "x", "match"], ""),
        (["--home"], ""),
        (["--", "match"], ""),
        ([], ""),
    ],
)
def test_the_word_that_names_the_command_is_known_among_the_flags(line: list[str], word: str) -> None:
    assert first_word(line) == word


@pytest.mark.parametrize("line", [[], ["mtch"], ["mtch", "match"], ["--help"], ["--version"]])
def test_a_line_without_a_command_is_read_by_the_whole(line: list[str]) -> None:
    assert named_by(line) is whole()


def test_the_help_of_the_whole_names_every_command_and_the_flags_for_anywhere() -> None:
    ran = navigator("--help")
    for name in {words[0] for words in leaves()}:
        assert re.search(rf"^  {name} ", ran.out, re.MULTILINE), name
    assert "Anywhere on the line: --json, --plain, --home DIR, --record FILE, --center" in ran.out


def test_every_command_line_of_the_table_is_of_a_command_that_exists() -> None:
    known = {" ".join(words) for words in leaves()}
    for line in COMMANDS:
        given = shlex.split(line)
        assert " ".join(given[:2]) in known or given[0] in known


@pytest.mark.parametrize("given", [["--version"], ["--version", "--plain"], ["--version", "match"]])
def test_the_version_is_said_and_nothing_is_done(given: list[str], tmp_path: Path) -> None:
    ran = navigator(*given, home=tmp_path)
    assert (ran.code, ran.out, ran.err) == (0, f"navigator {__version__}\n", "")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", ["record", "export", "data", "schema"])
def test_a_group_without_a_command_shows_what_there_is(words: str) -> None:
    ran = navigator(words)
    assert ran.code == 2 and "Commands:" in ran.err and "Something went wrong" not in ran.err


def test_the_exit_codes_are_those_of_the_documentation() -> None:
    text = (ROOT / "docs" / "reference" / "exit-codes.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| (\w+) \| (.+?) \|$", text, re.MULTILINE)
    assert {name: int(code) for code, name, _ in rows if name not in ("ok", "refusal")} == {
        kind.__name__: code for kind, code in EXIT_CODES.items()
    }
    assert ("0", "ok") in [r[:2] for r in rows] and ("1", "refusal") in [r[:2] for r in rows]
    assert len({code for code, _, _ in rows}) == len(rows)


def test_every_kind_of_refusal_has_a_code() -> None:
    every = {k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, errors.Refusal)}
    kinds = {k for k in every if errors.Refusal in k.__bases__}  # a narrower one has the code of its kind
    assert set(EXIT_CODES) == kinds and len(set(EXIT_CODES.values())) == len(kinds)
    assert all(any(issubclass(k, kind) for kind in kinds) for k in every - {errors.Refusal})


def test_the_commands_of_the_documentation_are_those_there_are() -> None:
    text = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8").split("\n## ")[0]
    rows = re.findall(r"^\| (`[a-z].*?`) \| (.*)$", text, re.MULTILINE)
    named = {code.split()[0] for cell, _ in rows for code in cell.split("`")[1::2]} - {"navigator"}
    assert named == {words[0] for words in leaves()}
    told = [re.findall(r"[a-z-]+", code) for row in rows for code in " ".join(row).split("`")[1::2]]
    below = {(words[0], word) for words in told for word in words[1:]}
    assert [words for words in leaves() if len(words) > 1 and tuple(words[:2]) not in below] == []


def options() -> dict[str, list[str]]:
    """The options of every command that are shown, by its words; those of all commands under no word."""

    def below(command: Any, words: list[str]) -> Iterator[tuple[str, list[str]]]:
        own = [p for p in command.params if p.param_type_name == "option" and not p.hidden]
        yield " ".join(words), [option for p in own for option in p.opts]
        for name, child in getattr(command, "commands", {}).items():
            yield from below(child, [*words, name])

    return dict(below(typer.main.get_command(whole()), []))


def test_the_options_of_the_documentation_are_those_there_are() -> None:
    text = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    every = text.split("\n## Every option\n")[1].split("\n## ")[0]
    told = {name: cell.split("`")[1::2] for name, cell in re.findall(r"^\| `(.*?)` \| (.*) \|$", every, re.MULTILINE)}
    assert told == {name: given for name, given in options().items() if name and given}
    first = text.split("\n| command ")[0]
    assert [flag for flag in options()[""] if not re.search(rf"{flag}\b", first)] == []


def shown_lines() -> Iterator[tuple[str, str]]:
    """Every line of the documents that shows a command of ours, with the page it stands on."""
    for page in sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]):
        text = page.read_text(encoding="utf-8").replace("\\\n", " ")
        for line in re.findall(r"^(?:    |)(?:\w+=\S+ )?(?:\.venv/bin/)?navigator (.*)", text, re.MULTILINE):
            yield page.name, re.split(r"\s{2,}#|\s{4,}", line)[0]
        yield from ((page.name, line) for line in re.findall(r"`navigator ([a-z-][^`]*)`", text))


def test_every_command_shown_in_the_documents_has_the_options_it_is_shown_with() -> None:
    known, wrong = options(), []
    shown = list(shown_lines())
    for page, line in shown:
        words = [w for w in re.sub(r'".*?"|\[|\]|\|', " ", line).split() if w != "navigator"]
        flags = [w.split("=")[0] for w in words if w.startswith("--")]
        plain = [w for w in words if not w.startswith("-")]
        of = next((" ".join(plain[:n]) for n in (2, 1) if " ".join(plain[:n]) in known), "")
        wrong += [(page, line, flag) for flag in flags if flag not in {*known[of], *known[""], "--help"}]
    assert wrong == [] and len(shown) > 150


@pytest.mark.parametrize(
    "line",
    [
        "--json --home H record list",
        "record --json list --home H",
        "record list --home=H --json",
        "--home H record list --json",
        "record list --json --home H --plain",
    ],
)
def test_global_flags_may_stand_anywhere(home: Path, line: str) -> None:
    given = [word.replace("H", str(home)) if word in ("H", "--home=H") else word for word in line.split()]
    assert [e["name"] for e in navigator(*given).json["data"]] == ["record"]


def test_what_comes_after_two_dashes_is_no_flag() -> None:
    assert hoisted(["titles", "--", "--json", "--home"]) == ["titles", "--", "--json", "--home"]
    assert hoisted(["why", "x", "--record=a b.json", "--top", "3"]) == ["--record=a b.json", "why", "x", "--top", "3"]


@pytest.mark.parametrize("flag", ["--home", "--record", "--center"])
def test_a_flag_without_its_value_is_refused(flag: str) -> None:
    ran = navigator("match", flag)
    assert ran.code == 2 and f"{flag} needs a value" in ran.err


def test_a_record_is_meant_by_its_name_or_its_file(home: Path, tmp_path: Path) -> None:
    made = navigator("record", "new", "Nguyễn Văn Đức", "--json", home=home).json["data"]["file"]
    assert Path(made).name == "nguyễn-văn-đức.json"
    for given in ("Nguyễn Văn Đức", "nguyễn-văn-đức", made):
        assert navigator("record", "show", "--record", given, "--json", home=home).json["data"]["file"] == made
    elsewhere = tmp_path / "stick" / "me.json"
    assert navigator("record", "new", "--record", elsewhere, home=home).code == 0
    assert json.loads(elsewhere.read_text())["format"] == "navigator/record/4"


def test_plain_text_holds_no_escape_codes_and_fits_eighty_columns(home: Path) -> None:
    for line in ("match", "why 35-2014.00", "occupation 31-1131.00", "record show", "titles cook", "near 31-1131.00"):
        ran = navigator(*shlex.split(line), home=home)
        assert ran.code == 0 and "\x1b" not in ran.out
        wide = [text for text in ran.out.splitlines() if len(text) > 80 and " " in text.strip()]
        assert not wide, "only a path, which would be of no use in two pieces, may be longer"


def test_an_occupation_fits_one_screen_and_more_shows_the_rest(home: Path) -> None:
    short = navigator("occupation", "31-1131.00", home=home).out
    assert len(short.splitlines()) <= 24
    more = navigator("occupation", "31-1131.00", "--more", home=home).out
    assert len(more.splitlines()) > 40 and "O*NET 29.3" in more


def test_dismissing_and_taking_back_is_said(home: Path) -> None:
    ran = navigator("not-for-me", "line cook", "--why", "heat", home=home)
    assert "is out of your list" in ran.out
    assert "Not for you" in navigator("record", "show", home=home).out
    assert "is back in your list" in navigator("not-for-me", "35-2014.00", "--undo", home=home).out


def test_erasing_takes_record_and_history(home: Path) -> None:
    assert navigator("record", "erase", "--yes", home=home).code == 0
    assert not [p for p in home.rglob("*") if p.is_file()]
    assert navigator("match", home=home).code == 3


def test_a_sound_checkout_has_no_problem_and_a_broken_center_file_is_problem_eight(tmp_path: Path) -> None:
    center = tmp_path / "center.yaml"
    center.write_text("format: navigator/center/1\nskills:\n  - {id: listening, exmaples: {}}\n")
    assert navigator("data", "check", "--center", center).out.splitlines()[-1] == "1 problem."
    ran = navigator("data", "check", "--center", center, "--json")
    assert ran.code == 8
    assert [p for p in ran.json["data"] if "center.yaml" in p] == ran.json["data"], "our own files have no problem"
    assert f"{center}:3: " in ran.json["data"][0]


def test_a_centers_file_in_the_home_is_used_without_being_asked_for(home: Path) -> None:
    (home / "center.yaml").write_text("format: navigator/center/1\nactivities:\n  4.A.3.a.2.I03: Fed the crew\n")
    assert "Fed the crew" in navigator("record", "show", home=home).out
    (home / "center.yaml").write_text("format: navigator/center/1\nskils: []\n")
    ran = navigator("record", "show", home=home)
    assert ran.code == 8 and "center.yaml:1: " in ran.err and "unknown field `skils`" in ran.err
