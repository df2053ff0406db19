"""What a route's place in the list is made of: a named sum, with its weights in data/pathways.yaml."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import log2, log10

from navigator.domain.occupation import is_mixed
from navigator.domain.pathway import Limits, PathwaySettings, Spot, Step
from navigator.engine.ways_in import LONG

MANY_OPENINGS = log10(300_000)
"""Openings a year in the nation from which more do not count."""

UNKNOWN_PAY = 15.0
"""Dollars an hour to measure a gain against when nothing is known of today's pay: it only orders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HerePay:
    """Middle pay an hour of one occupation, and whether it is the state's own figure."""

    per_hour: float | None
    local: bool = True


@dataclass(kw_only=True)
class Points:
    """The sum for one worker: today's pay is ``base``, or None; ``fit`` says how well an end suits."""

    spot: Callable[[str], Spot | None]
    pay: Callable[[str], HerePay]
    limits: Limits
    settings: PathwaySettings
    base: float | None
    fit: Callable[[str], float]
    _worth: dict[str, float] = field(default_factory=dict)

    def points(self, steps: tuple[Step, ...], months: tuple[float, float]) -> float:
        """A named sum: pay, firm steps, fit and openings speak for a route; time without pay and more steps against."""
        weight = self.settings.weights
        unpaid = sum(s.study for s in steps if not s.earns)
        whole = sum(months) / 2
        paid = max(0.0, whole - unpaid)
        firm = [s.strength for s in steps]
        return (
            self.worth(steps[-1].code, steps[-1].per_hour)
            + weight["strength"] * (sum(firm) / len(firm) + min(firm)) / 2
            + weight["fit"] * sum(self.fit(s.code) for s in steps) / len(steps)
            - weight["unpaid_year"] * unpaid / 12
            - weight["paid_year"] * paid / 12
            - weight["more_steps"] * (len(steps) - 1)
            - weight["shorter_way"] * sum(s.shorter for s in steps)
            - weight["over_said"] * self._over_said(whole) / 12
            - weight["less_first"] * (self.base is not None and steps[0].per_hour < self.base)
        )

    def _over_said(self, whole: float) -> float:
        """The months by which a way is longer than somebody said they could train, where they said less than two years."""
        said = self.limits.train_months
        return 0.0 if said is None or said >= LONG else max(0.0, whole - max(said, self.settings.soon))

    def worth(self, code: str, per_hour: float) -> float:
        """What an end is worth by itself: its pay, and how many openings there are."""
        if code not in self._worth:
            weight, spot = self.settings.weights, self.spot(code)
            openings = log10(max(spot.openings or 1, 1) if spot else 1) / MANY_OPENINGS
            self._worth[code] = (
                weight["gain"] * self._gain_at(code, per_hour)
                + weight["openings"] * min(1.0, openings)
                - (0.0 if self.pay(code).local else weight["no_local_figure"])
                - (0.0 if code.endswith(".00") else weight["specialty"])
            )
        return self._worth[code]

    def _gain_at(self, code: str, per_hour: float) -> float:
        """The gain; half of it where the pay is that of many unlike kinds of work together."""
        gain = self._gain(per_hour)
        return gain / 2 if is_mixed(code) and gain > 0 else gain

    def _gain(self, per_hour: float) -> float:
        """Pay against today's: the first dollars more count most, and doubling counts 1; with none known, against $15."""
        doubled = log2(per_hour / (self.base or UNKNOWN_PAY))
        return 1.5 * doubled / (doubled + 0.5) if doubled > 0 else max(-1.0, doubled)
