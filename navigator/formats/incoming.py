"""What a file brought for one person's record: the parts found, where each stood in the file, and what was left out.

Every reader gives one of these and nothing else happens yet: nothing is kept before the person has seen and confirmed it.
A part's id only has to be different from the others of the same file; it gets its own id when it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from navigator.domain.record import Claim, Credential, Document, Education, Experience, Language, Person

Part = Experience | Education | Credential | Claim | Language | Document
"""One thing a file can bring. What it says about the person stands beside, in ``Brought.person``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """The parts found in one file. ``sources`` are pairs of a part's id and the line or place it came from;
    ``notes`` are whole sentences about what was left out or not understood."""

    person: Person | None = None
    experience: tuple[Experience, ...] = ()
    education: tuple[Education, ...] = ()
    credentials: tuple[Credential, ...] = ()
    claims: tuple[Claim, ...] = ()
    languages: tuple[Language, ...] = ()
    documents: tuple[Document, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    def parts(self) -> Iterator[Part]:
        """Every part that was found, in the order of a record."""
        yield from self.experience
        yield from self.education
        yield from self.credentials
        yield from self.claims
        yield from self.languages
        yield from self.documents

    def source(self, part: Part) -> str:
        """The line or place a part came from; empty where the reader could not say."""
        return dict(self.sources).get(part.id, "")
