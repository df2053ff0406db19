"""What of a record a badge can be about: each thing with what it means and how the person comes to say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, NotFound
from navigator.domain.framework import Skill
from navigator.domain.record import Claim, Credential, Education, Experience, Rating, Record
from navigator.engine.validate import clean_line, shown
from navigator.formats.badge import Achieved
from navigator.formats.ler_rs import Lexicon, SkillWords
from navigator.formats.onet_names import NAMES, element_of
from navigator.formats.words import LEVELS, SCHOOLING
from navigator.i18n import _

WEIGHS = 0.5
"""An O*NET element behind a skill is pointed to when it weighs at least this much in it."""
A_LOT = 3


def lexicon(catalogue: Catalogue) -> Lexicon:
    """What the ids of a record are called, for LER-RS."""
    words = catalogue.framework
    return Lexicon(
        skills={
            s.id: SkillWords(name=s.name, means=s.definition, element=next(iter(_elements(s)), ""))
            for s in words.skills
        },
        did={a.id: a.did for a in words.activities},
        knowledge={k.id: k.name for k in words.knowledge},
        licences=catalogue.licences,
        occupations=catalogue.names,
    )


def usual(record: Record, catalogue: Catalogue) -> tuple[Achieved, ...]:
    """What badges are made of when nothing is named: the skills somebody has a lot of, or named as their strongest."""
    topics = Topics(record=record, catalogue=catalogue)
    strong = [r.skill for r in record.ratings if r.level == A_LOT]
    return tuple(a for s in dict.fromkeys([*record.strongest, *strong]) if (a := topics.skill(s)) is not None)


def named(record: Record, catalogue: Catalogue, what: str) -> Achieved:
    """The thing that an id or a whole name stands for. Raises NotFound, with the names of what is like it, or BadInput."""
    wanted = clean_line(what).casefold()
    if not wanted:
        raise BadInput(_("Name what the badge is about after --of, such as --of listening."))
    topics = Topics(record=record, catalogue=catalogue)
    every = [({clean_line(n).casefold() for n in (*names, one.name)}, one) for names, one in topics.all()]
    found = next((one for names, one in every if wanted in names), None)
    if found is None:
        like = [one.name for names, one in every if any(wanted in name for name in names)]
        have = "; ".join(dict.fromkeys(like or (one.name for _names, one in every))) or _("nothing yet")
        raise NotFound(
            _("{what} is not in this record by that name. What a badge can be about: {have}.").format(
                what=shown(what), have=have
            )
        )
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """All that one record holds, as badges would say it."""

    record: Record
    catalogue: Catalogue

    def all(self) -> Iterator[tuple[tuple[str, ...], Achieved]]:
        """Each thing with what it can be called by, skills first."""
        record = self.record
        for skill in self.catalogue.framework.skills:
            made = self.skill(skill.id)
            if made is not None:
                yield (skill.id, skill.name), made
        yield from (((c.id, c.name), _claimed(c)) for c in record.claims)
        yield from (((c.id, c.name), _paper(c)) for c in record.credentials if not c.document)
        yield from (((e.id, e.study, e.school), _school(e)) for e in record.education)
        yield from (((e.id, e.title), _worked(e)) for e in record.experience if e.title)
        yield from self._activities()

    def skill(self, skill_id: str) -> Achieved | None:
        """A skill that was rated or named as a strength; None for one that was not."""
        skill = next((s for s in self.catalogue.framework.skills if s.id == skill_id), None)
        rating = next((r for r in self.record.ratings if r.skill == skill_id and r.level), None)
        if skill is None or (rating is None and skill_id not in self.record.strongest):
            return None
        return Achieved(
            id=skill.id,
            name=skill.name,
            means=skill.definition,
            how=_sign(skill, rating),
            kind="Competency",
            elements=tuple(_elements(skill)),
            evidence=rating.evidence if rating else (),
        )

    def _activities(self) -> Iterator[tuple[tuple[str, ...], Achieved]]:
        words = {a.id: a for a in self.catalogue.framework.activities}
        for work in self.record.experience:
            for activity in work.did:
                if activity in words:
                    one = words[activity]
                    told = _("I did this as: {title}.").format(title=clean_line(work.title)) if work.title else ""
                    yield (
                        (one.id, one.did, one.do),
                        Achieved(
                            id=one.id,
                            name=one.did,
                            means=one.did,
                            how=_("I ticked this as something I have done."),
                            told=told,
                            kind="Competency",
                            elements=(element_of(one.id),),
                            evidence=work.evidence,
                        ),
                    )


def _sign(skill: Skill, rating: Rating | None) -> str:
    """How somebody comes to say that they have a skill: the everyday sign they chose."""
    if rating is None or not rating.level:
        return _("I named this as one of the things I do best.")
    return _("I say that I have {level} of this. The sign I chose: {sign}").format(
        level=_(LEVELS[rating.level]), sign=skill.anchors[rating.level - 1]
    )


def _elements(skill: Skill) -> Iterator[str]:
    found = sorted(skill.elements.items(), key=lambda pair: -pair[1])
    yield from (element for element, weight in found if weight >= WEIGHS and element in NAMES)


def _claimed(claim: Claim) -> Achieved:
    level = _("How well: {level}.").format(level=claim.level) if claim.level else ""
    return Achieved(
        id=claim.id,
        name=claim.name,
        means=claim.name,
        how=_("I say that I can do this."),
        told=" ".join(t for t in (level, *claim.details) if t),
        kind="Competency",
        evidence=claim.evidence,
    )


def _paper(paper: Credential) -> Achieved:
    by = _("I say that I have this paper from {who}.").format(who=paper.issuer) if paper.issuer else ""
    return Achieved(
        id=paper.id,
        name=paper.name,
        means=paper.name,
        how=by or _("I say that I have this paper."),
        told=" ".join(paper.details),
        evidence=paper.evidence,
    )


def _school(school: Education) -> Achieved:
    name = school.study or school.school or (_(SCHOOLING[school.level]) if school.level else "")
    at = _("I say that I learned this at {school}.").format(school=school.school) if school.school else ""
    return Achieved(
        id=school.id,
        name=name or _("School"),
        means=name or _("School"),
        how=at or _("I say that I learned this."),
        told=" ".join(school.details),
        evidence=school.evidence,
    )


def _worked(work: Experience) -> Achieved:
    at = _("I say that I did this work at {employer}.").format(employer=work.employer) if work.employer else ""
    return Achieved(
        id=work.id,
        name=work.title,
        means=work.title,
        how=at or _("I say that I did this work."),
        told=" ".join(work.details),
        evidence=work.evidence,
    )
