"""What a page of a PDF draws: glyphs in their order, rules, pictures.

In: a page as pdfminer gives it. Out: a :class:`~.glyphs.PageContent`. Touch :mod:`.letters` for a
font's habits, :mod:`.strokes` for what counts as a line.
"""
