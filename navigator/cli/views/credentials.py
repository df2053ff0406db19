"""Badges and signed files on the screen: where they are, who signed them, and what others may say of that."""

from __future__ import annotations

from typing import Any

from navigator.cli.session import Session
from navigator.i18n import N_, _

SELF_SIGNED = N_("You signed this yourself, with a key made for this one time and then thrown away.")
NOT_IN_A_LIST = N_("Some sites will say that they do not know who issued this. That is right: you did.")
WHAT_IT_SHOWS = N_("The signature shows that nobody changed it since. It does not show that what it says is true.")
CENTER_SIGNED = N_("The files named 'confirmed' are signed by {center}, with the center's own key.")
CENTER_LIST = N_(
    "Some sites will say that they do not know this center. They can ask the center for the name of its key."
)
NOT_SIGNED = N_("This file is not signed. It is for programs; a page for people is made by: navigator export summary")
KEPT_SAFE = N_(
    "The key is sealed with your passphrase. Keep a copy of its folder; without it nothing more can be signed."
)
FOR_OTHERS = N_("Give the name of the key to those who check your badges, so that they know it is you.")


def files_view(value: dict[str, Any], session: Session) -> None:
    """What was written, and what to expect when somebody checks it."""
    for file in value["files"]:
        session.paper.line(_("Written: {file}").format(file=file))
    session.paper.line()
    if not value["signed"]:
        session.paper.line(_(NOT_SIGNED))
        return
    session.paper.line(_(SELF_SIGNED))
    session.paper.line(_(NOT_IN_A_LIST))
    if value["center"]:
        session.paper.line(_(CENTER_SIGNED).format(center=value["center"]))
        session.paper.line(_(CENTER_LIST))
    session.paper.line(_(WHAT_IT_SHOWS))


def center_view(value: dict[str, str], session: Session) -> None:
    """Who signs here; nothing secret."""
    session.paper.title(value["name"])
    if value["web"]:
        session.paper.line(value["web"])
    session.paper.line(_("Name of the key: {did}").format(did=value["did"]))
    session.paper.line(_("Where it lies: {file}").format(file=value["file"]))
    session.paper.line()
    session.paper.line(_(KEPT_SAFE))
    session.paper.line(_(FOR_OTHERS))
