"""Do the data files agree with each other? Every problem in one pass; reading them has already checked their shape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from navigator.catalogue import life
from navigator.catalogue.check_said import unknown_marks, unsaid
from navigator.catalogue.check_used import unknown_settings, unused
from navigator.catalogue.check_wages import falling_pay, unjoined_wages
from navigator.catalogue.load import Source
from navigator.catalogue.skill_words import unknown_words
from navigator.domain.errors import Problem
from navigator.domain.framework import Framework
from navigator.domain.occupation import Occupation, Profile, WayIn
from navigator.domain.title import Lexicon
from navigator.engine.bands import ASKABLE

SUPPORTING = frozenset({"cpr-first-aid", "osha-10", "osha-30", "drivers-licence", "forklift"})
"""Cards that open no licensed work by themselves; ``everyday`` in pathways.yaml, what sets nobody apart, is another list."""

LENGTHS = {"plain_title": (1, 8), "what_you_do": (4, 20), "where": (15, 60),
           "good_for_you_if": (4, 18), "maybe_not_if": (4, 18)}  # fmt: skip
"""Fewest and most words of each text of a profile."""

COUNTS = {"also_called": (8, 25), "day": (3, 5), "ways_in": (1, 3), "next_steps": (2, 4)}
"""Fewest and most entries of each list of a profile."""

DAY_WORDS, HOW_WORDS, WHY_WORDS, NAME_LETTERS = (3, 14), (4, 22), (4, 11), 60

LONGEST_MONTHS = 180
LEAST_MONTHS = {"apprenticeship": 6, "associate": 18, "bachelor": 36, "master": 24, "doctor": 36}
"""The slower way through each schooling takes at least this long."""

SMALLEST_ROUND = 12
"""Next steps that lead to fewer occupations than this lead round in a circle."""

_WORD = re.compile(r"[A-Za-z0-9$'’-]+")


@dataclass(slots=True)
class Finder:
    """Collects problems, and finds their line by the first line of the file that holds a text."""

    data: Path
    problems: list[Problem] = field(default_factory=list)
    lines: dict[Path, list[str]] = field(default_factory=dict)

    def add(self, name: str, what: str, near: str = "", again: bool = False) -> None:
        """A problem in the file ``name`` under the data folder, at the line that holds ``near``; ``again``: at the second
        line that holds it, as a word of its own."""
        path = self.data / name
        if path not in self.lines:
            self.lines[path] = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        found = [n for n, line in enumerate(self.lines[path], start=1) if near and near in line]
        if again:
            whole = re.compile(rf"(?<![\w-]){re.escape(near)}(?![\w-])")
            found = [n for n in found if whole.search(self.lines[path][n - 1])][1:] or found
        self.problems.append(Problem(path=path, line=next(iter(found), None), what=what))

    def occupation(self, code: str, what: str, near: str = "profile:") -> None:
        """A problem in one occupation's file."""
        self.add(f"occupations/{code}.yaml", what, near)


def check(source: Source) -> list[Problem]:
    """Everything that is wrong between the files of one loaded source; empty when all is well."""
    find = Finder(data=source.data)
    occupations = [o.occupation for o in source.occupations]
    licences = {n.id for n in source.licences} if source.licences else None  # a broken file has told its own problem
    zones = {o.code: o.job_zone for o in occupations}
    _repeats(find, "licences.yaml", "the licence id", (n.id for n in source.licences))
    for paper in source.licences:
        for name in paper.includes:
            if name == paper.id or name not in (licences or ()):
                find.add("licences.yaml", f"{paper.id} includes {name}, which is no other licence", f"id: {paper.id},")
    for occupation in occupations:
        _profile(find, occupation, licences)
        _codes(find, occupation, zones)
    _rounds(find, occupations)
    _plain_titles(find, occupations)
    if source.lexicon is not None:
        _titles(find, source.lexicon, zones)
    if source.framework is not None:
        _framework(find, source.framework, occupations)
        _figures(find, source.framework, occupations)
        for name, what, near in (*life.unknown(source.framework, zones), *unknown_words(source.framework)):
            find.add(name, what, near)
    if source.matching is not None:
        _repeats(find, "matching.yaml", "cannot: the id", (c.id for c in source.matching.cannot))
        for occupation in occupations:
            _asked(find, occupation, {c.id for c in source.matching.cannot})
    if source.framework is not None and source.matching is not None:
        for name, what, near in (
            *unknown_marks(source.framework, source.matching, occupations),
            *unsaid(source.matching),
        ):
            find.add(name, what, near)
    used = (*unused(source), *unknown_settings(source))
    for name, what, near in (*unjoined_wages(source), *falling_pay(source), *used):
        find.add(name, what, near)
    return find.problems


def words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


def _repeats(find: Finder, name: str, kind: str, values: Iterable[str]) -> None:
    for value, times in Counter(values).items():
        if times > 1:
            find.add(
                name,
                f"{kind} {value!r} stands {times} times",
                f"id: {value}" if kind.endswith(" id") else value,
                again=True,
            )


def _unknown(find: Finder, name: str, kind: str, values: Iterable[str], known: Iterable[str]) -> None:
    for value in dict.fromkeys(values):
        if value not in known:
            find.add(name, f"{kind} {value} is not known", value)


def _profile(find: Finder, occupation: Occupation, licences: set[str] | None) -> None:
    code, profile = occupation.code, occupation.profile
    if profile == Profile():
        find.occupation(code, "no profile: nobody has written the plain words yet", "code:")
        return
    for problem, near in (*_sizes(profile), *_ways_in(profile.ways_in), *_licence(profile, licences)):
        find.occupation(code, problem, near)
    names = Counter(name.casefold() for name in profile.also_called)
    for name in profile.also_called:
        if names.pop(name.casefold(), 0) > 1:
            find.occupation(code, f"also_called names {name!r} twice", name)
        if len(name) > NAME_LETTERS:
            find.occupation(code, f"also_called: a name of {len(name)} letters, at most {NAME_LETTERS}", name[:40])
    steps = [s.code for s in profile.next_steps]
    for step in dict.fromkeys(s for s in steps if steps.count(s) > 1):
        find.occupation(code, f"next_steps names {step} twice", f"code: {step}")


def _asked(find: Finder, occupation: Occupation, known: set[str]) -> None:
    """What an occupation asks of all that may be ruled out: said for each, even where it is nothing, and said once."""
    profile, near = occupation.profile, "asks_for:"
    if profile == Profile():
        return
    if profile.asks_for is None:
        what = "asks_for is missing: say which of the things that a person may rule out it often asks, or []"
        find.occupation(occupation.code, what, "maybe_not_if:")
    for name, times in Counter(profile.asks_for or ()).items():
        if name not in known:
            find.occupation(occupation.code, f"asks_for: {name} is none of matching.yaml's cannot", near)
        elif times > 1:
            find.occupation(occupation.code, f"asks_for names {name} twice", near)
    for name in profile.always:
        if name not in (profile.asks_for or ()) or name not in ASKABLE:
            what = f"always: {name} is none of what asks_for says that could be asked otherwise ({', '.join(ASKABLE)})"
            find.occupation(occupation.code, what, "always:")


def _sizes(profile: Profile) -> Iterator[tuple[str, str]]:
    for name, (least, most) in COUNTS.items():
        if not least <= (count := len(getattr(profile, name))) <= most:
            yield f"{name} has {count} entries, should have {least} to {most}", f"{name}:"
    texts = [(name, getattr(profile, name), limits) for name, limits in LENGTHS.items()]
    texts += [("a line of day", text, DAY_WORDS) for text in profile.day]
    texts += [("a way in", way.how, HOW_WORDS) for way in profile.ways_in]
    texts += [("a next step's why", step.why, WHY_WORDS) for step in profile.next_steps]
    for name, text, (least, most) in texts:
        if not text:
            yield f"{name} is missing", "profile:"
        elif not least <= (count := words(text)) <= most:
            yield f"{name} has {count} words, should have {least} to {most}: {text}", text[:40]
    for name, lines in (("day", profile.day), ("ways_in", [w.how for w in profile.ways_in])):
        if len(set(lines)) < len(lines):
            yield f"{name} says the same line twice", f"{name}:"


def _ways_in(ways: Iterable[WayIn]) -> Iterator[tuple[str, str]]:
    for way in ways:
        low, high = way.months
        least = LEAST_MONTHS.get(way.asks, 0)
        if not 0 <= low <= high <= LONGEST_MONTHS:
            yield f"months should be [least, most] up to {LONGEST_MONTHS}, not [{low:g}, {high:g}]", way.how[:40]
        elif high < least:
            yield f"{high:g} months at most is too short for {way.asks} ({least} or more)", way.how[:40]
        if way.asks == "apprenticeship" and not way.earn:
            yield "an apprentice earns while learning: earn should be true", way.how[:40]


def _licence(profile: Profile, known: set[str] | None) -> Iterator[tuple[str, str]]:
    licence = profile.licence
    for name in licence.names:
        if known is not None and name not in known:
            yield f"the licence {name} is not in licences.yaml", "licence:"
    if (licence.need == "none") == bool(licence.names):
        yield f"licence: need is {licence.need} but {len(licence.names)} are named", "licence:"
    if licence.need == "none" and licence.state_rules:
        yield "licence: state_rules without a licence", "licence:"
    if licence.need == "required" and len(licence.names) > 1 and (weak := SUPPORTING & set(licence.names)):
        yield f"licence: {', '.join(sorted(weak))} alone does not open this work; list what does", "licence:"


def _codes(find: Finder, occupation: Occupation, zones: dict[str, int]) -> None:
    code = occupation.code
    for step in occupation.profile.next_steps:
        near = f"code: {step.code}"
        if step.code == code:
            find.occupation(code, "a next step names the occupation itself", step.why[:40])
        elif step.code not in zones:
            find.occupation(code, f"the next step {step.code} is no occupation here", near)
        elif (up := zones[step.code] - occupation.job_zone) > 1:
            find.occupation(code, f"the next step {step.code} sits {up} job zones higher; name one between", near)
    for other, times in Counter(occupation.closest).items():
        # O*NET names related occupations it has no data for (the military): those are no mistake.
        if times > 1 or other == code:
            find.occupation(code, f"closest names {other}{' twice' if times > 1 else ', itself'}", "closest:")


def _rounds(find: Finder, occupations: list[Occupation]) -> None:
    """Next steps must lead somewhere: no small ring of occupations that only name each other."""
    steps = {o.code: [s.code for s in o.profile.next_steps] for o in occupations}
    if len(steps) < SMALLEST_ROUND:
        return
    for code, first in steps.items():
        seen, waiting = {code}, list(first)
        while waiting and len(seen) < SMALLEST_ROUND:
            if (here := waiting.pop()) not in seen:
                seen.add(here)
                waiting += steps.get(here, [])
        if first and len(seen) < SMALLEST_ROUND:
            find.occupation(code, f"next_steps lead round in a circle of {len(seen)} occupations", "next_steps:")


def _plain_titles(find: Finder, occupations: list[Occupation]) -> None:
    first: dict[str, str] = {}
    for occupation in occupations:
        title = occupation.profile.plain_title.casefold()
        if title and first.setdefault(title, occupation.code) != occupation.code:
            find.occupation(occupation.code, f"plain_title is also that of {first[title]}", "plain_title:")


def _titles(find: Finder, lexicon: Lexicon, known: Container[str]) -> None:
    """Every code that titles.yaml gives a name to is an occupation here."""
    named: dict[str, str] = {}
    for title, code in lexicon.titles:
        named.setdefault(code, title)
    for code, title in named.items():
        if code not in known:
            find.add("titles.yaml", f"{code}, where {title!r} stands, is no occupation here", f"{code}:")


def _framework(find: Finder, framework: Framework, occupations: list[Occupation]) -> None:
    """The words of the inventory: sectors with examples, elements that exist, nothing said twice."""
    sectors = {s.id for s in framework.sectors}
    elements = {n.element for o in occupations for n in o.skills} | {e for o in occupations for e in o.work_styles}
    name = "skills_framework.yaml"
    for skill in framework.skills:
        for sector in sorted(sectors - set(skill.examples)):
            find.add(name, f"{skill.id} has no example for the sector {sector}", f"id: {skill.id}")
        _unknown(find, name, f"{skill.id}: the sector", skill.examples, sectors)
        _unknown(find, name, f"{skill.id}: the element", skill.elements, elements)
    _repeats(find, name, "the skill id", (s.id for s in framework.skills))
    _repeats(find, name, "the text", (t for s in framework.skills for t in (s.name, s.definition, *s.anchors)))
    _repeats(find, name, "the example", (e for s in framework.skills for e in s.examples.values()))
    groups = {g.id for g in framework.groups}
    _unknown(find, "activities.yaml", "the group", (a.group for a in framework.activities), groups)
    for group in sorted(groups - {a.group for a in framework.activities}):
        find.add("activities.yaml", f"the group {group} has no activity", f"id: {group}")
    for kind, values in (
        ("the activity id", [a.id for a in framework.activities]),
        ("the words", [a.did for a in framework.activities]),
        ("the words", [a.do for a in framework.activities if a.do != a.did]),
    ):
        _repeats(find, "activities.yaml", kind, values)
    for kind, values in (("the area id", [k.id for k in framework.knowledge]),
                         ("the area", [k.name for k in framework.knowledge])):  # fmt: skip
        _repeats(find, "knowledge.yaml", kind, values)
    interests = {i.id for i in framework.interests}
    _unknown(find, "interests.yaml", "the interest", (s.interest for s in framework.statements), interests)
    _repeats(find, "interests.yaml", "the statement", (s.id for s in framework.statements))


def _figures(find: Finder, framework: Framework, occupations: list[Occupation]) -> None:
    """Every id that an occupation's figures use is one the inventory can ask about."""
    known = {
        "activity": {a.id for a in framework.activities},
        "knowledge area": {k.id for k in framework.knowledge},
        "interest": {i.id for i in framework.interests},
    }
    for o in occupations:
        used = {"activity": o.activities, "knowledge area": [n.element for n in o.knowledge], "interest": o.interests}
        for kind, ids in used.items():
            _unknown(find, f"occupations/{o.code}.yaml", f"the {kind}", ids, known[kind])
    asked = {i for o in occupations for i in o.activities}
    for activity in framework.activities:
        if occupations and activity.id not in asked:
            find.add("activities.yaml", f"no occupation does the activity {activity.id}", activity.id)
