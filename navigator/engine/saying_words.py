"""The small words of a line that says what somebody did: what may stand before the verb, and where its object ends."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SAYS_I = _set("i ive im used yo estuve")
BEFORE = SAYS_I | _set(
    "was am been be being have had would just mostly also usually always then now currently once to did do does doing "
    "worked work working job jobs experience lots as antes trabaje trabajaba trabajo trabajando fui de le les me se nos"
)
"""What may stand before the verb of a saying."""
STOPS = _set(
    "in at for on with by from to of when while after before until during who whom where that which since over near around through "
    "into onto inside under every he she they because and or then he shes hes theyre all as "
    "en con para por que cuando donde de del y e desde sin"
)
"""What is done to ends here, and what stands around it begins."""
WHOM = {"a": "para", "al": "para"}
"""Whom something is done to, in Spanish: `cuidaba a mi abuela`."""
ONE = _set(
    "a an the my our his her their your some any other another peoples several many lots two three four five "
    "un una unos unas el la los las mi mis su sus"
)
"""After these stands what something is done to, and no name of work."""
PEOPLE = _set(
    "manager supervisor director coordinator technician tech engineer analyst specialist clerk driver worker aide assistant attendant teacher "
    "instructor officer inspector operator helper trainee lead leader associate representative rep agent cook carpenter mechanic nurse "
    "assembler laborer foreman professional team crew member handler cleaner installer contractor company services service trainer planner"
)
"""A line that ends in one of these is a name, whatever it begins with: `painting supervisor`, `fixed income analyst`."""
KIN = _set(
    "mom mother dad father parent uncle aunt auntie cousin brother sister husband wife grandma grandpa grandmother grandfather son daughter kid "
    "family friend neighbor buddy boyfriend girlfriend stepdad stepmom niece nephew inlaw people folk folks "
    "mama papa tio tia primo prima hermano hermana esposo esposa suegro cunado amigo compadre comadre abuelo abuela abuelito abuelita hijo hija vecino vecina cunada suegra sobrino sobrina padrino madrina nieto nieta yerno nuera jefe jefa"
)
AFTER_KIN = _set("to out and para")
"""May stand between who was helped and what was done: `helped my uncle to paint`, `ayudaba a mi papa a pintar`."""
MINE = _set("my our mi mis")
TOGETHER = _set("with for from alongside con para")
STILL = _set("full part all every too also alone now myself since daily in law")
"""What may follow `my kids` without being theirs."""
THEM = _set("it them her him me us so that this these those get got up out how what")
"""Says nothing of the work in a line that says what somebody did, though IT is a trade."""
PLACES = _set(
    "newspaper magazine railroad shipyard county city museum mine motel hotel hospital parish church cemetery zoo airport school university "
    "prison jail casino mall farm ranch"
)
"""Before a name of work these say where it was done, and take nothing away from it: `newspaper pressman`."""
MOST = 3
"""Words around what was done that leave it as sure as it was."""
NEAR = 4
"""How far behind a verb its little word may stand: `took real good care of`, `rang people up`."""
