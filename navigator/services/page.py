"""The page to take home: what the record says and what fits, gathered for the formats."""

from __future__ import annotations

from datetime import date

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Record
from navigator.engine.standing import per_hour
from navigator.formats.page import Page, page_of
from navigator.formats.words import Names
from navigator.services.match import Matcher


def names_of(catalogue: Catalogue) -> Names:
    """What ids are called on screen."""
    framework = catalogue.framework
    return Names(
        did={a.id: a.did for a in framework.activities},
        do={a.id: a.do for a in framework.activities},
        skills={s.id: s.name for s in framework.skills},
        knowledge={k.id: k.name for k in framework.knowledge},
        interests={i.id: i.name for i in framework.interests},
        occupations=catalogue.names,
        licences=catalogue.licences,
        cannot={c.id: c.text for c in catalogue.matching.cannot},
    )


def page(catalogue: Catalogue, record: Record, made: date) -> Page:
    """The page of one record as of a day."""
    matches = Matcher(catalogue=catalogue, record=record).matches()
    named = {m.code for m in (*matches.shown, *matches.elsewhere)}
    return page_of(
        record,
        matches,
        {code: catalogue.occupation(code) for code in named},
        catalogue.framework.skills,
        names_of(catalogue),
        catalogue.areas.get(record.person.state, catalogue.areas["US"]),
        per_hour(record.person.last_pay),
        catalogue.vintages,
        f"{made:%B} {made.day}, {made.year}",
    )
