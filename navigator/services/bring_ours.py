"""Pages that this program wrote: they tell what somebody wants and plans, so they are never read as a resume."""

from __future__ import annotations

from navigator.domain.errors import BadInput
from navigator.formats.checksum import squeezed, standing_on
from navigator.formats.read_back import kind_of, text_of_html
from navigator.formats.words import PROPER_USE
from navigator.i18n import _

FOOT = ("O*NET", "USDOL/ETA", "CCBY4.0", "CareerNavigator.")
"""What the line at the foot of our pages says in every language, without its spaces."""


def is_ours(text: str) -> bool:
    """Whether a text is that of a page, a plan or a worksheet of ours: by its checksum, or by the line at its foot."""
    seen = squeezed(text)
    uses = (squeezed(PROPER_USE), squeezed(_(PROPER_USE)))
    return bool(standing_on(text)) or all(mark in seen for mark in FOOT) or any(use in seen for use in uses)


def refuse_ours(text: str, name: str) -> None:
    """Nothing is read from a page of ours. Raises BadInput with what to bring instead."""
    if is_ours(text):
        raise BadInput(
            _(
                "{file} is a page that this program wrote, not a resume. Nothing was read from it. Bring in the record it was made from: a file such as NAME.json."
            ).format(file=name)
        )


def refuse_our_web_page(data: bytes, name: str) -> None:
    """The same for a web page, of which no other kind can be brought in. Raises BadInput."""
    if kind_of(data) == "html":
        refuse_ours(text_of_html(data.decode("utf-8", "replace").encode()), name)
