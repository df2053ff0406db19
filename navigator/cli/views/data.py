"""The state of the data."""

from __future__ import annotations

from navigator.cli.session import Session
from navigator.services.data import Status


def status_view(status: Status, session: Session) -> None:
    """Counts, releases, problems."""
    paper = session.paper
    paper.title("The occupation data")
    for name, count in status.counts.items():
        paper.bullet(f"{count:,} {name}")
    paper.heading("Releases")
    for name, vintage in status.vintages.items():
        paper.bullet(f"{name}: {vintage}")
    paper.heading("Where")
    paper.bullet(f"read from: {status.source}")
    paper.bullet(f"compiled in: {status.folder}")
    if status.problems is not None:
        paper.bullet(f"problems: {status.problems or 'none'}")


def check_view(problems: list[str], session: Session) -> None:
    """Each problem on a line."""
    for problem in problems:
        session.paper.line(problem)
    session.paper.line(f"{len(problems)} problems." if problems else "No problems.")
