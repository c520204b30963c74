"""Tables of one page: by their lines, by the file's own tags, or by blanks between columns.

In: rules, glyphs and stretches of text. Out: tables whose cells hold lines of text.
"""
