"""From what ``plantrack run`` is asked for to the jobs to do, all faults told before any starts."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plantrack_nb.cli.terminal.asked import Asked
from plantrack_nb.core.calendar import round_due
from plantrack_nb.core.errors import ParameterError, SourceError
from plantrack_nb.core.files import check_shown
from plantrack_nb.core.language import say
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.project import NOTEBOOKS, Project, find_project
from plantrack_nb.office.register import Register
from plantrack_nb.office.validation import (
    Faults,
    WrongValueError,
    checked_quarter,
    checked_year,
    district_code,
)
from plantrack_nb.run.job import Job
from plantrack_nb.run.notebook import Format

if TYPE_CHECKING:
    from plantrack_nb.load import Wanted
    from plantrack_nb.office.round_file import RoundFile


def today() -> date:
    """Return the day it is, or the one that SOURCE_DATE_EPOCH stands for.

    Raises
    ------
    ParameterError
        SOURCE_DATE_EPOCH is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise ParameterError(
            say("SOURCE_DATE_EPOCH ไม่ใช่เวลา", "SOURCE_DATE_EPOCH is not a time."),
            where=say("ตัวแปรของระบบ", "the environment"),
            why=repr(epoch),
            hint=say("ใส่จำนวนวินาทีนับจากปี 1970 หรือเลิกตั้งค่า", "Write seconds since 1970, or unset it."),
        ) from error


def plan(asked: Asked) -> tuple[Job, ...]:
    """Make the jobs; what an option says goes before what the round file says.

    Raises
    ------
    ParameterError
        Options or lines of the round file are wrong; all that are wrong are told.
    SourceError
        There is no round file, or no source at all.
    """
    project = find_project()
    checked = _Checked(asked, project, Register.load(project.register))
    return _with_sources(checked.jobs(), checked.inputs())


class _Checked:
    """What is asked for together with what the round file says, checked."""

    def __init__(self, asked: Asked, project: Project, register: Register) -> None:
        self.asked, self.project, self.register = asked, project, register
        self.faults = Faults()
        self.file = self._file()
        self.areas = self.file.areas if self.file else None
        self.register = self.areas or register
        self.said = self._said()

    def jobs(self) -> list[Job]:
        """Make the jobs, with no source yet."""
        year, quarter = self._when()
        codes = self._codes()
        formats = self._formats()
        names = self.file.notebooks if self.file else NOTEBOOKS
        letter = self.file.report.said if self.file else {}
        persons = self.asked.show_persons or bool(letter.pop("show_persons", False))
        out = (self.asked.out or self.project.outputs_of(self._path())).absolute()
        self._check_places(names, out, many=len(codes) > 1)
        self.faults.tell(say("ตัวเลือกของคำสั่งผิด", "The options of the run are wrong."))
        assert year is not None
        assert quarter is not None
        return [
            Job(
                key=RoundKey(code, year, quarter),
                source=Path(),
                out=out,
                project=self.project.root,
                names=names,
                formats=formats,
                engine=self.asked.engine,
                show_persons=persons,
                letter=letter,
                register=self.areas.path if self.areas else None,
                office=self._office(code),
            )
            for code in codes
        ]

    def inputs(self) -> str:
        """Return where the sources lie."""
        if self.asked.inputs is not None:
            return str(self.asked.inputs.absolute())
        if self.file is not None:
            return str(self.project.root / self.file.inputs)
        return str(self.project.data)

    def _file(self) -> RoundFile | None:
        from plantrack_nb.office.round_file import load_round_file

        path = self._path()
        if path is None:
            return None
        return self.faults.tried(
            str(path), lambda: load_round_file(path, self.project.root, self.register)
        )

    def _path(self) -> Path | None:
        """Return the round file; where nothing is asked for, that of the sample."""
        return self.asked.round_file if self.asked.names_a_round else self.project.sample_round

    def _said(self) -> Wanted | None:
        """Ask the source for its own round, where options leave it open."""
        from plantrack_nb.load import round_said

        source = self.asked.source
        if source is None or not self.asked.leaves_open:
            return None
        return self.faults.tried(
            "--input", lambda: round_said(source, self.register, self.project.params)
        )

    def _office(self, code: str) -> str:
        known = self.register.by_code(code)
        return known.name if known else ""

    def _when(self) -> tuple[int | None, int | None]:
        year: Any = self.asked.year
        quarter: Any = self.asked.quarter
        if self.asked.due:
            if year is not None or quarter is not None:
                why = say("ตัวเลือกนี้คิดปีและไตรมาสเอง", "it works out year and quarter itself")
                self._wrong(
                    "--due",
                    why,
                    say("ไม่ต้องใส่ --year และ --quarter", "Leave --year and --quarter out."),
                )
            return self.faults.tried("--due", lambda: round_due(today())) or (None, None)
        if self.file is not None:
            year = self.file.fiscal_year if year is None else year
            quarter = self.file.quarter if quarter is None else quarter
        if self.said is not None:
            year = self.said.fiscal_year if year is None else year
            quarter = self.said.quarter if quarter is None else quarter
        self._need(
            "--year", year, say("เช่น --year 2565 หรือ --due", "For example: --year 2565, or --due.")
        )
        self._need(
            "--quarter",
            quarter,
            say("เช่น --quarter 2 หรือ --due", "For example: --quarter 2, or --due."),
        )
        if year is not None:
            year = self.faults.tried("--year", partial(checked_year, year))
        if quarter is not None:
            quarter = self.faults.tried("--quarter", partial(checked_quarter, quarter))
        return year, quarter

    def _codes(self) -> list[str]:
        given: tuple[object, ...] = self.asked.districts
        if not given and self.said is not None and self.said.district is not None:
            given = (self.said.district,)
        if given and self.asked.everyone:
            self._wrong(
                "--all",
                say("บอกเขตไว้ด้วย", "districts are named too"),
                say("ใช้ --all หรือ --district อย่างเดียว", "Leave --all or --district out."),
            )
        checks = [partial(district_code, one, self.register) for one in given]
        codes = [self.faults.tried("--district", check) for check in checks]
        if given:
            return [*dict.fromkeys(code for code in codes if code is not None)]
        if self.asked.everyone:
            return self.register.codes
        if self.file is not None:
            return [*self.file.districts]
        self._need(
            "--district",
            None,
            say("เช่น --district 7301 หรือ --all", "For example: --district 7301, or --all."),
        )
        return []

    def _formats(self) -> tuple[Format, ...]:
        text = self.asked.formats
        if text is None:
            return tuple(map(Format, self.file.formats)) if self.file else (Format.HTML,)
        names = [name.strip() for name in text.split(",")]
        wrong = [name for name in names if name not in set(Format)]
        if wrong:
            named = ", ".join(map(repr, wrong))
            self._wrong(
                "--formats",
                say(f"{named} ไม่ใช่รูปแบบที่มี", f"{named} is no format"),
                say("พิมพ์ html, pdf หรือ html,pdf", "Write html, pdf, or html,pdf."),
            )
        return tuple(dict.fromkeys(Format(name) for name in names if name not in wrong))

    def _check_places(self, names: tuple[str, ...], out: Path, *, many: bool) -> None:
        from plantrack_nb.office.round_file import checked_inputs

        for name in names:
            path = self.project.notebooks / f"{name}.ipynb"
            if not path.is_file():
                self._wrong(
                    "notebooks",
                    say(f"ไม่มี {path}", f"there is no {path}"),
                    say("แก้รายการในแฟ้มรอบ", "Mend the round file's list."),
                )
        self.faults.tried("--out", lambda: check_shown(out))
        if out.exists() and not out.is_dir():
            self._wrong(
                "--out",
                say(f"{out} เป็นแฟ้ม", f"{out} is a file"),
                say("บอกโฟลเดอร์", "Name a folder."),
            )
        if self.asked.jobs is not None and self.asked.jobs < 1:
            self._wrong(
                "--jobs",
                say(f"{self.asked.jobs} น้อยเกินไป", f"{self.asked.jobs} is too few"),
                say("พิมพ์ 1 ขึ้นไป", "Write 1 or more."),
            )
        inputs = self.asked.inputs
        if inputs is not None:
            self.faults.tried("--input", lambda: checked_inputs(str(inputs)))
        if many and inputs is not None and "{" not in str(inputs) and not inputs.is_dir():
            why = say(
                f"{inputs} ไม่ใช่โฟลเดอร์ แต่จะทำหลายเขต",
                f"{inputs} is not a folder, and several districts are to be run",
            )
            hint = say(
                "บอกโฟลเดอร์ หรือรูปแบบ เช่น 'in/{district}.xlsx'",
                "Name their folder, or a pattern like 'in/{district}.xlsx'.",
            )
            self._wrong("--input", why, hint)

    def _need(self, name: str, value: object, hint: str) -> None:
        broken = self.asked.round_file is not None and self.file is None
        broken = broken or (self.asked.leaves_open and self.said is None)
        if value is None and not broken:  # a file that is wrong may well say it
            self._wrong(name, say("ยังไม่ได้บอก", "is missing"), hint)

    def _wrong(self, name: str, why: str, hint: str) -> None:
        self.faults.add(name, WrongValueError(why, hint))


def _with_sources(jobs: list[Job], inputs: str) -> tuple[Job, ...]:
    """Find each source; one that is missing is told by its district, all missing by the command."""
    from plantrack_nb.run.sources import Sources

    sources, placed = Sources(inputs), []
    for job in jobs:
        try:
            placed.append(replace(job, source=sources.of(job.key)))
        except SourceError as error:
            placed.append(replace(job, source=Path(error.where), unclear=error))
    if not any(job.unclear or job.source.is_file() for job in placed):
        key = placed[0].key
        which = say(
            f"รอบใดเลยใน {len(placed)} รอบของ {key.fiscal_year}-q{key.quarter}",
            f"any of {len(placed)} rounds of {key.fiscal_year}-q{key.quarter}",
        )
        which = say(f"รอบ {key}", f"the round {key}") if len(placed) == 1 else which
        raise SourceError(
            say(f"ไม่มีต้นฉบับของ{which}", f"There is no source of {which}."),
            where=str(placed[0].source) if len(placed) == 1 else inputs,
            hint=say(
                "บอกแฟ้มด้วย --input หรือวางไว้ที่นั่น (ขอแบบกรอกด้วย plantrack template)",
                "Name it with --input, or put it there ('plantrack template' makes one).",
            ),
        )
    return tuple(placed)
