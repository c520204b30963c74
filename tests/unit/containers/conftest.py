"""Messages are looked at in English here."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANTRACK_LANG", "en")
