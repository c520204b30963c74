"""What notebooks do with rounds; :mod:`plantrack_nb` offers the names.

In: a round's place, a file, or what was kept.
Out: readings, findings, comparisons; what the next notebook takes up.
To change here: a stage (stages), what is read of a folder (kept), two rounds (compared), many
(many).
Tests: tests/unit/test_face.py, tests/functional/test_compare.py.
"""

from plantrack_nb.analysis.comparison import Comparison, compare_rounds
from plantrack_nb.analysis.kept_rounds import KeptRound, kept_round
from plantrack_nb.analysis.round_frames import Rounds, rounds
from plantrack_nb.analysis.stages import check_round, read_round, save_round

__all__ = [
    "Comparison",
    "KeptRound",
    "Rounds",
    "check_round",
    "compare_rounds",
    "kept_round",
    "read_round",
    "rounds",
    "save_round",
]
