"""The words a worker reads: easy, plain, fair, our own, and true to the figures. The lists are in data/wording.yaml."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import Any

import pytest
import yaml
from rapidfuzz import fuzz

from navigator.catalogue.load import Source, load
from navigator.domain.framework import Framework
from navigator.domain.occupation import Occupation, Profile
from tests.reading import grade

DATA = Path(__file__).parents[2] / "data"
MEDIAN_GRADE, HARDEST_GRADE = 6, 8
ALIKE = 90
"""From this likeness (of 100) two sentences of seven or more words in two profiles are near-copies."""
PAY_DROP = 0.85


@cache
def listed(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load((DATA / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return found


@pytest.fixture(scope="module")
def source() -> Source:
    found = load(DATA)
    assert found.framework is not None
    return found


@pytest.fixture(scope="module")
def occupations(source: Source) -> list[Occupation]:
    return [o.occupation for o in source.occupations]


@pytest.fixture(scope="module")
def framework(source: Source) -> Framework:
    assert source.framework is not None
    return source.framework


def prose(profile: Profile) -> Iterator[tuple[str, str]]:
    """Every written text of a profile, with the name of its field."""
    for name in ("plain_title", "what_you_do", "where", "good_for_you_if", "maybe_not_if"):
        yield name, getattr(profile, name)
    yield from (("day", line) for line in profile.day)
    yield from (("ways_in", way.how) for way in profile.ways_in)
    yield from (("next_steps", step.why) for step in profile.next_steps)


def framework_prose(framework: Framework) -> Iterator[tuple[str, str]]:
    for skill in framework.skills:
        for text in (skill.name, skill.definition, *skill.anchors, *skill.examples.values()):
            yield skill.id, text
    for activity in framework.activities:
        yield from ((activity.id, activity.did), (activity.id, activity.do))
    for kind in (framework.groups, framework.knowledge, framework.interests, framework.statements, framework.sectors):
        for item in kind:
            texts = (getattr(item, name, "") for name in ("name", "means", "ask", "text"))
            yield from ((item.id, text) for text in texts if text)


def graded(kind: str, occupations: list[Occupation], framework: Framework) -> list[tuple[str, str]]:
    profiles = [(o.code, o.profile) for o in occupations]
    found: dict[str, list[tuple[str, str]]] = {
        "what_you_do": [(code, p.what_you_do) for code, p in profiles],
        "day": [(code, ". ".join(line.rstrip(".") for line in p.day)) for code, p in profiles],
        "where": [(code, p.where) for code, p in profiles],
        "skill definitions": [(s.id, s.definition) for s in framework.skills],
        "skill anchors": [(s.id, text) for s in framework.skills for text in s.anchors],
        "skill examples": [(s.id, text) for s in framework.skills for text in s.examples.values()],
        "activities": [(a.id, text) for a in framework.activities for text in (a.did, a.do)],
        "knowledge areas": [(k.id, k.means) for k in framework.knowledge],
        "interests": [(i.id, i.means) for i in framework.interests] + [(s.id, s.text) for s in framework.statements],
        "group questions": [(g.id, g.ask) for g in framework.groups],
    }
    return found[kind]


@pytest.mark.parametrize(
    "kind",
    ["what_you_do", "day", "where", "skill definitions", "skill anchors", "skill examples", "activities",
     "knowledge areas", "interests", "group questions"],
)  # fmt: skip
def test_what_a_worker_reads_is_at_grade_six_and_nothing_over_eight(
    kind: str, occupations: list[Occupation], framework: Framework
) -> None:
    names = frozenset(listed("wording.yaml")["names"])
    grades = [(grade(text, names), who, text) for who, text in graded(kind, occupations, framework)]
    assert median(g for g, *_ in grades) <= MEDIAN_GRADE
    assert [f"{who} reads at {g:.1f}: {text}" for g, who, text in sorted(grades) if g > HARDEST_GRADE] == []


@pytest.mark.parametrize("kind", ["ways_in", "next_steps", "good_for_you_if", "maybe_not_if"])
def test_the_other_lines_of_a_profile_are_at_grade_six_on_the_whole(kind: str, occupations: list[Occupation]) -> None:
    # The names of degrees and tests are long, so a single way in may be harder than eight.
    names = frozenset(listed("wording.yaml")["names"])
    texts = [". ".join(text.rstrip(".") for k, text in prose(o.profile) if k == kind) for o in occupations]
    assert median(grade(text, names) for text in texts) <= MEDIAN_GRADE


def _jargon(who: str, text: str) -> Iterator[str]:
    lists = listed("wording.yaml")
    starts = tuple(start for start in lists["jargon"] if " " not in start)
    low = text.casefold()
    for word in re.findall(r"[a-z][a-z'-]*", low):
        if word.startswith(starts) and word not in lists["jargon_names"]:
            yield f"{who}: {word}: {text}"
    yield from (f"{who}: {phrase}: {text}" for phrase in lists["jargon"] if " " in phrase and phrase in low)


def _bias(who: str, text: str) -> Iterator[str]:
    for word in _biased().findall(_let_through().sub("", text)):
        if word.isupper():
            continue  # HIM and HERS are certificates
        yield f"{who}: {word}: {text}"


@cache
def _biased() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{_any_of(listed('wording.yaml')['bias'])})(?![\w'-])", re.IGNORECASE)


@cache
def _let_through() -> re.Pattern[str]:
    return re.compile(_any_of(listed("wording.yaml")["bias_phrases"] + listed("wording.yaml")["names_with_man"]))


def _any_of(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in words)


def test_no_jargon_and_no_official_words_in_any_profile(occupations: list[Occupation]) -> None:
    # also_called quotes the names that postings use, official words and all.
    assert [line for o in occupations for _, text in prose(o.profile) for line in _jargon(o.code, text)] == []


def test_no_bias_in_any_profile_nor_in_the_names_we_quote(occupations: list[Occupation]) -> None:
    texts = [(o.code, text) for o in occupations for _, text in prose(o.profile)]
    names = [(o.code, name) for o in occupations for name in o.profile.also_called]
    assert [line for who, text in (*texts, *names) for line in _bias(who, text)] == []


def test_no_jargon_and_no_bias_in_the_inventory(framework: Framework) -> None:
    texts = list(framework_prose(framework))
    assert [line for who, text in texts for line in (*_jargon(who, text), *_bias(who, text))] == []


def sentences(occupations: list[Occupation], least: int) -> list[tuple[str, str, str]]:
    """(code, field, sentence in lower-case words) of at least so many words."""
    found = []
    for o in occupations:
        for kind, text in prose(o.profile):
            for part in re.split(r"(?<=[.!?;])\s+", text):
                plain = re.findall(r"[a-z0-9$'’-]+", part.lower())
                if len(plain) >= least:
                    found.append((o.code, kind, " ".join(plain)))
    return found


def test_no_sentence_of_eight_words_stands_in_two_profiles(occupations: list[Occupation]) -> None:
    shared = {" ".join(re.findall(r"[a-z0-9$'’-]+", line.lower())) for line in listed("stock_lines.yaml")["lines"]}
    where: dict[str, set[str]] = defaultdict(set)
    for code, _, sentence in sentences(occupations, 8):
        where[sentence].add(code)
    assert {s: sorted(codes) for s, codes in where.items() if len(codes) > 1 and s not in shared} == {}


def test_no_two_profiles_say_nearly_the_same_sentence(occupations: list[Occupation]) -> None:
    # A next step's reason may be short and alike where two occupations lead to the same third one.
    texts = [(code, s) for code, kind, s in sentences(occupations, 7) if kind != "next_steps"]
    by_shingle: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, (_, sentence) in enumerate(texts):
        words = sentence.split()
        for shingle in {tuple(words[n : n + 3]) for n in range(len(words) - 2)}:
            by_shingle[shingle].append(number)
    pairs = {pair for numbers in by_shingle.values() for pair in combinations(numbers, 2)}
    near = [
        (texts[a], texts[b])
        for a, b in pairs
        if texts[a][0] != texts[b][0] and fuzz.ratio(texts[a][1], texts[b][1], score_cutoff=ALIKE)
    ]
    assert near == []


# Schooling on one scale: 0 none or high school, 1 a course, certificate or apprenticeship, 2 associate ... 5 doctor.
_ASKED = {"none": 0, "short_course": 0, "certificate": 1, "apprenticeship": 1, "associate": 2, "bachelor": 3,
          "master": 4, "doctor": 5}  # fmt: skip
_ENTRY = {"No formal": 0, "High school": 0, "Some college": 1, "Postsecondary": 1, "Associate": 2, "Bachelor": 3,
          "Master": 4, "Doctoral": 5}  # fmt: skip
_OF_CATEGORY = (0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 5, 5)
"""O*NET's twelve categories of schooling on that scale."""


def contradictions(o: Occupation, entry: str, training: str) -> Iterator[str]:
    """Where the ways in contradict the figures. Where the two sources disagree, following either of them is right."""
    ways = [_ASKED[way.asks] for way in o.profile.ways_in]
    share = [0.0] * 6
    for category, percent in zip(_OF_CATEGORY, o.entry.education, strict=False):
        share[category] += percent
    surveyed, degree, short = bool(o.entry.education), sum(share[3:]), sum(share[:2])
    if surveyed and min(ways) <= 1 and degree >= 90:
        yield f"a way without a degree, but {degree:.0f}% have a bachelor's or more"
    if surveyed and ways[0] < 3 and degree >= 70:
        yield f"the first way asks no bachelor's, but {degree:.0f}% have one"
    if surveyed and ways[0] >= 3 and degree < 30:
        yield f"the first way asks a bachelor's, but only {degree:.0f}% have one"
    if surveyed and min(ways) >= 2 and short >= 50:
        yield f"every way asks a degree, but {short:.0f}% have none"
    expected = next((rank for start, rank in _ENTRY.items() if entry.startswith(start)), None)
    if expected is None:
        return
    follows_survey = surveyed and (ways[0] >= 3) == (degree >= 50)
    if abs(expected - ways[0]) >= 2 and not follows_survey:
        yield f"the projections say {entry!r}, the first way {o.profile.ways_in[0].asks}"
    if expected >= 3 and max(ways) < 3:
        yield f"the projections say {entry!r}, but no way asks a degree"
    if expected == 0 and min(ways) >= 2:
        yield f"the projections say {entry!r}, but every way asks a degree"
    if training == "Apprenticeship" and not any(way.asks == "apprenticeship" for way in o.profile.ways_in):
        yield "the projections say apprenticeship, but no way does"


def test_the_ways_in_follow_the_figures_or_say_why_not(source: Source, occupations: list[Occupation]) -> None:
    groups = {row[0]: row[1] for row in source.groups}
    figures = {str(row[0]): (str(row[3]), str(row[5])) for row in source.projections}
    found = {}
    for o in occupations:
        entry, training = figures.get(o.soc) or figures.get(groups.get(o.soc, ""), ("", ""))
        if wrong := list(contradictions(o, entry, training)):
            found[o.code] = wrong
    reasons = listed("ways_in_exceptions.yaml")["exceptions"]
    assert {code: wrong for code, wrong in found.items() if code not in reasons} == {}
    assert [code for code in reasons if code not in found] == [], "no longer needed: take them off the list"
    assert all(len(str(reason).split()) >= 5 for reason in reasons.values())


def median_pay(source: Source) -> dict[str, float]:
    """National median pay an hour by SOC code; the yearly figure over a full-time year where none is by the hour."""
    found = {}
    for row in source.wages:
        hourly, yearly = row[6], row[11]
        if row[0] == "US" and isinstance(hourly, float):
            found[str(row[1])] = hourly
        elif row[0] == "US" and isinstance(yearly, float):
            found[str(row[1])] = yearly / 2080
    return found


def steps_with_pay(source: Source) -> Iterator[tuple[str, str, str, float, float]]:
    """(from, to, reason, pay, pay there) of every next step whose two wages are published."""
    pay, groups = median_pay(source), {row[0]: row[1] for row in source.groups}
    for o in (loaded.occupation for loaded in source.occupations):
        here = pay.get(o.soc) or pay.get(groups.get(o.soc, ""))
        for step in o.profile.next_steps:
            there = pay.get(step.code[:7]) or pay.get(groups.get(step.code[:7], ""))
            if here and there:
                yield o.code, step.code, step.why, here, there


def test_a_next_step_with_clearly_lower_pay_says_what_one_gains(source: Source) -> None:
    gain = re.compile(rf"\b({_any_of(listed('wording.yaml')['pay_drop_reasons'])})\b", re.IGNORECASE)
    found = [
        f"{code} to {to}, {here:.0f} to {there:.0f} an hour: {why}"
        for code, to, why, here, there in steps_with_pay(source)
        if there < PAY_DROP * here and not gain.search(why)
    ]
    assert found == []


def test_a_next_step_that_promises_more_pay_pays_more(source: Source) -> None:
    promise = re.compile(
        r"\b(more|better|higher|top)( \w+)? (pay|wages?)\b|\b(pays?|earns?)( \w+){0,2} (more|better)\b", re.IGNORECASE
    )
    found = [
        f"{code} to {to}, {here:.2f} to {there:.2f} an hour: {why}"
        for code, to, why, here, there in steps_with_pay(source)
        if promise.search(why) and there <= here
    ]
    assert found == []
