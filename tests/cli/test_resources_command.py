"""`navigator resources` as it is typed: what is printed, and the exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from navigator.cli.main import run


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A home of its own, on a day that does not pass."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795435200")  # 2026-11-23
    monkeypatch.delenv("NAVIGATOR_BOOK", raising=False)
    return ["--home", str(tmp_path / "home")]


def test_a_need_is_answered_with_three_and_how_to_reach_them(
    home: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["resources", "--need", "childcare", "--area", "OH", *home]) == 0
    text = capsys.readouterr().out
    assert "Help in Ohio" in text
    assert "1. Publicly Funded Child Care (PFCC) [oh-child-care]" in text
    assert "3. " in text and "4. " not in text
    assert "Written November 22, 2026 from public knowledge. Check it where you are." in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 80


def test_the_bare_command_lists_every_need(home: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["resources", *home]) == 0
    text = capsys.readouterr().out
    assert "Add --area OH" in text
    for head in ("Child care", "Getting there", "ID and papers", "A fresh start after jail or prison"):
        assert f"\n{head}\n" in text


def test_the_same_comes_as_json(home: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["resources", "--for", "31-1131.00", "--area", "TX", "--json", *home]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["status"] == "ok"
    assert said["data"]["area"] == "TX"
    assert said["data"]["groups"][0]["found"][0]["resource"]["checked_on"] == "2026-11-22"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--need", "shoes"], 2),
        (["--area", "Mars"], 2),
        (["--for", "31-1131.00", "--need", "id"], 2),
        (["--for", "99-9999.00"], 3),
        (["show", "nobody"], 3),
        (["edit", "nobody", "--checked"], 3),
        (["edit", "one"], 2),
        (["add", "--name", "X", "--set", "nonsense"], 2),
        (["check"], 3),
        (["stale"], 3),
        (["stale", "--all"], 3),
        (["import", "gone.json"], 3),
    ],
)
def test_a_refusal_has_a_sentence_and_a_code(
    home: list[str], capsys: pytest.CaptureFixture[str], arguments: list[str], code: int
) -> None:
    assert run(["resources", *arguments, *home]) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.strip().endswith((".", "other"))


def test_a_book_is_begun_checked_and_flagged_when_old(
    home: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert (
        run(
            [
                "resources",
                "add",
                "--name",
                "Night Care",
                "--need",
                "childcare",
                "--set",
                "checked_on=2025-01-05",
                "--by",
                "R. A.",
                *home,
            ]
        )
        == 0
    )
    assert run(["resources", "check", *home]) == 0
    assert run(["resources", "stale", *home]) == 0
    assert run(["resources", "--need", "childcare", "--area", "OH", *home]) == 0
    text = capsys.readouterr().out
    assert "Nothing is wrong." in text
    assert "Night Care [night-care]: checked 2025-01-05 by R. A., old" in text
    assert "OLD: last checked January 5, 2025 by R. A." in text
    book = tmp_path / "home" / "book.yaml"
    book.write_text(book.read_text(encoding="utf-8").replace("2025-01-05", "2025-02-31"), encoding="utf-8")
    assert run(["resources", "check", *home]) == 8
    assert "book.yaml:4: night-care: checked_on: '2025-02-31' is not a day" in " ".join(capsys.readouterr().out.split())


def test_an_entry_of_the_book_is_shown_whatever_state_it_is_for(
    home: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    book = tmp_path / "ours.csv"
    book.write_text("id,name,kinds,area\nroof,A Roof,housing,OH\n", encoding="utf-8")
    assert run(["resources", "show", "roof", "--book", str(book), *home]) == 0
    assert capsys.readouterr().out.startswith("A Roof")
    assert run(["resources", "show", "roof", "--area", "TX", "--book", str(book), *home]) == 0
    assert capsys.readouterr().out.startswith("A Roof")
    assert run(["resources", "show", "gone", "--book", str(book), *home]) == 3
    assert "--area with a state" in capsys.readouterr().err


def test_a_book_elsewhere_is_named_on_the_line(
    home: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    book = tmp_path / "ours.csv"
    book.write_text("id,name,kinds,hours\nroof,A Roof,housing,24 hours\n", encoding="utf-8")
    assert run(["resources", "--need", "housing", "--book", str(book), *home]) == 0
    text = capsys.readouterr().out
    assert "1. A Roof [roof]" in text
    assert "Nobody has checked this yet. Call first." in text


def test_an_import_tells_what_it_brought_or_everything_that_is_wrong(
    home: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    page = tmp_path / "page.json"
    page.write_text(
        '{"id": "s1", "name": "Food shelf", "status": "active", "last_modified": "2026-02-30T00:00:00Z"}',
        encoding="utf-8",
    )
    assert run(["resources", "import", str(page), *home]) == 2
    assert "last_modified" in capsys.readouterr().err
    page.write_text(page.read_text(encoding="utf-8").replace("02-30", "10-30"), encoding="utf-8")
    assert run(["resources", "import", str(page), *home]) == 0
    assert run(["resources", "--need", "food", *home]) == 0
    assert "1. Food shelf" in capsys.readouterr().out


def test_text_from_outside_cannot_colour_or_move_the_screen(
    home: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    page = tmp_path / "page.json"
    page.write_text(json.dumps({"id": "s1", "name": "Food \x1b[31mshelf [bold]", "status": "active"}), encoding="utf-8")
    assert run(["resources", "import", str(page), *home]) == 0
    assert run(["resources", "--need", "food", *home]) == 0
    text = capsys.readouterr().out
    assert "\x1b" not in text
    assert "Food shelf [bold]" in text
