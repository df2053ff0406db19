"""Credentials of a record: which badges it gives, what is confirmed, what checking a file says, and that keys stay away."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, BadRecord, NotFound
from navigator.domain.record import Claim, Credential, Education, Experience, Person, Record
from navigator.formats.badge_in import badges_in
from navigator.formats.did_key import fresh_key
from navigator.formats.ler_rs_in import ler_rs_in
from navigator.records.keys import CenterKey
from navigator.services import credentials
from navigator.services.credential_topics import usual
from navigator.services.share import share_of
from tests.light_seal import lighten

PASSPHRASE = "four words in row"


@pytest.fixture(scope="module")
def as_sealed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home where the center has made its key: sealed slowly on purpose, so it is done once."""
    home = tmp_path_factory.mktemp("center")
    credentials.center_made(home, "Riverside Career Center", "https://example.org", PASSPHRASE, date(2026, 1, 2))
    return home


@pytest.fixture(scope="module")
def home(as_sealed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same home with its key under a wrapping that opens at once."""
    home = shutil.copytree(as_sealed, tmp_path_factory.mktemp("light") / "home")
    lighten(CenterKey(home=home).sealed, PASSPHRASE)
    return home


def shapes(files: tuple[credentials.Made, ...]) -> dict[str, dict[str, object]]:
    return {f.name: json.loads(f.data) for f in files if f.name.endswith(".json")}


def test_badges_are_made_of_the_skills_marked_a_lot(ana: Record, catalogue: Catalogue) -> None:
    rated = {r.skill for r in ana.ratings if r.level == 3}
    assert {a.id for a in usual(ana, catalogue)} == rated | set(ana.strongest)
    made = credentials.badge_files(ana, catalogue)
    assert len(made) == 2 * len(rated | set(ana.strongest))
    assert {Path(m.name).suffix for m in made} == {".json", ".png"}


def test_all_badges_of_one_export_are_about_one_fresh_key_and_the_next_has_another(
    ana: Record, catalogue: Catalogue
) -> None:
    issuers = [
        {s["issuer"]["id"] for s in shapes(credentials.badge_files(ana, catalogue)).values()}  # type: ignore[index]
        for _export in range(2)
    ]
    assert [len(i) for i in issuers] == [1, 1]
    assert issuers[0].isdisjoint(issuers[1])


@pytest.mark.parametrize(
    "name", ["listening", "Listening", "LISTENING ", "line cook", "4.A.3.a.2.I03", "Pastry", "GED", "ServSafe"]
)
def test_a_badge_can_be_about_anything_in_the_record_by_id_or_name(
    ana: Record, catalogue: Catalogue, name: str
) -> None:
    record = replace(
        ana,
        claims=(Claim(id="c1", name="Pastry"),),
        education=(Education(id="e1", study="GED"),),
        credentials=(Credential(id="p1", name="ServSafe", issuer="NRA"),),
    )
    shape = credentials.badge(record, catalogue, name)
    assert credentials.checked(credentials.written(shape))[0] == "valid"


def test_what_is_not_in_the_record_gets_no_badge_and_what_is_there_is_named(ana: Record, catalogue: Catalogue) -> None:
    with pytest.raises(NotFound, match=r"'juggling' is not in this record.*Listening"):
        credentials.badge(ana, catalogue, "juggling")
    with pytest.raises(NotFound):
        credentials.badge(replace(ana, ratings=(), strongest=()), catalogue, "listening")


def test_what_can_have_a_badge_is_named_by_its_name_and_what_is_alike_alone(ana: Record, catalogue: Catalogue) -> None:
    cook = Experience(id="w9", title="Head line cook", did=("4.A.1.a.1", "4.A.4.a.5"))
    record = replace(ana, experience=(*ana.experience, cook))
    with pytest.raises(NotFound) as refused:
        credentials.badge(record, catalogue, "head line")
    assert str(refused.value).endswith("What a badge can be about: Head line cook.")
    with pytest.raises(NotFound) as refused:
        credentials.badge(record, catalogue, "juggling")
    assert "4.A." not in str(refused.value) and "Head line cook" in str(refused.value)


def test_a_record_without_strong_skills_says_what_to_do(catalogue: Catalogue) -> None:
    empty = Record(id="", created="")
    with pytest.raises(BadInput, match="--of"):
        credentials.badge_files(empty, catalogue)
    with pytest.raises(BadInput, match="nothing to put in"):
        credentials.clr(empty, catalogue)


def test_a_skill_named_without_a_mark_says_so(catalogue: Catalogue) -> None:
    record = Record(id="", created="", strongest=("listening",))
    shape = credentials.badge(record, catalogue, "listening")
    assert "do best" in json.dumps(shape)
    assert "The person this is about" in shape["issuer"]["name"]


def test_a_clr_bundles_the_badges_and_those_somebody_was_given_that_hold(ana: Record, catalogue: Catalogue) -> None:
    given = credentials.written(credentials.badge(ana, catalogue, "listening", fresh_key()))
    wrong = given.replace(b'"Listening"', b'"Flying"')
    brought = [badges_in(given, "a.json"), badges_in(wrong, "b.json")]
    record = replace(ana, documents=tuple(d for b in brought for d in b.documents))
    cover = json.loads(credentials.clr(record, catalogue).data)
    names = [m["name"] for m in cover["credentialSubject"]["verifiableCredential"]]
    assert len(names) == len(usual(ana, catalogue)) + 1
    assert "Flying" not in names
    assert credentials.checked(json.dumps(cover).encode())[0] == "valid"


def test_a_badge_that_ended_or_was_changed_since_it_was_brought_in_stays_out_of_a_clr_and_is_named(
    ana: Record, catalogue: Catalogue
) -> None:
    from openbadgeslib.ob3.ldp import add_data_integrity_proof

    key = fresh_key()
    shape = credentials.badge(ana, catalogue, "listening", key)
    bare = {name: value for name, value in shape.items() if name != "proof"} | {"validUntil": "2026-10-01T00:00:00Z"}
    ended = add_data_integrity_proof(bare, key.pem, key.method)
    document = badges_in(credentials.written(shape), "a.json").documents[0]
    kept = (
        document,
        replace(document, id="d2", name="Forklift", content=json.dumps(ended)),
        replace(document, id="d3", name="Flying", content=document.content.replace("Listening", "Flying")),
        replace(document, id="d4", name="Token", media="application/vc+jwt", content="a.b.c"),
    )
    assert {d.result for d in kept} == {"valid"}
    made = credentials.clr(replace(ana, documents=kept), catalogue)
    names = [m["name"] for m in json.loads(made.data)["credentialSubject"]["verifiableCredential"]]
    assert len(names) == len(usual(ana, catalogue)) + 1 and "Flying" not in names
    assert [line[:20] for line in made.left_out] == [
        "Left out: Forklift. ",
        "Left out: Flying. Th",
        "Left out: Token. It ",
    ]
    assert "it ended on 2026-10-01" in made.left_out[0] and "signature is wrong" in made.left_out[1]


def test_ler_rs_of_a_walk_reads_back(ana: Record, catalogue: Catalogue) -> None:
    found = ler_rs_in(credentials.ler_rs(ana, catalogue), "l.json")
    assert [e.title for e in found.experience] == ["line cook", "took care of my mother"]
    assert {c.skill for c in found.claims if c.skill} == {r.skill for r in ana.ratings if r.level}
    assert [c.licence for c in found.credentials] == ["food-handler"]


def test_a_confirmation_stands_beside_the_badge_and_is_the_centers(
    ana: Record, catalogue: Catalogue, home: Path
) -> None:
    signer = credentials.signer(home, PASSPHRASE, "Rosa Diaz, career navigator", "Rosa saw it.")
    made = shapes(credentials.badge_files(ana, catalogue, ("listening",), ("json",), signer))
    own, seen = made["badge-listening.json"], made["badge-listening-confirmed.json"]
    center = CenterKey(home=home).center()
    assert seen["issuer"] == {"id": center.did, "type": ["Profile"], "name": center.name, "url": center.web}
    assert seen["credentialSubject"]["id"] == own["issuer"]["id"]  # type: ignore[index]
    assert "Rosa saw it." in json.dumps(seen)
    assert credentials.checked(json.dumps(seen).encode())[0] == "valid"


def test_a_wrong_passphrase_opens_nothing_and_gives_no_hint(home: Path) -> None:
    with pytest.raises(BadInput) as refused:
        credentials.signer(home, "five words in row", "Rosa")
    assert PASSPHRASE not in str(refused.value)


@pytest.mark.parametrize("who", ["", "  ", ", navigator"])
def test_a_confirmation_needs_a_name(home: Path, who: str) -> None:
    with pytest.raises(BadInput, match="who confirms"):
        credentials.signer(home, PASSPHRASE, who)


def test_the_centers_key_is_sealed_for_its_owner_alone_and_opens_again(as_sealed: Path) -> None:
    kept = CenterKey(home=as_sealed)
    assert [f.stat().st_mode & 0o777 for f in (kept.path, kept.sealed)] == [0o600, 0o600]
    assert kept.path.parent.stat().st_mode & 0o777 == 0o700
    assert b"PRIVATE" not in kept.path.read_bytes() + kept.sealed.read_bytes()
    assert kept.sealed.read_bytes().startswith(b"age-encryption.org/v1")
    assert b"PRIVATE KEY" in kept.secret(PASSPHRASE)


def test_a_second_key_is_never_written_over_the_first(home: Path) -> None:
    before = CenterKey(home=home).sealed.read_bytes()
    with pytest.raises(BadInput, match="already"):
        credentials.center_made(home, "Other", "", PASSPHRASE, date(2026, 1, 2))
    assert CenterKey(home=home).sealed.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "web", "passphrase", "says"),
    [("", "", PASSPHRASE, "--name"), ("A", "example.org", PASSPHRASE, "web address"), ("A", "", "short", "too short")],
)
def test_a_key_is_not_made_without_what_it_needs(
    tmp_path: Path, name: str, web: str, passphrase: str, says: str
) -> None:
    with pytest.raises(BadInput, match=says):
        credentials.center_made(tmp_path, name, web, passphrase, date(2026, 1, 2))
    assert list(tmp_path.iterdir()) == []


def test_a_missing_or_damaged_key_says_what_to_do(tmp_path: Path) -> None:
    kept = CenterKey(home=tmp_path)
    with pytest.raises(NotFound, match="navigator issuer init"):
        kept.center()
    kept.path.parent.mkdir()
    kept.path.write_text("{")
    with pytest.raises(BadRecord, match="damaged"):
        kept.center()
    kept.path.write_text('{"name": "A", "did": "did:key:z", "format": "navigator/issuer/9"}')
    with pytest.raises(BadRecord, match="another navigator"):
        kept.center()
    with pytest.raises(BadRecord, match="The center's signing key is not at"):
        kept.secret(PASSPHRASE)
    kept.sealed.write_bytes(b"")
    with pytest.raises(BadRecord, match=r"issuer\.key\.age holds no key"):
        kept.secret(PASSPHRASE)


def test_checking_a_file_gives_a_word_and_a_sentence(ana: Record, catalogue: Catalogue, tmp_path: Path) -> None:
    files = {m.name: m.data for m in credentials.badge_files(ana, catalogue, ("listening",), ("json", "png", "svg"))}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        assert credentials.check_file(tmp_path / name) == (
            "valid",
            "The signature is right: nothing was changed since it was made. The person it is about made it.",
        )
    changed = tmp_path / "changed.json"
    changed.write_bytes(files["badge-listening.json"].replace(b"Listening", b"Lightning"))
    assert credentials.check_file(changed)[0] == "wrong"


def test_several_badges_are_as_good_as_the_worst(ana: Record, catalogue: Catalogue) -> None:
    good = credentials.badge(ana, catalogue, "listening")
    bad = good | {"name": "Flying"}
    result, told = credentials.checked(json.dumps([good, bad]).encode())
    assert result == "wrong"
    assert len(told.splitlines()) == 2


def test_every_text_of_a_file_is_told_before_it_leaves(ana: Record, catalogue: Catalogue) -> None:
    named = replace(ana, person=Person(name="Ana Núñez"))
    made = credentials.badge_files(named, catalogue, ("listening",), ("json",))
    told = credentials.texts_of(made[0])
    assert "Ana Núñez" in told
    assert "Listening" in told
    assert not [t for t in told if t.startswith(("did:", "urn:", "z"))]


def test_what_stays_behind_is_named_only_where_the_record_has_it(ana: Record, catalogue: Catalogue) -> None:
    made = credentials.badge_files(ana, catalogue, ("listening",), ("json",))
    share = share_of("worker", ("skills",))
    told = credentials.leaving(made, ana, share)
    assert "Listening" in told.lines
    assert {"work you did", "your last pay"} <= set(told.left_out)
    assert not {"languages", "how to reach you", "your skills", "what fits, and next steps"} & set(told.left_out)
    assert credentials.leaving(made, Record(id="r", created=""), share).left_out == ()
