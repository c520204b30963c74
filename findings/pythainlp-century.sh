#!/usr/bin/env bash
# thai_strftime of PyThaiNLP 5.4.0 gives the years of the Buddhist era, but their century (%C) is one
# too many: 2565 is %Y, and %C%y is 2665. %D, which C's strftime spells as %m/%d/%y, stays in the American
# order with a Buddhist year: 9 March 2565 is 03/09/65, while %x beside it is 09/03/2565.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --quiet --disable-pip-version-check pythainlp==5.4.0
cd "$work"
PYTHAINLP_DATA_DIR="$work/data" "$work/venv/bin/python" - <<'P'
import datetime, sys
from pythainlp.util import thai_strftime

day = datetime.datetime(2022, 3, 9)
seen = {code: thai_strftime(day, code) for code in ("%Y", "%C%y", "%D", "%x")}
print("seen: PyThaiNLP 5.4.0 thai_strftime of 9 March 2022:", seen)
sys.exit(0 if seen == {"%Y": "2565", "%C%y": "2665", "%D": "03/09/65", "%x": "09/03/2565"} else 1)
P
