"""The memo to the director: composed from the facts, with what people wrote in its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plantrack_nb.report.figures import sentences

if TYPE_CHECKING:
    from plantrack_nb.report.figures.facts import RoundFacts
    from plantrack_nb.report.figures.narrative import Item, Written


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph of the memo: its text, its number, and the words in bold before it."""

    text: str
    number: str = ""
    lead: str = ""

    @property
    def level(self) -> int:
        """How far in it stands: 1 for "2.", 3 for "1.1.1"."""
        return self.number.count(".") + 1 if self.number else 1


def subject(facts: RoundFacts) -> str:
    """Say what the memo is about."""
    return f"{sentences.title(facts)} {sentences.period(facts)}"


def memo(facts: RoundFacts, written: Written) -> list[Said]:
    """Compose the memo's body.

    Parameters
    ----------
    facts : RoundFacts
        Of these the sentences with figures are made.
    written : Written
        The budget's frame with its own figures, and the reasons, as people wrote them; a part
        that nobody wrote gets a plain wording or is left out.
    """
    return [
        Said("", lead="ข้อเท็จจริง"),
        *_frame(written),
        *_results(facts, _next_number(written)),
        *(Said(one.text) for one in written.reasons),
        Said(written.law or sentences.plan(facts), lead="ข้อกฎหมาย/ระเบียบ"),
        Said(_proposal(facts, written), lead="ข้อเสนอ"),
        Said("จึงเรียนมาเพื่อโปรดพิจารณา", lead="ข้อพิจารณา"),
        *_points(facts, written.points),
    ]


def _frame(written: Written) -> Iterator[Said]:
    for one in written.frame:
        yield Said(one.text, one.number)
    if written.frame:
        first, last = written.frame[0].number, written.frame[-1].number
        place = f"ข้อ {first}" + (f" ถึง {last}" if first != last else "")
        yield Said(
            f"ข้อความและตัวเลขใน{place} ยกมาจากเอกสารของเขต มิได้คำนวณจากตารางโครงการ", lead="หมายเหตุ"
        )


def _next_number(written: Written) -> int:
    return max((int(one.number.split(".")[0]) for one in written.frame), default=0) + 1


def _results(facts: RoundFacts, number: int) -> Iterator[Said]:
    opening = [sentences.overview(facts)]
    if facts.projects:
        opening += [sentences.money(facts), sentences.against_target(facts)]
    yield Said(" ".join(filter(None, opening)), str(number))
    details = [
        sentences.besides_largest(facts),
        *sentences.parts_of_whole(facts),
        sentences.strategies(facts),
        sentences.awaiting(facts),
        sentences.beside_received(facts),
    ]
    for place, text in enumerate(filter(None, details), start=1):
        yield Said(text, f"{number}.{place}")


def _proposal(facts: RoundFacts, written: Written) -> str:
    plain = (
        f"เห็นควรแจ้งผลการติดตาม{sentences.period(facts)} ให้ผู้บริหาร ผู้อำนวยการกลุ่ม"
        " และผู้รับผิดชอบโครงการทราบ เพื่อดำเนินการในส่วนที่เกี่ยวข้อง"
    )
    return " ".join(filter(None, [written.proposal or plain, sentences.to_hasten(facts)]))


def _points(facts: RoundFacts, written: tuple[Item, ...]) -> list[Said]:
    if written:
        return [Said(one.text, one.number) for one in written]
    return [
        Said(f"รับทราบ{subject(facts)}", "1"),
        Said("อนุญาตให้แจ้งผู้อำนวยการกลุ่มและผู้รับผิดชอบโครงการ เพื่อใช้ปรับแผนการดำเนินงาน", "2"),
        Said("สั่งการอื่นตามที่เห็นสมควร", "3"),
    ]
