"""What a worksheet's paper consists of, from a box to tick to the whole."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to tick, with the number it is keyed in by, as it is written in the boxes."""

    number: str
    text: str
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Things to tick under one name."""

    name: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A question with room to write: ``units`` are the times pay can be for."""

    label: str
    help: str = ""
    units: tuple[str, ...] = ()
    short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """A question with things to tick, in groups where they have names, in so many columns."""

    prompt: str
    help: str
    groups: tuple[Group, ...]
    columns: int
    size: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Lines to mark with one digit each."""

    prompt: str
    head: str
    answers: tuple[Item, ...]
    halves: tuple[tuple[Item, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Works:
    """Room for a few pieces of work: a title each, and a number for each of the ``marks``."""

    title: Line
    heads: tuple[str, ...]
    rows: tuple[str, ...]
    marks: tuple[Ticks, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One lettered section."""

    letter: str
    name: str
    lines: tuple[Line, ...] = ()
    works: tuple[Works, ...] = ()
    ticks: tuple[Ticks, ...] = ()
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StripRow:
    """One section's line of the answer strip: boxes in bunches, and words where something is written out."""

    letter: str
    name: str
    bunches: tuple[int, ...]
    state: bool = False
    money: bool = False
    half: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WorksheetPage:
    """Everything on the paper."""

    title: str
    language: str
    large: bool
    code: str
    code_label: str
    intro: str
    name: Line
    parts: tuple[Part, ...]
    breaks: tuple[str, ...]
    strip: tuple[StripRow, ...]
    strip_name: str
    strip_help: str
    check: str
    page: str
    proper_use: str

    def data(self) -> dict[str, object]:
        """As JSON for the typesetter."""
        return asdict(self)
