#!/usr/bin/env bash
# Spoken Thai leaves out the last unit of an amount: สองล้านห้า is two and a half million, หมื่นห้า is
# fifteen thousand, แสนสอง a hundred and twenty thousand. thaiword_to_num of PyThaiNLP 5.4.0 takes the
# last word as ones: 2,000,005, 10,005 and 100,002, without a word of doubt. Amounts that were written
# down as they were said are wrong by a factor that no check of spelling can see.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --quiet --disable-pip-version-check pythainlp==5.4.0
cd "$work"
PYTHAINLP_DATA_DIR="$work/data" "$work/venv/bin/python" - <<'P'
import sys
from pythainlp.util import thaiword_to_num

assert thaiword_to_num("สองล้านห้าแสน") == 2_500_000
seen = {one: thaiword_to_num(one) for one in ("สองล้านห้า", "หมื่นห้า", "แสนสอง")}
print("seen: PyThaiNLP 5.4.0 thaiword_to_num:", seen)
sys.exit(0 if list(seen.values()) == [2_000_005, 10_005, 100_002] else 1)
P
