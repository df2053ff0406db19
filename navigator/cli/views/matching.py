"""Matches, and why or why not."""

from __future__ import annotations

from navigator.cli.paper import is_heard
from navigator.cli.session import Session
from navigator.cli.views.page import idea_view
from navigator.formats.words import BAND_MEANS, BANDS, lower_first, upper_first
from navigator.i18n import _
from navigator.services.advice import Advice, Explained

FULL = 5
"""Ideas of a band told in full; the others get a line each, to keep the list readable."""


def matches_view(advice: Advice, session: Session) -> None:
    """Three bands, then work from elsewhere."""
    paper = session.paper
    paper.title(_("What fits you"))
    for note in (advice.unclear, advice.unasked, advice.pay_note):
        if note:
            paper.line(note)
    for band, name in BANDS.items():
        ideas = [i for i in advice.ideas if i.band == name]
        if not ideas:
            continue
        paper.heading(f"{name} ({len(ideas)})")
        paper.line(BAND_MEANS[band], soft=True)
        for idea in ideas[:FULL]:
            idea_view(idea, session)
        for idea in ideas[FULL:]:
            paper.bullet(f"{session.with_code(idea.name, idea.code)}: {idea.pay_short}. {idea.remark}".rstrip())
    if advice.elsewhere:
        paper.heading(_("From another field, that you may not have thought of"))
        for idea in advice.elsewhere:
            about = "; ".join(t for t in (upper_first(idea.pay_short), idea.trend) if t)
            way = f" {_('Way in: {how}').format(how=idea.ways_in)}" if idea.ways_in else ""
            name = session.with_code(f"{idea.name} - {idea.band}", idea.code)
            paper.bullet(f"{name}: {idea.what} {about}.{way} {idea.remark}".rstrip())
    if advice.pay_lines:
        paper.heading(_("What this list pays"))
    for line in advice.pay_lines:
        paper.line(line)
    paper.heading(_("About this list"))
    paper.line(
        _('Not for you? navigator not-for-me "NAME". Want to know why? navigator why "NAME", or why-not "NAME".')
        if is_heard(session.plain)
        else _("Not for you? navigator not-for-me CODE. Want to know why? navigator why CODE, or why-not CODE.")
    )
    for line in (advice.proper_use, *advice.sources):
        paper.line(line, soft=True)


def why_view(found: Explained, session: Session) -> None:
    """Each part of the score and the answers behind it."""
    paper = session.paper
    paper.title(_("Why {work}? {band}.").format(work=found.idea.name, band=found.idea.band))
    if found.held:
        paper.line(_("You have done this work before."))
    for part in found.parts:
        paper.heading(f"{part.name}: {part.says}")
        for text in part.for_it:
            paper.bullet(_("For it: {what}").format(what=text))
        for text in part.against:
            paper.bullet(_("Against it: {what}").format(what=text))
    if not found.parts:
        paper.line(_("There are no answers yet to compare. 'navigator start' asks them."))
    _ways(found, session, found.idea.missing)


def why_not_view(found: Explained, session: Session) -> None:
    """What keeps it back."""
    paper = session.paper
    said = _("What keeps this back: {work}? It is: {band}.")
    paper.title(said.format(work=found.idea.name, band=found.idea.band.lower()))
    if found.dismissed:
        paper.line(_("You said it is not for you: {why}.").format(why=found.dismissed))
    if found.held:
        paper.line(_("You have done this work before."))
    weak = [p for p in found.parts if p.weak]
    against = [f"{s}: {'; '.join(lower_first(p.name) for p in weak if p.says == s)}" for s in {p.says: 0 for p in weak}]
    for head, lines in (
        (_("In the way"), found.caps),
        (_("It asks this, and you did not tick it"), found.need),
        (_("You may need more of this"), found.may_need),
        (_("We did not ask you about this"), found.not_asked),
        (_("What says little for it"), against),
    ):
        if lines:
            paper.heading(head)
        for line in lines:
            paper.bullet(upper_first(line))
    if not (found.caps or found.need or found.may_need):
        paper.line(_("Nothing you told us stands in the way."))
    _ways(found, session)


def _ways(found: Explained, session: Session, in_the_way: tuple[str, ...] = ()) -> None:
    """Pay and the way in; what stands in the way too, where it was not told before."""
    paper = session.paper
    paper.heading(_("Pay and way in"))
    paper.line(found.idea.pay)
    for what in in_the_way:
        paper.line(_("Missing: {what}").format(what=what))
    for note in found.idea.notes:
        paper.line(_("Good to know: {what}").format(what=note))
    if found.idea.ways_in:
        paper.line(_("Way in: {how}").format(how=found.idea.ways_in))
    if found.idea.leads:
        paper.line(_("Can lead on to: {work}").format(work=found.idea.leads))
    paper.line(_("First step: {what}").format(what=found.idea.first_step))
    for line in (found.note, found.proper_use):
        if line:
            paper.line(line, soft=True)


def dismissed_view(value: dict[str, str], session: Session) -> None:
    """What was taken out or back in."""
    said = _("{work} is back in your list.") if value["undone"] else _("{work} is out of your list.")
    session.paper.line(said.format(work=value["name"]))
    if value["moved_up"] and not value["undone"]:
        session.paper.line(_("In its place: {work}.").format(work=value["moved_up"]))
    if value["plan"]:
        session.paper.line(value["plan"])
