"""Official names and words that are nearly right."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.rounds import stacked, tables
from hypothesis import given
from hypothesis import strategies as st

from plantrack_nb.check.facts import Facts
from plantrack_nb.check.reading.running_text.near_terms import NearTerms
from plantrack_nb.check.runner import all_rules, check_tables
from plantrack_nb.core.findings import Finding, Severity
from plantrack_nb.core.schema import RoundKey
from plantrack_nb.office.terms import NO_TERMS, Term, Terms, compared, read_terms

TERMS = Terms(
    (
        Term("บ้านนักวิทยาศาสตร์น้อย"),
        Term("วิทยาศาสตร์", (), ("วิทยาศาตร์",)),
        Term("ระบบการดูแลช่วยเหลือนักเรียน"),
        Term("องค์การบริหารส่วนตำบล"),
        Term("องค์การบริหารส่วนจังหวัด"),
        Term("ต้านทุจริตศึกษา"),
        Term("คละชั้น"),
        Term("ไวรัสโคโรนา 2019", ("ไวรัสโคโรน่า 2019",), ("ไวรัส 2019",)),
    )
)
LONG = [one.text for one in TERMS.rows if len(one.text) > 14]


def _found(*texts: str, terms: Terms = TERMS) -> list[Finding]:
    rule = all_rules()["wording-term"]
    given = tables(activities=[{"text": one} for one in texts])
    return list(rule.check(Facts(given, terms=terms), rule.parameters))


@pytest.mark.parametrize(
    ("text", "right", "written"),
    [
        ("ส่งบ้านวิทยาศาสตร์น้อยทุกแห่ง", "บ้านนักวิทยาศาสตร์น้อย", "บ้านวิทยาศาสตร์น้อย"),
        ("ใช้หลักสูตรด้านทุจริตศึกษาแล้ว", "ต้านทุจริตศึกษา", "ด้านทุจริตศึกษา"),
        ("บ้านนัก วิทยาศาตร์น้อย", "บ้านนักวิทยาศาสตร์น้อย", "บ้านนัก วิทยาศาตร์น้อย"),
        ("สอนแบบคณะชั้นทุกห้อง", "คละชั้น", "คณะชั้น"),
        ("ครูวิทยาศาตร์ 20 คน", "วิทยาศาสตร์", "วิทยาศาตร์"),
        ("โรคติดเชื้อไวรัส ๒๐๑๙ ระบาด", "ไวรัสโคโรนา 2019", "ไวรัส ๒๐๑๙"),
        ("ระบบการดูแลช่วยเหีอนักเรียน", "ระบบการดูแลช่วยเหลือนักเรียน", "ระบบการดูแลช่วยเหีอนักเรียน"),
    ],
)
def test_a_slip_is_found(text: str, right: str, written: str) -> None:
    """Lost words, one wrong letter, and forms that the list calls wrong; spaces do not count."""
    (one,) = _found(text)
    assert (one.expected, one.found, one.severity) == (right, written, Severity.WARNING)
    assert (one.subject, one.project_no) == (f"term={right}", "1.1")


@pytest.mark.parametrize(
    "text",
    [
        "โครงการบ้านนักวิทยาศาสตร์ น้อยประเทศไทย",
        "ระบบดูแลช่วยเหลือนักเรียน",
        "องค์การบริหารส่วนจังหวัดและองค์การบริหารส่วนตำบล",
        "ไวรัสโคโรน่า 2019",
        "แต่ละชั้น และชั้น ทุกระดับชั้น",
        "งานด้านทุจริต การศึกษา",
        "บ้านพักครู นักเรียน ห้องวิทยาศาสตร์",
        "คละ",
        "",
    ],
)
def test_right_and_other_words(text: str) -> None:
    """Small words may be left out; other right forms and other words are no slips."""
    assert _found(text) == []


def test_a_term_is_told_once_a_round_with_all_its_places() -> None:
    """Several forms in several projects: one finding for the whole document."""
    acts = [
        {"project_no": "1.1", "text": "ส่งบ้านวิทยาศาสตร์น้อย"},
        {"project_no": "1.2", "text": "ส่งบ้านนักวิทยาศาตร์น้อย"},
        {"project_no": "1.3", "text": "ส่งบ้านนักวิทยาศาสตร์น้อย"},
    ]
    other = tables(activities=acts[:1], key=RoundKey("0102", 2565, 2))
    rule = all_rules()["wording-term"]
    facts = Facts(stacked(tables(activities=acts), other), terms=TERMS)
    first, second = rule.check(facts, rule.parameters)
    assert first.found == "บ้านวิทยาศาสตร์น้อย, บ้านนักวิทยาศาตร์น้อย"
    assert (first.district, first.project_no) == ("0101", "")
    assert [ref.ref for ref in first.refs] == ["activities!A1", "activities!A2"]
    assert (second.district, second.project_no) == ("0102", "1.1")


def test_names_lists_obstacles_and_memo_are_read() -> None:
    """Wherever people write."""
    wrong = "งานบ้านวิทยาศาสตร์น้อย"
    given = tables(
        projects=[{"name": wrong, "targets": f"1.ครู 2.{wrong}2", "indicators": f"{wrong}3"}],
        narrative=[
            {"kind": "obstacle", "project_no": "1.1", "text": wrong},
            {"kind": "memo", "text": wrong},
        ],
    )
    rule = all_rules()["wording-term"]
    (one,) = rule.check(Facts(given, terms=TERMS), rule.parameters)
    assert "(5 แห่ง)" in one.message


def test_without_a_list_nothing_is_said() -> None:
    """An office that keeps no list is not bothered."""
    assert _found("บ้านวิทยาศาสตร์น้อย", terms=NO_TERMS) == []


def test_the_runner_hands_the_terms_on() -> None:
    """Checked with a list, the round tells of the slip; without, it does not."""
    given = tables(projects=[{}], activities=[{"text": "ส่งบ้านวิทยาศาสตร์น้อย"}])
    codes = [{one.rule for one in check_tables(given, terms=terms)} for terms in (TERMS, NO_TERMS)]
    assert ["wording-term" in one for one in codes] == [True, False]


@given(st.sampled_from(LONG), st.data())
def test_any_one_letter_lost_in_a_long_term_is_found(term: str, data: st.DataObject) -> None:
    """A letter is lost, the term is told; with its letter back it is not."""
    key = compared(term)
    at = data.draw(st.integers(1, len(key) - 2))
    wrong = key[:at] + key[at + 1 :]
    near = NearTerms(TERMS, 22, 7)
    assert term in {one.term.text for one in near.find(f"ประชุม {wrong} แล้ว")}
    assert near.find(f"ประชุม {key} แล้ว") == ()


@pytest.mark.parametrize(
    "text",
    [
        "แผนปฏิบัติการประจำปีและงบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ.2565",
        "โครงสร้างองค์กรประกอบด้วยสิบกลุ่ม องค์ประกอบที่ 1",
        "พนักงานธุรการ พนักงานบริการ พนักงานทำความสะอาด และนักการภารโรง",
        "โรงเรียนประจำตำบล โรงเรียนของรัฐ โรงเรียนประถมศึกษา โรงเรียนคุณธรรม",
        "สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา สำนักงานเขตพื้นที่การศึกษาประถมศึกษา",
        "คณะกรรมการการศึกษาขั้นพื้นฐาน คณะกรรมการสถานศึกษาขั้นพื้นฐาน",
        "หลักสูตรการศึกษาขั้นพื้นฐาน หลักสูตรแกนกลาง หลักสูตรสถานศึกษา",
        "ปฏิบัติตน ปฏิบัติใน ปฏิบัติงาน ปฏิบัติหน้าที่ แผนปฏิบัติราชการ แผนปฏิบัติการ",
        "เสนอของบประมาณ เสนอขอรับการจัดสรรงบประมาณ คำขอตั้งงบประมาณรายจ่าย",
        "ครูพี่เลี้ยงเด็กพิการ พี่เลี้ยงเด็กพิการ เด็กพิเศษเรียนรวม เป็นที่เลี้ยงสัตว์",
        "ป้องกันและปราบปรามยาเสพติด ปัญหายาเสพติด สารเสพติด และสิ่งเสพติด",
        "การประเมินความสามารถในการอ่านของผู้เรียน การประเมินตนเองของสถานศึกษา",
        "แผนการศึกษาเฉพาะบุคคล แผนการจัดการเรียนรู้ แผนการจัดประสบการณ์",
        "สรุปงบประมาณ ผลสัมฤทธิ์ของงาน ธรรมาภิบาล สังเกตการสอน อนุญาตให้ลา",
        "ครูผู้สอน ครูผู้ช่วย ครูผู้ดูแลเด็ก ผู้ช่วยครู ครูแกนนำ",
    ],
)
def test_the_shipped_list_leaves_good_words_alone(text: str, root: Path) -> None:
    """Phrases of area offices that resemble a term and are right."""
    assert _found(text, terms=read_terms(root / "params" / "terms.csv")) == []


def test_the_shipped_list_finds_common_slips(root: Path) -> None:
    """Slips that offices make, none of them from one report."""
    terms = read_terms(root / "params" / "terms.csv")
    slips = {
        "เครื่องราชอิศริยาภรณ์": "เครื่องราชอิสริยาภรณ์",
        "หลักปรัญญาของเศรษฐกิจพอเพียง": "หลักปรัชญาของเศรษฐกิจพอเพียง",
        "งานศิลปหัถกรรมนักเรียน": "ศิลปหัตถกรรม",
        "ชุมชนการเรียนรู้ทางวิชาชิพ": "ชุมชนการเรียนรู้ทางวิชาชีพ",
        "องค์การปกครองส่วนท้องถิ่น": "องค์กรปกครองส่วนท้องถิ่น",
        "ซ่อมคุรุภัณฑ์": "ครุภัณฑ์",
        "ผู้เกษียนอายุราชการ": "เกษียณอายุราชการ",
        "ศึกษานิเทศน์": "ศึกษานิเทศก์",
        "เหรียญจักพรรดิมาลา": "เหรียญจักรพรรดิมาลา",
    }
    assert {text: [one.expected for one in _found(text, terms=terms)] for text in slips} == {
        text: [right] for text, right in slips.items()
    }


SHORT, TWELVE = "จักรพรรดิมา", "ศึกษานิเทศก์"


@pytest.mark.parametrize(
    ("percent", "written", "told"),
    [
        (22, "จักรหรรดิมา", True),
        (22, "จักรหรรคิมา", False),  # two letters of eleven
        (22, "ศึกหานิเฑศก์", True),  # two of twelve
        (22, "ศึกฆหณิเทศก์", False),  # three, where twenty-two of a hundred may be wrong
        (25, "ศึกฆหณิเทศก์", True),  # and a quarter
        (25, "ศหกฆานิเฑศก์", False),  # three, one of them at the beginning
        (25, "ศึกฆานิเฑศฬ์", False),  # or at the end
        (25, "ศหกฆานิเทศก์", True),  # two are few enough for that
    ],
)
def test_how_many_letters_may_be_wrong(percent: float, written: str, told: bool) -> None:
    """One of a short term, a share of a long one; more than two only between right ends."""
    near = NearTerms(Terms((Term(SHORT), Term(TWELVE))), percent, 7)
    assert [one.written for one in near.find(f"ให้ {written} ทราบ")] == [written] * told


@pytest.mark.parametrize(("most", "told"), [(3, True), (2, False)])
def test_the_most_letters_that_may_be_wrong(most: float, told: bool) -> None:
    """However long a term is, no more letters may be wrong than the parameter says."""
    near = NearTerms(Terms((Term(TWELVE),)), 50, most)
    assert bool(near.find("ศึกฆหณิเทศก์")) is told


def test_several_slips_in_one_text() -> None:
    """Each is told, the letters before and behind them left out."""
    near = NearTerms(Terms((Term(SHORT), Term(TWELVE))), 22, 7)
    text = f"ครู ศึกหานิเทศก์ และ {TWELVE} กับ ศึกษานิเทสก์ รับเหรียญ จักรพรรติมา แล้ว"
    found = [one.written for one in near.find(text)]
    assert sorted(found) == sorted(["ศึกหานิเทศก์", "ศึกษานิเทสก์", "จักรพรรติมา"])
