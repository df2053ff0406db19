"""Key in a worksheet: its code, then section after section; a whole line of them may be typed at any of these."""

from __future__ import annotations

from dataclasses import replace

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, Interrupted
from navigator.domain.question import Choice, Place, Question
from navigator.engine import worksheet_code as code
from navigator.engine.inventory import NONE_OF_THESE
from navigator.engine.worksheet import Section, Sheet
from navigator.i18n import _
from navigator.services.asking import Asker, Move
from navigator.services.inventory import OFFERED
from navigator.services.titles import find
from navigator.services.worksheet import sheet_by_code
from navigator.services.worksheet_record import Filled, Work, checked_works

SECONDS = 6
"""About how long a section takes to key in."""

MOST_TYPED = 1_000
"""Characters of a whole answer code: every number of every section, twice over."""


class KeyIn:
    """One sheet being keyed in: asks what is open, takes a whole line of sections anywhere, and goes back on request."""

    def __init__(self, catalogue: Catalogue, asker: Asker, form: str = "") -> None:
        """``form``: the code of the sheet before, which Enter takes again."""
        self.catalogue = catalogue
        self.asker = asker
        self.sheet: Sheet | None = None
        self.readings: dict[str, code.Reading] = {}
        self.given: dict[str, str | None] = {}
        self.before: dict[str, str] = {"form": form} if form else {}
        self.heard: list[str] = []
        self.wrong = ""

    def run(self) -> Filled:
        """Ask for everything on the sheet. Raises Interrupted when the person stops; `filled` has what there is by then."""
        asked: list[str] = []
        while (step := self._next()) is not None:
            question = self._question(step)
            self.heard, self.wrong = [], ""
            reply = self.asker.ask(question, self._place(step))
            if reply is Move.STOP:
                raise Interrupted
            if reply is Move.BACK or (step == "done" and reply == "back"):
                self._reopen(asked.pop()) if asked else None
                continue
            try:
                self._take(step, reply if isinstance(reply, str) else "")
            except BadInput as refused:
                self.wrong = str(refused)
                if not self._done(step):
                    continue
            if step not in asked:
                asked.append(step)
        found = self.filled()
        if found is None:
            raise Interrupted
        return found

    def filled(self) -> Filled | None:
        """What was keyed in so far; None before there is anything to keep."""
        if self.sheet is None or not (self.readings or any(self.given.get(k) for k in ("name", "title.1"))):
            return None
        return Filled(
            sheet=self.sheet, name=self.given.get("name"), works=self._works(), readings=self._kept_readings()
        )

    def _titles(self) -> list[int]:
        """The rows of work that bear a title."""
        return [n for n in range(1, (self.sheet.works if self.sheet else 0) + 1) if self.given.get(f"title.{n}")]

    def _works(self) -> tuple[Work, ...] | None:
        if "title.1" not in self.given:
            return None
        codes = {n: self.given.get(f"pick.{n}") for n in self._titles()}
        return tuple(
            Work(title=self.given[f"title.{n}"] or "", code=None if codes[n] in (None, NONE_OF_THESE) else codes[n])
            for n in self._titles()
        )

    def _kept_readings(self) -> dict[str, code.Reading]:
        """The readings, those of work without the digits of rows that bear no title."""
        found = dict(self.readings)
        if "B" in found and found["B"].numbers:
            digits = found["B"].numbers
            kept = tuple(d for n in self._titles() for d in digits[2 * n - 2 : 2 * n])
            found["B"] = replace(found["B"], numbers=kept)
        return found

    def _steps(self) -> list[str]:
        """All steps of this sheet as far as they can be told, in order. Titles come before the digits about them."""
        if self.sheet is None:
            return ["form"]
        letters = [s.letter for s in self.sheet.sections]
        titles = [step for n in range(1, self._rows() + 1) for step in (f"title.{n}", f"pick.{n}")]
        return ["form", "name", "A", *titles, *(x for x in letters if x != "A"), "done"]

    def _rows(self) -> int:
        """Rows of work to ask about: as many as section B has digits for; else one after another until one is empty."""
        most = self.sheet.works if self.sheet else 0
        if "B" in self.readings and self.readings["B"].numbers:
            return min(most, len(self.readings["B"].numbers) // 2)
        return next((n for n in range(1, most) if f"title.{n}" in self.given and not self.given[f"title.{n}"]), most)

    def _next(self) -> str | None:
        return next((s for s in self._steps() if not self._done(s)), None)

    def _done(self, step: str) -> bool:
        if step.startswith("pick."):
            return not self.given.get(step.replace("pick", "title")) or step in self.given
        if step == "B" and self.sheet and self.sheet.section("B") and not self._titles():
            return True  # no work, nothing to say about it
        return step in self.readings if len(step) == 1 else step in self.given

    def _place(self, step: str) -> Place:
        steps = [s for s in self._steps() if not s.startswith("pick.")]
        number = steps.index(step.replace("pick", "title")) + 1
        return Place(number=number, of=max(2, len(steps)), seconds_left=SECONDS * (len(steps) - number))

    def _reopen(self, step: str) -> None:
        """Ask a step again, with what was typed to keep or to change."""
        if len(step) == 1:
            self.readings.pop(step, None)
        typed = self.given.pop(step, None)
        if typed and step != "done":
            self.before[step] = typed
        if step.startswith("title."):
            self.given.pop(step.replace("title", "pick"), None)

    def _question(self, step: str) -> Question:
        """What is asked; above it what was understood before, or what was wrong."""
        question = self._asked(step)
        notes = " ".join(filter(None, (self.wrong, *self.heard)))
        default = self.before.get(step, question.default)
        return replace(question, help=" ".join(filter(None, (notes, question.help))), default=default)

    def _asked(self, step: str) -> Question:
        def text(prompt: str, hint: str = "", section: str = "you") -> Question:
            return Question(id=f"key.{step}", kind="text", section=section, prompt=prompt, help=hint, most=MOST_TYPED)

        if step == "form":
            return text(_("Code of the sheet, as it stands at its top; or a whole answer code."))
        if step == "name":
            return text(_("Name on the sheet."))
        if step.startswith("title."):
            said = _("Work {n}: the title, as it is written. Leave it empty if there is no more.")
            return replace(text(said.format(n=step[-1]), section="work"), kind="title")
        if step.startswith("pick."):
            return self._pick_question(step)
        if step == "done":
            return Question(
                id="key.done", kind="one", section="record", prompt=_("That is the whole sheet. Save it?"), default="save",
                offered=True,
                choices=(Choice(id="save", text=_("Save it")), Choice(id="back", text=_("Go back to the part before"))),
            )  # fmt: skip
        section = self._section(step)
        hint = "" if self.wrong or self.heard else self._hint(section)
        asked = section.questions or (section.state,)
        return text(f"{section.letter}. {section.name}.", hint, asked[0].section if asked[0] else "you")

    def _hint(self, section: Section) -> str:
        if section.style == "work":
            return _(
                "Two digits for each work: what kind, and how long, such as 14; for two works: 14 25. 0 is for a blank one."
            )
        if section.style == "marks":
            return _("{count} digits, one a line, in the order of the line numbers; 0 is for a blank one.").format(
                count=len(section.questions)
            )
        if section.state is not None:
            if section.money is None:
                return _("The two letters of the state, such as OH. This sheet asks for nothing more here.")
            return _("The two letters of the state, then the pay as it stands there, such as: OH $16.50h")
        return _("Numbers with spaces between them, then / and the check digit if there is one. 0 means: none is true.")

    def _section(self, letter: str) -> Section:
        found = self.sheet.section(letter) if self.sheet else None
        if found is None:
            raise BadInput(_("There is no section {letter} on this sheet.").format(letter=letter))
        return found

    def _pick_question(self, step: str) -> Question:
        """The best suggestions by number; the first is taken with Enter when it is sure."""
        title = self.given[step.replace("pick", "title")] or ""
        hits = find(self.catalogue, title, OFFERED)
        choices = [Choice(id=h.code, text=h.name) for h in hits]
        return Question(
            id=f"key.{step}", kind="one", section="work", prompt=_("Which of these is closest to '{title}'?").format(title=title),
            choices=(*choices, Choice(id=NONE_OF_THESE, text=_("None of these"))),
            default=hits[0].code if hits and hits[0].sure == "sure" else None,
            offered=step not in self.before,
        )  # fmt: skip

    def _take(self, step: str, typed: str) -> None:
        """Keep what was typed; of a line, the sections that can be read. Raises BadInput for what cannot."""
        if step == "form" or len(step) == 1:
            self._take_line(step, typed)
            return
        self.given[step] = typed or None
        if step.startswith("pick."):
            title = self.given[step.replace("pick", "title")]
            name = self.catalogue.names.get(typed, _("no occupation of ours"))
            self.heard.append(_("Work {n} was read as: {title} ({name}).").format(n=step[-1], title=title, name=name))
        elif typed and not step.startswith("title."):
            self.before.pop(step, None)

    def _take_line(self, step: str, typed: str) -> None:
        form, parts = code.pieces(typed, "" if step == "form" else step)
        if step == "form":
            self._take_form(form or typed)
        elif form and self.sheet is not None and sheet_by_code(self.catalogue, form).code != self.sheet.code:
            raise BadInput(_("The code of another sheet stands here. Type back until the code is asked for."))
        named = [(letter or step, text) for letter, text in parts] or ([(step, "")] if step != "form" else [])
        found, wrong = self._readings_of(named)
        self.readings |= found
        for letter, text in named:
            if letter not in found:
                continue
            said = _("{letter} was read as: {read}.")
            self.heard.append(said.format(letter=letter, read=code.told(self._section(letter), found[letter])))
            self.before.pop(letter, None)
            self.given[letter] = text
        if wrong:
            raise BadInput(" ".join(wrong))

    def _readings_of(self, named: list[tuple[str, str]]) -> tuple[dict[str, code.Reading], list[str]]:
        """What can be read of a line, and what is wrong with the rest: a slip in one section drops no other."""
        found, wrong = {}, []
        for letter, text in named:
            try:
                found[letter] = self._reading(letter, text)
            except BadInput as problem:
                wrong.append(str(problem))
        return found, wrong

    def _take_form(self, form: str) -> None:
        found = sheet_by_code(self.catalogue, form)
        if self.sheet is None or found.code != self.sheet.code:
            self.readings = {}
        self.sheet = found
        self.given["form"] = found.code

    def _reading(self, letter: str, text: str) -> code.Reading:
        section = self._section(letter)
        found = code.read_section(section, text)
        if section.style == "work" and self.sheet is not None:
            titles = len(self._titles()) if "title.1" in self.given else self.sheet.works
            checked_works(self.sheet, found, titles)
        return found
