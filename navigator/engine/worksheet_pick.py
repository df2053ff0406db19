"""Which activities and licenses stand on a worksheet: few, and those that tell most. The same catalogue gives the same ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from navigator.domain.framework import Framework
from navigator.engine.tables import Tables

WEIGHTS = {1: 1.5, 2: 1.5, 3: 1.0, 4: 0.5, 5: 0.25}
"""How much an occupation of each job zone counts: whoever comes to a center has mostly done work of the first three."""

TOLD = 0.5
"""What an occupation still has to tell after one of its activities was picked."""

SEVERAL = 2
"""Activities of each group, where there is room for so many of all."""

MOST_OF_A_GROUP = 6
MOST_LICENCES = 12

FIRST_ZONES, KNOWN_BY, KNOWN_SHARE = 3, 20, 1 / 3
"""What stands on a sheet is done in so many occupations of the first job zones, and mostly there: no leading of legal work."""

OWN_PLACES: Mapping[str, tuple[str, ...]] = {
    "45": ("4.A.3.a.1.I17", "4.A.3.a.3.I11", "4.A.4.a.5.I04"),  # planting and picking; tractors; animals and plants
    "35": ("4.A.3.a.2.I03", "4.A.3.a.1.I15", "4.A.3.a.1.I08"),  # cooking; serving; washing up
    "39": ("4.A.4.a.5.I09", "4.A.1.a.2.I06", "4.A.4.b.3.I01"),  # help to wash and eat; minding children; daily skills
    "37": ("4.A.3.a.1.I03", "4.A.3.a.2.I14", "4.A.3.a.1.I05"),  # cleaning; cutting grass; hauling trash
    "51": ("4.A.3.a.2.I05", "4.A.3.a.3.I06", "4.A.3.a.2.I42"),  # sewing; factory machines; packing
    "47": ("4.A.3.a.2.I01", "4.A.3.a.1.I07", "4.A.3.a.2.I33"),  # building; digging and concrete; painting
    "53": ("4.A.3.a.4.I01", "4.A.3.a.1.I06", "4.A.3.a.3.I08"),  # driving; loading; forklifts
    "41": ("4.A.4.c.1.I03", "4.A.4.a.6.I02", "4.A.3.a.2.I37"),  # ringing up; selling; filling shelves
    "43": ("4.A.4.c.1.I01", "4.A.4.a.8.I03", "4.A.3.b.1.I06"),  # filing, typing, phones; customers; typing in data
}
"""Of each field where many work who come to a center, what people there know as their own. The short sheet has the first two.

Left to the sum below, these lose to what is done nearly everywhere, and a farmworker finds nothing to tick.
"""

OWN_WHERE_ROOM = ("4.A.3.b.6.I14", "4.A.4.a.8.I01", "4.A.4.b.3.I02", "4.A.2.b.2.I15")
"""What a long sheet has besides: legal papers; singing, acting, dancing; teaching a subject or a trade, planning lessons. Without
it paralegals, title searchers, actors and teachers find no line that is theirs."""

ROOMY = 60
"""From so many activities on a sheet, all of a field's own places are kept."""


def activities(framework: Framework, tables: Tables, number: int) -> tuple[str, ...]:
    """So many activities: each field's own, some of each group, and those that between them tell the most occupations apart."""
    groups = {a.id: a.group for a in framework.activities if a.id in tables.activity_row}
    left = [WEIGHTS[zone] for zone in tables.zones]
    held = {a: [n for n, value in enumerate(tables.activity_row[a]) if value] for a in groups}
    everyday = _everyday(groups, held, tables)
    picked: list[str] = []

    def pick(activity: str) -> None:
        picked.append(activity)
        for n in held[activity]:
            left[n] *= TOLD

    for own in own_places(number):
        if own in groups:
            pick(own)
    least = SEVERAL if number > SEVERAL * len(framework.groups) else 1
    for most in (*range(1, least + 1), MOST_OF_A_GROUP, len(groups)):
        while len(picked) < number:
            counts = Counter(groups[a] for a in picked)
            pool = [a for a in everyday if a not in picked and counts[groups[a]] < most]
            if not pool:
                break
            pick(max(pool, key=lambda a: sum(left[n] for n in held[a])))
    order = {a.id: n for n, a in enumerate(framework.activities)}
    return tuple(sorted(picked, key=order.__getitem__))


def own_places(number: int) -> tuple[str, ...]:
    """The activities that stand on a sheet of so many whatever else does."""
    few = None if number >= ROOMY else SEVERAL
    places = tuple(a for own in OWN_PLACES.values() for a in own[:few])
    return places if few else places + OWN_WHERE_ROOM


def _everyday(groups: Mapping[str, str], held: Mapping[str, Sequence[int]], tables: Tables) -> list[str]:
    """What many who come to a center may have done; of a group with nothing such, what the most of them may have."""
    first = {a: sum(tables.zones[n] <= FIRST_ZONES for n in held[a]) for a in groups}
    found = {a for a in groups if first[a] >= KNOWN_BY and first[a] >= KNOWN_SHARE * len(held[a])}
    bare = {*groups.values()} - {groups[a] for a in found}
    found |= {max((a for a in groups if groups[a] == group), key=first.__getitem__) for group in bare}
    return [a for a in groups if a in found]


def licences(usual: Sequence[str], named: Iterable[Sequence[str]], names: Mapping[str, str]) -> tuple[str, ...]:
    """The everyday licenses, then those that the most occupations name."""
    counts = Counter(licence for some in named for licence in some)
    ranked = sorted(counts, key=lambda licence: (-counts[licence], licence))
    return tuple(dict.fromkeys(n for n in (*usual, *ranked) if n in names))[:MOST_LICENCES]
