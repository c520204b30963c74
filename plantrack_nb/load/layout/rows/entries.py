"""The rows below a head one by one: what each has, before it is decided what each is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from plantrack_nb.containers.grid import Cell, Row
from plantrack_nb.load.layout.cells import plain_no
from plantrack_nb.load.layout.columns.choose import Columns
from plantrack_nb.load.layout.columns.heading_levels import is_figure
from plantrack_nb.load.layout.columns.row_arithmetic import number_of
from plantrack_nb.load.layout.record import MONEY_ROLES, Role, RowKind
from plantrack_nb.load.layout.rows.shifting import Placed, by_role, place
from plantrack_nb.load.layout.titles import ACTIVITY, CALLED_PROJECT, Line, is_total, line_of
from plantrack_nb.thai.numbers import is_dash
from plantrack_nb.thai.text import arabic_digits, squeeze

_NUMBER = re.compile(r"[1-9]\d{0,3}(?:\.\d{1,3}){0,3}")
_CODE = re.compile(r"(?=.*\d)[0-9A-Za-zก-ฮ][0-9A-Za-zก-ฮ.\-/ ]{0,19}")
_INNER = re.compile(
    r"^\(?(?P<no>\d{1,3}(?:\.\d{1,3}){0,3})(?:[.)]+\s*|(?<=\.\d)\s+|(?<=\.\d\d)\s+|(?<=\.\d\d\d)\s+)(?=[^\d\s])"
)
_CALLED = re.compile(r"^โครงการ(?:ที่|ลำดับที่)\s*(?P<no>\d{1,3})\s*[:.]?\s*(?=[^\d\s.])")
_LETTER = re.compile(r"\(?[ก-ฮA-Z][.)]?")
"""Letters count headings as numbers count projects."""
_OWN = (Role.OWNER, Role.PROGRESS, Role.STATUS, Role.TARGETS, Role.INDICATORS, Role.ACTION)
_WORDY = (Role.NUMBER, Role.PROJECT, Role.CODE)


@dataclass(slots=True)
class Entry:
    """A row with what stands in it, and what it is taken for.

    Parameters
    ----------
    row : Row
        The row of the document.
    placed : Placed
        Its cells by role.
    after_break : bool
        Whether a page or a head stands above it.
    table : int
        Which table it is of.
    number : str
        The number or code it carries, as printed; ``""`` without one.
    name : str
        The words of its name, a number in front taken off.
    line : Line or None
        What its words by themselves say it is.
    money : Mapping of Role to float
        Its amounts, in baht.
    kind : RowKind
        What it is taken for.
    depth : int
        Parts of its number: 2 for ``1.2``.
    """

    row: Row
    placed: Placed
    after_break: bool
    table: int
    number: str = ""
    name: str = ""
    line: Line | None = None
    money: Mapping[Role, float] = field(default_factory=dict)
    kind: RowKind = RowKind.MORE
    is_lone: bool = False
    inner_no: str = ""
    name_cell: Cell | None = None
    project_no: str = ""
    strategy_no: str = ""
    span: tuple[int, int] | None = None
    is_proved: bool = False
    adds: bool = True

    @property
    def depth(self) -> int:
        """Parts of its number."""
        return self.number.count(".") + 1 if self.number else 0

    @property
    def is_activity(self) -> bool:
        """Whether its name begins as an activity's does."""
        return bool(ACTIVITY.match(self.name))

    @property
    def is_called_project(self) -> bool:
        """Whether its name begins with the word for a project."""
        return bool(CALLED_PROJECT.match(self.name))

    def has(self, *roles: Role) -> bool:
        """Tell whether any of these cells says something."""
        return any(not is_dash(self.placed.text(role)) for role in roles)

    @property
    def has_own(self) -> bool:
        """Whether it has a cell that a project or an activity has of its own."""
        return self.has(*_OWN)


def entries(
    rows: Iterable[tuple[Row, bool]], columns: Columns, table: int, *, is_broken: bool
) -> Iterator[Entry]:
    """Lay the rows of a table over its columns, and say what each one has."""
    since_opened = 0
    at_name = columns.index(Role.PROJECT)
    for row, after_break in rows:
        lone = _lone(row, columns)
        if lone is not None:
            entry = _of_lone(row, lone, columns, table, after_break=after_break)
        else:
            name = (
                row.cells[at_name].text if at_name is not None and at_name < len(row.cells) else ""
            )
            may_continue = since_opened == 1 or not is_broken or bool(ACTIVITY.match(name))
            placed = place(row, columns, name_may_continue=may_continue, is_ragged=is_broken)
            entry = _of_row(row, placed, columns, table, after_break=after_break)
        since_opened = 1 if entry.number and entry.name else since_opened + 1
        yield entry


def _lone(row: Row, columns: Columns) -> tuple[int, ...] | None:
    """Find the words of a row that has no others than a heading's: one text, or a number and one.

    Amounts may stand behind it. None when the row has other words.
    """
    words = [at for at, cell in enumerate(row.cells) if cell.text and not _is_amount(cell.text)]
    if not words or len(words) > 2:
        return None
    first = words[0]
    role = columns.role(first)
    lefts = all(_is_amount(cell.text) for cell in row.cells[:first])
    if not lefts or not (first == 0 or role in _WORDY or _is_left(first, columns)):
        return None
    if len(words) == 1:
        return (first,)
    if role is Role.NUMBER and _LETTER.fullmatch(row.cells[first].text.strip()):
        return (words[1],) if columns.role(words[1]) is Role.PROJECT else None
    line = line_of(row.cells[first].text)
    named = line is not None and line.kind in (RowKind.STRATEGY, RowKind.PLAN) and not line.name
    return tuple(words) if named and words[1] == first + 1 else None


@lru_cache(maxsize=4096)
def _is_amount(text: str) -> bool:
    """Tell whether a cell says no more than a figure or nothing at all."""
    return is_dash(text) or is_figure(text) or number_of(text) is not None


def _is_left(at: int, columns: Columns) -> bool:
    """Tell whether a column stands left of the names, or has no role and stands beside them."""
    names = columns.index(Role.PROJECT)
    return names is not None and at < names


def _of_lone(
    row: Row, words: tuple[int, ...], columns: Columns, table: int, *, after_break: bool
) -> Entry:
    cells = [row.cells[at] for at in words]
    at_name = columns.index(Role.PROJECT)
    found = {at: cell for at, cell in enumerate(row.cells) if cell.text and at not in words}
    others, left = by_role({at: found[at] for at in found if at in columns.roles}, columns)
    strays = [found[at] for at in found if at not in columns.roles and at not in columns.aside]
    strays += left
    head = cells[0]
    role = columns.role(words[0])
    placed_as = role if role in (Role.PROJECT, Role.ACTION) and len(words) == 1 else Role.PROJECT
    if at_name is None:
        placed_as = Role.PROJECT
    placed = Placed(row, {**others, placed_as: head}, (), tuple(strays), columns.units)
    name = " ".join(cell.text for cell in cells)
    number, name, inner = _number_and_name(placed, name, columns)
    entry = Entry(row, placed, after_break, table, number, name, line_of(name), is_lone=True)
    entry.inner_no = inner
    entry.name_cell = head
    entry.money = _money(placed)
    return entry


def _of_row(row: Row, placed: Placed, columns: Columns, table: int, *, after_break: bool) -> Entry:
    number, name, inner = _number_and_name(placed, placed.text(Role.PROJECT), columns)
    label = name or placed.text(Role.NUMBER)
    line = line_of(label) if label and len(label) < 120 else None
    entry = Entry(row, placed, after_break, table, number, name, line)
    entry.inner_no = inner
    entry.name_cell = placed.cells.get(Role.PROJECT)
    entry.money = _money(placed)
    return entry


def _number_and_name(placed: Placed, name: str, columns: Columns) -> tuple[str, str, str]:
    """Return a row's number, its name, and the number that stands within the name."""
    cell = placed.text(Role.NUMBER)
    number = plain_no(cell)
    if not _NUMBER.fullmatch(number):
        number = ""
    if not number and Role.CODE in columns.roles.values():
        code = arabic_digits(placed.text(Role.CODE)).strip()
        number = code if _CODE.fullmatch(code) else ""
    plain = arabic_digits(name)
    inner = None if number else _INNER.match(plain)
    if inner is not None:
        without_column = not columns.has(Role.NUMBER) and not columns.has(Role.CODE)
        if without_column or "." in inner["no"]:
            return inner["no"], name[inner.end() :].strip(), inner["no"]
        return number, name, inner["no"]
    called = None if number or columns.has(Role.NUMBER) else _CALLED.match(plain)
    return (called["no"] if called else number), name.strip(), ""


def _money(placed: Placed) -> dict[Role, float]:
    found = {}
    for role, cell in placed.cells.items():
        if role in MONEY_ROLES:
            number = number_of(cell.text)
            if number is not None:
                found[role] = round(number * placed.units.get(role, 1), 6)
    return found


def is_sum_row(entry: Entry) -> bool:
    """Tell whether a row's words are those of a row of sums."""
    label = entry.name or entry.placed.text(Role.NUMBER)
    if not label:
        first = next((cell.text for cell in entry.row.cells if cell.text), "")
        label = "" if is_figure(first) else first
    return bool(label) and not entry.number and is_total(squeeze(arabic_digits(label)).lower())
