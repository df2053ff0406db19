"""One block of people in, their matches out: a pure function, the same in one process and in many."""

from __future__ import annotations

from collections import Counter
from copy import copy
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from navigator.catalogue.store import Catalogue
from navigator.domain.occupation import NATION
from navigator.engine import batch_caps
from navigator.engine.fit import Fit
from navigator.engine.tables import fields_of_occupations, work_opened
from navigator.formats import words
from navigator.i18n import N_, _
from navigator.services.batch_columns import as_text
from navigator.services.batch_kept import pairs_of
from navigator.services.batch_lists import Lister, Lists, joined
from navigator.services.batch_people import People, people_of
from navigator.services.batch_rank import Ranker
from navigator.services.batch_read import Block, Rejected
from navigator.services.batch_vocabulary import Titles, Vocabulary
from navigator.services.pay_words import NO_PAY, PAY_BANDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BAND_WORDS = [*words.BANDS.values()]
NOTES = ("", "few answers", "nothing stands out", "a title is not sure")
MOST_UNKNOWN = 1_000
"""Different unknown texts of a column that are counted; a file of nonsense must not fill the memory."""

NOTHING = N_("nothing to match on: no title, activity, rating, knowledge area or liking that we know")


Many = dict[str, int]


@dataclass(kw_only=True)
class Counts:
    """What came of some blocks; they add up. ``examples``: the first reason a column's rows were set aside for."""

    people: int = 0
    set_aside: int = 0
    by_column: Many = field(default_factory=dict)
    examples: dict[str, str] = field(default_factory=dict)
    unknown: dict[str, Many] = field(default_factory=dict)
    notes: Many = field(default_factory=dict)
    pay: dict[str, Many] = field(default_factory=dict)
    pays_less: int = 0

    def add(self, other: Counts) -> None:
        """Add what came of more blocks."""
        self.people += other.people
        self.set_aside += other.set_aside
        self.pays_less += other.pays_less
        self.examples = other.examples | self.examples
        _plus(self.by_column, other.by_column)
        _plus(self.notes, other.notes)
        for mine, theirs in ((self.unknown, other.unknown), (self.pay, other.pay)):
            for name, counted in theirs.items():
                _plus(mine.setdefault(name, {}), counted)


def _plus(mine: Many, more: Many) -> None:
    for name, count in more.items():
        if name in mine or len(mine) < MOST_UNKNOWN:
            mine[name] = mine.get(name, 0) + count


def every_row(catalogue: Catalogue) -> Fit:
    """The formula of a single match, with the rows of everything that anybody may answer."""
    tables = catalogue.tables
    return Fit(
        tables=tables,
        matching=catalogue.matching,
        skills=catalogue.skill_rows,
        fields=fields_of_occupations(catalogue.pathways.fields, tables),
        groups=catalogue.group_rows,
        licences=work_opened(catalogue.work_opened(sorted(catalogue.licences)), tables),
    )


class Blocks:
    """Everything a block is matched against, made once a process."""

    def __init__(self, catalogue: Catalogue) -> None:
        import numpy as np

        self.catalogue = catalogue
        self.words = Vocabulary(catalogue, {})
        self.matching = catalogue.matching
        self.ranker = Ranker.of(every_row(catalogue))
        every = {o.code: o for o in catalogue.occupations()}
        occupations = [every[code] for code in catalogue.tables.codes]
        projections = {o.code: catalogue.projection(o.code) for o in occupations}
        column = {code: n for n, code in enumerate(catalogue.tables.codes)}
        opened = catalogue.work_opened(self.words.licences)
        self.opened = {
            n: np.array([column[c] for c in opened[name]]) for n, name in enumerate(self.words.licences) if opened[name]
        }
        caps = batch_caps.cap_tables(
            occupations,
            projections,
            self.matching,
            self.words.licences,
            catalogue.tables.preferences,
            [*self.ranker.tables.fit.licences.values()],
        )
        self.lister = Lister(caps=caps, matching=self.matching, pay=pay_table(catalogue))

    def with_titles(self, titles: Titles) -> Blocks:
        """The same with the titles of one file."""
        mine = copy(self)
        mine.words = copy(self.words)
        mine.words.titles = titles
        return mine

    def matched(self, block: Block, path: object = "") -> tuple[Any, Counts, list[Rejected]]:
        """The matches of a block as an Arrow table, what came of it, and the rows set aside. Raises BadInput for a column's type."""
        import numpy as np

        people = people_of(block.batch, self.words, path)
        lists = self._lists(people)
        note = self._notes(people, lists.best)
        ids = _ids(block, path)
        wrong = _wrong(people, ids)
        kept = np.ones(len(lists.best), bool)
        kept[[*wrong]] = False
        rejected = _rejected(block, ids, wrong)
        counts = _counted(people, lists, note, kept)
        counts.set_aside = len(rejected)
        counts.by_column = dict(Counter(r.column for r in rejected))
        counts.examples = {r.column: r.reason for r in reversed(rejected)}
        return self._table(ids, kept, lists, note), counts, rejected

    def _lists(self, people: People) -> Lists:
        """What each person is shown."""
        pairs = pairs_of(people.work_rows, people.work, people.said, self.opened)
        some = []
        for start, scores in self.ranker.runs(people):
            end = start + len(scores)
            said, area = people.said.of(slice(start, end)), people.area[start:end]
            some.append(self.lister.lists_of(scores, said, pairs.among(start, end), area))
        return joined(some)

    def _notes(self, people: People, best: Any) -> Any:
        import numpy as np

        thresholds = self.matching.thresholds
        note = np.where(people.doubtful, 3, 0)
        note[best < thresholds.look] = 2
        note[people.answers < thresholds.least_answers] = 1
        return note.astype(np.int8)

    def _table(self, ids: Any, kept: Any, lists: Lists, note: Any) -> Any:
        import numpy as np
        import pyarrow as pa

        columns, band, typical = (a[kept] for a in (lists.columns, lists.band, lists.typical))
        size, most = columns.shape
        codes = self.catalogue.tables.codes
        names = [self.catalogue.names[c] for c in codes]
        each = np.repeat(np.arange(size, dtype=np.int32), most)
        picked = columns.ravel().astype(np.int16)
        pay = typical.ravel().astype(np.float64).round(2)

        def worded(places: Any, texts: Any) -> Any:
            return pa.DictionaryArray.from_arrays(pa.array(places), pa.array(texts))

        return pa.table(
            {
                "id": _again_and_again(ids.filter(pa.array(kept)), each),
                "rank": pa.array(np.tile(np.arange(1, most + 1, dtype=np.int8), size)),
                "code": worded(picked, list(codes)),
                "name": worded(picked, names),
                "band": worded(band.ravel(), BAND_WORDS),
                "typical_pay": pa.array(pay, mask=np.isnan(pay)),
                "note": worded(np.repeat(note[kept], most), list(NOTES)),
            }
        )


@lru_cache(maxsize=1)
def blocks_of(catalogue: Catalogue) -> Blocks:
    """What blocks are matched against, without the titles of a file: several files of one process share it."""
    return Blocks(catalogue)


def _ids(block: Block, path: object) -> Any:
    """The ids as they are, whole numbers or text; without such a column the numbers of the rows."""
    import pyarrow as pa

    if "id" not in block.batch.schema.names:
        return pa.array(block.rows, pa.int64())
    column = block.batch.column(block.batch.schema.names.index("id"))
    as_text(column, "id", path)  # only to be refused, by its name, where it holds what can be no id
    return column.cast(pa.int64() if pa.types.is_integer(column.type) else pa.string())


def _again_and_again(ids: Any, each: Any) -> Any:
    """Ids, each as often as somebody has lines. Texts stand there once, with their places: they are soon written."""
    import pyarrow as pa

    if not pa.types.is_string(ids.type):
        return ids.take(pa.array(each))
    own = ids.dictionary_encode()
    return pa.DictionaryArray.from_arrays(own.indices.take(pa.array(each)), own.dictionary)


def _wrong(people: People, ids: Any) -> dict[int, tuple[str, str]]:
    """The rows of a block with something wrong, without an id, or with nothing to go by: the column and the reason."""
    import numpy as np
    import pyarrow.compute as pc

    wrong = dict(people.wrong)
    for row in np.nonzero(np.asarray(pc.is_null(ids)))[0].tolist():
        wrong.setdefault(row, ("id", _("there is no id")))
    for row in np.nonzero(people.answers == 0)[0].tolist():
        wrong.setdefault(row, ("", _(NOTHING)))
    return wrong


def _rejected(block: Block, ids: Any, wrong: dict[int, tuple[str, str]]) -> list[Rejected]:
    """The same with the rows' numbers in the file, and the rows that never came into the block."""
    found = [*block.wrong]
    for n, (column, reason) in wrong.items():
        known = ids[n].as_py()
        found.append(Rejected(row=block.rows[n], id="" if known is None else str(known), column=column, reason=reason))
    return sorted(found, key=lambda r: r.row)


def _counted(people: People, lists: Lists, note: Any, kept: Any) -> Counts:
    import numpy as np

    band, typical = lists.band[kept], lists.typical[kept]
    counts = Counts(
        people=int(kept.sum()),
        unknown={name: dict(texts.most_common(MOST_UNKNOWN)) for name, texts in people.unknown.items()},
    )
    counts.notes.update(
        {NOTES[n]: int(c) for n, c in enumerate(np.bincount(note[kept], minlength=len(NOTES))) if n and c}
    )
    # Not a number sorts behind everything: it falls into the place after the last pay band.
    place = np.searchsorted([most for _, most in PAY_BANDS[:-1]], typical, side="right")
    place = np.where(np.isnan(typical), len(PAY_BANDS), place)
    table = np.bincount((place * 3 + band).ravel(), minlength=3 * (len(PAY_BANDS) + 1))
    names = [name for name, _ in PAY_BANDS] + [NO_PAY]
    for n, count in enumerate(table.tolist()):
        if count:
            counts.pay.setdefault(names[n // 3], {})[BAND_WORDS[n % 3]] = count
    highest = np.where(np.isnan(typical), -1, typical).max(axis=1, initial=-1)
    counts.pays_less = int(((highest >= 0) & (highest < people.last_pay[kept])).sum())
    return counts


def pay_table(catalogue: Catalogue) -> NDArray[np.float32]:
    """The middle pay an hour by area (rows) and occupation, as :meth:`Matcher.wages` finds it: of the nation where the area
    publishes none; not a number where that is none either."""
    import numpy as np

    socs = [code[:7] for code in catalogue.tables.codes]
    own = np.array([[*map(catalogue.middle_pay(area).get, socs)] for area in catalogue.areas], np.float32)
    return np.where(np.isnan(own), own[[*catalogue.areas].index(NATION)], own)
