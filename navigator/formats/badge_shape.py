"""What a badge says, read from Open Badges 2, Open Badges 3 and CLR shapes. Anything missing or odd is read as empty."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from navigator.engine.validate import clean_line
from navigator.formats.badge import Shape

MOST_MEMBERS = 200
"""Credentials that one file may hold."""
MOST_NAME_WORDS = 4
"""Words of a name; a badge made without one says in a sentence that the person it is about made it."""
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Says:
    """One badge in our words. ``own``: the person it is about signed it; ``kept_at``: where its maker keeps the true copy; ``given_to``: the name of the person, where it is told."""

    name: str
    means: str = ""
    how: str = ""
    issuer: str = ""
    issuer_id: str = ""
    subject: str = ""
    issued: str = ""
    ends: str = ""
    web: str = ""
    kept_at: str = ""
    taken_back: str = ""
    listed: bool = False
    given_to: str = ""

    @property
    def holder(self) -> str:
        """The name of the person it is about, where it tells one: of what somebody made themselves, its maker's."""
        own = self.issuer if self.own and len(self.issuer.split()) <= MOST_NAME_WORDS else ""
        return self.given_to or own

    @property
    def own(self) -> bool:
        """Whether the person it is about made it themselves."""
        return bool(self.issuer_id) and self.issuer_id == self.subject

    @property
    def who(self) -> str:
        """Who made it, as well as it says."""
        return self.issuer or self.issuer_id


def is_cover(shape: Shape) -> bool:
    """Whether it is a CLR, or a presentation: a cover around other credentials."""
    return bool({"ClrCredential", "VerifiablePresentation"} & set(_texts(shape.get("type"))))


def is_old(shape: Shape) -> bool:
    """Whether it is an assertion of Open Badges 1 or 2."""
    return "badge" in shape and "credentialSubject" not in shape


def is_badge(shape: object) -> bool:
    """Whether it is a badge or a cover at all."""
    return isinstance(shape, dict) and (is_cover(shape) or is_old(shape) or "credentialSubject" in shape)


def members(shape: Shape) -> Iterator[object]:
    """What lies in a cover."""
    held = shape if "VerifiablePresentation" in _texts(shape.get("type")) else first(shape.get("credentialSubject"))
    found = held.get("verifiableCredential")
    yield from (found if isinstance(found, list) else [found] if found else [])[:MOST_MEMBERS]


def says(shape: Shape) -> Says:
    """What one badge says."""
    return _old(shape) if is_old(shape) else _new(shape)


def _new(shape: Shape) -> Says:
    subject = first(shape.get("credentialSubject"))
    what = first(subject.get("achievement"))
    issuer = shape.get("issuer")
    maker = first(issuer)
    return Says(
        name=text(what.get("name")) or text(shape.get("name")) or text(subject.get("name")),
        means=text(what.get("description")) or text(shape.get("description")),
        how=text(first(what.get("criteria")).get("narrative")),
        issuer=text(maker.get("name")),
        issuer_id=issuer if isinstance(issuer, str) else text(maker.get("id")),
        subject=text(subject.get("id")),
        issued=day(shape.get("validFrom") or shape.get("issuanceDate") or shape.get("awardedDate")),
        ends=day(shape.get("validUntil") or shape.get("expirationDate")),
        web=web(what.get("id")) or web(shape.get("id")),
        listed=bool(shape.get("credentialStatus")),
        given_to=_given_to(subject),
    )


def _old(shape: Shape) -> Says:
    badge, check = first(shape.get("badge")), first(shape.get("verification") or shape.get("verify"))
    issuer = badge.get("issuer")
    address = issuer if isinstance(issuer, str) else text(first(issuer).get("id") or first(issuer).get("url"))
    criteria = badge.get("criteria")
    signed = "sign" in text(check.get("type")).lower()
    return Says(
        name=text(badge.get("name")) or web(shape.get("badge")) or text(shape.get("id")),
        means=text(badge.get("description")),
        how=text(first(criteria).get("narrative")),
        issuer=text(first(issuer).get("name")),
        issuer_id=address,
        issued=day(shape.get("issuedOn")),
        ends=day(shape.get("expires")),
        web=web(shape.get("evidence")) or web(shape.get("id")),
        kept_at="" if signed else web(check.get("url")) or web(shape.get("id")),
        given_to=text(first(shape.get("recipientProfile")).get("name")),
        taken_back=(text(shape.get("revocationReason")) or "-") if shape.get("revoked") is True else "",
    )


def _given_to(subject: Shape) -> str:
    """The name of the person, where it stands there in plain letters; a hashed one tells nobody anything."""
    known = subject.get("identifier")
    for one in known if isinstance(known, list) else [known]:
        who = first(one)
        if who.get("hashed") is False and text(who.get("identityType")) in ("name", "ext:name"):
            return text(who.get("identityHash"))
    return " ".join(filter(None, (text(subject.get("givenName")), text(subject.get("familyName")))))


def first(value: object) -> Shape:
    """The object, or the first of several; empty where there is none."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, dict) else {}


def text(value: object) -> str:
    """A text, in whichever way a language is marked; one clean line."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or next((v for v in value.values() if isinstance(v, str)), "")
    return clean_line(value)[:1000] if isinstance(value, str) else ""


def web(value: object) -> str:
    """A web address, or nothing."""
    found = text(value)
    return found if found.startswith(("https://", "http://")) else ""


def day(value: object) -> str:
    """The day of a moment, as precise as it is told. Open Badges 1 wrote seconds since 1970 as well."""
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 4_102_444_800:
        from datetime import UTC, datetime

        return datetime.fromtimestamp(value, UTC).strftime("%Y-%m-%d")
    found = _DAY.match(text(value))
    return found[0] if found else ""


def _texts(value: Any) -> list[str]:
    return [v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str)]
