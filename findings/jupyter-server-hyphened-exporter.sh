#!/usr/bin/env bash
# An nbconvert exporter may be named with a hyphen ("office-html"): nbconvert 7.17.2 lists it, and
# `jupyter nbconvert --to office-html` works. jupyter_server 2.21.1 lists it too (/api/nbconvert), so
# JupyterLab's menu "Save and Export Notebook As" can offer it, but every download through the server
# answers 404: the route takes names of letters, digits and underscores only. The same exporter under a
# name with an underscore is served.
set -eu
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --quiet --disable-pip-version-check \
    jupyter_server==2.21.1 nbconvert==7.17.2 nbformat==5.11.1 setuptools==82.0.1
cd "$work"
mkdir pack notebooks
cat > pack/pyproject.toml <<'T'
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"
[project]
name = "office-exporters"
version = "1"
[tool.setuptools]
py-modules = ["office_exporters"]
[project.entry-points."nbconvert.exporters"]
office-html = "office_exporters:Office"
office_html = "office_exporters:Office"
T
cat > pack/office_exporters.py <<'T'
from nbconvert.exporters import HTMLExporter
class Office(HTMLExporter):
    """The usual page under a name of its own."""
T
"$work/venv/bin/pip" install --quiet --quiet --disable-pip-version-check --no-build-isolation ./pack
"$work/venv/bin/python" -c "import nbformat.v4 as v, nbformat; nbformat.write(v.new_notebook(cells=[v.new_markdown_cell('x')]), 'notebooks/a.ipynb')"
"$work/venv/bin/jupyter" nbconvert --log-level=ERROR --to office-html --output-dir out notebooks/a.ipynb
test -s out/a.html
port=$("$work/venv/bin/python" -c "import socket; s=socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])")
JUPYTER_CONFIG_DIR="$work/config" JUPYTER_DATA_DIR="$work/data" JUPYTER_RUNTIME_DIR="$work/run" \
    "$work/venv/bin/jupyter" server --no-browser --ip 127.0.0.1 --port "$port" --IdentityProvider.token=t \
    --ServerApp.root_dir="$work/notebooks" --allow-root >"$work/log" 2>&1 &
server=$!
"$work/venv/bin/python" - "$port" <<'P'
import json, sys, time, urllib.error, urllib.request

base = f"http://127.0.0.1:{sys.argv[1]}"


def status(path):
    try:
        with urllib.request.urlopen(f"{base}{path}?token=t", timeout=30) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, b""


for _ in range(120):
    try:
        _, body = status("/api/nbconvert")
        break
    except OSError:
        time.sleep(0.5)
listed = json.loads(body)
assert {"office-html", "office_html"} <= set(listed), sorted(listed)
seen = {name: status(f"/nbconvert/{name}/a.ipynb")[0] for name in ("office-html", "office_html")}
print("seen: jupyter_server 2.21.1 lists both exporters and answers", seen)
sys.exit(0 if seen == {"office-html": 404, "office_html": 200} else 1)
P
