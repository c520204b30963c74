"""Point findings about text that goes on over pages to the cell that holds their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from plantrack_nb.core.findings import Finding
from plantrack_nb.core.provenance import SourceRef
from plantrack_nb.measures.places import Places

_QUOTED = re.compile(r"“…?([^“”…]+)…?”")


def aimed(findings: Iterable[Finding], places: Places) -> Iterator[Finding]:
    """Give each finding, its refs to joined activities and paragraphs put right."""
    for one in findings:
        refs = tuple(dict.fromkeys(cell for ref in one.refs for cell in _cells(one, ref, places)))
        yield one if refs == one.refs else replace(one, refs=refs)


def _cells(one: Finding, ref: SourceRef, places: Places) -> tuple[SourceRef, ...]:
    """Name the cells of a joined text that hold what was found, or else all of them."""
    words = [one.found.strip("“”…"), *_QUOTED.findall(one.message)]
    return places.joined(one.district, one.project_no, ref, words) or (ref,)
