"""The one place where a sentence meets its translation (stdlib gettext). A leaf: every room may mark its sentences.

``_("Pay in {place}: {pay}.").format(place=..., pay=...)``: the whole sentence with named gaps, never pieces glued
together, and never an f-string, so that a translator can put the words in another order. A sentence that is written
down before the language is known (a constant at module level) is marked with ``N_`` there and said with ``_`` at use.
"""

from __future__ import annotations

import gettext

_spoken: gettext.NullTranslations = gettext.NullTranslations()
_code = "en"


def use(code: str, translations: gettext.NullTranslations) -> None:
    """Speak this language from now on. One process is one run; a bilingual page calls it twice."""
    global _spoken, _code  # noqa: PLW0603 - one process speaks one language at a time, as gettext.install does
    _code, _spoken = code, translations


def language() -> str:
    """The code of the language spoken now, such as ``en`` or ``es``."""
    return _code


def translations() -> gettext.NullTranslations:
    """What :func:`use` was given last, to come back to it."""
    return _spoken


def _(message: str) -> str:
    """A sentence in the language spoken now; itself where nobody translated it."""
    return _spoken.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence that suits a count."""
    return _spoken.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """A word that means different things in different places, with its place named."""
    return _spoken.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "mark now, translate at use"
    """Mark a sentence for the translators without translating it yet."""
    return message
