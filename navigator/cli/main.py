"""The command `navigator`: one app, its global flags, and the one place where refusals become sentences and exit codes."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path
from types import TracebackType

from navigator import __version__

TYPE_CHECKING = False  # that of typing, which takes longer to load than all that --version needs
if TYPE_CHECKING:
    import typer

    from navigator.cli.session import Session

INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> None:
    """Run the program and exit with its code."""
    given = sys.argv[1:] if arguments is None else arguments
    open_streams()
    if given == ["--version"]:
        print(f"navigator {__version__}")
        return
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that cannot show a letter shows ?, and goes on
    sys.excepthook = _kind_excepthook
    sys.exit(run(given))


def open_streams() -> None:
    """Put nowhere in the place of a standard stream that was closed (``>&-``): Python leaves None, which nothing can use.

    The lowest free number is the closed stream's own, so that no file opened later, such as a record, gets what is printed.
    """
    for name, way in (("stdin", os.O_RDONLY), ("stdout", os.O_WRONLY), ("stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, way)
            setattr(sys, name, os.fdopen(nowhere, "r" if name == "stdin" else "w", encoding="utf-8"))


def run(given: list[str]) -> int:
    """Run the program; the exit code. Whoever calls it goes on in the language that was spoken before."""
    from navigator import i18n

    before = i18n.spoken()
    code = _run(given)
    i18n.use(before)
    return code


def _run(given: list[str]) -> int:
    import typer

    from navigator.cli import called, speech
    from navigator.cli.app import named_by, session
    from navigator.cli.render import refuse
    from navigator.cli.session import hoisted
    from navigator.domain.errors import Interrupted, Refusal
    from navigator.i18n import ENGLISH, language

    session.json, session.command = "--json" in given, "navigator"  # for a line that cannot even be read
    try:
        line = hoisted(given)
        called.begin(line)
        speech.begin(line)
        command = typer.main.get_command(named_by(line))
        if language() != ENGLISH:
            speech.speak_help(command)
        code = command(line, standalone_mode=False, prog_name="navigator")
        sys.stdout.flush()
        if code == INTERRUPTED:  # typer turns Ctrl-C into this code without a word
            raise Interrupted
        return code if isinstance(code, int) else 0
    except Refusal as refusal:
        return refuse(session, refusal)
    except (KeyboardInterrupt, typer.Abort) as stop:
        # Typer takes any EOFError for the end of what is typed; where we ask, we catch that ourselves.
        if isinstance(stop.__cause__, EOFError):
            raise stop.__cause__ from None
        return refuse(session, Interrupted())
    except typer.TyperException as error:
        return _slip(session, error, command, line)
    except (BrokenPipeError, SystemExit) as ended:
        return _code_of(ended)
    except OSError as error:
        return _failed_write(error)


def _slip(session: Session, error: typer.TyperException, command: object, line: list[str]) -> int:
    """A line that cannot be carried out; a group of commands named alone is answered by its help."""
    from navigator.cli import called, slips
    from navigator.cli.render import refuse
    from navigator.domain.errors import BadInput

    called.in_short()
    if not slips.is_bare_group(error):
        return refuse(session, BadInput(slips.sentence(error, command, line)))
    if session.json:
        return refuse(session, BadInput(slips.bare_group(error, command, line)))
    print(error.format_message(), file=sys.stderr)
    return 2


def _code_of(ended: BrokenPipeError | SystemExit) -> int:
    """A closed pipe is no error, and typer turns one into sys.exit(1); whoever else ended the run gave its own code."""
    cause = ended.__context__ if isinstance(ended, SystemExit) else ended
    if isinstance(cause, OSError) and cause.errno == errno.EPIPE:
        return _closed_pipe()
    code = getattr(ended, "code", 1)
    if isinstance(code, str):
        print(code, file=sys.stderr)
    return code if isinstance(code, int) else int(code is not None)


def _closed_pipe() -> int:
    """Whoever was reading has enough. Python would complain once more while it closes stdout: give it somewhere to go."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _failed_write(error: OSError) -> int:
    from navigator.cli.render import on_error_line
    from navigator.i18n import _

    why = str(error.strerror or error) + (f" ({error.filename})" if error.filename else "")
    said = _("This could not be done: {why}. Nothing that was saved before is lost.").format(why=why)
    print(on_error_line(said), file=sys.stderr)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 7


def _kind_excepthook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A mistake of ours: say so in a sentence; the details only for those who ask for them."""
    if os.environ.get("NAVIGATOR_DEBUG"):
        sys.__excepthook__(kind, error, trace)
        return
    place = torn = ""
    while trace is not None:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        torn = trace.tb_frame.f_locals.get("bytecode_path") or ""  # of Python's own import: the .pyc it was reading
        trace = trace.tb_next
    if torn and isinstance(error, EOFError | ValueError | TypeError):  # in English: the translation may be what is torn
        print(f"A file that Python made is damaged: {torn}. Take it away: it is made anew by itself.", file=sys.stderr)
        return
    from navigator.cli.app import session
    from navigator.cli.render import keeps_answers, on_error_line
    from navigator.i18n import _

    said = (
        _(
            "Something went wrong inside navigator ({place}). What you answered is saved. "
            "Please report it; NAVIGATOR_DEBUG=1 shows the details."
        )
        if keeps_answers(session)
        else _(
            "Something went wrong inside navigator ({place}). Please report it; NAVIGATOR_DEBUG=1 shows the details."
        )
    )
    print(on_error_line(said.format(place=f"{kind.__name__}, {place}")), file=sys.stderr)
