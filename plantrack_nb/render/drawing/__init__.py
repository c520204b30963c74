"""Charts of bars, drawn as SVG.

In: chart parts.
Out: drawn text at a wide and a narrow width.
To change here: lengths, labels, colours.
Tests: tests/unit/render/drawing.
"""
