"""Where somebody stands: contrast within the person, picks before flat ratings, nothing private."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.catalogue.store import Catalogue
from navigator.domain.record import BestWorst, Experience, Liking, Money, Per, Person, Progress, Rating, Record, Wants
from navigator.domain.standing import Standing
from navigator.engine.standing import is_flat, per_hour, standing_of, strongest

SKILLS = ("listening", "speaking", "reading", "writing", "numbers")


def rated(*levels: int | None) -> Record:
    """A record with ratings of the first skills."""
    ratings = tuple(Rating(skill=s, level=level) for s, level in zip(SKILLS, levels, strict=False))
    return Record(id="r", created="", ratings=ratings)


def test_a_rating_counts_against_the_persons_own_mean(catalogue: Catalogue) -> None:
    low = dict(standing_of(rated(1, 1, 1, 1, 2), catalogue.framework).skills)
    high = dict(standing_of(rated(2, 2, 2, 2, 3), catalogue.framework).skills)
    assert low == pytest.approx(high)


def test_not_sure_is_no_rating(catalogue: Catalogue) -> None:
    assert "reading" not in dict(standing_of(rated(1, 3, None, 2, 2), catalogue.framework).skills)


def test_equal_ratings_say_nothing_and_are_called_flat(catalogue: Catalogue) -> None:
    standing = standing_of(rated(2, 2, 2, 2, 2), catalogue.framework)
    assert standing.flat
    assert standing.skills == ()


def test_a_few_equal_ratings_are_no_sign_of_a_flat_rater() -> None:
    assert not is_flat(rated(2, 2, 2))


def test_best_worst_picks_decide_where_ratings_are_flat(catalogue: Catalogue) -> None:
    picked = replace(
        rated(3, 3, 3, 3, 3), best_worst=(BestWorst(id="1", offered=SKILLS, best="numbers", worst="writing"),)
    )
    assert dict(standing_of(picked, catalogue.framework).skills) == {"numbers": 1.0, "writing": -1.0}


def test_what_was_offered_and_not_ticked_is_kept_apart(catalogue: Catalogue) -> None:
    jobs = (Experience(id="a", asked=("x", "y"), did=("x",)), Experience(id="b", asked=("z", "y"), did=("y",)))
    standing = standing_of(Record(id="r", created="", experience=jobs), catalogue.framework)
    assert standing.did == ("x", "y")
    assert standing.not_ticked == ("z",)


def test_likings_add_up_by_interest(catalogue: Catalogue) -> None:
    likings = (
        Liking(statement="like-fix", value=1),
        Liking(statement="like-outside", value=1),
        Liking(statement="like-why", value=-1),
    )
    standing = standing_of(Record(id="r", created="", likings=likings), catalogue.framework)
    assert dict(standing.likings) == {"1.B.1.a": 2, "1.B.1.b": -1}


def test_yearly_pay_becomes_hourly() -> None:
    assert per_hour(Money(amount=41_600, per="year")) == 20.0


def test_a_standing_has_no_place_for_name_place_age_or_language() -> None:
    private = {"name", "state", "age", "language", "gender", "kind", "title", "when", "length"}
    assert not private & {f.name for f in fields(Standing)}


@given(
    name=st.text(max_size=30), state=st.sampled_from(["", "OH", "TX", "PR"]), shuffled=st.randoms(use_true_random=False)
)
def test_name_state_last_pay_and_order_of_entry_never_change_where_somebody_stands(
    catalogue: Catalogue, name: str, state: str, shuffled: object
) -> None:
    likings = [Liking(statement=s.id, value=1) for s in catalogue.framework.statements[:5]]
    ratings = [Rating(skill=s, level=1 + n % 3) for n, s in enumerate(SKILLS)]
    jobs = [Experience(id="a", title="cook", code="35-2014.00", did=("x", "y")), Experience(id="b", did=("w",))]
    wants = Wants(licences=("b", "a"), cannot=("nights", "blood"))
    plain = Record(
        id="r", created="", experience=tuple(jobs), ratings=tuple(ratings), likings=tuple(likings), wants=wants
    )
    for some in (likings, ratings, jobs):
        shuffled.shuffle(some)  # type: ignore[attr-defined]
    person = Person(name=name, state=state, last_pay=Money(amount=12, per="hour"), looked="wide")
    other = replace(plain, person=person, experience=tuple(jobs), ratings=tuple(ratings), likings=tuple(likings))
    other = replace(other, wants=replace(wants, licences=("a", "b"), cannot=("blood", "nights")))
    assert standing_of(plain, catalogue.framework) == standing_of(other, catalogue.framework)


NAMED = ("a", "b", "c", "d", "e", "f")


def test_the_strongest_skills_are_picked_ones_and_high_marks_by_what_the_work_asks() -> None:
    marks = tuple(Rating(skill=s, level=n) for s, n in zip(NAMED, (3, 3, 2, 1, 3, None), strict=True))
    record = Record(id="1", created="now", ratings=marks)
    assert strongest(record, NAMED, {}) == ["a", "b", "e", "c"]
    assert strongest(record, NAMED, {"e": 0.4, "b": 0.1, "c": 0.9}) == ["e", "b", "a", "c"]
    picked = replace(record, best_worst=(BestWorst(id="1", offered=NAMED, best="f"),), strongest=("d",))
    assert strongest(picked, NAMED, {"e": 0.4}) == ["d", "f", "e", "a", "b"]


@pytest.mark.parametrize("level", [2, 3])
def test_somebody_who_marks_everything_the_same_gets_the_few_that_their_work_speaks_for(level: int) -> None:
    record = Record(id="1", created="now", ratings=tuple(Rating(skill=s, level=level) for s in NAMED))
    assert strongest(record, NAMED, {"f": 0.5, "d": 0.3}) == ["f", "d", "a"]
    assert strongest(replace(record, strongest=("c",)), NAMED, {"f": 0.5, "d": 0.3}) == ["c", "f", "d"]
    assert strongest(replace(record, strongest=("a", "b", "c", "e")), NAMED, {"f": 0.5}) == ["a", "b", "c", "e"]


def test_a_screen_that_was_skipped_counts_neither_as_done_nor_as_not_done(catalogue: Catalogue) -> None:
    ids = tuple(a.id for a in catalogue.framework.activities[:18])
    job = Experience(id="any", asked=ids, did=ids[:2])
    seen = (Progress(question="any.did.1"), Progress(question="any.did.2", skipped=True))
    record = Record(id="1", created="", experience=(job,), progress=seen)
    assert standing_of(record, catalogue.framework).not_ticked == tuple(sorted(ids[2:9]))
    answered = replace(record, progress=(seen[0], replace(seen[1], skipped=False)))
    assert standing_of(answered, catalogue.framework).not_ticked == tuple(sorted(ids[2:]))


@pytest.mark.parametrize(
    ("amount", "per", "hourly"),
    [
        (15, "hour", 15),
        (120, "day", 15),
        (600, "week", 15),
        (1200, "two_weeks", 15),
        (2600, "month", 15),
        (31200, "year", 15),
    ],
)
def test_pay_for_any_time_is_reckoned_full_time(amount: float, per: Per, hourly: float) -> None:
    assert per_hour(Money(amount=amount, per=per)) == pytest.approx(hourly)
