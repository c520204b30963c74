"""Charts of bars as pictures.

In: a chart part, and how wide it is to be.
Out: shapes and labels, as SVG or apart.
To change here: lengths, where labels stand; colours are in `theme`.
Tests: tests/unit/render/test_drawing.py.
"""
