"""A resume as lines: which part of it each line belongs to, which are details below a heading line, which dates they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from navigator.engine.validate import clean_line

Kind = Literal["top", "about", "work", "volunteer", "school", "papers", "skills", "languages", "references", "other"]

HEADINGS: dict[Kind, tuple[str, ...]] = {
    "about": ("summary", "profile", "objective", "about", "about me", "career objective", "professional summary",
              "career summary", "personal statement", "perfil", "objetivo", "resumen"),
    "work": ("experience", "work experience", "employment", "employment history", "work history", "job history",
             "professional experience", "relevant experience", "career history", "jobs", "work", "other experience",
             "military service", "military experience", "experiencia", "experiencia laboral", "experiencia profesional"),
    "volunteer": ("volunteer", "volunteering", "volunteer work", "volunteer experience", "community service",
                  "community work", "community involvement", "voluntariado"),
    "school": ("education", "school", "schooling", "schools", "training", "education and training", "academic background",
               "education & training", "educacion", "educación", "formacion", "formación", "estudios"),
    "papers": ("certificates", "certifications", "certification", "licenses", "licences", "credentials",
               "licenses and certifications", "licenses & certifications", "certifications and licenses",
               "certifications & licenses", "certificates and licenses", "licenses and certificates", "licencias",
               "certificados", "certificaciones"),
    "skills": ("skills", "key skills", "core skills", "abilities", "strengths", "skills and abilities", "technical skills",
               "computer skills", "qualifications", "core competencies", "skills summary", "areas of expertise",
               "habilidades", "aptitudes", "destrezas"),
    "languages": ("languages", "language", "language skills", "idiomas"),
    "references": ("references", "reference", "referencias"),
    "other": ("awards", "honors", "honours", "interests", "hobbies", "activities", "publications", "projects",
              "memberships", "affiliations", "contact", "contact information", "contacto", "intereses", "premios"),
}  # fmt: skip
"""What people write above the parts of a resume, in English and Spanish."""

_KINDS: dict[str, Kind] = {word: kind for kind, words in HEADINGS.items() for word in words}
BULLET = re.compile(r"^(?:[-*•‣▪●◦–—·○■□➢►✓→]|o(?=\s+[A-Z])|\d{1,2}[.)])\s+")
_ON_REQUEST = re.compile(
    r"references?\b:?\s+(?:(?:are|is|will be|can be|gladly)\s+)*(?:available|furnished|provided|given|(?:up)?on request|by request)\b"
    r"|referencias?\b:?\s+(?:(?:personales|laborales|y|están|estan)\s+)*(?:disponible|(?:a|bajo|previa) (?:solicitud|petición)|solicit)",
    re.IGNORECASE,
)
"""What people write at the foot of a resume, which says nothing of them."""
LONGEST = 1_000
"""Characters read of one line."""
TITLES = frozenset({"resume", "résumé", "curriculum vitae", "cv", "curriculum"})

_MONTHS = ("jan ene", "feb", "mar", "apr abr", "may", "jun", "jul", "aug ago", "sep", "oct", "nov", "dec dic")
_MONTH = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names.split()}
_NAME = r"(?:jan|ene|feb|mar|apr|abr|may|jun|jul|aug|ago|sep|oct|nov|dec|dic)[a-z]*\.?"
_YEAR = r"(?:19[4-9]\d|20[0-4]\d)(?!\d)"
_DATE = rf"(?:{_NAME}\s*,?\s*{_YEAR}|(?:0?[1-9]|1[0-2])\s*/\s*{_YEAR}|{_YEAR}-(?:0[1-9]|1[0-2])(?!\d)|{_YEAR})"
_NOW = r"(?:present|current|currently|now|today|presente|actual(?:idad)?)"
_SPAN = re.compile(
    rf"[(\[]?(?<![\d-])(?:since\s+|from\s+|desde\s+)?(?P<start>{_DATE})"
    rf"(?:\s*(?:-|–|—|to|until|till|through|thru|hasta|al?)\s*(?P<end>{_DATE}|\d\d(?!\d)|{_NOW})\b)?[)\]]?(?!-\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a resume: its text without a bullet's mark, whether it had one, and whether a blank line is above."""

    text: str
    bullet: bool = False
    after_blank: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a resume: its kind, and its lines without the heading."""

    kind: Kind
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Dates of a line: where they stand, and start and end as a record keeps them. One date alone is the end; what goes
    on ("to present", "since 2019") has no end of its own."""

    at: tuple[int, int]
    start: str
    end: str
    ongoing: bool = False


def read(texts: Iterable[str]) -> list[Line]:
    """Lines as they came, cleaned; blank ones only remembered."""
    lines: list[Line] = []
    blank = False
    for raw in texts:
        text = re.sub(r"[ \xa0]{3,}|\t+", " | ", raw[:LONGEST].strip())
        marked = BULLET.match(text)
        text = clean_line(BULLET.sub("", text)).strip("| ")
        if text:
            lines.append(Line(text=text, bullet=bool(marked), after_blank=blank))
        blank = not text and not marked
    return _joined(lines)


def _joined(lines: list[Line]) -> list[Line]:
    """Lines that only go on with the one before, put together with it."""
    joined: list[Line] = []
    for line in lines:
        if joined and _goes_on(joined[-1], line):
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
    return joined


def _goes_on(before: Line, line: Line) -> bool:
    if line.bullet or line.after_blank or heading(line.text) or "@" in line.text:
        return False
    wraps = before.bullet or len(before.text) >= 60
    return wraps and line.text[0].islower() and not spans(line.text) and not before.text.endswith((".", ":"))


def heading(text: str) -> Kind | None:
    """Which part of a resume a line opens, or None."""
    bare = text.strip(" :-–—_|=*#").casefold()
    if re.fullmatch(r"(?:\w\s){3,}\w", bare):  # E X P E R I E N C E
        bare = bare.replace(" ", "")
    return _KINDS.get(bare)


def parts(lines: list[Line]) -> list[Part]:
    """The lines by the headings above them; what stands before the first heading is the top."""
    found: list[tuple[Kind, list[Line]]] = [("top", [])]
    for line in lines:
        kind = heading(line.text)
        head, colon, rest = line.text.partition(":")
        opened = _KINDS.get(head.strip().casefold()) if colon and rest.strip() else None
        if _ON_REQUEST.match(line.text):
            continue
        if kind is not None:
            found.append((kind, []))
        elif opened is not None and not line.bullet:
            found.append((opened, [replace(line, text=rest.strip())]))
        else:
            found[-1][1].append(line)
    return [Part(kind=kind, lines=tuple(some)) for kind, some in found if some]


def spans(text: str) -> list[Span]:
    """All dates of a line: ``2018 - 2021``, ``Mar 2019 to present``, ``05/2020``."""
    return list(_spans(text))


def _spans(text: str) -> Iterator[Span]:
    for found in _SPAN.finditer(text):
        start, said = _date(found["start"]), found["end"] or ""
        ongoing = bool(re.fullmatch(_NOW, said, re.IGNORECASE))
        end = "" if ongoing else start[:2] + said if re.fullmatch(r"\d\d", said) else _date(said)
        before = found[0].casefold().lstrip("([")
        if not said and not before.startswith(("since", "from", "desde")):
            start, end = "", start
        goes_on = ongoing or (not said and before.startswith(("since", "desde")))
        yield Span(at=found.span(), start=start, end=end, ongoing=goes_on)


def _date(text: str) -> str:
    found = re.search(_YEAR, text)
    if found is None:
        return ""
    year = found[0]
    iso = re.fullmatch(rf"{_YEAR}-(\d\d)", text)
    name = re.match(r"[a-z]{3}", text.casefold())
    number = re.match(r"(\d{1,2})\s*/", text)
    month = int(iso[1]) if iso else _MONTH.get(name[0], 0) if name else int(number[1]) if number else 0
    return f"{year}-{month:02}" if month else year


def without(text: str, found: list[Span]) -> str:
    """A line without its dates."""
    for span in reversed(found):
        text = f"{text[: span.at[0]]} | {text[span.at[1] :]}"
    bare = text.strip("| ,;-–—")
    return bare if bare.count("(") == bare.count(")") else bare.strip("| ,;-–—()")
