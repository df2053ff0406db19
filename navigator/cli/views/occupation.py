"""One occupation on one 80x24 screen first, more on demand; title finds; near occupations."""

from __future__ import annotations

from navigator.cli.session import Session
from navigator.i18n import N_, _
from navigator.services.occupation import About, Near
from navigator.services.titles import Hit

SURE = {"sure": N_("sure"), "likely": N_("likely"), "unsure": N_("not sure")}

AFTER_SERVICE = N_(
    "This says where you served, not what you did there. Add that, such as 'army cook' or 'navy electrician'. "
    "These are some kinds of work that many did in service:"
)


def occupation_view(about: About, session: Session) -> None:
    """The short view, or everything."""
    paper = session.paper
    paper.title(f"{about.name} [{about.code}]")
    if about.note:
        paper.line(about.note, soft=True)
    if about.what_you_do:
        paper.line(about.what_you_do, strong=True)
    if about.more:
        _more(about, session)
        return
    if about.day:
        paper.line(_("A day: {things}.").format(things="; ".join(about.day)))
    paper.line(about.where)
    paper.line(about.pay)
    paper.line(about.outlook)
    if about.ways_in:
        paper.line(_("Way in: {way}").format(way=about.ways_in[0]))
    if about.licence:
        paper.line(f"{about.licence} {about.record_check}".strip())
    paper.line(_("More: add --more. Near it: navigator near. Your fit: navigator why."), soft=True)


def _more(about: About, session: Session) -> None:
    paper = session.paper

    def part(head: str, lines: tuple[str, ...]) -> None:
        if any(lines):
            paper.heading(head)
        for line in lines:
            if line:
                paper.bullet(line)

    part(_("A day"), about.day)
    part(_("Where"), (about.where,))
    part(_("Pay and openings"), (about.pay, about.pay_range, about.outlook))
    part(_("Ways in"), (*about.ways_in, about.licence, about.record_check))
    part(_("Where it can lead"), about.next_steps)
    part(_("Good for you if"), (about.good_for_you_if,))
    part(_("Maybe not if"), (about.maybe_not_if,))
    part(_("What you would do"), about.needs)
    part(_("What it helps to know"), about.knows)
    part(_("Software and tools in demand"), about.technology)
    part(_("Closest to it"), about.closest)
    part(_("Also called"), (", ".join(about.also_called),))
    part(
        _("About the figures"),
        (
            _("Official title: {title}.").format(title=about.title),
            *about.notes,
            _("Sources: {sources}.").format(sources=about.sources),
        ),
    )


def titles_view(hits: tuple[Hit, ...], session: Session) -> None:
    """Occupations for a title, how sure, and the title that matched."""
    if hits and not hits[0].matched:
        session.paper.line(_(AFTER_SERVICE), soft=True)
    for number, hit in enumerate(hits, start=1):
        if not hit.matched:
            said = _("{number}. {name} [{code}] ({sure})")
            session.paper.line(said.format(number=number, name=hit.name, code=hit.code, sure=_(SURE[hit.sure])))
            continue
        session.paper.line(
            _("{number}. {name} [{code}] ({sure}; like '{matched}')").format(
                number=number, name=hit.name, code=hit.code, sure=_(SURE[hit.sure]), matched=hit.matched
            )
        )


def near_view(found: tuple[Near, ...], session: Session) -> None:
    """The nearest occupations in order, and what they are near to: a title may have been taken for another work."""
    if found:
        said = _("Nearest to {name} ({code}):")
        session.paper.line(said.format(name=found[0].base_name, code=found[0].base_code), soft=True)
    for near in found:
        session.paper.line(f"{near.rank}. {near.name} [{near.code}]: {near.what_you_do}")
