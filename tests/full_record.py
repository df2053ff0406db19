"""A record with every part filled, each text a word that stands nowhere else: what a file holds of it can be told."""

from __future__ import annotations

from navigator.domain.guide import GuideAnswer
from navigator.domain.plan import Action, Goal, Plan
from navigator.domain.record import (
    BestWorst,
    Claim,
    Contact,
    Credential,
    Dismissal,
    Document,
    Education,
    Evidence,
    Experience,
    Language,
    Liking,
    Money,
    Person,
    Progress,
    Rating,
    Record,
    Wants,
)

SEEN = Evidence(held="seen", who="Zwitness", role="Zforeman", date="2020-05", note="Zpraise")

FULL = Record(
    id="Zrecordid",
    created="2026-11-22T09:00:00Z",
    route="standard",
    person=Person(
        name="Zname",
        state="OH",
        last_pay=Money(amount=61.37, per="hour"),
        looked="Zlooked",
        contact=Contact(email="zemail@example.org", phone="Zphone", city="Zcity", web="https://zweb.example.org"),
        about="Zabout",
    ),
    experience=(
        Experience(
            id="job1", title="Zcook", code="35-2014.00", kind="paid", employer="Zdiner", place="Zplace", start="2019-03",
            end="2021-05", asked=("4.A.3.a.2.I03", "4.A.3.a.1.I05"), did=("4.A.3.a.2.I03",), details=("Zline",), evidence=(SEEN,),
        ),
        Experience(id="job2", title="Zlaundry", kind="inside", employer="Zprison", place="Zyard", length="year"),
    ),
    sector="Zsector",
    strongest=("teamwork",),
    ratings=(Rating(skill="listening", level=3), Rating(skill="numbers", level=1), Rating(skill="writing", level=2)),
    best_worst=(BestWorst(id="1", offered=("planning", "leading"), best="planning", worst="leading"),),
    knowledge=("2.C.1.e",),
    likings=(Liking(statement="like-fix", value=1), Liking(statement="like-sell", value=-1)),
    wants=Wants(
        pay_floor=Money(amount=73.19, per="hour"), hours=("Zhours",), train_months=6, cannot=("nights",),
        schooling="high_school", licences=("forklift",),
    ),
    dismissed=(Dismissal(code="35-3031.00", why="Zwhy"),),
    progress=(Progress(question="Zquestion"),),
    finished=True,
    plan=Plan(goals=(Goal(id="g1", kind="work", text="Zgoal"),), actions=(Action(id="a1", what="Zstep", goal="g1"),)),
    guide=(GuideAnswer(question="looking.pay", side="me", text="Zguide"),),
    needs=("Zneed",),
    education=(Education(id="e1", school="Zschool", study="Zstudy", details=("Zcourse",)),),
    credentials=(Credential(id="c1", name="Zpaper", issuer="Zissuer", number="Znumber", issued="2022"),),
    claims=(Claim(id="s1", name="Zclaim", level="Zlevel"),),
    languages=(Language(id="l1", name="Zlanguage", level="Zfluent"),),
    documents=(Document(id="d1", name="Zdocument", media="text/plain", content="Zcontent"),),
)  # fmt: skip

TOLD_BY: dict[str, tuple[str, ...]] = {
    "name": ("Zname",),
    "contact": ("zemail", "Zphone", "Zcity", "zweb"),
    "about": ("Zabout",),
    "place": ("Ohio",),
    "work": ("Zcook", "Zdiner", "Zplace", "Zline", "Zlaundry"),
    "inside": ("Zprison", "Zyard", '"inside"'),
    "skills": ("Zclaim", "Zlevel", "Zsector"),
    "limits": ("leading", "like-sell"),
    "knowledge": ("2.C.1.e", "helping customers"),
    "likes": ("like-fix", "take things apart"),
    "school": ("Zschool", "Zstudy", "Zcourse"),
    "credentials": ("Zpaper", "Zissuer", "Znumber", "forklift", "Zdocument", "Zcontent"),
    "languages": ("Zlanguage", "Zfluent"),
    "evidence": ("Zwitness", "Zforeman", "Zpraise"),
    "pay": ("61.37",),
    "wants": ("73.19", "Zhours", "nights"),
    "search": ("Zlooked",),
    "dismissed": ("Zwhy", "35-3031"),
    "plan": ("Zgoal", "Zstep"),
    "guide": ("Zguide",),
    "needs": ("Zneed",),
    "traces": ("Zrecordid", "Zquestion", "2026-11-22T09"),
}
"""The words by which each part of the record is known in a file."""
