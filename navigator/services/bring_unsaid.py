"""Papers that brought work asks, where neither the file nor the record says that they are held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from navigator.catalogue.store import Catalogue
from navigator.domain.occupation import Licence
from navigator.domain.record import Credential, Experience, Record
from navigator.engine.abroad import done_abroad
from navigator.services.bring_found import Guess, Item, Unsaid


def unsaid(catalogue: Catalogue, record: Record, things: Sequence[Item], known: Sequence[Guess]) -> Iterator[Unsaid]:
    """The papers that new work here names or asks, and that neither the file nor the record says are held: they may have
    run out since. Nothing is asked of who was asked for their papers in the walk."""
    said = record.answered("want.licences")
    if said is not None and not said.skipped:
        return
    held = {i.part.licence for i in things if isinstance(i.part, Credential)} | {*record.wants.licences}
    told = set(held)
    codes = {g.item: g.code for g in known if g.sure}
    for item in things:
        job = item.part
        if not isinstance(job, Experience) or item.twin or job.kind in ("inside", "home"):
            continue
        if done_abroad(job, catalogue.matching.abroad):
            continue
        for licence in dict.fromkeys(_asked_papers(job, job.code or codes.get(item.id, ""), catalogue, held)):
            if licence not in told:
                told.add(licence)
                name = catalogue.licences[licence]
                yield Unsaid(id=f"{item.id}.{licence}", item=item.id, licence=licence, name=name, title=job.title)


def _asked_papers(job: Experience, code: str, catalogue: Catalogue, held: set[str]) -> Iterator[str]:
    """What a title names (`Certified Medical Assistant`), else what the law asks of such work; nothing for which a paper
    that is held is enough: a nurse is not asked for the card of an aide."""
    from navigator.engine.resume_papers import licences_in

    named = licences_in(job.title, catalogue.meta("licences"))
    asked = catalogue.occupation(code).profile.licence if code and catalogue.has(code) else None
    if named or asked is None or asked.need != "required":
        yield from (name for name in named if held.isdisjoint(_enough_for(name, asked, catalogue)))
    elif not asked.held(held):
        yield from asked.names[:1]


def _enough_for(paper: str, asked: Licence | None, catalogue: Catalogue) -> tuple[str, ...]:
    """A paper with all that include it, as the work says that names it: this work, or the first that requires it."""
    if asked is None or paper not in asked.names:
        code = next(iter(catalogue.asking(paper)), None)
        asked = catalogue.occupation(code).profile.licence if code else None
    return asked.enough_for(paper) if asked else (paper,)
