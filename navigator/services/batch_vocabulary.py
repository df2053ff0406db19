"""What the texts of a table of people may mean: activities, ratings, titles and the rest, each understood in one place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, NotFound
from navigator.engine.standing import per_hour
from navigator.engine.validate import clean_line, money_of, shown
from navigator.i18n import _

LEVELS = {"1": 1.0, "2": 2.0, "3": 3.0, "a little": 1.0, "a_little": 1.0, "some": 2.0, "a lot": 3.0, "a_lot": 3.0}
UNSURE = frozenset({"", "unsure", "not sure", "none", "null", "nan"})
LIKES = {"yes": 1.0, "1": 1.0, "like me": 1.0, "no": -1.0, "-1": -1.0, "not like me": -1.0, "0": 0.0}
LONGEST_TRAINING = 120.0


Titles = Mapping[str, tuple[str, bool]]
"""A title as it was written: the code of its occupation, and whether that is unsure."""


class Vocabulary:
    """What people's texts may mean, over one catalogue. Made once a process."""

    def __init__(self, catalogue: Catalogue, titles: Titles) -> None:
        framework, tables = catalogue.framework, catalogue.tables
        self.catalogue, self.titles = catalogue, titles
        self.activities = {i.casefold(): n for n, i in enumerate(tables.activity_ids)}
        self.activities |= {
            t.casefold(): self.activities[a.id.casefold()] for a in framework.activities for t in (a.did, a.do)
        }
        self.skills = _places((s.id, s.name) for s in framework.skills)
        self.fields = _places((f.id, f.name) for f in catalogue.pathways.fields)
        self.groups = _places((g.id, g.name) for g in framework.groups)
        self.knowledge = {i.casefold(): n for n, i in enumerate(tables.knowledge_ids)}
        self.knowledge |= {k.name.casefold(): self.knowledge[k.id.casefold()] for k in framework.knowledge}
        interests = {i.casefold(): n for n, i in enumerate(tables.interest_ids)}
        self.interests = interests | {i.name.casefold(): interests[i.id.casefold()] for i in framework.interests}
        self.interests |= {s.id.casefold(): interests[s.interest.casefold()] for s in framework.statements}
        self.schooling = _places((s, s) for s in catalogue.matching.schooling_order)
        self.licences = sorted(catalogue.licences)
        self.licence = {i.casefold(): n for n, i in enumerate(self.licences)}
        self.licence |= {name.casefold(): self.licences.index(i) for i, name in catalogue.licences.items()}
        self.cannot = _places((c.id, c.text) for c in catalogue.matching.cannot)
        self.columns = tables.column
        self.areas = tuple(catalogue.areas)

    def activity(self, text: str) -> int:
        """The row of an activity by id or by its words. Raises NotFound."""
        return known_in(self.activities, text)

    def rating(self, text: str) -> tuple[int, float]:
        """`listening=2` as the skill's place and the level; "not sure" is level 0. Raises BadInput or NotFound."""
        name, mark, value = text.replace(":", "=").partition("=")
        level = clean_line(value).casefold().removesuffix(".0")
        if not mark or (level not in LEVELS and level not in UNSURE):
            raise BadInput(
                _("{text} is not a rating. Write skill=1, 2 or 3, such as listening=2.").format(text=shown(text))
            )
        return known_in(self.skills, name), LEVELS.get(level, 0.0)

    def liking(self, text: str) -> tuple[int, float]:
        """`like-fix=yes` as the interest's place and 1, -1 or 0; a bare id means yes. Raises BadInput or NotFound."""
        name, mark, value = text.replace(":", "=").partition("=")
        liked = clean_line(value).casefold().removesuffix(".0") if mark else "yes"
        if liked not in LIKES and liked not in UNSURE:
            raise BadInput(
                _(
                    "{text} is not a liking. Write the statement's id and yes, no or unsure, such as like-fix=yes."
                ).format(text=shown(text))
            )
        return known_in(self.interests, name), LIKES.get(liked, 0.0)

    def occupation(self, text: str) -> tuple[int, float]:
        """The column of the occupation behind a code or title, and 1 where that is unsure. Raises NotFound."""
        code, unsure = (text, False) if text in self.columns else self.titles.get(text, ("", False))
        if code not in self.columns:
            raise NotFound(text)
        return self.columns[code], float(unsure)

    def area(self, text: str) -> int:
        """The place of a state. Raises NotFound: a state sets the pay that is shown and never the fit, so nobody is set
        aside for a wrong one."""
        try:
            return self.areas.index(self.catalogue.area(clean_line(text)))
        except BadInput as error:
            raise NotFound(text) from error

    def school(self, text: str) -> int:
        """The place of a schooling. Raises BadInput."""
        try:
            return known_in(self.schooling, text)
        except NotFound as error:
            raise BadInput(
                _("{text} is no schooling we know. Choose {schooling}.").format(
                    text=shown(text), schooling=", ".join(self.schooling)
                )
            ) from error


def _places(names: Any) -> dict[str, int]:
    return {text.casefold(): n for n, pair in enumerate(names) for text in pair}


def known_in(places: Mapping[str, int], text: str) -> int:
    """The place of a text. Raises NotFound."""
    found = places.get(clean_line(text).casefold())
    if found is None:
        raise NotFound(text)
    return found


def months_of(text: str) -> float:
    """Months of training. Raises BadInput."""
    try:
        months = float(text)
    except ValueError:
        months = -1.0
    if not 0 <= months <= LONGEST_TRAINING:
        raise BadInput(
            _("{text} is not a number of months (0 to {most:g}).").format(text=shown(text), most=LONGEST_TRAINING)
        )
    return months


def hourly(text: str) -> float:
    """An amount of pay as dollars an hour. Raises BadInput."""
    return per_hour(money_of(text)) or 0.0
