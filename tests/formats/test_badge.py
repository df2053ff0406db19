"""Badges that people sign about themselves, and what a center confirms: whole, signed to the last word, and honest."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.domain.errors import BadInput
from navigator.domain.record import Evidence
from navigator.formats import badge_picture
from navigator.formats.badge import Achieved, Confirmation, Issuer, Shape, confirmed, self_asserted, signed
from navigator.formats.badge_check import judged
from navigator.formats.did_key import Key, fresh_key

WHEN = datetime(2026, 1, 2, 9, 30, tzinfo=UTC)
LISTENING = Achieved(
    id="listening",
    name="Listening",
    means="You hear what people mean.",
    how="I say that I have a lot of this.",
    told="I took an order for twelve.",
    kind="Competency",
    elements=("2.A.1.b", "9.Z"),
    evidence=(Evidence(held="seen", who="Rosa Diaz", role="lead cook", date="2024-05"), Evidence()),
)


@pytest.fixture(scope="module")
def key() -> Key:
    return fresh_key()


def made(key: Key, what: Achieved = LISTENING) -> Shape:
    return self_asserted(what, Issuer(name="Ana", key=key), WHEN)


def test_issuer_and_subject_are_the_same_key(key: Key) -> None:
    badge = made(key)
    assert badge["issuer"]["id"] == badge["credentialSubject"]["id"] == key.did
    assert badge["proof"]["verificationMethod"] == key.method
    assert badge["proof"]["cryptosuite"] == "eddsa-rdfc-2022"


def test_a_skill_points_to_the_pages_of_its_onet_elements_and_unknown_elements_are_left_out(key: Key) -> None:
    pages = made(key)["credentialSubject"]["achievement"]["alignment"]
    assert [(p["targetCode"], p["targetName"]) for p in pages] == [("2.A.1.b", "Active Listening")]
    assert pages[0]["targetUrl"] == "https://www.onetonline.org/find/descriptor/result/2.A.1.b"


def test_it_says_that_it_is_self_reported_and_not_for_hiring(key: Key) -> None:
    assert "Self-reported" in made(key)["description"]
    assert "Not for hiring decisions" in made(key)["description"]


def test_who_saw_it_is_told_as_what_the_person_says(key: Key) -> None:
    told = [e["narrative"] for e in made(key)["evidence"]]
    assert told == ["I say that someone saw me do this: Rosa Diaz, lead cook. 2024-05"]


def test_the_secret_half_of_a_key_never_shows(key: Key) -> None:
    assert b"PRIVATE" in key.pem
    assert "PRIVATE" not in repr(key)
    assert "PRIVATE" not in json.dumps(made(key))


@pytest.mark.parametrize(
    "path", [("name",), ("description",), ("validFrom",), ("issuer", "name"), ("credentialSubject", "narrative")]
)
def test_a_changed_word_anywhere_breaks_the_signature(key: Key, path: tuple[str, ...]) -> None:
    badge = made(key)
    assert judged(badge).result == "valid"
    place = badge
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = "2025-01-01T00:00:00Z" if path == ("validFrom",) else "Something else"
    assert judged(badge).result == "wrong"


def test_a_word_that_no_dictionary_knows_is_refused_before_anything_is_written(key: Key) -> None:
    badge = {k: v for k, v in made(key).items() if k != "proof"}
    with pytest.raises(BadInput, match="cannot be signed as a whole"):
        signed(badge | {"shoeSize": 42}, key)


def test_a_confirmation_is_the_centers_word_about_the_workers_key(key: Key) -> None:
    center = Issuer(name="Riverside Career Center", web="https://example.org/", key=fresh_key())
    rosa = Confirmation(who="Rosa Diaz", role="career navigator", note="Rosa saw her take an order for twelve.")
    badge = confirmed(LISTENING, key.did, center, rosa, WHEN)
    assert badge["issuer"] == center.profile()
    assert badge["credentialSubject"]["id"] == key.did
    assert badge["evidence"][0]["narrative"] == "Rosa saw her take an order for twelve."
    assert "Rosa Diaz, career navigator" in badge["credentialSubject"]["achievement"]["criteria"]["narrative"]
    assert judged(badge).result == "valid"
    assert "Riverside Career Center" in judged(badge).sentence


@settings(max_examples=12)
@given(name=st.text(max_size=40), told=st.text(max_size=80), who=st.text(max_size=20), means=st.text(max_size=40))
def test_any_text_in_any_script_can_be_signed_and_checked(key: Key, name: str, told: str, who: str, means: str) -> None:
    what = replace(LISTENING, name=name, told=told, means=means, evidence=(Evidence(held="paper", who=who),))
    badge = self_asserted(what, Issuer(name=who, key=key), WHEN)
    assert judged(json.loads(json.dumps(badge))).result == "valid"


@pytest.mark.parametrize("confirmed_one", [False, True])
def test_the_picture_is_a_whole_png_with_the_credential_inside(confirmed_one: bool) -> None:
    import io

    from PIL import Image

    data = badge_picture.png("听 Listening", '{"a": "é"}', confirmed=confirmed_one)
    picture = Image.open(io.BytesIO(data))
    picture.load()
    assert picture.size == (256, 256)
    assert picture.info["Title"] == "听 Listening"
    assert picture.info["openbadgecredential"] == '{"a": "é"}'
    assert picture.getpixel((0, 0))[3] == 0
    assert picture.getpixel((128, 9))[3] == 255


def test_the_svg_says_the_name_and_no_markup_of_it_is_obeyed() -> None:
    from defusedxml.ElementTree import fromstring

    root = fromstring(badge_picture.svg('<script>"hi"</script> & co', '{"a": "<&>"}'))
    texts = {e.tag.rpartition("}")[2]: e.text for e in root.iter()}
    assert texts["title"] == texts["text"] == '<script>"hi"</script> & co'
    assert texts["credential"] == '{"a": "<&>"}'
    assert "script" not in texts
