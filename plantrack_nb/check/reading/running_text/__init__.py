"""Running text of the rounds, and how words are spelt in it.

In: facts. Out: texts with their places, what they read as, names and words that differ by a slip.
To change here: what counts as a text (texts), how alike words must be (alike, near_terms).
Tests: tests/unit/check/reading.
"""
