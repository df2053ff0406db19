"""A CLR 2.0 credential: several credentials in one cover, which the person signs as a whole."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from navigator.domain.errors import BadInput, MissingExtra
from navigator.engine.validate import clean_line
from navigator.formats.badge import Issuer, Shape, unsignable
from navigator.formats.did_key import needs_extra
from navigator.i18n import N_, _

NAME = N_("Learning and work record")
MEANS = N_(
    "What this person says of themselves, with the badges they were given. For exploring work only. Not for hiring decisions."
)


def bundle(members: Sequence[Shape], issuer: Issuer, when: datetime) -> Shape:
    """Signed members in one signed cover, checked as a stranger would. Raises MissingExtra or BadInput."""
    try:
        from openbadgeslib.errors import LibOpenBadgesException
        from openbadgeslib.ob3.clr import build_clr_credential, sign_clr_credential
    except ImportError as error:
        raise MissingExtra(needs_extra()) from error
    if not members:
        raise BadInput(_("There is nothing to put in: no skill is rated, and no badge is kept."))
    known = {
        "type": "IdentityObject",
        "hashed": False,
        "identityHash": clean_line(issuer.name),
        "identityType": "ext:name",
    }
    made = build_clr_credential(
        issuer.profile(), [known], list(members), credential_id=f"urn:uuid:{uuid.uuid4()}", valid_from=when
    )
    made |= {"name": _(NAME), "description": _(MEANS), "partial": True}
    made["credentialSubject"]["id"] = issuer.key.did
    try:
        done = sign_clr_credential(made, issuer.key.pem, issuer.key.method)
        cover_checked(done)
    except LibOpenBadgesException as error:
        raise unsignable(_(NAME), error) from error
    return done


def cover_checked(document: Shape) -> None:
    """The cover's own signature, by the did:key of its issuer, over every word of it. Raises openbadgeslib's errors."""
    from openbadgeslib.ob3 import did
    from openbadgeslib.ob3.clr import bundled_clr_contexts
    from openbadgeslib.ob3.ldp import verify_data_integrity_proof
    from openbadgeslib.ob3.verifier import OB3VerificationError

    issuer, proof = document.get("issuer"), document.get("proof")
    name = issuer.get("id") if isinstance(issuer, dict) else issuer
    method = proof.get("verificationMethod") if isinstance(proof, dict) else None
    if not isinstance(name, str) or not isinstance(method, str) or method.partition("#")[0] != name:
        raise OB3VerificationError("the key of the proof is not the issuer's")
    verify_data_integrity_proof(document, did.resolve_did(name), extra_contexts=bundled_clr_contexts())
    unsigned = dropped_words(document)
    if unsigned:
        raise OB3VerificationError(f"these words stand outside the signature: {', '.join(unsigned)}")


def dropped_words(document: Shape) -> list[str]:
    """The members that no dictionary of the standard defines: a signature leaves them out without saying so.
    Raises OB3VerificationError."""
    from openbadgeslib.ob3.clr import bundled_clr_contexts
    from openbadgeslib.ob3.contexts import document_loader
    from openbadgeslib.ob3.verifier import OB3VerificationError
    from pyld import jsonld  # type: ignore[import-untyped]  # pyld ships no types

    found: list[str] = []

    def note(word: Any) -> None:
        found.append(str(word))

    options = {"documentLoader": document_loader(bundled_clr_contexts())}
    try:
        jsonld.expand(document, options, on_property_dropped=note)
    except jsonld.JsonLdError as error:
        raise OB3VerificationError("its words cannot be read") from error
    return sorted(set(found))
