"""`navigator print worksheet` and `navigator key-in` as they are typed."""

from __future__ import annotations

import json
import stat
from pathlib import Path

from tests.running import apart, navigator

ANSWERS = "A OH $16.50h B 14 C 112223331112 D 3 17 22 E 1 6 16 21 26 28 34 F 5 9 G 1 8 16 $17 H 3 14 I 2"


def printed(folder: Path, *more: str) -> str:
    """The code of a sheet that was just printed."""
    out = folder / "sheet.html"
    ran = navigator("print", "worksheet", "--format", "html", "--out", out, "--json", *more, home=folder / "home")
    assert ran.code == 0 and ran.json["data"]["file"] == str(out)
    return str(ran.json["data"]["code"])


def test_a_sheet_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    for form in ("pdf", "html"):
        file = tmp_path / f"sheet.{form}"
        ran = navigator("print", "worksheet", "--format", form, "--out", file, home=tmp_path / "home")
        assert ran.code == 0 and "Written:" in ran.out and stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_strange_format_route_or_place_is_refused_with_a_sentence(tmp_path: Path) -> None:
    for more, why in ((("--format", "doc"), "pdf, html"), (("--route", "full"), "standard or quick"), (("--out", str(tmp_path)), "is a folder")):  # fmt: skip
        ran = navigator("print", "worksheet", *more, home=tmp_path / "home")
        assert ran.code == 2 and why in ran.err and ran.out == ""


def test_a_sheet_keyed_in_on_plain_lines_can_be_matched_and_exported(tmp_path: Path) -> None:
    code = printed(tmp_path)
    lines = f"{code} {ANSWERS}\nMai Tran\nline cook\n\n\n".encode()
    home = str(tmp_path / "home")
    ran = apart("key-in", "--plain", "--home", home, stdin=lines, NAVIGATOR_TODAY="2026-11-22")
    assert ran.code == 0 and "Saved as mai-tran (Mai Tran)." in ran.out, ran.err
    assert navigator("match", home=tmp_path / "home").code == 0
    page = navigator("export", "summary", home=tmp_path / "home")
    assert page.code == 0 and "MAI TRAN" in page.out and "Line cook" in page.out


def test_a_table_of_sheets_is_keyed_in_whole_or_not_at_all(tmp_path: Path) -> None:
    code = printed(tmp_path)
    file = tmp_path / "sheets.csv"
    file.write_text(
        f"form,name,work1,A,D\n{code},Mai,line cook,OH,3 17\n{code},Leo,line cook,OH,3 99\n", encoding="utf-8"
    )
    ran = navigator("key-in", "--file", file, home=tmp_path / "home")
    assert ran.code == 2 and "Row 3: Section D: there is no number 99" in ran.err and "Nothing was kept" in ran.err
    assert not (tmp_path / "home" / "records").exists()
    file.write_text(file.read_text(encoding="utf-8").replace("99", "19"), encoding="utf-8")
    ran = navigator("key-in", "--file", file, "--json", home=tmp_path / "home")
    assert ran.code == 0 and [r["record"] for r in ran.json["data"]] == ["mai", "leo"]
    saved = json.loads((tmp_path / "home" / "records" / "leo.json").read_text(encoding="utf-8"))
    assert saved["route"] == "standard"


def test_key_in_without_a_terminal_stops_kindly(tmp_path: Path) -> None:
    ran = apart("key-in", "--plain", "--home", str(tmp_path / "home"))
    assert ran.code == 130 and "No sheet was begun" in ran.err


def test_a_folder_that_was_made_and_what_opens_the_file_are_said(tmp_path: Path) -> None:
    ran = navigator(
        "print", "worksheet", "--format", "html", "--out", tmp_path / "no" / "such" / "w.html", home=tmp_path
    )
    said = " ".join(ran.out.split())
    assert ran.code == 0 and "was not there, so it was made" in said and "Open it with your web browser." in said
