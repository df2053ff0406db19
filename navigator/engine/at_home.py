"""What caring for one's own family and home takes: the tick list of paid work with what nobody does at home left out."""

from __future__ import annotations

from navigator.domain.framework import Framework

OFTEN_AT_HOME = (
    "4.A.4.a.5.I09",  # wash, dress, eat
    "4.A.1.a.2.I06",  # keep an eye on children
    "4.A.3.a.2.I03",  # cook
    "4.A.3.a.1.I03",  # clean
    "4.A.3.a.1.I08",  # wash dishes and clothes
    "4.A.4.c.3.I05",  # shop
    "4.A.3.a.4.I01",  # drive
)
"""Asked of everybody who did work at home, whichever occupation it is most like."""

FIRST = ("care", "moving", "food", "driving")
"""Groups that most work at home is of; they come first, in this order of activities as they were."""

NOT_AT_HOME = frozenset(["lead", "medical", "office", "health"])
"""Groups of paid work: left out, unless the occupation is mostly that."""

BASIC_HEALTH = frozenset(["4.A.1.a.2.I05", "4.A.4.a.5.I03", "4.A.4.a.5.I07"])
"""Of the health group, what families do: watch over the sick, give medicine, first aid."""

MAINLY = 5
"""So many activities are what an occupation mostly is."""

MOST = 16
"""As long as the tick list of any work."""


def at_home(activities: tuple[str, ...], framework: Framework) -> tuple[str, ...]:
    """The tick list of an occupation, best first, for somebody who did it for their own family and home."""
    if not activities:
        return ()
    groups = {a.id: a.group for a in framework.activities}
    main = frozenset(activities[:MAINLY]) | BASIC_HEALTH
    kept = [a for a in activities if a in main or groups.get(a) not in NOT_AT_HOME]
    often = [a for a in OFTEN_AT_HOME if a in groups]
    near = [a for a in kept if groups.get(a) in FIRST]
    return tuple(dict.fromkeys((*often, *near, *kept)))[:MOST]
