"""Where a person stands: everything the engine may read of a record. Name, age, language and place are not in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What somebody has done, says of themselves, knows, likes and held; sorted, so that order of entry cannot count.

    ``skills`` holds each rated skill against the person's own mean (about -1 to 1); ``likings`` sums like me / not
    like me by interest; ``held`` are codes of occupations worked in, ``alike`` those that were only picked as most like what
    was done in service; ``abroad`` those of ``held`` that were only done in another country; ``free_time`` art and sport that was
    only done without pay. ``flat``: the ratings were all the same.
    """

    did: tuple[str, ...] = ()
    not_ticked: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    skills: tuple[tuple[str, float], ...] = ()
    knowledge: tuple[str, ...] = ()
    likings: tuple[tuple[str, float], ...] = ()
    held: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    abroad: tuple[str, ...] = ()
    free_time: tuple[str, ...] = ()
    schooling: str | None = None
    licences: tuple[str, ...] = ()
    train_months: float | None = None
    cannot: tuple[str, ...] = ()
    dismissed: tuple[str, ...] = ()
    pay_floor: float | None = None
    hours: tuple[str, ...] = ()
    flat: bool = False

    @property
    def known_work(self) -> tuple[str, ...]:
        """The work that the fit goes by: what was done, and what is like it."""
        return (*self.held, *self.alike)

    @property
    def answers(self) -> int:
        """How many separate things there are to go by."""
        return (
            len(self.did)
            + len(self.skills)
            + len(self.knowledge)
            + len(self.likings)
            + 3 * len((*self.known_work, *self.free_time))
        )
