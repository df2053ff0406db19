"""Schools and training of a resume, by the words we know for them."""

from __future__ import annotations

import re
from functools import lru_cache

from navigator.domain.record import GOES_ON, Education, Schooling
from navigator.engine.resume_lines import Line, Part, spans, without
from navigator.engine.resume_work import PLACE

DEGREES: tuple[tuple[Schooling, str], ...] = (
    ("doctor", r"(?i:ph\.?\s?d\b|doctorate|doctor of|juris doctor)|\bJ\.?D\.?\b|\bM\.?D\.?(?=\s|,|$)"),
    ("master", r"(?i:master(?:['’]?s| of)|\bmba\b)|\bM\.?S\.?W?\.?(?=\s|,|$)|\bM\.A\.|\bM\.?Ed\b"),
    ("bachelor", r"(?i:bachelor|licenciatura)|\bB\.?S\.?(?:N\.?)?(?=\s|,|$)|\bB\.?A\.?(?=\s|,|$)"),
    ("associate", r"(?i:associate(?:['’]?s)?(?: degree)?\b(?: (?:of|in))?)|\bA\.?A\.?S?\.?(?=\s|,|$)|\bA\.S\."),
    ("high_school", r"(?i:high school (?:diploma|graduate|equivalen)|\bg\.?e\.?d\.?\b|hiset|general equivalency|"
                    r"preparatoria|bachillerato|\bdiploma,? (?:general|high school))|"
                    r"(?i:\bdiploma\b)[^|]*\b[A-Z][\w.'’-]+ High\b|\b[A-Z][\w.'’-]+ High\b[^|]*(?i:\bdiploma\b)"),
    ("some_college", r"(?i:some college|college coursework|credits toward|\d+ (?:college )?credits)"),
    ("certificate", r"(?i:certificate (?:in|of)|\bcertificate\b|trade school|vocational|apprentice)"),
)  # fmt: skip
_DEGREES = tuple((level, re.compile(pattern)) for level, pattern in DEGREES)
_SCHOOL = re.compile(
    r"\b(?:universi\w*|colleges?|institut\w*|academy|school|schools|polytechnic|escuela|colegio|instituto|job corps)\b|"
    r"(?-i:\b[A-Z][\w.'’-]+ High)(?=\s*(?:$|[,|(]))",
    re.IGNORECASE,
)
_DIPLOMA = re.compile(r"(?i)high school\b.*\bdiploma\b|\bdiploma\b.*\bhigh school\b")
_FINISHED = re.compile(r"\b(?:graduated|graduate|completed|earned|diploma|g\.?e\.?d\.?)\b", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"\b(?:in progress|expected|anticipated|currently|present|coursework|some college)\b", re.IGNORECASE
)


def level_of(text: str) -> Schooling | None:
    """The schooling that some words name, or None."""
    bare = PLACE.sub(" ", text)
    return next((level for level, pattern in _DEGREES if pattern.search(bare)), None)


def schools(part: Part) -> list[tuple[Education, str]]:
    """Schools and training. In a part headed so by its lines together; elsewhere a line must name a degree or a diploma."""
    if part.kind == "school":
        return [(_school(block), " / ".join(line.text for line in block)) for block in _blocks(part.lines)]
    lines = [line for line in part.lines if part.kind in ("top", "other", "about", "papers") and not line.bullet]
    named = [line for line in lines if _names_school(line.text)]
    return [(_school([line]), line.text) for line in named if len(line.text) <= 110]


def _names_school(text: str) -> bool:
    level = level_of(text)
    return level in ("high_school", "associate", "bachelor", "master") and len(text.split()) <= 14


def _blocks(lines: tuple[Line, ...]) -> list[list[Line]]:
    """Lines that tell of one school: a new one begins where a school or a degree is named a second time."""
    blocks: list[list[Line]] = []
    for line in lines:
        if line.bullet and blocks and not (_SCHOOL.search(line.text) or level_of(line.text)):
            blocks[-1].append(line)
        elif not blocks or _begins(blocks[-1], line):
            blocks.append([line])
        else:
            blocks[-1].append(line)
    return [b for b in blocks if any(_SCHOOL.search(x.text) or level_of(x.text) for x in b)]


def _begins(block: list[Line], line: Line) -> bool:
    before = [any(column) for column in zip(*(_tells(x.text) for x in block), strict=True)]
    again = any(old and new for old, new in zip(before, _tells(line.text), strict=True))
    return again or (line.after_blank and all(before[1:]))


@lru_cache(maxsize=5_000)
def _tells(text: str) -> tuple[bool, bool, bool]:
    """Whether a line names a school, a degree, a date."""
    return bool(_SCHOOL.search(_no_degree(text))), level_of(text) is not None, bool(spans(text))


def _no_degree(text: str) -> str:
    return re.sub(r"high school (?:diploma|graduate|equivalen\w*)|trade school", " ", text, flags=re.IGNORECASE)


def _school(block: list[Line]) -> Education:
    dated = [s for line in block for s in spans(line.text)]
    texts = [PLACE.sub(" | ", without(line.text, spans(line.text))) for line in block if not line.bullet] or [
        block[0].text
    ]
    pieces = [
        p.strip(" ,.:;|–—-")
        for t in texts
        for p in re.split(r"\s*[|•·;]\s*|\s+[-–—]\s+|,\s+|\s+(?:from|at)\s+(?=[A-Z])", t)
    ]
    pieces = [p for p in pieces if re.search(r"[^\W\d_]{2}", p)]
    school = next((p for p in pieces if _SCHOOL.search(_no_degree(p))), "")
    study = ", ".join(
        p for p in pieces if p != school and not re.fullmatch(r"(?i:expected|graduated|completed|present)", p)
    )
    whole = " ".join(line.text for line in block)
    return Education(
        id="",
        school=school,
        study=study[:200],
        kind="training" if not school and level_of(whole) in (None, "certificate") else "school",
        level="high_school" if _DIPLOMA.search(whole) else level_of(whole),
        start=dated[0].start if dated else "",
        end=(GOES_ON if dated[0].ongoing else dated[0].end) if dated else "",
        finished=False if _UNFINISHED.search(whole) else True if _FINISHED.search(whole) else None,
        details=tuple(line.text for line in block if line.bullet and line is not block[0])[:10],
        origin="imported",
    )
