"""Activities found by their numbers."""

from __future__ import annotations

from helpers.rounds import tables

from plantrack_nb.check.reading.tree import Tree, tree_of
from plantrack_nb.core.records import rows


def tree(*pairs: tuple[str, str]) -> Tree:
    """Build the tree of activities given as (number, parent)."""
    numbered = [
        {"activity_no": number, "parent_no": parent, "text": number} for number, parent in pairs
    ]
    return tree_of(rows(tables(activities=numbered)["activities"]))


def test_leaves_in_reading_order() -> None:
    """Only what has nothing below it is a leaf."""
    made = tree(("1", ""), ("1-1", "1"), ("1-2", "1"), ("a", "1-1"), ("b", "1-1"))
    top = next(node for node in made.nodes.values() if node.text == "1")
    assert [leaf.text for leaf in made.leaves(top)] == ["a", "b", "1-2"]


def test_line_goes_up_to_the_top() -> None:
    """An activity's line is itself, then each activity above it."""
    made = tree(("1", ""), ("1-1", "1"), ("a", "1-1"))
    leaf = next(node for node in made.nodes.values() if node.text == "a")
    assert [node.text for node in made.line(leaf)] == ["a", "1-1", "1"]


def test_circles_end() -> None:
    """Activities that are below each other, as slips of the pen make them, end the walk."""
    made = tree(("1", "2"), ("2", "1"), ("3", "3"))
    for node in made.nodes.values():
        assert list(made.line(node))
        assert made.leaves(node) == []


def test_first_of_two_with_one_number_counts() -> None:
    """A repeated number, or none, adds no second node."""
    made = tree(("1", ""), ("1-1", "1"), ("1-1", "1"), ("", "1"))
    assert len(made.nodes) == 2
    assert [len(below) for below in made.below.values()] == [1]
