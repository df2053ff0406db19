"""The questions of a route."""

from __future__ import annotations

from navigator.cli.session import Session
from navigator.services.questions import Listed


def questions_view(found: tuple[Listed, ...], session: Session) -> None:
    """Each question on its lines."""
    for listed in found:
        question = listed.question
        when = "" if listed.always else ", when it applies"
        session.paper.line(f"{question.id} ({question.kind}{when}): {question.prompt}", strong=True)
        if question.choices:
            names = [c.id for c in question.choices]
            some = names if len(names) <= 12 else [*names[:10], f"... {len(names)} in all"]
            session.paper.line(", ".join(some), indent=2, soft=True)
