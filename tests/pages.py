"""A page made by hand, of one fixed record: it does not change when an occupation's words or a weight do."""

from __future__ import annotations

from dataclasses import replace

from navigator.domain.framework import Skill
from navigator.domain.match import Band, Evidence, Match, Matches, Part, Reason, Score
from navigator.domain.occupation import Entry, Licence, Occupation, Pay, Profile, Projection, Wages, WayIn
from navigator.domain.record import BestWorst, Experience, Money, Person, Rating, Record, Wants
from navigator.engine.standing import strongest
from navigator.formats.page import Page, page_of
from navigator.formats.words import Names

VINTAGES = {
    "occupations": "O*NET 29.3 (May 2025)",
    "wages": "OEWS May 2025",
    "projections": "Employment Projections 2024-34",
}

NAMES = Names(
    did={"A1": "Kept records of supplies", "A2": "Cooked food & plated it", "A3": "Helped someone wash, dress or eat"},
    do={
        "A1": "Keep records of supplies",
        "A2": "Cook food",
        "A3": "Help someone wash, dress or eat",
        "A4": "Weld metal parts",
    },
    skills={"listening": "Listening", "hands-on": "Working safely with hands and tools"},
    knowledge={"K1": "Helping customers", "K2": "Medicine and teeth"},
    interests={"I1": "Helping people"},
    occupations={
        "11-1111.00": "Cook (line cook)",
        "22-2222.00": "Care aide",
        "33-3333.00": "Welder",
        "44-4444.00": "Night guard",
    },
    licences={"cna": "nursing assistant certificate (CNA)", "food": "food handler card"},
    cannot={"nights": "Night shifts"},
)

SKILLS = (
    Skill(
        id="listening", name="Listening", definition="You listen.", anchors=("a", "b", "c"), examples={}, elements={}
    ),
    Skill(id="reading", name="Reading", definition="You read.", anchors=("a", "b", "c"), examples={}, elements={}),
    Skill(
        id="hands-on",
        name="Working safely with hands and tools",
        definition="You do.",
        anchors=("a", "b", "c"),
        examples={},
        elements={},
    ),
)

RECORD = Record(
    id="7b0c2f5e-3d0a-4c5b-9a51-0d6a3c1f8e42",
    created="2026-11-22T09:00:00Z",
    route="standard",
    person=Person(name="Mai", state="OH", last_pay=Money(amount=17, per="hour"), looked="near"),
    experience=(
        Experience(
            id="job1",
            title="line cook",
            code="11-1111.00",
            kind="paid",
            length="years",
            asked=("A1", "A2"),
            did=("A1", "A2"),
        ),
        Experience(id="job2", title="took care of my father", kind="home", length="year", did=("A3",)),
        Experience(id="any", did=("A1",)),
    ),
    ratings=(Rating(skill="listening", level=3), Rating(skill="reading", level=2), Rating(skill="hands-on", level=1)),
    best_worst=(BestWorst(id="1", offered=("hands-on", "reading"), best="hands-on", worst="reading"),),
    knowledge=("K1", "K2"),
    wants=Wants(
        pay_floor=Money(amount=16, per="hour"),
        train_months=6,
        cannot=("nights",),
        schooling="high_school",
        licences=("food",),
    ),
    finished=True,
)


def occupation(code: str, **profile: object) -> Occupation:
    """An occupation with only what a page needs."""
    words = replace(Profile(), **profile)  # type: ignore[arg-type]
    return Occupation(
        code=code, title=NAMES.occupations[code], job_zone=2, profile=words, closest=(), skills=(), knowledge=(), work_styles={},
        interests={}, activities={}, entry=Entry(), technology=(),
    )  # fmt: skip


def wages(typical: Pay, entry: Pay | None = None, group: str | None = None, area: str = "OH") -> Wages:
    """Wages with a middle and perhaps a start."""
    pay = {50: typical} | ({10: entry} if entry else {})
    name = {"OH": "Ohio", "US": "United States"}[area]
    return Wages(
        area=area, area_name=name, vintage=VINTAGES["wages"], pay=pay, employment=1, location_quotient=1.0, group=group
    )


def hourly(amount: float) -> Pay:
    return Pay(hourly=amount, yearly=None)


def projection(growth: float | None, openings: int | None, group: str | None = None) -> Projection:
    return Projection(
        vintage=VINTAGES["projections"], growth_percent=growth, yearly_openings=openings, entry_education="", experience="",
        training="", group=group,
    )  # fmt: skip


def match(
    code: str,
    band: Band,
    reasons: tuple[Reason, ...],
    pay: Wages | None,
    outlook: Projection | None,
    elsewhere: bool = False,
) -> Match:
    part = Part(name="activities", value=0.73, weight=1.0, evidence=(Evidence(about="A1", share=0.73),))
    return Match(
        code=code, name=NAMES.occupations[code], band=band, score=Score(code=code, parts=(part,)), reasons=reasons, wages=pay,
        projection=outlook, elsewhere=elsewhere,
    )  # fmt: skip


OCCUPATIONS = {
    "11-1111.00": occupation(
        "11-1111.00",
        what_you_do="You cook dishes to order at your station.",
        also_called=("Line cook", "Grill cook", "Fry cook", "Prep cook"),
        ways_in=(
            WayIn(
                asks="none", how="Start as a dishwasher and learn a station.", months=(1, 12), cost="free", earn=True
            ),
        ),
    ),
    "22-2222.00": occupation(
        "22-2222.00",
        what_you_do="You help people wash, dress and eat.",
        ways_in=(
            WayIn(
                asks="short_course",
                how="A course of some weeks, then a test.",
                months=(1, 3),
                cost="free_with_help",
                earn=False,
            ),
        ),
        licence=Licence(need="required", names=("cna",), state_rules=True),
    ),
    "33-3333.00": occupation("33-3333.00"),
    "44-4444.00": occupation("44-4444.00"),
}

MATCHES = Matches(
    shown=(
        match(
            "11-1111.00",
            "strong",
            (
                Reason(kind="for", part="history", about="11-1111.00", weight=0.6),
                Reason(kind="for", part="activities", about="A2", weight=0.4),
                Reason(kind="for", part="activities", about="A1", weight=0.3),
                Reason(kind="for", part="skills", about="listening", weight=0.2),
            ),
            wages(hourly(18.76), hourly(14.5)),
            projection(5.1, 1_234_500),
        ),
        match(
            "22-2222.00",
            "look",
            (
                Reason(kind="for", part="activities", about="A3", weight=0.4),
                Reason(kind="for", part="knowledge", about="K2", weight=0.2),
                Reason(kind="for", part="interests", about="I1", weight=0.1),
                Reason(kind="cap", part="licence", about="cna"),
                Reason(kind="need", part="activities", about="A4", weight=0.1),
            ),
            wages(hourly(17.2), group="Home Health and Personal Care Aides"),
            projection(17.0, 765_800, group="Home Health and Personal Care Aides"),
        ),
        match("33-3333.00", "look", (), wages(Pay(hourly=None, yearly=52_040), area="US"), projection(-3.4, 45_600)),
        match("44-4444.00", "stretch", (Reason(kind="cap", part="cannot", about="nights"),), None, None),
    ),
    elsewhere=(
        match(
            "33-3333.00",
            "look",
            (),
            wages(Pay(hourly=None, yearly=None, top_coded=True)),
            projection(0.0, 10),
            elsewhere=True,
        ),
    ),
    clear=True,
)


def page(record: Record = RECORD, matches: Matches = MATCHES) -> Page:
    """The page of a record against the made-up matches."""
    return page_of(
        record, matches, OCCUPATIONS, SKILLS, NAMES, "Ohio", 17.0, VINTAGES, "November 22, 2026", best=best_of(record)
    )


def best_of(record: Record, skills: tuple[Skill, ...] = SKILLS) -> list[str]:
    """The strongest skills of a record, where no work says which it asks."""
    return strongest(record, tuple(s.id for s in skills), {})
