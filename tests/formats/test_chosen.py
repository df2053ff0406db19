"""What the page tells first: near equals change places, and nothing else does."""

from __future__ import annotations

from dataclasses import replace

from navigator.domain.match import Evidence, Match, Part, Reason, Score
from navigator.domain.record import Experience, Record
from navigator.formats.chosen import chosen
from tests.pages import NAMES, projection

BUS, USHER = "53-3051.00", "39-3031.00"


def match(code: str, total: float, growth: float = 2.0, *caps: str, band: str = "look") -> Match:
    evidence = (Evidence(about="A1", share=total),)
    part = Part(name="activities", value=total, weight=1.0, evidence=evidence)
    return Match(
        code=code, name=code, band=band, score=Score(code=code, parts=(part,)), wages=None,  # type: ignore[arg-type]
        reasons=tuple(Reason(kind="cap", part=c, about="nights") for c in caps), projection=projection(growth, 9_000),
    )  # fmt: skip


def record(*jobs: tuple[str, str]) -> Record:
    held = (Experience(id=f"job{n}", title="x", code=c, kind=k, length="long") for n, (c, k) in enumerate(jobs))  # type: ignore[arg-type]
    return Record(id="r", created="", experience=tuple(held))


def order(shown: list[Match], who: Record | None = None, slow: tuple[str, ...] = ()) -> list[str]:
    return [m.code for m in chosen(tuple(shown), who or record(), NAMES, None, slow)]


def test_of_near_equals_work_that_shrinks_comes_after_work_that_stays() -> None:
    fewer, stays, far = match("a", 0.61, -16.3), match("b", 0.60), match("c", 0.50)
    assert order([fewer, stays, far]) == ["b", "a", "c"]
    assert order([fewer, far]) == ["a", "c"]
    assert order([replace(fewer, band="strong"), stays]) == ["a", "b"]
    assert order([fewer, match("b", 0.60, -5.0)]) == ["a", "b"]


def test_nothing_goes_before_for_staying_that_has_more_against_it() -> None:
    fewer = match("a", 0.61, -16.3)
    assert order([fewer, match("b", 0.60, 2.0, "licence")]) == ["a", "b"]
    assert order([fewer, replace(match("b", 0.60), rare=True)]) == ["a", "b"]
    assert order([fewer, match("b", 0.60)], slow=("b",)) == ["a", "b"]


def test_what_was_done_as_a_volunteer_is_not_first_for_who_was_paid_for_years() -> None:
    shown = [match(USHER, 0.66), match("a", 0.65), match("b", 0.63), match("c", 0.62)]
    both = record((BUS, "paid"), (USHER, "volunteer"))
    assert order(shown, both) == ["a", "b", USHER, "c"]
    assert order(shown, record((USHER, "volunteer"))) == [USHER, "a", "b", "c"]
    assert order(shown, record((BUS, "paid"), (USHER, "volunteer"), (USHER, "paid")))[0] == USHER
    assert order([shown[0], replace(shown[1], band="stretch")], both)[0] == USHER


def test_work_that_was_done_and_stands_low_only_for_its_hours_has_a_line_on_the_page() -> None:
    others = [match(f"o{n}", 0.7 - n / 100) for n in range(9)]
    held = record((BUS, "paid"))
    assert order([*others, match(BUS, 0.5, 2.0, "times")], held)[3] == BUS
    assert BUS not in order([*others, match(BUS, 0.5, 2.0, "times", "pay")], held)
    assert BUS not in order([*others, match(BUS, 0.5, 2.0, "times")])
    assert len(order([*others, match(BUS, 0.5, 2.0, "times")], held)) == 7
