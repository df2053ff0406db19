"""A title as words: one form for every way of writing it. Pure text in, words out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile
from typing import TypeVar

from navigator.domain.title import Lexicon
from navigator.engine.title_gender import one_gender, without_somebody
from navigator.engine.title_sayings import Reader, leads_on

T = TypeVar("T")

LONGEST = 300
"""Characters read of one title: a whole advertisement pasted in by mistake says what it is at its beginning."""

MOST_TYPED = 4 * LONGEST
"""Characters looked at at all."""

CODE = re.compile(r"(\d\d-\d{4})(?:\.(\d\d))?")
"""An O*NET-SOC code, or the six digits of one."""

BREAK = "|"
"""Stands between the parts of a title: the word before the first break is its head."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_JOINING = _set("of for in to at with from on by per de del para en con the")
_DROPPED = _set("a an and or the y e o la el los las un una al de del our we is are i my as mi mis su sus tu tus")
_ENDS = _JOINING | _DROPPED | {",", ";"}
_OWNING = _set("own owned owning ran started")
_BUSINESS = _set("business businesses company companies")
_ASIDE = _DROPPED | _OWNING | _set("had have has run running operated opened small little big family local online")
_WHOSE = ("small", "business")
"""Says nothing by itself, but before another word it says for whom the work is done: `small business banker`."""
_SPECIAL = (("hi/lo", " hi lo "), ("c++", " cplusplus "), ("c#", " csharp "), (".net", " dotnet "), ("w/", " with "))
_TOKEN = re.compile(r"[a-z0-9]+|[,;]")
_PAY = re.compile(
    r"\$\s*\d[\d,.]*\s*k?\+?(\s*(-|–|—|to)\s*\$?\s*\d[\d,.]*\s*k?\+?)?(\s*(/|per\b|an\b|a\b)?\s*"
    r"(hr|hour|h|hourly|week|weekly|wk|year|yr|annually|month|mo|day|mile|shift)\b\.?)?|\d[\d,.]*\s*/\s*(hr|hour|h|wk|week|yr)\b"
)
_STATE = re.compile(
    r",\s*(A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])\b"
)
_DENIED = re.compile(
    r"^\W*(?:not|never|no soy|no fui)\b|\b(?:not|never|isn.?t|wasn.?t)\s+an?\b"
    r"|\b(?:of|de) (?:my|mi)(?: own)? (?:house|home|household|family|casa|hogar|familia)\b"
)
_DOTTED = re.compile(r"\b(?:[a-z][./]){1,4}[a-z]\b\.?")
_LONE_LETTER = re.compile(r"\b([a-z])-(?=[a-z]{2})")
_PARTS = re.compile(r"\s[-–—~:]+\s|[-–—]\s|\s[-–—]|[|•·()\[\]{}/,;:*!?@\"“”]|\s\+\s|\.\s|\sat\s(?!risk\b)")
_PLURAL = re.compile(r"(?:sse|xe|che|she|sse)s$")
_NEVER_PLURAL = _set("news gas bus lens glas series process business fitness access wellness sales dos los las")
_ENDINGS = (
    "ization", "ations", "ation", "ments", "ment", "tions", "tion", "sion", "ings", "ing", "ists", "ist", "ians", "ian",
    "ants", "ant", "ance", "ence", "ers", "er", "ors", "or", "ess", "ical", "ics", "ic", "al", "ary", "ery", "ory",
    "ive", "ity", "age", "ies", "ed", "ee", "es", "ly", "e", "y", "s",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A typed title: its parts in order, each a run of words, with all that says nothing left out.

    ``spelled`` are the parts as typed, ``full`` with abbreviations written out; ``heads`` the head word of each part.
    ``guessed``: the line says what was done, and what that is called only by the way.
    """

    spelled: tuple[tuple[str, ...], ...]
    full: tuple[tuple[str, ...], ...]
    heads: tuple[str, ...]
    guessed: bool = False

    @property
    def is_one_word(self) -> bool:
        """Whether the whole title is a single word."""
        return len(self.full) == 1 and len(self.full[0]) == 1

    def as_one(self, last: str, spelled: Iterable[str]) -> Reading:
        """All parts as one name that ends in ``last``: `manager` and `Deli, Akron` as `deli akron manager`."""
        full = (*(w for part in self.full for w in part if w != last), last)
        typed = tuple(spelled)
        as_typed = (*(w for part in self.spelled for w in part if w not in typed), *typed)
        return Reading(spelled=(unbroken(as_typed),), full=(unbroken(full),), heads=(last,))

    def without_place(self, places: Container[str]) -> Reading | None:
        """`Newspaper pressman` without the place where the work was done; None where the line does not begin with one."""
        if len(self.full) != 1:
            return None
        left = tuple(dropwhile(places.__contains__, self.full[0]))
        if not left or left == self.full[0] or self.heads[0] not in left:
            return None
        typed = tuple(w for w in self.spelled[0] if w not in self.full[0] or w in left)
        return Reading(spelled=(typed,), full=(left,), heads=self.heads)

    def begun_with(self, n: int) -> Reading:
        """The same reading with part ``n`` first: where the first part is an employer's name, say."""

        def moved(parts: Sequence[T]) -> tuple[T, ...]:
            return (parts[n], *parts[:n], *parts[n + 1 :])

        return Reading(spelled=moved(self.spelled), full=moved(self.full), heads=moved(self.heads))

    def completed(self, said_alone: Container[str]) -> Reading:
        """`Manager, Accounting` as an accounting manager: a first part that is one such word takes the next before it."""
        if len(self.full) < 2 or len(self.full[0]) != 1 or self.full[0][0] not in said_alone:
            return self

        def joined(parts: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
            return (unbroken((*parts[1], *parts[0])), *parts[2:])

        heads = (self.heads[0], *self.heads[2:])
        return Reading(spelled=joined(self.spelled), full=joined(self.full), heads=heads)

    def with_words(self, changed: Mapping[str, tuple[str, ...]]) -> Reading:
        """The same reading with other words for some."""

        def other(parts: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
            return tuple(unbroken(m for w in part for m in changed.get(w, (w,))) for part in parts)

        heads = tuple(changed[h][-1] if h in changed else h for h in self.heads)
        return Reading(spelled=other(self.spelled), full=other(self.full), heads=heads)


def is_doubtful(text: str) -> bool:
    """Whether a line is no plain name of work: what somebody is not, or is to their own home (`CEO of my house`), or two
    letters that are a state's as well (`MA`)."""
    return _DENIED.search(text[:MOST_TYPED].lower()) is not None or _STATE.fullmatch(f", {text.strip()}") is not None


def folded(text: str) -> str:
    """Lower case ASCII with punctuation: accents off, control characters and foreign scripts become spaces."""
    lowered = text[:MOST_TYPED].lower()
    if not lowered.isascii():
        lowered = lowered.replace("’", "'").replace("–", "-").replace("—", "-").replace("•", "|").replace("·", "|")
        marked = unicodedata.normalize("NFKD", lowered)
        plain = (c if c.isascii() else " " for c in marked if not unicodedata.combining(c))
        lowered = "".join(plain).lower()
    for special, instead in _SPECIAL:
        if special in lowered:
            lowered = lowered.replace(special, instead)
    return lowered.replace("'", "")[:LONGEST]


def single(word: str) -> str:
    """A word without its plural ending."""
    if len(word) < 4 or not word.endswith("s") or word in _NEVER_PLURAL or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if _PLURAL.search(word) else word[:-1]


def stem(word: str) -> str:
    """What driver, drivers and driving have in common; rough on purpose, it is only the second evidence."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def fore(word: str) -> str:
    """The beginning of a word: roof, roofer and roofing again, where the endings are not in the list."""
    return word[:5]


class Words:
    """Turns raw tokens into words: the noise of one lexicon left out, each token thought about once."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.known: dict[str, str] = dict.fromkeys(_JOINING | {",", ";"}, BREAK) | dict.fromkeys(
            _DROPPED - _JOINING, ""
        )
        self.sayings = Reader(lexicon.sayings, single)
        self.phrases: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(lexicon.noise_phrases, key=len, reverse=True):
            self.phrases.setdefault(phrase[0], []).append(phrase)

    def of(self, token: str) -> str:
        """The word of a token; empty for noise, BREAK for a word that joins."""
        word = self.known.get(token)
        if word is None:
            word = self.form(single(token))
            word = "" if token in self.lexicon.noise or len(word) == 1 else word
            if len(self.known) < 200_000:
                self.known[token] = word
        return word

    def form(self, word: str) -> str:
        """The one form of a word in its singular, whatever gender it was said in."""
        return self.lexicon.genders.get(word) or one_gender(word)

    def of_title(self, title: str) -> list[str]:
        """The words of a clean catalogue title, breaks between them."""
        text = title.lower()
        if not text.isascii() or "'" in text or "." in text or "+" in text or "#" in text or "/" in text:
            text = _joined(folded(title))
        if "-" in text:
            text = _LONE_LETTER.sub(r"\1", text)
        of = self.of
        return [word for token in without_somebody(_TOKEN.findall(text), _ENDS) if (word := of(token))]

    def without_business(self, tokens: list[str]) -> list[str]:
        """`My own cleaning business` as `cleaning`: whose business it was says nothing of the work done in it."""
        if tokens[-1:] and tokens[-1] in _BUSINESS and not _OWNING.isdisjoint(tokens):
            last = max(n for n, token in enumerate(tokens) if token in _OWNING)
            work = [token for n, token in enumerate(tokens[:-1]) if n > last or token not in _ASIDE]
            if not _ASIDE.issuperset(work):
                return [*work, tokens[-1]] if f"{work[-1]} {tokens[-1]}" in self.lexicon.short else work
        return tokens

    def without_phrases(self, tokens: list[str]) -> list[str]:
        """The tokens without the runs that say nothing, such as `home daily`."""
        if self.phrases.keys().isdisjoint(tokens):  # nearly every title
            return tokens
        found, n = [], 0
        while n < len(tokens):
            runs = (p for p in self.phrases.get(tokens[n], ()) if tuple(tokens[n : n + len(p)]) == p)
            run = next((p for p in runs if p != _WHOSE or not self._names(tokens[n + len(p) :])), None)
            if run is None:
                found.append(tokens[n])
            n += len(run) if run else 1
        return found

    def _names(self, rest: list[str]) -> bool:
        """Whether a word follows that can name somebody: the banker of `small business banker`, no `in sewing`, no `sewing`."""
        return bool(rest) and rest[0] not in _JOINING and not rest[0].endswith("ing") and bool(self.of(rest[0]))

    def read(self, text: str) -> Reading:
        """A title as somebody typed or posted it. Where all of it is noise (`PT`), it is read to the letter."""
        cleaned = _LONE_LETTER.sub(r"\1", _joined(_PAY.sub(" ", folded(_STATE.sub(" ", text[:MOST_TYPED])))))
        typed = [without_somebody(_TOKEN.findall(part), _ENDS) for part in _PARTS.split(cleaned)]
        parts = [self.sayings.spelled(part) for part in typed]
        noise = self.lexicon.noise
        every = {t for part in parts for t in part}
        said = [self.without_phrases(self.without_business(part)) for part in parts]
        guessed = leads_on(said[0])
        if not self.sayings.signs.isdisjoint(every):
            said, guessed = self.sayings.line(said)
        guessed = guessed or parts != typed
        if not every & self.lexicon.inside_unless:  # the cook of a prison is a cook; its guard is something else
            noise = noise | self.lexicon.inside
        found = self._reading([self._without(noise, part) for part in said])
        found = found if found.full else self._reading(parts)
        return replace(found, guessed=True) if guessed else found

    def told(self, text: str) -> tuple[str, bool]:
        """The name of the work that a line tells by what was done, empty for a title and for what nobody has written down;
        and whether that is a guess: spelled by ear, or the verb alone says it."""
        typed = _TOKEN.findall(folded(text[:MOST_TYPED]))
        tokens = self.sayings.spelled(typed)
        if self.sayings.signs.isdisjoint(tokens):
            return "", tokens != typed
        name, by_entry = self.sayings.told_name(tokens)
        return name, tokens != typed or (bool(name) and not by_entry)

    def is_saying(self, text: str) -> bool:
        """Whether a line begins with what somebody did: `limpiava casas`, `cleaned houses`."""
        return self.sayings.begins_with_verb(_TOKEN.findall(folded(text[:MOST_TYPED])))

    def is_spanish(self, text: str) -> bool:
        """Whether a title holds a word that Spanish titles have for both genders: `cocinera`."""
        genders = self.lexicon.genders
        known = {*genders} | {word for word in genders.values() if word.endswith("o")}  # `doctor` is English too
        return any(single(token) in known for token in _TOKEN.findall(folded(text[:MOST_TYPED])))

    def _without(self, noise: Container[str], tokens: list[str]) -> list[str]:
        """The tokens without noise; `hi` is a state's letters, but not before `lo`: the two together are a short name."""
        pairs = zip(tokens, [*tokens[1:], ""], strict=False)  # no tokens, no pairs
        return [t for t, then in pairs if t not in noise or f"{t} {then}" in self.lexicon.short]

    def _reading(self, parts: Iterable[list[str]]) -> Reading:
        spelled, full, heads = [], [], []
        for tokens in parts:
            out = self.written_out(tokens)
            longer = self._of_tokens(out)
            if any(w != BREAK for w in longer):
                words = longer if out == tokens else self._of_tokens(tokens)
                spelled.append(unbroken(words))
                full.append(unbroken(longer))
                heads.append(head(longer))
        return Reading(spelled=tuple(spelled), full=tuple(full), heads=tuple(heads))

    def _of_tokens(self, tokens: Iterable[str]) -> list[str]:
        return [word for token in tokens if (word := self.of(token))]

    def written_out(self, tokens: list[str]) -> list[str]:
        """The tokens with abbreviations written out."""
        found: list[str] = []
        short = self.lexicon.short
        n, last = 0, len(tokens) - 1
        while n <= last:
            token = tokens[n]
            two = f"{token} {tokens[n + 1]}" if n < last else ""
            taken = 2 if two in short else 1
            long = short[two] if taken == 2 else short.get(token) or short.get(single(token))
            if long:
                found += long.split()
            else:
                found.append(token)
            n += taken
        return found


def _joined(text: str) -> str:
    return _DOTTED.sub(lambda m: re.sub(r"[./]", "", m.group()) + " ", text)


def head(words: list[str]) -> str:
    """The word that says what somebody is: the last one before the first break."""
    last = ""
    for word in words:
        if word == BREAK:
            if last:
                return last
        else:
            last = word
    return last


def unbroken(words: Iterable[str]) -> tuple[str, ...]:
    """The words without breaks, each once, in order."""
    found = dict.fromkeys(words)
    found.pop(BREAK, None)
    return tuple(found)
