"""Open Badges 3.0 (VCDM 2.0): what a person says of themselves, or a center confirms, as a signed credential.

A credential that a person signs about themselves names one key as issuer and subject. Every credential is checked after
signing: a word that no dictionary of the standard knows would otherwise stay outside the signature without a sign.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from navigator.domain.errors import BadInput, MissingExtra
from navigator.domain.record import Evidence
from navigator.domain.release import ONET
from navigator.engine.validate import clean_line
from navigator.formats.did_key import Key, needs_extra
from navigator.formats.onet_names import NAMES, PAGE
from navigator.i18n import N_, _, language

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
SELF_REPORTED = N_(
    "Self-reported: the person this is about made it. For exploring work only. Not for hiring decisions."
)
CONFIRMED = N_("A career center confirms what this person says. For exploring work only. Not for hiring decisions.")

Shape = dict[str, Any]
"""A JSON object of somebody else's standard."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Achieved:
    """What one badge is about: its name, what that means, what has to be true for it, and how it was shown.

    ``kind`` is the standard's word for it, ``elements`` are O*NET's elements behind it."""

    id: str
    name: str
    means: str
    how: str
    told: str = ""
    kind: str = "Achievement"
    elements: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """Who signs: a name, a web address if there is one, and the key."""

    name: str
    key: Key
    web: str = ""

    def profile(self) -> Shape:
        """As the standard writes it."""
        made: Shape = {"id": self.key.did, "type": ["Profile"], "name": clean_line(self.name)}
        return made | {"url": self.web} if self.web else made


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Who at the center confirms it, in which role, and what they saw, in their words."""

    who: str
    role: str = ""
    note: str = ""

    @property
    def by(self) -> str:
        """Name and role as one reads them."""
        return ", ".join(t for t in (clean_line(self.who), clean_line(self.role)) if t)


def self_asserted(what: Achieved, issuer: Issuer, when: datetime) -> Shape:
    """A signed credential in which a person says something of themselves. Raises MissingExtra."""
    subject: Shape = {"id": issuer.key.did, "type": ["AchievementSubject"], "achievement": _achievement(what)}
    if what.told:
        subject["narrative"] = clean_line(what.told)
    document = _credential(what, issuer, subject, when, _(SELF_REPORTED))
    found = [_evidence(e) for e in what.evidence if e.held != "said"]
    return signed(document | {"evidence": found} if found else document, issuer.key)


def confirmed(what: Achieved, subject: str, issuer: Issuer, confirmation: Confirmation, when: datetime) -> Shape:
    """A signed credential in which a center confirms something of the holder of the key ``subject``. Raises MissingExtra."""
    narrative = _("{who} of {center} confirms what this says: {what}.").format(
        who=confirmation.by, center=clean_line(issuer.name), what=clean_line(what.name)
    )
    seen = clean_line(confirmation.note) or narrative
    document = _credential(
        what,
        issuer,
        {"id": subject, "type": ["AchievementSubject"], "achievement": _achievement(what, narrative)},
        when,
        _(CONFIRMED),
    )
    name = _("Confirmed by {who}").format(who=confirmation.by)
    proof = {"id": _urn(), "type": ["Evidence"], "name": name, "narrative": seen}
    return signed(document | {"evidence": [proof]}, issuer.key)


def signed(document: Shape, key: Key) -> Shape:
    """The document with its proof, checked as a stranger would check it. Raises MissingExtra or BadInput."""
    try:
        from openbadgeslib.errors import LibOpenBadgesException
        from openbadgeslib.ob3.ldp import OB3LdpVerifier, add_data_integrity_proof
    except ImportError as error:
        raise MissingExtra(needs_extra()) from error
    try:
        made = add_data_integrity_proof(document, key.pem, key.method)
        OB3LdpVerifier.for_issuer_did(key.did).verify(made)
    except LibOpenBadgesException as error:
        raise unsignable(str(document.get("name", "")), error) from error
    return made


def unsignable(name: str, error: Exception) -> BadInput:
    """The refusal for what cannot be signed so that all of it is covered."""
    return BadInput(
        _("No badge was made of {name!r}: it cannot be signed as a whole ({why}). Nothing was written.").format(
            name=name, why=str(error)[:200]
        )
    )


def _credential(what: Achieved, issuer: Issuer, subject: Shape, when: datetime, means: str) -> Shape:
    return {
        "@context": list(CONTEXTS),
        "id": _urn(),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": _name(what),
        "description": means,
        "issuer": issuer.profile(),
        "validFrom": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "credentialSubject": subject,
    }


def _achievement(what: Achieved, how: str = "") -> Shape:
    made: Shape = {
        "id": _urn(),
        "type": ["Achievement"],
        "achievementType": what.kind,
        "name": _name(what),
        "description": clean_line(what.means) or _name(what),
        "criteria": {"narrative": how or clean_line(what.how)},
        "inLanguage": language(),
    }
    pages = list(_alignments(what.elements))
    return made | {"alignment": pages} if pages else made


def _name(what: Achieved) -> str:
    return clean_line(what.name) or _("Without a name")


def _alignments(elements: Iterable[str]) -> Iterable[Shape]:
    for element in elements:
        if element in NAMES:
            yield {
                "type": ["Alignment"],
                "targetCode": element,
                "targetFramework": f"O*NET {ONET}",
                "targetName": NAMES[element],
                "targetUrl": PAGE.format(element=element),
            }


def _evidence(evidence: Evidence) -> Shape:
    """What stands behind it, as the person says: nobody else has signed this."""
    who = ", ".join(t for t in (clean_line(evidence.who), clean_line(evidence.role)) if t)
    if evidence.held == "seen":
        told = (
            _("I say that someone saw me do this: {who}.").format(who=who)
            if who
            else _("I say someone saw me do this.")
        )
    else:
        told = (
            _("I say that I have a paper for this from {who}.").format(who=who) if who else _("I say I have a paper.")
        )
    parts = (told, clean_line(evidence.date), clean_line(evidence.note))
    return {"id": _urn(), "type": ["Evidence"], "narrative": " ".join(p for p in parts if p)}


def _urn() -> str:
    return f"urn:uuid:{uuid.uuid4()}"
