"""What a run does, told through the standard library's logging: plain lines, or JSON lines."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from plantrack_nb.core.disk import told
from plantrack_nb.core.errors import OutputError
from plantrack_nb.core.language import say
from plantrack_nb.run.job import Job, Outcome

LOG = logging.getLogger("plantrack_nb.run")
"""Every event has ``event`` and, when it is about one round, ``round`` as extra fields."""

LOG.addHandler(logging.NullHandler())  # who does not ask for the log is not bothered by it

_OWN = vars(logging.makeLogRecord({})).keys() | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, message, and the event's own fields."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one event."""
        fields = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            **{name: value for name, value in vars(record).items() if name not in _OWN},
        }
        return json.dumps(fields, ensure_ascii=False, default=str)


class LogFile(logging.FileHandler):
    """A file of JSON lines that is written as long as the disk takes them.

    Attributes
    ----------
    fault : OutputError or None
        Why not all was written; a run does not end for it.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, mode="a", encoding="utf-8", errors="replace")
        self.fault: OutputError | None = None
        self.setFormatter(JsonLines())

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Keep the first fault of the disk, to be told once."""
        error = sys.exc_info()[1]
        if isinstance(error, OSError):
            self.fault = self.fault or unwritten(Path(self.baseFilename), error)
        else:
            super().handleError(record)

    def close(self) -> None:
        """Close the file; what the disk does not take is lost, and told."""
        try:
            super().close()
        except OSError as error:
            self.fault = self.fault or unwritten(Path(self.baseFilename), error)


def unwritten(path: Path, error: OSError) -> OutputError:
    """Tell why a log could not be written to its end."""
    why, hint = told(error)
    what = say(
        "เขียนแฟ้มบันทึกการทำงานได้ไม่จบ แต่ไม่กระทบการทำรายงาน",
        "The log could not be written to its end; the run is not touched by it.",
    )
    return OutputError(what, where=str(path), why=why, hint=hint)


@contextmanager
def logged_to(handler: logging.Handler) -> Iterator[None]:
    """Send what a run tells to ``handler`` too, until the end of the block."""
    level = LOG.level
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)
    try:
        yield
    finally:
        LOG.removeHandler(handler)
        LOG.setLevel(level)
        handler.close()


def json_file(path: Path) -> LogFile:
    """Open a file that JSON lines are added to, whole lines one by one.

    Raises
    ------
    OutputError
        It cannot be opened.
    """
    try:
        return LogFile(path)
    except OSError as error:
        raise OutputError(
            say("เขียนแฟ้มบันทึกการทำงานไม่ได้", "The log cannot be written."),
            where=str(path),
            why=str(error.strerror),
            hint=say(
                "บอกแฟ้มในโฟลเดอร์ที่มีอยู่และเขียนได้",
                "Name a file in a folder that exists and that you may write to.",
            ),
        ) from error


def begun(job: Job) -> None:
    """Tell that a round is being made."""
    LOG.info("%s: begun", job.key, extra={"event": "round_begun", "round": str(job.key)})


def ended(outcome: Outcome) -> None:
    """Tell what became of a round."""
    said = f"{outcome.key}: {outcome.state.value.replace('_', ' ')}"
    counts = ", ".join(f"{count} {severity}" for severity, count in outcome.findings.items())
    said += f" ({counts})" if counts else ""
    said += f", {outcome.seconds:.1f} s"
    error = outcome.error
    said += f": {error.what} {error.why}".rstrip() if error else ""
    fields = {
        "event": "round_ended",
        "round": str(outcome.key),
        "state": outcome.state.value,
        "findings": {severity.value: count for severity, count in outcome.findings.items()},
        "seconds": round(outcome.seconds, 3),
        "error": str(error or ""),
    }
    LOG.log(logging.ERROR if error else logging.INFO, "%s", said, extra=fields)
