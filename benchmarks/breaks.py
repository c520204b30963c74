"""Thai words cut at line ends of a PDF: ``python -m benchmarks.breaks outputs/…/report.pdf``.

Counts the line ends of each page that cut a word (``tests/helpers/cut_words.py``), and shows them.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))


def main(pdf: Path) -> None:
    """Print what is cut, and how many of how many lines."""
    from helpers.cut_words import turns

    found = [*turns(pdf)]
    cut = [one for one in found if one.cuts]
    for one in cut:
        print(f"page {one.page}: …{one.before[-30:]} | {one.after[:30]}…")
    pages = Counter(one.page for one in cut)
    print(f"{len(cut)} of {len(found)} lines cut a word, on {len(pages)} pages")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
