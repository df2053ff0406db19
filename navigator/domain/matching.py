"""The engine's opinions, as data: weights, thresholds and caps of data/matching.yaml."""

from __future__ import annotations

from dataclasses import dataclass

from navigator.domain.match import Band, PartName


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """From which score a match is a strong fit or worth a look; and what makes a result clear enough to show bands.

    ``strong_unnamed`` holds where no occupation is known that the person worked in: ticks alone say less surely;
    ``look_soon`` where a short free course opens the work.
    """

    strong: float
    strong_unnamed: float
    look: float
    least_answers: int
    look_soon: float = 0.33


@dataclass(frozen=True, slots=True, kw_only=True)
class Caps:
    """The best band a match can have when something stands in the way, whatever the skills say.

    ``pay_alone`` holds where pay under the floor is the only thing in the way.
    """

    schooling: Band
    licence: Band
    training: Band
    pay: Band
    cannot: Band
    zone: Band
    pay_alone: Band = "look"
    hours: Band = "look"
    times: Band = "look"
    unpaid: Band = "stretch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Jobs:
    """How many jobs there must be for work from elsewhere: openings a year in the nation, growth in percent over ten years."""

    openings: int
    growth: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cannot:
    """Something a person cannot or will not do. Each occupation's file names those that it asks."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledOut:
    """The words, as they begin, in which people rule out the thing with this id; ``but``: what has such a word in it and
    means another thing."""

    id: str
    words: tuple[str, ...]
    but: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """Everything the engine thinks, visible and editable.

    ``floor_share``: pay from this share of the floor on is near enough; ``believed_pay``: the last pay, in dollars an
    hour, that other pay is compared with at all. ``without_diploma``: where so many in 100 who do the work have no
    diploma, none is said to be missing. ``few_openings``: work with fewer openings a year in the nation hardly exists.
    ``abroad``: other countries, as people write them; ``ruled_out``: what people say of what they rule out, heard in this
    order.
    """

    weights: dict[PartName, float]
    not_ticked: float
    ticks_full: int
    neighbours: int
    thresholds: Thresholds
    caps: Caps
    cannot: tuple[Cannot, ...]
    shown: int
    elsewhere: int
    schooling_order: tuple[str, ...]
    entry_education: dict[str, str]
    near: dict[str, float]
    without_diploma: float = 15.0
    few_openings: int = 1_000
    abroad: tuple[str, ...] = ()
    ruled_out: tuple[RuledOut, ...] = ()
    floor_share: float = 0.95
    believed_pay: tuple[float, float] = (7.25, 250.0)
    elsewhere_jobs: Jobs = Jobs(openings=0, growth=-100.0)
