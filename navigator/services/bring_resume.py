"""A resume's lines, with our words laid over them: titles, papers, schools, skills and languages as suggestions.

Everything found is copied from a line and carries that line; what no word of ours knows is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, TypeVar

from navigator.catalogue.store import Catalogue
from navigator.catalogue.title_index import TitleIndex
from navigator.domain.record import Claim, Contact, Credential, Education, Experience, Language, Person
from navigator.engine import resume_papers, resume_schools, resume_work
from navigator.engine.abroad import names_country
from navigator.engine.resume_lines import TITLES, Line, Part, heading, parts, read
from navigator.engine.resume_work import PLACE, Titled, placed
from navigator.formats.incoming import Brought
from navigator.i18n import _

P = TypeVar("P", Experience, Education, Credential, Claim, Language)

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<!\d)(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]\d{4}(?!\d)")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’-])*")
MOST_SHOWN = 120
"""Characters of a line that are shown as the place something came from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicons:
    """The words a resume is matched against."""

    titled: Titled
    licences: Mapping[str, str]
    skills: Mapping[str, str]
    countries: tuple[str, ...] = ()


def lexicons(catalogue: Catalogue) -> Lexicons:
    """Our words, ready to be laid over lines."""
    index = TitleIndex(catalogue.folder)

    @cache
    def titled(text: str) -> float:
        text = text.replace(".", "")  # `St. Mark Church` is one name, not two parts
        work = index.names_work(text)
        if work < resume_work.AT_LEAST:
            return 0.0
        found = index.find(text, 1)
        return work + {"sure": 2.0, "likely": 1.0}.get(found[0].sure if found else "", 0.0)

    return Lexicons(
        titled=titled,
        licences=catalogue.meta("licences"),  # the words of the file are English, whatever is spoken
        skills={s.id: s.name for s in catalogue.framework.skills},
        countries=catalogue.matching.abroad,
    )


def resume_in(texts: Iterable[str], known: Lexicons) -> Brought:
    """What the lines of a resume bring, as suggestions."""
    lines = read(texts)
    aside = "" if _name(lines) else _name_by_email(lines)
    found = parts([line for line in lines if line.text != aside])
    work, unknown = _jobs(found, known)
    searched = sorted((p for p in found if p.kind != "references"), key=lambda p: p.kind != "papers")
    searched = [_without_heads_abroad(p, work, known.countries) for p in searched]
    papers = _unlike(
        paper
        for part in searched
        for paper in resume_papers.papers(part, known.licences, known.countries)
        if part.kind == "papers" or not _by_title(*paper, work, known.licences)
    )
    schools = _unlike(s for part in found for s in resume_schools.schools(part))
    skills = _unlike(s for part in found for s in resume_papers.skills(part, known.skills, known.licences))
    tongues = _unlike(t for part in found for t in resume_papers.languages(part))
    jobs, schooling = _numbered("job", work), _numbered("school", schools)
    certificates, claims, spoken = _numbered("paper", papers), _numbered("skill", skills), _numbered("tongue", tongues)
    places = [(p.id, line) for some in (jobs, schooling, certificates, claims, spoken) for p, line in _any(some)]
    person, said = _person(found, aside)
    return Brought(
        person=person,
        experience=tuple(p for p, _line in jobs),
        education=tuple(p for p, _line in schooling),
        credentials=tuple(p for p, _line in certificates),
        claims=tuple(p for p, _line in claims),
        languages=tuple(p for p, _line in spoken),
        sources=(*said, *((part_id, quoted(line)) for part_id, line in places)),
        notes=(*_notes(found, unknown), *_lacking(searched, known)),
    )


def _jobs(found: list[Part], known: Lexicons) -> tuple[list[tuple[Experience, str]], list[str]]:
    """Jobs of the parts headed as work; where no part is, of every line, and then only what is sure."""
    headed = [p for p in found if p.kind in ("work", "volunteer")]
    searched = headed or [p for p in found if p.kind in ("top", "about", "other")]
    jobs: list[tuple[Experience, str]] = []
    unknown: list[str] = []
    for part in searched:
        some, strange = resume_work.jobs(part, known.titled, known.countries)
        jobs += [(f.part, f.line) for f in some]
        unknown += strange
    return _unlike(jobs), unknown


def _without_heads_abroad(part: Part, work: list[tuple[Experience, str]], countries: tuple[str, ...]) -> Part:
    """A part without the headings of work in another country: `Registered Nurse` above it is no license of here."""
    heads = {h for job, line in work if names_country(job.place, countries) for h in line.split(" / ")}
    if part.kind == "papers":
        return part
    return replace(part, lines=tuple(line for line in part.lines if line.text not in heads))


def _by_title(paper: Credential, line: str, work: list[tuple[Experience, str]], licences: Mapping[str, str]) -> bool:
    """Whether nothing but the title of some work names a paper: who was a registered nurse once may hold the license no more."""
    for job, heads in work:
        if line in heads.split(" / ") and paper.licence in resume_papers.licences_in(job.title, licences):
            return paper.licence not in resume_papers.licences_in(line.replace(job.title, " "), licences, short=False)
    return False


def _unlike(found: Iterable[tuple[P, str]]) -> list[tuple[P, str]]:
    """Each once, with the first line that said it."""
    seen: dict[object, tuple[P, str]] = {}
    for part, line in found:
        seen.setdefault(_key(part), (part, line))
    return list(seen.values())


def _key(part: Experience | Education | Credential | Claim | Language) -> object:
    if isinstance(part, Credential):
        return part.licence or part.name.casefold()
    return part.name.casefold() if isinstance(part, Claim | Language) else replace(part, id="")


def _any(found: Sequence[tuple[Any, str]]) -> Sequence[tuple[Any, str]]:
    """Pairs of any kind of part."""
    return found


def _numbered(mark: str, found: list[tuple[P, str]]) -> list[tuple[P, str]]:
    return [(replace(part, id=f"{mark}{n}"), line) for n, (part, line) in enumerate(found, start=1)]


def quoted(line: str) -> str:
    """A line as it is shown beside what came from it."""
    return line if len(line) <= MOST_SHOWN else line[: MOST_SHOWN - 1] + "…"


def _notes(found: list[Part], unknown: list[str]) -> Iterable[str]:
    for line in unknown[:5]:
        yield _("No job title that we know was found in this line: {line}").format(line=quoted(line))
    if any(p.kind == "references" for p in found):
        yield _("References were left out: they are about other people.")


def _lacking(found: Iterable[Part], known: Lexicons) -> Iterable[str]:
    """A sentence for each line that names a paper which is not held."""
    said = _("This reads as if you do not have that paper now, so it was left out: {line}")
    for part in found:
        for line in resume_papers.lacking(part, known.licences, known.countries)[:5]:
            yield said.format(line=quoted(line))


def _person(found: list[Part], aside: str) -> tuple[Person | None, list[tuple[str, str]]]:
    """What stands at the top of a resume about the person, and the lines it came from."""
    top = [line for part in found if part.kind in ("top", "other") for line in part.lines][:15]
    whole = " | ".join(line.text for line in top)
    email, phone, place = _EMAIL.search(whole), _PHONE.search(whole), PLACE.search(_bare(whole))
    city, _comma, state = placed(place[1]).partition(",") if place else ("", "", "")
    about = " ".join(line.text for part in found if part.kind == "about" for line in part.lines)[:600]
    contact = Contact(email=email[0] if email else "", phone=phone[0] if phone else "", city=city.strip())
    person = Person(name=_name(top) or _as_name(aside), state=state.strip(), contact=contact, about=about)
    if person == Person():
        return None, []
    values = {"name": person.name, "state": person.state, "contact.email": contact.email, "contact.phone": contact.phone,
              "contact.city": contact.city}  # fmt: skip
    said = [
        (field, quoted(line.text))
        for field, value in values.items()
        if value
        for line in top
        if value.casefold() in line.text.casefold()
    ]
    return person, list({field: (field, line) for field, line in reversed(said)}.values())


def _bare(text: str) -> str:
    return _PHONE.sub("|", _EMAIL.sub("|", text))


def _name(top: Sequence[Line]) -> str:
    """The first line that looks like a name: two to four words that begin with a capital letter, and nothing else."""
    for line in top[:3]:
        first = re.split(r"\s*[|•·,]\s*|\s{3,}", line.text)[0].strip()
        if first.casefold() not in TITLES:
            return _as_name(first)
    return ""


def _as_name(text: str) -> str:
    words = text.split()
    if not 2 <= len(words) <= 4 or not all(_NAME_WORD.fullmatch(w) and not w[0].islower() for w in words):
        return ""
    return text.title() if text.isupper() else text


def _name_by_email(lines: Sequence[Line]) -> str:
    """A line that looks like a name and of which the email address has a word: the name in a second column."""
    email = next((m[0] for line in lines if (m := _EMAIL.search(line.text))), "").partition("@")[0].casefold()
    for line in lines:
        name = "" if heading(line.text) else _as_name(line.text)
        if any(len(w) > 2 and w in email for w in name.casefold().split()):
            return line.text
    return ""
