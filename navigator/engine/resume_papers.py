"""Certificates, skills and languages of a resume, by the words we know for them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from navigator.domain.record import Claim, Credential, Language
from navigator.engine.abroad import names_country
from navigator.engine.papers_held import doubted, is_held, lacks, opens_to_come, to_come
from navigator.engine.resume_lines import Part, spans, without
from navigator.engine.resume_work import PLACE

_PAPER = r"certificat\w*|certified|licen[cs]ed?s?|licensure|card|permit|commission|registered|registration"
_PAPER_WORD = re.compile(rf"\b(?:{_PAPER})\b", re.IGNORECASE)
_ACRONYM = re.compile(r"(?<![\w-])(?=[A-Za-z]{0,12}[A-Z])[A-Z][A-Za-z]{1,12}(?:-[A-Z0-9]{1,3})?\+?(?![A-Za-z])")
_TOO_COMMON = frozenset({"ABC", "POST", "ICC", "ISA", "AWS", "CO", "CAS", "CCS", "OT", "PE", "RD", "LM", "ND", "MMC", "ASQ", "CDL", "CPT", "FAA", "FRA", "IRS", "USDA", "EPA", "FCC", "NRC", "COA", "COT", "CompTIA", "ServSafe"})  # fmt: skip
"""Short forms that mean something else as often."""

MORE_WORDS: Mapping[str, tuple[str, ...]] = {
    "drivers-licence": ("driver's license", "drivers license", "driver license", "driving license"),
    "cdl-a": ("cdl class a", "class a cdl", "cdl a", "class a commercial driver"),
    "cdl-b": ("cdl class b", "class b cdl", "cdl b", "class b commercial driver"),
    "forklift": ("forklift certified", "forklift certification", "forklift operator certification", "forklift license", "certified forklift"),
    "cpr-first-aid": ("cpr", "first aid"),
    "food-handler": ("servsafe food handler", "servsafe food handlers", "servsafe food handler's", "servsafe certified food handler",
                     "food handler servsafe", "food handler", "food handlers", "food handler's"),
    "alcohol-server": ("servsafe alcohol",),
    "servsafe": ("servsafe", "serv safe"),
    "osha-10": ("osha 10", "osha-10", "10-hour osha", "10 hour osha"),
    "osha-30": ("osha 30", "osha-30", "30-hour osha", "30 hour osha"),
    "epa-608": ("epa 608", "epa section 608"),
    "cna": ("certified nurse assistant", "certified nurse aide", "certified nurse's aide"),
    "guard-card": ("guard card", "security guard license"),
    "faa-drone": ("part 107",),
    "emt": ("emt", "emt-b", "emergency medical technician"),
    "nclex-rn": ("rn license", "licensed rn", "registered nurse"),
    "nclex-pn": ("lpn", "lvn", "licensed practical nurse", "licensed vocational nurse"),
    "medical-assistant": ("certified medical assistant", "registered medical assistant"),
    "arrt": ("arrt",),
    "comptia-a": ("comptia a+",),
    "comptia-security": ("comptia security+", "security+"),
    "notary": ("notary public",),
    "phlebotomy": ("certified phlebotomist", "phlebotomy certified", "phlebotomy certification"),
}  # fmt: skip
"""What people write for some licences, besides our own name for them."""

_DAY_WORDS = r"\b(?:(?:expires|expired|expiration(?: date)?|exp\b\.?)|valid (?:until|through)|issued)\s*:?\s*"
_ITEMS = re.compile(r"\s*[|•·;▪]\s*|,\s+(?![^()]*\))|\s{3,}")
_CLAUSES = re.compile(
    rf"{_ITEMS.pattern}|(?<=[^\W\d_]{{3}}[.!])\s+|,?\s+\b(?:but|pero|though|although|aunque)\s+", re.IGNORECASE
)
"""Where one paper of a line ends: what is said of the one before is not said of the next."""
_KIND_OF_LICENCE = re.compile(r"class [a-m]\d?|(?:with )?(?:[\w-]+ ){0,2}endorsements?(?: [a-z]+)?", re.IGNORECASE)
"""What a driver's license says of itself after a comma."""

LANGUAGES = (
    "English", "Spanish", "French", "Haitian Creole", "Creole", "Portuguese", "Arabic", "Chinese", "Mandarin", "Cantonese",
    "Vietnamese", "Tagalog", "Korean", "Japanese", "Russian", "Ukrainian", "Polish", "German", "Italian", "Hindi", "Urdu",
    "Punjabi", "Bengali", "Gujarati", "Nepali", "Somali", "Swahili", "Amharic", "Hmong", "Burmese", "Karen", "Khmer", "Lao",
    "Thai", "Farsi", "Persian", "Dari", "Pashto", "Turkish", "Hebrew", "Greek", "Navajo", "Yoruba", "Igbo", "Twi",
    "American Sign Language", "ASL", "Español", "Inglés",
)  # fmt: skip
_LANGUAGE = re.compile(rf"\b({'|'.join(LANGUAGES)})\b")
_SPEAKS = re.compile(r"\b(?:bilingual|trilingual|fluent|native|speak\w*|languages?|conversational)\b", re.IGNORECASE)
_LEVEL = re.compile(
    r"\b(?:native(?: speaker)?|fluent(?:ly)?|proficient|advanced|intermediate|conversational|basic|beginner)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=2_000)
def _plain(text: str) -> str:
    """Words to compare: lower case, one kind of apostrophe, marks gone."""
    return " ".join(re.sub(r"[^\w'+&-]+", " ", text.casefold().replace("’", "'").replace("licence", "license")).split())


@cache
def _phrases(licences: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str, bool], ...]:
    """(words, licence, whether a word such as `certified` must stand beside them), the longest words first."""
    found: list[tuple[str, str, bool]] = [(_plain(w), i, False) for i, words in MORE_WORDS.items() for w in words]
    for licence, name in licences:
        main = name.split("(")[0]
        bare = " ".join(_PAPER_WORD.sub(" ", main).split()).strip(" ,")
        if bare and " or " not in bare:
            found.append((_plain(bare), licence, True))
    known = {licence for licence, _ in licences}
    return tuple(sorted((f for f in found if f[1] in known), key=lambda f: -len(f[0])))


@cache
def _acronyms(licences: tuple[tuple[str, str], ...]) -> dict[str, str]:
    inside = ((i, m[1]) for i, name in licences if (m := re.search(r"\((.*)\)", name)))
    pairs = ((a, i) for i, text in inside for a in _ACRONYM.findall(text) if _is_short_form(a))
    named: dict[str, set[str]] = {}
    for short, licence in pairs:
        named.setdefault(short, set()).add(licence)
    return {a: i for a, (i, *more) in named.items() if len(a) >= 3 and not more and a not in _TOO_COMMON}


def _is_short_form(word: str) -> bool:
    """Whether a word is no everyday one: `CPhT` and `ParaPro` are, `Labor` and `Part` are not."""
    return sum(letter.isupper() for letter in word) > 1


def licences_in(text: str, licences: Mapping[str, str], *, short: bool = True) -> list[str]:
    """The licences that a line names, by our words for them or by their short form. Not ``short``: only beside a word
    such as `certified` or `license`, as in lines about work, where `taught CPR` is no card."""
    known = tuple(licences.items())
    plain, has_paper = f" {_plain(text)} ", bool(_PAPER_WORD.search(text))
    bare = f" {' '.join(_PAPER_WORD.sub(' ', plain).split())} " if has_paper else ""
    found: list[str] = []
    for words, licence, needs in _phrases(known):
        if (needs or not short) and not has_paper:
            continue
        said = f" {words} "
        if said in (bare if needs else plain):
            # What a longer name has used up is not found again by a shorter one: `commercial driver's license`.
            plain, bare = plain.replace(said, " "), bare.replace(said, " ")
            plain = bare if needs else plain
            found.append(licence)
    if short:
        names = _acronyms(known)
        found += [names[a] for a in _ACRONYM.findall(text) if a in names]
    return list(dict.fromkeys(found))


def papers(part: Part, licences: Mapping[str, str], countries: Sequence[str] = ()) -> list[tuple[Credential, str]]:
    """Certificates and licences. In a part headed so each item is one; elsewhere only those that we know. What is still
    worked for, or another country gave, is none of ours."""
    found: list[tuple[Credential, str]] = []
    for line in part.lines:
        whole = _with_issuer(line.text, licences, countries) if part.kind == "papers" else None
        if whole:
            found.append(whole)
            continue
        for piece in _items(line.text, part, licences, countries):
            if lacks(piece):
                continue
            held = is_held(piece, countries)
            known = licences_in(piece, licences, short=part.kind not in ("work", "volunteer"))
            if part.kind == "papers" or (part.kind == "skills" and known and not held):
                found += _paper(piece, known[0] if known and held else "", piece)
            elif held:
                names = {i: licences[i][:1].upper() + licences[i][1:] for i in known}
                found += [(replace(p, name=names[i]), q) for i in known for p, q in _paper(names[i], i, line.text)]
    return found


def lacking(part: Part, licences: Mapping[str, str], countries: Sequence[str] = ()) -> list[str]:
    """The lines, or the pieces of one, that name a paper and say that it is not held: they bring none."""
    listed = part.kind == "papers"
    pieces = (p for line in part.lines for p in _items(line.text, part, licences, countries) if lacks(p))
    return [p for p in pieces if listed or licences_in(p, licences, short=part.kind not in ("work", "volunteer"))]


def _items(line: str, part: Part, licences: Mapping[str, str], countries: Sequence[str]) -> list[str]:
    """What may each be a paper: the pieces of a list, else the whole line."""
    listed = part.kind in ("papers", "skills")
    doubt = doubted(line)
    if not listed and not doubt:
        return [line]
    pieces = _whole((_CLAUSES if doubt else _ITEMS).split(line), licences, countries)
    several = len(pieces) > 2 or (doubt and all(_names_paper(p, licences) for p in pieces))
    return pieces if several or not listed or not spans(line) else [line]


def _whole(pieces: list[str], licences: Mapping[str, str], countries: Sequence[str]) -> list[str]:
    """The papers of a line: "Class C", an endorsement, "in progress" or a town and country belong to the paper before
    them and are none of their own."""
    found: list[str] = []
    for piece, after in zip(pieces, [*pieces[1:], ""], strict=True):
        own = _names_paper(piece, licences)
        there = not own and names_country(piece, countries) and not PLACE.search(f"{piece}, {after}")  # Jamaica, NY
        town = _town(found, licences) if there else []
        beside = _KIND_OF_LICENCE.fullmatch(piece.strip(" .")) or (not own and opens_to_come(piece))
        if found and (there or beside):
            found[-1] = ", ".join((found[-1], *town, piece))
        else:
            found.append(piece)
    return found


def _town(found: list[str], licences: Mapping[str, str]) -> list[str]:
    """The town before a country, and a region between them that is written like a name; both are taken away."""
    town: list[str] = []
    while len(town) < 2 and len(found) > 1 and not _names_paper(found[-1], licences):
        if town and not found[-1].istitle():
            break
        town.insert(0, found.pop())
    return town


def _names_paper(text: str, licences: Mapping[str, str]) -> bool:
    return bool(_PAPER_WORD.search(text) or licences_in(text, licences))


def _with_issuer(line: str, licences: Mapping[str, str], countries: Sequence[str]) -> tuple[Credential, str] | None:
    """`CPR, Red Cross, 2022`: one paper, who gave it, and when. None where a line may name several papers."""
    pieces = _ITEMS.split(line)
    if len(pieces) != 3 or len(spans(line)) != 1 or not spans(pieces[2]):
        return None
    name, issuer, day = pieces
    left = re.sub(_DAY_WORDS, "", without(day, spans(day)), flags=re.IGNORECASE)
    if re.search(r"[^\W\d_]{2}", left) or _PAPER_WORD.search(issuer) or licences_in(issuer, licences):
        return None
    known = licences_in(name, licences)
    held = is_held(name, countries, issuer)
    made = _paper(f"{name}, {day}", known[0] if known and held else "", line)
    return (replace(made[0][0], issuer=issuer.strip(" .,:")), line) if made else None


def _paper(words: str, licence: str, line: str) -> list[tuple[Credential, str]]:
    dated = [] if to_come(words) else spans(line)  # no day of a paper that is still to come
    name = (
        words.strip(" |,:")
        if to_come(words)
        else re.sub(
            rf"{_DAY_WORDS}$",
            "",
            without(words, spans(words)).strip("| ,:"),
            flags=re.IGNORECASE,
        )
    )
    name = re.sub(r"(?:\s*[,|])+(?:\s+|$)", ", ", name).strip(" ,:(-–")
    if not re.search(r"[^\W\d_]{2}", name) or len(name) > 120:
        return []
    expires = bool(re.search(r"\bexp(?:\b|ires?\b|ired\b|iration\b)|\bvalid", line, re.IGNORECASE))
    last = dated[-1].end if dated else ""
    first = dated[0].start if dated else ""
    paper = Credential(
        id="",
        name=name,
        kind="licence" if re.search(r"licen[cs]e", name, re.IGNORECASE) else "certificate",
        licence=licence,
        issued=first or ("" if expires else last),
        expires=last if expires or first else "",
        origin="imported",
    )
    return [(paper, line)]


def skills(part: Part, names: Mapping[str, str], licences: Mapping[str, str]) -> list[tuple[Claim, str]]:
    """The items of a part headed as skills, in the file's words; with our skill's id where the name is the same."""
    if part.kind != "skills":
        return []
    found: list[tuple[Claim, str]] = []
    for line in part.lines:
        text = re.sub(r"^[A-Z][\w &/]{2,30}:\s+", "", line.text)
        for item in (p.strip(" .,:|") for p in _ITEMS.split(text)):
            if (
                2 <= len(item) <= 100
                and not licences_in(item, licences)
                and not (_SPEAKS.search(item) and _LANGUAGE.search(item))
                and item not in LANGUAGES
            ):
                found.append((Claim(id="", name=item, skill=skill_of(item, names), origin="imported"), line.text))
    return found[:40]


def skill_of(words: str, names: Mapping[str, str]) -> str:
    """Our skill of (nearly) the same name; empty when there is none."""
    plain = _plain(words)
    return next((i for i, name in names.items() if ratio(plain, _plain(name)) >= 90), "")


def _level(item: str, name: str) -> str:
    """How well: a word that we know, else what stands in brackets or after a dash beside the language."""
    known = _LEVEL.search(item)
    beside = re.search(rf"{name}\s*(?:\(([^()]{{2,40}})\)|\s[-–—]\s*(.{{2,40}})|:\s*(.{{2,40}}))", item)
    said = known[0] if known else next((t for t in beside.groups() if t), "") if beside else ""
    return said.strip(" .").lower()


def languages(part: Part) -> list[tuple[Language, str]]:
    """Languages: in a part headed so, and in lines that say how somebody speaks."""
    if part.kind in ("work", "volunteer", "school", "references"):
        return []
    found: list[tuple[Language, str]] = []
    for line in part.lines:
        told = part.kind == "languages" or _SPEAKS.search(line.text)
        if told or part.kind == "skills":
            for item in re.split(r"[,;|]|\band\b", line.text):
                name = _LANGUAGE.search(item)
                if not told and item.strip(" .:") not in LANGUAGES:  # a word of its own, in a list of skills
                    continue
                if name:
                    found.append(
                        (
                            Language(id="", name=name[1], level=_level(item, name[1]), origin="imported"),
                            line.text,
                        )
                    )
    return found
