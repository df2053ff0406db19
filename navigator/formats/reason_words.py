"""Reasons in plain words: why work fits, what it needs besides, what stands in the way, in the person's own terms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from navigator.domain.match import Match, Reason
from navigator.domain.occupation import Occupation
from navigator.engine.reasons import is_about
from navigator.formats.words import SCHOOLING, TIMES, Names, lower_first, months
from navigator.i18n import N_, _

MOST_WHYS = 3
"""Reasons told for one match: enough to be believed, few enough to be read."""


def reason(given: Reason, names: Names) -> str:
    """A reason for, a need, or what stands in the way, in the person's own terms."""
    return _FOR[given.part](given.about, names) if given.kind == "for" else _AGAINST[given.part](given.about, names)


def asked_to(about: str, names: Names) -> str:
    """What work asks somebody to do. Without the example, which is of another trade as often as not."""
    return lower_first(names.do.get(about, about).partition(_(", like "))[0])


def quotable(names: Names, occupation: Occupation) -> Names:
    """The names, with those statements of the person that are about an occupation: who likes to be outside did not say so
    of a kitchen, though both are work with one's hands."""
    return replace(names, agreed=tuple(s for s in names.agreed if is_about(s.about, occupation)))


def _liked(about: str, names: Names) -> str:
    """What the person agreed to, word for word; where none of it is about this work, the name of the interest."""
    said = next((s.text for s in names.agreed if s.interest == about), None)
    if said is not None:
        return _("You said: {statement}").format(statement=said)
    return _("You like: {what}").format(what=lower_first(names.interests.get(about, about)))


_FOR: dict[str, Callable[[str, Names], str]] = {
    "activities": lambda about, names: _("You have done this: {what}").format(
        what=lower_first(names.did.get(about, about))
    ),
    "skills": lambda about, names: _("You are good at: {what}").format(
        what=lower_first(names.skills.get(about, about))
    ),
    "knowledge": lambda about, names: _("You know about: {what}").format(
        what=lower_first(names.knowledge.get(about, about))
    ),
    "interests": _liked,
    "fields": lambda about, names: _("It is in a field you picked: {what}").format(what=names.fields.get(about, about)),
    "groups": lambda about, names: _("You have done this kind of thing: {what}").format(
        what=lower_first(names.groups.get(about, about))
    ),
    "history": lambda about, names: _near([about], names),
    "alike": lambda about, names: _("You picked this as most like what you did: {what}").format(
        what=names.occupations.get(about, about)
    ),
    "free_time": lambda about, names: _("Close to what you did without pay: {what}").format(
        what=names.occupations.get(about, about)
    ),
    "licences": lambda about, names: _("You have the paper for this: {what}").format(
        what=names.licences.get(about, about)
    ),
}

_ASK_FOR = {
    "nights": N_("It often asks what you ruled out: nights. Ask for the day shift."),
    "weekends": N_("It often asks what you ruled out: weekends and holidays. Ask for weekdays."),
    "nights weekends": N_(
        "It often asks what you ruled out: nights, weekends and holidays. Ask for the day shift on weekdays."
    ),
}
"""Hours that were ruled out, with what to ask for."""

AWAY = "away"
_ASK_LOCAL = N_(
    "It often asks what you ruled out: nights away from home. Ask for a local job that brings you home each night."
)
_ALWAYS = {
    "nights": N_("It asks what you ruled out: night shifts. Shifts turn there, and nights are among them."),
    "weekends": N_("It asks what you ruled out: weekends and holidays. Nearly all such work does."),
    AWAY: N_("It asks what you ruled out: nights away from home. Nearly all such work does."),
}
"""What could be asked for otherwise elsewhere, where nearly every job of the kind has it."""


def ask_for(hours: Iterable[str]) -> str:
    """What to ask for where work often asks hours, or nights away, that were ruled out; nothing where it asks none of them."""
    clash = list(hours)
    times = _ASK_FOR.get(" ".join(t for t in clash if t != AWAY))
    return " ".join(_(said) for said in (times, _ASK_LOCAL if AWAY in clash else None) if said)


def _ruled_out(about: str, names: Names) -> str:
    """Something that was ruled out and that the work asks; of hours and nights away, where none can be asked for."""
    if about in _ALWAYS:
        return _(_ALWAYS[about])
    return _("It often asks what you ruled out: {what}.").format(what=lower_first(names.cannot.get(about, about)))


def _unpaid(about: str, names: Names) -> str:
    """Art or sport that was done in free time, or what is like it."""
    if about == "same":
        return _("You did this without pay. Few people make a living from it.")
    return _("You did things like this without pay. Few people make a living from it.")


_AGAINST: dict[str, Callable[[str, Names], str]] = {
    "activities": asked_to,
    "skills": lambda about, names: _("more of this skill: {what}").format(
        what=lower_first(names.skills.get(about, about))
    ),
    "knowledge": lambda about, names: _("know about {what}").format(
        what=lower_first(names.knowledge.get(about, about))
    ),
    "schooling": lambda about, names: _("People usually have {what}.").format(what=SCHOOLING.get(about, about)),
    "licence": lambda about, names: _("You need this: {what}.").format(what=names.licences.get(about, about)),
    "training": lambda about, names: _("It takes {months} of training, more than you said.").format(
        months=months((float(about), float(about)))
    ),
    "years": lambda about, names: _("It is paid, but it takes {time} of other work first.").format(
        time=months((float(about), float(about)))
    ),
    "pay": lambda about, names: _("The middle pay here is less than you said you need."),
    "cannot": _ruled_out,
    "hours": lambda about, names: _("It often works {when}. You asked for school hours.").format(when=TIMES[about]),
    "times": lambda about, names: ask_for(about.split()),
    "unpaid": _unpaid,
    "zone": lambda about, names: _("It asks much more preparation than the work you have done."),
}


def whys(match: Match, names: Names, most: int = 5, *, held: bool = False) -> list[str]:
    """The first reasons for a match; activities said in one line. A paper that is held is always among them."""
    given = [r for r in match.reasons if r.kind == "for"]
    chosen = given[:most]
    done = [lower_first(names.did.get(r.about, r.about)) for r in chosen if r.part == "activities"][:2]
    own = any(r.part == "history" and r.about == match.code for r in chosen)
    lines = [_("This is work you have done.")] if own or held else []
    if done:
        lines.append(_("You have done this: {what}").format(what="; ".join(done)))
    done_before = [r for r in chosen if r.part == "history" and r.about == match.code]
    papers = [r for r in given if r.part == "licences"][:1]
    others = [r for r in chosen if r.part not in ("activities", "licences") and r not in done_before]
    close = _near([r.about for r in others if r.part == "history"], names)
    told = [close if r.part == "history" else reason(r, names) for r in (*papers, *others)]
    return [*lines, *dict.fromkeys(told)][:MOST_WHYS]


def _near(close: Sequence[str], names: Names) -> str:
    """The work done that a match is close to, in one line."""
    return _("Close to work you did: {what}").format(
        what="; ".join(names.occupations.get(code, code) for code in close)
    )


def caps(match: Match, names: Names) -> list[str]:
    """What stands in the way, in words."""
    return [reason(r, names) for r in against(match)]


def against(match: Match, but: str = "") -> list[Reason]:
    """What stands in the way, what was ruled out first, but one part where that is told elsewhere. The certificate that
    is required is said once, by its name; a license that nobody asked about is not called missing."""
    found = sorted((r for r in match.reasons if r.kind == "cap" and r.part != but), key=lambda r: r.part != "cannot")
    if any(r.part == "licence" for r in found):
        found = [r for r in found if not (r.part == "schooling" and r.about == "certificate")]
    unasked = any(r.kind == "not_asked" and r.part == "licence" for r in match.reasons)
    return [r for r in found if not (unasked and r.part == "licence")]


def paper_unasked(match: Match, names: Names) -> list[str]:
    """The license that work needs, where the person has not said whether they have one."""
    found = [r.about for r in match.reasons if r.kind == "not_asked" and r.part == "licence"]
    said = _("You need this: {what}. You have not said if you have it.")
    return [said.format(what=names.licences.get(about, about)) for about in found]


def papers_missing(match: Match, names: Names) -> list[str]:
    """The license that the work requires and that somebody said they do not have."""
    return [reason(r, names) for r in match.reasons if r.kind == "cap" and r.part == "licence"]


def papers_asked(match: Match, names: Names) -> list[str]:
    """The license that work needs which somebody did, and did not say they have."""
    return [reason(r, names) for r in match.reasons if r.kind == "need" and r.part == "licence"]


def asks_too(match: Match, names: Names) -> list[str]:
    """The first thing that the work asks and that the person said they do not have, as a sentence; nothing without one."""
    need = next((r for r in match.reasons if r.kind == "need"), None)
    if need is None:
        return []
    if need.part == "skills":
        skill = lower_first(names.skills.get(need.about, need.about))
        return [_("It asks for more of this skill: {what}.").format(what=skill)]
    return [_("It also asks you to {what}.").format(what=reason(need, names))]


def gaps(match: Match, names: Names, kind: str, most: int = 3) -> list[str]:
    """What the work needs that is missing, unsure or was not asked."""
    return [reason(r, names) for r in match.reasons if r.kind == kind][:most]
