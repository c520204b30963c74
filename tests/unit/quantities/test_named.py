"""Numbers that name, order, date or cite: each form is found wherever it begins."""

import pytest

from plantrack_nb.quantities.named import named

ONE_OF_EACH = """
เวลา 9.00|08.30-16.30 น.|10.30 นาฬิกา|โทร. 042 123456|โทรศัพท์ 0812345678|โทรสาร 042123456|042-123456
10/08/2566|218/2567|/ ว 118|พ.ศ. 2566-2570|พ. ศ. 2566|ค.ศ. 2022|ปี 2565|ปีงบประมาณ พ. ศ. 2565
ปีการศึกษา 2565|2565 - 2566|ป.1-3|ม.1|อ. 2|ปวช. 1|ปวส. 2|อนุบาล 2-3|ประถมศึกษาปีที่ 6
มัธยมศึกษาปีที่ 3|ชั้นปีที่ 2|ที่ 2.1|เขต 1|มาตรา 24|หน้า 5|หมู่ 4|เลข 13|รหัส 101|บท 3|ไตรมาส 2
โครงการ 12|กิจกรรม 3|กลยุทธ์ 4|ยุทธศาสตร์ 5|ข้อ 12|ตอน 2|ภาคเรียน 1|เทอม 2|ฉบับ 3|วาระ 4|งวด 2|ระยะ 2
เฟส 1|ตัวชี้วัด 7|โควิด 19|โคโรนา 2019|ไวรัสที่ - 19|COVID-19|รัชกาลที่ 10|ศตวรรษที่ 21|A1|Windows 10
สปช.105/29|ศธ. 04/2|1. ประชุม|(3) สรุป
"""


@pytest.mark.parametrize("form", ONE_OF_EACH.strip().replace("\n", "|").split("|"))
def test_every_form_names(form: str) -> None:
    """Alone, and behind other words."""
    assert named(form, ()), form
    assert named(f"รายงานตาม {form}", ()), form
