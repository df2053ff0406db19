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


def activities(framework: Framework, tables: Tables, number: int) -> tuple[str, ...]:
    """So many activities, some of each group, that between them tell as many occupations apart as can be."""
    groups = {a.id: a.group for a in framework.activities if a.id in tables.activity_row}
    left = [WEIGHTS[zone] for zone in tables.zones]
    held = {a: [n for n, value in enumerate(tables.activity_row[a]) if value] for a in groups}
    picked: list[str] = []
    least = SEVERAL if number > SEVERAL * len(framework.groups) else 1
    for most in (*range(1, least + 1), MOST_OF_A_GROUP, len(groups)):
        room = len(picked) + (len(set(groups.values())) if most <= least else number)
        while len(picked) < min(number, room):
            counts = Counter(groups[a] for a in picked)
            pool = [a for a in groups if a not in picked and counts[groups[a]] < most]
            if not pool:
                break
            best = max(pool, key=lambda a: sum(left[n] for n in held[a]))
            picked.append(best)
            for n in held[best]:
                left[n] *= TOLD
    order = {a.id: n for n, a in enumerate(framework.activities)}
    return tuple(sorted(picked, key=order.__getitem__))


def licences(usual: Sequence[str], named: Iterable[Sequence[str]], names: Mapping[str, str]) -> tuple[str, ...]:
    """The everyday licenses, then those that the most occupations name."""
    counts = Counter(licence for some in named for licence in some)
    ranked = sorted(counts, key=lambda licence: (-counts[licence], licence))
    return tuple(dict.fromkeys(n for n in (*usual, *ranked) if n in names))[:MOST_LICENCES]
