"""Matches in words: what `match`, `why` and `why-not` say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from navigator.catalogue.store import Catalogue
from navigator.domain.match import Match, Score
from navigator.domain.record import Record
from navigator.engine import reasons
from navigator.engine.last_pay import comparable
from navigator.engine.standing import per_hour
from navigator.formats import page as pages
from navigator.formats import reason_words, words
from navigator.formats.idea import Idea, from_here, idea_of, in_the_way
from navigator.i18n import N_, _
from navigator.services.elsewhere import AGAINST as AGAINST_UNDER
from navigator.services.match import Matcher
from navigator.services.own_way import From, own_steps
from navigator.services.page import marked, names_of, only_english
from navigator.services.pay_words import pay_doubt, pay_lines

PARTS = {
    "activities": N_("What you have done"),
    "fields": N_("The field you worked in"),
    "groups": N_("The kinds of things you have done"),
    "skills": N_("What you are good at"),
    "knowledge": N_("What you know about"),
    "interests": N_("What you like"),
    "history": N_("The work you held"),
    "neighbours": N_("Close to other work that fits you"),
    "licences": N_("The licenses and cards you have"),
    "preferences": N_("What you want"),
}

SPEAKS = (
    (0.5, N_("speaks strongly for it")),
    (0.2, N_("speaks for it")),
    (0.05, N_("speaks a little for it")),
    (AGAINST_UNDER, N_("says little")),
)
AGAINST = N_("speaks against it")
"""A part's value, from 0 to about 1, in words; lower than the last speaks against."""

OF_OTHER_WORK = N_("fits other work better")
"""The same, where no answer speaks against it and some speak for it: other work asks more of what is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What fits one person, in three bands, and from elsewhere."""

    ideas: tuple[Idea, ...]
    elsewhere: tuple[Idea, ...]
    unclear: str
    pay_note: str
    proper_use: str
    sources: tuple[str, ...]
    pay_lines: tuple[str, ...] = ()
    unasked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartSaid:
    """One part of a score in words, with the answers that count most for and against; ``weak``: it says little for it."""

    name: str
    says: str
    for_it: tuple[str, ...]
    against: tuple[str, ...]
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Everything about one occupation for one person."""

    idea: Idea
    rank: int
    parts: tuple[PartSaid, ...]
    caps: tuple[str, ...]
    need: tuple[str, ...]
    may_need: tuple[str, ...]
    not_asked: tuple[str, ...]
    score: Score
    held: bool
    dismissed: str
    proper_use: str
    note: str = ""


def advice(catalogue: Catalogue, record: Record) -> Advice:
    """What fits, in words."""
    matches, own = Matcher(catalogue=catalogue, record=record).matches(), own_steps(catalogue, record)
    names = names_of(catalogue, record)
    ideas = tuple(_idea(catalogue, record, m, own, names) for m in matches.shown)
    unclear = pages.unclear_of(matches, record)
    return Advice(
        ideas=ideas,
        elsewhere=tuple(_idea(catalogue, record, m, own, names) for m in matches.elsewhere),
        unclear=unclear,
        pay_note=pay_doubt(record, catalogue.matching)
        or pay_note(matches.shown, comparable(record.person.last_pay, catalogue.matching)),
        proper_use=words.proper_use(),
        sources=(
            *only_english(catalogue, (m.code for m in (*matches.shown, *matches.elsewhere))),
            *pages.sources(catalogue.vintages),
        ),
        unasked=pages.unasked_of(record) if matches.shown else "",
        pay_lines=pay_lines(matches.shown, per_hour(record.wants.pay_floor)),
    )


def pay_note(shown: tuple[Match, ...], last: float | None) -> str:
    """A list that pays less than the last job throughout says so first."""
    typical = [m.wages.typical.per_hour for m in shown if m.wages and m.wages.typical.per_hour is not None]
    if not last or not typical or max(typical) >= last:
        return ""
    return _(
        "All of these pay less in the middle than your last job did. A career navigator can help you look for more."
    )


def _idea(catalogue: Catalogue, record: Record, match: Match, own: From, names: words.Names) -> Idea:
    occupation = catalogue.occupation(match.code)
    last = comparable(record.person.last_pay, catalogue.matching)
    return marked(catalogue, idea_of(match, occupation, names, record, last, step=own(match.code)))


def explained(catalogue: Catalogue, record: Record, which: str) -> Explained:
    """Why and why not, for one occupation given by code or title. Raises NotFound or BadInput."""
    from navigator.services.titles import code_of

    matcher = Matcher(catalogue=catalogue, record=record)
    code = code_of(catalogue, which)
    match = matcher.match(code)
    names = names_of(catalogue)
    held = code in matcher.standing.held
    own, occupation = own_steps(catalogue, record), catalogue.occupation(code)
    step = None if held else from_here(own(code), occupation, record.wants)
    why = next((d.why or _("no reason given") for d in record.dismissed if d.code == code), "")
    return Explained(
        idea=_idea(catalogue, record, match, own, names_of(catalogue, record)),
        rank=matcher.rank(code),
        parts=tuple(_said(matcher, match, p.name) for p in match.score.parts if p.value or p.name != "licences"),
        caps=tuple(in_the_way(match, names, step)),
        need=tuple(reason_words.gaps(match, names, "need", 5)),
        may_need=() if held else tuple(reason_words.gaps(match, names, "may_need", 5)),
        not_asked=tuple(reason_words.gaps(_but_done(match) if held else match, names, "not_asked", 5)),
        score=match.score,
        held=held,
        dismissed=why,
        proper_use=words.proper_use(),
        note="".join(only_english(catalogue, (code,))),
    )


def _but_done(match: Match) -> Match:
    """Work that somebody did asks nothing of them that they would not know: only a paper can be missing."""
    papers = ("licence", "schooling")
    return replace(match, reasons=tuple(r for r in match.reasons if r.kind != "not_asked" or r.part in papers))


def _said(matcher: Matcher, match: Match, name: str) -> PartSaid:
    part = next(p for p in match.score.parts if p.name == name)
    called = _called(matcher.catalogue, name)
    ordered = sorted(part.evidence, key=lambda e: (-e.share, e.about))
    least = 0.02
    strong = reasons.said_positively(matcher.standing, name)
    own = {
        *matcher.standing.knowledge,
        *(strong or ()),
    }  # what somebody has never speaks against them: other work asks more of it
    for_it = [e.about for e in ordered if e.share > least and (strong is None or e.about in strong)]
    against = [e.about for e in reversed(ordered) if e.share < -least and e.about not in own]
    below = OF_OTHER_WORK if for_it and not against else AGAINST
    return PartSaid(
        name=_(PARTS[name]),
        says=_(next((text for least_value, text in SPEAKS if part.value >= least_value), below)),
        weak=part.value < SPEAKS[-2][0],
        for_it=tuple(called.get(about, about) for about in for_it)[:4],
        against=tuple(called.get(about, about) for about in against)[:2],
    )


def _called(catalogue: Catalogue, part: str) -> dict[str, str]:
    names = names_of(catalogue)
    tables = {
        "activities": names.did,
        "fields": {f.id: f.name for f in catalogue.pathways.fields} if part == "fields" else {},
        "groups": names.groups,
        "skills": names.skills,
        "knowledge": names.knowledge,
        "interests": names.interests,
        "licences": names.licences,
        "preferences": names.cannot,
    }
    return dict(tables.get(part, names.occupations))
