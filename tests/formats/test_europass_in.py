"""Europass, as XML and attached to its PDF."""

from __future__ import annotations

import io

import pytest

from navigator.domain.errors import BadInput
from navigator.formats import imports
from navigator.formats.europass import europass_in

CANDIDATE = """<?xml version="1.0" encoding="UTF-8"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:hr="http://www.hr-xml.org/3">
 <CandidatePerson>
  <PersonName><oa:GivenName>Zoë</oa:GivenName><hr:FamilyName>Müller</hr:FamilyName></PersonName>
  <Communication><ChannelCode>Email</ChannelCode><oa:URI>zoe@example.org</oa:URI></Communication>
  <Communication><ChannelCode>Telephone</ChannelCode><oa:DialNumber>5550199</oa:DialNumber></Communication>
  <Communication><Address><oa:CityName>Toledo</oa:CityName></Address></Communication>
  <PrimaryLanguageCode>deu</PrimaryLanguageCode>
 </CandidatePerson>
 <CandidateProfile>
  <EmploymentHistory><EmployerHistory>
   <hr:OrganizationName>Bakery Sun</hr:OrganizationName>
   <PositionHistory>
    <PositionTitle>Baker</PositionTitle>
    <EmploymentPeriod><StartDate><hr:FormattedDateTime>2018-04-01</hr:FormattedDateTime></StartDate>
     <EndDate><hr:FormattedDateTime>2020-05</hr:FormattedDateTime></EndDate></EmploymentPeriod>
    <Description>&lt;ul&gt;&lt;li&gt;Baked bread&lt;/li&gt;&lt;li&gt;Cleaned ovens&lt;/li&gt;&lt;/ul&gt;</Description>
   </PositionHistory>
  </EmployerHistory></EmploymentHistory>
  <EducationHistory><EducationOrganizationAttendance>
   <hr:OrganizationName>Trade School</hr:OrganizationName>
   <EducationDegree><hr:DegreeName>Baker's certificate</hr:DegreeName></EducationDegree>
  </EducationOrganizationAttendance></EducationHistory>
  <Certifications><Certification><CertificationName>Food handler</CertificationName></Certification></Certifications>
  <PersonQualifications>
   <PersonCompetency><CompetencyID>eng</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
    <CompetencyDimension><Score><hr:ScoreText>B2</hr:ScoreText></Score></CompetencyDimension></PersonCompetency>
   <PersonCompetency><CompetencyName>Teamwork</CompetencyName><hr:TaxonomyID>skill</hr:TaxonomyID></PersonCompetency>
  </PersonQualifications>
 </CandidateProfile>
</Candidate>""".encode()


def test_the_parts_come_in() -> None:
    found = europass_in(CANDIDATE, "europass.xml")
    assert found.person is not None
    contact = found.person.contact
    assert (found.person.name, contact.email, contact.phone, contact.city) == (
        "Zoë Müller",
        "zoe@example.org",
        "5550199",
        "Toledo",
    )
    job = found.experience[0]
    assert (job.title, job.employer, job.start, job.end) == ("Baker", "Bakery Sun", "2018-04-01", "2020-05")
    assert job.details == ("Baked bread", "Cleaned ovens")
    assert (found.education[0].school, found.education[0].study) == ("Trade School", "Baker's certificate")
    assert found.credentials[0].name == "Food handler"
    assert [(t.name, t.level) for t in found.languages] == [("German", "native"), ("English", "B2")]
    assert [c.name for c in found.claims] == ["Teamwork"]


def test_a_file_is_known_by_its_content() -> None:
    assert imports.recognised(CANDIDATE, "anything.bin").name == "europass"


def test_entities_are_refused() -> None:
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE Candidate [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        b'<Candidate xmlns="http://www.europass.eu/1.0">&b;</Candidate>'
    )
    with pytest.raises(BadInput, match="entities"):
        europass_in(bomb, "bomb.xml")
    outside = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><Candidate xmlns="http://www.europass.eu/1.0">&e;</Candidate>'
    with pytest.raises(BadInput, match="entities"):
        europass_in(outside, "outside.xml")


def test_another_root_and_a_broken_file_are_refused() -> None:
    with pytest.raises(BadInput, match="not a Europass"):
        europass_in(b"<Candidate/>", "x.xml")
    with pytest.raises(BadInput, match="damaged"):
        europass_in(CANDIDATE[:300], "x.xml")
    with pytest.raises(BadInput, match="nested too deep"):
        europass_in(
            b"<Candidate xmlns='http://www.europass.eu/1.0'>" + b"<a>" * 90 + b"</a>" * 90 + b"</Candidate>", "x.xml"
        )


def test_it_is_found_attached_to_a_pdf() -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment("attachment.xml", CANDIDATE)
    out = io.BytesIO()
    writer.write(out)
    kind = imports.recognised(out.getvalue(), "europass.pdf")
    assert kind.name == "europass-pdf"
    assert kind.read is not None
    assert kind.read(out.getvalue(), "europass.pdf").experience[0].title == "Baker"
