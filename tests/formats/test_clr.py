"""CLR: badges in one cover, valid by 1EdTech's schema, signed to the last word."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from navigator.domain.errors import BadInput
from navigator.formats.badge import Achieved, Issuer, Shape, self_asserted
from navigator.formats.badge_check import judged
from navigator.formats.clr import bundle, dropped_words
from navigator.formats.did_key import Key, fresh_key
from tests.formats.hropen import BADGE, CLR, dated_as_before, faults

WHEN = datetime(2026, 1, 2, tzinfo=UTC)


@pytest.fixture(scope="module")
def key() -> Key:
    return fresh_key()


@pytest.fixture(scope="module")
def cover(key: Key) -> Shape:
    me = Issuer(name="Ana Núñez", key=key)
    topics = [
        Achieved(id=n, name=n, means="m", how="h", kind="Competency", elements=("2.A.1.b",)) for n in ("One", "Two")
    ]
    return bundle([self_asserted(t, me, WHEN) for t in topics], me, WHEN)


def test_a_clr_and_its_badges_are_valid_by_1edtechs_schemas(cover: Shape) -> None:
    old = dated_as_before(cover)
    assert faults(old, CLR) == []
    for member in old["credentialSubject"]["verifiableCredential"]:
        assert faults(member, BADGE) == []
    assert faults({k: v for k, v in old.items() if k != "issuer"}, CLR)


def test_it_is_one_persons_and_each_badge_holds_on_its_own(cover: Shape, key: Key) -> None:
    assert cover["issuer"]["id"] == cover["credentialSubject"]["id"] == key.did
    members = cover["credentialSubject"]["verifiableCredential"]
    assert [m["name"] for m in members] == ["One", "Two"]
    assert {judged(m).result for m in (cover, *members)} == {"valid"}


def test_a_badge_changed_inside_breaks_the_cover(cover: Shape) -> None:
    other = json.loads(json.dumps(cover))
    other["credentialSubject"]["verifiableCredential"][0]["name"] = "Other"
    assert judged(other).result == "wrong"


def test_no_word_of_it_stands_outside_the_signature(cover: Shape) -> None:
    assert dropped_words(cover) == []
    assert dropped_words(cover | {"unheardOf": 1}) == ["unheardOf"]


def test_an_empty_cover_is_refused(key: Key) -> None:
    with pytest.raises(BadInput, match="nothing to put in"):
        bundle([], Issuer(name="Ana", key=key), WHEN)
