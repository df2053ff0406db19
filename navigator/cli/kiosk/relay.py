"""One walk in a terminal of its own, with a parent between it and the person: the parent sees every key, so it knows
how long it has been quiet, warns, and starts over. POSIX only, like the terminals of job centers we know of."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
import tty
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

End = Literal["ended", "quiet"]

CHUNK = 65536
REMEMBERED = 65536
"""Bytes of the walk's last output, to draw the screen again after a warning."""

PARTING = 2.0
"""Seconds a walk has to clear up after it was asked to end; then it is ended."""

CLEAR = b"\x1b[H\x1b[2J\x1b[3J"


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """Seconds of quiet until the warning, and from there until it starts over."""

    quiet: float
    warning: float


@dataclass(kw_only=True)
class Relay:
    """One walk on the terminal at hand. ``warn`` gives the words for so many seconds left."""

    command: list[str]
    environment: Mapping[str, str]
    patience: Patience
    warn: Callable[[int], bytes]
    _seen: bytearray = field(default_factory=bytearray)

    def run(self) -> End:
        """Begin the walk and pass everything on until it ends, or until nobody has been there for too long."""
        pid, master = pty.fork()
        if pid == 0:
            _become(self.command, self.environment)
        try:
            _same_size(master)
            with _raw(sys.stdin.fileno()), _resizing(master):
                return self._pass_on(master)
        finally:
            _end(pid, master)

    def _pass_on(self, master: int) -> End:
        here, out = sys.stdin.fileno(), sys.stdout.fileno()
        last_key, touched, warned = time.monotonic(), False, 0
        while True:
            ready, _, _ = select.select([here, master], [], [], 0.25)
            if master in ready and not self._said(master, out if not warned else None):
                return "ended"
            if here in ready:
                keys = os.read(here, CHUNK)
                if not keys:
                    return "ended"
                last_key, touched = time.monotonic(), True
                if warned:  # the key that answers a warning is for the warning
                    warned = 0
                    os.write(out, CLEAR + bytes(self._seen))
                else:
                    _write_all(master, keys)
            quiet = time.monotonic() - last_key
            if touched and quiet >= self.patience.quiet:
                left = self.patience.quiet + self.patience.warning - quiet
                if left <= 0:
                    return "quiet"
                warned = self._warning(out, warned, left)

    def _said(self, master: int, out: int | None) -> bool:
        """Pass the walk's output on and remember it. False: it has ended."""
        try:
            data = os.read(master, CHUNK)
        except OSError:  # Linux tells the end of a pseudo-terminal this way
            return False
        self._seen += data
        del self._seen[: max(0, len(self._seen) - REMEMBERED)]
        if out is not None and data:
            _write_all(out, data)
        return bool(data)

    def _warning(self, out: int, shown: int, left: float) -> int:
        seconds = max(1, round(left))
        step = 1 if seconds <= 5 else 10
        if not shown or (seconds != shown and seconds % step == 0):
            os.write(out, CLEAR + self.warn(seconds))
            return seconds
        return shown


def _become(command: list[str], environment: Mapping[str, str]) -> None:
    """In the child: no suspending and no core file from the keyboard, then the walk itself."""
    for name in ("SIGTSTP", "SIGQUIT"):
        signal.signal(getattr(signal, name), signal.SIG_IGN)
    try:
        os.execvpe(command[0], command, dict(environment))  # noqa: S606 - our own program, no shell
    finally:
        os._exit(127)


def _write_all(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data) :]


def _same_size(master: int) -> None:
    """Give the walk's terminal the size of the real one."""
    with contextlib.suppress(OSError):
        size = fcntl.ioctl(sys.stdout.fileno(), termios.TIOCGWINSZ, struct.pack("HHHH", 0, 0, 0, 0))
        fcntl.ioctl(master, termios.TIOCSWINSZ, size)


@contextlib.contextmanager
def _resizing(master: int) -> Iterator[None]:
    old = signal.signal(signal.SIGWINCH, lambda number, frame: _same_size(master))
    try:
        yield
    finally:
        signal.signal(signal.SIGWINCH, old)


@contextlib.contextmanager
def _raw(handle: int) -> Iterator[None]:
    """Keys as they come, so that none of them reaches the parent as a signal."""
    try:
        old = termios.tcgetattr(handle)
    except termios.error:
        yield
        return
    tty.setraw(handle)
    try:
        yield
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, old)


def _end(pid: int, master: int) -> None:
    """Ask the walk to end, give it a moment, then end it. Its memory is all that held the answers."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
    deadline = time.monotonic() + PARTING
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            if select.select([master], [], [], 0.05)[0]:
                os.read(master, CHUNK)
        if os.waitpid(pid, os.WNOHANG)[0]:
            break
    else:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    os.close(master)
