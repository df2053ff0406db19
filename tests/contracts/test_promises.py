"""The promises of DESIGN section 1, as tests: offline, private, cheap to start, honest, attributed, and of readable size."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from statistics import median

import pytest
import typer

from navigator.domain.record import Record
from navigator.records import sealing
from navigator.records.store import RecordStore
from tests.light_seal import light_key
from tests.running import ROOT, apart, navigator
from tests.workers import saved

MODULES = sorted((ROOT / "navigator").rglob("*.py"))

WATCH = """
import os, sys

def watch(event, arguments):
    if event.startswith("socket.") and event not in ("socket.gethostname", "socket.__new__"):
        end(f"a socket was used: {event} {arguments}")
    if event == "socket.__new__" and arguments[1] != 1:  # 1: a pipe between the processes of one machine
        end(f"a socket was opened: {arguments}")
    if event in ("urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect"):
        end(f"the network was asked: {event}")

def end(why):
    os.write(2, why.encode() + b"\\n")
    os._exit(77)  # no error: whatever runs could catch one, and go on

sys.addaudithook(watch)
"""
"""Ends the process at the first socket. In a process that this one forks it works too."""

NO_NETWORK = (
    WATCH
    + """
import multiprocessing, shlex
from navigator.cli.main import run

multiprocessing.set_start_method("forkserver")  # as Python 3.14 does unasked: who names no way opens a socket
home = sys.argv[1]
os.chdir(os.path.dirname(home))  # what names no place is written here
for line in sys.stdin.read().splitlines():
    code = run([*shlex.split(line), "--home", home])
    print(f"RAN {code} {line}", file=sys.stderr)
"""
)

LINES = """\
start --route quick --answers examples/nursing-assistant.yaml
questions --route quick
match
why 31-1131.00
why-not 29-1141.00
not-for-me 31-1131.00
occupation 31-1131.00 --more
what-if "get a CDL"
pathways --to 29-2061.00
titles nurse
titles --file OUT/titles.csv --column title --out OUT/coded.csv
near 31-1131.00
near --all --limit 1 --out OUT/near.csv
batch OUT/people.csv OUT/matched.csv --jobs 1
import OUT/resume.txt --yes
print worksheet --out OUT/sheet.html
key-in --file OUT/sheets.csv --page html
resources
resources add --name "Our pantry" --need food --area OH
resources show our-pantry
resources edit our-pantry --checked
resources check
resources stale
resources import OUT/none.json
guide
guide answer looking.pay "20 dollars"
guide answers
plan
plan add-goal "Get a nursing license"
plan add "Call the school" --due "in 2 weeks"
plan edit a1 --who Rosa
plan next
plan overdue
plan ics --out OUT/plan.ics
plan done a1
plan from-pathway 1
plan remove a1
plan show
record use record
record show
record list
record history
record edit want.pay lots
record restore 1
record new other
record use record
export plan --format html --out OUT/plan.html
export referral --to our-pantry --format text --out OUT/referral.txt --yes
export resume --format docx --out OUT/resume.docx --yes
export summary --format text
export summary --format markdown
export summary --format html
export summary --format docx --out OUT/page.docx
export summary --format pdf --out OUT/page.pdf
verify OUT/page.pdf
verify OUT/page.docx
export ler-rs --out OUT/ler-rs.json
issuer init --name "The center"
issuer show
export badge --of listening --format png --confirmed-by "Rosa, navigator" --out OUT
verify OUT/badge-listening.png
export clr --out OUT/clr.json
verify OUT/clr.json
import OUT/clr.json --yes
import OUT/ler-rs.json --yes
data status
data check
schema record
record seal --yes
match
record unseal
record change-passphrase --record OUT/shut.age
record add work Cook
record edit w1 --start 2019
record undo
record redo
record diff
record remove w1
record erase --yes
kiosk
"""

REFUSED = {"record edit want.pay lots": 2, "resources import OUT/none.json": 3, "kiosk": 9}
"""Without a terminal, without a file, with a value that is none: a command that says no may open no socket either."""


@pytest.mark.parametrize("address", [("127.0.0.1", 9), ("localhost", 9)])
def test_no_test_can_reach_a_network(address: tuple[str, int]) -> None:
    import socket

    with pytest.raises(RuntimeError, match="tried to use the network"):
        socket.create_connection(address, timeout=1)


def test_the_watch_ends_a_program_that_opens_a_socket_whatever_it_catches() -> None:
    ran = apart(code=WATCH + "import socket\ntry: socket.socket()\nexcept BaseException: pass\n")
    assert ran.code == 77 and ran.err.startswith("a socket was opened")


SECRET = "four words in row"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """The files that a day at a center begins with. Sealing finds a key that opens at once: what is slow is done by
    `issuer init` and `record change-passphrase`."""
    (tmp_path / "home" / "records").mkdir(parents=True)
    sheet = navigator("print", "worksheet", "--format", "html", "--out", tmp_path / "s.html", "--json", home=tmp_path)
    (tmp_path / "sheets.csv").write_text(f"form,name,work1,A,D\n{sheet.json['data']['code']},Mai,line cook,OH,3 17\n")
    light_key(tmp_path / "home" / "records" / "record.json", SECRET)
    apart_from_it = replace(RecordStore(home=tmp_path).new("shut"), path=tmp_path / "shut.json")
    light_key(apart_from_it.path, SECRET)
    sealing.seal(
        RecordStore(home=tmp_path), RecordStore(home=tmp_path).save(apart_from_it, apart_from_it.record), SECRET
    )
    (tmp_path / "titles.csv").write_text("title\nregistered nurse\n")
    (tmp_path / "people.csv").write_text("id,titles\n1,line cook\n2,welder\n")
    (tmp_path / "resume.txt").write_text(
        "Rosa Diaz\n\nWORK EXPERIENCE\nLine Cook, Blue Plate Diner, 2019 - 2023\n- Cooked\n"
    )
    return tmp_path


def test_no_command_opens_a_socket(desk: Path) -> None:
    secrets = dict.fromkeys(("NAVIGATOR_PASSPHRASE", "NAVIGATOR_ISSUER_PASSPHRASE"), SECRET)
    examples = f"{ROOT / 'examples'}/"
    lines = LINES.replace("OUT", str(desk)).replace("examples/", examples)
    ran = apart(
        desk / "home", stdin=lines.encode(), code=NO_NETWORK, **secrets, NAVIGATOR_NEW_PASSPHRASE="four others in row"
    )
    done = [
        (int(code), line.replace(str(desk), "OUT").replace(examples, "examples/"))
        for code, line in re.findall(r"^RAN (\d+) (.*)$", ran.err, re.MULTILINE)
    ]
    assert ran.code == 0, ran.err
    assert [line for _, line in done] == LINES.splitlines()
    assert {line: code for code, line in done if code} == REFUSED, ran.err


def commands_of(app: typer.Typer, before: str = "") -> Iterator[str]:
    """Every command there is, as it is typed."""
    for one in app.registered_commands:
        name = one.name or one.callback.__name__.replace("_", "-")  # type: ignore[union-attr]
        yield f"{before}{name}"
    for group in app.registered_groups:
        assert group.typer_instance is not None
        yield from commands_of(group.typer_instance, f"{before}{group.name or group.typer_instance.info.name} ")


def test_no_command_is_forgotten_where_sockets_are_watched() -> None:
    from navigator.cli.app import whole

    every = [*commands_of(whole())]
    assert len(every) > 50
    assert [name for name in every if not re.search(rf"^{name}(?: |$)", LINES, re.MULTILINE)] == []


QUIET = """
import importlib, pkgutil, sys, os, threading
import navigator
before = set(os.listdir("."))
heavy = ("numpy", "pyarrow", "questionary", "prompt_toolkit", "jinja2", "rich", "yaml", "rapidfuzz", "sqlite3", "multiprocessing", "docx", "typst")
names = [m.name for m in pkgutil.walk_packages(navigator.__path__, "navigator.")]
import navigator.cli.main
import navigator.cli.app
navigator.cli.app.whole()
print("start", [n for n in heavy if n in sys.modules and n != "rich"])
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
print("all", len(names), [n for n in ("numpy", "pyarrow", "questionary", "prompt_toolkit", "jinja2", "docx", "typst") if n in sys.modules])
print("threads", threading.active_count(), "files", sorted(set(os.listdir(".")) - before))
"""


def test_importing_does_nothing_and_loads_nothing_heavy() -> None:
    ran = apart(code=QUIET)
    assert ran.code == 0, ran.err
    started, everything, quiet = ran.out.splitlines()
    assert started == "start []"
    assert re.fullmatch(r"all \d{2,} \[\]", everything), everything
    assert quiet == "threads 1 files []" and ran.err == ""


VERSION = "import sys; from navigator.cli.main import main; main(['--version']); print(len([m for m in sys.modules if m.startswith('navigator')]), 'typer' in sys.modules)"


def test_the_version_loads_next_to_nothing() -> None:
    said, loaded = apart(code=VERSION).out.splitlines()
    assert said.startswith("navigator ") and loaded == "3 False"


ALONE = "import sys; from navigator.cli.main import run; run(['match', '--help']); print(*sorted(m for m in sys.modules if m.startswith('navigator.cli.commands.')))"


def test_a_command_loads_no_other_command() -> None:
    assert apart(code=ALONE).out.splitlines()[-1] == "navigator.cli.commands.matching"


PERCENT = re.compile(r"\d\s*(?:%|percent|per cent)", re.IGNORECASE)
GROWTH = re.compile(r"\([+-][\d.]+% by 2034\)")


@pytest.mark.parametrize(
    "line",
    [
        "match",
        "match --json",
        "why 35-2014.00",
        "why-not 29-1141.00",
        "export summary",
        "export summary --format markdown",
        "record show",
    ],
)
def test_no_fit_is_ever_a_percentage(tmp_path: Path, ana: Record, line: str) -> None:
    saved(RecordStore(home=tmp_path), ana)
    ran = navigator(*line.split(), home=tmp_path)
    text = GROWTH.sub("", " ".join(ran.out.split()))
    assert ran.code == 0 and not PERCENT.search(text)
    assert not re.search(
        r"\b\d?\.\d{2,}\b(?! an hour)", re.sub(r"\$[\d,.]+", "", re.sub(r"\d\d-\d{4}\.\d\d", "", text))
    ), "no bare score either"


@pytest.mark.parametrize(
    "line", ["match", "why 35-2014.00", "why-not 35-2014.00", "export summary", "export summary --format markdown"]
)
def test_the_proper_use_stands_on_everything_handed_out(tmp_path: Path, ana: Record, line: str) -> None:
    saved(RecordStore(home=tmp_path), ana)
    said = " ".join(navigator(*line.split(), home=tmp_path).out.split())
    assert "For exploring work only. Not for hiring decisions. Skills are self-reported." in said


DATA_FILES = sorted(
    p for p in (ROOT / "data").rglob("*") if p.suffix in (".yaml", ".csv") and p.parent.name != "occupations"
)


@pytest.mark.parametrize("path", DATA_FILES, ids=lambda p: p.name)
def test_a_data_file_names_its_origin_licence_and_year_in_its_first_lines(path: Path) -> None:
    head = "".join(
        line for line in path.read_text(encoding="utf-8").splitlines(keepends=True)[:8] if line.startswith("#")
    )
    assert re.search(r"O\*NET|U\.S\. Bureau of Labor Statistics|Career Navigator authors|Origin:", head)
    assert re.search(r"CC BY 4\.0|Apache-2\.0|[Pp]ublic domain", head)
    assert re.search(r"\b20[12]\d\b", head)


def test_every_occupation_names_the_origin_licence_and_year_of_words_and_figures() -> None:
    paths = sorted((ROOT / "data" / "occupations").glob("*.yaml"))
    assert len(paths) == 923
    for path in paths:
        text = path.read_text(encoding="utf-8")
        head = text.split("\n", 2)[1]
        assert "Career Navigator authors, Apache-2.0" in head, path.name
        assert "O*NET 29.3 Database (May 2025), USDOL/ETA, CC BY 4.0; modified" in head, path.name
        assert (
            text.count("# ==== figures: written by scripts/refresh.py from the O*NET 29.3 Database (May 2025)") == 1
        ), path.name


def test_one_place_names_the_releases_and_the_others_read_it() -> None:
    from navigator.domain import release

    texts = (release.ONET, release.WAGES, release.PROJECTIONS, str(release.PROJECTED_TO))
    named = re.compile(rf"\b({'|'.join(map(re.escape, texts))})\b")
    for path in (p for p in MODULES if p.name != "release.py"):
        said = {n.value.value for n in nodes_of(path) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}
        others = [n.value for n in nodes_of(path) if isinstance(n, ast.Constant) and n.value not in said]
        assert not [t for t in others if named.search(str(t))], path.name
    notice = " ".join((ROOT / "NOTICE").read_text(encoding="utf-8").split())
    for part in (
        f"O*NET {release.ONET} Database",
        f"Statistics, {release.WAGES}",
        f"Projections {release.PROJECTIONS}.",
    ):
        assert part in notice
    assert (ROOT / "data" / "projections" / f"{release.PROJECTIONS}.csv").is_file()


def test_the_notice_holds_the_attributions() -> None:
    notice = " ".join((ROOT / "NOTICE").read_text(encoding="utf-8").split())
    for part in (
        "This product includes information from the O*NET 29.3 Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA).",
        "Used under the CC BY 4.0 license.",
        "is a trademark of USDOL/ETA.",
        "This project has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.",
        "U.S. Bureau of Labor Statistics: Occupational Employment and Wage Statistics, May 2025; Employment Projections 2024-34. Public domain.",
        "Apache License, Version 2.0",
    ):
        assert part in notice
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    """A module as a tree, read once for all that is looked for in it."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes_of(path: Path) -> list[ast.AST]:
    """Every node of a module, gone through once."""
    return [*ast.walk(tree_of(path))]


def functions(path: Path) -> list[tuple[str, int]]:
    """Every function of a module with its number of lines."""
    found = nodes_of(path)
    return [
        (f"{path.name}:{n.name}", (n.end_lineno or 0) - n.lineno + 1)
        for n in found
        if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def test_no_module_is_over_five_hundred_lines() -> None:
    sizes = {p.name: len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES}
    assert {name: size for name, size in sizes.items() if size > 500} == {}
    assert median(size for size in sizes.values() if size) <= 150


def test_no_function_is_over_sixty_lines_and_most_are_short() -> None:
    found = [f for path in MODULES for f in functions(path)]
    assert [f for f in found if f[1] > 60] == []
    assert median(length for _, length in found) <= 12


def _shape_of_a_file(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """A msgspec struct that mirrors a data file: its fields are its description."""
    return isinstance(node, ast.ClassDef) and any(isinstance(b, ast.Name) and b.id == "Strict" for b in node.bases)


def test_every_module_and_every_public_function_says_what_it_is() -> None:
    silent = []
    for path in MODULES:
        tree = tree_of(path)
        if tree.body and ast.get_docstring(tree) is None:
            silent.append(path.name)
        for node in tree.body:
            if (
                isinstance(node, ast.FunctionDef | ast.ClassDef)
                and not node.name.startswith("_")
                and not _shape_of_a_file(node)
            ):
                silent += [] if ast.get_docstring(node) else [f"{path.name}:{node.name}"]
    assert silent == []


def test_nothing_is_printed_outside_the_command_line() -> None:
    outside = [p for p in MODULES if "cli" not in p.relative_to(ROOT / "navigator").parts]
    assert len(outside) > 40
    for path in outside:
        calls = [n for n in nodes_of(path) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
        assert not [c.lineno for c in calls if c.func.id in ("print", "input")], path.name  # type: ignore[attr-defined]


def test_no_work_is_left_as_a_note() -> None:
    marks = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    files = [
        *MODULES,
        *(ROOT / "scripts").glob("*.py"),
        *(p for p in (ROOT / "tests").rglob("*.py") if p.name != Path(__file__).name),
    ]
    assert [p.name for p in files if marks.search(p.read_text(encoding="utf-8"))] == []


def test_nothing_is_caught_without_a_name() -> None:
    broad = re.compile(r"except\s*(Exception|BaseException)?\s*(as \w+)?:")
    assert [p.name for p in MODULES if broad.search(p.read_text(encoding="utf-8"))] == []


def test_every_package_that_is_imported_is_declared() -> None:
    """An import that only works because a development tool brings the package breaks on a fresh machine."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    declared = {
        "msgspec",
        "yaml",
        "typer",
        "rich",
        "questionary",
        "rapidfuzz",
        "platformdirs",
        "jinja2",
        "numpy",
        "pyarrow",
        "dask",
        "docx",
        "typst",
        "pyrage",
        "babel",
        "cryptography",
        "defusedxml",
        "jwt",
        "openbadgeslib",
        "pyld",
        "pypdf",
        "segno",
    }
    with_them = {"markupsafe", "prompt_toolkit"}  # parts of jinja2 and questionary
    import sys

    found = set()
    for path in MODULES:
        for node in nodes_of(path):
            names = (
                [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            found |= {name.split(".")[0] for name in names}
    foreign = found - set(sys.stdlib_module_names) - {"navigator", ""}
    assert foreign <= declared | with_them
    named = {"yaml": "pyyaml", "docx": "python-docx", "jwt": "pyjwt"}
    assert not [name for name in foreign - with_them if named.get(name, name) not in project]
