"""A command line that is wrong is told in Thai."""

from __future__ import annotations

import pytest

from plantrack_nb.cli.exit_codes import Exit
from plantrack_nb.cli.failures import guarded


@pytest.mark.parametrize(
    ("words", "thai"),
    [
        (["runn"], "ไม่มีคำสั่ง 'runn' หมายถึง 'run' ใช่หรือไม่"),
        (["status", "--jsno"], "ไม่มีตัวเลือก"),
        (["package"], "ยังไม่ได้บอก '--to'"),
        (["load"], "ยังไม่ได้บอก"),
        (["run", "--year"], "'--year' ต้องมีค่าตามหลัง"),
        (["run", "--year", "หก"], "ค่าของ '--year' ไม่ถูกต้อง"),
        (["rules", "a", "b"], "มีคำเกินมา"),
        (["--lang", "xx", "rules"], "ไม่ใช่ค่าใดใน"),
    ],
)
def test_what_is_wrong_is_said_in_thai(
    words: list[str],
    thai: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And where its help is; English when asked."""
    monkeypatch.delenv("PLANTRACK_LANG")
    assert guarded(words) == Exit.COULD_NOT_RUN
    assert thai in " ".join(capsys.readouterr().err.split())
    monkeypatch.setenv("PLANTRACK_LANG", "en")
    assert guarded(words) == Exit.COULD_NOT_RUN
    assert not set("กขคงจชดต") & set(capsys.readouterr().err.replace("หก", ""))
