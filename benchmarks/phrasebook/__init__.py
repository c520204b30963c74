"""A phrase book: how offices word what their figures say of each other, right and wrong.

In: `phrases/*.txt`, a file for each kind of relation, a line for each wording. Out: `Phrase`s, laid
into rounds (`rounds`) and held against what the rules tell (`measure`).
To change here: add lines in words of your own. Whoever mends the rules looks at the open half only;
the kept half says what the rules make of wording that nobody mended them for.
"""
