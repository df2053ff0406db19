"""How long the walk takes a simulated reader: 200 words a minute, 2 seconds a choice, and a slow hand at the keyboard.

Every question is read whole: its prompt, its help, every choice; where it stands when a new part begins. A second line
of a choice is read where the menus show it: always when one is to be picked, for those ticked in a list to tick, and from the
first to the one picked where only the choice pointed at shows it.
The workers are made up: each comes from an occupation, types one of its titles, and ticks as people of it would.
"""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bench.table import Row, print_rows
from navigator.catalogue.store import Catalogue, open_catalogue
from navigator.domain.question import Answer, Place, Question
from navigator.domain.record import Route
from navigator.records.store import RecordStore
from navigator.services.asking import Reply
from navigator.services.inventory import Walk

WORDS_A_MINUTE = 200
A_CHOICE = 2.0
A_LETTER = 0.4
"""Seconds to find and press one key: about 30 words a minute."""

READERS = 40
GOAL_MINUTES = 10.0
LONG_LIST = 30
"""A longer list to pick one from is typed into, not read."""

ROUTES: tuple[tuple[Route, bool], ...] = (
    ("quick", True),
    ("quick", False),
    ("standard", True),
    ("standard", False),
    ("full", True),
)


@dataclass(kw_only=True)
class Reader:
    """Answers as a worker of one occupation might, and counts the seconds it takes."""

    catalogue: Catalogue
    code: str
    titled: bool
    chance: Random
    seconds: float = 0.0
    questions: int = 0
    section: str = ""

    def tell(self, text: str) -> None:
        """Read what is said between two questions."""
        self._read(text)

    def ask(self, question: Question, place: Place) -> Reply:
        """Read, choose, type."""
        self.questions += 1
        if question.section != self.section:
            self.section = question.section
            self._read(f"{place.number} of {place.of}. What you have done. About 6 minutes left.")
        self._read(question.prompt)
        self._read(question.help)
        answer = self._answer(question)
        if not (question.kind == "one" and len(question.choices) > LONG_LIST):
            for choice in question.choices:
                self._read(choice.text)
                if self._reads_more(question, choice.id, answer):
                    self._read(choice.help)
        self.seconds += A_CHOICE * (max(1, len(answer)) if isinstance(answer, tuple) else 1)
        if not question.choices and isinstance(answer, str):
            self.seconds += A_LETTER * len(answer)
        return answer

    @staticmethod
    def _reads_more(question: Question, choice: str, answer: Answer) -> bool:
        """Whether the second line of a choice stands on the screen while the person looks for theirs."""
        if question.kind == "many":
            return choice in (answer or ())
        ids = [c.id for c in question.choices]
        return not question.brief or answer not in ids or ids.index(choice) <= ids.index(str(answer))

    def _read(self, text: str) -> None:
        self.seconds += len(text.split()) * 60 / WORDS_A_MINUTE

    def _answer(self, question: Question) -> Answer:
        ids = [c.id for c in question.choices]
        if question.kind == "title":
            return self._title(question.id)
        if question.kind == "text":
            return "Alex"
        if question.kind == "money":
            return f"{self.chance.randint(12, 30)} an hour"
        if question.id.endswith(".occupation"):
            return self.code if self.code in ids else ids[0]
        if question.kind == "one":
            return self.chance.choice(ids)
        return self._ticked(question, ids)

    def _ticked(self, question: Question, ids: list[str]) -> tuple[str, ...]:
        if question.id == "strongest":
            return tuple(sorted(self.chance.sample(ids, question.most or len(ids)), key=ids.index))
        own = set(self.catalogue.occupation(self.code).activities)
        if question.id.endswith(".groups"):
            own = {a.group for a in self.catalogue.framework.activities if a.id in own}
        if question.id.endswith(".field"):
            own = {f.id for f in self.catalogue.pathways.fields if self.code[:2] in f.majors}
        ticked = [i for i in ids if (i in own and self.chance.random() < 0.6) or self.chance.random() < 0.1]
        return tuple(ticked[: question.most])

    def _title(self, name: str) -> Answer:
        """One title that is known; or none, so that the field, groups and screens of activities are asked instead."""
        if name != "job.1.title" or not self.titled:
            return ""
        return self.chance.choice(self.catalogue.occupation(self.code).profile.also_called)


def minutes_of(catalogue: Catalogue, route: Route, *, titled: bool) -> tuple[list[float], list[int]]:
    """Minutes and questions of each reader of one route."""
    codes = [o.code for o in catalogue.occupations() if o.job_zone in (1, 2, 3)]
    minutes, questions = [], []
    for n in range(READERS):
        chance = Random(f"reader/{route}/{titled}/{n}")
        reader = Reader(catalogue=catalogue, code=chance.choice(codes), titled=titled, chance=chance)
        with tempfile.TemporaryDirectory() as folder:
            store = RecordStore(home=Path(folder))
            Walk(catalogue, store, store.new(), reader, route).run()
        minutes.append(reader.seconds / 60)
        questions.append(reader.questions)
    return minutes, questions


def rows(routes: Sequence[tuple[Route, bool]] = ROUTES) -> list[Row]:
    """One row a route: the median, and what nine of ten stay under."""
    catalogue = open_catalogue()
    found = []
    for route, titled in routes:
        minutes, questions = minutes_of(catalogue, route, titled=titled)
        middle, most = statistics.median(minutes), sorted(minutes)[int(len(minutes) * 0.9)]
        goal = GOAL_MINUTES if route == "standard" else None
        found.append(
            Row(
                what=f"{route} route, {'a title that helps' if titled else 'no title helps'}",
                figure=f"median {middle:.1f} minutes, nine in ten under {most:.1f}; {statistics.median(questions):.0f} questions",
                goal=f"at most {goal:.0f} minutes" if goal else "",
                met=middle <= goal if goal else None,
            )
        )
    return found


if __name__ == "__main__":
    print_rows(
        f"Minutes of a walk, for {READERS} simulated readers ({WORDS_A_MINUTE} words a minute, {A_CHOICE:.0f} s a choice)",
        rows(),
    )
