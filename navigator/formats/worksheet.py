"""The worksheet on paper: what stands there, in order, made of a sheet; and the files that are made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from navigator.domain.framework import Framework
from navigator.domain.question import Question
from navigator.engine.said_back import PER
from navigator.engine.worksheet import DID, NEED, Section, Sheet
from navigator.formats.words import PROPER_USE
from navigator.formats.worksheet_parts import Group, Item, Line, Part, StripRow, Table, Ticks, Works, WorksheetPage
from navigator.i18n import N_, _, language

TITLES = {
    "quick": N_("Short worksheet: what I can do"),
    "standard": N_("Worksheet: what I can do and want"),
}
COLUMNS, FEW_COLUMNS = 3, 2
LARGE_COLUMNS = 1
SHORT_TEXT, LONG_TEXT = 20, 30
"""Choices whose texts are longer than this stand in fewer columns; those of a word or two in one more."""

BOXES = {"A": 1, "D": 28, "E": 10, "F": 14, "G": 9, "H": 14, "I": 6}
"""Room for so many two-digit numbers in a section's line of the answer strip; more can be written beside it."""


HALVES = "ABCI"
"""Sections whose lines of the answer strip are short: two of them stand side by side."""

SIZES = ((1950, 0.96), (3500, 0.91), (1_000_000, 0.9))
"""How large the long list is set (of the normal size), so that up to so many letters fit on its page."""

BREAKS = {"quick": ("E",), "standard": ("D", "E")}
"""Sections that begin a page, in the normal size: each page is then one thing to look at."""


def page_of(sheet: Sheet, framework: Framework, *, large: bool) -> WorksheetPage:
    """The paper of a sheet, in the language spoken."""
    return WorksheetPage(
        title=_(TITLES[sheet.route]),
        language=language(),
        large=large,
        code=sheet.code,
        code_label=_("Code of this sheet: {code}").format(code=sheet.code),
        intro=_(
            "Tick or circle what is true for you. Leave anything blank that you do not want to answer. "
            "There are no wrong answers, and home, volunteer and side work count as much as paid work."
        ),
        name=Line(label=sheet.name.prompt, help=sheet.name.help),
        parts=tuple(_parts(sheet, framework, large)),
        breaks=BREAKS[sheet.route],
        strip=tuple(_strip_row(s) for s in sheet.sections),
        strip_name=_("Answer strip"),
        strip_help=_(
            "To be keyed in: copy the state, the ticked numbers and the circled digits of each part, two digits to a "
            "number, 0 for a blank line. The last box is for the check digit, which the program tells; it may stay empty."
        ),
        check=_("check"),
        page=_("page {number} of {total}"),
        proper_use=_(PROPER_USE),
    )


def _parts(sheet: Sheet, framework: Framework, large: bool) -> list[Part]:
    found = []
    for section in sheet.sections:
        works = _works(sheet, section) if section.style == "work" else ()
        found.append(
            Part(
                letter=section.letter,
                name=section.name,
                lines=_lines(section),
                works=works,
                ticks=_ticks(section, framework, large) if section.style == "numbers" else (),
                tables=(_table(section, large),) if section.style == "marks" else (),
            )
        )
        if (
            section.letter == "A" and sheet.section("B") is None
        ):  # the quick sheet asks for a title and nothing about it
            title = Line(label=sheet.title.prompt, help=sheet.title.help)
            found[-1] = replace(found[-1], lines=(*found[-1].lines, title))
    return found


def _lines(section: Section) -> tuple[Line, ...]:
    """The state and the amount of a section; the amount with what it can be for."""
    found = []
    if section.state is not None:
        found.append(Line(label=section.state.prompt, help=section.state.help, short=True))
    if section.money is not None:
        units = tuple(_(PER[per]).format(amount="").strip() for per in PER)
        found.append(Line(label=section.money.prompt, units=units))
    return tuple(found)


def _works(sheet: Sheet, section: Section) -> tuple[Works, ...]:
    """One box a question and a row a work: the choices stand once, below."""
    hint = _("Write the number in the box.")
    marks = tuple(
        Ticks(prompt=q.prompt, help=hint, groups=(Group(name="", items=_digits(q)),), columns=0)
        for q in section.questions
    )
    return (
        Works(
            title=Line(label=sheet.title.prompt, help=sheet.title.help),
            heads=(_("In your own words"), _("Kind"), _("How long")),
            rows=tuple(_("Work {n}").format(n=n) for n in range(1, sheet.works + 1)),
            marks=marks,
        ),
    )


def _digits(question: Question) -> tuple[Item, ...]:
    return tuple(Item(number=str(n), text=c.text) for n, c in enumerate(question.choices, start=1))


def _ticks(section: Section, framework: Framework, large: bool) -> tuple[Ticks, ...]:
    """The lists of a section; questions that say the same (screens of one list) become one."""
    numbers = {(q.id, c.id): f"{n:02}" for n, (q, c) in enumerate(section.numbered(), start=1)}
    if section.questions and section.questions[0].id.startswith((DID, "know.", NEED)):
        first = section.questions[0]
        items = [(c.id, Item(number=numbers[q.id, c.id], text=c.text)) for q in section.questions for c in q.choices]
        size = next(size for most, size in SIZES if sum(len(item.text) for _id, item in items) <= most)
        groups = _grouped(items, framework)
        return (Ticks(prompt=first.prompt, help=first.help, groups=groups, columns=_wide(large), size=size),)
    found = []
    for question in section.questions:
        listed = [
            Item(number=numbers[question.id, c.id], text=c.text, help=_short(question, c.help))
            for c in question.choices
        ]
        columns = _columns([i.text + i.help for i in listed], large)
        group = Group(name="", items=tuple(listed))
        prompt, means = _asked(question)
        found.append(Ticks(prompt=prompt, help=means, groups=(group,), columns=columns))
    return tuple(found)


def _asked(question: Question) -> tuple[str, str]:
    """What stands above a list. The signs of a rating take too much paper: there what the skill means stands instead."""
    if question.means:
        return question.prompt.partition(".")[0] + ".", question.means
    return question.prompt, question.help


def _short(question: Question, text: str) -> str:
    return text if question.id == "strongest" else ""


def _grouped(items: Sequence[tuple[str, Item]], framework: Framework) -> tuple[Group, ...]:
    """Activities under the names of their groups; anything else as one list."""
    group_of = {a.id: a.group for a in framework.activities}
    if not items or items[0][0] not in group_of:
        return (Group(name="", items=tuple(item for _id, item in items)),)
    return tuple(
        Group(name=g.name, items=some)
        for g in framework.groups
        if (some := tuple(item for i, item in items if group_of[i] == g.id))
    )


def _wide(large: bool) -> int:
    return FEW_COLUMNS if large else COLUMNS


def _columns(texts: Sequence[str], large: bool) -> int:
    longest = max(map(len, texts), default=0)
    if longest > LONG_TEXT:
        return LARGE_COLUMNS if large else FEW_COLUMNS
    return _wide(large) + (longest <= SHORT_TEXT and not large)


def _table(section: Section, large: bool) -> Table:
    rows = [Item(number=str(n), text=q.prompt) for n, q in enumerate(section.questions, start=1)]
    prompt, head = _("Is it like you? Circle one number on each line."), _("What it is")
    middle = len(rows) if large else len(rows) // 2
    halves = tuple(some for some in (tuple(rows[:middle]), tuple(rows[middle:])) if some)
    return Table(prompt=prompt, head=head, answers=_digits(section.questions[0]), halves=halves)


def _strip_row(section: Section) -> StripRow:
    lines = len(section.questions)
    bunches: tuple[int, ...]
    if section.style == "marks":
        bunches = tuple(min(5, lines - at) for at in range(0, lines, 5))
    elif section.style == "work":
        bunches = (2, 2, 2)
    else:
        bunches = (2,) * BOXES[section.letter] if section.questions else ()
    return StripRow(
        letter=section.letter, name=section.name, bunches=bunches, state=section.state is not None,
        money=section.money is not None, half=section.letter in HALVES and bool(section.questions or section.state),
    )  # fmt: skip


def worksheet_html(page: WorksheetPage) -> bytes:
    """The paper as one HTML file that prints well."""
    from navigator.formats.plan_html import template

    return template("worksheet.html").render(page=page).encode()


def worksheet_pdf(page: WorksheetPage) -> bytes:
    """The paper as a PDF, tagged for screen readers (PDF/UA-1). Raises MissingExtra or CannotWrite."""
    from navigator.formats.typeset import typeset

    return typeset("worksheet.typ", page.data(), "navigator print worksheet --format html")


FORMATS = {"pdf": worksheet_pdf, "html": worksheet_html}
"""The kinds of file a worksheet can be."""
