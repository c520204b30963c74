"""Cover and memo: the office's sign, and who signs."""

from __future__ import annotations

import base64
import struct
import zlib
from pathlib import Path

import pytest

from plantrack_nb.core.errors import ParameterError
from plantrack_nb.render.document import assemble
from plantrack_nb.render.page import to_html
from plantrack_nb.render.pdf import to_pdf
from plantrack_nb.report.pages.official import cover, memo


def _png() -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + check

    head, pixels = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0), zlib.compress(b"\0\x80")
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def test_the_sign_of_the_office_stands_on_the_cover(tmp_path: Path) -> None:
    """On the page and on paper; without one nothing stands there."""
    (tmp_path / "logo.png").write_bytes(_png())
    made = cover("เขต", "", "รายงาน", "รอบ", "", logo=tmp_path / "logo.png")
    bare = assemble([cover("เขต", "", "รายงาน", "รอบ", "")])
    page = to_html(assemble([made]))
    assert f'<img src="data:image/png;base64,{base64.b64encode(_png()).decode()}" alt=""' in page
    assert len(to_pdf(assemble([made]))) > len(to_pdf(bare))
    assert "<img" not in to_html(bare)


@pytest.mark.parametrize("held", [None, b"GIF89a", _png()[:-4]])
def test_a_sign_that_cannot_be_shown_is_told(tmp_path: Path, held: bytes | None) -> None:
    """With the file and what to do."""
    if held is not None:
        (tmp_path / "logo.png").write_bytes(held)
    with pytest.raises(ParameterError, match=r"logo\.png[\s\S]*params/"):
        cover("เขต", "", "รายงาน", "รอบ", "", logo=tmp_path / "logo.png")


def test_a_second_approver_signs_in_between() -> None:
    """Only where one is named, or the position."""
    assert len(memo([], office="เขต", subject="เรื่อง").signatures) == 2
    made = memo([], office="เขต", subject="เรื่อง", approver_position="รองผู้อำนวยการ")
    assert [one.position for one in made.signatures][1] == "รองผู้อำนวยการ"
    assert made.signatures[1].before == "ความเห็น"
