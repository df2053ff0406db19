"""Texts that come over and over, as numbers of the distinct ones: as they lie in a Parquet file, and as they are understood.

Read so, a column is far less to read, to hand to another process and to understand than text by text.
"""

from __future__ import annotations

from typing import Any

FEW = 2.0
"""Bytes an entry takes where a few texts come over and over: their numbers, and the texts themselves once a row group."""


def repeated_in(file: Any, block: int) -> list[str]:
    """The columns of a Parquet file that say a few texts over and over.

    None where a block may cross from one row group to the next: pyarrow cannot put lists of such numbers together.
    """
    groups = [file.metadata.row_group(n) for n in range(file.metadata.num_row_groups)]
    if any(group.num_rows % block for group in groups[:-1]):
        return []
    kinds = {field.name: field.type for field in file.schema_arrow}
    paths = [file.schema.column(n).path for n in range(len(file.schema))]
    return [
        path
        for n, path in enumerate(paths)
        if _says_texts(kinds.get(path) or kinds.get(path.rsplit(".", 2)[0]))
        and all(part.total_uncompressed_size <= FEW * part.num_values for part in (g.column(n) for g in groups))
    ]


def _says_texts(kind: Any) -> bool:
    """Whether a column holds texts, or lists of them."""
    import pyarrow as pa

    inside = kind.value_type if kind is not None and pa.types.is_list(kind) else kind
    return inside is not None and bool(pa.types.is_string(inside))


def is_numbered(kind: Any) -> bool:
    """Whether values of a type are numbers of texts."""
    import pyarrow as pa

    return bool(pa.types.is_dictionary(kind) and pa.types.is_string(kind.value_type))


def numbered(texts: Any) -> Any:
    """Texts as numbers of the distinct ones, in the order in which they come. What the file numbered is numbered anew, since
    there may be texts of other rows among its own."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not is_numbered(texts.type):
        return pc.dictionary_encode(texts)
    some = pc.dictionary_encode(texts.indices)
    return pa.DictionaryArray.from_arrays(some.indices, texts.dictionary.take(some.dictionary))
