"""Rows to the frames that the schema declares: exactly its columns, types and allowed values."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from plantrack_nb.core.errors import SchemaError
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import TABLES, Column, Kind, RoundKey, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pandas as pd

_NOTHING: Mapping[Kind, object] = {Kind.TEXT: "", Kind.INT: 0, Kind.FLOAT: math.nan}
_PLAIN: dict[Kind, set[type]] = {Kind.TEXT: {str}, Kind.INT: {int}, Kind.FLOAT: {float}}
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
        given = [*rows]
        if (plain := _plain(declared, given)) is not None:
            return plain
        names = dict.fromkeys(name for row in given for name in row)
        held = {name: [row.get(name, math.nan) for row in given] for name in names}
        data = pd.DataFrame(held, index=range(len(given)))
    unknown = [str(name) for name in data.columns if name not in declared.names]
    if unknown:
        raise SchemaError(
            say(
                f"ตาราง {table} ไม่มีคอลัมน์ {', '.join(unknown)}",
                f"Table '{table}' has no column {', '.join(unknown)}.",
            ),
            hint=say(
                f"คอลัมน์ที่มีคือ {', '.join(declared.names)}",
                f"Its columns are: {', '.join(declared.names)}.",
            ),
        )
    typed = {one.name: _typed(data, table, one) for one in declared.columns}
    made = pd.DataFrame(typed, index=data.index)
    for column in declared.columns:
        _check_values(typed[column.name], made, declared, column)
    return made


def _plain(declared: Table, rows: Sequence[Mapping[str, object]]) -> pd.DataFrame | None:
    """Build a table column by column where every value is of its type, and good; else None."""
    import pandas as pd

    names = {name for row in rows for name in row}
    if not names <= {*declared.names}:
        return None
    columns = {}
    for column in declared.columns:
        nothing = _NOTHING[column.kind]
        given = [row.get(column.name) for row in rows]
        values = [nothing if one is None else one for one in given]
        known = {*map(type, values)} <= _PLAIN[column.kind]
        whole = column.kind is not Kind.INT or column.name not in names or None not in given
        if not (known and whole and _is_good(column, values)):
            return None
        make: Any = pd.array if column.kind is Kind.TEXT else pd.Series  # a frame takes both
        columns[column.name] = make(values, dtype=_DTYPES[column.kind])
    return pd.DataFrame(columns, index=pd.RangeIndex(len(rows)))


def is_conform(table: str, data: pd.DataFrame) -> bool:
    """Tell whether a table is as :func:`conform` would give it; if not so, it may be made so."""
    declared = TABLES[table]
    if list(data.columns) != declared.names or not _counts_up(data):
        return False
    for column in declared.columns:
        values = data[column.name]
        if values.dtype != _DTYPES[column.kind]:
            return False
        if column.kind is Kind.TEXT:
            texts = values.to_numpy(dtype=object).tolist()
            if not ({*map(type, texts)} <= {str} and _is_good(column, texts)):
                return False
    return True


def _counts_up(data: pd.DataFrame) -> bool:
    import pandas as pd

    return isinstance(data.index, pd.RangeIndex) and data.index.equals(pd.RangeIndex(len(data)))


def _is_good(column: Column, values: Sequence[object]) -> bool:
    if column.allowed is not None:
        return {*values} <= {*column.allowed, *([] if column.required else [""])}
    return not (column.required and column.kind is Kind.TEXT and "" in values)


def _typed(data: pd.DataFrame, table: str, column: Column) -> pd.Series[Any]:
    import pandas as pd

    if column.name not in data:
        return pd.Series([_NOTHING[column.kind]] * len(data), dtype=_DTYPES[column.kind])
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
            say(
                f"คอลัมน์ {column.name} ของตาราง {table} ต้องเป็นตัวเลข",
                f"Column '{column.name}' of table '{table}' must hold numbers.",
            ),
            where=f"{table}.{column.name}",
            why=str(error),
            hint=say(
                "พิมพ์ตัวเลขล้วน เช่น 12500.50 หรือเว้นว่าง",
                "Write plain digits, e.g. 12500.50, or leave the cell empty.",
            ),
        ) from error


def _check_values(values: pd.Series[Any], made: pd.DataFrame, table: Table, column: Column) -> None:
    if column.allowed is not None:
        wrong = values[~values.isin([*column.allowed, *([] if column.required else [""])])]
        if len(wrong):
            raise SchemaError(
                say(
                    f"คอลัมน์ {column.name} ของตาราง {table.name} มีค่าที่ใช้ไม่ได้",
                    f"Column '{column.name}' of table '{table.name}' has a value it may not have.",
                ),
                where=_where(made, table, wrong.index[0]),
                why=say(f"พบ “{wrong.iloc[0]}”", f"found '{wrong.iloc[0]}'"),
                hint=say(
                    f"ใช้ค่าใดค่าหนึ่งใน {', '.join(column.allowed)}",
                    f"Use one of: {', '.join(column.allowed)}.",
                ),
            )
    elif column.required and column.kind is Kind.TEXT and (values == "").any():
        raise SchemaError(
            say(
                f"คอลัมน์ {column.name} ของตาราง {table.name} เว้นว่างไม่ได้",
                f"Column '{column.name}' of table '{table.name}' may not be empty.",
            ),
            where=_where(made, table, values.index[values == ""][0]),
            hint=say(
                f"กรอกคอลัมน์ “{column.title}”",
                f"Fill in the column '{column.title}' ({column.about}).",
            ),
        )


def _where(made: pd.DataFrame, table: Table, row: Any) -> str:
    source = made.loc[row]
    return " ".join(filter(None, [str(source["source_file"]), str(source["source_ref"])])) or (
        f"{table.name}, row {row}"
    )
