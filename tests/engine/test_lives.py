"""Lives that some help is only for are known by what somebody says of themselves; the rest is left open."""

from __future__ import annotations

import pytest

from navigator.domain.record import GOES_ON, Experience, Kind, Person, Record
from navigator.engine.lives import lives, work_now


def job(number: int, code: str, kind: Kind | None = "paid", **other: object) -> Experience:
    return Experience(id=f"job{number}", title="work", code=code, kind=kind, **other)  # type: ignore[arg-type]


def record(*jobs: Experience, about: str = "") -> Record:
    return Record(id="r", created="", experience=jobs, person=Person(about=about))


@pytest.mark.parametrize(
    ("about", "so"),
    [
        ("My husband passed away in May", True),
        ("I was widowed young", True),
        ("mi esposo falleció", True),
        ("My husband passed his driving test", None),
        ("", None),
    ],
)
def test_a_death_in_the_family_is_known_from_ones_own_words(about: str, so: bool | None) -> None:
    assert lives(record(job(1, "35-2014.00"), about=about))["survivor"] is so


@pytest.mark.parametrize("line", ["Cared for an elderly widow at home", "Sold tickets at the Black Widow club"])
def test_somebody_elses_loss_is_nobodys_own(line: str) -> None:
    assert lives(record(job(1, "31-1122.00", details=(line,))))["survivor"] is None


def test_who_did_not_say_what_kind_of_work_it_was_may_have_kept_a_home() -> None:
    assert lives(record(job(1, "39-9011.00", None)))["homemaker"] is None
    assert lives(record())["homemaker"] is None
    assert lives(record(job(1, "35-2014.00")))["homemaker"] is False


def test_the_work_of_now_goes_on_and_is_a_job_before_what_is_done_on_the_side() -> None:
    assert work_now(record(job(1, "53-3053.00", "side"), job(2, "35-2014.00"))) == "35-2014.00"
    assert work_now(record(job(1, "35-2014.00", None))) == "35-2014.00", "as a resume leaves it"
    assert work_now(record(job(1, "35-2014.00"), job(2, "35-3023.00", end=GOES_ON))) == "35-3023.00"
    assert work_now(record(job(1, "35-2014.00", end="2019"))) == "" == work_now(record())
    assert work_now(record(job(1, "35-2014.00", "volunteer"))) == ""
