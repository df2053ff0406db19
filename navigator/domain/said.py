"""What people say they did, in place of a title: `ran the register`, `cuidaba niños`. The words are data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Verbs, what they are done ``to``, a word anywhere in the line (``where``), and the name that is read instead.

    Of ``to`` and of ``where`` one must be there, where any are given. A verb may be of several words (`take care`).
    """

    did: tuple[str, ...]
    to: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """``did`` and ``hizo``: a verb and who does it, empty where it says nothing (`helped`). ``told`` and ``contado``: verbs with
    what they are done to, the first that fits. The second of each pair is Spanish."""

    did: Mapping[str, str] = field(default_factory=dict)
    hizo: Mapping[str, str] = field(default_factory=dict)
    told: tuple[Told, ...] = ()
    contado: tuple[Told, ...] = ()


UNTOLD = Sayings()
"""Without words: every line is read as a title."""
