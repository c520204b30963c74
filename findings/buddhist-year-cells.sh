#!/usr/bin/env bash
# Excel's Thai number format `bbbb` shows a date as its year in the Buddhist era (9 March 2022 as 2565).
# A cell with that format alone is a date to Excel, and a bare day count to the usual readers:
# openpyxl 3.1.5 and python-calamine 0.9.1 give 44629, and pandas 3.0.3 with either of them too, while
# the same date as `yyyy` or as `d mmm bbbb` is a date to all four. A column "fiscal year" of such cells
# becomes a column of five-digit numbers, without a word.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --quiet --disable-pip-version-check \
    openpyxl==3.1.5 python-calamine==0.9.1 pandas==3.0.3 xlsxwriter==3.2.9
cd "$work"
"$work/venv/bin/python" - <<'P'
import datetime, sys
import openpyxl, pandas, xlsxwriter
from python_calamine import CalamineWorkbook

FORMATS = ("bbbb", "yyyy", "d mmm bbbb")
book = xlsxwriter.Workbook("years.xlsx")
sheet = book.add_worksheet()
for row, code in enumerate(FORMATS):
    sheet.write_datetime(row, 0, datetime.datetime(2022, 3, 9), book.add_format({"num_format": code}))
book.close()

read = {
    "openpyxl 3.1.5": [r[0].value for r in openpyxl.load_workbook("years.xlsx").active.iter_rows()],
    "python-calamine 0.9.1": [r[0] for r in CalamineWorkbook.from_path("years.xlsx").get_sheet_by_index(0).to_python()],
    "pandas 3.0.3 with openpyxl": pandas.read_excel("years.xlsx", header=None, engine="openpyxl")[0].tolist(),
    "pandas 3.0.3 with calamine": pandas.read_excel("years.xlsx", header=None, engine="calamine")[0].tolist(),
}
for name, values in read.items():
    year, plain, whole = values
    assert isinstance(plain, datetime.date) and isinstance(whole, datetime.date), (name, values)
    if year != 44629:
        print("changed:", name, "gives", repr(year), "for a cell shown as 2565")
        sys.exit(1)
    print(f"seen: {name} gives {year!r} for a date that Excel shows as 2565 (format bbbb)")
P
