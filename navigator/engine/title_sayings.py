"""Lines that say what somebody did (`picked strawberries with my cousins`) read as a name of work and what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from navigator.domain.said import Sayings, Told
from navigator.engine.by_ear import by_ear
from navigator.engine.saying_words import (
    AFTER_KIN,
    BEFORE,
    KIN,
    MINE,
    MOST,
    NEAR,
    ONE,
    PEOPLE,
    SAYS_I,
    STILL,
    STOPS,
    THEM,
    TOGETHER,
    WHOM,
)
from navigator.engine.verb_forms import Kind, english, spanish

Part = list[str]
HEARD = 4
"""Letters of a word that is known by its sound."""
_WHO = ("er", "or", "ist", "ian", "vet")
"""So end the names of many who work."""


class Verb(NamedTuple):
    """A verb as it was typed: its plain form, whether it is Spanish, and which kind of form it has."""

    plain: str
    foreign: bool
    kind: Kind
    form: str


class Phrase(NamedTuple):
    """One way to say an entry: what follows the verb's first word, and the entry."""

    after: tuple[str, ...]
    entry: Told


class Work(NamedTuple):
    """What a line says was done: its name, what stands around it, and whether an entry told it or the verb alone."""

    name: Part
    beside: list[Part]
    told: bool


class Line(NamedTuple):
    """A line as it is looked up, its name first, and whether it says what the work is called only by the way."""

    parts: list[Part]
    guessed: bool


LAST = ("a", "e", "i", "o", "n", "s")
"""What a Spanish verb ends in, as it sounds: other words need no look."""


class Reader:
    """The sayings of one lexicon, by the first word of each verb. ``single``: the one form of a word in any number."""

    def __init__(self, sayings: Sayings, single: Callable[[str], str]) -> None:
        self.single = single
        self.verbs: dict[str, list[Verb]] = {}
        self.names: dict[tuple[str, ...], str] = {}
        self.told: dict[tuple[bool, str], list[Phrase]] = {}
        for foreign, names, entries in ((False, sayings.did, sayings.told), (True, sayings.hizo, sayings.contado)):
            self._learn(foreign, [*names, *(verb for entry in entries for verb in entry.did)])
            self.names.update((tuple(verb.split()), name) for verb, name in names.items())
            for entry in entries:
                for verb in entry.did:
                    first, *rest = verb.split()
                    self.told.setdefault((foreign, first), []).append(Phrase(tuple(rest), entry))
        self.things = frozenset(w for e in sayings.contado for w in " ".join((*e.to, *e.where)).split())
        self.signs: frozenset[str] = frozenset(self.verbs) | (MINE | {"charge"} if self.verbs else frozenset())
        """One of these stands in every line that is read otherwise than as a title."""

    @cached_property
    def heard(self) -> dict[str, str]:
        """The Spanish verbs by how they sound. Most titles need none of them, and they take some milliseconds to make."""
        return {by_ear(form): form for form, some in self.verbs.items() if _is_heard(form, some)}

    @cached_property
    def heard_things(self) -> dict[str, str]:
        """The same of what is done to."""
        return {by_ear(word): word for word in self.things if len(word) >= HEARD}

    def _learn(self, foreign: bool, verbs: Iterable[str]) -> None:
        for plain in dict.fromkeys(verb.split()[0] for verb in verbs):
            for form, kind in spanish(plain) if foreign else english(plain):
                self.verbs.setdefault(form, []).append(Verb(plain, foreign, kind, form))

    def spelled(self, part: Part) -> Part:
        """The same words, Spanish verbs that were spelled by ear as they are written, and what is done to with them."""
        verbs = [self._verb(token) for token in part]
        if verbs == part and not any(self._is_spanish(token) for token in part):
            return part
        return [token if token in self.verbs else self._thing(token) for token in verbs]

    def _is_spanish(self, token: str) -> bool:
        return any(verb.foreign and verb.kind != "plain" for verb in self.verbs.get(token, ()))

    def _verb(self, token: str) -> str:
        strange = len(token) >= HEARD and token not in self.verbs and "sh" not in token  # which Spanish does not write
        return self.heard.get(by_ear(token), token) if strange and by_ear(token).endswith(LAST) else token

    def _thing(self, token: str) -> str:
        one = self.single(token)
        known = token in self.things or one in self.things or token in STOPS or token in ONE
        return token if known else self.heard_things.get(by_ear(one), self.heard_things.get(by_ear(token), token))

    def line(self, parts: Sequence[Part]) -> Line:
        """The parts of a line: what somebody did as a name and first, then what stands around it."""
        words = {form for part in parts for token in part for form in (token, self.single(token))}
        read: list[Work] = []
        told: list[Part] = []
        named: list[Part] = []
        others: list[Part] = []
        worked = bool(parts) and not BEFORE.isdisjoint(parts[0][:1])
        for part in parts:
            for some in self._apart(self._without_owner(_managing(part))):
                found = self._read(some, words) or self._within(some, words, worked)
                if found is None:
                    named.append(_without_company(some))
                    continue
                read.append(found)
                (told if found.told else named).append(found.name)
                others += found.beside
        if not read:
            return Line(named, self._begins_so(parts[0]) if parts else False)
        about = [[w for w in some if w not in THEM] for some in (*told, *named, *others)]
        return Line([some for some in about if some], not told or len(read) > 1 or sum(map(len, others)) > MOST)

    def told_name(self, tokens: Part) -> tuple[str, bool]:
        """What the work is called that a line tells (`limpiaba cuartos`), and whether an entry says so; empty where none tells it."""
        found = self._read(tokens, {form for token in tokens for form in (token, self.single(token))})
        named = found is not None and (found.told or self._names_itself(tokens))
        return (" ".join(found.name), found.told) if found is not None and named else ("", False)

    def _names_itself(self, tokens: Part) -> bool:
        """Whether a Spanish verb with a name of its own (`tapizaba`) is said of the past."""
        spanish = (
            verb for token in tokens for verb in self.verbs.get(token, ()) if verb.foreign and verb.kind != "plain"
        )
        return any(self.names.get((verb.plain,)) for verb in spanish)

    def begins_with_verb(self, tokens: Part) -> bool:
        """Whether what was done stands first, behind `I` at most, and no name of work behind it."""
        first = next((token for token in self.spelled(tokens) if token not in BEFORE), "")
        did = [verb for verb in self.verbs.get(first, ()) if verb.kind == "did"]
        named = bool(tokens) and (tokens[-1] in PEOPLE or tokens[-1].endswith(_WHO))  # `fixed income analyst`
        return any(not (named and verb.form.endswith("ed")) for verb in did)

    def _begins_so(self, tokens: Part) -> bool:
        """Whether a line begins like a saying, though it was not read as one: `on the line at GM`, `ran the show`."""
        return leads_on(tokens) or any(verb.kind == "did" for some in tokens[:1] for verb in self.verbs.get(some, ()))

    def _within(self, tokens: Part, words: Set[str], worked: bool) -> Work | None:
        """`Hospice volunteer sat with dying people`, `worked in a shop building furniture`: a verb further on."""
        for n, token in enumerate(tokens[1:-1], 1):
            kinds = {verb.kind for verb in self.verbs.get(token, ())}
            if "did" in kinds or ("doing" in kinds and (worked or tokens[n + 1] in ONE)):
                found = self._read(tokens[n:], words)
                if found is not None and found.told:
                    return found._replace(beside=[*found.beside, *_parts(tokens[:n])])
        return None

    def _apart(self, tokens: Part) -> list[Part]:
        """`At Amazon I packed` and `cooked and cleaned` in two; of `grew and sold flowers` both were done to flowers."""
        for n, token in enumerate(tokens[1:-1], 1):
            if token in ("i", "yo"):
                return [tokens[n:], tokens[:n]]
            begun = tokens[0] in self.verbs or tokens[0] in BEFORE
            if (
                begun
                and token in ("and", "then", "y")
                and any(v.kind == "did" for v in self.verbs.get(tokens[n + 1], ()))
            ):
                return [self._sharing(tokens, n), *self._apart(tokens[n + 1 :])]
        return [tokens]

    def _sharing(self, tokens: Part, end: int) -> Part:
        """What stands before `and`, with what the verb behind it is done to where an entry knows the two together."""
        both = [*tokens[:end], *_object(tokens[end + 2 :])]
        found = self._read(both, {form for token in both for form in (token, self.single(token))}) if end == 1 else None
        return both if found is not None and found.told else tokens[:end]

    def _without_owner(self, tokens: Part) -> Part:
        """`My uncles restaurant` as `restaurant`: whose it was says nothing of the work."""
        for n, token in enumerate(tokens[:-2]):
            whose, what = tokens[n + 1], tokens[n + 2]
            theirs = whose.endswith("s") and self.single(whose) in KIN
            if token in MINE and theirs and not (what in STOPS or what in STILL or what in self.verbs):
                return [*tokens[:n], *self._without_owner(tokens[n + 2 :])]
        return tokens

    def _read(self, tokens: Part, words: Set[str]) -> Work | None:
        """What was done; None where the line says no such thing."""
        first = next((n for n, token in enumerate(tokens) if token not in BEFORE), len(tokens))
        myself = not SAYS_I.isdisjoint(tokens[:first])
        starts = [first, *(n for n in reversed(range(first)) if tokens[n] in self.verbs)]
        for start in starts:
            for verb in self.verbs.get(tokens[start], ()) if start < len(tokens) else ():
                rest = [WHOM.get(w, w) for w in tokens[start + 1 :]] if verb.foreign else tokens[start + 1 :]
                if found := self._said(verb, rest, words, myself):
                    return found
        return None

    def _said(self, verb: Verb, rest: Part, words: Set[str], myself: bool) -> Work | None:
        what = _object(rest)
        if what and what[-1] in PEOPLE and what[0] not in ONE and not myself:
            return None
        helps = not self.names.get((verb.plain,), "-") and (verb.kind != "plain" or myself)
        if helps and (inner := self._helped(rest)):
            return inner
        for phrase in self.told.get((verb.foreign, verb.plain), ()):
            left = _after(phrase.after, rest)
            if left is not None and (verb.kind == "did" or myself or phrase.entry.to):
                what = _object(left)
                if self._fits(phrase.entry, what, words):
                    return self._told(phrase.entry, what, left)
        return self._somewhere(rest) if helps else self._plainly(verb, rest, myself)

    def _fits(self, entry: Told, what: Part, words: Set[str]) -> bool:
        there = {self.single(token) for token in what} | set(what)
        return _holds(there, entry.to) and _holds(words, entry.where)

    def _told(self, entry: Told, what: Part, left: Part) -> Work:
        matched = {word for to in entry.to for word in to.split()}
        about = [w for w in what if w not in ONE]
        here = [w for w in about if self.single(w) in matched or w in matched]
        name = entry.name.replace("*", " ".join(here)).split()
        beside = _parts([w for w in about if w not in here]) + _parts(left[_start(left) + len(what) :])
        return Work(name, beside, told=True)

    def _plainly(self, verb: Verb, rest: Part, myself: bool) -> Work | None:
        """`Painted houses` as a house painter: what it was done to, and who does it."""
        joined = (verb.plain, *rest[:1])
        name, left = (
            (self.names[joined], rest[1:]) if joined in self.names else (self.names.get((verb.plain,), ""), rest)
        )
        before_noun = verb.kind == "doing" and bool(left) and left[0] in ONE
        what = [] if left[:1] and left[0] in STOPS else _object(left)
        if not name or not (verb.kind == "did" or myself or before_noun) or (not myself and _is_made(verb, what)):
            return None
        about = [w for w in what if w not in ONE]
        named = [*name.split(), *about] if verb.foreign else [*about, *name.split()]
        return Work(named, _parts(left[len(what) :]), told=False)

    def _helped(self, rest: Part) -> Work | None:
        """`Helped my uncle put in fences` is about fences."""
        n = 0
        while n < len(rest) and (rest[n] in ONE or self.single(rest[n]) in KIN or rest[n] in AFTER_KIN):
            n += 1
        if not n or n >= len(rest) or rest[n] not in self.verbs:
            return None
        return self._read(["i", *rest[n:]], set(map(self.single, rest)))

    def _somewhere(self, rest: Part) -> Work | None:
        """`Helped out at a restaurant` and `helped my husband with his roofing` are about a restaurant and about roofing."""
        found = _parts([w for w in rest if self.single(w) not in KIN and w != "out"])
        return Work(found[0], found[1:], told=False) if found else None


def _is_heard(form: str, verbs: Sequence[Verb]) -> bool:
    """Whether a form of a Spanish verb is looked for by ear too. What stands after `to` is not: `bender` is no `vender`."""
    return len(form) >= HEARD and any(verb.foreign and verb.plain != form for verb in verbs)


def _is_made(verb: Verb, what: Part) -> bool:
    """Whether a past only says of what kind something is: `printed circuit board drafter`."""
    return verb.form.endswith("ed") and bool(what) and what[0] not in ONE and what[-1].endswith(_WHO)


def leads_on(tokens: Part) -> bool:
    """Whether a line begins with where or for whom, and not with what: `on the line`, `for my uncle`."""
    return tokens[:1] in (["at"], ["with"], ["for"]) or (
        tokens[:1] in (["in"], ["on"]) and not ONE.isdisjoint(tokens[1:2])
    )


def _managing(tokens: Part) -> Part:
    """`In charge of a store` as `managed a store`."""
    for n in range(len(tokens) - 3):
        if tokens[n : n + 3] == ["in", "charge", "of"] and BEFORE.issuperset(tokens[:n]):
            return ["managed", *tokens[n + 3 :]]
    return tokens


def _object(tokens: Part) -> Part:
    """What something is done to: up to the first word that leads on."""
    begin = _start(tokens)
    end = next((n for n, token in enumerate(tokens) if n >= begin and token in STOPS), len(tokens))
    return tokens[begin:end]


def _start(tokens: Part) -> int:
    return next((n for n, token in enumerate(tokens) if token not in STOPS), len(tokens))


def _after(words: Sequence[str], rest: Part) -> Part | None:
    """What follows a verb without the little words that belong to it; None where they are not there."""
    near = rest[:NEAR]
    if any(word not in near for word in words):
        return None
    end = near.index(words[-1]) + 1 if words else 0
    if rest[end : end + 1] == ["of"]:  # `good care of`: what stands before it says how well
        return rest[end:]
    return [w for w in near if w not in words] + rest[NEAR:] if words else rest


def _holds(words: Set[str], wanted: Sequence[str]) -> bool:
    return not wanted or any(all(word in words for word in one.split()) for one in wanted)


def _parts(tokens: Part) -> list[Part]:
    """What stands around, cut where a little word leads on; what is only about kin says nothing."""
    found: list[Part] = [[]]
    for token in tokens:
        if token in STOPS:
            found.append([])
        elif token not in ONE:
            found[-1].append(token)
    return [part for part in found if part and not KIN.issuperset(w.removesuffix("s") for w in part)]


def _without_company(tokens: Part) -> Part:
    """`Roofing with my cousins` as `roofing`."""
    for n, token in enumerate(tokens[:-2]):
        if token in TOGETHER and tokens[n + 1] in MINE and tokens[n + 2].removesuffix("s") in KIN:
            end = n + 5 if tokens[n + 3 : n + 5] == ["in", "law"] else n + 3
            if end >= len(tokens) or tokens[end] in STOPS:
                return [*tokens[:n], *_without_company(tokens[end:])]
    return tokens
