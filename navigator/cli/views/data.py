"""The state of the data."""

from __future__ import annotations

from navigator.cli.session import Session
from navigator.i18n import N_, _, ngettext, pgettext
from navigator.services.data import Status

COUNTED = {
    "occupations": N_("occupations"),
    "with skill ratings": N_("with skill ratings"),
    "with plain words": N_("with plain words"),
    "titles": N_("titles"),
    "wage figures": N_("wage figures"),
    "areas": N_("areas"),
    "projections": N_("projections"),
}
RELEASED = {"occupations": N_("occupations"), "wages": N_("wages"), "projections": N_("projections")}


def status_view(status: Status, session: Session) -> None:
    """Counts, releases, problems."""
    paper = session.paper
    paper.title(_("The occupation data"))
    for name, count in status.counts.items():
        paper.bullet(_("{count:,} {things}").format(count=count, things=_(COUNTED.get(name, name))))
    paper.heading(_("Releases"))
    for name, vintage in status.vintages.items():
        paper.bullet(_("{what}: {release}").format(what=_(RELEASED.get(name, name)), release=vintage))
    paper.heading(_("Where"))
    paper.bullet(_("read from: {source}").format(source=status.source))
    paper.bullet(_("compiled in: {folder}").format(folder=status.folder))
    if status.problems is not None:
        paper.bullet(_("problems: {value}").format(value=status.problems or pgettext("problems", "none")))


def check_view(problems: list[str], session: Session) -> None:
    """Each problem on a line."""
    for problem in problems:
        session.paper.line(problem)
    count = len(problems)
    session.paper.line(ngettext("{n} problem.", "{n} problems.", count).format(n=count) if count else _("No problems."))
