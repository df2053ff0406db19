"""The page to take home in its five formats. NAVIGATOR_SNAPSHOTS=write writes the stored pages anew: then read them."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from navigator.domain.errors import CannotWrite
from navigator.domain.match import Matches
from navigator.domain.record import Credential, Evidence, Experience, Person, Record
from navigator.formats import words
from navigator.formats.checksum import squeezed
from navigator.formats.page import Page, page_of
from navigator.formats.summary_markdown import escaped
from navigator.formats.summary_text import WIDTH
from navigator.formats.table import SUMMARIES, Export
from tests.pages import MATCHES, NAMES, OCCUPATIONS, RECORD, SKILLS, VINTAGES, page

SNAPSHOTS = Path(__file__).parent / "snapshots"
EVIL = (
    "<script>alert('x')</script> **[bold]** \x1b[31mred\x1b[0m \u202eback `code` | [link](http://x) <b>&amp; {{ 7*7 }}"
)
SCREEN = tuple(e for e in SUMMARIES if e.screen)
SHOWN = pytest.mark.parametrize("export", SCREEN, ids=[e.name for e in SCREEN])
MADE = date(2026, 11, 22)
EVERY = pytest.mark.parametrize("export", SUMMARIES, ids=[e.name for e in SUMMARIES])


class Text(HTMLParser):
    """What a reader of an HTML page sees, what tags it has, and what it would load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self._hidden = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self._hidden += tag in ("style", "title")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("style", "title")

    def handle_data(self, data: str) -> None:
        self.text += "" if self._hidden else data


def made(export: Export, of: Page) -> str:
    """A page of a format that is text."""
    return export.make(of, MADE).decode()


def seen(export: Export, of: Page) -> str:
    """A page as a reader sees it, whatever its format."""
    data = export.make(of, MADE)
    return readable(export, export.read_back(data) if not export.screen else data.decode())


def readable(export: Export, content: str) -> str:
    """A page as a reader sees it, on one line."""
    text = Text(content).text if export.name == "html" else content
    if export.name == "markdown":
        text = re.sub(r"\\(.)", r"\1", re.sub(r"(?<!\\)\*\*", "", text))
    return " ".join(text.split())


@SHOWN
def test_the_page_is_the_stored_one(export: Export) -> None:
    path = SNAPSHOTS / f"page.{export.ending}"
    content = made(export, page())
    if os.environ.get("NAVIGATOR_SNAPSHOTS") == "write":
        path.write_text(content, encoding="utf-8")
    assert content == path.read_text(encoding="utf-8"), "read the change; NAVIGATOR_SNAPSHOTS=write keeps it"


@EVERY
def test_the_same_page_is_made_byte_for_byte_each_time(export: Export) -> None:
    assert export.make(page(), MADE) == export.make(page(), MADE)


@EVERY
def test_every_page_says_its_proper_use_and_its_sources_with_their_years(export: Export) -> None:
    text = seen(export, page())
    assert "For exploring work only. Not for hiring decisions. Skills are self-reported." in text
    for source in (
        "U.S. Bureau of Labor Statistics, OEWS May 2025",
        "Employment Projections 2024-34",
        "O*NET 29.3 (May 2025)",
        "USDOL/ETA",
        "CC BY 4.0",
    ):
        assert source in text
    assert text.rindex("For exploring work only") > text.lower().rindex("what to do next")


@EVERY
def test_no_page_shows_a_score_or_a_percentage_of_fit(export: Export) -> None:
    text = re.sub(r"\([+-][\d.]+% by 2034\)|CN1-\S+", "", seen(export, page()))
    assert "%" not in text and "0.73" not in text and "73" not in text
    assert not re.search(r"\b(percent|score|similar|competenc)", text, re.IGNORECASE)


@EVERY
def test_every_part_of_the_page_is_there(export: Export) -> None:
    text = seen(export, page())
    for part in (
        "Mai", "Ohio", "November 22, 2026", "istening", "Line cook (two to five years)", "Took care of my father (about a year, at home)",
        "Life so far", "Cooked food & plated it", "helping customers", "A high school diploma or GED", "Food handler card",
        "$18.76 an hour", "pay for the wider group Home Health and Personal Care Aides", "$52,040 a year", "or more",
        "about 1,234,500", "This is work you have done", "nursing assistant certificate (CNA)", "weld metal parts",
        "American Job Center",
    ):  # fmt: skip
        assert part.lower() in text.lower(), part


@SHOWN
@pytest.mark.parametrize("where", ["name", "title", "licence"])
def test_markup_and_escape_codes_in_somebodys_words_show_as_text(export: Export, where: str) -> None:
    record = {
        "name": replace(RECORD, person=replace(RECORD.person, name=EVIL)),
        "title": replace(RECORD, experience=(Experience(id="job1", title=EVIL),)),
        "licence": replace(RECORD, wants=replace(RECORD.wants, licences=(EVIL,))),
    }[where]
    content = made(export, page(record))
    assert (
        "\x1b" not in content
        and "[31m" not in content
        and "\u202e" not in content
        and " 49" not in readable(export, content)
    )
    text = readable(export, content).lower()
    for seen in (
        "<script>alert('x')</script>",
        "**[bold]**",
        "red",
        "`code`",
        "[link](http://x)",
        "<b>&amp;",
        "{{ 7*7 }}",
    ):
        assert seen in text, seen
    if export.name == "html":
        plain = Text(made(SUMMARIES[2], page()))
        assert set(Text(content).tags) <= set(plain.tags) and "<script" not in content
    if export.name == "markdown":
        for mark in ("<", "*", "[", "`", "|", "{"):
            assert not re.search(
                rf"(?<!\\){re.escape(mark)}",
                content.replace("**", "").replace("*" + escaped(words.PROPER_USE) + "*", ""),
            ), mark


def test_markdown_escapes_what_it_writes() -> None:
    assert escaped("a*b_c `d` [e](f) <g> #h ~i~ |j| !k &l; {m} \\n") == (
        r"a\*b\_c \`d\` \[e\](f) \<g\> \#h \~i\~ \|j\| \!k \&l; \{m\} \\n"
    )


def test_the_text_page_is_printable_at_eighty_columns() -> None:
    content = made(SUMMARIES[0], page())
    assert content.endswith("\n") and not content.endswith("\n\n")
    assert all(len(line) <= WIDTH < 80 and line == line.rstrip() for line in content.splitlines())
    assert len(content.splitlines()) <= 66, "one sheet"


def test_the_html_page_loads_nothing_and_is_well_formed() -> None:
    content = made(SUMMARIES[2], page())
    found = Text(content)
    assert not {name for name, _ in found.attributes} & {
        "src",
        "href",
        "srcset",
        "action",
        "background",
        "onload",
        "onclick",
        "poster",
    }
    assert not set(found.tags) & {"script", "link", "iframe", "img", "object", "embed", "form", "base"}
    assert "url(" not in content and "@import" not in content and "http" not in content
    for tag in (
        "html",
        "head",
        "body",
        "main",
        "ul",
        "li",
        "ol",
        "p",
        "h1",
        "h2",
        "h3",
        "section",
        "article",
        "footer",
    ):
        assert len(re.findall(rf"<{tag}[ >]", content)) == content.count(f"</{tag}>"), tag
    assert '<html lang="en">' in content and '<meta charset="utf-8">' in content and "@page" in content
    assert [t for t in found.tags if t in ("h1", "h2", "h3")][:2] == ["h1", "h2"] and found.tags.count("h1") == 1


@EVERY
def test_an_empty_page_still_says_what_to_do(export: Export) -> None:
    empty = Record(id="1", created="now")
    none = Matches(shown=(), elsewhere=(), clear=False, unclear_because="few")
    bare = page_of(empty, none, {}, SKILLS, NAMES, "United States", None, VINTAGES, "November 22, 2026", best=())
    text = seen(export, bare)
    assert "my skills and next steps" in text.lower()
    assert "only a few answers so far" in text and bare.next_steps and all(step in text for step in bare.next_steps)
    assert "For exploring work only" in text


@EVERY
@pytest.mark.parametrize("name", ["Nguyễn Thị Ánh", "محمد علي", "李小龙", "Zoë O'Hara"])
def test_names_of_any_script_stand_on_the_page(export: Export, name: str) -> None:
    try:
        text = seen(export, page(replace(RECORD, person=Person(name=name, state="OH"))))
    except CannotWrite as refused:  # no font for it on this computer: said kindly, with what to do
        assert export.name == "pdf" and "Install a font" in str(refused) and "--format html" in str(refused)
        return
    for word in name.split():  # readers of PDF put words of two directions in an order of their own
        assert squeezed(word).casefold() in squeezed(text).casefold()


def test_the_exports_end_in_their_own_way() -> None:
    assert [(e.name, e.ending) for e in SUMMARIES] == [
        ("text", "txt"),
        ("markdown", "md"),
        ("html", "html"),
        ("pdf", "pdf"),
        ("docx", "docx"),
    ]


def test_a_poor_stretch_gives_way_on_paper_while_there_is_anything_better() -> None:
    whole = page()
    assert [i.code for i in whole.ideas] == ["11-1111.00", "22-2222.00", "33-3333.00"]
    low = replace(MATCHES, shown=(*MATCHES.shown[:1], replace(MATCHES.shown[1], band="stretch", wages=None)))
    assert [i.code for i in page(matches=low).ideas] == ["11-1111.00", "22-2222.00"]
    assert set(OCCUPATIONS) >= {i.code for i in whole.more}


def test_what_was_seen_or_is_on_paper_stands_on_the_page_in_one_line() -> None:
    job, rating = RECORD.experience[0], RECORD.ratings[0]
    seen_by = Evidence(held="seen", who="Ana Ruiz", role="shift lead")
    record = replace(
        RECORD,
        experience=(replace(job, evidence=(Evidence(note="I say so"), seen_by)),),
        ratings=(replace(rating, evidence=(Evidence(held="paper"),)),),
    )
    skill = next(s.name for s in SKILLS if s.id == rating.skill)
    text = " ".join(made(SCREEN[0], page(record)).split())
    assert f"Seen by others, or on paper: {skill} (on paper); Line cook (seen by Ana Ruiz, shift lead)." in text
    assert "on paper" not in made(SCREEN[0], page())


def test_a_paper_that_runs_out_says_when() -> None:
    record = replace(RECORD, credentials=(Credential(id="c1", name="CDL class B", expires="2020"),))
    assert "CDL class B (until 2020)" in page(record).papers


def test_work_of_which_nothing_is_known_is_not_on_the_page() -> None:
    record = replace(RECORD, experience=(*RECORD.experience, Experience(id="any", groups=("care",))))
    assert page(record).work == page(RECORD).work
