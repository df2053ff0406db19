"""The compiled catalogue, opened: places, codes, the pay of wider groups, and figures that are not published."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadData, BadInput, NotFound
from navigator.domain.occupation import TOP_CODE_HOUR
from navigator.formats import words


@pytest.mark.parametrize("text", ["OH", "oh", "Ohio", "  ohio ", "OHIO"])
def test_a_state_is_known_by_its_letters_and_by_its_name(catalogue: Catalogue, text: str) -> None:
    assert catalogue.area(text) == "OH"


@pytest.mark.parametrize("text", ["district  of\tcolumbia", "DC"])
def test_a_name_of_several_words_may_be_typed_loosely(catalogue: Catalogue, text: str) -> None:
    assert catalogue.area(text) == "DC"


@pytest.mark.parametrize("text", ["", "ZZ", "Atlantis", "O", "' OR 1=1 --"])
def test_an_unknown_place_is_refused_with_what_would_be_right(catalogue: Catalogue, text: str) -> None:
    with pytest.raises(BadInput, match=r"not a state or territory we know\. Use its two letters"):
        catalogue.area(text)


def test_there_are_fifty_four_states_and_territories_and_the_nation(catalogue: Catalogue) -> None:
    assert len(catalogue.areas) == 55 and catalogue.areas["US"] == "United States"
    assert {"DC", "PR", "GU", "VI"} < set(catalogue.areas)


@pytest.mark.parametrize("code", ["99-9999.00", "35-2014.99", "35", "3", "", "cook", "35-2014.00' --", "35-20144"])
def test_an_unknown_code_is_refused_with_the_way_to_find_one(catalogue: Catalogue, code: str) -> None:
    with pytest.raises(NotFound, match="'navigator titles' finds codes"):
        catalogue.occupation(code)


def test_six_digits_find_the_first_occupation_of_that_soc(catalogue: Catalogue) -> None:
    assert catalogue.occupation(" 35-2014 ").code == "35-2014.00"
    assert not catalogue.has("15-1299.00")
    assert catalogue.occupation("15-1299").code == "15-1299.01"


def test_many_occupations_come_in_the_order_they_were_named(catalogue: Catalogue) -> None:
    assert [o.code for o in catalogue.occupations(["53-7065.00", "31-1131.00"])] == ["53-7065.00", "31-1131.00"]
    codes = [o.code for o in catalogue.occupations()]
    assert codes == sorted(codes) == list(catalogue.tables.codes) and len(codes) == 923


def test_an_occupation_of_its_own_has_its_own_pay(catalogue: Catalogue) -> None:
    wages = catalogue.wages("35-2014.00", "OH")
    assert wages is not None and wages.group is None
    assert (wages.area, wages.area_name, wages.vintage) == ("OH", "Ohio", "OEWS May 2025")
    figures = [wages.pay[p].hourly or 0 for p in (10, 25, 50, 75, 90)]
    assert figures == sorted(figures) and wages.entry == wages.pay[10] and wages.typical == wages.pay[50]


@pytest.mark.parametrize(
    ("code", "group"),
    [("31-1121.00", "Home Health and Personal Care Aides"), ("31-1122.00", "Home Health and Personal Care Aides"),
     ("13-1021.00", "Buyers and Purchasing Agents"), ("29-2011.00", "Clinical Laboratory Technologists and Technicians"),
     ("21-1014.00", "Substance Abuse, Behavioral Disorder, and Mental Health Counselors"), ("39-7012.00", "Tour and Travel Guides")],
)  # fmt: skip
def test_the_pay_and_outlook_of_a_wider_group_say_so(catalogue: Catalogue, code: str, group: str) -> None:
    wages, projection = catalogue.wages(code, "US"), catalogue.projection(code)
    assert wages is not None and wages.group == group
    assert projection is not None and projection.group == group
    assert f"pay for the wider group {group}" in words.pay_here(wages, "US")
    assert f"for the wider group {group}" in words.outlook(projection)


def test_a_specialty_has_the_pay_of_the_occupation_it_belongs_to_and_says_so(catalogue: Catalogue) -> None:
    wages = catalogue.wages("29-1141.01", "US")
    general = catalogue.wages("29-1141.00", "US")
    assert wages is not None and general is not None
    assert wages.pay == general.pay and wages.group == "Registered Nurses" and general.group is None


@pytest.mark.parametrize("code", ["11-1031.00", "45-3031.00"])
def test_what_is_not_published_is_none_and_never_invented(catalogue: Catalogue, code: str) -> None:
    assert catalogue.wages(code, "US") is None
    assert words.pay_here(None, "OH") == "Pay is not published for this work."


def test_pay_that_only_some_states_publish_is_missing_in_the_others(catalogue: Catalogue) -> None:
    have = {a for (a,) in catalogue.db.execute("SELECT area FROM wage WHERE soc = '53-5031'")}
    missing = sorted(set(catalogue.areas) - have)
    assert have and missing
    assert catalogue.wages("53-5031.00", missing[0]) is None
    assert catalogue.wages("53-5031.00", sorted(have)[0]) is not None


def test_pay_by_the_year_only_stays_by_the_year(catalogue: Catalogue) -> None:
    wages = catalogue.wages("25-2031.00", "OH")
    assert wages is not None
    assert wages.typical.hourly is None and wages.typical.yearly is not None and not wages.typical.top_coded
    assert wages.typical.per_hour == pytest.approx(wages.typical.yearly / 2080)
    assert words.pay(wages.typical).endswith(" a year")


def test_pay_above_the_highest_published_is_said_as_or_more(catalogue: Catalogue) -> None:
    rows = catalogue.db.execute(
        "SELECT area, soc FROM wage WHERE h50 IS NULL AND a50 IS NULL AND (h50_note = '5' OR a50_note = '5')"
    ).fetchall()
    for area, soc in rows:
        wages = catalogue.wages(f"{soc}.00", area)
        assert wages is not None
        assert wages.typical.top_coded and wages.typical.per_hour == TOP_CODE_HOUR
        assert words.pay(wages.typical) == "$115 an hour ($239,200 a year) or more"
        assert not wages.pay[10].top_coded
    assert rows


def test_figures_that_are_empty_in_the_table_are_none(catalogue: Catalogue) -> None:
    query = "SELECT area, soc FROM wage WHERE h50 IS NULL AND a50 IS NULL AND h50_note NOT IN ('5') AND a50_note NOT IN ('5') LIMIT 20"
    rows = catalogue.db.execute(query).fetchall()
    assert rows
    for area, soc in rows:
        wages = catalogue.wages(f"{soc}.00", area)
        assert wages is not None
        assert wages.typical.hourly is None and wages.typical.yearly is None and not wages.typical.top_coded
        assert wages.typical.per_hour is None and words.pay(wages.typical) == ""
        assert "not published" in words.pay_here(wages, area)


def test_no_wage_or_projection_is_nought_or_less(catalogue: Catalogue) -> None:
    low = "SELECT COUNT(*) FROM wage WHERE MIN(COALESCE(h10, 1), COALESCE(h50, 1), COALESCE(a10, 1), COALESCE(a90, 1)) <= 0"
    assert catalogue.db.execute(low).fetchone() == (0,)
    assert catalogue.db.execute("SELECT COUNT(*) FROM projection WHERE openings < 0").fetchone() == (0,)


def test_unrated_occupations_say_so_and_are_matched_on_what_they_have(catalogue: Catalogue) -> None:
    unrated = [o for o in catalogue.occupations() if not o.rated]
    assert len(unrated) == 44
    assert all(o.activities for o in unrated)


def test_a_folder_whose_name_is_odd_opens_too(catalogue: Catalogue, tmp_path: Path) -> None:
    odd = tmp_path / "100% #1 why?"
    odd.mkdir()
    shutil.copy(catalogue.folder / "catalogue.sqlite", odd)
    assert Catalogue(odd).has("35-2014.00")


@pytest.mark.parametrize("content", [None, b"", b"not a database at all, but long enough to look like a file" * 20])
def test_a_missing_or_broken_compiled_catalogue_is_refused_with_what_to_do(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "catalogue.sqlite").write_bytes(content)
    with pytest.raises(BadData, match="Remove it to build it anew"):
        Catalogue(tmp_path)


def test_the_catalogue_cannot_be_written_to(catalogue: Catalogue) -> None:
    with pytest.raises(Exception, match="readonly"):
        catalogue.db.execute("DELETE FROM wage")
