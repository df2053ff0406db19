"""Badges people bring: JSON, JWT and pictures; every kind of result in words; nasty files refused in one sentence."""

from __future__ import annotations

import base64
import json
import struct
import zlib
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.domain.errors import BadInput, Refusal
from navigator.formats import badge_picture
from navigator.formats.badge import Achieved, Issuer, Shape, self_asserted, signed
from navigator.formats.badge_in import badges_in
from navigator.formats.clr import bundle
from navigator.formats.did_key import Key, fresh_key
from navigator.formats.imports import recognised

WHEN = datetime(2026, 1, 2, tzinfo=UTC)
WELDING = Achieved(id="w", name="Soudure à l'arc", means="Joins steel.", how="Passed the test.", kind="Competency")


@pytest.fixture(scope="module")
def center() -> Key:
    return fresh_key()


@pytest.fixture(scope="module")
def given_badge(center: Key) -> Shape:
    """A badge that a school gave to somebody else's key."""
    whole = self_asserted(WELDING, Issuer(name="Harbor School", key=center), WHEN)
    bare = {k: v for k, v in whole.items() if k != "proof"}
    bare["credentialSubject"] = bare["credentialSubject"] | {"id": fresh_key().did}
    return signed(bare, center)


def text(shape: object) -> bytes:
    return json.dumps(shape, ensure_ascii=False).encode()


def result(data: bytes) -> str:
    return badges_in(data, "file").documents[0].result


def test_a_badge_is_kept_whole_with_its_result_and_becomes_a_credential(given_badge: Shape) -> None:
    data = text(given_badge)
    brought = badges_in(data, "welding.json")
    (document,), (part,) = brought.documents, brought.credentials
    assert document.content.encode() == data
    assert (document.result, document.issuer, document.media) == ("valid", "Harbor School", "application/vc")
    assert (part.name, part.kind, part.issuer, part.issued) == (
        "Soudure à l'arc",
        "badge",
        "Harbor School",
        "2026-01-02",
    )
    assert part.document == document.id
    assert part.origin == "imported"
    assert (part.evidence[0].held, part.evidence[0].who) == ("paper", "Harbor School")
    assert "signature is right" in brought.source(part)


def test_a_badge_that_somebody_made_for_themselves_is_only_their_word(center: Key) -> None:
    own = self_asserted(WELDING, Issuer(name="Ana", key=center), WHEN)
    brought = badges_in(text(own), "own.json")
    assert brought.credentials[0].evidence[0].held == "said"
    assert "The person it is about made it" in brought.source(brought.credentials[0])
    assert brought.notes == ()


def test_a_changed_badge_is_kept_marked_and_is_no_evidence(given_badge: Shape) -> None:
    brought = badges_in(text(given_badge | {"name": "Rocket science"}), "b.json")
    assert brought.documents[0].result == "wrong"
    assert brought.credentials[0].evidence == ()
    assert "Do not rely on it" in brought.notes[0]


def test_somebody_elses_name_on_ones_own_signature_is_wrong(given_badge: Shape) -> None:
    stranger = fresh_key()
    forged = {k: v for k, v in given_badge.items() if k != "proof"}
    forged["issuer"] = forged["issuer"] | {"id": stranger.did}
    proof = signed(forged, stranger)["proof"]
    assert result(text(given_badge | {"proof": proof})) == "wrong"


def test_an_ended_badge_is_expired_and_the_day_is_said(given_badge: Shape, center: Key) -> None:
    from openbadgeslib.ob3.ldp import add_data_integrity_proof

    bare = {k: v for k, v in given_badge.items() if k != "proof"} | {"validUntil": "2026-02-01T00:00:00Z"}
    ended = add_data_integrity_proof(bare, center.pem, center.method)
    brought = badges_in(text(ended), "b.json")
    assert brought.documents[0].result == "expired"
    assert "ended on 2026-02-01" in brought.notes[0]
    assert brought.credentials[0].expires == "2026-02-01"
    assert result(text(ended | {"name": "Other"})) == "wrong"


def test_a_badge_for_tomorrow_does_not_count_yet(given_badge: Shape, center: Key) -> None:
    from openbadgeslib.ob3.ldp import add_data_integrity_proof

    later = (datetime.now(UTC) + timedelta(days=30)).strftime("%Y-%m-%dT00:00:00Z")
    bare = {k: v for k, v in given_badge.items() if k != "proof"} | {"validFrom": later}
    assert result(text(add_data_integrity_proof(bare, center.pem, center.method))) == "unchecked"


def test_an_issuer_on_the_web_is_unknown_here(given_badge: Shape) -> None:
    web = given_badge | {"issuer": given_badge["issuer"] | {"id": "did:web:example.org"}}
    brought = badges_in(text(web), "b.json")
    assert brought.documents[0].result == "unknown"
    assert "without the internet" in brought.notes[0]


@pytest.mark.parametrize("strange", ["https://example.org/words/v1", {"shoeSize": "https://example.org/s"}, 7])
def test_a_dictionary_that_is_not_in_the_package_is_never_fetched(given_badge: Shape, strange: object) -> None:
    brought = badges_in(text(given_badge | {"@context": [*given_badge["@context"], strange]}), "b.json")
    assert brought.documents[0].result == "unchecked"
    assert "never fetch" in brought.notes[0]


def test_other_ways_of_signing_are_unchecked_and_named(given_badge: Shape) -> None:
    brought = badges_in(text(given_badge | {"proof": {"type": "Ed25519Signature2020"}}), "b.json")
    assert brought.documents[0].result == "unchecked"
    assert "Ed25519Signature2020" in brought.notes[0]
    assert result(text({k: v for k, v in given_badge.items() if k != "proof"})) == "unchecked"


def test_a_badge_about_nobody_is_signed_but_not_built_right(given_badge: Shape, center: Key) -> None:
    from openbadgeslib.ob3.ldp import add_data_integrity_proof

    bare = {k: v for k, v in given_badge.items() if k != "proof"}
    bare["credentialSubject"] = {k: v for k, v in bare["credentialSubject"].items() if k != "id"}
    brought = badges_in(text(add_data_integrity_proof(bare, center.pem, center.method)), "b.json")
    assert brought.documents[0].result == "unchecked"
    assert "not built as Open Badges are" in brought.notes[0]


def test_a_clr_is_one_document_with_a_credential_for_each_badge(given_badge: Shape, center: Key) -> None:
    me = Issuer(name="Ana", key=center)
    cover = bundle([given_badge, self_asserted(WELDING, me, WHEN)], me, WHEN)
    brought = badges_in(text(cover), "all.json")
    assert [d.result for d in brought.documents] == ["valid"]
    assert [c.issuer for c in brought.credentials] == ["Harbor School", "Ana"]
    assert {c.document for c in brought.credentials} == {brought.documents[0].id}
    assert result(text(cover | {"partial": False})) == "wrong"
    assert result(text(cover | {"unheardOf": 1})) == "wrong"


# Pictures


def test_a_baked_png_and_svg_give_the_same_badge_as_the_json(given_badge: Shape) -> None:
    inside = json.dumps(given_badge)
    for picture in (badge_picture.png("x", inside), badge_picture.svg("x", inside)):
        brought = badges_in(picture, "badge.png")
        assert brought.documents[0].content == inside
        assert brought.documents[0].result == "valid"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def packed_png(text_inside: bytes) -> bytes:
    inside = chunk(b"iTXt", b"openbadgecredential\0\1\0\0\0" + zlib.compress(text_inside))
    return b"\x89PNG\r\n\x1a\n" + inside + chunk(b"IEND", b"")


def test_a_packed_badge_is_unpacked(given_badge: Shape) -> None:
    assert result(packed_png(text(given_badge))) == "valid"


def test_a_packed_badge_that_swells_is_not_unpacked() -> None:
    with pytest.raises(BadInput, match="far too large"):
        badges_in(packed_png(b" " * 50_000_000), "bomb.png")


@pytest.mark.parametrize("keep", [8, 20, 40, 600])
def test_a_png_cut_short_is_refused(given_badge: Shape, keep: int) -> None:
    with pytest.raises(BadInput, match=r"damaged|no badge"):
        badges_in(badge_picture.png("x", json.dumps(given_badge))[:keep], "cut.png")


@pytest.mark.parametrize("missing", [1, 11, 12, 30, 200])
def test_a_png_whose_picture_was_cut_off_behind_the_badge_is_refused_too(given_badge: Shape, missing: int) -> None:
    with pytest.raises(BadInput, match="cut short"):
        badges_in(badge_picture.png("x", json.dumps(given_badge))[:-missing], "cut.png")


def test_a_png_whose_picture_was_changed_behind_the_badge_is_refused(given_badge: Shape) -> None:
    whole = bytearray(badge_picture.png("x", json.dumps(given_badge)))
    whole[-40] ^= 1
    with pytest.raises(BadInput, match="damaged"):
        badges_in(bytes(whole), "changed.png")


def test_what_somebody_hung_on_behind_the_end_of_a_png_does_no_harm(given_badge: Shape) -> None:
    assert result(badge_picture.png("x", json.dumps(given_badge)) + b"\0\0") == "valid"


def test_a_picture_without_a_badge_says_why_that_may_be() -> None:
    with pytest.raises(BadInput, match="screenshot"):
        badges_in(b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""), "photo.png")


def test_the_oldest_badges_only_hold_an_address() -> None:
    old = b"\x89PNG\r\n\x1a\n" + chunk(b"tEXt", b"openbadges\0https://example.org/assertion/1") + chunk(b"IEND", b"")
    with pytest.raises(BadInput, match=r"only holds the address https://example\.org/assertion/1"):
        badges_in(old, "old.png")


def test_entities_in_an_svg_are_refused() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'
    with pytest.raises(BadInput, match="entities"):
        badges_in(bomb, "bomb.svg")


# JSON Web Tokens


def token(shape: Shape, secret: Any, way: str, **headers: Any) -> bytes:
    return jwt.encode(shape, secret, algorithm=way, headers=headers).encode()


def claims(shape: Shape) -> Shape:
    bare = {k: v for k, v in shape.items() if k != "proof"}
    issuer = bare["issuer"]["id"]
    return bare | {"iss": issuer, "nbf": 1_767_312_000, "jti": bare["id"], "sub": bare["credentialSubject"]["id"]}


def test_a_token_signed_by_its_did_key_is_valid_and_one_by_another_is_wrong(given_badge: Shape, center: Key) -> None:
    good = token(claims(given_badge), load_pem_private_key(center.pem, None), "EdDSA")
    brought = badges_in(good, "b.jwt")
    assert (brought.documents[0].result, brought.documents[0].media) == ("valid", "application/vc+jwt")
    assert brought.credentials[0].name == "Soudure à l'arc"
    assert result(token(claims(given_badge), load_pem_private_key(fresh_key().pem, None), "EdDSA")) == "wrong"
    body = good.split(b".")
    assert result(b".".join((body[0], body[1], b"A" + body[2][1:]))) == "wrong"


def test_a_key_that_only_came_along_shows_nothing_about_who_signed(given_badge: Shape) -> None:
    secret = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    own = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(secret.public_key()))
    shape = claims(given_badge) | {"issuer": {"id": "https://school.example", "name": "Harbor School"}}
    brought = badges_in(token(shape, secret, "RS256", jwk=own), "b.jwt")
    assert brought.documents[0].result == "unknown"
    assert "nothing here shows that the key belongs to Harbor School" in brought.notes[0]
    other = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    assert result(token(shape, other, "RS256", jwk=own)) == "wrong"
    assert result(token(shape, secret, "RS256")) == "unknown"


def test_a_token_that_picks_a_weak_way_is_not_taken_for_signed(given_badge: Shape) -> None:
    assert result(token(claims(given_badge), "x" * 64, "HS256")) == "unchecked"
    head = base64.urlsafe_b64encode(b'{"alg":"none"}').rstrip(b"=")
    body = base64.urlsafe_b64encode(text(claims(given_badge))).rstrip(b"=")
    assert result(head + b"." + body + b".") == "unchecked"
    ours = token(claims(given_badge), rsa.generate_private_key(public_exponent=65537, key_size=2048), "RS256")
    assert result(ours) == "wrong"  # its issuer's did:key is no RSA key


def test_an_older_token_wraps_its_badge_and_its_end_is_read(given_badge: Shape, center: Key) -> None:
    inside = {k: v for k, v in given_badge.items() if k not in ("proof", "issuer")}
    wrapped = {"iss": center.did, "exp": 1_769_904_000, "vc": inside}
    brought = badges_in(token(wrapped, load_pem_private_key(center.pem, None), "EdDSA"), "b.jwt")
    assert brought.documents[0].result == "expired"


# Open Badges 2

HOSTED = {
    "@context": "https://w3id.org/openbadges/v2",
    "type": "Assertion",
    "id": "https://badges.example/a/1",
    "recipient": {"type": "email", "hashed": True, "identity": "sha256$aa"},
    "issuedOn": "2021-05-06T00:00:00Z",
    "verification": {"type": "HostedBadge"},
    "badge": {"name": "Forklift", "description": "Drives one.", "issuer": {"id": "https://x.example", "name": "Depot"}},
}


def test_a_hosted_badge_is_kept_unchecked_with_the_page_to_open() -> None:
    brought = badges_in(text(HOSTED), "b.json")
    assert brought.documents[0].result == "unchecked"
    assert "https://badges.example/a/1" in brought.notes[0]
    part = brought.credentials[0]
    assert (part.name, part.issuer, part.issued) == ("Forklift", "Depot", "2021-05-06")


def test_what_its_maker_took_back_is_revoked() -> None:
    brought = badges_in(text(HOSTED | {"revoked": True, "revocationReason": "Not shown"}), "b.json")
    assert brought.documents[0].result == "revoked"
    assert "Not shown" in brought.notes[0]
    assert brought.credentials[0].evidence == ()


def test_an_ended_hosted_badge_is_expired() -> None:
    assert result(text(HOSTED | {"expires": "2022-05-06"})) == "expired"


# Nasty files

NASTY = {
    "nothing of ours": b'{"hello": 1}',
    "a list of nothing": b"[]",
    "a number": b"7",
    "half a file": b'{"@context": [',
    "too deep": b'{"credentialSubject":' + b"[" * 5000 + b"]" * 5000 + b"}",
    "two dots": b"aaaa.bbbb.cccc",
    "no text": bytes(range(256)) * 4,
    "too large": b'{"credentialSubject": "' + b"x" * 400_000 + b'"}',
    "an infinite number": b'{"credentialSubject": {}, "n": 1e999}',
}


@pytest.mark.parametrize("what", NASTY)
def test_a_nasty_file_is_refused_in_one_sentence_with_its_name(what: str) -> None:
    with pytest.raises(BadInput) as refused:
        badges_in(NASTY[what], "nasty.json")
    assert "nasty.json" in str(refused.value)
    assert "\n" not in str(refused.value)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 9**9) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def _says_nothing(value: object) -> bool:
    return value is None or (isinstance(value, list) and all(map(_says_nothing, value)))


@settings(max_examples=60)
@given(
    where=st.sampled_from(
        [
            "issuer",
            "credentialSubject",
            "proof",
            "validFrom",
            "validUntil",
            "@context",
            "type",
            "id",
            "evidence",
            "credentialStatus",
        ]
    ),
    value=json_values,
)
def test_a_badge_with_anything_in_the_place_of_a_part_is_kept_or_refused_and_never_valid(
    given_badge: Shape, where: str, value: object
) -> None:
    if _says_nothing(value):
        return  # an empty part more or less changes nothing of what was signed
    try:
        brought = badges_in(text(given_badge | {where: value}), "odd.json")
    except Refusal:
        return
    assert all(d.result != "valid" for d in brought.documents)


def test_a_signed_badge_of_the_second_version_names_its_key_on_the_web_and_stays_unknown() -> None:
    secret = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    shape = HOSTED | {"verification": {"type": "SignedBadge", "creator": "https://x.example/key"}}
    brought = badges_in(token(shape, secret, "RS256"), "b.jwt")
    assert brought.documents[0].result == "unknown"
    assert (brought.credentials[0].name, brought.credentials[0].issuer) == ("Forklift", "Depot")


@pytest.mark.parametrize("signature", ["", "AAAA"])
def test_a_token_that_nobody_signed_is_known_as_a_badge_and_never_counts(given_badge: Shape, signature: str) -> None:
    bare = {k: v for k, v in given_badge.items() if k != "proof"}
    head, body = (base64.urlsafe_b64encode(text(x)).rstrip(b"=").decode() for x in ({"alg": "none"}, bare))
    token = f"{head}.{body}.{signature}".encode()
    assert recognised(token, "b.jwt").name == "badge"
    assert result(token) == "unchecked"


@pytest.mark.parametrize(
    ("more", "name"),
    [
        ({"identifier": [{"identityType": "name", "identityHash": "Soua Vang", "hashed": False}]}, "Soua Vang"),
        ({"identifier": [{"identityType": "name", "identityHash": "sha256$1f2a", "hashed": True}]}, ""),
        ({"identifier": {"identityType": "emailAddress", "identityHash": "s@example.org", "hashed": False}}, ""),
        ({"givenName": "Soua", "familyName": "Vang"}, "Soua Vang"),
        ({}, ""),
    ],
)
def test_whose_badge_it_is_is_told_where_a_name_stands_in_it(given_badge: Shape, more: Shape, name: str) -> None:
    whole = given_badge | {"credentialSubject": given_badge["credentialSubject"] | more}
    person = badges_in(text(whole), "file").person
    assert (person.name if person else "") == name


def test_a_badge_somebody_made_for_themselves_is_about_its_maker_also_in_a_clr(center: Key) -> None:
    issuer = Issuer(name="Soua Vang", key=center)
    badge = self_asserted(WELDING, issuer, WHEN)
    for whole in (badge, bundle([badge], issuer, WHEN)):
        person = badges_in(text(whole), "file").person
        assert person is not None and person.name == "Soua Vang"
    nobody = self_asserted(WELDING, Issuer(name="The person this is about", key=center), WHEN)
    assert badges_in(text(nobody), "file").person is None
