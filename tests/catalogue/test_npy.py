"""The arrays: what is written is what is read, here and by numpy."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from navigator.catalogue import npy

floats = st.floats(width=32, allow_nan=False)
tables = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.lists(floats, min_size=width, max_size=width), min_size=1, max_size=6)
)


@given(tables)
@settings(max_examples=60)
def test_rows_read_back_as_they_were_written(tmp_path: Path, rows: list[list[float]]) -> None:
    npy.write(tmp_path / "a.npy", rows)
    assert [list(row) for row in npy.read(tmp_path / "a.npy")] == rows


@given(tables)
@settings(max_examples=30)
def test_numpy_reads_the_same_rows(tmp_path: Path, rows: list[list[float]]) -> None:
    numpy = pytest.importorskip("numpy")
    npy.write(tmp_path / "a.npy", rows)
    found = numpy.load(tmp_path / "a.npy", allow_pickle=False)
    assert found.dtype == numpy.float32 and found.tolist() == rows


def test_no_rows_are_no_rows(tmp_path: Path) -> None:
    npy.write(tmp_path / "a.npy", [])
    assert npy.read(tmp_path / "a.npy") == []


def test_the_numbers_begin_at_a_multiple_of_sixty_four_bytes(tmp_path: Path) -> None:
    npy.write(tmp_path / "a.npy", [[1.0, 2.0]])
    data = (tmp_path / "a.npy").read_bytes()
    assert (len(data) - 8) % 64 == 0 and data[-9:-8] == b"\n"


@pytest.mark.parametrize("data", [b"", b"text", b"PK\x03\x04", b"\x93NUMPY\x02\x00"])
def test_another_kind_of_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.npy").write_bytes(data)
    with pytest.raises(ValueError, match=r"is not a \.npy file"):
        npy.read(tmp_path / "a.npy")


def test_numbers_of_another_width_are_refused(tmp_path: Path) -> None:
    numpy = pytest.importorskip("numpy")
    numpy.save(tmp_path / "a.npy", numpy.zeros((2, 2), dtype="float64"))
    with pytest.raises(ValueError, match="little-endian float32"):
        npy.read(tmp_path / "a.npy")
