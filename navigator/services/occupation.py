"""About one occupation, in words; and the occupations nearest to it."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.catalogue.store import Catalogue
from navigator.domain.occupation import NATION, Occupation, Projection, Wages
from navigator.formats import words
from navigator.i18n import N_, _
from navigator.services.titles import code_of


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Everything a worker may want to read about an occupation."""

    code: str
    name: str
    title: str
    what_you_do: str
    day: tuple[str, ...]
    where: str
    pay: str
    pay_range: str
    outlook: str
    ways_in: tuple[str, ...]
    licence: str
    record_check: str
    next_steps: tuple[str, ...]
    good_for_you_if: str
    maybe_not_if: str
    also_called: tuple[str, ...]
    needs: tuple[str, ...]
    knows: tuple[str, ...]
    technology: tuple[str, ...]
    closest: tuple[str, ...]
    notes: tuple[str, ...]
    sources: str
    note: str
    wages: Wages | None
    projection: Projection | None
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """One occupation near another, which is ``base``."""

    rank: int
    code: str
    name: str
    what_you_do: str
    base_code: str
    base_name: str


ONLY_ENGLISH = N_("The text about this work is in English: nobody has translated it yet.")


def about(catalogue: Catalogue, which: str, area: str, more: bool) -> About:
    """What there is to say about an occupation given by code or title. Raises NotFound or BadInput."""
    occupation = catalogue.occupation(code_of(catalogue, which))
    place = catalogue.area(area) if area else NATION
    wages = catalogue.wages(occupation.code, place)
    if wages is None or not words.pay(wages.typical):
        wages = catalogue.wages(occupation.code, NATION) or wages
    projection = catalogue.projection(occupation.code)
    profile = occupation.profile
    return About(
        code=occupation.code,
        name=occupation.name,
        title=occupation.title,
        what_you_do=profile.what_you_do,
        day=profile.day,
        where=profile.where,
        pay=words.pay_here(wages, place),
        pay_range=pay_range(wages),
        outlook=words.outlook(projection),
        ways_in=tuple(words.way_in(w) for w in profile.ways_in),
        licence=words.licence(profile.licence, catalogue.licences),
        record_check=words.RECORD_CHECK[profile.record_check],
        next_steps=tuple(
            f"{catalogue.names[s.code]} ({s.code}): {s.why}" for s in profile.next_steps if s.code in catalogue.names
        ),
        good_for_you_if=profile.good_for_you_if,
        maybe_not_if=profile.maybe_not_if,
        also_called=profile.also_called,
        needs=top_needs(catalogue, occupation),
        knows=top_knowledge(catalogue, occupation),
        technology=occupation.technology[:8],
        closest=tuple(f"{catalogue.names[c]} ({c})" for c in occupation.closest if c in catalogue.names),
        notes=notes(occupation),
        sources=f"{catalogue.vintages['occupations']}; {catalogue.vintages['wages']}; {catalogue.vintages['projections']}",
        note=_(ONLY_ENGLISH) if catalogue.untranslated(occupation.code) else "",
        wages=wages,
        projection=projection,
        more=more,
    )


def pay_range(wages: Wages | None) -> str:
    """The five published percentiles on one line."""
    if wages is None:
        return ""
    said = [
        _("{percentile}th {pay}").format(percentile=p, pay=words.pay(figure))
        for p, figure in sorted(wages.pay.items())
        if words.pay(figure)
    ]
    return _("Pay by percentile: {figures}.").format(figures="; ".join(said)) if said else ""


def top_needs(catalogue: Catalogue, occupation: Occupation) -> tuple[str, ...]:
    """What is done there most, in our words."""
    names = {a.id: a.do for a in catalogue.framework.activities}
    ordered = sorted(occupation.activities.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(names[a] for a, _tasks in ordered if a in names)[:8]


def top_knowledge(catalogue: Catalogue, occupation: Occupation) -> tuple[str, ...]:
    """The knowledge areas that matter most there."""
    names = {k.id: k.name for k in catalogue.framework.knowledge}
    ordered = sorted(occupation.knowledge, key=lambda k: (-k.importance, k.element))
    return tuple(names[k.element] for k in ordered if k.element in names)[:5]


def notes(occupation: Occupation) -> tuple[str, ...]:
    """What a reader should know about the figures."""
    if occupation.rated:
        return ()
    return (
        _("O*NET has not rated the skills of this work yet; it is matched on what people do there and on interests."),
    )


def nearest(catalogue: Catalogue, which: str, limit: int) -> tuple[Near, ...]:
    """The nearest occupations, nearest first. Raises NotFound or BadInput."""
    base = catalogue.occupation(code_of(catalogue, which))
    tables = catalogue.tables
    found = []
    for rank, (column, _near) in enumerate(tables.nearest[tables.column[base.code]][:limit], start=1):
        other = catalogue.occupation(tables.codes[column])
        found.append(
            Near(
                rank=rank,
                code=other.code,
                name=other.name,
                what_you_do=other.profile.what_you_do,
                base_code=base.code,
                base_name=base.name,
            )
        )
    return tuple(found)
