"""The questions of a route."""

from __future__ import annotations

from navigator.cli.session import Session
from navigator.i18n import _, beside
from navigator.services.questions import Listed


def questions_view(found: tuple[Listed, ...], session: Session) -> None:
    """Each question on its lines."""
    for listed in found:
        question = listed.question
        said = "{id} ({kind}): {prompt}" if listed.always else _("{id} ({kind}, when it applies): {prompt}")
        prompt = beside(question.prompt)
        session.paper.line(said.format(id=question.id, kind=question.kind, prompt=prompt), strong=True)
        if question.choices:
            names = [c.id for c in question.choices]
            some = names if len(names) <= 12 else [*names[:10], _("... {count} in all").format(count=len(names))]
            session.paper.line(", ".join(some), indent=2, soft=True)
