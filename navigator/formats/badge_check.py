"""Whether a badge is what it says: its signature, its dates, its maker; in words, and without ever going online.

The dictionaries (contexts) that a signature needs are those inside the package; one that names another is not checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from navigator.domain.errors import MissingExtra
from navigator.domain.record import Checked
from navigator.engine.validate import clean_line
from navigator.formats.badge import Shape
from navigator.formats.badge_shape import Says, first, is_cover, says
from navigator.formats.did_key import needs_extra
from navigator.i18n import N_, _

VALID = N_(
    "The signature is right: nothing was changed since it was made. It says {who} made it; no list of issuers was asked."
)
OWN = N_("The signature is right: nothing was changed since it was made. The person it is about made it.")
LISTED = N_("Whether its maker took it back since then cannot be seen without the internet.")
WRONG = N_("The signature is wrong: it was changed after it was made, or somebody else signed it. Do not rely on it.")
ENDED = N_("The signature is right, but it ended on {day}.")
ENDED_UNSIGNED = N_("It ended on {day}. Its signature was not checked.")
NOT_YET = N_("The signature is right, but it counts only from {day} on.")
TAKEN_BACK = N_("Its maker took it back. It no longer counts.")
TAKEN_BACK_WHY = N_("Its maker took it back: {why}. It no longer counts.")
UNKNOWN = N_("Who signed it cannot be looked up without the internet: {who}. It says what it says, unchecked.")
LOOSE_KEY = N_("The signature fits the key that came with it, but nothing here shows that the key belongs to {who}.")
KEPT_AWAY = N_(
    "It has no signature. Its maker keeps the true copy at {address}, and we never go online. Open that page to check it."
)
UNSIGNED = N_("It has no signature, so nothing in it can be checked.")
OTHER_WAY = N_("It is signed in a way that cannot be checked here ({way}).")
OTHER_WORDS = N_(
    "It needs a dictionary that is not kept here ({address}), and we never fetch one, so it was not checked."
)
ODD = N_(
    "The signature fits, but it is not built as Open Badges are, so it cannot be relied on. Ask its maker for a new one."
)
_STUMBLES = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""Whatever a checker stumbles over, nothing was shown to hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What checking gave, as a word to keep and as a sentence to read."""

    result: Checked
    sentence: str


def judged(shape: Shape, token: str = "") -> Verdict:
    """The verdict on one credential; ``token`` is the JWT it came in, when it did. Raises MissingExtra."""
    told = says(shape)
    try:
        found = _token(told, token) if token else _proof(shape, told)
    except ImportError as error:
        raise MissingExtra(needs_extra()) from error
    if told.taken_back and found.result != "wrong":
        why = told.taken_back.strip("-.")
        return _verdict("revoked", TAKEN_BACK_WHY, why=why) if why else _verdict("revoked", TAKEN_BACK)
    return _dated(found, told)


def _dated(found: Verdict, told: Says) -> Verdict:
    """The same with its dates looked at: what ended no longer counts, whoever signed it."""
    if found.result == "wrong":
        return found
    if _before_today(told.ends):
        return _verdict("expired", ENDED if found.result == "valid" else ENDED_UNSIGNED, day=told.ends)
    if found.result == "valid" and told.issued > _today():
        return _verdict("unchecked", NOT_YET, day=told.issued)
    return found


def _before_today(ends: str) -> bool:
    return bool(ends) and ends < _today()[: len(ends)]


def _today() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%d")


def _proof(shape: Shape, told: Says) -> Verdict:
    """A credential with its signature inside."""
    proof = first(shape.get("proof"))
    if not proof:
        return (
            _verdict("unchecked", KEPT_AWAY, address=told.kept_at) if told.kept_at else _verdict("unchecked", UNSIGNED)
        )
    way = proof.get("cryptosuite") or proof.get("type")
    strange = next(_strange_words(shape), "")
    if way != "eddsa-rdfc-2022":
        return _verdict("unchecked", OTHER_WAY, way=clean_line(str(way))[:60])
    if strange:
        return _verdict("unchecked", OTHER_WORDS, address=strange)
    if not told.issuer_id.startswith("did:key:"):
        return _verdict("unknown", UNKNOWN, who=told.who)
    return _by_its_key(shape, told)


def _by_its_key(shape: Shape, told: Says) -> Verdict:
    if not _signed(shape):
        return _verdict("wrong", WRONG)
    timely = not _before_today(told.ends) and told.issued <= _today()
    if timely and not is_cover(shape) and not _well_built(shape, told):
        return _verdict("unchecked", ODD)
    return _fine(told)


def _signed(shape: Shape) -> bool:
    """Whether the signature covers every word of it, and is the issuer's. Dates are looked at apart."""
    from openbadgeslib.errors import LibOpenBadgesException

    from navigator.formats.clr import cover_checked

    try:
        cover_checked(shape)
    except (LibOpenBadgesException, *_STUMBLES):
        return False
    return True


def _well_built(shape: Shape, told: Says) -> bool:
    """Whether it is built as the standard asks, so that nothing in it can be read in two ways."""
    from openbadgeslib.errors import LibOpenBadgesException
    from openbadgeslib.ob3.ldp import OB3LdpVerifier

    try:
        OB3LdpVerifier.for_issuer_did(told.issuer_id).verify(shape, download=_never)
    except (LibOpenBadgesException, *_STUMBLES):
        return False
    return True


def _fine(told: Says) -> Verdict:
    if told.own:
        return _verdict("valid", OWN)
    found = _verdict("valid", VALID, who=told.who)
    return Verdict(result="valid", sentence=f"{found.sentence} {_(LISTED)}") if told.listed else found


def _strange_words(value: Any, depth: int = 0) -> Iterator[str]:
    """Dictionaries that are not in the package, wherever in the credential they are named."""
    from openbadgeslib.ob3.clr import CLR_CONTEXT_URL
    from openbadgeslib.ob3.contexts import bundled_contexts

    known = {*bundled_contexts(), CLR_CONTEXT_URL}
    rest = [value]
    while rest:
        node = rest.pop()
        if isinstance(node, list):
            rest += node
        elif isinstance(node, dict):
            named = node.get("@context", [])
            for word in named if isinstance(named, list) else [named]:
                if not isinstance(word, str) or word not in known:
                    yield clean_line(word)[:120] if isinstance(word, str) else _("its own")
            rest += [v for k, v in node.items() if k != "@context"]


def _token(told: Says, token: str) -> Verdict:
    """A credential inside a JWT."""
    import jwt

    try:
        header = jwt.get_unverified_header(token)
    except (jwt.exceptions.PyJWTError, ValueError, RecursionError):
        return _verdict("wrong", WRONG)
    way, loose = clean_line(str(header.get("alg")))[:20], first(header.get("jwk"))
    if way not in _ways():
        return _verdict("unchecked", OTHER_WAY, way=way)
    if told.issuer_id.startswith("did:key:"):
        return _fine(told) if _fits(token, _key_of_did(told.issuer_id), way) else _verdict("wrong", WRONG)
    if not loose:
        return _verdict("unknown", UNKNOWN, who=told.who)
    fits = _fits(token, _key_of_jwk(loose, way), way)
    return _verdict("unknown", LOOSE_KEY, who=told.who) if fits else _verdict("wrong", WRONG)


def _ways() -> dict[str, str]:
    """The ways of signing a JWT that are checked, each with the kind of key it needs."""
    return {
        "EdDSA": "Ed25519",
        "ES256": "EllipticCurve",
        "ES384": "EllipticCurve",
        "RS256": "RSA",
        "RS384": "RSA",
        "RS512": "RSA",
        "PS256": "RSA",
    }


def _fits(token: str, key: Any, way: str) -> bool:
    """Whether the signature is this key's. The key's kind decides the way, never the token alone."""
    import jwt

    if key is None or not type(key).__name__.lstrip("_").startswith(_ways()[way]):
        return False
    try:
        jwt.api_jws.decode(token, key, algorithms=[way])
    except (jwt.exceptions.PyJWTError, ValueError, TypeError):
        return False
    return True


def _key_of_did(did: str) -> Any:
    from cryptography.hazmat.primitives.serialization import load_pem_public_key
    from openbadgeslib.errors import LibOpenBadgesException
    from openbadgeslib.ob3.did import resolve_did

    try:
        return load_pem_public_key(resolve_did(did.partition("#")[0], download=_never))
    except (LibOpenBadgesException, ValueError):
        return None


def _key_of_jwk(shape: Shape, way: str) -> Any:
    import jwt

    try:
        return jwt.PyJWK(shape, algorithm=way).key
    except (jwt.exceptions.PyJWTError, ValueError, TypeError, KeyError):
        return None


def _never(address: str) -> bytes:
    """In the place of a download: this program never goes online."""
    raise ValueError(address)


def _verdict(result: Checked, sentence: str, **gaps: str) -> Verdict:
    return Verdict(result=result, sentence=_(sentence).format(**gaps) if gaps else _(sentence))
