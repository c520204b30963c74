"""The rules, a folder a family, found by walking it.

In: `check.facts.Facts` and a rule's settings.
Out: findings.
To change here: a rule: one file and its test.
Tests: tests/unit/check/rules.
"""
