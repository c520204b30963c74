"""Thai as offices write it: numbers, dates, names of people and groups.

Each module does one thing and is imported by its own name: ``text`` (repair, compare, join),
``numbers`` (cells), ``figures`` (running text), ``dates``, ``groups``, ``persons``, ``names``
(owner cells).

In: text.
Out: values, and text put right; no file is read here.
To change here: how offices write a number, a date, a name.
Tests: tests/unit/thai.
"""
