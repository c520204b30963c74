"""What the cells of any notebook show, to parts: tables, charts, pictures, Markdown, print.

In: executed notebooks, or the objects a cell shows.
Out: parts of plain text and figures, and the names of what cannot be shown.
To change here: a kind of output (`bundle` chooses among its forms); whatever comes in is data.
Tests: tests/unit/render/outputs.
"""
