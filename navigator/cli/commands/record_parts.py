"""`navigator record add|edit|remove`: the parts of a record, by flags or asked field by field.

The flags are those of the table of parts (engine/part_table): one for each field that any part has. That table is read
at every start, so it loads nothing else; what the commands need is loaded when they run.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from navigator.cli.render import show
from navigator.cli.session import Session
from navigator.cli.today import today
from navigator.domain.errors import BadInput, NotFound
from navigator.domain.outcome import Outcome
from navigator.engine.part_table import KINDS, Field, PartKind, is_word, kind_called
from navigator.i18n import _

if TYPE_CHECKING:
    from navigator.services.asking import Asker
    from navigator.services.record_parts import Editing, Kept

START = "given_"
"""Before the name of a flag's parameter, so that none is taken for an argument."""


def _flags() -> dict[str, Field]:
    """Every flag once, as its first part words it."""
    found: dict[str, Field] = {}
    for kind in KINDS:
        for field in kind.fields:
            found.setdefault(field.option, field)
    return found


def _with_flags(command: Callable[..., None]) -> Callable[..., None]:
    """The command with a flag for each field in the place of ``**given``."""
    signature = inspect.signature(command, eval_str=True)
    own = [p for p in signature.parameters.values() if p.kind is not inspect.Parameter.VAR_KEYWORD]
    flags = [_flag(option, field) for option, field in _flags().items()]
    command.__signature__ = signature.replace(parameters=[*own, *flags])  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in (*own, *flags)}
    return command


def _flag(option: str, field: Field) -> inspect.Parameter:
    """The parameter of one flag; one for several lines may be given again."""
    kind: Any = list[str] | None if field.kind == "lines" else str | None
    return inspect.Parameter(
        START + option.replace("-", "_"),
        inspect.Parameter.KEYWORD_ONLY,
        default=None,
        annotation=Annotated[kind, typer.Option(f"--{option}", help=field.prompt, show_default=False)],
    )


def _typed(given: dict[str, Any]) -> dict[str, Any]:
    """The flags that were given, by their names on the command line."""
    return {
        name.removeprefix(START).replace("_", "-"): value for name, value in given.items() if value not in (None, [])
    }


def _editing(session: Session, *, make: bool = False) -> Editing:
    from navigator.services.record_parts import Editing

    opened = session.opened(make=make and not session.store.paths())
    return Editing(catalogue=session.catalogue, store=session.store, opened=opened, today=today())


def _asker(session: Session, example: str) -> Asker:
    """Who asks. Raises NeedsTerminal with what to type instead."""
    from navigator.cli.askers.choose import asker_for

    instead = _("Say all of it on the line, such as: {example}.").format(example=example)
    return asker_for(session.plain, None, session.json, instead=instead)


def _told(session: Session, command: str, kept: Kept) -> None:
    from navigator.cli.views.records import kept_view

    show(session, Outcome(command=command, value=kept), kept_view)


@_with_flags
def add(
    ctx: typer.Context,
    part: Annotated[
        str,
        typer.Argument(
            help="work, school, training, certificate, licence, badge, skill, language, contact, about, goal or evidence."
        ),
    ] = "",
    text: Annotated[str, typer.Argument(help="Its title or name. Without any value you are asked.")] = "",
    to: Annotated[
        str, typer.Option("--to", help="What evidence is for: an id of 'record show', or the name of a skill.")
    ] = "",
    **given: Any,
) -> None:
    """Add a part to the record. By flags, or asked field by field. No date is needed."""
    from navigator.services import record_asking

    session: Session = ctx.obj
    session.command = "record add"
    editing, typed = _editing(session, make=True), _typed(given)
    example = "navigator record add work --title 'Line cook' --employer 'Blue Door' --start 2019"
    word = part or record_asking.which_kind(_asker(session, example))
    kind = kind_called(word)
    if text:
        _named_once(text, kind, typed)
        typed[kind.main.option] = text
    if not typed:
        asker = _asker(session, example)
        if kind.place == "evidence" and not to:
            to = record_asking.which_target(asker, session.catalogue, editing.record)
        typed = dict(record_asking.asked(kind, asker, _kept_person(editing, kind)))
        if not typed:
            raise BadInput(_("Nothing was said, so nothing was added."))
    _told(session, "record add", editing.add(kind.word, typed, to))


def _named_once(text: str, kind: PartKind, typed: dict[str, Any]) -> None:
    """Refuse a part that is named two ways at once: one of the two would be dropped without a word."""
    option = kind.main.option
    if typed.get(option, text) != text:
        said = _("{text!r} and --{option} {value!r} both say what it is. Leave one of them out, or use another option.")
        raise BadInput(said.format(text=text, option=option, value=typed[option]))


def _kept_person(editing: Editing, kind: PartKind) -> dict[str, object]:
    """What is there once: how to reach the person, and what they say about themselves."""
    person = editing.record.person
    holder = person if kind.word == "about" else person.contact
    return {f.name: getattr(holder, f.name) for f in kind.fields} if kind.place == "person" else {}


@_with_flags
def edit(
    ctx: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            help="A question (state, job.1.title), the id or title of a part, or a kind of part (work, contact)."
        ),
    ] = "",
    value: Annotated[
        str | None, typer.Argument(help="The new answer or name; without it you are asked; '' takes an answer away.")
    ] = None,
    **given: Any,
) -> None:
    """Change one answer, or a part of the record. 'questions' and 'record show' list them."""
    from navigator.engine.answers import known_name

    session: Session = ctx.obj
    session.command = "record edit"
    typed = _typed(given)
    if known_name(what):
        if typed:
            raise BadInput(_("{what} is a question: give its answer after it, without a flag.").format(what=what))
        _edit_answer(session, what, value)
        return
    _edit_part(session, what, value or "", typed)


def _edit_answer(session: Session, question: str, value: str | None) -> None:
    from navigator.cli.askers.choose import asker_for
    from navigator.cli.views.records import saved_view
    from navigator.services.asking import ScriptedAsker
    from navigator.services.inventory import Walk

    opened = session.opened()
    instead = _("Give the answer on the line, such as: navigator record edit {question} 'ANSWER'.")
    asker = (
        ScriptedAsker({question: value})
        if value is not None
        else asker_for(session.plain, None, session.json, instead=instead.format(question=question))
    )
    walked = Walk(session.catalogue, session.store, opened, asker, opened.record.route or "standard")
    walked.change(question)
    show(session, Outcome(command="record edit", value={"file": str(opened.path)}), saved_view)


def _edit_part(session: Session, what: str, value: str, typed: dict[str, Any]) -> None:
    from navigator.services import record_asking
    from navigator.services.record_parts import kind_of

    editing = _editing(session)
    example = "navigator record edit w1 --start 2019"
    if not what:
        prompt = _("What do you want to change?")
        what = record_asking.which_part(_asker(session, example), session.catalogue, editing.record, prompt)
    word, name = (what, value) if is_word(what) else ("", what)
    kind = kind_called(word) if word else _reached_by(what)
    if kind is not None and kind.place == "person":
        typed |= {kind.main.option: value} if value else {}
        typed = typed or dict(record_asking.asked(kind, _asker(session, example), _kept_person(editing, kind)))
        _told(session, "record edit", editing.edit("", _some(typed), kind.word))
        return
    if not word and value:
        typed.setdefault("title" if _is_work(editing, name) else "name", value)
    if not typed:
        part = _named(editing, name, word)
        kept = {f.name: getattr(part, f.name, None) for f in kind_of(part).fields}
        typed = dict(record_asking.asked(kind_of(part), _asker(session, example), kept))
    try:
        _told(session, "record edit", editing.edit(name, _some(typed), word))
    except NotFound as refusal:
        raise _neither(what, refusal, word) from refusal


def _reached_by(what: str) -> PartKind | None:
    """How to reach the person with one field only, where somebody names just that: phone, email, city, web."""
    contact = kind_called("contact")
    field = contact.field(what.strip().casefold())
    return replace(contact, fields=(field,)) if field else None


def _some(typed: dict[str, Any]) -> dict[str, Any]:
    if not typed:
        raise BadInput(_("Nothing was changed."))
    return typed


def _named(editing: Editing, name: str, word: str) -> Any:
    try:
        return editing.named(name, word)
    except NotFound as refusal:
        raise _neither(name, refusal, word) from refusal


def _is_work(editing: Editing, name: str) -> bool:
    from navigator.services.record_parts import kind_of

    return kind_of(_named(editing, name, "")).main.name == "title"


def _neither(what: str, refusal: NotFound, word: str) -> BadInput | NotFound:
    """A word that is neither a question nor a part: what each of them is, so that the person sees the slip."""
    from navigator.engine.validate import shown

    if word:
        return refusal
    return BadInput(
        _(
            "There is no question and no part {what} in this record. 'navigator record show' lists the parts with their ids, 'navigator questions' the questions."
        ).format(what=shown(what))
    )


def remove(
    ctx: typer.Context,
    what: Annotated[str, typer.Argument(help="The id or title of a part, or of its evidence, such as w1.e1.")] = "",
    name: Annotated[str, typer.Argument(help="After a kind of part (work, school): which one.")] = "",
) -> None:
    """Take one part out of the record. The whole record goes with 'record erase'."""
    from navigator.cli.views.records import ways_view

    session: Session = ctx.obj
    session.command = "record remove"
    if not what:
        ways = {
            "part": _("To take one part out: navigator record remove ID. 'navigator record show' lists the ids."),
            "record": _("To take the whole record and its history from this machine: navigator record erase."),
        }
        show(session, Outcome(command="record remove", value=ways), ways_view)
        return
    word, which = (what, name) if is_word(what) else ("", what)
    _told(session, "record remove", _editing(session).remove(which, word))
