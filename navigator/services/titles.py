"""Occupations for a title in people's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.title import TitleFind
from navigator.engine.abroad import without_country
from navigator.engine.tables import Tables
from navigator.engine.title_words import CODE, folded, single
from navigator.engine.validate import clean_line, says_nothing, shown
from navigator.i18n import _

NEAR = 0.1
"""How near an occupation is that may stand beside a sure find without sharing a word with it."""

AS_GOOD = 0.48
"""What shares a word but is of other work altogether needs this share of the sure find's points: a nail setter has less."""

KIN, OTHER = 0.45, 0.65
"""The share of the best find's points that another find needs to be offered: of like work, and of other work.

Of the titles that name their work best (bench.titles) none loses the right one by it; of those whose very words the index
does not know, one in a hundred, and five are offered instead of six."""

FAR_ZONES = 2
"""Job zones that lie between work and what is no like of it: a babysitter and a children's doctor."""

FEW, NEARLY, UNDERSTOOD = 5, 0.8, 9.0
"""How many finds are looked at, and which points make an unsure title one of several kinds of work of the same field.

So read, the first find of bench.titles' dev halves is of the right field nine times in ten, and the very work every second time."""

TELLING = 3
SAYS_LITTLE = frozenset(
    ["and", "for", "the", "technician", "tech", "worker", "operator", "assistant", "clerk", "helper", "other"]
)
"""Shorter words, and these, do not make two titles alike."""

_WORD = re.compile(r"[a-z]+")

NAMED = 3
"""How many kinds of work are named to choose from."""

SURE, UNSURE = "sure", "unsure"
"""How sure a title is when it is little more than a guess."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One occupation for a title: which catalogue title spoke for it, and how sure that is, in words."""

    code: str
    name: str
    matched: str
    sure: str


def find(catalogue: Catalogue, text: str, limit: int = 5, context: str = "") -> tuple[Hit, ...]:
    """The occupations behind a title, best first; empty when nothing is like it."""
    names = catalogue.names
    found = _found(catalogue, text, limit, context)
    return tuple(Hit(code=f.code, name=names[f.code], matched=f.matched, sure=f.sure) for f in found if f.code in names)


def _found(catalogue: Catalogue, text: str, limit: int, context: str = "") -> tuple[TitleFind, ...]:
    return () if not clean_line(text) or says_nothing(text) else catalogue.find_titles(text, limit, context)


def offered(catalogue: Catalogue, text: str, limit: int) -> tuple[str, ...]:
    """The codes to pick from in a walk: none far behind the best; after a sure find, only what is like it or near it, at least two in all."""
    found = _found(catalogue, text, limit)
    tables = catalogue.tables
    codes = tuple(f.code for f in found if _is_close(f, found[0], tables))
    if len(codes) == 1:  # one like it, so that there is something to choose from
        codes += tuple(f.code for f in found[1:] if f.code[:2] == codes[0][:2])[:1]
    if not found or found[0].sure != "sure" or codes[0] not in tables.column:
        return codes
    near = tables.nearest[tables.column[codes[0]]]
    around = [tables.codes[column] for column, nearness in near if nearness >= NEAR]
    alike = [f.code for f in found[1:] if f.code in around or _is_like(f, found[0], text)]
    return (codes[0], *(alike or around[:1] or codes[1:2]))


def taken_for(catalogue: Catalogue, text: str) -> Hit | None:
    """The work that a title is taken for where nobody picks one: sure, likely, or one of several of the same field.

    A country behind it (`nurse in Peru`) says where it was, not what. None where it stays a guess.
    """
    said = (text, without_country(text, catalogue.matching.abroad))
    for title in dict.fromkeys(said):
        found = _found(catalogue, title, FEW)
        if found and found[0].code in catalogue.names and (found[0].sure != UNSURE or _of_one_field(found)):
            best = found[0]
            return Hit(code=best.code, name=catalogue.names[best.code], matched=best.matched, sure=best.sure)
    return None


def _of_one_field(found: tuple[TitleFind, ...]) -> bool:
    """Whether all finds that are nearly as good are work of one field, and the title was well understood: fast food crew."""
    best = found[0]
    close = (f for f in found if f.points >= NEARLY * best.points)
    return best.points >= UNDERSTOOD and all(f.code[:2] == best.code[:2] for f in close)


def _is_close(other: TitleFind, best: TitleFind, tables: Tables) -> bool:
    """Whether a find is worth offering beside the best one: like work may lie further behind than other work."""
    share = KIN if _is_kin(other.code, best.code, tables) else OTHER
    return other.points >= share * best.points


def _is_kin(code: str, best: str, tables: Tables) -> bool:
    here, there = tables.column.get(best), tables.column.get(code)
    if here is None or there is None:
        return code[:2] == best[:2]
    if abs(tables.zones[here] - tables.zones[there]) >= FAR_ZONES:
        return False
    return code[:2] == best[:2] or any(column == there for column, _ in tables.nearest[here])


def _is_like(other: TitleFind, best: TitleFind, text: str) -> bool:
    if _words(other.matched).isdisjoint(_words(text) | _words(best.matched)):
        return False
    if (
        folded(best.matched) == folded(text) != folded(other.matched)
    ):  # the very words are a title: other work bears them too
        return other.code[:2] == best.code[:2]
    return other.code[:2] == best.code[:2] or other.points >= AS_GOOD * best.points


def _words(text: str) -> set[str]:
    return {single(word) for word in _WORD.findall(folded(text)) if len(word) >= TELLING and word not in SAYS_LITTLE}


def find_or_refuse(catalogue: Catalogue, text: str, limit: int = 5, context: str = "") -> tuple[Hit, ...]:
    """The same, with a sentence when nothing is found. Raises BadInput, for a code that is not there NotFound."""
    if CODE.fullmatch(text.strip()):
        catalogue.occupation(text)  # which says that there is no such code
    hits = find(catalogue, text, limit, context)
    if not hits:
        raise BadInput(
            _(
                "No occupation is like {text}. Try other words for it, such as 'cook', 'driver' or 'took care of kids'."
            ).format(text=shown(text))
        )
    return hits


def _borne_by_several(hits: tuple[Hit, ...], text: str) -> bool:
    """Whether a title that is not surely of one kind of work is word for word that of several: safety inspector."""
    same = [h for h in hits if folded(h.matched) == folded(text)]
    named = hits[0].sure == SURE or folded(hits[0].name) == folded(text)
    return not named and len(same) > 1


def code_of(catalogue: Catalogue, text: str, *, surely: bool = False) -> str:
    """The code of an occupation given by code or by title. Raises NotFound or BadInput.

    ``surely``: what is to be kept, or searched for at length, is not begun on a guess.
    """
    wanted = text.strip()
    if re.match(r"\d\d-\d", wanted):
        return catalogue.occupation(wanted).code
    hits = find_or_refuse(catalogue, text, FEW)
    if surely and (hits[0].sure == UNSURE or _borne_by_several(hits, wanted)):
        hits = hits[:NAMED]
        raise BadInput(
            _("{text} could mean several kinds of work: {names}. Name one by its code.").format(
                text=shown(text), names="; ".join(f"{h.name} [{h.code}]" for h in hits)
            )
        )
    return hits[0].code
