"""Whole or not at all, and for the owner's eyes only."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from navigator.domain.errors import CannotWrite
from navigator.records.atomic import cannot_write, fingerprint, make_folder, whole, write_whole
from tests.stopping import stopped_at


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_new_file_can_be_read_by_its_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_whole(tmp_path / "a.json", b"mine")
    finally:
        os.umask(before)
    assert (tmp_path / "a.json").read_bytes() == b"mine"
    assert mode(tmp_path / "a.json") == 0o600


def test_writing_over_an_open_file_closes_it_to_others(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    path.chmod(0o644)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert mode(path) == 0o600


def test_a_write_leaves_nothing_but_the_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.json", b"one")
    write_whole(tmp_path / "a.json", b"two")
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]


def test_ctrl_c_at_any_line_leaves_the_old_file_or_the_new_one_and_nothing_beside_it(tmp_path: Path) -> None:
    path, held, moment = tmp_path / "a.json", set(), 0
    while True:
        moment += 1
        path.write_bytes(b"old")
        reached = stopped_at(moment, lambda: write_whole(path, b"new"))
        assert [p.name for p in tmp_path.iterdir()] == ["a.json"], f"stopped at line {moment}"
        held.add(path.read_bytes())
        if not reached:
            break
    assert moment > 30 and held == {b"old", b"new"}


def test_an_open_reader_of_the_old_file_still_sees_the_whole_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_whole(path, b"o" * 100_000)
    with path.open("rb") as file:
        first = file.read(10)
        write_whole(path, b"n" * 100_000)
        assert first + file.read() == b"o" * 100_000


def test_a_folder_is_made_with_its_parents_for_its_owner_alone(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir(mode=0o755)
    make_folder(tmp_path / "shared" / "a" / "b")
    assert mode(tmp_path / "shared" / "a") == mode(tmp_path / "shared" / "a" / "b") == 0o700
    assert mode(tmp_path / "shared") == 0o755
    make_folder(tmp_path / "shared" / "a" / "b")


def test_a_place_under_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CannotWrite, match="Not a directory"):
        make_folder(tmp_path / "file" / "records")
    with pytest.raises(CannotWrite, match="Not a directory"):
        write_whole(tmp_path / "file" / "a.json", b"x")


def test_the_refusal_says_which_file_why_and_what_to_do() -> None:
    said = str(cannot_write(Path("/stick/a.json"), OSError(28, "No space left on device")))
    assert said.startswith("/stick/a.json cannot be written: No space left on device.")
    assert "Nothing that was saved before is lost" in said
    assert "--home" in said


@pytest.mark.parametrize(("code", "helps"), [(errno.ENOSPC, True), (errno.EDQUOT, True), (errno.EROFS, False)])
def test_space_is_asked_for_only_where_there_was_none(code: int, helps: bool) -> None:
    said = str(cannot_write(Path("/stick/a.json"), OSError(code, os.strerror(code))))
    assert ("Free some space" in said) is helps
    assert "hoose another folder" in said


FULL = """
import resource, sys
from pathlib import Path
from navigator.domain.errors import CannotWrite
from navigator.records.atomic import whole, write_whole
path = Path(sys.argv[1])
write_whole(path, b"old and whole")
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(path, b"x" * 5000)
except CannotWrite as refusal:
    print(refusal)
"""


def test_when_no_more_can_be_written_the_old_file_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    ran = subprocess.run([sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=True)
    assert "File too large" in ran.stdout
    assert path.read_bytes() == b"old and whole"
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]


UNSYNCED = """
import resource, sys
from pathlib import Path
from navigator.records.atomic import whole
with whole(Path(sys.argv[1])) as file:
    file.write(b"new and whole")
    resource.setrlimit(resource.RLIMIT_NOFILE, (file.fileno(), 4096))
"""


def test_a_write_that_worked_is_not_called_failed_because_the_folder_cannot_be_synced(tmp_path: Path) -> None:
    """Some drives cannot sync a folder. Here no more file can be opened, so that the folder cannot be either."""
    path = tmp_path / "a.json"
    subprocess.run([sys.executable, "-c", UNSYNCED, str(path)], capture_output=True, text=True, check=True)
    assert path.read_bytes() == b"new and whole"


def test_a_write_through_a_link_leaves_the_link_and_fills_the_file_it_leads_to(tmp_path: Path) -> None:
    link, real = tmp_path / "link.json", tmp_path / "stick" / "a.json"
    real.parent.mkdir()
    link.symlink_to(real)
    for data in (b"one", b"two"):  # the file is not there yet, and then it is
        write_whole(link, data)
        assert link.is_symlink() and real.read_bytes() == data


def test_a_fingerprint_tells_two_contents_apart() -> None:
    assert fingerprint(b"a") == fingerprint(b"a")
    assert fingerprint(b"a") != fingerprint(b"a ")


def test_a_pipe_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    pipe = tmp_path / "printer"
    os.mkfifo(pipe)
    with pytest.raises(CannotWrite, match="not a regular file"):
        write_whole(pipe, b"page")
    with pytest.raises(CannotWrite, match="not a regular file"), whole(pipe):
        pytest.fail("there is nothing to write to")
    assert pipe.is_fifo() and len(list(tmp_path.iterdir())) == 1


def test_a_socket_and_a_link_to_a_pipe_are_refused_too(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(tmp_path / "socket"))
        os.mkfifo(tmp_path / "pipe")
        (tmp_path / "link").symlink_to(tmp_path / "pipe")
        for name in ("socket", "link"):
            with pytest.raises(CannotWrite, match="not a regular file"), whole(tmp_path / name):
                pytest.fail("there is nothing to write to")
    assert (tmp_path / "socket").is_socket() and (tmp_path / "pipe").is_fifo() and (tmp_path / "link").is_symlink()


def test_the_file_that_output_goes_to_is_not_written_over(tmp_path: Path) -> None:
    """`--out /dev/stdout > file`, made safe to try: a link of ours to the same place."""
    (tmp_path / "out").symlink_to("/proc/self/fd/1")
    code = "import sys; from pathlib import Path; from navigator.records.atomic import write_whole; write_whole(Path(sys.argv[1]), b'x')"
    with (tmp_path / "shown.txt").open("wb") as shown:
        command = [sys.executable, "-c", code, str(tmp_path / "out")]
        ran = subprocess.run(command, stdout=shown, stderr=subprocess.PIPE, check=False)
    assert b"not a regular file" in ran.stderr
    assert (tmp_path / "out").is_symlink() and (tmp_path / "shown.txt").read_bytes() == b""


def test_a_file_written_bit_by_bit_is_its_owners_and_there_only_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "coded.csv"
    path.write_bytes(b"old")
    with pytest.raises(KeyError), whole(path) as file:
        file.write(b"half")
        raise KeyError("cut short")
    assert path.read_bytes() == b"old" and [p.name for p in tmp_path.iterdir()] == ["coded.csv"]
    with whole(path) as file:
        file.write(b"new ")
        assert path.read_bytes() == b"old"
        file.write(b"and whole")
    assert path.read_bytes() == b"new and whole"
    assert path.stat().st_mode & 0o777 == 0o600 and len(list(tmp_path.iterdir())) == 1
