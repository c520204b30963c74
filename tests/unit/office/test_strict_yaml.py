"""YAML read strictly."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.office.strict_yaml import (
    _TAKEN_DIFFERENTLY,
    _composed_by,
    _FastLoader,
    _StrictLoader,
    parse_yaml,
    read_yaml,
)


class Sample(BaseModel):
    """Two typed values."""

    model_config = ConfigDict(extra="forbid")

    number: int
    names: list[str]


def load(folder: Path, text: str) -> Sample:
    """Read a file that holds ``text``."""
    path = folder / "sample.yaml"
    path.write_text(text, encoding="utf-8")
    return read_yaml(path, Sample)


@pytest.mark.parametrize(
    "text",
    [
        "0101",
        "0777",
        "0o17",
        "0x1F",
        "1_000",
        "1:30",
        "NO",
        "yes",
        "on",
        "Off",
        "True",
        "2022-03-31",
        "1e3",
        ".5",
        "1.",
        "+1",
        ".inf",
        "=",
        "<<",
        "๒๕๖๕",
        "7301-1",
    ],
)
def test_what_only_looks_like_a_value_stays_text(text: str) -> None:
    """Octal numbers, times, dates and the many spellings of yes and no are text."""
    assert parse_yaml(f"a: {text}") == {"a": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2565", 2565),
        ("0", 0),
        ("-3", -3),
        ("0.5", 0.5),
        ("true", True),
        ("false", False),
        ("", None),
        ("~", None),
        ("null", None),
        ('"2565"', "2565"),
        ("'true'", "true"),
    ],
)
def test_plain_values_have_their_type(text: str, value: object) -> None:
    """Decimal numbers, true, false and nothing are what they look like; quotes make text."""
    parsed = parse_yaml(f"a: {text}")
    assert parsed == {"a": value}
    assert isinstance(parsed, dict)
    assert type(parsed["a"]) is type(value)


@given(st.integers())
def test_every_decimal_number_is_read_exactly(number: int) -> None:
    """Whole numbers of any size come back as they were written."""
    assert parse_yaml(f"a: {number}") == {"a": number}


def test_a_file_fits_its_model(tmp_path: Path) -> None:
    """A right file gives the model, also with a byte order mark."""
    assert load(tmp_path, "\ufeffnumber: 1\nnames: [NO, 0101]\n").names == ["NO", "0101"]


def test_all_wrong_values_are_told_at_once(tmp_path: Path) -> None:
    """Wrong types, missing and unknown names stand in one error, with the right names."""
    with pytest.raises(ParameterError) as caught:
        load(tmp_path, "number: many\nnamse: [a]\n")
    assert caught.value.what == "The parameter file has 3 wrong values."
    assert [line.split(":")[0].strip() for line in caught.value.why.splitlines()] == [
        "number",
        "names",
        "namse",
    ]
    assert "number, names" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "why", "line"),
    [
        ("number: 1\nnumber: 2\n", "'number' stands there twice", 2),
        ("number: 1\nnames: [&a x, *a]\n", "aliases", 2),
        ("number: 1\n? [a]\n: 2\n", "as a key", 2),
        ("number: 1\nnames: [a\n", "", 3),
        ("a: !!python/object/apply:os.getcwd []\n", "could not determine a constructor", 1),
        ("a: !!int x\n", "", 1),
        ('number: 1\nnames: ["a\\ud800b"]\n', "half a character", 2),
        ('number: 1\nnames: ["a\\0b"]\n', "U+0000", 2),
        ('number: 1\n"na\\amed": [a]\n', "U+0007", 2),
    ],
)
def test_dangerous_or_broken_yaml_names_its_line(
    tmp_path: Path, text: str, why: str, line: int
) -> None:
    """Repeated keys, aliases, tags and broken syntax are refused, with the line."""
    with pytest.raises(ParameterError) as caught:
        load(tmp_path, text)
    assert why in caught.value.why
    assert caught.value.where.endswith(f"sample.yaml, line {line}") or "!!int" in text


def test_a_character_in_two_halves_is_one(tmp_path: Path) -> None:
    """Escapes as JSON writes them give the character, not its halves, which no file can hold."""
    assert load(tmp_path, r'{"number": 1, "names": ["\ud83d\ude00 \t\n\u0e01"]}').names == [
        "😀 \t\nก"
    ]


@pytest.mark.parametrize("text", ["", "- a\n", "just text", "\x07: 1", "[" * 3000])
def test_other_files_are_refused(tmp_path: Path, text: str) -> None:
    """What holds no mapping is refused; nothing else escapes."""
    with pytest.raises(ParameterError):
        load(tmp_path, text)


def test_unreadable_files_are_told(tmp_path: Path) -> None:
    """A missing file and one in another encoding are source errors."""
    (tmp_path / "thai.yaml").write_bytes("ปี: 1".encode("cp874"))
    for name in ("none.yaml", "thai.yaml"):
        with pytest.raises(SourceError, match=name):
            read_yaml(tmp_path / name, Sample)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_plain_file_is_refused_at_once(tmp_path: Path) -> None:
    """A pipe, which nobody fills, a device, which never ends, and a huge file are not read."""
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "device.yaml").symlink_to("/dev/zero")
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(2_000_000_000)
    for name in ("pipe", "device", "huge"):
        with pytest.raises(SourceError, match=f"{name}.yaml") as caught:
            read_yaml(tmp_path / f"{name}.yaml", Sample)
        assert caught.value.why in ("it is no ordinary file", "it is larger than 5 MB")


_SIGNS = "ab1ก: -#\n\n[]{},|>&*!?%@\"'~x0"


def _shape(node: yaml.Node | None) -> object:
    """Give all that we use of nodes: kind, tag, value, first line, in brackets or not."""
    if isinstance(node, yaml.ScalarNode):
        return node.tag, node.value, node.start_mark.line if node.value else 0
    if isinstance(node, yaml.SequenceNode):
        return node.tag, bool(node.flow_style), [_shape(one) for one in node.value]
    if isinstance(node, yaml.MappingNode):
        pairs = [(_shape(key), _shape(value)) for key, value in node.value]
        return node.tag, bool(node.flow_style), pairs
    return None


@settings(max_examples=1000, deadline=None)
@given(
    st.one_of(
        st.text(_SIGNS, max_size=25),
        st.lists(
            st.sampled_from(
                [
                    "a: ",
                    "- ",
                    "b",
                    "'ก'",
                    '"x"',
                    "\n",
                    "  ",
                    "[",
                    "]",
                    ", ",
                    "{",
                    "}",
                    "|\n",
                    "# c",
                    "1.50",
                ]
            ),
            max_size=14,
        ).map("".join),
    )
)
def test_the_fast_parser_reads_what_the_other_reads(text: str) -> None:
    """Whatever it takes, it takes for the same; what it refuses, the other one decides."""
    if not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml")
    assume(not _TAKEN_DIFFERENTLY.search(text))
    try:
        fast = _composed_by(_FastLoader(text))
    except yaml.YAMLError:
        return
    assert _shape(fast) == _shape(_composed_by(_StrictLoader(text)))
