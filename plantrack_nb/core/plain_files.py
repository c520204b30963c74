"""Files of parameters are opened with care: a pipe or a device in their place would never end."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TextIO

_MEGABYTE = 1_000_000


def opened(path: Path, *, largest_mb: int = 10) -> TextIO:
    """Open a small UTF-8 text, with or without a byte order mark; line ends are left as they are.

    Parameters
    ----------
    path : Path
        The file.
    largest_mb : int
        What is larger, in megabytes, is no file of parameters.

    Raises
    ------
    OSError
        It is missing, may not be read, is no ordinary file, or is too large.
    """
    size = path.stat().st_size
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "it is a folder", str(path))
    if not path.is_file():
        raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
    if size > largest_mb * _MEGABYTE:
        raise OSError(errno.EFBIG, f"it is larger than {largest_mb} MB", str(path))
    return path.open(encoding="utf-8-sig", newline="")
