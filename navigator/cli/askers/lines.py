"""Numbered lines: every question as text in order, answered by number, by first letters, or by a word."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import replace

from navigator.cli.askers.early import drop_early_keys
from navigator.cli.askers.heading import alone, earlier, heading, kept_at_the_end, line_of, so_far, texts
from navigator.cli.askers.pasted import Pasted, more_is_there
from navigator.cli.askers.typed import LONG_LIST, answer_of, line_of_keys
from navigator.cli.paper import width
from navigator.domain.errors import BadInput, Interrupted, NearMiss
from navigator.domain.question import Answer, Place, Question
from navigator.engine.typed_words import is_yes, word_of
from navigator.engine.validate import clean_line
from navigator.engine.wording import SECTIONS
from navigator.i18n import N_, _, both, joined
from navigator.services.asking import Move, Reply

MOVES = {"back": Move.BACK, "skip": Move.SKIP, "stop": Move.STOP, "quit": Move.STOP, "exit": Move.STOP}

HOW = {
    "text": N_("Type your answer and press Enter."),
    "title": N_("Type your answer and press Enter."),
    "money": N_("Type an amount and press Enter."),
    "one": N_("Type a number and press Enter."),
    "many": N_("Type the numbers with commas between them, such as 1,4,7. Type none if none is true."),
}
LONG = N_("Type its name or its two letters.")
SO_FAR = N_("Your answer so far: {answer}. Enter keeps it. Type clear to take it away.")
HELP = N_("You can also type: help, back (the question before), repeat, skip, stop (all answers are kept).")
HELP_UNKEPT = N_("You can also type: help, back (the question before), repeat, skip, stop (nothing is changed).")
"""In the record and the book what was typed is kept at the end, all of it or nothing."""
HELP_PRIVATE = N_(
    "You can also type: help, back (the question before), repeat, skip, stop (then you can take your page along)."
)
"""In a private walk nothing is kept: stopping leads to what can be taken along."""
HELP_ALONE = N_("You can also type: help, repeat, stop.")
TELL_ALL, ENOUGH = 3, 10
"""Empty lines in a row after which everything that may be typed is said, and after which nobody seems to be there."""

FRAME = 3
"""Rows kept free below a list: for the prompt and a sentence about what was typed."""

Read = Callable[[str], str]
Rows = Callable[[], int | None]


def screen_rows() -> int | None:
    """How many rows the terminal has; None where nobody looks at a screen."""
    return shutil.get_terminal_size((80, 24)).lines if sys.stdin.isatty() and sys.stdout.isatty() else None


class LinesAsker:
    """Asks on plain lines. ``read``, ``write`` and ``rows`` are the terminal's, or a test's."""

    def __init__(
        self,
        read: Read = input,
        write: Callable[[str], None] = print,
        rows: Rows = screen_rows,
        *,
        private: bool = False,
        more: Callable[[], bool] = more_is_there,
    ) -> None:
        """``private``: nothing is kept, so no help may say that it is. ``more``: whether another line is there already."""
        self.more = more
        self.private = private
        self.read = read
        self.write = write
        self.rows = rows
        self._told_help = False
        self._first = True
        self._pasted = Pasted()
        self._likely = ""
        """The choice that was asked about last: `Did you mean Ohio?`"""

    def tell(self, text: str) -> None:
        """A line between two questions. A section's name stands in every question's heading already."""
        if text not in map(_, SECTIONS.values()):
            self.write("")
            self._say(text)

    def ask(self, question: Question, place: Place) -> Reply:
        """Ask until there is an answer that suits, or a move. Raises Interrupted at the end of the input."""
        if self._first:
            drop_early_keys()
            self._first = False
        asked = replace(question, default=earlier(question))
        parts = self._parts(asked, place)
        return self._one_part(asked, place) if len(parts) == 1 else self._in_parts(asked, place, parts)

    def _one_part(self, question: Question, place: Place) -> Reply:
        self._put(question, place)
        empty, offered = 0, self._pasted.next_for(question)
        if offered:
            self._say(
                _("You wrote more than one line. The next one is: {title}. Enter takes it.").format(title=offered)
            )
        while True:
            typed = self._typed() or offered
            while question.kind == "title" and typed != offered and self.more():
                self._pasted.keep(self._line())
            offered = ""
            likely, self._likely = self._likely, ""
            if likely and (not typed or is_yes(typed)):
                return likely
            reply = self._word(question, place, typed)
            empty = 0 if typed else empty + 1
            if reply is None and not typed:
                reply = self._nothing(question, empty)
                if reply is None:
                    self._still_nothing(question, place, empty)
            elif reply is None and not self._asks(typed):
                reply = self._answer(question, typed)
            if reply is not None:
                return reply

    def _still_nothing(self, question: Question, place: Place, times: int) -> None:
        """Empty lines only: after a few all that may be typed is said, after many it ends as with Ctrl-C. Raises Interrupted."""
        if times == TELL_ALL:
            self._help(question, place, None)
        elif times >= ENOUGH:
            raise Interrupted

    def _in_parts(self, question: Question, place: Place, parts: Sequence[tuple[int, int]]) -> Reply:
        """A tick list longer than the screen, part by part; a number of any part may be typed at any time."""
        picked: dict[int, tuple[str, ...]] = {}
        n = 0
        while n < len(parts):
            part = replace(question, default=picked.get(n, _kept(question, parts[n])))
            self._put(part, place, parts[n], _("Part {number} of {total}.").format(number=n + 1, total=len(parts)))
            reply = self._part(part, place, parts[n])
            if reply is Move.SKIP and any(picked.values()):
                reply = ()
            if reply is Move.BACK and n > 0:
                n -= 1
            elif isinstance(reply, Move):
                return reply
            else:
                picked[n] = reply if isinstance(reply, tuple) else ()
                n += 1
        together = {a for some in picked.values() for a in some}
        return tuple(c.id for c in question.choices if c.id in together)

    def _part(self, question: Question, place: Place, part: tuple[int, int]) -> Reply:
        while True:
            typed = self._typed()
            reply = self._word(question, place, typed, part)
            if reply is None and not typed:
                reply = question.default if question.default is not None else ()
            elif reply is None and not self._asks(typed):
                reply = self._answer(question, typed)
            if reply is not None:
                return reply

    def _word(self, question: Question, place: Place, typed: str, part: tuple[int, int] | None = None) -> Reply:
        """What one of the words does: a move, or words said and None. A skip never takes an earlier answer away."""
        word = word_of(typed)
        if word in ("help", "?"):
            self._help(question, place, part)
        elif word == "repeat":
            self._put(question, place, part)
        elif word == "clear" and question.default is not None:
            return Move.SKIP
        elif word == "skip" and question.default is not None:
            return question.default
        elif word in MOVES:
            return MOVES[word]
        return None

    @staticmethod
    def _asks(typed: str) -> bool:
        """Whether a line was a word that only makes this asker say something."""
        return word_of(typed) in ("help", "?", "repeat")

    def _typed(self) -> str:
        """A line that says something, or an empty one; a line of arrow keys alone is neither."""
        while True:
            line = self._line()
            typed = line_of_keys(line)
            if typed or not line.strip():
                return typed
            self._say(_("That key does nothing here. Type help to see what you can type."))

    def _line(self) -> str:
        while True:
            try:
                return self.read("> ")
            except UnicodeDecodeError:
                self._say(_("That line cannot be read as text. Please type it again."))
            except (EOFError, KeyboardInterrupt) as error:
                raise Interrupted from error

    def _answer(self, question: Question, typed: str) -> Reply | None:
        try:
            answer = answer_of(question, typed)
            return Move.SKIP if answer is None else answer  # `none` where a title or an amount is asked
        except BadInput as problem:
            self._likely = problem.choice if isinstance(problem, NearMiss) else ""
            self._say(str(problem))
            return None

    def _nothing(self, question: Question, times: int) -> Reply | None:
        """An empty line keeps what was answered before; else it skips where that is safe, and asks again elsewhere."""
        if question.default is not None:
            return question.default
        if question.kind in ("text", "title", "money"):
            return Move.SKIP
        if question.kind == "many":
            if times > 1:
                return ()
            self._say(_("Nothing picked yet. Type the numbers, or press Enter again for: none of these."))
        else:
            self._say(
                _("Type its name or its two letters. Or type skip.")
                if _long(question)
                else _("Type a number. Or type skip.")
            )
        return None

    def _parts(self, question: Question, place: Place) -> list[tuple[int, int]]:
        """A list cut into as few parts as the screen needs: from where to where."""
        rows, number = self.rows(), len(question.choices)
        if question.kind != "many" or rows is None:
            return [(0, number)]
        around = len(self._above(question, place)) + len(self._below(question, place)) + FRAME
        sizes = [len(_lines(line, 4)) for line in _numbered(question, (0, number), brief=True)]
        cut = next((n for n in range(1, number) if _tallest(sizes, n) + around <= rows), number)
        size = -(-number // cut)
        return [(at, min(at + size, number)) for at in range(0, number, size)]

    def _put(self, question: Question, place: Place, part: tuple[int, int] | None = None, which: str = "") -> None:
        self.write("")
        above, below = self._above(question, place, which), self._below(question, place)
        listed = self._listed(question, part, len(above) + len(below))
        for line in (*above, *listed, *below):
            self.write(line)
        self._told_help = self._told_help or not alone(place)

    def _above(self, question: Question, place: Place, which: str = "") -> list[str]:
        top = " ".join(filter(None, (heading(question, place), which)))
        return [line for text in (top, *texts(question)) if text for line in _lines(text)]

    def _listed(self, question: Question, part: tuple[int, int] | None, around: int) -> list[str]:
        """The choices; where they would push the question off the screen, without their second sentence."""
        if not question.choices or _long(question):
            return []
        part = part or (0, len(question.choices))
        full = [line for text in _numbered(question, part, brief=question.brief) for line in _lines(text, 4)]
        rows = self.rows()
        if rows is None or question.kind == "one" or len(full) + around + FRAME <= rows:
            return full
        return [line for text in _numbered(question, part, brief=True) for line in _lines(text, 4)]

    def _below(self, question: Question, place: Place) -> list[str]:
        lines = []
        if question.default is not None:
            lines += [line for text in both(so_far(question, SO_FAR)) for line in _lines(text)]
        how = [_how(question)]
        if not self._told_help:
            how.append(_(self._moves(question, place)))
        if (question.brief or (question.kind == "many" and self._told_help)) and any(c.help for c in question.choices):
            how.append(_("Type help to read what each one means."))
        return [*lines, *(line for text in both(joined(" ", how)) for line in _lines(text))]

    def _help(self, question: Question, place: Place, part: tuple[int, int] | None) -> None:
        self._say(_how(question))
        self._say(_(self._moves(question, place)))
        if question.means:
            self._say(question.means)
        if _long(question):
            self._say(", ".join(f"{c.text} ({c.id})" for c in question.choices))
            return
        for line in _numbered(question, part or (0, len(question.choices))):
            self._say(line, 4)

    def _moves(self, question: Question, place: Place) -> str:
        """The words that can be typed besides an answer."""
        if alone(place):
            return HELP_ALONE
        if self.private:
            return HELP_PRIVATE
        return HELP_UNKEPT if kept_at_the_end(question) else HELP

    def _say(self, text: str, hang: int = 0) -> None:
        for line in (line for each in both(text) for line in _lines(each, hang)):
            self.write(line)


def _how(question: Question) -> str:
    return _(LONG if _long(question) else HOW[question.kind])


def _long(question: Question) -> bool:
    """Whether a list is typed into, not read out."""
    return question.kind == "one" and len(question.choices) > LONG_LIST


def _lines(text: str, hang: int = 0) -> list[str]:
    return textwrap.wrap(clean_line(text), width(), subsequent_indent=" " * hang) or [""]


def _numbered(question: Question, part: tuple[int, int], brief: bool = False) -> list[str]:
    """The choices of a part, each with its number in the whole list."""
    choices = question.choices[part[0] : part[1]]
    return [f"{n}. {line_of(c, brief=brief)}" for n, c in enumerate(choices, start=part[0] + 1)]


def _tallest(sizes: Sequence[int], parts: int) -> int:
    """Rows of the tallest of so many parts."""
    size = -(-len(sizes) // parts)
    return max(sum(sizes[at : at + size]) for at in range(0, len(sizes), size))


def _kept(question: Question, part: tuple[int, int]) -> Answer:
    """The part of an earlier answer that one part of the list holds."""
    if not isinstance(question.default, tuple):
        return None
    offered = {c.id for c in question.choices[part[0] : part[1]]}
    return tuple(a for a in question.default if a in offered)
