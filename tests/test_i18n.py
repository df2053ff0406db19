"""Where sentences meet their translation: two languages side by side, and what would silently go untranslated."""

from __future__ import annotations

import ast
import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest

from navigator import i18n
from navigator.i18n import Both, Speech, _, beside, both, joined, ngettext, speaking

CODE = Path(__file__).parents[1] / "navigator"
FILES = sorted(p for p in CODE.rglob("*.py") if p.name != "i18n.py")


class Small(gettext.NullTranslations):
    """Three sentences of Spanish."""

    WORDS = {"Hello {name}.": "Hola, {name}.", "Yes": "Sí", "the cook": "el cocinero"}  # noqa: RUF012 - never changed

    def gettext(self, message: str) -> str:
        return self.WORDS.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return (
            {"{n} step": "{n} paso"}.get(msgid1, msgid1) if n == 1 else {"{n} steps": "{n} pasos"}.get(msgid2, msgid2)
        )


SPANISH = Speech(code="es", sentences=Small())
SIDE_BY_SIDE = Speech(code="es", sentences=Small(), beside=Speech())


def test_a_sentence_is_said_in_the_language_spoken_and_in_english_where_nobody_translated_it() -> None:
    with speaking(SPANISH):
        assert _("Hello {name}.").format(name="Ana") == "Hola, Ana." and _("Not there") == "Not there"
        assert ngettext("{n} step", "{n} steps", 2).format(n=2) == "2 pasos" and i18n.language() == "es"
    assert _("Yes") == "Yes" and i18n.language() == "en"


def test_side_by_side_each_gap_is_filled_in_its_own_language() -> None:
    with speaking(SIDE_BY_SIDE):
        said = _("Hello {name}.").format(name=_("the cook"))
        assert both(said) == ("Hola, el cocinero.", "Hello the cook.") and said == "Hola, el cocinero."
        assert beside(_("Yes")) == "Sí / Yes" and beside(_("Ohio")) == "Ohio"
        assert both(joined(" ", (_("Yes"), "Ana"))) == ("Sí Ana", "Yes Ana")
        assert both(i18n.changed(_("the cook"), str.upper)) == ("EL COCINERO", "THE COOK")


def test_one_run_in_two_languages_gives_each_by_itself() -> None:
    with speaking(SIDE_BY_SIDE):
        said = []
        for speech in i18n.languages():
            with speaking(speech):
                said.append((i18n.language(), type(_("Yes")), _("Yes")))
    assert said == [("es", str, "Sí"), ("en", str, "Yes")]


def test_what_was_spoken_before_is_spoken_again_even_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), speaking(SPANISH):
        raise ZeroDivisionError
    assert i18n.language() == "en" and not isinstance(_("Yes"), Both)


SCOPES = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp,
)  # fmt: skip


def own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function or a comprehension without those of another inside it."""
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, SCOPES):
            waiting += ast.iter_child_nodes(node)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(CODE)))
def test_no_function_hides_the_translating_name_and_no_sentence_is_put_together_before_it_is_translated(
    path: Path,
) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    wrong = []
    for scope in (n for n in ast.walk(tree) if isinstance(n, SCOPES)):
        stores = any(isinstance(n, ast.Name) and n.id == "_" and isinstance(n.ctx, ast.Store) for n in own_nodes(scope))
        calls = [
            n for n in ast.walk(scope) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "_"
        ]
        wrong += [f"line {n.lineno}: _ is a variable here" for n in calls if stores]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_", "ngettext"):
            texts = node.args[:2] if node.func.id == "ngettext" else node.args[:1]
            wrong += [f"line {a.lineno}: a sentence with f" for a in texts if isinstance(a, ast.JoinedStr)]
            wrong += [f"line {a.lineno}: pieces glued together" for a in texts if isinstance(a, ast.BinOp)]
    assert not wrong, "; ".join(wrong)
