"""Columns of other people's tables, however they are typed, as pairs of row and distinct text.

Every column becomes the same simple thing: which distinct texts occur, and in which rows. A hundred thousand people say
the same few hundred things, so each distinct text is understood once, in plain Python, and the rest is look-up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from navigator.domain.errors import BadInput, NotFound
from navigator.i18n import N_, _
from navigator.services.batch_numbered import is_numbered, numbered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int32]

COLUMNS = (
    "id", "state", "titles", "activities", "offered", "fields", "groups", "ratings", "strongest", "knowledge", "likings", "schooling", "licences",
    "train_months", "pay_floor", "last_pay", "cannot",
)  # fmt: skip
"""What a table of people may hold; everything else in it is left alone."""

ALSO_CALLED = {
    "title": "titles",
    "job_title": "titles",
    "person_id": "id",
    "record_id": "id",
    "area": "state",
    "skills": "ratings",
}
"""Other names under which these columns are found."""

MANY = frozenset(
    {
        "titles",
        "activities",
        "offered",
        "fields",
        "groups",
        "ratings",
        "strongest",
        "knowledge",
        "likings",
        "licences",
        "cannot",
    }
)
PAIRED = frozenset({"ratings", "likings"})

SHAPES = {
    "one": N_("one value a row"),
    "many": N_("lists of texts, or one text with ; between them"),
    "paired": N_("name=value texts, lists of them, or a map from name to value"),
}


def meant(name: str) -> str:
    """The column that a name we do not know may stand for: `titles` for `title1`, `knowledge` for `knowlege`; or nothing."""
    plain = "_".join(name.casefold().strip(" _0123456789").split())
    near = get_close_matches(plain, (*COLUMNS, *ALSO_CALLED), 1, 0.8)
    return column_of(near[0]) if near else ""


@dataclass(frozen=True, kw_only=True)
class Coded:
    """The filled cells of one column: ``rows`` holds the row of each item, ``codes`` its place in ``values``, which may hold
    a text twice where one of them had blanks around it."""

    rows: Whole
    codes: Whole
    values: tuple[str, ...]


def column_of(name: str) -> str:
    """The column of ours that a table's column stands for, or nothing."""
    plain = name.strip().casefold().replace(" ", "_")
    known = ALSO_CALLED.get(plain, plain)
    return known if known in COLUMNS else ""


def coded(column: Any, name: str, path: object = "") -> Coded:
    """One Arrow column as pairs of row and distinct text. Raises BadInput where its type cannot be what it should be."""
    import numpy as np
    import pyarrow.compute as pc

    rows, texts = _items(column, name, path)
    texts = numbered(texts)
    codes = np.asarray(pc.fill_null(texts.indices, -1)).astype(np.int32)
    values = tuple(pc.utf8_trim_whitespace(texts.dictionary).to_pylist())
    blank = [n for n, text in enumerate(values) if not text]
    if blank or texts.null_count:
        filled = ~np.isin(codes, [-1, *blank])
        rows, codes = rows[filled], codes[filled]
    return Coded(rows=rows, codes=codes, values=values)


def _items(column: Any, name: str, path: object) -> tuple[Whole, Any]:
    """The items of every row as text, or as numbers of texts, with the row of each."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    kind = column.type
    if pa.types.is_dictionary(kind) and (name in MANY or not is_numbered(kind)):
        column = column.dictionary_decode()
        kind = column.type
    if pa.types.is_null(kind):
        return np.empty(0, np.int32), pa.array([], pa.string())
    if name in MANY and _is_text(kind):
        column = pc.split_pattern(column.cast(pa.string()), ";")
        kind = column.type
    if name in PAIRED and pa.types.is_map(kind):
        return _by_pair(column)
    if name in PAIRED and pa.types.is_struct(kind):
        return _by_field(column)
    if name in MANY and _is_list(kind):
        rows = np.asarray(pc.list_parent_indices(column)).astype(np.int32)
        inside = column.flatten()
        if pa.types.is_dictionary(inside.type) and not is_numbered(inside.type):
            inside = inside.dictionary_decode()
        if name in PAIRED and pa.types.is_struct(inside.type) and inside.type.num_fields == 2:
            return rows, _joined(inside.field(0), inside.field(1))
        return rows, as_text(inside, name, path)
    return np.arange(len(column), dtype=np.int32), as_text(column, name, path)


def as_text(column: Any, name: str, path: object) -> Any:
    """The values of a column as text, or as numbers of texts as they are. Raises BadInput where its type cannot be what it should be."""
    import pyarrow as pa

    kind = column.type
    if is_numbered(kind):
        return column
    many = name in MANY and not _is_text(kind)
    if (
        pa.types.is_nested(kind)
        or pa.types.is_binary(kind)
        or pa.types.is_boolean(kind)
        or (many and not pa.types.is_null(kind))
    ):
        shape = SHAPES["paired" if name in PAIRED else "many" if name in MANY else "one"]
        raise BadInput(
            _("{path}: column {name} holds {kind}. It should hold {shape}.").format(
                path=path or "The table", name=name, kind=kind, shape=_(shape)
            )
        )
    return column.cast(pa.string())


def _by_field(column: Any) -> tuple[Whole, Any]:
    """A struct with a field for each name: the filled fields of each row."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    rows, texts = [], []
    for n in range(column.type.num_fields):
        field = pc.struct_field(column, [n])
        filled = np.asarray(pc.is_valid(field))
        values = field.filter(pa.array(filled))
        rows.append(np.nonzero(filled)[0].astype(np.int32))
        texts.append(_joined(pa.array([column.type.field(n).name] * len(values), pa.string()), values))
    order = np.concatenate(rows) if rows else np.empty(0, np.int32)
    return order, pa.concat_arrays(texts) if texts else pa.array([], pa.string())


def _by_pair(column: Any) -> tuple[Whole, Any]:
    """A map: the pairs of each row. Its offsets say where a row's pairs lie, also in the middle of a larger table."""
    import numpy as np

    offsets = np.asarray(column.offsets)
    first, last = int(offsets[0]), int(offsets[-1])
    rows = np.repeat(np.arange(len(column), dtype=np.int32), np.diff(offsets))
    return rows, _joined(column.keys[first:last], column.items[first:last])


def _joined(names: Any, values: Any) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    filled = pc.fill_null(values.cast(pa.string()), "unsure")
    return pc.binary_join_element_wise(names.cast(pa.string()), filled, "=")


def _is_text(kind: Any) -> bool:
    import pyarrow as pa

    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))


def _is_list(kind: Any) -> bool:
    import pyarrow as pa

    return bool(pa.types.is_list(kind) or pa.types.is_large_list(kind) or pa.types.is_fixed_size_list(kind))


@dataclass(frozen=True, kw_only=True)
class Understood:
    """The items of one column whose text was understood, and what was not: wrong (by row) or unknown (by text)."""

    rows: Whole
    meanings: NDArray[Any]
    wrong: dict[int, str]
    unknown: Counter[str]


def understood(column: Coded, read: Callable[[str], Any], kind: Any) -> Understood:
    """Each distinct text read once. ``read`` raises BadInput for what cannot be right and NotFound for an unknown id."""
    import numpy as np

    nothing = np.zeros(1, kind).tolist()[0]
    found: list[Any] = []
    missing: list[int] = []
    strange: list[int] = []
    wrong: dict[int, str] = {}
    unknown: Counter[str] = Counter()
    for code, text in enumerate(column.values):
        try:
            found.append(read(text))
            continue
        except BadInput as error:
            where = column.rows[column.codes == code]
            wrong.update(dict.fromkeys(where.tolist(), str(error)))
        except NotFound:
            strange.append(code)
        found.append(nothing)
        missing.append(code)
    meanings = np.array(found, kind)
    if not missing:
        return Understood(rows=column.rows, meanings=meanings[column.codes], wrong=wrong, unknown=unknown)
    times = np.bincount(column.codes, minlength=len(found))
    for code in strange:
        unknown[column.values[code]] += int(times[code])
    known = np.ones(len(found), bool)
    known[missing] = False
    kept = known[column.codes]
    return Understood(rows=column.rows[kept], meanings=meanings[column.codes[kept]], wrong=wrong, unknown=unknown)
