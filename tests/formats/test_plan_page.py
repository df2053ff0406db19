"""The page to sign, in its four formats: nothing lost, nobody's text obeyed, nothing fetched from outside."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from navigator.catalogue import languages
from navigator.domain.errors import CannotWrite
from navigator.domain.plan import Action, Goal, Plan
from navigator.formats import words
from navigator.formats.plan_docx import plan_docx
from navigator.formats.plan_html import plan_html
from navigator.formats.plan_page import (
    AGREED,
    INTRO,
    NO_GOALS,
    TITLES,
    Area,
    Blank,
    Checked,
    Form,
    PlanPage,
    Signer,
    cleaned,
    goal_parts,
    spoken,
)
from navigator.formats.plan_pdf import plan_pdf
from navigator.formats.plan_table import PLANS, PlanFormat
from navigator.i18n import speaking
from tests.languages_of import docx_languages, pdf_languages
from tests.running import apart

TODAY = date(2026, 11, 22)
EVIL = "<script>alert('x')</script> #panic(1) *bold* \x1b[31mred\x1b[0m \u202eback\ufffe `code` <b>&amp; {{ 7*7 }} $x$ @ref \\"
EVERY = pytest.mark.parametrize("made", PLANS, ids=[p.name for p in PLANS])
PLAN = Plan(
    goals=(
        Goal(id="g1", kind="work", text="Welder", code="51-4121.00"),
        Goal(id="g2", kind="life", text="A ride at night"),
    ),
    actions=(
        Action(
            id="a1",
            what="Call the union hall",
            goal="g1",
            who="Lee",
            agreed="2026-11-01",
            due="2026-11-10",
            resource="hall",
        ),
        Action(id="a2", what="Watch a shift", goal="g1", status="done", done_on="2026-11-02"),
        Action(id="a3", what="Buy a van", goal="g2", status="no_longer"),
        Action(id="a4", what="Tell my sister"),
    ),
)


class Html(HTMLParser):
    """What a reader of an HTML page sees, what tags it has, and what it would load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def page(plan: Plan = PLAN, form: Form = "plan", name: str = "Ana") -> PlanPage:
    """A page with every part filled."""
    checks = Checked(lines=("Pay in Ohio: middle $24.00 an hour.",), blanks=(Blank(label="Employers here"),))
    goals = goal_parts(
        plan, TODAY, name, lambda goal: checks if goal.code else Checked(), lambda r: f"Union hall ({r})"
    )
    area = Area(
        name="7. Needs", known=("Schooling: GED.",), boxes=("Food", "Child care"), blanks=(Blank(label="Test result"),)
    )
    return cleaned(
        PlanPage(
            form=form, title=f"{name}: my plan" if form == "plan" else TITLES[form], place="Ohio", made="November 22, 2026",
            made_on=TODAY.isoformat(), intro=INTRO[form], head=(Blank(label="Number"),) if form == "iep" else (),
            areas=(area,) if form == "iep" else (), goals=goals, empty="" if goals else NO_GOALS,
            more=Blank(label="What else"), review=Blank(label="Again on"), agreed=AGREED[form],
            signers=(Signer(role="Worker", name=name), Signer(role="Career navigator", name="")),
            proper_use=words.PROPER_USE, sources=("Pay: OEWS May 2025.",),
        )
    )  # fmt: skip


def read(made: PlanFormat, content: str | bytes, tmp_path: Path) -> str:
    """A file as a reader sees it, on one line."""
    if made.name == "docx":
        import docx

        assert isinstance(content, bytes)
        found = "\n".join(p.text for p in docx.Document(io.BytesIO(content)).paragraphs)
    elif made.name == "pdf":
        assert isinstance(content, bytes)
        if shutil.which("pdftotext") is None:
            pytest.skip("pdftotext is not here to read the PDF")
        path = tmp_path / "page.pdf"
        path.write_bytes(content)
        found = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()
    else:
        assert isinstance(content, str)
        found = Html(content).text if made.name == "html" else content
    return " ".join(found.split())


def spaceless(text: str) -> str:
    """For comparing what a narrow column breaks where it likes, ligatures undone."""
    return re.sub(r"\s", "", text.replace("ﬁ", "fi").replace("ﬀ", "ff").replace("ﬂ", "fl"))


@EVERY
@pytest.mark.parametrize("form", ["plan", "iep"])
def test_everything_on_the_page_is_in_every_format(made: PlanFormat, form: Form, tmp_path: Path) -> None:
    whole = page(form=form)
    text = spaceless(read(made, made.make(whole), tmp_path)).casefold()
    wanted = [whole.title, whole.place, whole.made, whole.intro, whole.agreed, whole.proper_use, *whole.sources]
    wanted += [whole.more.label, whole.review.label, "Worker: Ana", "Career navigator", "Date"]
    wanted += [t for a in whole.areas for t in (a.name, *a.known, *a.boxes, *(b.label for b in a.blanks))]
    wanted += [b.label for b in whole.head]
    for goal in whole.goals:
        wanted += [goal.text, goal.kind, *goal.checks, *(b.label for b in goal.blanks)]
        wanted += [t for a in goal.actions for t in (a.who, a.due, a.status) if t]
    missing = [w for w in wanted if spaceless(w).casefold() not in text]
    assert not missing
    for word in ("union", "Watch", "Buy", "sister", "Nov10,2026", "agreed"):
        assert word.casefold() in text


@EVERY
def test_the_same_plan_makes_the_same_bytes(made: PlanFormat) -> None:
    assert made.make(page()) == made.make(page())


@EVERY
def test_other_peoples_text_is_shown_and_never_obeyed(made: PlanFormat, tmp_path: Path) -> None:
    evil = replace(
        PLAN, goals=(replace(PLAN.goals[0], text=EVIL),), actions=(replace(PLAN.actions[0], what=EVIL, who=EVIL),)
    )
    content = made.make(page(evil, name=EVIL))
    text = spaceless(read(made, content, tmp_path))
    for shown in ("<script>alert", "#panic(1)", "*bold*", "{{7*7}}", "$x$", "@ref"):
        assert shown in text
    assert "\x1b" not in text and "\u202e" not in text and "\ufffe" not in text
    if made.name == "html":
        assert "<script" not in str(content) and "script" not in Html(str(content)).tags


@EVERY
def test_an_empty_plan_still_makes_a_page(made: PlanFormat, tmp_path: Path) -> None:
    assert NO_GOALS.replace(" ", "") in spaceless(read(made, made.make(page(Plan())), tmp_path))


@EVERY
def test_names_of_the_world_stay_whole(made: PlanFormat, tmp_path: Path) -> None:
    assert "NguyễnThịÁnh" in spaceless(read(made, made.make(page(name="Nguyễn Thị Ánh")), tmp_path))


def test_text_fits_78_columns_and_leaves_lines_to_write_on() -> None:
    text = str(PLANS[0].make(page(form="iep")))
    assert max(map(len, text.splitlines())) <= 78
    assert len(re.findall(r"_{12,}", text)) >= 8
    assert "[ ] Call the union hall" in text and "[x] Watch a shift" in text and "[-] Buy a van" in text


def test_html_loads_nothing_and_its_tables_say_their_heads() -> None:
    found = Html(str(PLANS[1].make(page(form="iep"))))
    assert not [v for n, v in found.attributes if n in ("src", "href", "action", "srcset")]
    assert found.tags.count("table") == 3 and found.attributes.count(("scope", "col")) == 12
    assert ("lang", "en") in found.attributes and not {"script", "link", "img", "iframe"} & set(found.tags)


def test_the_pdf_is_tagged_titled_and_checked_as_pdf_ua() -> None:
    data = PLANS[2].make(page())
    assert isinstance(data, bytes) and data.startswith(b"%PDF-")
    assert b"pdfuaid" in data and b"/MarkInfo" in data and b"/Lang" in data


def pages_with(parts: PlanPage, *texts: str) -> list[int]:
    """On which page of the PDF each text stands."""
    import pypdf

    data = PLANS[2].make(parts)
    assert isinstance(data, bytes)
    pages = [spaceless(p.extract_text()) for p in pypdf.PdfReader(io.BytesIO(data)).pages]
    return [next(n for n, page in enumerate(pages) if spaceless(t) in page) for t in texts]


def test_what_is_asked_and_where_it_is_answered_stand_on_one_page_wherever_the_page_ends() -> None:
    whole, ends = page(form="iep"), set()
    for many in (44, 45, 46):
        filler = Area(name="3. Work", known=tuple(f"Job {n}" for n in range(many)), blanks=())
        found = pages_with(replace(whole, areas=(filler, *whole.areas)), "7. Needs", "Child care", "Test result")
        assert len(set(found)) == 1
        ends.add(found[0])
    assert ends == {0, 1}, "the end of the first page was passed"


def test_a_step_and_who_helps_with_it_stand_on_one_page_wherever_the_page_ends() -> None:
    ends = set()
    for many in (35, 36):
        steps = tuple(Action(id=f"b{n}", what=f"Step {n}", goal="g2") for n in range(many))
        goals = tuple(replace(g, kind="life") for g in PLAN.goals[::-1])
        whole = page(Plan(goals=goals, actions=(*steps, PLAN.actions[0])))
        found = pages_with(whole, "Welder", "Call the union hall", "Union hall (hall)")
        assert len(set(found)) == 1
        ends.add(found[0])
    assert ends == {0, 1}, "the end of the first page was passed"


def test_a_letter_without_a_font_is_refused_with_what_to_do() -> None:
    with pytest.raises(CannotWrite, match=r"no font for .* --format html"):
        PLANS[2].make(page(name="\U0010fffd"))


def test_the_docx_has_one_column_standard_headings_and_no_tables() -> None:
    import docx

    data = PLANS[3].make(page(form="iep"))
    assert isinstance(data, bytes)
    document = docx.Document(io.BytesIO(data))
    styles = [p.style.name for p in document.paragraphs if p.style]
    assert not document.tables and {"Title", "Heading 1", "Heading 2", "List Bullet"} <= set(styles)
    assert document.core_properties.title == TITLES["iep"] and document.core_properties.language == "en-US"
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        body = parts.read("word/document.xml").decode()
        rels = parts.read("word/_rels/document.xml.rels").decode()
    assert "w:cols" not in body or 'w:num="2"' not in body
    assert "txbx" not in body and "External" not in rels


def test_a_late_step_says_so_without_blame_and_a_done_one_is_not_late() -> None:
    lines = {a.id: a for g in page().goals for a in g.actions}
    assert lines["a1"].late and lines["a1"].status == "the day has passed"
    assert not lines["a2"].late and lines["a2"].status == "done Nov 2, 2026"


def test_open_steps_come_before_what_is_done_and_what_fell_away() -> None:
    assert [[a.id for a in g.actions] for g in page().goals] == [["a1", "a2"], ["a3"], ["a4"]]
    assert page().goals[-1].text == "Other steps"


def test_days_are_said_as_people_write_them() -> None:
    assert (spoken("2026-12-01"), spoken("")) == ("Dec 1, 2026", "")


@pytest.mark.parametrize(("package", "extra"), [("typst", "pdf"), ("docx", "docx")])
def test_a_missing_extra_names_the_command_that_installs_it(package: str, extra: str, tmp_path: Path) -> None:
    code = (
        f"import sys; sys.modules[{package!r}] = None\n"
        "from navigator.cli.main import run\n"
        f"run(['record', 'new', '--home', {str(tmp_path)!r}])\n"
        f"sys.exit(run(['export', 'plan', '--format', {extra!r}, '--home', {str(tmp_path)!r}]))"
    )
    ran = apart(code=code)
    assert ran.code == 10 and f"[{extra}]'" in ran.err and " -m pip install " in ran.err and "Traceback" not in ran.err


def test_every_format_is_named_once() -> None:
    assert [(p.name, p.ending) for p in PLANS] == [("text", "txt"), ("html", "html"), ("pdf", "pdf"), ("docx", "docx")]
    assert [isinstance(p.make(page()), str) for p in PLANS] == [p.screen for p in PLANS]


ENGLISH = "Art director, film (lead) & more"


def test_english_names_on_a_spanish_page_are_marked_for_who_reads_aloud() -> None:
    with speaking(languages.speech("es")):
        made = page(Plan(goals=(Goal(id="g1", kind="work", text=f"Trabajo: {ENGLISH.lower()}. <b>"),)))
        html = plan_html(replace(made, english=(ENGLISH,)))
        assert '<span lang="en">art director, film (lead) &amp; more</span>. &lt;b&gt;' in html
        assert 'lang="en"' not in plan_html(made)
        langs = [pdf_languages(plan_pdf(p)) for p in (made, replace(made, english=(ENGLISH,)))]
        (plain, marked) = (docx_languages(plan_docx(p)) for p in (made, replace(made, english=(ENGLISH,))))
    assert langs == [{"es-US"}, {"es-US", "en-US"}]
    assert plain == ("es-US", []) and marked == ("es-US", [("en-US", ENGLISH.lower())])
