"""What whole files came to, and what more of one skill would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from navigator.cli.session import Session
from navigator.formats.page import UNCLEAR
from navigator.services.what_if import Door, MoreOf, WhatIf

if TYPE_CHECKING:
    from navigator.services.batch import Report

FULL = 3
"""Skills told with every job by name; the others get a line each."""

NAMED = 3
"""Jobs named on such a line."""


def what_if_view(found: WhatIf, session: Session) -> None:
    """The skill that opens most doors, with the names; then the others."""
    paper = session.paper
    paper.title("If you could do more of ...")
    if found.unclear:
        paper.line(UNCLEAR[found.unclear])
        return
    opening = [more for more in found.skills if more.doors]
    closed = [more.name for more in found.skills if not more.doors]
    if not opening:
        paper.line(
            "No single skill changes your list. More answers about what you have done may." if closed else NOTHING_LEFT
        )
    for more in opening[:FULL]:
        _in_full(more, session)
    if opening[FULL:]:
        paper.heading("These would help too")
    for more in opening[FULL:]:
        paper.bullet(f"{more.name}: {_counted(more)}. {_some(more.doors)}")
    if closed and opening:
        paper.heading("These alone would change little")
        paper.line("; ".join(closed) + ".")
    paper.line()
    paper.line(found.proper_use, soft=True)


NOTHING_LEFT = "You marked these as 'a lot' already."


def _in_full(more: MoreOf, session: Session) -> None:
    paper = session.paper
    paper.heading(f"{more.name}: {_counted(more)}")
    paper.line(f"A lot of it looks like this: {more.means}", soft=True)
    for door in more.doors:
        paper.bullet(f"{door.name} [{door.code}]: {_moved(door)}")


def _counted(more: MoreOf) -> str:
    return "1 more door" if len(more.doors) == 1 else f"{len(more.doors)} more doors"


def _moved(door: Door) -> str:
    if door.now and door.now != door.then:
        return f"now {door.now.lower()}, then {door.then.lower()}"
    return f"new in your list: {door.then.lower()}"


def _some(doors: tuple[Door, ...]) -> str:
    names = ", ".join(d.name for d in doors[:NAMED])
    return names + (f", and {len(doors) - NAMED} more." if len(doors) > NAMED else ".")


def title_file_view(value: dict[str, object], session: Session) -> None:
    """Where the coded file is, and what came of it."""
    session.paper.line(f"The coded titles are in {value['file']}.")
    said = value["said"]
    for sentence in said if isinstance(said, list) else []:
        session.paper.line(sentence)


def batch_view(report: Report, session: Session) -> None:
    """How many were matched, how many set aside, and what the matches pay."""
    paper = session.paper
    paper.line(f"People matched: {report.people:,}. Their occupations are in {report.out}.")
    if report.set_aside:
        paper.line(f"Rows set aside: {report.set_aside:,}. Each with its reason is in {report.rejected}.")
    for reason, count in report.reasons.items():
        paper.bullet(f"{count:,}: {reason}")
    if report.pay:
        paper.heading("What the matches pay in the middle")
    for name, counts in report.pay.items():
        said = ", ".join(f"{count:,} {band.lower()}" for band, count in counts.items())
        paper.bullet(f"{name}: {said}")
