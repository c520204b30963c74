"""What a notebook shows at once, and fills when everything is there.

Little is imported here: on a fresh kernel the first words stand before the rest is read.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import ipywidgets as w

from plantrack_nb.core.errors import PlantrackError, SourceError

if TYPE_CHECKING:
    from plantrack_nb.explore.country.page import CountryPage
    from plantrack_nb.explore.explorer import Explorer

_WAIT = "<p role='status'>กำลังเตรียมหน้าสำรวจ ครู่เดียว …</p>"
_BROKEN = "<p role='alert'>เปิดหน้านี้ไม่สำเร็จ รายละเอียดอยู่ใต้เซลล์ที่สั่งเปิด</p>"
_READ = "<p role='status'>กำลังเปิดรอบ …</p>"


class Page:
    """A place in the notebook: words while it loads, then what was asked for, or why it cannot be.

    ``widget`` is what a cell shows; ``made`` is what stands in it by now.
    """

    def __init__(self) -> None:
        self._said = w.HTML(_WAIT)
        self.widget = w.VBox([self._said])
        self.widget.add_class("plantrack-page")
        self.made: Explorer | CountryPage | None = None

    def show_round(self, district: object, fiscal_year: object, quarter: object) -> None:
        """Show one round with its findings (:class:`~plantrack_nb.explore.explorer.Explorer`)."""

        def make() -> None:
            from plantrack_nb.explore.explorer import Explorer
            from plantrack_nb.office.round_folder import workplace

            self._said.value = _READ
            here = workplace(district, fiscal_year, quarter)
            made = Explorer(here.project, here.key, _today())
            self.made, self.widget.children = made, (made.widget,)

        self._fill(make)

    def show_country(self, fiscal_year: int) -> None:
        """Show all districts over a year's quarters (:class:`.country.page.CountryPage`)."""

        def make() -> None:
            from plantrack_nb.analysis import rounds
            from plantrack_nb.explore.country.nation import Nation
            from plantrack_nb.explore.country.page import CountryPage
            from plantrack_nb.office.project import find_project
            from plantrack_nb.office.register import Register
            from plantrack_nb.office.targets import NO_TARGETS, read_targets

            project = find_project()
            found = rounds(fiscal_year=fiscal_year, outputs=project.outputs)
            if not found.keys:
                raise SourceError(
                    f"ยังไม่มีรอบของปีงบประมาณ {fiscal_year}",
                    where=str(project.outputs),
                    hint="ทำรายงานด้วย plantrack run แล้วรันเซลล์นี้อีกครั้ง",
                )
            names = {one.code: one.name for one in Register.load(project.register)}
            targets = project.params / "targets.csv"
            known = read_targets(targets) if targets.is_file() else NO_TARGETS
            made = CountryPage(project, Nation(found, names, known), _today())
            self.made, self.widget.children = made, (made.widget,)
            made.start()

        self._fill(make)

    def _fill(self, make: Callable[[], None]) -> None:
        try:
            make()
        except PlantrackError as error:
            from plantrack_nb.explore import pieces

            self._said.value = pieces.style() + pieces.failed(error)
            self.widget.children = (self._said,)
        except Exception:
            self._said.value = _BROKEN
            self.widget.children = (self._said,)
            raise


def _today() -> date:
    return date.today()  # noqa: DTZ011  # the analyst's own day
