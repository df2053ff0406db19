"""Help beside a step of a way, and for the needs somebody named: at most three entries each, nearest and freshest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from navigator.domain.pathway import Gap, Step
from navigator.i18n import N_
from navigator.services.help_named import with_age
from navigator.services.resources import WAYS, Directory, Group

PAYS = ("hundreds", "thousands", "free_with_help")
"""Costs of a way in that somebody may help to pay."""

PAY_FOR_SCHOOL = (N_("To pay for school"), "school-money")
FROM_ABROAD = (N_("To have papers from another country looked at"), "foreign-papers")
DIPLOMA = (N_("To get a diploma or GED"), "diploma")


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpSaid:
    """A gap, a step or a need, and whom to ask, each with the shortest way to reach them."""

    about: str
    entries: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Helper:
    """Names help from one directory."""

    directory: Directory

    def for_step(self, step: Step, gaps: Sequence[Gap]) -> tuple[HelpSaid, ...]:
        """Help with getting into one step, and with what is missing for it."""
        groups = (
            self.directory.for_gap(kind, title, kind, step.code if kind == "training" else "")
            for title, kind in dict.fromkeys(_kinds(step, gaps))
        )
        return tuple(self._said(g) for g in groups if g.found)

    def for_needs(self, needs: Sequence[str]) -> tuple[HelpSaid, ...]:
        """Help with each need that somebody named."""
        groups = (self.directory.for_need(n) for n in needs if n in self.directory.kinds)
        return tuple(self._said(g) for g in groups if g.found)

    def _said(self, group: Group) -> HelpSaid:
        entries = tuple(with_age(s.resource, self.directory.today) for s in group.found)
        return HelpSaid(about=group.name, entries=entries)


def _kinds(step: Step, gaps: Sequence[Gap]) -> Iterator[tuple[str, str]]:
    """What stands between somebody and a step that help is known for: how it is called, and the kind of help."""
    yield FROM_ABROAD if step.abroad else WAYS[step.way.asks if step.studies else "none"]
    if step.studies and step.way.asks != "apprenticeship" and step.way.cost in PAYS:
        yield PAY_FOR_SCHOOL
    for gap in gaps:
        if gap.kind in ("licence", "unsaid") and step.way.asks == "none":
            yield WAYS["certificate"]
        if gap.kind == "schooling" and gap.about == "high_school":
            yield DIPLOMA
