"""The calendar file, read back by a small parser of RFC 5545 that is written here and knows nothing of the writer."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.engine.validate import clean_line
from navigator.formats.ics import Entry, calendar

MADE = date(2026, 11, 22)
Line = tuple[str, dict[str, str], str]


def lines_of(text: str) -> list[Line]:
    """Content lines: name, parameters, value. Fails where the text breaks the standard's outer rules."""
    data = text.encode()
    assert data.endswith(b"\r\n") and b"\r\n\r\n" not in data
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", data), "every line ends in CRLF"
    for physical in data.split(b"\r\n"):
        assert len(physical) <= 75, "a line is folded at 75 octets"
        physical.decode()  # no character is cut in two
    found = []
    for line in text.replace("\r\n ", "").split("\r\n")[:-1]:
        head, colon, value = line.partition(":")
        assert colon, line
        name, *parameters = head.split(";")
        assert re.fullmatch(r"[A-Z-]+", name)
        found.append((name, dict(p.split("=", 1) for p in parameters), value))
    return found


def text_of(value: str) -> str:
    """An escaped text value as it reads."""
    out, waiting = "", iter(value)
    for letter in waiting:
        assert letter not in ",;", "a comma and a semicolon in a text are escaped"
        out += {"n": "\n", "N": "\n", ",": ",", ";": ";", "\\": "\\"}[next(waiting)] if letter == "\\" else letter
    return out


def events_of(text: str) -> list[dict[str, tuple[dict[str, str], str]]]:
    """The events of one calendar, each a mapping of property to parameters and value."""
    lines = lines_of(text)
    assert (lines[0][0], lines[0][2]) == ("BEGIN", "VCALENDAR") and (lines[-1][0], lines[-1][2]) == ("END", "VCALENDAR")
    head = {name: value for name, _, value in lines}
    assert head["VERSION"] == "2.0" and head["PRODID"]
    events: list[dict[str, tuple[dict[str, str], str]]] = []
    inside = False
    for name, parameters, value in lines[1:-1]:
        if name == "BEGIN":
            assert value == "VEVENT" and not inside
            inside = True
            events.append({})
        elif name == "END":
            assert value == "VEVENT" and inside
            inside = False
        elif inside:
            assert name not in events[-1], "each property stands once"
            events[-1][name] = (parameters, value)
    assert not inside
    return events


def test_an_entry_is_a_whole_day_with_its_words() -> None:
    made = calendar(
        [Entry(key="1", day=date(2026, 12, 31), title="Call Lee; bring ID, card\\paper", about="Welder")], MADE
    )
    (event,) = events_of(made)
    assert event["DTSTART"] == ({"VALUE": "DATE"}, "20261231") and event["DTEND"] == ({"VALUE": "DATE"}, "20270101")
    assert event["DTSTAMP"] == ({}, "20261122T000000Z")
    assert text_of(event["SUMMARY"][1]) == "Call Lee; bring ID, card\\paper"
    assert text_of(event["DESCRIPTION"][1]) == "Welder"
    assert event["UID"][1].endswith("@career-navigator")


def test_the_same_step_keeps_its_uid_and_another_has_its_own() -> None:
    def uid(key: str, title: str) -> str:
        (event,) = events_of(calendar([Entry(key=key, day=MADE, title=title)], MADE))
        return event["UID"][1]

    assert uid("record a1", "Call") == uid("record a1", "Call again")
    assert uid("record a1", "Call") != uid("record a2", "Call")
    assert "record" not in uid("record a1", "Call")


def test_an_empty_calendar_is_still_a_calendar() -> None:
    assert events_of(calendar([], MADE)) == []


@pytest.mark.parametrize(
    "evil", ["a\r\nBEGIN:VALARM", "x\nATTENDEE:mailto:a@b", "END:VEVENT", "\u2028LS\x0bVT", "\x1b[31mred\u202e"]
)
def test_a_text_cannot_add_a_line(evil: str) -> None:
    (event,) = events_of(calendar([Entry(key="1", day=MADE, title=evil, about=evil)], MADE))
    assert set(event) == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP"}
    assert text_of(event["SUMMARY"][1]) == clean_line(evil)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@given(st.lists(st.tuples(texts, texts, st.dates(date(2000, 1, 1), date(2100, 1, 1))), max_size=4))
def test_whatever_the_words_are_they_come_back(rows: list[tuple[str, str, date]]) -> None:
    made = calendar([Entry(key=str(n), day=d, title=t, about=a) for n, (t, a, d) in enumerate(rows)], MADE)
    events = events_of(made)
    assert [text_of(e["SUMMARY"][1]) for e in events] == [clean_line(t) for t, _, _ in rows]
    assert [text_of(e["DESCRIPTION"][1]) if "DESCRIPTION" in e else "" for e in events] == [
        clean_line(a) for _, a, _ in rows
    ]
    for event, (_, _, day) in zip(events, rows, strict=True):
        assert datetime.strptime(event["DTSTART"][1], "%Y%m%d").date() == day
        assert datetime.strptime(event["DTEND"][1], "%Y%m%d").date() == day + timedelta(days=1)
    assert len({e["UID"][1] for e in events}) == len(rows)
