"""The linked charts of the explore notebook.

In: the opened rounds and what is chosen.
Out: Vega-Lite charts and their widget.
To change here: marks, axes, what a click means.
Tests: tests/unit/explore, tests/browser.
"""
