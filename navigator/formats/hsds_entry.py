"""One HSDS 3 service, or an organization without one, as an entry; and what in it cannot be true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

from navigator.domain.resource import OTHER, Resource
from navigator.engine.resource_entry import Known, slug
from navigator.engine.resources import guessed_kinds
from navigator.engine.validate import clean_line, shown
from navigator.i18n import _

Json = dict[str, Any]
DAYS = ("assured_date", "last_modified", "valid_from", "valid_to", "dtstart", "until", "last_action_date")
TIMES = ("opens_at", "closes_at")
NUMBERS = ("minimum_age", "maximum_age", "amount", "latitude", "longitude", "year_incorporated", "count", "interval")
STATUS = ("active", "inactive", "defunct", "temporarily closed")
PHONE_DIGITS = (3, 15)
EVENING = time(18, 30)
LONGEST = 2900


def faults_of(value: Any, at: str = "", depth: int = 0) -> Iterator[str]:
    """Everything in a JSON value or a row that cannot be: days, times, numbers, a status. ``at``: where it stands."""
    if depth > 30:
        return
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from faults_of(item, f"{at}[{number}]", depth + 1)
    if not isinstance(value, dict):
        return
    for name, item in value.items():
        place = f"{at}.{name}" if at else name
        if isinstance(item, dict | list):
            yield from faults_of(item, place, depth + 1)
        elif item not in (None, ""):
            wrong = _wrong(name, item)
            if wrong:
                yield f"{place}: {wrong}"


def _wrong(name: str, item: object) -> str:
    if name in DAYS and day_of(item) is None:
        return _("{item} is not a day that exists").format(item=shown(item))
    if name in TIMES and time_of(item) is None:
        return _("{item} is not a time of day").format(item=shown(item))
    if name in NUMBERS and number_of(item) is None:
        return _("{item} is not a number").format(item=shown(item))
    if name == "status" and str(item).casefold() not in STATUS:
        return _("{item} is not a status; HSDS has {names}").format(item=shown(item), names=", ".join(STATUS))
    return ""


def day_of(item: object) -> date | None:
    """A date, or the date of a moment."""
    text = str(item).strip()
    try:
        return datetime.fromisoformat(text).date() if len(text) > 10 else date.fromisoformat(text)
    except ValueError:
        return None


def time_of(item: object) -> time | None:
    """A time of day, with or without seconds and zone."""
    try:
        return time.fromisoformat(str(item).strip())
    except ValueError:
        return None


def number_of(item: object) -> float | None:
    """A number."""
    try:
        return None if isinstance(item, bool) else float(str(item))
    except ValueError:
        return None


def entry_of(service: Json, words: Mapping[str, tuple[str, ...]], known: Known) -> Resource:
    """A checked service as an entry. Its needs are guessed from its words: staff should look at them."""
    organization = _dict(service.get("organization"))
    places = [_dict(s.get("location")) for s in _dicts(service.get("service_at_locations"))]
    schedules = [*_dicts(service.get("schedules")), *(s for p in places for s in _dicts(p.get("schedules")))]
    name, source = clean_line(str(service.get("name") or "")), str(service.get("id") or "")
    terms = [_dict(a.get("taxonomy_term")) for a in _dicts(service.get("attributes"))]
    told = " ".join([name, str(service.get("description") or ""), *(str(t.get("name") or "") for t in terms)])
    checked = day_of(service.get("assured_date") or "") or day_of(service.get("last_modified") or "")
    cost, price = _cost(service)
    return Resource(
        id=slug(f"{name[:50]}-{source[:8]}") or f"hsds-{source[:8]}",
        name=name[:200],
        kinds=guessed_kinds(told, dict(words)) or (OTHER,),
        near="import",
        by=_line(organization.get("name"))[:200],
        gives=_line(service.get("description")),
        who=_who(service),
        cost=cost,
        price=price,
        language=_languages(service, places),
        how=_line(service.get("application_process")),
        phone=_phone(
            [
                *_dicts(service.get("phones")),
                *_dicts(organization.get("phones")),
                *(n for p in places for n in _dicts(p.get("phones"))),
            ]
        ),
        web=_web(service.get("url") or organization.get("website")),
        email=_email(service.get("email") or organization.get("email")),
        address=next((a for p in places for a in map(_address, _dicts(p.get("addresses"))) if a), ""),
        area=_area(places, known),
        hours=_line("; ".join(dict.fromkeys(filter(None, map(_hours, schedules))))),
        evening=_evening(schedules),
        weekend=_weekend(schedules),
        bus=next((_line(p.get("transportation"))[:400] for p in places if p.get("transportation")), ""),
        bring=_line(
            "; ".join(str(d.get("document")) for d in _dicts(service.get("required_documents")) if d.get("document"))
        ),
        note=_note(service, places),
        source="HSDS 3",
        source_id=source[:120],
        checked_on=checked if checked and checked <= known.today else None,
        checked_by=_line(service.get("assurer_email"))[:120],
    )


def organization_entry(organization: Json, words: Mapping[str, tuple[str, ...]], known: Known) -> Resource:
    """An organization without services: whom to ask, all the same."""
    places = [{"location": p} for p in _dicts(organization.get("locations"))]
    as_service = {k: organization.get(k) for k in ("id", "name", "description", "email", "phones", "attributes")}
    website = {"url": organization.get("website"), "service_at_locations": places}
    return entry_of(as_service | website, words, known)


def location_entry(place: Json, words: Mapping[str, tuple[str, ...]], known: Known) -> Resource:
    """A place alone: what it holds, and how to get there."""
    as_service = {k: place.get(k) for k in ("id", "name", "description", "url")}
    return entry_of(as_service | {"service_at_locations": [{"location": place}]}, words, known)


def _dict(value: object) -> Json:
    return value if isinstance(value, dict) else {}


def _dicts(value: object) -> list[Json]:
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []


def _line(value: object) -> str:
    text = clean_line(str(value)) if value not in (None, "") else ""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _who(service: Json) -> str:
    low, high = number_of(service.get("minimum_age") or ""), number_of(service.get("maximum_age") or "")
    ages = (
        f"Ages {low:g} to {high:g}."
        if low and high
        else f"Age {low:g} and over."
        if low
        else f"Up to age {high:g}."
        if high
        else ""
    )
    places = [_line(a.get("name") or a.get("description")) for a in _dicts(service.get("service_areas"))]
    return _sentences([_line(service.get("eligibility_description")), ages, *places])


def _sentences(parts: Iterable[str]) -> str:
    """Texts one after the other, each once and each closed by a full stop."""
    said = dict.fromkeys(p for p in parts if p)
    return _line(" ".join(p if p[-1] in ".!?" else f"{p}." for p in said))


def _cost(service: Json) -> tuple[str, float | None]:
    """The cost in words, and in dollars where one amount in dollars is all there is."""
    options = _dicts(service.get("cost_options"))
    said = [_line(service.get("fees_description"))]
    for option in options:
        amount = " ".join(
            str(option[k]) for k in ("amount", "currency", "amount_description") if option.get(k) not in (None, "")
        )
        said.append(": ".join(t for t in (_line(option.get("option")), amount) if t))
    dollars = str(options[0].get("currency") or "usd").casefold() == "usd" if len(options) == 1 else False
    return _sentences(said), number_of(options[0].get("amount") or "") if dollars else None


def _languages(service: Json, places: Iterable[Json]) -> tuple[str, ...]:
    found = [*_dicts(service.get("languages")), *(x for p in places for x in _dicts(p.get("languages")))]
    return tuple(dict.fromkeys(name for x in found if (name := _line(x.get("name") or x.get("code"))[:40])))[:12]


def _phone(phones: Iterable[Json]) -> str:
    for phone in phones:
        number = _line(phone.get("number")).strip("\"' ")
        if PHONE_DIGITS[0] <= len(re.sub(r"\D", "", number)) <= PHONE_DIGITS[1]:
            extension = phone.get("extension")
            return f"{number[:40]} ext. {str(extension)[:10]}" if extension not in (None, "") else number[:40]
    return ""


def _web(value: object) -> str:
    text = _line(value)
    return text if re.fullmatch(r"(https?://)?[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?", text) and len(text) <= 300 else ""


def _email(value: object) -> str:
    text = _line(value)
    return text if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", text) and len(text) <= 120 else ""


def _address(address: Json) -> str:
    parts = [_line(address.get(k)) for k in ("address_1", "address_2", "city", "state_province", "postal_code")]
    return ", ".join(p for p in parts if p)


def _area(places: Iterable[Json], known: Known) -> str:
    """The state of the first address that names one we know."""
    codes = {name.casefold(): code for code, name in known.areas.items()} | {
        code.casefold(): code for code in known.areas
    }
    said = (str(a.get("state_province") or "").strip().casefold() for p in places for a in _dicts(p.get("addresses")))
    return next((codes[s] for s in said if s in codes and codes[s] != "US"), "")


def _hours(schedule: Json) -> str:
    description = _line(schedule.get("description"))
    opens, closes = time_of(schedule.get("opens_at") or ""), time_of(schedule.get("closes_at") or "")
    times = f"{opens:%H:%M} to {closes:%H:%M}" if opens and closes else ""
    return description or " ".join(t for t in (_line(schedule.get("byday")), times) if t)


def _evening(schedules: Iterable[Json]) -> bool | None:
    closing = [t for s in schedules if (t := time_of(s.get("closes_at") or ""))]
    return max(t.replace(tzinfo=None) for t in closing) > EVENING if closing else None


def _weekend(schedules: Iterable[Json]) -> bool | None:
    days = [str(s.get("byday")) for s in schedules if s.get("byday")]
    return any(d in text for text in days for d in ("SA", "SU")) if days else None


def _note(service: Json, places: Iterable[Json]) -> str:
    closed = "Closed for now." if str(service.get("status")).casefold() == "temporarily closed" else ""
    wait = f"Wait: {_line(service.get('wait_time'))}" if service.get("wait_time") else ""
    access = [_line(a.get("description")) for p in places for a in _dicts(p.get("accessibility"))]
    return _sentences(
        [closed, _line(service.get("alert")), _line(service.get("interpretation_services")), wait, *access]
    )
