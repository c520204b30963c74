"""Runs the command line so that whatever goes wrong ends in one message and an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plantrack_nb.cli.exit_codes import Exit
from plantrack_nb.cli.terminal.digits import with_arabic_numbers
from plantrack_nb.cli.terminal.thai_help import is_wanted, speak_thai
from plantrack_nb.core.errors import ParameterError, PlantrackError
from plantrack_nb.core.language import say

if TYPE_CHECKING:
    from rich.console import Console

DEBUG_VARIABLE = "PLANTRACK_DEBUG"


def guarded(arguments: Sequence[str]) -> int:
    """Run the command line; whatever goes wrong ends in one message, never in a stack trace."""

    def command() -> int:
        from typer.main import get_command

        from plantrack_nb.cli.app import app_for

        command = get_command(app_for(arguments, thai=is_wanted(arguments)))
        words = _understood(command, arguments)
        return int(command.main(words, prog_name="plantrack", standalone_mode=False) or 0)

    return told(command, quietly=not arguments)  # with none, the help has just been printed


def told(act: Callable[[], int], *, quietly: bool = False) -> int:
    """Return the exit code of what is done here; whatever goes wrong is told in one message.

    ``quietly`` leaves out what is wrong with the command line.
    """
    import typer

    _have_streams()
    _speak_utf8()
    try:
        return act()
    except typer.Exit as done:
        return done.exit_code
    except (typer.Abort, KeyboardInterrupt):
        _console().print(say("หยุดแล้ว", "Stopped."))
    except typer.TyperException as wrong:
        if not quietly:
            _tell(_misused(wrong))
    except PlantrackError as error:
        _tell(error)
    except (BrokenPipeError, SystemExit):  # typer's answer to a reader who went away
        pass
    except Exception as error:  # noqa: BLE001 - the last guard: a fault of ours, told as one
        _show_fault(error)
    return Exit.COULD_NOT_RUN


def _console() -> Console:
    from plantrack_nb.cli.terminal.console import error_console

    return error_console()


def _tell(error: PlantrackError) -> None:
    from plantrack_nb.cli.terminal.console import show_error

    show_error(error)


def _understood(command: Any, arguments: Sequence[str]) -> list[str]:
    """Read Thai digits as numbers, and let help be Thai where it is asked for."""
    if is_wanted(arguments):
        speak_thai(command)
    return with_arabic_numbers(arguments, getattr(command, "commands", {}))


def _misused(wrong: Exception) -> ParameterError:
    """Say what typer says of a wrong command line, and where its help is."""
    from plantrack_nb.cli.terminal.misused import in_words

    context = getattr(wrong, "ctx", None)
    command = context.command_path if context is not None else "plantrack"
    what = getattr(wrong, "format_message", lambda: str(wrong))()
    return ParameterError(
        in_words(what),
        where=command,
        hint=say(f"ดูวิธีใช้ด้วย {command} --help", f"See '{command} --help'."),
    )


def _show_fault(error: Exception) -> None:
    if os.environ.get(DEBUG_VARIABLE):
        traceback.print_exception(error)
    if isinstance(error, OSError):  # a disk or a drive, where nobody foresaw it
        told = PlantrackError(
            say("ระบบไม่ยอมให้ใช้แฟ้มหรือโฟลเดอร์", "The system refused a file or folder."),
            where=str(error.filename or ""),
            why=error.strerror or f"{type(error).__name__}: {error}",
            hint=say(
                "ตรวจดิสก์หรือไดรฟ์เครือข่าย แล้วสั่งใหม่ สิ่งที่ทำแล้วยังอยู่",
                "Check the disk or the network drive, then run again: what is done stays.",
            ),
        )
    else:
        told = PlantrackError(
            say(
                "plantrack หยุดเพราะข้อผิดพลาดของโปรแกรมเอง",
                "plantrack stopped at a fault of its own.",
            ),
            why=f"{type(error).__name__}: {error}",
            hint=say(
                f"ไม่มีแฟ้มค้างครึ่ง ๆ กลาง ๆ ตั้ง {DEBUG_VARIABLE}=1 เพื่อดูว่าผิดที่ใด แล้วแจ้งผู้พัฒนา",
                f"Nothing half-written was left. Set {DEBUG_VARIABLE}=1 to see where; report it.",
            ),
        )
    _tell(told)


def _have_streams() -> None:
    """Write into nothing where a scheduler has closed a stream."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            nothing = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - to the end
            setattr(sys, name, nothing)


def _speak_utf8() -> None:
    """Thai must not stop a command on a console with a narrower code page."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower() != "utf-8":
            stream.reconfigure(encoding="utf-8", errors="replace")
