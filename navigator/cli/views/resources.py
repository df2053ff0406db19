"""Resources on screen: a short list by need, entries in full, and what was done with the book."""

from __future__ import annotations

from navigator.cli.session import Session
from navigator.domain.resource import ANY_LANGUAGE, Resource
from navigator.formats import words
from navigator.i18n import N_, _, ngettext
from navigator.services.resource_book import Checked, Imported, Kept
from navigator.services.resources import Group, Help, Shown

LONGEST = 200
"""Imported texts can be long; 'show' has all of it."""

FROM = {
    "book": N_("the center's book"),
    "import": N_("an imported list"),
    "state": N_("the state"),
    "national": N_("the nation"),
}
FOOT = N_("Or call 211, day or night: a person who knows the help near you. Call first: offices and rules change.")


def help_view(found: Help, session: Session) -> None:
    """What was asked for, group by group."""
    paper = session.paper
    here = found.area != "US"
    if found.about:
        said = _("Help on the way to: {work} in {place}") if here else _("Help on the way to: {work}")
    else:
        said = _("Help in {place}") if here else _("Help")
    paper.title(said.format(work=found.about, place=found.area_name))
    if found.area == "US":
        paper.line(_("Add --area OH, with your state, to see the help there."), soft=True)
    for group in found.groups:
        paper.heading(group.name)
        if found.brief:
            _brief(group, session)
        else:
            _full(group, session)
    if found.brief:
        paper.heading(_("More"))
        paper.line(_("One need in full: navigator resources --need childcare. One entry: navigator resources show ID."))
    paper.line("")
    paper.line(_(FOOT))


def _brief(group: Group, session: Session) -> None:
    for shown in group.found:
        phone, web = shown.resource.phone, contact(shown.resource).split("/")[0]
        stale = f" {_('(old: call first)')}" if shown.stale else ""
        session.paper.bullet(
            f"{shown.resource.name}{': ' if phone or web else ''}{phone or web} [{shown.resource.id}]{stale}"
        )


def _full(group: Group, session: Session) -> None:
    paper = session.paper
    for number, shown in enumerate(group.found, start=1):
        paper.line(f"{number}. {shown.resource.name} [{shown.resource.id}]", strong=True)
        for line in lines(shown, LONGEST):
            paper.line(line, indent=3)
    if not group.found:
        paper.line(_("Nothing we know of is all of that. Leave out a wish, or ask a career navigator."))
    if group.silent:
        paper.line(
            _("{silent} more may be, but do not say so. Leave out a wish to see them.").format(silent=group.silent),
            soft=True,
        )


def lines(shown: Shown, most: int = 10_000) -> list[str]:
    """An entry line by line: what it gives first, how sure it is last."""
    r = shown.resource
    said = (
        r.gives,
        _("Who: {what}").format(what=r.who) if r.who else "",
        _("Cost: {what}").format(what=r.cost or amount(r.price)) if r.cost or r.price is not None else "",
        _weeks(r.weeks) if r.weeks else "",
        _("How: {what}").format(what=r.how) if r.how else "",
        _("Reach: {what}").format(what=contact(r)) if contact(r) else "",
        _("Run by: {what}").format(what=r.by) if r.by else "",
        _("Where: {what}").format(what=r.address) if r.address else "",
        _("Bus or train: {what}").format(what=r.bus) if r.bus else "",
        _("Open: {what}").format(what=r.hours) if r.hours else "",
        " ".join(
            t
            for t in (
                _yes(_("Evenings"), r.evening),
                _yes(_("Weekends"), r.weekend),
                _yes(_("Child care there"), r.child_care),
            )
            if t
        ),
        _("Language: {what}").format(what=languages(r)) if r.language else "",
        _("Bring: {what}").format(what=r.bring) if r.bring else "",
        _("Results: {what}").format(what=r.outcome) if r.outcome else "",
        _("Note: {what}").format(what=r.note) if r.note else "",
        checked(shown),
    )
    return [t if len(t) <= most else f"{t[: most - 1].rstrip()}…" for t in said if t]


def _weeks(weeks: float) -> str:
    if weeks == 1:
        return _("Takes: about a week")
    return _("Takes: about {n} weeks").format(n=f"{weeks:g}")


def contact(resource: Resource) -> str:
    """Phone, web and mail in one line."""
    web = resource.web.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return ", ".join(t for t in (resource.phone, web, resource.email) if t)


def amount(price: float | None) -> str:
    """Dollars."""
    return "" if price is None else _("free") if price == 0 else f"${price:,.0f}"


SPOKEN = (
    N_("English"), N_("Spanish"), N_("Arabic"), N_("Chinese"), N_("French"), N_("Portuguese"), N_("Ukrainian"),
    N_("Vietnamese"),
)  # fmt: skip
"""What the languages of our own entries are called; a center's book may name others."""


def languages(resource: Resource) -> str:
    """The languages in words."""
    named = ", ".join(_(name) for name in resource.language if name != ANY_LANGUAGE)
    if ANY_LANGUAGE not in resource.language:
        return named
    if named:
        return _("{languages}; ask for an interpreter for any other").format(languages=named)
    return _("any; ask for a free interpreter")


def checked(shown: Shown) -> str:
    """When it was checked and by whom, and whether that is too long ago."""
    r = shown.resource
    if r.checked_on is None:
        return _("Nobody has checked this yet. Call first.")
    day = words.day(r.checked_on)
    if shown.stale:
        if r.checked_by:
            said = _("OLD: last checked {day} by {who}, more than six months ago. Call first.")
        else:
            said = _("OLD: last checked {day}, more than six months ago. Call first.")
        return said.format(day=day, who=r.checked_by)
    if r.verify:
        if "." in r.source:
            return _("Written {day} from public knowledge. Check it at {source}.").format(day=day, source=r.source)
        return _("Written {day} from public knowledge. Check it where you are.").format(day=day)
    said = _("Checked {day} by {who}.") if r.checked_by else _("Checked {day}.")
    return said.format(day=day, who=r.checked_by)


def _yes(name: str, value: bool | None) -> str:
    return "" if value is None else _("{name}: {answer}.").format(name=name, answer=_("yes") if value else _("no"))


def entry_view(shown: Shown, session: Session) -> None:
    """All of one entry."""
    paper = session.paper
    paper.title(shown.resource.name)
    for line in lines(shown):
        paper.line(line)
    paper.line(
        _("Id: {id}. Helps with: {kinds}. From: {source}.").format(
            id=shown.resource.id, kinds=", ".join(shown.resource.kinds), source=_(FROM[shown.resource.near])
        ),
        soft=True,
    )


def kept_view(kept: Kept, session: Session) -> None:
    """What was written."""
    said = _("Added: {name} [{id}] in {file}") if kept.new else _("Changed: {name} [{id}] in {file}")
    session.paper.line(said.format(name=kept.name, id=kept.id, file=kept.file))


def check_view(found: Checked, session: Session) -> None:
    """Counts, then every problem."""
    paper = session.paper
    paper.line(
        ngettext(
            "{file}: {entries} sound entry, {imported} imported, {stale} not checked for six months.",
            "{file}: {entries} sound entries, {imported} imported, {stale} not checked for six months.",
            found.entries,
        ).format(file=found.file, entries=found.entries, imported=found.imported, stale=found.stale)
    )
    for problem in found.problems:
        paper.bullet(problem)
    count = len(found.problems)
    paper.line(ngettext("{n} problem.", "{n} problems.", count).format(n=count) if count else _("Nothing is wrong."))


def stale_view(found: tuple[Shown, ...], session: Session) -> None:
    """One line an entry, the oldest first."""
    paper = session.paper
    if not found:
        paper.line(_("No entry of the book is older than six months."))
    for shown in found:
        r = shown.resource
        reach = f". {contact(r)}" if contact(r) else ""
        paper.bullet(f"{r.name} [{r.id}]: {_when(shown)}{reach}")
    if any(s.stale for s in found):
        paper.line(_("Checked one? navigator resources edit ID --checked --by YOUR-NAME"))


def _when(shown: Shown) -> str:
    r = shown.resource
    if r.checked_on is None:
        return _("never checked")
    said = _("checked {day} by {who}") if r.checked_by else _("checked {day}")
    told = said.format(day=r.checked_on.isoformat(), who=r.checked_by)
    return _("{checked}, old").format(checked=told) if shown.stale else told


def imported_view(found: Imported, session: Session) -> None:
    """What was brought in."""
    paper = session.paper
    if not found.file:
        paper.line(_("There is nothing in it to bring in, and nothing is wrong with it."))
        return
    paper.line(
        ngettext(
            "Brought in: {entries} entry, kept in {file}",
            "Brought in: {entries} entries, kept in {file}",
            found.entries,
        ).format(entries=found.entries, file=found.file)
    )
    if found.unclear:
        paper.line(
            _(
                "{unclear} of them do not say what they help with. Set it with: navigator resources edit ID --set kinds=housing"
            ).format(unclear=found.unclear)
        )
