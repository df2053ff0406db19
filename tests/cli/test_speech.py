"""Which language a run speaks: the flags, the surroundings, the help, the refusals, and two languages side by side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from navigator import i18n
from navigator.catalogue import languages
from navigator.catalogue.store import open_catalogue
from navigator.cli import speech
from navigator.cli.askers.lines import LinesAsker
from navigator.cli.askers.typed import answer_of
from navigator.cli.session import hoisted
from navigator.domain.errors import BadInput
from navigator.domain.question import Choice, Place, Question
from navigator.domain.record import Experience, Record
from navigator.engine.typed_words import word_of
from navigator.i18n import Both, Speech, _, speaking
from navigator.records.store import RecordStore
from navigator.services.asking import Move
from navigator.services.page import ONLY_ENGLISH
from tests.running import apart, navigator

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize(
    ("line", "around", "code"),
    [
        ([], {}, "en"),
        (["--language", "es"], {}, "es"),
        (["--language=es_MX"], {}, "es"),
        (["--language", "en"], {"NAVIGATOR_LANGUAGE": "es"}, "en"),
        ([], {"NAVIGATOR_LANGUAGE": "es"}, "es"),
        ([], {"LANG": "es_US.UTF-8"}, "es"),
        ([], {"LC_ALL": "en_US.UTF-8", "LANG": "es_US.UTF-8"}, "en"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {"LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_the_flag_comes_before_the_surroundings_and_english_stands_in_for_what_we_do_not_speak(
    line: list[str], around: dict[str, str], code: str
) -> None:
    before = i18n.use(Speech())
    try:
        speech.begin(line, around)
        assert i18n.language() == code
    finally:
        i18n.use(before)


@pytest.mark.parametrize(
    ("line", "around"), [(["--language", "xx"], {}), (["--with", "klingon"], {}), ([], {"NAVIGATOR_LANGUAGE": "xx"})]
)
def test_a_language_that_was_asked_for_and_is_not_there_is_refused_with_those_there_are(
    line: list[str], around: dict[str, str]
) -> None:
    with pytest.raises(BadInput, match=r"There is: en, es"):
        speech.begin(line, around)
    assert i18n.language() == "en"


NO_BABEL = """
import sys
sys.modules["babel"] = None
from navigator.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


def test_where_only_the_system_asks_for_a_language_that_cannot_be_built_english_goes_on(tmp_path: Path) -> None:
    line = ("record", "list", "--home", tmp_path)
    around = {"LC_ALL": "es_US.UTF-8", "NAVIGATOR_BUILD": str(tmp_path / "build")}
    without = apart(*line, code=NO_BABEL, **around)
    assert without.code == 0 and "There are no records" in without.out
    assert len(without.err.splitlines()) == 1 and without.err.endswith(
        "babel>=2.16'. Until then this goes on in English.\n"
    )
    around["NAVIGATOR_BUILD"] = str(tmp_path / "file")
    (tmp_path / "file").write_text("a file where the folder should be")
    closed = apart(*line, **around)
    assert closed.code == 0 and len(closed.err.splitlines()) == 1 and "this goes on in English" in closed.err
    assert apart(*line, "--language", "es", **around).code == 7, "who asked for it is told that it is not to be had"


def test_the_language_may_stand_anywhere_and_the_wish_for_a_language_stays_a_wish() -> None:
    assert hoisted(["questions", "--language", "es", "--with", "en"])[:4] == ["--language", "es", "--with", "en"]
    assert hoisted(["resources", "--language", "Spanish"]) == ["resources", "--language", "Spanish"]
    assert hoisted(["resources", "--language=Spanish"]) == ["resources", "--language=Spanish"]
    assert hoisted(["resources", "--language", "es"]) == ["--language", "es", "resources"]
    assert hoisted(["plan", "add-goal", "resources", "--language", "Spanish"])[0] == "--language"
    with pytest.raises(BadInput, match="such as --language es"):
        hoisted(["match", "--language"])


@pytest.mark.parametrize("wish", [("--language", "Spanish"), ("--language=Spanish",)])
def test_help_given_in_a_language_is_found_in_whatever_language_is_spoken(
    wish: tuple[str, ...], tmp_path: Path
) -> None:
    english = navigator("resources", "--need", "legal", *wish, home=tmp_path)
    spanish = navigator("resources", "--need", "legal", *wish, "--language", "es", home=tmp_path)
    assert (english.code, spanish.code) == (0, 0), english.err
    assert english.out.startswith("Help") and spanish.out.startswith("Ayuda")
    assert "We do not speak 'Klingon'" in navigator("match", "--language", "Klingon", home=tmp_path).err


def test_questions_and_occupations_come_in_spanish_and_one_run_leaves_nothing_behind_for_the_next() -> None:
    spanish = navigator("questions", "--language", "es")
    assert "Escribir" in spanish.out and spanish.code == 0
    assert "Escribir" not in navigator("questions").out


def test_an_occupation_that_is_not_translated_is_told_in_english_with_a_note() -> None:
    have = languages.words_of("es")
    assert have is not None
    rare = next(c for c in ("19-2012.00", "27-2032.00", "19-1023.00", "53-5031.00") if c not in have.names)
    told = navigator("occupation", rare, "--language", "es", "--json")
    assert told.json["data"]["note"] and told.json["data"]["what_you_do"].startswith("You ")
    known = navigator("occupation", next(iter(have.names)), "--language", "es", "--json").json["data"]
    assert known["note"] == "" and navigator("occupation", rare, "--json").json["data"]["note"] == ""


@pytest.mark.parametrize("held", ["19-2012.00", "35-2014.00"])
def test_a_list_that_tells_some_work_in_english_says_so_once(tmp_path: Path, held: str, ana: Record) -> None:
    store = RecordStore(home=tmp_path)
    job = Experience(id="job1", title="x", code=held, asked=(), did=())
    store.save(store.new("ana"), replace(ana, experience=(job,)))
    with speaking(languages.speech("es")):
        note, lacking = _(ONLY_ENGLISH), open_catalogue().untranslated
        for command, lists in (("match", ("ideas", "elsewhere")), ("pathways", ("routes",))):
            data = navigator(command, "--language", "es", "--json", home=tmp_path).json["data"]
            codes = {i["code"] for name in lists for i in data[name]} | {
                s["code"] for i in data.get("routes", ()) for s in i["steps"]
            }
            assert data["sources"].count(note) == any(lacking(code) for code in codes)
            assert codes or command == "pathways"
        assert navigator("why", held, "--language", "es", "--json", home=tmp_path).json["data"]["note"] == (
            note if lacking(held) else ""
        )
    assert ONLY_ENGLISH not in navigator("match", home=tmp_path).out


def test_the_same_answers_give_the_same_matches_in_any_language(tmp_path: Path) -> None:
    for language in ("en", "es"):
        home = tmp_path / language
        navigator("start", "--answers", EXAMPLES / "nursing-assistant.yaml", "--language", language, home=home)
    found = [
        [(i["code"], i["pay"]) for i in navigator("match", "--json", home=tmp_path / name).json["data"]["ideas"]]
        for name in ("en", "es")
    ]
    assert found[0] and found[0] == found[1]
    codes = [
        i["code"] for i in navigator("match", "--json", "--language", "es", home=tmp_path / "en").json["data"]["ideas"]
    ]
    assert codes == [code for code, _pay in found[0]]


def test_a_record_walked_side_by_side_is_saved_like_any_other(tmp_path: Path) -> None:
    lines = b"Ana\nOH\n\nskip\ncajera\n1\n1\n1\n1 y 3\nstop\n"
    ran = apart(
        "start", "--plain", "--route", "full", "--language", "es", "--with", "en", "--home", tmp_path, stdin=lines
    )
    assert "Cashier" in ran.out and "Cajero" in ran.out and "Traceback" not in ran.err
    kept = navigator("record", "show", "--json", home=tmp_path)
    assert kept.code == 0 and "cajera" in kept.out
    assert navigator("plan", "add-goal", "Ser jefa", "--language", "es", "--with", "en", home=tmp_path).code == 0


def test_the_help_of_the_command_line_is_said_in_the_language(tmp_path: Path) -> None:
    helped = navigator("match", "--help", "--language", "es", home=tmp_path)
    assert "Uso: " in helped.out and "Opciones" in helped.out and "Usage" not in helped.out


class Told(i18n.gettext.NullTranslations):
    """Sentences from a table."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self.words = words

    def gettext(self, message: str) -> str:
        return self.words.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        return {"back": "atrás", "skip": "saltar", "stop": "parar", "help": "ayuda", "none": "ninguno"}.get(
            message, message
        )


QUESTION = Question(
    id="q", kind="one", section="work", prompt=Both("¿Qué fruta?", "Which fruit?"),
    choices=(Choice(id="a", text=Both("Manzana", "Apple")), Choice(id="p", text=Both("Piña", "Pineapple"), help=Both("Es dulce", "It is sweet"))),
)  # fmt: skip
SIDE_BY_SIDE = Speech(code="es", sentences=Told({}), beside=Speech())


def test_side_by_side_the_question_its_choices_and_its_help_stand_in_both_languages() -> None:
    said: list[str] = []
    answers = iter(["pina"])
    with speaking(SIDE_BY_SIDE):
        asker = LinesAsker(read=lambda _prompt: next(answers), write=said.append, rows=lambda: None)
        assert asker.ask(QUESTION, Place(number=1, of=3, seconds_left=60)) == "p"
    assert said[2:4] == ["¿Qué fruta?", "Which fruit?"] and "1. Manzana / Apple" in said
    assert "2. Piña / Pineapple: Es dulce / It is sweet" in said


@pytest.mark.parametrize(
    ("typed", "move"), [("atras", Move.BACK), ("ATRÁS", Move.BACK), ("saltar", Move.SKIP), ("back", Move.BACK)]
)
def test_the_words_to_type_work_in_both_languages_with_and_without_accents(typed: str, move: Move) -> None:
    answers = iter([typed])
    with speaking(SIDE_BY_SIDE):
        asker = LinesAsker(read=lambda _prompt: next(answers), write=lambda _line: None, rows=lambda: None)
        assert asker.ask(QUESTION, Place(number=2, of=3, seconds_left=60)) is move
        assert word_of("Ninguno") == "none" == word_of("none")
        assert answer_of(QUESTION, "apple") == "a" and answer_of(QUESTION, "manz") == "a"


def test_a_page_is_made_once_in_each_language(tmp_path: Path) -> None:
    home = tmp_path / "home"
    navigator("start", "--answers", EXAMPLES / "nursing-assistant.yaml", home=home)
    navigator("plan", "from-pathway", "1", home=home)
    both = navigator("export", "plan", "--language", "es", "--with", "en", home=home).out
    alone = navigator("export", "plan", home=home).out
    assert both.count("[ ]") == 2 * alone.count("[ ]")
    out = tmp_path / "plan.html"
    navigator("export", "plan", "--language", "es", "--with", "en", "--format", "html", "--out", out, home=home)
    assert '<html lang="es">' in out.read_text() and '<html lang="en">' in (tmp_path / "plan-en.html").read_text()
