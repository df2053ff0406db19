"""Do the pay figures fit the occupations, and can they be true? Problems as (file, what, a text of its line)."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.catalogue.check_said import Found
from navigator.catalogue.load import WAGE_COLUMNS, Source
from navigator.domain.occupation import NATION

NO_WAGES = frozenset({"11-1031", "45-3031"})
"""OEWS publishes no wage for legislators and for people who fish or hunt; nor for the military (55-)."""

_HOURLY, _YEARLY = (slice(WAGE_COLUMNS.index(f"{by}10"), WAGE_COLUMNS.index(f"{by}90") + 1) for by in "ha")


def unjoined_wages(source: Source) -> Iterator[Found]:
    """Wage rows name known areas and occupations; every occupation has a wage, its own or its group's."""
    areas = {area for area, _ in source.areas}
    names = {soc for soc, _ in source.soc_names}
    for area in sorted({str(row[0]) for row in source.wages} - areas):
        yield "wages/states.csv", f"the area {area} is not in areas.csv", f"{area},"
    for soc in sorted({str(row[1]) for row in source.wages} - names):
        yield "wages/national.csv", f"the occupation {soc} is not in occupations.csv", f",{soc},"
    groups = {row[0]: row[1] for row in source.groups}
    for kind, rows, at in (("wage", source.wages, 1), ("projection", source.projections, 0)):
        paid = {row[at] for row in rows}
        for loaded in source.occupations:
            o = loaded.occupation
            known_without = kind == "wage" and (o.soc in NO_WAGES or o.soc.startswith("55-"))
            if not known_without and o.soc not in paid and groups.get(o.soc) not in paid:
                yield f"occupations/{o.code}.yaml", f"no {kind} joins {o.soc}", "code:"


def falling_pay(source: Source) -> Iterator[Found]:
    """Rows in which a larger share of people earns less than a smaller one: pay rises from h10 to h90, and a10 to a90."""
    for row in source.wages:
        for columns in (_HOURLY, _YEARLY):
            known = [figure for figure in row[columns] if figure is not None]
            if known != sorted(known):
                area, soc = row[:2]
                named = zip(WAGE_COLUMNS[columns], row[columns], strict=True)
                told = ", ".join(f"{name} {pay}" for name, pay in named if pay is not None)
                file = "national" if area == NATION else "states"
                yield f"wages/{file}.csv", f"{area} {soc}: pay falls where it must rise: {told}", f"{area},{soc},"
