"""Records: what one says, which there are, what was saved."""

from __future__ import annotations

from navigator.cli.session import Session
from navigator.services.records import Entry, Told


def record_view(told: Told, session: Session) -> None:
    """Every part under its heading."""
    session.paper.title("Your record")
    session.paper.line(told.file, soft=True)
    for head, lines in told.parts.items():
        session.paper.heading(head)
        for line in lines:
            session.paper.bullet(line)
    if not told.parts:
        session.paper.line("It is still empty. 'navigator start' asks the first questions.")


def list_view(found: list[Entry], session: Session) -> None:
    """One line a record."""
    if not found:
        session.paper.line("There are no records here yet. 'navigator start' begins one.")
    for entry in found:
        state = "finished" if entry.finished else "open"
        marks = [entry.who, f"begun {entry.created}", state, "in use" if entry.current else ""]
        session.paper.bullet(f"{entry.name}: {', '.join(m for m in marks if m)}")


def history_view(saves: list[dict[str, str]], session: Session) -> None:
    """Earlier saves, the newest first."""
    if not saves:
        session.paper.line("There are no earlier saves yet.")
    for save in saves:
        session.paper.line(f"{save['number']}. {save['when']}")


def saved_view(value: dict[str, str], session: Session) -> None:
    """Where it was saved."""
    session.paper.line(f"Saved: {value['file']}")


def removed_view(value: dict[str, str], session: Session) -> None:
    """What is gone."""
    session.paper.line(f"Removed, with its history: {value['file']}")
