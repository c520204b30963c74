"""What .xlsx and .docx share: parts in a zip, XML read as a stream, relationships."""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Self

from lxml import etree

from plantrack_nb.errors import SourceError
from plantrack_nb.load.zipcheck import damaged

_LEFT_OUT = {
    "charts": "charts",
    "media": "pictures",
    "embeddings": "embedded objects",
    "comments": "sheets with comments",
}


class Package:
    """The parts of one document, open for reading."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._zip = zipfile.ZipFile(path)
        self.names = frozenset(self._zip.namelist())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *args: object) -> None:
        self._zip.close()

    def tree(self, name: str) -> etree._Element:
        """Parse a small part as a whole."""
        with self._part(name) as part:
            return etree.parse(part, _parser()).getroot()

    def stream(self, name: str, *tags: str) -> Iterator[etree._Element]:
        """Yield a large part's elements of these names as they end, each dropped afterwards."""
        with self._part(name) as part:
            for _, element in etree.iterparse(
                part,
                tag=[f"{{*}}{tag}" for tag in tags],
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                huge_tree=False,
            ):
                yield element
                element.clear()
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]

    def targets(self, name: str) -> dict[str, str]:
        """Map a part's relationship ids to the names of the parts they lead to."""
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if rels not in self.names:
            return {}
        found = {}
        for link in self.tree(rels):
            target = link.get("Target", "")
            if link.get("TargetMode") != "External":
                joined = posixpath.normpath(posixpath.join("/", folder, target))
                found[link.get("Id", "")] = joined.lstrip("/")
        return found

    def left_out(self) -> tuple[str, ...]:
        """Say what the document holds beside text, none of which is read."""
        kinds = Counter(
            words
            for name in self.names
            for key, words in _LEFT_OUT.items()
            if f"/{key}" in name and "/_rels/" not in name
        )
        return tuple(f"{count} {words} not read" for words, count in sorted(kinds.items()))

    def _part(self, name: str) -> IO[bytes]:
        try:
            return self._zip.open(name)
        except KeyError:
            raise damaged(self.path, f"its part {name} is missing") from None


def xml_error(path: Path, error: etree.XMLSyntaxError) -> SourceError:
    """Say that a part holds broken XML."""
    return damaged(path, f"a part of it is broken XML ({error.msg})")


def local(element: etree._Element) -> str:
    """Return the tag without its namespace; ``""`` for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """Return the value of an attribute by its local name."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
