#!/usr/bin/env bash
# An .ods whose content.xml is indented (as XML tools and some converters leave it; the OpenDocument
# standard lets white space between elements mean nothing) cannot be read by python-calamine 0.9.1:
# it stops at the line break between two cells. odfpy 1.4.1 reads the same file. Saved without the
# indentation, calamine reads it too.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --quiet --disable-pip-version-check python-calamine==0.9.1 odfpy==1.4.1
cd "$work"
"$work/venv/bin/python" - <<'P'
import sys, zipfile
from python_calamine import CalamineError, CalamineWorkbook
from odf.opendocument import load
from odf.table import TableCell
from odf.teletype import extractText

NS = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
      'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
      'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"')
KIND = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = ('<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KIND}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            '</manifest:manifest>')


def write(name, gap):
    cells = gap.join(f"<table:table-cell office:value-type='string'><text:p>{t}</text:p></table:table-cell>" for t in ("ที่", "โครงการ"))
    rows = f"<table:table-row>{gap}{cells}{gap}</table:table-row>"
    content = (f'<office:document-content {NS}><office:body><office:spreadsheet>'
               f'<table:table table:name="A">{rows}</table:table>'
               '</office:spreadsheet></office:body></office:document-content>')
    with zipfile.ZipFile(name, "w") as z:
        z.writestr("mimetype", KIND)
        z.writestr("META-INF/manifest.xml", MANIFEST)
        z.writestr("content.xml", content)


write("plain.ods", "")
write("indented.ods", "\n  ")
want = [["ที่", "โครงการ"]]
assert CalamineWorkbook.from_path("plain.ods").get_sheet_by_index(0).to_python() == want
read = [extractText(c) for c in load("indented.ods").getElementsByType(TableCell)]
assert read == want[0], read
try:
    CalamineWorkbook.from_path("indented.ods").get_sheet_by_index(0).to_python()
except CalamineError as error:
    print("seen: python-calamine 0.9.1 on an indented .ods:", " ".join(str(error).split()))
    print("      odfpy 1.4.1 reads it:", read)
    sys.exit(0)
print("changed: calamine reads an indented .ods now")
sys.exit(1)
P
