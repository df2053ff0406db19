"""Which matches the page tells, and in which order: the list has twenty, the page has room for seven.

The list is ordered by the score within its bands (docs/decisions/0007). On the page, where the first lines are what somebody
will do next week, near equals change places: nothing here lifts a match into another band.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence

from navigator.domain.match import Match
from navigator.domain.occupation import Occupation
from navigator.domain.record import Experience, Record
from navigator.engine.bands import ORDER
from navigator.engine.reasons import BROUGHT
from navigator.engine.standing import worked_as
from navigator.engine.ways_in import LONG as YEARS_OFF
from navigator.engine.ways_in import best_way, longer_than_said, time_before
from navigator.formats.words import Names, shrinks
from navigator.i18n import ENGLISH, language

FULL_MATCHES = 3
"""Matches told in full; the rest of the page's matches have a line each."""

SHORT_MATCHES = 4
MOST_OWN = 2
"""Lines kept for work that was done and stands low in the list only for its hours."""

NEAR = 0.06
"""Scores no farther apart than this are near equals: the score says little of which of the two fits better."""

LONG = frozenset({"year", "years", "long"})
HOURS = frozenset({"times", "hours"})
PAID = (None, "paid", "side", "service")
"""Kinds of work that brought pay; nobody asked on the quick route, where most name what they were paid for."""

Against = Callable[[Match], set[str]]
"""What stands against a match, by the kinds of it."""


def chosen(
    shown: tuple[Match, ...],
    record: Record,
    names: Names,
    last_per_hour: float | None,
    slow: Container[str] = (),
    far: Container[str] = (),
) -> list[Match]:
    """What has room on the page, in its order: the first ones are told in full. ``slow``: work that takes clearly longer
    to get into than the person said; ``far``: years longer."""

    def against(match: Match) -> set[str]:
        return _caps(match) | ({"slow"} if match.code in slow else set())

    worth = _far_last(_lasting_first(worth_paper(shown, last_per_hour), against), far)
    worth = _paid_work_first(worth, record, names, against)
    full = [m for m in worth if not m.rare][:FULL_MATCHES]
    others = [m for m in worth if m not in full]
    own = _own_but_for_hours(others, _held(record.experience, names))
    kept = [*own, *(m for m in _opened(others, full) if m not in own)]
    return [*full, *kept, *(m for m in others if m not in kept)][: FULL_MATCHES + SHORT_MATCHES]


def on_page(
    shown: tuple[Match, ...],
    record: Record,
    occupations: Mapping[str, Occupation],
    names: Names,
    last_per_hour: float | None,
) -> tuple[str, ...]:
    """The codes of what has room on the page, in its order, by the whole record: what a page leaves out changes nothing of
    which work it tells."""
    train, cannot, held = record.wants.train_months, record.wants.cannot, _held(record.experience, names)
    ways = {m.code: best_way(occupations[m.code], train, cannot) for m in shown if m.code not in held}
    slow = {c for c, way in ways.items() if longer_than_said(way, train)}
    far = {c for c in slow if (way := ways[c]) and time_before(way, occupations[c]) >= YEARS_OFF}
    return tuple(m.code for m in chosen(shown, record, names, last_per_hour, slow, far))


def unspoken(match: Match, record: Record) -> bool:
    """Whether work is made of another language, and nothing tells of one. On a page in another language than English the
    person speaks it."""
    needs = any(r.kind == "need" and r.part == "knowledge" and r.about in BROUGHT for r in match.reasons)
    done = any(e.code == match.code for e in record.experience)
    return needs and not record.languages and language() == ENGLISH and not done


def worth_paper(shown: Sequence[Match], last_per_hour: float | None) -> list[Match]:
    """What goes on the page: no stretch that also pays less than the last job, while there is anything better."""

    def poor(match: Match) -> bool:
        typical = match.wages.typical.per_hour if match.wages else None
        less = last_per_hour is not None and typical is not None and typical < last_per_hour
        return match.band == "stretch" and less

    return [m for m in shown if not poor(m)] or list(shown)


def _held(jobs: Iterable[Experience], names: Names) -> set[str]:
    return {worked_as(job, names.service) for job in jobs} - {""}


def _caps(match: Match) -> set[str]:
    return {r.part for r in match.reasons if r.kind == "cap"}


def _own_but_for_hours(worth: list[Match], held: set[str]) -> list[Match]:
    """Work that was done, and stands where it does only for the hours it often asks: those can be asked about."""
    own = [m for m in worth if m.code in held and m.band != "stretch"]
    return [m for m in own if _caps(m) and _caps(m) <= HOURS][:MOST_OWN]


def _opened(worth: list[Match], full: list[Match]) -> list[Match]:
    """The first work that a paper opens, where none of those told in full is opened by one."""

    def opens(match: Match) -> bool:
        return match.band != "stretch" and any(r.part == "licences" for r in match.reasons)

    return [] if any(map(opens, full)) else [m for m in worth if opens(m)][:1]


def _lasting_first(worth: list[Match], against: Against) -> list[Match]:
    """Of near equals, work that there will be less of comes after work that stays."""
    left, found = list(worth), []
    while left:
        first = left[0]
        if shrinks(first.projection):
            stays = (m for m in left[1:] if not shrinks(m.projection) and _near(first, m, against))
            first = next(stays, first)
        left.remove(first)
        found.append(first)
    return found


def _far_last(worth: list[Match], far: Container[str]) -> list[Match]:
    """Of what has room, in each band, that which is years off for who cannot train so long comes after the rest."""
    room = FULL_MATCHES + SHORT_MATCHES
    return [*sorted(worth[:room], key=lambda m: (ORDER.index(m.band), m.code in far)), *worth[room:]]


def _near(first: Match, other: Match, against: Against) -> bool:
    """Whether another match is as good as one that stands before it: in its band, with nearly its score, and nothing
    against it that does not stand against the first."""
    close = first.score.total - other.score.total <= NEAR
    return first.band == other.band and close and not other.rare and against(other) <= against(first)


def _paid_work_first(worth: list[Match], record: Record, names: Names, against: Against) -> list[Match]:
    """What somebody did as a volunteer only is not the first idea for who was paid for other work for a year or more."""
    paid = [e for e in record.experience if e.kind in PAID]
    unpaid = _held((e for e in record.experience if e.kind == "volunteer"), names) - _held(paid, names)
    if not worth or worth[0].code not in unpaid or not any(e.code and e.length in LONG for e in paid):
        return worth
    first, rest = worth[0], worth[1:]
    before = [m for m in rest[: FULL_MATCHES - 1] if m.band == first.band and against(m) <= against(first)]
    return [*before, first, *(m for m in rest if m not in before)]
