"""What stands above every question: which one it is, and about how long is left; and a text in the languages of the run."""

from __future__ import annotations

from navigator.domain.question import Answer, Choice, Place, Question
from navigator.engine.wording import SECTIONS
from navigator.i18n import _, beside, both, ngettext


def time_left(seconds: int) -> str:
    """`about 6 minutes left`."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return _("less than a minute left")
    return ngettext("about {count} minute left", "about {count} minutes left", minutes).format(count=minutes)


def heading(question: Question, place: Place) -> str:
    """`12 of about 40. What you have done. About 6 minutes left.`; nothing for a question that stands alone."""
    if alone(place) or place.number == 0:
        return ""
    left = str(time_left(place.seconds_left))
    said = (
        _("{number} of about {total}. {section}. {time_left}.")
        if place.about
        else _("{number} of {total}. {section}. {time_left}.")
    )
    return str(
        said.format(
            number=place.number,
            total=place.of,
            section=str(_(SECTIONS[question.section])),
            time_left=left[:1].upper() + left[1:],
        )
    )


def alone(place: Place) -> bool:
    """Whether a question belongs to no walk, such as the menu: there is nothing to go back to."""
    return place.of <= 1


def kept_at_the_end(question: Question) -> bool:
    """Whether what is typed is kept at the end, all of it or nothing: parts of the record and the book, but no worksheet."""
    return question.section in ("record", "book") and not question.id.startswith("key.")


def earlier(question: Question) -> Answer:
    """The answer given before, as far as this question still offers it; None where there is none."""
    if not question.choices or question.default is None:
        return question.default
    offered = {c.id for c in question.choices}
    if not isinstance(question.default, tuple):
        return question.default if question.default in offered else None
    kept = tuple(a for a in question.default if a in offered)
    return kept if kept or not question.default else None


def so_far(question: Question, usual: str) -> str:
    """What stands ready and what Enter does with it; ``usual`` says it of an answer given before."""
    words = _("Enter takes: {answer}.") if question.offered else _(usual)
    return words.format(answer=said(question, question.default))


def said(question: Question, answer: Answer) -> str:
    """An answer in words."""
    text = {c.id: c.text for c in question.choices}
    if isinstance(answer, tuple):
        return "; ".join(text[a] for a in answer if a in text) or _("none")
    return text.get(answer or "", answer or _("nothing"))


def texts(question: Question) -> list[str]:
    """The question and its help, each in every language of the run: two of each where they stand side by side."""
    return [text for part in (question.prompt, question.help) if part for text in both(part)]


def line_of(choice: Choice, *, brief: bool = False) -> str:
    """A choice with its help on the same line: `Escuchar / Listening: ...`."""
    name = beside(choice.text)
    return f"{name}: {beside(choice.help)}" if choice.help and not brief else name
