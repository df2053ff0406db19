"""Badges that somebody was given: read, checked, and kept whole with what checking gave, whatever that was."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from navigator.domain.record import Credential, Document, Evidence, Person
from navigator.formats.badge_check import Verdict, judged
from navigator.formats.badge_shape import Says, is_cover, says
from navigator.formats.badge_unpack import Held, held, inner
from navigator.formats.incoming import Brought
from navigator.i18n import _


def badges_in(data: bytes, name: str) -> Brought:
    """The badges of one file: each a credential, and the document it came in. Raises BadInput or MissingExtra."""
    credentials: list[Credential] = []
    documents: list[Document] = []
    sources: list[tuple[str, str]] = []
    notes: list[str] = []
    holders: list[str] = []
    for whole in held(data, name):
        document, verdict = _document(whole, name)
        documents.append(document)
        for one in _credentials(whole, verdict, name):
            part, found = _credential(*one, document.id, len(credentials)), one[1]
            credentials.append(part)
            holders.append(one[0].holder)
            sources.append((part.id, _("{file}: {sentence}").format(file=name, sentence=found.sentence)))
            if found.result != "valid":  # said once more, where nobody overlooks it
                notes.append(_("{badge}: {sentence}").format(badge=part.name, sentence=found.sentence))
    return Brought(
        person=next((Person(name=h) for h in holders if h), None),
        credentials=tuple(credentials),
        documents=tuple(documents),
        sources=tuple(sources),
        notes=tuple(notes),
    )


def verdicts(data: bytes, name: str) -> list[tuple[Says, Verdict]]:
    """Each badge of a file with what checking gave. Raises BadInput or MissingExtra."""
    found: list[tuple[Says, Verdict]] = []
    for whole in held(data, name):
        found.append((says(whole.shape), judged(whole.shape, whole.token)))
        if is_cover(whole.shape):
            found += [(says(h.shape), judged(h.shape, h.token)) for h in inner(whole, name)]
    return found


def _document(whole: Held, name: str) -> tuple[Document, Verdict]:
    told, verdict = says(whole.shape), judged(whole.shape, whole.token)
    document = Document(
        id=f"badge-{hashlib.sha256(whole.content.encode()).hexdigest()[:12]}",
        name=told.name or name,
        media=whole.media,
        content=whole.content,
        result=verdict.result,
        checked=datetime.now(UTC).strftime("%Y-%m-%d"),
        issuer=told.who,
    )
    return document, verdict


def _credentials(whole: Held, verdict: Verdict, name: str) -> list[tuple[Says, Verdict]]:
    if not is_cover(whole.shape):
        return [(says(whole.shape), verdict)]
    return [(says(h.shape), judged(h.shape, h.token)) for h in inner(whole, name)]


def _credential(told: Says, verdict: Verdict, document: str, number: int) -> Credential:
    return Credential(
        id=f"{document}-{number + 1}",
        name=told.name or _("A badge without a name"),
        kind="badge",
        issuer=told.issuer or told.issuer_id,
        issued=told.issued,
        expires=told.ends,
        web=told.web,
        details=tuple(t for t in (told.means, told.how) if t),
        document=document,
        evidence=_evidence(told, verdict),
        origin="imported",
    )


def _evidence(told: Says, verdict: Verdict) -> tuple[Evidence, ...]:
    """How strong it is: what somebody made for themselves is their word, and a wrong signature is no evidence."""
    if verdict.result in ("wrong", "revoked"):
        return ()
    if told.own:
        return (Evidence(held="said", date=told.issued),)
    return (Evidence(held="paper", who=told.who, date=told.issued, note=verdict.sentence),)
