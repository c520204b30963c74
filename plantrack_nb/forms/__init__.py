"""Return to sender: doubtful cells go out to their groups, and come back as corrections."""

from plantrack_nb.forms.circle import Received, Sent, receive, send
from plantrack_nb.forms.standing import Standing, round_tables, standing

__all__ = ["Received", "Sent", "Standing", "receive", "round_tables", "send", "standing"]
