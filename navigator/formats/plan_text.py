"""The plan as plain text, with lines to write on: 78 columns, for any printer."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from navigator.formats.plan_page import ActionLine, Area, Blank, GoalPart, PlanPage, details
from navigator.i18n import _

WIDTH = 78


def plan_text(page: PlanPage) -> str:
    """The page as lines of at most 78 columns."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: PlanPage) -> Iterator[str]:
    yield from _wrap(page.title.upper())
    yield from _wrap(f"{page.place} · {page.made}")
    yield ""
    yield from _wrap(page.intro)
    for blank in page.head:
        yield from _blank(blank)
    if page.areas:
        yield from _head(_("Assessment").upper())
    for area in page.areas:
        yield from _area(area)
    yield from _head(_("Goals and steps").upper())
    if page.empty:
        yield from _wrap(page.empty)
    for goal in page.goals:
        yield from _goal(goal)
    yield ""
    yield from _blank(page.more, 2)
    yield from _blank(page.review)
    yield from _head(_("Signatures").upper())
    yield from _wrap(page.agreed)
    for signer in page.signers:
        name = f"{signer.role}: {signer.name}" if signer.name else signer.role
        yield from ("", "", f"{'_' * 48}  {_('Date')} {'_' * 20}", *_wrap(name))
    yield "-" * WIDTH
    for line in (page.proper_use, *page.sources):
        yield from _wrap(line)


def _area(area: Area) -> Iterator[str]:
    yield ""
    yield from _wrap(area.name)
    for line in area.known:
        yield from _wrap(f"- {line}", 2, 2)
    if area.boxes:
        yield from _wrap("   ".join(f"[ ] {b}".replace(" ", "\xa0") for b in area.boxes), 2, 0)
    for blank in area.blanks:
        yield from _blank(blank)


def _goal(goal: GoalPart) -> Iterator[str]:
    yield ""
    yield from _wrap(f"{goal.kind.upper()}: {goal.text}" if goal.kind else goal.text)
    for line in goal.checks:
        yield from _wrap(line, 2)
    for blank in goal.blanks:
        yield from _blank(blank)
    if goal.empty:
        yield from _wrap(goal.empty, 2)
    for action in goal.actions:
        yield from _action(action)


def _action(action: ActionLine) -> Iterator[str]:
    box = "[x]" if action.done else "[ ]" if action.open else "[-]"
    yield from _wrap(f"{box} {action.what}", 2, 4)
    yield from _wrap(details(action), 6)
    if action.help:
        yield from _wrap(_("Help: {help}").format(help=action.help), 6)


def _blank(blank: Blank, more: int = 0) -> Iterator[str]:
    label = f"  {blank.label} "
    rest = WIDTH - len(label)
    yield f"{label}{'_' * rest}" if rest >= 12 else label.rstrip()
    for _more in range(more if rest >= 12 else max(more, 1)):
        yield f"  {'_' * (WIDTH - 2)}"


def _head(text: str) -> Iterator[str]:
    yield ""
    yield text


def _wrap(text: str, indent: int = 0, hang: int = 0) -> list[str]:
    first, rest = " " * indent, " " * (indent + hang)
    lines = textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest)
    return [line.replace("\xa0", " ") for line in lines] or [""]
