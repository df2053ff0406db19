"""Random records, as hypothesis makes them: names of any script, parts that are missing, every kind of part."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

from hypothesis import strategies as st

from navigator.domain import record as parts

words = st.text(max_size=20)
ids = st.text(max_size=12)
many_ids = st.lists(ids, max_size=4).map(tuple)
origins = st.sampled_from(get_args(parts.Origin))
money = st.builds(
    parts.Money,
    amount=st.floats(min_value=0, max_value=2e6, allow_nan=False),
    per=st.sampled_from(("hour", "year")),
)
contacts = st.builds(parts.Contact, email=words, phone=words, city=words, web=words)
persons = st.builds(
    parts.Person, name=words, state=words, last_pay=st.none() | money, looked=words, contact=contacts, about=words
)
lines = st.lists(words, max_size=3).map(tuple)
dates = st.sampled_from(("", "2019", "2019-03", "2019-03-14", "2024-02-29", "1987-12"))
ends = dates | st.just(parts.GOES_ON)
evidence = st.lists(
    st.builds(
        parts.Evidence,
        held=st.sampled_from(get_args(parts.Held)),
        who=words,
        role=words,
        date=dates,
        note=words,
        about=ids,
    ),
    max_size=2,
).map(tuple)
"""What stands behind a part."""
experiences = st.builds(
    parts.Experience,
    id=ids,
    title=words,
    code=st.none() | ids,
    kind=st.none() | st.sampled_from(get_args(parts.Kind)),
    length=words,
    fields=many_ids,
    groups=many_ids,
    asked=many_ids,
    did=many_ids,
    origin=origins,
    when=words,
    employer=words,
    place=words,
    start=dates,
    end=ends,
    details=lines,
    evidence=evidence,
)
educations = st.builds(
    parts.Education,
    id=ids,
    school=words,
    study=words,
    kind=st.sampled_from(("school", "training")),
    level=st.none() | st.sampled_from(get_args(parts.Schooling)),
    start=dates,
    end=ends,
    finished=st.none() | st.booleans(),
    details=lines,
    evidence=evidence,
    origin=origins,
    when=words,
)
credentials = st.builds(
    parts.Credential,
    id=ids,
    name=words,
    kind=st.sampled_from(("certificate", "licence", "badge")),
    licence=ids,
    issuer=words,
    issued=dates,
    expires=dates,
    number=words,
    web=words,
    details=lines,
    document=ids,
    evidence=evidence,
    origin=origins,
    when=words,
)
claims = st.builds(
    parts.Claim,
    id=ids,
    name=words,
    skill=ids,
    level=words,
    details=lines,
    evidence=evidence,
    origin=origins,
    when=words,
)
languages = st.builds(parts.Language, id=ids, name=words, level=words, origin=origins, when=words)
documents = st.builds(
    parts.Document,
    id=ids,
    name=words,
    media=words,
    content=words,
    result=st.sampled_from(get_args(parts.Checked)),
    checked=dates,
    issuer=words,
)
ratings = st.builds(
    parts.Rating, skill=ids, level=st.none() | st.integers(1, 3), origin=origins, when=words, evidence=evidence
)
sets = st.builds(
    parts.BestWorst,
    id=ids,
    offered=many_ids,
    best=ids,
    worst=st.none() | ids,
    when=words,
)
likings = st.builds(parts.Liking, statement=ids, value=st.integers(-1, 1), when=words)
wants = st.builds(
    parts.Wants,
    pay_floor=st.none() | money,
    hours=many_ids,
    train_months=st.none() | st.floats(min_value=0, max_value=99),
    cannot=many_ids,
    schooling=st.none() | st.sampled_from(get_args(parts.Schooling)),
    licences=many_ids,
)
dismissals = st.builds(parts.Dismissal, code=ids, why=words, when=words)
progress = st.builds(parts.Progress, question=ids, skipped=st.booleans(), when=words)


def _some(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=3).map(tuple)


GIVEN = {
    "id": words,
    "created": words,
    "route": st.none() | st.sampled_from(get_args(parts.Route)),
    "person": persons,
    "experience": _some(experiences),
    "sector": words,
    "strongest": many_ids,
    "ratings": _some(ratings),
    "best_worst": _some(sets),
    "knowledge": many_ids,
    "likings": _some(likings),
    "wants": wants,
    "dismissed": _some(dismissals),
    "progress": _some(progress),
    "finished": st.booleans(),
    "needs": many_ids,
    "education": _some(educations),
    "credentials": _some(credentials),
    "claims": _some(claims),
    "languages": _some(languages),
    "documents": _some(documents),
}

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(int, st.integers(-(2**53), 2**53))
records = st.builds(parts.Record, **GIVEN, **{f.name: ... for f in fields(parts.Record) if f.name not in GIVEN})
"""Parts that a record gets later come from their types alone."""
