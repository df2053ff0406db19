"""The career advancement guide for one person: its stages, what was noted, and the help that goes with each question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput, Interrupted, NotFound
from navigator.domain.guide import GuideAnswer, Pair, Side, Stage
from navigator.domain.question import Place, Question
from navigator.domain.record import Record
from navigator.engine.validate import MOST_CHARACTERS, clean_line, shown
from navigator.formats.guide_page import GuidePage, PairSaid, StageSaid
from navigator.i18n import N_, _, both, joined
from navigator.records.store import Opened, RecordStore, now
from navigator.services.asking import Asker, Move
from navigator.services.help_named import best_for, program, with_age
from navigator.services.resources import Directory

View = Literal["worker", "employer", "center"]
VIEWS: tuple[View, ...] = ("worker", "employer", "center")
MOST_HELP = 2
SECONDS = 40
ANSWER_HELP = N_("In your own words. Skip it if you like. Your answer stays in your record.")

TITLES: dict[View, str] = {
    "worker": N_("Your guide to getting on at work"),
    "employer": N_("What an employer can do, stage by stage"),
    "center": N_("What a center can do, stage by stage"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """One answer, with the question it belongs to."""

    question: str
    asked: str
    side: Side
    text: str
    when: str


def guide(
    directory: Directory, record: Record | None, stage: str = "", sector: str = "", view: View = "worker"
) -> GuidePage:
    """The guide, or one stage of it. Raises BadInput."""
    catalogue = directory.catalogue
    wanted = stages_of(catalogue, stage)
    own = sector_of(catalogue, sector) if sector else (record.sector if record else "")
    answers = record.guide if record else ()
    return GuidePage(
        title=_(TITLES[view]),
        view=view,
        sector=next((s.name for s in catalogue.framework.sectors if s.id == own), ""),
        whole=not stage,
        stages=tuple(_stage(s, own, answers, directory) for s in wanted),
    )


def stages_of(catalogue: Catalogue, text: str) -> tuple[Stage, ...]:
    """The stage that somebody means by its id, its number or its first letters; all when empty. Raises BadInput."""
    stages = catalogue.guide.stages
    wanted = clean_line(text).lower()
    if not wanted:
        return stages
    for number, stage in enumerate(stages, start=1):
        if wanted in (stage.id, str(number), *(t.lower() for t in both(stage.name))):
            return (stage,)
    starting = [s for s in stages if s.id.startswith(wanted) or s.name.lower().startswith(wanted)]
    if len(starting) == 1:
        return tuple(starting)
    raise BadInput(
        _("There is no stage {text}. Choose {names}.").format(text=shown(text), names=", ".join(s.id for s in stages))
    )


def sector_of(catalogue: Catalogue, text: str) -> str:
    """The id of a kind of work. Raises BadInput."""
    wanted = clean_line(text).lower()
    for sector in catalogue.framework.sectors:
        if wanted in (sector.id, *(t.lower() for t in both(sector.name))):
            return sector.id
    raise BadInput(
        _("There is no kind of work {text}. Choose {names}.").format(
            text=shown(text), names=", ".join(s.id for s in catalogue.framework.sectors)
        )
    )


def view_of(text: str) -> View:
    """Whose side. Raises BadInput."""
    found = next((v for v in VIEWS if v == clean_line(text).lower()), None)
    if found is None:
        raise BadInput(_("There is no view {text}. Choose {names}.").format(text=shown(text), names=", ".join(VIEWS)))
    return found


def _stage(stage: Stage, sector: str, answers: tuple[GuideAnswer, ...], directory: Directory) -> StageSaid:
    return StageSaid(
        id=stage.id,
        name=stage.name,
        about=stage.about,
        pairs=tuple(_pair(p, answers, directory) for p in stage.for_sector(sector)),
        employer_side=stage.employer_side,
        center_side=stage.center_side,
    )


def _pair(pair: Pair, answers: tuple[GuideAnswer, ...], directory: Directory) -> PairSaid:
    said = {a.side: a.text for a in answers if a.question == pair.id}
    return PairSaid(
        id=pair.id,
        me=pair.me,
        employer=pair.employer,
        why=pair.why,
        help=_help(pair, directory),
        sector=pair.sector,
        answer=said.get("me", ""),
        employer_answer=said.get("employer", ""),
    )


def _help(pair: Pair, directory: Directory) -> tuple[str, ...]:
    """The programs that the guide names, then the best entry of each kind of help; once each."""
    found = [program(directory, name) for name in pair.programs] + [best_for(directory, kind) for kind in pair.kinds]
    return tuple(dict.fromkeys(with_age(entry, directory.today) for entry in found if entry))[:MOST_HELP]


def note(catalogue: Catalogue, store: RecordStore, opened: Opened, name: str, text: str, side: Side = "me") -> Noted:
    """Keep an answer in the record; an empty one takes it away. Raises NotFound or BadInput."""
    pair = pair_of(catalogue, name)
    clean = clean_line(text)
    if len(clean) > MOST_CHARACTERS:
        raise BadInput(
            _("That is {count} characters. Please keep it under {most}.").format(count=len(clean), most=MOST_CHARACTERS)
        )
    others = tuple(a for a in opened.record.guide if (a.question, a.side) != (pair.id, side))
    answer = GuideAnswer(question=pair.id, text=clean, side=side, when=now())
    store.save(opened, replace(opened.record, guide=(*others, answer) if clean else others))
    return Noted(
        question=pair.id, asked=pair.me if side == "me" else pair.employer, side=side, text=clean, when=answer.when
    )


def pair_of(catalogue: Catalogue, name: str) -> Pair:
    """A pair by its id. Raises NotFound."""
    pair = catalogue.guide.pair(clean_line(name).lower())
    if pair is None:
        raise NotFound(
            _("There is no question {name} in the guide. 'navigator guide --stage looking' shows the ids.").format(
                name=shown(name)
            )
        )
    return pair


def ask(
    catalogue: Catalogue, store: RecordStore, opened: Opened, pairs: tuple[Pair, ...], side: Side, asker: Asker
) -> int:
    """Ask some questions one after another; each answer is saved at once. How many were answered. Raises Interrupted."""
    number, answered = 0, 0
    while number < len(pairs):
        pair = pairs[number]
        place = Place(number=number + 1, of=len(pairs), seconds_left=SECONDS * (len(pairs) - number))
        reply = asker.ask(_question(pair, side, opened.record), place)
        if reply is Move.STOP:
            raise Interrupted
        if reply is Move.BACK:
            number = max(0, number - 1)
            continue
        if isinstance(reply, str):
            note(catalogue, store, opened, pair.id, reply, side)
            opened = store.open(opened.path)
            answered += 1
        number += 1
    return answered


def _question(pair: Pair, side: Side, record: Record) -> Question:
    kept = next((a.text for a in record.guide if (a.question, a.side) == (pair.id, side)), None)
    return Question(
        id=f"guide.{pair.id}",
        kind="text",
        section="want",
        prompt=pair.me if side == "me" else _("What did the employer say? {employer}").format(employer=pair.employer),
        help=joined(" ", (pair.why, _(ANSWER_HELP))),
        default=kept,
        seconds=SECONDS,
    )


def noted(catalogue: Catalogue, record: Record) -> tuple[Noted, ...]:
    """All that was noted, in the guide's order; questions that are no longer there come last."""
    order = [p.id for s in catalogue.guide.stages for p in s.pairs]
    found = []
    for answer in sorted(
        record.guide, key=lambda a: (order.index(a.question) if a.question in order else len(order), a.side != "me")
    ):
        pair = catalogue.guide.pair(answer.question)
        asked = "" if pair is None else pair.me if answer.side == "me" else pair.employer
        found.append(Noted(question=answer.question, asked=asked, side=answer.side, text=answer.text, when=answer.when))
    return tuple(found)
