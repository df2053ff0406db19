"""What whole files came to, and what more of one skill would change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from navigator.cli.session import Session
from navigator.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from navigator.services.batch import Report
    from navigator.services.what_if import Door, Lifted, MoreOf, WhatIf

FULL = 3
"""Skills told with every job by name; the others get a line each."""

NAMED = 3
"""Jobs named on such a line."""


def what_if_view(found: WhatIf, session: Session) -> None:
    """The skill that opens most doors, with the names; then the others."""
    from navigator.formats.page import UNCLEAR  # of no use to a batch, whose start this module is part of

    paper = session.paper
    paper.title(_("If you could do more of ..."))
    if found.unclear:
        paper.line(UNCLEAR[found.unclear])
        return
    opening = [more for more in found.skills if more.doors]
    closed = [more for more in found.skills if not more.doors]
    if not opening:
        _no_door(found, session)
    for more in opening[:FULL]:
        _in_full(more, session)
    if opening[FULL:]:
        paper.heading(_("These would help too"))
    for more in opening[FULL:]:
        paper.bullet(f"{more.name}: {_counted(more)}. {_some(more.doors)}")
    if closed and opening:
        paper.heading(_("These alone would change little"))
        paper.line("; ".join(more.name for more in closed) + ".")
    paper.line()
    paper.line(found.proper_use, soft=True)


NOTHING_LEFT = N_("You marked these as 'a lot' already.")


def _no_door(found: WhatIf, session: Session) -> None:
    """That nothing opens, and what would count for most all the same."""
    paper = session.paper
    if not found.skills:
        paper.line(_("You said already that you have done this.") if found.activities else _(NOTHING_LEFT))
        return
    if found.only:
        names = "; ".join(more.name for more in found.skills)
        paper.line(_("This alone opens no new door: {names}.").format(names=names))
    else:
        paper.line(_("No single skill opens a new door. More answers about what you have done may."))
    lifting = [more for more in found.skills if more.lifts][:FULL]
    if lifting:
        paper.heading(_("In your list now") if found.only else _("What would count for most in your list"))
    for more in lifting:
        paper.bullet(f"{more.name}: {_lifted(more, found.listed)} {_some(more.lifts)}")


def _lifted(more: MoreOf, listed: int) -> str:
    count = len(more.lifts)
    said = ngettext("{count} of {all} jobs would fit you better.", "{count} of {all} jobs would fit you better.", count)
    return said.format(count=count, all=listed)


def _in_full(more: MoreOf, session: Session) -> None:
    paper = session.paper
    paper.heading(f"{more.name}: {_counted(more)}")
    if more.means:
        paper.line(_("A lot of it looks like this: {means}").format(means=more.means), soft=True)
    for door in more.doors:
        paper.bullet(f"{door.name} [{door.code}]: {_moved(door)}")


def _counted(more: MoreOf) -> str:
    count = len(more.doors)
    return ngettext("{count} more door", "{count} more doors", count).format(count=count)


def _moved(door: Door) -> str:
    if door.now and door.now != door.then:
        return _("now {band}, then {then}").format(band=door.now.lower(), then=door.then.lower())
    return _("new in your list: {band}").format(band=door.then.lower())


def _some(doors: Sequence[Door | Lifted]) -> str:
    names = ", ".join(d.name for d in doors[:NAMED])
    if len(doors) <= NAMED:
        return f"{names}."
    return _("{names}, and {count} more.").format(names=names, count=len(doors) - NAMED)


def title_file_view(value: dict[str, object], session: Session) -> None:
    """Where the coded file is, and what came of it."""
    session.paper.line(_("The coded titles are in {file}.").format(file=value["file"]))
    said = value["said"]
    for sentence in said if isinstance(said, list) else []:
        session.paper.line(sentence)


def rows_view(value: dict[str, object], session: Session) -> None:
    """Where a table is."""
    rows = value["rows"]
    said = ngettext("{count:,} row is in {out}.", "{count:,} rows are in {out}.", rows if isinstance(rows, int) else 0)
    session.paper.line(said.format(count=rows, out=value["file"]))


def batch_view(report: Report, session: Session) -> None:
    """How many were matched, how many set aside, and what the matches pay."""
    paper = session.paper
    paper.line(
        _("People matched: {people:,}. Their occupations are in {out}.").format(people=report.people, out=report.out)
    )
    if report.set_aside:
        paper.line(
            _("Rows set aside: {set_aside:,}. Each with its reason is in {rejected}.").format(
                set_aside=report.set_aside, rejected=report.rejected
            )
        )
    for reason, count in report.reasons.items():
        paper.bullet(f"{count:,}: {reason}")
    if report.pay:
        paper.heading(_("What the matches pay in the middle"))
    for name, counts in report.pay.items():
        said = ", ".join(f"{count:,} {band.lower()}" for band, count in counts.items())
        paper.bullet(f"{name}: {said}")
