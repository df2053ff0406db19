"""The one place where a sentence meets its translation (stdlib gettext). A leaf: every room may mark its sentences.

``_("Pay in {place}: {pay}.").format(place=..., pay=...)``: the whole sentence with named gaps, never pieces glued
together, and never an f-string, so that a translator can put the words in another order. A sentence that is written
down before the language is known (a constant at module level) is marked with ``N_`` there and said with ``_`` at use.

Side by side (``--language es --with en``) a sentence is a :class:`Both`: the first language, with the second riding along
for the askers to show. Whoever does not know about it sees a plain string in the first language.
"""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

ENGLISH = "en"
"""The language the sentences are written in: nothing is loaded for it."""


class Both(str):
    """A sentence in the first language that carries the same one in the second."""

    __slots__ = ("other",)
    other: str

    def __new__(cls, text: str, other: str) -> Both:
        """The sentence, and what it is in the second language."""
        made = super().__new__(cls, text)
        made.other = other
        return made

    def format(self, *given: object, **named: object) -> Both:
        """Fill the gaps of both, each with its own language's words."""
        other = self.other.format(*map(_second, given), **{k: _second(v) for k, v in named.items()})
        return Both(str.format(self, *given, **named), other)


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What is spoken: a language and its sentences, and perhaps a second one beside it."""

    code: str = ENGLISH
    sentences: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)
    beside: Speech | None = None


_now = Speech()


def use(speech: Speech) -> Speech:
    """Speak like this from now on; what was spoken before. One process is one run; a page in two languages calls it twice."""
    global _now
    before, _now = _now, speech
    return before


@contextmanager
def speaking(speech: Speech) -> Iterator[None]:
    """Speak like this for a while."""
    before = use(speech)
    try:
        yield
    finally:
        use(before)


def spoken() -> Speech:
    """What is spoken now."""
    return _now


def language() -> str:
    """The code of the language spoken now, such as ``en`` or ``es``."""
    return _now.code


def languages() -> tuple[Speech, ...]:
    """The languages of this run, each by itself: one, or the two that stand side by side."""
    alone = Speech(code=_now.code, sentences=_now.sentences)
    return (alone, _now.beside) if _now.beside else (alone,)


def _(message: str) -> str:
    """A sentence in the language spoken now; itself where nobody translated it."""
    if not message:
        return ""
    said = _now.sentences.gettext(message)
    return said if _now.beside is None else Both(said, _now.beside.sentences.gettext(message))


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence that suits a count."""
    said = _now.sentences.ngettext(one, many, count)
    return said if _now.beside is None else Both(said, _now.beside.sentences.ngettext(one, many, count))


def pgettext(context: str, message: str) -> str:
    """A word that means different things in different places, with its place named."""
    said = _now.sentences.pgettext(context, message)
    return said if _now.beside is None else Both(said, _now.beside.sentences.pgettext(context, message))


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "mark now, translate at use"
    """Mark a sentence for the translators without translating it yet."""
    return message


def both(text: str) -> tuple[str, ...]:
    """A text in each language of this run: one, or two where they differ."""
    return (str(text), text.other) if isinstance(text, Both) and text.other != text else (str(text),)


def beside(text: str, between: str = " / ") -> str:
    """A short text with its second language after it: `Escuchar / Listening`."""
    return between.join(both(text))


def joined(between: str, texts: Iterable[str]) -> str:
    """``between.join(texts)`` that keeps the second language."""
    every = tuple(texts)
    first = between.join(every)
    return first if _now.beside is None else Both(first, between.join(str(_second(t)) for t in every))


def changed(text: str, change: Callable[[str], str]) -> str:
    """A text changed in each of its languages, such as with a large first letter."""
    return Both(change(str(text)), change(text.other)) if isinstance(text, Both) else change(text)


def _second(value: object) -> object:
    return value.other if isinstance(value, Both) else value
