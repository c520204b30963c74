"""Keep text in a CSV file from becoming a formula, and give the text back unchanged.

A spreadsheet that opens a CSV file runs a cell starting with ``=``, ``+``, ``@``, a tab or a
line break, and one starting with ``-`` when a formula follows. Such text gets an apostrophe in
front; bullets ("- ข้อความ", "-ข้อความ") and single dashes stay as they are. The full-width forms
count too. Text that already has apostrophes before a formula gets one more, so that taking one
away always gives the original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

# After "-": any printable ASCII at once (-1, -A1, -(…), --), or anywhere later what a formula
# needs to do harm: a function call, another sheet or program.
_RISKY = r"^(?:[=+@\t\r\n＝＋＠]|[-－](?:[!-~]|[\s\S]*(?:[|!]|[A-Za-z.]\()))"
_ARMED = _RISKY.replace("^", "^'*", 1)
_DISARMED = _RISKY.replace("^", "^'+", 1)


def disarmed(data: pd.DataFrame) -> pd.DataFrame:
    """Return a table with an apostrophe before each text that a spreadsheet would run."""
    texts = {name: data[name] for name in data.columns[data.dtypes == "str"]}
    safe = {
        name: text.where(~text.str.contains(_ARMED, regex=True), "'" + text)
        for name, text in texts.items()
    }
    return data.assign(**safe)


def rearm(texts: pd.Series[str]) -> pd.Series[str]:
    """Take away the apostrophe that :func:`disarmed` put there."""
    return texts.where(~texts.str.contains(_DISARMED, regex=True), texts.str[1:])
