"""Errors: what failed, where, why, what to do."""

from __future__ import annotations

import pickle

import pytest

from plantrack_nb import errors
from plantrack_nb.errors import PlantrackError

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, PlantrackError)
]


def test_an_error_reads_from_what_to_do() -> None:
    """The text gives what, where, why and what to do, a line each."""
    error = PlantrackError("It failed.", where="งบ!E12", why="a letter", hint="Write digits.")
    assert str(error) == "It failed.\n  where: งบ!E12\n  why:   a letter\n  do:    Write digits."


def test_what_is_not_known_is_left_out() -> None:
    """An error without place or cause is one line."""
    assert str(PlantrackError("It failed.")) == "It failed."


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_errors_cross_to_another_process_whole(kind: type[PlantrackError]) -> None:
    """A worker's error arrives with its kind and all its parts."""
    sent = kind("What.", where="where", why="why", hint="hint")
    got = pickle.loads(pickle.dumps(sent))  # noqa: S301  # our own bytes
    assert type(got) is kind
    assert str(got) == str(sent)
    assert (got.what, got.where, got.why, got.hint) == ("What.", "where", "why", "hint")


def test_the_family_stands_at_the_top_of_the_module() -> None:
    """The drawing of the family names every kind of error."""
    assert errors.__doc__ is not None
    assert [kind.__name__ for kind in KINDS if kind.__name__ not in errors.__doc__] == []


def test_an_unsafe_source_is_a_source_error() -> None:
    """Whoever catches source errors catches the unsafe ones too."""
    assert issubclass(errors.UnsafeSourceError, errors.SourceError)
