"""The font of the page: how ``plantrack_nb/render/webfonts`` is made of the installed Sarabun.

If fontTools or the font changed, ``python -m helpers.web_font`` (in ``tests``) writes it again.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from plantrack_nb.render.letters.fonts import WEIGHTS, font_file

FOLDER = Path(__file__).parents[2] / "plantrack_nb" / "render" / "webfonts"
_WEB_RANGES = (
    (0x20, 0x7E), (0xA0, 0xFF), (0xE01, 0xE5B), (0x2010, 0x2026), (0x2030, 0x2030),
    (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2265), (0x25A0, 0x25CA),
)  # fmt: skip
"""Latin, Thai, and the punctuation and signs a report writes."""


def build_web_font(weight: int) -> bytes:
    """Make one weight of the web font; the same bytes every time."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    # Positioning of Thai vowels and tone marks lives in the layout features: keep them all.
    options = Options(layout_features=["*"], hinting=False, notdef_outline=True, name_IDs=[1, 2])
    font = TTFont(BytesIO(font_file(weight)), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(
        unicodes=[code for first, last in _WEB_RANGES for code in range(first, last + 1)]
    )
    subsetter.subset(font)
    font.flavor = "woff2"
    made = BytesIO()
    font.save(made)
    return made.getvalue()


if __name__ == "__main__":
    for each in WEIGHTS:
        (FOLDER / f"{each}.woff2").write_bytes(build_web_font(each))
