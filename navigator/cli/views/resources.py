"""Resources on screen: a short list by need, entries in full, and what was done with the book."""

from __future__ import annotations

from datetime import date

from navigator.cli.session import Session
from navigator.domain.resource import ANY_LANGUAGE, Resource
from navigator.services.resource_book import Checked, Imported, Kept
from navigator.services.resources import Group, Help, Shown

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
LONGEST = 200
"""Imported texts can be long; 'show' has all of it."""

FROM = {"book": "the center's book", "import": "an imported list", "state": "the state", "national": "the nation"}
FOOT = "Or call 211, day or night: a person who knows the help near you. Call first: offices and rules change."


def help_view(found: Help, session: Session) -> None:
    """What was asked for, group by group."""
    paper = session.paper
    place = "" if found.area == "US" else f" in {found.area_name}"
    paper.title(f"Help on the way to: {found.about}{place}" if found.about else f"Help{place}")
    if found.area == "US":
        paper.line("Add --area OH, with your state, to see the help there.", soft=True)
    for group in found.groups:
        paper.heading(group.name)
        if found.brief:
            _brief(group, session)
        else:
            _full(group, session)
    if found.brief:
        paper.heading("More")
        paper.line("One need in full: navigator resources --need childcare. One entry: navigator resources show ID.")
    paper.line("")
    paper.line(FOOT)


def _brief(group: Group, session: Session) -> None:
    for shown in group.found:
        phone, web = shown.resource.phone, contact(shown.resource).split("/")[0]
        stale = " (old: call first)" if shown.stale else ""
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
        paper.line("Nothing we know of is all of that. Leave out a wish, or ask a career navigator.")
    if group.silent:
        paper.line(f"{group.silent} more may be, but do not say so. Leave out a wish to see them.", soft=True)


def lines(shown: Shown, most: int = 10_000) -> list[str]:
    """An entry line by line: what it gives first, how sure it is last."""
    r = shown.resource
    said = (
        r.gives,
        f"Who: {r.who}" if r.who else "",
        f"Cost: {r.cost or amount(r.price)}" if r.cost or r.price is not None else "",
        f"Takes: about {r.weeks:g} weeks" if r.weeks else "",
        f"How: {r.how}" if r.how else "",
        f"Reach: {contact(r)}" if contact(r) else "",
        f"Run by: {r.by}" if r.by else "",
        f"Where: {r.address}" if r.address else "",
        f"Bus or train: {r.bus}" if r.bus else "",
        f"Open: {r.hours}" if r.hours else "",
        " ".join(
            t
            for t in (_yes("Evenings", r.evening), _yes("Weekends", r.weekend), _yes("Child care there", r.child_care))
            if t
        ),
        f"Language: {languages(r)}" if r.language else "",
        f"Bring: {r.bring}" if r.bring else "",
        f"Results: {r.outcome}" if r.outcome else "",
        f"Note: {r.note}" if r.note else "",
        checked(shown),
    )
    return [t if len(t) <= most else f"{t[: most - 1].rstrip()}…" for t in said if t]


def contact(resource: Resource) -> str:
    """Phone, web and mail in one line."""
    web = resource.web.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return ", ".join(t for t in (resource.phone, web, resource.email) if t)


def amount(price: float | None) -> str:
    """Dollars."""
    return "" if price is None else "free" if price == 0 else f"${price:,.0f}"


def languages(resource: Resource) -> str:
    """The languages in words."""
    named = ", ".join(name for name in resource.language if name != ANY_LANGUAGE)
    if ANY_LANGUAGE not in resource.language:
        return named
    return f"{named}; ask for an interpreter for any other" if named else "any; ask for a free interpreter"


def checked(shown: Shown) -> str:
    """When it was checked and by whom, and whether that is too long ago."""
    r = shown.resource
    if r.checked_on is None:
        return "Nobody has checked this yet. Call first."
    who = f" by {r.checked_by}" if r.checked_by else ""
    day = f"{MONTHS[r.checked_on.month - 1]} {r.checked_on.day}, {r.checked_on.year}"
    if shown.stale:
        return f"OLD: last checked {day}{who}, more than six months ago. Call first."
    if r.verify:
        where = f"at {r.source}" if "." in r.source else "where you are"
        return f"Written {day} from public knowledge. Check it {where}."
    return f"Checked {day}{who}."


def _yes(name: str, value: bool | None) -> str:
    return "" if value is None else f"{name}: {'yes' if value else 'no'}."


def entry_view(shown: Shown, session: Session) -> None:
    """All of one entry."""
    paper = session.paper
    paper.title(shown.resource.name)
    for line in lines(shown):
        paper.line(line)
    paper.line(
        f"Id: {shown.resource.id}. Helps with: {', '.join(shown.resource.kinds)}. From {FROM[shown.resource.near]}.",
        soft=True,
    )


def kept_view(kept: Kept, session: Session) -> None:
    """What was written."""
    session.paper.line(f"{'Added' if kept.new else 'Changed'}: {kept.name} [{kept.id}] in {kept.file}")


def check_view(found: Checked, session: Session) -> None:
    """Counts, then every problem."""
    paper = session.paper
    paper.line(
        f"{found.file}: {found.entries} sound entries, {found.imported} imported, {found.stale} not checked for six months."
    )
    for problem in found.problems:
        paper.bullet(problem)
    paper.line(f"{len(found.problems)} problems." if found.problems else "Nothing is wrong.")


def stale_view(found: tuple[Shown, ...], session: Session) -> None:
    """One line an entry, the oldest first."""
    paper = session.paper
    if not found:
        paper.line("No entry of the book is older than six months.")
    for shown in found:
        r = shown.resource
        when = _day(r.checked_on)
        who = f" by {r.checked_by}" if r.checked_by else ""
        paper.bullet(
            f"{r.name} [{r.id}]: {when}{who}{', old' if shown.stale else ''}{'. ' + contact(r) if contact(r) else ''}"
        )
    if any(s.stale for s in found):
        paper.line("Checked one? navigator resources edit ID --checked --by YOUR-NAME")


def _day(day: date | None) -> str:
    return "never checked" if day is None else f"checked {day.isoformat()}"


def imported_view(found: Imported, session: Session) -> None:
    """What was brought in."""
    paper = session.paper
    if not found.file:
        paper.line("There is nothing in it to bring in, and nothing is wrong with it.")
        return
    paper.line(f"Brought in: {found.entries} {'entry' if found.entries == 1 else 'entries'}, kept in {found.file}")
    if found.unclear:
        paper.line(
            f"{found.unclear} of them do not say what they help with. Set it with: navigator resources edit ID --set kinds=housing"
        )
