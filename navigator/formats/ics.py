"""A calendar file (RFC 5545): one all-day entry for each open action that has a day."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from navigator.engine.validate import clean_line

MOST_OCTETS = 75
"""A longer line is folded; an octet is a byte of UTF-8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One day in a calendar. ``key``: whatever makes it itself, so that a second import changes it and adds nothing."""

    key: str
    day: date
    title: str
    about: str = ""


def calendar(entries: Iterable[Entry], made: date) -> str:
    """The file's text, with the line ends of the standard."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Career Navigator//Plan//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for entry in entries:
        lines += _entry(entry, made)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _entry(entry: Entry, made: date) -> list[str]:
    about = [f"DESCRIPTION:{_text(entry.about)}"] if entry.about else []
    return [
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(entry.key.encode()).hexdigest()[:32]}@career-navigator",
        f"DTSTAMP:{made:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_text(entry.title)}",
        *about,
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _text(text: str) -> str:
    """A text value: backslash, semicolon and comma escaped; a line break cannot be in it."""
    clean = clean_line(text)
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, each after the first begun by a space; no character is cut in two."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > MOST_OCTETS:
            yield piece
            piece = " "
        piece += letter
    yield piece
