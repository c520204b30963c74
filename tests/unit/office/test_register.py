"""The register of area offices."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

import pytest

from plantrack_nb.core.errors import SourceError
from plantrack_nb.office.register import Register

HEAD = "code,level,name,full_name,province_codes,confidence\n"
ROW = "0101,สพป.,สพป.ทดสอบ เขต 1,สำนักงานทดสอบ เขต 1,01,made up\n"


def load(folder: Path, text: str, encoding: str = "utf-8") -> Register:
    """Load a register that holds ``text``."""
    path = folder / "districts.csv"
    path.write_text(text, encoding=encoding)
    return Register.load(path)


def test_the_shipped_register_is_the_whole_country(register: Register) -> None:
    """There are 183 primary areas, each with a code, and 62 secondary ones, none invented."""
    coded = Counter((one.level, bool(one.code)) for one in register)
    assert coded == {("สพป.", True): 183, ("สพม.", False): 62}
    assert all(one.confidence and one.province_codes for one in register)


def test_codes_begin_with_the_area_s_province(register: Register) -> None:
    """A code is its province's code and a running number."""
    assert all(one.code[:2] in one.province_codes.split() for one in register if one.code)


@pytest.mark.parametrize(
    "name",
    [
        "สพป.นครปฐม เขต 1",
        "สพป. นครปฐม  เขต1",
        "สพป นครปฐม เขต ๑",
        "สำนักงานเขตพื้นที่การศึกษาประถมศึกษานครปฐม เขต 1",
    ],
)
def test_names_are_found_however_they_are_spaced(register: Register, name: str) -> None:
    """Spaces, full stops and Thai digits make no other name."""
    found = register.by_name(name)
    assert found is not None
    assert found.code == "7301"


def test_every_area_is_found_by_its_own_names(register: Register) -> None:
    """No two areas share a name, and each leads back to itself."""
    for one in register:
        assert register.by_name(one.name) is one
        assert register.by_name(one.full_name) is one


def test_the_nearest_of_a_wrong_code_comes_first(register: Register) -> None:
    """Swapped digits count as one slip."""
    assert register.nearest("7310")[0].code == "7301"
    assert register.nearest("99999999") == []


def test_a_leading_zero_survives(tmp_path: Path) -> None:
    """Codes are text, also with the byte order mark that spreadsheets write."""
    made = load(tmp_path, HEAD + ROW, "utf-8-sig")
    assert made.codes == ["0101"]
    assert made.by_number(101) is made.by_code("0101") is made.districts[0]


def test_every_mistake_in_the_register_is_told(tmp_path: Path) -> None:
    """A lost zero, a repeated code and a repeated name are told together."""
    other = ROW.replace("เขต 1", "เขต 2")
    with pytest.raises(SourceError) as caught:
        load(tmp_path, HEAD + ROW + other + ROW.replace("0101,", "101,"))
    assert "'101' of สพป.ทดสอบ เขต 1 is not a code" in caught.value.why
    assert "code 0101 stands there 2 times" in caught.value.why
    assert "สพป.ทดสอบ เขต 1 stands there 2 times" in caught.value.why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "found: nothing"),
        ("code,name\n", "found: code, name"),
        (HEAD + "0101,สพป.\n", "2 cells, not 6"),
        (HEAD + '"0101" x,,,,,\n', "expected after"),
    ],
)
def test_another_table_is_refused(tmp_path: Path, text: str, why: str) -> None:
    """A table of another shape is refused with what was found."""
    with pytest.raises(SourceError) as caught:
        load(tmp_path, text)
    assert why in caught.value.why


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    """A file saved in the Thai code page is refused with how to save it."""
    with pytest.raises(SourceError, match="CSV UTF-8"):
        load(tmp_path, HEAD + ROW, "cp874")


def test_a_missing_register_is_told(tmp_path: Path) -> None:
    """A missing file is named."""
    with pytest.raises(SourceError, match=r"districts\.csv"):
        Register.load(tmp_path / "districts.csv")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_or_device_in_its_place_is_told(tmp_path: Path) -> None:
    """What is no ordinary file is not waited for."""
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "device.csv").symlink_to("/dev/zero")
    for name in ("pipe.csv", "device.csv"):
        with pytest.raises(SourceError, match="no ordinary file"):
            Register.load(tmp_path / name)
