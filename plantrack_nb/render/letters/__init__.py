"""Letters: the font, how wide a text is in it, where its lines may break, what it cannot print.

In: text of parts.
Out: font files, widths, tokens that stay whole, names of letters that are missing.
To change here: the font, the words that are never cut; nothing of parts or pages.
Tests: tests/unit/render/letters.
"""
