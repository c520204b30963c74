#!/usr/bin/env bash
# jupyter-scheduler 2.12.1 offers every nbconvert exporter that is installed as an output format, but its
# execution manager opens each output as text: of an exporter whose result is bytes, as those of PDFs
# are, the job fails with TypeError after the notebook has run. nbconvert 7.17.2 writes the same
# exporter's file. An exporter of text beside it is written by both.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --quiet --disable-pip-version-check \
    jupyter-scheduler==2.12.1 nbconvert==7.17.2 nbformat==5.11.1 ipykernel==7.4.0 setuptools==82.0.1
cd "$work"
mkdir pack
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
office_bytes = "office_exporters:Bytes"
office_text = "office_exporters:Text"
T
cat > pack/office_exporters.py <<'T'
from nbconvert.exporters import Exporter


class Text(Exporter):
    """A report as text."""

    file_extension = ".txt"

    def from_notebook_node(self, nb, resources=None, **more):
        made, resources = super().from_notebook_node(nb, resources, **more)
        return f"{len(made.cells)} cells", resources


class Bytes(Text):
    """The same as bytes, as an exporter of PDF gives it."""

    file_extension = ".bin"

    def from_notebook_node(self, nb, resources=None, **more):
        said, resources = super().from_notebook_node(nb, resources, **more)
        return said.encode(), resources
T
"$work/venv/bin/pip" install --quiet --quiet --disable-pip-version-check --no-build-isolation ./pack
export JUPYTER_DATA_DIR="$work/data" JUPYTER_CONFIG_DIR="$work/config" JUPYTER_RUNTIME_DIR="$work/run" IPYTHONDIR="$work/ipython"
"$work/venv/bin/python" - <<'P'
import sys
from types import SimpleNamespace

import nbformat
from jupyter_scheduler.executors import DefaultExecutionManager
from jupyter_scheduler.models import DescribeJob

made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1 + 1")])
nbformat.write(made, "a.ipynb")


def seen(kind):
    job = SimpleNamespace(output_formats=[kind])
    manager = DefaultExecutionManager.__new__(DefaultExecutionManager)
    manager.staging_paths = {kind: f"a.{kind}"}
    try:
        manager.create_output_files(job, made)
    except TypeError as error:
        return f"TypeError: {error}"
    return "written"


told = {kind: seen(kind) for kind in ("office_text", "office_bytes")}
print("seen: jupyter-scheduler 2.12.1:", told)
sys.exit(0 if told["office_text"] == "written" and told["office_bytes"].startswith("TypeError") else 1)
P
for kind in office_text office_bytes; do
    "$work/venv/bin/jupyter" nbconvert --log-level=ERROR --to $kind a.ipynb
done
test -s a.txt && test -s a.bin
