"""What is asked of `pathways` on the command line, and the record as it could be."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import cast

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.record import Record, Schooling
from navigator.engine.validate import shown as quoted

_SPAN = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(y|yr|yrs|year|years|m|mo|month|months)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What was asked for: all on the command line."""

    to: str = ""
    within: float | None = None
    keep_earning: bool = False
    what_if: str = ""


def months_of(text: str) -> float:
    """A span such as `2y` or `18 months`, in months. Raises BadInput."""
    found = _SPAN.fullmatch(text)
    if found is None:
        raise BadInput(f"{quoted(text)} is not a length of time. Write it like 2y or 18m.")
    return float(found[1]) * (12 if found[2][0].lower() == "y" else 1)


def changed(catalogue: Catalogue, record: Record, what_if: str) -> Record:
    """The record as it would be: `train=6,school=ged,licence=cdl-a`. Nothing is saved. Raises BadInput."""
    wants = record.wants
    for part in what_if.split(","):
        name, equals, value = (p.strip().lower() for p in part.partition("="))
        if not equals or not value:
            raise BadInput(
                f"{quoted(part)}: write what changes as name=value, such as train=6, school=ged or licence=cdl-a."
            )
        if name == "train":
            wants = replace(wants, train_months=_train_months(value))
        elif name in ("school", "schooling"):
            wants = replace(wants, schooling=_schooling(catalogue, value))
        elif name in ("licence", "license"):
            wants = replace(wants, licences=(*wants.licences, _licence(catalogue, value)))
        else:
            raise BadInput(f"{quoted(name)} cannot be changed here. Use train, school or licence.")
    return replace(record, wants=wants)


def _train_months(value: str) -> float:
    months = months_of(value) if not value.replace(".", "", 1).isdigit() else float(value)
    if months > 120:
        raise BadInput(f"train={value} is more than ten years. Give months, such as train=6.")
    return months


def _schooling(catalogue: Catalogue, value: str) -> Schooling:
    asked = {"ged": "high_school", "diploma": "high_school"}.get(value, value.replace("-", "_"))
    order = catalogue.matching.schooling_order
    if asked not in order:
        raise BadInput(f"school={value} is not one we know. Use ged, {', '.join(order)}.")
    return cast(Schooling, asked)


def _licence(catalogue: Catalogue, value: str) -> str:
    if value in catalogue.licences:
        return value
    like = [i for i, name in catalogue.licences.items() if value in i or value in name.lower()]
    hint = f"Did you mean {', '.join(like[:3])}?" if like else "'navigator questions --json' lists licenses."
    raise BadInput(f"licence={value} is not one we know. {hint}")
