"""Why a file is not read is told in Thai, unless English was asked for."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from plantrack_nb.containers import open_grid
from plantrack_nb.core.errors import SourceError

_THAI = re.compile(r"[ก-ฮ]")
_STRAY = 'ก,ข,ค\nง,จ,ฉ\nช,"ซ\nญ,ฎ,ฏ\n'
FILES = {
    "empty.csv": b"",
    "photo.xlsx": b"\x89PNG\r\n\x1a\n",
    "cut.xlsx": b"PK\x03\x04 and no more",
    "other.xlsx": b"no workbook at all",
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
    "locked.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    "program.txt": b"a\x00\x01\x02",
    "stray.csv": _STRAY.encode(),
    "deep.html": b"<html><body>" + b"<div>" * 400 + b"x",
    "blank.csv": b" , , \n , , \n",
    "archive.mht": b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x--\n",
    "broken.xml.xls": b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:"
    b"office:spreadsheet'><Worksheet>",
    "sound.mp3": b"ID3 no table",
}


@pytest.mark.parametrize("name", [*FILES, "missing.xlsx", "folder", "entities.docx", "bare.zip"])
def test_refusals_are_thai(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What failed, why, and what to do are Thai; only names and a library's words are not."""
    monkeypatch.delenv("PLANTRACK_LANG")
    path = _made(tmp_path / name)
    with pytest.raises(SourceError) as caught:
        open_grid(path)
    told = caught.value
    assert all(_THAI.search(one) for one in (told.what, told.why, told.hint)), str(told)


def _made(path: Path) -> Path:
    if path.name in FILES:
        path.write_bytes(FILES[path.name])
    elif path.name == "folder":
        path.mkdir()
    elif path.suffix in {".docx", ".zip"}:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.txt", "x")
            if path.suffix == ".docx":
                archive.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY e "x">]><x/>')
    return path
