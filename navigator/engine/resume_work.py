"""Jobs of a resume: a few heading lines (title, employer, place, dates in any order) with the details below them.

A line is only taken for a job title when our titles know its head word as work; everything else of a job is copied from
the lines around it. What no title is found for is told, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from navigator.domain.record import GOES_ON, Experience
from navigator.domain.record import Kind as WorkKind
from navigator.engine.resume_lines import Line, Part, Span, spans, without
from navigator.engine.us_states import CODES as _STATES

AT_LEAST = 0.3
"""How often a word heads the titles it stands in, before it is taken for work: `cook` 0.9, `university` 0.0."""
SURE_TITLE = 2.0
"""Points of a title that is both: headed by such a word, and known to name one occupation."""
MOST_WORDS = 8
LONGEST_HEAD = 110
PLACE = re.compile(
    rf"(?:^|(?<=[|,·•(–—-])|(?<=\sin\s)|(?<=\s{{2}})|(?<=\s))\s*([A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){{0,2}},\s*(?:{_STATES})"
    rf"|(?<=[|,·•(–—-] )[A-Z][a-z.'’-]+(?:\s[A-Z][a-z.'’-]+){{0,2}}\s(?:{_STATES})(?=\s*(?:$|[|,;)]|\d{{5}})))\b"
    rf"(?:\s+\d{{5}}(?:-\d{{4}})?)?"
)
"""A town with its state: ``Fresno, CA``; without the comma only where it stands as a piece of its own: ``, Clovis CA``."""
_PIECES = re.compile(r"\s*[|•·;]\s*|\s+[-–—/@]\s+|\s+at\s+|,\s+|\s*(?:\((?!\))|(?<!\()\))\s*")
"""Where one piece of a heading line ends. Brackets with nothing between them belong to a name."""
_NO_EMPLOYER = re.compile(
    r"(?:full|part)[- ]time|remote|seasonal|temporary|temp|contract|intern(?:ship)?|volunteer|present|current",
    re.IGNORECASE,
)
_KINDS: Mapping[str, WorkKind] = {
    "as a volunteer": "volunteer", "trabajo voluntario": "volunteer", "at home": "home", "en casa": "home",
    "side work": "side", "por mi cuenta": "side", "in service": "service", "en el servicio militar o nacional": "service",
}  # fmt: skip
"""What our own resume says of a kind of work, in the place of an employer: no title, and nobody's name."""
_SERVICE = re.compile(
    r"\b(?:u\.?s\.? )?(?:army|navy|air force|marine corps|marines|coast guard|national guard|americorps)\b",
    re.IGNORECASE,
)

Titled = Callable[[str], float]
"""Points of some words as a job title: 0 when nothing says that they name work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing found, and the line or lines it came from."""

    part: Experience
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Heading lines that belong together, and the details below them."""

    heads: tuple[Line, ...]
    details: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        """The heading lines as one."""
        return " / ".join(h.text for h in self.heads)


def jobs(part: Part, titled: Titled, countries: Sequence[str] = ()) -> tuple[list[Found], list[str]]:
    """The jobs of one part of a resume, and the dated heading lines in which no title was found."""
    found: list[Found] = []
    unknown: list[str] = []
    for block in blocks(part.lines, titled):
        job = _job(block, part, titled, countries, f"job{len(found) + 1}")
        if job is not None:
            found.append(Found(part=job, line=block.text))
        elif any(spans(h.text) for h in block.heads) and part.kind != "top":
            unknown.append(block.text)
    return found, unknown


def blocks(lines: tuple[Line, ...], titled: Titled) -> Iterator[Block]:
    """The lines of a part as blocks. A line is a heading unless it is a bullet, long, or a sentence."""
    run: list[Line] = []
    details: list[Line] = []
    for line in (*lines, None):
        if line is not None and not _is_head(line, run, details, titled):
            details.append(line)
            continue
        if line is not None and not details and not (line.after_blank and _complete(run, titled)):
            run.append(line)
            continue
        if run or details:
            yield from _cut(run, tuple(details), titled)
        run, details = ([line] if line is not None else []), []


def _complete(run: list[Line], titled: Titled) -> bool:
    """Whether heading lines have all a job needs, so that a blank line ends it."""
    return any(_best(_pieces(h), titled)[1] >= AT_LEAST for h in run) and any(spans(h.text) for h in run)


def _is_head(line: Line, run: list[Line], details: list[Line], titled: Titled) -> bool:
    if (
        spans(line.text)
        and len(line.text) <= LONGEST_HEAD
        and (not line.bullet or _best(_pieces(line), titled)[1] >= AT_LEAST)
    ):
        return True
    if line.bullet or len(line.text) > LONGEST_HEAD or re.search(r"[a-z]{3}\.$", line.text):
        return False
    if line.text[0].islower():
        return False
    if not run and not details:
        return True
    return len(line.text.split()) <= MOST_WORDS or _best(_pieces(line), titled)[1] >= AT_LEAST


def _cut(run: list[Line], details: tuple[Line, ...], titled: Titled) -> Iterator[Block]:
    """Heading lines without details between them, cut so that each block has one date, or one title."""
    marks = [n for n, line in enumerate(run) if spans(line.text)]
    ends = True
    if len(marks) < 2:
        marks = [n for n, line in enumerate(run) if _best(_pieces(line), titled)[1] >= AT_LEAST] if not marks else []
        ends = False
    if len(marks) < 2:
        yield Block(heads=tuple(run), details=details)
        return
    starts = [0, *(m + 1 for m in marks[:-1])] if ends and marks[0] > 0 else [0, *marks[1:]]
    for n, (at, to) in enumerate(zip(starts, [*starts[1:], len(run)], strict=True)):
        yield Block(heads=tuple(run[at:to]), details=details if n == len(starts) - 1 else ())


def _job(block: Block, part: Part, titled: Titled, countries: Sequence[str], part_id: str) -> Experience | None:
    """The job of a block, or None when none of its words is known to name work."""
    pieces = [p for head in block.heads for p in _pieces(head)]
    title, points = _best(pieces, titled)
    dated = [s for head in block.heads for s in spans(head.text)]
    outside = part.kind in ("top", "other", "about")  # no heading says that this is work: be strict
    if points < (SURE_TITLE if outside else AT_LEAST) or (outside and not any(s.start for s in dated)):
        return None
    span = next((s for s in dated if s.start), dated[0] if dated else Span(at=(0, 0), start="", end=""))
    place = next((placed(m[1]) for head in block.heads if (m := PLACE.search(_undated(head)))), "")
    away = () if place else _away(block, title, countries)
    return Experience(
        id=part_id,
        title=title,
        kind=next((_KINDS[p.casefold()] for p in pieces if p.casefold() in _KINDS), None) or _kind(block.text, part),
        employer=_employer([p for p in pieces if p not in away], title),
        place=place or ", ".join(away),
        start=span.start,
        end=GOES_ON if span.ongoing else span.end,
        details=tuple(d.text for d in block.details)[:20],
        origin="imported",
    )


def placed(place: str) -> str:
    """A town and its state as they are usually written: `Clovis CA` is `Clovis, CA`."""
    return re.sub(rf"(?<![\s,])\s+({_STATES})$", r", \1", place)


def _away(block: Block, title: str, countries: Sequence[str]) -> tuple[str, ...]:
    """The town and country that end a heading line, and the region between them: the town where somebody else is named as
    the employer."""
    beside = [p for head in block.heads for p in _pieces(head) if p != title and not _NO_EMPLOYER.fullmatch(p)]
    for head in block.heads:
        *before, last = [p for p in _pieces(head) if not _NO_EMPLOYER.fullmatch(p)] or [""]
        if last.casefold() in countries and last != title:
            town = before[-1:] if len(beside) > 2 and before[-1:] != [title] else []
            two = before[-2:] if len(beside) > 3 and title not in before[-2:] else []
            return (*(two if len(two) == 2 and ", ".join((*two, last)) in head.text else town), last)
    return ()


def _kind(text: str, part: Part) -> WorkKind | None:
    if part.kind == "volunteer" or re.search(r"\bvolunteer\b", text, re.IGNORECASE):
        return "volunteer"
    if re.search(r"\bself[- ]employed\b|\bmy own\b", text, re.IGNORECASE):
        return "side"
    return "service" if _SERVICE.search(text) else None


def _undated(line: Line) -> str:
    return without(line.text, spans(line.text))


def _pieces(line: Line) -> list[str]:
    """What a heading line says, piece by piece: without its dates and its place."""
    bare = PLACE.sub(" | ", _undated(line))
    found = (p.strip(" ,.:;|–—-") for p in _PIECES.split(bare))
    return [p for p in found if re.search(r"[^\W\d_]{2}", p)]


def _best(pieces: list[str], titled: Titled) -> tuple[str, float]:
    """The piece that is most surely a job title, the first of equals."""
    scored = [(p, titled(p)) for p in pieces if len(p.split()) <= MOST_WORDS and p.casefold() not in _KINDS]
    return max(scored, key=lambda s: s[1], default=("", 0.0))


def _employer(pieces: list[str], title: str) -> str:
    """The words beside the title: those after it first, else those before it."""
    at = pieces.index(title)
    beside = [
        p for p in (*pieces[at + 1 :], *pieces[:at]) if not _NO_EMPLOYER.fullmatch(p) and p.casefold() not in _KINDS
    ]
    return next((p for p in beside if p[0].isupper() or p[0].isdigit()), "")
