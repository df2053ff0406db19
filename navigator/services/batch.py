"""Match many people at once, block by block: safe to stop, and what is done is not done again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from navigator.catalogue.store import Catalogue
from navigator.domain.errors import BadInput
from navigator.engine.validate import shown
from navigator.formats.words import BANDS, proper_use
from navigator.i18n import _, ngettext
from navigator.records.atomic import check_regular
from navigator.services.batch_block import Counts
from navigator.services.batch_columns import MANY, meant
from navigator.services.batch_look_up import Looked, look_up, looking_up
from navigator.services.batch_parts import Parts, is_in_the_way, no_place, set_aside_beside
from navigator.services.batch_read import Block, blocks, need_extra, unused
from navigator.services.batch_vocabulary import Titles
from navigator.services.batch_work import Work
from navigator.services.pay_words import NO_PAY, PAY_BANDS

MOST_NAMED = 12

ENDINGS = (".parquet", ".csv")
"""What can be written: Parquet for programs, CSV for a spreadsheet."""

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What came of a whole file."""

    out: str
    rejected: str
    people: int
    set_aside: int
    reasons: dict[str, int]
    pay: dict[str, dict[str, int]]
    notices: tuple[str, ...]


def run(catalogue: Catalogue, source: Path, out: Path, jobs: int = 1, progress: Progress | None = None) -> Report:
    """Match the people of ``source`` and write ``out``. Raises BadInput, NotFound, CannotWrite or MissingExtra.

    Finished blocks are kept beside ``out`` until all are done: stopped at any time, the same call goes on from there.
    """
    need_extra()
    if out.suffix.casefold() not in ENDINGS:
        raise BadInput(_("{out}: the name of what is written should end in .parquet or .csv.").format(out=out))
    for path in (out, set_aside_beside(out)):
        if path.is_dir() or (path.exists() and source.exists() and path.samefile(source)):
            raise BadInput(_("{out} is a folder, or the file that is read. Give another name.").format(out=path))
        check_regular(path)
    if is_in_the_way(set_aside_beside(out)):
        raise BadInput(
            _(
                "{path} is in the way: rows that are set aside would be written there. Move it, or give another name."
            ).format(path=set_aside_beside(out))
        )
    told = progress or _silent
    some = blocks(source)
    try:
        parts = Parts(source, out)
        try:
            parts.begin(catalogue)
            with (
                nullcontext() if parts.has_titles else looking_up(catalogue, parts.folder, source, jobs) as beside,
                Work(catalogue, parts.folder, jobs) as work,
            ):
                if not parts.has_titles:
                    parts.keep_titles(_titles(beside() if beside else look_up(work, source), told))
                counts = _matched(work, some, source, parts, told)
        finally:
            parts.drop_if_empty()
    except OSError as error:
        raise no_place(out, error) from error
    return _report(counts, parts)


def _silent(what: str, share: float) -> None:
    """Say nothing."""


def _titles(looked: Iterable[Looked], told: Progress) -> Titles:
    """All that was looked up, with word of how far it is."""
    found: dict[str, tuple[str, bool]] = {}
    for some in looked:
        found.update(some.found)
        told(_("Titles: {done:,} of {all:,} different ones").format(done=some.done, all=some.all), some.done / some.all)
    return found


def _matched(work: Work, some: Iterator[Block], source: Path, parts: Parts, told: Progress) -> Counts:
    """Match every block that is not done yet, and put all parts together."""
    share = [0.0]

    def open_blocks() -> Iterator[tuple[Block, str]]:
        for block in some:
            share[0] = block.share
            if not parts.has(block.number):
                yield block, str(source)

    with parts.assembling() as assembly:
        for _number in work.spread("block", open_blocks()):
            assembly.advance()
            told(_people(assembly.counts), min(share[0], 0.999))
        assembly.advance()
        told(_people(assembly.counts), 1.0)
    return assembly.counts


def _people(counts: Counts) -> str:
    return _("People: {people:,}").format(people=counts.people)


def _report(counts: Counts, parts: Parts) -> Report:
    reasons = {_reason(column, counts): count for column, count in _most(counts.by_column)}
    return Report(
        out=str(parts.out),
        rejected=str(parts.rejected) if counts.set_aside else "",
        people=counts.people,
        set_aside=counts.set_aside,
        reasons=reasons,
        pay={name: _by_band(counts.pay[name]) for name in (*(n for n, _ in PAY_BANDS), NO_PAY) if name in counts.pay},
        notices=(*_notices(counts, parts), *_twice(parts.source), *_unused(parts.source), proper_use()),
    )


def _by_band(counted: dict[str, int]) -> dict[str, int]:
    return {band: counted[band] for band in BANDS.values() if band in counted}


def _reason(column: str, counts: Counts) -> str:
    reason = counts.examples[column]
    return _("column {column}, such as: {reason}").format(column=column, reason=reason) if column else reason


def _notices(counts: Counts, parts: Parts) -> Iterator[str]:
    if parts.resumed:
        yield _("Part of this was done before, and was not done again.")
    for note, count in _most(counts.notes):
        yield _("People with the note '{note}': {count:,}.").format(note=note, count=count)
    if counts.pays_less:
        yield _("People whose whole list pays less in the middle than their last job did: {pays_less:,}.").format(
            pays_less=counts.pays_less
        )
    for column, texts in sorted(counts.unknown.items()):
        some = ", ".join(shown(text, 40) for text, _ in _most(texts)[:3])
        yield _("Column {column}: entries we do not know, left out: {values:,}, such as {some}.").format(
            column=column, values=sum(texts.values()), some=some
        )


def _twice(source: Path) -> Iterator[str]:
    """Ids on more than one row are told: two people may have been mixed up, and both lists stand under one id."""
    import pyarrow as pa
    import pyarrow.compute as pc

    ids = [block.batch.column("id").cast(pa.string()) for block in blocks(source, "id") if block.batch.num_columns]
    counted = pa.chunked_array(ids, pa.string()).value_counts()
    often = counted.filter(pc.greater(pc.struct_field(counted, "counts"), 1))
    if len(often):
        first = min(often.field(0).drop_null().to_pylist(), default="")
        yield ngettext(
            "One id stands on more than one row: {id}. All its lists stand under that id.",
            "{count:,} ids stand on more than one row, such as {id}. All their lists stand under those ids.",
            len(often),
        ).format(count=len(often), id=shown(first, 40))


def _unused(source: Path) -> Iterator[str]:
    """A column that was left alone is told: its name may be a slip (`title2`)."""
    names = unused(source)
    if names:
        some = ", ".join(map(_unused_name, names[:MOST_NAMED]))
        yield _("Columns that were not used: {columns}.").format(columns=some)


def _unused_name(name: str) -> str:
    """A name with the column it may have been meant for."""
    ours = meant(name)
    if not ours:
        return shown(name, 40)
    if ours in MANY:
        return _("{name} (if you mean {column}, put all of them there)").format(name=shown(name, 40), column=ours)
    return _("{name} (if you mean {column}, name it so)").format(name=shown(name, 40), column=ours)


def _most(counted: dict[str, int]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
