"""What a person says for the official report beside its figures: memo, signers, cover."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from plantrack_nb.thai.dates import find_dates


def iso_day(text: str) -> str:
    """Read the day of the memo: "2022-04-22", "22 เมษายน 2565", or "" when it is to be written.

    Raises
    ------
    ValueError
        The text is no day.
    """
    found = find_dates(text)
    if found and found[0].start == found[0].end and not found[0].impossible:
        return found[0].start.isoformat()
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError as error:
        raise ValueError(
            f"{text!r:.60} is no day; write '22 เมษายน 2565' or '2022-04-22', or leave it empty"
        ) from error


class Letter(BaseModel):
    """Parameters of the notebook ``03_report`` that a round file may set; all may be left out.

    Parameters
    ----------
    show_persons : bool
        Whether the report names officers.
    thai_digits : bool
        Whether memo and cover are written in Thai digits.
    memo_number, memo_date : str
        Number and day of the memo.
    signer, signer_position : str
        Who signs the memo.
    director, director_position : str
        Who decides.
    motto : str
        Words under the office's name on the cover.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    show_persons: bool = False
    thai_digits: bool = True
    memo_number: str = ""
    memo_date: Annotated[str, AfterValidator(iso_day)] = ""
    signer: str = ""
    signer_position: str = ""
    director: str = ""
    director_position: str = ""
    motto: str = ""

    @property
    def said(self) -> dict[str, str | bool]:
        """What the file says, by the parameter's name; the notebook's own values stand else."""
        return self.model_dump(exclude_unset=True)
