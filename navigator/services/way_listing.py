"""Which routes are listed, and what a what-if changes among them: what it opens, closes, or helps with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from navigator.domain.occupation import Licence
from navigator.domain.pathway import Route
from navigator.engine import pathway_choice as choice
from navigator.formats import words
from navigator.formats.words import Names
from navigator.i18n import N_, _, ngettext
from navigator.services.way_search import WaySearch
from navigator.services.way_wishes import parts, rules_out

MOST_NAMED = 3

ALREADY = N_("Your answers say that you have this already, so it changes nothing.")
RULED_OUT = N_("Your answers rule this out already, so it changes nothing.")
NOTHING_NEW = N_("We found no new way that pays more than now and that this alone opens.")
CLOSES_NONE = N_("None of the ways you have now that pay more asks for this.")


def listing(usual: WaySearch, ways: WaySearch, what_if: str, names: Names) -> tuple[list[Route], frozenset[str], str]:
    """The routes to show, which are new because of a what-if, and what changes."""
    if not what_if:
        return ways.shown, frozenset(), ""
    at_once = _at_once(usual, ways)
    soon = {r.end for r in at_once}
    new = [r for r in ways.opened(usual) if r.end not in soon]
    if at_once and not new:
        rest = [r for r in ways.shown if r not in at_once]
        return ways.up_first([*at_once, *rest]), frozenset(soon), _now(at_once, names)
    if not new:
        return ways.shown, frozenset(), _nothing_new(usual, ways, what_if, names)
    few = [*at_once, *choice.chosen(new, ways.fields, ways.settings)]
    rest = [r for r in ways.shown if r not in few][: max(0, ways.settings.shown - len(few))]
    ends = _ends(few[len(at_once) :][:MOST_NAMED], names)
    said = ngettext(
        "This opens {n} more kind of work that pays more than now: {ends}.",
        "This opens {n} more kinds of work that pay more than now, such as {ends}.",
        len(new),
    ).format(n=len(new), ends=ends)
    told = " ".join(filter(None, (_now(at_once, names), said)))
    return ways.up_first([*few, *rest]), frozenset(r.end for r in (*at_once, *new)), told


def _at_once(usual: WaySearch, ways: WaySearch) -> list[Route]:
    """Ways of one step for which the paper that is supposed leaves nothing to study, there before or not."""
    supposed = ways.limits.licences - usual.limits.licences
    return [r for r in ways.better if len(r.steps) == 1 and r.steps[0].paper in supposed]


def _nothing_new(usual: WaySearch, ways: WaySearch, what_if: str, names: Names) -> str:
    """Why a change opens no more: it is there already, it closes ways, or it opens or helps with less than was hoped."""
    if ways.record.wants == usual.record.wants:
        matching = ways.catalogue.matching
        return _(RULED_OUT) if any(rules_out(matching, part) for part in parts(what_if)) else _(ALREADY)
    if _rules_out_more(usual, ways):
        return _closing(_closed(usual, ways), names)
    supposed = ways.limits.licences - usual.limits.licences
    own = [c for c in ways.held if (at := ways.catalogue.spot(c)) and _required(at.licence, supposed)]
    if own:
        again = _("With this you could ask again for work that you have done: {ends}.")
        named = words.listed(words.lower_first(names.occupations[c]) for c in own)
        return " ".join([again.format(ends=named), *(text for c in own for text in barred(ways, c, names))])
    less = [r for r in ways.possible if len(r.steps) == 1 and r.steps[0].paper in supposed]
    if less:
        said = _("You could ask for this work at once, but it pays less in the middle than now: {ends}.")
        return said.format(ends=_ends(less, names))
    asking = [r for r in ways.better if (spot := ways.search.spot(r.end)) and supposed.intersection(spot.licence.names)]
    if asking:
        said = _("It opens no way of its own. Employers often ask for it in work that you have ways to: {ends}.")
        return said.format(ends=_ends(asking[:MOST_NAMED], names))
    return _(NOTHING_NEW)


def _required(licence: Licence, supposed: Collection[str]) -> bool:
    return licence.need == "required" and bool(licence.held(supposed))


def barred(ways: WaySearch, code: str, names: Names) -> Iterator[str]:
    """That work often asks what somebody ruled out, where it does."""
    spot = ways.catalogue.spot(code)
    ruled = sorted(ways.limits.cannot.intersection(spot.asks)) if spot else []
    if ruled:
        said = _("{work} often asks what you ruled out: {what}.")
        yield said.format(work=names.occupations[code], what=words.lower_first(names.cannot[ruled[0]]))


def _closing(lost: Sequence[Route], names: Names) -> str:
    """What somebody could not do any more."""
    if not lost:
        return _(CLOSES_NONE)
    return ngettext(
        "{n} kind of work that pays more than now would fall away: {ends}.",
        "{n} kinds of work that pay more than now would fall away, such as {ends}.",
        len(lost),
    ).format(n=len(lost), ends=_ends(lost[:MOST_NAMED], names))


def _ends(routes: Sequence[Route], names: Names) -> str:
    return words.listed([words.lower_first(names.occupations[r.end]) for r in routes])


def _now(routes: Sequence[Route], names: Names) -> str:
    """What one could ask for at once."""
    return _("You could ask for this work at once: {ends}.").format(ends=_ends(routes, names)) if routes else ""


def closes(usual: WaySearch, ways: WaySearch) -> bool:
    """Whether more was ruled out, and ways that somebody has now fall away with it."""
    return _rules_out_more(usual, ways) and bool(_closed(usual, ways))


def _rules_out_more(usual: WaySearch, ways: WaySearch) -> bool:
    return bool({*ways.record.wants.cannot} - {*usual.record.wants.cannot})


def _closed(usual: WaySearch, ways: WaySearch) -> list[Route]:
    """The ways to more pay that somebody has now and would not have."""
    stay = {r.end for r in ways.better}
    return [r for r in usual.better if r.end not in stay]
