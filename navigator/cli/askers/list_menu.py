"""questionary's list with a layout of its own, that fits any screen, with a few more keys, and the hints that tell them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from navigator.cli.askers.heading import alone, heading, kept_at_the_end
from navigator.cli.askers.screen import LEAST_LIST, ListScreen
from navigator.domain.question import Place, Question
from navigator.engine.typed_words import plain
from navigator.i18n import N_, _, joined
from navigator.services.asking import Move

KEYS = {
    "one": N_("Up or down, then Enter."),
    "many": N_("Space ticks, Enter goes on."),
    "text": N_("Type, then Enter."),
}
FRESH = N_("Left: back. Right: skip. Ctrl-C: stop, all is kept.")
AGAIN = N_("Left: back. Right: keep. Delete: take it away.")
OFFERED = N_("Left: back. Right: go on with this.")
"""Where what stands ready was never answered there is nothing to take away."""
UNKEPT = N_("Left: back. Right: skip. Ctrl-C: stop, nothing is changed.")
"""In the record and the book what was typed is kept at the end, all of it or nothing."""
PRIVATE = N_("Left: back. Right: skip. Ctrl-C: go to the end.")
"""In a private walk nothing is kept: stopping leads to its end, where the page can be taken along."""
ALONE = N_("Ctrl-C: stop.")
STYLE = [
    ("question", "bold"),
    ("highlighted", "bold"),
    ("pointer", "bold"),
    ("notice", "bold"),
    ("text", ""),
    ("instruction", ""),
]


def hint(question: Question, place: Place, private: bool = False) -> str:
    """What the keys do besides answering."""
    if alone(place):
        return ALONE
    if question.default is not None:
        return OFFERED if question.offered else AGAIN
    if private:
        return PRIVATE
    return UNKEPT if kept_at_the_end(question) else FRESH


class ListMenu:
    """questionary's list with a layout of its own, that fits any screen, and a few more keys."""

    def __init__(self, asked: Any, question: Question, place: Place, *, private: bool) -> None:
        from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
        from questionary.prompts.common import InquirerControl
        from questionary.styles import merge_styles_default

        self.app = asked.application
        self.control = next(
            w.content for w in self.app.layout.find_all_windows() if isinstance(w.content, InquirerControl)
        )
        self.question = question
        self.screen = ListScreen(
            question=question,
            heading=heading(question, place),
            keys=joined(" ", (_(KEYS[question.kind]), _(hint(question, place, private)))),
            size=self._size,
            pointed=lambda: self.control.pointed_at,
            ticked=lambda: set(self.control.selected_options),
            notice=self.notice,
        )
        self._said: tuple[str, object] = ("", None)
        self.keys = KeyBindings()
        self._add_keys(alone(place))
        self.app.key_bindings = merge_key_bindings([self.app.key_bindings, self.keys])
        self.app.layout = self._layout()
        self.app.erase_when_done = True
        self.app.style = merge_styles_default([_style()])

    def _size(self) -> tuple[int, int]:
        size = self.app.output.get_size()
        return size.columns, size.rows

    def ticked(self) -> tuple[str, ...]:
        """What is ticked, in the order of the list."""
        return tuple(c.id for c in self.question.choices if c.id in self.control.selected_options)

    def say(self, notice: str) -> None:
        """Put a sentence below the list; it goes away when the person moves or ticks."""
        self._said = (notice, self._state())

    def notice(self) -> str:
        """The sentence below the list, while it is still true."""
        return self._said[0] if self._said[1] == self._state() else ""

    def _state(self) -> object:
        return self.control.pointed_at, tuple(self.control.selected_options)

    def _layout(self) -> Any:
        from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, Window
        from prompt_toolkit.layout.containers import ScrollOffsets
        from prompt_toolkit.layout.dimension import Dimension

        screen = self.screen
        self.control.text = cast("Any", screen.list_tokens)
        listed = Window(
            self.control,
            height=lambda: Dimension(min=LEAST_LIST, preferred=sum(map(len, screen.plan().items))),
            dont_extend_height=True,
            scroll_offsets=ScrollOffsets(top=1, bottom=1),
        )

        def fixed(text: Callable[[], Any], rows: Callable[[], int], least: Callable[[], int] = lambda: 1) -> Any:
            """As many rows as the text has; fewer, but not under ``least``, only where the terminal is very low."""

            def height() -> Any:
                return Dimension(min=min(least(), rows()), preferred=rows(), max=rows())

            return Window(FormattedTextControl(text), height=height, dont_extend_height=True)

        above = fixed(
            lambda: screen.plan().above, lambda: screen.plan().rows_above, lambda: self._size()[1] - LEAST_LIST - 1
        )
        note = fixed(lambda: "\n".join("   " + line for line in screen.plan().note), lambda: len(screen.plan().note))
        below = fixed(lambda: screen.below(listed), screen.rows_below)
        return Layout(HSplit([above, listed, note, below]))

    def _add_keys(self, by_itself: bool) -> None:
        """Letters jump to the choices they begin. questionary's own letters, which tick all at once, are taken away."""
        for letter in "abcdefghijklmnopqrstuvwxyz0123456789":
            self.keys.add(letter, eager=True)(lambda event, letter=letter: self._jump(letter))
        for key, to in (("home", 0), ("pageup", 0), ("end", -1), ("pagedown", -1)):
            self.keys.add(key, eager=True)(lambda event, to=to: self._point(to % len(self.question.choices)))
        self.keys.add("c-d", eager=True)(lambda event: event.app.exit(exception=KeyboardInterrupt))
        self.keys.add("c-j", eager=True)(_as_enter)
        if self.question.default is not None and not self.question.offered and not by_itself:
            self.keys.add("delete", eager=True)(lambda event: event.app.exit(result=Move.SKIP))

    def _point(self, at: int) -> None:
        self.control.pointed_at = at

    def _jump(self, letter: str) -> None:
        here, number = self.control.pointed_at, len(self.question.choices)
        order = [(here + step) % number for step in range(1, number + 1)]
        found = [n for n in order if plain(self.question.choices[n].text).startswith(letter)]
        if found:
            self._point(found[0])


def _as_enter(event: Any) -> None:
    """Enter pressed between two questions comes as a line feed: the terminal reads lines then. It is not lost."""
    from prompt_toolkit.key_binding.key_processor import KeyPress
    from prompt_toolkit.keys import Keys

    event.key_processor.feed(KeyPress(Keys.ControlM, "\r"), first=True)


def _style() -> Any:
    from prompt_toolkit.styles import Style

    return Style(STYLE)
