"""The words that do something when they are typed: in English and in the languages of the run, accents optional."""

from __future__ import annotations

import unicodedata

from navigator.i18n import both, pgettext

YES = frozenset({"yes", "y", "true", "1", "x", "on", "si", "s"})
"""With the Spanish word whatever is spoken: who is asked `yes or no` may well answer `sí`."""

NO = frozenset({"no", "n", "false", "0", "off"})
ENOUGH = frozenset({"q", "quit", "stop", "exit"})
"""What ends a reading."""


def plain(text: str) -> str:
    """A text without capitals and accents, to compare: `Atrás` and `atras`."""
    marked = unicodedata.normalize("NFKD", text)
    return "".join(c for c in marked if not unicodedata.combining(c)).casefold().strip()


def words() -> dict[str, str]:
    """Every such word as it is compared, with the English word it stands for. A translation may give several: `si|s`."""
    found = {
        "help": pgettext("to type", "help"),
        "back": pgettext("to type", "back"),
        "repeat": pgettext("to type", "repeat"),
        "skip": pgettext("to type", "skip"),
        "stop": pgettext("to type", "stop"),
        "quit": pgettext("to type", "quit"),
        "exit": pgettext("to type", "exit"),
        "clear": pgettext("to type", "clear"),
        "none": pgettext("to type", "none"),
        "nothing": pgettext("to type", "nothing"),
        "no": pgettext("to type", "no"),
        "yes": pgettext("to type", "yes"),
        "all": pgettext("to type", "all"),
        "now": pgettext("to type", "now"),
        "today": pgettext("to type", "today"),
        "never": pgettext("to type", "never"),
    }
    return {
        plain(one): english
        for english, said in found.items()
        for text in (english, *both(said))
        for one in text.split("|")
    }


def word_of(typed: str) -> str:
    """The English word that somebody means, or the line itself."""
    return words().get(plain(typed), typed.casefold())


def is_yes(typed: str) -> bool:
    """Whether a line says yes."""
    return plain(word_of(typed.strip())) in YES


def is_no(typed: str) -> bool:
    """Whether a line says no."""
    return word_of(typed.strip()) in NO


def is_enough(typed: str) -> bool:
    """Whether a line ends a reading: q, stop, quit, exit, or such a word of another language."""
    return word_of(typed.strip()) in ENOUGH
