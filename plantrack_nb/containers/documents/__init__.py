"""Documents: text and tables that follow each other, as Word, web pages and web archives have them.

In: the bytes of a file of one of these kinds, in the guarded child.
Out: a `Grid`, its rows in the order of the text.
To change here: how Word numbers its lists, how tags become rows, how spans are laid out.
Tests: tests/unit/containers/documents.
"""
