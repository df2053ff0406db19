"""Do the data files agree with each other? Every problem in one pass; reading them has already checked their shape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator

from navigator.catalogue import life
from navigator.catalogue.check_framework import figure_problems, framework_problems
from navigator.catalogue.check_said import unknown_marks, unsaid
from navigator.catalogue.check_used import unknown_settings, unused
from navigator.catalogue.check_wages import falling_pay, unjoined_wages
from navigator.catalogue.finder import Finder
from navigator.catalogue.load import Source
from navigator.catalogue.skill_words import unknown_words
from navigator.domain.errors import Problem
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


def check(source: Source) -> list[Problem]:
    """Everything that is wrong between the files of one loaded source; empty when all is well."""
    find = Finder(data=source.data)
    occupations = [o.occupation for o in source.occupations]
    licences = {n.id for n in source.licences} if source.licences else None  # a broken file has told its own problem
    zones = {o.code: o.job_zone for o in occupations}
    find.repeats("licences.yaml", "the licence id", (n.id for n in source.licences))
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
        framework_problems(find, source.framework, occupations)
        figure_problems(find, source.framework, occupations)
        find.all((*life.unknown(source.framework, zones), *unknown_words(source.framework)))
    if source.matching is not None:
        find.repeats("matching.yaml", "cannot: the id", (c.id for c in source.matching.cannot))
        for occupation in occupations:
            _asked(find, occupation, {c.id for c in source.matching.cannot})
    if source.framework is not None and source.matching is not None:
        find.all((*unknown_marks(source.framework, source.matching, occupations), *unsaid(source.matching)))
    find.all((*unjoined_wages(source), *falling_pay(source), *unused(source), *unknown_settings(source)))
    return find.problems


def words(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))


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
    for way in profile.ways_in:
        for name in way.begins:
            if name not in known:
                find.occupation(occupation.code, f"begins: {name} is none of matching.yaml's cannot", way.how[:40])
            elif name in (profile.asks_for or ()):
                find.occupation(occupation.code, f"begins: {name} stands in asks_for already", way.how[:40])
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
