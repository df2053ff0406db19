"""What a language's folder still lacks: every text of ours that it has no words for, and every word of it that says nothing of ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from navigator.catalogue import languages
from navigator.catalogue.laid import RESOURCE_TEXTS
from navigator.catalogue.store import Catalogue
from navigator.domain.errors import Refusal
from navigator.domain.occupation import NATION, Occupation
from navigator.engine.title_words import folded

Tree = dict[str, Any]
"""What should be there: names to deeper trees; None for a text; a number for a list of so many texts."""

TEXT = None


def expected(english: Catalogue) -> dict[str, Tree]:
    """Every file of words, and the texts that belong in it."""
    framework, guide = english.framework, english.guide
    return {
        "framework": {
            "sectors": {s.id: TEXT for s in framework.sectors},
            "skills": {
                s.id: _texts("name", "definition")
                | {"anchors": _texts("a_little", "some", "a_lot"), "examples": _texts(*s.examples)}
                for s in framework.skills
            },
        },
        "activities": {
            "groups": {g.id: _texts("name", "ask") for g in framework.groups},
            "activities": {a.id: _texts("did", "do") for a in framework.activities},
        },
        "knowledge": {"areas": {k.id: _texts("name", "means") for k in framework.knowledge}},
        "interests": {
            "interests": {i.id: _texts("name", "means") for i in framework.interests},
            "statements": {s.id: TEXT for s in framework.statements},
        },
        "guide": {"stages": {s.id: _stage(s) for s in guide.stages}},
        "kinds": {
            "kinds": {k.id: _texts("name", *(["choice"] if k.choice else [])) for k in english.resource_kinds},
            "notes": {n.id: _texts("name", "note") for n in english.raise_notes},
        },
        "licences": {"licences": dict.fromkeys(english.licences, TEXT)},
        "matching": {"cannot": {c.id: TEXT for c in english.matching.cannot}},
        "pathways": {"fields": {f.name: TEXT for f in english.pathways.fields}},
        "resources": {"entries": {r.id: _resource(r) for r in english.resources(NATION)}},
    }


def _texts(*names: str) -> Tree:
    return dict.fromkeys(names, TEXT)


def _stage(stage: Any) -> Tree:
    asked = {p.id.partition(".")[2]: p for p in stage.pairs}
    found: Tree = _texts("name", "about")
    found["questions"] = {name: _texts("me", "employer", "why") for name, p in asked.items() if not p.sector}
    found["sectors"] = {name: _texts("me", "employer", "why") for name, p in asked.items() if p.sector}
    found["employer_side"], found["center_side"] = len(stage.employer_side), len(stage.center_side)
    return found


def _resource(resource: Any) -> Tree:
    return _texts("name", *(n for n in RESOURCE_TEXTS if getattr(resource, n) and n not in ("by", "hours")))


def of_occupation(ours: Occupation) -> Tree:
    """The texts that belong in the file of one occupation."""
    profile = ours.profile
    single = (n for n in ("what_you_do", "where", "good_for_you_if", "maybe_not_if") if getattr(profile, n))
    return _texts("plain_title", *single) | {
        "day": len(profile.day),
        "ways_in": len(profile.ways_in),
        "next_steps": {s.code: TEXT for s in profile.next_steps},
    }


OPTIONAL = frozenset({"format", "code", "also_called", "by", "hours"})
"""What a file may hold besides: it is never missing, and never too much."""


def differences(said: Any, tree: Any, where: str) -> Iterator[str]:
    """What is missing, empty, of another number, or too much."""
    if isinstance(tree, dict):
        if not isinstance(said, dict):
            yield f"{where}: missing"
            return
        for name, below in tree.items():
            yield from differences(said.get(name), below, f"{where}.{name}")
        yield from (
            f"{where}.{name}: there is no such thing of ours" for name in said if name not in {*tree, *OPTIONAL}
        )
    elif isinstance(tree, int):
        if not isinstance(said, list) or len(said) != tree:
            yield f"{where}: {tree} texts, not {len(said) if isinstance(said, list) else 'none'}"
    elif not isinstance(said, str) or not said.strip():
        yield f"{where}: missing"


def lacking(english: Catalogue, folder: Path) -> list[str]:
    """Everything that the data files of one language lack, each with its file and place."""
    found: list[str] = []
    for name, tree in expected(english).items():
        found += differences(_read(folder / f"{name}.yaml", found), tree, f"{name}.yaml")
    said = _read(folder / "states.yaml", found).get("phrases", {})
    found += [f"states.yaml: no words for {text!r}" for text in sorted(state_texts(english) - set(said))]
    words: dict[str, Tree] = {}
    for path in sorted((folder / languages.OCCUPATIONS).glob("*.yaml")):
        if not english.has(path.stem):
            found.append(f"occupations/{path.name}: there is no such occupation")
            continue
        tree = of_occupation(english.occupation(path.stem))
        words[path.stem] = _read(path, found)
        found += differences(words[path.stem], tree, f"occupations/{path.name}")
    return [*found, *shared_names(words)]


def shared_names(words: dict[str, Tree]) -> Iterator[str]:
    """Names that a reader sees of two occupations, or of one where another is searched for by it: nobody could tell which
    is meant. Names that are only searched for may be shared, as many are in life."""
    names = {code: folded(str(said.get("plain_title", ""))) for code, said in words.items()}
    owner = {name: code for code, name in reversed(names.items())}
    for code, said in words.items():
        also = {folded(str(text)) for text in said.get("also_called", ())}
        for name in sorted({names[code], *also}):
            if name and owner.get(name, code) != code:
                yield f"occupations/{code}.yaml: {name!r} is the name of {owner[name]} too"


def _read(path: Path, problems: list[str]) -> Tree:
    if not path.is_file():
        return {}
    try:
        return languages.read(path)
    except Refusal as refusal:
        problems.append(str(refusal))
        return {}


def state_texts(english: Catalogue) -> set[str]:
    """Every general text of the states' files that the national file does not say already."""
    national = {getattr(r, n) for r in english.resources(NATION) for n in RESOURCE_TEXTS}
    of_states = (r for area in english.areas if area != NATION for r in english.resources(area))
    return {
        text
        for r in of_states
        for n in ("gives", "who", "cost", "how")
        if (text := getattr(r, n)) and text not in national
    }
