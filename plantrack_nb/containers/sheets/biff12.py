"""Records of a binary workbook part (.bin in .xlsb): a number, a length, then the bytes.

Numbers and layouts of records are those of Microsoft's open specification MS-XLSB.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

_MORE = 0x80
_SEVEN_BITS = 0x7F
_NOTHING = 0xFFFFFFFF  # the length of a text that is not there


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its number and its bytes."""

    number: int
    data: bytes

    def unsigned(self, at: int, size: int = 4) -> int:
        """Read a whole number without a sign."""
        return int.from_bytes(self.data[at : at + size], "little")

    def real(self, at: int) -> float:
        """Read a number of eight bytes."""
        value: float = struct.unpack_from("<d", self.data, at)[0]
        return value

    def packed(self, at: int) -> float:
        """Read a number packed into four bytes: whole or the upper half of a real one, ÷ 100."""
        bits = self.unsigned(at)
        if bits & 2:
            whole: int = struct.unpack("<i", (bits & ~3).to_bytes(4, "little"))[0]
            value = float(whole >> 2)
        else:
            value = struct.unpack("<d", bytes(4) + (bits & ~3).to_bytes(4, "little"))[0]
        return value / 100 if bits & 1 else value

    def text(self, at: int) -> tuple[str, int]:
        """Read a text and tell where it ends."""
        length = self.unsigned(at)
        if length == _NOTHING:
            return "", at + 4
        end = at + 4 + 2 * length
        return self.data[at + 4 : end].decode("utf-16-le", "replace"), end


def records(data: bytes) -> Iterator[Record]:
    """Take a part apart; one that is cut short ends with its last whole record.

    Raises
    ------
    ValueError
        A record says it is longer than what is left.
    """
    at = 0
    while at < len(data):
        number, at = _variable(data, at, most=2)
        length, at = _variable(data, at, most=4)
        if at + length > len(data):
            raise ValueError(f"record {number} is cut short")
        yield Record(number, data[at : at + length])
        at += length


def _variable(data: bytes, at: int, most: int) -> tuple[int, int]:
    value = 0
    for nth in range(most):
        if at >= len(data):
            raise ValueError("a record's head is cut short")
        byte = data[at]
        at += 1
        value |= (byte & _SEVEN_BITS) << (7 * nth)
        if not byte & _MORE:
            break
    return value, at
