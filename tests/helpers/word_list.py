"""The common Thai words: how ``plantrack_nb/thai/words/common.z`` is made of PyThaiNLP's list.

If that list changed, ``python -m helpers.word_list`` (in ``tests``) writes it again.
"""

from __future__ import annotations

import re
import zlib
from importlib.util import find_spec
from pathlib import Path

PACKED = Path(__file__).parents[2] / "plantrack_nb" / "thai" / "words" / "common.z"
_WORD = re.compile(r"[ก-ฮเ-ไ][ก-ฺเ-๎.]+")


def build_word_list() -> bytes:
    """Pack the words of ``words_th.txt`` (CC0) that are Thai letters throughout."""
    found = find_spec("pythainlp")
    assert found is not None
    assert found.origin is not None
    lines = (Path(found.origin).parent / "corpus" / "words_th.txt").read_text("utf-8").splitlines()
    kept = {one for one in map(str.strip, lines) if _WORD.fullmatch(one)}
    return zlib.compress("\n".join(sorted(kept)).encode(), 9)


if __name__ == "__main__":
    PACKED.write_bytes(build_word_list())
