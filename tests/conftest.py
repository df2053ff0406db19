"""What all tests share: the real catalogue, a real store, and the source files where they are at hand."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from navigator.catalogue.store import Catalogue, open_catalogue
from navigator.domain.record import Record
from navigator.records.store import RecordStore
from tests import workers

# What the person who runs the tests has set, or keeps at home, must not change a result.
for _name in (
    *("NAVIGATOR_CENTER", "NAVIGATOR_DEBUG", "NAVIGATOR_TODAY", "ACCESSIBLE", "COLUMNS", "LINES"),
    *("NAVIGATOR_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"),
):
    os.environ.pop(_name, None)
os.environ["NAVIGATOR_HOME"] = str(Path(tempfile.gettempdir()) / "navigator-tests-have-no-home")


def _no_network(event: str, arguments: tuple[Any, ...]) -> None:
    """An audit hook: whatever a test does, nothing is looked up or reached over a network."""
    if event in ("socket.getaddrinfo", "socket.gethostbyname") or (
        event in ("socket.connect", "socket.bind", "socket.sendto") and isinstance(arguments[1], tuple)
    ):
        raise RuntimeError(f"A test tried to use the network: {event} {arguments[1:]}.")


sys.addaudithook(_no_network)

# A slow minute of the machine is no fault of ours: hypothesis measures its examples by the clock on the wall.
# A fixture that is made once for all examples of a test is only read by them here.
settings.register_profile(
    "navigator", deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
settings.load_profile("navigator")

# What all tests share is large and stays: it need not be searched for garbage thousands of times.
gc.set_threshold(50_000, 20, 100)


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


@pytest.fixture(scope="session")
def ana(catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The record of a worker who went through the standard route."""
    return workers.walked(catalogue, RecordStore(home=tmp_path_factory.mktemp("ana")), workers.ANA)
