"""Choose a round: a district by its name, then one of its quarters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import ipywidgets as w

from plantrack_nb.core.schema import RoundKey

_NOBODY = ("ไม่เทียบ", "")
_SHORT = {"description_width": "70px"}


class RoundPicker:
    """Two lists that together name one round.

    Parameters
    ----------
    keys : sequence of RoundKey
        The rounds there are, the latest first.
    names : mapping
        Names of the districts by their codes.
    description : str
        Words before the list of districts.
    on_change : callable
        Is called once after each change of the round.
    may_be_none : bool
        Whether no round may be chosen; it then begins so.
    """

    def __init__(
        self,
        keys: Sequence[RoundKey],
        names: Mapping[str, str],
        description: str,
        on_change: Callable[[], None],
        *,
        may_be_none: bool = False,
    ) -> None:
        self._on_change, self._told = on_change, True
        self._quarters: dict[str, list[RoundKey]] = defaultdict(list)
        for key in keys:
            self._quarters[key.district].append(key)
        named = [(f"{code} {names.get(code, '')}".strip(), code) for code in sorted(self._quarters)]
        self.district = w.Dropdown(
            options=[*([_NOBODY] if may_be_none else []), *named],
            description=description,
            style=_SHORT,
            layout=w.Layout(width="290px"),
        )
        self.quarter = w.Dropdown(
            description="ไตรมาส", style=_SHORT, layout=w.Layout(width="155px")
        )
        self._offer_quarters()
        self.district.observe(lambda _: self._other_district(), names="value")
        self.quarter.observe(lambda _: self._tell(), names="value")

    @property
    def value(self) -> RoundKey | None:
        """The round chosen."""
        chosen: RoundKey | None = self.quarter.value
        return chosen

    @value.setter
    def value(self, key: RoundKey | None) -> None:
        before, self._told = self.value, False
        self.district.value = key.district if key else ""
        self.quarter.value = key
        self._told = True
        if self.value != before:
            self._on_change()

    def _other_district(self) -> None:
        told, self._told = self._told, False
        self._offer_quarters()
        self._told = told
        self._tell()

    def _offer_quarters(self) -> None:
        """Offer the district's quarters; the one chosen before stays, if it has it."""
        before = self.value
        keys = self._quarters.get(self.district.value, [])
        twin = [
            key
            for key in keys
            if before and (key.fiscal_year, key.quarter) == (before.fiscal_year, before.quarter)
        ]
        self.quarter.options = [(f"{key.quarter}/{key.fiscal_year}", key) for key in keys]
        self.quarter.value = next(iter([*twin, *keys]), None)
        self.quarter.disabled = not keys

    def _tell(self) -> None:
        if self._told:
            self._on_change()
