"""What Office's documents share: parts in a zip, XML read with care, relationships."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import IO

from lxml import etree

from plantrack_nb.containers.decoding import decode_marked
from plantrack_nb.containers.zipcheck import damaged, unsafe
from plantrack_nb.core.language import say

_DTD = re.compile(r"<!(?:DOCTYPE|ENTITY)")
_XML_LINE = re.compile(r"^\s*<\?xml[^>]*\?>")
_LEFT_OUT = {
    "charts": ("แผนภูมิ", "charts"),
    "media": ("ภาพ", "pictures"),
    "embeddings": ("วัตถุที่ฝังไว้", "embedded objects"),
    "comments": ("แผ่นงานที่มีความคิดเห็น", "sheets with comments"),
}


class Package:
    """The parts of one document, open for reading."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._zip = zipfile.ZipFile(path)
        self.names = frozenset(self._zip.namelist())

    def close(self) -> None:
        """Close the file."""
        self._zip.close()

    def tree(self, name: str) -> etree._Element:
        """Parse a small part as a whole."""
        with self._part(name) as part:
            return etree.fromstring(part.read(), careful_parser())

    def binary(self, name: str) -> bytes:
        """Read a binary part as a whole."""
        with self._part(name) as part:
            return part.read()

    def size(self, name: str) -> int:
        """Return how many bytes a part unpacks to, by what the zip states; 0 when it is missing."""
        return self._zip.getinfo(name).file_size if name in self.names else 0

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
        return tuple(
            say(f"ไม่ได้อ่าน{thai} {count} รายการ", f"{count} {english} not read")
            for (thai, english), count in sorted(kinds.items(), key=lambda one: one[0][1])
        )

    def _part(self, name: str) -> IO[bytes]:
        try:
            return self._zip.open(name)
        except KeyError:
            raise damaged(
                self.path, say(f"ส่วนประกอบ {name} ขาดหาย", f"its part {name} is missing")
            ) from None


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """Open a document; whatever is broken inside it becomes one of our errors."""
    try:
        with closing(Package(path)) as package:
            yield package
    except etree.XMLSyntaxError as error:
        raise damaged(
            path,
            say(
                f"ส่วนหนึ่งเป็น XML ที่เสีย ({error.msg})",
                f"a part of it is broken XML ({error.msg})",
            ),
        ) from None
    except (ValueError, OverflowError) as error:
        raise damaged(
            path,
            say(
                f"ตัวเลขในโครงสร้างของแฟ้มใช้ไม่ได้ ({error})",
                f"a number in its structure is none ({error})",
            ),
        ) from None
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise damaged(path, str(error)) from None


def xml_tree(data: bytes, path: Path) -> etree._Element:
    """Parse a document that is one XML file, in any encoding that offices use.

    Raises
    ------
    SourceError
        It is broken, or no text.
    UnsafeSourceError
        It declares entities.
    """
    text = decode_marked(data, path.name).text
    if _DTD.search(text):
        raise unsafe(
            path,
            say(
                "แฟ้มประกาศ entity ซึ่งโปรแกรมสำนักงานไม่เคยทำ",
                "it declares entities, which Office never does",
            ),
        )
    try:
        return etree.fromstring(_XML_LINE.sub("", text), careful_parser())
    except etree.XMLSyntaxError as error:
        raise damaged(
            path, say(f"เป็น XML ที่เสีย ({error.msg})", f"it is broken XML ({error.msg})")
        ) from None


def local(element: etree._Element) -> str:
    """Return the tag without its namespace; ``""`` for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """Return the value of an attribute by its local name."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def careful_parser() -> etree.XMLParser:
    """Return a parser that takes nothing in from elsewhere, and no tree without measure."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
