"""The two gentle questions about needs. All may be skipped; the answers go on no page unless the person chooses so."""

from __future__ import annotations

from navigator.catalogue.store import Catalogue
from navigator.domain.question import Choice, Question
from navigator.i18n import N_, _

QUESTIONS = (
    ("need.daily", N_("Would help with any of these make work or school easier?"),
     ("childcare", "transport", "id", "housing", "food", "health", "legal", "layoff")),
    ("need.learning", N_("And with any of these?"), ("internet", "clothes", "english", "reading", "diploma")),
)  # fmt: skip
"""The two screens of needs, each short enough for one look."""

NEED_HELP = N_("You need not answer. We only use it to name help near you. It goes on no page unless you choose so.")
SECONDS = 15


def need_questions(catalogue: Catalogue) -> tuple[Question, ...]:
    """The questions about needs, for a route that asks them."""
    kinds = {k.id: k for k in catalogue.resource_kinds}
    return tuple(
        Question(
            id=name,
            kind="many",
            section="want",
            prompt=_(prompt),
            help=_(NEED_HELP) if n == 0 else "",
            choices=tuple(Choice(id=k, text=kinds[k].choice) for k in asked if k in kinds and kinds[k].choice),
            seconds=SECONDS,
        )
        for n, (name, prompt, asked) in enumerate(QUESTIONS)
    )
