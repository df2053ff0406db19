"""The worksheet of a route: its questions, and its pages."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.record import Route
from navigator.engine import worksheet_pick as pick
from navigator.engine.validate import shown
from navigator.engine.wording import SCREEN
from navigator.engine.worksheet import ROUTE_DIGITS, SCREENS, Sheet, code_of, route_of, sheet_of
from navigator.engine.worksheet_before import sheet_before
from navigator.i18n import _
from navigator.services.inventory import COMMON_LICENCES, known_of

if TYPE_CHECKING:
    from navigator.formats.worksheet_parts import WorksheetPage

HIGHEST_ZONE = 3
"""Licenses are chosen from occupations up to this job zone; those above ask for a degree first."""


def sheet(catalogue: Catalogue, route: str) -> Sheet:
    """The worksheet of a route. Raises BadInput where a route has none."""
    found: Route | None = next((r for r in ROUTE_DIGITS.values() if r == route), None)
    if found is None:
        said = _("There is no worksheet for the route {route}. Choose standard or quick.")
        raise BadInput(said.format(route=shown(route)))
    activities, licences = _picked(catalogue, found)
    return sheet_of(known_of(catalogue), found, activities, licences)


@lru_cache(maxsize=4)
def _picked(catalogue: Catalogue, route: Route) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The activities and licenses on the sheet of a route, picked once for all sheets of a pile: all occupations are read."""
    named = [o.profile.licence.names for o in catalogue.occupations() if o.job_zone <= HIGHEST_ZONE]
    return (
        pick.activities(catalogue.framework, catalogue.tables, SCREENS[route] * SCREEN),
        pick.licences(COMMON_LICENCES, named, catalogue.licences),
    )


def sheet_by_code(catalogue: Catalogue, code: str) -> Sheet:
    """The sheet that a form code names, also one printed before. Raises BadInput for a slip, or for a sheet not known."""
    route, version = route_of(code)
    found = sheet(catalogue, route)
    if found.version != version:
        printed = sheet_before(known_of(catalogue), route, code_of(route, version))
        if printed is not None:
            return printed
        said = _(
            "This sheet is of another version: its code says {theirs}, and the questions here are {ours}. "
            "Its numbers mean other things. Print new sheets, or key it in with the program that printed it."
        )
        raise BadInput(said.format(theirs=version, ours=found.version))
    return found


def worksheet_page(catalogue: Catalogue, route: str, *, large: bool = False) -> WorksheetPage:
    """The pages of a route's worksheet, ready for paper. Raises BadInput."""
    from navigator.formats.worksheet import page_of

    return page_of(sheet(catalogue, route), catalogue.framework, large=large)
