"""A sheet that was keyed in, as a record: the parts that a walk with these answers would make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.domain.question import Answer, Question
from navigator.domain.record import Record
from navigator.engine import worksheet_code as code
from navigator.engine.answers import applied
from navigator.engine.inventory import ANY, NONE_OF_THESE, Known, held, next_question, sequence
from navigator.engine.worksheet import DID, NEED, SKILLS, Sheet
from navigator.i18n import _
from navigator.records.store import Opened, RecordStore, now
from navigator.services.inventory import known_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One piece of work named on a sheet: the title as written, and the occupation it was found to be."""

    title: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What was keyed in of one sheet so far. None: nothing yet; an empty name: none stands there."""

    sheet: Sheet
    name: str | None = None
    works: tuple[Work, ...] | None = None
    readings: Mapping[str, code.Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """A sheet that was saved: whose, where, the code to key it in again, and whether the walk has more to ask.
    ``again``: the record was here already, with the same name and the same answers, and nothing was saved."""

    name: str
    record: str
    file: str
    code: str
    works: tuple[str, ...]
    more: bool
    again: bool = False


def record_of(catalogue: Catalogue, filled: Filled, record: Record, when: str) -> Record:
    """A record with the answers of a sheet in it, blank ones marked as skipped; what the paper did not ask stays open."""
    known, answers = known_of(catalogue), _answers(filled)
    here = replace(known, licences_for=lambda record: (), next_screen=lambda record, job: ())
    record = replace(record, route=filled.sheet.route)
    if "name" in answers:
        record = applied(record, filled.sheet.name, answers["name"], when)
    while (question := _open(record, here, filled.sheet, answers)) is not None:
        record = applied(record, question, _asked_for(question, answers[question.id]), when)
    record = _with_activities(record, filled.sheet, answers, when)
    return replace(record, finished=next_question(record, known, filled.sheet.route) is None)


def _asked_for(question: Question, answer: Answer) -> Answer:
    """Of the needs only what the walk would offer here too: no diploma for who ticked that they have one."""
    if not question.id.startswith(NEED) or not isinstance(answer, tuple):
        return answer
    return tuple(need for need in answer if need in {c.id for c in question.choices})


def _open(record: Record, known: Known, sheet: Sheet, answers: Mapping[str, Answer]) -> Question | None:
    asked = sequence(record, known, sheet.route)
    return next((q for q in asked if q.id in answers and record.answered(q.id) is None), None)


def _answers(filled: Filled) -> dict[str, Answer]:
    """Question to answer. The sector only picks the examples of the walk: with the skills marked it is not asked any more."""
    found: dict[str, Answer] = {"name": filled.name or None} if filled.name is not None else {}
    for letter, reading in filled.readings.items():
        section = filled.sheet.section(letter)
        if section is not None and section.style != "work":
            found |= code.answers_of(section, reading)
    if any(name.startswith(SKILLS) for name in found):
        found["sector"] = None
    return found | _work_answers(filled)


def _work_answers(filled: Filled) -> dict[str, Answer]:
    if filled.works is None:
        return {}
    section, reading = filled.sheet.section("B"), filled.readings.get("B")
    marks = code.answers_of(section, reading) if section and reading else {}
    found: dict[str, Answer] = {}
    for n, work in enumerate(filled.works, start=1):
        found[f"job.{n}.title"] = work.title
        found[f"job.{n}.occupation"] = work.code or NONE_OF_THESE
        if reading is not None:
            found |= {f"job.{n}.{part}": marks.get(f"job.{n}.{part}") for part in ("kind", "length")}
    if len(filled.works) < filled.sheet.works:
        found[f"job.{len(filled.works) + 1}.title"] = None
    return found


def _with_activities(record: Record, sheet: Sheet, answers: Mapping[str, Answer], when: str) -> Record:
    """The ticks, where a walk keeps them: with the first work when no occupation is like it, else with no work in particular.

    The paper does not ask which kinds of things were done, so that question counts as skipped. What stands between two
    ticks was read and passed over. Whole screens after the last tick may never have been reached: they count as skipped
    (docs/explanation/quality.md, "Ticks on paper").
    """
    screens = [q for s in sheet.sections for q in s.questions if q.id.startswith(DID)]
    if all(answers.get(q.id) is None for q in screens):
        return record
    last = max((n for n, q in enumerate(screens) if answers[q.id]), default=len(screens))
    about = "job.1" if held(record) and held(record)[0].code is None else ANY
    record = applied(record, Question(id=f"{about}.groups", kind="many", section="work", prompt=""), None, when)
    for n, screen in enumerate(screens):
        answer = answers[screen.id] if n <= last else None
        record = applied(record, replace(screen, id=f"{about}.{screen.id}"), answer, when)
    return record


def checked_works(sheet: Sheet, reading: code.Reading, works: int) -> None:
    """Raises BadInput where section B has digits of more work than there is."""
    if len(reading.numbers) > 2 * works:
        said = _("Section B has digits for more work than was named: {typed} and {works}.")
        raise BadInput(said.format(typed=len(reading.numbers) // 2, works=works))


def save(store: RecordStore, opened: Opened, record: Record, filled: Filled) -> Keyed:
    """Keep the record of a sheet in the store."""
    return told(store.save(opened, record), record, filled)


def told(kept: Opened, record: Record, filled: Filled, *, again: bool = False) -> Keyed:
    """What is said of a sheet whose record lies there."""
    return Keyed(
        name=filled.name or "",
        record=kept.path.stem,
        file=str(kept.path),
        code=code.answer_code(filled.sheet, filled.readings),
        works=tuple(w.title for w in filled.works or ()),
        more=not record.finished,
        again=again,
    )


def keyed(catalogue: Catalogue, store: RecordStore, filled: Filled, name: str = "") -> Keyed:
    """The record of a sheet, made and saved. ``name``: of its file; without it, the name on the sheet."""
    opened = store.new(name or filled.name or "")
    return save(store, opened, record_of(catalogue, filled, opened.record, now()), filled)
