"""Workers of a Dask cluster: the same rounds, on other machines that share the folders."""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from plantrack_nb.core.errors import NotebookError, ParameterError, PlantrackError
from plantrack_nb.core.language import say
from plantrack_nb.run.fingerprint import package_digest, versions

_ADDRESS = re.compile(
    r"(?:(?:tcp|tls|ws|wss|ucx)://)?(?:[\w.-]+|\[[0-9a-f:.%\w]+\]):\d{1,5}(?:/\S*)?"
)
_PATIENCE = 15  # seconds for a scheduler to answer
_START = (
    "เริ่มด้วย dask worker ADDRESS --nthreads 1 --nworkers auto",
    "Start them with 'dask worker ADDRESS --nthreads 1 --nworkers auto'.",
)


@contextmanager
def cluster(address: str, folders: Iterable[Path]) -> Iterator[ClusterPool]:
    """Connect to a Dask scheduler whose workers can make the same bytes as this machine.

    Parameters
    ----------
    address : str
        Of the scheduler, e.g. ``"tcp://10.0.0.5:8786"``.
    folders : iterable of Path
        What every worker must see under the same path: project and outputs.

    Raises
    ------
    ParameterError
        Nobody answers there, there are no workers, or they differ from this machine.
    PlantrackError
        The extra ``cluster`` is not installed.
    """
    client = _client(address)
    try:
        _check_workers(client, address, [str(folder) for folder in folders])
        yield ClusterPool(client)
    finally:
        client.close(timeout=_PATIENCE)


class ClusterPool:
    """The workers of a cluster, as :class:`plantrack_nb.run.workers.batch.Pool` wants them."""

    def __init__(self, client: Any) -> None:
        self._client = client

    @property
    def workers(self) -> int:
        """How many workers there are now; some may come and go."""
        return max(1, len(self._client.nthreads()))

    def open(self) -> _ClusterExecutor:
        """Give the executor."""
        return _ClusterExecutor(self._client)

    def end(self, executor: Executor) -> None:
        """Forget what waits, and restart the workers that are at work for us.

        A worker without a nanny cannot be restarted; it ends its round, and writes it whole.
        """
        assert isinstance(executor, _ClusterExecutor)
        ours = executor.keys()
        busy = [
            one for one, keys in self._client.processing().items() if ours & set(map(str, keys))
        ]
        executor.shutdown(wait=False)
        if busy:
            with suppress(ValueError, TimeoutError):
                self._client.restart_workers(busy, timeout=_PATIENCE, raise_for_error=False)


class _ClusterExecutor(Executor):
    """Dask's own executor; what goes wrong in the cluster is told in our words."""

    def __init__(self, client: Any) -> None:
        self._executor = client.get_executor(pure=False, retries=0)

    def keys(self) -> set[str]:
        """Name the tasks that are not over, as the scheduler does."""
        return {str(one.key) for one in self._executor._futures}  # noqa: SLF001 - no public way

    def submit(self, make: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """Hand over one round."""
        told: Future[Any] = Future()
        try:
            there = self._executor.submit(_in_worker, make, *arguments, **named)
        except Exception as error:
            raise _lost(f"{type(error).__name__}: {error}") from error
        there.add_done_callback(lambda done: _tell(done, told))
        return told

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002
        """Let go of all tasks."""
        self._executor.shutdown(wait=wait)


def _in_worker(make: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    _keep_log_out()
    return make(*arguments, **named)


@cache
def _keep_log_out() -> None:
    """Let the worker's own log go past the cells, which catch what is written to 1 and 2."""
    for number, stream in ((1, sys.stdout), (2, sys.stderr)):
        aside = os.fdopen(os.dup(number), "w", buffering=1, encoding="utf-8", errors="replace")
        for handler in _handlers():
            if isinstance(handler, logging.StreamHandler) and handler.stream is stream:
                handler.setStream(aside)


def _handlers() -> list[logging.Handler]:
    known = [logging.getLogger(), *logging.root.manager.loggerDict.values()]
    return [
        one for logger in known if isinstance(logger, logging.Logger) for one in logger.handlers
    ]


def _tell(done: Future[Any], told: Future[Any]) -> None:
    try:
        told.set_result(done.result())
    except CancelledError:
        told.set_exception(_lost(say("ตัวจัดงานเลิกทำรอบนี้", "the scheduler gave the round up")))
    except PlantrackError as error:
        told.set_exception(error)
    except BaseException as error:  # noqa: BLE001 - an outcome, told by the batch
        told.set_exception(_died(error) if type(error).__name__ == "KilledWorker" else error)


def _died(error: BaseException) -> PlantrackError:
    return NotebookError(
        say("ไม่ได้ทำรอบนี้", "The round was not made."),
        where=str(getattr(getattr(error, "last_worker", None), "address", "")),
        why=say("ทุกเครื่องที่ลองทำหยุดไป", "Every worker that tried it died."),
        hint=say(
            "ดูบันทึกการทำงานของเครื่องนั้น หน่วยความจำอาจไม่พอ",
            "Look into that worker's log; it may need more memory than there is.",
        ),
    )


def _lost(why: str) -> PlantrackError:
    return PlantrackError(
        say("คลัสเตอร์ไม่ตอบแล้ว", "The cluster does not answer any more."),
        why=why,
        hint=say(
            "ดูว่าตัวจัดงานยังทำงานอยู่หรือไม่ แล้วสั่งใหม่ สิ่งที่ทำแล้วยังอยู่",
            "Look whether the scheduler still runs, then run again: what is done stays.",
        ),
    )


def _client(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise PlantrackError(
            say("--cluster ต้องมี Dask", "--cluster needs Dask."),
            why=str(error),
            hint=say(
                "ติดตั้งด้วย pip install 'plantrack-nb[cluster]'",
                "Install it: pip install 'plantrack-nb[cluster]'.",
            ),
        ) from error
    if not _ADDRESS.fullmatch(address):  # Dask would try for half a minute, and print its trace
        raise _refused(
            address,
            say("ไม่ใช่ที่อยู่", "this is no address"),
            say("พิมพ์แบบ tcp://10.0.0.5:8786", "Write it like tcp://10.0.0.5:8786."),
        )
    try:
        connect: Any = Client  # its types are there in parts only
        return connect(address, timeout=_PATIENCE, set_as_default=False)
    except Exception as error:
        raise _refused(
            address,
            f"{type(error).__name__}: {error}",
            say("ตัวจัดงานทำงานอยู่หรือไม่", "Is the scheduler up?"),
        ) from error


def _check_workers(client: Any, address: str, folders: list[str]) -> None:
    threads = client.nthreads()
    if not threads:
        raise _refused(address, say("ยังไม่มีเครื่องช่วยทำงาน", "it has no workers"), say(*_START))
    crowded = sorted(one for one, count in threads.items() if count > 1)
    if crowded:
        why = say(
            f"เครื่องที่มีหลายเธรด ซึ่งจะใช้โฟลเดอร์ทำงานร่วมกัน: {_some(crowded)}",
            f"workers with several threads, which would share a working folder: {_some(crowded)}",
        )
        raise _refused(address, why, say(*_START))
    seen = client.run(_seen, folders)
    if other := sorted(one for one, (made_by, _) in seen.items() if made_by != _made_by()):
        why = say(
            f"เครื่องที่มี plantrack, Python หรือไลบรารีคนละรุ่น: {_some(other)}",
            f"workers with another plantrack, Python or library: {_some(other)}",
        )
        raise _refused(
            address,
            why,
            say(
                "ติดตั้งรุ่นเดียวกัน (constraints.txt) แล้วเริ่มใหม่",
                "Install the same versions there (constraints.txt), restart.",
            ),
        )
    if blind := sorted(one for one, (_, missing) in seen.items() if missing):
        why = say(
            f"เครื่องที่มองไม่เห็น {_some(seen[blind[0]][1])}: {_some(blind)}",
            f"workers that do not see {_some(seen[blind[0]][1])}: {_some(blind)}",
        )
        raise _refused(
            address,
            why,
            say(
                "วางโครงการและผลลัพธ์ไว้บนไดรฟ์ที่ทุกเครื่องใช้ร่วมกัน",
                "Put project and outputs on a drive that all of them share.",
            ),
        )


def _made_by() -> tuple[str, ...]:
    return (package_digest(), *(f"{name} {one}" for name, one in versions().items()))


def _seen(folders: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """Say, in a worker, what it would make rounds with and which folders it does not see."""
    return _made_by(), [one for one in folders if not Path(one).is_dir()]


def _some(names: list[str]) -> str:
    return ", ".join(names[:3]) + (" …" if names[3:] else "")


def _refused(address: str, why: str, hint: str) -> ParameterError:
    return ParameterError(
        say("ใช้คลัสเตอร์ไม่ได้", "The cluster cannot be used."), where=address, why=why, hint=hint
    )
