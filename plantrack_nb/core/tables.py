"""Rows to the frames that the schema declares: exactly its columns, types and allowed values."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from plantrack_nb.core.errors import SchemaError
from plantrack_nb.core.schema import TABLES, Column, Kind, RoundKey, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pandas as pd

_DTYPES = {Kind.TEXT: "str", Kind.INT: "int64", Kind.FLOAT: "float64"}


def frame(table: str, rows: Iterable[Mapping[str, object]], key: RoundKey) -> pd.DataFrame:
    """Build a table from plain rows, filling in the round's key and what is missing.

    Parameters
    ----------
    table : str
        Name of a table in :data:`TABLES`.
    rows : iterable of mapping
        Values by column name; an absent or ``None`` value becomes ``""`` or NaN.
    key : RoundKey
        The round the rows belong to.

    Raises
    ------
    SchemaError
        A row names a column that the table does not have, or a value of the wrong type.
    """
    stamp = {name: getattr(key, name) for name in ("district", "fiscal_year", "quarter")}
    import pandas as pd

    columns, count = _columns(rows)
    with _returned_memory():
        return conform(table, pd.DataFrame({**columns, **stamp}, index=range(count)))


@contextmanager
def _returned_memory() -> Iterator[None]:
    """Take the memory for texts from the system: Arrow's own pool keeps what it has freed.

    Columns of text grow by doubling, so that the pool held three times what a table needs.
    """
    import pyarrow as pa

    usual = pa.default_memory_pool()
    pa.set_memory_pool(pa.system_memory_pool())
    try:
        yield
    finally:
        pa.set_memory_pool(usual)


def _columns(rows: Iterable[Mapping[str, object]]) -> tuple[dict[str, list[object]], int]:
    """Gather rows into columns one by one: no row is held beside the others."""
    columns: dict[str, list[object]] = {}
    count = 0
    for row in rows:
        for name, value in row.items():
            values = columns.setdefault(name, [])
            values += [None] * (count - len(values))
            values.append(value)
        count += 1
    for values in columns.values():
        values.extend([None] * (count - len(values)))
    return columns, count


def conform(table: str, rows: Iterable[Mapping[str, object]] | pd.DataFrame) -> pd.DataFrame:
    """Give rows exactly the declared columns and types, and check the allowed values."""
    import pandas as pd

    declared = TABLES[table]
    if isinstance(rows, pd.DataFrame):
        data = rows.reset_index(drop=True)
    else:
        data = pd.DataFrame([dict(row) for row in rows])
    unknown = [str(name) for name in data.columns if name not in declared.names]
    if unknown:
        raise SchemaError(
            f"Table '{table}' has no column {', '.join(unknown)}.",
            hint=f"Its columns are: {', '.join(declared.names)}.",
        )
    typed = {one.name: _typed(data, table, one) for one in declared.columns}
    made = pd.DataFrame(typed, index=data.index)
    for column in declared.columns:
        _check_values(typed[column.name], made, declared, column)
    return made


def _typed(data: pd.DataFrame, table: str, column: Column) -> pd.Series[Any]:
    import pandas as pd

    if column.name not in data:
        empty: object = {"text": "", "int": 0, "float": float("nan")}[column.kind]
        return pd.Series([empty] * len(data), dtype=_DTYPES[column.kind])
    values = data[column.name]
    try:
        if values.dtype == _DTYPES[column.kind]:
            return values.fillna("") if column.kind is Kind.TEXT and values.hasnans else values
        if column.kind is Kind.TEXT:
            return values.astype(object).where(values.notna(), "").astype("str")
        numbers: pd.Series[Any] = pd.to_numeric(values)
        return numbers.astype("int64" if column.kind is Kind.INT else "float64")
    except (ValueError, TypeError) as error:
        raise SchemaError(
            f"Column '{column.name}' of table '{table}' must hold numbers.",
            where=f"{table}.{column.name}",
            why=str(error),
            hint="Write plain digits, e.g. 12500.50, or leave the cell empty.",
        ) from error


def _check_values(values: pd.Series[Any], made: pd.DataFrame, table: Table, column: Column) -> None:
    if column.allowed is not None:
        wrong = values[~values.isin([*column.allowed, *([] if column.required else [""])])]
        if len(wrong):
            raise SchemaError(
                f"Column '{column.name}' of table '{table.name}' has a value it may not have.",
                where=_where(made, table, wrong.index[0]),
                why=f"found '{wrong.iloc[0]}'",
                hint=f"Use one of: {', '.join(column.allowed)}.",
            )
    elif column.required and column.kind is Kind.TEXT and (values == "").any():
        raise SchemaError(
            f"Column '{column.name}' of table '{table.name}' may not be empty.",
            where=_where(made, table, values.index[values == ""][0]),
            hint=f"Fill in the column '{column.title}' ({column.about}).",
        )


def _where(made: pd.DataFrame, table: Table, row: Any) -> str:
    source = made.loc[row]
    return " ".join(filter(None, [str(source["source_file"]), str(source["source_ref"])])) or (
        f"{table.name}, row {row}"
    )
