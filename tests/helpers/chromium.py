"""Chromium over its debugging pipe: enough to open a file, look at it, and ask it questions.

The protocol over a pipe needs nothing but the standard library: no driver that must match the
browser's version, no browser of its own, no port. Scripts run by it are not stopped by the page's
Content-Security-Policy, so a page that forbids every script can still be examined as it is.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from base64 import b64decode
from pathlib import Path
from shutil import which
from types import TracebackType
from typing import Any, Self

EXECUTABLE = which("chromium") or which("chromium-browser") or which("google-chrome")
_QUIET = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-extensions",
    "--disable-dev-shm-usage", "--remote-debugging-pipe",
]  # fmt: skip

_ON_3_AND_4 = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4); "
    "os.execv(sys.argv[3], sys.argv[3:])"
)
"""The browser reads its orders on file descriptor 3 and answers on 4."""


class Chromium:
    """A headless browser with one tab.

    ``requests`` lists every address the pages asked for, ``data:`` left out; ``complaints`` what
    they wrote to the console as errors, and what they threw.
    """

    def __init__(self) -> None:
        assert EXECUTABLE, "no Chromium"
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._events: list[dict[str, Any]] = []
        self._count = 0
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()
        self._process = subprocess.Popen(
            [
                *(sys.executable, "-c", _ON_3_AND_4, str(to_read), str(to_write), EXECUTABLE),
                *_QUIET,
                f"--user-data-dir={self._profile.name}",
                "about:blank",
            ],
            pass_fds=(to_read, to_write),
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(to_write)
        self._reader = os.fdopen(self._read, "rb")
        tab = self._call("Target.createTarget", url="about:blank")["targetId"]
        attached = self._call("Target.attachToTarget", targetId=tab, flatten=True)
        self._session: str | None = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Accessibility"):
            self._call(f"{domain}.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._reader.close()
        os.close(self._write)
        self._profile.cleanup()

    def open(self, file: Path, width: int, height: int = 900) -> None:
        """Show a file in a window of the given size, and wait until it is whole."""
        self.visit(file.resolve().as_uri(), width, height)

    def visit(self, address: str, width: int, height: int = 900) -> None:
        """Show the page at an address, and wait until it is whole."""
        self.resize(width, height)
        self._call("Page.navigate", url=address)
        self._wait_for("Page.loadEventFired")
        self.ask("document.fonts.ready.then(() => true)")

    def resize(self, width: int, height: int) -> None:
        """Give the window another size."""
        self._call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=width < 600,
        )  # fmt: skip

    def ask(self, script: str) -> Any:
        """Return the value of a JavaScript expression, awaited if it is a promise."""
        answer = self._call(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def wait_until(self, script: str, seconds: float = 60) -> Any:
        """Ask again and again until a JavaScript expression is true; return its value."""
        end = time.monotonic() + seconds
        while not (value := self.ask(script)):
            assert time.monotonic() < end, f"not true after {seconds} s: {script}"
            time.sleep(0.1)
        return value

    def click(self, x: float, y: float) -> None:
        """Move the mouse to a point of the window, and press and let go its left button."""
        self._call("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        for kind in ("mousePressed", "mouseReleased"):
            self._call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def type(self, text: str) -> None:
        """Put text in where the cursor stands."""
        self._call("Input.insertText", text=text)

    def accessible_roles(self) -> list[str]:
        """Return the role of every node that assistive technology is told of."""
        nodes = self._call("Accessibility.getFullAXTree")["nodes"]
        return [node["role"]["value"] for node in nodes if not node["ignored"]]

    def screenshot(self, file: Path) -> None:
        """Write a picture of the whole page, as .png, or as .webp, which is a third as large."""
        kind = {"format": "webp", "quality": 45} if file.suffix == ".webp" else {"format": "png"}
        shot = self._call("Page.captureScreenshot", captureBeyondViewport=True, **kind)
        file.write_bytes(b64decode(shot["data"]))

    def print(self, file: Path) -> None:
        """Print the page to a PDF, as a person would on A4."""
        printed = self._call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        file.write_bytes(b64decode(printed["data"]))

    def _call(self, method: str, **params: Any) -> dict[str, Any]:
        number = self._send(method, **params)
        while True:
            answer = self._receive()
            if answer.get("id") == number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def _send(self, method: str, **params: Any) -> int:
        self._count += 1
        message: dict[str, Any] = {"id": self._count, "method": method, "params": params}
        if getattr(self, "_session", None):
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        return self._count

    def _wait_for(self, event: str) -> None:
        while not any(one["method"] == event for one in self._events):
            self._receive()
        self._events.clear()

    def _receive(self) -> dict[str, Any]:
        text = bytearray()
        while (byte := self._reader.read(1)) != b"\0":
            assert byte, "Chromium has gone"
            text += byte
        message: dict[str, Any] = json.loads(text)
        if "method" in message:
            self._events.append(message)
        if message.get("method") == "Network.requestWillBeSent":
            address = message["params"]["request"]["url"]
            if not address.startswith("data:"):
                self.requests.append(address)
        if message.get("method") == "Page.javascriptDialogOpening":  # "Leave the page?"
            self._send("Page.handleJavaScriptDialog", accept=True)
        self._note_complaint(message)
        return message

    def _note_complaint(self, message: dict[str, Any]) -> None:
        params = message.get("params", {})
        if message.get("method") == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(params["exceptionDetails"])[:600])
        elif message.get("method") == "Runtime.consoleAPICalled" and params["type"] == "error":
            said = (str(one.get("value", one.get("description"))) for one in params["args"])
            self.complaints.append(" ".join(said)[:600])
