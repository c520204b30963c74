"""Forms to the groups and back: doubtful cells to put right, and progress to report.

In: a round as it stands, its findings; workbooks that were filled in.
Out: a workbook for each group; the round's next version, conflicts, or every fault at once.
To change here: what all forms share (form, cells); what is asked about doubts (doubts,
corrections_form) and taken of the answers (answers, accept); what is collected (shares,
report_form) and how it is put together (reported, merge, collection).
Tests: tests/unit/forms, tests/functional/test_corrections.py, test_collect.py.
"""

from plantrack_nb.forms.collection.collect import Collected, ask, conflict_th, take
from plantrack_nb.forms.current_round import Standing, round_tables, standing, standing_of
from plantrack_nb.forms.send_and_receive import Received, Sent, receive, send

__all__ = [
    "Collected",
    "Received",
    "Sent",
    "Standing",
    "ask",
    "conflict_th",
    "receive",
    "round_tables",
    "send",
    "standing",
    "standing_of",
    "take",
]
