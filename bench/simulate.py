"""Workers who do not exist: people of a known occupation who answer the inventory with stated noise.

A worker remembers part of what they do, ticks a few things they do not, rates themselves through a personal halo and
skips questions. Everything is drawn from one seeded generator a worker, so that a run can be repeated exactly. Their
answers become a record, and :func:`navigator.engine.standing.standing_of` reads it as it reads anybody's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random
from typing import Any, Literal

import numpy as np

from navigator.catalogue.store import Catalogue
from navigator.domain.occupation import Occupation
from navigator.domain.record import BestWorst, Experience, Liking, Rating, Record
from navigator.domain.standing import Standing
from navigator.engine.ask import next_screen
from navigator.engine.fit import Fit
from navigator.engine.inventory import MOST_SCREENS, tells_nothing
from navigator.engine.standing import standing_of
from navigator.engine.tables import fields_of_occupations, groups_of_activities, skills_of_elements
from navigator.services.inventory import Questions

Array = np.ndarray[Any, np.dtype[Any]]
RouteName = Literal["quick", "standard"]

SECONDS = {"you": 24, "title": 48, "did": 45, "field": 15, "groups": 25, "screen": 30, "strongest": 45, "rating": 20, "set": 18,
           "know": 60, "like": 84, "want": 119}  # fmt: skip
"""What the questions of the inventory are reckoned to take; used to say how many minutes an answer costs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noise:
    """How far a worker's answers are from the occupation's own figures."""

    name: str
    recall: float  # share of own activities on the screen that get ticked
    false_ticks: int  # activities ticked that the occupation does not have
    disturbed: float  # share of ratings that are one level off
    halo: float  # spread of the personal shift of all ratings, in levels
    areas: int  # knowledge areas ticked
    area_noise: float  # spread added to the importance (1-5) by which areas are chosen
    like_noise: float  # spread added to the interest (1-7) behind each liking
    skipped: float  # share of ratings and likings skipped
    misread: float  # share of titles confirmed as one of the closest occupations instead
    group_recall: float  # chance that one activity of a group comes to mind, so that the group is picked
    false_groups: float  # chance that a group is picked of which the occupation has nothing
    other_field: float  # share who pick another field than their occupation's
    more_fields: float  # share who pick one more
    flat: bool = False  # all ratings the same


MILD = Noise(name="mild", recall=0.7, false_ticks=3, disturbed=0.25, halo=0.5, areas=5, area_noise=0.4, like_noise=1.0,
             skipped=0.05, misread=0.0, group_recall=0.5, false_groups=0.04,
             other_field=0.1, more_fields=0.2)  # fmt: skip
STRONG = Noise(name="strong", recall=0.5, false_ticks=4, disturbed=0.5, halo=1.0, areas=4, area_noise=0.8, like_noise=1.5,
               skipped=0.15, misread=0.1, group_recall=0.35, false_groups=0.08,
               other_field=0.25, more_fields=0.3)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """One simulated person: who they are, what they answered, and what it cost them."""

    code: str
    record: Record
    standing: Standing
    screens: int
    seconds: int


@dataclass(kw_only=True)
class World:
    """What the simulated workers are made of: the occupations' figures and the walk's own questions."""

    catalogue: Catalogue

    @cached_property
    def fit(self) -> Fit:
        """The formula, over this catalogue."""
        tables = self.catalogue.tables
        skills = skills_of_elements(self.catalogue.framework, tables)
        groups = groups_of_activities(self.catalogue.framework, tables)
        fields = fields_of_occupations(self.catalogue.pathways.fields, tables)
        return Fit(tables=tables, skills=skills, matching=self.catalogue.matching, fields=fields, groups=groups)

    @cached_property
    def questions(self) -> Questions:
        """The look-ups of the real walk: which activities are offered for an occupation."""
        return Questions(self.catalogue)

    @cached_property
    def occupations(self) -> dict[str, Occupation]:
        """All occupations by code."""
        return {o.code: o for o in self.catalogue.occupations()}

    @cached_property
    def field(self) -> dict[str, str]:
        """The field of each SOC major group."""
        return {major: f.id for f in self.catalogue.pathways.fields for major in f.majors}

    @cached_property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """The activities of each group."""
        found: dict[str, list[str]] = {g.id: [] for g in self.catalogue.framework.groups}
        for activity in self.catalogue.framework.activities:
            found[activity.group].append(activity.id)
        return {g: tuple(a) for g, a in found.items()}

    @cached_property
    def common(self) -> tuple[list[str], list[int]]:
        """All activities and in how many occupations each occurs: what somebody ticks by mistake is mostly common."""
        ids = [a.id for a in self.catalogue.framework.activities]
        return ids, [1 + sum(a in o.activities for o in self.occupations.values()) for a in ids]

    def like(self, code: str) -> Occupation:
        """The occupation whose ratings stand for this one: itself, or the first of its closest that O*NET rates."""
        mine = self.occupations[code]
        rated = (self.occupations[c] for c in (code, *mine.closest) if self.occupations[c].rated)
        return next(rated, mine)

    @cached_property
    def listed(self) -> Array:
        """Which occupations experts list for which: the shipped fives, by column."""
        column = self.fit.tables.column
        found = np.zeros((len(column), len(column)), bool)
        for code, occupation in self.occupations.items():
            found[column[code], [column[c] for c in occupation.closest]] = True
        return found

    @cached_property
    def related(self) -> Array:
        """The shipped fives in both directions, and what two of an occupation's five both list."""
        links = self.listed.astype(np.int32)
        found: Array = self.listed | self.listed.T | (links @ links >= 2)
        np.fill_diagonal(found, False)
        return found

    @cached_property
    def employment(self) -> dict[str, float]:
        """How many people work in each occupation; specialties share their SOC occupation's figure."""
        shared = Counter(code[:7] for code in self.occupations)
        wages = {c: self.catalogue.wages(c, "US") for c in self.occupations}
        return {c: ((w.employment or 0) if w else 0) / shared[c[:7]] for c, w in wages.items()}

    @cached_property
    def levels(self) -> dict[str, dict[str, float]]:
        """Skill by occupation on the scale of a rating: 1 to 3 by where it lies among all occupations."""
        found: dict[str, dict[str, float]] = {c: {} for c in self.occupations}
        rated = [o for o in self.occupations.values() if o.rated]
        for skill in self.catalogue.framework.skills:
            need = {o.code: _need(o, skill.elements) for o in rated}
            order = sorted(need, key=lambda c: (need[c], c))
            for place, code in enumerate(order):
                found[code][skill.id] = 0.6 + 2.8 * place / (len(order) - 1)
        return found

    def worker(
        self, code: str, noise: Noise, route: RouteName, *, titled: bool, seed: int = 0, most_screens: int = 8
    ) -> Worker:
        """One worker of an occupation who goes through a route, with or without a job title."""
        rng = Random(f"{seed}/{code}/{noise.name}/{route}/{titled}")
        job, screens = (
            self._titled(code, noise, rng)
            if titled
            else self._untitled(code, noise, min(most_screens, MOST_SCREENS[route]), rng)
        )
        seconds = SECONDS["you"] + (
            SECONDS["title"] + SECONDS["did"] if titled else SECONDS["field"] + SECONDS["groups"]
        )
        seconds += screens * SECONDS["screen"]
        record = Record(id="simulated", created="", experience=(job,))
        record, more = (
            self._quick(record, code, noise, rng) if route == "quick" else self._standard(record, code, noise, rng)
        )
        standing = standing_of(record, self.catalogue.framework)
        return Worker(code=code, record=record, standing=standing, screens=screens, seconds=seconds + more)

    def _titled(self, code: str, noise: Noise, rng: Random) -> tuple[Experience, int]:
        """A title is known: the walk offers the confirmed occupation's activities and a few of its neighbours'."""
        confirmed = rng.choice(self.occupations[code].closest) if rng.random() < noise.misread else code
        offered = self.questions.activities_of(confirmed)
        own = self.occupations[code].activities
        did = [a for a in offered if rng.random() < (noise.recall if a in own else 0.5)]
        wrong = [a for a in did if a not in own]
        did = [a for a in did if a not in wrong[noise.false_ticks :]]
        did += self._slips(noise.false_ticks - len(wrong), {*own, *offered}, rng)
        return Experience(id="job1", title="x", code=confirmed, asked=offered, did=tuple(did)), 0

    def _slips(self, number: int, but: set[str], rng: Random) -> list[str]:
        """Things from elsewhere in a life: activities that neither belong to the occupation nor were on its list."""
        ids, often = self.common
        found: list[str] = []
        while len(found) < number:
            slip = rng.choices(ids, often)[0]
            if slip not in but and slip not in found:
                found.append(slip)
        return found

    def _untitled(self, code: str, noise: Noise, most: int, rng: Random) -> tuple[Experience, int]:
        """No title: the field, the groups they see themselves in, then screens; one false tick a screen until all are used."""
        own = self.occupations[code].activities
        fields = self._fields(code, noise, rng)
        picked = [g for g, some in self.groups.items() if rng.random() < _picks(sum(a in own for a in some), noise)]
        likely = tuple(a for g in picked for a in self.groups[g])
        asked: tuple[str, ...] = ()
        did: list[str] = []
        wrong = screens = 0
        while screens < most:
            now = Standing(did=tuple(sorted(did)), not_ticked=tuple(sorted(set(asked) - set(did))), fields=fields)
            screen = next_screen(self.fit, now, asked, likely)
            if not screen:
                break
            screens += 1
            did += [a for a in screen if a in own and rng.random() < noise.recall]
            others = [a for a in screen if a not in own]
            if wrong < noise.false_ticks and others:
                did.append(rng.choice(others))
                wrong += 1
            asked += screen
        return Experience(id="any", fields=fields, groups=tuple(picked), asked=asked, did=tuple(did)), screens

    def _fields(self, code: str, noise: Noise, rng: Random) -> tuple[str, ...]:
        """The field of the occupation or another one, and now and then one more; another is that of related work or any."""

        def other() -> str:
            related = rng.choice(self.occupations[code].closest)
            return self.field[related[:2]] if rng.random() < 0.5 else rng.choice(sorted(set(self.field.values())))

        found = {other() if rng.random() < noise.other_field else self.field[code[:2]]}
        if rng.random() < noise.more_fields:
            found.add(other())
        return tuple(sorted(found))

    def _quick(self, record: Record, code: str, noise: Noise, rng: Random) -> tuple[Record, int]:
        """The strongest-five picks: the highest of the disturbed levels."""
        felt = self._felt(code, noise, rng)
        best = sorted(felt, key=lambda s: (-felt[s], s))[:5]
        return replace(record, strongest=tuple(best)), SECONDS["strongest"]

    def _felt(self, code: str, noise: Noise, rng: Random) -> dict[str, float]:
        """How a worker feels about each skill, in levels before rounding."""
        halo = rng.gauss(0, noise.halo)
        levels = self.levels[self.like(code).code] or {s.id: 2.0 for s in self.catalogue.framework.skills}
        off = {s: rng.choice((-1, 1)) if rng.random() < noise.disturbed else 0 for s in levels}
        return {s: level + halo + off[s] + rng.gauss(0, 0.1) for s, level in levels.items()}

    def _standard(self, record: Record, code: str, noise: Noise, rng: Random) -> tuple[Record, int]:
        """The strongest five, ratings of the few skills that the route asks for, knowledge areas and likings.

        A flat rater skips the picks too: then the sets of five follow.
        """
        felt = self._felt(code, noise, rng)
        enough = not noise.flat and not any(e.code for e in record.experience)  # the walk asks no ratings then
        asked = [s.id for s in self.catalogue.framework.skills if s.asked_in_ten_minutes and not enough]
        ratings = tuple(
            Rating(skill=s, level=2 if noise.flat else min(3, max(1, round(felt[s]))))
            for s in asked
            if noise.flat or rng.random() >= noise.skipped
        )
        record = replace(record, ratings=ratings, knowledge=self._areas(code, noise, rng))
        record = replace(record, likings=self._likings(code, noise, rng))
        if not noise.flat:
            record = replace(record, strongest=tuple(sorted(felt, key=lambda s: (-felt[s], s))[:5]))
        seconds = SECONDS["strongest"] + SECONDS["rating"] * len(asked)
        seconds += SECONDS["know"] + SECONDS["like"] + SECONDS["want"]
        if tells_nothing(record):
            record = replace(record, best_worst=self._sets(felt))
            seconds += SECONDS["set"] * len(record.best_worst)
        return record, seconds

    def _sets(self, felt: dict[str, float]) -> tuple[BestWorst, ...]:
        """Three sets of five, dealt as the inventory deals them."""
        ids = [s.id for s in self.catalogue.framework.skills]
        found = []
        for n in range(len(ids) // 5):
            some = ids[n :: len(ids) // 5]
            order = sorted(some, key=lambda s: (-felt[s], s))
            found.append(BestWorst(id=str(n + 1), offered=tuple(some), best=order[0], worst=order[-1]))
        return tuple(found)

    def _areas(self, code: str, noise: Noise, rng: Random) -> tuple[str, ...]:
        importance = {k.element: k.importance + rng.gauss(0, noise.area_noise) for k in self.like(code).knowledge}
        return tuple(sorted(importance, key=lambda k: (-importance[k], k))[: noise.areas])

    def _likings(self, code: str, noise: Noise, rng: Random) -> tuple[Liking, ...]:
        interests = self.occupations[code].interests
        middle = sum(interests.values()) / len(interests)
        found = []
        for statement in self.catalogue.framework.statements:
            liking = interests[statement.interest] - middle + rng.gauss(0, noise.like_noise)
            if rng.random() >= noise.skipped:
                found.append(Liking(statement=statement.id, value=(liking > 0.5) - (liking < -0.5)))
        return tuple(found)


def _picks(held: int, noise: Noise) -> float:
    """How likely a group is picked of which a worker does so many activities: when one of them comes to mind."""
    return 1 - (1 - noise.group_recall) ** held if held else noise.false_groups


def _need(occupation: Occupation, elements: dict[str, float]) -> float:
    importance = {n.element: n.importance for n in occupation.skills} | occupation.work_styles
    return sum(w * importance.get(e, 3.0) for e, w in elements.items()) / sum(elements.values())


def halves(codes: Sequence[str]) -> tuple[list[str], list[str]]:
    """Occupations to tune on and occupations to report on: a fixed split that nobody chose."""
    order = sorted(codes)
    Random("tune or report").shuffle(order)
    half = len(order) // 2
    return sorted(order[:half]), sorted(order[half:])
