"""The parts of a record in words: one line each, how strong the evidence is, and what looks wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeGuard

from navigator.catalogue.store import Catalogue
from navigator.domain.record import (
    Claim,
    Credential,
    Education,
    Evidence,
    Experience,
    Language,
    Rating,
    Record,
)
from navigator.engine import wording
from navigator.engine.oddities import Oddity, OddityKind
from navigator.engine.partial_dates import said, span
from navigator.engine.parts import Part, all_parts, title_of
from navigator.engine.validate import clean_line
from navigator.formats.words import lower_first
from navigator.i18n import N_, _

ORIGINS = {"said": N_("you said so"), "imported": N_("from a file"), "inferred": N_("from a job you held")}

HELD = {"said": N_("I say so"), "seen": N_("someone saw me do it"), "paper": N_("I have a paper or badge")}

CHECKED = {
    "valid": N_("its signature is right"),
    "wrong": N_("its signature is wrong"),
    "expired": N_("it has run out"),
    "revoked": N_("it was taken back"),
    "unknown": N_("who signed it is not known here"),
    "unchecked": N_("it was not checked"),
}

UNNAMED = N_("At work or at home")

ODD: dict[OddityKind, str] = {
    "work_twice": N_("{about} stands here twice ({ids}). Take one out with: navigator record remove {last}."),
    "school_twice": N_("{about} stands here twice ({ids}). Take one out with: navigator record remove {last}."),
    "paper_twice": N_("{about} stands here twice ({ids}). Take one out with: navigator record remove {last}."),
    "skill_twice": N_("{about} seems to stand here twice ({ids}). Take one out with: navigator record remove {last}."),
    "language_twice": N_("{about} stands here twice ({ids}). Take one out with: navigator record remove {last}."),
    "ends_first": N_("{about} ({ids}) ends before it begins. Mend it with: navigator record edit {last} --end DATE."),
    "future": N_("{about} ({ids}) begins after today. Look at its date."),
    "expired": N_("{about} ({ids}) has run out."),
    "expires_first": N_("{about} ({ids}) runs out before the day you got it. Look at its dates."),
    "licence_expired": N_(
        "Your answers say that you have {about}, so it counts in what fits; but the paper here ({ids}) has run out."
    ),
    "licence_unused": N_(
        "You have {about} ({ids}), but your answers do not name it, so it does not count in what fits."
    ),
    "schooling_lower": N_("Your answers say {about}, but the schooling here ({ids}) is higher."),
    "done_early": N_(
        "{about} ({ids}) was done before this record began. Look at its day: navigator plan done {last} --on DATE."
    ),
    "nobody_named": N_("Somebody saw you do it ({ids}), but nobody is named. A name makes it stronger."),
}


def kept(text: str) -> str:
    """Somebody's text on one line."""
    return clean_line(text)


def dated(part: Part) -> str:
    """When it was, as well as it is known."""
    if isinstance(part, Experience):
        lengths = {c.id: c.text for c in wording.LENGTHS}
        return span(part.start, part.end) or lower_first(_(lengths.get(part.length, "")))
    if isinstance(part, Education):
        return span(part.start, part.end) if part.start else said(part.end)
    if isinstance(part, Credential):
        got = _("since {day}").format(day=said(part.issued)) if part.issued else ""
        ends = _("until {day}").format(day=said(part.expires)) if part.expires else ""
        return ", ".join(t for t in (got, ends) if t)
    return ""


def line_of(part: Part, catalogue: Catalogue) -> str:
    """A part on one line, in the person's words: what, where, when."""
    words = [kept(title_of(part)) or _(UNNAMED), *_about(part, catalogue), dated(part)]
    return ", ".join(w for w in words if w)


def _about(part: Part, catalogue: Catalogue) -> list[str]:
    if isinstance(part, Experience):
        kinds = {c.id: c.text for c in wording.KINDS}
        kind = lower_first(_(kinds[part.kind])) if part.kind and part.kind != "paid" else ""
        return [kept(part.employer), kept(part.place), kind]
    if isinstance(part, Education):
        levels = {c.id: c.text for c in wording.SCHOOL}
        level = lower_first(_(levels[part.level])) if part.level else ""
        state = {True: _("finished"), False: _("not finished"), None: ""}[part.finished]
        return [
            kept(part.school) if part.study else "",
            level if level.casefold() != part.study.casefold() else "",
            state,
        ]
    if isinstance(part, Credential):
        licence = catalogue.licences.get(part.licence, "")
        same = kept(part.name).casefold() in licence.casefold()
        counts = _("counts as: {licence}").format(licence=licence) if licence and not same else ""
        number = _("number {number}").format(number=kept(part.number)) if part.number else ""
        return [kept(part.issuer), number, counts]
    if isinstance(part, Claim | Language):
        return [kept(part.level)]
    return [_(CHECKED.get(part.result, "")), kept(part.issuer)]


def about_evidence(evidence: Evidence, catalogue: Catalogue) -> str:
    """One piece of evidence: `someone saw me do it (Maria Lopez, shift lead, March 2020): closed the kitchen alone`."""
    by = ", ".join(t for t in (kept(evidence.who), kept(evidence.role), said(evidence.date)) if t)
    text = _("{held} ({by})").format(held=_(HELD[evidence.held]), by=by) if by else _(HELD[evidence.held])
    did = {a.id: a.did for a in catalogue.framework.activities}
    for more in (did.get(evidence.about, ""), kept(evidence.note)):
        text = _("{text}: {more}").format(text=text, more=more) if more else text
    return text


def held_lines(evidence: Iterable[Evidence], origin: str, catalogue: Catalogue) -> list[str]:
    """How strong the evidence is; where there is none, where it comes from."""
    found = [about_evidence(e, catalogue) for e in evidence]
    if found:
        return found if origin == "said" else [*found, _(ORIGINS[origin])]
    return [_(HELD["said"]) if origin == "said" else _(ORIGINS[origin])]


def backed(part: object) -> TypeGuard[Experience | Education | Credential | Claim | Rating]:
    """Whether evidence can go with it."""
    return isinstance(part, Experience | Education | Credential | Claim | Rating)


def odd(oddity: Oddity, record: Record, catalogue: Catalogue) -> str:
    """What looks wrong, and what to do, in a sentence."""
    about = kept(oddity.about)
    if oddity.kind in ("licence_expired", "licence_unused"):
        about = catalogue.licences.get(oddity.about, oddity.about)
    elif oddity.kind == "schooling_lower":
        about = lower_first(_({c.id: c.text for c in wording.SCHOOL}.get(oddity.about, oddity.about)))
    sentence = _(ODD[oddity.kind]).format(about=about, ids=", ".join(oddity.ids), last=oddity.ids[-1])
    if oddity.kind in ("licence_expired", "licence_unused"):
        sentence = f"{sentence} {_('To change the answer: navigator record edit want.licences.')}"
    if oddity.kind == "schooling_lower":
        sentence = f"{sentence} {_('To change the answer: navigator record edit want.school.')}"
    return sentence


def titles(record: Record) -> dict[str, str]:
    """Each part's title by its id."""
    return {p.id: title_of(p) for p in all_parts(record)}
