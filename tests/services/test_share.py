"""Who gets what: what a share profile leaves out is in no file made with it, in no form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.record import Experience, Language, Money, Person, Rating, Record, Wants
from navigator.formats.outline import outline_of
from navigator.formats.page import Page
from navigator.formats.read_back import READERS
from navigator.records.codec import encoded
from navigator.services import hand_over
from navigator.services.page import page
from navigator.services.share import EVERYTHING, PARTS, PROFILES, Share, share_of, shared
from tests.full_record import FULL, TOLD_BY

MADE = date(2026, 11, 22)
ANTHROPOLOGIST = "19-3091.00"


def done(code: str) -> Record:
    """Somebody with years of some work and a 2-year degree."""
    job = Experience(id="job1", title="x", code=code, kind="paid", length="years")
    return Record(id="r", created="", person=Person(state="OH"), experience=(job,), wants=Wants(schooling="associate"))


shares = st.sampled_from(PROFILES).flatmap(
    lambda p: st.lists(st.sampled_from(sorted(p.parts)), max_size=3).map(lambda only: share_of(p.id, only))
)


def silent(parts: frozenset[str]) -> list[str]:
    """The words that no file with these parts may hold."""
    return [word for part, words in TOLD_BY.items() if part not in parts for word in words]


def test_every_part_but_the_ideas_has_words_to_look_for() -> None:
    assert set(TOLD_BY) == EVERYTHING - {"ideas"}
    whole = encoded(FULL).decode()
    assert [p for p, words in TOLD_BY.items() if not any(w in whole for w in words)] == ["place"]  # kept as OH


@given(share=shares)
def test_what_is_left_out_is_not_in_the_record_that_files_are_made_of(share: hand_over.Share) -> None:
    kept = encoded(shared(FULL, share)).decode()
    assert not [word for word in silent(share.parts) if word.casefold() in kept.casefold()]
    assert ('"OH"' in kept) == ("place" in share.parts)


def test_a_skill_somebody_was_not_sure_of_is_no_strength() -> None:
    said = (("listening", None), ("reading", 1), ("writing", 2), ("numbers", 3))
    ratings = tuple(Rating(skill=skill, level=level) for skill, level in said)
    record = replace(done(ANTHROPOLOGIST), ratings=ratings)
    assert [r.skill for r in shared(record, share_of("employer")).ratings] == ["writing", "numbers"]
    assert shared(record, share_of("worker")).ratings == ratings


@settings(max_examples=16)
@given(share=shares, form=st.sampled_from(["text", "markdown", "html"]))
def test_what_is_left_out_is_in_no_page(catalogue: Catalogue, share: hand_over.Share, form: str) -> None:
    made = hand_over.summary(lambda _speech: catalogue, FULL, MADE, share, form)
    text = " ".join(READERS[form](made.data).split())
    assert not [word for word in silent(share.parts) if word in text]


@settings(max_examples=40)
@given(share=shares, form=st.sampled_from(["text", "json-resume"]))
def test_what_is_left_out_is_in_no_resume(catalogue: Catalogue, share: hand_over.Share, form: str) -> None:
    try:
        text = hand_over.resume(catalogue, FULL, MADE, share, form).data.decode()
    except BadInput as nothing:
        assert "nothing for a resume yet" in str(nothing)
        return
    assert not [word for word in silent(share.parts) if word in text]


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_what_is_left_out_is_in_no_pdf_and_no_word_document(catalogue: Catalogue, form: str) -> None:
    share = share_of("employer", ["skills", "work"])
    for made in (
        hand_over.summary(lambda _speech: catalogue, FULL, MADE, share, form),
        hand_over.resume(catalogue, FULL, MADE, share, form),
    ):
        text = " ".join(READERS[form](made.data).split())
        assert not [word for word in silent(share.parts) if word in text or word.encode() in made.data]
        assert "Zname" in text and "Zcook" in text and "Zclaim" in text


def test_an_employer_gets_no_pay_no_limits_no_needs_no_ideas_and_not_that_work_was_inside() -> None:
    gets = share_of("employer").parts
    assert not gets & {
        "pay", "wants", "search", "limits", "needs", "dismissed", "guide", "inside", "ideas", "plan", "likes", "traces"
    }  # fmt: skip
    kept = shared(FULL, share_of("employer"))
    assert [(j.title, j.kind, j.employer) for j in kept.experience] == [
        ("Zcook", "paid", "Zdiner"),
        ("Zlaundry", None, ""),
    ]
    assert [r.skill for r in kept.ratings] == ["listening", "writing"]
    assert kept.strongest == ("teamwork", "planning") and kept.best_worst == ()


def test_the_worker_gets_everything_and_a_counselor_all_but_the_housekeeping() -> None:
    assert shared(FULL, share_of()) == FULL
    assert share_of("counselor").parts == EVERYTHING - {"traces"}
    assert shared(FULL, share_of("counselor")).needs == FULL.needs


def test_the_family_sees_the_same_ideas_without_the_reasons_that_tell_too_much(catalogue: Catalogue) -> None:
    own = hand_over.pages(lambda _speech: catalogue, FULL, MADE, share_of())[0]
    theirs = hand_over.pages(lambda _speech: catalogue, FULL, MADE, share_of("family"))[0]
    assert own.ideas and codes(own) == codes(theirs)
    assert not [
        i for i in (*theirs.ideas, *theirs.more) if i.against_last or "you said you need" in " ".join(i.missing)
    ]


def in_order(made: Page) -> list[str]:
    return [i.code for i in (*made.ideas, *made.more, *made.elsewhere)]


@settings(max_examples=16)
@given(left_out=st.frozensets(st.sampled_from(sorted(EVERYTHING - {"ideas", "traces"})), max_size=4))
@pytest.mark.parametrize("code", ["35-2014.00", "53-7065.00"])
def test_whatever_a_page_leaves_out_it_tells_the_same_work_in_the_same_order(
    catalogue: Catalogue, code: str, left_out: frozenset[str]
) -> None:
    one = done(code)
    one = replace(
        FULL,
        experience=one.experience,
        wants=replace(FULL.wants, hours=("school",), train_months=1.0),
        person=replace(FULL.person, last_pay=Money(amount=19.0, per="hour")),
    )
    own = page(catalogue, one, MADE)
    without = page(catalogue, one, MADE, Share(profile=share_of().profile, parts=EVERYTHING - left_out))
    assert own.ideas and in_order(without) == in_order(own)


def codes(made: Page) -> set[str]:
    return {i.code for i in (*made.ideas, *made.more, *made.elsewhere)}


def test_work_made_of_another_language_stays_on_the_page_of_who_speaks_one_and_leaves_it_out(
    catalogue: Catalogue,
) -> None:
    speaker = replace(done("19-3094.00"), knowledge=("2.C.7.a",), languages=(Language(id="language1", name="Spanish"),))
    own = page(catalogue, speaker, MADE)
    without = Share(profile=share_of().profile, parts=EVERYTHING - {"languages"})
    assert codes(page(catalogue, speaker, MADE, without)) == codes(own)
    assert ANTHROPOLOGIST in codes(own) - codes(page(catalogue, replace(speaker, languages=()), MADE))


def test_nobody_is_sent_for_a_degree_they_have_because_it_is_left_out(catalogue: Catalogue) -> None:
    drafter, said = done("17-3011.00"), "the 2-year degree near you"
    only = share_of("worker", ["ideas"])
    learned = page(catalogue, drafter, MADE, only)
    assert not [i for i in (*learned.ideas, *learned.more, *learned.elsewhere) if said in i.first_step]
    to_learn = page(catalogue, replace(drafter, wants=Wants(schooling="high_school")), MADE, only)
    assert [i for i in (*to_learn.ideas, *to_learn.more, *to_learn.elsewhere) if said in i.first_step]


def test_the_preview_says_word_for_word_what_leaves_and_what_stays(catalogue: Catalogue) -> None:
    made = hand_over.resume(catalogue, FULL, MADE, share_of("employer", ["work"]), "text")
    shown = hand_over.preview(FULL, made)
    assert shown.whom == "an employer" and "\n".join(shown.lines) in made.data.decode().replace("\n\n", "\n")
    assert {"your last pay", "help you want", "languages"} <= set(shown.left_out)
    assert "work you did" not in shown.left_out


@pytest.mark.parametrize(
    ("profile", "only", "said"),
    [("boss", [], "employer"), ("worker", ["shoes"], "Parts:"), ("employer", ["needs"], "--for counselor")],
)
def test_a_profile_or_part_that_is_not_there_is_refused_with_those_that_are(
    profile: str, only: list[str], said: str
) -> None:
    with pytest.raises(BadInput, match=said):
        share_of(profile, only)


def test_every_part_can_be_taken_out_twice_with_the_same_result() -> None:
    for part in PARTS:
        once = part.without(FULL)
        assert part.without(once) == once


def test_a_page_without_the_place_names_none(catalogue: Catalogue) -> None:
    made = hand_over.pages(lambda _speech: catalogue, FULL, MADE, share_of("employer", ["skills"]))[0]
    assert made.place == "" and "United States" not in outline_of(made).meta[0]
