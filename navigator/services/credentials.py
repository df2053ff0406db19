"""Badges, CLR and LER-RS of a record; a center's confirmation; and what checking a badge file gives."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.record import Checked, Document, Record
from navigator.engine.validate import clean_line
from navigator.formats import badge_picture, limits
from navigator.formats.badge import Achieved, Confirmation, Issuer, Shape, confirmed, self_asserted
from navigator.formats.clr import bundle
from navigator.formats.did_key import Key, fresh_key, key_of
from navigator.formats.ler_rs import embedded
from navigator.formats.ler_rs import ler_rs as ler_rs_of
from navigator.i18n import _
from navigator.records.keys import Center, CenterKey
from navigator.records.store import file_name
from navigator.services.credential_topics import lexicon, named, usual

if TYPE_CHECKING:
    from navigator.services.hand_over import Preview
    from navigator.services.share import Share

WORST: tuple[Checked, ...] = ("wrong", "revoked", "expired", "unchecked", "unknown", "valid")
"""Of several badges in one file, the first of these speaks for the file."""

_FOR_MACHINES = {"@context", "type", "proof", "id", "inLanguage", "achievementType", "targetFramework", "targetCode"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One file to write: its name and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A CLR, and in a sentence each which kept badges are not in it and why."""

    data: bytes
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """The center with its key opened, and who there confirms it."""

    center: Center
    key: Key
    confirmation: Confirmation


def ler_rs(record: Record, catalogue: Catalogue) -> bytes:
    """The record as LER-RS (HR Open 4.4)."""
    return written(ler_rs_of(record, lexicon(catalogue)))


def badge(
    record: Record, catalogue: Catalogue, what: str, key: Key | None = None, when: datetime | None = None
) -> Shape:
    """One self-asserted badge about an id or a name. Raises NotFound, BadInput or MissingExtra."""
    return self_asserted(named(record, catalogue, what), _holder(record, key), when or _now())


def clr(record: Record, catalogue: Catalogue, key: Key | None = None, when: datetime | None = None) -> Bundle:
    """Everything in one signed CLR: the usual badges, and those somebody was given that hold. Raises BadInput or MissingExtra.

    They are judged now: what held when it was brought in may have ended, or been changed, since.
    """
    me, at = _holder(record, key), when or _now()
    own = [self_asserted(topic, me, at) for topic in usual(record, catalogue)]
    given: list[Shape] = []
    left_out: list[str] = []
    for document in record.documents:
        shape, why = _given(document)
        if shape is not None:
            given.append(shape)
        elif why:
            left_out.append(_("Left out: {badge}. {why}").format(badge=clean_line(document.name), why=why))
    return Bundle(data=written(bundle([*own, *given], me, at)), left_out=tuple(left_out))


def _given(document: Document) -> tuple[Shape | None, str]:
    """A kept badge, when it holds today and a CLR can carry it; else why not. A paper that is no badge has neither."""
    if document.media == "application/vc+jwt":
        return None, _("It is kept in a form that this file cannot carry. Give it as the file you got.")
    shape = embedded(document)
    if shape is None:
        return None, ""
    try:
        result, sentence = checked(document.content.encode(), document.name)
    except BadInput as refusal:
        return None, str(refusal)
    return (shape, "") if result == "valid" else (None, " ".join(sentence.splitlines()))


def badge_files(
    record: Record,
    catalogue: Catalogue,
    of: tuple[str, ...] = (),
    forms: tuple[str, ...] = ("json", "png"),
    signer: Signer | None = None,
) -> tuple[Made, ...]:
    """The files of one export: a badge of each thing, baked and bare, and the center's confirmation beside it.

    All are about one fresh key, which nothing keeps. Raises NotFound, BadInput or MissingExtra.
    """
    topics = tuple(dict.fromkeys(named(record, catalogue, one) for one in of)) or usual(record, catalogue)
    if not topics:
        raise BadInput(
            _(
                "No skill is marked 'a lot' yet, so there is nothing to make a badge of. Name a thing with --of, or go on with: navigator start"
            )
        )
    me, at = _holder(record, None), _now()
    made: list[Made] = []
    for topic, stem in zip(topics, _stems(topics), strict=True):
        made += _formed(self_asserted(topic, me, at), topic, stem, forms, confirmed_one=False)
        if signer is not None:
            center = Issuer(name=signer.center.name, web=signer.center.web, key=signer.key)
            seen = confirmed(topic, me.key.did, center, signer.confirmation, at)
            made += _formed(seen, topic, f"{stem}-confirmed", forms, confirmed_one=True)
    return tuple(made)


def _formed(shape: Shape, topic: Achieved, stem: str, forms: tuple[str, ...], *, confirmed_one: bool) -> list[Made]:
    text = written(shape)
    makers = {
        "json": lambda: text,
        "png": lambda: badge_picture.png(topic.name, text.decode(), confirmed=confirmed_one),
        "svg": lambda: badge_picture.svg(topic.name, text.decode(), confirmed=confirmed_one),
    }
    return [Made(name=f"{stem}.{form}", data=makers[form]()) for form in forms]


def _stems(topics: tuple[Achieved, ...]) -> list[str]:
    """A file name for each, no two alike."""
    found: list[str] = []
    for topic in topics:
        stem = f"badge-{file_name(topic.name) or file_name(topic.id) or 'one'}"
        found.append(stem if stem not in found else f"{stem}-{len(found) + 1}")
    return found


def leaving(made: tuple[Made, ...], whole: Record, share: Share) -> Preview:
    """What leaves with these files, word for word, and which parts of the record stay behind."""
    from navigator.services.hand_over import Preview
    from navigator.services.share import PARTS

    lines = dict.fromkeys(text for one in made for text in texts_of(one))
    kept = [p for p in PARTS if p.id not in share.parts and p.id not in ("traces", "ideas")]
    return Preview(
        whom=_(share.profile.name),
        lines=tuple(lines),
        left_out=tuple(_(p.name) for p in kept if p.without(whole) != whole),
    )


def texts_of(made: Made) -> list[str]:
    """Every text for people in a file of ours, in order, each once."""
    from navigator.formats.badge_unpack import held

    found: list[str] = []
    shape = json.loads(made.data) if made.name.endswith(".json") else held(made.data, made.name)[0].shape
    rest: list[object] = [shape]
    while rest:
        node = rest.pop(0)
        if isinstance(node, dict):
            rest[:0] = [v for k, v in node.items() if k not in _FOR_MACHINES]
        elif isinstance(node, list):
            rest[:0] = node
        elif isinstance(node, str) and not node.startswith(("urn:", "did:", "http://schema.")):
            found.append(node)
    return list(dict.fromkeys(found))


def center_made(home: Path, name: str, web: str, passphrase: str, today: date) -> Center:
    """Make a center's key and seal it. Raises BadInput, CannotWrite or MissingExtra."""
    if not clean_line(name):
        raise BadInput(_('Say who signs: navigator issuer init --name "Your center"'))
    if web and not web.startswith(("https://", "http://")):
        raise BadInput(
            _("{web!r} is not a web address. Write it like https://example.org, or leave --url out.").format(web=web)
        )
    key = fresh_key()
    center = Center(name=clean_line(name), web=web.strip(), did=key.did, made=today.isoformat())
    CenterKey(home=home).keep(center, key.pem, passphrase)
    return center


def signer(home: Path, passphrase: str, confirmed_by: str, note: str = "") -> Signer:
    """The center's key opened for one confirmation: `Name, role`. Raises NotFound, BadInput or BadRecord."""
    kept = CenterKey(home=home)
    who, _comma, role = clean_line(confirmed_by).partition(",")
    if not who.strip():
        raise BadInput(_('Say who confirms it, such as --confirmed-by "Rosa Diaz, career navigator".'))
    center = kept.center()
    return Signer(
        center=center,
        key=key_of(kept.secret(passphrase)),
        confirmation=Confirmation(who=who.strip(), role=role.strip(), note=note),
    )


def check_file(path: Path) -> tuple[Checked, str]:
    """What checking a badge or CLR file gives: a word and a sentence. Raises NotFound, BadInput or MissingExtra."""
    return checked(limits.read(path), path.name)


def checked(data: bytes, name: str = "the file") -> tuple[Checked, str]:
    """The same of a file's bytes. A file with several badges is as good as the worst of them."""
    from navigator.formats.badge_in import verdicts

    found = verdicts(data, name)
    worst = min(found, key=lambda pair: WORST.index(pair[1].result or "unchecked"))
    if len(found) == 1:
        return worst[1].result, worst[1].sentence
    lines = [_("{badge}: {sentence}").format(badge=s.name or _("A badge"), sentence=v.sentence) for s, v in found]
    return worst[1].result, "\n".join(dict.fromkeys(lines))


def written(shape: Shape) -> bytes:
    """A JSON document as the bytes of its file."""
    return json.dumps(shape, ensure_ascii=False, indent=1).encode() + b"\n"


def _holder(record: Record, key: Key | None) -> Issuer:
    """The person as issuer, with a key made for this export alone unless one is given."""
    return Issuer(name=clean_line(record.person.name) or _("The person this is about"), key=key or fresh_key())


def _now() -> datetime:
    return datetime.now(UTC)
