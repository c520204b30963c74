"""A table as a file that machines read: Parquet, or CSV by the declared types."""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from plantrack_nb.core.schema import TABLES, Kind
from plantrack_nb.workbooks import formulas

if TYPE_CHECKING:
    import pandas as pd

Format = Literal["parquet", "csv"]


def to_bytes(data: pd.DataFrame, format: Format) -> bytes:  # noqa: A002 - what pandas calls it
    """Make the file of a table."""
    import csv

    stream = io.BytesIO()
    if format == "parquet":
        data.to_parquet(stream, index=False)
    else:
        formulas.disarmed(data).to_csv(
            stream,
            index=False,
            encoding="utf-8",
            lineterminator="\n",
            quoting=csv.QUOTE_NONNUMERIC,  # quotes keep a bare "\r" inside its cell
        )
    return stream.getvalue()


def read_parquet(path: Path) -> pd.DataFrame:
    """Read one file; ``pandas.read_parquet``, which may be given a folder, takes twice as long."""
    import pyarrow.parquet as pq

    with path.open("rb") as stream, pq.ParquetFile(stream) as file:
        data: pd.DataFrame = file.read(use_threads=False).to_pandas()
    return data


def read_csv(path: Path, name: str) -> pd.DataFrame:
    """Read one of our CSV files by the declared types, never by the look of the text."""
    import pandas as pd

    with path.open("rb") as stream:  # a stream: pandas takes a path for an address, too
        data = pd.read_csv(stream, dtype="str", keep_default_na=False, encoding="utf-8")
    columns = TABLES[name].columns if name in TABLES else ()
    numbers = {one.name for one in columns if one.kind is not Kind.TEXT}
    for column in data.columns:
        if column in numbers:
            data[column] = [float(text) if text else math.nan for text in data[column]]
        else:
            data[column] = formulas.rearm(data[column])
    return data
