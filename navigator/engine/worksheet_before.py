"""Sheets printed before and in use still: what each number on them means, so that they can be keyed in as they are. Pure.

When what stands on a sheet changes, its code changes too. The lines of the sheet as it was (``lines_of``) are then kept here
under its old code: what is asked in each section, and the ids of the choices in the order of their numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from navigator.domain.question import Choice, Question
from navigator.domain.record import Route
from navigator.engine.inventory import Known
from navigator.engine.worksheet import DID, ROUTE_DIGITS, Section, Sheet, sheet_of

STATE = "state"
MONEY = ("pay", "want.pay")

BEFORE: Mapping[str, tuple[str, ...]] = {
    "1-8753-8": (
        "A numbers state",
        "D numbers did.1=4.A.4.a.5.I01,4.A.4.a.5.I03,4.A.4.b.3.I06,4.A.3.b.6.I11,4.A.3.b.4.I09,4.A.3.a.2.I03,4.A.3.a.1.I10,"
        "4.A.3.a.1.I06,4.A.3.a.1.I03 "
        "did.2=4.A.3.a.4.I01,4.A.1.b.2.I04,4.A.4.c.3.I05,4.A.2.b.1.I10,4.A.4.a.8.I03,4.A.4.a.3.I03,4.A.4.a.6.I03,"
        "4.A.4.c.1.I03,4.A.3.b.6.I08 "
        "did.3=4.A.1.a.1.I02,4.A.1.a.1.I23,4.A.2.a.2.I01,4.A.3.b.1.I06,4.A.2.b.2.I18,4.A.4.b.3.I04,4.A.2.b.3.I01,"
        "4.A.4.b.4.I01,4.A.4.b.4.I12 "
        "did.4=4.A.4.b.6.I05,4.A.4.a.2.I03,4.A.2.b.4.I03,4.A.4.a.2.I08,4.A.1.b.2.I05,4.A.4.a.1.I02,4.A.3.b.6.I14,"
        "4.A.3.a.2.I01,4.A.3.a.2.I12 "
        "did.5=4.A.3.a.2.I41,4.A.3.a.2.I09,4.A.1.b.2.I07,4.A.3.b.4.I02,4.A.1.b.2.I06,4.A.1.b.3.I01,4.A.3.b.6.I03,"
        "4.A.4.a.2.I09,4.A.1.a.2.I09",
        "E numbers strongest=listening,speaking,reading,writing,numbers,problem-solving,planning,teamwork,helping,adapting,"
        "learning,dependability,leading,computers,hands-on",
    ),
    "2-5684-4": (
        "A numbers state pay",
        "B work job.1.kind=paid,home,volunteer,side,service,inside job.1.length=weeks,months,year,years,long",
        "C marks like.like-fix=yes,no,unsure like.like-why=yes,no,unsure like.like-make=yes,no,unsure "
        "like.like-care=yes,no,unsure like.like-lead=yes,no,unsure like.like-order=yes,no,unsure "
        "like.like-outside=yes,no,unsure like.like-puzzle=yes,no,unsure like.like-beauty=yes,no,unsure "
        "like.like-teach=yes,no,unsure like.like-sell=yes,no,unsure like.like-numbers=yes,no,unsure",
        "D numbers did.1=4.A.4.a.5.I09,4.A.4.a.5.I01,4.A.1.a.2.I05,4.A.4.a.5.I03,4.A.4.a.2.I05,4.A.4.b.6.I01,4.A.4.b.3.I06,"
        "4.A.3.b.6.I11,4.A.3.b.4.I09 "
        "did.2=4.A.3.a.2.I03,4.A.3.a.2.I29,4.A.3.a.1.I10,4.A.3.a.1.I06,4.A.3.a.3.I08,4.A.1.b.1.I01,4.A.3.a.1.I03,"
        "4.A.3.a.1.I08,4.A.3.a.4.I01 "
        "did.3=4.A.1.b.2.I04,4.A.3.a.2.I37,4.A.4.c.3.I05,4.A.2.b.1.I10,4.A.4.a.8.I03,4.A.4.a.3.I03,4.A.4.a.3.I02,"
        "4.A.4.a.6.I03,4.A.3.a.2.I08 "
        "did.4=4.A.1.a.2.I08,4.A.4.c.1.I03,4.A.2.b.1.I01,4.A.4.c.1.I01,4.A.3.b.6.I08,4.A.3.b.6.I15,4.A.1.a.1.I02,"
        "4.A.1.a.1.I23,4.A.2.a.2.I01 "
        "did.5=4.A.3.b.1.I06,4.A.3.b.4.I04,4.A.3.a.1.I16,4.A.2.b.2.I18,4.A.4.b.4.I03,4.A.4.b.3.I04,4.A.4.b.3.I05,"
        "4.A.4.b.3.I02,4.A.2.b.3.I01 "
        "did.6=4.A.4.b.4.I01,4.A.2.a.1.I04,4.A.4.b.4.I12,4.A.4.b.6.I05,4.A.4.a.2.I03,4.A.4.a.2.I11,4.A.1.a.2.I02,"
        "4.A.2.b.4.I03,4.A.2.a.4.I07 "
        "did.7=4.A.1.a.2.I07,4.A.4.a.2.I08,4.A.1.b.2.I05,4.A.4.a.1.I02,4.A.3.b.6.I14,4.A.4.a.3.I01,4.A.4.b.4.I16,"
        "4.A.3.a.2.I01,4.A.3.a.2.I12 "
        "did.8=4.A.3.a.2.I30,4.A.3.a.2.I33,4.A.1.b.3.I04,4.A.3.a.2.I04,4.A.3.a.2.I41,4.A.3.a.1.I01,4.A.1.a.2.I01,"
        "4.A.3.a.2.I09,4.A.1.b.2.I07 "
        "did.9=4.A.3.b.4.I02,4.A.1.b.2.I06,4.A.1.b.3.I01,4.A.3.a.2.I38,4.A.3.b.6.I03,4.A.3.b.6.I09,4.A.4.a.2.I09,"
        "4.A.1.a.2.I09,4.A.1.a.1.I10",
        "E numbers strongest=listening,speaking,reading,writing,numbers,problem-solving,planning,teamwork,helping,adapting,"
        "learning,dependability,leading,computers,hands-on skill.writing=1,2,3,unsure skill.numbers=1,2,3,unsure "
        "skill.helping=1,2,3,unsure skill.computers=1,2,3,unsure skill.hands-on=1,2,3,unsure",
        "F numbers know.1=2.C.1.a,2.C.1.b,2.C.1.c,2.C.1.d,2.C.1.e,2.C.1.f,2.C.2.a,2.C.2.b,2.C.3.a,2.C.3.b,2.C.3.c "
        "know.2=2.C.3.d,2.C.3.e,2.C.4.a,2.C.4.b,2.C.4.c,2.C.4.d,2.C.4.e,2.C.4.f,2.C.4.g,2.C.5.a,2.C.5.b "
        "know.3=2.C.6,2.C.7.a,2.C.7.b,2.C.7.c,2.C.7.d,2.C.7.e,2.C.8.a,2.C.8.b,2.C.9.a,2.C.9.b,2.C.10",
        "G numbers want.pay want.hours=full,part,days,evenings,nights,weekends,school want.train=0,1,3,6,12,24,48 "
        "want.school=none,high_school,some_college,certificate,associate,bachelor,master,doctor",
        "H numbers want.cannot=lifting,standing,nights,weekends,driving,blood,heights,weather,screens,angry,selling,check "
        "want.licences=drivers-licence,cdl-a,forklift,cpr-first-aid,food-handler,osha-10,cna,guard-card,twic,"
        "contractor,nims,welding-aws",
    ),
    "2-5186-3": (
        "A numbers state pay",
        "B work job.1.kind=paid,home,volunteer,side,service,inside job.1.length=weeks,months,year,years,long",
        "C marks like.like-fix=yes,no,unsure like.like-why=yes,no,unsure like.like-make=yes,no,unsure like.like-care=yes,"
        "no,unsure like.like-lead=yes,no,unsure like.like-order=yes,no,unsure like.like-outside=yes,no,unsure "
        "like.like-puzzle=yes,no,unsure like.like-beauty=yes,no,unsure like.like-teach=yes,no,unsure like.like-sell=yes,"
        "no,unsure like.like-numbers=yes,no,unsure",
        "D numbers did.1=4.A.4.a.5.I09,4.A.1.a.2.I06,4.A.1.a.2.I05,4.A.4.a.5.I03,4.A.4.a.5.I11,4.A.4.b.3.I06,"
        "4.A.3.b.6.I11,4.A.3.b.4.I09,4.A.3.a.2.I03 did.2=4.A.3.a.1.I15,4.A.3.a.1.I17,4.A.3.a.2.I14,4.A.3.a.3.I11,"
        "4.A.4.a.5.I04,4.A.3.a.1.I06,4.A.3.a.3.I08,4.A.3.a.2.I42,4.A.3.a.1.I03 did.3=4.A.3.a.1.I08,4.A.3.a.1.I05,"
        "4.A.3.a.4.I01,4.A.1.b.2.I04,4.A.4.c.3.I01,4.A.3.a.2.I37,4.A.4.c.3.I03,4.A.4.c.3.I05,4.A.2.b.1.I10 "
        "did.4=4.A.4.a.8.I03,4.A.4.a.3.I03,4.A.4.a.2.I13,4.A.4.a.6.I02,4.A.3.a.2.I08,4.A.1.a.1.I14,4.A.4.c.1.I03,"
        "4.A.2.b.1.I01,4.A.1.b.3.I02 did.5=4.A.4.c.1.I01,4.A.3.b.6.I08,4.A.3.b.6.I15,4.A.1.a.1.I02,4.A.1.a.1.I23,"
        "4.A.2.a.2.I01,4.A.3.b.1.I06,4.A.3.b.4.I04,4.A.3.b.1.I01 did.6=4.A.2.b.2.I18,4.A.4.b.3.I04,4.A.4.b.3.I05,"
        "4.A.4.b.3.I01,4.A.2.a.1.I04,4.A.4.b.4.I12,4.A.4.b.6.I05,4.A.2.b.6.I02,4.A.4.a.2.I03 did.7=4.A.4.a.2.I04,"
        "4.A.1.a.2.I02,4.A.2.b.1.I04,4.A.1.a.2.I07,4.A.4.a.2.I08,4.A.1.b.2.I05,4.A.4.a.1.I02,4.A.1.a.2.I11,4.A.3.a.2.I01 "
        "did.8=4.A.3.a.1.I07,4.A.3.a.2.I12,4.A.3.a.2.I33,4.A.3.a.3.I03,4.A.3.a.2.I05,4.A.3.a.2.I41,4.A.3.a.3.I06,"
        "4.A.1.a.2.I01,4.A.3.a.2.I46 did.9=4.A.3.a.2.I09,4.A.1.b.2.I07,4.A.1.b.2.I12,4.A.3.b.4.I02,4.A.1.b.2.I06,"
        "4.A.1.b.3.I01,4.A.3.a.2.I38,4.A.3.b.6.I09,4.A.1.a.2.I09",
        "E numbers strongest=listening,speaking,reading,writing,numbers,problem-solving,planning,teamwork,helping,"
        "adapting,learning,dependability,leading,computers,hands-on skill.writing=1,2,3,unsure skill.numbers=1,2,3,"
        "unsure skill.helping=1,2,3,unsure skill.computers=1,2,3,unsure skill.hands-on=1,2,3,unsure",
        "F numbers know.1=2.C.1.a,2.C.1.b,2.C.1.c,2.C.1.d,2.C.1.e,2.C.1.f,2.C.2.a,2.C.2.b,2.C.3.a,2.C.3.b,2.C.3.c "
        "know.2=2.C.3.d,2.C.3.e,2.C.4.a,2.C.4.b,2.C.4.c,2.C.4.d,2.C.4.e,2.C.4.f,2.C.4.g,2.C.5.a,2.C.5.b know.3=2.C.6,"
        "2.C.7.a,2.C.7.b,2.C.7.c,2.C.7.d,2.C.7.e,2.C.8.a,2.C.8.b,2.C.9.a,2.C.9.b,2.C.10",
        "G numbers want.pay want.hours=full,part,days,evenings,nights,weekends,school want.train=0,1,3,6,12,24,48 "
        "want.school=none,high_school,some_college,certificate,associate,bachelor,master,doctor",
        "H numbers want.cannot=lifting,standing,nights,weekends,away,driving,blood,heights,weather,screens,angry,selling,"
        "check want.licences=drivers-licence,cdl-a,forklift,cpr-first-aid,food-handler,osha-10,cna,guard-card,twic,"
        "contractor,nims,welding-aws",
        "I numbers need.daily=childcare,transport,id,housing,food,health,legal,layoff need.learning=internet,clothes,"
        "english,reading,diploma",
    ),
    "1-7057-3": (
        "A numbers state",
        "D numbers did.1=4.A.4.a.5.I09,4.A.1.a.2.I06,4.A.1.a.2.I05,4.A.4.b.3.I06,4.A.3.b.6.I11,4.A.3.a.2.I03,"
        "4.A.3.a.1.I15,4.A.3.a.1.I17,4.A.3.a.2.I14 did.2=4.A.3.a.3.I11,4.A.3.a.1.I06,4.A.3.a.1.I03,4.A.3.a.4.I01,"
        "4.A.4.c.3.I05,4.A.2.b.1.I10,4.A.4.a.8.I03,4.A.4.a.6.I02,4.A.4.c.1.I03 did.3=4.A.4.c.1.I01,4.A.3.b.6.I08,"
        "4.A.3.b.6.I15,4.A.1.a.1.I02,4.A.1.a.1.I23,4.A.2.a.2.I01,4.A.3.b.1.I06,4.A.2.b.2.I18,4.A.4.b.3.I04 "
        "did.4=4.A.4.b.3.I05,4.A.4.b.4.I12,4.A.4.b.6.I05,4.A.4.a.2.I03,4.A.1.b.2.I05,4.A.4.a.1.I02,4.A.3.a.2.I01,"
        "4.A.3.a.1.I07,4.A.3.a.2.I12 did.5=4.A.3.a.2.I05,4.A.3.a.3.I06,4.A.3.a.2.I09,4.A.1.b.2.I07,4.A.3.b.4.I02,"
        "4.A.1.b.3.I01,4.A.3.a.2.I38,4.A.3.b.6.I09,4.A.1.a.2.I09",
        "E numbers strongest=listening,speaking,reading,writing,numbers,problem-solving,planning,teamwork,helping,"
        "adapting,learning,dependability,leading,computers,hands-on",
        "H numbers want.cannot=lifting,standing,nights,weekends,away,driving,blood,heights,weather,air,screens,angry,"
        "selling,check",
    ),
    "2-1749-7": (
        "A numbers state pay",
        "B work job.1.kind=paid,home,volunteer,side,service,inside job.1.length=weeks,months,year,years,long",
        "C marks like.like-fix=yes,no,unsure like.like-why=yes,no,unsure like.like-make=yes,no,unsure "
        "like.like-care=yes,no,unsure like.like-lead=yes,no,unsure like.like-order=yes,no,unsure "
        "like.like-outside=yes,no,unsure like.like-puzzle=yes,no,unsure like.like-beauty=yes,no,unsure "
        "like.like-teach=yes,no,unsure like.like-sell=yes,no,unsure like.like-numbers=yes,no,unsure",
        "D numbers did.1=4.A.4.a.5.I09,4.A.1.a.2.I06,4.A.1.a.2.I05,4.A.4.a.5.I03,4.A.4.a.5.I11,4.A.4.b.3.I06,"
        "4.A.3.b.6.I11,4.A.3.b.4.I09,4.A.3.a.2.I03 did.2=4.A.3.a.1.I15,4.A.3.a.1.I17,4.A.3.a.2.I14,4.A.3.a.3.I11,"
        "4.A.4.a.5.I04,4.A.3.a.1.I06,4.A.3.a.3.I08,4.A.3.a.2.I42,4.A.3.a.1.I03 did.3=4.A.3.a.1.I08,4.A.3.a.1.I05,"
        "4.A.3.a.4.I01,4.A.1.b.2.I04,4.A.4.c.3.I01,4.A.3.a.2.I37,4.A.4.c.3.I03,4.A.4.c.3.I05,4.A.2.b.1.I10 "
        "did.4=4.A.4.a.8.I03,4.A.4.a.3.I03,4.A.4.a.2.I13,4.A.4.a.6.I02,4.A.3.a.2.I08,4.A.1.a.1.I14,4.A.4.c.1.I03,"
        "4.A.2.b.1.I01,4.A.4.c.1.I01 did.5=4.A.3.b.6.I08,4.A.3.b.6.I15,4.A.1.a.1.I02,4.A.1.a.1.I23,4.A.2.a.2.I01,"
        "4.A.3.b.1.I06,4.A.3.b.4.I04,4.A.4.a.8.I01,4.A.2.b.2.I18 did.6=4.A.4.b.3.I04,4.A.4.b.3.I05,4.A.4.b.3.I01,"
        "4.A.4.b.3.I02,4.A.2.b.2.I15,4.A.2.a.1.I04,4.A.4.b.4.I12,4.A.4.b.6.I05,4.A.2.b.6.I02 did.7=4.A.4.a.2.I03,"
        "4.A.4.a.2.I04,4.A.1.a.2.I02,4.A.2.b.1.I04,4.A.1.a.2.I07,4.A.4.a.2.I08,4.A.1.b.2.I05,4.A.4.a.1.I02,"
        "4.A.1.a.2.I11 did.8=4.A.3.b.6.I14,4.A.3.a.2.I01,4.A.3.a.1.I07,4.A.3.a.2.I12,4.A.3.a.2.I33,4.A.3.a.2.I05,"
        "4.A.3.a.2.I41,4.A.3.a.3.I06,4.A.1.a.2.I01 did.9=4.A.3.a.2.I09,4.A.1.b.2.I07,4.A.1.b.2.I12,4.A.3.b.4.I02,"
        "4.A.1.b.2.I06,4.A.1.b.3.I01,4.A.3.a.2.I38,4.A.3.b.6.I09,4.A.1.a.2.I09",
        "E numbers strongest=listening,speaking,reading,writing,numbers,problem-solving,planning,teamwork,helping,"
        "adapting,learning,dependability,leading,computers,hands-on skill.writing=1,2,3,unsure skill.numbers=1,2,3,"
        "unsure skill.helping=1,2,3,unsure skill.computers=1,2,3,unsure skill.hands-on=1,2,3,unsure",
        "F numbers know.1=2.C.1.a,2.C.1.b,2.C.1.c,2.C.1.d,2.C.1.e,2.C.1.f,2.C.2.a,2.C.2.b,2.C.3.a,2.C.3.b,2.C.3.c "
        "know.2=2.C.3.d,2.C.3.e,2.C.4.a,2.C.4.b,2.C.4.c,2.C.4.d,2.C.4.e,2.C.4.f,2.C.4.g,2.C.5.a,2.C.5.b know.3=2.C.6,"
        "2.C.7.a,2.C.7.b,2.C.7.c,2.C.7.d,2.C.7.e,2.C.8.a,2.C.8.b,2.C.9.a,2.C.9.b,2.C.10",
        "G numbers want.pay want.hours=full,part,days,evenings,nights,weekends,school want.train=0,1,3,6,12,24,48 "
        "want.school=none,high_school,some_college,certificate,associate,bachelor,master,doctor",
        "H numbers want.cannot=lifting,standing,nights,weekends,away,driving,blood,heights,weather,air,screens,angry,"
        "selling,check want.licences=drivers-licence,cdl-a,forklift,cpr-first-aid,food-handler,osha-10,cna,"
        "guard-card,twic,contractor,nims,welding-aws",
        "I numbers need.daily=childcare,transport,id,housing,food,health,legal,layoff need.learning=internet,clothes,"
        "english,reading,diploma",
    ),
}
"""Code of a sheet to its sections."""


def lines_of(sheet: Sheet) -> tuple[str, ...]:
    """A sheet as it is kept here: letter, style, what is written in words or as money, then question=choice,choice ..."""
    return tuple(_line(s) for s in sheet.sections)


def _line(section: Section) -> str:
    asked = (f"{q.id}={','.join(c.id for c in q.choices)}" for q in section.questions)
    written = (q.id for q in (section.state, section.money) if q is not None)
    return " ".join((section.letter, section.style, *written, *asked))


def sheet_before(known: Known, route: Route, code: str) -> Sheet | None:
    """A sheet that was printed before, in the words of today, or None where none has that code."""
    lines = BEFORE.get(code)
    if lines is None:
        return None
    some = tuple(a.id for a in known.framework.activities[:1])  # a list without lines would leave out its section
    now, of_both = (sheet_of(known, r, some, tuple(known.licences)) for r in (route, ROUTE_DIGITS["2"]))
    asked = {q.id: q for s in (*of_both.sections, *now.sections) for q in (*s.questions, s.state, s.money) if q}
    asked |= {q.id: q for q in known.needs}
    names = {s.letter: s.name for s in (*of_both.sections, *now.sections)}
    sections = tuple(_section(line, asked, names, known) for line in lines)
    return replace(now, sections=sections)


def _section(line: str, asked: Mapping[str, Question], names: Mapping[str, str], known: Known) -> Section:
    letter, style, *rest = line.split(" ")
    questions = tuple(_question(part, asked, known) for part in rest if "=" in part)
    money = next((p for p in rest if p in MONEY), None)
    return Section(
        letter=letter,
        style="work" if style == "work" else "marks" if style == "marks" else "numbers",
        name=names.get(letter, ""),
        questions=questions,
        state=asked[STATE] if STATE in rest else None,
        money=asked[money] if money else None,
    )


def _question(part: str, asked: Mapping[str, Question], known: Known) -> Question:
    """A question with the choices it had, in the words of today. A choice that is no more keeps its number and its id."""
    name, _equals, listed = part.partition("=")
    ids = listed.split(",")
    if name.startswith(DID):
        did = {a.id: a.did for a in known.framework.activities}
        blank = Question(id=name, kind="many", section="work", prompt="", elements=tuple(ids))
        return replace(blank, choices=tuple(Choice(id=i, text=did.get(i, i)) for i in ids))
    there = {c.id: c for c in asked[name].choices}
    return replace(asked[name], choices=tuple(there.get(i, Choice(id=i, text=i)) for i in ids))
