"""Words of military service: they say where somebody served, and nothing of the work they did there."""

from __future__ import annotations

import re

from navigator.engine.title_words import folded

SERVICE = frozenset(
    [
        "army",
        "navy",
        "marines",
        "airforce",
        "military",
        "militar",
        "soldier",
        "soldiers",
        "infantry",
        "infantryman",
        "infantrymen",
        "infanteria",
        "paratrooper",
        "rifleman",
        "riflemen",
        "artillery",
        "artilleryman",
        "cavalry",
        "ejercito",
        "soldado",
        "soldados",
        "soldada",
        "armada",
        "usmc",
        "usaf",
        "usn",
        "uscg",
        "11b",
        "11bravo",
        "11c",
        "11x",
        "13b",
        "19d",
        "19k",
        "0311",
        "0331",
        "0341",
    ]
)
"""Each says by itself that it is about service. A sailor or a marine engineer may be a civilian: these are not here."""

PHRASES = (
    "marine corps", "air force", "coast guard", "national guard", "space force", "armed forces", "armed services",
    "special forces", "air national guard", "army reserve", "army reserves", "national guardsman", "guardia nacional",
    "guardia costera", "fuerza aerea", "fuerzas armadas", "marina de guerra", "u s marine", "us marine", "a marine",
)  # fmt: skip

BESIDE = frozenset(
    [
        "a",
        "active",
        "s",
        "activo",
        "an",
        "and",
        "as",
        "battalion",
        "branch",
        "brigade",
        "captain",
        "combat",
        "combatant",
        "combate",
        "company",
        "corporal",
        "corps",
        "de",
        "deployed",
        "deployment",
        "division",
        "duty",
        "e",
        "el",
        "en",
        "enlisted",
        "enlistee",
        "ex",
        "first",
        "for",
        "former",
        "forces",
        "force",
        "guard",
        "guardsman",
        "grunt",
        "gunner",
        "i",
        "in",
        "iraq",
        "afghanistan",
        "korea",
        "vietnam",
        "kuwait",
        "germany",
        "la",
        "member",
        "mos",
        "my",
        "of",
        "on",
        "our",
        "platoon",
        "pfc",
        "ranger",
        "rangers",
        "rank",
        "recruit",
        "reserve",
        "reserves",
        "reservist",
        "retired",
        "retirement",
        "sergeant",
        "sgt",
        "sergent",
        "seaman",
        "private",
        "served",
        "service",
        "servicio",
        "servicemember",
        "serviceman",
        "servicewoman",
        "spc",
        "specialist",
        "squad",
        "squadron",
        "states",
        "state",
        "staff",
        "tank",
        "team",
        "leader",
        "tour",
        "tours",
        "troop",
        "trooper",
        "troops",
        "u",
        "unit",
        "united",
        "us",
        "usa",
        "vet",
        "veteran",
        "veterana",
        "veterano",
        "veterans",
        "was",
        "fui",
        "era",
        "with",
        "for",
        "the",
        "to",
        "years",
        "year",
        "yrs",
        "anos",
        "por",
        "del",
        "los",
        "las",
        "lieutenant",
        "officer",
        "warfare",
        "war",
        "warrior",
        "weapons",
        "bravo",
    ]
)
"""What may stand beside the words of service without saying what the work was: ranks, units, places, years."""

WORK = ("53-3032.00", "35-2012.00", "33-9032.00", "49-3031.00", "43-9061.00", "53-7065.00")
"""Civilian work near to what most people in service do: drive, cook, guard, fix, office work, stores."""

BARE = frozenset(["marine", "marines", "veteran", "veterans", "veterano", "veterana"])
"""These say it only where next to nothing stands beside them: a marine mechanic or a veteran nurse has named work."""

BESIDE_BARE = frozenset(
    [
        "a",
        "an",
        "and",
        "combat",
        "de",
        "disabled",
        "discharged",
        "ex",
        "former",
        "guerra",
        "i",
        "im",
        "in",
        "iraq",
        "afghanistan",
        "vietnam",
        "korea",
        "retired",
        "soy",
        "the",
        "us",
        "usa",
        "u",
        "s",
        "vet",
        "war",
        "was",
    ]
)

_TELLING = SERVICE | BARE | {phrase.split()[-1] for phrase in PHRASES}
_TOKEN = re.compile(r"[a-z0-9]+")


def is_service_alone(title: str) -> bool:
    """Whether a title names military service and no kind of work: `army infantry`, `US Army`, but not `army cook`."""
    tokens = _TOKEN.findall(folded(title))
    if _TELLING.isdisjoint(tokens):  # nearly every title: nothing more to look at
        return False
    if not BARE.isdisjoint(tokens) and all(w in BARE or w in BESIDE_BARE or w.isdigit() for w in tokens):
        return True
    text = " ".join(tokens)
    padded = f" {text} "
    told = any(f" {phrase} " in padded for phrase in PHRASES)
    for phrase in sorted(PHRASES, key=len, reverse=True):
        padded = padded.replace(f" {phrase} ", "  ")
    words = padded.split()
    return (told or any(w in SERVICE for w in words)) and all(w in SERVICE or w in BESIDE or w.isdigit() for w in words)
