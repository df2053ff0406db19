"""What is said beside ways of a high school diploma: that nobody asked for it, or that it alone would open most of them."""

from __future__ import annotations

from dataclasses import replace

from navigator.domain.record import Record
from navigator.i18n import N_, _, ngettext
from navigator.services.way_search import WaySearch

NOT_ASKED = N_(
    "We have not asked your schooling yet. If you have finished high school or a GED, this changes nothing. "
    "'navigator record edit want.school' tells us."
)
ASSUMED = N_(
    "We have not asked your schooling yet, so we took it that you have no diploma or GED now. "
    "'navigator record edit want.school' tells us."
)
"""In place of it where more than schooling changes: the rest changes something for who has a diploma too."""


def unasked(record: Record, changed: Record) -> str:
    """What was taken for true of schooling that nobody asked about, before a change."""
    alone = replace(changed.wants, schooling=record.wants.schooling) == record.wants
    return _(NOT_ASKED) if alone else _(ASSUMED)


def diploma_opens(ways: WaySearch) -> str:
    """That a diploma alone opens most of what would then be in the list, to who said they have none: as many as a what-if
    of it counts."""
    if ways.record.wants.schooling != "none":
        return ""
    schooled = ways.with_diploma
    if not schooled.possible:
        schooled, ways = schooled.whatever_it_pays, ways.whatever_it_pays
    new = {r.end for r in schooled.opened(ways)}
    if 2 * sum(r.end in new for r in schooled.shown) <= len(schooled.shown):
        return ""
    said = ngettext(
        "A high school diploma or GED alone would open {n} more kind of work that pays more than now. To see it: {command}",
        "A high school diploma or GED alone would open {n} more kinds of work that pay more than now. To see them: {command}",
        len(new),
    )
    return said.format(n=len(new), command="navigator pathways --what-if ged")
