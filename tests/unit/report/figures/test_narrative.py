"""Written: the narrative falls into the parts of the report, signatures stay out."""

from __future__ import annotations

from helpers.reporting import a_round

from plantrack_nb.report.figures.narrative import Written, written


def memo(*texts: str) -> Written:
    """Sort a memo of these paragraphs."""
    return written(a_round(narrative=[{"kind": "memo", "text": text} for text in texts]))


def test_the_memo_falls_into_its_parts() -> None:
    """Facts, law, proposal and points are found at their headings."""
    found = memo(
        "ส่วนราชการ กลุ่มแผน",
        "ข้อเท็จจริง",
        "1. มีเงิน 2 ส่วน",
        "1.1 ส่วนแรก 100 บาท",
        "ทั้งนี้ งานล่าช้าเพราะน้ำท่วม",
        "ข้อกฎหมาย/ระเบียบ แผนปฏิบัติการ",
        "ข้อเสนอ เห็นควรแจ้ง",
        "ข้อพิจารณา จึงเรียนมา",
        "1. รับทราบ",
        "2. สั่งการ",
        "ลายมือชื่อ",
        "(ผู้ลงนาม)",
    )
    assert [(one.number, one.text) for one in found.frame] == [
        ("1", "มีเงิน 2 ส่วน"),
        ("1.1", "ส่วนแรก 100 บาท"),
    ]
    assert [one.text for one in found.reasons] == ["ทั้งนี้ งานล่าช้าเพราะน้ำท่วม"]
    assert (found.law, found.proposal) == ("แผนปฏิบัติการ", "เห็นควรแจ้ง")
    assert [one.text for one in found.points] == ["รับทราบ", "สั่งการ"]


def test_a_paragraph_cut_by_a_page_is_joined() -> None:
    """The words that announce the next page go, and the halves meet."""
    found = memo("ข้อเท็จจริง", "งานจะ", "/จะเริ่ม...", "เริ่มปีหน้า")
    assert [one.text for one in found.facts] == ["งานจะ เริ่มปีหน้า"]


def test_a_memo_without_headings_is_all_facts() -> None:
    """Somebody who only types reasons need not know the form; the letterhead is no reason."""
    found = memo("เรื่อง รายงาน", "งานล่าช้าเพราะน้ำท่วม")
    assert [one.text for one in found.facts] == ["งานล่าช้าเพราะน้ำท่วม"]


def test_a_paragraph_that_begins_like_a_letterhead_is_kept() -> None:
    """Only the lines at the head are the letterhead: each word once, short, one below the other."""
    head = ("บันทึกข้อความ", "ที่ ศธ 04022/1", "เรื่อง รายงาน", "เรียน ผู้อำนวยการ")
    asks = "เรียน ผู้บริหารทุกท่าน โปรดเร่งรัดการเบิกจ่าย"
    assert [one.text for one in memo(*head, "งานล่าช้า", asks).facts] == ["งานล่าช้า", asks]
    assert [one.text for one in memo(*head, asks).facts] == [asks]
    long = "เรียน ผู้อำนวยการ ตามที่" + "ได้รับมอบหมายให้ติดตามผล" * 8
    assert [one.text for one in memo(long).facts] == [long]
    marked = memo(head[0], "ลับ", *head[1:], "งานล่าช้า")
    assert [one.text for one in marked.facts] == ["ลับ", "งานล่าช้า"]
    before = memo(*head, "ตามที่ได้รับมอบหมาย", "ข้อเท็จจริง", "1. มีเงิน 2 ส่วน")
    assert [one.text for one in before.facts] == ["ตามที่ได้รับมอบหมาย", "มีเงิน 2 ส่วน"]


def test_an_amount_is_no_number_of_an_item() -> None:
    """A paragraph that begins with a figure keeps it."""
    assert memo("12,500 บาท คงเหลือ").facts[0].text == "12,500 บาท คงเหลือ"


def test_the_motto_stands_on_the_cover() -> None:
    """Between the office's name and the title stand the words of the office, if any."""
    office, title = "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาตัวอย่าง เขต 1", "รายงานผลการติดตาม"
    assert memo(office, "โรงเรียนดีทุกแห่ง", title).motto == "โรงเรียนดีทุกแห่ง"
    assert memo(office, "ปีงบประมาณ 2565", title).motto == ""
    assert memo(office, title).motto == ""


def test_a_summary_that_counts_projects_is_composed_anew() -> None:
    """A paragraph whose figures were taken as claims is not printed again."""
    found = written(
        a_round(
            narrative=[
                {"kind": "summary", "text": "เพราะน้ำท่วม", "source_ref": "L1"},
                {"kind": "summary", "text": "มี 39 โครงการ", "source_ref": "L2"},
                {"kind": "obstacle", "text": "1. ไม่มีคน"},
                {"kind": "obstacle", "text": "ของโครงการ", "project_no": "1.1"},
            ],
            claims=[{"kind": "summary", "value": 39, "unit": "project", "source_ref": "L2"}],
        )
    )
    assert found.summary == ("เพราะน้ำท่วม",)
    assert [one.text for one in found.obstacles] == ["ไม่มีคน"]


def test_nothing_written_gives_nothing() -> None:
    """A round without narrative has no words of people."""
    assert written(a_round()) == Written()
