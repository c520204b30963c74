"""``python -m plantrack_nb`` and the ``plantrack`` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line and return its exit code."""
    from plantrack_nb.cli.watched import watched

    return watched(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
