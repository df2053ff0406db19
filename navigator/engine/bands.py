"""From a score to advice: thresholds, and caps for what stands in the way. A number is not advice."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from navigator.domain.match import Band, Reason
from navigator.domain.matching import Matching
from navigator.domain.occupation import Asks, Occupation, Projection, Wages
from navigator.domain.standing import Standing
from navigator.engine.free_time import hardly_paid
from navigator.engine.ways_in import DEGREES, LONG, SOON, best_way, months_before, training_months

ORDER: tuple[Band, ...] = ("strong", "look", "stretch")

Cap = tuple[Band, Reason]
"""What stands in the way of a match, and the best band it leaves."""

ASKS_AS_SCHOOLING: dict[Asks, str] = {
    "none": "none",
    "short_course": "none",
    "certificate": "certificate",
    "apprenticeship": "high_school",
    "associate": "associate",
    "bachelor": "bachelor",
    "master": "master",
    "doctor": "doctor",
}

DIPLOMA = "high_school"

FAR_SCHOOLING = 4
"""Steps of schooling (a high school diploma to a 4-year degree is four) that make any match a stretch."""

ZONE_OF_SCHOOLING = {"none": 1, "high_school": 2, "some_college": 2, "certificate": 3, "associate": 3, "bachelor": 4,
                     "master": 5, "doctor": 5}  # fmt: skip


def band_of(total: float, matching: Matching, *, named: bool = True, held: bool = False, soon: bool = False) -> Band:
    """The band a score alone would give; ``named``: an occupation is known that the person worked in.

    ``held``: this very work, or the license or card that it requires. Few answers make a low score, but work somebody has
    done or has the paper for is no stretch for them; nor, from a lower score on, what a short free course opens (``soon``).
    """
    limits = matching.thresholds
    if total >= (limits.strong if named else limits.strong_unnamed):
        return "strong"
    return "look" if held or total >= (limits.look_soon if soon else limits.look) else "stretch"


def capped(band: Band, caps: list[Band]) -> Band:
    """The band after everything that stands in the way."""
    return max([band, *caps], key=ORDER.index)


def required_schooling(occupation: Occupation, projection: Projection | None, matching: Matching) -> str:
    """The schooling people usually need: the lower of the published entry education and our most usual way in.

    A way in says what is asked beyond high school: one that asks nothing, or a short course, still asks the diploma.
    """
    order, ways = matching.schooling_order, occupation.profile.ways_in
    published = matching.entry_education.get(projection.entry_education or "") if projection else None
    usual = ASKS_AS_SCHOOLING[ways[0].asks] if ways else None
    if usual == "none" and published not in (None, "none") and not hires_without_diploma(occupation, matching):
        usual = DIPLOMA
    return min((s for s in (published, usual) if s), key=order.index, default="none")


def hires_without_diploma(occupation: Occupation, matching: Matching) -> bool:
    """Whether enough of those who do the work have no diploma; unknown is no."""
    without = occupation.entry.education[:1] if occupation.entry else ()
    return bool(without) and without[0] >= matching.without_diploma


def unasked_schooling(
    standing: Standing, occupation: Occupation, projection: Projection | None, matching: Matching
) -> tuple[Reason, ...]:
    """The diploma that is usual there, where nobody asked whether the person has one: told, and no reason to hold back."""
    if standing.schooling or occupation.code in standing.held:
        return ()
    needed = required_schooling(occupation, projection, matching)
    return (Reason(kind="not_asked", part="schooling", about=needed),) if needed == DIPLOMA else ()


def is_by_paper(occupation: Occupation, projection: Projection | None, matching: Matching) -> bool:
    """Whether the schooling people usually have is the very certificate that is required."""
    required = occupation.profile.licence.need == "required"
    return required and required_schooling(occupation, projection, matching) == "certificate"


def asks_for(occupation: Occupation, ruled_out: str) -> bool:
    """Whether an occupation often asks something a person rules out, as its own file says. Nobody has said: it does not."""
    return ruled_out in (occupation.profile.asks_for or ())


TIMES = ("nights", "weekends")
"""Hours that an occupation may ask, as its file says, and that a worker may pick or leave out."""

ASKABLE = (*TIMES, "away")
"""What most work of a kind also comes without: somebody who rules it out can ask for the day shift, or for a local job."""

SCHOOL_HOURS = "school"


def can_ask(occupation: Occupation, ruled_out: str) -> bool:
    """Whether something ruled out can be asked for otherwise there: on a rig or a ship the shifts turn for everybody."""
    return ruled_out in ASKABLE and ruled_out not in occupation.profile.always


def other_hours(picked: Iterable[str], cannot: Iterable[str], occupation: Occupation) -> tuple[str, ...]:
    """Hours that an occupation often asks and that were not among those picked; what was ruled out is told as that."""
    chosen = {*picked}
    if not chosen - {"full", "part"}:
        return ()
    return tuple(t for t in TIMES if t not in chosen and t not in cannot and asks_for(occupation, t))


def caps_on(
    standing: Standing,
    occupation: Occupation,
    wages: Wages | None,
    projection: Projection | None,
    matching: Matching,
    zone_reached: int | None,
) -> list[Cap]:
    """Everything that stands in the way of a match, each with the best band it leaves.

    ``zone_reached`` is the highest job zone of the work the person has done, or None.
    """
    found = [
        schooling_cap(standing, occupation, projection, matching, zone_reached or 0),
        licence_cap(standing, occupation, matching),
        _training(standing, occupation, matching),
        _years(standing, occupation, matching),
        _pay(standing, wages, matching),
        zone_cap(standing, occupation, matching, zone_reached),
        _hours(standing, occupation, matching),
        _times(standing, occupation, matching),
        _unpaid(standing, occupation, matching),
    ]
    ruled_out = (c.id for c in matching.cannot if c.id in standing.cannot and asks_for(occupation, c.id))
    caps = [cap for cap in found if cap is not None]
    caps += [(matching.caps.cannot, _cap("cannot", c)) for c in ruled_out if not can_ask(occupation, c)]
    alone = all(reason.part == "pay" or band == ORDER[0] for band, reason in caps)
    if alone:  # it fits but for the pay: for the person to weigh
        caps = [(matching.caps.pay_alone if reason.part == "pay" else band, reason) for band, reason in caps]
    return [(band, replace(reason, weight=float(ORDER.index(band)))) for band, reason in caps]


FAR = ("schooling", "training", "years", "zone")


def lacks_degree(caps: Iterable[Reason]) -> bool:
    """Whether a degree that people usually have there is missing."""
    return any(r.part == "schooling" and r.about in DEGREES for r in caps if r.kind == "cap")


def is_rare(projection: Projection | None, matching: Matching) -> bool:
    """Whether the whole nation has few openings for work. The place somebody lives in says nothing here: it may change
    the pay that is shown, never the order. Not published: we do not know."""
    openings = projection.yearly_openings if projection else None
    return openings is not None and openings < matching.few_openings


KIN = 6
"""The first letters of a code that are the same for work of one kind: 47-504, machines under ground."""


def is_kin(code: str, known: Iterable[str]) -> bool:
    """Whether work is of the same kind as some that is known."""
    return code[:KIN] in {c[:KIN] for c in known}


def is_far(caps: Iterable[Reason]) -> bool:
    """Whether years of school, training or preparation lie between. A cap weighs as much as the band it leaves is low."""
    return any(r.part in FAR and r.weight == len(ORDER) - 1 for r in caps if r.kind == "cap")


def _cap(part: str, about: str) -> Reason:
    return Reason(kind="cap", part=part, about=about)


def schooling_cap(
    standing: Standing, occupation: Occupation, projection: Projection | None, matching: Matching, zone_reached: int
) -> Cap | None:
    """What the schooling that people usually have there leaves."""
    if occupation.code in standing.held:
        return None
    needed = required_schooling(occupation, projection, matching)
    if is_by_paper(occupation, projection, matching) and licensed(standing, occupation):
        return None  # the certificate people usually have is the one they hold
    order = matching.schooling_order
    has = order.index(standing.schooling) if standing.schooling else None
    if needed == "none" or (has is not None and has >= order.index(needed)):
        return None
    if has is None and order.index(needed) <= order.index(DIPLOMA):
        return None  # not asked, and most people have it: no reason to hold a match back
    if has is None:  # not said: read as not there, unless the work done asks as much
        far = order.index(needed) >= order.index("bachelor") and zone_reached < ZONE_OF_SCHOOLING[needed]
    else:
        far = order.index(needed) - has >= FAR_SCHOOLING
    return ("stretch" if far else matching.caps.schooling), _cap("schooling", needed)


def licence_cap(standing: Standing, occupation: Occupation, matching: Matching) -> Cap | None:
    """What a licence leaves that is required and not held."""
    licence, here = occupation.profile.licence, occupation.code in standing.held and not _abroad(standing, occupation)
    if licence.need != "required" or here or licensed(standing, occupation):
        return None
    return matching.caps.licence, _cap("licence", licence.names[0])


def unticked_licence(standing: Standing, occupation: Occupation) -> tuple[Reason, ...]:
    """The license that work asks which somebody did here, and did not say they have: told, and no cap. They may have it."""
    licence = occupation.profile.licence
    if licence.need != "required" or licensed(standing, occupation):
        return ()
    if occupation.code not in standing.held or _abroad(standing, occupation):
        return ()
    return (Reason(kind="need", part="licence", about=licence.names[0]),)


def _abroad(standing: Standing, occupation: Occupation) -> bool:
    """Whether somebody did this work in another country only: a license from there does not hold here."""
    return occupation.code in standing.abroad


def licensed(standing: Standing, occupation: Occupation) -> bool:
    """Whether somebody holds what the law asks; any one of those that are named, or a paper that includes it, is enough."""
    licence = occupation.profile.licence
    return licence.need == "required" and bool(licence.held(standing.licences))


def _training(standing: Standing, occupation: Occupation, matching: Matching) -> Cap | None:
    if standing.train_months is None or occupation.code in standing.held or licensed(standing, occupation):
        return None
    if training_months(occupation) <= standing.train_months:
        return None
    return matching.caps.training, _cap("training", f"{training_months(occupation):g}")


def _years(standing: Standing, occupation: Occupation, matching: Matching) -> Cap | None:
    """What years of other work leave, on the way that would be shown to somebody who said a short time."""
    said = standing.train_months
    if said is None or said >= LONG or occupation.code in standing.held or training_months(occupation) > said:
        return None
    if months_before(occupation) <= said:
        return None
    way = best_way(occupation, said)
    return matching.caps.training, _cap("years", f"{way.months[0] if way else 0:g}")


def _pay(standing: Standing, wages: Wages | None, matching: Matching) -> Cap | None:
    typical = wages.typical.per_hour if wages else None
    if standing.pay_floor is None or typical is None or typical >= matching.floor_share * standing.pay_floor:
        return None
    return matching.caps.pay, _cap("pay", f"{typical:.2f}")


def _hours(standing: Standing, occupation: Occupation, matching: Matching) -> Cap | None:
    """School hours are asked for because of children: other hours than those are more than a remark."""
    clash = other_hours(standing.hours, standing.cannot, occupation)
    if SCHOOL_HOURS not in standing.hours or not clash:
        return None
    return matching.caps.hours, _cap("hours", " ".join(clash))


def ruled_out_times(cannot: Container[str], occupation: Occupation) -> list[str]:
    """The hours, and the nights away, that somebody rules out and the work often asks, but not in every job."""
    return [t for t in ASKABLE if t in cannot and asks_for(occupation, t) and can_ask(occupation, t)]


def _times(standing: Standing, occupation: Occupation, matching: Matching) -> Cap | None:
    """Nights, weekends and nights away that were ruled out: most such work has other shifts, or local jobs, to ask for."""
    clash = ruled_out_times(standing.cannot, occupation)
    return (matching.caps.times, _cap("times", " ".join(clash))) if clash else None


def _unpaid(standing: Standing, occupation: Occupation, matching: Matching) -> Cap | None:
    """What art or sport leaves that was done in free time only: few are paid for it, or for what is like it."""
    if not hardly_paid(standing, occupation.code):
        return None
    return matching.caps.unpaid, _cap("unpaid", "same" if occupation.code in standing.free_time else "like")


def _soon_learned(occupation: Occupation) -> bool:
    """Whether people are usually hired without training and have it within months: no long preparation, whatever its zone."""
    ways = occupation.profile.ways_in
    return bool(ways) and ways[0].asks == "none" and ways[0].months[1] <= SOON


def zone_cap(standing: Standing, occupation: Occupation, matching: Matching, zone_reached: int | None) -> Cap | None:
    """What much more preparation than that of the work done leaves."""
    reached = max(zone_reached or 0, ZONE_OF_SCHOOLING.get(standing.schooling or "", 0))
    if not reached or occupation.job_zone - reached < 2 or _soon_learned(occupation):
        return None
    return matching.caps.zone, _cap("zone", str(occupation.job_zone))
