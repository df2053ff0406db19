"""Take an inventory: ask what is open, save every answer when it is given, go back, stop, and go on another day."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property
from itertools import chain

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, Interrupted
from navigator.domain.question import Answer, Choice, Place, Question
from navigator.domain.record import Experience, Record, Route
from navigator.engine import answers, said_back, wording
from navigator.engine.ask import next_screen
from navigator.engine.clock import PAGE_SECONDS, asked_now
from navigator.engine.inventory import ROUTES, Known, experience, next_question, sequence
from navigator.engine.place import place_of
from navigator.engine.standing import standing_of
from navigator.engine.validate import money_of, says_time, shown
from navigator.formats.words import money
from navigator.i18n import _
from navigator.records.store import Opened, RecordStore, now
from navigator.services.asking import Asker, Move, Reply
from navigator.services.match import Matcher
from navigator.services.needs import need_questions
from navigator.services.tick_list import activities_to_tick

OCCUPATION = re.compile(r"job\.(\d)\.occupation")

OFFERED = 6
"""Occupations offered for one title."""

COMMON_LICENCES = (
    "drivers-licence",
    "cdl-a",
    "forklift",
    "cpr-first-aid",
    "food-handler",
    "osha-10",
    "cna",
    "guard-card",
)
MOST_LICENCES = 14


def known_of(catalogue: Catalogue) -> Known:
    """Everything the questions need, looked up in one catalogue."""
    return Questions(catalogue).known


class Questions:
    """The look-ups behind the questions."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._seen: dict[Hashable, tuple[str, ...]] = {}

    @cached_property
    def known(self) -> Known:
        """The catalogue as the inventory sees it."""
        return Known(
            framework=self.catalogue.framework,
            areas=self.catalogue.areas,
            cities=self.catalogue.cities,
            licences=self.catalogue.licences,
            cannot={c.id: c.text for c in self.catalogue.matching.cannot},
            finds=cache(self.finds),
            activities_of=cache(self.activities_of),
            licences_for=lambda record: self._once(("licences", record.experience), lambda: self.licences_for(record)),
            fields=self.catalogue.pathways.fields,
            needs=need_questions(self.catalogue),
            next_screen=lambda record, job: self._once((job, record.experience), lambda: self.next_screen(record, job)),
        )

    def _once(self, key: Hashable, compute: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
        """The list of questions is worked out several times a step; what takes a ranking is worked out once."""
        if key not in self._seen:
            self._seen[key] = compute()
        return self._seen[key]

    def finds(self, title: str) -> tuple[Choice, ...]:
        """Occupations for a title, each with its sentence."""
        from navigator.services.titles import offered

        names = self.catalogue.names
        return tuple(
            Choice(id=code, text=names[code], help=self.catalogue.occupation(code).profile.what_you_do)
            for code in offered(self.catalogue, title, OFFERED)
        )

    def activities_of(self, code: str) -> tuple[str, ...]:
        """The activities to tick for one occupation."""
        return activities_to_tick(self.catalogue, code)

    def licences_for(self, record: Record) -> tuple[str, ...]:
        """Licences worth asking about: those of the work done and of the closest matches, then the everyday ones."""
        codes = [e.code for e in record.experience if e.code]
        codes += [c for c, _fit in Matcher(catalogue=self.catalogue, record=record).ranking[:10]]
        known = [code for code in codes if self.catalogue.has(code)]  # a record may name one of another release
        named = [n for code in known for n in self.catalogue.occupation(code).profile.licence.names]
        found = dict.fromkeys(n for n in (*named, *COMMON_LICENCES) if n in self.catalogue.licences)
        return tuple(found)[:MOST_LICENCES]

    def next_screen(self, record: Record, job: Experience) -> tuple[str, ...]:
        """The activities of the next screen when no title helps."""
        matcher = Matcher(catalogue=self.catalogue, record=record)
        asked = tuple(a for e in record.experience for a in e.asked)
        likely = tuple(a.id for a in self.catalogue.framework.activities if a.group in job.groups)
        standing = standing_of(record, self.catalogue.framework)
        return next_screen(matcher.fit, standing, asked, likely, wording.SCREEN)


class Walk:
    """One person's way through a route. Every answer is saved before the next question is asked."""

    def __init__(
        self,
        catalogue: Catalogue,
        store: RecordStore,
        opened: Opened,
        asker: Asker,
        route: Route,
        left: Callable[[], float] | None = None,
        reroute: Callable[[Route], Route] | None = None,
    ) -> None:
        """``left``: how many seconds the person still has; None: as long as it takes. ``reroute`` asks for the route anew,
        where somebody goes back from the first question; None: there is nothing before it."""
        self.left = left
        self.reroute = reroute
        self.passed: set[str] = set()
        self.changing = False
        self.catalogue = catalogue
        self.store = store
        self.opened = opened
        self.asker = asker
        self.route: Route = route
        self.known = known_of(catalogue)

    @property
    def record(self) -> Record:
        """The record as it stands."""
        return self.opened.record

    def save(self, record: Record) -> None:
        """Keep the record."""
        self.opened = self.store.save(self.opened, record)

    def run(self) -> Record:
        """Ask until the route is through. Raises Interrupted when the person stops; nothing answered is lost."""
        if self.record.route != self.route:
            self.save(replace(self.record, route=self.route))
        section = ""
        question = self.open_now()
        while question is not None:
            if question.section != section:
                section = question.section
                self.asker.tell(_(wording.SECTIONS[section]))
            question = self.step(question)
        self.save(replace(self.record, finished=not self.passed))
        return self.record

    def open_now(self) -> Question | None:
        """The next open question; with little time left, the next that is worth its time. What is passed over stays open."""
        for question in sequence(self.record, self.known, self.route):
            if self.record.answered(question.id) is not None or question.id in self.passed:
                continue
            if self.left is None:
                return question
            needed = place_of(question, self.record, self.known, self.route).seconds_left
            if asked_now(question, needed, self.left()):
                return question
            self.passed.add(question.id)
        return None

    def place(self, question: Question) -> Place:
        """Where a question stands; never more time than the person has. One that is changed by itself stands nowhere."""
        if self.changing:
            return Place(number=0, of=2, seconds_left=0)
        place = place_of(question, self.record, self.known, self.route, self.passed)
        if self.left is None:
            return place
        return replace(place, seconds_left=min(place.seconds_left, max(0, round(self.left() - PAGE_SECONDS))))

    def step(self, question: Question) -> Question | None:
        """Ask one question; the next one, or the one before when the person goes back."""
        asked = replace(question, default=self.given(question))
        reply = self.asker.ask(asked, self.place(question))
        if reply is Move.STOP:
            raise Interrupted
        if reply is Move.BACK:
            return self.before(question) or self.from_the_first(question)
        self.keep(question, reply)
        return self.open_now()

    def from_the_first(self, question: Question) -> Question | None:
        """Back from the first question: how much time there is can be said anew."""
        if self.reroute is None or self.changing:
            return question
        self.route = self.reroute(self.route)
        self.save(replace(self.record, route=self.route))
        return self.open_now()

    def given(self, question: Question) -> Answer:
        """The answer to keep on Enter: only one that was given to this very question, and that is still offered."""
        done = self.record.answered(question.id)
        if done is None or done.skipped:
            return None
        found = said_back.current(self.record, question.id)
        if not isinstance(found, tuple):
            return found
        offered = {c.id for c in question.choices}
        return tuple(a for a in found if a in offered)

    def keep(self, question: Question, reply: Reply) -> None:
        """Put an answer into the record and save it."""
        answer = self.taken(question) if isinstance(reply, Move) else reply
        if question.id.endswith(".occupation") and isinstance(answer, str) and answer != "none":
            self.catalogue.occupation(answer)  # a code typed by hand must exist
        if question.id == "state" and isinstance(answer, str):
            answer = self.catalogue.area(answer)
        if question.kind == "money" and isinstance(answer, str) and not says_time(answer):
            said = _("We read that as {pay}. If that is not right, go back and say for which time it is.")
            self.asker.tell(said.format(pay=money(money_of(answer))))
        self.save(answers.applied(self.record, question, answer, now()))

    def taken(self, question: Question) -> Answer:
        """What a question passed over is taken for: work that its title names well enough. It is said, and can be changed."""
        from navigator.services.titles import taken_for

        number = OCCUPATION.fullmatch(question.id)
        if number is None or self.record.answered(question.id):  # or it was taken away just now
            return None
        job = experience(self.record, int(number[1]))
        hit = taken_for(self.catalogue, job.title) if job else None
        if job is None or hit is None:
            return None
        said = _("You passed over which work {title} is. We take it for {name} for now. You can go back and change it.")
        self.asker.tell(said.format(title=shown(job.title), name=hit.name))
        return hit.code

    def before(self, question: Question) -> Question | None:
        """The question answered last before this one, in the order of the route."""
        asked = sequence(self.record, self.known, self.route)
        names = [q.id for q in asked]
        here = names.index(question.id) if question.id in names else len(names)
        done = [q for q in asked[:here] if self.record.answered(q.id)]
        return done[-1] if done else None

    def _beyond(self) -> Iterator[Question]:
        """Questions of the longer routes: whoever took a shorter one may answer one of them by itself."""
        for route in ROUTES[ROUTES.index(self.route) + 1 :]:
            yield from sequence(self.record, self.known, route)

    def _first_for(self, name: str, asked: Sequence[Question]) -> str:
        """The open question that another one waits for: of the same work, or the best of the same set. Or an empty text."""
        about = "".join(re.findall(r"^(?:job\.\d|any)\.", name)) or name.replace("least.", "best.")
        still = (q.id for q in asked if self.record.answered(q.id) is None and q.id.startswith(about))
        return next(still, "") if answers.known_name(name) else ""

    def change(self, name: str) -> Record:
        """Ask one question again, and whatever hangs on its answer."""
        asked = sequence(self.record, self.known, self.route)
        question = next((q for q in chain(asked, self._beyond()) if q.id == name), None)
        if question is None and (first := self._first_for(name, asked)):
            raise BadInput(_("{name} is not asked yet. Answer {first} first.").format(name=name, first=first))
        if question is None:
            raise BadInput(
                _(
                    "There is no question {name!r} on the {route} route of this record. 'navigator questions' lists them."
                ).format(name=name, route=self.route)
            )
        before = {q.id for q in asked if self.record.answered(q.id)}
        self.changing = True
        try:
            self.step(question)
            while (follow := next_question(self.record, self.known, self.route)) is not None and follow.id in before:
                self.step(follow)
        finally:
            self.changing = False
        return self.record
