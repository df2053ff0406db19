"""What somebody means who says what they could do more of."""

from __future__ import annotations

import pytest

from navigator.catalogue.store import Catalogue
from navigator.services.skill_words import activities_meant, says_more, skills_meant


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("if I could do more of computers", ["computers"]),
        ("more numbers", ["numbers"]),
        ("What if I were better at math?", ["numbers"]),
        ("learn computers", ["computers"]),
        ("learn new things", ["learning"]),
        ("read better", ["reading"]),
        ("being a better leader", ["leading"]),
        ("helping", ["helping"]),
        ("more caring for people", ["helping"]),
        ("work with my hands", ["hands-on"]),
        ("speaking and writing", ["speaking", "writing"]),
        ("talk to customers", ["speaking", "helping"]),
        ("spot what is missing", []),
        ("si pudiera hacer más con números", ["numbers"]),
        ("hablar mejor", ["speaking"]),
    ],
)
def test_a_skill_is_found_in_the_words_that_people_say(catalogue: Catalogue, text: str, skills: list[str]) -> None:
    assert list(skills_meant(catalogue.framework, text)) == skills


def test_every_skill_is_found_by_its_name_and_its_id(catalogue: Catalogue) -> None:
    for skill in catalogue.framework.skills:
        for text in (skill.name, skill.id, f"If I could do more of {skill.name.lower()}"):
            assert skill.id in skills_meant(catalogue.framework, text)


@pytest.mark.parametrize(
    "text",
    [
        *("finish my GED", "get a CDL", "train 6 months", "2 more years", "high school diploma", "teaching license"),
        *("computer certificate", "get a car", "train=6,school=ged", "if I could do more", "", "juggling"),
    ],
)
def test_papers_school_and_time_are_no_skills(catalogue: Catalogue, text: str) -> None:
    assert skills_meant(catalogue.framework, text) == ()


def test_no_paper_is_taken_for_a_skill_by_its_whole_name(catalogue: Catalogue) -> None:
    taken = {n: skills_meant(catalogue.framework, f"get a {n}") for n in catalogue.licences.values()}
    assert {name: found for name, found in taken.items() if found} == {}


@pytest.mark.parametrize(
    ("text", "activity"),
    [
        ("if I could do more of cooking", "Cook food or make drinks"),
        ("driving trucks", "Drive a truck, bus, car or other vehicle"),
        ("more hair", "Cut or style hair"),
    ],
)
def test_an_activity_is_found_by_its_words(catalogue: Catalogue, text: str, activity: str) -> None:
    found = activities_meant(catalogue.framework, text)
    assert activity in [a.do for a in catalogue.framework.activities if a.id in found]


@pytest.mark.parametrize("text", ["", "more", "people", "things", "juggling"])
def test_words_that_say_too_little_name_no_activity(catalogue: Catalogue, text: str) -> None:
    assert activities_meant(catalogue.framework, text) == ()


def test_more_is_heard_in_english_and_spanish(catalogue: Catalogue) -> None:
    framework = catalogue.framework
    assert says_more(framework, "more hair") and says_more(framework, "hacer más")
    assert not says_more(framework, "hair license")
