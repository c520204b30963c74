"""How full the pages of PDFs are: ``python -m benchmarks.page_fill outputs/…/report.pdf …``.

Counts pages filled by less than sixty percent that end no part (``tests/helpers/page_fill.py``).
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

ENOUGH = 0.6


def main(pdfs: list[Path]) -> int:
    """Print the pages that are not full enough, and how full the others are."""
    from helpers.page_fill import filled

    poor = 0
    for pdf in pdfs:
        pages = filled(pdf)
        within = [one for one in pages if not one.ends_part]
        low = [one for one in within if one.share < ENOUGH]
        poor += len(low)
        for one in low:
            print(f"  page {one.page}: {one.share:.0%}")
        mean = sum(one.share for one in within) / max(len(within), 1)
        ends = ", ".join(f"{one.page} {one.share:.0%}" for one in pages if one.ends_part)
        print(f"{pdf}: {len(pages)} pages, {len(low)} of {len(within)} below {ENOUGH:.0%},")
        print(f"  {mean:.0%} filled on average; ends of parts: {ends}")
    return 1 if poor else 0


if __name__ == "__main__":
    sys.exit(main([*map(Path, sys.argv[1:])]))
