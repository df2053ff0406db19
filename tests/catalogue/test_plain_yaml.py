"""What the quick reader reads is what the whole parser reads; everything else is left to the parser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from navigator.catalogue import plain_yaml
from navigator.catalogue.plain_yaml import NotPlain

DATA = Path(__file__).parents[2] / "data"
FILES = sorted(DATA.rglob("*.yaml"))


def parsed(text: str) -> Any:
    """What the whole parser makes of a text; its types and the order of its keys count too."""
    return repr(yaml.load(text, yaml.CSafeLoader))


@pytest.mark.parametrize(
    "text",
    [
        "a: b",
        "# words\n\na: 1  # one\nb: -2.50\nc: null\nd: true\ne:\n",
        'a: "  # not a comment: at all "',
        "a: it's 5 o'clock, [or] {so} & more - or less?  # said",
        "a: http://some.where/x#y",
        "a:\n- b\n- c\nd:\n  - e\n",
        "a:\n  - b: 1\n    c: [2, 3]\n  - {b: 4, c: []}\n",
        "a:\n  - b:\n    - c\n  - d\n",
        "a: [b, c d, \"e, f\", 1, 2.0, null, [x], {y: z}]\nb: {}",
        "4.A.1.a: {D01: 2, D17: 1}\n2.C.10: [4.12, null]",
        "a: 2026-11-22\nb: 11-1011.00\nc: 1e5\nd: 90+",
        "yes please: no thanks\nSome college, no degree: x",
        "a: \u00e9t\u00e9 \u2019 \u2013",
        "a: []\nb: x''",
    ],
)  # fmt: skip
def test_a_plain_text_is_read_like_the_parser_reads_it(text: str) -> None:
    assert repr(plain_yaml.read(text)) == parsed(text)


@pytest.mark.parametrize(
    "text",
    ["", "# nothing", "a", "- a", "a: 'b'", 'a: "b\\n"', 'a: "b\n  c"', "a: b\n  c", "a: |\n  b", "a: >\n  b", "a: &x b",
     "a: *x", "a: !!str 1", "<<: {a: b}", "a: yes", "a: Off", "a: ~", "a: 010", "a: 1_000", "a: 0x1f", "a: 1:30", "a: .5",
     "a: 2026-02-30", "a: 2026-01-01 10:00:00", "a: [b,\n c]", "a: [b,c]", "a: [b, ]", "a: {b: }", "a: b: c", "a:b",
     "a:\tb", "a: b\r\nc: d", "a: b\u2028c", "\ufeffa: b", "a: b\u00a0", "--- # x\na: b", "a: b\n---\nc: d", "...  a: b",
     " a: b", "a:\n    b: c\n  d: e", "a:\n  - b\n c: d", "a:\n  - b\n    c: d", "a: @b", "a: `b`", "a: %b", "? a\n: b",
     "a: b\na: c", "a:\n  - b: 1\n    b: 2", "a: {b: 1, b: 2}", "a: {B1: 1, B1: 2}", "a: - b", "- - a", "a: [b", "a: " + "[" * 40 + "]" * 40],
)  # fmt: skip
def test_everything_else_is_left_to_the_parser(text: str) -> None:
    with pytest.raises(NotPlain):
        plain_yaml.read(text)


PIECES = ["a", "b c", "it's", "yes", "null", "1", "-2.5", "2026-01-01", '"q"', "'s'", "[1, x]", "{k: v}", "é", "x#y", "x:y",
          ": ", ":", "- ", "-", "\n", "\n  ", "\n    ", " ", "  ", "  # c", "#", ", ", ",", "[", "]", "{", "}", '"', "'", "|", ">",
          "&", "*", "!", "?", "%", "@", "`", "~", "=", "<<", "...", "---", "\\", "\t", "key: ", "\nkey:", "\n- ", "\n  - "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_text_is_read_otherwise_than_by_the_parser(text: str) -> None:
    try:
        found = repr(plain_yaml.read(text))
    except NotPlain:
        return
    assert found == parsed(text)


@pytest.mark.parametrize("path", FILES[:: len(FILES) // 40], ids=lambda p: p.stem)
def test_our_own_files_are_read_like_the_parser_reads_them(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    try:
        found = repr(plain_yaml.read(text))
    except NotPlain:
        return
    assert found == parsed(text)


def test_nearly_all_occupation_files_are_plain() -> None:
    files = sorted((DATA / "occupations").glob("*.yaml"))[::20]
    plain = 0
    for path in files:
        try:
            plain += bool(plain_yaml.read(path.read_text(encoding="utf-8")))
        except NotPlain:
            continue
    assert plain > 0.9 * len(files)


@pytest.mark.parametrize("text", ["a: b" + " " * 200_000 + "\x1f", " " * 200_000 + "]", "a: " + "x " * 100_000 + "'\x1f",
                                  "a: [" + "1, " * 60_000 + "'", "a: " + "] " * 100_000 + "#"])  # fmt: skip
def test_a_strange_long_line_is_given_up_at_once(text: str) -> None:
    with pytest.raises(NotPlain):
        plain_yaml.read(text)
