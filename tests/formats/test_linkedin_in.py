"""LinkedIn's archive: only the files about the person are opened, in whatever encoding."""

from __future__ import annotations

import io
import zipfile

import pytest

from navigator.domain.errors import BadInput
from navigator.domain.record import GOES_ON
from navigator.formats.linkedin import date, linkedin_in

POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\n"
    '"Café Olé",Line Cook,"Ran the grill\n- Trained cooks","Dayton, Ohio",Mar 2019,\n'
    "Kroger,Stocker,,,2016,Dec 2017\n"
)


def archive(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "latin-1"])
def test_positions_come_in_whatever_the_encoding(encoding: str) -> None:
    found = linkedin_in(archive({"Positions.csv": POSITIONS.encode(encoding)}), "linkedin.zip")
    cook, stocker = found.experience
    assert (cook.title, cook.employer, cook.place) == ("Line Cook", "Café Olé", "Dayton, Ohio")
    assert (cook.start, cook.end, cook.details) == ("2019-03", GOES_ON, ("Ran the grill", "Trained cooks"))
    assert (stocker.start, stocker.end) == ("2016", "2017-12")
    assert "Positions.csv" in found.source(cook)


def test_all_six_tables_are_read_also_from_a_folder_in_the_archive() -> None:
    found = linkedin_in(
        archive(
            {
                "Basic/Profile.csv": b"First Name,Last Name,Headline,Summary,Geo Location\nAna,Ruiz,Cook,,Dayton\n",
                "Basic/Education.csv": b"School Name,Start Date,End Date,Notes,Degree Name,Activities\nSinclair,2010,2012,,AAS,Choir\n",
                "Basic/Skills.csv": b"Name\nGrill\nPrep\n",
                "Basic/Certifications.csv": b"Name,Url,Authority,Started On,Finished On,License Number\nCPR,,Red Cross,Jan 2023,Jan 2025,77\n",
                "Basic/Languages.csv": b"Name,Proficiency\nSpanish,Native\n",
            }
        ),
        "linkedin.zip",
    )
    assert found.person is not None
    assert (found.person.name, found.person.about) == ("Ana Ruiz", "Cook")
    assert found.education[0].details == ("Choir",)
    assert [c.name for c in found.claims] == ["Grill", "Prep"]
    assert (found.credentials[0].expires, found.credentials[0].number) == ("2025-01", "77")
    assert found.languages[0].level == "Native"


def test_files_about_other_people_are_never_opened() -> None:
    """They are broken in a way that opening them would show: what they hold does not fit their checksum."""
    data = archive({"Skills.csv": b"Name\nGrill\n", "Connections.csv": b"THIRD-PARTY", "messages.csv": b"THIRD-PARTY"})
    start = data.index(b"Connections.csv") + len(b"Connections.csv")
    broken = data[:start] + b"\xff\xff\xff" + data[start + 3 :]
    found = linkedin_in(broken, "linkedin.zip")
    assert [c.name for c in found.claims] == ["Grill"]
    assert "2 other files" in found.notes[0]
    assert "THIRD-PARTY" not in repr(found)


def test_remarks_above_a_header_are_passed_over() -> None:
    table = b'Notes:\n"Some remark, with a comma"\n\nName\nGrill\n'
    assert [c.name for c in linkedin_in(archive({"Skills.csv": table}), "x").claims] == ["Grill"]


def test_another_archive_is_refused() -> None:
    with pytest.raises(BadInput, match="not LinkedIn's archive"):
        linkedin_in(archive({"holiday.jpg": b"x"}), "holiday.zip")


@pytest.mark.parametrize(
    ("said", "kept"),
    [("Mar 2019", "2019-03"), ("2019", "2019"), ("5 Mar 2019", "2019-03-05"), ("soon", ""), ("", ""), ("03/2019", "")],
)
def test_dates_are_kept_as_precise_as_they_are(said: str, kept: str) -> None:
    assert date(said) == kept
