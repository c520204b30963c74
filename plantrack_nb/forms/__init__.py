"""Forms to the groups and back: doubtful cells go out, and come back as corrections.

In: a round as it stands, its findings; workbooks that were filled in.
Out: a workbook for each group; the round's next version, or every fault at once.
To change here: what all forms share (form), what is asked about doubts (doubts, doubt_form),
what is taken (answers, accept). Another thing to ask for is a module beside doubt_form.
Tests: tests/unit/forms, tests/functional/test_corrections.py.
"""

from plantrack_nb.forms.circle import Received, Sent, receive, send
from plantrack_nb.forms.standing import Standing, round_tables, standing

__all__ = ["Received", "Sent", "Standing", "receive", "round_tables", "send", "standing"]
