"""What caring for one's own family and home takes: the tick list of paid work with what nobody does at home left out."""

from __future__ import annotations

from navigator.domain.framework import Framework
from navigator.domain.record import Experience
from navigator.engine.life_words import is_home_life


def was_at_home(job: Experience, framework: Framework) -> bool:
    """Whether work was done for one's own family and home: as the person said, or as its title tells where nobody asked."""
    return job.kind == "home" or (job.kind is None and is_home_life(job.title, framework.home))


def at_home(activities: tuple[str, ...], framework: Framework) -> tuple[str, ...]:
    """The tick list of an occupation, best first, for somebody who did it for their own family and home."""
    if not activities:
        return ()
    home = framework.home
    groups = {a.id: a.group for a in framework.activities}
    main = {*activities[: home.mainly], *home.unless}
    kept = [a for a in activities if a in main or groups.get(a) not in home.left_out]
    often = [a for a in home.often if a in groups]
    near = [a for a in kept if groups.get(a) in home.first]
    return tuple(dict.fromkeys((*often, *near, *kept)))[: home.most]
