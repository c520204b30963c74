#!/usr/bin/env bash
# lxml's HTML parser (libxml2) knows the empty elements of HTML 4 only. <wbr>, which HTML 5 lets stand
# anywhere in a text and which has no end tag, is taken for an element that holds all that follows in
# its cell: a hundred of them nest a hundred deep, text() of the cell ends at the first, and from some
# hundreds on the parser reports excessive depth and leaves the rest of the table out. html5lib reads
# the same table flat. Thai pages are full of <wbr>: it is how a page says where a line may break.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --quiet --disable-pip-version-check lxml==6.1.3 html5lib==1.1
cd "$work"
"$work/venv/bin/python" - <<'P'
import sys
import html5lib
from lxml import etree, html


def deepest(element, depth=0):
    return max([depth, *(deepest(one, depth + 1) for one in element)])


def table(count):
    return "<table><tr><td>" + "<wbr>".join(["โครงการ"] * (count + 1)) + "</td><td>1</td></tr></table>"


lxml_depth = deepest(html.document_fromstring(table(50)))
other = html5lib.parse(table(50), treebuilder="lxml", namespaceHTMLElements=False).getroot()
cell = html.document_fromstring(table(2)).find(".//td")
print("seen: lxml", etree.__version__, "libxml2", ".".join(map(str, etree.LIBXML_VERSION)))
print("      50 <wbr> in a cell: depth of the tree", lxml_depth, "- html5lib:", deepest(other))
print("      text of a cell with two of them:", repr(cell.text))
if lxml_depth < 50:
    print("changed: <wbr> is empty to lxml now")
    sys.exit(1)
P
