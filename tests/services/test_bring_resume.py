"""Resumes of many shapes: what our words know is suggested with its line, and nothing is made up."""

from __future__ import annotations

import io

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.record import GOES_ON
from navigator.formats.incoming import Brought
from navigator.formats.resume_pdf import pdf_lines
from navigator.formats.resume_text import docx_lines
from navigator.services.bring_resume import Lexicons, lexicons, resume_in


@pytest.fixture(scope="module")
def known(catalogue: Catalogue) -> Lexicons:
    return lexicons(catalogue)


def jobs(found: Brought) -> list[tuple[str, str, str, str]]:
    return [(j.title, j.employer, j.start, j.end) for j in found.experience]


LONG = """MARIA LOPEZ
Columbus, OH 43215 | (614) 555-0137 | maria.lopez@example.org

SUMMARY
Hard-working cook and caregiver.

WORK EXPERIENCE
Line Cook, Joe's Diner, Columbus, OH                 Mar 2019 - Present
- Cooked up to 120 meals a shift
- Trained three new cooks and checked that food was stored safely
  at the right temperature
Certified Nursing Assistant
Sunrise Senior Living, Dublin, OH
06/2016 to 02/2019
• Helped residents wash, dress and eat
Amazon Fulfillment Center — Warehouse Associate (2015-16)

VOLUNTEER WORK
Food Pantry Helper, St. Mark Church   2020 - 2022

EDUCATION
Columbus State Community College, Certificate in Culinary Arts, 2018
Whetstone High School, High School Diploma 2014

CERTIFICATIONS
ServSafe Food Handler, exp. 05/2027
CPR and First Aid (2023)
State Tested Nurse Aide (CNA)

SKILLS
Grill, prep work
Bilingual: English and Spanish (fluent)

REFERENCES
Bob Jones, Manager, Joe's Diner, 614-555-0199
"""


def brought(known: Lexicons, text: str) -> Brought:
    return resume_in(text.splitlines(), known)


def test_a_whole_resume(known: Lexicons) -> None:
    found = resume_in(LONG.splitlines(), known)
    assert jobs(found) == [
        ("Line Cook", "Joe's Diner", "2019-03", GOES_ON),
        ("Certified Nursing Assistant", "Sunrise Senior Living", "2016-06", "2019-02"),
        ("Warehouse Associate", "Amazon Fulfillment Center", "2015", "2016"),
        ("Food Pantry Helper", "St. Mark Church", "2020", "2022"),
    ]
    assert found.experience[0].details[1].endswith("stored safely at the right temperature")
    assert found.experience[3].kind == "volunteer"
    assert [(s.school, s.level) for s in found.education] == [
        ("Columbus State Community College", "certificate"),
        ("Whetstone High School", "high_school"),
    ]
    assert {c.licence: c.name for c in found.credentials} == {
        "food-handler": "ServSafe Food Handler",
        "cpr-first-aid": "CPR and First Aid",
        "cna": "State Tested Nurse Aide (CNA)",
    }
    assert found.credentials[0].expires == "2027-05"
    assert [c.name for c in found.claims] == ["Grill", "prep work"]
    assert [(t.name, t.level) for t in found.languages] == [("English", ""), ("Spanish", "fluent")]
    assert found.person is not None
    assert (found.person.name, found.person.contact.phone) == ("Maria Lopez", "(614) 555-0137")


def test_everything_found_carries_the_line_it_came_from(known: Lexicons) -> None:
    found = resume_in(LONG.splitlines(), known)
    for part in found.parts():
        line = found.source(part)
        assert line
        for piece in line.split(" / "):
            assert " ".join(piece.replace("|", " ").split())[:30] in " ".join(LONG.split())


def test_referees_are_never_taken(known: Lexicons) -> None:
    found = resume_in(LONG.splitlines(), known)
    assert "Bob Jones" not in repr(found)
    assert "0199" not in repr(found)
    assert any("References" in n for n in found.notes)


@pytest.mark.parametrize(
    "lines",
    [
        ["Experience", "Forklift Operator | Great Lakes Freight | 2018 – 2021", "Stocker | Kroger | 2016 – 2018"],
        ["Experience", "2018 – 2021", "Forklift Operator", "Great Lakes Freight", "2016 – 2018", "Stocker", "Kroger"],
        [
            "Experience",
            "Great Lakes Freight",
            "Forklift Operator   2018-2021",
            "• Moved pallets",
            "Kroger",
            "Stocker   2016-2018",
        ],
        [
            "Experience",
            "Forklift Operator at Great Lakes Freight (2018 to 2021)",
            "",
            "Stocker at Kroger (2016 to 2018)",
        ],
        ["WORK HISTORY:", "Forklift Operator", "Great Lakes Freight, 2018-2021", "Stocker", "Kroger, 2016-2018"],
    ],
)
def test_titles_employers_and_years_in_any_order(known: Lexicons, lines: list[str]) -> None:
    assert jobs(resume_in(lines, known)) == [
        ("Forklift Operator", "Great Lakes Freight", "2018", "2021"),
        ("Stocker", "Kroger", "2016", "2018"),
    ]


def test_a_title_that_no_word_of_ours_knows_is_told_not_guessed(known: Lexicons) -> None:
    found = resume_in(["Experience", "Blue Moon Zzyx   2018 - 2020", "- Helped people"], known)
    assert not found.experience
    assert found.notes == ("No job title that we know was found in this line: Blue Moon Zzyx | 2018 - 2020",)


def test_a_line_without_a_title_is_told_only_where_its_dates_say_that_it_was_work(known: Lexicons) -> None:
    cook = "Line Cook, Joe's Diner   2018 - 2020"
    undated = resume_in(["EXPERIENCE", "Blue Moon Zzyx", "", cook], known)
    above = resume_in(["Maria Lopez", "Blue Moon Zzyx   2012 - 2014", "", cook], known)
    for found in (undated, above):
        assert [j.title for j in found.experience] == ["Line Cook"] and found.notes == ()


def test_an_employer_of_many_words_above_the_first_title_is_kept(known: Lexicons) -> None:
    employer = "The Large and Old Family Restaurant Company of Columbus Ohio"
    found = resume_in(["EXPERIENCE", employer, "Line Cook   2018 - 2020", "- Cooked"], known)
    assert jobs(found) == [("Line Cook", employer, "2018", "2020")]


def test_a_text_that_is_no_resume_brings_no_jobs(known: Lexicons) -> None:
    story = [
        "The cook of the house was old.",
        "In 1998 the driver left.",
        "Nobody saw the teacher again after 2003 - 2004.",
    ]
    found = resume_in(story, known)
    assert list(found.parts()) == []


def test_who_gave_a_paper_is_not_taken_for_another_paper(known: Lexicons) -> None:
    lines = [
        "CERTIFICATIONS",
        "CPR, Red Cross, 2022",
        "Cosmetology license, Texas, expires 2025",
        "Notary, OSHA 10, 2021",
        "Welder, , 2011 OSHA 30",
    ]
    found = resume_in(lines, known).credentials
    assert [(c.name, c.issuer, c.issued, c.expires) for c in found[:2]] == [
        ("CPR", "Red Cross", "2022", ""),
        ("Cosmetology license", "Texas", "", "2025"),
    ]
    assert found[0].licence == "cpr-first-aid" and "OSHA 10" in [c.name for c in found]
    assert not [c.name for c in found if ",," in c.name or ", ," in c.name]


def test_a_language_in_a_list_of_skills_is_a_language(known: Lexicons) -> None:
    found = resume_in(["SKILLS", "Spanish, English, Microsoft Excel, French cooking"], known)
    assert [x.name for x in found.languages] == ["Spanish", "English"]
    assert [c.name for c in found.claims] == ["Microsoft Excel", "French cooking"]


def test_lines_in_spanish_have_their_headings_known(known: Lexicons) -> None:
    found = resume_in(
        ["Experiencia laboral", "Cook, Casa Azul, enero 2019 - actual", "Idiomas", "Spanish, English"], known
    )
    assert jobs(found) == [("Cook", "Casa Azul", "2019-01", GOES_ON)]
    assert [t.name for t in found.languages] == ["Spanish", "English"]


def test_columns_of_a_pdf_are_not_mixed(known: Lexicons) -> None:
    typst = pytest.importorskip("typst", reason="the extra pdf is not installed")
    page = r"""#grid(columns: (1fr, 2fr), gutter: 1cm, [
= Contact
Dayton, OH \
937-555-0110 \
rosa\@example.org
= Skills
- Patient care
- Records
= Certifications
Phlebotomy certified (CPT) 2020
],[
#text(size: 20pt)[Rosa Delgado]
= Experience
*Phlebotomist*, Miami Valley Hospital \
May 2020 – Present
- Drew blood from 40 patients a day
*Home Health Aide* \
Comfort Keepers, Dayton, OH \
2017 – 2020
])"""
    found = resume_in(pdf_lines(typst.compile(page.encode()), "two.pdf"), known)
    assert jobs(found) == [
        ("Phlebotomist", "Miami Valley Hospital", "2020-05", GOES_ON),
        ("Home Health Aide", "Comfort Keepers", "2017", "2020"),
    ]
    assert [c.name for c in found.claims] == ["Patient care", "Records"]
    assert [c.licence for c in found.credentials] == ["phlebotomy"]
    assert found.person is not None
    assert found.person.name == "Rosa Delgado"


def test_tables_lists_and_text_boxes_of_a_word_file_are_read_in_order() -> None:
    docx = pytest.importorskip("docx", reason="the extra docx is not installed")
    made = docx.Document()
    made.add_heading("Tom Nguyễn", 0)
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "2019 – 2023"
    table.cell(0, 1).text = "Electrician\nCascade Electric"
    made.add_paragraph("Pulled wire", style="List Bullet")
    box = docx.oxml.parse_xml(
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
        "<mc:Choice><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:txbxContent><w:p><w:r><w:t>In the box</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    made.add_paragraph("Before the box").runs[0]._r.addnext(box)
    out = io.BytesIO()
    made.save(out)
    lines = [line for line in docx_lines(out.getvalue(), "tom.docx") if line.strip()]
    assert lines == [
        "Tom Nguyễn",
        "2019 – 2023",
        "Electrician",
        "Cascade Electric",
        "• Pulled wire",
        "Before the box",
        "In the box",
    ]


def test_places_levels_and_a_diploma_are_kept_as_people_write_them(known: Lexicons) -> None:
    found = resume_in(
        ["Experience", "Cashier", "Save Mart, Clovis CA", "2016 - 2018", "Education", "GED, 2015", "Diploma, Reno High",
         "Languages", "Spanish (native), English (good), Hmong - a little"], known
    )  # fmt: skip
    (job,) = found.experience
    assert (job.employer, job.place) == ("Save Mart", "Clovis, CA")
    assert [(s.study, s.school, s.level) for s in found.education] == [
        ("GED", "", "high_school"),
        ("Diploma", "Reno High", "high_school"),
    ]
    assert [(t.name, t.level) for t in found.languages] == [
        ("Spanish", "native"), ("English", "good"), ("Hmong", "a little"),
    ]  # fmt: skip


def test_the_class_of_a_license_is_no_paper_of_its_own(known: Lexicons) -> None:
    found = resume_in(["CERTIFICATIONS", "California Driver License, Class C, OSHA 10"], known).credentials
    assert [c.name for c in found] == ["California Driver License, Class C", "OSHA 10"]


def test_a_paper_that_is_still_worked_for_is_kept_but_is_none_that_is_held(known: Lexicons) -> None:
    lines = ["LICENSES", "CNA (expected 2026)", "OSHA 10, in progress", "CPR, Red Cross, 2022", "SKILLS", "Excel, EMT (en curso)",
             "CERTIFICATIONS", "Working toward CNA certification"]  # fmt: skip
    found = resume_in(lines, known)
    assert {(c.name, c.licence, c.issued, c.expires) for c in found.credentials} == {
        ("CNA (expected 2026)", "", "", ""),
        ("OSHA 10, in progress", "", "", ""),
        ("CPR", "cpr-first-aid", "2022", ""),
        ("EMT (en curso)", "", "", ""),
        ("Working toward CNA certification", "", "", ""),
    }
    assert [c.name for c in found.claims] == ["Excel"]


def test_one_paper_to_come_takes_nothing_from_another_in_the_same_line(known: Lexicons) -> None:
    found = resume_in(["SUMMARY", "I am CPR certified, currently working toward my CNA certification."], known)
    assert [c.licence for c in found.credentials] == ["cpr-first-aid"]


def test_of_two_papers_in_a_dated_line_the_one_that_is_held_counts(known: Lexicons) -> None:
    found = resume_in(["LICENSES", "CPR 2022, CNA in progress"], known).credentials
    assert [(c.name, c.licence, c.issued) for c in found] == [
        ("CPR", "cpr-first-aid", "2022"),
        ("CNA in progress", "", ""),
    ]


def test_the_title_of_work_in_another_country_is_no_license_of_here(known: Lexicons) -> None:
    lines = ["EXPERIENCE", "Registered Nurse", "Hospital Rosales, San Salvador, El Salvador", "2010 - 2016"]
    assert resume_in(lines, known).credentials == ()
    assert resume_in([*lines, "LICENSES", "Registered Nurse"], known).credentials[0].licence == "nclex-rn"


def test_a_paper_of_another_country_is_kept_with_its_place_and_counts_for_none_here(known: Lexicons) -> None:
    lines = ["LICENSES", "RN license, El Salvador, 2010", "LPN license, Lima, Peru, 2012", "CNA, Jamaica, NY, 2015"]
    found = resume_in(lines, known).credentials
    assert [(c.name, c.issuer, c.licence) for c in found[:2]] == [
        ("RN license", "El Salvador", ""),
        ("LPN license, Lima, Peru", "", ""),
    ]
    assert [c.issued for c in found[:2]] == ["2010", "2012"]
    assert "cna" in [c.licence for c in found[2:]]


def test_a_food_handler_card_of_servsafe_is_not_the_certificate_of_a_manager(known: Lexicons) -> None:
    lines = ["LICENSES", "ServSafe Food Handler, 2021"]
    assert [c.licence for c in resume_in(lines, known).credentials] == ["food-handler"]
    lines = ["SKILLS", "ServSafe Food Handler, ServSafe Alcohol"]
    assert [c.licence for c in resume_in(lines, known).credentials] == ["food-handler", "alcohol-server"]
    assert [c.licence for c in resume_in(["LICENSES", "ServSafe Manager"], known).credentials] == ["servsafe"]


def test_the_town_and_country_of_work_elsewhere_are_its_place(known: Lexicons) -> None:
    lines = [
        "EXPERIENCE",
        "Nurse, Hospital Rosales, San Salvador, El Salvador",
        "2010 - 2016",
        "Cashier, Super Selectos, El Salvador, 2005 - 2008",
        "Cook, Casa Azul, Taos, New Mexico, 2002 - 2004",
    ]
    found = resume_in(lines, known).experience
    assert [(j.employer, j.place) for j in found] == [
        ("Hospital Rosales", "San Salvador, El Salvador"),
        ("Super Selectos", "El Salvador"),
        ("Casa Azul", ""),
    ]


@pytest.mark.parametrize("line", ["References available upon request.", "Referencias disponibles a solicitud"])
def test_that_references_can_be_asked_for_is_no_skill(known: Lexicons, line: str) -> None:
    found = resume_in(["SKILLS", "Excel", line], known)
    assert [c.name for c in found.claims] == ["Excel"] and found.notes == ()


def test_the_title_of_work_is_no_license_but_what_says_license_is(known: Lexicons) -> None:
    lines = ["EXPERIENCE", "Registered Nurse, Mercy Hospital, Houston, TX   2012 - 2014", "- Cared for the sick"]
    assert resume_in(lines, known).credentials == ()
    assert [c.licence for c in resume_in([*lines, "- Held an active RN license"], known).credentials] == ["nclex-rn"]
    named = [lines[0], "Registered Nurse (RN license), Mercy Hospital, Houston, TX   2012 - 2014"]
    assert [c.licence for c in resume_in(named, known).credentials] == ["nclex-rn"]


def test_a_town_its_region_and_its_country_are_all_kept(known: Lexicons) -> None:
    lines = ["EXPERIENCE", "Welder, Acme, Guadalajara, Jalisco, Mexico   2010 - 2012", "- Welded frames"]
    (job,) = resume_in(lines, known).experience
    assert (job.employer, job.place) == ("Acme", "Guadalajara, Jalisco, Mexico")
    lines[1] = "Welder | Taller Ruiz | Puebla, Mexico   2010 - 2012"
    (job,) = resume_in(lines, known).experience
    assert (job.employer, job.place) == ("Taller Ruiz", "Puebla, Mexico")


def test_a_paper_from_a_town_a_region_and_a_country_is_one_and_none_of_here(known: Lexicons) -> None:
    lines = ["LICENSES", "CPR card, RN license, Guadalajara, Jalisco, Mexico, OSHA 10"]
    papers = resume_in(lines, known).credentials
    assert [(c.name, c.licence) for c in papers] == [
        ("CPR card", "cpr-first-aid"),
        ("RN license, Guadalajara, Jalisco, Mexico", ""),
        ("OSHA 10", "osha-10"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Part-time or full-time work near home. Served in the National Guard.",
        "Ten years in the Shipping Department, Department of Labor",
        "Series of tools, Coast redwood pruning, Cisco router setup",
        "Worked beside Firefighter crews",
    ],
)
def test_everyday_words_of_a_name_in_brackets_are_no_license(known: Lexicons, line: str) -> None:
    assert not brought(known, f"Lee Park\nSummary\n{line}").credentials


def test_short_forms_are_read_with_few_capitals_too(known: Lexicons) -> None:
    found = brought(known, "Lee Park\nSkills\nCPhT, ParaPro, Security+, typing").credentials
    assert [c.licence for c in found] == ["pharmacy-tech", "paraprofessional", "comptia-security"]


def test_what_is_not_held_is_left_out_with_its_line_and_takes_nothing_else_away(known: Lexicons) -> None:
    found = brought(
        known, "Lee Park\nSummary\nNo driver's license, OSHA-10 card. I have CPR but need a forklift card.\n"
        "Certificates\nPlan to get my CDL class A in 2027\nFailed the EPA 608 test\nCNA\n",
    )  # fmt: skip
    assert [c.licence for c in found.credentials] == ["cna", "osha-10", "cpr-first-aid"]
    told = [note.rpartition(": ")[2] for note in found.notes]
    assert sorted(told) == [
        "Failed the EPA 608 test",
        "No driver's license",
        "Plan to get my CDL class A in 2027",
        "need a forklift card.",
    ]


def test_our_own_resume_gives_back_its_work_as_it_was(known: Lexicons) -> None:
    found = brought(
        known, "Ana Ruiz\n\nWORK EXPERIENCE\n\nFarmhand =CMD()\nAs a volunteer | some months\n- Fed hens\n\n"
        "Line cook (night)\nSide work | 2018 to 2020\n",
    )  # fmt: skip
    assert [(e.title, e.employer, e.kind) for e in found.experience] == [
        ("Farmhand =CMD()", "", "volunteer"),
        ("Line cook", "", "side"),
    ]
