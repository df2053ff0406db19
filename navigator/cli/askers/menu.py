"""Menus with arrow keys, by questionary. Left goes back, right skips, Ctrl-C stops; nothing is lost by any of them."""

from __future__ import annotations

import textwrap
from typing import Any

from navigator.cli.askers.heading import heading
from navigator.cli.askers.lines import LONG_LIST, answer_of, line_of, said
from navigator.cli.paper import width
from navigator.domain.errors import BadInput, Interrupted
from navigator.domain.question import Choice, Place, Question
from navigator.engine.validate import checked, clean_line
from navigator.services.asking import Move, Reply

KEYS = {
    "one": "(arrow keys, then Enter. Left: back. Right: skip. Ctrl-C: stop, all is kept)",
    "many": "(Space picks, Enter goes on. Left: back. Right: skip. Ctrl-C: stop, all is kept)",
    "text": "(type, then Enter. Or type: back, skip, stop)",
}
WORDS = {"back": Move.BACK, "skip": Move.SKIP, "stop": Move.STOP}


class MenuAsker:
    """Asks with menus on a terminal that can redraw."""

    def __init__(self) -> None:
        from rich.console import Console

        self.console = Console(width=width(), highlight=False, markup=False, emoji=False)

    def tell(self, text: str) -> None:
        """The section's name stands in every question's heading already."""

    def ask(self, question: Question, place: Place) -> Reply:
        """Ask one question on a cleared screen. Raises Interrupted when the person stops."""
        self.console.clear()
        self.console.print(heading(question, place), style="dim")
        self.console.print()
        self.console.print(clean_line(question.prompt), style="bold")
        if question.help:
            self.console.print(clean_line(question.help))
        self.console.print()
        try:
            if question.kind == "many":
                return self._many(question)
            if question.kind == "one" and len(question.choices) <= LONG_LIST:
                return self._one(question)
            return self._text(question)
        except (KeyboardInterrupt, EOFError) as error:
            raise Interrupted from error

    def _one(self, question: Question) -> Reply:
        import questionary

        default = question.default if question.default in {c.id for c in question.choices} else None
        asked = questionary.select(
            "", choices=[_choice(c) for c in question.choices], default=default, instruction=KEYS["one"], qmark="", pointer=">"
        )
        answer = _run(asked)
        return answer if isinstance(answer, Move) else checked(question, answer)

    def _many(self, question: Question) -> Reply:
        import questionary

        picked = question.default if isinstance(question.default, tuple) else ()

        def enough(answers: list[str]) -> bool | str:
            most = question.most
            return True if most is None or len(answers) <= most else f"Pick at most {most}."

        asked = questionary.checkbox(
            "", choices=[_choice(c, c.id in picked) for c in question.choices], instruction=KEYS["many"], qmark="",
            pointer=">", validate=enough,
        )  # fmt: skip
        answer = _run(asked)
        return answer if isinstance(answer, Move) else checked(question, answer)

    def _text(self, question: Question) -> Reply:
        import questionary

        def right(typed: str) -> bool | str:
            if not typed.strip() or typed.strip().casefold() in WORDS:
                return True
            try:
                answer_of(question, clean_line(typed))
            except BadInput as problem:
                return str(problem)
            return True

        if question.choices:
            self.console.print("Type its name or its two letters.", style="dim")
        default = said(question, question.default) if question.default is not None else ""
        typed = clean_line(
            questionary.text("", default=default, instruction=KEYS["text"], qmark=">", validate=right).unsafe_ask()
        )
        if typed.casefold() in WORDS:
            return WORDS[typed.casefold()]
        return answer_of(question, typed) if typed else Move.SKIP


def _choice(choice: Choice, picked: bool = False) -> Any:
    import questionary

    lines = textwrap.wrap(clean_line(line_of(choice)), width() - 8) or [""]
    return questionary.Choice(("\n" + " " * 6).join(lines), value=choice.id, checked=picked)


def _run(asked: Any) -> Any:
    """Run a menu with two more keys: left for back, right for skip."""
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings

    more = KeyBindings()

    @more.add("left", eager=True)
    def _(event: Any) -> None:
        event.app.exit(result=Move.BACK)

    @more.add("right", eager=True)
    def _(event: Any) -> None:
        event.app.exit(result=Move.SKIP)

    asked.application.key_bindings = merge_key_bindings([asked.application.key_bindings, more])
    return asked.unsafe_ask()


