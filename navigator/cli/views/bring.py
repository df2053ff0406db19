"""What a file brought: everything found, group by group, each with the line it came from; and what was kept of it."""

from __future__ import annotations

from typing import Any

from navigator.cli.session import Session
from navigator.cli.whose import whose
from navigator.i18n import _, ngettext
from navigator.services.bring_found import GROUPS, Found
from navigator.services.bring_told import told


def found_view(found: Found, session: Session) -> None:
    """Everything found, before anything is asked or kept; and for whose record it would be, where there are several."""
    of = whose(session, session.command)
    if of and of.line:
        session.paper.line(of.line, soft=True)
    _listing(told(found), session)
    for note in found.notes:
        session.paper.line(note, soft=True)
    if found.stranger:
        theirs, mine = found.stranger
        session.paper.line()
        session.paper.line(
            _(
                "This file is about {theirs}, and your record is about {mine}. Keep it only if that is the same person."
            ).format(theirs=theirs, mine=mine),
            strong=True,
        )


def brought_view(value: dict[str, Any], session: Session) -> None:
    """What was kept; and before it all that was found, where it has not been on the screen yet."""
    if not value["shown"]:
        _listing(value, session)
    paper = session.paper
    paper.line()
    if value["saved"]:
        count = value["kept"]
        paper.line(
            ngettext("Kept: one thing, in {file}", "Kept: {count} things, in {file}", count).format(
                count=count, file=value["saved"]
            ),
            strong=True,
        )
        paper.line(_("To see it: navigator record show. To take it back: navigator record undo."))
    elif value["items"] or value["differences"]:
        paper.line(_("Nothing was kept. Your record is as it was."), strong=True)


def _listing(value: dict[str, Any], session: Session) -> None:
    paper = session.paper
    paper.title(_("Found in {file}, {kind}").format(file=value["file"], kind=value["says"]))
    for group, name in GROUPS.items():
        items = [i for i in value["items"] if i["group"] == group]
        if items:
            paper.heading(_(name))
        for n, item in enumerate(items):
            same = n + 1 < len(items) and items[n + 1]["from"] == item["from"]
            _item(item, session, with_line=not same)
    if value["occupations"]:
        paper.heading(_("Kinds of work that these titles look like"))
    for guess in value["occupations"]:
        how = _("sure") if guess["sure"] else _("likely")
        paper.bullet(
            _("{title} = {occupation} ({how})").format(title=guess["title"], occupation=guess["name"], how=how)
        )
    if value["activities"]:
        paper.heading(_("Things you may have done, by your own lines"))
    for did in value["activities"]:
        paper.bullet(did["text"])
        paper.line(_("from: {line}").format(line=did["from"]), indent=4, soft=True)
    _differences(value, session)
    if not value["items"] and not value["differences"]:
        paper.line(_nothing(value))


def _nothing(value: dict[str, Any]) -> str:
    """Why there is nothing to keep."""
    if value["silent"]:
        return _("We could read nothing in it that goes into a record.")
    if value["passed_over"]:
        return _("There is nothing in it of the groups named after --only.")
    return _("All that is in it, your record has already.")


def _item(item: dict[str, Any], session: Session, with_line: bool) -> None:
    """One thing; things that came from the same line have it once, below the last of them."""
    paper = session.paper
    paper.bullet(item["text"])
    if item["already"] == item["text"]:
        paper.line(_("Your record has this already."), indent=4)
    elif item["already"]:
        paper.line(_("Your record has already: {twin}").format(twin=item["already"]), indent=4)
    if with_line and item["from"] and item["from"] not in item["text"]:
        paper.line(_("from: {line}").format(line=item["from"]), indent=4, soft=True)


def _differences(value: dict[str, Any], session: Session) -> None:
    if value["differences"]:
        session.paper.heading(_("What the two records say differently"))
    for one in value["differences"]:
        session.paper.bullet(one["what"])
        session.paper.line(_("Here: {text}").format(text=one["mine"]), indent=4, hang=2)
        session.paper.line(_("There: {text}").format(text=one["theirs"]), indent=4, hang=2)
