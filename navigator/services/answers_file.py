"""Answers from a file, made whole: the occupation behind a title that nobody named one for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from navigator.catalogue.store import Catalogue
from navigator.domain.record import Route
from navigator.engine.inventory import MOST_JOBS
from navigator.engine.validate import clean_line, says_nothing

_TITLE = re.compile(r"job\.(\d)\.title")


def with_occupations(
    catalogue: Catalogue, answers: Mapping[str, Any], route: Route
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The answers with the occupation of each title that surely names one, as an import does; and the other titles."""
    from navigator.services.titles import find

    found, untold = dict(answers), []
    for name, title in answers.items():
        number = _TITLE.fullmatch(name)
        occupation = name.replace(".title", ".occupation")
        if number is None or occupation in answers or not isinstance(title, str) or says_nothing(title):
            continue
        if int(number[1]) > MOST_JOBS[route] or not clean_line(title):
            continue
        hit = next(iter(find(catalogue, title, 1)), None)
        if hit is not None and hit.sure == "sure":
            found[occupation] = hit.code
        elif not any(
            n.startswith((f"job.{number[1]}.field", f"job.{number[1]}.groups", f"job.{number[1]}.did")) for n in answers
        ):
            untold.append(clean_line(title))
    return found, tuple(untold)
