"""A pause in a long reading: Enter or the space bar goes on, a word is read to its Enter, and the prompt goes away after."""

from __future__ import annotations

import os
import select
import sys

from navigator.cli.paper import wants_plain
from navigator.domain.errors import Interrupted
from navigator.engine.typed_words import is_enough

GAP = 0.05
"""Seconds in which the rest of an arrow key's signs has come."""
ERASE = (b"\x7f", b"\x08")


def read_on_line(prompt: str, plain: bool) -> str:
    """What was typed at the pause; empty to go on. Raises EOFError or KeyboardInterrupt when the person stops."""
    if wants_plain(plain) or not sys.stdin.isatty():
        return input(prompt)
    try:
        import termios
    except ImportError:
        return input(prompt)
    handle = sys.stdin.fileno()
    before = termios.tcgetattr(handle)
    single = [*before]
    single[3] &= ~(termios.ICANON | termios.ECHO)
    try:
        termios.tcsetattr(handle, termios.TCSADRAIN, single)
        print(prompt, end="", flush=True)
        return _keys(handle)
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, before)
        print("\r\x1b[K", end="", flush=True)  # the page reads on as if nothing had stood here


def reads_on(prompt: str, plain: bool, stopped: str = "") -> bool:
    """Whether to show the next screen. Raises Interrupted, with what is said then, when the person stops."""
    try:
        return not is_enough(read_on_line(prompt, plain))
    except (EOFError, KeyboardInterrupt) as error:
        raise Interrupted(stopped) from error


def entered(text: str) -> None:
    """Wait for Enter. Raises Interrupted when the person stops."""
    try:
        input(text)
    except (EOFError, KeyboardInterrupt) as error:
        raise Interrupted from error


def _keys(handle: int) -> str:
    typed = b""
    while True:
        key = os.read(handle, 1)
        if key in (b"", b"\x04"):
            raise EOFError
        if key in (b"\n", b"\r") or (key == b" " and not typed):
            return typed.decode("utf-8", "replace")
        if key == b"\x1b":
            while select.select([handle], [], [], GAP)[0] and not os.read(handle, 1).isalpha():
                pass
        elif key in ERASE:
            typed = typed[:-1]
            _echo(b"\b \b")
        else:
            typed += key
            _echo(key)


def _echo(what: bytes) -> None:
    sys.stdout.buffer.write(what)
    sys.stdout.flush()
