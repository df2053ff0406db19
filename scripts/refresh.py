"""Rebuild every figure under data/ from the source files, leaving the written text alone.

    python scripts/refresh.py --sources DIR      (DIR holds onet-RELEASE/ and bls/, gzip CSV with a header)

An occupation file has two halves. Above the line that begins with ``# ==== figures`` stand our own words, which this
script never touches; below it stand the figures, which it always rewrites. Running it twice changes nothing.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from navigator.domain.release import ONET, ONET_MADE, PROJECTIONS, WAGES

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"

ONET_RELEASE = f"O*NET {ONET} Database ({ONET_MADE}), USDOL/ETA, CC BY 4.0; modified"
LINE = f"# ==== figures: written by scripts/refresh.py from the {ONET_RELEASE}. Edit above this line only. ====\n"
LINE_START = "# ==== figures"
HEAD = (
    "# {title}\n"
    "# Words: Career Navigator authors, Apache-2.0. Names of the occupation and all figures: {release}.\n"
    "format: navigator/occupation/1\n"
    "code: {code}\n"
)

# OEWS and the projections publish some occupations only as part of a group (sources' README).
GROUP_OF = {
    member: group
    for group, members in {
        "13-1020": ("13-1021", "13-1022", "13-1023"),
        "13-2020": ("13-2022", "13-2023"),
        "21-1018": ("21-1011", "21-1014"),
        "25-2052": ("25-2055", "25-2056"),
        "25-9045": ("25-9042", "25-9043", "25-9049"),
        "29-2010": ("29-2011", "29-2012"),
        "31-1120": ("31-1121", "31-1122"),
        "39-7010": ("39-7011", "39-7012"),
        "47-4090": ("47-4091", "47-4099"),
        "51-2028": ("51-2022", "51-2023"),
        "51-2090": ("51-2092", "51-2099"),
        "53-1047": ("53-1042", "53-1043", "53-1044", "53-1049"),
    }.items()
    for member in members
}

STATES = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE", "11": "DC",
    "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA", "20": "KS", "21": "KY",
    "22": "LA", "23": "ME", "24": "MD", "25": "MA", "26": "MI", "27": "MN", "28": "MS", "29": "MO", "30": "MT",
    "31": "NE", "32": "NV", "33": "NH", "34": "NJ", "35": "NM", "36": "NY", "37": "NC", "38": "ND", "39": "OH",
    "40": "OK", "41": "OR", "42": "PA", "44": "RI", "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT",
    "50": "VT", "51": "VA", "53": "WA", "54": "WV", "55": "WI", "56": "WY", "66": "GU", "72": "PR", "78": "VI",
}  # fmt: skip

Row = dict[str, str]


def rows(path: Path) -> Iterator[Row]:
    """The rows of one gzip CSV; raises FileNotFoundError where the source folder is not what it should be."""
    with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def grouped(path: Path, key: str = "O*NET-SOC Code") -> dict[str, list[Row]]:
    """The rows of one source file by occupation code, in file order."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows(path):
        found[row[key]].append(row)
    return found


def quoted(text: str) -> str:
    """One YAML scalar, always in double quotes: a title such as `No` or `5: lead` must stay text."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def number(text: str) -> str:
    """A figure as YAML, shortest form: 4.10 and 4.1 are one figure and must not differ between two runs."""
    return f"{float(text):g}"


def block_of_ratings(name: str, found: Iterable[Row]) -> list[str]:
    """`2.A.1.a: [importance, level]` a line; level null where O*NET marks it as not relevant to the occupation."""
    pairs: dict[str, dict[str, str]] = defaultdict(dict)
    names: dict[str, str] = {}
    imprecise = set()
    for row in found:
        element = row["Element ID"]
        names[element] = row["Element Name"]
        not_needed = row.get("Not Relevant") == "Y"
        pairs[element][row["Scale ID"]] = "null" if not_needed else number(row["Data Value"])
        if row.get("Recommend Suppress") == "Y" and not not_needed:
            imprecise.add(element)
    if not pairs:
        return [f"  {name}: {{}}"]
    lines = [f"  {name}:"]
    for element, scales in sorted(pairs.items()):
        values = f"[{scales['IM']}, {scales['LV']}]" if "LV" in scales else scales["IM"]
        lines.append(f"    {element}: {values}  # {names[element]}")
    if imprecise:
        lines.append(f"  {name}_imprecise: [{', '.join(sorted(imprecise))}]")
    return lines


def block_of_activities(found: Iterable[Row]) -> list[str]:
    """`4.A.1.a.1.I03: {D06: 1}`: the detailed activities under each intermediate one, and in how many tasks."""
    nested: dict[str, dict[str, str]] = defaultdict(dict)
    for row in found:
        nested[row["IWA ID"]][row["DWA ID"].rpartition(".")[2]] = row["tasks"]
    lines = ["  activities:"]
    for iwa, detailed in sorted(nested.items()):
        lines.append(f"    {iwa}: {{{', '.join(f'{d}: {n}' for d, n in sorted(detailed.items()))}}}")
    return lines


def block_of_entry(found: list[Row]) -> list[str]:
    """Percent of workers per category of schooling, experience and training; certification and apprenticeship 1-5."""
    keys = {"RL": "education", "RW": "experience", "PT": "on_site_training", "OJ": "on_the_job_training"}
    lines = ["  entry:"] if found else ["  entry: {}"]
    for scale, key in keys.items():
        chosen = sorted((int(r["Category"]), r) for r in found if r["Scale ID"] == scale and r["Data Value"])
        if chosen:
            lines.append(f"    {key}: [{', '.join(number(r['Data Value']) for _, r in chosen)}]")
    for element, key in (("2.D.4.a", "certification"), ("3.A.4.a", "apprenticeship")):
        lines += [f"    {key}: {number(r['Data Value'])}" for r in found if r["Element ID"] == element]
    return lines


def block_of_titles(name: str, titles: Iterable[str]) -> list[str]:
    """One quoted title a line, each once, in the source's order."""
    seen: dict[str, str] = {}
    for title in titles:
        seen.setdefault(title.casefold(), title)
    return [f"  {name}:", *(f"    - {quoted(t)}" for t in seen.values())] if seen else [f"  {name}: []"]


class Onet:
    """The O*NET tables, read once; :meth:`figures` writes one occupation's half of its file."""

    def __init__(self, folder: Path) -> None:
        def table(name: str) -> dict[str, list[Row]]:
            return grouped(folder / f"{name}.csv.gz")

        self.title = {r["O*NET-SOC Code"]: r["Title"] for r in rows(folder / "occupations.csv.gz")}
        self.zone = {r["O*NET-SOC Code"]: r["Job Zone"] for r in rows(folder / "job_zones.csv.gz")}
        self.alternate = table("alternate_titles")
        self.reported = table("reported_titles")
        self.skills = table("skills")
        self.knowledge = table("knowledge")
        self.styles = table("work_styles")
        self.interests = table("interests")
        self.activities = table("work_activities")
        self.entry = table("education_training_experience")
        self.related = table("related_occupations_primary_short")
        self.technology = table("technology_skills")

    def codes(self) -> list[str]:
        """The 923 occupations that have data: those with a job zone."""
        return sorted(self.zone)

    def figures(self, code: str) -> str:
        """The generated half of one occupation's file."""
        interests = [r for r in self.interests[code] if r["Scale ID"] == "OI"]
        related = sorted(self.related[code], key=lambda r: int(r["Index"]))
        alternate = (t for r in self.alternate[code] for t in (r["Alternate Title"], r["Short Title"]) if t)
        technology = sorted({r["Example"] for r in self.technology[code] if r["In Demand"] == "Y"})
        parts = [
            ["figures:", f"  title: {quoted(self.title[code])}", f"  job_zone: {self.zone[code]}"],
            [f"  closest: [{', '.join(quoted(r['Related O*NET-SOC Code']) for r in related)}]"],
            block_of_ratings("skills", self.skills[code]),
            block_of_ratings("knowledge", self.knowledge[code]),
            block_of_ratings("work_styles", self.styles[code]),
            ["  interests:"],
            [f"    {r['Element ID']}: {number(r['Data Value'])}  # {r['Element Name']}" for r in interests],
            block_of_activities(self.activities[code]),
            block_of_entry(self.entry[code]),
            block_of_titles("technology", technology),
            block_of_titles("titles", alternate),
            block_of_titles("reported_titles", (r["Reported Job Title"] for r in self.reported[code])),
        ]
        return LINE + "\n".join(line for part in parts for line in part) + "\n"


def write_if_changed(path: Path, text: str) -> bool:
    """Write whole, and only a real change: a refresh without news leaves every time stamp as it was."""
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True


def refresh_occupations(onet: Onet) -> int:
    """One YAML an occupation; the words above the line are kept to the byte. Returns how many files changed."""
    changed = 0
    for code in onet.codes():
        path = DATA / "occupations" / f"{code}.yaml"
        head = HEAD.format(title=onet.title[code], release=ONET_RELEASE, code=code)
        if path.exists():
            head = path.read_text(encoding="utf-8").partition(LINE_START)[0]
        changed += write_if_changed(path, head + onet.figures(code))
    return changed


WAGE_FIELDS = ("h10", "h25", "h50", "h75", "h90", "a10", "a25", "a50", "a75", "a90")


def figure_or_nothing(text: str) -> str:
    """OEWS writes `-` for a figure that is not published; ours is an empty cell. Nothing is ever filled in."""
    return "" if text in ("-", "") else text


def wage_row(area: str, row: Row) -> list[str]:
    """One area and occupation: employment, location quotient, ten percentiles, the two notes."""
    numbers = [figure_or_nothing(row[f]) for f in ("employment", "location_quotient", *WAGE_FIELDS)]
    return [area, row["soc"], *numbers, row["h50_note"], row["a50_note"]]


def csv_text(comment: list[str], header: list[str], body: Iterable[list[str]]) -> str:
    """A CSV that says in its first lines what it is, where it comes from, of which year, and under which terms."""
    out = io.StringIO()
    out.writelines(f"# {line}\n" for line in comment)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(body)
    return out.getvalue()


def refresh_wages(bls: Path, wanted: set[str]) -> int:
    """The nation's table and the states'; only the occupations and groups that the catalogue joins to."""
    comment = [
        f"Occupational Employment and Wage Statistics, {WAGES}. U.S. Bureau of Labor Statistics. Public domain.",
        "hNN, aNN: hourly and yearly wage, NNth percentile, dollars. Note 5: at or above $115.00 an hour or $239,200",
        "a year. Note 4: published by the hour only or by the year only. Note 8 or an empty cell: not published.",
    ]
    header = ["area", "soc", "employment", "location_quotient", *WAGE_FIELDS, "h50_note", "a50_note"]

    def chosen(name: str, area: Callable[[Row], str]) -> list[list[str]]:
        found = [wage_row(area(r), r) for r in rows(bls / name) if r["soc"] in wanted]
        return sorted(found, key=lambda cells: cells[:2])

    nation = chosen("oews_2025_national.csv.gz", lambda r: "US")
    states = chosen("oews_2025_state.csv.gz", lambda r: STATES[r["area"][:2]])
    return write_if_changed(DATA / "wages" / "national.csv", csv_text(comment, header, nation)) + write_if_changed(
        DATA / "wages" / "states.csv", csv_text(comment, header, states)
    )


def refresh_projections(bls: Path, wanted: set[str]) -> int:
    """Employment Projections for the occupations and groups that the catalogue joins to."""
    columns = {
        "employment_2024_thousands": "Employment, 2024",
        "employment_2034_thousands": "Employment, 2034",
        "growth_percent": "Employment change, percent, 2024–34",
        "yearly_openings_thousands": "Occupational openings, 2024–34 annual average",
        "median_yearly_wage_2024": "Median annual wage, dollars, 2024[1]",
        "entry_education": "Typical education needed for entry",
        "experience": "Work experience in a related occupation",
        "training": "Typical on-the-job training needed to attain competency in the occupation",
    }
    leaving = {
        r["2024 National Employment Matrix code"]: r["Occupational transfer rate, 2024–34 annual average"]
        for r in rows(bls / "ep_2024_34_separations.csv.gz")
    }
    body = []
    for row in rows(bls / "ep_2024_34_occupations.csv.gz"):
        soc = row["2024 National Employment Matrix code"]
        if soc in wanted:
            body.append([soc, *("" if row[c] == "—" else row[c].strip() for c in columns.values()), leaving[soc]])
    comment = [
        f"Employment Projections {PROJECTIONS}. U.S. Bureau of Labor Statistics. Public domain.",
        "Thousands of jobs; growth in percent over ten years; openings: average a year; transfer: percent of workers",
        "who move to another occupation in a year.",
    ]
    header = ["soc", *columns, "transfer_rate_percent"]
    return write_if_changed(DATA / "projections" / f"{PROJECTIONS}.csv", csv_text(comment, header, sorted(body)))


def refresh_groups(bls: Path) -> int:
    """Which occupation is published only as part of which wider group, with the group's name."""
    names = {r["soc"]: r["title"] for r in rows(bls / "oews_2025_occupations.csv.gz")}
    comment = ["Occupations that OEWS and the projections publish only as a group. U.S. Bureau of Labor Statistics,"]
    comment.append(f"SOC 2018 as used in OEWS {WAGES}. Public domain.")
    body = [[member, group, names.get(group, group)] for member, group in sorted(GROUP_OF.items())]
    return write_if_changed(DATA / "wages" / "groups.csv", csv_text(comment, ["soc", "group", "group_title"], body))


def refresh_names(bls: Path, wanted: set[str]) -> int:
    """The names under which OEWS publishes: a specialty of O*NET has the pay of the occupation it belongs to."""
    body = sorted([r["soc"], r["title"]] for r in rows(bls / "oews_2025_occupations.csv.gz") if r["soc"] in wanted)
    comment = [f"Occupations of OEWS {WAGES}. U.S. Bureau of Labor Statistics. Public domain."]
    return write_if_changed(DATA / "wages" / "occupations.csv", csv_text(comment, ["soc", "title"], body))


def refresh_areas(bls: Path) -> int:
    """The areas that have wages: the nation and 54 states and territories, by postal code."""
    body = [["US", "United States"]]
    for row in rows(bls / "oews_2025_areas.csv.gz"):
        if row["area_type"] == "S":
            body.append([STATES[row["area"][:2]], row["area_name"]])
    comment = [f"Areas of OEWS {WAGES}. U.S. Bureau of Labor Statistics. Public domain."]
    return write_if_changed(DATA / "wages" / "areas.csv", csv_text(comment, ["area", "name"], body))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, required=True, help=f"the folder that holds onet-{ONET}/ and bls/")
    sources: Path = parser.parse_args().sources
    bls = sources / "bls"
    try:
        onet = Onet(sources / f"onet-{ONET}")
        socs = {code[:7] for code in onet.codes()}
        wanted = socs | {GROUP_OF[s] for s in socs if s in GROUP_OF} | {"00-0000"}
        changed = refresh_occupations(onet)
        changed += refresh_wages(bls, wanted) + refresh_projections(bls, wanted)
        changed += refresh_groups(bls) + refresh_areas(bls) + refresh_names(bls, wanted)
    except FileNotFoundError as error:
        print(
            f"{error.filename}: not there. --sources names the folder that holds onet-{ONET}/ and bls/.",
            file=sys.stderr,
        )
        return 2
    print(f"{changed} files changed.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
