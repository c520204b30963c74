"""Thai as offices write it: numbers, dates, names of people and groups.

Each module does one thing and is imported by its own name: ``text`` (repair, compare, join),
``numbers`` (cells), ``dates``, ``times``, ``stages`` (how far work is), ``groups``, ``persons``,
``names`` (owner cells); figures in running text are read in :mod:`plantrack_nb.quantities`.

In: text.
Out: values, and text put right; no file is read here.
To change here: how offices write a number, a date, a name.
Tests: tests/unit/thai.
"""
