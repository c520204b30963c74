"""Errors: what failed, where, why, what to do."""

from __future__ import annotations

import pickle

import pytest

from plantrack_nb.core import errors
from plantrack_nb.core.errors import PlantrackError, read_error

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


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"why": "one line\n         and another"},
        {"where": "งบ!E12", "hint": "Write digits."},
        {"where": "a: b", "why": "do: nothing", "hint": "where: here"},
    ],
)
def test_errors_are_read_back_from_their_text(
    kind: type[PlantrackError], parts: dict[str, str]
) -> None:
    """A notebook shows the class's name and the text; all parts come back from them."""
    shown = kind("What failed.", **parts)
    back = read_error(kind.__name__, str(shown))
    assert type(back) is kind
    assert (back.what, back.where, back.why, back.hint) == (
        shown.what, shown.where, shown.why, shown.hint,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["ValueError", "re", "read_error", ""])
def test_errors_of_others_are_not_read(name: str) -> None:
    """What is no class of ours stays what it is."""
    assert read_error(name, "What failed.") is None


def test_the_family_stands_at_the_top_of_the_module() -> None:
    """The drawing of the family names every kind of error."""
    assert errors.__doc__ is not None
    assert [kind.__name__ for kind in KINDS if kind.__name__ not in errors.__doc__] == []


def test_an_unsafe_source_is_a_source_error() -> None:
    """Whoever catches source errors catches the unsafe ones too."""
    assert issubclass(errors.UnsafeSourceError, errors.SourceError)
