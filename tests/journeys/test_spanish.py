"""A Spanish speaker at a real pseudo-terminal: menus, plain lines with Spanish words, and side by side with a counselor."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.terminal import ENTER, RIGHT, Terminal, record_of

pytestmark = [pytest.mark.journey, pytest.mark.usefixtures("catalogue")]

ENGLISH = (
    "Press Enter", "Type ", "about ", "minutes left", "What ", "Which ", "Pay in", "Missing", "Way in", "United States",
    "To see ", "Seen ", "Your page",
)  # fmt: skip
"""What an English walk says on nearly every screen."""


def started(folder: Path, *arguments: str, **environment: str) -> Terminal:
    return Terminal(folder / "home", *arguments, folder=folder, **environment)


def see_all(terminal: Terminal, *texts: str) -> None:
    for text in texts:
        terminal.see(text)


def test_a_quick_walk_in_spanish_menus_leads_to_a_spanish_page(tmp_path: Path) -> None:
    terminal = started(tmp_path, "--language", "es")
    see_all(terminal, "¿Qué quiere hacer?", "Empezar")
    terminal.keys(ENTER)
    terminal.see("¿Cuánto tiempo tiene?")
    terminal.see("una primera idea")
    terminal.keys("\x1b[B", ENTER)
    see_all(terminal, "¿En qué estado vive?", ">")
    terminal.keys("texas", ENTER)
    see_all(terminal, "¿Qué trabajo ha hecho?", ">")
    terminal.keys("limpiaba cuartos en un hotel", ENTER)
    see_all(terminal, "¿Cuál de estos se parece más", "Recamarera, camarista")
    terminal.keys(ENTER)
    see_all(terminal, "¿Cuáles de estas cosas hizo", "[ ]")
    terminal.keys(" ", ENTER)
    see_all(terminal, "¿Qué es lo que mejor hace?", "Escuchar: ")
    terminal.keys(" ", ENTER)
    see_all(terminal, "¿Hay algo que no puede o no quiere hacer?", "[ ]")
    terminal.keys(ENTER)
    terminal.see("Oprima Enter otra vez")
    terminal.keys(ENTER)
    see_all(terminal, "Mis habilidades y próximos pasos", "Lo que va conmigo", "Oprima Enter para seguir leyendo")
    terminal.keys("salir", ENTER)
    terminal.see("Aquí termina su página.")
    terminal.keys(ENTER)
    terminal.see("¿Quiere su página como archivo")
    terminal.see("No, ahora no")
    terminal.keys(RIGHT)
    assert terminal.ends() == 0
    assert [word for word in ENGLISH if word in terminal.all] == []
    record = record_of(tmp_path / "home")
    assert record["finished"] is True and record["experience"][0]["code"] == "37-2012.00"


def test_a_walk_on_plain_lines_obeys_spanish_words_with_and_without_accents(tmp_path: Path) -> None:
    terminal = started(tmp_path, "--language", "es", "--plain", "start", "--route", "quick")
    terminal.see("¿En qué estado vive?")
    terminal.line("ayuda")
    terminal.see("También puede escribir: ayuda, atrás")
    terminal.line("Nebrasca")
    terminal.see("¿Quiso decir")
    terminal.line("Nebraska")
    terminal.see("¿Qué trabajo ha hecho?")
    terminal.line("atras")
    terminal.see("¿En qué estado vive?")
    terminal.line("repetir")
    terminal.see("¿En qué estado vive?")
    terminal.line("saltar")
    terminal.see("¿Qué trabajo ha hecho?")
    terminal.line("cuide a mi abuela enferma")
    terminal.see("¿Cuál de estos se parece más a 'cuide a mi abuela enferma'?")
    terminal.line("1")
    terminal.see("¿Cuáles de estas cosas hizo")
    terminal.line("ATRÁS")
    terminal.see("¿Cuál de estos se parece más")
    terminal.line("")
    terminal.see("¿Cuáles de estas cosas hizo")
    terminal.line("1 y 3")
    terminal.see("¿Qué es lo que mejor hace?")
    terminal.line("parar")
    terminal.ends()
    assert [word for word in ENGLISH if word in terminal.all] == [] and "\x1b" not in terminal.all
    record = record_of(tmp_path / "home")
    assert record["person"]["state"] == "NE" and len(record["experience"][0]["did"]) == 2
    assert record["experience"][0]["code"].startswith("31-11")


@pytest.mark.parametrize("flags", [(), ("--plain",)])
def test_side_by_side_each_question_stands_in_both_languages(tmp_path: Path, flags: tuple[str, ...]) -> None:
    terminal = started(tmp_path, "--language", "es", "--with", "en", *flags, "start", "--route", "quick")
    see_all(terminal, "¿En qué estado vive?", "Which state do you live in?", ">")
    terminal.keys("texas", ENTER)
    see_all(terminal, "¿Qué trabajo ha hecho?", "What work have you done?", ">")
    terminal.keys("cocinero", ENTER)
    see_all(terminal, "¿Cuál de estos se parece más", "Which of these is closest", " / ")
    terminal.keys("1" if flags else "", ENTER)
    see_all(terminal, "¿Cuáles de estas cosas hizo", "Which of these did you do", " / ")
    terminal.keys("\x03")
    assert terminal.ends() == 130
    assert record_of(tmp_path / "home")["person"]["state"] == "TX"


def test_the_language_of_the_system_is_spoken_and_yes_may_be_said_in_it(tmp_path: Path) -> None:
    walk = started(tmp_path, "--plain", "start", "--route", "quick", LC_ALL="es_MX.UTF-8")
    walk.see("¿En qué estado vive?")
    walk.line("Ohio")
    walk.line("parar")
    walk.ends()
    for word, there in (("no", True), ("sí", False)):
        terminal = started(tmp_path, "--plain", "record", "erase", LC_ALL="es_MX.UTF-8")
        terminal.see("Escriba sí o no")
        terminal.keys(word, ENTER)
        terminal.ends()
        assert bool(list((tmp_path / "home" / "records").glob("*.json"))) is there


def test_an_english_start_shows_the_way_into_spanish_and_back(tmp_path: Path) -> None:
    terminal = started(tmp_path, "--plain")
    see_all(terminal, "Welcome. What would you like to do?", "2. Español", "3. Leave")
    terminal.line("2")
    see_all(terminal, "¿Qué quiere hacer?", "2. English", "3. Salir")
    terminal.line("2")
    see_all(terminal, "Welcome. What would you like to do?", "2. Español")
    terminal.line("espanol")
    terminal.see("¿Qué quiere hacer?")
    terminal.line("1")
    terminal.see("¿Cuánto tiempo tiene?")
    terminal.line("2")
    terminal.see("¿En qué estado vive?")
    terminal.line("salir")
    assert terminal.ends() == 130
    assert record_of(tmp_path / "home")["route"] == "quick"
