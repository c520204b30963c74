"""The pages of a document joined to one grid: columns, rows cut by a page's end, paragraphs.

In: what was found on each page. Out: a grid with the place of every cell.
"""
