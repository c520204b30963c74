"""Addresses of a cluster."""

from __future__ import annotations

import pytest

from plantrack_nb.core.errors import ParameterError
from plantrack_nb.run.workers.cluster import cluster

pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")


@pytest.mark.parametrize(
    "address",
    [
        "nonsense",
        " ",
        "",
        "file:///etc/passwd",
        "http://127.0.0.1:8786",
        "tcp://",
        "127.0.0.1",
        "a b:1",
    ],
)
def test_what_is_no_address_is_refused_at_once(address: str) -> None:
    """Nobody waits for a scheduler that cannot be there."""
    with (
        pytest.raises(ParameterError, match="this is no address") as caught,
        cluster(address, ()),
    ):
        pass
    assert "tcp://" in caught.value.hint
