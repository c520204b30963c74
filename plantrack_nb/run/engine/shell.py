"""IPython's kernel shell without a kernel: its messages are handed over, not sent."""

from __future__ import annotations

import atexit
import builtins
import getpass
import json
import linecache
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

import comm
from comm.base_comm import BaseComm, CommManager
from ipykernel.compiler import XCachingCompiler, get_tmp_hash_seed, murmur2_x86
from ipykernel.jsonutil import json_clean
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import InteractiveShell
from jupyter_client.session import Session
from traitlets import Any as AnyTrait
from traitlets.config import Config

from plantrack_nb.run.engine.messages import PARENT, Message, answer

Receive = Callable[[Message], None]
_NO_HISTORY = {"enabled": False, "hist_file": ":memory:"}
_NO_INPUT = "{} was called, but this frontend does not support input requests."
_CODE = "/cells/"


class Wire(Session):
    """The kernel's end of the line; every message goes straight to ``receive``."""

    receive = AnyTrait()
    _one_at_a_time = AnyTrait()

    def __init__(self, receive: Receive) -> None:
        super().__init__(key=b"stays in this process", receive=receive)
        self._one_at_a_time = threading.RLock()

    def send(  # type: ignore[override]  # noqa: PLR0917 - the kernel's signature, less the socket
        self,
        stream: object,  # noqa: ARG002 - the kernel's signature
        msg_or_type: Message | str,
        content: Message | None = None,
        parent: Message | None = None,  # noqa: ARG002 - the kernel's signature
        ident: object = None,  # noqa: ARG002 - the kernel's signature
        buffers: list[bytes] | None = None,
        **more: object,  # noqa: ARG002 - the kernel's signature
    ) -> None:
        """Hand a message over, as the client would have received it."""
        made: Message = {"msg_type": msg_or_type, "content": content or {}}
        message = msg_or_type if isinstance(msg_or_type, dict) else made
        with self._one_at_a_time:
            self.receive(answer(message["msg_type"], message["content"], buffers))


class CellCompiler(XCachingCompiler):
    """Names the code of a cell by its text alone; the kernel's names hold a process number."""

    def get_code_name(self, raw_code: str, code: str, number: int) -> str:  # noqa: ARG002
        """Name a cell's code as tracebacks and warnings show it."""
        return f"{_CODE}{murmur2_x86(raw_code, get_tmp_hash_seed())}.py"


class CellShell(ZMQInteractiveShell):
    """The kernel's shell, for one notebook; it touches nobody's home folder."""

    def init_ipython_dir(self, ipython_dir: object) -> None:
        """Have no folder for settings: a report does not depend on them."""

    def init_profile_dir(self, profile_dir: object) -> None:
        """Have no profile either."""

    def enable_gui(self, gui: Any = None) -> None:
        """Need no event loop of a window system to draw a figure inline."""
        self.active_eventloop = gui


class ClientStandIn:
    """The client's end of the line, for the answers that a page's widgets send."""

    def __init__(self) -> None:
        self.waiting: list[Message] = []

    @property
    def session(self) -> ClientStandIn:
        """What makes messages."""
        return self

    shell_channel = session

    def msg(self, kind: str, content: Message, **_: object) -> Message:
        """Make a message; only comms are ever answered."""
        return answer(kind, content)

    def send(self, message: Message) -> None:
        """Keep a message until the cell has ended, when a kernel would read it."""
        self.waiting.append(message)

    def deliver(self, manager: CommManager) -> None:
        """Hand what waits to the widgets."""
        while self.waiting:
            message = self.waiting.pop(0)
            getattr(manager, message["msg_type"])(None, None, message)


class KernelStandIn:
    """What libraries ask ``get_ipython().kernel`` for."""

    eventloop = None
    iopub_socket = None
    implementation = "plantrack"

    def __init__(self, session: Wire, comm_manager: CommManager) -> None:
        self.session = session
        self.comm_manager = comm_manager

    def get_parent(self, channel: str | None = None) -> Message:  # noqa: ARG002 - the signature
        """Return the request that is being answered."""
        return PARENT


@contextmanager
def fresh_shell(receive: Receive) -> Iterator[CellShell]:
    """Give a shell with an empty namespace; at the end the host's is back in its place."""
    host = _put_aside()
    comms_before = (comm.create_comm, comm.get_comm_manager)
    lines_before = set(linecache.cache)
    wire = Wire(receive)
    manager = CommManager()
    comm.create_comm = _comms_over(wire)
    comm.get_comm_manager = lambda: manager
    shell = CellShell.instance(
        config=Config(HistoryManager=_NO_HISTORY), compiler_class=CellCompiler
    )
    shell.kernel = KernelStandIn(wire, manager)
    hook: Any = shell.displayhook
    publisher: Any = shell.display_pub
    hook.session = publisher.session = wire
    hook.topic = b"execute_result"
    builtins.input = _refuse_input
    getpass.getpass = _refuse_password
    try:
        yield shell
    finally:
        _close_widgets(manager)
        comm.create_comm, comm.get_comm_manager = comms_before
        _dispose(shell)
        for name in set(linecache.cache) - lines_before:
            if name.startswith(_CODE):
                del linecache.cache[name]
        _put_back(host)


def _refuse_input(prompt: object = "") -> NoReturn:  # noqa: ARG001 - the signature of input
    raise StdinNotImplementedError(_NO_INPUT.format("raw_input"))


def _refuse_password(prompt: object = "", stream: object = None) -> NoReturn:  # noqa: ARG001
    raise StdinNotImplementedError(_NO_INPUT.format("getpass"))


def _comms_over(wire: Wire) -> Callable[..., BaseComm]:
    class WireComm(BaseComm):
        """One end of a widget's line to its page."""

        def publish_msg(
            self,
            msg_type: str,
            data: Mapping[str, Any] | None = None,
            metadata: Mapping[str, Any] | None = None,  # noqa: ARG002 - the signature
            buffers: list[bytes] | None = None,
            **keys: Any,
        ) -> None:
            plain: Any = json_clean  # its package has no types for it
            content = plain({"data": data or {}, "comm_id": self.comm_id, **keys})
            # to text and back, as over a wire: the widget goes on changing its own state
            wire.send(None, msg_type, json.loads(json.dumps(content)), buffers=buffers)

    return WireComm


def _close_widgets(manager: CommManager) -> None:
    module = sys.modules.get("ipywidgets.widgets.widget")
    widgets: Mapping[str, Any] = getattr(module, "_instances", {})
    for name, line in [*manager.comms.items()]:
        with suppress(Exception):  # a widget may fail to say goodbye; the notebook is over
            widgets.get(name, line).close()


def _put_aside() -> InteractiveShell | None:
    host = InteractiveShell.instance() if InteractiveShell.initialized() else None
    if host is not None:
        type(host).clear_instance()
    return host


def _put_back(host: InteractiveShell | None) -> None:
    CellShell.clear_instance()
    if host is not None:
        for kind in type(host)._walk_mro():  # noqa: SLF001 - as SingletonConfigurable.instance does
            kind._instance = host  # type: ignore[assignment]  # noqa: SLF001


def _dispose(shell: CellShell) -> None:
    atexit.unregister(shell.atexit_operations)
    hook: Any = shell.displayhook
    hook.flush = lambda: None  # it collects garbage, as the runner does a moment later
    at_exit: Callable[[], None] = shell.atexit_operations
    at_exit()  # empties the namespace, removes the temporary files
