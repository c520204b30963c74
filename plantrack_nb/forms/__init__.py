"""Return to sender: doubtful cells go out to their groups, and come back as corrections.

In: a round's folder, or workbooks that groups have filled in.
Out: a workbook a group; corrections, kept with who, why and what stood before.
To change here: what is asked, of whom, and how an answer is read.
Tests: tests/unit/forms, tests/functional/test_corrections.py.
"""

from plantrack_nb.forms.circle import Received, Sent, receive, send
from plantrack_nb.forms.standing import Standing, round_tables, standing

__all__ = ["Received", "Sent", "Standing", "receive", "round_tables", "send", "standing"]
