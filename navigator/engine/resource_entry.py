"""One entry as somebody wrote it, field by field: all that is wrong with it is said at once.

The center's book, an imported directory, a mapped CSV and the fields of `add` and `edit` all come through here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import partial
from typing import Any

from navigator.domain.resource import Near, Resource
from navigator.engine.typed_words import is_no, is_yes
from navigator.engine.validate import clean_line, shown
from navigator.i18n import _

OLDEST = date(1990, 1, 1)
MOST_LETTERS = {"name": 200, "by": 200, "phone": 80, "web": 300, "email": 120, "bus": 400, "source": 300,
                "source_id": 120, "checked_by": 120, "program": 80, "verify": 20}  # fmt: skip
LONG_TEXT = 3000
EMPTY = {"", "~", "null", "none", "n/a", "unknown"}

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")
_AMOUNT = re.compile(r"\$?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?")
_WEB = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_CODE = re.compile(r"\d\d-\d{4}(\.\d\d)?")
_WORDY = {"free": "0", "no cost": "0", "none": "0"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an entry may speak of: kinds of need by id, areas by code, and the day it is."""

    kinds: Mapping[str, str]
    areas: Mapping[str, str]
    today: date


def entry(raw: Mapping[str, object], known: Known, near: Near = "book") -> tuple[Resource | None, list[str]]:
    """The entry, or None, and every fault in a sentence that names its field."""
    faults = [_("there is no field {name!r}").format(name=name) for name in raw if name not in FIELDS]
    values: dict[str, Any] = {}
    for name, given in raw.items():
        if name not in FIELDS:
            continue
        try:
            values[name] = FIELDS[name](given, known)
        except ValueError as error:
            faults.append(f"{name}: {error}")
    faults += [
        _("{name} is missing").format(name=name)
        for name in ("id", "name", "kinds")
        if name not in raw or values.get(name) in ("", ())
    ]
    if faults:
        return None, faults
    return Resource(**values, near=near), []


def texts(resource: Resource) -> dict[str, str]:
    """An entry as text by field, the way `entry` reads it; what is not known is left out."""
    found = {name: _text_of(getattr(resource, name)) for name in FIELDS}
    if resource.price == 0 and resource.cost.casefold().startswith("free"):
        found["price"] = ""
    return {name: text for name, text in found.items() if text}


def _text_of(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    if isinstance(value, float):
        return f"{value:g}" if value < 1e6 else f"{value:.0f}"
    return "" if value is None else str(value)


def slug(text: str, most: int = 60) -> str:
    """A name as an id: small letters, digits and dashes."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:most].strip("-")


def free_id(wanted: str, taken: Container[str]) -> str:
    """An id that is not taken: the one wanted, or the same with a number."""
    free, number = wanted, 2
    while free in taken:
        free, number = f"{wanted}-{number}", number + 1
    return free


def _clean(text: str) -> str:
    """One clean line. The long way is slow over a large import, and seldom needed."""
    text = text.strip()
    return text if text.isprintable() and "  " not in text else clean_line(text)


def parse_day(given: object) -> date:
    """A day that exists, as 2026-11-22. Raises ValueError."""
    text = clean_line(str(given))
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(_("{text} is not a day. Write it like 2026-11-22").format(text=shown(text))) from None


def parse_amount(given: object) -> float:
    """Dollars, as 0, 1250 or $1,250.00. Raises ValueError."""
    text = clean_line(str(given)).casefold()
    found = _AMOUNT.fullmatch(_WORDY.get(text, text))
    if found is None:
        raise ValueError(_("{text} is not an amount. Write it like 0 or 1250").format(text=shown(text)))
    return float(found[1].replace(",", "") + (found[2] or ""))


def parse_list(given: object) -> tuple[str, ...]:
    """A list as YAML has it, or a text with semicolons or commas between."""
    parts = list(given) if isinstance(given, list | tuple) else re.split(r"[;,]", str(given))
    if any(isinstance(p, list | tuple | dict) for p in parts):
        raise ValueError(_("a plain list of words, please"))
    return tuple(dict.fromkeys(t for t in (_clean(str(p)) for p in parts) if t))


def _line(given: object, known: Known, most: int = LONG_TEXT) -> str:
    if isinstance(given, list | tuple | dict):
        raise ValueError(_("a line of text, please, not a list"))
    text = "" if given is None else _clean(str(given))
    if len(text) > most:
        raise ValueError(_("{count} letters; at most {most}").format(count=len(text), most=most))
    return text


def _id(given: object, known: Known) -> str:
    text = _line(given, known, 80)
    if not _ID.fullmatch(text):
        raise ValueError(
            _("{text} should be small letters, digits and dashes, such as eastside-child-care").format(text=shown(text))
        )
    return text


def _kinds(given: object, known: Known) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text if text in known.kinds else _kind_named(text, known) for text in parse_list(given)))


def _kind_named(text: str, known: Known) -> str:
    for kind, name in known.kinds.items():
        if text.casefold() in (kind, name.casefold()):
            return kind
    raise ValueError(
        _("{text} is not a need we know; they are: {names}").format(text=shown(text), names=", ".join(known.kinds))
    )


def _yes_no(given: object, known: Known) -> bool | None:
    text = _line(given, known, 20).casefold()
    if is_yes(text) or is_no(text):
        return is_yes(text)
    if text in EMPTY:
        return None
    raise ValueError(_("{text} should be yes, no, or empty where it is not known").format(text=shown(text)))


def _amount(given: object, known: Known) -> float | None:
    return None if _line(given, known).casefold() in EMPTY - {"none"} else parse_amount(given)


def _day(given: object, known: Known) -> date | None:
    if _line(given, known).casefold() in EMPTY:
        return None
    day = parse_day(given)
    if not OLDEST <= day <= known.today:
        wrong = _("{day} lies in the future") if day > known.today else _("{day} lies too far back")
        raise ValueError(wrong.format(day=day))
    return day


def _area(given: object, known: Known) -> str:
    text = _line(given, known, 60)
    if not text or text in known.areas:
        return "" if text == "US" else text
    wanted = text.casefold()
    found = next((c for c, name in known.areas.items() if wanted in (c.casefold(), name.casefold())), None)
    if found is None:
        raise ValueError(_("{text} is not a state or territory; use two letters, such as OH").format(text=shown(text)))
    return "" if found == "US" else found


def _shaped(pattern: re.Pattern[str], most: int, example: str, given: object, known: Known) -> str:
    text = _line(given, known, most)
    if text and not pattern.fullmatch(text):
        raise ValueError(_("{text} should look like {example}").format(text=shown(text), example=example))
    return text


def _codes(given: object, known: Known) -> tuple[str, ...]:
    found = parse_list(given)
    wrong = next((c for c in found if not _CODE.fullmatch(c)), "")
    if wrong:
        raise ValueError(_("{wrong} is not an occupation code such as 31-1131.00").format(wrong=shown(wrong)))
    return tuple(dict.fromkeys(c if "." in c else f"{c}.00" for c in found))


def _list(given: object, known: Known) -> tuple[str, ...]:
    found = parse_list(given)
    if sum(map(len, found)) > 600:
        raise ValueError(_("too long a list"))
    return found


FIELDS: dict[str, Callable[[object, Known], Any]] = {
    f.name: partial(_line, most=MOST_LETTERS.get(f.name, LONG_TEXT)) for f in fields(Resource) if f.name != "near"
} | {
    "id": _id,
    "kinds": _kinds,
    "price": _amount,
    "weeks": _amount,
    "language": _list,
    "web": partial(_shaped, _WEB, 300, "example.org/help"),
    "email": partial(_shaped, _EMAIL, 120, "help@example.org"),
    "area": _area,
    "evening": _yes_no,
    "weekend": _yes_no,
    "child_care": _yes_no,
    "codes": _codes,
    "checked_on": _day,
}
"""Every field of an entry and how it is read."""
