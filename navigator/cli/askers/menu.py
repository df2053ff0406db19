"""Menus with arrow keys, by questionary. Left goes back, right skips, Ctrl-C stops; nothing is lost by any of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from navigator.cli.askers.early import drop_early_keys
from navigator.cli.askers.heading import earlier, heading, line_of, said, so_far, texts
from navigator.cli.askers.list_menu import KEYS, ListMenu, hint
from navigator.cli.askers.pasted import Pasted, unseen_text
from navigator.cli.askers.typed import LONG_LIST, answer_of
from navigator.cli.paper import width
from navigator.domain.errors import BadInput, Interrupted, NearMiss
from navigator.domain.question import Place, Question
from navigator.engine.typed_words import is_yes, word_of
from navigator.engine.validate import checked, clean_line
from navigator.engine.wording import SECTIONS
from navigator.i18n import N_, _, both, joined
from navigator.services.asking import Move, Reply

LONG = N_("Type its name or its two letters.")
TYPING = 2
"""Rows kept for what is typed, and one free."""
WORDS = {"back": Move.BACK, "skip": Move.SKIP, "stop": Move.STOP, "quit": Move.STOP, "exit": Move.STOP}
NOT_TICKED = N_("Nothing is ticked. Space ticks. Press Enter again for: none of these.")


class MenuAsker:
    """Asks with menus on a terminal that can redraw."""

    def __init__(self, *, private: bool = False) -> None:
        """``private``: nothing is kept, so no hint may say that it is."""
        from rich.console import Console

        self.private = private
        self.console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
        self._pasted = Pasted()
        self._ticks: dict[str, tuple[str, ...]] = {}
        self._told: list[str] = []
        self._first = True

    def tell(self, text: str) -> None:
        """Keep it for the next screen: each question begins on a cleared one, and wipes away what is said before it."""
        self._told.append(text)

    def _news(self, question: Question) -> str:
        """What was told since the last question; a section's name stands in the heading already."""
        told, self._told = self._told, []
        section = SECTIONS.get(question.section, "")
        return " ".join(text for text in told if not section or text != _(section))

    def ask(self, question: Question, place: Place) -> Reply:
        """Ask one question on a cleared screen. Raises Interrupted when the person stops."""
        asked = replace(question, default=earlier(question))
        if self._first:
            import questionary  # noqa: F401  # takes a moment, in which keys may come

            drop_early_keys()
            self._first = False
        self.console.clear()
        try:
            reply = self._asked(asked, place)
        except (KeyboardInterrupt, EOFError) as error:
            raise Interrupted from error
        self._after(asked, unseen_text())
        return reply

    def _asked(self, question: Question, place: Place) -> Reply:
        if question.kind == "many":
            return self._many(question, place)
        if question.kind == "one" and len(question.choices) <= LONG_LIST:
            return self._one(question, place)
        return self._text(question, place)

    def _after(self, question: Question, more: str) -> None:
        """What was pasted with the answer: more work is offered where it is asked; else it is left out, and that is said."""
        if question.kind == "title":
            self._pasted.keep(more)
        elif more:
            self.tell(_("You typed or pasted more than one answer. Only the first was taken."))

    def _one(self, question: Question, place: Place) -> Reply:
        import questionary

        choices = [questionary.Choice(line_of(c, brief=True), value=c.id) for c in question.choices]
        before = question.default if isinstance(question.default, str) else None
        asked = questionary.select("", choices=choices, default=before, use_jk_keys=False)
        menu = ListMenu(asked, question, place, private=self.private)
        menu.say(self._news(question))
        menu.keys.add("right", eager=True)(lambda event: event.app.exit(result=_kept(question)))
        menu.keys.add("left", eager=True)(lambda event: event.app.exit(result=Move.BACK))
        answer = asked.unsafe_ask()
        return answer if isinstance(answer, Move) else checked(question, answer)

    def _many(self, question: Question, place: Place) -> Reply:
        import questionary

        ticked = self._ticks.pop(question.id, question.default)
        choices = [
            questionary.Choice(line_of(c, brief=True), value=c.id, checked=c.id in (ticked or ()))
            for c in question.choices
        ]
        asked = questionary.checkbox("", choices=choices, use_jk_keys=False)
        menu = ListMenu(asked, question, place, private=self.private)
        menu.say(self._news(question))

        def done(event: Any, otherwise: Move | None) -> None:
            """Enter and right go on with what is ticked; right with nothing ticked skips, Enter asks once more."""
            now = menu.ticked()
            if question.most is not None and len(now) > question.most:
                menu.say(_("Pick at most {most}; these are {count}.").format(most=question.most, count=len(now)))
            elif now or question.default is not None:
                event.app.exit(result=now)
            elif otherwise is None and menu.notice() != _(NOT_TICKED):
                menu.say(_(NOT_TICKED))
            else:
                event.app.exit(result=otherwise or ())

        def back(event: Any) -> None:
            if menu.ticked() != (question.default or ()):
                self._ticks[question.id] = menu.ticked()  # ticks made before going back are there again later
            event.app.exit(result=Move.BACK)

        menu.keys.add("enter", eager=True)(lambda event: done(event, None))
        menu.keys.add("right", eager=True)(lambda event: done(event, Move.SKIP))
        menu.keys.add("left", eager=True)(back)
        answer = asked.unsafe_ask()
        return answer if isinstance(answer, Move) else checked(question, list(answer))

    def _text(self, question: Question, place: Place) -> Reply:
        """A typed line; one that does not suit is answered by a sentence, and the up key brings it back."""
        import questionary
        from prompt_toolkit.history import InMemoryHistory

        old = [said(question, question.default)] if question.default is not None else []
        history, problem, likely = InMemoryHistory(old), self._news(question), ""
        offered = self._pasted.next_for(question)
        if offered:
            problem = " ".join(filter(None, (problem, _("You wrote more than one line. This is the next one."))))
        while True:
            self._above_text(question, place, problem)
            asked = questionary.text(
                "", default=offered, qmark=">", history=history, key_bindings=_text_keys(question, place)
            )
            given = asked.unsafe_ask()
            if isinstance(given, Move):
                self._pasted.forget()
                return given
            typed, offered = self._pasted.first_of(question, given), ""
            if likely and (not typed or is_yes(typed)):
                return likely
            likely, word = "", word_of(typed)
            if word in WORDS:
                return _kept(question) if word == "skip" else WORDS[word]
            if not typed:
                return _kept(question)
            try:
                answer = answer_of(question, typed)
                return Move.SKIP if answer is None else answer  # `none` where a title or an amount is asked
            except BadInput as refused:
                problem = str(refused)
                likely = refused.choice if isinstance(refused, NearMiss) else ""

    def _above_text(self, question: Question, place: Place, problem: str) -> None:
        """What stands above the line to type on; on a very small screen the question comes before help and hints."""
        from navigator.cli.paper import lines_high

        first = heading(question, place)
        top = [first, ""] if first else []
        asked, help_ = both(question.prompt), texts(question)[len(both(question.prompt)) :]
        hints = [*self._so_far(question), *self._how(question, place)]
        room = lines_high() - TYPING - _rows(problem)
        for part in (help_, hints, top):
            if sum(map(_rows, (*top, *asked, *help_, "", *hints))) > room:
                part.clear()
        self.console.clear()
        for text, style in (
            *((t, None) for t in top),
            *((t, "bold") for t in asked),
            *((t, None) for t in (*help_, "", *hints)),
            *((t, "bold") for t in filter(None, (problem,))),
        ):
            self._put(text, style)
        self.console.print()

    @staticmethod
    def _so_far(question: Question) -> list[str]:
        if question.default is None:
            return []
        return list(both(so_far(question, N_("Your answer so far: {answer}. Enter keeps it."))))

    def _how(self, question: Question, place: Place) -> list[str]:
        """What to type, and what the keys do: in each language of the run, side by side."""
        how = [_(KEYS["text"]), _(hint(question, place, self.private))]
        lines = [joined(" ", how)]
        return [text for line in ((_(LONG), *lines) if question.choices else lines) for text in both(line)]

    def _put(self, text: str, style: str | None = None) -> None:
        from textwrap import wrap

        for line in wrap(clean_line(text), width()) or [""]:
            self.console.print(line, style=style)


def _rows(text: str) -> int:
    """Rows that a text takes."""
    from textwrap import wrap

    return len(wrap(clean_line(text), width())) or (0 if text else 1)


def _kept(question: Question) -> Reply:
    """What going on without an answer means: an earlier answer stays; without one the question is skipped."""
    return question.default if question.default is not None else Move.SKIP


def _text_keys(question: Question, place: Place) -> Any:
    """On an empty line left goes back, right goes on, and delete takes an earlier answer away."""
    from prompt_toolkit.application import get_app
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.key_binding import KeyBindings

    keys = KeyBindings()
    empty = Condition(lambda: not get_app().current_buffer.text)
    keys.add("left", filter=empty, eager=True)(lambda event: event.app.exit(result=Move.BACK))
    keys.add("right", filter=empty, eager=True)(lambda event: event.app.exit(result=_kept(question)))
    if question.default is not None and not question.offered:
        keys.add("delete", filter=empty, eager=True)(lambda event: event.app.exit(result=Move.SKIP))
    return keys
