"""Another language's words laid over ours: whatever has an id keeps it, and everything but the words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from navigator.domain.guide import Guide, Stage
from navigator.domain.occupation import Occupation, Profile, WayIn
from navigator.domain.pathway import Edge, PathwaySettings, Spot
from navigator.domain.resource import Resource
from navigator.i18n import Both

T = TypeVar("T")
Said = Mapping[str, Any]
"""Words as a file holds them: by the name of a field, or by the id of a thing."""

RESOURCE_TEXTS = ("by", "gives", "who", "cost", "how", "bring", "outcome", "note", "hours")


def laid(ours: T, said: Said | str) -> T:
    """One thing in another language's words. A text by itself is its name, or its text where it has no name."""
    if isinstance(said, str):
        names = {f.name for f in fields(cast("Any", ours))}
        said = {"name" if "name" in names else "text": said}
    changes = {name: _value(getattr(ours, name), text) for name, text in said.items() if hasattr(ours, name)}
    return cast("T", replace(cast("Any", ours), **changes))


def _value(ours: Any, said: Any) -> Any:
    if isinstance(ours, str):
        return said if isinstance(said, str) and said else ours
    if isinstance(ours, dict) and isinstance(said, dict):
        return ours | {key: text for key, text in said.items() if key in ours}
    if isinstance(ours, tuple) and ours and is_dataclass(ours[0]):
        return all_laid(ours, said)
    texts = tuple(said.values()) if isinstance(said, dict) else tuple(said)
    return texts if len(texts) == len(ours) and all(isinstance(t, str) for t in texts) else ours


def all_laid(ours: Iterable[T], said: Said) -> tuple[T, ...]:
    """Things with ids, each in the words there are for it."""
    return tuple(laid(one, said[key]) if (key := cast("Any", one).id) in said else one for one in ours)


def guide(ours: Guide, said: Said) -> Guide:
    """The guide. Its file names a question within its stage; a kind of work's question by the kind of work."""
    return Guide(stages=tuple(_stage(s, said.get("stages", {}).get(s.id, {})) for s in ours.stages))


def _stage(ours: Stage, said: Said) -> Stage:
    asked = {**said.get("questions", {}), **said.get("sectors", {})}
    pairs = tuple(laid(p, asked.get(p.id.partition(".")[2], {})) for p in ours.pairs)
    texts = {name: text for name, text in said.items() if name not in ("questions", "sectors")}
    return replace(laid(ours, texts), pairs=pairs)


def pathways(ours: PathwaySettings, said: Said) -> PathwaySettings:
    """The settings with the fields of work named."""
    names = said.get("fields", {})
    return replace(ours, fields=tuple(replace(f, name=names.get(f.name, f.name)) for f in ours.fields))


def licences(ours: dict[str, str], said: Said) -> dict[str, str]:
    """Licence id to its name."""
    return ours | {key: name for key, name in said.get("licences", {}).items() if key in ours}


PARTS: dict[str, tuple[str, Callable[[Any, Said], Any]]] = {
    "matching": ("matching", lambda ours, said: laid(ours, {"cannot": said.get("cannot", {})})),
    "guide": ("guide", guide),
    "pathways": ("pathways", pathways),
    "licences": ("licences", licences),
    "resource_kinds": ("kinds", lambda ours, said: all_laid(ours, said.get("kinds", {}))),
    "raise_notes": ("kinds", lambda ours, said: all_laid(ours, said.get("notes", {}))),
}
"""A part of the catalogue by its name there: the file that has its words, and how they are laid over it."""

FRAMEWORK = {
    "framework": ("sectors", "skills"),
    "activities": ("groups", "activities"),
    "knowledge": ("areas",),
    "interests": ("interests", "statements"),
}
"""The framework's words stand in four files: what each names."""

CALLED = {"areas": "knowledge"}
"""Where a file calls a part of the framework by another name than we do."""


def framework(ours: T, part: Callable[[str], Said]) -> T:
    """The framework in the words of its four files."""
    said: dict[str, Any] = {}
    for file, names in FRAMEWORK.items():
        words = part(file)
        said |= {CALLED.get(name, name): words.get(name, {}) for name in names}
    return laid(ours, said)


def occupation(ours: Occupation, said: Said) -> Occupation:
    """One occupation. What to look for in postings stays the English titles, which are kept aside."""
    if not said:
        return ours
    texts = {name: text for name, text in said.items() if name not in ("ways_in", "next_steps", "also_called")}
    steps = said.get("next_steps", {})
    profile = replace(
        laid(ours.profile, texts),
        also_called=tuple(said.get("also_called", ())) or ours.profile.also_called,
        ways_in=ways(ours.profile.ways_in, said),
        next_steps=tuple(replace(s, why=steps.get(s.code, s.why)) for s in ours.profile.next_steps),
        posted_as=ours.profile.also_called,
    )
    return replace(ours, profile=_checked(profile))


def _checked(profile: Profile) -> Profile:
    """A profile whose lists hold texts only."""
    also = tuple(t for t in profile.also_called if isinstance(t, str))
    return profile if also == profile.also_called else replace(profile, also_called=also)


def ways(ours: tuple[WayIn, ...], said: Said) -> tuple[WayIn, ...]:
    """The ways in, in the same order; ours where their number differs."""
    texts = said.get("ways_in", ())
    if len(texts) != len(ours):
        return ours
    return tuple(replace(way, how=text) for way, text in zip(ours, texts, strict=True))


def spot(ours: Spot, said: Said) -> Spot:
    """One place on the way."""
    return replace(ours, ways=ways(ours.ways, said))


def edge(ours: Edge, said: Said) -> Edge:
    """One step on the way, with its why."""
    return replace(ours, why=said.get("next_steps", {}).get(ours.to, ours.why)) if ours.why else ours


def phrases(national: Iterable[Resource], entries: Said, more: Said) -> dict[str, str]:
    """English text to ours: what a program gives is said the same way in every state."""
    found: dict[str, str] = dict(more)
    for one in national:
        said = entries.get(one.id, {})
        found |= {getattr(one, n): said[n] for n in ("name", *RESOURCE_TEXTS) if said.get(n) and getattr(one, n)}
    return found


def resource(ours: Resource, said: Said, known: Mapping[str, str]) -> Resource:
    """One entry of help: its own words where it has some, else every text that is said elsewhere in the same words."""
    texts = {n: known[text] for n in RESOURCE_TEXTS if (text := getattr(ours, n)) in known}
    return replace(ours, **{**texts, **{n: t for n, t in said.items() if hasattr(ours, n)}})


def twinned(first: T, second: T) -> T:
    """The same thing in two languages as one: every text carries the other."""
    if isinstance(first, str):
        return cast("T", Both(first, str(second)) if first != second else first)
    if isinstance(first, tuple) and isinstance(second, tuple):
        if len(first) != len(second):
            return first
        return cast("T", tuple(twinned(a, b) for a, b in zip(first, second, strict=True)))
    if isinstance(first, dict) and isinstance(second, dict):
        return cast("T", {k: twinned(v, second.get(k, v)) for k, v in first.items()})
    if is_dataclass(first) and not isinstance(first, type):
        changed = {
            f.name: new
            for f in fields(first)
            if f.name not in NEVER
            and (new := twinned(old := getattr(first, f.name), getattr(second, f.name))) is not old
        }
        return replace(first, **changed) if changed else first
    return first


NEVER = frozenset({"id", "code", "asks_for", "always", "posted_as"})
"""Fields that are looked things up by, never read."""
