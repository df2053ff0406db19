"""What the catalogue holds, and whether its files are sound."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from navigator.catalogue import locate
from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadData, NotFound, Refusal
from navigator.i18n import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Counts, releases, and where the catalogue was opened from."""

    counts: dict[str, int]
    vintages: dict[str, str]
    folder: str
    source: str
    problems: int | None


def data_status(catalogue: Catalogue) -> Status:
    """Counts and releases; in a checkout also how many problems the files have."""
    root = locate.checkout()
    return Status(
        counts=catalogue.meta("counts"),
        vintages=catalogue.vintages,
        folder=str(catalogue.folder),
        source=str(root / "data") if root else _("compiled into this installation"),
        problems=len(data_check(catalogue.center_file)) if root else None,
    )


def data_check(center_file: Path | None) -> list[str]:
    """All problems of all data files, each with file and line. Raises BadData where there are no source files to check."""
    from navigator.catalogue.check import check
    from navigator.catalogue.load import load

    root = locate.checkout()
    problems: list[str] = []
    if center_file is not None:
        problems += center_problems(center_file)
    if root is None:
        if center_file is None:
            raise BadData(
                _(
                    "This installation carries the data compiled; its source files are in the project's checkout. Check a center's file with --center FILE."
                )
            )
        return problems
    found = load(root / "data")
    return problems + [str(p) for p in (*found.problems, *check(found))]


def center_problems(path: Path) -> list[str]:
    """What is wrong with a center's own file. Raises NotFound where there is none."""
    from navigator.catalogue.center import doubles
    from navigator.catalogue.store import open_catalogue

    catalogue = open_catalogue(None, path)
    try:
        skills = catalogue.framework.skills
    except NotFound:
        raise
    except Refusal as refusal:
        return [str(refusal)]
    known = set(catalogue.tables.element_ids)
    strange = [(s.id, e) for s in skills for e in s.elements if e not in known]
    return doubles(path) + [
        _("{path}: the skill {skill!r} names the element {element!r}, which no occupation rates.").format(
            path=path, skill=skill, element=element
        )
        for skill, element in strange
    ]
