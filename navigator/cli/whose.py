"""Whose record a command was about, said before what it found: at a counselor's desk several people's lie side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from navigator.cli.session import Session
from navigator.i18n import _

if TYPE_CHECKING:
    from navigator.records.store import Opened

ALWAYS = frozenset({"match", "why", "why-not", "not-for-me", "what-if", "pathways"})
"""Commands whose lists look alike for everybody: they name the person even where there is one record only."""

NAMED_BY_THEMSELVES = frozenset({"record show", "record seal", "record new"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """One person's record: their name and place as far as they are known, and the record's file."""

    name: str
    place: str
    file: str
    line: str


def renamed(session: Session, opened: Opened, name: str) -> tuple[str, ...]:
    """Said where the name asked for was taken, so that a new record got another one."""
    from navigator.records.where import file_name

    wanted = file_name(name)
    begun_elsewhere = opened.fingerprint is not None or session.record_file is not None
    if not wanted or begun_elsewhere or opened.path.stem == wanted:
        return ()
    said = _("There is a record named {name} already, so this new one is named {other}.")
    return (said.format(name=wanted, other=opened.path.stem),)


def whose(session: Session, command: str) -> Whose | None:
    """Whose record this run used, where that should be said."""
    used = session.used
    if used is None or session.private or command in NAMED_BY_THEMSELVES:
        return None
    several = len(session.store.paths()) > 1
    if not several and command not in ALWAYS:
        return None
    person = used.record.person
    place = session.catalogue.areas.get(person.state, "") if "catalogue" in session.__dict__ else ""
    said = [t for t in (person.name, place if person.name or several else "") if t]
    if several:
        said.append(_("record {name}").format(name=used.path.stem))
    return Whose(name=person.name, place=place, file=str(used.path), line=" · ".join(said))


def not_sealed(session: Session, command: str) -> tuple[str, ...]:
    """A passphrase that was given for a record which needs none is told: somebody may think that it is sealed."""
    if session.used is None or session.passphrase_file is None or command == "record seal":
        return ()
    from navigator.records.seal import is_sealed

    if is_sealed(session.used.path):
        return ()
    said = _("{path} is not sealed: it was opened without the passphrase. To seal it: navigator record seal")
    return (said.format(path=session.used.path),)
