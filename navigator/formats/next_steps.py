"""What to do next: the few lines that the page ends with, drawn from the ideas that stand on it."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.domain.record import Record
from navigator.engine.lives import home_alone, lives
from navigator.engine.resources import served
from navigator.formats import words
from navigator.formats.first_step import finish_school
from navigator.formats.idea import Idea
from navigator.i18n import _

ENGLISH_CLASSES = "english"
"""The need that somebody ticks who wants to speak better English."""


def steps(ideas: list[Idea], record: Record) -> list[str]:
    """What to do next: few, concrete, and possible this week. Work that may not be found near is left to the list.

    Nothing opens more doors to somebody without a diploma than getting one, whatever work they choose.
    """
    diploma = [finish_school()] if record.wants.schooling == "none" else []
    if not ideas:
        return [_("Answer more questions, or change an answer. More answers make a better page."), *diploma]
    named = _named([i for i in ideas if not i.rare])
    found = [_step(i, fewer_said=any(j.shrinking for j in named[:n])) for n, i in enumerate(named)]
    found += [_step(i) for i in ideas if i.abroad and i not in named][:1]
    if not any(i.first_step == finish_school() for i in named):
        found += diploma
    return [*found, *_for_anybody(record)]


def _named(near: list[Idea]) -> list[Idea]:
    """The first idea, and the first after it that pays so much more that it can be felt, and that lasts."""
    named = near[:1]
    paid_more = [i for i in near[1:] if i.pays_more and i.first_step and not i.slow and not i.ending]
    felt = [i for i in paid_more if i.felt and i.band != words.BANDS["stretch"]] or paid_more
    lasting = [i for i in felt if not i.shrinking] if any(i.shrinking for i in named) else []
    return named + (lasting or felt)[:1]


def _for_anybody(record: Record) -> Iterator[str]:
    """The steps that no idea is needed for."""
    if ENGLISH_CLASSES in record.needs:
        yield _("Ask at a library or job center where English classes are near you. Many are free.")
    yield from _for_some(record)
    yield _("Talk to somebody who does one of these jobs. Ask what a normal day is like.")
    if served(record):
        yield _(
            "Take this page to an American Job Center (free help near you; dial 211 to find one). "
            "Say that you served: many who served are seen first. Ask about the GI Bill too."
        )
    else:
        yield _("Take this page to an American Job Center (free help near you; dial 211 to find one).")


def _for_some(record: Record) -> Iterator[str]:
    """Help that few think of, for the few it is for."""
    said = lives(record)
    if said["coal"]:
        yield _("If coal dust hurt your lungs, call the Federal Black Lung Program: 1-800-347-2502.")
    if said["survivor"]:
        yield _("Ask Social Security if you can get survivors benefits: 1-800-772-1213.")
    if home_alone(record):
        yield _(
            "If you lost the income you lived on, such as that of your husband or wife, say so at a job center. "
            "You may get the help that people get who were laid off."
        )


def _step(idea: Idea, *, fewer_said: bool = False) -> str:
    """The first step toward one idea; that there will be fewer such jobs is said here too, not only in the figures."""
    said = _("{name}: {step}").format(name=idea.name, step=words.lower_first(idea.first_step))
    if not idea.shrinking:
        return said
    if fewer_said:
        return f"{said} {_('There will be fewer of these jobs too.')}"
    return f"{said} {_('There will be fewer of these jobs in the nation, so ask first what is open near you.')}"
