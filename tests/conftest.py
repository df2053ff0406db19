"""What all tests share: the real catalogue, a real store, and the source files where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.catalogue.store import Catalogue, open_catalogue
from navigator.records.store import RecordStore


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue of this checkout, compiled when needed."""
    return open_catalogue()


@pytest.fixture
def store(tmp_path: Path) -> RecordStore:
    """A home of records of its own."""
    return RecordStore(home=tmp_path / "home")


@pytest.fixture(scope="session")
def sources() -> Path:
    """The source tables that the figures were made from."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "sources"
    if not folder.is_dir():
        pytest.skip("the source tables (../shared/sources) are not here")
    return folder
