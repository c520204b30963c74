"""A round file: which rounds to run, where their sources lie, and what to make of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    InstanceOf,
    ValidationInfo,
    field_validator,
)

from plantrack_nb.core.errors import SourceError
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.project import NOTEBOOKS
from plantrack_nb.office.register import Register
from plantrack_nb.office.strict_yaml import read_yaml
from plantrack_nb.office.validation import (
    WrongValueError,
    checked_quarter,
    checked_year,
    district_code,
)
from plantrack_nb.thai.dates import find_dates

_BRACES = re.compile(r"\{([^{}]*)\}")
_FIELDS = ("district", "fiscal_year", "quarter")
_NOT_IN_NAMES = r"/\\:*?\"<>|\x00-\x1f"
_NOTEBOOK = re.compile(rf"[^\s.{_NOT_IN_NAMES}](?:[^{_NOT_IN_NAMES}]*[^\s.{_NOT_IN_NAMES}])?")
"""A name that is one on any system, in whatever letters."""

_ENDING = ".ipynb"


@dataclass(frozen=True)
class _Around:
    """What a round file is checked against: the project's folder, and its register of areas."""

    root: Path
    register: Register


def _own_register(value: object, info: ValidationInfo) -> Register:
    around = info.context
    assert isinstance(around, _Around)
    if not isinstance(value, str) or not value:
        raise ValueError(
            say(f"{value!r} ไม่ใช่ที่อยู่ของทะเบียนเขต", f"{value!r} is not the path of a register")
        )
    try:
        return Register.load(around.root / value)
    except SourceError as error:
        raise ValueError(f"{error.where}: {error.what} {error.why}") from error


def _not_empty(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value:
        raise ValueError(say("รายการว่างอยู่", "the list is empty"))
    return value


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
            say(
                f"{text!r:.60} ไม่ใช่วันที่ พิมพ์ “22 เมษายน 2565” หรือ “2022-04-22” หรือเว้นว่าง",
                f"{text!r:.60} is no day; write '22 เมษายน 2565', '2022-04-22' or nothing",
            )
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
    approver, approver_position : str
        Who signs between the two, such as the deputy; nobody where both are empty.
    director, director_position : str
        Who decides.
    motto : str
        Words under the office's name on the cover.
    logo : str
        Name of a PNG file in ``params/`` that stands on the cover.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    show_persons: bool = False
    thai_digits: bool = True
    memo_number: str = ""
    memo_date: Annotated[str, AfterValidator(iso_day)] = ""
    signer: str = ""
    signer_position: str = ""
    approver: str = ""
    approver_position: str = ""
    director: str = ""
    director_position: str = ""
    motto: str = ""
    logo: str = ""

    @property
    def said(self) -> dict[str, str | bool]:
        """What the file says, by the parameter's name; the notebook's own values stand else."""
        return self.model_dump(exclude_unset=True)


class RoundFile(BaseModel):
    """What a round file may say.

    Parameters
    ----------
    fiscal_year, quarter : int
        The round, B.E. and 1 to 4.
    areas : Register, optional
        The register that the file names as ``register``, relative to the project, for rounds of
        other offices than those of the project's own (``params/districts.csv``).
    districts : tuple of str
        Codes in the register, in the order given. The file may say ``all``, which stands for
        every area of the register that has a code.
    inputs : str
        Path of a district's source, or of the folder it lies in, with ``{district}``,
        ``{fiscal_year}`` and ``{quarter}`` to be filled in; relative to the project.
    notebooks : tuple of str
        Names of notebooks without their ending, in the order they run.
    formats : tuple of str
        ``"html"``, ``"pdf"`` or both.
    report : Letter
        What the report says beside its figures.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    fiscal_year: Annotated[int, BeforeValidator(checked_year)]
    quarter: Annotated[int, BeforeValidator(checked_quarter)]
    areas: Annotated[InstanceOf[Register], BeforeValidator(_own_register)] | None = Field(
        default=None, alias="register"
    )
    districts: Annotated[tuple[str, ...], AfterValidator(_not_empty)]
    inputs: Annotated[str, Field(min_length=1)]
    notebooks: Annotated[tuple[str, ...], AfterValidator(_not_empty)] = NOTEBOOKS
    formats: Annotated[tuple[Literal["html", "pdf"], ...], AfterValidator(_not_empty)] = ("html",)
    report: Letter = Letter()

    @field_validator("districts", mode="before")
    @classmethod
    def _in_register(cls, value: object, info: ValidationInfo) -> object:
        if "areas" not in info.data:
            return ("",)  # no code can be looked up in a register that is wrong, which is told
        around = info.context
        assert isinstance(around, _Around)
        register = info.data["areas"] or around.register
        if value == "all":
            return tuple(register.codes)
        if not isinstance(value, list):
            # pydantic reports a ValueError; a TypeError would pass it by
            raise ValueError(  # noqa: TRY004
                say(
                    f"{value!r} ไม่ใช่รายการรหัสเขต และไม่ใช่คำว่า all",
                    f"{value!r} is neither a list of codes nor the word all",
                )
            )
        codes, faults = [], []
        for one in value:
            try:
                codes.append(district_code(one, register))
            except ValueError as fault:
                faults.append(str(fault))
        faults += [
            say(f"{code} ซ้ำกัน", f"{code} stands there twice")
            for code in {*codes}
            if codes.count(code) > 1
        ]
        if faults:
            raise ValueError(" ".join(faults))
        return tuple(codes)

    @field_validator("inputs")
    @classmethod
    def _known_fields(cls, value: str) -> str:
        return checked_inputs(value)

    @field_validator("notebooks")
    @classmethod
    def _plain_names(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        names = tuple(name.removesuffix(_ENDING) for name in value)
        wrong = [name for name in names if not _NOTEBOOK.fullmatch(name)]
        twice = sorted({name for name in names if names.count(name) > 1})
        if wrong:
            raise ValueError(
                say(
                    f"{', '.join(wrong)}: เขียนชื่อสมุดงานโดยไม่มีโฟลเดอร์และนามสกุล",
                    f"{', '.join(wrong)}: write a notebook's name without folder or ending",
                )
            )
        if twice:
            raise ValueError(
                say(f"{', '.join(twice)} ซ้ำกัน", f"{', '.join(twice)} stands there twice")
            )
        return names


def checked_inputs(value: str) -> str:
    """Return a path of sources, or raise a :class:`WrongValueError` about its braces."""
    unknown = [name for name in _BRACES.findall(value) if name not in _FIELDS]
    if unknown or "{" in _BRACES.sub("", value) or "}" in _BRACES.sub("", value):
        wanted = ", ".join(f"{{{name}}}" for name in _FIELDS)
        raise WrongValueError(
            say(
                f"{value!r} ในวงเล็บปีกกาใช้ได้เฉพาะ {wanted}",
                f"{value!r} may hold only {wanted} between braces",
            ),
            say("เช่น in/{district}.xlsx", "For example: in/{district}.xlsx"),
        )
    return value


def filled(inputs: str, key: RoundKey) -> Path:
    """Fill a round's key into a path of sources."""
    return Path(_BRACES.sub(lambda field: str(getattr(key, field[1])), inputs))


def load_round_file(path: Path, root: Path, register: Register) -> RoundFile:
    """Read and check a round file; errors as of :func:`strict_yaml.read_yaml`.

    Parameters
    ----------
    path : Path
        The file.
    root : Path
        The project's folder, where its paths start.
    register : Register
        The project's areas, for a file that names no register of its own.
    """
    return read_yaml(path, RoundFile, context=_Around(root, register))
