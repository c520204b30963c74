"""One zip for mail: the reports and the index pages, and nothing that names a person."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from plantrack_nb.core.errors import OutputError, SourceError
from plantrack_nb.core.files import writing
from plantrack_nb.core.language import say
from plantrack_nb.office.targets import Targets
from plantrack_nb.run.chosen_rounds import EVERYTHING, Wanted
from plantrack_nb.run.index_pages import pages
from plantrack_nb.run.ledger import Record, is_as_made, listed, read_all

_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o100644 << 16
_UNIX = 3
_MOST = 5


def write_package(
    out: Path, target: Path, targets: Targets, wanted: Wanted = EVERYTHING
) -> list[str]:
    """Write the zip and return the paths in it; the same outputs give the same bytes.

    ``wanted`` says which districts and rounds; the index pages tell of those alone.

    Tables, findings and executed notebooks lie elsewhere: they name officers.

    Raises
    ------
    SourceError
        There is no report to send.
    OutputError
        A report names officers, or is not as it was made; nothing was written.
    """
    chosen = [one for one in read_all(out) if wanted.holds(one)]
    records = [one for one in chosen if one.reports]
    if not records:
        raise SourceError(
            say("ไม่มีรายงานให้ส่ง", "There is no report to send."),
            where=str(out),
            why=str(wanted),
            hint=say("ทำรายงานด้วย plantrack run", "Make them with 'plantrack run'."),
        )
    _require_all(out, wanted, records)
    _refuse_names(out, records)
    files = {f"{_folder(one)}/{name}": None for one in records for name in one.reports.values()}
    _refuse_damaged(out, records)
    members = files | pages(out, targets, chosen)
    with writing(target) as part, ZipFile(part, "w") as archive:
        for path in sorted(members):
            made = members[path]
            data = (out / path).read_bytes() if made is None else made
            archive.writestr(_entry(path), data, ZIP_DEFLATED, 9)
    return sorted(members)


def _require_all(out: Path, wanted: Wanted, records: Iterable[Record]) -> None:
    """Refuse a package that would silently lack what was asked for."""
    lacking = wanted.lacking(records)
    if lacking:
        raise SourceError(
            say("บางส่วนที่จะส่งยังไม่มีรายงาน", "Some of what is to be sent has no report."),
            where=str(out),
            why=listed(lacking, _MOST),
            hint=say(
                "ทำด้วย plantrack run หรือไม่ต้องส่ง", "Make it with 'plantrack run', or leave it out."
            ),
        )


def _folder(record: Record) -> str:
    return "/".join(record.key.folders)


def _entry(path: str) -> ZipInfo:
    entry = ZipInfo(path, _EPOCH)
    entry.create_system, entry.external_attr = _UNIX, _READABLE
    return entry


def _refuse_names(out: Path, records: Iterable[Record]) -> None:
    named = [str(one.key) for one in records if one.shows_persons]
    if named:
        raise OutputError(
            say(
                "รายงานบางฉบับมีชื่อเจ้าหน้าที่ จึงส่งออกนอกสำนักงานแบบนี้ไม่ได้",
                "Some reports name officers; they must not leave the office this way.",
            ),
            where=str(out),
            why=listed(named, _MOST),
            hint=say(
                "ทำใหม่โดยไม่ใช้ --show-persons แล้วรวมแฟ้ม",
                "Make them again without '--show-persons', then package.",
            ),
        )


def _refuse_damaged(out: Path, records: Iterable[Record]) -> None:
    torn = [
        f"{_folder(one)}/{name}"
        for one in records
        for name in one.reports.values()
        if not is_as_made(out / _folder(one) / name, one.outputs[name])
    ]
    if torn:
        raise OutputError(
            say("รายงานบางฉบับไม่เป็นตามที่ทำไว้", "Some reports are not as they were made."),
            where=str(out),
            why=listed(torn, _MOST),
            hint=say(
                "สั่ง plantrack run ใหม่ สิ่งที่เสียจะทำใหม่ แล้วรวมแฟ้ม",
                "Run again: what is damaged is made anew. Then package.",
            ),
        )
