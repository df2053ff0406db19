"""Getting the credential out of what it came in: JSON, a JWT, or a picture (PNG, SVG) that it was baked into."""

from __future__ import annotations

import base64
import binascii
import json
import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from navigator.domain.errors import BadInput, NothingToCheck
from navigator.formats import limits
from navigator.formats.badge import Shape
from navigator.formats.badge_shape import is_badge, is_old, members
from navigator.i18n import _

MOST_TOKEN = 256 * 1024
"""Bytes of one credential once it is out of its picture: what can be checked, and what a record can keep."""
PNG = b"\x89PNG\r\n\x1a\n"
WORDS = (b"openbadgecredential", b"openbadges")
JWT = re.compile(r"[A-Za-z0-9_-]{4,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*")
TOKEN_MEDIA, NEW_MEDIA, OLD_MEDIA = "application/vc+jwt", "application/vc", "application/ld+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One credential as it came: its text (kept whole), what that says, and the JWT when it is one."""

    content: str
    shape: Shape
    token: str = ""

    @property
    def media(self) -> str:
        """The media type of ``content``."""
        if self.token:
            return TOKEN_MEDIA
        return OLD_MEDIA if is_old(self.shape) else NEW_MEDIA


def held(data: bytes, name: str) -> tuple[Held, ...]:
    """Every credential a file holds. Raises NothingToCheck where it holds none, BadInput for a damaged one."""
    limits.within(len(data), limits.MOST_PICTURE_BYTES, name)
    content = _content(data, name).strip()
    if len(content.encode()) > MOST_TOKEN:
        raise BadInput(
            _(
                "{file} is {size} kB as a badge; at most {most} kB are read. Ask its maker for one without pictures inside."
            ).format(file=name, size=len(content) // 1024, most=MOST_TOKEN // 1024)
        )
    if content.startswith(("http://", "https://")) and " " not in content:
        raise NothingToCheck(
            _("{file} only holds the address {address}. Open it, save the badge, and import that file.").format(
                file=name, address=content[:200]
            )
        )
    found = tuple(_of(content, name))
    if not found:
        raise NothingToCheck(
            _("{file} holds no badge. Open Badges come as JSON, as a JWT, or inside a PNG or SVG picture.").format(
                file=name
            )
        )
    return found


def inner(cover: Held, name: str) -> tuple[Held, ...]:
    """The credentials in a cover."""
    return tuple(h for m in members(cover.shape) for h in _one(m, name))


def _of(content: str, name: str) -> Iterator[Held]:
    if JWT.fullmatch(content):
        yield from _one(content, name)
    elif content.startswith(("{", "[")):
        whole = limits.json_of(content.encode(), name)
        several = whole if isinstance(whole, list) else [whole]
        for one in several:
            yield from _one(one, name, content if len(several) == 1 and isinstance(whole, dict) else "")


def _one(value: object, name: str, content: str = "") -> Iterator[Held]:
    """A credential given as an object, as a JWT, or as an object that is an envelope around a JWT."""
    if isinstance(value, dict) and str(value.get("id", "")).startswith("data:application/vc+jwt,"):
        value = str(value["id"]).partition(",")[2]
    if isinstance(value, str) and JWT.fullmatch(value):
        shape = _payload(value, name)
        if is_badge(shape):
            yield Held(content=value, shape=shape, token=value)
    elif isinstance(value, dict) and is_badge(value):
        yield Held(content=content or json.dumps(value, ensure_ascii=False), shape=value)


def _payload(token: str, name: str) -> Shape:
    """What a JWT says, unchecked."""
    body = token.split(".")[1]
    try:
        data = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
    except (binascii.Error, ValueError) as error:
        raise BadInput(_damaged(name)) from error
    shape = limits.json_of(data, name)
    if not isinstance(shape, dict):
        return {}
    inside = shape.get("vc")
    around = {"issuer": shape.get("iss"), "validUntil": shape.get("exp")}
    return {k: v for k, v in around.items() if v} | (inside if isinstance(inside, dict) else shape)


def _content(data: bytes, name: str) -> str:
    if data.startswith(PNG):
        return _from_png(data, name)
    text = limits.text_of(data, name, limits.MOST_PICTURE_BYTES)
    return _from_svg(data, name) if "<svg" in text[:2000] else text


def _from_png(data: bytes, name: str) -> str:
    """The text that was baked into a PNG. Raises BadInput."""
    for kind, body in list(_chunks(data, name)):  # to its end first: a badge cut short is no badge that was given
        word, _mark, rest = body.partition(b"\0")
        if word not in WORDS or kind not in (b"iTXt", b"tEXt"):
            continue
        try:
            return (rest if kind == b"tEXt" else _international(rest, name)).decode()
        except UnicodeDecodeError as error:
            raise BadInput(_damaged(name)) from error
    raise NothingToCheck(
        _("{file} is a picture with no badge inside. Download the badge again: a screenshot loses it.").format(
            file=name
        )
    )


def _chunks(data: bytes, name: str) -> Iterator[tuple[bytes, bytes]]:
    """The chunks of a PNG up to its end mark; what stands behind that is no part of the picture. Raises BadInput."""
    at, kind = len(PNG), b""
    while kind != b"IEND":
        if at + 12 > len(data):
            raise BadInput(_damaged(name))
        size = struct.unpack(">I", data[at : at + 4])[0]
        kind, body, check = data[at + 4 : at + 8], data[at + 8 : at + 8 + size], data[at + 8 + size : at + 12 + size]
        if len(check) < 4 or struct.unpack(">I", check)[0] != zlib.crc32(kind + body):
            raise BadInput(_damaged(name))
        yield kind, body
        at += 12 + size


def _international(rest: bytes, name: str) -> bytes:
    """The text of an iTXt chunk after its first word; packed text is unpacked no further than one credential goes."""
    packed, rest = rest[:1], rest[2:].partition(b"\0")[2].partition(b"\0")[2]
    if packed != b"\1":
        return rest
    opener = zlib.decompressobj()
    try:
        found = opener.decompress(rest, MOST_TOKEN)
    except zlib.error as error:
        raise BadInput(_damaged(name)) from error
    if opener.unconsumed_tail:
        raise BadInput(
            _("{file} holds a badge that gets far too large when it is unpacked. It was not read.").format(file=name)
        )
    return found


def _from_svg(data: bytes, name: str) -> str:
    """The text that was baked into an SVG. Raises BadInput or MissingExtra."""
    for element in limits.xml_of(data, name).iter():
        kind = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if kind in ("credential", "assertion"):
            return (element.get("verify") or "").strip() or (element.text or "")
    raise NothingToCheck(
        _("{file} is a picture with no badge inside. Download the badge again: a screenshot loses it.").format(
            file=name
        )
    )


def _damaged(name: str) -> str:
    return _("{file} is damaged or cut short. Get it again from where it came.").format(file=name)
